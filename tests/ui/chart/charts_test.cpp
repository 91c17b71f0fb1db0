#include <gtest/gtest.h>

#include <QApplication>
#include <QSignalSpy>
#include <QTest>
#include <QWheelEvent>

#include "core/lesson/scenarios.h"
#include "ui/chart/chart_view.h"
#include "ui/model/laboratory.h"

namespace ravine {
namespace {

class Charts : public testing::Test {
 protected:
  void load(std::vector<ravine::Run> runs) {
    Experiment experiment;
    experiment.runs = std::move(runs);
    ASSERT_TRUE(validate(experiment).empty());
    laboratory.open(experiment);
    laboratory.finish();
  }
  static ravine::Run run(const std::string& function, const Vector2& start, double lr, std::int64_t steps = 200) {
    ravine::Run run;
    run.lossFunction = {function, {}};
    run.start = start;
    run.lr = lr;
    run.steps = steps;
    return run;
  }
  const Curve& loss(int i) {
    content = lossContent(laboratory.shownRuns(), {});
    return content.curves.at(static_cast<std::size_t>(i));
  }

  Laboratory laboratory{scenarios().front().experiment, ThemeChoice::light};
  ChartContent content;
};

TEST_F(Charts, DivergenceDoesNotWreckTheLossAxisAndIsMarked) {
  load({run("ravine", {-4, 2}, 0.09), run("ravine", {-4, 2}, 0.15, 5000)});
  content = lossContent(laboratory.shownRuns(), {});
  EXPECT_LT(content.range.upper, 1e6);
  EXPECT_GT(content.curves[1].values[content.curves[1].values.size() - 1], 1e290);  // the data are all there
  EXPECT_FALSE(content.curves[1].endMark.isEmpty());
  EXPECT_TRUE(content.curves[0].endMark.isEmpty());
}

TEST_F(Charts, NegativeAndZeroLossesSurviveTheLogScaleAndTheScaleIsNamed) {
  load({run("double_well", {1.6, 0.8}, 0.2)});
  const Curve& curve = loss(0);
  for (std::size_t t = 0; t < curve.values.size(); ++t) EXPECT_GE(curve.values[t], content.range.lower);
  EXPECT_TRUE(content.note.contains(QStringLiteral("above the lowest known")));
}

TEST_F(Charts, ALossWithMinimumZeroIsPlottedAsItIs) {
  load({run("ravine", {-4, 2}, 0.05)});
  const Curve& curve = loss(0);
  EXPECT_DOUBLE_EQ(curve.values[0], 48);
  EXPECT_FALSE(content.note.contains(QStringLiteral("above")));
}

TEST_F(Charts, AnUnboundedLossHasAChartToo) {
  load({run("quadratic_saddle", {2, 0.01}, 0.1)});
  loss(0);
  EXPECT_GT(content.range.upper, content.range.lower);
  EXPECT_TRUE(std::isfinite(content.range.upper));
}

TEST_F(Charts, TheRateChartShowsTheLimitBesideTheRate) {
  load({run("ravine", {-4, 2}, 0.09)});
  content = rateContent(laboratory.shownRuns(), {});
  ASSERT_EQ(content.curves.size(), 2u);
  EXPECT_EQ(content.curves[0].role, CurveRole::limit);
  EXPECT_DOUBLE_EQ(content.curves[0].values[17], 0.1);
  EXPECT_DOUBLE_EQ(content.curves[1].values[17], 0.09);
  EXPECT_TRUE(content.range.contains(0.1));
  EXPECT_FALSE(content.logarithmic);
}

TEST_F(Charts, TheRateIsLinearUnlessAskedAndTheRunsSetItsScale) {
  load({run("bowl", {-4, 2}, 0.5), run("bowl", {-4, 2}, 0.001)});
  content = rateContent(laboratory.shownRuns(), {});
  EXPECT_FALSE(content.logarithmic);
  EXPECT_LE(content.range.upper, 2);
  EXPECT_TRUE(rateContent(laboratory.shownRuns(), {.logarithmicRate = true}).logarithmic);
}

TEST_F(Charts, OneConvergedRunDoesNotFlattenTheOthers) {
  ravine::Run newton = run("rosenbrock", {-1.2, 1}, 1);
  newton.optimizer.id = "damped_newton";
  load({run("rosenbrock", {-1.2, 1}, 0.001), newton});
  content = lossContent(laboratory.shownRuns(), {});
  EXPECT_GE(content.range.lower, 1e-12);
}

TEST_F(Charts, ShowTheGradientAndTheDistanceToo) {
  load({run("ravine", {-4, 2}, 0.05)});
  content = lossContent(laboratory.shownRuns(), {.quantity = Quantity::gradientNorm});
  EXPECT_NEAR(content.curves[0].values[0], std::hypot(4, 40), 1e-12);
  content = lossContent(laboratory.shownRuns(), {.quantity = Quantity::distance});
  EXPECT_NEAR(content.curves[0].values[0], std::hypot(4, 2), 1e-12);
}

TEST_F(Charts, ALinearScaleLeavesRoomForLossesBelowZero) {
  load({run("double_well", {1.6, 0.8}, 0.2), run("double_well", {1.6, 0.8}, 0.35)});
  content = lossContent(laboratory.shownRuns(), {.logarithmicLoss = false});
  EXPECT_LT(content.range.lower, -0.3);
  EXPECT_LT(content.range.upper, 100) << "the diverging one leaves through the top";
}

TEST_F(Charts, TheWheelZoomsAndADoubleClickShowsAllAgain) {
  ChartView chart(laboratory, lossContent);
  chart.resize(600, 300);
  chart.show();
  laboratory.finish();
  chart.replot();
  const Interval all = chart.scene().steps;
  const QPointF at(300, 120);
  QWheelEvent wheel(at, chart.mapToGlobal(at), {}, {0, 240}, {}, {}, Qt::NoScrollPhase, false);
  QApplication::sendEvent(&chart, &wheel);
  EXPECT_LT(chart.scene().steps.length(), all.length());
  EXPECT_LT(chart.scene().values.upper / chart.scene().values.lower, 1e9);
  QTest::mouseDClick(&chart, Qt::LeftButton, {}, at.toPoint());
  EXPECT_EQ(chart.scene().steps, all);
}

TEST_F(Charts, NameWhatIsInTheSchedule) {
  ravine::Run cyclic = run("ravine", {-4, 2}, 0.05);
  cyclic.schedule = {"cyclic", findSchedule("cyclic")->suggest(0.05, 200)};
  load({cyclic});
  ChartView chart(laboratory, rateContent);
  EXPECT_TRUE(chart.scene().content.landmarks.empty());
  chart.showLandmarks(true);
  std::vector<std::string> names;
  for (const Landmark& mark : chart.scene().content.landmarks) names.push_back(mark.name);
  for (const char* name : {"base_lr", "max_lr", "step_size_up"})
    EXPECT_NE(std::find(names.begin(), names.end(), name), names.end()) << name;
}

TEST_F(Charts, AClickMovesThePlayheadToAWholeStepAndPauses) {
  ChartView chart(laboratory, lossContent);
  chart.resize(600, 300);
  chart.show();
  laboratory.finish();
  chart.replot();
  laboratory.timeline().setPlaying(true);
  const QPoint at(static_cast<int>(chart.xAxis->coordToPixel(44)), 120);
  QTest::mouseClick(&chart, Qt::LeftButton, {}, at);
  EXPECT_DOUBLE_EQ(laboratory.timeline().playhead(), 44);
  EXPECT_FALSE(laboratory.timeline().isPlaying());
}

TEST_F(Charts, SayInWordsWhatTheyShow) {
  ChartView chart(laboratory, rateContent);
  EXPECT_TRUE(chart.whatItShows().contains(QStringLiteral("Divergence has not been computed yet.")));
  laboratory.finish();
  EXPECT_TRUE(chart.whatItShows().contains(QStringLiteral("Divergence: η = ")));
}

}  // namespace
}  // namespace ravine
