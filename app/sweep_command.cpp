#include "app/sweep_command.h"

#include <unistd.h>

#include <algorithm>
#include <array>
#include <filesystem>
#include <iostream>
#include <limits>
#include <map>
#include <thread>

#include "app/named_experiment.h"
#include "app/read_option.h"
#include "app/report.h"
#include "app/start_qt.h"
#include "core/base/parameters.h"
#include "core/base/write_file.h"
#include "core/export/sweep_data.h"
#include "core/sweep/sweep_series.h"
#include "ui/export/page_size.h"
#include "ui/export/sweep_file.h"
#include "ui/sweep/sweep_painter.h"

namespace ravine {
namespace {

constexpr double kLargestSide = 8192;  // pixels
constexpr std::int64_t kMostThreads = 256;
constexpr std::size_t kMostCells = 1 << 22;

struct Wanted {
  Sweep sweep;
  SweepValue value = SweepValue::outcome;
  const SweepFileFormat* format = findSweepFileFormat(QStringLiteral("csv"));
  std::vector<Sweep> frames;  // of a film
  double fps = 12;
  int threads = 1;
  QSize size;
  Theme theme;
};

std::vector<std::string> valuesOfMaps() {
  std::vector<std::string> ids = sweepValueIds();
  std::erase_if(ids, [](const std::string& id) { return findSweepValue(id) == SweepValue::losses; });
  return ids;
}

std::string listed(const std::vector<std::string>& words) {
  std::string all;
  for (const std::string& word : words) all += (all.empty() ? "" : ", ") + word;
  return all;
}

// What is swept over need not be given.
std::optional<Run> describedRun(const SweepCommandOptions& options, const std::vector<SweepAxis>& axes,
                                Problems& problems) {
  if (options.run)
    problems.push_back({"--run", CORE_TEXT("Problem", "chooses from the runs of an experiment"),
                        CORE_TEXT("Problem", "name one before the options")});
  RunWords words = options.words;
  if (options.steps) words.steps = *options.steps;
  for (const SweepAxis& axis : axes) {
    if (quantity::isStart(axis.quantity)) words.startIsSwept = true;
    if (axis.quantity == quantity::rate && words.lr.empty()) words.lr = shortestText(axis.to);
  }
  return readRun(words, CORE_TEXT("Problem", "give it, or name an experiment before the options"), problems);
}

std::optional<Run> namedRun(const SweepCommandOptions& options, Problems& problems) {
  if (options.words.areGiven) {
    problems.push_back({excerpt(*options.experiment),
                        CORE_TEXT("Problem", "does not go with options that describe a run"),
                        CORE_TEXT("Problem", "change the file, or leave it out")});
    return std::nullopt;
  }
  const auto file = experimentNamed(*options.experiment, problems, "experiment");
  if (!file) return std::nullopt;
  const Run* found = options.run ? runNamed(file->experiment, *options.run, problems) : &file->experiment.runs.front();
  if (!found) return std::nullopt;
  Run run = *found;
  if (options.steps) {
    std::int64_t steps = run.steps;
    readWhole(*options.steps, "--steps", steps, problems);
    setSteps(run, steps);
  }
  return run;
}

std::vector<SweepAxis> readAxes(const SweepCommandOptions& options, Problems& problems) {
  constexpr std::size_t most = 2;
  if (options.over.empty() || options.over.size() > most)
    problems.push_back({"--over",
                        options.over.empty() ? CORE_TEXT("Problem", "is missing")
                                             : CORE_TEXT("Problem", "is given %1 times").with(options.over.size()),
                        CORE_TEXT("Problem", "give it once, or twice for a map, such as %1").with("lr=1e-4:1:200log")});
  std::vector<SweepAxis> axes;
  for (const std::string& over : options.over)
    if (const auto axis = parseAxis(over, problems)) axes.push_back(*axis);
  return axes;
}

std::string endings() {
  std::vector<std::string> all;
  for (const SweepFileFormat& format : sweepFileFormats()) all.push_back('.' + format.ending.toStdString());
  return listed(all);
}

void readFormat(const SweepCommandOptions& options, Wanted& wanted, Problems& problems) {
  if (const auto value = findSweepValue(options.value))
    wanted.value = *value;
  else
    problems.push_back({"--value", CORE_TEXT("Problem", "there is no '%1'").with(excerpt(options.value)),
                        didYouMean(options.value, sweepValueIds(),
                                   CORE_TEXT("Problem", "write one of %1").with(listed(sweepValueIds())))});
  const bool isMoving = options.animate || options.zoomTo;
  const auto refuseToMove = [&] {
    problems.push_back({options.animate ? "--animate" : "--zoom-to", CORE_TEXT("Problem", "makes a film"),
                        CORE_TEXT("Problem", "end --output in .webp, .mp4 or .gif")});
  };
  if (!options.output && isMoving) refuseToMove();
  if (!options.output) return;
  std::string ending = std::filesystem::path(*options.output).extension().string();
  if (!ending.empty()) ending.erase(0, 1);
  if (const SweepFileFormat* format = findSweepFileFormat(QString::fromStdString(ending)))
    wanted.format = format;
  else
    problems.push_back({"--output", CORE_TEXT("Problem", "'%1' is not a name for a map").with(excerpt(*options.output)),
                        CORE_TEXT("Problem", "end it in one of %1").with(endings())});
  const bool isFilm = wanted.format->kind == SweepFileKind::film;
  if (isFilm && !isMoving)
    problems.push_back({"--output", CORE_TEXT("Problem", "asks for a film, and nothing is said to move"),
                        CORE_TEXT("Problem", "give --animate or --zoom-to, or end it in .png")});
  if (!isFilm && isMoving) refuseToMove();
}

void readThreads(const SweepCommandOptions& options, Wanted& wanted, Problems& problems) {
  wanted.threads = static_cast<int>(std::max(1U, std::thread::hardware_concurrency()));
  if (!options.threads) return;
  const auto threads = parseWhole(*options.threads);
  if (threads && *threads >= 1 && *threads <= kMostThreads)
    wanted.threads = static_cast<int>(*threads);
  else
    problems.push_back({"--threads",
                        CORE_TEXT("Problem", "'%1' is no number of threads").with(excerpt(*options.threads)),
                        CORE_TEXT("Problem", "give a number from 1 to %1").with(kMostThreads)});
}

void readLooks(const SweepCommandOptions& options, Wanted& wanted, Problems& problems) {
  const auto size = parsePageSize(options.size);
  const bool isPossible = size && std::max(size->width(), size->height()) <= kLargestSide;
  if (isPossible)
    wanted.size = size->toSize();
  else if (size)
    problems.push_back({"--size", CORE_TEXT("Problem", "'%1' is too large").with(excerpt(options.size)),
                        CORE_TEXT("Problem", "ask for at most %1 pixels a side").with(shortestText(kLargestSide))});
  else
    problems.push_back({"--size", CORE_TEXT("Problem", "'%1' is not a size").with(excerpt(options.size)),
                        CORE_TEXT("Problem", "write one such as %1").with("1280x960, slide, 85mm, 85x60mm")});
  static const std::array<std::pair<const char*, const Theme*>, 4> themes{{{"light", &Theme::light()},
                                                                           {"dark", &Theme::darkTheme()},
                                                                           {"projector", &Theme::projector()},
                                                                           {"grey", &Theme::greyTheme()}}};
  wanted.theme = *readWord(options.theme, "--theme", themes, problems);
  wanted.theme.scale = readNumber(options.scale, "--scale", kSmallestScale, kLargestScale, problems);
  if (wanted.format->kind != SweepFileKind::table && isPossible && !hasRoom(wanted.size, wanted.theme))
    problems.push_back({"--size", CORE_TEXT("Problem", "has no room for a map with text of this size"),
                        CORE_TEXT("Problem", "make it larger, or --scale smaller")});
}

// What only a film of a zoom has.
void refuseWithoutZoom(const SweepCommandOptions& options, Problems& problems) {
  if (options.zoomTo) return;
  for (const auto& [given, option] : {std::pair(options.magnify, "--magnify"), {options.frames, "--frames"}})
    if (given)
      problems.push_back({option, CORE_TEXT("Problem", "is only for films of a zoom"),
                          options.animate
                              ? CORE_TEXT("Problem", "leave it out: --animate has a frame for each of its values")
                              : CORE_TEXT("Problem", "say with --zoom-to where the film is to go, or leave it out")});
}

std::optional<SweepAxis> readAnimation(const SweepCommandOptions& options, Problems& problems) {
  if (!options.animate) return std::nullopt;
  if (options.zoomTo)
    problems.push_back({"--animate", CORE_TEXT("Problem", "does not go with --zoom-to"),
                        CORE_TEXT("Problem", "leave out one of them")});
  Problems ofAxis;
  const auto axis = parseAxis(*options.animate, ofAxis);
  for (Problem& problem : ofAxis) problem.where = "--animate";
  problems.insert(problems.end(), ofAxis.begin(), ofAxis.end());
  return axis;
}

std::vector<Sweep> zoomingFrames(const SweepCommandOptions& options, const Sweep& sweep, Problems& problems) {
  const auto place = parseNumbers(*options.zoomTo);
  const std::size_t needed = sweep.y ? 2 : 1;
  if (!place || place->size() != needed) {
    problems.push_back({"--zoom-to",
                        CORE_TEXT("Problem", "'%1' is no place on this map").with(excerpt(*options.zoomTo)),
                        CORE_TEXT("Problem", "give a number for each --over, such as %1").with("0.5,-0.25")});
    return {};
  }
  ZoomTo zoom{.target = {place->front(), place->back()}};
  constexpr double most = 1e15;
  if (options.magnify) zoom.magnification = readNumber(*options.magnify, "--magnify", 1, most, problems);
  std::int64_t frames = zoom.frames;
  if (options.frames) readWhole(*options.frames, "--frames", frames, problems, kMostFrames);
  zoom.frames = static_cast<int>(std::clamp<std::int64_t>(frames, 0, std::numeric_limits<int>::max()));
  if (!problems.empty()) return {};
  std::vector<Sweep> sweeps = sweepsZooming(sweep, zoom, problems);
  static const std::map<std::string, std::string> optionOf{
      {"zoom", "--zoom-to"}, {"magnification", "--magnify"}, {"frames", "--frames"}};
  for (Problem& problem : problems)
    if (const auto found = optionOf.find(problem.where); found != optionOf.end()) problem.where = found->second;
  return sweeps;
}

// Of a film the frames are sweeps of their own.
void readFrames(const SweepCommandOptions& options, const std::optional<SweepAxis>& animation, Wanted& wanted,
                Problems& problems) {
  if (options.zoomTo) wanted.frames = zoomingFrames(options, wanted.sweep, problems);
  if (!animation) return;
  wanted.frames = sweepsOver(wanted.sweep, *animation, problems);
  for (Problem& problem : problems)
    problem.where = problem.where == animation->quantity ? "--animate " + problem.where : "--animate";
}

std::optional<Wanted> read(const SweepCommandOptions& options, Problems& problems) {
  Wanted wanted;
  const std::vector<SweepAxis> axes = readAxes(options, problems);
  readFormat(options, wanted, problems);
  readThreads(options, wanted, problems);
  readLooks(options, wanted, problems);
  constexpr double fastest = 60;
  wanted.fps = readNumber(options.fps, "--fps", 1, fastest, problems);
  const std::optional<SweepAxis> animation = readAnimation(options, problems);
  refuseWithoutZoom(options, problems);
  std::vector<SweepAxis> changing = axes;
  if (animation) changing.push_back(*animation);
  if (axes.size() < options.over.size()) return std::nullopt;  // what it is of cannot be said
  const auto run = options.experiment ? namedRun(options, problems) : describedRun(options, changing, problems);
  if (!run || !problems.empty()) return std::nullopt;
  wanted.sweep = {*run, axes.front(), axes.size() > 1 ? std::optional(axes[1]) : std::nullopt};
  problems = validate(wanted.sweep);
  if (wanted.value == SweepValue::losses && wanted.sweep.y)
    problems.push_back({"--value", CORE_TEXT("Problem", "'%1' is of one quantity alone").with(options.value),
                        CORE_TEXT("Problem", "leave out one --over, or write one of %1").with(listed(valuesOfMaps()))});
  for (Problem& problem : problems)
    for (const SweepAxis& axis : axes)
      if (problem.where == axis.quantity) problem.where = "--over " + axis.quantity;
  if (problems.empty()) readFrames(options, animation, wanted, problems);
  if (problems.empty() && wanted.sweep.cells() > kMostCells)
    problems.push_back({"--over", CORE_TEXT("Problem", "asks for %1 cells").with(wanted.sweep.cells()),
                        CORE_TEXT("Problem", "ask for at most %1").with(kMostCells)});
  if (problems.empty() && options.output)
    if (const auto problem = whyNotWritable(*options.output)) problems.push_back(*problem);
  return problems.empty() ? std::optional(wanted) : std::nullopt;
}

int writeFilm(const Wanted& wanted, const std::string& output) {
  const auto application = startOffScreen();
  const bool isSeen = isatty(STDERR_FILENO) != 0;
  const auto tell = [isSeen](int done, int all) {
    if (isSeen) std::cerr << "\r" << done << " / " << all << std::flush;
    return true;
  };
  const Exported made = film({.sweeps = wanted.frames,
                              .value = wanted.value,
                              .theme = wanted.theme,
                              .size = wanted.size,
                              .fps = wanted.fps,
                              .threads = wanted.threads},
                             *wanted.format, tell);
  if (isSeen) std::cerr << "\r" << std::flush;
  if (!made.problems.empty()) return fail(made.problems);
  const auto problem = writeFile(output, made.bytes.toStdString());
  return problem ? fail({*problem}) : 0;
}

}  // namespace

int sweep(const SweepCommandOptions& options) {
  Problems problems;
  const auto wanted = read(options, problems);
  if (!wanted) return fail(problems);
  if (!wanted->frames.empty()) return writeFilm(*wanted, *options.output);
  const auto landscape = std::make_shared<const Landscape>(surveyLandscape(wanted->sweep.run.lossFunction));
  SweepOptions how = optionsFor(wanted->value);
  how.threads = wanted->threads;
  const SweepScene scene{std::make_shared<const SweepResult>(runSweep(wanted->sweep, landscape, how)), wanted->value,
                         wanted->theme};
  const auto application =
      wanted->format->kind == SweepFileKind::picture ? startOffScreen() : decltype(startOffScreen())();
  const std::string bytes = wanted->format->write(scene, wanted->size, 1).toStdString();
  if (bytes.empty())
    return fail({{"--size", CORE_TEXT("Problem", "there is no memory for so large a picture"),
                  CORE_TEXT("Problem", "make it smaller")}});
  if (!options.output) return print(bytes);
  const auto problem = writeFile(*options.output, bytes);
  return problem ? fail({*problem}) : 0;
}

}  // namespace ravine
