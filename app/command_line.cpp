#include "app/command_line.h"

#include <CLI/CLI.hpp>
#include <QApplication>
#include <fstream>
#include <iostream>
#include <nlohmann/json.hpp>
#include <set>
#include <sstream>

#include "app/shot.h"
#include "core/diagnose.h"
#include "core/simulate.h"
#include "ui/scenarios.h"
#include "ui/wording.h"

namespace ravine {
namespace {

using Json = nlohmann::ordered_json;

constexpr int kBadInput = 2;

int fail(const Problems& problems) {
  for (const Problem& p : problems)
    std::cerr << "ravine: " << p.where << ": " << p.what << "; " << p.mend << (p.mend.ends_with('?') ? "\n" : ".\n");
  return kBadInput;
}

// ---------------------------------------------------------------- list

Json toJson(const ParameterValue& value) {
  return std::visit([](const auto& v) { return Json(v); }, value);
}

Json describe(const std::vector<ParameterInfo>& parameters) {
  static const char* const kinds[] = {"boolean", "integer", "number", "choice", "numbers"};
  Json json = Json::array();
  for (const ParameterInfo& info : parameters) {
    Json row{{"id", info.id},
             {"kind", kinds[static_cast<int>(info.kind())]},
             {"default", toJson(info.defaultValue)},
             {"description", info.description}};
    if (!info.choices.empty()) row["choices"] = info.choices;
    if (info.kind() == ParameterKind::number || info.kind() == ParameterKind::integer)
      row["allowed"] = info.range.description();
    json.push_back(row);
  }
  return json;
}

Json describe(const LossFunctionInfo& info) {
  return {{"id", info.id},
          {"name", info.name},
          {"formula", info.formula},
          {"parameters", describe(info.parameters)},
          {"domain", {{info.domain.x.lower, info.domain.x.upper}, {info.domain.y.lower, info.domain.y.upper}}},
          {"start", {info.start.x(), info.start.y()}},
          {"teaches", info.teaches},
          {"source", info.source}};
}

Json describe(const OptimizerInfo& info) {
  return {{"id", info.id},
          {"name", info.name},
          {"formula", info.updateRule},
          {"parameters", describe(info.parameters)},
          {"description", info.description},
          {"source", info.source}};
}

Json describe(const ScheduleInfo& info) {
  return {{"id", info.id},
          {"name", info.name},
          {"formula", info.formula},
          {"parameters", describe(info.parameters)},
          {"description", info.description},
          {"source", info.source}};
}

Json describe(const Scenario& scenario) {
  return {{"id", scenario.id.toStdString()},
          {"name", scenario.experiment.title},
          {"text", scenario.experiment.text},
          {"runs", scenario.experiment.runs.size()}};
}

template <class Rows>
Json describeAll(const Rows& rows) {
  Json json = Json::array();
  for (const auto& row : rows) json.push_back(describe(row));
  return json;
}

int list(const std::string& what, bool asJson) {
  const Json rows = what == "loss-functions" ? describeAll(lossFunctions())
                    : what == "optimizers"   ? describeAll(optimizers())
                    : what == "schedules"    ? describeAll(schedules())
                                             : describeAll(scenarios());
  if (asJson) {
    std::cout << rows.dump(2) << '\n';
    return 0;
  }
  std::size_t width = 0;
  for (const Json& row : rows) width = std::max(width, row["id"].get<std::string>().size());
  for (const Json& row : rows) {
    const auto id = row["id"].get<std::string>();
    std::cout << id << std::string(width + 2 - id.size(), ' ')
              << (row.contains("formula") ? row["formula"] : row["name"]).get<std::string>() << '\n';
    if (!row.contains("parameters")) continue;
    for (const Json& parameter : row["parameters"]) {
      std::cout << std::string(width + 4, ' ') << parameter["id"].get<std::string>() << " = "
                << (parameter["default"].is_string() ? parameter["default"].get<std::string>()
                                                     : parameter["default"].dump());
      if (parameter.contains("choices")) {
        std::cout << "  (";
        for (std::size_t i = 0; i < parameter["choices"].size(); ++i)
          std::cout << (i ? ", " : "") << parameter["choices"][i].get<std::string>();
        std::cout << ')';
      }
      std::cout << '\n';
    }
  }
  return 0;
}

// ---------------------------------------------------------------- run

struct RunOptions {
  std::string loss;
  std::string domain;
  std::string start;
  std::string optimizer = "sgd";
  std::string lr;
  std::string schedule = "constant";
  std::string warmUp = "0";
  std::string steps = "200";
  std::vector<std::string> settings;
  std::string output;
  bool json = false;
  bool csv = false;
};

// A formula is told from an id by what no id contains.
bool isFormula(const std::string& text) {
  const bool isWord =
      std::all_of(text.begin(), text.end(), [](unsigned char c) { return std::isalnum(c) || c == '_'; });
  return !findLossFunction(text) && (!isWord || text.size() == 1);
}

// Where `--set OWNER.NAME=VALUE` goes.
struct Settable {
  std::string owner;
  ParameterSet& values;
  std::vector<ParameterInfo> infos;
  bool known;  // false: the owner itself is at fault, which validate() tells
};

std::vector<Settable> settables(Run& run) {
  Problems ignored;
  const auto loss = resolve(run.lossFunction, ignored);
  const auto* optimizer = findOptimizer(run.optimizer.id);
  const auto* schedule = findSchedule(run.schedule.id);
  using Infos = std::vector<ParameterInfo>;
  return {{"loss", run.lossFunction.parameters, loss ? loss->parameters : Infos{}, loss.has_value()},
          {"optimizer", run.optimizer.parameters, optimizer ? optimizer->parameters : Infos{}, optimizer != nullptr},
          {"schedule", run.schedule.parameters, schedule ? schedule->parameters : Infos{}, schedule != nullptr},
          {"noise", run.noise, noiseParameters(), true}};
}

// "optimizer.momentum=0.9"
void applySetting(const std::string& setting, const std::vector<Settable>& all, Problems& problems) {
  const auto dot = setting.find('.');
  const auto equals = setting.find('=');
  const auto found =
      std::find_if(all.begin(), all.end(), [&](const Settable& each) { return each.owner == setting.substr(0, dot); });
  if (dot == std::string::npos || equals == std::string::npos || equals < dot || found == all.end()) {
    problems.push_back({"--set " + setting, "cannot be read",
                        "write OWNER.NAME=VALUE, the owner being loss, optimizer, schedule or noise"});
    return;
  }
  if (!found->known) return;
  const std::string id = setting.substr(dot + 1, equals - dot - 1);
  const ParameterInfo* info = findParameter(found->infos, id);
  if (!info) {
    found->values[id] = 0.0;  // validate() names the unknown parameter
    return;
  }
  Problem problem;
  if (const auto value = parseParameter(*info, setting.substr(equals + 1), problem))
    found->values[id] = *value;
  else
    problems.push_back({"--set " + found->owner + "." + id, problem.what, problem.mend});
}

std::optional<std::vector<double>> parseNumbers(const std::string& text, std::size_t count) {
  std::vector<double> numbers;
  std::istringstream parts(text);
  for (std::string part; std::getline(parts, part, ',');) {
    const auto number = parseNumber(part);
    if (!number) return std::nullopt;
    numbers.push_back(*number);
  }
  return numbers.size() == count ? std::optional(numbers) : std::nullopt;
}

void readLossFunction(const RunOptions& options, Run& run, Problems& problems) {
  if (isFormula(options.loss))
    run.lossFunction = {"", {}, options.loss};
  else
    run.lossFunction.id = options.loss;
  if (options.domain.empty()) return;
  if (const auto box = parseNumbers(options.domain, 4))
    run.lossFunction.domain = Box{{(*box)[0], (*box)[1]}, {(*box)[2], (*box)[3]}};
  else
    problems.push_back(
        {"--domain", "'" + options.domain + "' is not a box of finite numbers", "write x0,x1,y0,y1 such as -5,5,-5,5"});
}

void readStart(const RunOptions& options, Run& run, Problems& problems) {
  Problems ignored;
  if (options.start.empty()) {
    if (const auto info = resolve(run.lossFunction, ignored)) run.start = info->start;
  } else if (const auto start = parseNumbers(options.start, 2)) {
    run.start = {(*start)[0], (*start)[1]};
  } else {
    problems.push_back({"--start", "'" + options.start + "' is not a pair of finite double numbers",
                        "write two numbers with a comma between them, such as -4,2"});
  }
}

void readWhole(const std::string& text, const std::string& option, std::int64_t& to, Problems& problems) {
  const auto number = parseNumber(text);
  if (!number || *number != std::floor(*number) || std::abs(*number) > 1e15)
    problems.push_back(
        {option, "'" + text + "' is not a whole number", "write one up to " + std::to_string(Run::kMostSteps)});
  else
    to = static_cast<std::int64_t>(*number);
}

std::optional<Run> readRun(const RunOptions& options, Problems& problems) {
  Run run;
  readLossFunction(options, run, problems);
  run.optimizer.id = options.optimizer;
  run.schedule.id = options.schedule;
  const std::vector<Settable> all = settables(run);
  for (const std::string& setting : options.settings) applySetting(setting, all, problems);
  readStart(options, run, problems);
  const auto lr = parseNumber(options.lr);
  if (!lr)
    problems.push_back({"--lr", "'" + options.lr + "' is not a finite number", "write a number such as 0.05 or 3e-4"});
  else
    run.lr = *lr;

  readWhole(options.steps, "--steps", run.steps, problems);
  readWhole(options.warmUp, "--warm-up", run.warmUp, problems);

  const Problems more = validate(run);
  problems.insert(problems.end(), more.begin(), more.end());
  return problems.empty() ? std::optional(run) : std::nullopt;
}

Json pairs(const std::vector<Vector2>& points) {
  Json json = Json::array();
  for (const Vector2& p : points) json.push_back({p.x(), p.y()});
  return json;
}

std::string asJson(const RunResult& result) {
  const Run& run = result.run;
  const Trajectory& t = result.trajectory;
  const auto parameters = [](const std::vector<ParameterInfo>& infos, const ParameterSet& set) {
    Json json = Json::object();
    for (const ParameterInfo& info : infos) json[info.id] = toJson(valueOf(info, set));
    return json;
  };
  const LossFunctionInfo function = lossFunctionInfo(run);
  const OptimizerInfo& optimizer = optimizerInfo(run);
  const ScheduleInfo& schedule = scheduleInfo(run);
  const Json json{
      {"function",
       {{"name", function.id.empty() ? "formula" : function.id},
        {"formula", function.formula},
        {"params", parameters(function.parameters, run.lossFunction.parameters)}}},
      {"optimizer",
       {{"name", optimizer.id},
        {"lr", run.lr},
        {"hyperparameters", parameters(optimizer.parameters, run.optimizer.parameters)}}},
      {"schedule", {{"kind", schedule.id}, {"params", parameters(schedule.parameters, run.schedule.parameters)}}},
      {"warm_up", run.warmUp},
      {"noise", parameters(noiseParameters(), run.noise)},
      {"start", {run.start.x(), run.start.y()}},
      {"steps", run.steps},
      {"outcome", outcomeId(result.diagnosis.outcome)},
      {"reason", wording::reason(run, result).toStdString()},
      {"overshoots", result.diagnosis.overshoots},
      {"points", pairs(t.points)},
      {"losses", t.losses},
      {"gradients", pairs(t.gradients)},
      {"lrs", t.lrs},
      {"sharpness", t.sharpness}};
  return json.dump(1) + '\n';
}

std::string asCsv(const RunResult& result) {
  const Trajectory& t = result.trajectory;
  std::string csv = "step,x,y,loss,gradient_x,gradient_y,lr,sharpness\n";
  for (std::size_t i = 0; i < t.points.size(); ++i) {
    csv += std::to_string(i);
    for (const double number : {t.points[i].x(), t.points[i].y(), t.losses[i], t.gradients[i].x(), t.gradients[i].y()})
      csv += ',' + shortestText(number);
    csv += ',' + (i < t.lrs.size() ? shortestText(t.lrs[i]) : std::string());
    csv += ',' + shortestText(t.sharpness[i]) + '\n';
  }
  return csv;
}

std::string asText(const RunResult& result) {
  const Trajectory& t = result.trajectory;
  std::ostringstream text;
  text << outcomeId(result.diagnosis.outcome) << ": " << wording::reason(result.run, result).toStdString() << '\n'
       << "after " << t.steps() << " steps: theta = " << shortestText(t.points.back().x()) << ','
       << shortestText(t.points.back().y()) << "  loss = " << shortestText(t.losses.back())
       << "  overshoots = " << result.diagnosis.overshoots.size() << '\n';
  return text.str();
}

int write(const std::string& text, const std::string& path) {
  if (path.empty()) {
    std::cout << text << std::flush;
    return std::cout ? 0 : fail({{"standard output", "cannot be written", "write to a file with -o FILE"}});
  }
  std::ofstream file(path, std::ios::binary);
  file << text;
  file.close();
  if (!file)
    return fail({{path, "cannot be written", "give a file in a folder that exists and that you may write to"}});
  return 0;
}

int run(const RunOptions& options) {
  Problems problems;
  const auto wanted = readRun(options, problems);
  if (!wanted) return fail(problems);
  const RunResultPtr result = computeRun(*wanted);
  return write(options.json ? asJson(*result) : options.csv ? asCsv(*result) : asText(*result), options.output);
}

// ---------------------------------------------------------------- shot

struct ShotArguments {
  std::vector<std::string> names;  // [SCENARIO] OUT.png
  std::string size = "1440x900";
  std::string atStep;
  std::string theme = "light";
};

std::optional<QSize> parseSize(const std::string& text) {
  const auto cross = text.find('x');
  if (cross == std::string::npos) return std::nullopt;
  const auto width = parseNumber(text.substr(0, cross));
  const auto height = parseNumber(text.substr(cross + 1));
  if (!width || !height || *width < 960 || *height < 640 || *width > 7680 || *height > 4320) return std::nullopt;
  return QSize(static_cast<int>(*width), static_cast<int>(*height));
}

int shot(const ShotArguments& arguments, int argc, char** argv) {
  Problems problems;
  const Scenario* scenario = &scenarios().front();
  if (arguments.names.size() == 2) {
    scenario = findScenario(QString::fromStdString(arguments.names.front()));
    if (!scenario) {
      std::vector<std::string> ids;
      for (const Scenario& each : scenarios()) ids.push_back(each.id.toStdString());
      const auto near = nearestId(arguments.names.front(), ids);
      problems.push_back({"scenario", "there is no '" + arguments.names.front() + "'",
                          near ? "did you mean '" + *near + "'?" : "see 'ravine list scenarios'"});
    }
  }
  ShotOptions options;
  if (const auto size = parseSize(arguments.size))
    options.size = *size;
  else
    problems.push_back({"--size", "'" + arguments.size + "' is not a size that the window can have",
                        "write WIDTHxHEIGHT from 960x640 to 7680x4320"});
  if (!arguments.atStep.empty()) {
    const auto step = parseNumber(arguments.atStep);
    if (step && *step == std::floor(*step) && std::abs(*step) < 1e9)
      options.atStep = static_cast<std::int64_t>(*step);
    else
      problems.push_back({"--at-step", "'" + arguments.atStep + "' is not a whole number", "write a step such as 44"});
  }
  if (arguments.theme == "dark")
    options.theme = ThemeChoice::dark;
  else if (arguments.theme != "light")
    problems.push_back({"--theme", "there is no theme '" + arguments.theme + "'", "write light or dark"});
  if (!problems.empty()) return fail(problems);

  qputenv("QT_QPA_PLATFORM", "offscreen");
  QApplication application(argc, argv);
  const Problems fate = takeShot(scenario->experiment, options, QString::fromStdString(arguments.names.back()));
  return fate.empty() ? 0 : fail(fate);
}

}  // namespace

std::optional<int> runCommandLine(int argc, char** argv) {
  CLI::App app("Ravine: a laboratory for loss landscapes and learning rates. Without a command it opens its window.",
               "ravine");
  app.set_version_flag("--version", RAVINE_VERSION);
  app.require_subcommand(0, 1);

  std::string what;
  bool listAsJson = false;
  CLI::App* listCommand = app.add_subcommand("list", "List what there is");
  listCommand->add_option("what", what, "loss-functions, optimizers, schedules or scenarios")
      ->required()
      ->check(CLI::IsMember({"loss-functions", "optimizers", "schedules", "scenarios"}));
  listCommand->add_flag("--json", listAsJson, "As JSON, with everything known");

  RunOptions runOptions;
  CLI::App* runCommand = app.add_subcommand("run", "Run an optimizer and say what happened");
  runCommand->add_option("--loss", runOptions.loss, "Id of a loss function, or a formula such as \"x^2 + a*y^2\"")
      ->required();
  runCommand->add_option("--domain", runOptions.domain, "The box to look at: X0,X1,Y0,Y1");
  runCommand->add_option("--start", runOptions.start, "X,Y; by default the loss function's own start");
  runCommand->add_option("--optimizer", runOptions.optimizer, "Id of the optimizer")->capture_default_str();
  runCommand->add_option("--lr", runOptions.lr, "Learning rate")->required();
  runCommand->add_option("--schedule", runOptions.schedule, "Id of the schedule")->capture_default_str();
  runCommand
      ->add_option("--set", runOptions.settings,
                   "A parameter: OWNER.NAME=VALUE, OWNER being loss, optimizer, schedule or noise; may be repeated")
      ->expected(1)
      ->take_all();
  runCommand
      ->add_option("--warm-up", runOptions.warmUp, "Steps that climb to the first rate before the schedule begins")
      ->capture_default_str();
  runCommand->add_option("--steps", runOptions.steps, "Number of steps")->capture_default_str();
  runCommand->add_option("-o,--output", runOptions.output, "Write to this file instead of the screen");
  CLI::Option* json = runCommand->add_flag("--json", runOptions.json, "The whole trajectory as JSON");
  runCommand->add_flag("--csv", runOptions.csv, "The whole trajectory as CSV")->excludes(json);

  ShotArguments shotArguments;
  CLI::App* shotCommand = app.add_subcommand("shot", "Take a picture of the window");
  shotCommand->add_option("names", shotArguments.names, "[SCENARIO] OUT.png")->required()->expected(1, 2);
  shotCommand->add_option("--size", shotArguments.size, "WIDTHxHEIGHT in pixels")->capture_default_str();
  shotCommand->add_option("--at-step", shotArguments.atStep, "Where the playhead stands; by default at the end");
  shotCommand->add_option("--theme", shotArguments.theme, "light or dark")->capture_default_str();

  try {
    app.parse(argc, argv);
  } catch (const CLI::Success& help) {
    return app.exit(help);
  } catch (const CLI::ParseError& error) {
    std::cerr << "ravine: " << error.what() << "; see 'ravine --help', or 'ravine COMMAND --help'.\n";
    return kBadInput;
  }
  if (*listCommand) return list(what, listAsJson);
  if (*runCommand) return run(runOptions);
  if (*shotCommand) return shot(shotArguments, argc, argv);
  return std::nullopt;
}

}  // namespace ravine
