// Update rules that PyTorch lacks, computed by hand from their papers, and what the catalogue promises of all.
// The rules that PyTorch has are compared with it in reference_test.
#include "core/optimizer/optimizer.h"

#include <gtest/gtest.h>

#include <set>

#include "core/run/simulate.h"

namespace ravine {
namespace {

ravine::Run runWith(const std::string& optimizer, double lr, std::int64_t steps, ParameterSet parameters = {}) {
  ravine::Run run;
  run.lossFunction = {"ravine", {{"a", 2.0}, {"b", 4.0}}};  // gradient (2x, 4y)
  run.start = {1, -1};
  run.optimizer = {optimizer, std::move(parameters)};
  run.lr = lr;
  run.steps = steps;
  EXPECT_TRUE(validate(run).empty()) << optimizer;
  return run;
}

void expectPoint(const Vector2& point, double x, double y) {
  EXPECT_NEAR(point.x(), x, 1e-14);
  EXPECT_NEAR(point.y(), y, 1e-14);
}

TEST(Lion, MovesEveryCoordinateByEtaAccordingToTheSignOfItsMix) {
  // g₀ = (2, −4): c = 0.1 g, step −0.1 sign; m = 0.01 g₀ = (0.02, −0.04).
  // θ₁ = (0.9, −0.9), g₁ = (1.8, −3.6): c = 0.9 m + 0.1 g₁ keeps the signs.
  const Trajectory t = simulate(runWith("lion", 0.1, 2));
  expectPoint(t.points[1], 0.9, -0.9);
  expectPoint(t.points[2], 0.8, -0.8);
}

TEST(Lion, RemembersThroughASmallGradientAndDecaysDecoupled) {
  // β₁ = 0.5, β₂ = 0.5, w = 0.2, η = 0.6: m₀ = 0; θ₁ = 1 − 0.6 (1 + 0.2) = 0.28; m = (1, −2).
  // g₁ = (0.56, −1.12), c = (0.78, −1.56): θ₂ = 0.28 − 0.6 (1 + 0.2 · 0.28) = −0.3536.
  const Trajectory t = simulate(runWith("lion", 0.6, 2, {{"beta1", 0.5}, {"beta2", 0.5}, {"weight_decay", 0.2}}));
  expectPoint(t.points[1], 0.28, -0.28);
  expectPoint(t.points[2], -0.3536, 0.3536);
}

TEST(Qhm, MixesTheGradientWithItsAverage) {
  // ν = 0.5, β = 0.8, η = 0.1. m₁ = 0.2 g₀ = (0.4, −0.8); d = 0.5 g₀ + 0.5 m₁ = (1.2, −2.4); θ₁ = (0.88, −0.76).
  // g₁ = (1.76, −3.04); m₂ = 0.8 m₁ + 0.2 g₁ = (0.672, −1.248); d = (1.216, −2.144); θ₂ = (0.7584, −0.5456).
  const Trajectory t = simulate(runWith("qhm", 0.1, 2, {{"nu", 0.5}, {"beta", 0.8}}));
  expectPoint(t.points[1], 0.88, -0.76);
  expectPoint(t.points[2], 0.7584, -0.5456);
}

TEST(Qhm, IsPlainDescentWithoutItsAverage) {
  EXPECT_EQ(simulate(runWith("qhm", 0.1, 20, {{"nu", 0.0}})).points, simulate(runWith("sgd", 0.1, 20)).points);
}

TEST(QhAdam, TakesAPlainSignStepFirst) {
  // At t = 1 both corrected averages equal g, so that d = g/|g| whatever ν is.
  const Trajectory t = simulate(runWith("qhadam", 0.1, 1, {{"nu1", 0.3}, {"nu2", 0.6}, {"eps", 0.0}}));
  expectPoint(t.points[1], 0.9, -0.9);
}

TEST(QhAdam, MixesInNumeratorAndDivisor) {
  // β₁ = β₂ = 0.5, ν₁ = 0.5, ν₂ = 0.5, ε = 0, η = 0.5, in x: g₀ = 2, θ₁ = 0.5, g₁ = 1.
  // m̂ = (0.5·1 + 0.5·1)/0.75 = 4/3, v̂ = (0.5·2 + 0.5·1)/0.75 = 2; d = (0.5 + 2/3)/√(0.5 + 1).
  const Trajectory t =
      simulate(runWith("qhadam", 0.5, 2, {{"nu1", 0.5}, {"nu2", 0.5}, {"beta1", 0.5}, {"beta2", 0.5}, {"eps", 0.0}}));
  EXPECT_NEAR(t.points[2].x(), 0.5 - 0.5 * (0.5 + 2.0 / 3) / std::sqrt(1.5), 1e-14);
}

TEST(QhAdam, IsAdamWithNuOne) {
  const ParameterSet betas{{"beta1", 0.9}, {"beta2", 0.99}};
  ParameterSet nus = betas;
  nus["nu1"] = 1.0;
  nus["nu2"] = 1.0;
  const Trajectory adam = simulate(runWith("adam", 0.05, 50, betas));
  const Trajectory qhAdam = simulate(runWith("qhadam", 0.05, 50, nus));
  for (std::size_t i = 0; i < adam.points.size(); ++i) EXPECT_LT((adam.points[i] - qhAdam.points[i]).norm(), 1e-13);
}

TEST(Armijo, HalvesTheStepUntilTheLossFallsEnough) {
  // f(θ) = x² + 2y² = 3 at (1, −1), g = (2, −4), ‖g‖² = 20. α = 2: (−3, 7); α = 1: (−1, 3), f = 19; α = 0.5: (0, 1),
  // f = 2 ≤ 3 − 1e-4 · 0.5 · 20.
  const Trajectory t = simulate(runWith("armijo", 2, 1));
  expectPoint(t.points[1], 0, 1);
}

TEST(Armijo, AsksForTheFallThatCNames) {
  // With c = 0.5 the fall of 1 at α = 0.5 is not enough for 0.5 · 0.5 · 20 = 5; α = 0.25: (0.5, 0), f = 0.25 ≤ 3 − 2.5.
  const Trajectory t = simulate(runWith("armijo", 2, 1, {{"c", 0.5}}));
  expectPoint(t.points[1], 0.5, 0);
}

TEST(Armijo, NeverRaisesTheLossHoweverLargeEtaIs) {
  ravine::Run run = runWith("armijo", 1e6, 300);
  run.lossFunction = {"rosenbrock", {}};
  run.start = {-1.2, 1};
  const Trajectory t = simulate(run);
  EXPECT_EQ(t.end, TrajectoryEnd::finished);
  for (std::size_t i = 0; i + 1 < t.losses.size(); ++i) EXPECT_LE(t.losses[i + 1], t.losses[i]);
}

TEST(DampedNewton, SolvesAQuadraticInOneStepAndHalvesItWithDamping) {
  expectPoint(simulate(runWith("damped_newton", 1, 1)).points[1], 0, 0);
  // (H + 4 I)⁻¹ g = (2/6, −4/8).
  const Trajectory damped = simulate(runWith("damped_newton", 1, 1, {{"damping", 4.0}}));
  expectPoint(damped.points[1], 1 - 2.0 / 6, -1 + 4.0 / 8);
}

TEST(DampedNewton, LeavesDirectionsWithoutCurvatureAlone) {
  ravine::Run run = runWith("damped_newton", 1, 1);
  run.lossFunction = {"parabola", {}};
  run.start = {3, 2};
  expectPoint(simulate(run).points[1], 0, 2);
}

TEST(Sam, TakesTheGradientFromUphill) {
  // g = (2, −4), ‖g‖ = √20, ρ = √20/10: θ + 0.1 g = (1.2, −1.4), gradient there (2.4, −5.6); η = 0.1.
  const Trajectory t = simulate(runWith("sam", 0.1, 1, {{"rho", std::sqrt(20.0) / 10}}));
  expectPoint(t.points[1], 0.76, -0.44);
}

TEST(Sam, IsPlainDescentWithoutRho) {
  EXPECT_EQ(simulate(runWith("sam", 0.1, 20, {{"rho", 0.0}})).points, simulate(runWith("sgd", 0.1, 20)).points);
}

TEST(Rprop, IgnoresTheScheduleAfterItsFirstStep) {
  ravine::Run run = runWith("rprop", 0.1, 20);
  const auto constant = simulate(run).points;
  run.schedule = {"exponential", {{"gamma", 0.5}}};
  EXPECT_EQ(simulate(run).points, constant);
}

TEST(Rprop, RefusesAShortestStepAboveTheLongest) {
  ravine::Run run = runWith("rprop", 0.1, 1);
  run.optimizer.parameters = {{"step_min", 1.0}, {"step_max", 0.1}};
  const Problems problems = validate(run);
  ASSERT_EQ(problems.size(), 1u);
  EXPECT_EQ(problems[0].where, "optimizer.step_max");
}

TEST(Optimizers, HaveUniqueIdsSourcesAndRules) {
  std::set<std::string> ids;
  for (const OptimizerInfo& info : optimizers()) {
    EXPECT_TRUE(ids.insert(info.id).second) << info.id;
    EXPECT_FALSE(info.source.empty()) << info.id;
    EXPECT_FALSE(info.updateRule.empty()) << info.id;
  }
}

// With a rate that is small against everything every rule finds the bottom of a bowl, or comes as near as its steps are
// long.
TEST(Optimizers, AllDescendABowl) {
  for (const OptimizerInfo& info : optimizers()) {
    ravine::Run run = runWith(info.id, 0.01, 5000);
    const Trajectory t = simulate(run);
    EXPECT_EQ(t.end, TrajectoryEnd::finished) << info.id;
    EXPECT_LT(t.losses.back(), 0.2 * t.losses.front()) << info.id;
  }
}

TEST(StabilityLimit, OfEveryExactRuleDividesDyingFromGrowingSteps) {
  for (const OptimizerInfo& info : optimizers()) {
    if (info.stability != Stability::exact) continue;
    const double limit = info.stabilityLimit({}, 4);
    ravine::Run run = runWith(info.id, 0.99 * limit, 30'000);
    EXPECT_LT(simulate(run).points.back().norm(), 1e-3) << info.id;
    run.lr = 1.01 * limit;
    EXPECT_GT(simulate(run).points.back().norm(), 1e3) << info.id;
  }
}

TEST(StabilityLimit, IsInfiniteWhereTheGroundIsNotCurvedUpwards) {
  for (const OptimizerInfo& info : optimizers())
    for (const double sharpness : {0.0, -2.0}) {
      const double limit = info.stabilityLimit({}, sharpness);
      EXPECT_TRUE(info.stability == Stability::none ? std::isnan(limit) : std::isinf(limit)) << info.id;
    }
}

TEST(StabilityLimit, IsNamedExactlyWhereThereIsOne) {
  for (const OptimizerInfo& info : optimizers())
    EXPECT_EQ(info.stabilityFormula({}).empty(), info.stability == Stability::none) << info.id;
}

// Along the run the limit of an adaptive rule follows its divisor: RMSprop on a bowl bounces about where η equals it.
TEST(StabilityLimit, OfAnAdaptiveRuleFollowsItsDivisor) {
  const Trajectory t = simulate(runWith("rmsprop", 0.01, 2000, {{"alpha", 0.9}}));
  EXPECT_GT(t.stabilityLimits.front(), 0.1);
  EXPECT_NEAR(t.stabilityLimits.back() / 0.01, 1, 0.5);
}

}  // namespace
}  // namespace ravine
