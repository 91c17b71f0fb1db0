#include "ui/export/sweep_file.h"

#include <QBuffer>
#include <QCoreApplication>
#include <algorithm>
#include <cmath>

#include "core/export/code.h"
#include "core/export/range_test_data.h"
#include "core/export/sweep_data.h"
#include "core/file/embedded_experiment.h"
#include "core/file/experiment_file.h"
#include "ui/export/picture.h"
#include "ui/sweep/range_test_chart.h"
#include "ui/sweep/sweep_painter.h"

namespace ravine {
namespace {

constexpr double kNumberRoomOfFilms = 90;
constexpr const char* kCommandKey = "Command";  // in the picture's metadata

std::string commandOf(const SweepScene& scene) {
  return commandLine(scene.sweep(), scene.value);
}

void paintOn(QPainter& painter, const SweepScene& scene, const QSizeF& size) {
  paintSweep(painter, scene, QRectF(QPointF(), size));
}

QImage imageOf(const QSizeF& size, double ratio, const std::function<void(QPainter&)>& paint) {
  QImage image((size * ratio).toSize(), QImage::Format_RGB32);
  if (image.isNull()) return image;
  image.setDevicePixelRatio(ratio);
  QPainter painter(&image);
  paint(painter);
  return image;
}

// Empty if there is no memory for it.
QByteArray pngOf(const QSizeF& size, double ratio, const QByteArray& command, const std::string& experiment,
                 const std::function<void(QPainter&)>& paint) {
  QImage image = imageOf(size, ratio, paint);
  QByteArray bytes;
  QBuffer buffer(&bytes);
  buffer.open(QIODevice::WriteOnly);
  image.setText(QLatin1String(kCommandKey), QString::fromUtf8(command));
  if (!image.save(&buffer, "PNG")) return {};
  return QByteArray::fromStdString(withExperiment(bytes.toStdString(), experiment));
}

// The run that was swept, or made, to be opened again.
std::string experimentOf(Run run) {
  run.id = RunId{1};
  Experiment experiment;
  experiment.runs = {std::move(run)};
  return toJson(ExperimentFile{std::move(experiment)});
}

QByteArray asPng(const SweepScene& scene, const QSizeF& size, double ratio) {
  return pngOf(size, ratio, QByteArray::fromStdString(commandOf(scene)), experimentOf(scene.sweep().run),
               [&](QPainter& painter) { paintOn(painter, scene, size); });
}

PageOptions pageOptions(const QString& title, const QByteArray& command, const std::string& experiment) {
  return {.title = title,
          .metadata = "<desc>" + QString::fromUtf8(command).toHtmlEscaped().toUtf8() + "</desc>" +
                      QByteArray::fromStdString(svgMetadata(experiment)),
          .attachmentName = QStringLiteral("experiment.ravine"),
          .attachment = QByteArray::fromStdString(experiment),
          .attachmentType = QStringLiteral("application/x-ravine-experiment")};
}

PageOptions pageOptions(const SweepScene& scene) {
  return pageOptions(sweepTitle(scene), QByteArray::fromStdString(commandOf(scene)), experimentOf(scene.sweep().run));
}

QByteArray asSvg(const SweepScene& scene, const QSizeF& size, double) {
  return svgPage(size, pageOptions(scene), [&](QPainter& painter) { paintOn(painter, scene, size); });
}

QByteArray asPdf(const SweepScene& scene, const QSizeF& size, double) {
  return pdfPage(size, pageOptions(scene), [&](QPainter& painter) { paintOn(painter, scene, size); });
}

template <std::string (*text)(const SweepResult&, SweepValue)>
QByteArray asTable(const SweepScene& scene, const QSizeF&, double) {
  return QByteArray::fromStdString(text(*scene.result, scene.value));
}

// Each is worked out when its turn comes, on all threads.
class SweepFrames final : public Frames {
 public:
  explicit SweepFrames(const SweepFilm& film)
      : m_film(film),
        m_landscape(std::make_shared<const Landscape>(surveyLandscape(film.sweeps.front().run.lossFunction))) {}

