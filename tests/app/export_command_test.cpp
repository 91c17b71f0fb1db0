// ravine export, as somebody calls it from a Makefile: no display, the same bytes, and sentences for what is wrong.
#include <gtest/gtest.h>

#include <QDir>
#include <QFile>
#include <QImage>
#include <QStandardPaths>
#include <QTemporaryDir>
#include <nlohmann/json.hpp>

#include "tests/app/program.h"

namespace ravine {
namespace {

class ExportCommand : public testing::Test {
 protected:
  QString path(const QString& name) const { return folder.filePath(name); }
  QByteArray contentOf(const QString& name) const {
    QFile file(path(name));
    file.open(QIODevice::ReadOnly);
    return file.readAll();
  }
  Answer exported(const QString& name, const QStringList& options = {},
                  const QString& experiment = QStringLiteral("one_parabola")) {
    return callWith(QStringList{QStringLiteral("export"), experiment, path(name)} + options);
  }

  QTemporaryDir folder;
};

TEST_F(ExportCommand, WritesEveryFormat) {
  QStringList endings{"png", "svg", "pdf", "webp", "csv", "json", "py"};
  if (!QStandardPaths::findExecutable(QStringLiteral("ffmpeg")).isEmpty())
    endings << "gif"
            << "mp4";
  for (const QString& ending : endings) {
    const Answer answer = exported("a." + ending, {"--to", "2", "--size", "480x360", "--text-size", "6"});
    EXPECT_EQ(answer.exitCode, 0) << ending.toStdString() << answer.error;
    EXPECT_GT(contentOf("a." + ending).size(), 200) << ending.toStdString();
  }
}

TEST_F(ExportCommand, TheSameOptionsGiveTheSameBytes) {
  for (const char* ending : {"png", "svg", "pdf", "csv", "json", "py"}) {
    const QString name = QStringLiteral("a.") + QLatin1String(ending);
    ASSERT_EQ(exported(name, {"--scale", "1"}).exitCode, 0);
    const QByteArray first = contentOf(name);
    ASSERT_EQ(exported(name, {"--scale", "1"}).exitCode, 0);
    EXPECT_EQ(contentOf(name), first) << ending;
  }
}

TEST_F(ExportCommand, TakesTheOptionsOfAPicture) {
  ASSERT_EQ(exported("a.png", {"--what", "panel:2", "--size", "85x60mm", "--scale", "4", "--theme", "dark", "--caption",
                               "off", "--at-step", "3", "--view", "map", "--lang", "ko"})
                .exitCode,
            0);
  EXPECT_EQ(QImage(path("a.png")).size(), QSize(1285, 907));
  ASSERT_EQ(exported("b.svg", {"--what", "loss", "--lang", "ko"}).exitCode, 0);
  EXPECT_TRUE(contentOf("b.svg").contains("손실"));
  ASSERT_EQ(exported("c.png", {"--transparent"}).exitCode, 0);
  EXPECT_EQ(QImage(path("c.png")).pixelColor(0, 0).alpha(), 0);
}

TEST_F(ExportCommand, APictureIsAnExperimentToOtherCommands) {
  ASSERT_EQ(exported("a.pdf").exitCode, 0);
  EXPECT_EQ(callWith({"check", path("a.pdf")}).exitCode, 0);
  const Answer again = callWith({"run", "--experiment", path("a.pdf"), "--run", "2", "--json"});
  EXPECT_EQ(nlohmann::json::parse(again.out)["lr"].is_null(), true);
  EXPECT_EQ(nlohmann::json::parse(again.out)["optimizer"]["lr"], 0.2);
  EXPECT_EQ(exported("b.png", {}, path("a.pdf")).exitCode, 0) << "and can be exported again";
}

TEST_F(ExportCommand, WritesToStandardOutput) {
  const Answer answer = callWith({"export", "one_parabola", "-", "--format", "csv"});
  EXPECT_EQ(answer.exitCode, 0);
  EXPECT_TRUE(answer.out.starts_with("# Ravine: every step of every run")) << answer.out;
  EXPECT_EQ(shell("$RAVINE export one_parabola - --format png | head -c 4 | tail -c 3").out, "PNG");
  const Answer missing = callWith({"export", "one_parabola", "-"});
  EXPECT_EQ(missing.exitCode, 2);
  EXPECT_NE(missing.error.find("--format: what is to be written to standard output is not said"), std::string::npos);
}

TEST_F(ExportCommand, WritesCodeForTheRunThatIsAskedFor) {
  const Answer answer =
      callWith({"export", "one_parabola", "-", "--format", "py", "--run", "Good", "--library", "pytorch"});
  EXPECT_NE(answer.out.find("lr0 = 0.2\n"), std::string::npos) << answer.out;
  EXPECT_NE(answer.out.find("import torch\n"), std::string::npos);
}

TEST_F(ExportCommand, TheCommandOfARunRepeatsIt) {
  const Answer csv = callWith({"export", "optimizers", "-", "--format", "csv"});
  const std::string mark = "# run 3: ravine run ";
  const auto from = csv.out.find(mark) + mark.size();
  const QString command = QString::fromStdString(csv.out.substr(from, csv.out.find('\n', from) - from));
  const Answer repeated = shell("$RAVINE run --json " + command);
  ASSERT_EQ(repeated.exitCode, 0) << repeated.error;
  const Answer original = callWith({"run", "--experiment", "optimizers", "--run", "3", "--json"});
  EXPECT_EQ(nlohmann::json::parse(repeated.out)["points"], nlohmann::json::parse(original.out)["points"]);
}

TEST_F(ExportCommand, SaysWhatIsWrongBeforeItMakesAnything) {
  const auto errorOf = [&](const QStringList& options) {
    const Answer answer = exported("a.png", options);
    EXPECT_EQ(answer.exitCode, 2) << options.join(' ').toStdString();
    return answer.error;
  };
  for (const auto& [options, sentence] : std::vector<std::pair<QStringList, const char*>>{
           {{"--size", "wide"}, "--size: 'wide' is not a size; write one such as slide"},
           {{"--size", "20000x100"}, "with 40000 × 200 pixels this is too large"},
           {{"--size", "1e9x1e9"}, "this is too large"},
           {{"--size", "9x9"}, "this is too small for a picture"},
           {{"--size", "60x60"}, "too little room for a picture"},
           {{"--what", "panel:9"}, "there is no panel '9'; give a number from 1 to 4"},
           {{"--what", "maps"}, "there is no such part: 'maps'"},
           {{"--what", "comparison"}, "the comparison is a table, not a picture"},
           {{"--theme", "pink"}, "write one of light, dark, projector, grey"},
           {{"--view", "globe"}, "write one of map, profile, relief"},
           {{"--scale", "9"}, "write a number from 1 to 4"},
           {{"--text-size", "1e9"}, "write a number from 3 to 96"},
           {{"--caption", "maybe"}, "write one of on, off"},
           {{"--at-step", "999"}, "there is no step 999; give a step from 0 to 20"},
           {{"--from", "9", "--to", "3"}, "it lies behind --to"},
           {{"--fps", "0"}, "--fps: '0' is not a number that it can be"},
           {{"--run", "Nobody"}, "there is no run 'Nobody'"}})
    EXPECT_NE(errorOf(options).find(sentence), std::string::npos) << errorOf(options);
  EXPECT_FALSE(QFile::exists(path("a.png")));
}

TEST_F(ExportCommand, ANameWithoutAFormatIsToldWhichThereAre) {
  EXPECT_NE(exported("a.bmp").error.find("there is no format 'bmp'; write one of png, svg, pdf"), std::string::npos);
  EXPECT_NE(exported("a").error.find("there is no format ''"), std::string::npos);
  const Answer missing = callWith({"export", "one_parabola"});
  EXPECT_NE(missing.error.find("the name of a file to write is missing"), std::string::npos) << missing.error;
  EXPECT_NE(exported("a.png", {}, "one_parabole").error.find("did you mean 'one_parabola'?"), std::string::npos);
}

// Not after a minute of work.
TEST_F(ExportCommand, AFolderThatIsNotThereIsNoticedAtOnce) {
  const Answer answer = exported("missing/a.webp", {"--seconds-per-step", "20"});
  EXPECT_EQ(answer.exitCode, 2);
  EXPECT_NE(answer.error.find("the folder does not exist"), std::string::npos) << answer.error;
}

TEST_F(ExportCommand, AFailureLeavesTheOldFileAlone) {
  ASSERT_EQ(exported("a.png").exitCode, 0);
  const QByteArray before = contentOf("a.png");
  EXPECT_EQ(exported("a.png", {"--size", "60x60"}).exitCode, 2);
  EXPECT_EQ(contentOf("a.png"), before);
  const Answer full = callWith({"export", "one_parabola", "/dev/full", "--format", "png"});
  EXPECT_EQ(full.exitCode, 2);
  EXPECT_NE(full.error.find("/dev/full"), std::string::npos);
  EXPECT_EQ(QDir(folder.path()).entryList(QDir::Files), QStringList{"a.png"});
}

}  // namespace
}  // namespace ravine
