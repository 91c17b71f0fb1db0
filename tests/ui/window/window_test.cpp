#include <gtest/gtest.h>

#include <QCheckBox>
#include <QClipboard>
#include <QComboBox>
#include <QDialog>
#include <QLabel>
#include <QTableView>
#include <QTest>
#include <QToolButton>
#include <QWheelEvent>
#include <set>

#include "core/run/scenarios.h"
#include "ui/inspector/entry_field.h"
#include "ui/inspector/inspector.h"
#include "ui/inspector/rate_slider.h"
#include "ui/inspector/settings_page.h"
#include "ui/inspector/step_view.h"
#include "ui/map/landscape_view.h"
#include "ui/map/panel_grid.h"
#include "ui/map/run_panel.h"
#include "ui/model/laboratory.h"
#include "ui/window/actions.h"
#include "ui/window/comparison.h"
#include "ui/window/main_window.h"
#include "ui/words/wording.h"

namespace ravine {
namespace {

class Window : public testing::Test {
 protected:
  Window() {
    window.resize(1440, 900);
    window.show();
    settle();
  }
  void settle() {
    window.finish();
    QApplication::processEvents();
    window.finish();
  }
  void key(int key, Qt::KeyboardModifiers modifiers = {}) {
    QTest::keyClick(&window, static_cast<Qt::Key>(key), modifiers);
    settle();
  }
  const std::vector<RunPanel*>& panels() { return window.findChild<PanelGrid*>()->panels(); }
  LandscapeView& map(std::size_t i = 0) { return panels().at(i)->landscape(); }
  const ravine::Run& run(std::size_t i = 0) { return laboratory.runs().at(i); }
  RunResultPtr result(std::size_t i = 0) { return laboratory.result(run(i).id); }
  EntryField& field(const char* name) { return *window.findChild<EntryField*>(QLatin1String(name)); }
  void type(EntryField& field, const QString& text) {
    field.setText(text);
    QTest::keyClick(&field, Qt::Key_Return);
    settle();
  }
  void choose(const char* name, const QString& id) {
    auto* list = window.findChild<QComboBox*>(QLatin1String(name));
    list->setCurrentIndex(list->findData(id));
    emit list->activated(list->currentIndex());
    settle();
  }
  // Press, move in several small moves, release.
  void drag(QWidget& widget, const QPoint& from, const QPoint& to) {
    QTest::mousePress(&widget, Qt::LeftButton, {}, from);
    for (int i = 1; i <= 5; ++i) {
      const QPoint at = from + (to - from) * i / 5;
      QMouseEvent move(QEvent::MouseMove, at, widget.mapToGlobal(at), Qt::LeftButton, Qt::LeftButton, {});
      QApplication::sendEvent(&widget, &move);
    }
    QTest::mouseRelease(&widget, Qt::LeftButton, {}, to);
    settle();
  }