  QSize size() const override { return m_film.size.toSize(); }
  bool paint(const std::vector<double>& playheads, const std::function<bool(const QImage&)>& take) override {
    QImage frame;
    double before = -1;
    for (const double playhead : playheads) {
      if (playhead != before) frame = painted(static_cast<std::size_t>(std::lround(playhead)));
      before = playhead;
      if (!take(frame)) return false;
    }
    return true;
  }

 private:
  QImage painted(std::size_t i) const {
    SweepOptions how = optionsFor(m_film.value);
    how.threads = m_film.threads;
    SweepScene scene{std::make_shared<const SweepResult>(runSweep(m_film.sweeps.at(i), m_landscape, how)), m_film.value,
                     m_film.theme};
    scene.numberRoom = kNumberRoomOfFilms;
    return imageOf(m_film.size, 1, [&](QPainter& painter) { paintOn(painter, scene, m_film.size); });
  }

  const SweepFilm& m_film;
  std::shared_ptr<const Landscape> m_landscape;
};

std::vector<SweepFileFormat> allFormats() {
  std::vector<SweepFileFormat> formats{
      {QStringLiteral("png"), QStringLiteral("PNG"), SweepFileKind::picture, asPng},
      {QStringLiteral("svg"), QStringLiteral("SVG"), SweepFileKind::picture, asSvg},
      {QStringLiteral("pdf"), QStringLiteral("PDF"), SweepFileKind::picture, asPdf},
      {QStringLiteral("csv"), QStringLiteral("CSV"), SweepFileKind::table, asTable<asCsv>},
      {QStringLiteral("npy"), QStringLiteral("NumPy"), SweepFileKind::table, asTable<asNpy>},
      {QStringLiteral("json"), QStringLiteral("JSON"), SweepFileKind::table, asTable<asJson>},
  };
  for (const AnimationFormat& format : animationFormats())
    formats.push_back({format.ending, format.name, SweepFileKind::film, nullptr});
  return formats;
}

}  // namespace

const std::vector<SweepFileFormat>& sweepFileFormats() {
  static const std::vector<SweepFileFormat> formats = allFormats();
  return formats;
}

const SweepFileFormat* findSweepFileFormat(const QString& ending) {
  const auto& all = sweepFileFormats();
  const auto found = std::find_if(all.begin(), all.end(), [&](const SweepFileFormat& format) {
    return format.ending.compare(ending, Qt::CaseInsensitive) == 0;
  });
  return found == all.end() ? nullptr : &*found;
}

std::optional<QByteArray> rangeTestFile(const RangeTestScene& scene, const QString& ending, const QSizeF& size,
                                        double ratio) {
  const QString kind = ending.toLower();
  const auto paint = [&](QPainter& painter) { paintRangeTestPage(painter, scene, QRectF(QPointF(), size)); };
  const QByteArray command = QByteArray::fromStdString(commandLine(scene.result->run));
  const std::string experiment = experimentOf(scene.result->run);
  const PageOptions options = pageOptions(RangeTestChart::tr("Learning-rate range test"), command, experiment);
  if (kind == QLatin1String("csv")) return QByteArray::fromStdString(asCsv(*scene.result));
  if (kind == QLatin1String("svg")) return svgPage(size, options, paint);
  if (kind == QLatin1String("pdf")) return pdfPage(size, options, paint);
  if (kind == QLatin1String("png")) return pngOf(size, ratio, command, experiment, paint);
  return std::nullopt;
}

Exported film(const SweepFilm& film, const SweepFileFormat& format, const Progress& progress) {
  AnimationTiming timing;
  timing.to = static_cast<double>(film.sweeps.size() - 1);
  timing.fps = film.fps;
  timing.secondsPerStep = 1 / film.fps;
  SweepFrames frames(film);
  const Progress told = progress ? progress : [](int, int) { return true; };
  return findAnimationFormat(format.ending)->encode(frames, timing, told);
}

}  // namespace ravine
