// A jet of a function that is linear in x and y: it has no second derivatives, and none are computed with. Whatever
// bends it makes a Hessian of it.
#pragma once

#include "core/base/jet.h"

namespace ravine {

template <typename T>
struct Linear {
  T v, x, y;

  static constexpr Linear variableX(T value) { return {value, T(1.0), T(0.0)}; }
  static constexpr Linear variableY(T value) { return {value, T(0.0), T(1.0)}; }

  static constexpr Hessian<T> chain(const Linear& j, T h, T h1, T h2) {
    const T bent = h2 * j.x;
    return {h, h1 * j.x, h1 * j.y, bent * j.x, bent * j.y, h2 * j.y * j.y};
  }

  friend constexpr Linear operator+(const Linear& a, const Linear& b) { return {a.v + b.v, a.x + b.x, a.y + b.y}; }
  friend constexpr Linear operator-(const Linear& a, const T& s) { return {a.v - s, a.x, a.y}; }
  friend constexpr Linear operator*(const Linear& a, const T& s) { return {a.v * s, a.x * s, a.y * s}; }
  friend constexpr Hessian<T> operator*(const Linear& a, const Hessian<T>& b) {
    return {a.v * b.v,
            a.x * b.v + a.v * b.x,
            a.y * b.v + a.v * b.y,
            2.0 * a.x * b.x + a.v * b.xx,
            a.x * b.y + a.y * b.x + a.v * b.xy,
            2.0 * a.y * b.y + a.v * b.yy};
  }
};

}  // namespace ravine
