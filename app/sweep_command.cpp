#include "app/sweep_command.h"

#include <QBuffer>
#include <QPixmap>
#include <algorithm>
#include <array>
#include <cctype>
#include <filesystem>
#include <thread>

#include "app/named_experiment.h"
#include "app/read_option.h"
#include "app/report.h"
#include "app/start_qt.h"
#include "core/base/parameters.h"
#include "core/base/write_file.h"
#include "core/export/sweep_data.h"
#include "ui/export/page_size.h"
#include "ui/sweep/sweep_painter.h"

namespace ravine {
namespace {

constexpr const char* kCommandKey = "Command";  // in the picture's metadata
constexpr double kLargestSide = 8192;           // pixels
constexpr std::int64_t kMostThreads = 256;
constexpr std::size_t kMostCells = 1 << 22;

enum class SweepFormat { csv, json, npy, png };

struct Wanted {
  Sweep sweep;
  SweepValue value = SweepValue::outcome;
  SweepFormat format = SweepFormat::csv;
  int threads = 1;
  QSize size;
  Theme theme;
};

std::string listed(const std::vector<std::string>& words) {
  std::string all;
  for (const std::string& word : words) all += (all.empty() ? "" : ", ") + word;
  return all;
}

bool isSwept(const std::vector<SweepAxis>& axes, std::string_view quantity) {
  return std::any_of(axes.begin(), axes.end(),
                     [&](const SweepAxis& axis) { return axis.quantity.starts_with(quantity); });
}

// What is swept over need not be given.
std::optional<Run> describedRun(const SweepCommandOptions& options, const std::vector<SweepAxis>& axes,
                                Problems& problems) {
  if (options.run)
    problems.push_back({"--run", CORE_TEXT("Problem", "chooses from the runs of an experiment"),
                        CORE_TEXT("Problem", "name one before the options")});
  RunWords words = options.words;
  if (options.steps) words.steps = *options.steps;
  words.startIsSwept = isSwept(axes, "start.");
  for (const SweepAxis& axis : axes)
    if (axis.quantity == "lr" && words.lr.empty()) words.lr = shortestText(axis.from);
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

void readFormat(const SweepCommandOptions& options, Wanted& wanted, Problems& problems) {
  if (const auto value = findSweepValue(options.value))
    wanted.value = *value;
  else
    problems.push_back({"--value", CORE_TEXT("Problem", "there is no '%1'").with(excerpt(options.value)),
                        didYouMean(options.value, sweepValueIds(),
                                   CORE_TEXT("Problem", "write one of %1").with(listed(sweepValueIds())))});
  if (!options.output) return;
  static constexpr std::array<std::pair<const char*, SweepFormat>, 4> endings{{{".csv", SweepFormat::csv},
                                                                               {".json", SweepFormat::json},
                                                                               {".npy", SweepFormat::npy},
                                                                               {".png", SweepFormat::png}}};
  std::string ending = std::filesystem::path(*options.output).extension().string();
  std::transform(ending.begin(), ending.end(), ending.begin(), [](unsigned char c) { return std::tolower(c); });
  const auto found =
      std::find_if(endings.begin(), endings.end(), [&](const auto& each) { return ending == each.first; });
  if (found != endings.end())
    wanted.format = found->second;
  else
    problems.push_back({"--output", CORE_TEXT("Problem", "'%1' is not a name for a map").with(excerpt(*options.output)),
                        CORE_TEXT("Problem", "end it in .png, .csv, .npy or .json")});
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
  else
    problems.push_back({"--size", CORE_TEXT("Problem", "'%1' is not a size").with(excerpt(options.size)),
                        CORE_TEXT("Problem", "write one such as %1").with("1280x960, slide, 85mm, 85x60mm")});
  static const std::array<std::pair<const char*, const Theme*>, 4> themes{{{"light", &Theme::light()},
                                                                           {"dark", &Theme::darkTheme()},
                                                                           {"projector", &Theme::projector()},
                                                                           {"grey", &Theme::greyTheme()}}};
  wanted.theme = *readWord(options.theme, "--theme", themes, problems);
  wanted.theme.scale = readNumber(options.scale, "--scale", kSmallestScale, kLargestScale, problems);
  if (wanted.format == SweepFormat::png && isPossible && !hasRoom(wanted.size, wanted.theme))
    problems.push_back({"--size", CORE_TEXT("Problem", "has no room for a map with text of this size"),
                        CORE_TEXT("Problem", "make it larger, or --scale smaller")});
}

std::optional<Wanted> read(const SweepCommandOptions& options, Problems& problems) {
  Wanted wanted;
  const std::vector<SweepAxis> axes = readAxes(options, problems);
  readFormat(options, wanted, problems);
  readThreads(options, wanted, problems);
  readLooks(options, wanted, problems);
  const auto run = options.experiment ? namedRun(options, problems) : describedRun(options, axes, problems);
  if (!run || !problems.empty()) return std::nullopt;
  wanted.sweep = {*run, axes.front(), axes.size() > 1 ? std::optional(axes[1]) : std::nullopt};
  problems = validate(wanted.sweep);
  for (Problem& problem : problems)
    for (const SweepAxis& axis : axes)
      if (problem.where == axis.quantity) problem.where = "--over " + axis.quantity;
  if (problems.empty() && wanted.sweep.cells() > kMostCells)
    problems.push_back({"--over", CORE_TEXT("Problem", "asks for %1 cells").with(wanted.sweep.cells()),
                        CORE_TEXT("Problem", "ask for at most %1").with(kMostCells)});
  if (problems.empty() && options.output)
    if (const auto problem = whyNotWritable(*options.output)) problems.push_back(*problem);
  return problems.empty() ? std::optional(wanted) : std::nullopt;
}

std::string pictureOf(const std::shared_ptr<const SweepResult>& result, const Wanted& wanted) {
  const auto application = startOffScreen();
  QImage image(wanted.size, QImage::Format_RGB32);
  if (image.isNull()) return {};
  QPainter painter(&image);
  paintSweep(painter, {result, wanted.value, wanted.theme}, QRectF(QPointF(0, 0), QSizeF(wanted.size)));
  painter.end();
  QByteArray bytes;
  QBuffer buffer(&bytes);
  buffer.open(QIODevice::WriteOnly);
  image.setText(QLatin1String(kCommandKey), QString::fromStdString(commandLine(result->sweep, wanted.value)));
  if (!image.save(&buffer, "PNG")) bytes.clear();
  return bytes.toStdString();
}

std::string textOf(const std::shared_ptr<const SweepResult>& result, const Wanted& wanted) {
  switch (wanted.format) {
    case SweepFormat::csv:
      return asCsv(*result, wanted.value);
    case SweepFormat::json:
      return asJson(*result, wanted.value);
    case SweepFormat::npy:
      return asNpy(*result, wanted.value);
    case SweepFormat::png:
      break;
  }
  return pictureOf(result, wanted);
}

}  // namespace

int sweep(const SweepCommandOptions& options) {
  Problems problems;
  const auto wanted = read(options, problems);
  if (!wanted) return fail(problems);
  const auto landscape = std::make_shared<const Landscape>(surveyLandscape(wanted->sweep.run.lossFunction));
  const bool tellsSteps = wanted->value == SweepValue::steps || wanted->value == SweepValue::basin;
  const auto result = std::make_shared<const SweepResult>(
      SweepResult{wanted->sweep, landscape,
                  runSweep(wanted->sweep, landscape, {.threads = wanted->threads, .tellsSteps = tellsSteps})});
  const std::string bytes = textOf(result, *wanted);
  if (bytes.empty())
    return fail({{"--size", CORE_TEXT("Problem", "there is no memory for so large a picture"),
                  CORE_TEXT("Problem", "make it smaller")}});
  if (!options.output) return print(bytes);
  const auto problem = writeFile(*options.output, bytes);
  return problem ? fail({*problem}) : 0;
}

}  // namespace ravine
