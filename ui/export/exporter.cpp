#include "ui/export/exporter.h"

#include <algorithm>
#include <cmath>

#include "core/base/number_text.h"
#include "core/export/code.h"

namespace ravine {
namespace {

constexpr int kSmallestSide = 40;   // pixels of a page
constexpr int kLargestFilm = 7680;  // pixels of an animation's side
constexpr double kLeastText = 3;    // points
constexpr double kLargestText = 96;

ExperimentFile fileOf(const ExportRequest& request) {
  return {.experiment = request.sheet.experiment, .view = request.sheet.view};
}

template <std::size_t which>
Exported makePicture(const ExportRequest& request, const Progress& /*progress*/) {
  SheetSpec spec = request.sheet;
  spec.imageRatio = request.scale;
  const Sheet sheet(spec);
  if (sheet.isTooSmall()) return {.problems = {noRoomForPicture()}};
  return {.bytes = pictureFormats()[which].write(sheet, {.scale = request.scale,
                                                         .transparent = request.transparent,
                                                         .text = request.text,
                                                         .title = QString::fromStdString(spec.experiment.title),
                                                         .experiment = toJson(fileOf(request))})};
}

template <std::size_t which>
Exported makeAnimation(const ExportRequest& request, const Progress& progress) {
  SheetSpec spec = request.sheet;
  spec.imageRatio = request.scale;
  spec.stepCount = spec.caption;
  spec.view.playhead = request.timing.from;
  const Sheet sheet(spec);
  if (sheet.isTooSmall()) return {.problems = {noRoomForPicture()}};
  SheetFrames frames(sheet, request.scale);
  return animationFormats()[which].encode(frames, request.timing, progress);
}

Exported makeCsv(const ExportRequest& request, const Progress& /*progress*/) {
  return {.bytes = QByteArray::fromStdString(asCsv(request.table, fileOf(request), request.sheet.results))};
}

Exported makeJson(const ExportRequest& request, const Progress& /*progress*/) {
  return {.bytes = QByteArray::fromStdString(asJson(fileOf(request), request.sheet.results))};
}

Exported makePython(const ExportRequest& request, const Progress& /*progress*/) {
  const Experiment& experiment = request.sheet.experiment;
  const Run* run = experiment.find(request.codeOf);
  if (!run) run = &experiment.runs.front();
  if (const auto problem = whyNoScript(*run)) return {.problems = {*problem}};
  const std::string script = request.library == CodeLibrary::numpy ? numpyScript(*run) : pytorchScript(*run);
  return {.bytes = QByteArray::fromStdString(script)};
}

}  // namespace

const std::vector<ExportFormat>& exportFormats() {
  static const std::vector<ExportFormat> formats = [] {
    std::vector<ExportFormat> all;
    const auto picture = [&](std::size_t i, auto make) {
      all.push_back({pictureFormats()[i].ending, pictureFormats()[i].name, ExportKind::picture, make});
    };
    picture(0, makePicture<0>);
    picture(1, makePicture<1>);
    picture(2, makePicture<2>);
    const auto animation = [&](std::size_t i, auto make) {
      all.push_back({animationFormats()[i].ending, animationFormats()[i].name, ExportKind::animation, make});
    };
    animation(0, makeAnimation<0>);
    animation(1, makeAnimation<1>);
    animation(2, makeAnimation<2>);
    all.push_back({QStringLiteral("csv"), QStringLiteral("CSV"), ExportKind::data, makeCsv});
    all.push_back({QStringLiteral("json"), QStringLiteral("JSON"), ExportKind::data, makeJson});
    all.push_back({QStringLiteral("py"), QStringLiteral("Python"), ExportKind::code, makePython});
    return all;
  }();
  return formats;
}

const ExportFormat* findExportFormat(const QString& ending) {
  const auto& all = exportFormats();
  const auto found = std::find_if(all.begin(), all.end(), [&](const ExportFormat& format) {
    return format.ending.compare(ending, Qt::CaseInsensitive) == 0;
  });
  return found == all.end() ? nullptr : &*found;
}

Problem noRoomForPicture() {
  return {"--size", CORE_TEXT("Problem", "there is too little room for a picture beside its text"),
          CORE_TEXT("Problem", "give a larger size or a smaller text, or take a part of it alone")};
}

Problems check(const ExportRequest& request, const ExportFormat& format) {
  Problems problems;
  if (format.kind == ExportKind::data || format.kind == ExportKind::code) return problems;
  const QSizeF& size = request.sheet.size;
  const bool isFilm = format.kind == ExportKind::animation;
  const int most = isFilm ? kLargestFilm : kLargestSide;
  const QSizeF pixels = size * request.scale;
  if (!(std::min(size.width(), size.height()) >= kSmallestSide))
    problems.push_back({"--size", CORE_TEXT("Problem", "this is too small for a picture"),
                        CORE_TEXT("Problem", "give at least %1 pixels, or %2 mm, a side").with(kSmallestSide, 11)});
  else if (!(std::max(pixels.width(), pixels.height()) <= most))
    problems.push_back(
        {"--size",
         CORE_TEXT("Problem", "with %1 × %2 pixels this is too large")
             .with(static_cast<std::int64_t>(std::min(pixels.width(), 1e15)),
                   static_cast<std::int64_t>(std::min(pixels.height(), 1e15))),
         CORE_TEXT("Problem", "give a size that times the scale has at most %1 pixels a side").with(most)});
  if (!(request.sheet.textSize >= kLeastText && request.sheet.textSize <= kLargestText))
    problems.push_back({"--text-size", CORE_TEXT("Problem", "no text has this size"),
                        CORE_TEXT("Problem", "give a number of points from %1 to %2").with(3, 96)});
  if (!isFilm) return problems;
  const AnimationTiming& timing = request.timing;
  double last = 0;
  for (const Run& run : request.sheet.experiment.runs) last = std::max(last, static_cast<double>(run.steps));
  if (last > 0 && !(timing.from <= timing.to && timing.to <= last))
    problems.push_back(
        {"--to", CORE_TEXT("Problem", "there are no such steps"),
         CORE_TEXT("Problem", "give steps from 0 to %1, the first one first").with(static_cast<std::int64_t>(last))});
  if (timing.frames() > AnimationTiming::kMostFrames)
    problems.push_back({"--seconds-per-step",
                        CORE_TEXT("Problem", "the animation would have %1 frames").with(timing.frames()),
                        CORE_TEXT("Problem", "take fewer steps, frames or seconds: at most %1 frames")
                            .with(AnimationTiming::kMostFrames)});
  return problems;
}

Exported exported(const ExportRequest& request, const ExportFormat& format, const Progress& progress) {
  if (Problems problems = check(request, format); !problems.empty()) return {.problems = std::move(problems)};
  return format.make(
      request, progress ? progress : [](int, int) { return true; });
}

}  // namespace ravine
