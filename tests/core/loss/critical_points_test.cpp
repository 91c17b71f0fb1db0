#include "core/loss/critical_points.h"

#include <gtest/gtest.h>

#include "core/loss/landscape.h"

namespace ravine {
namespace {

std::vector<CriticalPoint> pointsOf(const std::string& id) {
  const LossFunctionInfo& info = *findLossFunction(id);
  return criticalPoints(*makeLossFunction(info, {}), info.domain);
}

TEST(CriticalPoints, OfTheDoubleWellAreTwoMinimaAndASaddleBetween) {
  const auto points = pointsOf("double_well");
  ASSERT_EQ(points.size(), 3u);
  EXPECT_NEAR(points[0].point.x(), -1.0356, 1e-4);
  EXPECT_NEAR(points[0].value, -0.3054, 1e-4);
  EXPECT_EQ(points[0].kind, CriticalKind::minimum);
  EXPECT_NEAR(points[1].point.x(), 0.9601, 1e-4);
  EXPECT_NEAR(points[1].value, 0.2941, 1e-4);
  EXPECT_EQ(points[1].kind, CriticalKind::minimum);
  EXPECT_EQ(points[2].kind, CriticalKind::saddle);
}

TEST(CriticalPoints, OfRosenbrockIsTheOneMinimumAndNothingAlongTheValley) {
  const auto points = pointsOf("rosenbrock");
  ASSERT_EQ(points.size(), 1u);
  EXPECT_LT((points[0].point - Vector2(1, 1)).norm(), 1e-12);
}

TEST(CriticalPoints, IncludeTheKinkOfAckley) {
  const auto points = pointsOf("ackley");
  ASSERT_FALSE(points.empty());
  EXPECT_LT(points.front().point.norm(), 1e-10);
  EXPECT_FALSE(points.front().differentiable);
  EXPECT_EQ(points.front().kind, CriticalKind::minimum);
}

TEST(CriticalPoints, OfTheCatapultAreACurveOfMinimaAndASaddle) {
  const auto points = pointsOf("catapult");
  std::size_t onCurve = 0;
  for (const CriticalPoint& c : points) {
    if (c.kind != CriticalKind::minimum) continue;
    EXPECT_FALSE(c.isolated);
    EXPECT_NEAR(c.point.x() * c.point.y(), 1, 1e-9);
    ++onCurve;
  }
  EXPECT_EQ(points.size(), onCurve + 1);
  EXPECT_GT(onCurve, 50u);
  EXPECT_EQ(points.back().kind, CriticalKind::saddle);
  EXPECT_LT(points.back().point.norm(), 1e-12);
}

std::vector<CriticalPoint> pointsOfFormula(const std::string& formula) {
  return surveyLandscape({"", {}, formula}).criticalPoints;
}

TEST(CriticalPoints, OfAFunctionOfXAloneAreOneForEachX) {
  const auto points = surveyLandscape({"double_well_curve", {}}).criticalPoints;
  ASSERT_EQ(points.size(), 3u);
  for (const CriticalPoint& c : points) EXPECT_TRUE(c.isolated && c.point.y() == 0);
  EXPECT_NEAR(points[0].point.x(), -1.04, 0.01);
  EXPECT_NEAR(points[1].point.x(), 0.96, 0.01);
  EXPECT_EQ(pointsOfFormula("abs(x)").size(), 1u);
}

TEST(CriticalPoints, IncludeTheKinkOfASumOfAbsoluteValues) {
  const auto points = pointsOfFormula("abs(x) + abs(y)");
  ASSERT_EQ(points.size(), 1u);
  EXPECT_LT(points[0].point.norm(), 1e-12);
  EXPECT_FALSE(points[0].differentiable);
}

TEST(CriticalPoints, MarkLevelGroundOnlyHereAndThere) {
  const auto points = pointsOfFormula("min(x^2 + y^2, 5)");
  ASSERT_FALSE(points.empty());
  EXPECT_EQ(points.front().kind, CriticalKind::minimum);
  EXPECT_LT(points.size(), 100u);
  for (std::size_t i = 1; i < points.size(); ++i) EXPECT_EQ(points[i].kind, CriticalKind::levelGround);
}

TEST(CriticalPoints, OfAHostileFormulaAreBoundedInNumberAndWork) {
  EXPECT_LE(pointsOfFormula("sin(1000x)*sin(1000y)").size(), 4100u);
  const LossFunctionInfo info = lossFunctionInfo(LossChoice{"rastrigin", {}});
  EXPECT_LE(criticalPoints(*makeLossFunction(info, {}), info.domain, {.evaluations = 500}).size(), 500u);
}

TEST(CriticalPoints, StopWhenCancelled) {
  const LossFunctionInfo& info = *findLossFunction("rastrigin");
  const auto points = criticalPoints(*makeLossFunction(info, {}), info.domain, {.cancelled = [] { return true; }});
  EXPECT_TRUE(points.empty());
}

TEST(NewtonDistance, IsExactOnAQuadraticAndInfiniteOnASlopeWithoutCurvature) {
  const auto bowl = makeLossFunction(*findLossFunction("ravine"), {});
  EXPECT_NEAR(newtonDistance(bowl->derivatives({3, 4}), 10), 5, 1e-12);
  Derivatives slope{0, {1, 0}, Matrix2::Zero()};
  EXPECT_TRUE(std::isinf(newtonDistance(slope, 10)));
}

TEST(Landscape, KnowsItsLowestAndItsNearestMinimum) {
  const Landscape landscape = surveyLandscape({"double_well", {}});
  EXPECT_LT(landscape.lowestMinimum()->point.x(), 0);
  EXPECT_GT(landscape.nearestMinimum({0.8, 0})->point.x(), 0);
  EXPECT_FALSE(surveyLandscape({"quadratic_saddle", {}}).lowestMinimum());
}

TEST(Landscape, KnowsWhetherTheLossFallsWithoutEnd) {
  for (const char* id : {"mccormick", "quadratic_saddle", "monkey_saddle"})
    EXPECT_TRUE(surveyLandscape({id, {}}).bottomless) << id;
  for (const char* id : {"bowl", "ravine", "rosenbrock", "himmelblau", "ackley", "plateau", "double_well"})
    EXPECT_FALSE(surveyLandscape({id, {}}).bottomless) << id;
  EXPECT_FALSE(surveyLandscape({"", {}, "atan(x)+y^2"}).bottomless) << "falls for ever, but not far";
}

TEST(Landscape, APoleIsNoMinimum) {
  for (const char* formula : {"1/(x-1)+x^2+y^2", "tan(x)+y^2"})
    for (const CriticalPoint& c : surveyLandscape({"", {}, formula}).criticalPoints)
      EXPECT_TRUE(c.kind != CriticalKind::minimum || c.value > -100) << formula;
}

TEST(Landscape, FindsAFlatMinimumWhereItIs) {
  for (const char* formula : {"x^4+y^2", "x^4+y^4", "x^6+0.1y^2"}) {
    const auto lowest = surveyLandscape({"", {}, formula}).lowestMinimum();
    ASSERT_TRUE(lowest) << formula;
    EXPECT_LT(lowest->point.norm(), 1e-7) << formula;
  }
}

TEST(Landscape, RoomIsTheWayToTheNextOther) {
  const Landscape well = surveyLandscape({"double_well", {}});
  const CriticalPoint& deep = well.criticalPoints.front();
  EXPECT_NEAR(well.roomAround(deep), 1.0365 + 0.0754, 0.01);  // to the saddle between
  const Landscape bowl = surveyLandscape({"bowl", {}});
  EXPECT_EQ(bowl.roomAround(bowl.criticalPoints.front()), bowl.domain.diagonal());
}

}  // namespace
}  // namespace ravine
