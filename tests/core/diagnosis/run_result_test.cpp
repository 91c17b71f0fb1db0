#include "core/diagnosis/run_result.h"

#include <gtest/gtest.h>

namespace ravine {
namespace {

TEST(RunResult, HoldsAllThatFollowsFromARun) {
  const ravine::Run run;
  const RunResultPtr result = computeRun(run);
  ASSERT_TRUE(result);
  EXPECT_EQ(result->run, run);
  EXPECT_EQ(result->trajectory.points, simulate(run).points);
  EXPECT_EQ(result->diagnosis.outcome, Outcome::converged);
  EXPECT_EQ(result->summary.finalLoss, result->trajectory.losses.back());
  EXPECT_EQ(result->summary.pathLength, summarize(result->trajectory).pathLength);
}

TEST(RunResult, SharesALandscapeThatIsKnown) {
  const ravine::Run run;
  const auto landscape = std::make_shared<const Landscape>(surveyLandscape(run.lossFunction));
  EXPECT_EQ(computeRun(run, landscape)->landscape, landscape);
}

// However late the cancellation comes, it is noticed: at the first question, at the second, …
TEST(RunResult, IsNullWhereverItIsCancelled) {
  ravine::Run run;
  run.lossFunction.id = "double_well";  // with an escape, for which basins are searched
  run.start = {1.6, 0.8};
  run.lr = 0.2;
  int questions = 0;
  ASSERT_TRUE(computeRun(run, nullptr, [&] { return ++questions < 0; }));
  ASSERT_GT(questions, 10);
  for (int last = 1; last <= questions; last += std::max(1, questions / 200)) {
    int asked = 0;
    EXPECT_FALSE(computeRun(run, nullptr, [&] { return ++asked >= last; })) << "at question " << last;
  }
  int asked = 0;
  EXPECT_FALSE(computeRun(run, nullptr, [&] { return ++asked >= questions; })) << "at the last question";
}

TEST(RunResult, KnowsTheRateOfEveryStepAndKeepsTheLast) {
  ravine::Run run;
  run.schedule = {"step", {{"step_size", std::int64_t{1}}, {"gamma", 0.5}}};
  run.lr = 0.08;
  run.steps = 3;
  const RunResultPtr result = computeRun(run);
  EXPECT_EQ(rateAt(*result, 0), 0.08);
  EXPECT_EQ(rateAt(*result, 2), 0.02);
  EXPECT_EQ(rateAt(*result, 3), 0.02);
}

}  // namespace
}  // namespace ravine
