#include "ui/chart/chart_painter.h"

#include <gtest/gtest.h>

#include <algorithm>

#include "ui/chart/chart_marks.h"

namespace ravine {
namespace {

ChartScene sceneOf(std::vector<double> values) {
  ChartScene scene;
  scene.area = {50, 10, 700, 250};
  scene.steps = {0, static_cast<double>(values.size() - 1)};
  scene.content.range = {-1, 1};
  scene.values = scene.content.range;
  scene.theme = Theme::light();
  scene.content.curves.push_back({RunId{1},
                                  0,
                                  {std::make_shared<const std::vector<double>>(std::move(values))},
                                  CurveRole::value,
                                  {},
                                  QStringLiteral("Run")});
  return scene;
}

// Of a line whose x never falls.
double heightAt(const QPolygonF& line, double x) {
  for (qsizetype i = 0; i + 1 < line.size(); ++i)
    if (line[i].x() <= x && x <= line[i + 1].x() && line[i].x() < line[i + 1].x())
      return line[i].y() + (x - line[i].x()) / (line[i + 1].x() - line[i].x()) * (line[i + 1].y() - line[i].y());
  return line.back().y();
}

TEST(ChartTracing, ASmoothCurveOfManyStepsNeedsFewPointsAndIsNowhereSeenToDiffer) {
  std::vector<double> values;
  for (int t = 0; t <= 100'000; ++t) values.push_back(std::sin(t / 12'000.0) * std::exp(-t / 60'000.0));
  const ChartScene scene = sceneOf(values);
  const std::vector<QPolygonF> lines = traceCurves(scene).front().lines;
  ASSERT_EQ(lines.size(), 1u);
  EXPECT_LT(lines[0].size(), 200);
  const ChartScale scale(scene);
  for (std::size_t t = 0; t < values.size(); t += 7) {
    const QPointF exact = scale.at(static_cast<double>(t), values[t]);
    EXPECT_NEAR(heightAt(lines[0], exact.x()), exact.y(), 0.3) << t;  // pixels
  }
}

TEST(ChartTracing, NoSpikeIsLost) {
  std::vector<double> values(100'001, 0.0);
  values[54'321] = 0.9;
  values[54'322] = -0.8;
  const ChartScene scene = sceneOf(values);
  const QPolygonF line = traceCurves(scene).front().lines.front();
  const auto higher = [](const QPointF& a, const QPointF& b) { return a.y() < b.y(); };
  EXPECT_DOUBLE_EQ(std::min_element(line.begin(), line.end(), higher)->y(), ChartScale(scene).y(0.9));
  EXPECT_DOUBLE_EQ(std::max_element(line.begin(), line.end(), higher)->y(), ChartScale(scene).y(-0.8));
}

TEST(ChartTracing, AGapStaysAGapAndACurveThatJumpsUpAndDownKeepsItsBand) {
  std::vector<double> values;
  for (int t = 0; t <= 20'000; ++t) values.push_back(t % 2 ? 0.5 : -0.5);
  std::fill(values.begin() + 8'000, values.begin() + 12'000, std::numeric_limits<double>::quiet_NaN());
  const ChartScene scene = sceneOf(values);
  const std::vector<QPolygonF> lines = traceCurves(scene).front().lines;
  ASSERT_EQ(lines.size(), 2u);
  for (const QPolygonF& line : lines) {
    EXPECT_LT(line.size(), 4 * 300);
    const QRectF box = line.boundingRect();
    EXPECT_DOUBLE_EQ(box.height(), ChartScale(scene).y(-0.5) - ChartScale(scene).y(0.5));
    EXPECT_NEAR(box.width(), 0.4 * scene.area.width(), 1);
  }
}

TEST(ChartTracing, ALimitThatJumpsFasterThanOneCanSeeIsABandBetweenItsEnds) {
  std::vector<double> values;
  for (int t = 0; t <= 400; ++t) values.push_back(t < 200 ? 0.2 : t % 2 ? 0.6 : -0.4);
  ChartScene scene = sceneOf(values);
  scene.content.curves.front().role = CurveRole::limit;
  const CurveLines traced = traceCurves(scene).front();
  const ChartScale scale(scene);
  ASSERT_EQ(traced.bands.size(), 1u);
  const QRectF band = traced.bands.front().boundingRect();
  EXPECT_NEAR(band.top(), scale.y(0.6), 1e-9);
  EXPECT_NEAR(band.bottom(), scale.y(-0.4), 1e-9);
  EXPECT_NEAR(band.left(), scale.x(199), 3 * (scale.x(1) - scale.x(0)));
  for (const QPolygonF& line : traced.lines) EXPECT_LT(line.boundingRect().height(), 1) << "no dashes in the band";
  scene.content.curves.front().role = CurveRole::value;
  EXPECT_TRUE(traceCurves(scene).front().bands.empty()) << "a thing measured is a line";
}

TEST(ChartScene, TheEndOfADivergedRunIsWrittenWhereItsCurveIsNot) {
  std::vector<double> values;
  for (int t = 0; t <= 60; ++t) values.push_back(std::pow(1.12, t));
  ChartScene scene = sceneOf(values);
  scene.content.logarithmic = true;
  scene.content.range = {0.1, 500};
  scene.values = scene.content.range;
  scene.content.curves.front().endMark = QStringLiteral("diverged at step 60");
  scene.playhead = 0;
  const auto painted = [&](bool ends) {
    QImage image(800, 300, QImage::Format_RGB32);
    image.fill(Qt::white);
    QPainter painter(&image);
    const auto lines = traceCurves(scene);
    if (ends)
      paintEnds(painter, scene, lines);
    else
      paintCurves(painter, scene, lines);
    return image;
  };
  const QImage ends = painted(true);
  const QImage curve = painted(false);
  int dark = 0;
  for (int y = 12; y < 250; ++y)
    for (int x = 60; x < 740; ++x) {
      const bool text = qGray(ends.pixel(x, y)) < 140;
      dark += text;
      // The arrow touches the curve, the words do not.
      EXPECT_FALSE(y > 22 && text && qGray(curve.pixel(x, y)) < 200) << x << ", " << y;
    }
  EXPECT_GT(dark, 100) << "in full long before the playhead is there";
}

TEST(ChartScene, NamesTheValueThatIsPointedAt) {
  ChartScene scene = sceneOf(std::vector<double>(101, 0.25));
  const ChartScale scale(scene);
  const auto point = pointAt(scene, scale.at(40.2, 0.25) + QPointF(0, 5));
  ASSERT_TRUE(point);
  EXPECT_EQ(point->step, 40u);
  EXPECT_FALSE(pointAt(scene, scale.at(40, 0.25) + QPointF(0, 80)));
}

TEST(ChartScene, ThePastIsSolidTheFutureFaint) {
  ChartScene scene = sceneOf(std::vector<double>(101, 0.0));
  scene.playhead = 50;
  QImage image(800, 300, QImage::Format_RGB32);
  image.fill(Qt::white);
  QPainter painter(&image);
  painter.setRenderHint(QPainter::Antialiasing);
  paintChart(painter, scene);
  const int row = qRound(ChartScale(scene).y(0));
  EXPECT_LT(qGray(image.pixel(150, row)), qGray(image.pixel(650, row)));
  EXPECT_LT(qGray(image.pixel(650, row)), 255);
}

}  // namespace
}  // namespace ravine
