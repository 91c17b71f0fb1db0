#include "app/command_line.h"

#include <CLI/CLI.hpp>
#include <QApplication>
#include <iostream>
#include <nlohmann/json.hpp>

#include "app/report.h"
#include "app/run_command.h"
#include "app/shot.h"
#include "core/run/scenarios.h"

namespace ravine {
namespace {

using Json = nlohmann::ordered_json;

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
  return {{"id", scenario.id},
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
    scenario = findScenario(arguments.names.front());
    if (!scenario) {
      std::vector<std::string> ids;
      for (const Scenario& each : scenarios()) ids.push_back(each.id);
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
