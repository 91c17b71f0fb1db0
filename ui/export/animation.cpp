#include "ui/export/animation.h"

#include <QFile>
#include <QProcess>
#include <QStandardPaths>
#include <QTemporaryDir>
#include <QThread>
#include <algorithm>
#include <cmath>
#include <future>

#include "ui/export/webp.h"

namespace ravine {
namespace {

constexpr int kFramesForPalette = 32;

Problem noFfmpeg() {
  return {"ffmpeg", CORE_TEXT("Problem", "this program, which makes GIF and MP4, was not found"),
          CORE_TEXT("Problem", "install the package ffmpeg, or choose WebP, which needs none")};
}

Problem notMade(const std::string& by) {
  return {by, CORE_TEXT("Problem", "the animation could not be made"), CORE_TEXT("Problem", "choose a smaller size")};
}

// What it said at last, without its own dots.
Problem ffmpegFailed(QProcess& process) {
  QString said = QString::fromLocal8Bit(process.readAllStandardError()).trimmed();
  said = said.section(QLatin1Char('\n'), -1);
  while (said.endsWith(QLatin1Char('.'))) said.chop(1);
  return {"ffmpeg", CORE_TEXT("Problem", "it could not make the animation (%1)").with(excerpt(said.toStdString())),
          CORE_TEXT("Problem", "choose another format or a smaller size, and look whether the disk is full")};
}

// A run of ffmpeg that is fed with raw frames.
class Ffmpeg {
 public:
  Ffmpeg(const QSize& size, double fps, const QStringList& after) {
    QStringList arguments{QStringLiteral("-hide_banner"), QStringLiteral("-loglevel"), QStringLiteral("error"),
                          QStringLiteral("-y")};
    arguments << QStringLiteral("-f") << QStringLiteral("rawvideo") << QStringLiteral("-pix_fmt")
              << QStringLiteral("bgr0") << QStringLiteral("-s")
              << QStringLiteral("%1x%2").arg(size.width()).arg(size.height()) << QStringLiteral("-r")
              << QString::number(fps) << QStringLiteral("-i") << QStringLiteral("-");
    arguments << after;
    m_process.start(QStandardPaths::findExecutable(QStringLiteral("ffmpeg")), arguments);
    m_process.waitForStarted(-1);
  }
  ~Ffmpeg() {
    if (m_process.state() == QProcess::NotRunning) return;
    m_process.kill();
    m_process.waitForFinished(-1);
  }
  Ffmpeg(const Ffmpeg&) = delete;
  Ffmpeg& operator=(const Ffmpeg&) = delete;

  // Whether it takes more.
  bool take(const QImage& frame) {
    for (int row = 0; row < frame.height(); ++row)
      m_process.write(reinterpret_cast<const char*>(frame.constScanLine(row)), qsizetype{4} * frame.width());
    constexpr qint64 ahead = 1 << 26;  // bytes that may wait for it
    while (m_process.state() == QProcess::Running && m_process.bytesToWrite() > ahead)
      m_process.waitForBytesWritten(-1);
    return m_process.state() == QProcess::Running;
  }
  std::optional<Problem> finish() {
    m_process.closeWriteChannel();
    m_process.waitForFinished(-1);
    if (m_process.exitStatus() == QProcess::NormalExit && m_process.exitCode() == 0) return std::nullopt;
    return ffmpegFailed(m_process);
  }

