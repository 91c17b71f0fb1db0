#include "core/run/model_run.h"
#include "core/base/random_numbers.h"
#include "core/run/simulate.h"

#include <gtest/gtest.h>

#include "core/run/cycle_length.h"

namespace ravine {
namespace {

Run runOf(const std::string& model) {
  Run run;
  setLossFunction(run, LossChoice{.id = model, .parameters = {}});
  return run;
}

TEST(ModelRun, EveryModelIsChosenWithARunThatIsSound) {
  for (const ModelInfo& model : models()) {
    const ravine::Run run = runOf(model.id);
    EXPECT_TRUE(validate(run).empty()) << model.id;
    EXPECT_TRUE(lossFunctionInfo(run).domain.contains(run.start)) << model.id;
  }
}

TEST(ModelRun, AFunctionWithoutDataHasNeitherBatchesNorEpochs) {
  ravine::Run run = runOf("line");
  run.batches = {{"batch_size", std::int64_t{8}}};
  run.scheduleUnit = TimeUnit::epochs;
  setLossFunction(run, *findLossFunction("himmelblau"));
  EXPECT_TRUE(validate(run).empty());
  EXPECT_EQ(run.scheduleUnit, TimeUnit::steps);
  EXPECT_EQ(stepsPerEpoch(run), 1);
}

TEST(ModelRun, AnotherModelKeepsTheBatches) {
  ravine::Run run = runOf("line");
  run.batches = {{"batch_size", std::int64_t{8}}};
  setLossFunction(run, LossChoice{.id = "logistic", .parameters = {}});
  EXPECT_EQ(batchSettings(run.batches).batchSize, 8);
}

TEST(ModelRun, AScheduleThatFollowsItsSpanGoesOnDoingSoThroughUnitsBatchesAndSteps) {
  for (const ScheduleInfo& schedule : schedules()) {
    ravine::Run run = runOf("line");
    run.steps = 200;
    run.schedule = {schedule.id, schedule.suggest(run.lr, run.steps)};
    const auto isSuggested = [&] {
      for (const auto& [id, value] : schedule.suggest(run.lr, scheduleSpan(run)))
        if (run.schedule.parameters.at(id) != value) return false;
      return true;
    };
    changeSpan(run, [](ravine::Run& r) { r.batches["batch_size"] = std::int64_t{8}; });
    EXPECT_TRUE(isSuggested()) << schedule.id;
    changeSpan(run, [](ravine::Run& r) { r.scheduleUnit = TimeUnit::epochs; });
    EXPECT_EQ(scheduleSpan(run), 40);
    EXPECT_TRUE(isSuggested()) << schedule.id;
    changeSpan(run, [](ravine::Run& r) { r.batches["batch_size"] = std::int64_t{16}; });
    EXPECT_EQ(scheduleSpan(run), 67);
    setSteps(run, 99);
    EXPECT_TRUE(isSuggested()) << schedule.id;
    EXPECT_TRUE(validate(run).empty()) << schedule.id;
  }
}

TEST(ModelRun, BatchesThatAreNoneAreLeftForValidateToRefuse) {
  ravine::Run run = runOf("line");
  changeSpan(run, [](ravine::Run& r) { r.batches["batch_size"] = std::int64_t{-1}; });
  EXPECT_FALSE(validate(run).empty());
}

TEST(ModelRun, OtherDataTakeAlongARunThatStoodAsItsModelSuggested) {
  ravine::Run run = runOf("line");
  ravine::Run elsewhere = run;
  elsewhere.start = {0.1, 0.1};
  elsewhere.lr = 0.02;
  for (ravine::Run* each : {&run, &elsewhere}) learnFrom(*each, {.id = "unequal_scales"});
  const LossFunctionInfo info = lossFunctionInfo(run);
  EXPECT_EQ(run.start, info.start);
  EXPECT_EQ(run.lr, info.lr);
  EXPECT_EQ(elsewhere.start, Vector2(0.1, 0.1));
  EXPECT_EQ(elsewhere.lr, 0.02);
}

TEST(ModelRun, StandardizingKeepsThePartOfTheLimit) {
  ravine::Run run = runOf("line");
  learnFrom(run, {.id = "unequal_scales"});
  const ravine::Run other = withStandardizeSwitched(run);
  EXPECT_TRUE(isStandardized(other));
  EXPECT_NEAR(other.lr * *sharpnessAtMinimum(other), run.lr * *sharpnessAtMinimum(run), 0.005 * 2);
  EXPECT_EQ(withStandardizeSwitched(other).lossFunction.parameters.at("standardize"), ParameterValue(false));
  for (const ModelInfo& model : models()) {
    if (!canStandardize(runOf(model.id))) continue;
    EXPECT_TRUE(validate(withStandardizeSwitched(runOf(model.id))).empty()) << model.id;
  }
}

TEST(ModelRun, StandardizingBeginsWithTheSameModel) {
  for (const char* model : {"line", "line_huber", "logistic_bias", "tanh_neuron"}) {
    ravine::Run run = runOf(model);
    run.start = {0.8, -0.3};
    const auto lossAtStart = [](const ravine::Run& r) {
      return makeLossFunction(lossFunctionInfo(r), r.lossFunction.parameters)->value(r.start);
    };
    const ravine::Run other = withStandardizeSwitched(run);
    EXPECT_NE(other.start, run.start) << model;
    EXPECT_NEAR(lossAtStart(other), lossAtStart(run), 1e-4 * lossAtStart(run)) << model;
    EXPECT_TRUE(lossFunctionInfo(other).domain.contains(other.start)) << model;
    EXPECT_LT((withStandardizeSwitched(other).start - run.start).norm(), 1e-4) << "and back: " << model;
  }
}

TEST(ModelRun, RowsThatTellNothingHaveAViewInWhichARunHasRoom) {
  DataTable table{1, {}};
  RandomNumbers random(3);
  for (int i = 0; i < 2000; ++i) table.rows.push_back({random.normal(), 0, random.normal()});
  ravine::Run run = runOf("line");
  learnFrom(run, {.rows = Shared(table)});
  EXPECT_GE(lossFunctionInfo(run).domain.x.length(), 0.5);
  for (const Vector2& point : simulate(run).points) EXPECT_TRUE(lossFunctionInfo(run).domain.contains(point));
}

TEST(ModelRun, StandardizingLeavesTheRateOfAMethodThatHasNoLimit) {
  ravine::Run run = runOf("line");
  run.optimizer = {"adam", {}};
  EXPECT_EQ(withStandardizeSwitched(run).lr, run.lr);
}

TEST(ModelRun, EveryModelHasDataAndEverySetAModel) {
  for (const ModelInfo& model : models()) {
    const auto sets = dataSetsFor(model);
    ASSERT_FALSE(sets.empty()) << model.id;
    for (const DataSetInfo* set : sets) EXPECT_TRUE(check(model, set->make({})).empty()) << model.id << ' ' << set->id;
  }
  for (const DataSetInfo& set : dataSets()) {
    const auto fitting = modelsFor(set.make({}));
    ASSERT_FALSE(fitting.empty()) << set.id;
    EXPECT_EQ(fitting.front()->labels, set.labels) << set.id;
  }
}

TEST(ModelRun, TheWayUpOfACycleIsCountedInEpochs) {
  ravine::Run run = runOf("line");
  run.batches = {{"batch_size", std::int64_t{8}}};
  EXPECT_FALSE(hasCyclesOfEpochs(run));
  run.schedule = {"cyclic", {{"step_size_up", std::int64_t{9}}, {"step_size_down", std::int64_t{9}}}};
  ASSERT_TRUE(hasCyclesOfEpochs(run));
  setEpochsUp(run, 4);
  EXPECT_EQ(run.schedule.parameters.at("step_size_up"), ParameterValue(std::int64_t{20}));
  EXPECT_EQ(run.schedule.parameters.at("step_size_down"), ParameterValue(std::int64_t{20}));
  run.schedule.parameters["step_size_down"] = std::int64_t{3};
  run.scheduleUnit = TimeUnit::epochs;
  setEpochsUp(run, 6);
  EXPECT_EQ(run.schedule.parameters.at("step_size_up"), ParameterValue(std::int64_t{6}));
  EXPECT_EQ(run.schedule.parameters.at("step_size_down"), ParameterValue(std::int64_t{3}));
}

}  // namespace
}  // namespace ravine
