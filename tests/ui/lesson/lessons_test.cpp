// Lessons as they are given: with Page Down alone, in both languages.
#include <QFile>
#include <QLabel>
#include <QLineEdit>
#include <QTemporaryDir>
#include <QTextBrowser>
#include <QTextDocument>
#include <QToolButton>

#include "tests/ui/window/window_fixture.h"
#include "ui/chart/chart_card.h"
#include "ui/inspector/inspector.h"
#include "ui/lesson/lesson_column.h"
#include "ui/lesson/lesson_header.h"
#include "ui/look/lines_label.h"
#include "ui/window/file_desk.h"
#include "ui/window/lesson_desk.h"
#include "ui/words/language.h"

namespace ravine {
namespace {

class LessonFixture : public WindowFixture {
 protected:
  LessonFixture() {
    window.resize(1280, 720);
    settle();
  }
  const Course& course() { return laboratory.course(); }
  void give(const char* id) {
    window.lessons().open(*findLesson(id));
    settle();
  }
  QString title() { return window.findChild<QLabel*>(QStringLiteral("pageTitle"))->text(); }
  QTextBrowser& text() { return *window.findChild<QTextBrowser*>(QStringLiteral("pageText")); }
  LessonColumn& column() { return *window.findChild<LessonColumn*>(); }
};

TEST_F(LessonFixture, PageDownAndPageUpTurnItsPages) {
  give("learning_rate");
  const std::size_t pages = course().lesson()->pages.size();
  EXPECT_GE(pages, 8U);
  for (std::size_t page = 0; page < pages; ++page) {
    EXPECT_EQ(course().page(), page);
    EXPECT_EQ(title(),
              QStringLiteral("%1 · %2").arg(page + 1).arg(QString::fromStdString(course().currentPage().words.title)));
    EXPECT_EQ(laboratory.experiment().title, course().currentPage().words.title);
    key(Qt::Key_PageDown);
  }
  EXPECT_EQ(course().page(), pages - 1) << "after the last there is none";
  key(Qt::Key_PageUp);
  EXPECT_EQ(course().page(), pages - 2);
}

TEST_F(LessonFixture, APageIsAsItWasWrittenWhenOneComesBackAndUndoLeadsToWhatWasChanged) {
  give("learning_rate");
  const double written = run().lr;
  laboratory.editSelection(QStringLiteral("try"), [](ravine::Run& r) { setNominalRate(r, 0.123); });
  settle();
  key(Qt::Key_PageDown);
  key(Qt::Key_PageUp);
  EXPECT_EQ(run().lr, written);
  laboratory.document().undoStack().undo();
  EXPECT_EQ(course().page(), 1U) << "undo shows the text of the page that it brings back";
  laboratory.document().undoStack().undo();
  EXPECT_EQ(nominalRate(run()), 0.123);
  EXPECT_EQ(course().page(), 0U);
}

TEST_F(LessonFixture, WithoutOneTheKeysGoFromRunToRun) {
  key(Qt::Key_PageDown);
  EXPECT_EQ(laboratory.selected(), run(1).id);
  give("learning_rate");
  const RunId selected = laboratory.selected();
  key(Qt::Key_PageDown);
  EXPECT_EQ(course().page(), 1U);
  window.lessons().close();
  settle();
  EXPECT_EQ(laboratory.selected(), run().id);
  EXPECT_NE(selected, RunId::none);
}

TEST_F(LessonFixture, APageHidesWhatItDoesNotNeedUntilTheLessonIsClosed) {
  Lesson lesson;
  lesson.words.title = "Hidden";
  LessonPage page;
  page.words = {"One", "", "Text"};
  page.scenario = "catapult";
  page.hides = {PagePart::inspector, PagePart::rateChart};
  lesson.pages = {page, page};
  lesson.pages[1].hides = {PagePart::lossChart, PagePart::rateChart, PagePart::transport};
  window.lessons().open(lesson);
  settle();
  EXPECT_TRUE(window.findChild<Inspector*>()->isHidden());
  const auto charts = window.findChildren<ChartCard*>();
  EXPECT_FALSE(charts[0]->isHidden());
  EXPECT_TRUE(charts[1]->isHidden());
  key(Qt::Key_PageDown);
  EXPECT_FALSE(window.findChild<Inspector*>()->isHidden());
  EXPECT_FALSE(charts[0]->isVisible());
  window.lessons().close();
  settle();
  for (const ChartCard* chart : charts) EXPECT_TRUE(chart->isVisible());
  EXPECT_TRUE(window.findChild<Inspector*>()->isVisible());
  EXPECT_FALSE(column().isVisible());
}

TEST_F(LessonFixture, AFieldThatTheNextPageHidesChangesNothingThere) {
  Lesson lesson;
  lesson.words.title = "Hidden";
  LessonPage page;
  page.words = {"One", "", "Text"};
  page.scenario = "catapult";
  lesson.pages = {page, page};
  lesson.pages[1].hides = {PagePart::inspector};
  for (const char* field : {"name", "rate", "start"}) {
    window.lessons().open(lesson);
    settle();
    const auto before = laboratory.runs();
    auto* typed = window.findChild<Inspector*>()->findChild<QLineEdit*>(QLatin1String(field));
    ASSERT_TRUE(typed) << field;
    window.activateWindow();
    typed->setFocus();
    ASSERT_TRUE(typed->hasFocus()) << field;
    QTest::keyClicks(typed, QStringLiteral("1"));
    window.lessons().next();
    settle();
    ASSERT_TRUE(window.findChild<Inspector*>()->isHidden());
    ASSERT_EQ(laboratory.runs().size(), before.size());
    for (std::size_t i = 0; i < before.size(); ++i) {
      EXPECT_EQ(run(i).name, before[i].name) << field;
      EXPECT_EQ(nominalRate(run(i)), nominalRate(before[i])) << field;
      EXPECT_EQ(run(i).start, before[i].start) << field;
    }
  }
}

TEST_F(LessonFixture, TheAnswerIsShownWhenItIsAskedForAndHiddenOnTheNextPage) {
  give("learning_rate");
  auto* answer = window.findChild<QLabel*>(QStringLiteral("pageAnswer"));
  auto* ask = window.findChild<QToolButton*>(QStringLiteral("showAnswer"));
  ASSERT_TRUE(ask->isVisible());
  EXPECT_FALSE(answer->isVisible());
  ask->click();
  EXPECT_TRUE(answer->isVisible());
  key(Qt::Key_PageDown);
  EXPECT_FALSE(answer->isVisible());
}

TEST_F(LessonFixture, ALinkLeadsToAScenarioAndPageUpBack) {
  give("learning_rate");
  key(Qt::Key_PageDown);
  window.lessons().follow({PageLink::To::scenario, "catapult"});
  settle();
  EXPECT_TRUE(course().isAway());
  EXPECT_FALSE(column().isVisible());
  EXPECT_TRUE(title().contains(QString::fromStdString(course().currentPage().words.title)));
  key(Qt::Key_PageUp);
  EXPECT_FALSE(course().isAway());
  EXPECT_EQ(course().page(), 1U);
  window.lessons().follow({PageLink::To::page, "4"});
  EXPECT_EQ(course().page(), 3U);
}

TEST_F(LessonFixture, GoesOnPresentingFromPageToPage) {
  window.setPresenting(true);
  settle();
  give("schedules");
  key(Qt::Key_PageDown);
  EXPECT_TRUE(window.isPresenting());
  EXPECT_TRUE(column().isVisible());
  key(Qt::Key_I);
  EXPECT_FALSE(column().isVisible());
}

// Done when: each lesson is given from first to last page at 1280×720 in present mode, in both languages.
class EveryLessonShown : public LessonFixture,
                         public testing::WithParamInterface<std::tuple<std::size_t, const char*>> {
 protected:
  void TearDown() override { language::use(QStringLiteral("en")); }
};

TEST_P(EveryLessonShown, HasRoomForItsTextAndItsRunsOnAProjector) {
  const auto& [lesson, code] = GetParam();
  language::use(QString::fromLatin1(code));
  window.setPresenting(true);
  settle();
  window.lessons().open(lessons()[lesson].lesson);
  settle();
  for (std::size_t page = 0; page < course().lesson()->pages.size(); ++page) {
    const std::string where = lessons()[lesson].id + ", page " + std::to_string(page + 1);
    EXPECT_EQ(course().page(), page);
    EXPECT_TRUE(column().isWhole()) << where << ": the text has no room";
    EXPECT_EQ(text().verticalScrollBar()->maximum(), 0) << where;
    for (const RunPanel* panel : panels()) {
      EXPECT_GE(panel->width(), 150) << where;
      EXPECT_GE(panel->height(), 150) << where;
    }
    const QString plain = text().document()->toPlainText();
    EXPECT_FALSE(plain.contains(QLatin1String("**"))) << where << ": " << plain.toStdString();
    EXPECT_FALSE(plain.contains(QLatin1String("](")));
    key(Qt::Key_PageDown);
  }
}

INSTANTIATE_TEST_SUITE_P(All, EveryLessonShown,
                         testing::Combine(testing::Range<std::size_t>(0, lessons().size()),
                                          testing::Values("en", "ko")),
                         [](const auto& each) {
                           return lessons()[std::get<0>(each.param)].id + "_" + std::get<1>(each.param);
                         });

TEST_F(LessonFixture, AFileThatIsALessonIsOpenedAsOne) {
  const QTemporaryDir folder;
  const QString path = folder.filePath(QStringLiteral("a.json"));
  QFile file(path);
  ASSERT_TRUE(file.open(QIODevice::WriteOnly));
  file.write(QByteArray::fromStdString(toJson(*findLesson("schedules"))));
  file.close();
  window.files().open(path);
  settle();
  ASSERT_TRUE(course().lesson());
  EXPECT_EQ(course().path(), path);
  EXPECT_EQ(course().lesson()->words.title, findLesson("schedules")->words.title);
}

}  // namespace
}  // namespace ravine
