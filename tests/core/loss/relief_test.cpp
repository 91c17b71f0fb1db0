#include "core/loss/relief.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <cmath>
#include <numeric>
#include <random>

namespace ravine {
namespace {

std::shared_ptr<const LossFunction> functionOf(const std::string& formula) {
  const LossChoice choice{"", {}, formula};
  return makeLossFunction(lossFunctionInfo(choice), {});
}

constexpr Box kSquare{{-2, 2}, {-2, 2}};

ReliefSurface surfaceOf(const std::string& formula, std::vector<double> levels = {},
                        HeightScale heights = HeightScale::linear, int cells = 40) {
  return {*functionOf(formula), kSquare, cells, std::move(levels), heights};
}

std::vector<ReliefSurface::Facet> facetsOf(const ReliefSurface& surface) {
  std::vector<ReliefSurface::Facet> all;
  for (int row = 0; row < surface.cells(); ++row)
    for (int column = 0; column < surface.cells(); ++column)
      for (const auto& facet : surface.facets(column, row)) all.push_back(facet);
  return all;
}

// Of its shadow on the ground.
double areaOf(const ReliefSurface& surface, const ReliefSurface::Facet& facet) {
  double area = 0;
  for (std::uint32_t i = 0; i < facet.corners; ++i) {
    const Vector3& a = surface.corners()[facet.first + i];
    const Vector3& b = surface.corners()[facet.first + (i + 1) % facet.corners];
    area += 0.5 * (a.x() * b.y() - b.x() * a.y());
  }
  return area;
}

TEST(Relief, LiesWhereTheFunctionIs) {
  const ReliefSurface surface = surfaceOf("x^2 + y^2");
  EXPECT_EQ(surface.values().lower, 0);
  EXPECT_EQ(surface.values().upper, 8);
  EXPECT_NEAR((surface.toModel({0, 0}, 0) - Vector3(0, 0, 0)).norm(), 0, 1e-15);
  EXPECT_NEAR((surface.toModel({2, -2}, 8) - Vector3(1, -1, ReliefSurface::kHeight)).norm(), 0, 1e-15);
  for (const Vector3& corner : surface.corners()) {
    const double x = 2 * corner.x();
    const double y = 2 * corner.y();
    EXPECT_NEAR(corner.z(), ReliefSurface::kHeight * (x * x + y * y) / 8, 1e-12);
  }
}

// Not a hole and not an overlap, however the levels cut it.
TEST(Relief, FacetsCoverTheGroundOnce) {
  const ReliefSurface surface = surfaceOf("x^2 - y^2 + sin(3*x*y)", {-3, -1, -0.2, 0, 0.1, 1, 2.5});
  double area = 0;
  for (const auto& facet : facetsOf(surface)) {
    EXPECT_GE(areaOf(surface, facet), -1e-12) << "seen from above they go round one way";
    area += areaOf(surface, facet);
  }
  EXPECT_NEAR(area, 4, 1e-9);
}

TEST(Relief, EveryFacetLiesInItsBand) {
  const std::vector<double> levels{0.5, 1, 3};
  const ReliefSurface surface = surfaceOf("x^2 + y^2", levels);
  for (const auto& facet : facetsOf(surface))
    for (std::uint32_t i = 0; i < facet.corners; ++i) {
      const double value = 8 * surface.corners()[facet.first + i].z() / ReliefSurface::kHeight;
      const auto above = std::upper_bound(levels.begin(), levels.end(), value - 1e-9) - levels.begin();
      const auto below = std::upper_bound(levels.begin(), levels.end(), value + 1e-9) - levels.begin();
      EXPECT_LE(above, facet.band);
      EXPECT_GE(below, facet.band);
    }
}

TEST(Relief, ContourLinesRunAtTheirLevel) {
  const ReliefSurface surface = surfaceOf("x^2 + y^2", {2});
  std::size_t ends = 0;
  for (int row = 0; row < surface.cells(); ++row)
    for (int column = 0; column < surface.cells(); ++column)
      for (const Vector3& end : surface.lines(column, row)) {
        EXPECT_NEAR(8 * end.z() / ReliefSurface::kHeight, 2, 1e-9);
        ++ends;
      }
  EXPECT_GT(ends, 100u) << "once round";
  EXPECT_EQ(ends % 2, 0u);
}

TEST(Relief, HasAHoleWhereTheFunctionIsNotFinite) {
  const ReliefSurface surface = surfaceOf("log(x)");
  double area = 0;
  for (const auto& facet : facetsOf(surface)) area += areaOf(surface, facet);
  EXPECT_NEAR(area, 2, 0.11) << "the left half is not there";
  for (const Vector3& corner : surface.corners()) EXPECT_TRUE(corner.allFinite());
  EXPECT_TRUE(facetsOf(surfaceOf("log(-1 - x^2)")).empty());
  const ReliefSurface level = surfaceOf("3");
  EXPECT_EQ(level.values().length(), 0) << "it has heights too";
  for (const Vector3& corner : level.corners()) EXPECT_EQ(corner.z(), 0);
}

// The nearer cell is painted after whatever it hides: on the way from any point of the ground to the eye the cells come
// in the order in which they are painted.
TEST(Relief, NoCellIsPaintedOverByOneBehindIt) {
  const ReliefSurface surface = surfaceOf("x", {}, HeightScale::linear, 16);
  std::mt19937 engine(5);
  std::uniform_real_distribution<double> place(-1, 1);
  std::uniform_real_distribution<double> angle(-180, 180);
  const auto rankOf = [&](const std::vector<int>& order, double coordinate) {
    const int cell = std::clamp(static_cast<int>(8 * (coordinate + 1)), 0, 15);
    return std::find(order.begin(), order.end(), cell) - order.begin();
  };
  for (int i = 0; i < 2000; ++i) {
    const Vector3 eye = ReliefProjection({angle(engine), 5 + 0.2 * std::abs(angle(engine)), 1}).eye();
    const auto columns = surface.columnsFarToNear(eye.x());
    const auto rows = surface.rowsFarToNear(eye.y());
    Vector2 at{place(engine), place(engine)};  // braces keep the order
    const Vector2 step = (eye.head<2>() - at).normalized() * 0.02;
    std::ptrdiff_t last = -1;
    for (; at.cwiseAbs().maxCoeff() < 1 && (eye.head<2>() - at).norm() > 0.02; at += step) {
      const std::ptrdiff_t rank = 16 * rankOf(rows, at.y()) + rankOf(columns, at.x());
      ASSERT_GE(rank, last);
      last = rank;
    }
  }
}

TEST(Relief, PerspectiveMakesNearThingsLargerAndKeepsUpUp) {
  const ReliefProjection fromSouth({0, 30, 1});
  const auto width = [&](double y) { return fromSouth({0.5, y, 0}).x() - fromSouth({-0.5, y, 0}).x(); };
  EXPECT_GT(width(-1), width(1));
  EXPECT_GT(fromSouth({0, 0, 1}).y(), fromSouth({0, 0, 0}).y());
  EXPECT_GT(fromSouth({1, 0, 0}).x(), 0);
  EXPECT_LT(fromSouth.eye().y(), 0) << "it looks along +y";
  const ReliefProjection fromWest({-90, 30, 1});
  EXPECT_LT(fromWest.eye().x(), 0);
}

TEST(Relief, AHillHidesWhatIsBehindItAndNothingElse) {
  const ReliefSurface hill = surfaceOf("exp(-4*(x^2 + y^2))");
  const Vector3 eye = ReliefProjection({0, 12, 1}).eye();  // from −y, low
  const auto seen = [&](double x, double y) {
    return hill.isSeen(hill.toModel({x, y}, std::exp(-4 * (x * x + y * y))), eye);
  };
  EXPECT_FALSE(seen(0, 0.9));
  EXPECT_TRUE(seen(0, 0)) << "its top";
  EXPECT_TRUE(seen(0, -0.6)) << "this side";
  EXPECT_TRUE(seen(1.8, 0.9)) << "beside it";
  EXPECT_TRUE(hill.isSeen(hill.toModel({0, 0.9}, 5), eye)) << "high above";
  EXPECT_TRUE(hill.isSeen(hill.toModel({0, 0.9}, 0), ReliefProjection({0, 88, 1}).eye())) << "from above";
}

TEST(Relief, ALogarithmKeepsTheOrderAndRaisesTheValley) {
  const ReliefSurface even = surfaceOf("100*(y - x^2)^2 + (1 - x)^2");
  const ReliefSurface logarithmic = surfaceOf("100*(y - x^2)^2 + (1 - x)^2", {}, HeightScale::logarithmic);
  double last = -1;
  for (const double value : {0.0, 0.1, 1.0, 10.0, 100.0, 1000.0, even.values().upper}) {
    const double height = logarithmic.toModel({0, 0}, value).z();
    EXPECT_GT(height, last);
    EXPECT_GE(height, even.toModel({0, 0}, value).z() - 1e-12);
    last = height;
  }
  EXPECT_NEAR(last, ReliefSurface::kHeight, 1e-12);
}

TEST(Relief, IsSeenAtFirstFromWhereItHidesNothing) {
  for (const char* id : {"rosenbrock", "escape_saddle", "beale", "double_well", "himmelblau", "plateau"}) {
    const LossFunctionInfo& info = *findLossFunction(id);
    const auto function = makeLossFunction(info, {});
    const ReliefSurface surface(*function, info.domain, 48, {}, HeightScale::logarithmic);
    const ReliefCamera camera = suitableCamera(surface, *function, info.start);
    const Vector3 start = surface.toModel(info.start, function->value(info.start)) + Vector3(0, 0, 0.02);
    EXPECT_TRUE(surface.isSeen(start, ReliefProjection(camera).eye())) << id;
  }
}

TEST(Relief, WallsAskForALogarithmAndBowlsDoNot) {
  const auto suitable = [](const char* id) {
    const LossFunctionInfo& info = *findLossFunction(id);
    return suitableHeights(sampleField(*makeLossFunction(info, {}), info.domain, 100, 100));
  };
  for (const char* id : {"bowl", "escape_saddle", "ackley", "double_well"})
    EXPECT_EQ(suitable(id), HeightScale::linear) << id;
  for (const char* id : {"goldstein_price", "beale"}) EXPECT_EQ(suitable(id), HeightScale::logarithmic) << id;
}

}  // namespace
}  // namespace ravine
