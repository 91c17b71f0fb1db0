// Whatever is run and whatever is mistyped, every text that comes of it is whole.
#include <gtest/gtest.h>

#include <algorithm>
#include <map>
#include <random>
#include <set>

#include "core/base/problem.h"
#include "core/diagnosis/best_rate.h"
#include "core/diagnosis/explanation.h"
#include "core/diagnosis/reason.h"
#include "core/file/experiment_file.h"
#include "core/loss/formula.h"

namespace ravine {
namespace {

// The digits of the placeholders in a key.
std::set<char> placeholders(const std::string& key) {
  std::set<char> digits;
  for (std::size_t i = 0; i + 1 < key.size(); ++i)
    if (key[i] == '%' && key[i + 1] >= '1' && key[i + 1] <= '9') digits.insert(key[i + 1]);
  return digits;
}

void expectWhole(const Message& message) {
  SCOPED_TRACE(english(message));
  std::set<char> expected;
  for (std::size_t i = 0; i < message.arguments.size(); ++i) expected.insert(static_cast<char>('1' + i));
  EXPECT_EQ(placeholders(message.key), expected) << message.key;
  EXPECT_TRUE(placeholders(english(message)).empty());
  EXPECT_EQ(english(message).find("nan"), std::string::npos);
  EXPECT_EQ(english(message).find("—"), std::string::npos);
  EXPECT_FALSE(english(message).empty());
}

void expectSentence(const Message& message) {
  expectWhole(message);
  const std::string text = english(message);
  EXPECT_TRUE((text.front() >= 'A' && text.front() <= 'Z') || text.starts_with("η")) << text;
  EXPECT_TRUE(text.ends_with('.')) << text;
  EXPECT_EQ(std::count(text.begin(), text.end(), '\n'), 0) << text;
}

void expectSentence(const Problem& problem) {
  expectWhole(problem.what);
  expectWhole(problem.mend);
  const std::string text = english(problem);
  EXPECT_FALSE(place(problem).empty()) << text;
  EXPECT_TRUE(text.ends_with('.') || text.ends_with('?')) << text;
  EXPECT_FALSE(text.ends_with("..") || text.ends_with("?.")) << text;
  EXPECT_LT(text.size(), 400u) << text;
}

template <class Row>
const Row& anyOf(const std::vector<Row>& rows, std::mt19937& engine) {
  return rows[engine() % rows.size()];
}

ravine::Run randomRun(std::mt19937& engine) {
  const LossFunctionInfo& function = anyOf(lossFunctions(), engine);
  std::uniform_real_distribution<double> part(0, 1);
  ravine::Run run;
  run.lossFunction = {function.id, {}};
  run.start = engine() % 4 == 0 ? Vector2(function.domain.x.lower + part(engine) * function.domain.x.length(),
                                          function.domain.y.lower + part(engine) * function.domain.y.length())
                                : function.start;
  run.optimizer.id = engine() % 2 == 0 ? "sgd" : anyOf(optimizers(), engine).id;
  run.lr = std::pow(10, -4 + 4.5 * part(engine));
  run.steps = 1 + static_cast<std::int64_t>(engine() % 300);
  const ScheduleInfo& schedule = anyOf(schedules(), engine);
  if (engine() % 3 == 0) run.schedule = {schedule.id, schedule.suggest(run.lr, run.steps)};
  if (engine() % 5 == 0) run.noise = {{"sigma", part(engine)}};
  return run;
}

TEST(Messages, AboutHundredsOfRandomRunsAreWhole) {
  std::mt19937 engine(8);
  std::map<std::string, std::shared_ptr<const Landscape>> landscapes;
  std::set<std::string> keys;
  int sound = 0;
  for (int i = 0; i < 600; ++i) {
    const ravine::Run run = randomRun(engine);
    if (!validate(run).empty()) continue;
    ++sound;
    auto& landscape = landscapes[run.lossFunction.id];
    if (!landscape) landscape = std::make_shared<const Landscape>(surveyLandscape(run.lossFunction));
    const RunResultPtr result = computeRun(run, landscape);
    SCOPED_TRACE(run.lossFunction.id + ' ' + run.optimizer.id + ' ' + shortestText(run.lr));
    EXPECT_FALSE(explain(*result).empty());
    EXPECT_FALSE(reason(*result).empty());
    for (const Message& sentence : explain(*result)) {
      expectSentence(sentence);
      keys.insert(sentence.key);
    }
    for (const Message& item : reason(*result)) expectWhole(item);
    if (const auto mark = endMark(*result)) expectWhole(*mark);
  }
  EXPECT_GT(sound, 400);
  EXPECT_GT(keys.size(), 25u) << "the runs are too much alike";
}

TEST(Messages, OfTheCataloguesAreWhole) {
  const auto expectParameters = [](const std::vector<ParameterInfo>& infos) {
    for (const ParameterInfo& info : infos) expectWhole(info.description);
  };
  for (const LossFunctionInfo& info : lossFunctions()) {
    expectWhole(info.name);
    expectSentence(info.teaches);
    expectParameters(info.parameters);
  }
  for (const OptimizerInfo& info : optimizers()) {
    expectWhole(info.name);
    expectWhole(info.updateRule);
    expectSentence(info.description);
    expectParameters(info.parameters);
  }
  for (const ScheduleInfo& info : schedules()) {
    expectWhole(info.name);
    expectWhole(info.formula);
    expectSentence(info.description);
    expectParameters(info.parameters);
  }
  expectParameters(noiseParameters());
  for (const Outcome outcome :
       {Outcome::converged, Outcome::trapped, Outcome::saddle, Outcome::plateau, Outcome::oscillating,
        Outcome::crawling, Outcome::diverged, Outcome::unbounded, Outcome::offGrid}) {
    EXPECT_EQ(english(outcomeName(outcome)), outcomeId(outcome));
    expectSentence(outcomeMeaning(outcome));
  }
}

TEST(Messages, AboutEveryParameterOutOfItsRangeAreWhole) {
  const auto expectProblems = [](const std::vector<ParameterInfo>& infos) {
    for (const ParameterInfo& info : infos)
      for (const char* text : {"", "-1", "1e9", "1e300", "x", "\x1b[2J\xff", "1,2,x"}) {
        Problem problem;
        if (!parseParameter(info, text, problem)) expectSentence(problem);
      }
  };
  for (const LossFunctionInfo& info : lossFunctions()) expectProblems(info.parameters);
  for (const OptimizerInfo& info : optimizers()) expectProblems(info.parameters);
  for (const ScheduleInfo& info : schedules()) expectProblems(info.parameters);
  expectProblems(noiseParameters());
}

// Bytes of a sound file are replaced, removed and doubled at random.
TEST(Messages, AboutDamagedFilesAreWhole) {
  Experiment experiment;
  experiment.runs.resize(2);
  experiment.runs[1].optimizer.parameters["momentum"] = 0.5;
  experiment.runs[1].schedule = {"wsd", {{"warmup", std::int64_t{170}}}};
  const std::string text = toJson(experiment);
  std::mt19937 engine(5);
  const std::string bytes = "0123456789-.,:\"[]{}abcxyz\x1b\xff";
  for (int i = 0; i < 2000; ++i) {
    std::string damaged = text;
    for (int k = 0; k < 2; ++k) damaged[engine() % damaged.size()] = bytes[engine() % bytes.size()];
    Problems problems;
    readExperiment(damaged, problems);
    for (const Problem& problem : problems) expectSentence(problem);
  }
}

TEST(Messages, AboutSlipsInRunsAreWhole) {
  const auto expectProblems = [](auto spoil) {
    ravine::Run run;
    spoil(run);
    const Problems problems = validate(run);
    EXPECT_FALSE(problems.empty());
    for (const Problem& problem : problems) expectSentence(problem);
  };
  const std::string endless(100'000, 'x');
  expectProblems([&](ravine::Run& run) { run.lossFunction = {endless, {}}; });
  expectProblems([&](ravine::Run& run) { run.lossFunction = {"", {}}; });
  expectProblems([&](ravine::Run& run) { run.lossFunction = {"", {}, endless}; });
  expectProblems([&](ravine::Run& run) { run.lossFunction.domain = Box{{1, 0}, {0, 1}}; });
  expectProblems([&](ravine::Run& run) { run.lossFunction.parameters[endless] = 1.0; });
  expectProblems([&](ravine::Run& run) { run.optimizer.id = endless; });
  expectProblems([&](ravine::Run& run) { run.optimizer = {"rprop", {{"step_max", 1e-9}}}; });
  expectProblems([&](ravine::Run& run) { run.schedule = {"constant", {{"gamma", 1.0}}}; });
  expectProblems([&](ravine::Run& run) { run.schedule = {"piecewise_linear", {{"points", std::vector<double>{1}}}}; });
  expectProblems([&](ravine::Run& run) { run.start = {INFINITY, 0}; });
  expectProblems([&](ravine::Run& run) { run.start = {1e200, 0}; });
  expectProblems([&](ravine::Run& run) { run.lr = 0; });
  expectProblems([&](ravine::Run& run) { run.steps = 0; });
  expectProblems([&](ravine::Run& run) { run.warmUp = -1; });
}

TEST(Messages, AboutBadFormulasAreWhole) {
  for (const char* text : {"",      "x +",   "(x",     "x)",    "sin x", "sni(x)", "ax",           "x2",          "a_b",
                           "ln(x)", "X",     "x ** 2", "f = x", "1,5",   "max(x)", "max(x, y, 1)", "min(x y)",    "x 2",
                           ".",     "1e999", "x $ y",  "x\x01", "x\xff", "|x|",    "√x",           "x + \xc2\x9b"}) {
    FormulaProblem problem;
    EXPECT_FALSE(Formula::parse(text, problem)) << text;
    expectSentence(problem.asProblem());
  }
}

TEST(Messages, AboutBestRatesAreWhole) {
  expectSentence(explain(BestRate{2.0 / 21, true}));
  expectSentence(explain(BestRate{0.003, false, 94}));
}

}  // namespace
}  // namespace ravine
