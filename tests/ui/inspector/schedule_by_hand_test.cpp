// Schedules that are dragged in their preview and drawn in a dialog.
#include <gtest/gtest.h>

#include <QDialogButtonBox>
#include <QPushButton>
#include <QTest>
#include <QToolButton>
#include <QUndoStack>
#include <cmath>
#include <numbers>

#include "core/run/run_breakpoints.h"
#include "tests/ui/window/window_fixture.h"
#include "ui/inspector/schedule_canvas.h"
#include "ui/inspector/schedule_dialog.h"

namespace ravine {
namespace {

class ScheduleByHandTest : public WindowFixture {
 protected:
  ScheduleCanvas& preview() { return *window.findChild<ScheduleCanvas*>(); }
  ScheduleDialog& openDialog() {
    QTest::mouseClick(window.findChild<QToolButton*>(QStringLiteral("drawSchedule")), Qt::LeftButton);
    settle();
    return *window.findChild<ScheduleDialog*>();
  }
  ScheduleCanvas& canvas() { return *window.findChild<ScheduleDialog*>()->findChild<ScheduleCanvas*>(); }
  void close(QDialogButtonBox::StandardButton button) {
    auto& dialog = *window.findChild<ScheduleDialog*>();
    QTest::mouseClick(dialog.findChild<QDialogButtonBox*>()->button(button), Qt::LeftButton);
    QCoreApplication::sendPostedEvents(nullptr, QEvent::DeferredDelete);
    settle();
    EXPECT_EQ(window.findChild<ScheduleDialog*>(), nullptr);
    window.activateWindow();
    settle();
  }
  static QPoint handle(const ScheduleCanvas& canvas, qsizetype i) {
    return canvas.scene().toPixel(canvas.scene().handles.at(i)).toPoint();
  }
  void move(QWidget& widget, const QPoint& to, Qt::MouseButtons buttons = Qt::LeftButton) {
    QMouseEvent event(QEvent::MouseMove, to, widget.mapToGlobal(to), Qt::NoButton, buttons, {});
    QApplication::sendEvent(&widget, &event);
  }
  // η as a function of the part of the run, with the pen along it from `from` to `to`.
  template <class Curve>
  void draw(Curve curve, double from = 0, double to = 1) {
    const ScheduleScene scene = canvas().scene();
    const auto pixel = [&](double part) { return scene.toPixel({part * scene.steps, curve(part)}).toPoint(); };
    QTest::mousePress(&canvas(), Qt::LeftButton, {}, pixel(from));
    for (int i = 1; i <= 100; ++i) move(canvas(), pixel(from + (to - from) * i / 100));
    QTest::mouseRelease(&canvas(), Qt::LeftButton, {}, pixel(to));
    settle();
  }
  void setPoints(const Breakpoints& points) {
    laboratory.editSelection({}, [&](ravine::Run& r) { setBreakpoints(r, points); });
    laboratory.document().undoStack().clear();
    settle();
  }
  int steps() { return laboratory.document().undoStack().index(); }
  Breakpoints points(std::size_t i = 0) { return breakpoints(run(i)); }

