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

void expectTheRunsThatTheyStandFor(const Run& run, const std::string& what) {
  const std::vector<Lane> lanes = lanesOf(run);
  const std::vector<LaneEnd> ends = runLanes(run, lanes);
  ASSERT_EQ(ends.size(), lanes.size());
  for (std::size_t i = 0; i < lanes.size(); ++i) {
    const Trajectory t = simulate(runOfLane(run, lanes[i]), {.recordCurvature = false});
    const LaneEnd& end = ends[i];
    const bool same = haveSameBits(end.point.x(), t.points.back().x()) &&
                      haveSameBits(end.point.y(), t.points.back().y()) && haveSameBits(end.loss, t.losses.back()) &&
                      haveSameBits(end.lowestLoss, *std::min_element(t.losses.begin(), t.losses.end())) &&
                      end.steps == t.steps() && end.end == t.end;
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
  EXPECT_TRUE(runLanes(run, {}).empty());
  const std::vector<Lane> one{{{1, 1}, 0.1}};
  EXPECT_EQ(runLanes(run, one).front().steps, 50);
  EXPECT_TRUE(runLanes(run, one, [] { return true; }).empty());
}

}  // namespace
}  // namespace ravine
