#include "core/diagnosis/moment.h"

#include <gtest/gtest.h>

#include <cmath>
#include <limits>

#include "tests/core/diagnosis/random_runs.h"

namespace ravine {
namespace {

constexpr double kNothing = std::numeric_limits<double>::quiet_NaN();

// On ½(x² + 20y²) from (−4, 2), where each step multiplies x by 1 − η and y by 1 − 20η.
RunResultPtr onRavine(double lr, std::int64_t steps = 60) {
  ravine::Run run;
  run.lossFunction.id = "ravine";
  run.start = {-4, 2};
  run.lr = lr;
  run.steps = steps;
  return computeRun(run);
}

std::string at(const RunResultPtr& result, double playhead, const std::optional<Box>& zoom = {}) {
  return english(momentOfRun("A", result.get(), playhead, zoom), " ");
}

TEST(Moment, OfARunSaysStepPlaceLossAndWhetherItFalls) {
  const RunResultPtr result = onRavine(0.05);  // y is gone after one step
  EXPECT_EQ(at(result, 0), "Step 0 of 60: A at its start (−4, 2), loss 48.");
  EXPECT_EQ(at(result, 1), "Step 1 of 60: A at (−3.8, 0), loss 7.22, falling.");
  EXPECT_EQ(at(result, 2), "Step 2 of 60: A at (−3.61, 0), loss 6.52, falling.");
}

TEST(Moment, BetweenTwoStepsIsThatOfTheEarlier) {
  const RunResultPtr result = onRavine(0.05);
  EXPECT_EQ(at(result, 1.99), at(result, 1));
  EXPECT_EQ(at(result, 0.5), at(result, 0));
}

TEST(Moment, TellsAStepThatOvershot) {
  const RunResultPtr result = onRavine(0.09);
  EXPECT_EQ(at(result, 1), "Step 1 of 60: A at (−3.64, −1.6), loss 32.2, falling. The step to there overshot.");
  EXPECT_EQ(at(onRavine(0.04), 1).find("overshot"), std::string::npos);
}

TEST(Moment, SaysThatTheLossStaysWhereARunBouncesForEver) {
  ravine::Run run;
  run.lossFunction.id = "ravine";
  run.start = {0, 1};
  run.lr = 0.1;  // exactly at the limit
  run.steps = 20;
  EXPECT_EQ(at(computeRun(run), 3), "Step 3 of 20: A at (0, −1), loss 10, unchanged. The step to there overshot.");
}

TEST(Moment, SaysSinceWhenItHasBeenSettledAndThatItEnds) {
  const RunResultPtr result = onRavine(0.09, 200);
  const std::int64_t settled = result->diagnosis.settledSince.value();
  const std::string since = "settled since step " + std::to_string(settled) + '.';
  EXPECT_EQ(at(result, static_cast<double>(settled) - 1).find("settled"), std::string::npos);
  EXPECT_NE(at(result, static_cast<double>(settled)).find("It has been " + since), std::string::npos);
  EXPECT_NE(at(result, 200).find("It ends here, " + since), std::string::npos) << at(result, 200);
}

TEST(Moment, AfterTheLastStepOfAShorterRunIsItsEnd) {
  const RunResultPtr result = onRavine(0.05, 2);
  EXPECT_EQ(at(result, 2), "Step 2 of 2: A at (−3.61, 0), loss 6.52, falling. It ends here.");
  EXPECT_EQ(at(result, 3), "After its last step, 2: A at (−3.61, 0), loss 6.52. It ends here.");
  EXPECT_EQ(at(result, 1e9), at(result, 3));
}

TEST(Moment, OfARunThatDivergesSaysSinceWhenItIsOutsideAndGone) {
  const RunResultPtr result = onRavine(0.15);
  const std::int64_t gone = result->diagnosis.divergedAt.value();
  const std::int64_t left = result->diagnosis.excursions.front().left;
  ASSERT_LT(left, gone);
  EXPECT_NE(at(result, static_cast<double>(left))
                .find("It has been outside the domain since step " + std::to_string(left) + '.'),
            std::string::npos);
  EXPECT_EQ(at(result, static_cast<double>(left) - 1).find("outside"), std::string::npos);
  EXPECT_EQ(at(result, static_cast<double>(gone) - 1).find("diverged"), std::string::npos);
  EXPECT_NE(at(result, static_cast<double>(gone)).find("diverged at step " + std::to_string(gone)), std::string::npos);
  EXPECT_NE(at(result, 60).find(", rising."), std::string::npos);
}

TEST(Moment, BeforeNumbersCeaseSaysThatTheNextStepLeadsThere) {
  ravine::Run run;
  run.lossFunction = {"", {}, "exp(x^2)"};
  run.start = {3, 0};
  run.lr = 1;
  run.steps = 10;
  const RunResultPtr result = computeRun(run);
  ASSERT_EQ(result->trajectory.end, TrajectoryEnd::nonFinite);
  const std::int64_t last = result->trajectory.steps();
  EXPECT_NE(at(result, static_cast<double>(last)).find("It ends here"), std::string::npos);
  EXPECT_EQ(at(result, 10).find("nan"), std::string::npos);
  EXPECT_EQ(at(result, 10).find("—"), std::string::npos) << at(result, 10);
}

TEST(Moment, TellsWhatIsOutsideTheZoomedPart) {
  const RunResultPtr result = onRavine(0.05);
  EXPECT_NE(at(result, 1, Box{{-1, 1}, {-1, 1}}).find("It is outside the part that is seen."), std::string::npos);
  EXPECT_EQ(at(result, 1, Box{{-5, 1}, {-1, 1}}), at(result, 1));
}

TEST(Moment, BeforeTheFirstResultSaysSo) {
  EXPECT_EQ(at(nullptr, 7), "A has not been computed yet.");
}

TEST(Moment, TakesNothingInANameForAPlaceholder) {
  EXPECT_EQ(english(momentOfRun("%1 %2", onRavine(0.05).get(), 0).front()),
            "Step 0 of 60: %1 %2 at its start (−4, 2), loss 48.");
}

TEST(Moment, OfACurveSaysItsValueAboveTheBase) {
  const std::vector<double> values{3, 2, 2, 5, kNothing};
  const auto on = [&](double playhead) { return english(momentOfCurve("A", values, 1, playhead)); };
  EXPECT_EQ(on(0), "A: 2 at step 0.");
  EXPECT_EQ(on(1.7), "A: 1 at step 1, falling.");
  EXPECT_EQ(on(2), "A: 1 at step 2, unchanged.");
  EXPECT_EQ(on(3), "A: 4 at step 3, rising.");
  EXPECT_EQ(on(4), "A has no value at step 4.");
  EXPECT_EQ(english(momentOfCurve("A", {3, 2}, 0, 5)), "A ended at step 1 with 2.");
}

TEST(Moment, OfARateHoldsItAgainstTheLimit) {
  const std::vector<double> rates{0.1, 0.2, 0.2001, 0.3};
  const std::vector<double> limits{0.2, 0.2, 0.2, std::numeric_limits<double>::infinity(), kNothing};
  const auto on = [&](double playhead) { return english(momentOfRate("A", rates, limits, playhead)); };
  EXPECT_EQ(on(0), "A: η = 0.1 at step 0, below the stability limit 0.2.");
  EXPECT_EQ(on(1), "A: η = 0.2 at step 1, at the stability limit.");
  EXPECT_EQ(on(2), "A: η = 0.2001 at step 2, above the stability limit 0.2.");
  EXPECT_EQ(on(3), "A: η = 0.3 at step 3, where nothing limits it.");
  EXPECT_EQ(on(4), "A: η = 0.3 at step 4.");
  EXPECT_EQ(on(40), on(4));
}

// Whatever is run, at every step: read back and held against the trajectory.
TEST(Moment, IsTrueOfRandomRuns) {
  RandomRuns runs(3);
  for (int i = 0; i < 200; ++i) {
    const RunResultPtr result = runs.next();
    SCOPED_TRACE(RandomRuns::describe(result->run));
    const auto& losses = result->trajectory.losses;
    for (std::size_t t = 1; t < losses.size(); t += 1 + losses.size() / 20) {
      const std::string text = at(result, static_cast<double>(t));
      SCOPED_TRACE(text);
      EXPECT_TRUE(text.starts_with("Step " + std::to_string(t) + " of ")) << text;
      const auto says = [&](const char* course) { return text.find(course) != std::string::npos; };
      const double change = losses[t] - losses[t - 1];
      EXPECT_TRUE(says(", falling.")     ? change < 0
                  : says(", rising.")    ? change > 0
                  : says(", unchanged.") ? std::abs(change) <= 1e-13 * std::abs(losses[t])
                                         : false);
      EXPECT_EQ(text.find("nan"), std::string::npos);
      EXPECT_EQ(text.find('%'), std::string::npos);
    }
  }
}

}  // namespace
}  // namespace ravine
