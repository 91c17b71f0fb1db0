// Lessons, scenarios and tasks on the command line: what `check` finds, what `list` tells, pictures of pages.
#include <gtest/gtest.h>

#include <QFile>
#include <QImage>
#include <QTemporaryDir>
#include <nlohmann/json.hpp>

#include "core/lesson/lesson.h"
#include "core/lesson/scenarios.h"
#include "core/lesson/task.h"
#include "tests/app/program.h"

namespace ravine {
namespace {

const QString kResources = QStringLiteral(RAVINE_TESTS_DIR "/../resources/");

class LessonCommands : public testing::Test {
 protected:
  QString write(const std::string& text) {
    QFile file(folder.filePath(QStringLiteral("a.json")));
    EXPECT_TRUE(file.open(QIODevice::WriteOnly));
    file.write(QByteArray::fromStdString(text));
    return file.fileName();
  }
  static std::string readAll(const QString& path) {
    QFile file(path);
    EXPECT_TRUE(file.open(QIODevice::ReadOnly)) << path.toStdString();
    return file.readAll().toStdString();
  }

  QTemporaryDir folder;
};

TEST_F(LessonCommands, CheckIsSilentAboutWhatShipsWithRavine) {
  for (const QString& file : {QStringLiteral("lessons/learning_rate.json"), QStringLiteral("lessons/schedules.json"),
                              QStringLiteral("scenarios/catapult.json"), QStringLiteral("tasks/within_twenty.json")}) {
    const Answer answer = callWith({QStringLiteral("check"), kResources + file});
    EXPECT_EQ(answer.exitCode, 0) << file.toStdString();
    EXPECT_EQ(answer.out, "");
  }
}

TEST_F(LessonCommands, CheckTellsOfAFalseClaimWithLineAndColumn) {
  std::string text = readAll(kResources + QStringLiteral("scenarios/catapult.json"));
  const std::string claim = "\"outcome\": \"converged\"";
  text.replace(text.find(claim), claim.size(), "\"outcome\": \"saddle\"");
  const Answer answer = callWith({QStringLiteral("check"), write(text)});
  EXPECT_EQ(answer.exitCode, 2);
  EXPECT_NE(answer.out.find("run 1, claims: converged; mend the claim"), std::string::npos) << answer.out;
  EXPECT_NE(answer.out.find("a.json:"), std::string::npos);
}

TEST_F(LessonCommands, CheckTellsOfAFalseClaimOfAPage) {
  Lesson lesson = *findLesson("schedules");
  lesson.pages[1].claims = {{.reading = {.run = RunId{1}}, .outcome = Outcome::unbounded}};
  const Answer answer = callWith({QStringLiteral("check"), write(toJson(lesson))});
  EXPECT_EQ(answer.exitCode, 2);
  EXPECT_NE(answer.out.find("page 2, run 1, claims:"), std::string::npos) << answer.out;
}

TEST_F(LessonCommands, CheckTellsOfATaskWithoutAGoal) {
  std::string text = readAll(kResources + QStringLiteral("tasks/within_twenty.json"));
  const std::string member = "\"may_change\"";
  text.replace(text.find(member), member.size(), "\"may_chance\"");
  const Answer answer = callWith({QStringLiteral("check"), write(text)});
  EXPECT_EQ(answer.exitCode, 2);
  EXPECT_NE(answer.out.find("may_chan"), std::string::npos) << answer.out;
}

TEST_F(LessonCommands, ListTellsAllThereIs) {
  EXPECT_EQ(nlohmann::json::parse(call("list lessons --json").out).size(), lessons().size());
  EXPECT_EQ(nlohmann::json::parse(call("list tasks --json").out).size(), tasks().size());
  const auto rows = nlohmann::json::parse(call("list scenarios --json").out);
  EXPECT_EQ(rows.size(), scenarios().size());
  for (const auto& row : rows) EXPECT_FALSE(row["question"].get<std::string>().empty()) << row["id"];
}

TEST_F(LessonCommands, ShotPicturesAPage) {
  const QString first = folder.filePath(QStringLiteral("1.png"));
  const QString second = folder.filePath(QStringLiteral("2.png"));
  const QStringList words{"shot", "--lesson", "schedules", "--size", "1024x700", "--page"};
  EXPECT_EQ(callWith(words + QStringList{"1", first}).exitCode, 0);
  EXPECT_EQ(callWith(words + QStringList{"2", second}).exitCode, 0);
  EXPECT_EQ(QImage(first).size(), QSize(1024, 700));
  EXPECT_NE(QImage(first), QImage(second));
  const Answer none = callWith(words + QStringList{"99", first});
  EXPECT_EQ(none.exitCode, 2);
  EXPECT_NE(none.error.find("--page: there is no page '99'; give the number of a page from 1 to 10."),
            std::string::npos)
      << none.error;
  const Answer both = callWith({"shot", "--lesson", "schedules", "--experiment", "catapult", first});
  EXPECT_EQ(both.exitCode, 2);
  const Answer missing = callWith({"shot", "--lesson", "nothing.json", first});
  EXPECT_EQ(missing.exitCode, 2);
  EXPECT_FALSE(missing.error.empty());
}

}  // namespace
}  // namespace ravine
