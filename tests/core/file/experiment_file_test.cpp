#include "core/file/experiment_file.h"

#include <gtest/gtest.h>

#include <array>
#include <limits>
#include <random>

#include "core/run/simulate.h"

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

TEST(ExperimentFile, ComesBackAsItWas) {
  Problems problems;
  const auto read = readExperiment(toJson(example()), problems);
  ASSERT_TRUE(read) << where(problems);
  EXPECT_EQ(read->experiment, example());
}

TEST(ExperimentFile, TakesAWholeNumberForANumber) {
  std::string text = toJson(example());
  text.replace(text.find("10.5"), 4, "10");
  Problems problems;
  const auto read = readExperiment(text, problems);
  ASSERT_TRUE(read);
  EXPECT_EQ(read->experiment.runs[1].lossFunction.parameters.at("b"), ParameterValue(10.0));
}

// Each edit spoils one thing; the file is then refused with the place of the fault.
TEST(ExperimentFile, SaysWhereItIsWrong) {
  const std::vector<std::array<std::string, 3>> faults{
      {"\"version\": 2", "\"version\": 0", "version"},
      {"ravine-experiment", "something", "file"},
      {"\"lr\": 0.05", "\"lr\": \"0.05\"", "run 1, lr"},
      {"\"lr\": 0.05", "\"lr\": -1", "run 1, lr"},
      {"\"steps\": 200", "\"stepps\": 200", "run 1, steps"},
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
    EXPECT_FALSE(readExperiment(text, problems)) << to;
    EXPECT_EQ(where(problems), place) << to;
  }
}

TEST(ExperimentFile, SaysOfAnotherJsonThatItIsNoExperiment) {
  for (const char* text : {"[]", "5", "{}", "\"text\"", "{\"format\": 1}"}) {
    Problems problems;
    EXPECT_FALSE(readExperiment(text, problems));
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
  const auto read = readExperiment(text, problems);
  ASSERT_TRUE(read) << where(problems);
  EXPECT_EQ(read->experiment.runs[0].id, RunId{1});
  EXPECT_EQ(read->experiment.runs[1].id, RunId{2});
}

TEST(ExperimentFile, EachRunHasANumberOfItsOwn) {
  for (const auto& [from, to] : {std::pair("\"id\": 7", "\"id\": 1"), std::pair("\"id\": 7", "\"id\": 0"),
                                 std::pair("\"id\": 7", "\"id\": -2"), std::pair("\"id\": 7,", "")}) {
    Problems problems;
    EXPECT_FALSE(readExperiment(replaced(toJson(example()), from, to), problems));
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
  EXPECT_FALSE(readExperiment(text, problems));
  std::vector<std::string> places;
  for (const Problem& problem : problems) places.push_back(place(problem));
  EXPECT_EQ(places, (std::vector<std::string>{"earlier", "layout", "run 1, colour", "run 1, lr", "run 1, steps",
                                              "run 2, optimizer.momentum"}));
}

TEST(ExperimentFile, SurvivesAnyTruncation) {
  const std::string text = toJson(example());
  for (std::size_t length = 0; length + 1 < text.size(); length += 3) {
    Problems problems;
    EXPECT_FALSE(readExperiment(text.substr(0, length), problems));
    EXPECT_FALSE(problems.empty());
  }
}

// "3:9 run 2, lr", as the caller of an editor would say it.
std::string placeOfFirst(const std::string& text) {
  Problems problems;
  EXPECT_FALSE(readExperiment(text, problems)) << text;
  if (problems.empty()) return "";
  const Problem& first = problems.front();
  return std::to_string(first.at.line) + ':' + std::to_string(first.at.column) + ' ' + place(first);
}

constexpr auto kShort = R"({ "format": "ravine-experiment", "version": 2,
  "title": "학습률", "layout": "side by side",
  "runs": [
    { "id": 1, "colour": 0, "start": [1, 1],
      "loss": { "formula": "x^2 + y^2", "domain": [-2,2,-2,2] },
      "optimizer": { "id": "sgd", "parameters": { "momentum": 0.5 } },
      "lr": 0.1, "schedule": {"id":"constant"}, "steps": 20 } ] }
)";

