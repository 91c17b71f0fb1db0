// The chart of every η beside loss and rate, and the range test: they follow the selected run, and what is chosen in
// them is done.
#include <QFile>
#include <QFileInfo>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QTemporaryDir>
#include <QToolButton>
#include <QWheelEvent>

#include "tests/ui/window/window_fixture.h"
#include "ui/sweep/range_test_chart.h"
#include "ui/sweep/rate_sweep_card.h"
#include "ui/sweep/sweep_view.h"
#include "ui/window/file_desk.h"
#include "ui/window/range_test_dialog.h"

namespace ravine {
namespace {

class EveryRateChart : public WindowFixture {
 protected:
  RateSweepCard& card() { return *window.findChild<RateSweepCard*>(); }
  SweepView& view() { return card().view(); }
  const SweepScene& scene() { return view().scene().value(); }
  QString note() { return card().findChild<QLabel*>(QStringLiteral("rateSweepNote"))->text(); }
  void open() {
    key(Qt::Key_E);
    finish();
  }
  void finish() {
    settle();
    QApplication::processEvents();
  }
  QPoint pixelOf(double lr) {
    const SweepFrame frame(scene(), QRectF(view().rect()));
    return QPointF(frame.pixelOf({lr, 0}).value().x(), frame.area().center().y()).toPoint();
  }
  void turnWheel(const QPoint& at, int notches) {
    QWheelEvent event(at, view().mapToGlobal(at), {}, {0, 120 * notches}, Qt::NoButton, Qt::NoModifier,
                      Qt::NoScrollPhase, false);
    QApplication::sendEvent(&view(), &event);
    finish();
  }
};

TEST_F(EveryRateChart, ComesAndGoesAsAnUndoStep) {
  EXPECT_FALSE(card().isVisible());
  open();
  EXPECT_TRUE(card().isVisible());
  EXPECT_TRUE(laboratory.experiment().charts.everyRate);
  key(Qt::Key_Z, Qt::ControlModifier);
  EXPECT_FALSE(card().isVisible());
  open();
  QTest::mouseClick(card().findChild<QToolButton*>(QStringLiteral("closeRateSweep")), Qt::LeftButton);
  EXPECT_FALSE(card().isVisible());
}

TEST_F(EveryRateChart, ShowsTheSelectedRunOverItsRates) {
  open();
  EXPECT_EQ(scene().sweep().x.quantity, "lr");
  EXPECT_EQ(scene().sweep().run.lossFunction, run().lossFunction);
  EXPECT_LT(scene().sweep().x.from, nominalRate(run()));
  EXPECT_GT(scene().sweep().x.to, nominalRate(run()));
  EXPECT_EQ(scene().mark->place.x(), nominalRate(run()));
  EXPECT_FALSE(scene().result->borders.empty()) << "2/λ";
  EXPECT_TRUE(note().startsWith(QStringLiteral("arrives: "))) << note().toStdString();
  key(Qt::Key_3);
  finish();
  EXPECT_EQ(scene().sweep().run.lossFunction, run(2).lossFunction) << "of the run that is selected now";
}

TEST_F(EveryRateChart, AClickSetsTheRateAndShiftAddsARun) {
  open();
  const std::size_t runs = laboratory.runs().size();
  QTest::mouseClick(&view(), Qt::LeftButton, {}, pixelOf(0.01));
  finish();
  EXPECT_NEAR(nominalRate(run()), 0.01, 0.001);
  EXPECT_EQ(laboratory.runs().size(), runs);
  QTest::mouseClick(&view(), Qt::LeftButton, Qt::ShiftModifier, pixelOf(0.02));
  finish();
  ASSERT_EQ(laboratory.runs().size(), runs + 1);
  EXPECT_NEAR(nominalRate(laboratory.selectedRun()), 0.02, 0.002) << "the new one is selected";
}

TEST_F(EveryRateChart, DraggingTheRateWorksNothingOutAnew) {
  open();
  const auto result = scene().result;
  laboratory.editSelection(QStringLiteral("η"), [](ravine::Run& run) { setNominalRate(run, 0.02); });
  finish();
  EXPECT_EQ(scene().result, result);
  EXPECT_EQ(scene().mark->place.x(), 0.02);
}

TEST_F(EveryRateChart, TheWheelZoomsAndADoubleClickShowsAll) {
  open();
  const SweepAxis all = scene().sweep().x;
  const double rate = nominalRate(run());
  turnWheel(pixelOf(0.05), 4);
  const SweepAxis part = scene().sweep().x;
  EXPECT_GT(part.from, all.from);
  EXPECT_LT(part.to, all.to);
  EXPECT_LT(part.from, 0.05);
  EXPECT_GT(part.to, 0.05);
  const QPoint at = pixelOf(0.05);
  QTest::mouseClick(&view(), Qt::LeftButton, {}, at);
  QTest::mouseDClick(&view(), Qt::LeftButton, {}, at);
  finish();
  EXPECT_EQ(scene().sweep().x, all);
  EXPECT_EQ(nominalRate(run()), rate) << "the clicks were for the zoom";
}

TEST_F(EveryRateChart, WhereDoublePrecisionEndsTheZoomSaysSo) {
  open();
  for (int i = 0; i < 60; ++i) turnWheel(pixelOf(0.5 * (scene().sweep().x.from + scene().sweep().x.to)), 4);
  EXPECT_TRUE(validate(scene().sweep()).empty());
  EXPECT_LT(scene().sweep().x.to / scene().sweep().x.from - 1, 1e-9);
  EXPECT_TRUE(note().contains(QStringLiteral("double precision"))) << note().toStdString();
  EXPECT_TRUE(view().scene()->standings.empty()) << "the last picture stays";
}

TEST_F(EveryRateChart, IsKeptWithItsZoomInAFile) {
  open();
  turnWheel(pixelOf(0.05), 4);
  const SweepAxis part = scene().sweep().x;
  ExperimentView view = window.view();
  EXPECT_EQ(view.everyRateZoom, (Interval{part.from, part.to}));
  view.everyRateZoom = Interval{0.02, 0.2};
  window.setView(view);
  finish();
  EXPECT_EQ(scene().sweep().x.from, 0.02);
  EXPECT_EQ(scene().sweep().x.to, 0.2);
}

TEST_F(EveryRateChart, IsSeenAsItWasLeftWhenAnExperimentIsBroughtBack) {
  window.files().open(*findScenario("every_eta"));
  finish();
  const SweepAxis ofScenario = scene().sweep().x;
  EXPECT_EQ(ofScenario.from, 0.1);
  EXPECT_EQ(ofScenario.to, 0.4);
  window.files().open(*findScenario("near_the_ridge"));
  finish();
  key(Qt::Key_Z, Qt::ControlModifier);
  finish();
  EXPECT_EQ(scene().sweep().x, ofScenario);
}

TEST_F(EveryRateChart, MarksOtherRunsThatItIsOfToo) {
  open();
  ASSERT_EQ(scene().others.size(), 1U) << "the second run differs from the first in η alone";
  EXPECT_EQ(scene().others.front().place.x(), nominalRate(run(1)));
}

TEST_F(EveryRateChart, TellsNothingBeforeThePrediction) {
  open();
  key(Qt::Key_P);
  finish();
  EXPECT_FALSE(view().scene());
  EXPECT_FALSE(note().contains(QStringLiteral("best"))) << note().toStdString();
}

class RangeTestWindow : public WindowFixture {
 protected:
  RangeTestDialog& dialog() { return *window.findChild<RangeTestDialog*>(); }
  void open() {
    key(Qt::Key_R, Qt::ShiftModifier);
    ASSERT_TRUE(window.findChild<RangeTestDialog*>());
    finish();
  }
  void finish() {
    settle();
    dialog().finish();
    QApplication::processEvents();
  }
  template <class Widget>
  Widget& part(const char* name) {
    return *dialog().findChild<Widget*>(QString::fromLatin1(name));
  }
  void type(const char* field, const char* text) {
    auto& entry = part<QLineEdit>(field);
    entry.setText(QString::fromLatin1(text));
    QTest::keyClick(&entry, Qt::Key_Return);
    finish();
  }
  const RangeTestScene& scene() { return dialog().findChild<RangeTestChart*>()->scene().value(); }
};

TEST_F(RangeTestWindow, ShowsTheTestAndTheTruthOverTheSameRates) {
  open();
  EXPECT_FALSE(scene().result->losses.empty());
  const SweepAxis& truth = dialog().findChild<SweepView*>()->scene()->sweep().x;
  EXPECT_EQ(truth.from, scene().result->test.from);
  EXPECT_EQ(truth.to, scene().result->test.to);
  EXPECT_TRUE(scene().result->diverged) << "it goes on far enough to see that";
}

TEST_F(RangeTestWindow, TheTruthIsOfConstantRates) {
  laboratory.editSelection(QStringLiteral("growing"), [](ravine::Run& run) {
    run.schedule = {"exponential", {{"gamma", 1.1}}};
  });
  settle();
  open();
  EXPECT_EQ(dialog().findChild<SweepView*>()->scene()->sweep().run.schedule.id, "constant");
}

TEST_F(RangeTestWindow, WhatIsUsedDoesNotChangeTheNextSuggestion) {
  open();
  const auto before = scene().result->suggestions;
  for (int i = 0; i < 3; ++i) {
    QTest::mouseClick(&part<QPushButton>("use1"), Qt::LeftButton);
    finish();
    QTest::mouseClick(&part<QPushButton>("useBounds"), Qt::LeftButton);
    finish();
    EXPECT_TRUE(part<QLabel>("rangeTold").text().contains(QStringLiteral("cyclical"))) << "that it is done is said";
  }
  EXPECT_EQ(scene().result->suggestions, before);
}

TEST_F(RangeTestWindow, WarnsOfBoundsAboveTheLimit) {
  open();
  type("maxLr", "0.09");
  EXPECT_TRUE(part<QLabel>("boundsWarning").text().isEmpty());
  type("maxLr", "0.5");
  EXPECT_TRUE(part<QLabel>("boundsWarning").text().contains(QStringLiteral("2/λ")));
}

TEST_F(RangeTestWindow, ASuggestionIsUsedWithAClick) {
  open();
  const double suggested = scene().result->suggestions.front().lr;
  QTest::mouseClick(&part<QPushButton>("use0"), Qt::LeftButton);
  finish();
  EXPECT_NEAR(nominalRate(run()), suggested, 0.01 * suggested);
}

TEST_F(RangeTestWindow, BoundsMakeACyclicalSchedule) {
  open();
  type("baseLr", "0.002");
  type("maxLr", "0.09");
  QTest::mouseClick(&part<QPushButton>("useBounds"), Qt::LeftButton);
  finish();
  EXPECT_EQ(run().schedule.id, "cyclic");
  EXPECT_EQ(std::get<double>(run().schedule.parameters.at("base_lr")), 0.002);
  EXPECT_EQ(nominalRate(run()), 0.09);
  key(Qt::Key_Z, Qt::ControlModifier);
  EXPECT_NE(run().schedule.id, "cyclic") << "one undo step";
}

TEST_F(RangeTestWindow, SettingsAreTakenAndWrongOnesSaySo) {
  open();
  type("rangeOfTest", "0.001, 0.5");
  EXPECT_EQ(scene().result->test.from, 0.001);
  EXPECT_EQ(scene().result->test.to, 0.5);
  type("stepsOfTest", "30");
  EXPECT_EQ(scene().result->test.steps, 30);
  type("rangeOfTest", "0.5, 0.001");
  EXPECT_EQ(scene().result->test.from, 0.001) << "the last good range stays";
  type("smoothing", "1");
  EXPECT_LT(scene().result->test.smoothing, 1);
  type("stepsOfTest", "many");
  EXPECT_EQ(scene().result->test.steps, 30);
  type("baseLr", "7");
  EXPECT_LT(scene().bounds->lower, scene().bounds->upper) << "base_lr stays below max_lr";
}

TEST_F(RangeTestWindow, IsWrittenAsAPictureOrTable) {
  open();
  const QTemporaryDir folder;
  for (const char* name : {"t.png", "t.svg", "t.pdf", "t.csv"}) {
    const QString path = folder.filePath(QString::fromLatin1(name));
    EXPECT_FALSE(dialog().write(path)) << name;
    EXPECT_GT(QFileInfo(path).size(), 1000) << name;
  }
  QFile csv(folder.filePath(QStringLiteral("t.csv")));
  ASSERT_TRUE(csv.open(QIODevice::ReadOnly));
  const QByteArray text = csv.readAll();
  EXPECT_TRUE(text.contains("ravine run")) << "the command that makes it again";
  EXPECT_TRUE(text.contains("steepest descent"));
  EXPECT_TRUE(text.contains("lr,loss,smoothed_loss"));
  EXPECT_TRUE(dialog().write(folder.filePath(QStringLiteral("t.doc")))) << "no such format";
}

TEST_F(RangeTestWindow, FollowsTheRun) {
  open();
  const auto before = scene().result;
  laboratory.editSelection(QStringLiteral("Momentum"),
                           [](ravine::Run& run) { run.optimizer.parameters["momentum"] = 0.9; });
  finish();
  EXPECT_NE(scene().result, before);
  key(Qt::Key_3);
  finish();
  EXPECT_EQ(scene().colour, run(2).colour);
}

TEST_F(RangeTestWindow, TellsNothingBeforeThePrediction) {
  open();
  key(Qt::Key_P);
  finish();
  EXPECT_FALSE(dialog().findChild<RangeTestChart*>()->scene());
  EXPECT_FALSE(part<QPushButton>("use0").isEnabled());
}

}  // namespace
}  // namespace ravine
