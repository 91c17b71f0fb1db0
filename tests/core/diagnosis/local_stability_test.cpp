#include "core/diagnosis/local_stability.h"

#include <gtest/gtest.h>

#include "core/diagnosis/best_rate.h"

namespace ravine {
namespace {

RunResultPtr run(const std::string& function, const Vector2& start, double lr, std::int64_t steps,
                 const std::string& optimizer = "sgd") {
  ravine::Run run;
  run.lossFunction = {function, {}};
  run.start = start;
  run.lr = lr;
  run.steps = steps;
  run.optimizer.id = optimizer;
  return computeRun(run);
}

TEST(LocalStability, TellsBelowAtAndAboveTheLimit) {
  EXPECT_EQ(stabilityAt(*run("ravine", {-4, 2}, 0.09, 50), 7).verdict, LocalStability::stable);
  EXPECT_EQ(stabilityAt(*run("ravine", {-4, 2}, 0.1, 50), 7).verdict, LocalStability::atTheLimit);
  EXPECT_EQ(stabilityAt(*run("ravine", {-4, 2}, 0.105, 50), 7).verdict, LocalStability::unstable);
  EXPECT_EQ(stabilityAt(*run("ravine", {-4, 2}, 0.1, 50, "lion"), 7).verdict, LocalStability::unknown);
}

TEST(LocalStability, OfABounceSaysWhereTheLimitIsCrossed) {
  const RunResultPtr result = run("double_well", {1.6, 0.8}, 0.25, 200);
  ASSERT_EQ(result->diagnosis.outcome, Outcome::oscillating);
  bool seen = false;
  for (std::size_t t = 150; t < 200; ++t) {
    const StabilityHere here = stabilityAt(*result, t);
    if (here.verdict != LocalStability::stable) continue;
    seen = true;
    ASSERT_TRUE(here.crossedAt);
    EXPECT_EQ(stabilityAt(*result, static_cast<std::size_t>(*here.crossedAt)).verdict, LocalStability::unstable);
  }
  EXPECT_TRUE(seen);
  EXPECT_FALSE(stabilityAt(*run("ravine", {-4, 2}, 0.09, 50), 7).crossedAt);
}

TEST(LastInDomain, IsTheStepBeforeARunLeft) {
  const RunResultPtr gone = run("ravine", {-4, 2}, 0.11, 100);
  ASSERT_EQ(gone->diagnosis.excursions.size(), 1u);
  const auto left = static_cast<std::size_t>(gone->diagnosis.excursions.front().left);
  EXPECT_EQ(lastInDomain(gone->diagnosis, 100), left - 1);
  EXPECT_EQ(lastInDomain(gone->diagnosis, left - 1), left - 1);
  EXPECT_EQ(lastInDomain(run("ravine", {-9, 2}, 0.05, 100)->diagnosis, 0), 0u) << "began outside";
}

TEST(BestRate, StaysInThePictureAndHasGoodNeighbours) {
  for (const char* optimizer : {"rmsprop", "adam", "adagrad"}) {
    const RunResultPtr base = run("ravine", {-4, 2}, 0.05, 200, optimizer);
    const auto best = bestRate(base->run, *base->landscape);
    ASSERT_TRUE(best && !best->exact) << optimizer;
    double worst = 0;
    for (const double factor : {0.96, 1.0, 1.04}) {
      ravine::Run tried = base->run;
      tried.lr = best->lr * factor;
      const Trajectory t = simulate(tried);
      for (const Vector2& point : t.points) EXPECT_LT(base->landscape->domain.distanceTo(point), 1.5) << optimizer;
      worst = std::max(worst, t.losses.back());
    }
    EXPECT_LT(worst, 0.1) << optimizer << ' ' << best->lr;
  }
}

}  // namespace
}  // namespace ravine
