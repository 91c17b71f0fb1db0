// The learning-rate range test: what it does is a run, and what it suggests can be seen in its course.
#include "core/diagnosis/range_test.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <cmath>

namespace ravine {
namespace {

ravine::Run runOn(const char* function) {
  ravine::Run run;
  setLossFunction(run, LossChoice{function, {}});
  return run;
}

RangeTestResult made(const RangeTest& test, const ravine::Run& run) {
  return rangeTest(test, run, surveyLandscape(run.lossFunction));
}

const RateSuggestion& suggestion(const RangeTestResult& result, RateRule rule) {
  return *std::find_if(result.suggestions.begin(), result.suggestions.end(),
                       [rule](const RateSuggestion& each) { return each.rule == rule; });
}

TEST(RangeTest, GrowsFromTheLowestToTheHighestRate) {
  for (const bool linear : {false, true}) {
    const RangeTest test{.from = 1e-4, .to = 0.05, .linear = linear, .steps = 80};
    const ravine::Run run = runOf(test, runOn("ravine"));
    EXPECT_TRUE(validate(run).empty());
    const Trajectory course = simulate(run);
    ASSERT_EQ(course.lrs.size(), 80U);
    EXPECT_NEAR(course.lrs.front(), test.from, 1e-12);
    EXPECT_NEAR(course.lrs.back(), test.to, 1e-9);
    for (std::size_t t = 2; t < course.lrs.size(); ++t) {
      if (linear)
        EXPECT_NEAR(course.lrs[t] - course.lrs[t - 1], course.lrs[1] - course.lrs[0], 1e-12);
      else
        EXPECT_NEAR(course.lrs[t] / course.lrs[t - 1], course.lrs[1] / course.lrs[0], 1e-9);
    }
  }
}

TEST(RangeTest, IsTheRunWhoseRateGrows) {
  const RangeTest test{.from = 1e-4, .to = 0.05, .steps = 60, .smoothing = 0};
  const ravine::Run run = runOn("rosenbrock");
  const RangeTestResult result = made(test, run);
  const Trajectory course = simulate(runOf(test, run));
  ASSERT_FALSE(result.losses.empty());
  for (std::size_t t = 0; t < result.losses.size(); ++t) {
    EXPECT_EQ(result.losses[t], course.losses[t]);
    EXPECT_EQ(result.rates[t], course.lrs[t]);
    EXPECT_EQ(result.smoothed[t], result.losses[t]) << "without smoothing";
  }
}

TEST(RangeTest, SmoothingHasNoBiasAtTheBeginning) {
  const RangeTest test{.from = 1e-9, .to = 2e-9, .steps = 50, .smoothing = 0.95};  // hardly moves
  const RangeTestResult result = made(test, runOn("ravine"));
  for (const double loss : result.smoothed) EXPECT_NEAR(loss, result.losses.front(), 1e-4);
}

TEST(RangeTest, StopsWhereItDiverges) {
  const RangeTest test{.from = 1e-4, .to = 10, .steps = 200};
  const RangeTestResult result = made(test, runOn("ravine"));
  EXPECT_TRUE(result.diverged);
  EXPECT_LT(result.rates.back(), 10);
  EXPECT_GT(result.rates.back(), 0.1) << "2/λ";
  EXPECT_EQ(result.rates.size(), result.losses.size());
  EXPECT_EQ(result.rates.size(), result.smoothed.size());
  EXPECT_TRUE(std::isfinite(result.smoothed.back()));
  EXPECT_FALSE(made({.from = 1e-4, .to = 0.05}, runOn("ravine")).diverged);
}

TEST(RangeTest, SuggestsWhatTheRulesSay) {
  const RangeTest test{.from = 1e-4, .to = 10, .steps = 200};
  const RangeTestResult result = made(test, runOn("ravine"));
  ASSERT_EQ(result.suggestions.size(), 3U);
  const auto lowest = static_cast<std::size_t>(std::min_element(result.smoothed.begin(), result.smoothed.end()) -
                                               result.smoothed.begin());
  EXPECT_EQ(suggestion(result, RateRule::minimumTenth).lr, result.rates[lowest] / 10);
  const double steepest = suggestion(result, RateRule::steepest).lr;
  const auto at =
      static_cast<std::size_t>(std::find(result.rates.begin(), result.rates.end(), steepest) - result.rates.begin());
  ASSERT_LT(at, result.rates.size());
  for (std::size_t i = 1; i + 1 < result.smoothed.size(); ++i)
    EXPECT_GE(result.smoothed[at - 1] - result.smoothed[at + 1], result.smoothed[i - 1] - result.smoothed[i + 1]);
  ASSERT_TRUE(result.bounds);
  EXPECT_EQ(result.bounds->upper, suggestion(result, RateRule::minimumTenth).lr);
  EXPECT_DOUBLE_EQ(result.bounds->lower, result.bounds->upper / 4);
  EXPECT_GE(suggestion(result, RateRule::valley).lr, result.rates.front());
}

// On the quadratic its guess is good; where there is more than one minimum no course tells what the others would.
TEST(RangeTest, StaysBelowTheLimitOfAQuadratic) {
  const RangeTestResult result = made({.from = 1e-4, .to = 10, .steps = 200}, runOn("ravine"));
  for (const RateSuggestion& each : result.suggestions) EXPECT_LT(each.lr, 0.1) << static_cast<int>(each.rule);
  ASSERT_TRUE(result.bounds);
  EXPECT_LT(result.bounds->upper, 0.1) << "a cyclical schedule does not diverge either";
}

TEST(RangeTest, SuggestsNothingWhereTheLossNeverFalls) {
  const RangeTestResult result = made({.from = 1, .to = 100, .steps = 20}, runOn("ravine"));
  EXPECT_TRUE(result.suggestions.empty());
  EXPECT_FALSE(result.bounds);
  EXPECT_TRUE(result.diverged);
}

TEST(RangeTest, RefusesWhatCannotBeMade) {
  EXPECT_EQ(validate(RangeTest{.from = 0}).front().where, "range");
  EXPECT_EQ(validate(RangeTest{.from = 1, .to = 0.1}).front().where, "range");
  EXPECT_EQ(validate(RangeTest{.from = 1e-300, .to = 1e300}).front().where, "range");
  EXPECT_EQ(validate(RangeTest{.steps = 3}).front().where, "steps");
  EXPECT_EQ(validate(RangeTest{.smoothing = 1}).front().where, "smoothing");
  EXPECT_EQ(validate(RangeTest{.smoothing = std::nan("")}).front().where, "smoothing");
  EXPECT_TRUE(validate(RangeTest{}).empty());
}

TEST(RangeTest, ItsBoundsMakeACyclicalSchedule) {
  ravine::Run run = runOn("ravine");
  run.steps = 80;
  run.lr = 0.05;
  run.name = rateName(0.05);
  const ravine::Run cyclic = withCycles(run, {0.001, 0.08});
  EXPECT_TRUE(validate(cyclic).empty());
  EXPECT_EQ(cyclic.name, rateName(0.08)) << "a name that tells the rate goes on telling it";
  const LearningRate lr = learningRate(cyclic);
  EXPECT_DOUBLE_EQ(lr(0, 0), 0.001);
  EXPECT_DOUBLE_EQ(lr(10, 0), 0.08);
  EXPECT_DOUBLE_EQ(lr(20, 0), 0.001);
}

TEST(RangeTest, OfMiniBatchesSeesWhatTheStepsSaw) {
  ravine::Run run;
  setLossFunction(run, lossFunctionInfo(LossChoice{"line", {}}), 0.1);
  run.lossFunction.data = dataOf(run.lossFunction);
  run.batches["batch_size"] = std::int64_t{4};
  const RangeTest test{.from = 1e-4, .to = 0.1, .steps = 50};
  const RangeTestResult result = made(test, run);
  const Trajectory course = simulate(runOf(test, run));
  ASSERT_FALSE(course.seenLosses.empty());
  EXPECT_EQ(result.losses.front(), course.seenLosses.front());
}

}  // namespace
}  // namespace ravine