  Laboratory laboratory{scenarios().front().experiment, ThemeChoice::light};
  MainWindow window{laboratory};
};

TEST_F(Window, OpensWithOvershootDivergenceAndTrapped) {
  ASSERT_EQ(panels().size(), 3u);
  EXPECT_EQ(result()->diagnosis.outcome, Outcome::converged);
  EXPECT_FALSE(result()->diagnosis.overshoots.empty());
  EXPECT_EQ(result(1)->diagnosis.outcome, Outcome::diverged);
  EXPECT_EQ(result(2)->diagnosis.outcome, Outcome::trapped);
}

TEST_F(Window, PlaysAndPausesWithSpace) {
  key(Qt::Key_Space);
  EXPECT_TRUE(laboratory.timeline().isPlaying());
  key(Qt::Key_Space);
  EXPECT_FALSE(laboratory.timeline().isPlaying());
}

TEST_F(Window, StepsWithArrowsAndJumpsWithHomeAndEnd) {
  key(Qt::Key_Right);
  key(Qt::Key_Right);
  key(Qt::Key_Left);
  EXPECT_DOUBLE_EQ(laboratory.timeline().playhead(), 1);
  key(Qt::Key_End);
  EXPECT_DOUBLE_EQ(laboratory.timeline().playhead(), 60);
  key(Qt::Key_Home);
  EXPECT_DOUBLE_EQ(laboratory.timeline().playhead(), 0);
}

TEST_F(Window, DraggingTheStartMovesThePathAndIsOneUndoStep) {
  const Vector2 before = run().start;
  const QPoint from = map().scene().frame.toPixel(before).toPoint();
  drag(map(), from, from + QPoint(60, -40));
  const Vector2 after = run().start;
  EXPECT_GT(after.x(), before.x() + 1);
  EXPECT_GT(after.y(), before.y() + 0.5);
  EXPECT_EQ(result()->trajectory.points.front(), after);
  EXPECT_EQ(laboratory.document().undoStack().count(), 1);
  key(Qt::Key_Z, Qt::ControlModifier);
  EXPECT_EQ(run().start, before);
}

TEST_F(Window, ADraggedStartHasAShortNumber) {
  const QPoint from = map().scene().frame.toPixel(run().start).toPoint();
  drag(map(), from, from + QPoint(37, 23));
  EXPECT_LE(shortestText(run().start.x()).size(), 6u);
}

TEST_F(Window, TheWheelZoomsAndADoubleClickShowsTheWholeDomainAgain) {
  const Box home = map().scene().frame.view;
  const QPointF centre = map().rect().center();
  QWheelEvent wheel(centre, map().mapToGlobal(centre), {}, {0, 120}, {}, {}, Qt::NoScrollPhase, false);
  QApplication::sendEvent(&map(), &wheel);
  settle();
  EXPECT_LT(map().scene().frame.view.diagonal(), home.diagonal());
  QTest::mouseDClick(&map(), Qt::LeftButton, {}, centre.toPoint());
  settle();
  EXPECT_NEAR(map().scene().frame.view.diagonal(), home.diagonal(), 1e-9);
}

TEST_F(Window, DraggingTheMapPansIt) {
  const Box home = map().scene().frame.view;
  drag(map(), map().rect().center() + QPoint(60, 90), map().rect().center() + QPoint(110, 90));
  EXPECT_LT(map().scene().frame.view.x.lower, home.x.lower);
  EXPECT_EQ(laboratory.document().undoStack().count(), 0);
}

TEST_F(Window, TheMapHasTheSameScaleAlongBothAxesAndHoldsTheDomain) {
  const MapFrame& frame = map().scene().frame;
  EXPECT_NEAR(frame.perUnitX() / frame.perUnitY(), 1, 1e-9);
  const Box domain = lossFunctionInfo(run()).domain;
  EXPECT_LE(frame.view.x.lower, domain.x.lower + 1e-9);
  EXPECT_GE(frame.view.y.upper, domain.y.upper - 1e-9);
}

TEST_F(Window, TakesARateAsOneTypesIt) {
  type(field("rate"), QStringLiteral("3e-4"));
  EXPECT_EQ(run().lr, 3e-4);
  EXPECT_EQ(field("rate").text(), QStringLiteral("0.0003"));
}

TEST_F(Window, SpacePlaysAgainAfterReturnOrAClickOnTheMap) {
  window.activateWindow();
  const auto pressSpaceWhereTheFocusIs = [&] {
    QWidget* focus = QApplication::focusWidget();
    QTest::keyClick(focus ? focus : &window, Qt::Key_Space);
  };
  field("rate").setFocus();
  pressSpaceWhereTheFocusIs();
  EXPECT_FALSE(laboratory.timeline().isPlaying()) << "a field keeps its keys";
  type(field("rate"), QStringLiteral("0.05"));
  pressSpaceWhereTheFocusIs();
  EXPECT_TRUE(laboratory.timeline().isPlaying()) << "after Return";
  pressSpaceWhereTheFocusIs();
  field("rate").setFocus();
  QTest::mouseClick(&map(), Qt::LeftButton, {}, map().rect().center() + QPoint(40, 90));
  pressSpaceWhereTheFocusIs();
  EXPECT_TRUE(laboratory.timeline().isPlaying()) << "after a click on the map";
}

TEST_F(Window, AFocusedSwitchKeepsTheSpaceKey) {
  auto* nesterov = window.findChild<QCheckBox*>(QStringLiteral("nesterov"));
  window.activateWindow();
  nesterov->setFocus();
  QTest::keyClick(nesterov, Qt::Key_Space);
  EXPECT_TRUE(nesterov->isChecked());
  EXPECT_FALSE(laboratory.timeline().isPlaying());
}

TEST_F(Window, MarksAnInputItCannotTakeAndKeepsTheLastGoodValue) {
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

TEST_F(Window, TakesAHundredThousandSteps) {
  type(field("steps"), QStringLiteral("100000"));
  EXPECT_EQ(laboratory.timeline().lastStep(), 100'000);
  EXPECT_EQ(result()->trajectory.steps(), 100'000);
  key(Qt::Key_End);
}

TEST_F(Window, TheSliderChangesTheRateInOneUndoStep) {
  auto& slider = *window.findChild<RateSlider*>();
  drag(slider, {40, 10}, {180, 10});
  EXPECT_NE(run().lr, 0.095);
  EXPECT_GE(run().lr, RateSlider::kLowest);
  EXPECT_EQ(laboratory.document().undoStack().count(), 1);
}

TEST_F(Window, BracketsHalveAndDoubleTheRate) {
  key(Qt::Key_BracketLeft);
  EXPECT_DOUBLE_EQ(run().lr, 0.0475);
  key(Qt::Key_BracketRight);
  EXPECT_DOUBLE_EQ(run().lr, 0.095);
}

TEST_F(Window, AChosenScheduleBeginsWithParametersThatSuitTheRun) {
  choose("schedule", QStringLiteral("cosine_annealing"));
  EXPECT_EQ(run().schedule.parameters.at("T_max"), ParameterValue(std::int64_t{60}));
  EXPECT_NE(window.findChild<EntryField*>(QStringLiteral("T_max")), nullptr);
  choose("schedule", QStringLiteral("cyclic"));
  EXPECT_DOUBLE_EQ(nominalRate(run()), 0.095);
  EXPECT_EQ(field("rate").text(), QStringLiteral("0.095"));
}

TEST_F(Window, AChosenLossFunctionBringsItsStartAndItsView) {
  choose("lossFunction", QStringLiteral("himmelblau"));
  EXPECT_EQ(run().start, findLossFunction("himmelblau")->start);
  EXPECT_GE(map().scene().frame.view.x.upper, 5 - 1e-9);
  EXPECT_EQ(laboratory.document().undoStack().count(), 1);
}

TEST_F(Window, ATypedFormulaBecomesTheLossFunction) {
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

TEST_F(Window, AFormulaKeepsTheNumbersOfTheFunctionItCameFrom) {
  choose("lossFunction", QString());  // one's own
  EXPECT_EQ(run().lossFunction.formula, "0.5*(a*x^2 + b*y^2)");
  EXPECT_EQ(run().lossFunction.parameters, (ParameterSet{{"a", 1.0}, {"b", 20.0}}));
  EXPECT_EQ(result()->diagnosis.outcome, Outcome::converged);
}

TEST_F(Window, SaysWhatIsWrongWithAFormulaWhileItIsTyped) {
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

TEST_F(Window, AFormulaThatIsUndefinedAtTheStartMovesIt) {
  type(field("formula"), QStringLiteral("(log(x) - 1)^2 + y^2"));
  EXPECT_EQ(run().lossFunction.formula, "(log(x) - 1)^2 + y^2");
  EXPECT_GT(run().start.x(), 0);
}

TEST_F(Window, TheDomainIsTypedAndSeen) {
  type(field("domain"), QStringLiteral("-1, 3, 0, 2"));
  EXPECT_EQ(run().lossFunction.domain, (Box{{-1, 3}, {0, 2}}));
  EXPECT_LT(map().scene().frame.view.x.length(), 5);
  type(field("domain"), QStringLiteral("3, -1, 0, 2"));
  EXPECT_TRUE(field("domain").isInvalid());
}

TEST_F(Window, NoiseIsSetAndReseeded) {
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

TEST_F(Window, AWarmUpPrecedesTheSchedule) {
  type(field("warm-up"), QStringLiteral("4"));
  EXPECT_NEAR(result()->trajectory.lrs[0], 0.095 / 5, 1e-15);
  EXPECT_EQ(result()->trajectory.lrs[4], 0.095);
  type(field("warm-up"), QStringLiteral("-1"));
  EXPECT_TRUE(field("warm-up").isInvalid());
}

TEST_F(Window, EveryRowOfEveryCatalogueCanBeChosenAndHasItsForm) {
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

TEST_F(Window, OptimizerParametersAreSetInTheirForm) {
  type(field("momentum"), QStringLiteral("0.9"));
  EXPECT_EQ(run().optimizer.parameters.at("momentum"), ParameterValue(0.9));
  type(field("momentum"), QStringLiteral("-1"));
  EXPECT_TRUE(field("momentum").isInvalid());
  window.findChild<QCheckBox*>(QStringLiteral("nesterov"))->click();
  EXPECT_EQ(run().optimizer.parameters.at("nesterov"), ParameterValue(true));
}

TEST_F(Window, AddsRunsUpToNineAndRemovesThemDownToOne) {
  for (int i = 0; i < 12; ++i) key(i % 2 ? Qt::Key_N : Qt::Key_D);
  EXPECT_EQ(laboratory.runs().size(), 9u);
  EXPECT_EQ(panels().size(), 9u);
  std::set<std::string> names;
  for (const ravine::Run& each : laboratory.runs()) names.insert(each.name);
  EXPECT_EQ(names.size(), 9u);
  for (int i = 0; i < 12; ++i) key(Qt::Key_Delete);
  EXPECT_EQ(laboratory.runs().size(), 1u);
  EXPECT_EQ(panels().size(), 1u);
  while (laboratory.document().undoStack().canUndo()) key(Qt::Key_Z, Qt::ControlModifier);
  EXPECT_EQ(laboratory.experiment(), scenarios().front().experiment);
}

TEST_F(Window, OverlaidRunsOfOneLossFunctionShareAPanel) {
  key(Qt::Key_O);
  ASSERT_EQ(panels().size(), 2u);
  EXPECT_EQ(panels()[0]->runs(), (std::vector<RunId>{run(0).id, run(1).id}));
  key(Qt::Key_O);
  EXPECT_EQ(panels().size(), 3u);
}

TEST_F(Window, DigitsSelectRunsAndTheInspectorFollows) {
  key(Qt::Key_3);
  EXPECT_EQ(laboratory.selected(), run(2).id);
  EXPECT_EQ(window.findChild<QLineEdit*>(QStringLiteral("name"))->text(), QStringLiteral("Trapped"));
  key(Qt::Key_9);
  EXPECT_EQ(laboratory.selected(), run(2).id);
}

TEST_F(Window, UndoingTheRunThatIsSelectedSelectsOneThatExists) {
  key(Qt::Key_N);
  EXPECT_EQ(laboratory.selected(), run(3).id);
  key(Qt::Key_Z, Qt::ControlModifier);
  EXPECT_EQ(laboratory.selected(), run(2).id);
}

TEST_F(Window, AnotherThemeChangesTheGround) {
  const QColor light = window.palette().color(QPalette::Window);
  laboratory.themes().choose(ThemeChoice::dark);
  settle();
  EXPECT_LT(window.palette().color(QPalette::Window).lightness(), light.lightness());
}

TEST_F(Window, EveryScenarioOpensAndPlays) {
  for (const Scenario& scenario : scenarios()) {
    window.open(scenario);
    settle();
    if (scenario.experiment.layout == Layout::sideBySide)
      EXPECT_EQ(panels().size(), scenario.experiment.runs.size());
    else
      EXPECT_EQ(panels().size(), 1u);
    EXPECT_TRUE(laboratory.timeline().isPlaying());
    for (int i = 0; i < 5; ++i) laboratory.timeline().advance(1.7);
    settle();
    EXPECT_FALSE(laboratory.document().undoStack().canUndo());
  }
}

// The moment after a change, when views paint and events run before the new results are there.
class WindowAtOnce : public Window {
 protected:
  WindowAtOnce() { window.resize(960, 640); }
  void paint() {
    window.grab();
    laboratory.timeline().advance(0.3);
    QApplication::processEvents();
    for (RunPanel* panel : panels())
      for (const ShownRun& shown : panel->landscape().scene().runs)
        EXPECT_NE(laboratory.experiment().find(shown.run.id), nullptr) << "shows a run that is gone";
  }
};

TEST_F(WindowAtOnce, AnyScenarioFollowsAnyOtherWhileResultsAreStillOnTheirWay) {
  for (const Scenario& first : scenarios())
    for (const Scenario& second : scenarios()) {
      window.open(first);
      laboratory.finish();
      laboratory.timeline().advance(1);
      window.open(second);
      paint();
    }
}

TEST_F(WindowAtOnce, UndoAndRedoAcrossScenariosPaintBeforeTheirResultsAreThere) {
  for (const Scenario& first : scenarios())
    for (const Scenario& second : scenarios()) {
      laboratory.open(first.experiment);
      laboratory.finish();
      laboratory.document().edit({}, [&](Experiment& experiment) { experiment = second.experiment; });
      paint();
      for (const bool undo : {true, false}) {
        undo ? laboratory.document().undoStack().undo() : laboratory.document().undoStack().redo();
        paint();
      }
    }
}

TEST_F(WindowAtOnce, RunsAreRemovedAddedAndRenamedWhileTheirResultsAreComputed) {
  window.open(*findScenario("every_outcome"));
  for (int i = 0; i < 40; ++i) {
    laboratory.select(laboratory.runs()[static_cast<std::size_t>(i * 7) % laboratory.runs().size()].id);
    switch (i % 5) {
      case 0:
        Actions::removeRun(laboratory);
        break;
      case 1:
        laboratory.document().editRun({}, laboratory.selected(), [i](ravine::Run& r) { r.steps = 20'000 + i; });
        break;
      case 2:
        Actions::duplicateRun(laboratory);
        break;
      case 3:
        laboratory.document().editRun({}, laboratory.selected(),
                                      [i](ravine::Run& r) { r.name = "Run named " + std::to_string(i); });
        break;
      default:
        Actions::addRun(laboratory);
        break;
    }
    paint();
  }
  laboratory.finish();
  for (const auto& [each, itsResult] : laboratory.shownRuns()) EXPECT_EQ(itsResult->run, withoutLooks(each));
}

TEST_F(Window, AfterDeletingTheFirstOfThreeRunsNoOtherInheritsItsZoomOrItsPath) {
  const auto zoom = [&](std::size_t i) {
    const QPointF centre = map(i).rect().center();
    QWheelEvent wheel(centre, map(i).mapToGlobal(centre), {}, {0, 120}, {}, {}, Qt::NoScrollPhase, false);
    QApplication::sendEvent(&map(i), &wheel);
  };
  zoom(0);
  zoom(2);
  zoom(2);
  settle();
  const Box second = map(1).scene().frame.view;
  const Box third = map(2).scene().frame.view;
  const auto thirdPath = result(2)->trajectory.points;
  key(Qt::Key_1);
  key(Qt::Key_Delete);
  ASSERT_EQ(panels().size(), 2u);
  // Wider panels show more; the zoom is what is left of the domain's height.
  EXPECT_NEAR(map(0).scene().frame.view.centre().x(), second.centre().x(), 1e-9);
  EXPECT_LT(map(1).scene().frame.view.diagonal(), 0.9 * third.diagonal() / 0.85);
  EXPECT_EQ(map(1).scene().runs[0].result->trajectory.points, thirdPath);
  EXPECT_NE(map(0).scene().runs[0].result->trajectory.points, thirdPath);
}

TEST_F(Window, AnInvalidTextIsNotCarriedOverToAnotherRunWithTheSameValue) {
  key(Qt::Key_D);  // the copy is selected and has the same rate
  type(field("rate"), QStringLiteral("abc"));
  EXPECT_TRUE(field("rate").isInvalid());
  laboratory.select(run(0).id);
  EXPECT_FALSE(field("rate").isInvalid());
  EXPECT_EQ(field("rate").text(), QStringLiteral("0.095"));
}

TEST_F(Window, AResultThatArrivesLeavesTheNameBeingTypedAlone) {
  auto* name = window.findChild<QLineEdit*>(QStringLiteral("name"));
  laboratory.document().editRun({}, run(1).id, [](ravine::Run& r) { r.lr = 0.01; });
  name->setText(QStringLiteral("Half a na"));
  laboratory.finish();
  EXPECT_EQ(name->text(), QStringLiteral("Half a na"));
}

TEST_F(Window, AnInvalidTextDoesNotOutliveItsExperiment) {
  type(field("warm-up"), QStringLiteral("abc"));
  EXPECT_TRUE(field("warm-up").isInvalid());
  window.open(*findScenario("every_outcome"));
  settle();
  EXPECT_FALSE(field("warm-up").isInvalid());
  EXPECT_EQ(field("warm-up").text(), QStringLiteral("0"));
}

TEST_F(Window, TheWheelOverAListThatHasNoFocusChoosesNothing) {
  const Experiment before = laboratory.experiment();
  for (const char* name : {"lossFunction", "optimizer", "schedule"}) {
    auto* list = window.findChild<QComboBox*>(QLatin1String(name));
    const QPointF centre = list->rect().center();
    QWheelEvent wheel(centre, list->mapToGlobal(centre), {}, {0, -120}, {}, {}, Qt::NoScrollPhase, false);
    QApplication::sendEvent(list, &wheel);
  }
  EXPECT_EQ(laboratory.experiment(), before);
}

TEST_F(Window, ANameIsTakenWhenAnotherPanelIsClickedAndNeverEmpty) {
  window.activateWindow();
  auto* name = window.findChild<QLineEdit*>(QStringLiteral("name"));
  name->setFocus();
  name->setText(QStringLiteral("Renamed"));
  QTest::mouseClick(panels()[2], Qt::LeftButton, {}, {60, 12});
  EXPECT_EQ(run(0).name, "Renamed");
  EXPECT_EQ(laboratory.selected(), run(2).id);
  name->setFocus();
  name->clear();
  QTest::keyClick(name, Qt::Key_Return);
  EXPECT_EQ(run(2).name, "Trapped");
  EXPECT_EQ(name->text(), QStringLiteral("Trapped"));
}

TEST_F(Window, UndoOfARemovalSelectsTheRunThatComesBack) {
  const RunId second = run(1).id;
  key(Qt::Key_2);
  key(Qt::Key_Delete);
  key(Qt::Key_Z, Qt::ControlModifier);
  EXPECT_EQ(laboratory.selected(), second);
}

TEST_F(Window, AnArrowKeyHeldOnTheSliderIsOneUndoStep) {
  auto& slider = *window.findChild<RateSlider*>();
  for (int i = 0; i < 10; ++i) {
    QKeyEvent press(QEvent::KeyPress, Qt::Key_Right, {}, {}, i > 0);
    QApplication::sendEvent(&slider, &press);
  }
  EXPECT_GT(run().lr, 0.095 * 2);
  EXPECT_EQ(laboratory.document().undoStack().count(), 1);
  QTest::keyClick(&slider, Qt::Key_Left);
  EXPECT_EQ(laboratory.document().undoStack().count(), 2) << "another press is another step";
}

// Two colours are told apart by their contrast (WCAG 2).
double contrast(const QColor& a, const QColor& b) {
  const auto luminance = [](const QColor& c) {
    const auto linear = [](double v) { return v <= 0.04045 ? v / 12.92 : std::pow((v + 0.055) / 1.055, 2.4); };
    return 0.2126 * linear(c.redF()) + 0.7152 * linear(c.greenF()) + 0.0722 * linear(c.blueF());
  };
  const double x = luminance(a) + 0.05;
  const double y = luminance(b) + 0.05;
  return std::max(x, y) / std::min(x, y);
}

TEST_F(Window, SelectedTextInTheComparisonIsReadable) {
  key(Qt::Key_T);
  auto* table = window.findChild<Comparison*>()->findChild<QTableView*>();
  for (const ThemeChoice theme : {ThemeChoice::light, ThemeChoice::dark}) {
    laboratory.themes().choose(theme);
    settle();
    const QPalette palette = table->palette();
    EXPECT_GT(contrast(palette.color(QPalette::HighlightedText), palette.color(QPalette::Highlight)), 4.5);
  }
}

TEST_F(Window, SaysInWordsWhatTheMapShows) {
  EXPECT_TRUE(map(1).accessibleDescription().contains(QStringLiteral("diverged")));
}

TEST_F(Window, EveryControlHasANameForScreenReaders) {
  for (const QWidget* widget : window.findChildren<QWidget*>()) {
    if (!widget->isVisible() || widget->focusPolicy() == Qt::NoFocus || widget->objectName() == "ground") continue;
    const auto* button = qobject_cast<const QAbstractButton*>(widget);
    const bool named = !widget->accessibleName().isEmpty() || (button && !button->text().isEmpty());
    EXPECT_TRUE(named) << widget->metaObject()->className() << ' ' << widget->objectName().toStdString();
  }
}

TEST_F(Window, TheStepIsShownWithItsNumbers) {
  window.findChild<QAbstractButton*>(QStringLiteral("stepTab"))->click();
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

TEST_F(Window, NoFormIsWiderThanTheInspectorAndNoStepEither) {
  const auto fits = [&](const QWidget& page) {
    const auto* area = qobject_cast<const QWidget*>(page.parent());
    return page.width() <= area->width();
  };
  for (const OptimizerInfo& info : optimizers()) {
    choose("optimizer", QString::fromStdString(info.id));
    window.findChild<QAbstractButton*>(QStringLiteral("settingsTab"))->click();
    settle();
    EXPECT_TRUE(fits(*window.findChild<SettingsPage*>())) << info.id;
    window.findChild<QAbstractButton*>(QStringLiteral("stepTab"))->click();
    settle();
    EXPECT_TRUE(fits(*window.findChild<StepView*>())) << info.id;
  }
}

TEST_F(Window, TheProblemsOfNeighbouringFieldsDoNotLieOnEachOther) {
  type(field("sigma"), QStringLiteral("-1"));
  type(field("seed"), QStringLiteral("-1"));
  std::vector<QRect> places;
  for (const QLabel* label : field("sigma").parentWidget()->findChildren<QLabel*>())
    if (label->isVisible() && label->property("danger").toBool()) places.push_back(label->geometry());
  ASSERT_EQ(places.size(), 2u);
  EXPECT_FALSE(places[0].intersects(places[1]));
}

TEST_F(Window, PointsOfAPiecewiseScheduleCanBeAddedOneByOne) {
  choose("schedule", QStringLiteral("piecewise_linear"));
  type(field("points"), QStringLiteral("0,0.1,6,1,20,1,30,0.5,60,0"));
  EXPECT_FALSE(field("points").isInvalid());
  EXPECT_NEAR(result()->trajectory.lrs[30], 0.5 * 0.095, 1e-15);
}

TEST_F(Window, MapsShowMoreWhenAsked) {
  const QImage plain = map(1).grab().toImage();
  for (const int toggle : {Qt::Key_B, Qt::Key_C, Qt::Key_A}) {
    key(toggle);
    EXPECT_NE(map(1).grab().toImage(), plain) << toggle;
    key(toggle);
    EXPECT_EQ(map(1).grab().toImage(), plain) << toggle;
  }
}

TEST_F(Window, AClickOnTheBestRateSetsIt) {
  auto& slider = *window.findChild<RateSlider*>();
  const double best = 2.0 / 21;
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

TEST_F(Window, ComparesAllRunsInATableThatIsCopiedAsTsv) {
  key(Qt::Key_T);
  auto* comparison = window.findChild<Comparison*>();
  ASSERT_NE(comparison, nullptr);
  comparison->findChild<QAbstractButton*>(QStringLiteral("copyTsv"))->click();
  const QStringList lines = QApplication::clipboard()->text().split('\n', Qt::SkipEmptyParts);
  ASSERT_EQ(lines.size(), 4);
  EXPECT_TRUE(lines[0].startsWith(QStringLiteral("Run\tMethod\tη\tOutcome")));
  EXPECT_EQ(lines[1].split('\t').size(), 10);
  EXPECT_TRUE(lines[1].startsWith(QStringLiteral("Overshoot\tSGD\t0.095\tconverged\t")));
  EXPECT_EQ(lines[1].split('\t')[4].toDouble(), result()->trajectory.losses.back());
  // Sorted by final loss, the diverged run comes last; sorted downwards, first.
  auto* table = comparison->findChild<QTableView*>();
  table->sortByColumn(4, Qt::AscendingOrder);
  EXPECT_TRUE(comparison->asTsv().split('\n')[3].startsWith(QStringLiteral("Divergence")));
  table->sortByColumn(4, Qt::DescendingOrder);
  EXPECT_TRUE(comparison->asTsv().split('\n')[1].startsWith(QStringLiteral("Divergence")));
  Actions::duplicateRun(laboratory);  // a new run appears in it
  settle();
  EXPECT_EQ(comparison->asTsv().split('\n', Qt::SkipEmptyParts).size(), 5);
}

TEST_F(Window, MarksTheLimitOfAnAdaptiveMethodAsARuleOfThumb) {
  choose("optimizer", QStringLiteral("adam"));
  const auto labels = window.findChild<Inspector*>()->findChildren<QLabel*>();
  EXPECT_TRUE(std::any_of(labels.begin(), labels.end(), [](const QLabel* label) {
    return label->isVisible() && label->text().startsWith(QStringLiteral("≈")) &&
           label->toolTip().contains(QStringLiteral("rule of thumb"));
  }));
}

TEST_F(Window, ListsItsKeys) {
  key(Qt::Key_F1);
  const auto* dialog = window.findChild<QDialog*>();
  ASSERT_NE(dialog, nullptr);
  QStringList texts;
  for (const QLabel* label : dialog->findChildren<QLabel*>()) texts << label->text();
  EXPECT_TRUE(texts.contains(QStringLiteral("Play or pause")));
  EXPECT_TRUE(texts.contains(QStringLiteral("1 … 9")));
}

TEST_F(Window, NinePanelsOnTheSmallestScreenDoNotOverlapTheirTexts) {
  window.resize(1024, 700);
  for (int i = 0; i < 6; ++i) key(Qt::Key_D);
  for (RunPanel* panel : panels())
    for (const QLabel* label : panel->findChildren<QLabel*>())
      EXPECT_FALSE(label->isVisible() && label->geometry().intersects(panel->landscape().geometry()))
          << label->text().toStdString();
}

TEST_F(Window, FitsTheSmallestScreen) {
  window.resize(1024, 700);
  settle();
  EXPECT_EQ(window.size(), QSize(1024, 700));
  for (RunPanel* panel : panels()) EXPECT_GT(panel->landscape().height(), 120);
}

}  // namespace
}  // namespace ravine
