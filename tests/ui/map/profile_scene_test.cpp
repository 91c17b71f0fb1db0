#include "ui/map/profile_scene.h"

#include <gtest/gtest.h>

#include "ui/map/profile_painter.h"

namespace ravine {
namespace {

ravine::Run runOn(const char* function, const Vector2& start, double lr, std::int64_t steps = 20) {
  ravine::Run run;
  run.lossFunction = {function, {}};
  run.start = start;
  run.lr = lr;
  run.steps = steps;
  return run;
}

struct Picture {
  ProfileScene scene;
  ProfileDetails details;

  explicit Picture(const ravine::Run& run, double playhead = 0) {
    scene.runs = {{run, computeRun(run)}};
    scene.theme = Theme::light();
    scene.function = scene.runs.front().result->landscape->function;
    scene.domain = scene.runs.front().result->landscape->domain;
    scene.ofXAlone = scene.runs.front().result->landscape->ofXAlone;
    scene.playhead = playhead;
    scene.frame = {{0, 0, 400, 300}, homeOf(scene)};
    details.workOut(scene);
  }
  QImage painted() const {
    QImage image(400, 300, QImage::Format_RGB32);
    image.fill(Qt::white);
    QPainter painter(&image);
    painter.setRenderHint(QPainter::Antialiasing);
    paintProfile(painter, scene);
    return image;
  }
  int pixelsOf(const QColor& colour) const {
    const QImage image = painted();
    int count = 0;
    for (int y = 0; y < image.height(); ++y)
      for (int x = 0; x < image.width(); ++x) count += image.pixel(x, y) == colour.rgb() ? 1 : 0;
    return count;
  }
};

TEST(ProfileScene, OfOneParameterIsTheCurveOfTheFunction) {
  const Picture picture(runOn("parabola", {10, 0}, 0.2));
  const ProfileScene& scene = picture.scene;
  EXPECT_TRUE(scene.ofXAlone);
  EXPECT_EQ(scene.frame.view.x, (Interval{-12, 12})) << "the whole domain";
  EXPECT_NEAR(scene.losses.front(), 144, 1e-9);
  EXPECT_NEAR(scene.losses[scene.losses.size() / 2], 0, 0.01);
  EXPECT_TRUE(scene.frame.view.y.contains(100)) << "the start is seen";
}

TEST(ProfileScene, TheRunsPointsAreItsPlacesAndLosses) {
  const Picture picture(runOn("parabola", {10, 0}, 0.2));
  const Trajectory& trajectory = picture.scene.runs.front().result->trajectory;
  const Track& track = picture.scene.tracks.front();
  ASSERT_EQ(track.points->size(), trajectory.points.size());
  for (std::size_t t = 0; t < trajectory.points.size(); ++t) {
    EXPECT_EQ((*track.points)[t], Vector2(trajectory.points[t].x(), trajectory.losses[t]));
    EXPECT_EQ(track.opacityOf(t), 1) << "all of them are on the line";
  }
}

TEST(ProfileScene, PointsBesideTheLineAreLighter) {
  ravine::Run run = runOn("ravine", {-4, 2}, 0.02);
  run.profileLine = ProfileLine::alongX;
  const Picture picture(run);
  EXPECT_EQ(picture.scene.tracks.front().opacityOf(0), 1) << "the start is on it";
  EXPECT_LT(picture.scene.tracks.front().opacityOf(5), 1);
  EXPECT_GT(picture.scene.tracks.front().opacityOf(5), 0);
}

// The tangent is green while its step stays on this side of the parabola's far side, where 2/λ would end.
TEST(ProfileScene, AStepBeyondTheFarSideIsSeenToBeTooLarge) {
  for (const auto& [lr, tooLarge] : {std::pair(0.2, false), std::pair(0.9, false), std::pair(1.0, false),
                                     std::pair(1.01, true), std::pair(1.3, true)}) {
    const Picture picture(runOn("parabola", {5, 0}, lr, 3));
    EXPECT_EQ(picture.pixelsOf(tangentColour(Theme::light(), true)) > 20, tooLarge) << lr;
    EXPECT_EQ(picture.pixelsOf(tangentColour(Theme::light(), false)) > 20, !tooLarge) << lr;
  }
}

TEST(ProfileScene, ShowsTheStepThatBeginsAtThePlayheadAndNoneAtTheEnd) {
  const ravine::Run run = runOn("parabola", {10, 0}, 0.2, 5);
  EXPECT_EQ(Picture(run, 2.6).scene.step->t, 2);
  EXPECT_FALSE(Picture(run, 5).scene.step);
}

TEST(ProfileScene, HidesNothingThatALearnerNeedsFromADoubleWell) {
  // Started low in one well, the barrier and the other well are seen.
  const Picture picture(runOn("double_well_curve", {0.9, 0}, 0.01));
  EXPECT_LE(picture.scene.frame.view.y.lower, -0.31);
  EXPECT_GE(picture.scene.frame.view.y.upper, 1.02);
}

// y has no meaning for a function of x alone.
TEST(ProfileScene, OfOneParameterNoPointIsBesideTheLine) {
  Picture picture(runOn("parabola", {-9, 5}, 0.2));
  picture.scene.runs.insert(picture.scene.runs.begin(), {runOn("parabola", {10, 0}, 0.2), nullptr});
  picture.details.workOut(picture.scene);
  EXPECT_EQ(picture.scene.tracks.front().opacityOf(0), 1);
}

TEST(ProfileScene, ShowsARunThatFallsAwayFromItsLine) {
  ravine::Run run = runOn("ravine", {-4, 2}, 0.09, 60);
  run.profileLine = ProfileLine::alongX;
  EXPECT_LE(Picture(run).scene.frame.view.y.lower, 0) << "where the run ends";
}

TEST(ProfileScene, APoleDoesNotTakeAllTheRoom) {
  ravine::Run run = runOn("bowl", {2, 0}, 0.1);
  run.lossFunction = {"", {}, "1/x"};
  EXPECT_LT(Picture(run).scene.frame.view.y.length(), 30) << "and not 600";
}

TEST(ProfileScene, AlongTheStepFollowsThePlayhead) {
  ravine::Run run = runOn("rosenbrock", {-1.2, 1}, 0.001, 400);
  run.profileLine = ProfileLine::lastStep;
  Picture picture(run, 10);
  const Line before = picture.scene.line;
  picture.scene.playhead = 300;
  picture.details.workOut(picture.scene);
  EXPECT_NE(picture.scene.line, before);
  const Track& track = picture.scene.tracks.front();
  EXPECT_LT(track.points->size(), 50u) << "older points lie anywhere beside it";
  EXPECT_NEAR((*track.points)[track.pointOf(300)].x(), 0, 1e-12);
}

TEST(ProfileScene, TheSameSceneGivesTheSamePicture) {
  const ravine::Run run = runOn("wavy_curve", {10, 0}, 0.5);
  EXPECT_EQ(Picture(run, 3.5).painted(), Picture(run, 3.5).painted());
  EXPECT_NE(Picture(run, 3.5).painted(), Picture(run, 4).painted());
}

TEST(ProfileScene, ARunBeyondAllNumbersIsPaintedWithoutFault) {
  for (const char* function : {"parabola", "flat_bottom", "rosenbrock"}) {
    const ravine::Run run = runOn(function, {1.7, 0.3}, 50, 400);
    for (const double playhead : {0.0, 1.5, 3.0, 400.0}) Picture(run, playhead).painted();
  }
  ravine::Run hole = runOn("bowl", {1, 1}, 0.1);
  hole.lossFunction = {"", {}, "log(x) + 1/(x - 2)"};
  Picture(hole, 3).painted();
}

}  // namespace
}  // namespace ravine
