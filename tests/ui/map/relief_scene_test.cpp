#include "ui/map/relief_scene.h"

#include <gtest/gtest.h>

#include <QPicture>

#include "ui/look/map_colour.h"
#include "ui/map/map_image.h"
#include "ui/map/relief_painter.h"

namespace ravine {
namespace {

ravine::Run runOn(const char* function, const Vector2& start, double lr, std::int64_t steps = 60) {
  ravine::Run run;
  run.lossFunction = {function, {}};
  run.start = start;
  run.lr = lr;
  run.steps = steps;
  return run;
}

ReliefScene sceneOf(const ravine::Run& run, double playhead, const ReliefCamera& camera = {}) {
  ReliefScene scene;
  scene.area = {0, 0, 300, 240};
  scene.runs = {{run, computeRun(run)}};
  scene.theme = Theme::light();
  scene.function = scene.runs.front().result->landscape->function;
  scene.model = makeReliefModel(*scene.function, lossFunctionInfo(run).domain, 48, std::nullopt);
  scene.camera = camera;
  scene.playhead = playhead;
  ReliefDetails().workOut(scene);
  return scene;
}

QImage painted(const ReliefScene& scene) {
  QImage image(scene.area.size().toSize(), QImage::Format_RGB32);
  image.fill(scene.theme.card);
  QPainter painter(&image);
  painter.setRenderHint(QPainter::Antialiasing);
  paintRelief(painter, scene);
  return image;
}

TEST(ReliefScene, TheSameSceneGivesTheSamePicture) {
  const ravine::Run run = runOn("escape_saddle", {1, 1e-4}, 0.1);
  EXPECT_EQ(painted(sceneOf(run, 12.5)), painted(sceneOf(run, 12.5)));
  EXPECT_NE(painted(sceneOf(run, 12.5)), painted(sceneOf(run, 30)));
  EXPECT_NE(painted(sceneOf(run, 12.5)), painted(sceneOf(run, 12.5, {.turn = 40})));
}

// Whatever the turn, no part is cut off.
TEST(ReliefScene, StaysInThePictureHoweverItIsTurned) {
  const ravine::Run run = runOn("bowl", {-4, 3}, 0.2);
  ReliefScene scene = sceneOf(run, 0);
  for (double turn = -180; turn < 180; turn += 30)
    for (const double tilt : {5.0, 30.0, 60.0, 88.0}) {
      scene.camera = {turn, tilt, 1};
      const ReliefPlacing placing = scene.placing();
      for (const Vector3& corner : scene.model->surface.corners())
        ASSERT_TRUE(scene.area.contains(placing.toPixel(corner))) << turn << ' ' << tilt;
    }
}

TEST(ReliefScene, ThePathLiesOnTheSurface) {
  const ReliefScene scene = sceneOf(runOn("bowl", {-4, 3}, 1.8, 4), 0, {.turn = 0, .tilt = 60});
  const Track& track = scene.tracks.front();
  EXPECT_GT(track.points->size(), 40u) << "a long step follows the ground";
  const Trajectory& trajectory = scene.runs.front().result->trajectory;
  for (std::int64_t t = 0; t <= track.steps(); ++t) {
    const auto i = static_cast<std::size_t>(t);
    const QPointF surface =
        scene.placing().toPixel(scene.model->surface.toModel(trajectory.points[i], trajectory.losses[i]));
    const QPointF path = scene.pixelFrame().toPixel((*track.points)[track.pointOf(t)]);
    EXPECT_LT(QLineF(surface, path).length(), 1.5);
  }
}

TEST(ReliefScene, ThePathIsHiddenWhereTheSurfaceHidesIt) {
  ravine::Run run = runOn("bowl", {0, 0}, 0.01, 30);
  run.lossFunction = {"", {}, "exp(-x^2 - y^2) + y/50"};
  run.start = {0.4, 3};
  const auto seen = [&](double turn) {
    const ReliefScene scene = sceneOf(run, 0, {turn, 8, 1});
    return scene.tracks.front().opacityOf(0) > 0;
  };
  EXPECT_FALSE(seen(0)) << "the hill stands before it";
  EXPECT_TRUE(seen(180));
}

TEST(ReliefScene, WhatLeavesTheModelIsNotDrawnOnIt) {
  const ReliefScene scene = sceneOf(runOn("bowl", {-4, 3}, 2.4, 12), 12);
  const Trajectory& trajectory = scene.runs.front().result->trajectory;
  const Track& track = scene.tracks.front();
  for (std::int64_t t = 0; t <= track.steps(); ++t)
    EXPECT_TRUE(scene.model->surface.box().contains(trajectory.points[static_cast<std::size_t>(t)]) ||
                track.opacityOf(track.pointOf(t)) == 0);
  painted(scene);
  painted(sceneOf(runOn("rosenbrock", {-1.2, 1}, 50, 400), 400));
}

// A run that diverges to and fro crosses the model at every step.
TEST(ReliefScene, AStepIsSeenWhileItIsOverTheModel) {
  const ReliefScene scene = sceneOf(runOn("bowl", {-4, 3}, 3, 30), 0, {.turn = 0, .tilt = 80});
  const Track& track = scene.tracks.front();
  for (std::int64_t t = 2; t < track.steps(); ++t) {  // from far outside to farther outside
    double length = 0;
    for (std::size_t i = track.pointOf(t); i < track.pointOf(t + 1); ++i)
      if (track.opacityOf(i) > 0 && track.opacityOf(i + 1) > 0)
        length += ((*track.points)[i + 1] - (*track.points)[i]).norm();
    EXPECT_GT(length, 60) << t;
  }
}

// Colours are those of the map, in light and shade.
TEST(ReliefScene, HasTheColoursOfTheMap) {
  const ReliefScene scene = sceneOf(runOn("bowl", {-4, 3}, 0.2), 0, {.turn = 20, .tilt = 80});
  const QPointF bottom = scene.placing().toPixel({0, 0.06, 0});
  const QColor seen(painted(scene).pixel(bottom.toPoint()));
  const QColor low = mapColour(0, MapColours::viridis);
  EXPECT_NEAR(seen.hsvHueF(), low.hsvHueF(), 0.06);
}

// As for a page: facets, not a picture of them.
TEST(ReliefScene, OnPaperItIsMadeOfShapes) {
  const ReliefScene scene = sceneOf(runOn("bowl", {-4, 3}, 0.2), 10);
  QPicture paper;
  QPainter painter(&paper);
  paintRelief(painter, scene);
  painter.end();
  EXPECT_GT(paper.size(), 48u * 48u * 40u);
}

TEST(ReliefScene, IsPaintedWhereTheFunctionHasHolesOrNoHeight) {
  for (const char* formula : {"log(x)", "log(-1 - x^2)", "1/x", "3", "x/0", "exp(exp(x*y))"}) {
    ravine::Run run = runOn("bowl", {1, 1}, 0.1, 5);
    run.lossFunction = {"", {}, formula};
    painted(sceneOf(run, 2));
  }
}

}  // namespace
}  // namespace ravine
