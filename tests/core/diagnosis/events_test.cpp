// The facts from which the sentences are made: each is there where it happened, and absent where it nearly did.
#include "core/diagnosis/events.h"

#include <gtest/gtest.h>

#include "core/diagnosis/diagnose.h"

namespace ravine {
namespace {

ravine::Run runOn(const std::string& function, const Vector2& start, double lr, std::int64_t steps) {
  ravine::Run run;
  run.lossFunction = {function, {}};
  run.start = start;
  run.lr = lr;
  run.steps = steps;
  return run;
}

Diagnosis judge(const ravine::Run& run) {
  EXPECT_TRUE(validate(run).empty());
  return diagnose(run, simulate(run), surveyLandscape(run.lossFunction));
}

TEST(Thrown, TellsHowHighAndHowFlatItLanded) {
  const auto thrown = judge(runOn("catapult", {3.2, 0.05}, 0.22, 200)).events.thrown;
  ASSERT_TRUE(thrown);
  EXPECT_EQ(thrown->peak, 3);
  EXPECT_NEAR(thrown->lossBefore, 0.353, 1e-3);
  EXPECT_NEAR(thrown->lossAtPeak, 0.951, 1e-3);
  EXPECT_NEAR(thrown->sharpnessBefore, 10.28, 0.01);
  EXPECT_NEAR(thrown->sharpnessAfter, 6.86, 0.01);
}

TEST(Thrown, IsNotSaidOfARunThatOnlyDescendsNorOfOneThatNeverLands) {
  EXPECT_FALSE(judge(runOn("catapult", {3.2, 0.05}, 0.10, 200)).events.thrown);
  EXPECT_FALSE(judge(runOn("catapult", {3.2, 0.05}, 0.50, 200)).events.thrown);
  EXPECT_FALSE(judge(runOn("double_well", {1.6, 0.8}, 0.2, 200)).events.thrown);  // one minimum, not a curve
}

TEST(Escape, NamesTheStepAndBothMinima) {
  const auto escape = judge(runOn("double_well", {1.6, 0.8}, 0.2, 200)).events.escape;
  ASSERT_TRUE(escape);
  EXPECT_EQ(escape->step, 1);
  EXPECT_GT(escape->from.point.x(), 0);
  EXPECT_LT(escape->to.point.x(), 0);
}

TEST(Escape, IsNotSaidOfARunThatStaysInItsBasin) {
  EXPECT_FALSE(judge(runOn("double_well", {1.6, 0.8}, 0.05, 200)).events.escape);
  EXPECT_FALSE(judge(runOn("double_well", {1.6, 0.8}, 0.3, 200)).events.escape);   // bounces in its own well
  EXPECT_FALSE(judge(runOn("double_well", {1.6, 0.8}, 0.35, 200)).events.escape);  // leaves for good
}

TEST(Basins, AreWhereTinyStepsLead) {
  const Landscape landscape = surveyLandscape({"double_well", {}});
  EXPECT_GT(basinOf(landscape, {0.2, 1})->point.x(), 0);
  EXPECT_LT(basinOf(landscape, {-0.2, 1})->point.x(), 0);
  EXPECT_FALSE(basinOf(surveyLandscape({"quadratic_saddle", {}}), {1, 1}));
}

TEST(StabilityRegained, IsTheStepAfterTheLastUnstableOne) {
  ravine::Run run = runOn("ravine", {-4, 2}, 0.105, 200);
  run.schedule = {"step", {{"step_size", std::int64_t{20}}, {"gamma", 0.5}}};
  const auto regained = judge(run).events.stabilityRegained;
  ASSERT_TRUE(regained);
  EXPECT_EQ(regained->step, 20);
  EXPECT_NEAR(regained->lr, 0.0525, 1e-15);
  EXPECT_NEAR(regained->limit, 0.1, 1e-15);
  run.lr = 0.099;  // stable from the first step
  EXPECT_FALSE(judge(run).events.stabilityRegained);
}

TEST(NoiseFloor, IsAsHighAsTheTheorySays) {
  ravine::Run run = runOn("ravine", {-1, 0.5}, 0.05, 20'000);
  run.noise = {{"sigma", 1.0}, {"seed", std::int64_t{4}}};
  const Diagnosis d = judge(run);
  EXPECT_EQ(d.outcome, Outcome::oscillating);
  ASSERT_TRUE(d.events.noiseFloor && d.events.noiseFloor->expectedLoss);
  // Σ ησ²/(2(2 − ηλ)) over λ = 1, 20
  EXPECT_NEAR(*d.events.noiseFloor->expectedLoss, 0.025 / 1.95 + 0.025 / 1.0, 1e-12);
  EXPECT_NEAR(d.events.noiseFloor->meanLoss / *d.events.noiseFloor->expectedLoss, 1, 0.1);
}

TEST(NoiseFloor, IsNotSaidWhileTheLossStillFallsNorWithoutNoise) {
  ravine::Run run = runOn("bowl", {-4, 3}, 0.002, 400);
  run.noise = {{"sigma", 1.0}};
  EXPECT_FALSE(judge(run).events.noiseFloor);
  EXPECT_EQ(judge(run).outcome, Outcome::crawling);
  EXPECT_FALSE(judge(runOn("bowl", {-4, 3}, 0.3, 400)).events.noiseFloor);
}

TEST(NoiseFloor, MakesNoRunFromTheMinimumDiverge) {
  ravine::Run run = runOn("bowl", {0.01, 0.01}, 0.3, 300);
  for (std::int64_t seed = 0; seed < 300; ++seed) {
    run.noise = {{"sigma", 1.0}, {"seed", seed}};
    const Diagnosis d = judge(run);
    EXPECT_TRUE(d.outcome == Outcome::oscillating || d.outcome == Outcome::converged)
        << seed << ' ' << outcomeId(d.outcome);
  }
}

TEST(Anisotropy, GivesTheFactorsOfBothAxes) {
  const auto a = judge(runOn("ravine", {-4, 2}, 0.09, 200)).events.anisotropy;
  ASSERT_TRUE(a);
  EXPECT_DOUBLE_EQ(a->steepCurvature, 20);
  EXPECT_DOUBLE_EQ(a->flatCurvature, 1);
  EXPECT_NEAR(std::abs(a->steepDirection.y()), 1, 1e-12);
  EXPECT_NEAR(a->steepFactor, -0.8, 1e-12);
  EXPECT_NEAR(a->flatFactor, 0.91, 1e-12);
}

TEST(Anisotropy, IsNotSaidOfACurveOfMinimaNorWithoutTheory) {
  EXPECT_FALSE(judge(runOn("catapult", {3.2, 0.05}, 0.10, 200)).events.anisotropy);
  ravine::Run run = runOn("ravine", {-4, 2}, 0.3, 200);
  run.optimizer.id = "adam";
  EXPECT_FALSE(judge(run).events.anisotropy);
}

// The promised number of steps does bring it there, and one fewer does not.
TEST(WayOut, SaysHowManyStepsMakeARunLeaveTheSaddle) {
  const ravine::Run run = runOn("escape_saddle", {1, 1e-4}, 0.01, 200);
  const auto way = judge(run).events.wayOut;
  ASSERT_TRUE(way);
  EXPECT_EQ(way->curvature, -2);
  EXPECT_NEAR(std::abs(way->direction.y()), 1, 1e-12);
  EXPECT_DOUBLE_EQ(way->factor.value(), 1.02);
  const double hundredth = 0.01 * std::hypot(3, 3);
  const auto distance = [&](double steps) {
    return std::abs(simulate(runOn("escape_saddle", {1, 1e-4}, 0.01, 200 + std::llround(steps))).points.back().y());
  };
  EXPECT_LT(distance(std::floor(way->stepsLeft)), hundredth);
  EXPECT_GE(distance(std::ceil(way->stepsLeft)), 0.999 * hundredth);
}

TEST(WayOut, DoesNotGrowForARunThatStandsExactlyOnTheSaddle) {
  const auto way = judge(runOn("escape_saddle", {1, 0}, 0.1, 600)).events.wayOut;
  ASSERT_TRUE(way);
  EXPECT_EQ(way->distance, 0);
  EXPECT_EQ(way->stepsLeft, 0);
}

TEST(WayOut, IsOnlyGivenAtASaddle) {
  EXPECT_FALSE(judge(runOn("ravine", {-4, 2}, 0.04, 200)).events.wayOut);
}

TEST(Pace, OnAQuadraticIsThatOfTheDirectionThatIsLeft) {
  const Events far = judge(runOn("ravine", {-4, 2}, 0.005, 200)).events;
  ASSERT_TRUE(far.approach);
  EXPECT_FALSE(far.approach->steep);
  EXPECT_EQ(far.approach->curvature, 1);
  EXPECT_NEAR(far.approach->factor, 0.995, 1e-9);
  EXPECT_EQ(far.approach->stepsLeft, 467);
  EXPECT_FALSE(far.gapClosing);
  // Just below the limit it is the steep direction that is slow.
  const Events near = judge(runOn("ravine", {-4, 2}, 0.0999, 300)).events;
  ASSERT_TRUE(near.approach);
  EXPECT_TRUE(near.approach->steep);
  EXPECT_EQ(near.approach->curvature, 20);
  EXPECT_NEAR(near.approach->factor, 0.998, 1e-9);
}

TEST(Pace, ElsewhereIsCountedByGoingOn) {
  ravine::Run run = runOn("rosenbrock", {-1.2, 1}, 0.0018, 400);
  const Diagnosis d = judge(run);
  EXPECT_FALSE(d.events.approach);
  ASSERT_TRUE(d.events.gapClosing && d.events.gapClosing->stepsLeft);
  const double gap = simulate(run).losses.back();
  run.steps += *d.events.gapClosing->stepsLeft;
  EXPECT_LE(simulate(run).losses.back(), 0.01 * gap);
  --run.steps;
  EXPECT_GT(simulate(run).losses.back(), 0.01 * gap);
}

TEST(Pace, IsNotGivenForARunThatArrived) {
  const Events events = judge(runOn("ravine", {-4, 2}, 0.04, 200)).events;
  EXPECT_FALSE(events.approach);
  EXPECT_FALSE(events.gapClosing);
}

TEST(Basins, AreNoneWhenCancelled) {
  EXPECT_FALSE(basinOf(surveyLandscape({"double_well", {}}), {0.2, 1}, [] { return true; }));
}

}  // namespace
}  // namespace ravine
