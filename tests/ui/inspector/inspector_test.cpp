#include <gtest/gtest.h>

#include <QCheckBox>
#include <QComboBox>
#include <QLabel>
#include <QLineEdit>
#include <QTest>
#include <QToolButton>
#include <QWheelEvent>

#include "tests/ui/window/window_fixture.h"
#include "ui/control/entry_field.h"
#include "ui/inspector/inspector.h"
#include "ui/inspector/rate_slider.h"
#include "ui/inspector/settings_page.h"
#include "ui/inspector/step_view.h"
#include "ui/map/landscape_view.h"
#include "ui/map/run_panel.h"
#include "ui/model/laboratory.h"
#include "ui/window/file_desk.h"
#include "ui/window/main_window.h"
#include "ui/words/wording.h"

namespace ravine {
namespace {

using InspectorTest = WindowFixture;

TEST_F(InspectorTest, TakesARateAsOneTypesIt) {
  type(field("rate"), QStringLiteral("3e-4"));
  EXPECT_EQ(run().lr, 3e-4);
  EXPECT_EQ(field("rate").text(), QStringLiteral("0.0003"));
}

TEST_F(InspectorTest, MarksAnInputItCannotTakeAndKeepsTheLastGoodValue) {
  for (const char* text : {"abc", "-1", "0", "nan", ""}) {
    type(field("rate"), QLatin1String(text));
    EXPECT_TRUE(field("rate").isInvalid()) << text;
    EXPECT_EQ(run().lr, 0.095) << text;
    EXPECT_FALSE(field("rate").toolTip().isEmpty());
  }
  QTest::keyClick(&field("rate"), Qt::Key_Escape);
  EXPECT_FALSE(field("rate").isInvalid());
  EXPECT_EQ(field("rate").text(), QStringLiteral("0.095"));
  type(field("steps"), QStringLiteral("100001"));
  EXPECT_TRUE(field("steps").isInvalid());
  type(field("start"), QStringLiteral("1"));
  EXPECT_TRUE(field("start").isInvalid());
  type(field("start"), QStringLiteral("1e200, 0"));
  EXPECT_TRUE(field("start").isInvalid()) << "½·10⁴⁰⁰ is not a number";
  EXPECT_EQ(run().start, Vector2(-4, 1));
}

TEST_F(InspectorTest, TakesAHundredThousandSteps) {
  type(field("steps"), QStringLiteral("100000"));
  EXPECT_EQ(laboratory.timeline().lastStep(), 100'000);
  EXPECT_EQ(result()->trajectory.steps(), 100'000);
  key(Qt::Key_End);
}

TEST_F(InspectorTest, TheSliderChangesTheRateInOneUndoStep) {
  auto& slider = *window.findChild<RateSlider*>();
  drag(slider, {40, 10}, {180, 10});
  EXPECT_NE(run().lr, 0.095);
  EXPECT_GE(run().lr, RateSlider::kLowest);
  EXPECT_EQ(laboratory.document().undoStack().count(), 1);
}

TEST_F(InspectorTest, AChosenScheduleBeginsWithParametersThatSuitTheRun) {
  choose("schedule", QStringLiteral("cosine_annealing"));
  EXPECT_EQ(run().schedule.parameters.at("T_max"), ParameterValue(std::int64_t{60}));
  EXPECT_NE(window.findChild<EntryField*>(QStringLiteral("T_max")), nullptr);
  choose("schedule", QStringLiteral("cyclic"));
  EXPECT_DOUBLE_EQ(nominalRate(run()), 0.095);
  EXPECT_EQ(field("rate").text(), QStringLiteral("0.095"));
}

TEST_F(InspectorTest, AChosenLossFunctionBringsItsStartAndItsView) {
  choose("lossFunction", QStringLiteral("himmelblau"));
  EXPECT_EQ(run().start, findLossFunction("himmelblau")->start);
  EXPECT_GE(map().scene().frame.view.x.upper, 5 - 1e-9);
  EXPECT_EQ(laboratory.document().undoStack().count(), 1);
}

TEST_F(InspectorTest, ATypedFormulaBecomesTheLossFunction) {
  type(field("formula"), QStringLiteral("a*x^2 + c*(y - 1)^2"));
  EXPECT_EQ(run().lossFunction.formula, "a*x^2 + c*(y - 1)^2");
  EXPECT_EQ(run().lossFunction.parameters, (ParameterSet{{"a", 1.0}}));  // a was there before, c is new
  EXPECT_EQ(window.findChild<QComboBox*>(QStringLiteral("lossFunction"))->currentText(),
            QStringLiteral("Your own formula"));
  EXPECT_NE(window.findChild<EntryField*>(QStringLiteral("c")), nullptr);
  const auto& points = result()->landscape->criticalPoints;
  ASSERT_EQ(points.size(), 1u);
  EXPECT_LT((points[0].point - Vector2(0, 1)).norm(), 1e-9);
  type(field("c"), QStringLiteral("3"));
  EXPECT_EQ(run().lossFunction.parameters.at("c"), ParameterValue(3.0));
  key(Qt::Key_Z, Qt::ControlModifier);
  key(Qt::Key_Z, Qt::ControlModifier);
  EXPECT_EQ(run().lossFunction.id, "ravine");
  EXPECT_EQ(field("formula").text(), QStringLiteral("0.5*(a*x^2 + b*y^2)"));
}

TEST_F(InspectorTest, AFormulaKeepsTheNumbersOfTheFunctionItCameFrom) {
  choose("lossFunction", QString());  // one's own
  EXPECT_EQ(run().lossFunction.formula, "0.5*(a*x^2 + b*y^2)");
  EXPECT_EQ(run().lossFunction.parameters, (ParameterSet{{"a", 1.0}, {"b", 20.0}}));
  EXPECT_EQ(result()->diagnosis.outcome, Outcome::converged);
}

TEST_F(InspectorTest, SaysWhatIsWrongWithAFormulaWhileItIsTyped) {
  EntryField& formula = field("formula");
  formula.setFocus();
  formula.selectAll();
  QTest::keyClicks(&formula, QStringLiteral("x^2 + "));
  EXPECT_TRUE(formula.isInvalid());
  EXPECT_TRUE(formula.toolTip().contains(QStringLiteral("column 7"))) << formula.toolTip().toStdString();
  const auto sentences = window.findChildren<QLabel*>();
  EXPECT_TRUE(std::any_of(sentences.begin(), sentences.end(), [](const QLabel* label) {
    return label->isVisible() && label->text().contains(QStringLiteral("ends here"));
  }));
  EXPECT_EQ(run().lossFunction.id, "ravine");
  QTest::keyClicks(&formula, QStringLiteral("y^2"));
  EXPECT_FALSE(formula.isInvalid());
  EXPECT_EQ(run().lossFunction.id, "ravine") << "not taken before Return";
  QTest::keyClick(&formula, Qt::Key_Escape);
  EXPECT_EQ(formula.text(), QStringLiteral("0.5*(a*x^2 + b*y^2)"));
}

TEST_F(InspectorTest, AFormulaThatIsUndefinedAtTheStartMovesIt) {
  type(field("formula"), QStringLiteral("(log(x) - 1)^2 + y^2"));
  EXPECT_EQ(run().lossFunction.formula, "(log(x) - 1)^2 + y^2");
  EXPECT_GT(run().start.x(), 0);
}

TEST_F(InspectorTest, TheDomainIsTypedAndSeen) {
  type(field("domain"), QStringLiteral("-1, 3, 0, 2"));
  EXPECT_EQ(run().lossFunction.domain, (Box{{-1, 3}, {0, 2}}));
  EXPECT_LT(map().scene().frame.view.x.length(), 5);
  type(field("domain"), QStringLiteral("3, -1, 0, 2"));
  EXPECT_TRUE(field("domain").isInvalid());
}

TEST_F(InspectorTest, NoiseIsSetAndReseeded) {
  type(field("sigma"), QStringLiteral("0.5"));
  const auto points = result()->trajectory.points;
  window.findChild<QAbstractButton*>(QStringLiteral("newSeed"))->click();
  settle();
  EXPECT_NE(result()->trajectory.points, points);
  const std::string seed = toText(run().noise.at("seed"));
  EXPECT_EQ(field("seed").text().toStdString(), seed);
  const auto labels = panels()[0]->findChildren<QLabel*>();
  EXPECT_TRUE(std::any_of(labels.begin(), labels.end(), [&](const QLabel* label) {
    return label->text().contains(QStringLiteral("seed ") + QString::fromStdString(seed));
  }));
}

TEST_F(InspectorTest, AWarmUpPrecedesTheSchedule) {
  type(field("warm-up"), QStringLiteral("4"));
  EXPECT_NEAR(result()->trajectory.lrs[0], 0.095 / 5, 1e-15);
  EXPECT_EQ(result()->trajectory.lrs[4], 0.095);
  type(field("warm-up"), QStringLiteral("-1"));
  EXPECT_TRUE(field("warm-up").isInvalid());
}

TEST_F(InspectorTest, EveryRowOfEveryCatalogueCanBeChosenAndHasItsForm) {
  const auto hasFields = [&](const std::vector<ParameterInfo>& parameters) {
    for (const ParameterInfo& parameter : parameters)
      EXPECT_NE(window.findChild<QWidget*>(QString::fromStdString(parameter.id)), nullptr) << parameter.id;
  };
  for (const LossFunctionInfo& info : lossFunctions()) {
    choose("lossFunction", QString::fromStdString(info.id));
    EXPECT_EQ(run().lossFunction.id, info.id);
    EXPECT_EQ(field("formula").text().toStdString(), info.formula);
    EXPECT_FALSE(field("formula").isInvalid()) << info.id;
    hasFields(info.parameters);
  }
  for (const OptimizerInfo& info : optimizers()) {
    choose("optimizer", QString::fromStdString(info.id));
    EXPECT_EQ(run().optimizer.id, info.id);
    hasFields(info.parameters);
  }
  for (const ScheduleInfo& info : schedules()) {
    choose("schedule", QString::fromStdString(info.id));
    EXPECT_EQ(run().schedule.id, info.id);
    hasFields(info.parameters);
    window.grab();  // the preview paints
  }
}

TEST_F(InspectorTest, OptimizerParametersAreSetInTheirForm) {
  type(field("momentum"), QStringLiteral("0.9"));
  EXPECT_EQ(run().optimizer.parameters.at("momentum"), ParameterValue(0.9));
  type(field("momentum"), QStringLiteral("-1"));
  EXPECT_TRUE(field("momentum").isInvalid());
  window.findChild<QCheckBox*>(QStringLiteral("nesterov"))->click();
  EXPECT_EQ(run().optimizer.parameters.at("nesterov"), ParameterValue(true));
}

TEST_F(InspectorTest, AnInvalidTextIsNotCarriedOverToAnotherRunWithTheSameValue) {
  key(Qt::Key_D);  // the copy is selected and has the same rate
  type(field("rate"), QStringLiteral("abc"));
  EXPECT_TRUE(field("rate").isInvalid());
  laboratory.select(run(0).id);
  EXPECT_FALSE(field("rate").isInvalid());
  EXPECT_EQ(field("rate").text(), QStringLiteral("0.095"));
}

TEST_F(InspectorTest, AResultThatArrivesLeavesTheNameBeingTypedAlone) {
  auto* name = window.findChild<QLineEdit*>(QStringLiteral("name"));
  laboratory.document().editRun({}, run(1).id, [](ravine::Run& r) { r.lr = 0.01; });
  name->setText(QStringLiteral("Half a na"));
  laboratory.finish();
  EXPECT_EQ(name->text(), QStringLiteral("Half a na"));
}

TEST_F(InspectorTest, AnInvalidTextDoesNotOutliveItsExperiment) {
  type(field("warm-up"), QStringLiteral("abc"));
  EXPECT_TRUE(field("warm-up").isInvalid());
  window.files().open(*findScenario("every_outcome"));
  settle();
  EXPECT_FALSE(field("warm-up").isInvalid());
  EXPECT_EQ(field("warm-up").text(), QStringLiteral("0"));
}

TEST_F(InspectorTest, TheWheelOverAListThatHasNoFocusChoosesNothing) {
  const Experiment before = laboratory.experiment();
  for (const char* name : {"lossFunction", "optimizer", "schedule"}) {
    auto* list = window.findChild<QComboBox*>(QLatin1String(name));
    const QPointF centre = list->rect().center();
    QWheelEvent wheel(centre, list->mapToGlobal(centre), {}, {0, -120}, {}, {}, Qt::NoScrollPhase, false);
    QApplication::sendEvent(list, &wheel);
  }
  EXPECT_EQ(laboratory.experiment(), before);
}

TEST_F(InspectorTest, ANameIsTakenWhenAnotherPanelIsClickedAndNeverEmpty) {
  window.activateWindow();
  auto* name = window.findChild<QLineEdit*>(QStringLiteral("name"));
  name->setFocus();
  name->selectAll();
  QTest::keyClicks(name, QStringLiteral("Renamed"));
  QTest::mouseClick(panels()[2], Qt::LeftButton, {}, {60, 12});
  EXPECT_EQ(run(0).name, "Renamed");
  EXPECT_EQ(laboratory.selected(), run(2).id);
  name->setFocus();
  name->selectAll();
  QTest::keyClick(name, Qt::Key_Delete);
  QTest::keyClick(name, Qt::Key_Return);
  EXPECT_EQ(run(2).name, "Trapped");
  EXPECT_EQ(name->text(), QStringLiteral("Trapped"));
}

TEST_F(InspectorTest, AnArrowKeyHeldOnTheSliderIsOneUndoStep) {
  auto& slider = *window.findChild<RateSlider*>();
  for (int i = 0; i < 10; ++i) {
    QKeyEvent press(QEvent::KeyPress, Qt::Key_Right, {}, {}, i > 0);
    QApplication::sendEvent(&slider, &press);
  }
  EXPECT_GT(run().lr, 0.1);
  EXPECT_EQ(laboratory.document().undoStack().count(), 1);
  QTest::keyClick(&slider, Qt::Key_Left);
  EXPECT_EQ(laboratory.document().undoStack().count(), 2) << "another press is another step";
}

TEST_F(InspectorTest, PressesThatFollowAtOnceAreOneUndoStepAlsoWhereNobodySaysThatTheKeyIsHeld) {
  auto& slider = *window.findChild<RateSlider*>();
  const auto press = [&](quint64 at) {
    QKeyEvent event(QEvent::KeyPress, Qt::Key_Right, {});
    event.setTimestamp(at);
    QApplication::sendEvent(&slider, &event);
  };
  for (const quint64 at : {1000u, 1030u, 1060u}) press(at);
  EXPECT_EQ(laboratory.document().undoStack().count(), 1);
  press(3000);
  EXPECT_EQ(laboratory.document().undoStack().count(), 2);
}

TEST_F(InspectorTest, AnArrowKeyNeverMovesTheRateAgainstIt) {
  type(field("rate"), QStringLiteral("50"));
  auto& slider = *window.findChild<RateSlider*>();
  QTest::keyClick(&slider, Qt::Key_Right);
  EXPECT_EQ(run().lr, 50);
  QTest::keyClick(&slider, Qt::Key_Left);
  EXPECT_LT(run().lr, 50);
}

TEST_F(InspectorTest, WhatIsTypedIsTakenBeforeAButtonDoesItsWork) {
  auto* name = window.findChild<QLineEdit*>(QStringLiteral("name"));
  window.activateWindow();
  name->setFocus();
  name->selectAll();
  QTest::keyClicks(name, QStringLiteral("Hello"));
  for (auto* button : window.findChildren<QToolButton*>())
    if (button->text() == QStringLiteral("Duplicate")) QTest::mouseClick(button, Qt::LeftButton);
  settle();
  ASSERT_EQ(laboratory.runs().size(), 4u);
  EXPECT_EQ(run(0).name, "Hello");
}

TEST_F(InspectorTest, AStartMayBeWrittenInBrackets) {
  type(field("start"), QStringLiteral("[1,2]"));
  EXPECT_EQ(run().start, Vector2(1, 2));
}

TEST_F(InspectorTest, TooManyStepsAreSaidToBeTooMany) {
  type(field("steps"), QStringLiteral("1e15"));
  EXPECT_TRUE(field("steps").isInvalid());
  EXPECT_FALSE(field("steps").toolTip().contains(QStringLiteral("not a whole number")))
      << field("steps").toolTip().toStdString();
}

TEST_F(InspectorTest, TheStepIsShownWithItsNumbers) {
  window.findChild<QAbstractButton*>(QStringLiteral("stepPageButton"))->click();
  laboratory.timeline().setPlayhead(3);
  const auto shown = [&] {
    QStringList texts;
    for (const QLabel* label : window.findChild<StepView*>()->findChildren<QLabel*>())
      if (label->isVisible()) texts << label->text();
    return texts;
  };
  const Trajectory& t = result()->trajectory;
  EXPECT_TRUE(shown().contains(QStringLiteral("STEP 3 → 4")));
  EXPECT_TRUE(shown().contains(wording::number(t.gradients[3].y(), 5)));
  EXPECT_TRUE(shown().contains(wording::number(t.points[4].y(), 5)));
  EXPECT_TRUE(shown().contains(QStringLiteral("−0.9")));  // 1 − ηλ
  EXPECT_FALSE(shown().contains(QStringLiteral("b")));
  laboratory.document().editRun({}, run().id, [](ravine::Run& r) { r.optimizer.parameters["momentum"] = 0.5; });
  settle();
  EXPECT_TRUE(shown().contains(QStringLiteral("b")));
  choose("optimizer", QStringLiteral("adam"));
  EXPECT_TRUE(shown().contains(QStringLiteral("m̂ = m/(1 − β₁^t)")));
  EXPECT_TRUE(shown().contains(QStringLiteral("η / (√v̂ + ε)")));
}

TEST_F(InspectorTest, NoFormIsWiderThanTheInspectorAndNoStepEither) {
  const auto fits = [&](const QWidget& page) {
    const auto* area = qobject_cast<const QWidget*>(page.parent());
    return page.width() <= area->width();
  };
  for (const OptimizerInfo& info : optimizers()) {
    choose("optimizer", QString::fromStdString(info.id));
    window.findChild<QAbstractButton*>(QStringLiteral("setupPageButton"))->click();
    settle();
    EXPECT_TRUE(fits(*window.findChild<SettingsPage*>())) << info.id;
    window.findChild<QAbstractButton*>(QStringLiteral("stepPageButton"))->click();
    settle();
    EXPECT_TRUE(fits(*window.findChild<StepView*>())) << info.id;
  }
}

TEST_F(InspectorTest, TheProblemsOfNeighbouringFieldsDoNotLieOnEachOther) {
  type(field("sigma"), QStringLiteral("-1"));
  type(field("seed"), QStringLiteral("-1"));
  std::vector<QRect> places;
  for (const QLabel* label : field("sigma").parentWidget()->findChildren<QLabel*>())
    if (label->isVisible() && label->property("danger").toBool()) places.push_back(label->geometry());
  ASSERT_EQ(places.size(), 2u);
  EXPECT_FALSE(places[0].intersects(places[1]));
}

TEST_F(InspectorTest, PointsOfAPiecewiseScheduleCanBeAddedOneByOne) {
  choose("schedule", QStringLiteral("piecewise_linear"));
  type(field("points"), QStringLiteral("0,0.1,6,1,20,1,30,0.5,60,0"));
  EXPECT_FALSE(field("points").isInvalid());
  EXPECT_NEAR(result()->trajectory.lrs[30], 0.5 * 0.095, 1e-15);
}

TEST_F(InspectorTest, AClickOnTheBestRateSetsIt) {
  auto& slider = *window.findChild<RateSlider*>();
  const double best = 0.09524;  // 2/21, as one would write it
  EXPECT_NE(run().lr, best);
  // The mark lies below the groove where the rate is.
  const double part = std::log(best / RateSlider::kLowest) / std::log(RateSlider::kHighest / RateSlider::kLowest);
  const QPoint mark(static_cast<int>(9 + part * (slider.width() - 18)), 19);
  QTest::mouseClick(&slider, Qt::LeftButton, {}, mark);
  settle();
  EXPECT_DOUBLE_EQ(run().lr, best);
  key(Qt::Key_BracketLeft);
  QTest::keyClick(&slider, Qt::Key_Return);
  settle();
  EXPECT_DOUBLE_EQ(run().lr, best);
}

TEST_F(InspectorTest, MarksTheLimitOfAnAdaptiveMethodAsARuleOfThumb) {
  choose("optimizer", QStringLiteral("adam"));
  const auto labels = window.findChild<Inspector*>()->findChildren<QLabel*>();
  EXPECT_TRUE(std::any_of(labels.begin(), labels.end(), [](const QLabel* label) {
    return label->isVisible() && label->text().startsWith(QStringLiteral("≈")) &&
           label->toolTip().contains(QStringLiteral("rule of thumb"));
  }));
}

}  // namespace
}  // namespace ravine
