// The start page of what there is to show.
#include "ui/lesson/gallery.h"

#include <QLineEdit>
#include <QToolButton>

#include "core/lesson/task.h"
#include "tests/ui/window/window_fixture.h"
#include "ui/lesson/task_bar.h"
#include "ui/look/lines_label.h"
#include "ui/window/file_desk.h"
#include "ui/words/language.h"

namespace ravine {
namespace {

class GalleryFixture : public WindowFixture {
 protected:
  Gallery& gallery() { return window.gallery(); }
  void open() {
    window.findChild<QToolButton*>(QStringLiteral("scenarios"))->click();
    settle();
  }
  GalleryCard& card(const QString& title) {
    for (GalleryCard* each : gallery().cards())
      if (each->accessibleName() == title) return *each;
    ADD_FAILURE() << title.toStdString();
    return *gallery().cards().front();
  }
};

TEST_F(GalleryFixture, ShowsEveryScenarioLessonAndTaskOnce) {
  open();
  EXPECT_TRUE(gallery().isVisible());
  EXPECT_EQ(gallery().cards().size(), scenarios().size() + lessons().size() + tasks().size());
  EXPECT_GE(scenarios().size(), 28U);
  EXPECT_GE(tasks().size(), 12U);
  EXPECT_EQ(lessons().size(), 4U);
}

TEST_F(GalleryFixture, EveryGroupHasAtLeastThreeScenarios) {
  for (const Phenomenon& phenomenon : phenomena())
    EXPECT_GE(std::count_if(scenarios().begin(), scenarios().end(),
                            [&](const Scenario& each) { return each.group == phenomenon.id; }),
              3)
        << phenomenon.id;
  for (const Scenario& scenario : scenarios()) EXPECT_FALSE(scenario.group.empty()) << scenario.id;
}

TEST_F(GalleryFixture, AClickOpensTheScenarioAndClosesTheGallery) {
  open();
  card(QStringLiteral("The catapult")).click();
  settle();
  EXPECT_FALSE(gallery().isVisible());
  EXPECT_EQ(laboratory.experiment().title, "The catapult");
  EXPECT_TRUE(laboratory.timeline().isPlaying());
}

TEST_F(GalleryFixture, ArrowKeysAndEnterChooseAndNothingReachesTheWindowBehind) {
  open();
  const std::vector<GalleryCard*> cards = gallery().cards();
  EXPECT_TRUE(cards[0]->hasFocus());
  QTest::keyClick(cards[0], Qt::Key_Right);
  EXPECT_TRUE(cards[1]->hasFocus());
  QTest::keyClick(cards[1], Qt::Key_Down);
  const auto focused = std::find_if(cards.begin(), cards.end(), [](auto* each) { return each->hasFocus(); });
  ASSERT_NE(focused, cards.end());
  EXPECT_GT((*focused)->mapTo(&window, QPoint()).y(), cards[1]->mapTo(&window, QPoint()).y());
  const QString title = (*focused)->accessibleName();
  const std::size_t runs = laboratory.runs().size();
  QTest::keyClick(*focused, Qt::Key_Delete);
  EXPECT_EQ(laboratory.runs().size(), runs);
  QTest::keyClick(*focused, Qt::Key_Return);
  settle();
  EXPECT_FALSE(gallery().isVisible());
  EXPECT_EQ(QString::fromStdString(laboratory.experiment().title), title) << "below the lessons stand scenarios";
}

TEST_F(GalleryFixture, TypingSearchesAndEscapeLeavesAllAsItWas) {
  const Experiment before = laboratory.experiment();
  open();
  auto* search = gallery().findChild<QLineEdit*>(QStringLiteral("gallerySearch"));
  search->setText(QStringLiteral("catapult"));
  settle();
  EXPECT_GE(gallery().cards().size(), 1U);
  EXPECT_LT(gallery().cards().size(), 6U);
  search->setText(QStringLiteral("no such thing"));
  EXPECT_TRUE(gallery().cards().empty());
  QTest::keyClick(search, Qt::Key_Escape);
  settle();
  EXPECT_FALSE(gallery().isVisible());
  EXPECT_EQ(laboratory.experiment(), before);
}

TEST_F(GalleryFixture, EnterChoosesWhatIsCalledAsOneSearches) {
  open();
  auto* search = gallery().findChild<QLineEdit*>(QStringLiteral("gallerySearch"));
  search->setFocus();
  search->setText(QStringLiteral("batch"));  // a lesson, which stands first, speaks of batches too
  settle();
  ASSERT_FALSE(gallery().cards().front()->isCalled(QStringLiteral("batch")));
  QTest::keyClick(search, Qt::Key_Return);
  settle();
  EXPECT_EQ(laboratory.experiment().title, "A batch four times as large");
}

TEST_F(GalleryFixture, PicturesPlayWhileTheyHaveTheKeys) {
  open();
  GalleryCard* first = gallery().cards().front();
  ASSERT_FALSE(first->needsThumbnail());
  const QImage before = first->grab().toImage();
  first->advance(1);
  EXPECT_NE(first->grab().toImage(), before);
}

TEST_F(GalleryFixture, CardsStandInTheWindowAtEverySize) {
  for (const QSize size : {QSize(1024, 700), QSize(1280, 720), QSize(720, 450), QSize(1920, 1080)}) {
    window.resize(size);
    settle();
    if (!gallery().isVisible()) open();
    for (const GalleryCard* card : gallery().cards()) {
      const QRect box(card->mapTo(&gallery(), QPoint()), card->size());
      EXPECT_GE(box.left(), 0);
      EXPECT_LE(box.right(), gallery().width()) << size.width();
    }
  }
}

// Tasks.
TEST_F(GalleryFixture, ATaskIsOpenUntilItsGoalIsReachedAndThenLeadsToTheNext) {
  open();
  const Task& task = *findTask("within_twenty");
  card(QString::fromStdString(task.experiment.title)).click();
  settle();
  auto* bar = window.findChild<TaskBar*>();
  ASSERT_TRUE(bar->isVisible());
  auto* state = bar->findChild<QLabel*>(QStringLiteral("taskState"));
  auto* next = bar->findChild<QToolButton*>(QStringLiteral("nextTask"));
  EXPECT_TRUE(state->text().contains(QStringLiteral("✗")));
  EXPECT_FALSE(next->isVisible());
  laboratory.editSelection(QStringLiteral("try"),
                           [&](ravine::Run& r) { setNominalRate(r, nominalRate(task.solution)); });
  settle();
  EXPECT_TRUE(state->text().startsWith(QStringLiteral("Done."))) << state->text().toStdString();
  ASSERT_TRUE(next->isVisible());
  EXPECT_TRUE(laboratory.course().isDone(task.id));
  next->click();
  settle();
  EXPECT_NE(laboratory.course().task(), &task);
}

TEST_F(GalleryFixture, WhatATaskDoesNotLeaveFreeDoesNotCount) {
  open();
  card(QString::fromStdString(findTask("within_twenty")->experiment.title)).click();
  settle();
  laboratory.editSelection(QStringLiteral("cheat"), [](ravine::Run& r) { r.start = Vector2(0.01, 0); });
  settle();
  auto* state = window.findChild<TaskBar*>()->findChild<QLabel*>(QStringLiteral("taskState"));
  EXPECT_TRUE(state->text().contains(QStringLiteral("does not count"))) << state->text().toStdString();
  EXPECT_TRUE(state->text().contains(QStringLiteral("start")));
}

TEST_F(GalleryFixture, HintsComeOneAfterTheOther) {
  open();
  const Task& task = *findTask("within_twenty");
  card(QString::fromStdString(task.experiment.title)).click();
  settle();
  auto* bar = window.findChild<TaskBar*>();
  auto* ask = bar->findChild<QToolButton*>(QStringLiteral("taskHintButton"));
  auto* hint = bar->findChild<QLabel*>(QStringLiteral("taskHint"));
  EXPECT_FALSE(hint->isVisible());
  for (std::size_t i = 0; i < task.hints.size(); ++i) {
    ASSERT_TRUE(ask->isEnabled());
    ask->click();
    EXPECT_TRUE(hint->text().contains(QString::fromStdString(task.hints[i])));
    if (i + 1 < task.hints.size()) {
      EXPECT_FALSE(hint->text().contains(QString::fromStdString(task.hints[i + 1])));
    }
  }
  EXPECT_FALSE(ask->isEnabled());
}

TEST_F(GalleryFixture, AScenarioAsksItsQuestionAndKeepsTheAnswerUntilItIsAskedFor) {
  window.files().open(*findScenario("catapult"));
  settle();
  auto* question = window.findChild<LinesLabel*>(QStringLiteral("scenarioQuestion"));
  auto* answer = window.findChild<QToolButton*>(QStringLiteral("scenarioAnswer"));
  ASSERT_TRUE(question->isVisible());
  EXPECT_EQ(question->text(), QString::fromStdString(findScenario("catapult")->experiment.question));
  answer->click();
  EXPECT_EQ(question->text(), QString::fromStdString(findScenario("catapult")->experiment.answer));
}

}  // namespace
}  // namespace ravine
