// The scripts that Ravine writes are run by Python, and must make the same steps as Ravine.
#include "core/export/code.h"

#include <gtest/gtest.h>
#include <unistd.h>

#include <array>
#include <cmath>
#include <cstdio>
#include <filesystem>
#include <fstream>
#include <sstream>

#include "core/export/expression.h"
#include "core/export/python_rules.h"
#include "core/export/python_template.h"
#include "core/loss/models.h"
#include "core/run/simulate.h"

namespace ravine {
namespace {

namespace fs = std::filesystem;
using Runs = std::vector<Run>;

constexpr auto kPython = "/usr/bin/python3";

bool hasNumpy() {
  static const bool has = std::system("/usr/bin/python3 -c 'import numpy' >/dev/null 2>&1") == 0;
  return has;
}

// All scripts in one process, for Python takes long to start: the lines that each prints, as numbers.
std::vector<std::vector<std::array<double, 4>>> outputsOf(const std::vector<std::string>& scripts) {
  const fs::path folder = fs::temp_directory_path() / ("ravine_code_" + std::to_string(getpid()));
  fs::create_directories(folder);
  std::ofstream(folder / "all.py") << "import glob, io, contextlib, sys\n"
                                      "for name in sorted(glob.glob(sys.argv[1] + '/s*.py')):\n"
                                      "    print('script')\n"
                                      "    exec(compile(open(name).read(), name, 'exec'), {})\n";
  for (std::size_t i = 0; i < scripts.size(); ++i) {
    std::array<char, 32> name{};
    std::snprintf(name.data(), name.size(), "s%05zu.py", i);
    std::ofstream(folder / name.data()) << scripts[i];
  }
  const std::string command =
      std::string(kPython) + " -W ignore " + (folder / "all.py").string() + ' ' + folder.string() + " 2>&1";
  std::vector<std::vector<std::array<double, 4>>> outputs;
  std::string rest;
  FILE* pipe = popen(command.c_str(), "r");
  std::array<char, 4096> buffer{};
  while (std::fgets(buffer.data(), buffer.size(), pipe)) {
    const std::string line = buffer.data();
    std::array<double, 4> row{};
    if (line == "script\n")
      outputs.emplace_back();
    else if (std::sscanf(line.c_str(), "%lf %lf %lf %lf", &row[0], &row[1], &row[2], &row[3]) == 4 && !outputs.empty())
      outputs.back().push_back(row);
    else
      rest += line;
  }
  EXPECT_EQ(pclose(pipe), 0) << rest;
  fs::remove_all(folder);
  return outputs;
}

std::string whatIsThere(const Run& run) {
  return run.optimizer.id + ", " + run.schedule.id + '\n' + numpyScript(run);
}

// Row by row. A formula that is written a little differently rounds differently, which bouncing steps magnify; where a
// run flies off, nothing more is to be compared.
void expectSameSteps(const Run& run, const std::vector<std::array<double, 4>>& rows, double tolerance) {
  const Trajectory trajectory = simulate(run, {.recordCurvature = false});
  ASSERT_GE(rows.size(), trajectory.points.size()) << whatIsThere(run);
  for (std::size_t t = 0; t < trajectory.points.size(); ++t) {
    const double size = 1 + trajectory.points[t].norm();
    constexpr double farAway = 1e3;
    if (size > farAway) break;
    ASSERT_NEAR(rows[t][1], trajectory.points[t].x(), tolerance * size) << "step " << t << " of " << whatIsThere(run);
    ASSERT_NEAR(rows[t][2], trajectory.points[t].y(), tolerance * size) << "step " << t << " of " << whatIsThere(run);
    ASSERT_NEAR(rows[t][3], trajectory.losses[t], tolerance * (1 + std::abs(trajectory.losses[t])))
        << "step " << t << " of " << whatIsThere(run);
  }
}

void expectScriptsAgree(const std::vector<Run>& runs, double tolerance = 1e-6) {
  if (!hasNumpy()) GTEST_SKIP() << "python3-numpy is not here";
  std::vector<std::string> scripts;
  for (const Run& run : runs) scripts.push_back(numpyScript(run));
  const auto outputs = outputsOf(scripts);
  ASSERT_EQ(outputs.size(), runs.size());
  for (std::size_t i = 0; i < runs.size(); ++i) expectSameSteps(runs[i], outputs[i], tolerance);
}

Run smoothRun() {
  Run run;
  run.lossFunction = {"", {}, "0.5*(x^2 + 4*y^2) + 0.3*sin(x*y)"};
  run.start = {2, -1.2};
  run.lr = 0.05;
  run.steps = 60;
  return run;
}

// Other values than the defaults, one parameter at a time.
std::vector<ParameterSet> variationsOf(const std::vector<ParameterInfo>& infos, const ParameterSet& usual,
                                       const std::function<bool(const ParameterSet&)>& isSound) {
  std::vector<ParameterSet> all{usual};
  for (const ParameterInfo& info : infos) {
    std::vector<ParameterValue> others;
    const ParameterValue& value = info.defaultValue;
    if (std::holds_alternative<bool>(value)) others = {!std::get<bool>(value)};
    if (std::holds_alternative<std::int64_t>(value)) others = {std::get<std::int64_t>(value) + 3, std::int64_t{7}};
    if (std::holds_alternative<double>(value))
      others = {0.5 * std::get<double>(value), 0.9 * std::get<double>(value), 0.02, 0.3};
    if (std::holds_alternative<std::string>(value)) others.assign(info.choices.begin(), info.choices.end());
    for (const ParameterValue& other : others) {
      ParameterSet set = usual;
      set[info.id] = other;
      if (isSound(set)) all.push_back(std::move(set));
    }
  }
  return all;
}

TEST(NumpyScript, MakesTheStepsOfEveryOptimizer) {
  Runs runs;
  for (const OptimizerInfo& optimizer : optimizers()) {
    ravine::Run run = smoothRun();
    run.steps = 36;  // before SAM hops across the minimum, where it makes a large difference of a small one
    run.optimizer.id = optimizer.id;
    const auto isSound = [&](const ParameterSet& set) {
      run.optimizer.parameters = set;
      return validate(run).empty();
    };
    ParameterSet moving;
    if (findParameter(optimizer.parameters, "momentum")) moving["momentum"] = 0.8;
    for (const ParameterSet& usual : {ParameterSet(), moving})
      for (const ParameterSet& set : variationsOf(optimizer.parameters, usual, isSound)) {
        run.optimizer.parameters = set;
        runs.push_back(run);
      }
  }
  EXPECT_GT(runs.size(), 5 * optimizers().size());
  expectScriptsAgree(runs);
}

TEST(NumpyScript, FollowsEverySchedule) {
  Runs runs;
  for (const ScheduleInfo& schedule : schedules()) {
    ravine::Run run = smoothRun();
    run.schedule.id = schedule.id;
    const auto isSound = [&](const ParameterSet& set) {
      run.schedule.parameters = set;
      return validate(run).empty();
    };
    const ParameterSet suggested = schedule.suggest ? schedule.suggest(run.lr, run.steps) : ParameterSet();
    for (const ParameterSet& usual : {ParameterSet(), suggested})
      for (const ParameterSet& set : variationsOf(schedule.parameters, usual, isSound))
        for (const std::int64_t warmUp : {std::int64_t{0}, std::int64_t{7}}) {
          run.schedule.parameters = set;
          run.warmUp = warmUp;
          if (validate(run).empty()) runs.push_back(run);
        }
  }
  EXPECT_GT(runs.size(), 5 * schedules().size());
  expectScriptsAgree(runs);
}

TEST(NumpyScript, DescendsEveryLossFunction) {
  Runs runs;
  for (const LossFunctionInfo& info : lossFunctions()) {
    ravine::Run run;
    setLossFunction(run, info);
    run.steps = 12;  // where many minima are, rounding soon makes two runs of one
    runs.push_back(run);
    run.optimizer.id = "damped_newton";  // which needs the Hessian
    run.optimizer.parameters = {{"damping", 10.0}};
    run.lr = 0.5;
    run.steps = 4;
    runs.push_back(run);
  }
  expectScriptsAgree(runs, 1e-7);
}

TEST(NumpyScript, KnowsEveryFunctionOfFormulas) {
  Runs runs;
  for (const std::string& function : formulaFunctions()) {
    ravine::Run run = smoothRun();
    const bool hasTwo = function == "min" || function == "max";
    const std::string inner = "0.3 + 0.1*x + 0.05*y";
    run.lossFunction.formula = function + '(' + inner + (hasTwo ? ", 0.5*y" : "") + ") + 0.1*(x^2 + y^2) + 0*" +
                               function + (hasTwo ? "(1, 2)" : "(0.5)");
    run.start = {0.4, 0.3};
    run.steps = 10;
    runs.push_back(run);
  }
  ravine::Run powers = smoothRun();
  powers.lossFunction.formula = "(1 + x^2)^0.7 + 2^(0.1*y) + (2 + x^2)^(0.2*y)*e^(-x^2) - -y^2/(1 + y^2) + pi*x/7";
  runs.push_back(powers);
  expectScriptsAgree(runs);
}

TEST(NumpyScript, HasTheSameNoiseToTheLastBit) {
  Runs runs;
  for (const double decay : {0.0, 0.55}) {
    ravine::Run run = smoothRun();
    run.noise = {{"sigma", 0.7}, {"seed", std::int64_t{42}}, {"decay", decay}};
    runs.push_back(run);
    run.optimizer.id = "sam";
    runs.push_back(run);
  }
  expectScriptsAgree(runs, 1e-12);
}

TEST(NumpyScript, TrainsEveryModelOnTheSameBatches) {
  Runs runs;
  for (const ModelInfo& model : models())
    for (const char* optimizer : {"sgd", "adam", "sam", "armijo", "damped_newton"})
      for (const bool standardize : {false, true}) {
        ravine::Run run;
        setLossFunction(run, lossFunctionInfo(LossChoice{model.id, {}}), 0.3);
        run.lossFunction.parameters["standardize"] = standardize;
        run.optimizer.id = optimizer;
        if (run.optimizer.id == "damped_newton") run.optimizer.parameters = {{"damping", 1.0}};
        run.batches = {{"batch_size", std::int64_t{7}}, {"seed", std::int64_t{4}}};
        run.steps = 20;
        runs.push_back(run);
      }
  expectScriptsAgree(runs);
}

TEST(NumpyScript, CountsEpochsAsTheRunDoes) {
  Runs runs;
  for (const char* schedule : {"cosine_annealing", "step", "plateau"})
    for (const std::int64_t warmUp : {0, 3})
      for (const bool dropLast : {false, true})
        for (const bool shuffle : {false, true}) {
          ravine::Run run;
          setLossFunction(run, lossFunctionInfo(LossChoice{"tanh_neuron", {}}), 0.3);
          if (!findSchedule(schedule)) continue;
          run.schedule = {schedule, findSchedule(schedule)->suggest(run.lr, 8)};
          run.scheduleUnit = TimeUnit::epochs;
          run.warmUp = warmUp;
          run.batches = {{"batch_size", std::int64_t{9}}, {"shuffle", shuffle}, {"drop_last", dropLast}};
          run.steps = 37;
          ASSERT_TRUE(validate(run).empty());
          runs.push_back(run);
        }
  EXPECT_FALSE(runs.empty());
  expectScriptsAgree(runs);
}

TEST(PytorchScript, DrawsItsBatchesFromPytorchsGenerator) {
  ravine::Run run;
  setLossFunction(run, lossFunctionInfo(LossChoice{"line", {}}));
  run.batches = {{"batch_size", std::int64_t{8}}, {"seed", std::int64_t{5}}};
  const std::string script = pytorchScript(run);
  EXPECT_NE(script.find("torch.Generator().manual_seed(5)"), std::string::npos) << script;
  EXPECT_NE(script.find("torch.randperm(40, generator=generator)"), std::string::npos) << script;
}

// As the run does, and without a word of warning.
TEST(NumpyScript, EndsWhereTheRunDiverges) {
  if (!hasNumpy()) GTEST_SKIP() << "python3-numpy is not here";
  ravine::Run run;
  setLossFunction(run, *findLossFunction("double_well"));
  run.lr = 0.35;
  run.steps = 200;
  const auto outputs = outputsOf({numpyScript(run)});
  ASSERT_EQ(outputs.size(), 1U);
  EXPECT_EQ(outputs.front().size(), simulate(run).points.size());
  EXPECT_NE(pytorchScript(run).find("break"), std::string::npos);
}

// Somebody's own letters must not be taken for the script's names.
TEST(NumpyScript, LettersOfAFormulaAreItsOwn) {
  ravine::Run run = smoothRun();
  run.lossFunction = {"", {{"m", 2.0}, {"c", 0.5}, {"t", 1.5}, {"g", 0.2}}, "m*x^2 + c*y^2 + t*x*y/4 + g*x"};
  Runs runs;
  for (const char* optimizer : {"adam", "armijo", "sgd"}) {
    run.optimizer.id = optimizer;
    runs.push_back(run);
  }
  expectScriptsAgree(runs);
}

TEST(NumpyScript, IsShortWhereThereIsLittleToSay) {
  ravine::Run run;
  run.name = "Overshoot\nimport os";
  const std::string script = numpyScript(run);
  EXPECT_NE(script.find("theta = theta - lr * g\n"), script.npos);
  EXPECT_EQ(script.find("momentum"), script.npos) << script;
  EXPECT_EQ(script.find("def learning_rate"), script.npos) << script;
  EXPECT_EQ(script.find("\nimport os"), script.npos) << "a name may not become code";
  EXPECT_LT(std::count(script.begin(), script.end(), '\n'), 32) << script;
}

TEST(PytorchScript, UsesWhatPytorchHas) {
  ravine::Run run = smoothRun();
  run.optimizer = {"adam", {{"beta1", 0.8}}};
  run.schedule = {"cosine_annealing", {{"T_max", std::int64_t{60}}}};
  const std::string script = pytorchScript(run);
  EXPECT_NE(script.find("torch.optim.Adam("), script.npos) << script;
  EXPECT_NE(script.find("torch.optim.lr_scheduler.CosineAnnealingLR("), script.npos) << script;
  EXPECT_NE(script.find("beta1 = 0.8\n"), script.npos) << script;
  EXPECT_NE(script.find("set_default_dtype(torch.float64)"), script.npos);
  EXPECT_EQ(script.find("has no such"), script.npos) << script;
}

TEST(PytorchScript, SaysWhatPytorchHasNotAndGivesThePlainUpdate) {
  ravine::Run run = smoothRun();
  run.optimizer.id = "lion";
  std::string script = pytorchScript(run);
  EXPECT_NE(script.find("# PyTorch has no such optimizer: this is its plain update.\n"), script.npos) << script;
  EXPECT_NE(script.find("torch.sign("), script.npos) << script;
  EXPECT_EQ(script.find("np."), script.npos) << script;
  run.optimizer.id = "sgd";
  run.schedule.id = "inverse_sqrt";
  script = pytorchScript(run);
  EXPECT_NE(script.find("# PyTorch has no such schedule: this is its rate, set before each step.\n"), script.npos);
  EXPECT_NE(script.find("torch.optim.SGD("), script.npos) << script;
}

// What PyTorch would refuse is written out.
TEST(PytorchScript, LeavesOutWhatPytorchWouldRefuse) {
  ravine::Run run = smoothRun();
  run.optimizer = {"sgd", {{"momentum", 0.9}, {"nesterov", true}, {"dampening", 0.1}}};
  EXPECT_NE(pytorchScript(run).find("no such optimizer"), std::string::npos);
  run.optimizer.parameters.erase("dampening");
  EXPECT_EQ(pytorchScript(run).find("no such optimizer"), std::string::npos);
  run.schedule = {"linear", {{"start_factor", 1.5}}};
  EXPECT_NE(pytorchScript(run).find("no such schedule"), std::string::npos);
}

TEST(PythonRules, ThereIsOneForEachRowOfTheCatalogue) {
  for (const OptimizerInfo& info : optimizers())
    EXPECT_EQ(std::count_if(pythonOptimizers().begin(), pythonOptimizers().end(),
                            [&](const PythonOptimizer& rule) { return rule.id == info.id; }),
              1)
        << info.id;
  for (const ScheduleInfo& info : schedules())
    EXPECT_EQ(std::count_if(pythonSchedules().begin(), pythonSchedules().end(),
                            [&](const PythonSchedule& rule) { return rule.id == info.id; }),
              1)
        << info.id;
}

TEST(PythonTemplate, KeepsTheLinesWhoseConditionsHold) {
  const PythonSettings settings{{"a", 0.5}, {"b", false}, {"mode", std::string("x")}};
  EXPECT_EQ(rendered("a? one\n!a? two\nb? three\na,!b?     four\nmode=x? five\nmode=y? six\nif a > 0: seven", settings),
            (Lines{"one", "    four", "five", "if a > 0: seven"}));
  EXPECT_EQ(assignments({"use(a)", "about"}, settings), Lines{"a = 0.5"});
}

TEST(Expression, IsWrittenWithFewParenthesesAndDifferentiated) {
  FormulaProblem problem;
  const auto python = [&](const char* formula, char variable) {
    const Expression whole = Expression::of(*Formula::parse(formula, problem));
    return (variable == 0 ? whole : whole.derivative(variable)).python(Expression::Dialect::numpy);
  };
  EXPECT_EQ(python("(a - x)^2 + b*(y - x^2)^2", 0), "(a - x)**2 + b * (y - x**2)**2");
  EXPECT_EQ(python("x^2", 'x'), "2 * x");
  EXPECT_EQ(python("x^2", 'y'), "0");
  EXPECT_EQ(python("sin(x*y)", 'x'), "y * np.cos(x * y)");
  EXPECT_EQ(python("x - (y - 1)", 0), "x - (y - 1)");
  EXPECT_EQ(python("x / (y * 2)", 0), "x / (2 * y)");
  EXPECT_EQ(python("-x^2", 0), "-x**2");
  EXPECT_EQ(python("(-x)^2", 0), "(-x)**2");
  EXPECT_EQ(python("max(x, y)", 'x'), "np.where(x > y, 1, 0)");
}

TEST(CommandLine, RepeatsTheRun) {
  ravine::Run run = smoothRun();
  EXPECT_EQ(commandLine(run),
            "ravine run --loss '0.5*(x^2 + 4*y^2) + 0.3*sin(x*y)' --start 2,-1.2 --optimizer sgd --lr 0.05 "
            "--schedule constant --steps 60");
  run.optimizer = {"adam", {{"beta1", 0.8}, {"amsgrad", true}}};
  run.noise = {{"sigma", 0.5}};
  run.warmUp = 3;
  const std::string command = commandLine(run);
  for (const char* part :
       {" --set optimizer.beta1=0.8", " --set optimizer.amsgrad=true", " --warm-up 3", " --set noise.sigma=0.5"})
    EXPECT_NE(command.find(part), command.npos) << command;
}

TEST(CommandLine, GivesTheRateOfAScheduleOnce) {
  ravine::Run run = smoothRun();
  run.schedule = {"onecycle", {{"max_lr", 0.3}, {"total_steps", std::int64_t{60}}}};
  const std::string command = commandLine(run);
  EXPECT_NE(command.find(" --lr 0.3 --schedule onecycle --set schedule.total_steps=60 "), command.npos) << command;
  EXPECT_EQ(command.find("max_lr"), command.npos) << command;
}

}  // namespace
}  // namespace ravine
