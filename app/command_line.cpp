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
          {"description", info.description}};
}

Json describe(const ScheduleInfo& info) {
  return {{"id", info.id},
          {"name", info.name},
          {"formula", info.formula},
          {"parameters", describe(info.parameters)},
          {"description", info.description}};
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
  std::string start;
  std::string optimizer = "sgd";
  std::string lr;
  std::string schedule = "constant";
  std::string steps = "200";
  std::vector<std::string> settings;
  std::string output;
  bool json = false;
  bool csv = false;
};

const std::vector<ParameterInfo>* parametersOf(const Run& run, const std::string& owner) {
  if (owner == "loss") {
    const auto* info = findLossFunction(run.lossFunction.id);
    return info ? &info->parameters : nullptr;
  }
  if (owner == "optimizer") {
    const auto* info = findOptimizer(run.optimizer.id);
    return info ? &info->parameters : nullptr;
  }
  const auto* info = findSchedule(run.schedule.id);
  return info ? &info->parameters : nullptr;
}

// "optimizer.momentum=0.9"
void applySetting(const std::string& setting, Run& run, Problems& problems) {
  const auto dot = setting.find('.');
  const auto equals = setting.find('=');
  const std::string owner = setting.substr(0, dot);
  if (dot == std::string::npos || equals == std::string::npos || equals < dot ||
      (owner != "loss" && owner != "optimizer" && owner != "schedule")) {
    problems.push_back(
        {"--set " + setting, "cannot be read", "write loss.NAME=VALUE, optimizer.NAME=VALUE or schedule.NAME=VALUE"});
    return;
  }
  const std::string id = setting.substr(dot + 1, equals - dot - 1);
  Choice& choice = owner == "loss" ? run.lossFunction : owner == "optimizer" ? run.optimizer : run.schedule;
  const auto* infos = parametersOf(run, owner);
  if (!infos) return;  // validate() names the unknown id
  const ParameterInfo* info = findParameter(*infos, id);
  if (!info) {
    choice.parameters[id] = 0.0;  // validate() names the unknown parameter
    return;
  }
  Problem problem;
  if (const auto value = parseParameter(*info, setting.substr(equals + 1), problem))
    choice.parameters[id] = *value;
  else
    problems.push_back({"--set " + owner + "." + id, problem.what, problem.mend});
}

std::optional<Run> readRun(const RunOptions& options, Problems& problems) {
  Run run;
  run.lossFunction.id = options.loss;
  run.optimizer.id = options.optimizer;
  run.schedule.id = options.schedule;
  for (const std::string& setting : options.settings) applySetting(setting, run, problems);

  if (!options.start.empty()) {
    const auto comma = options.start.find(',');
    const auto x = parseNumber(options.start.substr(0, comma));
    const auto y = comma == std::string::npos ? std::nullopt : parseNumber(options.start.substr(comma + 1));
    if (x && y)
      run.start = {*x, *y};
    else
      problems.push_back({"--start", "'" + options.start + "' is not a pair of finite double numbers",
                          "write two numbers with a comma between them, such as -4,2"});
  } else if (const auto* info = findLossFunction(options.loss)) {
    run.start = info->start;
  }

  const auto lr = parseNumber(options.lr);
  if (!lr)
    problems.push_back({"--lr", "'" + options.lr + "' is not a finite number", "write a number such as 0.05 or 3e-4"});
  else
    run.lr = *lr;

  const auto steps = parseNumber(options.steps);
  if (!steps || *steps != std::floor(*steps) || std::abs(*steps) > 1e15)
    problems.push_back({"--steps", "'" + options.steps + "' is not a whole number",
                        "write one from 1 to " + std::to_string(Run::kMostSteps)});
  else
    run.steps = static_cast<std::int64_t>(*steps);

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
  const LossFunctionInfo& function = lossFunctionInfo(run);
  const OptimizerInfo& optimizer = optimizerInfo(run);
  const ScheduleInfo& schedule = scheduleInfo(run);
  const Json json{
      {"function",
       {{"name", function.id},
        {"formula", function.formula},
        {"params", parameters(function.parameters, run.lossFunction.parameters)}}},
      {"optimizer",
       {{"name", optimizer.id},
        {"lr", run.lr},
        {"hyperparameters", parameters(optimizer.parameters, run.optimizer.parameters)}}},
      {"schedule", {{"kind", schedule.id}, {"params", parameters(schedule.parameters, run.schedule.parameters)}}},
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
  runCommand->add_option("--loss", runOptions.loss, "Id of the loss function")->required();
  runCommand->add_option("--start", runOptions.start, "X,Y; by default the loss function's own start");
  runCommand->add_option("--optimizer", runOptions.optimizer, "Id of the optimizer")->capture_default_str();
  runCommand->add_option("--lr", runOptions.lr, "Learning rate")->required();
  runCommand->add_option("--schedule", runOptions.schedule, "Id of the schedule")->capture_default_str();
  runCommand
      ->add_option("--set", runOptions.settings,
                   "A parameter: loss.NAME=VALUE, optimizer.NAME=VALUE or schedule.NAME=VALUE; may be repeated")
      ->expected(1)
      ->take_all();
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
