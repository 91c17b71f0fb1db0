#include "app/command_line.h"

#include <CLI/CLI.hpp>
#include <algorithm>
#include <csignal>
#include <filesystem>
#include <sstream>

#include "app/check_command.h"
#include "app/list_command.h"
#include "app/report.h"
#include "app/run_command.h"
#include "app/shot_command.h"
#include "core/base/parameters.h"

namespace ravine {
namespace {

CLI::App* addList(CLI::App& app, ListOptions& options) {
  CLI::App* command = app.add_subcommand("list", "List what there is");
  command->add_option("what", options.what, "loss-functions, optimizers, schedules or scenarios")->required();
  command->add_flag("--json", options.json, "As JSON, with everything known")->disable_flag_override();
  return command;
}

CLI::App* addRun(CLI::App& app, RunOptions& options) {
  CLI::App* command = app.add_subcommand("run", "Run an optimizer and say what happened");
  command->add_option("--experiment", options.experiment, "A file, or a scenario's id: its runs instead of options");
  command->add_option("--run", options.run, "Which of its runs: a name or number; all by default");
  command->add_option("--loss", options.loss, "Id of a loss function, or a formula such as \"x^2 + a*y^2\"");
  command->add_option("--domain", options.domain, "The box to look at: X0,X1,Y0,Y1");
  command->add_option("--start", options.start, "X,Y; by default the loss function's own start");
  command->add_option("--optimizer", options.optimizer, "Id of the optimizer")->capture_default_str();
  command->add_option("--lr", options.lr, "Learning rate");
  command->add_option("--schedule", options.schedule, "Id of the schedule")->capture_default_str();
  command
      ->add_option("--set", options.settings,
                   "A parameter: OWNER.NAME=VALUE, OWNER being loss, optimizer, schedule or noise; may be repeated")
      ->expected(1)
      ->take_all();
  command->add_option("--warm-up", options.warmUp, "Steps that climb to the first rate before the schedule begins")
      ->capture_default_str();
  command->add_option("--steps", options.steps, "Number of steps")->capture_default_str();
  command->add_option("-o,--output", options.output, "Write to this file instead of the screen");
  CLI::Option* json =
      command->add_flag("--json", options.json, "The whole trajectory as JSON")->disable_flag_override();
  command->add_flag("--csv", options.csv, "The whole trajectory as CSV")->disable_flag_override()->excludes(json);
  return command;
}

CLI::App* addCheck(CLI::App& app, CheckOptions& options) {
  CLI::App* command = app.add_subcommand("check", "Say what is wrong in experiment files");
  command->add_option("files", options.files, "FILE ...")->required();
  return command;
}

CLI::App* addShot(CLI::App& app, ShotOptions& options) {
  CLI::App* command = app.add_subcommand("shot", "Take a picture of the window");
  command->add_option("names", options.names, "[SCENARIO] OUT.png")->required()->expected(1, 2);
  command->add_option("--experiment", options.experiment, "A file or a scenario's id, instead of SCENARIO");
  command->add_option("--run", options.run, "The run that is selected: a name or number");
  command->add_option("--size", options.size, "WIDTHxHEIGHT in pixels")->capture_default_str();
  command->add_option("--at-step", options.atStep,
                      "Where the playhead stands; by default as in the file, or at the end");
  command->add_option("--theme", options.theme, "light, dark or projector")->capture_default_str();
  command->add_option("--scale", options.scale, "Of text and marks, from 0.8 to 2.5")->capture_default_str();
  command->add_flag("--present", options.present, "As it fills the screen for a lecture")->disable_flag_override();
  return command;
}

int help(const CLI::App& app, const CLI::Success& success) {
  std::ostringstream text;
  app.exit(success, text);
  return print(text.str());
}

// Of CLI11's own texts the one about unexpected words quotes them, all of them and raw.
Problem problemOf(const CLI::App& app, const CLI::ParseError& error) {
  const Message mend = CORE_TEXT("Problem", "see 'ravine --help', or 'ravine COMMAND --help'");
  const std::vector<std::string> unexpected = app.remaining(true);
  if (dynamic_cast<const CLI::ExtrasError*>(&error) && !unexpected.empty())
    return {"command line", CORE_TEXT("Problem", "'%1' was not expected").with(excerpt(unexpected.front())), mend};
  return {"command line", Message::verbatim(error.what()), mend};
}

bool isThere(const std::string& path) {
  std::error_code ignored;
  return std::filesystem::exists(path, ignored);
}

// A word that is neither a command nor a file.
Problem noSuchFile(const CLI::App& app, const std::string& word) {
  std::vector<std::string> commands;
  for (const CLI::App* each : app.get_subcommands([](const CLI::App*) { return true; }))
    commands.push_back(each->get_name());
  return {"command line", CORE_TEXT("Problem", "there is neither a command nor a file '%1'").with(excerpt(word)),
          didYouMean(word, commands, CORE_TEXT("Problem", "see 'ravine --help', or 'ravine COMMAND --help'"))};
}

// CLI11 knows no long name with one dash. Qt, which reads this option again, takes either.
std::vector<std::string> wordsOf(int argc, char** argv) {
  std::vector<std::string> words(argv + 1, argv + argc);
  std::replace(words.begin(), words.end(), std::string("-platform"), std::string("--platform"));
  std::reverse(words.begin(), words.end());  // the order in which CLI11 takes them
  return words;
}

// A write that fails says so and is reported, instead of ending the program.
void ignoreSignalsOfWriting() {
  std::signal(SIGPIPE, SIG_IGN);
  std::signal(SIGXFSZ, SIG_IGN);
}

}  // namespace

std::optional<int> runCommandLine(int argc, char** argv, WindowOptions& window) {
  CLI::App app("Ravine: a laboratory for loss landscapes and learning rates. Without a command it opens its window.",
               "ravine");
  app.set_version_flag("--version", RAVINE_VERSION)->disable_flag_override();
  app.get_help_ptr()->disable_flag_override();
  app.require_subcommand(0, 1);
  std::string platform;  // read by Qt
  app.add_option("--platform", platform, "Qt's platform for the window, such as xcb, wayland or vnc");
  app.add_flag("--present", window.present, "Fill the screen, to be read from the back row (F11)")
      ->disable_flag_override();
  app.add_option("file", window.file, "An experiment to open in the window");
  CheckOptions checkOptions;
  ListOptions listOptions;
  RunOptions runOptions;
  ShotOptions shotOptions;
  const CLI::App* listCommand = addList(app, listOptions);
  const CLI::App* runCommand = addRun(app, runOptions);
  const CLI::App* checkCommand = addCheck(app, checkOptions);
  const CLI::App* shotCommand = addShot(app, shotOptions);

  ignoreSignalsOfWriting();
  try {
    app.parse(wordsOf(argc, argv));
  } catch (const CLI::Success& success) {
    return help(app, success);
  } catch (const CLI::ParseError& error) {
    return fail({problemOf(app, error)});
  }
  if (*listCommand) return list(listOptions);
  if (*runCommand) return run(runOptions);
  if (*checkCommand) return check(checkOptions);
  if (*shotCommand) return shot(shotOptions);
  if (!window.file.empty() && !isThere(window.file)) return fail({noSuchFile(app, window.file)});
  return std::nullopt;
}

}  // namespace ravine
