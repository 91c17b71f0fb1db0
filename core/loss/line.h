// A straight line through the plane of θ, and the loss along it: what a profile shows. Pure functions; any thread.
#pragma once

#include <optional>
#include <vector>

#include "core/base/types.h"
#include "core/loss/loss_function.h"

namespace ravine {

// The points origin + s·direction.
struct Line {
  Vector2 origin = Vector2::Zero();
  Vector2 direction = Vector2::UnitX();  // unit

  Vector2 at(double s) const { return origin + s * direction; }
  // Where the point of the line that is nearest to θ lies on it, and how far θ is from there.
  double along(const Vector2& theta) const { return (theta - origin).dot(direction); }
  double distance(const Vector2& theta) const {
    const Vector2 offset = theta - origin;
    return std::abs(offset.x() * direction.y() - offset.y() * direction.x());
  }

  bool operator==(const Line& other) const { return origin == other.origin && direction == other.direction; }
};

// The part of a line inside a box; nothing if it misses the box.
std::optional<Interval> partInside(const Line& line, const Box& box);

// f, and its first two derivatives along a unit vector.
struct DirectionalDerivatives {
  double value;
  double slope;
  double curvature;
};
DirectionalDerivatives derivativesAlong(const LossFunction& function, const Vector2& theta, const Vector2& direction);

// The loss at `count` points of the line, evenly spaced from range.lower to range.upper. Precondition: count > 1.
std::vector<double> sampleLine(const LossFunction& function, const Line& line, const Interval& range, int count);

}  // namespace ravine
