// What is kept of a lane is, bit for bit, what simulate() gives of the run that it stands for. Run with every
// instruction set.
#include "core/sweep/lane_runs.h"

#include <gtest/gtest.h>

#include "core/run/model_run.h"
#include "tests/core/same_bits.h"

namespace ravine {
namespace {

// From all over the view and beyond, with rates from a crawl to divergence.
std::vector<Lane> lanesOf(const Run& run, std::size_t count = 37) {
  const Box around = lossFunctionInfo(run).domain.grown(0.3);
  std::vector<Lane> lanes;
  for (std::size_t i = 0; i < count; ++i) {
    const double part = static_cast<double>(i) / static_cast<double>(count - 1);
    const double other = static_cast<double>(i * 11 % count) / static_cast<double>(count - 1);
    lanes.push_back({{around.x.lower + part * around.x.length(), around.y.lower + other * around.y.length()},
                     nominalRate(run) * std::pow(10, 3 * other - 1.5)});
  }
  return lanes;
}

// The ends in the order of the lanes.
std::vector<LaneEnd> endsOf(const Run& run, const std::vector<Lane>& lanes) {
  std::vector<LaneEnd> ends(lanes.size());
  std::size_t visited = 0;
  EXPECT_TRUE(runLanes(run, lanes, [&](std::size_t lane, const LaneEnd& end, const LaneTrail&) {
    ends[lane] = end;
    ++visited;
  }));
  EXPECT_EQ(visited, lanes.size());
  return ends;
}

void expectTheRunsThatTheyStandFor(const Run& run, const std::string& what) {
  const std::vector<Lane> lanes = lanesOf(run);
  const std::vector<LaneEnd> ends = endsOf(run, lanes);
  for (std::size_t i = 0; i < lanes.size(); ++i) {
    const Trajectory t = simulate(runOfLane(run, lanes[i]), {.recordCurvature = false});
    const LaneEnd& end = ends[i];
    const bool same = haveSameBits(end.point.x(), t.points.back().x()) &&
                      haveSameBits(end.point.y(), t.points.back().y()) && haveSameBits(end.loss, t.losses.back()) &&
                      haveSameBits(end.lowestLoss, *std::min_element(t.losses.begin(), t.losses.end())) &&
                      end.steps == t.steps() && end.end == t.end && haveSameBits(end.firstLoss, t.losses.front()) &&
                      (t.end != TrajectoryEnd::finished || haveSameBits(end.lastLr, t.lrs.back()));
    if (same) continue;
    ADD_FAILURE() << what << ", lane " << i << ": " << end.steps << " steps to " << end.point.transpose() << ", alone "
                  << t.steps() << " to " << t.points.back().transpose();
    return;
  }
}

Run runOn(const std::string& function) {
  Run run;
  setLossFunction(run, LossChoice{function, {}});
  run.steps = 50;
  return run;
}

TEST(LaneRuns, OnEveryFunction) {
  for (const LossFunctionInfo& info : lossFunctions()) expectTheRunsThatTheyStandFor(runOn(info.id), info.id);
}

TEST(LaneRuns, ByEveryOptimizer) {
  for (const OptimizerInfo& info : optimizers())
    for (const char* function : {"rosenbrock", "rastrigin", "escape_saddle"}) {
      ravine::Run run = runOn(function);
      run.optimizer = {info.id, {}};
      expectTheRunsThatTheyStandFor(run, info.id + " on " + function);
    }
}

TEST(LaneRuns, WithEverySchedule) {
  for (const ScheduleInfo& info : schedules()) {
    ravine::Run run = runOn("himmelblau");
    run.schedule = {info.id, info.suggest(run.lr, run.steps)};
    expectTheRunsThatTheyStandFor(run, info.id);
    run.warmUp = 5;
    run.optimizer = {"adam", {}};
    expectTheRunsThatTheyStandFor(run, info.id + " after a warm-up");
  }
}

TEST(LaneRuns, WithNoiseBatchesAndFormulas) {
  ravine::Run noisy = runOn("double_well");
  noisy.noise = {{"sigma", 0.5}, {"seed", std::int64_t{4}}, {"decay", 0.5}};
  expectTheRunsThatTheyStandFor(noisy, "noise");
  ravine::Run batches = runOn("line");
  batches.batches = {{"batch_size", std::int64_t{8}}};
  expectTheRunsThatTheyStandFor(batches, "batches");
  batches.noise = {{"sigma", 0.1}};
  batches.optimizer = {"sam", {}};
  expectTheRunsThatTheyStandFor(batches, "batches with noise, by SAM");
  ravine::Run typed;
  setLossFunction(typed, LossChoice{.id = {}, .parameters = {}, .formula = "sin(3*x)*exp(-y^2) + abs(x*y) + 0.1*x^2"});
  typed.lr = 0.05;
  typed.steps = 50;
  expectTheRunsThatTheyStandFor(typed, "a formula");
}

TEST(LaneRuns, OneLaneAndNoneAndWhatIsCancelled) {
  const ravine::Run run = runOn("bowl");
  EXPECT_TRUE(endsOf(run, {}).empty());
  const std::vector<Lane> one{{{1, 1}, 0.1}};
  EXPECT_EQ(endsOf(run, one).front().steps, 50);
  const auto never = [](std::size_t, const LaneEnd&, const LaneTrail&) { ADD_FAILURE(); };
  EXPECT_FALSE(runLanes(run, one, never, {.cancelled = [] { return true; }}));
}

TEST(LaneRuns, EndWhereTheyLeaveTheirCircles) {
  ravine::Run run = runOn("himmelblau");
  const std::vector<Lane> lanes = lanesOf(run);
  constexpr std::int64_t from = 7;
  for (const char* optimizer : {"adam", "armijo"}) {
    run.optimizer = {optimizer, {}};
    std::vector<Leash> leashes;
    for (std::size_t i = 0; i < lanes.size(); ++i) leashes.push_back({{3, 2}, 0.4 * static_cast<double>(i)});
    int left = 0;
    runLanes(run, lanes,
             [&](std::size_t i, const LaneEnd& end, const LaneTrail&) {
               const Trajectory t = simulate(runOfLane(run, lanes[i]), {.recordCurvature = false});
               auto step = from;
               while (step <= t.steps() &&
                      (t.points[static_cast<std::size_t>(step)] - leashes[i].centre).norm() <= leashes[i].length)
                 ++step;
               EXPECT_EQ(end.hasLeft, step <= t.steps()) << optimizer << ", lane " << i;
               if (end.hasLeft && optimizerInfo(run).makeLanes) {
                 EXPECT_EQ(end.steps, step) << "lane " << i;
               }
               left += end.hasLeft ? 1 : 0;
             },
             {.leashes = leashes, .leashedFrom = from});
    EXPECT_GT(left, 3) << optimizer;
    EXPECT_LT(left, std::ssize(lanes) - 3) << optimizer;
  }
}

// The sum of what is finite need not be.
TEST(LaneRuns, GoOnWhereAllIsFiniteAndVeryLarge) {
  ravine::Run run;
  setLossFunction(run, LossChoice{.id = {}, .parameters = {}, .formula = "abs(x) + abs(y)"});
  run.steps = 5;
  const std::vector<Lane> lanes{{{8e307, 8e307}, 0.1}, {{1, 1}, 0.1}, {{1.7e308, 1.7e308}, 0.1}};
  const std::vector<LaneEnd> ends = endsOf(run, lanes);
  EXPECT_EQ(ends[0].steps, 5);
  EXPECT_EQ(ends[0].lowestLoss, 1.6e308);
  EXPECT_EQ(ends[1].steps, 5);
  EXPECT_FALSE(ends[2].began) << "the loss overflows";
}

// Among them runs that end early, after which the last takes the place of each.
TEST(LaneRuns, KeepTheStatesThatOneAsksFor) {
  ravine::Run run = runOn("rosenbrock");
  for (const char* optimizer : {"sgd", "armijo"})
    for (const std::int64_t kept :
         {std::int64_t{0}, std::int64_t{1}, std::int64_t{11}, run.steps + 1, std::int64_t{400}}) {
      run.optimizer = {optimizer, {}};
      const std::vector<Lane> lanes = lanesOf(run);
      runLanes(run, lanes,
               [&](std::size_t i, const LaneEnd& end, const LaneTrail& trail) {
                 const Trajectory t = simulate(runOfLane(run, lanes[i]), {.recordCurvature = false});
                 EXPECT_EQ(trail.last, end.steps);
                 EXPECT_LE(trail.first, std::max(run.steps + 1 - kept, std::int64_t{0}));
                 for (std::int64_t step = trail.first; step <= trail.last; ++step) {
                   const auto at = static_cast<std::size_t>(step);
                   ASSERT_TRUE(haveSameBits(trail.point(step).x(), t.points[at].x()) &&
                               haveSameBits(trail.point(step).y(), t.points[at].y()) &&
                               haveSameBits(trail.loss(step), t.losses[at]))
                       << optimizer << ", lane " << i << ", step " << step;
                 }
               },
               {.kept = kept});
    }
}

TEST(LaneRuns, AStartWithoutALossIsSaidToBeNone) {
  ravine::Run run;
  setLossFunction(run, LossChoice{.id = {}, .parameters = {}, .formula = "log(x) + y^2"});
  run.steps = 20;
  const std::vector<Lane> lanes{{{1, 1}, 0.01}, {{-1, 1}, 0.01}, {{2, 1}, 0.01}};
  for (const char* optimizer : {"sgd", "armijo"}) {
    run.optimizer = {optimizer, {}};
    const std::vector<LaneEnd> ends = endsOf(run, lanes);
    EXPECT_FALSE(ends[1].began) << optimizer;
    EXPECT_EQ(ends[1].steps, 0) << optimizer;
    EXPECT_TRUE(ends[0].began && ends[2].began) << optimizer;
    EXPECT_GT(ends[2].steps, 0) << optimizer;
  }
}

}  // namespace
}  // namespace ravine
