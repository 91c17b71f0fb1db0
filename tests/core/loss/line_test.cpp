#include "core/loss/line.h"

#include <gtest/gtest.h>

#include <cmath>

namespace ravine {
namespace {

std::shared_ptr<const LossFunction> functionOf(const std::string& formula) {
  const LossChoice choice{"", {}, formula};
  return makeLossFunction(lossFunctionInfo(choice), {});
}

TEST(Line, IsSeenFromTheNearestPoint) {
  const Line diagonal{{1, 1}, Vector2(1, 1).normalized()};
  EXPECT_NEAR(diagonal.along({3, 1}), std::sqrt(2), 1e-15);
  EXPECT_NEAR(diagonal.distance({3, 1}), std::sqrt(2), 1e-15);
  EXPECT_NEAR((diagonal.at(std::sqrt(2)) - Vector2(2, 2)).norm(), 0, 1e-15);
}

TEST(Line, IsCutToABox) {
  const Box box{{-2, 2}, {-1, 3}};
  const auto part = partInside({{0, 0}, Vector2(1, 1).normalized()}, box);
  ASSERT_TRUE(part);
  EXPECT_NEAR(part->lower, -std::sqrt(2), 1e-15);
  EXPECT_NEAR(part->upper, 2 * std::sqrt(2), 1e-15);
  EXPECT_EQ(partInside({{0, 3}, Vector2::UnitX()}, box)->length(), 4) << "along its very edge";
  EXPECT_FALSE(partInside({{0, 3.1}, Vector2::UnitX()}, box));
  EXPECT_FALSE(partInside({{-9, 0}, Vector2(1, 2).normalized()}, box));
}

TEST(Line, DerivativesAreThoseOfTheLossAlongIt) {
  const auto function = functionOf("x^2*y + 3*y^2");
  const Vector2 direction = Vector2(3, 4) / 5;
  const Vector2 theta(1.5, -0.7);
  const DirectionalDerivatives exact = derivativesAlong(*function, theta, direction);
  constexpr double h = 1e-4;
  const auto at = [&](double s) { return function->value(theta + s * direction); };
  EXPECT_NEAR(exact.slope, (at(h) - at(-h)) / (2 * h), 1e-7);
  EXPECT_NEAR(exact.curvature, (at(h) - 2 * at(0) + at(-h)) / (h * h), 1e-5);
}

}  // namespace
}  // namespace ravine
