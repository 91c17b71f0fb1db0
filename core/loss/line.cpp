#include "core/loss/line.h"

#include <limits>
#include <tuple>

namespace ravine {

std::optional<Interval> partInside(const Line& line, const Box& box) {
  Interval part{-std::numeric_limits<double>::infinity(), std::numeric_limits<double>::infinity()};
  for (const auto& [origin, direction, side] : {std::tuple(line.origin.x(), line.direction.x(), box.x),
                                                std::tuple(line.origin.y(), line.direction.y(), box.y)}) {
    if (direction == 0) {
      if (!side.contains(origin)) return std::nullopt;
      continue;
    }
    const double one = (side.lower - origin) / direction;
    const double other = (side.upper - origin) / direction;
    part = {std::max(part.lower, std::min(one, other)), std::min(part.upper, std::max(one, other))};
  }
  if (!(part.length() > 0)) return std::nullopt;
  return part;
}

DirectionalDerivatives derivativesAlong(const LossFunction& function, const Vector2& theta, const Vector2& direction) {
  const Derivatives at = function.derivatives(theta);
  return {at.value, at.gradient.dot(direction), direction.dot(at.hessian * direction)};
}

std::vector<double> sampleLine(const LossFunction& function, const Line& line, const Interval& range, int count) {
  std::vector<double> values(static_cast<std::size_t>(count));
  const double step = range.length() / (count - 1);
  for (int i = 0; i < count; ++i) values[static_cast<std::size_t>(i)] = function.value(line.at(range.lower + i * step));
  return values;
}

}  // namespace ravine
