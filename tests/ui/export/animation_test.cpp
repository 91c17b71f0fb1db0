#include "ui/export/animation.h"

#include <gtest/gtest.h>

#include <QBuffer>
#include <QImageReader>
#include <QProcess>
#include <QStandardPaths>

#include "core/lesson/scenarios.h"
#include "ui/export/exporter.h"

namespace ravine {
namespace {

ExportRequest smallFilm() {
  ExportRequest request;
  request.sheet.experiment = scenarios()[1].experiment;
  for (const Run& run : request.sheet.experiment.runs) request.sheet.results.push_back(computeRun(run));
  request.sheet.content = SheetContent::panel;
  request.sheet.run = request.sheet.experiment.runs[1].id;
  request.sheet.size = {320, 240};
  request.sheet.textSize = 8;
  request.scale = 1;
  request.timing = {.from = 2, .to = 6, .fps = 10, .secondsPerStep = 0.2, .pause = 0.5};
  return request;
}

const ExportFormat& format(const char* ending) {
  return *findExportFormat(QString::fromLatin1(ending));
}

TEST(AnimationTiming, GoesFromStepToStepAndThenStands) {
  const AnimationTiming timing{.from = 2, .to = 6, .fps = 10, .secondsPerStep = 0.2, .pause = 0.5};
  EXPECT_EQ(timing.movingFrames(), 9);
  EXPECT_EQ(timing.frames(), 14);
  EXPECT_EQ(timing.playheadAt(0), 2);
  EXPECT_DOUBLE_EQ(timing.playheadAt(1), 2.5);
  EXPECT_EQ(timing.playheadAt(8), 6);
  EXPECT_EQ(timing.playheadAt(13), 6);
  EXPECT_EQ((AnimationTiming{.from = 3, .to = 3, .pause = 0}).frames(), 1);
}

TEST(Frames, AreThoseOfTheSheetInTheirOrder) {
  const Sheet sheet(smallFilm().sheet);
  SheetFrames frames(sheet, 1);
  const std::vector<double> playheads{0, 1.5, 3, 4.5, 6, 7.5, 9};
  std::vector<QImage> painted;
  frames.paint(playheads, [&](const QImage& frame) {
    painted.push_back(frame);
    return true;
  });
  ASSERT_EQ(painted.size(), playheads.size());
  for (std::size_t i = 0; i < playheads.size(); ++i) {
    Sheet alone(sheet);
    alone.moveTo(playheads[i]);
    SheetFrames once(alone, 1);
    QImage expected;
    once.paint({playheads[i]}, [&](const QImage& frame) {
      expected = frame;
      return true;
    });
    EXPECT_EQ(painted[i], expected) << i;
    EXPECT_TRUE(i == 0 || painted[i] != painted[i - 1]) << i;
  }
}

TEST(Frames, EndWhenNoMoreAreWanted) {
  SheetFrames frames(Sheet(smallFilm().sheet), 1);
  int taken = 0;
  EXPECT_FALSE(frames.paint(std::vector<double>(100, 1.0), [&](const QImage&) { return ++taken < 5; }));
  EXPECT_EQ(taken, 5);
}

TEST(Animation, AWebpNeedsNoOtherProgram) {
  const QByteArray path = qgetenv("PATH");
  qputenv("PATH", "");
  const Exported made = exported(smallFilm(), format("webp"));
  qputenv("PATH", path);
  ASSERT_TRUE(made.problems.empty()) << english(made.problems.front());
  EXPECT_TRUE(made.bytes.startsWith("RIFF"));
  EXPECT_EQ(made.bytes.mid(8, 4), "WEBP");
  EXPECT_TRUE(made.bytes.contains("ANIM"));
  EXPECT_EQ(made.bytes.count("ANMF"), 9) << "the end stands for as long as its frame says";
}

TEST(Animation, WithoutFfmpegASentenceSaysWhatToInstall) {
  const QByteArray path = qgetenv("PATH");
  qputenv("PATH", "");
  for (const char* ending : {"gif", "mp4"}) {
    const Exported made = exported(smallFilm(), format(ending));
    ASSERT_EQ(made.problems.size(), 1U);
    EXPECT_NE(english(made.problems.front()).find("install the package ffmpeg, or choose WebP"), std::string::npos);
    EXPECT_TRUE(made.bytes.isEmpty());
  }
  qputenv("PATH", path);
}

TEST(Animation, AGifHasItsFramesAndBeginsAgain) {
  if (!hasFfmpeg()) GTEST_SKIP() << "ffmpeg is not here";
  const Exported made = exported(smallFilm(), format("gif"));
  ASSERT_TRUE(made.problems.empty()) << english(made.problems.front());
  QBuffer buffer;
  buffer.setData(made.bytes);
  buffer.open(QIODevice::ReadOnly);
  QImageReader reader(&buffer, "gif");
  EXPECT_EQ(reader.size(), QSize(320, 240));
  EXPECT_EQ(reader.loopCount(), -1);
  const QImage first = reader.read().convertToFormat(QImage::Format_RGB32);
  int frames = 1;
  while (!reader.read().isNull()) ++frames;
  EXPECT_EQ(frames, 14);
  // As the sheet is, but for the palette.
  Sheet sheet(smallFilm().sheet);
  sheet.moveTo(2);
  QImage exact;
  SheetFrames(sheet, 1).paint({2}, [&](const QImage& frame) {
    exact = frame;
    return true;
  });
  const QColor a = first.pixelColor(160, 100);
  const QColor b = exact.pixelColor(160, 100);
  EXPECT_LT(std::abs(a.red() - b.red()) + std::abs(a.green() - b.green()) + std::abs(a.blue() - b.blue()), 30);
}

TEST(Animation, AnMp4CanBePlayedAnywhere) {
  const QString ffprobe = QStandardPaths::findExecutable(QStringLiteral("ffprobe"));
  if (!hasFfmpeg() || ffprobe.isEmpty()) GTEST_SKIP() << "ffmpeg is not here";
  ExportRequest request = smallFilm();
  request.sheet.size = {321, 241};  // players want even sizes
  const Exported made = exported(request, format("mp4"));
  ASSERT_TRUE(made.problems.empty()) << english(made.problems.front());
  QProcess process;
  process.start(ffprobe, {QStringLiteral("-v"), QStringLiteral("error"), QStringLiteral("-show_entries"),
                          QStringLiteral("stream=width,height,pix_fmt,nb_frames"), QStringLiteral("-of"),
                          QStringLiteral("csv=p=0"), QStringLiteral("-")});
  process.write(made.bytes);
  process.closeWriteChannel();
  process.waitForFinished(-1);
  EXPECT_EQ(process.readAllStandardOutput().trimmed(), "322,242,yuv420p,14");
}

TEST(Animation, CancellingLeavesNothing) {
  for (const char* ending : {"webp", "gif", "mp4"}) {
    if (ending != std::string("webp") && !hasFfmpeg()) continue;
    const Exported made = exported(smallFilm(), format(ending), [](int done, int) { return done < 3; });
    EXPECT_TRUE(made.cancelled) << ending;
    EXPECT_TRUE(made.bytes.isEmpty()) << ending;
  }
}

TEST(Animation, TooManyFramesAreRefused) {
  ExportRequest request = smallFilm();
  request.timing.secondsPerStep = 10'000;
  const Problems problems = check(request, format("webp"));
  ASSERT_EQ(problems.size(), 1U);
  EXPECT_NE(english(problems.front()).find("would have 400006 frames"), std::string::npos) << english(problems.front());
}

}  // namespace
}  // namespace ravine
