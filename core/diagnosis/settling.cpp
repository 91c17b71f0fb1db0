#include "core/diagnosis/settling.h"

#include <algorithm>
#include <cmath>

#include "core/base/trend.h"

namespace ravine {

std::size_t windowStart(std::int64_t steps, const Thresholds& limits) {
  const auto window = std::clamp(steps / limits.windowPart, limits.shortestWindow, limits.longestWindow);
  return static_cast<std::size_t>(steps < limits.shortestWindow ? steps - steps / 2 : steps - window);
}

double reachOf(const CriticalPoint& point, const Landscape& landscape, const Thresholds& limits) {
  return std::min(limits.settled * landscape.domain.diagonal(), limits.settledInWell * landscape.roomAround(point));
}

bool isFloor(const CriticalPoint& minimum, const Landscape& landscape, double sameValue, const Thresholds& limits) {
  const double aside =
      std::min(limits.shoulder * landscape.domain.diagonal(), limits.settledInWell * landscape.roomAround(minimum));
  const LossFunction& f = *landscape.function;
  const Vector2 flattest = principalCurvatures(f.derivatives(minimum.point).hessian).lowerDirection();
  const double lowest = std::min(f.value(minimum.point + aside * flattest), f.value(minimum.point - aside * flattest));
  return !(lowest < minimum.value - sameValue);
}

double sameValueTolerance(const Landscape& landscape, double lowest, const Thresholds& limits) {
  return limits.sameValue * landscape.spread + 1e-12 * std::abs(lowest);
}

bool stepsShrink(const std::vector<double>& lengths, const Thresholds& limits) {
  const Trend trend = logTrend(lengths);
  return trend.change < std::log(limits.shrinking) && trend.significance < -limits.significant;
}

bool isSamePlace(const Vector2& a, const Vector2& b, const Landscape& landscape) {
  constexpr double same = 1e-6;  // views
  const Vector2 apart = a - b;
  return (landscape.ofXAlone ? std::abs(apart.x()) : apart.norm()) <= same * landscape.domain.diagonal();
}

bool isFarAway(const Vector2& point, const Landscape& landscape, const Thresholds& limits) {
  return landscape.domain.distanceTo(point) > limits.farAway * landscape.domain.diagonal();
}

}  // namespace ravine
