// The small values that everything shares: points and boxes, and how long work is told to stop. All coordinates are
// dimensionless, as are loss values.
#pragma once

#include <Eigen/Core>
#include <algorithm>
#include <cmath>
#include <functional>

namespace ravine {

using Vector2 = Eigen::Vector2d;
using Matrix2 = Eigen::Matrix2d;

inline bool isFinite(const Vector2& v) {
  return std::isfinite(v.x()) && std::isfinite(v.y());
}

struct Interval {
  double lower = 0;
  double upper = 0;

  double length() const { return upper - lower; }
  double centre() const { return lower + 0.5 * (upper - lower); }
  bool contains(double value) const { return lower <= value && value <= upper; }
  bool operator==(const Interval&) const = default;
};

struct Box {
  Interval x;
  Interval y;

  double diagonal() const { return std::hypot(x.length(), y.length()); }
  Vector2 centre() const { return {x.centre(), y.centre()}; }
  bool contains(const Vector2& p) const { return x.contains(p.x()) && y.contains(p.y()); }
  Vector2 nearest(const Vector2& p) const {
    return {std::clamp(p.x(), x.lower, x.upper), std::clamp(p.y(), y.lower, y.upper)};
  }
  double distanceTo(const Vector2& p) const { return (p - nearest(p)).norm(); }
  // The same box grown on each side by `fraction` of its lengths.
  Box grown(double fraction) const {
    const double dx = fraction * x.length();
    const double dy = fraction * y.length();
    return {{x.lower - dx, x.upper + dx}, {y.lower - dy, y.upper + dy}};
  }
  bool operator==(const Box&) const = default;
};

// Polled by long work; true asks it to stop soon and give back what it has.
using CancelPredicate = std::function<bool()>;
inline bool isCancelled(const CancelPredicate& cancelled) {
  return cancelled && cancelled();
}

}  // namespace ravine
