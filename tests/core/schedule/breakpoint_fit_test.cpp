#include "core/schedule/breakpoint_fit.h"

#include <gtest/gtest.h>

#include <cmath>
#include <limits>
#include <numbers>
#include <random>

#include "core/schedule/drawn_curve.h"

namespace ravine {
namespace {

LearningRate linesThrough(const Breakpoints& points, double nominal = 1) {
  return findSchedule(kScheduleOfBreakpoints)->make(parametersFrom(points), nominal);
}

double squaredDistance(const Breakpoints& points, const std::vector<Breakpoint>& samples) {
  const LearningRate lines = linesThrough(points);
  double sum = 0;
  for (const Breakpoint& s : samples) sum += std::pow(lines(static_cast<std::int64_t>(s.step), 0) - s.factor, 2);
  return sum;
}

void expectAllowed(const Breakpoints& points) {
  ASSERT_GE(points.size(), kFewestBreakpoints);
  EXPECT_LE(points.size(), kMostBreakpoints);
  const ScheduleInfo& info = *findSchedule(kScheduleOfBreakpoints);
  EXPECT_TRUE(check(info.parameters, parametersFrom(points), "").empty());
  EXPECT_TRUE(info.check(parametersFrom(points)).empty());
  for (const Breakpoint& point : points) EXPECT_EQ(point.step, std::round(point.step));
}

TEST(BreakpointFit, FindsThePointsOfACurveThatIsMadeOfStraightLines) {
  const Breakpoints points{{0, 0.1}, {20, 1}, {100, 0.8}, {101, 0.2}, {199, 0}};
  EXPECT_EQ(fitBreakpoints(sampleSchedule(linesThrough(points), 1, 200)), points);
}

TEST(BreakpointFit, ALineIsTwoPoints) {
  const Breakpoints fitted = fitBreakpoints(sampleSchedule(linesThrough({{0, 1}, {100, 0}}), 1, 101));
  EXPECT_EQ(fitted, (Breakpoints{{0, 1}, {100, 0}}));
}

TEST(BreakpointFit, IsTheBestThatSoFewPointsCanDo) {
  std::mt19937 random(7);
  std::uniform_real_distribution<double> height(0.5, 1);
  std::vector<Breakpoint> samples;
  for (int t = 0; t < 12; ++t) samples.push_back({static_cast<double>(t), height(random)});
  const double reached = squaredDistance(fitBreakpoints(samples, 4), samples);
  double best = std::numeric_limits<double>::infinity();
  for (std::size_t i = 1; i < 11; ++i)
    for (std::size_t j = i + 1; j < 11; ++j)
      best = std::min(best, squaredDistance({samples[0], samples[i], samples[j], samples[11]}, samples));
  EXPECT_NEAR(reached, best, 1e-3) << "but for the rounding of the factors";
}

TEST(BreakpointFit, EveryScheduleThatDoesNotListenBecomesAllowedPoints) {
  for (const ScheduleInfo& info : schedules()) {
    if (info.listens) continue;
    for (const std::int64_t steps : {1, 2, 3, 60, 200, 5000, 100'000}) {
      SCOPED_TRACE(info.id + ' ' + std::to_string(steps));
      const LearningRate rates = info.make(info.suggest(0.3, steps), 0.3);
      const Breakpoints points = fitBreakpoints(sampleSchedule(rates, 0.3, steps));
      expectAllowed(points);
      if (info.recurring || steps < 3) continue;
      const LearningRate lines = linesThrough(points, 0.3);
      double sum = 0;
      for (std::int64_t t = 0; t < steps; ++t) sum += std::pow((lines(t, 0) - rates(t, 0)) / 0.3, 2);
      EXPECT_LT(std::sqrt(sum / static_cast<double>(steps)), 0.02);
    }
  }
}

TEST(BreakpointFit, AJumpInALongRunStaysAJump) {
  const LearningRate rates = findSchedule("step")->make({{"step_size", std::int64_t{3333}}, {"gamma", 0.5}}, 1);
  const Breakpoints points = fitBreakpoints(sampleSchedule(rates, 1, 10'000));
  const LearningRate lines = linesThrough(points);
  for (std::int64_t t = 0; t < 10'000; ++t) ASSERT_NEAR(lines(t, 0), rates(t, 0), 1e-12) << t;
}

TEST(BreakpointFit, WhatIsNoNumberOrBelowNothingDoesNotGetIn) {
  const double nan = std::numeric_limits<double>::quiet_NaN();
  const double infinite = std::numeric_limits<double>::infinity();
  expectAllowed(fitBreakpoints({{0, -1}, {1, nan}, {2, infinite}, {3, 0.5}}));
  EXPECT_EQ(fitBreakpoints({{0, nan}, {4, 0.5}}), (Breakpoints{{4, 0.5}, {5, 0.5}}));
  EXPECT_EQ(fitBreakpoints({{0, 0}, {5, 0}, {9, 0}}), (Breakpoints{{0, 0}, {9, 0}}));
}

TEST(DrawnCurve, IsFollowedByTwelvePoints) {
  DrawnCurve curve(sampleSchedule(linesThrough({{0, 1}, {199, 1}}), 1, 200));
  const auto pen = [](double t) { return 0.5 + 0.4 * std::sin(2 * std::numbers::pi * t / 199); };
  for (double t = 0; t <= 199; t += 3.3) curve.drawTo({t, pen(t)});
  const Breakpoints points = fitBreakpoints(curve.samples());
  expectAllowed(points);
  const LearningRate lines = linesThrough(points);
  for (std::int64_t t = 0; t < 198; ++t) EXPECT_NEAR(lines(t, 0), pen(static_cast<double>(t)), 0.03) << t;
}

TEST(DrawnCurve, GoingBackOverAPartRedrawsThatPartAlone) {
  DrawnCurve curve(sampleSchedule(linesThrough({{0, 1}, {100, 1}}), 1, 101));
  curve.drawTo({20, 0.5});
  curve.drawTo({80, 0.5});
  curve.drawTo({60, 0.25});
  const auto& samples = curve.samples();
  EXPECT_EQ(samples[19].factor, 1);
  EXPECT_EQ(samples[40].factor, 0.5);
  EXPECT_EQ(samples[60].factor, 0.25);
  EXPECT_EQ(samples[70].factor, 0.375);
  EXPECT_EQ(samples[80].factor, 0.5);
  EXPECT_EQ(samples[81].factor, 1);
}

TEST(DrawnCurve, APenThatLeavesTheCurveChangesItsEndNoMore) {
  DrawnCurve curve({{0, 1}, {10, 1}, {20, 1}});
  curve.drawTo({0, 0});
  curve.drawTo({20, 0.5});
  curve.drawTo({25, 0.9});
  EXPECT_EQ(curve.samples(), (std::vector<Breakpoint>{{0, 0}, {10, 0.25}, {20, 0.5}}));
}

TEST(DrawnCurve, ADotDrawsTheNearestSample) {
  DrawnCurve curve({{0, 1}, {10, 1}, {20, 1}});
  curve.drawTo({11.5, 0.3});
  EXPECT_EQ(curve.samples(), (std::vector<Breakpoint>{{0, 1}, {10, 0.3}, {20, 1}}));
}

}  // namespace
}  // namespace ravine
