#include <gtest/gtest.h>

#include <QCheckBox>
#include <QDialog>
#include <QLabel>
#include <QLineEdit>
#include <QTableView>
#include <QTest>
#include <QWheelEvent>
#include <set>

#include "core/lesson/scenarios.h"
#include "tests/ui/some_scenarios.h"
#include "tests/ui/window/window_fixture.h"
#include "ui/map/landscape_view.h"
#include "ui/map/run_panel.h"
#include "ui/model/laboratory.h"
#include "ui/window/commands.h"
#include "ui/window/comparison.h"
#include "ui/window/file_desk.h"
#include "ui/window/main_window.h"
#include "ui/words/wording.h"

namespace ravine {
namespace {

using Window = WindowFixture;

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

TEST_F(Window, AnotherButtonWhileTheStartIsDraggedDoesNotDropIt) {
  const QPoint from = map().scene().frame.toPixel(run().start).toPoint();
  QTest::mousePress(&map(), Qt::LeftButton, {}, from);
  QTest::mousePress(&map(), Qt::RightButton, {}, from);
  QTest::mouseRelease(&map(), Qt::RightButton, {}, from);
  const QPoint to = from + QPoint(60, 0);
  QMouseEvent move(QEvent::MouseMove, to, map().mapToGlobal(to), Qt::LeftButton, Qt::LeftButton, {});
  QApplication::sendEvent(&map(), &move);
  const double before = run().start.x();
  QTest::mouseRelease(&map(), Qt::LeftButton, {}, to);
  settle();
  EXPECT_GT(before, scenarios().front().experiment.runs.front().start.x() + 1);
  EXPECT_EQ(run().start.x(), before);
}

TEST_F(Window, ADraggedStartHasAShortNumber) {
  const QPoint from = map().scene().frame.toPixel(run().start).toPoint();
  drag(map(), from, from + QPoint(37, 23));
  EXPECT_LE(shortestText(run().start.x()).size(), 6u);
}

TEST_F(Window, WhereTheFocusedMapGoesNoFieldGetsTheKeys) {
  window.activateWindow();
  map(1).setFocus();
  ASSERT_TRUE(map(1).hasFocus());
  laboratory.select(run(1).id);
  key(Qt::Key_Delete);
  ASSERT_EQ(laboratory.runs().size(), 2u);
  EXPECT_EQ(qobject_cast<QLineEdit*>(QApplication::focusWidget()), nullptr);
  ASSERT_NE(QApplication::focusWidget(), nullptr);
}

TEST_F(Window, ANameIsShownAsItIsWritten) {
  const int before = map().height();
  laboratory.document().editRun({}, run().id, [](ravine::Run& r) { r.name = "<h1>Hi</h1><br>&amp;"; });
  settle();
  EXPECT_EQ(map().height(), before);
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

TEST_F(Window, BracketsHalveAndDoubleTheRate) {
  key(Qt::Key_BracketLeft);
  EXPECT_DOUBLE_EQ(run().lr, 0.0475);
  key(Qt::Key_BracketRight);
  EXPECT_DOUBLE_EQ(run().lr, 0.095);
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
  for (const Scenario& scenario : someScenarios()) {
    window.files().open(scenario);
    settle();
    if (scenario.experiment.layout == Layout::sideBySide)
      EXPECT_EQ(panels().size(), scenario.experiment.runs.size());
    else
      EXPECT_EQ(panels().size(), 1u);
    // On a machine that is busy a short one has been played by now.
    EXPECT_TRUE(laboratory.timeline().isPlaying() || laboratory.timeline().playhead() > 0) << scenario.id;
    for (int i = 0; i < 5; ++i) laboratory.timeline().advance(1.7);
    settle();
  }
}

TEST_F(Window, AScenarioThatWasLoadedByMistakeIsUndone) {
  type(field("rate"), QStringLiteral("0.07"));
  const Experiment mine = laboratory.experiment();
  window.files().open(*findScenario("rosenbrock"));
  settle();
  key(Qt::Key_Z, Qt::ControlModifier);
  EXPECT_EQ(laboratory.experiment(), mine);
  EXPECT_EQ(panels().size(), mine.runs.size());
  EXPECT_EQ(result()->run.lr, 0.07);
  key(Qt::Key_Z, Qt::ControlModifier);
  EXPECT_EQ(run().lr, 0.095) << "and what was done before it";
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

TEST_F(Window, UndoOfARemovalSelectsTheRunThatComesBack) {
  const RunId second = run(1).id;
  key(Qt::Key_2);
  key(Qt::Key_Delete);
  key(Qt::Key_Z, Qt::ControlModifier);
  EXPECT_EQ(laboratory.selected(), second);
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

TEST_F(Window, TheComparisonFitsTheSmallestScreen) {
  window.resize(1024, 700);
  settle();
  key(Qt::Key_T);
  EXPECT_LE(window.findChild<Comparison*>()->width(), 1024);
}

TEST_F(Window, TheComparisonKeepsWhatIsSelectedWhenARunChanges) {
  key(Qt::Key_T);
  auto* table = window.findChild<Comparison*>()->findChild<QTableView*>();
  table->selectRow(1);
  key(Qt::Key_BracketLeft);
  ASSERT_EQ(table->selectionModel()->selectedRows().size(), 1);
  EXPECT_EQ(table->selectionModel()->selectedRows().front().row(), 1);
  EXPECT_EQ(table->model()->index(0, 2).data().toString(), wording::number(nominalRate(run()), 5));
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
  duplicateRun(laboratory);  // a new run appears in it
  settle();
  EXPECT_EQ(comparison->asTsv().split('\n', Qt::SkipEmptyParts).size(), 5);
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

TEST_F(Window, FitsTheSmallestScreen) {
  window.resize(1024, 700);
  settle();
  EXPECT_EQ(window.size(), QSize(1024, 700));
  for (RunPanel* panel : panels()) EXPECT_GT(panel->landscape().height(), 120);
}

}  // namespace
}  // namespace ravine
