#include "core/optimizer/stability.h"

#include <gtest/gtest.h>

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

}  // namespace
}  // namespace ravine