TEST(ExperimentFile, TellsLineAndColumnInCharacters) {
  const std::vector<std::array<std::string, 3>> faults{
      {"0.1,", "\"0.1\",", "7:13 run 1, lr"},
      {"0.1,", "-0.1,", "7:13 run 1, lr"},
      {"0.5", "true", "6:63 run 1, optimizer, momentum"},
      {"0.5", "1.5e3", ""},
      {"\"momentum\"", "\"moment\"", "6:61 run 1, optimizer.moment"},
      {"side by side", "stacked", "2:29 layout"},
      {"[-2,2,-2,2]", "[-2,2,-2]", "5:51 run 1, loss, domain"},
      {"x^2 + y^2", "x^2 +* y^2", "5:28 run 1, formula, column 6"},
      {"\"constant\"", "\"constat\"", "7:36 run 1, schedule"},
      {"20 }", "0 }", "7:58 run 1, steps"},
      {"\"id\": 1, ", "", "4:5 run 1, id"},
      {"\"lr\": 0.1,", "\"lr\": 0.1, \"lr\": 0.2,", "7:18 file"},
      {"0.1,", "0.1", "7:17 file"},
      {"\"runs\": [", "\"runs\": [[],", "3:12 run 1"},
  };
  for (const auto& [from, to, expected] : faults) {
    const std::string text = replaced(kShort, from, to);
    Problems problems;
    if (expected.empty())
      EXPECT_TRUE(readExperiment(text, problems)) << to;
    else
      EXPECT_EQ(placeOfFirst(text), expected) << to;
  }
  EXPECT_EQ(placeOfFirst(std::string(kShort) + "}"), "8:1 file");
  EXPECT_EQ(placeOfFirst(""), "1:1 file");
}

TEST(ExperimentFile, KeepsWhatItDoesNotKnowAndSaysSo) {
  std::string text = replaced(toJson(example()), "\"lr\": 0.05", "\"lr\": 0.05, \"mood\": {\"deep\": [1, null]}");
  text = replaced(text, "\"id\": \"rosenbrock\"", "\"id\": \"rosenbrock\", \"colour_map\": \"viridis\"");
  text = replaced(text, "\"runs\": [", "\"audience\": \"1. Semester\", \"runs\": [");
  text = replaced(text, "\"colour\": 3", "\"colour\": 3, \"warmup\": 4");
  Problems problems;
  const auto read = readExperiment(text, problems);
  ASSERT_TRUE(read) << where(problems);
  std::vector<std::string> remarks;
  for (const Problem& remark : read->remarks) remarks.push_back(place(remark));
  EXPECT_EQ(remarks, (std::vector<std::string>{"audience", "run 1, mood", "run 2, warmup", "run 2, loss, colour_map"}));
  EXPECT_EQ(english(read->remarks[2]),
            "run 2, warmup: is not known; it is kept, without effect; did you mean 'warm_up'?");

  Experiment edited = read->experiment;
  edited.runs[1].lossFunction = {"bowl", {}};
  const auto again = readExperiment(toJson(edited), problems);
  ASSERT_TRUE(again) << where(problems);
  EXPECT_EQ(again->experiment, edited);
  EXPECT_EQ(again->remarks.size(), 4u);
  EXPECT_NE(toJson(*again).find("viridis"), std::string::npos);
  EXPECT_NE(toJson(*again).find("1. Semester"), std::string::npos);
}

TEST(ExperimentFile, WhatIsNotKnownDoesNotChangeTheRun) {
  const std::string text = replaced(toJson(example()), "\"colour\": 0", "\"colour\": 0, \"mood\": 1");
  Problems problems;
  const auto read = readExperiment(text, problems);
  ASSERT_TRUE(read);
  EXPECT_EQ(withoutLooks(read->experiment.runs[0]), withoutLooks(example().runs[0]));
}

