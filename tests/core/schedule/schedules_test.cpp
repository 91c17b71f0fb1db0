#include "core/schedule/schedule.h"

#include <gtest/gtest.h>

#include <set>

#include "core/run/experiment.h"

namespace ravine {
namespace {

using Numbers = std::vector<double>;

std::vector<double> rates(const std::string& id, const ParameterSet& parameters, double baseLr, std::int64_t steps) {
  const ScheduleInfo* info = findSchedule(id);
  EXPECT_TRUE(info) << id;
  EXPECT_TRUE(check(info->parameters, parameters, id).empty()) << id;
  EXPECT_TRUE(info->check(parameters).empty()) << id;
  const LearningRate lr = info->make(parameters, baseLr);
  std::vector<double> rates;
  for (std::int64_t t = 0; t < steps; ++t) rates.push_back(lr(t, 0));
  return rates;
}

void expectRates(const std::vector<double>& actual, const std::vector<double>& expected) {
  ASSERT_EQ(actual.size(), expected.size());
  for (std::size_t t = 0; t < expected.size(); ++t) EXPECT_NEAR(actual[t], expected[t], 1e-14) << "at t = " << t;
}

TEST(Schedules, SuggestSoundParametersForEveryLength) {
  for (const ScheduleInfo& info : schedules())
    for (const std::int64_t steps :
         {std::int64_t{1}, std::int64_t{2}, std::int64_t{7}, std::int64_t{200}, ravine::Run::kMostSteps}) {
      const ParameterSet suggested = info.suggest(0.1, steps);
      EXPECT_TRUE(check(info.parameters, suggested, info.id).empty()) << info.id;
      EXPECT_TRUE(info.check(suggested).empty()) << info.id << ' ' << steps;
      const LearningRate lr = info.make(suggested, 0.1);
      for (const std::int64_t t : {std::int64_t{0}, steps / 2, steps - 1}) {
        EXPECT_GE(lr(t, 1), 0) << info.id;
        EXPECT_TRUE(std::isfinite(lr(t, 1))) << info.id;
      }
    }
}

TEST(Schedules, HaveUniqueIdsAndSoundDefaults) {
  std::set<std::string> ids;
  for (const ScheduleInfo& info : schedules()) {
    EXPECT_TRUE(ids.insert(info.id).second) << info.id;
    EXPECT_TRUE(info.check({}).empty()) << info.id;
    EXPECT_EQ(info.rateParameter.empty(), findParameter(info.parameters, info.rateParameter) == nullptr) << info.id;
  }
}

TEST(Schedules, CosineIsLowestAtTMaxAndRisesAgainAsInPyTorch) {
  const auto lr = rates("cosine_annealing", {{"T_max", std::int64_t{50}}}, 0.2, 101);
  EXPECT_DOUBLE_EQ(lr[0], 0.2);
  EXPECT_DOUBLE_EQ(lr[50], 0);
  EXPECT_DOUBLE_EQ(lr[100], 0.2);
}

TEST(Schedules, OneCycleStaysAtItsLastRate) {
  const auto lr = rates("onecycle", {{"max_lr", 1.0}, {"total_steps", std::int64_t{20}}}, 7, 60);
  for (std::size_t t = 19; t < lr.size(); ++t) EXPECT_NEAR(lr[t], 1.0 / 25 / 1e4, 1e-18);
}

TEST(Schedules, OneCycleTakesEveryShareOfClimbing) {
  for (const double share : {0.0, 0.01, 0.05, 0.5, 0.9, 1.0})
    for (const bool threePhase : {false, true})
      for (const double lr : rates(
               "onecycle",
               {{"max_lr", 1.0}, {"total_steps", std::int64_t{20}}, {"pct_start", share}, {"three_phase", threePhase}},
               1, 40)) {
        EXPECT_GT(lr, 0) << share;
        EXPECT_LE(lr, 1 + 1e-12) << share;
      }
}

TEST(Schedules, WarmUpStableDecayClimbsStaysAndFalls) {
  ParameterSet parameters{{"warmup", std::int64_t{2}}, {"decay", std::int64_t{4}}, {"total", std::int64_t{8}}};
  expectRates(rates("wsd", parameters, 1, 10), {0.5, 1, 1, 1, 1, 0.75, 0.5, 0.25, 0, 0});
  parameters["shape"] = std::string("sqrt");
  EXPECT_NEAR(rates("wsd", parameters, 1, 6)[5], 1 - std::sqrt(0.25), 1e-15);
  parameters["shape"] = std::string("cosine");
  EXPECT_NEAR(rates("wsd", parameters, 1, 7)[6], 0.5, 1e-15);
}

TEST(Schedules, SilverStepsFollowTheirRuler) {
  const double r = std::sqrt(2.0);
  // 1 + ρ^(ν−1) with ρ = 1 + √2: √2, 2, √2, 2 + √2, √2, 2, √2, 4 + 2√2
  expectRates(rates("silver", {}, 1, 8), {r, 2, r, 2 + r, r, 2, r, 4 + 2 * r});
}

TEST(Schedules, SilverStepsBeatEveryConstantRateOnAnIllConditionedQuadratic) {
  // After n = 2^k − 1 steps, on curvatures 1 and 1/200 with η₀ = 1/λmax.
  double silver = 1;
  double constant = 1;
  const LearningRate lr = findSchedule("silver")->make({}, 1.0);
  for (std::int64_t t = 0; t < 255; ++t) {
    silver *= 1 - lr(t, 0) / 200;
    constant *= 1 - 1.99 / 200;
  }
  EXPECT_LT(std::abs(silver), std::abs(constant));
}

TEST(Schedules, PiecewiseLinearGoesThroughItsPoints) {
  const ParameterSet parameters{{"points", Numbers{2, 1, 4, 3, 8, 1}}};
  expectRates(rates("piecewise_linear", parameters, 0.1, 11),
              {0.1, 0.1, 0.1, 0.2, 0.3, 0.25, 0.2, 0.15, 0.1, 0.1, 0.1});
}

TEST(Schedules, RefuseCombinationsThatMakeNoSense) {
  const std::vector<std::pair<Choice, std::string>> faults{
      {{"piecewise_linear", {{"points", Numbers{0, 1, 5}}}}, "schedule.points"},
      {{"piecewise_linear", {{"points", Numbers{0, 1, 5, 1, 5, 0}}}}, "schedule.points"},
      {{"piecewise_linear", {{"points", Numbers{}}}}, "schedule.points"},
      {{"warmup_cosine", {{"warmup", std::int64_t{50}}, {"total", std::int64_t{50}}}}, "schedule.total"},
      {{"wsd", {{"warmup", std::int64_t{170}}}}, "schedule.total"}};
  for (const auto& [schedule, place] : faults) {
    ravine::Run run;
    run.schedule = schedule;
    const Problems problems = validate(run);
    ASSERT_EQ(problems.size(), 1u) << schedule.id;
    EXPECT_EQ(problems[0].where, place);
  }
}

TEST(Schedules, CyclicGoesDownAsItWentUpUnlessToldOtherwise) {
  const ParameterSet parameters{{"base_lr", 0.0}, {"max_lr", 1.0}, {"step_size_up", std::int64_t{2}}};
  expectRates(rates("cyclic", parameters, 1, 6), {0, 0.5, 1, 0.5, 0, 0.5});
}

TEST(Schedules, MilestonesNeedNoOrderAndMayRepeat) {
  expectRates(rates("multistep", {{"milestones", Numbers{3, 1, 3}}, {"gamma", 0.5}}, 1, 5),
              {1, 0.5, 0.5, 0.125, 0.125});
}

TEST(WarmUp, ClimbsEvenlyToTheFirstRateAndThenLetsTheScheduleBegin) {
  const ScheduleInfo& linear = *findSchedule("linear");
  const LearningRate lr =
      withWarmUp(linear.make({{"start_factor", 1.0}, {"end_factor", 0.0}, {"total_iters", std::int64_t{4}}}, 0.8), 3);
  for (const auto& [t, rate] :
       std::vector<std::pair<std::int64_t, double>>{{0, 0.2}, {1, 0.4}, {2, 0.6}, {3, 0.8}, {4, 0.6}, {7, 0}})
    EXPECT_NEAR(lr(t, 0), rate, 1e-15) << t;
}

TEST(WarmUp, PrecedesEverySchedule) {
  for (const ScheduleInfo& info : schedules()) {
    const LearningRate plain = info.make({}, 0.1);
    const LearningRate warm = withWarmUp(info.make({}, 0.1), 10);
    const double first = plain(0, 1.0);
    EXPECT_NEAR(warm(0, 1.0), first / 11, 1e-16) << info.id;
    for (std::int64_t t = 1; t < 10; ++t) warm(t, 1.0);
    EXPECT_EQ(warm(10, 1.0), first) << info.id;
    EXPECT_EQ(warm(11, 0.5), plain(1, 0.5)) << info.id;
  }
}

// The rates that follow losses f(θ₀), f(θ₁), …
std::vector<double> ratesAfter(const std::string& id, const ParameterSet& parameters,
                               const std::vector<double>& losses) {
  const LearningRate lr = findSchedule(id)->make(parameters, 1);
  std::vector<double> rates;
  for (std::size_t t = 0; t < losses.size(); ++t) rates.push_back(lr(static_cast<std::int64_t>(t), losses[t]));
  return rates;
}

TEST(ReduceOnPlateau, CutsAfterMoreThanPatienceStepsWithoutImprovement) {
  const ParameterSet parameters{{"factor", 0.5}, {"patience", std::int64_t{2}}};
  // Best is 5 at t = 1; t = 2, 3 are forgiven, t = 4 is too many; then counting begins anew.
  expectRates(ratesAfter("reduce_on_plateau", parameters, {9, 5, 5, 5, 5, 5, 5, 5, 4}),
              {1, 1, 1, 1, 0.5, 0.5, 0.5, 0.25, 0.25});
}

TEST(ReduceOnPlateau, CountsOnlyFallsBeyondTheThreshold) {
  const ParameterSet relative{{"factor", 0.5}, {"patience", std::int64_t{0}}, {"threshold", 0.1}};
  expectRates(ratesAfter("reduce_on_plateau", relative, {10, 10, 9.1, 8.9}), {1, 1, 0.5, 0.5});
  ParameterSet absolute = relative;
  absolute["threshold_mode"] = std::string("abs");
  expectRates(ratesAfter("reduce_on_plateau", absolute, {10, 10, 9.95, 9.8}), {1, 1, 0.5, 0.5});
}

TEST(ReduceOnPlateau, CoolsDownAndStopsAtItsLowestRate) {
  const ParameterSet parameters{
      {"factor", 0.1}, {"patience", std::int64_t{0}}, {"cooldown", std::int64_t{2}}, {"min_lr", 0.05}};
  expectRates(ratesAfter("reduce_on_plateau", parameters, {1, 1, 1, 1, 1, 1, 1, 1}),
              {1, 1, 0.1, 0.1, 0.1, 0.05, 0.05, 0.05});
}

TEST(BoldDriver, GrowsAfterSuccessAndIsCutAfterFailure) {
  const ParameterSet parameters{{"up", 1.1}, {"down", 0.5}};
  expectRates(ratesAfter("bold_driver", parameters, {3, 2, 2.5, 1, 1}), {1, 1.1, 0.55, 0.605, 0.605});
}

TEST(ListeningSchedules, SayThatTheyListen) {
  for (const ScheduleInfo& info : schedules()) {
    const LearningRate a = info.make({}, 0.1);
    const LearningRate b = info.make({}, 0.1);
    bool differ = false;
    for (std::int64_t t = 0; t < 100; ++t)
      differ |= a(t, static_cast<double>(100 - t)) != b(t, static_cast<double>(t + 1));
    EXPECT_EQ(differ, info.listens) << info.id;
  }
}

}  // namespace
}  // namespace ravine
