#include "core/run/look.h"

#include <gtest/gtest.h>

#include "core/run/simulate.h"

namespace ravine {
namespace {

TEST(Look, IsAProfileForAFunctionOfXAloneUnlessAnotherIsChosen) {
  ravine::Run run;
  EXPECT_EQ(lookOf(run), Look::map);
  run.lossFunction = {"", {}, "x^2 - x"};
  EXPECT_EQ(lookOf(run), Look::profile);
  run.look = Look::relief;
  EXPECT_EQ(lookOf(run), Look::relief);
  for (const LossFunctionInfo& info : lossFunctions()) {
    ravine::Run row;
    row.lossFunction = {info.id, {}};
    EXPECT_EQ(lookOf(row) == Look::profile, info.group == LossGroup::curves) << info.id;
  }
}

// What the row says is what the function does.
TEST(Look, OnlyWhatHasNoYIsOfXAlone) {
  for (const LossFunctionInfo& info : lossFunctions()) {
    const auto function = makeLossFunction(info, {});
    const Vector2 theta = info.start + Vector2(0.13, 0.07);
    const bool changes = function->value(theta) != function->value(theta + Vector2(0, 0.5));
    EXPECT_EQ(info.ofXAlone, !changes) << info.id;
    EXPECT_EQ(isOfXAlone(LossChoice{info.id, {}}), info.ofXAlone) << info.id;
    EXPECT_EQ(isOfXAlone(LossChoice{"", {}, info.formula}), info.ofXAlone) << info.formula;
  }
  for (const char* formula : {"x^2 + max(0, y - 99)", "0*y", "x*y"})
    EXPECT_FALSE(isOfXAlone({"", {}, formula})) << formula;
  for (const char* formula : {"1/x", "a*x^2", "3"}) EXPECT_TRUE(isOfXAlone({"", {}, formula})) << formula;
  EXPECT_FALSE(isOfXAlone({"", {}, "x +"}));
  EXPECT_FALSE(isOfXAlone({"nothing of the kind", {}}));
}

// What makes a profile readable: s is the coordinate itself, or the distance from the minimum.
TEST(Look, LinesGoWhereTheyAreSaidToGo) {
  ravine::Run run;  // the ravine from (−4, 2)
  const Landscape landscape = surveyLandscape(run.lossFunction);
  const Trajectory trajectory = simulate(run);
  run.profileLine = ProfileLine::alongX;
  const Line x = lineOfProfile(run, &landscape, &trajectory, 0);
  EXPECT_EQ(x.at(-4), run.start);
  run.profileLine = ProfileLine::alongY;
  EXPECT_EQ(lineOfProfile(run, &landscape, &trajectory, 0).at(2), run.start);
  run.profileLine.reset();
  const Line lowest = lineOfProfile(run, &landscape, &trajectory, 0);
  EXPECT_NEAR(lowest.at(0).norm(), 0, 1e-9);
  EXPECT_NEAR((lowest.at(-run.start.norm()) - run.start).norm(), 0, 1e-9);
  run.profileLine = ProfileLine::lastStep;
  const Line step = lineOfProfile(run, &landscape, &trajectory, 7.4);
  EXPECT_EQ(step.origin, trajectory.points[7]);
  EXPECT_NEAR(step.distance(trajectory.points[8]), 0, 1e-12);
  EXPECT_GT(step.along(trajectory.points[8]), 0);
}

TEST(Look, ALineThatDoesNotExistIsTheOneAlongX) {
  ravine::Run run;
  run.profileLine = ProfileLine::toLowest;
  EXPECT_EQ(profileLineOf(run, nullptr), ProfileLine::toLowest) << "which may yet be found";
  EXPECT_EQ(lineOfProfile(run, nullptr, nullptr, 0).direction, Vector2::UnitX());
  run.start = {0, 0};  // at the minimum
  const Landscape ravine = surveyLandscape(run.lossFunction);
  EXPECT_EQ(profileLineOf(run, &ravine), ProfileLine::alongX);
  run.lossFunction = {"quadratic_saddle", {}};
  run.start = {1, 1};
  const Landscape saddle = surveyLandscape(run.lossFunction);
  EXPECT_EQ(profileLineOf(run, &saddle), ProfileLine::alongX) << "it has no minimum";
  run.profileLine = ProfileLine::lastStep;
  run.start = {0, 0};  // from where no step moves
  const Trajectory still = simulate(run);
  EXPECT_EQ(lineOfProfile(run, &saddle, &still, 3).direction, Vector2::UnitX());
}

TEST(Look, HasNoPartInTheTrajectory) {
  ravine::Run run;
  ravine::Run looked = run;
  looked.look = Look::relief;
  looked.profileLine = ProfileLine::alongY;
  EXPECT_NE(run, looked);
  EXPECT_EQ(withoutLooks(run), withoutLooks(looked));
}

}  // namespace
}  // namespace ravine
