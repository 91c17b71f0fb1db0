#include "core/run/experiment.h"

#include "core/run/landmarks.h"

#include <gtest/gtest.h>

#include <array>
#include <limits>

namespace ravine {
namespace {

std::string where(const Problems& problems) {
  return problems.empty() ? "" : place(problems.front());
}

TEST(Validation, AcceptsEveryRowOfTheCataloguesWithItsDefaults) {
  for (const LossFunctionInfo& function : lossFunctions())
    for (const ScheduleInfo& schedule : schedules())
      for (const OptimizerInfo& optimizer : optimizers()) {
        ravine::Run run;
        run.lossFunction.id = function.id;
        run.start = function.start;
        run.schedule.id = schedule.id;
        run.optimizer.id = optimizer.id;
        EXPECT_TRUE(validate(run).empty()) << function.id << ' ' << schedule.id << ' ' << optimizer.id;
      }
}

TEST(Validation, NamesEveryProblemOfARun) {
  ravine::Run run;
  run.lossFunction.id = "rosenbrok";
  run.optimizer.parameters["momentum"] = -0.5;
  run.schedule.parameters["gama"] = 1.0;
  run.lr = -1;
  run.steps = 0;
  run.start = {std::numeric_limits<double>::infinity(), 0};
  run.colour = 9;
  const Problems problems = validate(run);
  EXPECT_EQ(problems.size(), 7u);
  EXPECT_EQ(english(problems[0].mend), "did you mean 'rosenbrock'?");
}

TEST(Validation, KnowsTheLimitsExactly) {
  ravine::Run run;
  for (const double lr : {0.0, -1.0, std::nan(""), std::numeric_limits<double>::infinity()}) {
    run.lr = lr;
    EXPECT_EQ(where(validate(run)), "lr") << lr;
  }
  run.lr = std::numeric_limits<double>::denorm_min();
  EXPECT_TRUE(validate(run).empty());
  run.steps = ravine::Run::kMostSteps;
  EXPECT_TRUE(validate(run).empty());
  run.steps = ravine::Run::kMostSteps + 1;
  EXPECT_EQ(where(validate(run)), "steps");
}

TEST(Validation, RefusesAStartWhereTheLossIsNotFinite) {
  ravine::Run run;
  run.lossFunction.id = "rosenbrock";
  run.start = {1e200, 0};
  EXPECT_EQ(where(validate(run)), "start");
}

TEST(Validation, AllowsOneToNineRuns) {
  Experiment experiment;
  EXPECT_EQ(where(validate(experiment)), "runs");
  experiment.runs.resize(9);
  EXPECT_TRUE(validate(experiment).empty());
  experiment.runs.resize(10);
  EXPECT_EQ(where(validate(experiment)), "runs");
}

TEST(MoveStart, ToWhereTheLossIsFiniteAndOnlyThen) {
  ravine::Run run;
  run.lossFunction = {"", {}, "log(x) + y^2"};
  run.start = {2, 3};
  moveStartToFiniteLoss(run);
  EXPECT_EQ(run.start, Vector2(2, 3));
  run.start = {-2, 3};
  moveStartToFiniteLoss(run);
  EXPECT_TRUE(validate(run).empty());
  run.lossFunction.formula = "log(";
  run.start = {-2, 3};
  moveStartToFiniteLoss(run);
  EXPECT_EQ(run.start, Vector2(-2, 3));
}

TEST(NominalRate, IsTheSchedulesOwnWhereItIgnoresBaseLr) {
  ravine::Run run;
  setNominalRate(run, 0.2);
  EXPECT_EQ(run.lr, 0.2);
  run.schedule.id = "cyclic";
  setNominalRate(run, 0.7);
  EXPECT_EQ(run.lr, 0.2);
  EXPECT_EQ(nominalRate(run), 0.7);
  EXPECT_EQ(run.schedule.parameters.at("max_lr"), ParameterValue(0.7));
}

TEST(SetSteps, LengthsThatWereSuggestedFollowAndOthersStay) {
  ravine::Run run;
  run.steps = 100;
  for (const ScheduleInfo& info : schedules()) {
    run.schedule = {info.id, info.suggest(run.lr, 100)};
    run.steps = 100;
    setSteps(run, 350);
    EXPECT_EQ(run.schedule.parameters, info.suggest(run.lr, 350)) << info.id;
    EXPECT_TRUE(validate(run).empty()) << info.id;
  }
  run.schedule = {"cosine_annealing", {{"T_max", std::int64_t{77}}}};
  setSteps(run, 100);
  EXPECT_EQ(run.schedule.parameters.at("T_max"), ParameterValue(std::int64_t{77}));
}

TEST(Series, TakesTheRunsPlaceAndKeepsItsIdentity) {
  Experiment experiment;
  experiment.runs.resize(2);
  experiment.runs[0].id = RunId{1};
  experiment.runs[1].id = RunId{2};
  makeSeries(experiment, RunId{1}, {0.1, 0.01, 0.001});
  ASSERT_EQ(experiment.runs.size(), 4u);
  EXPECT_EQ(experiment.runs[0].id, RunId{1});
  EXPECT_EQ(experiment.runs[1].id, RunId::none);
  EXPECT_EQ(experiment.runs[3].id, RunId{2});
  EXPECT_EQ(experiment.runs[2].name, "η = 0.001");
  EXPECT_NE(experiment.runs[0].colour, experiment.runs[1].colour);
}

TEST(Landmarks, NameTheLevelsAndStepsOfASchedule) {
  ravine::Run run;
  run.steps = 100;
  EXPECT_TRUE(landmarks(run).empty()) << "a constant rate has none";
  run.schedule = {"multistep", {{"milestones", std::vector<double>{30, 60, 400}}}};
  run.warmUp = 5;
  const std::vector<Landmark> expected{
      {"warm-up", {}, 5}, {"lr", run.lr, {}}, {"milestones", {}, 35}, {"milestones", {}, 65}};
  EXPECT_EQ(landmarks(run), expected);
}

TEST(Landmarks, LieWhereTheyHappen) {
  ravine::Run run;
  run.steps = 60;
  run.schedule = {"cosine_annealing", {{"T_max", std::int64_t{60}}}};
  const std::vector<Landmark> cosine = landmarks(run);
  EXPECT_TRUE(std::find(cosine.begin(), cosine.end(), Landmark{"T_max", {}, 60}) != cosine.end());
  run.schedule = {"wsd", {{"decay", std::int64_t{15}}, {"total", std::int64_t{50}}}};
  const std::vector<Landmark> wsd = landmarks(run);
  EXPECT_TRUE(std::find(wsd.begin(), wsd.end(), Landmark{"decay", {}, 35}) != wsd.end()) << "counted from the end";
  run.schedule = {"cyclic", {{"step_size_up", std::int64_t{10}}, {"step_size_down", std::int64_t{15}}}};
  const std::vector<Landmark> cyclic = landmarks(run);
  EXPECT_TRUE(std::find(cyclic.begin(), cyclic.end(), Landmark{"step_size_up", {}, 10}) != cyclic.end());
  EXPECT_TRUE(std::find(cyclic.begin(), cyclic.end(), Landmark{"step_size_down", {}, 25}) != cyclic.end());
}

}  // namespace
}  // namespace ravine
