#include "core/loss/contour.h"

#include <gtest/gtest.h>

namespace ravine {
namespace {

Field fieldOf(const std::string& id, int size = 200) {
  const LossFunctionInfo& info = *findLossFunction(id);
  return sampleField(*makeLossFunction(info, {}), info.domain, size, size);
}

std::vector<double> levelsOf(const Field& field, int count) {
  return contourLevels(field, count, field.box);
}

TEST(Field, HoldsTheValuesAtTheCentresOfItsCells) {
  const Field field = fieldOf("himmelblau", 50);
  const auto function = makeLossFunction(*findLossFunction("himmelblau"), {});
  EXPECT_NEAR(field.at(3, 7), function->value(field.centre(3, 7)), 1e-9);
  EXPECT_DOUBLE_EQ(field.centre(0, 0).x(), -5 + 0.1);
}

TEST(ContourLevels, ShowBothTheFloorOfRosenbrockAndItsWalls) {
  const auto levels = levelsOf(fieldOf("rosenbrock"), 18);
  ASSERT_GE(levels.size(), 18u);
  EXPECT_TRUE(std::is_sorted(levels.begin(), levels.end()));
  EXPECT_LT(levels.front(), 0.1);  // deep in the valley
  EXPECT_GE(std::count_if(levels.begin(), levels.end(), [](double level) { return level < 5; }), 3);
  EXPECT_GT(levels.back(), 1000);  // high on the walls
}

TEST(ContourLevels, OfASaddleLieOnBothSidesOfZero) {
  const auto levels = levelsOf(fieldOf("quadratic_saddle"), 18);
  EXPECT_LT(levels.front(), -5);
  EXPECT_GT(levels.back(), 5);
}

TEST(ContourLevels, GoOnOutsideTheFocus) {
  const auto function = makeLossFunction(*findLossFunction("double_well"), {});
  const Field wide = sampleField(*function, {{-6, 6}, {-2, 2}}, 240, 80);
  const auto levels = contourLevels(wide, 18, {{-2, 2}, {-2, 2}});
  EXPECT_GT(levels.size(), 18u);
  EXPECT_GT(std::count_if(levels.begin(), levels.end(), [](double level) { return level < 2; }), 5);
}

TEST(ContourLevels, AreNoneOfALevelFieldAndMindNoHoles) {
  Field level{{{0, 1}, {0, 1}}, 4, 4, std::vector<double>(16, 3.0)};
  EXPECT_TRUE(levelsOf(level, 5).empty());
  level.values.assign(16, std::nan(""));
  EXPECT_TRUE(levelsOf(level, 5).empty());
  level.values[5] = 1;
  level.values[6] = 2;
  level.values[7] = INFINITY;
  for (const double l : levelsOf(level, 5)) EXPECT_TRUE(std::isfinite(l));
}

TEST(ContourLines, OfABowlAreClosedCirclesOfTheRightRadius) {
  const auto lines = contourLines(fieldOf("bowl"), {2.0, 8.0}, 2);
  ASSERT_EQ(lines.size(), 2u);
  for (const ContourLine& line : lines) {
    EXPECT_EQ(line.points.front(), line.points.back());
    for (const Vector2& p : line.points) EXPECT_NEAR(p.norm(), std::sqrt(2 * line.level), 0.01);
  }
}

TEST(ContourLines, OfTheDoubleWellAreTwoLoopsBelowTheBarrierAndOneAbove) {
  const Field field = fieldOf("double_well");
  EXPECT_EQ(contourLines(field, {0.6}).size(), 2u);
  EXPECT_EQ(contourLines(field, {1.5}).size(), 1u);
}

TEST(ContourLines, EndAtTheBorderAndAtHoles) {
  Field field = fieldOf("quadratic_saddle");
  for (const ContourLine& line : contourLines(field, {1.0})) EXPECT_NE(line.points.front(), line.points.back());
  field.values.assign(field.values.size(), std::nan(""));
  EXPECT_TRUE(contourLines(field, {1.0}).empty());
}

}  // namespace
}  // namespace ravine
