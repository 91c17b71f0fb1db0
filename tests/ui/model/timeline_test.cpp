#include "ui/model/timeline.h"

#include <gtest/gtest.h>

namespace ravine {
namespace {

TEST(Timeline, AdvancesByItsSpeedAndStopsAtTheEnd) {
  Timeline timeline;
  timeline.setLastStep(60);
  timeline.setSpeed(12);
  timeline.setPlaying(true);
  timeline.advance(0.5);
  EXPECT_DOUBLE_EQ(timeline.playhead(), 6);
  timeline.advance(100);
  EXPECT_DOUBLE_EQ(timeline.playhead(), 60);
  EXPECT_FALSE(timeline.isPlaying());
}

TEST(Timeline, BeginsAnewWhenPlayedAtTheEndAndLoopsIfAsked) {
  Timeline timeline;
  timeline.setLastStep(10);
  timeline.setPlayhead(10);
  timeline.setPlaying(true);
  EXPECT_DOUBLE_EQ(timeline.playhead(), 0);
  timeline.setLoops(true);
  timeline.setSpeed(1);
  timeline.advance(12);
  EXPECT_DOUBLE_EQ(timeline.playhead(), 2);
  EXPECT_TRUE(timeline.isPlaying());
}

TEST(Timeline, StepsToWholeStepsAndPauses) {
  Timeline timeline;
  timeline.setLastStep(10);
  timeline.setPlayhead(3.4);
  timeline.setPlaying(true);
  timeline.stepBy(1);
  EXPECT_DOUBLE_EQ(timeline.playhead(), 4);
  EXPECT_FALSE(timeline.isPlaying());
  timeline.setPlayhead(3.4);
  timeline.stepBy(-1);
  EXPECT_DOUBLE_EQ(timeline.playhead(), 2) << "one before the step that is shown";
}

}  // namespace
}  // namespace ravine
