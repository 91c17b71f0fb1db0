#include "app/command_line.h"

#include <CLI/CLI.hpp>
#include <algorithm>
#include <csignal>
#include <filesystem>
#include <sstream>

#include "app/check_command.h"
#include "app/export_command.h"
#include "app/list_command.h"
#include "app/man_page.h"
#include "app/report.h"
#include "app/run_command.h"
#include "app/shot_command.h"
#include "app/sweep_command.h"
#include "core/base/instruction_set.h"
#include "core/base/parameters.h"
#include "ui/words/language.h"

namespace ravine {
namespace {

// CLI11's own words in the help.
void labelHelp(CLI::App& app) {
  auto formatter = std::make_shared<CLI::Formatter>();
  formatter->label("Usage", said(CORE_TEXT("CommandLine", "Usage")));
  formatter->label("OPTIONS", said(CORE_TEXT("CommandLine", "OPTIONS")));
  formatter->label("SUBCOMMAND", said(CORE_TEXT("CommandLine", "COMMAND")));
  formatter->label("Positionals", said(CORE_TEXT("CommandLine", "Positionals")));
  formatter->label("TEXT", said(CORE_TEXT("CommandLine", "TEXT")));
  formatter->label("REQUIRED", said(CORE_TEXT("CommandLine", "REQUIRED")));
  formatter->label("Excludes", said(CORE_TEXT("CommandLine", "Excludes")));
  app.formatter(formatter);
  app.option_defaults()->group(said(CORE_TEXT("CommandLine", "Options")));
}

// What every command and the program itself understand; read by languageAsked().
void addLanguage(CLI::App& app) {
  app.set_help_flag("-h,--help", said(CORE_TEXT("CommandLine", "This help")))->disable_flag_override();
  app.add_option_function<std::string>(
      "--lang", [](const std::string&) {},
      said(CORE_TEXT("CommandLine", "en or ko; by default the language of the system")));
}

// A command; its heading in the help is in the same language.
CLI::App* addCommand(CLI::App& app, const std::string& name, const Message& what) {
  CLI::App* command = app.add_subcommand(name, said(what));
  command->group(said(CORE_TEXT("CommandLine", "Commands")));
  addLanguage(*command);
  return command;
}

CLI::App* addList(CLI::App& app, ListOptions& options) {
  CLI::App* command = addCommand(app, "list", CORE_TEXT("CommandLine", "List what there is"));
  command
      ->add_option(
          "what", options.what,
          said(CORE_TEXT("CommandLine",
                         "loss-functions, models, data-sets, optimizers, schedules, scenarios, lessons or tasks")))
      ->required();
  command->add_flag("--json", options.json, said(CORE_TEXT("CommandLine", "As JSON, with everything known")))
      ->disable_flag_override();
  return command;
}

void noteThatItIsGiven(CLI::Option& option, RunWords& words) {
  option.each([&words](const std::string&) { words.areGiven = true; });
}

// What describes a run, but for how many steps it has.
void addRunWords(CLI::App& command, RunWords& words) {
  const std::size_t before = command.get_options().size();
  command.add_option("--loss", words.loss,
                     said(CORE_TEXT("CommandLine", "Id of a loss function, or a formula such as \"x^2 + a*y^2\"")));
  command.add_option("--model", words.model,
                     said(CORE_TEXT("CommandLine", "Id of a model that learns from data, instead of a loss")));
  command.add_option(
      "--data", words.data,
      said(CORE_TEXT("CommandLine", "What it learns from: a CSV file of x,y or x1,x2,class, or the id of a set")));
  command.add_option("--surface", words.surface,
                     said(CORE_TEXT("CommandLine", "A file of losses on a grid (CSV, npy, HDF5), instead of a loss")));
  command.add_option("--batch-size", words.batchSize,
                     said(CORE_TEXT("CommandLine", "How many rows each step sees; all by default")));
  command.add_option("--epochs", words.epochs,
                     said(CORE_TEXT("CommandLine", "How often the steps go through all rows, instead of --steps")));
  command.add_option("--domain", words.domain, said(CORE_TEXT("CommandLine", "The box to look at: X0,X1,Y0,Y1")));
  command.add_option("--start", words.start,
                     said(CORE_TEXT("CommandLine", "X,Y; by default the loss function's own start")));
  command.add_option("--optimizer", words.optimizer, said(CORE_TEXT("CommandLine", "Id of the optimizer")))
      ->capture_default_str();
  command.add_option("--lr", words.lr, said(CORE_TEXT("CommandLine", "Learning rate")));
  command.add_option("--schedule", words.schedule, said(CORE_TEXT("CommandLine", "Id of the schedule")))
      ->capture_default_str();
  command
      .add_option(
          "--set", words.settings,
          said(CORE_TEXT(
              "CommandLine",
              "A parameter: OWNER.NAME=VALUE, OWNER being loss, data, optimizer, schedule, noise or batches; may be "
              "repeated")))
      ->expected(1)
      ->take_all();
  command
      .add_option("--schedule-unit", words.scheduleUnit,
                  said(CORE_TEXT("CommandLine", "What the schedule counts: steps or epochs")))
      ->capture_default_str();
  command
      .add_option("--warm-up", words.warmUp,
                  said(CORE_TEXT("CommandLine", "Steps that climb to the first rate before the schedule begins")))
      ->capture_default_str();
  const std::vector<CLI::Option*> all = command.get_options();
  for (std::size_t i = before; i < all.size(); ++i) noteThatItIsGiven(*all[i], words);
}

CLI::App* addRun(CLI::App& app, RunOptions& options) {
  CLI::App* command = addCommand(app, "run", CORE_TEXT("CommandLine", "Run an optimizer and say what happened"));
  command->add_option("--experiment", options.experiment,
                      said(CORE_TEXT("CommandLine", "A file, or a scenario's id: its runs instead of options")));
  command->add_option("--run", options.run,
                      said(CORE_TEXT("CommandLine", "Which of its runs: a name or number; all by default")));
  addRunWords(*command, options.words);
  CLI::Option* steps =
      command->add_option("--steps", options.words.steps, said(CORE_TEXT("CommandLine", "Number of steps")))
          ->capture_default_str();
  noteThatItIsGiven(*steps, options.words);
  command->add_option("-o,--output", options.output,
                      said(CORE_TEXT("CommandLine", "Write to this file instead of the screen")));
  CLI::Option* json =
      command->add_flag("--json", options.json, said(CORE_TEXT("CommandLine", "The whole trajectory as JSON")))
          ->disable_flag_override();
  command->add_flag("--csv", options.csv, said(CORE_TEXT("CommandLine", "The whole trajectory as CSV")))
      ->disable_flag_override()
      ->excludes(json);
  return command;
}

CLI::App* addSweep(CLI::App& app, SweepCommandOptions& options) {
  CLI::App* command = addCommand(
      app, "sweep",
      CORE_TEXT("CommandLine", "Make a run with many rates, starts or other numbers: a map of how they end"));
  const auto add = [&](const char* name, auto& value, const Message& what) {
    return command->add_option(name, value, said(what));
  };
  add("experiment", options.experiment,
      CORE_TEXT("CommandLine", "A file, or a scenario's id: one of its runs instead of options"));
  add("--run", options.run, CORE_TEXT("CommandLine", "Which of its runs: a name or number; the first by default"));
  addRunWords(*command, options.words);
  add("--steps", options.steps, CORE_TEXT("CommandLine", "Number of steps; by default those of the run, or 200"));
  add("--over", options.over,
      CORE_TEXT("CommandLine",
                "QUANTITY=FROM:TO:HOW_MANY, with log after it for equal factors: lr, start.x, start.y or OWNER.NAME of "
                "optimizer, schedule or noise; once or twice"))
      ->expected(1)
      ->take_all();
  add("--value", options.value,
      CORE_TEXT("CommandLine", "What is told of each: outcome, final_loss, best_loss, steps, basin or losses"))
      ->capture_default_str();
  add("--threads", options.threads, CORE_TEXT("CommandLine", "By default as many as there are processors"));
  add("-o,--output", options.output,
      CORE_TEXT("CommandLine",
                "A file that ends in .png, .svg, .pdf, .csv, .npy or .json, or of a film in .webp, .mp4 or "
                ".gif; by default CSV on the screen"));
  add("--size", options.size,
      CORE_TEXT("CommandLine", "Of a picture: in pixels, as 1280x960, or as of an export: slide, half, 85mm"))
      ->capture_default_str();
  add("--scale", options.scale, CORE_TEXT("CommandLine", "Of text and marks, from 0.8 to 2.5"))->capture_default_str();
  add("--theme", options.theme, CORE_TEXT("CommandLine", "Of a picture: light, dark, projector or grey"))
      ->capture_default_str();
  add("--animate", options.animate,
      CORE_TEXT("CommandLine", "A film over one more QUANTITY=FROM:TO:HOW_MANY, a frame for each of its values"));
  add("--zoom-to", options.zoomTo, CORE_TEXT("CommandLine", "A film that zooms to a place on the map, as 0.5,-0.25"));
  add("--magnify", options.magnify,
      CORE_TEXT("CommandLine", "Of that film: how many times at its end; by default 1000"));
  add("--frames", options.frames, CORE_TEXT("CommandLine", "Of that film: how many; by default 60"));
  add("--fps", options.fps, CORE_TEXT("CommandLine", "Of a film: frames for each second"))->capture_default_str();
  return command;
}

CLI::App* addCheck(CLI::App& app, CheckOptions& options) {
  CLI::App* command = addCommand(app, "check", CORE_TEXT("CommandLine", "Say what is wrong in experiment files"));
  command->add_option("files", options.files, said(CORE_TEXT("CommandLine", "FILE ...")))->required();
  return command;
}

CLI::App* addShot(CLI::App& app, ShotOptions& options) {
  CLI::App* command = addCommand(app, "shot", CORE_TEXT("CommandLine", "Take a picture of the window"));
  command->add_option("names", options.names, said(CORE_TEXT("CommandLine", "[SCENARIO] OUT.png")))
      ->required()
      ->expected(1, 2);
  command->add_option("--experiment", options.experiment,
                      said(CORE_TEXT("CommandLine", "A file or a scenario's id, instead of SCENARIO")));
  command->add_option("--lesson", options.lesson,
                      said(CORE_TEXT("CommandLine", "A page of this lesson: a file or a lesson's id")));
  command->add_option("--page", options.page, said(CORE_TEXT("CommandLine", "Which page of it; the first by default")));
  command->add_option("--run", options.run,
                      said(CORE_TEXT("CommandLine", "The run that is selected: a name or number")));
  command->add_option("--size", options.size, said(CORE_TEXT("CommandLine", "WIDTHxHEIGHT in pixels")))
      ->capture_default_str();
  command->add_option(
      "--at-step", options.atStep,
      said(CORE_TEXT("CommandLine", "Where the playhead stands; by default as in the file, or at the end")));
  command->add_option("--theme", options.theme, said(CORE_TEXT("CommandLine", "light, dark or projector")))
      ->capture_default_str();
  command->add_option("--scale", options.scale, said(CORE_TEXT("CommandLine", "Of text and marks, from 0.8 to 2.5")))
      ->capture_default_str();
  command
      ->add_flag("--present", options.present, said(CORE_TEXT("CommandLine", "As it fills the screen for a lecture")))
      ->disable_flag_override();
  return command;
}

CLI::App* addExport(CLI::App& app, ExportOptions& options) {
  CLI::App* command =
      addCommand(app, "export", CORE_TEXT("CommandLine", "Write pictures, animations, data or code of an experiment"));
  const auto add = [&](const char* name, auto& value, const Message& what) {
    return command->add_option(name, value, said(what));
  };
  add("names", options.names,
      CORE_TEXT("CommandLine", "EXPERIMENT|SCENARIO OUT.{png,svg,pdf,gif,webp,mp4,csv,json,py}; - is standard output"))
      ->required()
      ->expected(1, 2);
  add("--format", options.format, CORE_TEXT("CommandLine", "Instead of the ending of OUT: png, svg, pdf, …"));
  add("--what", options.what,
      CORE_TEXT("CommandLine",
                "all, panel:N, loss, lr, every_lr or legend; of data, comparison for the table of the runs"))
      ->capture_default_str();
  add("--run", options.run, CORE_TEXT("CommandLine", "Of code: which run, by its name or number"));
  add("--library", options.library, CORE_TEXT("CommandLine", "Of code: numpy or pytorch"))->capture_default_str();
  add("--view", options.view,
      CORE_TEXT("CommandLine",
                "map, profile or relief, of a model also data or map+data; by default as in the experiment"));
  add("--size", options.size,
      CORE_TEXT(
          "CommandLine",
          "slide, slide43, half, square, a4 (160 mm, between margins), column, 1280x720 in pixels, 85mm or 85x60mm"))
      ->capture_default_str();
  add("--scale", options.scale,
      CORE_TEXT("CommandLine",
                "Pixels for each of the page, 1 to 4: by default 2, of animations 1; of images in SVG and PDF"));
  add("--text-size", options.textSize, CORE_TEXT("CommandLine", "In points on the page; by default as suits its size"));
  add("--theme", options.theme, CORE_TEXT("CommandLine", "light, dark, projector or grey"))->capture_default_str();
  add("--caption", options.caption,
      CORE_TEXT("CommandLine", "on or off: function, start, optimizer, η, schedule, seed, and why a run ended so"))
      ->capture_default_str();
  command->add_flag("--transparent", options.transparent, said(CORE_TEXT("CommandLine", "Without a ground")))
      ->disable_flag_override();
  add("--text", options.text, CORE_TEXT("CommandLine", "Of SVG: text, or paths where its fonts may be missing"))
      ->capture_default_str();
  add("--at-step", options.atStep,
      CORE_TEXT("CommandLine", "Where the playhead stands; by default as in the file, or at the end"));
  add("--from", options.from, CORE_TEXT("CommandLine", "Of an animation: its first step"));
  add("--to", options.to, CORE_TEXT("CommandLine", "Of an animation: its last step"));
  add("--fps", options.fps, CORE_TEXT("CommandLine", "Of an animation: frames per second"))->capture_default_str();
  add("--seconds-per-step", options.secondsPerStep,
      CORE_TEXT("CommandLine", "Of an animation: how long each step takes"))
      ->capture_default_str();
  add("--pause", options.pause, CORE_TEXT("CommandLine", "Of an animation: seconds for which its end stands"))
      ->capture_default_str();
  command->add_flag("--once", options.once, said(CORE_TEXT("CommandLine", "Of a GIF or WebP: it does not begin again")))
      ->disable_flag_override();
  return command;
}

int help(const CLI::App& app, const CLI::Success& success) {
  std::ostringstream text;
  app.exit(success, text);
  return print(text.str());
}

// The names in one of CLI11's own texts, which are English: what begins with a dash, or else the first word.
std::string namesIn(const std::string& text) {
  std::istringstream words(text);
  std::string names;
  std::string first;
  for (std::string word; words >> word;) {
    if (first.empty()) first = word.substr(0, word.find(':'));
    if (word.starts_with('-')) names += (names.empty() ? "" : ", ") + word.substr(0, word.find(':'));
  }
  return names.empty() ? first : names;
}

// Of CLI11's own texts the one about unexpected words quotes them, all of them and raw.
Problem problemOf(const CLI::App& app, const CLI::ParseError& error) {
  const Message mend = CORE_TEXT("Problem", "see 'ravine --help', or 'ravine COMMAND --help'");
  const std::vector<std::string> unexpected = app.remaining(true);
  if (dynamic_cast<const CLI::ExtrasError*>(&error) && !unexpected.empty())
    return {"command line", CORE_TEXT("Problem", "'%1' was not expected").with(excerpt(unexpected.front())), mend};
  if (dynamic_cast<const CLI::RequiredError*>(&error))
    return {"command line",
            CORE_TEXT("Problem", "something that is needed is missing (%1)").with(namesIn(error.what())), mend};
  if (dynamic_cast<const CLI::ArgumentMismatch*>(&error))
    return {"command line",
            CORE_TEXT("Problem", "an option has too few or too many words (%1)").with(namesIn(error.what())), mend};
  if (dynamic_cast<const CLI::ExcludesError*>(&error))
    return {"command line", CORE_TEXT("Problem", "two options exclude each other (%1)").with(namesIn(error.what())),
            mend};
  return {"command line", CORE_TEXT("Problem", "cannot be read (%1)").with(error.what()), mend};
}

// The language must be known before the words of the help are.
std::string languageAsked(int argc, char** argv) {
  constexpr std::string_view option = "--lang";
  for (int i = 1; i < argc; ++i) {
    const std::string_view word = argv[i];
    if (word == option && i + 1 < argc) return argv[i + 1];
    if (word.starts_with(option) && word.substr(option.size()).starts_with('='))
      return std::string(word.substr(option.size() + 1));
  }
  return {};
}

Problem unknownLanguage(const std::string& code) {
  return {"--lang", CORE_TEXT("Problem", "there is no language '%1'").with(excerpt(code)),
          CORE_TEXT("Problem", "write en or ko")};
}

std::string versionText() {
  return std::string("ravine ") + RAVINE_VERSION + " (Qt " + qVersion() + ", " + RAVINE_BUILD_TYPE + ")";
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
  const std::string wanted = languageAsked(argc, argv);
  window.language = QString::fromStdString(wanted);
  language::use(language::all().contains(window.language) ? window.language : language::ofSystem());
  CLI::App app(said(CORE_TEXT("CommandLine",
                              "Ravine: a laboratory for loss landscapes and learning rates. Without a command it opens "
                              "its window.")),
               "ravine");
  labelHelp(app);
  app.set_version_flag("--version", versionText(), said(CORE_TEXT("CommandLine", "Version, Qt and kind of build")))
      ->disable_flag_override();
  addLanguage(app);
  app.require_subcommand(0, 1);
  std::string platform;  // read by Qt
  app.add_option("--platform", platform,
                 said(CORE_TEXT("CommandLine", "Qt's platform for the window, such as xcb, wayland or vnc")));
  app.add_flag("--present", window.present,
               said(CORE_TEXT("CommandLine", "Fill the screen, to be read from the back row (F11)")))
      ->disable_flag_override();
  app.add_option("file", window.file, said(CORE_TEXT("CommandLine", "An experiment to open in the window")));
  CheckOptions checkOptions;
  ExportOptions exportOptions;
  ListOptions listOptions;
  RunOptions runOptions;
  ShotOptions shotOptions;
  SweepCommandOptions sweepOptions;
  const CLI::App* listCommand = addList(app, listOptions);
  const CLI::App* runCommand = addRun(app, runOptions);
  const CLI::App* sweepCommand = addSweep(app, sweepOptions);
  const CLI::App* checkCommand = addCheck(app, checkOptions);
  const CLI::App* exportCommand = addExport(app, exportOptions);
  const CLI::App* shotCommand = addShot(app, shotOptions);
  const CLI::App* manCommand = app.add_subcommand("man")->group("");  // for the package

  ignoreSignalsOfWriting();
  try {
    app.parse(wordsOf(argc, argv));
  } catch (const CLI::Success& success) {
    return help(app, success);
  } catch (const CLI::ParseError& error) {
    return fail({problemOf(app, error)});
  }
  if (!wanted.empty() && !language::all().contains(QString::fromStdString(wanted)))
    return fail({unknownLanguage(wanted)});
  if (const auto unknown = unknownInstructionSet())
    warn({{"RAVINE_SIMD", CORE_TEXT("Problem", "there is no '%1'").with(excerpt(*unknown)),
           CORE_TEXT("Problem", "write one of %1").with("sse2, avx2, avx512")}});
  if (*manCommand) return print(manPage(app, RAVINE_VERSION));
  if (*listCommand) return list(listOptions);
  if (*runCommand) return run(runOptions);
  if (*sweepCommand) return sweep(sweepOptions);
  if (*checkCommand) return check(checkOptions);
  if (*exportCommand) return exportTo(exportOptions);
  if (*shotCommand) return shot(shotOptions);
  if (!window.file.empty() && !isThere(window.file)) return fail({noSuchFile(app, window.file)});
  return std::nullopt;
}

}  // namespace ravine
