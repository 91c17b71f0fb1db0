#include "app/export_command.h"

#include <algorithm>
#include <array>
#include <filesystem>

#include "app/named_experiment.h"
#include "app/read_option.h"
#include "app/report.h"
#include "app/start_qt.h"
#include "core/base/parameters.h"
#include "core/base/write_file.h"
#include "core/lesson/scenarios.h"
#include "ui/export/exporter.h"
#include "ui/export/page_size.h"
#include "ui/words/language.h"

namespace ravine {
namespace {

struct Wanted {
  ExperimentFile file;
  ExportRequest request;
  const ExportFormat* format = nullptr;
  std::string path;
};

std::string allEndings() {
  std::string text;
  for (const ExportFormat& format : exportFormats()) text += (text.empty() ? "" : ", ") + format.ending.toStdString();
  return text;
}

void readNames(const ExportOptions& options, Wanted& wanted, Problems& problems) {
  wanted.path = options.names.back();
  const bool toOutput = wanted.path == "-";
  std::string ending = options.format;
  if (ending.empty() && !toOutput) {
    ending = std::filesystem::path(wanted.path).extension().string();
    if (ending.starts_with('.')) ending.erase(0, 1);
  }
  wanted.format = findExportFormat(QString::fromStdString(ending));
  if (!wanted.format && toOutput && ending.empty())
    problems.push_back({"--format", CORE_TEXT("Problem", "what is to be written to standard output is not said"),
                        CORE_TEXT("Problem", "write one of %1").with(allEndings())});
  else if (!wanted.format && options.names.size() == 1 && ending.empty())
    problems.push_back(
        {"export", CORE_TEXT("Problem", "the name of a file to write is missing"),
         CORE_TEXT("Problem", "give one after the experiment, which ends in one of %1").with(allEndings())});
  else if (!wanted.format)
    problems.push_back({options.format.empty() ? excerpt(wanted.path) : "--format",
                        CORE_TEXT("Problem", "there is no format '%1'").with(excerpt(ending)),
                        CORE_TEXT("Problem", "write one of %1").with(allEndings())});
  if (options.names.size() == 1)
    wanted.file = {.experiment = inLanguage(scenarios().front(), language::current().toStdString())};
  else if (auto file = experimentNamed(options.names.front(), problems, "experiment"))
    wanted.file = std::move(*file);
}

void readWhat(const ExportOptions& options, Wanted& wanted, Problems& problems) {
  SheetSpec& sheet = wanted.request.sheet;
  const Experiment& experiment = wanted.file.experiment;
  constexpr std::string_view panel = "panel:";
  if (options.what.starts_with(panel)) {
    sheet.content = SheetContent::panel;
    const auto count = static_cast<std::int64_t>(experiment.runs.size());
    const auto number = parseWhole(options.what.substr(panel.size()));
    if (number && *number >= 1 && *number <= count)
      sheet.run = experiment.runs[static_cast<std::size_t>(*number - 1)].id;
    else if (count > 0)
      problems.push_back(
          {"--what", CORE_TEXT("Problem", "there is no panel '%1'").with(excerpt(options.what.substr(panel.size()))),
           CORE_TEXT("Problem", "give a number from 1 to %1").with(count)});
    return;
  }
  if (options.what == "comparison") {
    wanted.request.table = Table::comparison;
    if (wanted.format && wanted.format->kind != ExportKind::data)
      problems.push_back({"--what", CORE_TEXT("Problem", "the comparison is a table, not a picture"),
                          CORE_TEXT("Problem", "write it to a file that ends in .csv or .json")});
    return;
  }
  static constexpr std::array<std::pair<const char*, SheetContent>, 5> words{{{"all", SheetContent::everything},
                                                                              {"loss", SheetContent::loss},
                                                                              {"lr", SheetContent::rate},
                                                                              {"every_lr", SheetContent::everyRate},
                                                                              {"legend", SheetContent::legend}}};
  if (std::none_of(words.begin(), words.end(), [&](const auto& word) { return options.what == word.first; }))
    problems.push_back(
        {"--what", CORE_TEXT("Problem", "there is no such part: '%1'").with(excerpt(options.what)),
         CORE_TEXT("Problem", "write one of %1").with("all, panel:1, loss, lr, every_lr, legend, comparison")});
  else
    sheet.content = readWord(options.what, "--what", words, problems);
}

void readLooks(const ExportOptions& options, Wanted& wanted, Problems& problems) {
  SheetSpec& sheet = wanted.request.sheet;
  if (options.view) {
    static constexpr std::array<std::pair<const char*, Look>, 5> looks{{{"map", Look::map},
                                                                        {"profile", Look::profile},
                                                                        {"relief", Look::relief},
                                                                        {"data", Look::data},
                                                                        {"map+data", Look::mapWithData}}};
    sheet.look = readWord(*options.view, "--view", looks, problems);
  }
  if (const auto size = parsePageSize(options.size, sheet.content == SheetContent::everything))
    sheet.size = *size;
  else
    problems.push_back({"--size", CORE_TEXT("Problem", "'%1' is not a size").with(excerpt(options.size)),
                        CORE_TEXT("Problem", "write one such as %1").with("slide, half, 1280x720, 85mm, 85x60mm")});
  sheet.textSize =
      options.textSize ? readNumber(*options.textSize, "--text-size", 3, 96, problems) : textSizeFor(sheet.size);
  const bool isFilm = wanted.format && wanted.format->kind == ExportKind::animation;
  wanted.request.scale = options.scale ? readNumber(*options.scale, "--scale", 1, 4, problems) : isFilm ? 1 : 2;
  static const std::array<std::pair<const char*, const Theme*>, 4> themes{{{"light", &Theme::light()},
                                                                           {"dark", &Theme::darkTheme()},
                                                                           {"projector", &Theme::projector()},
                                                                           {"grey", &Theme::greyTheme()}}};
  sheet.theme = *readWord(options.theme, "--theme", themes, problems);
  static constexpr std::array<std::pair<const char*, bool>, 2> onOff{{{"on", true}, {"off", false}}};
  sheet.caption = readWord(options.caption, "--caption", onOff, problems);
  static constexpr std::array<std::pair<const char*, SvgText>, 2> texts{
      {{"text", SvgText::text}, {"paths", SvgText::paths}}};
  wanted.request.text = readWord(options.text, "--text", texts, problems);
  wanted.request.transparent = options.transparent;
}

std::int64_t longest(const Experiment& experiment) {
  std::int64_t steps = 0;
  for (const Run& run : experiment.runs) steps = std::max(steps, run.steps);
  return steps;
}

double readStep(const std::optional<std::string>& text, const char* where, std::int64_t last, double otherwise,
                Problems& problems) {
  if (!text) return otherwise;
  const auto step = parseWhole(*text);
  if (step && *step >= 0 && *step <= last) return static_cast<double>(*step);
  problems.push_back({where, CORE_TEXT("Problem", "there is no step %1").with(excerpt(*text)),
                      CORE_TEXT("Problem", "give a step from 0 to %1").with(last)});
  return otherwise;
}

void readSteps(const ExportOptions& options, Wanted& wanted, Problems& problems) {
  const std::int64_t last = longest(wanted.file.experiment);
  const double end = static_cast<double>(last);
  const double usual = wanted.file.view.playhead > 0 ? wanted.file.view.playhead : end;
  wanted.file.view.playhead = readStep(options.atStep, "--at-step", last, usual, problems);
  AnimationTiming& timing = wanted.request.timing;
  timing.from = readStep(options.from, "--from", last, 0, problems);
  timing.to = readStep(options.to, "--to", last, end, problems);
  if (timing.from > timing.to)
    problems.push_back({"--from", CORE_TEXT("Problem", "it lies behind --to"),
                        CORE_TEXT("Problem", "give a step from 0 to %1").with(static_cast<std::int64_t>(timing.to))});
  timing.fps = readNumber(options.fps, "--fps", 1, 100, problems);
  timing.secondsPerStep = readNumber(options.secondsPerStep, "--seconds-per-step", 0.001, 60, problems);
  timing.pause = readNumber(options.pause, "--pause", 0, 60, problems);
  timing.loops = !options.once;
}

void readCode(const ExportOptions& options, Wanted& wanted, Problems& problems) {
  static constexpr std::array<std::pair<const char*, CodeLibrary>, 2> libraries{
      {{"numpy", CodeLibrary::numpy}, {"pytorch", CodeLibrary::pytorch}}};
  wanted.request.library = readWord(options.library, "--library", libraries, problems);
  if (!options.run || wanted.file.experiment.runs.empty()) return;
  if (const Run* run = runNamed(wanted.file.experiment, *options.run, problems)) wanted.request.codeOf = run->id;
}

}  // namespace

int exportTo(const ExportOptions& options) {
  Problems problems;
  Wanted wanted;
  readNames(options, wanted, problems);
  readWhat(options, wanted, problems);
  readLooks(options, wanted, problems);
  if (!wanted.file.experiment.runs.empty()) readSteps(options, wanted, problems);
  readCode(options, wanted, problems);
  if (problems.empty()) problems = check(wanted.request, *wanted.format);
  if (problems.empty() && wanted.path != "-")
    if (const auto problem = whyNotWritable(wanted.path)) problems = {*problem};
  if (!problems.empty()) return fail(problems);

  const auto application = startOffScreen();
  wanted.request.sheet.experiment = wanted.file.experiment;
  wanted.request.sheet.view = wanted.file.view;
  for (const Run& run : wanted.file.experiment.runs) wanted.request.sheet.results.push_back(computeRun(run));
  const Exported made = exported(wanted.request, *wanted.format);
  if (!made.problems.empty()) return fail(made.problems);
  const std::string_view bytes(made.bytes.constData(), static_cast<std::size_t>(made.bytes.size()));
  if (wanted.path == "-") return print(bytes);
  const auto problem = writeFile(wanted.path, bytes);
  return problem ? fail({*problem}) : 0;
}

}  // namespace ravine
