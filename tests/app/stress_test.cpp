// The program where something is missing: room, a reader, a display, an environment, good manners.
#include <gtest/gtest.h>
#include <unistd.h>

#include <QDir>
#include <QFile>
#include <QTemporaryDir>

#include "tests/app/program.h"

namespace ravine {
namespace {

class CommandLineFiles : public testing::Test {
 protected:
  QString path(const char* name) const { return m_folder.filePath(QLatin1String(name)); }
  QStringList files() const {
    return QDir(m_folder.path()).entryList(QDir::AllEntries | QDir::Hidden | QDir::NoDotAndDotDot);
  }

  void write(const char* name, const QByteArray& content) const {
    QFile file(path(name));
    ASSERT_TRUE(file.open(QIODevice::WriteOnly));
    file.write(content);
  }
  QByteArray read(const char* name) const {
    QFile file(path(name));
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray("(missing)");
  }

 private:
  QTemporaryDir m_folder;
};

const QString kLongRun = QStringLiteral("\"$RAVINE\" run --loss bowl --lr 0.1 --steps 20000 --json");

void expectOneSentence(const Answer& answer, const std::string& part) {
  EXPECT_EQ(answer.exitCode, 2);
  EXPECT_TRUE(answer.error.starts_with("ravine: ")) << answer.error;
  EXPECT_EQ(std::count(answer.error.begin(), answer.error.end(), '\n'), 1) << answer.error;
  EXPECT_NE(answer.error.find(part), std::string::npos) << answer.error;
}

TEST_F(CommandLineFiles, AFileThatDoesNotFitLeavesTheOldOneWhole) {
  const QStringList commands{kLongRun + QStringLiteral(" -o "), QStringLiteral("\"$RAVINE\" shot ")};
  for (const QString& command : commands) {
    write("old.png", "old");
    expectOneSentence(shell(QStringLiteral("ulimit -f 8; %1 '%2'").arg(command, path("old.png"))),
                      "larger than is allowed");
    EXPECT_EQ(read("old.png"), "old");
    EXPECT_EQ(files(), QStringList{"old.png"}) << "no half file stays behind";
  }
}

TEST_F(CommandLineFiles, AFullDeviceIsCalledFull) {
  expectOneSentence(call(QStringLiteral("run --loss bowl --lr 0.1 -o /dev/full")), "no space left on the device");
  expectOneSentence(call(QStringLiteral("shot /dev/full")), "no space left on the device");
}

TEST_F(CommandLineFiles, ForbiddenPlacesAreCalledForbidden) {
  if (::geteuid() == 0) GTEST_SKIP() << "root may write everywhere";
  write("old.json", "old");
  QFile::setPermissions(path("old.json"), QFileDevice::ReadOwner);
  expectOneSentence(callWith({"run", "--loss", "bowl", "--lr", "0.1", "-o", path("old.json")}),
                    "you may not write there");
  EXPECT_EQ(read("old.json"), "old");
}

TEST_F(CommandLineFiles, TheBytesOfAPathAreTheBytesUsed) {
  const Answer shot = shell(QStringLiteral("cd '%1' && name=$(printf 'caf\\351.png') && \"$RAVINE\" shot \"$name\" && "
                                           "test -s \"$name\" && ls | wc -l && rm \"$name\"")
                                .arg(path("")));
  EXPECT_EQ(shot.exitCode, 0) << shot.error;
  EXPECT_EQ(QString::fromStdString(shot.out).toInt(), 1);
}

TEST_F(CommandLineFiles, APictureInAnotherFormatIsRefusedAndNotWrittenAsPng) {
  expectOneSentence(callWith({"shot", path("picture.jpg")}), "end it in .png");
  EXPECT_EQ(files(), QStringList());
}

TEST(CommandLineOutput, AFullStandardOutputIsAnError) {
  for (const char* words : {"--help", "--version", "list --help", "list optimizers", "list schedules --json",
                            "run --loss bowl --lr 0.1", "run --loss bowl --lr 0.1 --csv"})
    expectOneSentence(shell(QStringLiteral("\"$RAVINE\" %1 >/dev/full").arg(QLatin1String(words))),
                      "standard output: there is no space left on the device");
}

TEST(CommandLineOutput, AReaderWhoHasSeenEnoughIsNoReasonForASentence) {
  const Answer answer = shell(QStringLiteral("{ %1; echo $? >&2; } | head -c 1").arg(kLongRun));
  EXPECT_EQ(answer.out, "{");
  EXPECT_EQ(answer.error, "141\n") << "as if the signal had ended it";
}

TEST(CommandLineOutput, AnOutputFileMayBeTheStandardOutput) {
  const QString command = QStringLiteral("run --loss bowl --lr 0.1");
  EXPECT_EQ(call(command + QStringLiteral(" -o /dev/stdout")).out, call(command).out);
}

TEST(CommandLineDisplay, WithoutADisplayOneSentenceSaysWhatToSetAndWhatNeedsNone) {
  for (const char* place :
       {"", "DISPLAY=:7654", "WAYLAND_DISPLAY=nowhere", "QT_QPA_PLATFORM=xcb", "-i", "QT_QPA_PLATFORM=nonsense"}) {
    const Answer answer = shell(QStringLiteral("env %1 \"$RAVINE\"").arg(QLatin1String(place)));
    expectOneSentence(answer, "DISPLAY");
    for (const char* word : {"WAYLAND_DISPLAY", "QT_QPA_PLATFORM", "list", "run", "shot"})
      EXPECT_NE(answer.error.find(word), std::string::npos) << place;
  }
  expectOneSentence(call(QStringLiteral("-platform xcb")), "DISPLAY");
}

TEST(CommandLineDisplay, PlatformsWithoutADisplayOpenTheWindow) {
  constexpr int kStillOpen = 124;  // how `timeout` ends
  for (const char* start : {"QT_QPA_PLATFORM=offscreen \"$RAVINE\"", "QT_QPA_PLATFORM=minimal \"$RAVINE\"",
                            "\"$RAVINE\" -platform offscreen", "\"$RAVINE\" --platform offscreen"})
    EXPECT_EQ(shell(QStringLiteral("timeout 1 env %1").arg(QLatin1String(start))).exitCode, kStillOpen) << start;
}

TEST_F(CommandLineFiles, InABareEnvironmentTheCommandsSayNothingOnStderr) {
  for (const QString& command : {QStringLiteral("list scenarios"), QStringLiteral("run --loss bowl --lr 0.1"),
                                 QStringLiteral("shot '%1'").arg(path("window.png"))}) {
    const Answer answer = shell(QStringLiteral("env -i \"$RAVINE\" ") + command);
    EXPECT_EQ(answer.exitCode, 0);
    EXPECT_EQ(answer.error, "") << command.toStdString();
  }
}

TEST(CommandLineSentences, QuoteLittleAndNothingThatSteersATerminal) {
  const QString escape = QStringLiteral("\x1b[31mred");
  const QString flood(100'000, 'q');
  for (const QString& typed : {escape, flood})
    for (const QStringList& words : {QStringList{typed},
                                     {"list", typed},
                                     {"list", "optimizers", typed},
                                     {"list", "optimizers", "--json=" + typed},
                                     {"--version=" + typed},
                                     {"shot", typed, "x.png"},
                                     {"shot", "x.png", "--size", typed},
                                     {"shot", "x.png", "--at-step", typed},
                                     {"shot", "x.png", "--theme", typed},
                                     {"shot", "x." + typed},
                                     {"run", "--loss", "bowl", "--lr", typed},
                                     {"run", "--loss", "bowl", "--lr", "1", "--start", typed},
                                     {"run", "--loss", "bowl", "--lr", "1", "--domain", typed},
                                     {"run", "--loss", "bowl", "--lr", "1", "--steps", typed},
                                     {"run", "--loss", "bowl", "--lr", "1", "--warm-up", typed},
                                     {"run", "--loss", "bowl", "--lr", "1", "--set", typed},
                                     {"run", "--loss", "bowl", "--lr", "1", "-o", "/no/such/folder/" + typed}}) {
      const Answer answer = callWith(words);
      EXPECT_EQ(answer.exitCode, 2) << words.join(' ').left(80).toStdString();
      EXPECT_EQ(answer.error.find('\x1b'), std::string::npos) << answer.error;
      EXPECT_LT(answer.error.size(), 400) << words.join(' ').left(80).toStdString();
    }
}

TEST(CommandLineSentences, ShowBytesThatAreNoTextAsHexadecimal) {
  const Answer answer = shell(QStringLiteral("\"$RAVINE\" list \"$(printf 'caf\\351')\""));
  EXPECT_NE(answer.error.find("'caf\\xe9'"), std::string::npos) << answer.error;
}

TEST(CommandLineSlips, EmptyNamesAndHalfListsAreRefused) {
  const std::vector<std::pair<QStringList, std::string>> slips{
      {{"run", "--loss", "bowl", "--lr", "0.1", "--start", "1,2,"}, "--start"},
      {{"run", "--loss", "bowl", "--lr", "0.1", "--start", ""}, "--start"},
      {{"run", "--loss", "bowl", "--lr", "0.1", "--domain", "-5,5,-5,5,"}, "--domain"},
      {{"run", "--loss", "bowl", "--lr", "0.1", "--domain", ""}, "--domain"},
      {{"run", "--loss", "bowl", "--lr", "0.1", "-o", ""}, "--output"},
      {{"shot", ""}, "end it in .png"},
      {{"shot", "picture"}, "end it in .png"},
      {{"shot", ".png"}, "end it in .png"},
      {{"shot", "every_outcome"}, "is a scenario"},
      {{"shot", "x.png", "--at-step", ""}, "--at-step"},
      {{"shot", "x.png", "--size", "1440.7x900.9"}, "--size"},
      {{"shot", "x.png", "--size", "1e3x1e3"}, "--size"},
      {{"shot", "x.png", "--size", "+1440x900"}, "--size"},
      {{"shot", "x.png", "--size", "1440x900x"}, "--size"},
  };
  for (const auto& [words, part] : slips) expectOneSentence(callWith(words), part);
}

TEST(CommandLineSlips, AWholeNumberMayBeWrittenAsAPowerOfTen) {
  const Answer answer = call(QStringLiteral("run --loss bowl --lr 0.1 --set noise.sigma=1 --set noise.seed=1e15"));
  EXPECT_EQ(answer.exitCode, 0) << answer.error;
  EXPECT_NE(answer.out.find("seed = 1000000000000000"), std::string::npos) << answer.out;
}

}  // namespace
}  // namespace ravine
