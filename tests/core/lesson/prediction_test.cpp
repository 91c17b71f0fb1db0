#include "core/lesson/prediction.h"

#include <gtest/gtest.h>

namespace ravine {
namespace {

constexpr double kFloor = 1e-12;

Run ravineRun(double lr) {
  Run run;
  run.lr = lr;
  return run;
}

TEST(Predictions, OfTheOutcomeAreRightOrWrong) {
  const auto result = computeRun(ravineRun(0.105));
  EXPECT_EQ(judge({.guess = Guess::diverges}, *result).guessIsRight, true);
  EXPECT_EQ(judge({.guess = Guess::converges}, *result).guessIsRight, false);
  EXPECT_EQ(judge({}, *result).guessIsRight, std::nullopt);
  EXPECT_EQ(judge({}, *result).happened, Guess::diverges);
  EXPECT_EQ(judge({}, *result).asked(), 0);
}

TEST(Predictions, OfTheEndAreRightNearIt) {
  const auto result = computeRun(ravineRun(0.09));
  const double view = result->landscape->domain.diagonal();
  const Vector2 end = result->trajectory.points.back();
  EXPECT_EQ(judge({.end = end + Vector2(0.04 * view, 0)}, *result).endIsRight, true);
  EXPECT_EQ(judge({.end = end + Vector2(0.06 * view, 0)}, *result).endIsRight, false);
}

TEST(Predictions, ThatARunLeavesAreRightWhereverItIsThen) {
  const auto result = computeRun(ravineRun(0.105));
  const Box& domain = result->landscape->domain;
  EXPECT_EQ(judge({.end = Vector2(domain.x.upper + 1, 0)}, *result).endIsRight, true);
  EXPECT_EQ(judge({.end = domain.centre()}, *result).endIsRight, false);
  const auto settles = computeRun(ravineRun(0.09));
  EXPECT_EQ(judge({.end = Vector2(domain.x.upper + 10, 0)}, *settles).endIsRight, false);
}

TEST(Predictions, OfTheLossAreRightWhereTheyFollowItRoughly) {
  const auto result = computeRun(ravineRun(0.09));
  Prediction exact{.curveFloor = kFloor};
  Prediction doubled = exact;
  Prediction flat = exact;
  for (std::size_t t = 0; t < result->trajectory.losses.size(); t += 10) {
    const auto step = static_cast<double>(t);
    exact.curve.emplace_back(step, result->trajectory.losses[t]);
    doubled.curve.emplace_back(step, 2 * result->trajectory.losses[t]);
    flat.curve.emplace_back(step, result->trajectory.losses[0]);
  }
  EXPECT_EQ(judge(exact, *result).curveIsRight, true);
  EXPECT_EQ(judge(doubled, *result).curveIsRight, true);
  EXPECT_EQ(judge(flat, *result).curveIsRight, false);
  EXPECT_EQ(judge({.curve = {Vector2(3, 1)}}, *result).curveIsRight, std::nullopt) << "a dot is no curve";
}

TEST(Predictions, CountTheHandsThatWereRight) {
  Prediction prediction;
  prediction.hands = {5, 2, 0, 0, 21, 3};
  const Judgement judgement = judge(prediction, *computeRun(ravineRun(0.105)));
  EXPECT_EQ(judgement.hands, 31);
  EXPECT_EQ(judgement.handsRight, 21);
}

}  // namespace
}  // namespace ravine
