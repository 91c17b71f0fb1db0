#include "core/base/number_text.h"

#include <gtest/gtest.h>

#include <cmath>
#include <limits>

namespace ravine {
namespace {

TEST(NumberText, WritesNumbersAsOnAPage) {
  EXPECT_EQ(numberText(0.095), "0.095");
  EXPECT_EQ(numberText(-1.5), "−1.5");
  EXPECT_EQ(numberText(0.0005), "0.0005");
  EXPECT_EQ(numberText(1013), "1013");
  EXPECT_EQ(numberText(1.44e18), "1.44 × 10¹⁸");
  EXPECT_EQ(numberText(-2.5e-7), "−2.5 × 10⁻⁷");
  EXPECT_EQ(numberText(1e-6), "10⁻⁶");
  EXPECT_EQ(numberText(20), "20");
  EXPECT_EQ(numberText(100), "100");
}

TEST(NumberText, RoundsIntoTheNextPowerOfTen) {
  EXPECT_EQ(numberText(99.96), "100");
  EXPECT_EQ(numberText(0.00009999), "0.0001");
  EXPECT_EQ(numberText(99996), "10⁵");
}

TEST(NumberText, RoundsHalvesUpAsByHand) {
  EXPECT_EQ(numberText(1.125), "1.13");
  EXPECT_EQ(numberText(-0.3125), "−0.313");
  EXPECT_EQ(numberText(2.5, 1), "3");
}

TEST(NumberText, HasSignsForWhatIsNoNumber) {
  EXPECT_EQ(numberText(0), "0");
  EXPECT_EQ(numberText(-0.0), "0");
  EXPECT_EQ(numberText(INFINITY), "∞");
  EXPECT_EQ(numberText(-INFINITY), "−∞");
  EXPECT_EQ(numberText(NAN), "—");
}

TEST(NumberText, ReachesTheEndsOfTheRange) {
  EXPECT_EQ(numberText(std::numeric_limits<double>::max()), "1.8 × 10³⁰⁸");
  EXPECT_FALSE(numberText(std::numeric_limits<double>::denorm_min()).empty());
}

TEST(PointText, ShowsACoordinateThatIsNothingAgainstTheOtherAsZero) {
  EXPECT_EQ(pointText({0.96, 1e-14}), "(0.96, 0)");
  EXPECT_EQ(pointText({1e-14, 2e-14}), "(10⁻¹⁴, 2 × 10⁻¹⁴)");
  EXPECT_EQ(pointText({0, 0}), "(0, 0)");
}

}  // namespace
}  // namespace ravine
