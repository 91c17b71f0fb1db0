#include "ui/map/map_scene.h"

#include <gtest/gtest.h>

#include "core/loss/data_loss.h"
#include "tests/core/batch_at.h"
#include "ui/map/map_painter.h"

namespace ravine {
namespace {

ShownRun shown(const ravine::Run& run) {
  return {run, computeRun(run)};
}

MapScene sceneOf(const ravine::Run& run, double playhead) {
  MapScene scene;
  scene.frame = {{0, 0, 200, 200}, lossFunctionInfo(run).domain};
  scene.runs = {shown(run)};
  scene.playhead = playhead;
  scene.theme = Theme::light();
  const auto function = makeLossFunction(lossFunctionInfo(run), run.lossFunction.parameters);
  scene.image =
      std::make_shared<const MapImage>(paintMapImage(*function, scene.frame.view, scene.frame.view, {200, 200}, 1, {}));
  return scene;
}

QImage painted(const MapScene& scene) {
  QImage image(200, 200, QImage::Format_RGB32);
  image.fill(Qt::white);
  QPainter painter(&image);
  painter.setRenderHint(QPainter::Antialiasing);
  painter.setClipRect(scene.frame.area);
  paintMap(painter, scene);
  return image;
}

// Whether a point lies inside the outlines, by counting crossings.
bool encloses(const std::vector<std::vector<Vector2>>& outlines, const Vector2& p) {
  bool inside = false;
  for (const auto& outline : outlines)
    for (std::size_t i = 0; i + 1 < outline.size(); ++i) {
      const Vector2& a = outline[i];
      const Vector2& b = outline[i + 1];
      if ((a.y() > p.y()) != (b.y() > p.y()) && p.x() < a.x() + (p.y() - a.y()) / (b.y() - a.y()) * (b.x() - a.x()))
        inside = !inside;
    }
  return inside;
}

TEST(MapFrame, PixelsAndPlacesAnswerEachOther) {
  const MapFrame frame{{10, 20, 300, 200}, {{-4, 4}, {-1, 3}}};
  EXPECT_EQ(frame.toPixel({-4, 3}), QPointF(10, 20));
  EXPECT_EQ(frame.toPixel({4, -1}), QPointF(310, 220));
  EXPECT_LT((frame.fromPixel(frame.toPixel({0.3, 0.7})) - Vector2(0.3, 0.7)).norm(), 1e-12);
}

TEST(MapScene, TheSameSceneGivesTheSamePicture) {
  const MapScene scene = sceneOf({}, 30.5);
  EXPECT_EQ(painted(scene), painted(scene));
  MapScene later = scene;
  later.playhead = 31;
  EXPECT_NE(painted(scene), painted(later));
}

TEST(MapScene, StepsAreTheSameInWhateverOrderTheyAreAskedFor) {
  ravine::Run run;
  run.optimizer = {"adam", {}};
  run.noise["sigma"] = 0.5;
  run.steps = 1000;
  MapScene scene = sceneOf(run, 0);
  scene.shows.arrows = true;
  MapDetails remembering;
  for (const double playhead : {900.5, 3.0, 901.2, 511.0, 512.0, 0.0, 1000.0}) {
    scene.playhead = playhead;
    remembering.workOut(scene);
    const auto t = std::min<std::int64_t>(static_cast<std::int64_t>(playhead), 999);
    const RunResult& result = *scene.runs[0].result;
    const auto alone = stepArithmetic(run, result.trajectory, *result.landscape->function, t);
    ASSERT_TRUE(scene.steps.at(0));
    EXPECT_EQ(scene.steps[0]->t, t);
    EXPECT_EQ(scene.steps[0]->next, alone->next);
    EXPECT_EQ(scene.steps[0]->next, result.trajectory.points[static_cast<std::size_t>(t + 1)]);
    EXPECT_EQ(scene.steps[0]->terms.back().value, alone->terms.back().value);
  }
}

TEST(MapScene, HatchesWhereTheCurvatureIsTooLargeForTheRate) {
  ravine::Run run;
  run.lossFunction = {"rosenbrock", {}};
  run.start = {-1.2, 1};
  run.lr = 0.002;
  MapScene scene = sceneOf(run, 0);
  scene.shows.bouncing = true;
  MapDetails().workOut(scene);
  ASSERT_NE(scene.bouncing, nullptr);
  EXPECT_NEAR(*scene.bouncing->sharpestStable, 1000, 1e-3);
  const auto& function = *scene.runs[0].result->landscape->function;
  const Box& view = scene.frame.view;
  for (int i = 1; i < 20; ++i)
    for (int j = 1; j < 20; ++j) {
      const Vector2 theta{view.x.lower + view.x.length() * i / 20, view.y.lower + view.y.length() * j / 20};
      const double sharpness = eigenvalues(function.derivatives(theta).hessian).upper;
      if (std::abs(sharpness / 1000 - 1) < 0.1) continue;  // on the border the grid decides
      EXPECT_EQ(encloses(scene.bouncing->outlines, theta), sharpness > 1000) << theta.transpose();
    }
}

TEST(MapScene, SaysNothingOfBouncingWhereNoExactLimitIsKnown) {
  ravine::Run run;
  run.optimizer = {"adam", {}};
  MapScene scene = sceneOf(run, 0);
  scene.shows.bouncing = true;
  MapDetails().workOut(scene);
  ASSERT_NE(scene.bouncing, nullptr);
  EXPECT_FALSE(scene.bouncing->sharpestStable);
}

ravine::Run runOnBatches(std::int64_t rows) {
  ravine::Run run;
  run.lossFunction.id = "line";
  run.start = {-1, 1};
  run.lr = 0.05;
  run.steps = 20;
  if (rows > 0) run.batches["batch_size"] = rows;
  return run;
}

TEST(MapScene, DrawsTheLossOfTheRowsThatTheStepSees) {
  const ravine::Run run = runOnBatches(4);
  MapScene scene = sceneOf(run, 0);
  const QImage without = painted(scene);
  scene.shows.batch = true;
  MapDetails details;
  const auto& model = *asDataLoss(*scene.runs[0].result->landscape->function);
  for (const double playhead : {0.0, 7.5, 3.0, 20.0}) {
    scene.playhead = playhead;
    details.workOut(scene);
    ASSERT_NE(scene.batch, nullptr);
    const auto t = std::min<std::int64_t>(static_cast<std::int64_t>(playhead), 19);  // at the end what the last saw
    const auto batch = model.ofRows(batchAt(run, t));
    EXPECT_EQ(scene.batch->rows, 4u);
    ASSERT_GT(scene.batch->lines.size(), 3u);
    for (const ContourLine& line : scene.batch->lines)
      for (const Vector2& place : line.points)
        EXPECT_NEAR(batch->value(place), line.level, 0.03 * (1 + line.level)) << place.transpose();
    if (scene.batch->lowest) {
      EXPECT_LT(batch->gradient(*scene.batch->lowest).gradient.norm(), 1e-9);
    }
  }
  scene.playhead = 0;
  details.workOut(scene);
  EXPECT_NE(painted(scene), without);
}

TEST(MapScene, OneRowAloneHasAValleyAndNoMinimum) {
  MapScene scene = sceneOf(runOnBatches(1), 0);
  scene.shows.batch = true;
  MapDetails().workOut(scene);
  ASSERT_NE(scene.batch, nullptr);
  EXPECT_FALSE(scene.batch->lines.empty());
  EXPECT_FALSE(scene.batch->lowest);
}

TEST(MapScene, WithoutBatchesNoOtherLandscapeIsDrawn) {
  MapScene scene = sceneOf(runOnBatches(0), 3);
  scene.shows.batch = true;
  MapDetails().workOut(scene);
  ASSERT_NE(scene.batch, nullptr) << "the map says that each step sees all";
  EXPECT_TRUE(scene.batch->lines.empty());
  scene = sceneOf({}, 3);  // a formula
  scene.shows.batch = true;
  MapDetails().workOut(scene);
  EXPECT_EQ(scene.batch, nullptr);
}

TEST(MapScene, ARunBeyondAllNumbersIsPaintedWithoutFault) {
  ravine::Run run;
  run.lr = 0.5;
  run.steps = 5000;
  MapScene scene = sceneOf(run, 0);
  const std::int64_t last = scene.runs[0].result->trajectory.steps();
  ASSERT_LT(last, run.steps) << "it overflows";
  for (std::int64_t back = 0; back < 3; ++back) {
    scene.playhead = static_cast<double>(last - back);
    testing::internal::CaptureStderr();
    painted(scene);
    EXPECT_EQ(testing::internal::GetCapturedStderr(), "");
  }
}

TEST(MapScene, AStepTooShortToBeSeenIsMagnified) {
  ravine::Run run;
  run.lr = 0.002;
  run.steps = 50;
  MapScene scene = sceneOf(run, 20);
  scene.frame.area = {0, 0, 400, 300};
  const auto paintedLarge = [&] {
    QImage image(400, 300, QImage::Format_RGB32);
    image.fill(Qt::white);
    QPainter painter(&image);
    paintMap(painter, scene);
    return image;
  };
  const QImage plain = paintedLarge();
  scene.shows.arrows = true;
  MapDetails().workOut(scene);
  const QImage arrows = paintedLarge();
  // The head is left of the middle, so the inset is on the right.
  int changed = 0;
  for (int y = 0; y < 300; ++y)
    for (int x = 290; x < 400; ++x) changed += plain.pixel(x, y) != arrows.pixel(x, y);
  EXPECT_GT(changed, 2000);
}

}  // namespace
}  // namespace ravine