 private:
  QProcess m_process;
};

std::vector<double> playheadsOf(const AnimationTiming& timing) {
  std::vector<double> playheads;
  for (int i = 0; i < timing.frames(); ++i) playheads.push_back(timing.playheadAt(i));
  return playheads;
}

// All frames through one run of ffmpeg, with what it makes in a folder of its own.
Exported encoded(Frames& frames, const AnimationTiming& timing, const Progress& progress, const QString& path,
                 const QStringList& after) {
  const std::vector<double> playheads = playheadsOf(timing);
  Ffmpeg ffmpeg(frames.size(), timing.fps, after);
  int done = 0;
  bool cancelled = false;
  frames.paint(playheads, [&](const QImage& frame) {
    cancelled = !progress(done++, static_cast<int>(playheads.size()));
    return !cancelled && ffmpeg.take(frame);
  });
  if (cancelled) return {.cancelled = true};
  if (const auto problem = ffmpeg.finish()) return {.problems = {*problem}};
  QFile file(path);
  if (!file.open(QIODevice::ReadOnly)) return {.problems = {notMade("ffmpeg")}};
  return {.bytes = file.readAll()};
}

Exported asMp4(Frames& frames, const AnimationTiming& timing, const Progress& progress) {
  if (!hasFfmpeg()) return {.problems = {noFfmpeg()}};
  const QTemporaryDir folder;
  const QString path = folder.filePath(QStringLiteral("film.mp4"));
  // Players want even sizes and the colours of television.
  return encoded(
      frames, timing, progress, path,
      {QStringLiteral("-vf"), QStringLiteral("pad=ceil(iw/2)*2:ceil(ih/2)*2,scale=out_color_matrix=bt709:out_range=tv"),
       QStringLiteral("-c:v"), QStringLiteral("libx264"), QStringLiteral("-crf"), QStringLiteral("18"),
       QStringLiteral("-pix_fmt"), QStringLiteral("yuv420p"), QStringLiteral("-colorspace"), QStringLiteral("bt709"),
       QStringLiteral("-color_primaries"), QStringLiteral("bt709"), QStringLiteral("-color_trc"),
       QStringLiteral("bt709"), QStringLiteral("-movflags"), QStringLiteral("+faststart"), path});
}

// One palette for all, from some of the frames, so that none has to wait in memory for the last; then error diffusion
// in what has changed alone.
Exported asGif(Frames& frames, const AnimationTiming& timing, const Progress& progress) {
  if (!hasFfmpeg()) return {.problems = {noFfmpeg()}};
  const QTemporaryDir folder;
  const QString palette = folder.filePath(QStringLiteral("palette.png"));
  const int moving = timing.movingFrames();
  const int samples = std::min(moving, kFramesForPalette);
  std::vector<double> playheads;
  for (int i = 0; i < samples; ++i)
    playheads.push_back(timing.playheadAt(samples == 1 ? 0 : i * (moving - 1) / (samples - 1)));
  {
    Ffmpeg ffmpeg(frames.size(), 1, {QStringLiteral("-vf"), QStringLiteral("palettegen"), palette});
    frames.paint(playheads, [&](const QImage& frame) { return progress(0, timing.frames()) && ffmpeg.take(frame); });
    if (!progress(0, timing.frames())) return {.cancelled = true};
    if (const auto problem = ffmpeg.finish()) return {.problems = {*problem}};
  }
  const QString path = folder.filePath(QStringLiteral("film.gif"));
  return encoded(frames, timing, progress, path,
                 {QStringLiteral("-i"), palette, QStringLiteral("-lavfi"),
                  QStringLiteral("paletteuse=dither=sierra2_4a:diff_mode=rectangle"), QStringLiteral("-loop"),
                  timing.loops ? QStringLiteral("0") : QStringLiteral("-1"), path});
}

Exported asWebp(Frames& frames, const AnimationTiming& timing, const Progress& progress) {
  WebpEncoder encoder(frames.size(), timing.loops);
  const std::vector<double> playheads = playheadsOf(timing);
  int done = 0;
  bool cancelled = false;
  frames.paint(playheads, [&](const QImage& frame) {
    cancelled = !progress(done, static_cast<int>(playheads.size()));
    return !cancelled && encoder.take(frame, done++ * 1000 / timing.fps);
  });
  if (cancelled) return {.cancelled = true};
  const QByteArray bytes = encoder.finish(done * 1000 / timing.fps);
  if (bytes.isEmpty()) return {.problems = {notMade("webp")}};
  return {.bytes = bytes};
}

}  // namespace

int AnimationTiming::movingFrames() const {
  return static_cast<int>(std::clamp(std::ceil((to - from) * secondsPerStep * fps - 1e-9), 0.0, 1e6)) + 1;
}

int AnimationTiming::frames() const {
  return movingFrames() + static_cast<int>(std::clamp(std::round(pause * fps), 0.0, 1e6));
}

double AnimationTiming::playheadAt(int frame) const {
  return std::min(to, from + frame / (fps * secondsPerStep));
}

SheetFrames::SheetFrames(const Sheet& sheet, double scale)
    : m_size((sheet.size() * scale).toSize().expandedTo({1, 1})), m_scale(scale), m_isTurning(sheet.isTurning()) {
  m_ground = groundOf(sheet);
  for (int i = 0; i < std::max(1, QThread::idealThreadCount()); ++i)
    m_workers.push_back(std::make_unique<Worker>(sheet));
}

QImage SheetFrames::groundOf(const Sheet& sheet) const {
  QImage ground(m_size, QImage::Format_RGB32);
  ground.fill(sheet.theme().card);
  ground.setDevicePixelRatio(m_scale);
  QPainter painter(&ground);
  sheet.paintGround(painter);
  return ground;
}

QImage SheetFrames::painted(Worker& worker, double playhead) const {
  worker.sheet.moveTo(playhead);
  QImage frame = m_isTurning ? groundOf(worker.sheet) : m_ground.copy();
  QPainter painter(&frame);
  worker.sheet.paintMoments(painter);
  return frame;
}

bool SheetFrames::paint(const std::vector<double>& playheads, const std::function<bool(const QImage&)>& take) {
  std::vector<std::future<QImage>> coming;
  std::size_t next = 0;
  // One frame for each worker; what stands still is painted once.
  const auto begin = [&] {
    for (const auto& worker : m_workers) {
      if (next == playheads.size()) break;
      coming.push_back(std::async(std::launch::async,
                                  [this, &worker, playhead = playheads[next]] { return painted(*worker, playhead); }));
      ++next;
    }
  };
  begin();
  while (!coming.empty()) {
    std::vector<QImage> ready;
    for (auto& frame : coming) ready.push_back(frame.get());
    coming.clear();
    begin();
    for (const QImage& frame : ready) {
      if (take(frame)) continue;
      for (auto& rest : coming) rest.wait();
      return false;
    }
  }
  return true;
}

const std::vector<AnimationFormat>& animationFormats() {
  static const std::vector<AnimationFormat> formats{
      {QStringLiteral("mp4"), QStringLiteral("MP4"), true, 2'500, asMp4},
      {QStringLiteral("webp"), QStringLiteral("WebP"), false, 11'000, asWebp},
      {QStringLiteral("gif"), QStringLiteral("GIF"), true, 12'000, asGif},
  };
  return formats;
}

const AnimationFormat* findAnimationFormat(const QString& ending) {
  const auto& all = animationFormats();
  const auto found = std::find_if(all.begin(), all.end(), [&](const AnimationFormat& format) {
    return format.ending.compare(ending, Qt::CaseInsensitive) == 0;
  });
  return found == all.end() ? nullptr : &*found;
}

bool hasFfmpeg() {
  return !QStandardPaths::findExecutable(QStringLiteral("ffmpeg")).isEmpty();
}

double guessedBytes(const AnimationFormat& format, const QSize& size, const AnimationTiming& timing) {
  return format.bytesPerMegapixel * 1e-6 * size.width() * size.height() * timing.movingFrames();
}

}  // namespace ravine
