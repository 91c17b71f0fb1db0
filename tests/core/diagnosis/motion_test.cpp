#include "core/diagnosis/motion.h"

#include <gtest/gtest.h>

#include <cmath>

namespace ravine {
namespace {

std::vector<double> series(std::size_t count, double (*value)(double)) {
  std::vector<double> values;
  for (std::size_t t = 0; t < count; ++t) values.push_back(value(static_cast<double>(t)));
  return values;
}

TEST(EndMotion, TellsFallingRisingStillAndNeither) {
  const auto motion = [](const std::vector<double>& losses) { return endMotion(losses, 80, 1e-6).motion; };
  EXPECT_EQ(motion(series(100, [](double t) { return 100 - t; })), LossMotion::falling);
  EXPECT_EQ(motion(series(100, [](double t) { return 100 + t; })), LossMotion::rising);
  EXPECT_EQ(motion(series(100, [](double t) { return t < 50 ? 100 - t : 50; })), LossMotion::still);
  EXPECT_EQ(motion(series(100, [](double t) { return std::fmod(t, 2); })), LossMotion::wandering);
}

TEST(EndMotion, SeesAFallThroughUpsAndDownsButNotInAShortRun) {
  const auto zigzag = [](double t) { return 100 - t + 3 * std::fmod(t, 2); };
  EXPECT_EQ(endMotion(series(100, zigzag), 80, 1e-6).motion, LossMotion::falling);
  EXPECT_EQ(endMotion(series(20, zigzag), 10, 1e-6).motion, LossMotion::wandering);
}

TEST(EndMotion, OfARiseSaysSinceWhen) {
  const EndMotion end = endMotion(series(100, [](double t) { return (t - 70) * (t - 70); }), 80, 1e-6);
  EXPECT_EQ(end.motion, LossMotion::rising);
  EXPECT_EQ(end.since, 70);
}

TEST(EndMotion, OneStepUpIsNoRise) {
  auto losses = series(100, [](double t) { return 100 - t; });
  losses.back() += 1.5;  // one step up
  EXPECT_NE(endMotion(losses, 80, 1e-6).motion, LossMotion::rising);
}

TEST(Turning, CountsTurnsToEitherSide) {
  std::vector<Vector2> circle;
  std::vector<Vector2> line;
  std::vector<Vector2> between;
  for (int i = 0; i <= 80; ++i) {
    circle.emplace_back(std::cos(0.3 * i), std::sin(0.3 * i));
    line.emplace_back(i, 0.01 * i);
    between.emplace_back(i % 2, 0);
  }
  EXPECT_NEAR(turning(circle, 0, 80).angle, 0.3 * 79, 1e-9);
  EXPECT_TRUE(turning(circle, 0, 80).goesRound());
  EXPECT_TRUE(turning(between, 0, 80).goesRound());
  EXPECT_TRUE(turning(between, 0, 4).goesRound()) << "a short stretch may turn less often";
  EXPECT_FALSE(turning(line, 0, 80).goesRound());
  EXPECT_FALSE(turning(circle, 0, 20).goesRound()) << "once round is not yet a habit";
  EXPECT_DOUBLE_EQ(turning(between, 0, 10).meanStep(), 1);
}

}  // namespace
}  // namespace ravine
