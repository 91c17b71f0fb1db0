#include <gtest/gtest.h>

#include <QPainter>
#include <thread>

#include "ui/map/map_images.h"
#include "ui/map/path_painter.h"

namespace ravine {
namespace {

Trajectory trajectory(std::vector<Vector2> points) {
  Trajectory t;
  t.lrs.assign(points.size() - 1, 0.1);
  t.points = std::move(points);
  return t;
}

TEST(Clipping, KeepsThePartOfASegmentInside) {
  const QRectF rect(0, 0, 100, 100);
  EXPECT_EQ(clipped({-50, 50, 50, 50}, rect), QLineF(0, 50, 50, 50));
  EXPECT_EQ(clipped({10, 10, 20, 20}, rect), QLineF(10, 10, 20, 20));
  EXPECT_FALSE(clipped({-10, -10, -20, 50}, rect));
  EXPECT_FALSE(clipped({50, 150, 60, 150}, rect));
}

TEST(Clipping, MindsNoAstronomicalOrInfiniteEnd) {
  const QRectF rect(0, 0, 100, 100);
  const auto line = clipped({50, 50, 50 + 1e200, 50}, rect);
  ASSERT_TRUE(line);
  EXPECT_NEAR(line->x2(), 100, 1e-9);
  EXPECT_FALSE(clipped({50, 50, INFINITY, 50}, rect));
}

TEST(PointAt, MovesStraightBetweenStepsAndHoldsTheLastPoint) {
  const Trajectory t = trajectory({{0, 0}, {2, 4}});
  EXPECT_EQ(pointAt(t, 0.5), Vector2(1, 2));
  EXPECT_EQ(pointAt(t, 7), Vector2(2, 4));
  const Trajectory far = trajectory({{-1.5e308, 0}, {1.5e308, 0}});
  EXPECT_TRUE(isFinite(pointAt(far, 0.5)));
}

class Paths : public testing::Test {
 protected:
  Paths() { cache.reset({100, 100}, 1, {{0, 0, 100, 100}, {{0, 100}, {0, 100}}}); }
  QImage upTo(double step) {
    QImage image(100, 100, QImage::Format_ARGB32_Premultiplied);
    image.fill(Qt::transparent);
    QPainter painter(&image);
    cache.paintUpTo(painter, step, {trackOf(zigzag, 0)}, Theme::light());
    return image;
  }

  std::shared_ptr<const Trajectory> zigzag =
      std::make_shared<const Trajectory>(trajectory({{10, 90}, {90, 70}, {10, 50}, {90, 30}, {10, 10}}));
  WalkedPathCache cache;
};

TEST_F(Paths, LookTheSameHoweverThePlayheadCameThere) {
  upTo(4);
  const QImage scrubbedBack = upTo(2);
  upTo(0);
  upTo(1);
  EXPECT_EQ(upTo(2), scrubbedBack);
}

TEST_F(Paths, ShowOnlyWhatWasWalked) {
  const auto inked = [](const QImage& image, int row) {
    for (int x = 0; x < image.width(); ++x)
      if (qAlpha(image.pixel(x, row))) return true;
    return false;
  };
  const QImage half = upTo(2.5);
  EXPECT_TRUE(inked(half, 20));
  EXPECT_TRUE(inked(half, 40));
  EXPECT_FALSE(inked(half, 60));
}

TEST(MapImage, HasItsSizeAndIsDarkestAtTheMinimum) {
  const LossFunctionInfo& info = *findLossFunction("bowl");
  const MapImage map = paintMapImage(*makeLossFunction(info, {}), info.domain, info.domain, {120, 120}, 1, {});
  ASSERT_EQ(map.image.size(), QSize(120, 120));
  EXPECT_LT(qGray(map.image.pixel(60, 60)), qGray(map.image.pixel(2, 2)));
}

TEST(MapImage, OfHugeValuesIsPaintedWithoutFault) {
  const LossFunctionInfo& info = *findLossFunction("six_hump_camel");
  const Box huge{{-1e120, 1e120}, {-1e120, 1e120}};
  EXPECT_FALSE(paintMapImage(*makeLossFunction(info, {}), info.domain, huge, {64, 64}, 1, {}).image.isNull());
}

TEST(MapImage, StopsSoonWhenCancelled) {
  const LossFunctionInfo& info = *findLossFunction("bowl");
  int polls = 0;
  const auto cancelled = [&] { return ++polls > 0; };
  EXPECT_TRUE(
      paintMapImage(*makeLossFunction(info, {}), info.domain, info.domain, {64, 64}, 1, cancelled).image.isNull());
  EXPECT_LE(polls, 2);
}

TEST(MapImages, WhatSeveralPanelsShowIsPaintedOnce) {
  const LossFunctionInfo& info = *findLossFunction("himmelblau");
  const auto function = makeLossFunction(info, {});
  MapImages images;
  const MapRequest request{{info.id, {}}, info.domain, info.domain, {120, 120}, 1, MapColours::viridis};
  std::vector<std::shared_ptr<const MapImage>> got(4);
  std::vector<std::thread> panels;
  for (auto& image : got) panels.emplace_back([&] { image = images.get(request, *function, {}); });
  for (std::thread& panel : panels) panel.join();
  for (const auto& image : got) EXPECT_EQ(image, got.front());
  EXPECT_EQ(images.get(request, *function, {}), got.front()) << "as long as it is shown";
  MapRequest other = request;
  other.size = {121, 120};
  EXPECT_EQ(images.get(other, *function, {})->image.size(), QSize(121, 120));
}

TEST(MapImages, AnAbandonedMapIsGivenToNobody) {
  const LossFunctionInfo& info = *findLossFunction("himmelblau");
  const auto function = makeLossFunction(info, {});
  MapImages images;
  const MapRequest request{{info.id, {}}, info.domain, info.domain, {64, 64}, 1, MapColours::viridis};
  const auto abandoned = images.get(request, *function, [] { return true; });
  ASSERT_TRUE(abandoned);
  EXPECT_FALSE(images.get(request, *function, {})->image.isNull());
}

}  // namespace
}  // namespace ravine
