// Frames of films: sweeps over a third quantity, and zooms.
#include "core/sweep/sweep_series.h"

#include <gtest/gtest.h>

namespace ravine {
namespace {

Sweep starts() {
  Sweep sweep;
  setLossFunction(sweep.run, LossChoice{"himmelblau", {}});
  sweep.x = {"start.x", -6, 6, 61};
  sweep.y = SweepAxis{"start.y", -6, 6, 61};
  return sweep;
}

TEST(SweepSeries, OverAThirdQuantityHasAFrameForEachValue) {
  Problems problems;
  const auto frames = sweepsOver(starts(), {"lr", 0.001, 0.1, 3, true}, problems);
  ASSERT_TRUE(problems.empty());
  ASSERT_EQ(frames.size(), 3U);
  EXPECT_EQ(nominalRate(frames[0].run), 0.001);
  EXPECT_DOUBLE_EQ(nominalRate(frames[1].run), 0.01);
  EXPECT_EQ(nominalRate(frames[2].run), 0.1);
  EXPECT_EQ(frames[1].x, starts().x);
}

TEST(SweepSeries, RefusesWhatIsSweptAlreadyOrCannotBe) {
  Problems twice;
  EXPECT_TRUE(sweepsOver(starts(), {"start.x", 0, 1, 3}, twice).empty());
  EXPECT_FALSE(twice.empty());
  Problems unknown;
  EXPECT_TRUE(sweepsOver(starts(), {"optimizer.beta1", 0, 0.9, 3}, unknown).empty());
  EXPECT_FALSE(unknown.empty()) << "SGD has none";
}

TEST(SweepSeries, AZoomKeepsItsTargetInPlace) {
  Problems problems;
  const Vector2 target(1.5, -3);
  const auto frames = sweepsZooming(starts(), {target, 1e6, 25}, problems);
  ASSERT_TRUE(problems.empty());
  ASSERT_EQ(frames.size(), 25U);
  EXPECT_EQ(frames.front().x, starts().x);
  const double place = starts().x.part(target.x());
  double before = 2 * (starts().x.to - starts().x.from);
  for (const Sweep& frame : frames) {
    EXPECT_NEAR(frame.x.part(target.x()), place, 1e-6);
    EXPECT_LT(frame.x.to - frame.x.from, before);
    before = frame.x.to - frame.x.from;
  }
  EXPECT_NEAR(before, 12e-6, 1e-9);
}

TEST(SweepSeries, AZoomEndsWhereDoublePrecisionDoesAndSaysSo) {
  Problems problems;
  EXPECT_TRUE(sweepsZooming(starts(), {{1.5, -3}, 1e15, 25}, problems).empty());
  ASSERT_FALSE(problems.empty());
  EXPECT_EQ(problems.front().where, "start.x");
  for (const ZoomTo& wrong : {ZoomTo{{9, 0}, 10, 5}, ZoomTo{{0, 0}, 1, 5}, ZoomTo{{0, 0}, 10, 1}}) {
    Problems refused;
    EXPECT_TRUE(sweepsZooming(starts(), wrong, refused).empty());
    EXPECT_EQ(refused.size(), 1U);
  }
}

}  // namespace
}  // namespace ravine
