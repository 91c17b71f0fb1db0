#include "core/schedule/breakpoints.h"

#include <gtest/gtest.h>

#include "core/run/run_breakpoints.h"

namespace ravine {
namespace {

const Breakpoints kPoints{{0, 0.1}, {20, 1}, {100, 1}, {200, 0}};

TEST(Breakpoints, AreTheParameterOfTheirSchedule) {
  EXPECT_EQ(breakpointsFrom({}), kPoints);
  EXPECT_EQ(breakpointsFrom(parametersFrom({{3, 0.5}, {9, 2}})), (Breakpoints{{3, 0.5}, {9, 2}}));
}

TEST(Breakpoints, AMovedPointStaysBetweenItsNeighboursOnWholeSteps) {
  EXPECT_EQ(withMoved(kPoints, 1, {40.4, 0.75}, 199)[1], (Breakpoint{40, 0.75}));
  EXPECT_EQ(withMoved(kPoints, 1, {500, 0.75}, 199)[1], (Breakpoint{99, 0.75}));
  EXPECT_EQ(withMoved(kPoints, 1, {-500, -3}, 199)[1], (Breakpoint{1, 0}));
  EXPECT_EQ(withMoved(kPoints, 0, {-5, 0.1}, 199)[0], (Breakpoint{0, 0.1}));
  EXPECT_EQ(withMoved(kPoints, 3, {5000, 0.1}, 250)[3], (Breakpoint{250, 0.1}));
}

TEST(Breakpoints, APointWithNoRoomMovesUpAndDownOnly) {
  EXPECT_EQ(withMoved({{4, 1}, {5, 1}, {6, 1}}, 1, {9, 0.5}, 9)[1], (Breakpoint{5, 0.5}));
  EXPECT_EQ(withMoved({{4.2, 1}, {4.5, 1}, {4.7, 1}}, 1, {9, 0.5}, 9)[1], (Breakpoint{4.5, 0.5}));
}

TEST(Breakpoints, UpToTwelveCanBeAddedEachAtAStepOfItsOwn) {
  EXPECT_EQ(withAdded(kPoints, {50, 0.3}, 200)[2], (Breakpoint{50, 0.3}));
  EXPECT_EQ(withAdded(kPoints, {20.2, 0.3}, 200), kPoints);
  EXPECT_EQ(withAdded({{5, 1}, {9, 1}}, {-3, 0.3}, 200).front(), (Breakpoint{0, 0.3}));
  Breakpoints points = kPoints;
  for (int step = 30; step < 60; ++step) points = withAdded(points, {static_cast<double>(step), 1}, 200);
  EXPECT_EQ(points.size(), kMostBreakpoints);
}

TEST(Breakpoints, TwoStay) {
  EXPECT_EQ(withoutOne(kPoints, 1), (Breakpoints{{0, 0.1}, {100, 1}, {200, 0}}));
  EXPECT_EQ(withoutOne({{0, 1}, {9, 0}}, 1), (Breakpoints{{0, 1}, {9, 0}}));
}

TEST(Breakpoints, FactorsAreNumbersThatOneWouldType) {
  EXPECT_EQ(tidyFactor(0.123456, 1), 0.123);
  EXPECT_EQ(tidyFactor(0.3, 0.3), 0.3);
  EXPECT_EQ(tidyFactor(123456, 123456), 123500);
  EXPECT_EQ(tidyFactor(-1, 1), 0);
  EXPECT_EQ(tidyFactor(1, 0), 0);
}

TEST(Breakpoints, KeepTheNominalRateOfAScheduleThatHasOneOfItsOwn) {
  ravine::Run run;
  run.lr = 0.7;
  run.schedule = {"onecycle", {{"max_lr", 0.2}}};
  EXPECT_TRUE(breakpoints(run).empty());
  setBreakpoints(run, {{0, 1}, {100, 0.5}});
  EXPECT_EQ(breakpoints(run), (Breakpoints{{0, 1}, {100, 0.5}}));
  EXPECT_DOUBLE_EQ(nominalRate(run), 0.2);
  EXPECT_DOUBLE_EQ(learningRate(run)(100, 0), 0.1);
  EXPECT_TRUE(validate(run).empty());
}

}  // namespace
}  // namespace ravine