ExperimentView someView() {
  ExperimentView view;
  view.playhead = 34.25;
  view.speed = 60;
  view.loops = true;
  view.shows.arrows = view.shows.bouncing = view.shows.batch = view.shows.basins = true;
  view.selection = {RunId{7}, RunId{1}};
  view.enlarged = RunId{7};
  view.zooms = {{RunId{1}, {{-0.1, 1.0 / 3}, {2, 2.5}}}};
  view.zooms.push_back({RunId{7}, {{-1, 2}, {0, 0.5}}, Look::profile});
  view.reliefs = {{RunId{1}, ReliefCamera{12.5, 60, 1.7}, HeightScale::logarithmic},
                  {RunId{7}, ReliefCamera{-170, 20, 1}},
                  {RunId{7}, {}, HeightScale::linear}};
  view.lossZoom = Box{{3, 17}, {1e-3, 2}};
  view.rateZoom = Box{{0, 9}, {0.1, 0.2}};
  view.everyRateZoom = Interval{0.05, 0.4};
  view.presenting = true;
  view.textScale = 1.4;
  return view;
}

TEST(ExperimentFile, KeepsHowItIsLookedAt) {
  ExperimentFile file{example(), someView()};
  file.experiment.charts = {Quantity::distance, false, true, true};
  file.experiment.runs.front().look = Look::profile;
  file.experiment.runs.front().profileLine = ProfileLine::lastStep;
  file.experiment.runs.back().look = Look::map;
  file.autosaveOf = "/home/강의/eins.ravine";
  Problems problems;
  const auto read = readExperiment(toJson(file), problems);
  ASSERT_TRUE(read) << where(problems);
  EXPECT_EQ(read->view, file.view);
  EXPECT_EQ(read->experiment, file.experiment);
  EXPECT_EQ(read->autosaveOf, file.autosaveOf);
  EXPECT_TRUE(read->remarks.empty());
  EXPECT_EQ(toJson(*read), toJson(file));
}

TEST(ExperimentFile, GivesTheSameTrajectoryToTheLastBit) {
  std::mt19937_64 engine(11);
  for (int i = 0; i < 200; ++i) {
    Experiment experiment = example();
    experiment.runs.resize(1);
    ravine::Run& run = experiment.runs[0];
    std::uniform_real_distribution<double> number(-2, 2);
    run.start = {number(engine), number(engine)};
    run.lr = std::exp(number(engine) - 5);
    run.noise = {{"sigma", std::exp(number(engine))}, {"seed", static_cast<std::int64_t>(engine() % 1'000'000)}};
    Problems problems;
    const auto read = readExperiment(toJson(experiment), problems);
    ASSERT_TRUE(read) << where(problems);
    EXPECT_EQ(read->experiment, experiment);
    EXPECT_EQ(simulate(read->experiment.runs[0]).points, simulate(run).points);
  }
}

TEST(ExperimentFile, OfANewerVersionIsReadAsFarAsPossible) {
  std::string text = replaced(toJson(ExperimentFile{example(), someView()}), "\"version\": 2", "\"version\": 3");
  text = replaced(text, "\"overlaid\"", "\"carousel\"");
  text = replaced(text, "\"rosenbrock\"", "\"neural_network\"");
  text = replaced(text, "\"title\"", "\"lesson\": {\"pages\": []}, \"title\"");
  Problems problems;
  const auto read = readExperiment(text, problems);
  ASSERT_TRUE(read) << where(problems);
  EXPECT_TRUE(read->isNewer());
  ASSERT_EQ(read->experiment.runs.size(), 1u);
  EXPECT_EQ(read->experiment.runs[0], example().runs[0]);
  std::vector<std::string> remarks;
  for (const Problem& remark : read->remarks) remarks.push_back(english(remark));
  ASSERT_EQ(remarks.size(), 4u);
  EXPECT_EQ(remarks[0], "version: is newer than this Ravine; open the file with a newer Ravine to see all of it.");
  EXPECT_EQ(remarks[1], "lesson: is not known; it is kept, without effect; look at how it is spelt.");
  EXPECT_EQ(place(read->remarks[2]), "layout");
  EXPECT_EQ(remarks[3],
            "run 2: was left out, for this Ravine does not understand it; open the file with a newer Ravine.");
}

