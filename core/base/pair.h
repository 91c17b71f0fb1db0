// The two coordinates of a place, a gradient or what an optimizer remembers, each computed with alone: of a number, or
// of a pack of them. Light enough for kernels.
#pragma once

#include <cmath>
#include <concepts>

namespace ravine {

using std::abs;
using std::sqrt;

// The value that decides between two branches; a pack decides for each of its lanes.
constexpr double select(bool condition, double yes, double no) {
  return condition ? yes : no;
}
// As std::max is where one of them is no number. A pack has its own.
constexpr double greater(double a, double b) {
  return a < b ? b : a;
}

template <class T>
struct Pair {
  T x, y;

  static constexpr Pair both(double value) { return {T(value), T(value)}; }

  friend constexpr Pair operator+(const Pair& a, const Pair& b) { return {a.x + b.x, a.y + b.y}; }
  friend constexpr Pair operator-(const Pair& a, const Pair& b) { return {a.x - b.x, a.y - b.y}; }
  friend constexpr Pair operator*(const Pair& a, const Pair& b) { return {a.x * b.x, a.y * b.y}; }
  friend constexpr Pair operator/(const Pair& a, const Pair& b) { return {a.x / b.x, a.y / b.y}; }
  friend constexpr Pair operator*(const T& s, const Pair& a) { return {s * a.x, s * a.y}; }
  friend constexpr Pair operator/(const Pair& a, const T& s) { return {a.x / s, a.y / s}; }
  friend constexpr Pair operator+(const Pair& a, const T& s) { return {a.x + s, a.y + s}; }
  friend constexpr Pair sqrt(const Pair& a) { return {sqrt(a.x), sqrt(a.y)}; }
  friend constexpr Pair abs(const Pair& a) { return {abs(a.x), abs(a.y)}; }
  friend constexpr Pair square(const Pair& a) { return a * a; }
  friend constexpr Pair greater(const Pair& a, const Pair& b) { return {greater(a.x, b.x), greater(a.y, b.y)}; }
  bool operator==(const Pair&) const = default;

  // To a vector of another library.
  template <class Vector>
  requires(std::constructible_from<Vector, T, T> && !std::same_as<Vector, Pair>) operator Vector() const {
    return Vector(x, y);
  }
};

}  // namespace ravine
