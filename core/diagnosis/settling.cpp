#include "core/diagnosis/settling.h"

#include <algorithm>
#include <cmath>
#include <limits>
#include <numbers>

#include "core/base/trend.h"

namespace ravine {

std::size_t windowStart(std::int64_t steps, const Thresholds& limits) {
  const auto window = std::clamp(steps / limits.windowPart, limits.shortestWindow, limits.longestWindow);
  return static_cast<std::size_t>(steps < limits.shortestWindow ? steps - steps / 2 : steps - window);
}

double reachOf(const CriticalPoint& point, const Landscape& landscape, const Thresholds& limits) {
  return std::min(limits.settled * landscape.domain.diagonal(), limits.settledInWell * landscape.roomAround(point));
}

// Beside a kink all around.
double riseAround(const CriticalPoint& minimum, double radius, const Landscape& landscape) {
  const LossFunction& f = *landscape.function;
  const auto rise = [&](const Vector2& direction) {
    const Vector2 aside = radius * direction;
    return std::min(f.value(minimum.point + aside), f.value(minimum.point - aside)) - minimum.value;
  };
  if (landscape.ofXAlone) return rise(Vector2::UnitX());
  if (minimum.differentiable) return rise(principalCurvatures(f.derivatives(minimum.point).hessian).lowerDirection());
  constexpr int directions = 8;
  double least = std::numeric_limits<double>::infinity();
  for (int i = 0; i < directions; ++i) {
    const double angle = std::numbers::pi * i / directions;
    least = std::min(least, rise({std::cos(angle), std::sin(angle)}));
  }
  return least;
}

bool isFloor(const CriticalPoint& minimum, const Landscape& landscape, double sameValue, const Thresholds& limits) {
  const double aside =
      std::min(limits.shoulder * landscape.domain.diagonal(), limits.settledInWell * landscape.roomAround(minimum));
  return !(riseAround(minimum, aside, landscape) < -sameValue);
}

double settledLossAt(const CriticalPoint& minimum, double fall, double rise, double sameValue,
                     const Thresholds& limits) {
  const double left = limits.settledLoss * fall;
  return minimum.value + (rise > left ? rise : left) + sameValue;
}

double sameValueTolerance(const Landscape& landscape, double lowest, const Thresholds& limits) {
  return limits.sameValue * landscape.spread + 1e-12 * std::abs(lowest);
}

bool stepsShrink(const std::vector<double>& lengths, const Thresholds& limits) {
  const Trend trend = logTrend(lengths);
  return trend.change < std::log(limits.shrinking) && trend.significance < -limits.significant;
}

bool rise(const std::vector<double>& losses) {
  const Trend trend(losses);
  const auto highest = std::max_element(losses.begin(), losses.end());
  return trend.change > 0 && trend.significance > 1 && losses.end() - highest <= std::ssize(losses) / 3;
}

bool isSamePlace(const Vector2& a, const Vector2& b, const Landscape& landscape) {
  constexpr double same = 1e-6;  // views
  return landscape.distance(a, b) <= same * landscape.domain.diagonal();
}

bool isFarAway(const Vector2& point, const Landscape& landscape, const Thresholds& limits) {
  return landscape.domain.distanceTo(point) > limits.farAway * landscape.domain.diagonal();
}

}  // namespace ravine
