#include "core/run/simulate.h"

#include <gtest/gtest.h>

#include <cstring>

namespace ravine {
namespace {

Run ravineRun(double lr, std::int64_t steps) {
  ravine::Run run;
  run.lossFunction = {"ravine", {}};
  run.start = {-4, 2};
  run.lr = lr;
  run.steps = steps;
  return run;
}

TEST(GradientDescent, OnAQuadraticMultipliesEachAxisByOneMinusEtaLambda) {
  const Trajectory t = simulate(ravineRun(0.07, 30));
  for (std::size_t i = 0; i < t.points.size(); ++i) {
    const auto n = static_cast<double>(i);
    EXPECT_NEAR(t.points[i].x(), -4 * std::pow(1 - 0.07, n), 1e-12);
    EXPECT_NEAR(t.points[i].y(), 2 * std::pow(1 - 0.07 * 20, n), 1e-12);
    EXPECT_DOUBLE_EQ(t.sharpness[i], 20);
  }
}

TEST(GradientDescent, BouncesForEverExactlyAtTheStabilityLimit) {
  const Trajectory t = simulate(ravineRun(0.1, 1000));
  EXPECT_DOUBLE_EQ(std::abs(t.points.back().y()), 2);
}

TEST(GradientDescent, IsNeverClampedOrClipped) {
  const Trajectory t = simulate(ravineRun(0.105, 200));
  EXPECT_EQ(t.end, TrajectoryEnd::finished);
  EXPECT_NEAR(t.points.back().y() / (2 * std::pow(1.1, 200)), 1, 1e-9);
}

TEST(GradientDescent, IsRecordedToItsLastFiniteState) {
  const Trajectory t = simulate(ravineRun(1e4, 100'000));
  EXPECT_EQ(t.end, TrajectoryEnd::nonFinite);
  EXPECT_EQ(t.nonFiniteStep, t.steps() + 1);
  EXPECT_EQ(t.points.size(), t.lrs.size() + 1);
  for (std::size_t i = 0; i < t.points.size(); ++i) {
    EXPECT_TRUE(isFinite(t.points[i]));
    EXPECT_TRUE(std::isfinite(t.losses[i]));
    EXPECT_TRUE(isFinite(t.gradients[i]));
  }
  EXPECT_GT(t.losses.back(), 1e290);
}

TEST(GradientDescent, IsTheSameBitForBitEveryTime) {
  ravine::Run run = ravineRun(0.05, 500);
  run.lossFunction = {"ackley", {}};
  run.start = {-3.2, 2.6};
  const Trajectory a = simulate(run);
  const Trajectory b = simulate(run);
  EXPECT_EQ(std::memcmp(a.points.data(), b.points.data(), a.points.size() * sizeof(Vector2)), 0);
  EXPECT_EQ(a.losses, b.losses);
}

TEST(GradientDescent, GoesTheSameWayWhetherCurvatureIsRecordedOrNot) {
  ravine::Run run = ravineRun(0.001, 300);
  run.lossFunction = {"rosenbrock", {}};
  run.start = {-1.2, 1};
  const Trajectory without = simulate(run, {.recordCurvature = false});
  EXPECT_EQ(simulate(run).points, without.points);
  EXPECT_TRUE(without.sharpness.empty());
}

TEST(GradientDescent, StopsWhenCancelled) {
  const Trajectory t = simulate(ravineRun(0.01, 100'000), {.cancelled = [] { return true; }});
  EXPECT_EQ(t.end, TrajectoryEnd::cancelled);
  EXPECT_LT(t.steps(), 100'000);
}

TEST(StabilityLimit, DividesDyingFromGrowingOscillationsForEveryKindOfMomentum) {
  const OptimizerInfo& sgd = *findOptimizer("sgd");
  for (const ParameterSet& parameters :
       {ParameterSet{}, ParameterSet{{"momentum", 0.9}}, ParameterSet{{"momentum", 0.5}, {"nesterov", true}},
        ParameterSet{{"momentum", 0.8}, {"dampening", 0.3}}, ParameterSet{{"weight_decay", 3.0}}}) {
    const double limit = sgd.stabilityLimit(parameters, 20);
    ravine::Run run = ravineRun(limit * 0.99, 3000);
    run.optimizer.parameters = parameters;
    EXPECT_LT(simulate(run).points.back().norm(), 1e-3);
    run.lr = limit * 1.01;
    EXPECT_GT(simulate(run).points.back().norm(), 1e3);
  }
}

}  // namespace
}  // namespace ravine
