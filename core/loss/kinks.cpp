#include "core/loss/kinks.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <limits>
#include <numbers>

namespace ravine {
namespace {

// Lower than all around it, and with walls that do not become level on the way down; nor ever steeper, as at a pole.
bool isKink(const LossFunction& function, const Vector2& point, double diagonal) {
  constexpr int directions = 32;
  const double centre = function.value(point);
  const auto steepest = [&](double radius) {
    double slope = 0;
    Vector2 downhill = -function.gradient(point).gradient.normalized();
    if (!isFinite(downhill) || downhill.isZero()) downhill = {1, 0};
    for (int i = 0; i < directions; ++i) {
      const double angle = 2 * std::numbers::pi * i / directions;
      const Vector2 direction(downhill.x() * std::cos(angle) - downhill.y() * std::sin(angle),
                              downhill.x() * std::sin(angle) + downhill.y() * std::cos(angle));
      const double rise = function.value(point + radius * direction) - centre;
      if (!(rise >= 0)) return std::numeric_limits<double>::quiet_NaN();
      slope = std::max(slope, rise / radius);
    }
    return slope;
  };
  const double near = steepest(1e-8 * diagonal);
  const double far = steepest(1e-5 * diagonal);
  constexpr double steepestKink = 200;  // a root has walls 32 times as steep there, a pole a thousand times
  return near > 0.5 * far && near < steepestKink * far;
}

// Some way leads on from it without rising, as along the bottom of |x|.
bool isOnCurve(const LossFunction& function, const Vector2& point, double diagonal) {
  constexpr int directions = 64;
  const double centre = function.value(point);
  double highest = 0;
  double lowest = std::numeric_limits<double>::infinity();
  for (int i = 0; i < directions; ++i) {
    const double angle = 2 * std::numbers::pi * i / directions;
    const double rise = function.value(point + 1e-3 * diagonal * Vector2(std::cos(angle), std::sin(angle))) - centre;
    highest = std::max(highest, rise);
    lowest = std::min(lowest, rise);
  }
  return lowest <= 1e-9 * highest;
}

}  // namespace

Vector2 compassSearch(const LossFunction& function, Vector2 point, double step, double resolution) {
  static const std::array<Vector2, 4> directions{Vector2(1, 0), Vector2(0, 1), Vector2(-1, 0), Vector2(0, -1)};
  double value = function.value(point);
  for (int i = 0; step > resolution && i < 10'000; ++i) {
    const auto better = std::find_if(directions.begin(), directions.end(), [&](const Vector2& direction) {
      return function.value(point + step * direction) < value;
    });
    if (better == directions.end()) {
      step *= 0.5;
    } else {
      point += step * *better;
      value = function.value(point);
    }
  }
  return point;
}

std::optional<CriticalPoint> kinkAt(const LossFunction& function, const Vector2& point, double diagonal) {
  if (!isKink(function, point, diagonal)) return std::nullopt;
  constexpr double nan = std::numeric_limits<double>::quiet_NaN();
  return CriticalPoint{.point = point,
                       .value = function.value(point),
                       .kind = CriticalKind::minimum,
                       .curvature = {nan, nan},
                       .isolated = !isOnCurve(function, point, diagonal),
                       .differentiable = false};
}

}  // namespace ravine