TEST(ExperimentFile, OfANewerVersionWithoutARunThatIsUnderstoodIsRefused) {
  Experiment experiment = example();
  experiment.runs.resize(1);
  std::string text = replaced(toJson(experiment), "\"version\": 2", "\"version\": 4");
  text = replaced(text, "\"sgd\"", "\"muon\"");
  Problems problems;
  EXPECT_FALSE(readExperiment(text, problems));
  EXPECT_FALSE(problems.empty());
}

// A line end or a mark of direction would break the window's texts, or turn them.
TEST(ExperimentFile, ANameIsOneLineThatIsAllSeen) {
  Experiment experiment = example();
  experiment.runs.front().name = "two\nlines \u202eturned";
  Problems problems;
  const auto read = readExperiment(toJson(experiment), problems);
  ASSERT_TRUE(read);
  EXPECT_EQ(read->experiment.runs.front().name, "two lines  turned");
}

// Each would cost much if it were read to the end.
TEST(ExperimentFile, ThatIsHostileIsRefusedCheaply) {
  const auto many = [](const std::string& each, std::size_t bytes) {
    std::string text;
    while (text.size() + each.size() < bytes) text += each;
    return text;
  };
  constexpr std::size_t most = kLargestExperimentFile;
  const std::string head = R"({"format":"ravine-experiment","version":2,)";
  std::string members;
  for (int i = 0; members.size() < most; ++i) members += "\"k" + std::to_string(i) + "\":1,";
  for (const std::string& text :
       {std::string(most + 1, ' '), many("[", most), many("{\"a\":", most), head + "\"runs\":[" + many("{},", most),
        head + "\"runs\":[" + many("{},", most - 200) + "{}]}", head + members, many("9", most), many("\\u0000", most),
        head + "\"title\":\"" + many("\xf0\x9f\x98\x80", most), std::string("\xff\xfe{\0}\0", 6),
        head + "\"zz\":[" + many("{},", most - 200) + "{}]}", head + "\"zz\":[" + many("\"\",", most - 200) + "1]}"}) {
    Problems problems;
    EXPECT_FALSE(readExperiment(text, problems));
    EXPECT_GE(problems.size(), 1u);
    EXPECT_LE(problems.size(), 40u);
  }
}

TEST(ExperimentFile, SurvivesTenThousandMutations) {
  const std::string text = toJson(ExperimentFile{example(), someView()});
  std::mt19937 engine(3);
  const std::string bytes = "0123456789-.,:\"[]{}eEtfn\\ \n\x1b\xff\xc3";
  int sound = 0;
  for (int i = 0; i < 10'000; ++i) {
    std::string damaged = text;
    for (int k = 0; k <= i % 3; ++k) {
      const std::size_t at = engine() % damaged.size();
      if (engine() % 4 == 0)
        damaged.erase(at, engine() % 20);
      else if (engine() % 4 == 0)
        damaged.insert(at, damaged.substr(engine() % damaged.size(), engine() % 30));
      else
        damaged[at] = bytes[engine() % bytes.size()];
    }
    Problems problems;
    const auto read = readExperiment(damaged, problems);
    ASSERT_EQ(read.has_value(), problems.empty());
    if (!read) {
      EXPECT_GE(problems.front().at.line, 1) << english(problems.front());
      continue;
    }
    ++sound;
    EXPECT_TRUE(validate(read->experiment).empty());
    const auto again = readExperiment(toJson(*read), problems);
    ASSERT_TRUE(again) << damaged;
    EXPECT_EQ(again->experiment, read->experiment);
  }
  EXPECT_GT(sound, 100) << "some mutations only change a name or a number";
}

}  // namespace
}  // namespace ravine
