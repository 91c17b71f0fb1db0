// Predict, then run: nothing is told before its time, and what was said is held against what happens.
#include <QLabel>
#include <QSpinBox>
#include <QToolButton>

#include "tests/ui/window/window_fixture.h"
#include "ui/chart/chart_card.h"
#include "ui/lesson/prediction_bar.h"
#include "ui/map/profile_view.h"
#include "ui/window/file_desk.h"
#include "ui/window/lesson_desk.h"
#include "ui/window/scrub_bar.h"
#include "ui/words/wording.h"

namespace ravine {
namespace {

class PredictionFixture : public WindowFixture {
 protected:
  using Stage = Predictions::Stage;
  Predictions& predictions() { return laboratory.predictions(); }
  PredictionBar& bar() { return *window.findChild<PredictionBar*>(); }
  QToolButton& guess(Guess which) {
    return *bar().findChildren<QToolButton*>(QStringLiteral("guess"))[static_cast<qsizetype>(which)];
  }
  QString answer() { return bar().findChild<QLabel*>(QStringLiteral("predictionAnswer"))->text(); }
  ChartView& loss() { return window.findChildren<ChartCard*>()[0]->chart(); }
  // What the window says anywhere of how a run ended.
  QString allTexts() {
    QStringList texts;
    for (const QLabel* label : window.findChildren<QLabel*>())
      if (label->isVisible()) texts << label->text();
    return texts.join(QLatin1Char('\n'));
  }
  // Of the ghost of a map.
  static QPointF waitingPlace(const LandscapeView& view) {
    const MapFrame& frame = view.scene().frame;
    const PixelOf pixelOf = [&](const Vector2& place) { return frame.toPixel(place); };
    return placeOf(view.scene().ghosts.front(), pixelOf, frame.area, view.scene().theme);
  }
  void playToTheEnd() {
    key(Qt::Key_Space);
    key(Qt::Key_End);
  }
};

TEST_F(PredictionFixture, HidesPathOutcomeAndLossUntilItIsPlayed) {
  const QString outcome = wording::outcomeName(result(1)->diagnosis.outcome);
  const QString reason = wording::reason(*result(1));
  ASSERT_TRUE(allTexts().contains(reason));
  key(Qt::Key_P);
  EXPECT_FALSE(allTexts().contains(reason));
  EXPECT_FALSE(allTexts().contains(outcome));
  EXPECT_TRUE(map(1).scene().tracks().empty());
  EXPECT_NE(map(1).scene().landscape(), nullptr) << "the landscape is what one predicts from";
  for (const Curve& curve : loss().scene().content.curves) EXPECT_EQ(curve.values.size(), 1U);
  key(Qt::Key_P);
  EXPECT_TRUE(allTexts().contains(reason));
}

TEST_F(PredictionFixture, WhilePlayingOnlyThePastIsSeen) {
  const QString reason = wording::reason(*result(1));
  key(Qt::Key_P);
  key(Qt::Key_Space);
  laboratory.timeline().setPlaying(false);
  laboratory.timeline().setPlayhead(5);
  settle();
  EXPECT_EQ(predictions().stage(), Stage::playing);
  EXPECT_FALSE(map(1).scene().tracks().empty());
  EXPECT_TRUE(loss().scene().content.endIsKept);
  EXPECT_FALSE(allTexts().contains(reason));
  key(Qt::Key_End);
  EXPECT_EQ(predictions().stage(), Stage::answered);
  EXPECT_FALSE(loss().scene().content.endIsKept);
  EXPECT_TRUE(allTexts().contains(reason));
}

TEST_F(PredictionFixture, TheAnswerIsHeldAgainstWhatWasSaid) {
  key(Qt::Key_P);
  laboratory.select(run(0).id);
  guess(Guess::converges).click();
  EXPECT_EQ(laboratory.selected(), run(1).id) << "the next run is asked about";
  guess(Guess::bounces).click();
  EXPECT_EQ(predictions().of(run(1).id).guess, Guess::bounces);
  playToTheEnd();
  laboratory.select(run(0).id);
  settle();
  EXPECT_TRUE(answer().contains(QStringLiteral("✓ converges, as you said.")));
  laboratory.select(run(1).id);
  settle();
  EXPECT_TRUE(answer().contains(QStringLiteral("✗ diverges; you said bounces.")));
  EXPECT_TRUE(answer().contains(wording::reason(*result(1))));
  EXPECT_EQ(predictions().score().right, 1);
  EXPECT_EQ(predictions().score().asked, 2);
}

TEST_F(PredictionFixture, AGhostIsDraggedToWhereTheRunWillEnd) {
  key(Qt::Key_P);
  LandscapeView& view = map(0);
  ASSERT_EQ(view.scene().ghosts.size(), 1U);
  const QPointF from = waitingPlace(view);
  const QPointF to = view.scene().frame.toPixel({0, 0});
  const Vector2 start = run(0).start;
  drag(view, from.toPoint(), to.toPoint());
  EXPECT_EQ(run(0).start, start) << "the run's own start stays";
  const auto end = predictions().of(run(0).id).end;
  ASSERT_TRUE(end);
  EXPECT_NEAR(end->x(), 0, 0.2);
  EXPECT_NEAR(end->y(), 0, 0.2);
  playToTheEnd();
  laboratory.select(run(0).id);
  settle();
  EXPECT_TRUE(answer().contains(QStringLiteral("✓ The end was off by")));
}

TEST_F(PredictionFixture, OnAProfileTheGhostStaysOnTheCurve) {
  window.files().open(*findScenario("one_parabola"));
  settle();
  key(Qt::Key_P);
  auto* view = panels()[1]->findChild<ProfileView*>();
  ASSERT_NE(view, nullptr);
  const ProfileScene& scene = view->scene();
  ASSERT_EQ(scene.ghosts.size(), 1U);
  const PixelOf pixelOf = [&](const Vector2& place) { return scene.pixelOf(place); };
  const QPointF from = placeOf(scene.ghosts.front(), pixelOf, scene.frame.area, scene.theme);
  drag(*view, from.toPoint(), QPointF(pixelOf({0, 0}).x(), scene.frame.area.top() + 20).toPoint());
  const auto end = predictions().of(run(1).id).end;
  ASSERT_TRUE(end);
  EXPECT_NEAR(end->x(), 0, 0.3);
  EXPECT_EQ(placeOf(scene.ghosts.front(), pixelOf, scene.frame.area, scene.theme), scene.pixelOf(*end));
  playToTheEnd();
  laboratory.select(run(1).id);
  settle();
  EXPECT_TRUE(answer().contains(QStringLiteral("✓ The end was off by"))) << answer().toStdString();
}

TEST_F(PredictionFixture, TheLossIsDrawnInItsChartAndNoPlayheadMoves) {
  key(Qt::Key_P);
  laboratory.select(run(0).id);
  settle();
  ChartView& chart = loss();
  const QRectF area = chart.scene().area;
  drag(chart, QPoint(qRound(area.left() + 10), qRound(area.center().y())),
       QPoint(qRound(area.right() - 10), qRound(area.bottom() - 20)));
  EXPECT_EQ(laboratory.timeline().playhead(), 0);
  const std::vector<Vector2> drawn = predictions().of(run(0).id).curve;
  ASSERT_GT(drawn.size(), 3U);
  EXPECT_EQ(drawn.front().x(), 0);
  EXPECT_TRUE(std::is_sorted(drawn.begin(), drawn.end(), [](auto& a, auto& b) { return a.x() < b.x(); }));
  EXPECT_EQ(chart.scene().sketches.size(), 1U);
  // Going back over a part draws it anew.
  drag(chart, QPoint(qRound(area.right() - 10), qRound(area.top() + 10)),
       QPoint(qRound(area.center().x()), qRound(area.top() + 10)));
  const std::vector<Vector2> again = predictions().of(run(0).id).curve;
  EXPECT_TRUE(std::is_sorted(again.begin(), again.end(), [](auto& a, auto& b) { return a.x() < b.x(); }));
  EXPECT_GT(again.back().y(), drawn.back().y());
  playToTheEnd();
  laboratory.select(run(0).id);
  settle();
  EXPECT_TRUE(answer().contains(QStringLiteral("The loss was off by a factor of")));
}

TEST_F(PredictionFixture, HandsOfAClassAreCounted) {
  key(Qt::Key_P);
  laboratory.select(run(1).id);
  bar().findChild<QToolButton*>(QStringLiteral("countHands"))->click();
  settle();
  const auto hands = bar().findChildren<QSpinBox*>(QStringLiteral("hands"));
  ASSERT_EQ(hands.size(), 6);
  EXPECT_TRUE(hands[0]->isVisible());
  hands[static_cast<qsizetype>(Guess::diverges)]->setValue(21);
  hands[static_cast<qsizetype>(Guess::converges)]->setValue(10);
  playToTheEnd();
  laboratory.select(run(1).id);
  settle();
  EXPECT_TRUE(answer().contains(QStringLiteral("21 of 31 hands were right.")));
}

TEST_F(PredictionFixture, ALockedPageIsNotPlayedBeforeEveryRunWasPredicted) {
  Lesson lesson;
  lesson.words.title = "Locked";
  LessonPage page;
  page.words = {"One", "", "Text"};
  page.scenario = "rosenbrock";
  page.predictFirst = true;
  lesson.pages = {page};
  window.lessons().open(lesson);
  settle();
  EXPECT_EQ(predictions().stage(), Stage::asking);
  key(Qt::Key_Space);
  EXPECT_EQ(predictions().stage(), Stage::asking);
  EXPECT_FALSE(laboratory.timeline().isPlaying());
  key(Qt::Key_P);
  EXPECT_EQ(predictions().stage(), Stage::asking) << "the key opens no lock";
  for (const ravine::Run& each : laboratory.runs()) {
    laboratory.select(each.id);
    guess(Guess::diverges).click();
  }
  playToTheEnd();
  EXPECT_EQ(predictions().stage(), Stage::answered);
}

TEST_F(PredictionFixture, NamesAndTheTextOfAScenarioDoNotTellWhatWillHappen) {
  const QString name = QString::fromStdString(run(1).name);
  ASSERT_TRUE(allTexts().contains(name));
  key(Qt::Key_P);
  EXPECT_FALSE(allTexts().contains(name));
  EXPECT_TRUE(allTexts().contains(QStringLiteral("Run 2")));
  EXPECT_FALSE(allTexts().contains(QString::fromStdString(laboratory.experiment().text)));
  EXPECT_EQ(run(1).name, name.toStdString());
  playToTheEnd();
  EXPECT_TRUE(allTexts().contains(name));
}

TEST_F(PredictionFixture, AnotherExperimentAsksNothing) {
  key(Qt::Key_P);
  window.files().open(*findScenario("catapult"));
  settle();
  EXPECT_EQ(predictions().stage(), Stage::none);
  EXPECT_NE(result(0), nullptr);
  laboratory.document().undoStack().undo();
  settle();
  EXPECT_EQ(predictions().stage(), Stage::none);
}

TEST_F(PredictionFixture, RunsMayBeChangedAddedAndRemovedWhileItIsAsked) {
  key(Qt::Key_P);
  key(Qt::Key_BracketRight);
  key(Qt::Key_D);
  key(Qt::Key_Delete);
  laboratory.document().undoStack().undo();
  settle();
  for (const int look : {0, 1, 2}) {
    key(Qt::Key_V, Qt::ShiftModifier);
    EXPECT_EQ(predictions().stage(), Stage::asking) << look;
  }
  playToTheEnd();
  EXPECT_EQ(predictions().stage(), Stage::answered);
}

}  // namespace
}  // namespace ravine
