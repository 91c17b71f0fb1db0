#include "core/loss/spline_surface.h"

#include <gtest/gtest.h>

#include <cmath>
#include <limits>
#include <random>

namespace ravine {
namespace {

template <class F>
Grid gridOf(const std::vector<double>& x, const std::vector<double>& y, F f) {
  Grid grid{x, y, {}};
  for (const double yj : y)
    for (const double xi : x) grid.values.push_back(f(xi, yj));
  return grid;
}

std::vector<double> even(double from, double to, int count) {
  std::vector<double> axis;
  for (int i = 0; i < count; ++i) axis.push_back(from + (to - from) * i / (count - 1));
  return axis;
}

const std::vector<double> kUneven{-2, -1.7, -1, 0.1, 0.4, 1.5, 1.6, 3};
const std::vector<double> kFew{-1, -0.2, 0.5, 2};  // as few as there can be

// As unlike a polynomial as can be.
Grid rough(const std::vector<double>& x, const std::vector<double>& y) {
  std::mt19937 engine(7);
  std::uniform_real_distribution<double> uniform(-1, 1);
  return gridOf(x, y, [&](double, double) { return uniform(engine); });
}

std::vector<Vector2> pointsIn(const Grid& grid, int count) {
  const Box box = domainOf(grid);
  std::mt19937 engine(11);
  std::uniform_real_distribution<double> x(box.x.lower, box.x.upper);
  std::uniform_real_distribution<double> y(box.y.lower, box.y.upper);
  std::vector<Vector2> points;
  for (int i = 0; i < count; ++i) points.push_back(Vector2{x(engine), y(engine)});  // braces keep the order
  return points;
}

// x^a y^b with its derivatives.
Derivatives monomial(int a, int b, const Vector2& at) {
  const auto power = [](double x, int n, int order) {
    double factor = 1;
    for (int k = 0; k < order; ++k) factor *= n - k;
    return factor == 0 ? 0.0 : factor * std::pow(x, n - order);
  };
  const auto f = [&](int dx, int dy) { return power(at.x(), a, dx) * power(at.y(), b, dy); };
  Matrix2 hessian;
  hessian << f(2, 0), f(1, 1), f(1, 1), f(0, 2);
  return {f(0, 0), {f(1, 0), f(0, 1)}, hessian};
}

TEST(SplineSurface, ReproducesCubicsInXAndYWithAllTheirDerivatives) {
  for (const auto& [x, y] : {std::pair(kUneven, kFew), std::pair(kFew, kUneven), std::pair(even(-1, 1, 9), kUneven)})
    for (int a = 0; a <= 3; ++a)
      for (int b = 0; b <= 3; ++b) {
        const Grid grid = gridOf(x, y, [&](double px, double py) { return monomial(a, b, {px, py}).value; });
        const auto spline = splineOf(grid);
        for (const Vector2& theta : pointsIn(grid, 40)) {
          const Derivatives exact = monomial(a, b, theta);
          const Derivatives got = spline->derivatives(theta);
          EXPECT_NEAR(got.value, exact.value, 1e-12);
          EXPECT_NEAR((got.gradient - exact.gradient).norm(), 0, 1e-11) << a << ' ' << b;
          EXPECT_NEAR((got.hessian - exact.hessian).norm(), 0, 1e-9) << a << ' ' << b;
        }
      }
}

TEST(SplineSurface, IsTheMeasuredValueAtEveryPointToTheLastDigit) {
  for (const Grid& grid : {rough(kUneven, kFew), rough(even(-1, 1, 51), even(-1, 1, 51)), rough(kUneven, kUneven)}) {
    const auto spline = splineOf(grid);
    for (std::size_t k = 0; k < grid.values.size(); ++k)
      EXPECT_EQ(spline->value({grid.x[k % grid.x.size()], grid.y[k / grid.x.size()]}), grid.values[k]);
  }
}

// The cells on either side of a line tell the same value, gradient and Hessian there.
TEST(SplineSurface, IsTwiceContinuouslyDifferentiableAcrossItsLines) {
  const Grid grid = rough(kUneven, even(-1, 1, 9));
  const auto spline = splineOf(grid);
  const auto expectEqual = [&](const Vector2& one, const Vector2& other) {
    const Derivatives a = spline->derivatives(one);
    const Derivatives b = spline->derivatives(other);
    EXPECT_NEAR(a.value, b.value, 1e-11);
    EXPECT_NEAR((a.gradient - b.gradient).norm(), 0, 1e-10 * (1 + a.gradient.norm()));
    EXPECT_NEAR((a.hessian - b.hessian).norm(), 0, 1e-9 * (1 + a.hessian.norm()));
  };
  const double infinity = std::numeric_limits<double>::infinity();
  const auto before = [&](double v) { return std::nextafter(v, -infinity); };
  for (std::size_t i = 1; i + 1 < grid.x.size(); ++i)
    for (const double y : {-0.93, -0.25, 0.11, 1.0}) expectEqual({before(grid.x[i]), y}, {grid.x[i], y});
  for (std::size_t j = 1; j + 1 < grid.y.size(); ++j)
    for (const double x : {-1.9, -0.3, 1.55, 3.0}) expectEqual({x, before(grid.y[j])}, {x, grid.y[j]});
}

TEST(SplineSurface, HasTheGradientAndHessianThatFiniteDifferencesFind) {
  const Grid grid = rough(kUneven, even(-1, 1, 9));
  const auto spline = splineOf(grid);
  constexpr double h = 1e-5;
  const Box inside{{-2 + h, 3 - h}, {-1 + h, 1 - h}};
  for (Vector2 theta : pointsIn(grid, 300)) {
    theta = inside.nearest(theta);
    const Derivatives exact = spline->derivatives(theta);
    for (int k = 0; k < 2; ++k) {
      const Vector2 step = h * Vector2::Unit(k);
      const double slope = (spline->value(theta + step) - spline->value(theta - step)) / (2 * h);
      const Vector2 bend =
          (spline->gradient(theta + step).gradient - spline->gradient(theta - step).gradient) / (2 * h);
      EXPECT_NEAR(exact.gradient(k), slope, 1e-6 * (1 + exact.hessian.norm()));
      EXPECT_NEAR((exact.hessian.col(k) - bend).norm(), 0, 1e-2 * (1 + exact.hessian.norm()));
    }
  }
}

TEST(SplineSurface, TellsTheSameWhateverIsAskedFor) {
  const Grid grid = rough(kUneven, kFew);
  const auto spline = splineOf(grid);
  for (const Vector2& theta : pointsIn(grid, 50)) {
    const Derivatives all = spline->derivatives(theta);
    EXPECT_EQ(spline->value(theta), all.value);
    EXPECT_EQ(spline->gradient(theta).value, all.value);
    EXPECT_EQ(spline->gradient(theta).gradient, all.gradient);
    EXPECT_EQ(all.hessian, all.hessian.transpose());
  }
}

struct Errors {
  double value = 0;
  double gradient = 0;
  double hessian = 0;
};

// Eight places in each cell of the middle half, at the same fractions however fine the lines are.
std::vector<double> placesIn(const std::vector<double>& axis) {
  std::vector<double> places;
  for (std::size_t k = axis.size() / 4; k < 3 * axis.size() / 4; ++k)
    for (int eighth = 0; eighth < 8; ++eighth) places.push_back(std::lerp(axis[k], axis[k + 1], eighth / 8.0));
  return places;
}

// The largest ones for sin(x) cos(y) with so many lines each way, away from the sides.
Errors errorsWith(int lines) {
  const Grid grid =
      gridOf(even(-2, 2, lines), even(-1, 3, lines), [](double x, double y) { return std::sin(x) * std::cos(y); });
  const auto spline = splineOf(grid);
  Errors errors;
  for (const double x : placesIn(grid.x))
    for (const double y : placesIn(grid.y)) {
      const Derivatives got = spline->derivatives({x, y});
      const double sx = std::sin(x), cx = std::cos(x), sy = std::sin(y), cy = std::cos(y);
      Matrix2 hessian;
      hessian << -sx * cy, -cx * sy, -cx * sy, -sx * cy;
      errors.value = std::max(errors.value, std::abs(got.value - sx * cy));
      errors.gradient = std::max(errors.gradient, (got.gradient - Vector2(cx * cy, -sx * sy)).norm());
      errors.hessian = std::max(errors.hessian, (got.hessian - hessian).norm());
    }
  return errors;
}

TEST(SplineSurface, ConvergesWithTheFourthPowerOfTheSpacing) {
  const Errors coarse = errorsWith(33);
  const Errors fine = errorsWith(65);
  EXPECT_NEAR(std::log2(coarse.value / fine.value), 4, 0.1);
  EXPECT_NEAR(std::log2(coarse.gradient / fine.gradient), 3, 0.1);
  EXPECT_NEAR(std::log2(coarse.hessian / fine.hessian), 2, 0.1);
  EXPECT_LT(fine.value, 1e-7);
}

TEST(SplineSurface, IsUndefinedBeyondItsOutermostLines) {
  const auto spline = splineOf(rough(kUneven, kFew));
  const double infinity = std::numeric_limits<double>::infinity();
  const std::vector<Vector2> outside{{std::nextafter(-2, -9), 0},
                                     {std::nextafter(3, 9), 0},
                                     {0, std::nextafter(-1, -9)},
                                     {0, std::nextafter(2, 9)},
                                     {NAN, 0},
                                     {0, NAN},
                                     {infinity, 0},
                                     {0, -infinity},
                                     {1e300, -1e300}};
  for (const Vector2& theta : outside) {
    const Derivatives all = spline->derivatives(theta);
    EXPECT_TRUE(std::isnan(spline->value(theta)));
    EXPECT_TRUE(std::isnan(all.value));
    EXPECT_TRUE(all.gradient.array().isNaN().all());
    EXPECT_TRUE(all.hessian.array().isNaN().all());
    EXPECT_TRUE(spline->gradient(theta).gradient.array().isNaN().all());
  }
  for (const Vector2& corner : {Vector2(-2, -1), Vector2(3, -1), Vector2(-2, 2), Vector2(3, 2)})
    EXPECT_TRUE(spline->derivatives(corner).hessian.allFinite()) << "the lines themselves belong to it";
}

TEST(SplineSurface, SamplesRowsAsItIsAtTheirPoints) {
  const double infinity = std::numeric_limits<double>::infinity();
  for (const Grid& grid : {rough(kUneven, kFew), rough(even(-2, 3, 101), even(-1, 2, 31))}) {
    const auto spline = splineOf(grid);
    for (const double y : {-1.0, -0.2, 0.77, 2.0, 2.1, static_cast<double>(NAN)})
      for (const auto& [x, dx] : {std::pair(-2.0, 5.0 / 199), std::pair(-3.0, 0.04), std::pair(3.0, -0.025),
                                  std::pair(0.3, 0.0), std::pair(9.0, 1.0), std::pair(-2.0, infinity),
                                  std::pair(static_cast<double>(NAN), 0.1), std::pair(-1e300, 1e298)}) {
        std::vector<double> row(200);
        spline->sampleRow(x, dx, y, row);
        for (std::size_t i = 0; i < row.size(); ++i) {
          const double expected = spline->value({x + static_cast<double>(i) * dx, y});
          EXPECT_EQ(std::isnan(row[i]), std::isnan(expected)) << x << ' ' << dx << ' ' << y;
          EXPECT_FALSE(std::abs(row[i] - expected) > 1e-12) << x << ' ' << dx << ' ' << y;
        }
      }
    spline->sampleRow(0, 1, 0, {});
  }
}

// Whatever check() lets pass has a spline without infinities.
TEST(SplineSurface, StaysFiniteAtTheLimitsOfWhatAGridMayBe) {
  const std::vector<double> narrow{0, 1e-60, 2e-60, 3e-60};
  const std::vector<double> wide{-1e100, -1e89, 0, 1e100};
  const std::vector<double> clustered{0, 1.1e-12, 2.2e-12, 0.5, 1};
  for (const auto& x : {narrow, wide, clustered})
    for (const auto& y : {narrow, wide, clustered}) {
      Grid grid = rough(x, y);
      for (double& value : grid.values) value *= Grid::kLargest;
      ASSERT_TRUE(check(grid).empty());
      const auto spline = splineOf(grid);
      for (const Vector2& theta : pointsIn(grid, 20)) {
        const Derivatives all = spline->derivatives(theta);
        EXPECT_TRUE(std::isfinite(all.value) && all.gradient.allFinite() && all.hessian.allFinite());
      }
    }
}

TEST(SplineSurface, TakesTheLargestGrid) {
  const auto axis = even(-1, 1, static_cast<int>(Grid::kMost));
  const auto spline = splineOf(gridOf(axis, axis, [](double x, double y) { return x * x * y; }));
  EXPECT_NEAR(spline->value({0.3, 0.7}), 0.063, 1e-13);
  EXPECT_NEAR(spline->derivatives({0.3, 0.7}).hessian(0, 1), 0.6, 1e-6);
}

}  // namespace
}  // namespace ravine
