#include "core/optimizer/stability.h"

#include <gtest/gtest.h>

#include "core/run/simulate.h"

#include <algorithm>
#include <cmath>

namespace ravine {
namespace {

TEST(SharpestStable, IsTwoOverEtaForPlainDescent) {
  for (const double lr : {1e-3, 0.1, 2.0})
    EXPECT_NEAR(sharpestStable(*findOptimizer("sgd"), {}, lr).value() * lr, 2, 1e-8) << lr;
}

TEST(SharpestStable, IsTheLimitReadTheOtherWayRoundForEveryExactRule) {
  for (const OptimizerInfo& info : optimizers()) {
    const double limit = info.stability == Stability::exact ? info.stabilityLimit({}, 7) : 0.1;
    const auto sharpest = sharpestStable(info, {}, limit);
    EXPECT_EQ(sharpest.has_value(), info.stability == Stability::exact) << info.id;
    if (!sharpest || !std::isfinite(*sharpest) || *sharpest == 0) continue;
    EXPECT_NEAR(info.stabilityLimit({}, *sharpest) / limit, 1, 1e-6) << info.id;
  }
}

TEST(SharpestStable, IsInfiniteOrZeroWhereTheCurvatureDoesNotMatter) {
  const OptimizerInfo& newton = *findOptimizer("damped_newton");
  EXPECT_EQ(sharpestStable(newton, {}, 1.9), std::numeric_limits<double>::infinity());
  EXPECT_EQ(sharpestStable(newton, {}, 2.1), 0);
}

TEST(LimitFormula, MarksARuleOfThumb) {
  EXPECT_EQ(limitFormula(*findOptimizer("sgd"), {}), "2/λ");
  EXPECT_EQ(limitFormula(*findOptimizer("rmsprop"), {}), "≈ 2/λ̃");
  EXPECT_EQ(limitFormula(*findOptimizer("lion"), {}), "");
}

TEST(PlainDescent, IsTheFactorOneMinusEtaLambdaAlone) {
  const OptimizerInfo& sgd = *findOptimizer("sgd");
  EXPECT_TRUE(isPlainDescent(sgd.modeFactor({}, 0.1, 3), 0.1, 3));
  EXPECT_FALSE(isPlainDescent(sgd.modeFactor({{"momentum", 0.5}}, 0.1, 3), 0.1, 3));
  EXPECT_FALSE(isPlainDescent(sgd.modeFactor({{"weight_decay", 0.5}}, 0.1, 3), 0.1, 3));
}

// With a divisor that ε alone makes, an adaptive rule is linear, and its limit can be measured.
TEST(AdaptiveLimits, AreWhatIsMeasuredWithWeightDecayToo) {
  const std::vector<std::pair<std::string, ParameterSet>> rules{{"adam", {}},
                                                                {"adam", {{"weight_decay", 0.5}}},
                                                                {"adam", {{"weight_decay", 0.5}, {"beta1", 0.5}}},
                                                                {"adamw", {{"weight_decay", 1e-6}}},
                                                                {"rmsprop", {}},
                                                                {"rmsprop", {{"weight_decay", 1.0}}},
                                                                {"rmsprop", {{"momentum", 0.9}}},
                                                                {"nadam", {}},
                                                                {"nadam", {{"weight_decay", 0.5}}},
                                                                {"qhadam", {}},
                                                                {"adagrad", {{"weight_decay", 1.0}}}};
  for (const auto& [id, parameters] : rules) {
    ravine::Run run;
    run.lossFunction = {"bowl", {{"a", 1.0}, {"b", 1.0}}};
    run.start = {1e-12, 1e-12};
    run.optimizer = {id, parameters};
    run.optimizer.parameters["eps"] = 1e6;
    run.steps = 800;
    // Once bias corrections are over. Far away the squared gradients would count too.
    const auto shrinks = [&](double lr) {
      run.lr = lr;
      const Trajectory t = simulate(run, {.recordCurvature = false});
      if (t.end != TrajectoryEnd::finished) return false;
      const auto farthest = [&](std::ptrdiff_t from, std::ptrdiff_t to) {
        double distance = 0;
        for (auto p = t.points.begin() + from; p != t.points.begin() + to; ++p)
          distance = std::max(distance, p->norm());
        return distance;
      };
      return farthest(0, 800) < 1e3 && farthest(700, 800) <= 0.999 * farthest(600, 700);
    };
    double stable = 1e4;
    double unstable = 1e9;
    ASSERT_TRUE(shrinks(stable) && !shrinks(unstable)) << id;
    while (unstable > 1.001 * stable) {
      const double middle = std::sqrt(stable * unstable);
      (shrinks(middle) ? stable : unstable) = middle;
    }
    run.lr = 0.9 * stable;
    const double told = simulate(run).stabilityLimits.back();
    EXPECT_NEAR(told / stable, 1, 0.05) << id << ' ' << stable << ' ' << told;
  }
}

}  // namespace
}  // namespace ravine
