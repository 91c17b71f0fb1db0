#include "core/run/experiment.h"

#include "core/run/landmarks.h"

#include <gtest/gtest.h>

#include <array>
#include <limits>

#include "core/run/experiment_file.h"

namespace ravine {
namespace {

Experiment example() {
  Experiment experiment;
  experiment.title = "Ein \"Titel\" 경사";
  experiment.layout = Layout::overlaid;
  ravine::Run run;
  run.id = RunId{1};
  run.name = "First";
  experiment.runs.push_back(run);
  run.id = RunId{7};
  run.name = "Second";
  run.colour = 3;
  run.lossFunction = {"rosenbrock", {{"b", 10.5}}};
  run.start = {0.1, 1.0 / 3};
  run.optimizer = {"sgd", {{"momentum", 0.9}, {"nesterov", true}}};
  run.lr = 3e-4;
  run.schedule = {"cyclic", {{"step_size_up", std::int64_t{5}}, {"mode", std::string("exp_range")}, {"gamma", 0.99}}};
  run.steps = ravine::Run::kMostSteps;
  experiment.runs.push_back(run);
  return experiment;
}

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

TEST(ExperimentFile, ComesBackAsItWas) {
  Problems problems;
  const auto read = experimentFromJson(toJson(example()), problems);
  ASSERT_TRUE(read) << where(problems);
  EXPECT_EQ(*read, example());
}

TEST(ExperimentFile, TakesAWholeNumberForANumber) {
  std::string text = toJson(example());
  text.replace(text.find("10.5"), 4, "10");
  Problems problems;
  const auto read = experimentFromJson(text, problems);
  ASSERT_TRUE(read);
  EXPECT_EQ(read->runs[1].lossFunction.parameters.at("b"), ParameterValue(10.0));
}

// Each edit spoils one thing; the file is then refused with the place of the fault.
TEST(ExperimentFile, SaysWhereItIsWrong) {
  const std::vector<std::array<std::string, 3>> faults{
      {"\"version\": 2", "\"version\": 3", "version"},
      {"ravine-experiment", "something", "file"},
      {"\"lr\": 0.05", "\"lr\": \"0.05\"", "run 1, lr"},
      {"\"lr\": 0.05", "\"lr\": -1", "run 1, lr"},
      {"\"steps\": 200", "\"stepps\": 200", "run 1, stepps"},
      {"\"momentum\": 0.9", "\"momentum\": true", "run 2, optimizer, momentum"},
      {"\"momentum\": 0.9", "\"momenta\": 0.9", "run 2, optimizer.momenta"},
      {"exp_range", "exp", "run 2, schedule.mode"},
      {"\"rosenbrock\"", "\"rosenbrick\"", "run 2, loss"},
      {"overlaid", "stacked", "layout"},
      {"\"name\": \"First\"", "\"name\": 5", "run 1, name"},
      {"\"runs\"", "\"ruins\"", "runs"},
  };
  for (const auto& [from, to, place] : faults) {
    std::string text = toJson(example());
    ASSERT_NE(text.find(from), std::string::npos) << from;
    text.replace(text.find(from), from.size(), to);
    Problems problems;
    EXPECT_FALSE(experimentFromJson(text, problems)) << to;
    EXPECT_EQ(where(problems), place) << to;
  }
}

TEST(ExperimentFile, SaysOfAnotherJsonThatItIsNoExperiment) {
  for (const char* text : {"[]", "5", "{}", "\"text\"", "{\"format\": 1}"}) {
    Problems problems;
    EXPECT_FALSE(experimentFromJson(text, problems));
    ASSERT_EQ(problems.size(), 1u) << text;
    EXPECT_EQ(english(problems[0]), "file: is not a Ravine experiment; choose a file that Ravine has saved.");
  }
}

std::string replaced(std::string text, const std::string& from, const std::string& to) {
  const auto at = text.find(from);
  EXPECT_NE(at, std::string::npos) << from;
  return text.replace(at, from.size(), to);
}

TEST(ExperimentFile, OfVersionOneIsReadAndItsRunsAreNumbered) {
  std::string text = replaced(toJson(example()), "\"version\": 2", "\"version\": 1");
  text = replaced(replaced(text, "\"id\": 1,", ""), "\"id\": 7,", "");
  Problems problems;
  const auto read = experimentFromJson(text, problems);
  ASSERT_TRUE(read) << where(problems);
  EXPECT_EQ(read->runs[0].id, RunId{1});
  EXPECT_EQ(read->runs[1].id, RunId{2});
}

TEST(ExperimentFile, EachRunHasANumberOfItsOwn) {
  for (const auto& [from, to] : {std::pair("\"id\": 7", "\"id\": 1"), std::pair("\"id\": 7", "\"id\": 0"),
                                 std::pair("\"id\": 7", "\"id\": -2"), std::pair("\"id\": 7,", "")}) {
    Problems problems;
    EXPECT_FALSE(experimentFromJson(replaced(toJson(example()), from, to), problems));
    ASSERT_EQ(problems.size(), 1u) << to;
    EXPECT_EQ(place(problems[0]), "run 2, id");
  }
}

TEST(ExperimentFile, TellsAllProblemsInTheOrderOfTheFileAndKeepsThoseThatWereThere) {
  std::string text = toJson(example());
  text = replaced(text, "overlaid", "stacked");
  text = replaced(text, "\"colour\": 0", "\"colour\": 12");
  text = replaced(text, "\"steps\": 200", "\"steps\": \"many\"");
  text = replaced(text, "\"lr\": 0.05", "\"lr\": -1");
  text = replaced(text, "\"momentum\": 0.9", "\"momentum\": -2");
  Problems problems{{"earlier", CORE_TEXT("Problem", "is not a number"), {}}};
  EXPECT_FALSE(experimentFromJson(text, problems));
  std::vector<std::string> places;
  for (const Problem& problem : problems) places.push_back(place(problem));
  EXPECT_EQ(places, (std::vector<std::string>{"earlier", "layout", "run 1, colour", "run 1, lr", "run 1, steps",
                                              "run 2, optimizer.momentum"}));
}

TEST(ExperimentFile, SurvivesAnyTruncation) {
  const std::string text = toJson(example());
  for (std::size_t length = 0; length + 1 < text.size(); length += 3) {
    Problems problems;
    EXPECT_FALSE(experimentFromJson(text.substr(0, length), problems));
    EXPECT_FALSE(problems.empty());
  }
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
  run.schedule = {"cyclic", {{"step_size_up", std::int64_t{10}}, {"step_size_down", std::int64_t{15}}}};
  const std::vector<Landmark> cyclic = landmarks(run);
  EXPECT_TRUE(std::find(cyclic.begin(), cyclic.end(), Landmark{"step_size_up", {}, 10}) != cyclic.end());
  EXPECT_TRUE(std::find(cyclic.begin(), cyclic.end(), Landmark{"step_size_down", {}, 25}) != cyclic.end());
}

}  // namespace
}  // namespace ravine
