// What a lecturer does in front of a class: the same run at several rates, several runs at once, the window on the
// wall; and what must not happen by accident.
#include <QDialog>
#include <QLabel>
#include <QLineEdit>
#include <QPlainTextEdit>
#include <QToolButton>
#include <QWheelEvent>

#include "tests/ui/window/window_fixture.h"
#include "ui/chart/chart_view.h"
#include "ui/inspector/inspector.h"
#include "ui/inspector/rate_slider.h"
#include "ui/look/card.h"
#include "ui/look/lines_label.h"
#include "ui/window/actions.h"
#include "ui/window/transport.h"

namespace ravine {
namespace {

using Lecture = WindowFixture;

std::vector<double> ratesOf(const Laboratory& laboratory, const std::vector<RunId>& ids) {
  std::vector<double> rates;
  for (const RunId id : ids) rates.push_back(nominalRate(laboratory.run(id)));
  return rates;
}

TEST_F(Lecture, OneKeyMakesTheSeriesFromLargeToSmall) {
  key(Qt::Key_S);
  EXPECT_EQ(laboratory.runs().size(), 5u);
  EXPECT_EQ(ratesOf(laboratory, laboratory.selection()), (std::vector{0.095, 0.0095, 0.00095}));
  EXPECT_EQ(run(1).name, "η = 0.0095");
  EXPECT_EQ(run(1).lossFunction, run(0).lossFunction);
  EXPECT_EQ(laboratory.document().undoStack().count(), 1);
  key(Qt::Key_Z, Qt::ControlModifier);
  EXPECT_EQ(laboratory.runs().size(), 3u);
  EXPECT_EQ(run(0).name, "Overshoot");
}

TEST_F(Lecture, TheSameFunctionAtThreeRatesInThreeGestures) {
  key(Qt::Key_S, Qt::ShiftModifier);
  auto* rates = window.findChild<EntryField*>(QStringLiteral("rates"));
  ASSERT_NE(rates, nullptr);
  rates->setText(QStringLiteral("0.1, 0.01, 0.001"));
  QTest::keyClick(rates, Qt::Key_Return);
  settle();
  EXPECT_EQ(ratesOf(laboratory, laboratory.selection()), (std::vector{0.1, 0.01, 0.001}));
}

TEST_F(Lecture, AListThatCannotBeTakenIsExplainedAndNothingIsLost) {
  const Experiment before = laboratory.experiment();
  key(Qt::Key_S, Qt::ShiftModifier);
  auto* rates = window.findChild<EntryField*>(QStringLiteral("rates"));
  for (const char* text : {"", "0.1, x", "0.1, -1", "0", "1,2,3,4,5,6,7,8"}) {
    rates->setText(QLatin1String(text));
    QTest::keyClick(rates, Qt::Key_Return);
    EXPECT_TRUE(rates->isInvalid()) << text;
    EXPECT_EQ(laboratory.experiment(), before) << text;
  }
}

TEST_F(Lecture, ARunNamedByItsRateIsRenamedWithIt) {
  key(Qt::Key_S);
  laboratory.select(run(1).id);
  type(field("rate"), QStringLiteral("0.02"));
  EXPECT_EQ(run(1).name, "η = 0.02");
}

TEST_F(Lecture, ClicksWithCtrlAndShiftSelectSeveral) {
  const auto click = [&](std::size_t panel, Qt::KeyboardModifiers modifiers) {
    QTest::mouseClick(panels()[panel], Qt::LeftButton, modifiers, {60, 6});
  };
  click(2, Qt::ControlModifier);
  EXPECT_EQ(laboratory.selection(), (std::vector{run(0).id, run(2).id}));
  EXPECT_EQ(window.findChild<QLabel*>(QStringLiteral("runCount"))->text(), QStringLiteral("2 runs"));
  click(2, Qt::ControlModifier);
  EXPECT_EQ(laboratory.selection(), std::vector{run(0).id});
  click(2, Qt::ShiftModifier);
  EXPECT_EQ(laboratory.selection().size(), 3u);
  click(1, {});
  EXPECT_EQ(laboratory.selection(), std::vector{run(1).id});
  key(Qt::Key_A, Qt::ControlModifier);
  EXPECT_EQ(laboratory.selection().size(), 3u);
  key(Qt::Key_2, Qt::ControlModifier);
  EXPECT_EQ(laboratory.selection(), (std::vector{run(0).id, run(2).id}));
}

TEST_F(Lecture, WhatDiffersIsADashAndAnEditSetsAllInOneStep) {
  key(Qt::Key_A, Qt::ControlModifier);
  EXPECT_EQ(field("rate").text(), QString());
  EXPECT_EQ(field("rate").placeholderText(), EntryField::kMixed);
  EXPECT_FALSE(field("formula").isInvalid());
  EXPECT_EQ(field("steps").text(), QStringLiteral("60"));
  type(field("steps"), QStringLiteral("90"));
  for (const ravine::Run& each : laboratory.runs()) EXPECT_EQ(each.steps, 90);
  EXPECT_EQ(laboratory.document().undoStack().count(), 1);
  type(field("rate"), QString());
  EXPECT_EQ(run(0).lr, 0.095) << "nothing typed is nothing said";
}

TEST_F(Lecture, AnotherFunctionForAllThreeIsOneChoiceAndTheirRatesStayApart) {
  key(Qt::Key_S);
  choose("lossFunction", QStringLiteral("himmelblau"));
  EXPECT_EQ(ratesOf(laboratory, laboratory.selection()), (std::vector{0.01, 0.001, 0.0001}));
  for (const RunId id : laboratory.selection()) EXPECT_EQ(laboratory.run(id).lossFunction.id, "himmelblau");
  EXPECT_EQ(laboratory.document().undoStack().count(), 2);
}

TEST_F(Lecture, EtaIsEditedInAPanelsHeaderWithoutSelectingItsRun) {
  EntryField& rate = panels()[2]->rateField();
  type(rate, QStringLiteral("0,3"));
  EXPECT_EQ(run(2).lr, 0.3);
  EXPECT_EQ(laboratory.selected(), run(0).id);
  type(rate, QStringLiteral("much"));
  EXPECT_TRUE(rate.isInvalid());
  EXPECT_EQ(run(2).lr, 0.3);
}

TEST_F(Lecture, AFunctionShowsItselfAtItsBest) {
  for (const LossFunctionInfo& info : lossFunctions()) {
    choose("lossFunction", QString::fromStdString(info.id));
    const Outcome outcome = result()->diagnosis.outcome;
    EXPECT_NE(outcome, Outcome::diverged) << info.id;
    EXPECT_EQ(run().start, info.start);
  }
}

TEST_F(Lecture, LengthsOfAScheduleFollowTheStepsUnlessTheyWereSet) {
  choose("schedule", QStringLiteral("cosine_annealing"));
  type(field("steps"), QStringLiteral("200"));
  EXPECT_EQ(run().schedule.parameters.at("T_max"), ParameterValue(std::int64_t{200}));
  type(field("T_max"), QStringLiteral("50"));
  type(field("steps"), QStringLiteral("100"));
  EXPECT_EQ(run().schedule.parameters.at("T_max"), ParameterValue(std::int64_t{50}));
}

TEST_F(Lecture, TheSliderHasAFineModeAndOneDecadeRoundTheLimit) {
  auto& slider = *window.findChild<RateSlider*>();
  const int y = 10;
  QTest::mousePress(&slider, Qt::LeftButton, Qt::ShiftModifier, {120, y});
  QMouseEvent move(QEvent::MouseMove, QPointF(121, y), slider.mapToGlobal(QPointF(121, y)), Qt::LeftButton,
                   Qt::LeftButton, Qt::ShiftModifier);
  QApplication::sendEvent(&slider, &move);
  QTest::mouseRelease(&slider, Qt::LeftButton, Qt::ShiftModifier, {121, y});
  EXPECT_NEAR(run().lr, 0.096, 1e-12) << "a hundredth a pixel";
  window.findChild<QToolButton*>(QStringLiteral("zoomRate"))->click();
  EXPECT_TRUE(slider.isZoomed());
  // One pixel of a decade is less than a hundredth on this slider.
  drag(slider, {40, y}, {slider.width() / 2, y});
  EXPECT_NEAR(run().lr / 0.1, 1, 0.02) << "the limit is in the middle";
}

TEST_F(Lecture, AfterAClickOnTheSliderTheArrowsStillMoveThePlayhead) {
  window.activateWindow();
  auto& slider = *window.findChild<RateSlider*>();
  QTest::mouseClick(&slider, Qt::LeftButton, {}, {150, 10});
  settle();
  const double rate = run().lr;
  const double playhead = laboratory.timeline().playhead();
  QWidget* focus = QApplication::focusWidget();
  QTest::keyClick(focus ? focus : &window, Qt::Key_Right);
  EXPECT_EQ(laboratory.timeline().playhead(), playhead + 1);
  EXPECT_EQ(run().lr, rate);
}

TEST_F(Lecture, AClickIntoAFieldSelectsWhatIsInIt) {
  window.activateWindow();
  QTest::mouseClick(&field("rate"), Qt::LeftButton, {}, field("rate").rect().center());
  EXPECT_EQ(field("rate").selectedText(), QStringLiteral("0.095"));
}

TEST_F(Lecture, TheWheelChangesNothingThatHasNoFocus) {
  const Experiment before = laboratory.experiment();
  for (QWidget* widget : window.findChild<Inspector*>()->findChildren<QWidget*>()) {
    const QPointF centre = widget->rect().center();
    QWheelEvent wheel(centre, widget->mapToGlobal(centre), {}, {0, -120}, {}, {}, Qt::NoScrollPhase, false);
    QApplication::sendEvent(widget, &wheel);
  }
  settle();
  EXPECT_EQ(laboratory.experiment(), before);
}

TEST_F(Lecture, AtNineRunsTheButtonsSayWhyTheyRest) {
  for (int i = 0; i < 8; ++i) key(Qt::Key_D);
  EXPECT_EQ(laboratory.runs().size(), 9u);
  for (QToolButton* button : window.findChildren<QToolButton*>())
    if (button->text() == QStringLiteral("Duplicate")) {
      EXPECT_FALSE(button->isEnabled());
      EXPECT_TRUE(button->toolTip().contains(QStringLiteral("9 runs")));
    }
  key(Qt::Key_A, Qt::ControlModifier);
  key(Qt::Key_Delete);
  EXPECT_EQ(laboratory.runs().size(), 9u) << "one must stay";
}

TEST_F(Lecture, OnePanelIsEnlargedAndPutBack) {
  const int before = panels()[0]->width();
  key(Qt::Key_Return);
  EXPECT_GT(panels()[0]->width(), 2 * before);
  EXPECT_FALSE(panels()[1]->isVisible());
  key(Qt::Key_2);
  EXPECT_TRUE(panels()[1]->isVisible()) << "another run takes its place";
  key(Qt::Key_Return);
  EXPECT_TRUE(panels()[0]->isVisible());
  EXPECT_EQ(panels()[0]->width(), before);
}

TEST_F(Lecture, PresentingLeavesMapsAndChartsInTextForTheBackRow) {
  window.resize(1280, 720);
  settle();
  const QImage before = window.grab().toImage();
  window.setPresenting(true);
  settle();
  EXPECT_FALSE(window.findChild<Inspector*>()->isVisible());
  EXPECT_FALSE(window.findChild<Transport*>()->isVisible());
  for (const QLabel* label : window.findChildren<QLabel*>()) {
    const bool read = label->isVisible() && !label->text().isEmpty();
    EXPECT_GE(read ? label->fontInfo().pixelSize() : 99, 0.022 * 720 - 0.5) << label->text().toStdString();
  }
  for (const ChartView* chart : window.findChildren<ChartView*>())
    EXPECT_GE(chart->xAxis->tickLabelFont().pixelSize(), 0.022 * 720 - 0.5);
  key(Qt::Key_Right);
  EXPECT_EQ(laboratory.timeline().playhead(), 1) << "the keys still work";
  window.setPresenting(false);
  settle();
  EXPECT_TRUE(window.findChild<Inspector*>()->isVisible());
  EXPECT_EQ(laboratory.theme().scale, 1);
  key(Qt::Key_Left);
  EXPECT_EQ(window.grab().toImage(), before) << "nothing of it stays";
}

TEST_F(Lecture, TextGrowsAndShrinksAsFarAsThereIsRoom) {
  window.resize(1920, 1080);
  key(Qt::Key_Plus, Qt::ControlModifier);
  EXPECT_NEAR(laboratory.theme().scale, 1.1, 1e-12);
  for (int i = 0; i < 20; ++i) key(Qt::Key_Plus, Qt::ControlModifier);
  EXPECT_LE(laboratory.theme().scale, kLargestScale);
  for (int i = 0; i < 40; ++i) key(Qt::Key_Minus, Qt::ControlModifier);
  EXPECT_NEAR(laboratory.theme().scale, kSmallestScale, 1e-12);
  key(Qt::Key_0, Qt::ControlModifier);
  EXPECT_EQ(laboratory.theme().scale, 1);
}

TEST_F(Lecture, TheTitleSaysWhenAScenarioWasChanged) {
  const auto* title = dynamic_cast<ElidedLabel*>(window.findChild<QLabel*>(QStringLiteral("title")));
  ASSERT_TRUE(title);
  EXPECT_FALSE(title->whole().contains(QStringLiteral("changed")));
  type(field("rate"), QStringLiteral("0.05"));
  EXPECT_TRUE(title->whole().endsWith(QStringLiteral("(changed)")));
  key(Qt::Key_Z, Qt::ControlModifier);
  EXPECT_FALSE(title->whole().contains(QStringLiteral("changed")));
}

TEST_F(Lecture, WhatTheScenarioWantsToShowIsOnScreenAndCanBeFolded) {
  auto* text = window.findChild<QLabel*>(QStringLiteral("scenarioText"));
  EXPECT_TRUE(text->isVisible());
  key(Qt::Key_I);
  EXPECT_FALSE(text->isVisible());
  key(Qt::Key_I);
  EXPECT_TRUE(text->isVisible());
}

TEST_F(Lecture, ALongFormulaHasALargerField) {
  window.findChild<QToolButton*>(QStringLiteral("largerFormula"))->click();
  auto* dialog = window.findChild<QDialog*>();
  ASSERT_NE(dialog, nullptr);
  auto* text = dialog->findChild<QPlainTextEdit*>(QStringLiteral("longFormula"));
  EXPECT_EQ(text->toPlainText(), QStringLiteral("0.5*(a*x^2 + b*y^2)"));
  text->setPlainText(QStringLiteral("x^2 +\n  (y"));
  dialog->accept();
  EXPECT_TRUE(dialog->isVisible()) << "there is something to mend";
  text->setPlainText(QStringLiteral("x^2 +\n  (y - 1)^4"));
  dialog->accept();
  settle();
  EXPECT_EQ(run().lossFunction.formula, "x^2 + (y - 1)^4");
}

TEST_F(Lecture, AtTheScreensHeightAllThreePagesStandOpen) {
  const auto open = [&] {
    int count = 0;
    for (const char* page : {"setupPage", "stepPage", "whyPage"})
      count += window.findChild<QWidget*>(QLatin1String(page))->isVisible();
    return count;
  };
  window.resize(1920, 1080);
  settle();
  EXPECT_EQ(open(), 3);
  window.resize(1024, 700);
  settle();
  EXPECT_EQ(open(), 1);
  EXPECT_TRUE(field("rate").isVisible());
  EXPECT_FALSE(field("rate").visibleRegion().isEmpty());
  window.findChild<QToolButton*>(QStringLiteral("whyPageButton"))->click();
  EXPECT_TRUE(window.findChild<QWidget*>(QStringLiteral("whyPage"))->isVisible());
}

TEST_F(Lecture, ARefusedRateInAHeaderDoesNotOutliveItsField) {
  window.activateWindow();
  EntryField& rate = panels()[2]->rateField();
  rate.setFocus();
  rate.setText(QStringLiteral("1,000"));
  QTest::keyClick(&rate, Qt::Key_Return);
  EXPECT_TRUE(rate.isInvalid());
  EXPECT_TRUE(rate.toolTip().contains(QStringLiteral("write 1.000 or 1000"))) << rate.toolTip().toStdString();
  window.centralWidget()->setFocus();
  EXPECT_FALSE(rate.isInvalid());
  EXPECT_EQ(rate.text(), QStringLiteral("0.04"));
}

TEST_F(Lecture, ReturnInAnOpenListChoosesAndEnlargesNothing) {
  window.activateWindow();
  auto* list = window.findChild<QComboBox*>(QStringLiteral("optimizer"));
  list->showPopup();
  ASSERT_NE(QApplication::activePopupWidget(), nullptr);
  QWindow* popup = QApplication::activePopupWidget()->windowHandle();
  QTest::keyClick(popup, Qt::Key_Down);
  QTest::keyClick(popup, Qt::Key_Return);
  settle();
  EXPECT_EQ(QApplication::activePopupWidget(), nullptr);
  EXPECT_EQ(list->currentIndex(), 1);
  for (const RunPanel* panel : panels()) EXPECT_TRUE(panel->isVisible());
}

TEST_F(Lecture, EscapeClosesTheListOfRatesAtOnce) {
  key(Qt::Key_S, Qt::ShiftModifier);
  auto* dialog = window.findChild<QDialog*>();
  ASSERT_NE(dialog, nullptr);
  QTest::keyClick(dialog->findChild<EntryField*>(QStringLiteral("rates")), Qt::Key_Escape);
  EXPECT_FALSE(dialog->isVisible());
  EXPECT_EQ(laboratory.runs().size(), 3u);
}

TEST_F(Lecture, PageKeysGoFromRunToRunAndBringThemIntoSight) {
  window.resize(1024, 700);
  for (int i = 0; i < 6; ++i) key(Qt::Key_N);
  while (laboratory.selected() != run(0).id) key(Qt::Key_PageUp);
  EXPECT_FALSE(panels()[0]->visibleRegion().isEmpty());
  key(Qt::Key_PageUp);
  EXPECT_EQ(laboratory.selected(), run(0).id);
  for (int i = 0; i < 8; ++i) key(Qt::Key_PageDown);
  EXPECT_EQ(laboratory.selected(), run(8).id);
  EXPECT_EQ(panels()[8]->visibleRegion().boundingRect().width(), panels()[8]->width());
}

}  // namespace
}  // namespace ravine