  const Breakpoints four{{0, 0.1}, {20, 1}, {40, 0.5}, {60, 0}};  // the run has 60 steps
};

TEST_F(ScheduleByHandTest, ADragOfAPointIsOneUndoStep) {
  setPoints(four);
  const QPoint from = handle(preview(), 2);
  drag(preview(), from, from + QPoint(40, -6));
  EXPECT_GT(points()[2].step, 42);
  EXPECT_EQ(points()[2].step, std::round(points()[2].step));
  EXPECT_GT(points()[2].factor, 0.55);
  EXPECT_EQ(points()[1], four[1]);
  EXPECT_EQ(steps(), 1);
  EXPECT_DOUBLE_EQ(result()->trajectory.lrs[static_cast<std::size_t>(points()[2].step)], 0.095 * points()[2].factor)
      << "the run follows";
  key(Qt::Key_Z, Qt::ControlModifier);
  EXPECT_EQ(points(), four);
}

TEST_F(ScheduleByHandTest, ADragThatReturnsHomeLeavesNoStep) {
  setPoints({{0, 0.123456}, {20.5, 1}, {60, 0}});
  const Breakpoints before = points();
  for (const qsizetype i : {0, 1}) {
    const QPoint from = handle(preview(), i);
    QTest::mousePress(&preview(), Qt::LeftButton, {}, from);
    move(preview(), from + QPoint(30, 5));
    EXPECT_NE(points(), before);
    move(preview(), from);
    QTest::mouseRelease(&preview(), Qt::LeftButton, {}, from);
    EXPECT_EQ(points(), before);
    EXPECT_EQ(laboratory.document().undoStack().count(), 0);
  }
}

TEST_F(ScheduleByHandTest, APointIsDraggedNeitherPastItsNeighboursNorBelowNothing) {
  setPoints(four);
  drag(preview(), handle(preview(), 1), handle(preview(), 1) + QPoint(500, 500));
  EXPECT_EQ(points()[1], (Breakpoint{39, 0}));
  drag(preview(), handle(preview(), 0), handle(preview(), 0) - QPoint(500, 0));
  EXPECT_EQ(points()[0], four[0]);
  drag(preview(), handle(preview(), 3), handle(preview(), 3) + QPoint(500, 0));
  EXPECT_EQ(points()[3], four[3]) << "not out of sight";
}

TEST_F(ScheduleByHandTest, ARateCanBeDraggedFarAboveTheHighest) {
  setPoints(four);
  drag(preview(), handle(preview(), 1), handle(preview(), 1) - QPoint(0, 60));
  EXPECT_GT(points()[1].factor, 2);
  EXPECT_TRUE(preview().rect().contains(handle(preview(), 1))) << "and is still to be seen";
}

TEST_F(ScheduleByHandTest, WhileDraggingTheStepAndTheRateAreTold) {
  setPoints(four);
  const QPoint from = handle(preview(), 2);
  QTest::mousePress(&preview(), Qt::LeftButton, {}, from);
  ASSERT_TRUE(preview().scene().reading);
  EXPECT_EQ(preview().scene().reading->text, QStringLiteral("step 40 · η = 0.0475"));
  QTest::mouseRelease(&preview(), Qt::LeftButton, {}, from);
  EXPECT_EQ(steps(), 0);
}

TEST_F(ScheduleByHandTest, ADoubleClickAddsAPointOnTheLineUpToTwelve) {
  setPoints(four);
  const ScheduleScene scene = preview().scene();
  QTest::mouseDClick(&preview(), Qt::LeftButton, {}, scene.toPixel({30, 0.75 * 0.095}).toPoint());
  ASSERT_EQ(points().size(), 5u);
  EXPECT_EQ(points()[2], (Breakpoint{30, 0.75}));
  EXPECT_EQ(steps(), 1);
  Breakpoints many;
  for (int i = 0; i < 12; ++i) many.push_back({5.0 * i, 1});
  setPoints(many);
  QTest::mouseDClick(&preview(), Qt::LeftButton, {}, preview().scene().toPixel({52.5, 0.03}).toPoint());
  EXPECT_EQ(points(), many);
  EXPECT_EQ(steps(), 0);
}

TEST_F(ScheduleByHandTest, ARightClickRemovesAPointAndTwoStay) {
  setPoints(four);
  QTest::mouseClick(&preview(), Qt::RightButton, {}, handle(preview(), 1));
  EXPECT_EQ(points(), (Breakpoints{four[0], four[2], four[3]}));
  QTest::mouseClick(&preview(), Qt::RightButton, {}, handle(preview(), 1));
  QTest::mouseClick(&preview(), Qt::RightButton, {}, handle(preview(), 0));
  EXPECT_EQ(points(), (Breakpoints{four[0], four[3]}));
  EXPECT_EQ(steps(), 2);
}

TEST_F(ScheduleByHandTest, EverythingIsDoneWithKeysToo) {
  setPoints(four);
  preview().setFocus(Qt::TabFocusReason);
  const std::size_t runs = laboratory.runs().size();
  const double playhead = laboratory.timeline().playhead();
  QTest::keyClick(&preview(), Qt::Key_Tab);
  QTest::keyClick(&preview(), Qt::Key_Right);
  EXPECT_EQ(points()[1], (Breakpoint{21, 1}));
  EXPECT_EQ(preview().scene().reading->text, QStringLiteral("step 21 · η = 0.095"));
  QTest::keyClick(&preview(), Qt::Key_Left, Qt::ShiftModifier);
  EXPECT_EQ(points()[1], (Breakpoint{11, 1}));
  QTest::keyClick(&preview(), Qt::Key_Down);
  EXPECT_LT(points()[1].factor, 1);
  QTest::keyClick(&preview(), Qt::Key_Insert);
  EXPECT_EQ(points().size(), 5u);
  QTest::keyClick(&preview(), Qt::Key_Delete);
  QTest::keyClick(&preview(), Qt::Key_Backspace);
  EXPECT_EQ(points().size(), 3u);
  EXPECT_EQ(laboratory.runs().size(), runs) << "Del is the point's here";
  EXPECT_EQ(laboratory.timeline().playhead(), playhead);
  EXPECT_EQ(steps(), 6);
  for (int i = 0; i < 3; ++i) QTest::keyClick(&preview(), Qt::Key_Tab);
  EXPECT_FALSE(preview().hasFocus()) << "Tab leads out again";
}

TEST_F(ScheduleByHandTest, AllSelectedRunsGetTheSamePointsAndKeepTheirRates) {
  laboratory.selectAll();
  setPoints(four);
  const double second = nominalRate(run(1));
  drag(preview(), handle(preview(), 1), handle(preview(), 1) + QPoint(20, 8));
  EXPECT_NE(points(), four);
  EXPECT_EQ(points(1), points());
  EXPECT_EQ(nominalRate(run(1)), second);
  EXPECT_NE(nominalRate(run(0)), second);
  EXPECT_EQ(steps(), 1);
}

TEST_F(ScheduleByHandTest, ThePreviewOfAnotherScheduleHasNothingToTakeHoldOf) {
  EXPECT_TRUE(preview().scene().handles.isEmpty());
  drag(preview(), {20, 20}, {90, 40});
  QTest::mouseDClick(&preview(), Qt::LeftButton, {}, {50, 30});
  EXPECT_EQ(steps(), 0);
  EXPECT_EQ(preview().focusPolicy(), Qt::NoFocus);
}

TEST_F(ScheduleByHandTest, PointsFollowTheWarmUp) {
  setPoints(four);
  type(field("warm-up"), QStringLiteral("10"));
  EXPECT_EQ(preview().scene().handles[1].x(), 30);
  const QPoint from = handle(preview(), 1);
  drag(preview(), from, from + QPoint(0, 12));
  EXPECT_EQ(points()[1].step, 20);
  EXPECT_DOUBLE_EQ(result()->trajectory.lrs[30], 0.095 * points()[1].factor);
  EXPECT_EQ(points()[3], four[3]) << "a point beyond the last step stays";
}

TEST_F(ScheduleByHandTest, ADrawnCurveBecomesAtMostTwelvePointsThatFollowIt) {
  openDialog();
  const auto wave = [](double part) { return 0.05 + 0.03 * std::sin(2 * std::numbers::pi * part); };
  draw(wave);
  EXPECT_LE(points().size(), kMostBreakpoints);
  EXPECT_GE(points().size(), 6u);
  const LearningRate rates = learningRate(run());
  for (int t = 0; t < 60; ++t) EXPECT_NEAR(rates(t, 0), wave(t / 60.0), 0.003) << t;
  for (int t = 0; t < 60; ++t) EXPECT_DOUBLE_EQ(result()->trajectory.lrs[static_cast<std::size_t>(t)], rates(t, 0));
  close(QDialogButtonBox::Ok);
  EXPECT_EQ(steps(), 1);
  key(Qt::Key_Z, Qt::ControlModifier);
  EXPECT_EQ(run().schedule.id, "constant");
}

TEST_F(ScheduleByHandTest, WhileDrawingTheStepAndTheRateUnderThePenAreTold) {
  openDialog();
  const QPoint to = canvas().scene().toPixel({30, 0.05}).toPoint();
  QTest::mousePress(&canvas(), Qt::LeftButton, {}, canvas().scene().toPixel({10, 0.07}).toPoint());
  move(canvas(), to);
  ASSERT_TRUE(canvas().scene().reading);
  EXPECT_TRUE(canvas().scene().reading->text.startsWith(QStringLiteral("step 30 · η = 0.0")));
  QTest::mouseRelease(&canvas(), Qt::LeftButton, {}, to);
  EXPECT_FALSE(canvas().scene().reading);
  close(QDialogButtonBox::Cancel);
}

TEST_F(ScheduleByHandTest, GoingBackRedrawsOnlyThatPart) {
  setPoints({{0, 1}, {60, 1}});
  openDialog();
  draw([](double part) { return part < 0.4 ? 0.05 : 0.02; }, 0.6, 0.2);
  const LearningRate rates = learningRate(run());
  EXPECT_DOUBLE_EQ(rates(5, 0), 0.095);
  EXPECT_NEAR(rates(18, 0), 0.05, 0.002);
  EXPECT_NEAR(rates(30, 0), 0.02, 0.002);
  EXPECT_DOUBLE_EQ(rates(50, 0), 0.095);
}

TEST_F(ScheduleByHandTest, CancelLeavesTheRunAsItWasAndNoStep) {
  for (const bool byEscape : {true, false}) {
    ScheduleDialog& dialog = openDialog();
    draw([](double part) { return 0.09 * part; });
    draw([](double) { return 0.04; }, 0.2, 0.5);
    EXPECT_FALSE(points().empty()) << "it is live";
    if (byEscape) {
      QTest::keyClick(&dialog, Qt::Key_Escape);
      QCoreApplication::sendPostedEvents(nullptr, QEvent::DeferredDelete);
    } else {
      close(QDialogButtonBox::Cancel);
    }
    settle();
    EXPECT_EQ(run().schedule.id, "constant");
    EXPECT_EQ(run().lr, 0.095);
    EXPECT_EQ(laboratory.document().undoStack().count(), 0);
  }
}

TEST_F(ScheduleByHandTest, TheLastStrokeCanBeTakenBackInTheDialog) {
  ScheduleDialog& dialog = openDialog();
  auto& takeBack = *dialog.findChild<QPushButton*>(QStringLiteral("takeBack"));
  EXPECT_FALSE(takeBack.isEnabled());
  draw([](double part) { return 0.09 * part; });
  const Breakpoints first = points();
  draw([](double) { return 0.04; }, 0.2, 0.5);
  EXPECT_NE(points(), first);
  QTest::keyClick(&dialog, Qt::Key_Z, Qt::ControlModifier);
  EXPECT_EQ(points(), first);
  QTest::mouseClick(&takeBack, Qt::LeftButton);
  EXPECT_EQ(run().schedule.id, "constant");
  EXPECT_FALSE(takeBack.isEnabled());
  close(QDialogButtonBox::Ok);
  EXPECT_EQ(laboratory.document().undoStack().count(), 0) << "nothing has changed";
}

TEST_F(ScheduleByHandTest, APointOfAnyScheduleIsDraggedInTheDialogAndTheRestOfTheCurveStays) {
  for (const char* id : {"cosine_annealing", "onecycle"}) {
    SCOPED_TRACE(id);
    choose("schedule", QLatin1String(id));
    const LearningRate before = learningRate(run());
    const double nominal = nominalRate(run());
    openDialog();
    const QPoint from = handle(canvas(), 3);
    drag(canvas(), from, from + QPoint(0, 40));
    ASSERT_GE(points().size(), 6u);
    EXPECT_DOUBLE_EQ(nominalRate(run()), nominal);
    const LearningRate after = learningRate(run());
    const auto moved = static_cast<std::int64_t>(points()[3].step);
    EXPECT_LT(after(moved, 0), before(moved, 0) - 0.005);
    for (auto t = static_cast<std::int64_t>(points()[4].step); t < 60; ++t)
      EXPECT_NEAR(after(t, 0), before(t, 0), 0.02 * nominal) << t;
    close(QDialogButtonBox::Ok);
  }
}

TEST_F(ScheduleByHandTest, AScheduleThatListensIsDrawnOverAsItWent) {
  choose("schedule", QStringLiteral("reduce_on_plateau"));
  openDialog();
  draw([](double) { return 0.03; }, 0.5, 0.75);
  EXPECT_FALSE(points().empty());
  EXPECT_NEAR(learningRate(run())(36, 0), 0.03, 0.002);
  close(QDialogButtonBox::Cancel);
  EXPECT_EQ(run().schedule.id, "reduce_on_plateau");
}

TEST_F(ScheduleByHandTest, AfterAWarmUpTheCurveIsThatOfTheRun) {
  type(field("warm-up"), QStringLiteral("20"));
  openDialog();
  draw([](double) { return 0.06; });
  EXPECT_EQ(points().front().step, 0) << "the schedule's own first step";
  for (int t = 20; t < 60; ++t) EXPECT_NEAR(learningRate(run())(t, 0), 0.06, 0.001);
  close(QDialogButtonBox::Ok);
  type(field("warm-up"), QStringLiteral("60"));
  openDialog();
  laboratory.document().undoStack().clear();
  draw([](double) { return 0.02; });
  EXPECT_EQ(steps(), 0) << "there is nothing left to draw";
  close(QDialogButtonBox::Cancel);
}

TEST_F(ScheduleByHandTest, TheDialogHasRoomInTheSmallestWindowWithTheLargestText) {
  laboratory.themes().setScale(kLargestScale);
  window.resize(1024, 700);
  settle();
  ScheduleDialog& dialog = openDialog();
  EXPECT_LE(dialog.width(), window.width());
  EXPECT_LE(dialog.height(), window.height());
  EXPECT_GT(canvas().scene().area.height(), 100);
  close(QDialogButtonBox::Cancel);
}

}  // namespace
}  // namespace ravine
