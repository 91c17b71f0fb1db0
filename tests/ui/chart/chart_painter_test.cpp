#include "ui/chart/chart_painter.h"

#include <gtest/gtest.h>

#include <algorithm>

namespace ravine {
namespace {

ChartScene sceneOf(std::vector<double> values) {
  ChartScene scene;
  scene.area = {50, 10, 700, 250};
  scene.steps = {0, static_cast<double>(values.size() - 1)};
  scene.content.range = {-1, 1};
  scene.theme = Theme::light();
  scene.content.curves.push_back(
      {RunId{1}, 0, {std::make_shared<const std::vector<double>>(std::move(values))}, false, {}});
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
  const CurveLines lines = traceCurves(scene).front();
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
  const QPolygonF line = traceCurves(scene).front().front();
  const auto higher = [](const QPointF& a, const QPointF& b) { return a.y() < b.y(); };
  EXPECT_DOUBLE_EQ(std::min_element(line.begin(), line.end(), higher)->y(), ChartScale(scene).y(0.9));
  EXPECT_DOUBLE_EQ(std::max_element(line.begin(), line.end(), higher)->y(), ChartScale(scene).y(-0.8));
}

TEST(ChartTracing, AGapStaysAGapAndACurveThatJumpsUpAndDownKeepsItsBand) {
  std::vector<double> values;
  for (int t = 0; t <= 20'000; ++t) values.push_back(t % 2 ? 0.5 : -0.5);
  std::fill(values.begin() + 8'000, values.begin() + 12'000, std::numeric_limits<double>::quiet_NaN());
  const ChartScene scene = sceneOf(values);
  const CurveLines lines = traceCurves(scene).front();
  ASSERT_EQ(lines.size(), 2u);
  for (const QPolygonF& line : lines) {
    EXPECT_LT(line.size(), 4 * 300);
    const QRectF box = line.boundingRect();
    EXPECT_DOUBLE_EQ(box.height(), ChartScale(scene).y(-0.5) - ChartScale(scene).y(0.5));
    EXPECT_NEAR(box.width(), 0.4 * scene.area.width(), 1);
  }
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
