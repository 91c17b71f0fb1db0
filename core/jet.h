// Forward-mode automatic differentiation of functions of two variables. A formula written once for `auto x, auto y`
// gives, without finite differences,
//   its value           with T = double or a SIMD pack,
//   value and gradient  with Gradient<T>, and
//   value, gradient and Hessian with Hessian<T>.
// An operation that is not finite gives the NaN or infinity that IEEE arithmetic gives; nothing is caught here.
#pragma once

#include <cmath>
#include <concepts>

namespace ravine {

// The value of a function and its first derivatives in x and y.
template <typename T>
struct Gradient {
  T v, x, y;

  constexpr Gradient(T value, T dx, T dy) : v(value), x(dx), y(dy) {}
  constexpr Gradient(double constant) : v(constant), x(0.0), y(0.0) {}

  static constexpr Gradient variableX(T value) { return {value, T(1.0), T(0.0)}; }
  static constexpr Gradient variableY(T value) { return {value, T(0.0), T(1.0)}; }

  // h(j), where h, h1, h2 are the value and derivatives of h at j.v.
  static constexpr Gradient chain(const Gradient& j, T h, T h1, T /*h2*/) { return {h, h1 * j.x, h1 * j.y}; }

  constexpr Gradient operator-() const { return {-v, -x, -y}; }
  friend constexpr Gradient operator+(const Gradient& a, const Gradient& b) {
    return {a.v + b.v, a.x + b.x, a.y + b.y};
  }
  friend constexpr Gradient operator-(const Gradient& a, const Gradient& b) {
    return {a.v - b.v, a.x - b.x, a.y - b.y};
  }
  friend constexpr Gradient operator*(const Gradient& a, const Gradient& b) {
    return {a.v * b.v, a.x * b.v + a.v * b.x, a.y * b.v + a.v * b.y};
  }
  friend constexpr Gradient operator/(const Gradient& a, const Gradient& b) {
    const T q = a.v / b.v;
    return {q, (a.x - q * b.x) / b.v, (a.y - q * b.y) / b.v};
  }
  friend constexpr Gradient operator*(double s, const Gradient& a) { return {s * a.v, s * a.x, s * a.y}; }
  friend constexpr Gradient operator*(const Gradient& a, double s) { return s * a; }
  friend constexpr Gradient operator/(const Gradient& a, double s) { return {a.v / s, a.x / s, a.y / s}; }
  friend constexpr Gradient operator+(const Gradient& a, double s) { return {a.v + s, a.x, a.y}; }
  friend constexpr Gradient operator+(double s, const Gradient& a) { return {s + a.v, a.x, a.y}; }
  friend constexpr Gradient operator-(const Gradient& a, double s) { return {a.v - s, a.x, a.y}; }
  friend constexpr Gradient operator-(double s, const Gradient& a) { return {s - a.v, -a.x, -a.y}; }
};

// The value of a function, its first and its second derivatives.
template <typename T>
struct Hessian {
  T v, x, y, xx, xy, yy;

  constexpr Hessian(T value, T dx, T dy, T dxx, T dxy, T dyy) : v(value), x(dx), y(dy), xx(dxx), xy(dxy), yy(dyy) {}
  constexpr Hessian(double constant) : Hessian(T(constant), T(0.0), T(0.0), T(0.0), T(0.0), T(0.0)) {}

  static constexpr Hessian variableX(T value) { return {value, T(1.0), T(0.0), T(0.0), T(0.0), T(0.0)}; }
  static constexpr Hessian variableY(T value) { return {value, T(0.0), T(1.0), T(0.0), T(0.0), T(0.0)}; }

  static constexpr Hessian chain(const Hessian& j, T h, T h1, T h2) {
    return {h, h1 * j.x, h1 * j.y, h2 * j.x * j.x + h1 * j.xx, h2 * j.x * j.y + h1 * j.xy, h2 * j.y * j.y + h1 * j.yy};
  }

  constexpr Hessian operator-() const { return {-v, -x, -y, -xx, -xy, -yy}; }
  friend constexpr Hessian operator+(const Hessian& a, const Hessian& b) {
    return {a.v + b.v, a.x + b.x, a.y + b.y, a.xx + b.xx, a.xy + b.xy, a.yy + b.yy};
  }
  friend constexpr Hessian operator-(const Hessian& a, const Hessian& b) {
    return {a.v - b.v, a.x - b.x, a.y - b.y, a.xx - b.xx, a.xy - b.xy, a.yy - b.yy};
  }
  friend constexpr Hessian operator*(const Hessian& a, const Hessian& b) {
    return {a.v * b.v,
            a.x * b.v + a.v * b.x,
            a.y * b.v + a.v * b.y,
            a.xx * b.v + 2.0 * a.x * b.x + a.v * b.xx,
            a.xy * b.v + a.x * b.y + a.y * b.x + a.v * b.xy,
            a.yy * b.v + 2.0 * a.y * b.y + a.v * b.yy};
  }
  // From a = q·b: the derivatives of q follow one order after the other.
  friend constexpr Hessian operator/(const Hessian& a, const Hessian& b) {
    const T q = a.v / b.v;
    const T qx = (a.x - q * b.x) / b.v;
    const T qy = (a.y - q * b.y) / b.v;
    return {q,
            qx,
            qy,
            (a.xx - 2.0 * qx * b.x - q * b.xx) / b.v,
            (a.xy - qx * b.y - qy * b.x - q * b.xy) / b.v,
            (a.yy - 2.0 * qy * b.y - q * b.yy) / b.v};
  }
  friend constexpr Hessian operator*(double s, const Hessian& a) {
    return {s * a.v, s * a.x, s * a.y, s * a.xx, s * a.xy, s * a.yy};
  }
  friend constexpr Hessian operator*(const Hessian& a, double s) { return s * a; }
  friend constexpr Hessian operator/(const Hessian& a, double s) {
    return {a.v / s, a.x / s, a.y / s, a.xx / s, a.xy / s, a.yy / s};
  }
  friend constexpr Hessian operator+(const Hessian& a, double s) { return {a.v + s, a.x, a.y, a.xx, a.xy, a.yy}; }
  friend constexpr Hessian operator+(double s, const Hessian& a) { return {s + a.v, a.x, a.y, a.xx, a.xy, a.yy}; }
  friend constexpr Hessian operator-(const Hessian& a, double s) { return {a.v - s, a.x, a.y, a.xx, a.xy, a.yy}; }
  friend constexpr Hessian operator-(double s, const Hessian& a) { return s + (-a); }
};

template <typename J>
concept Jet = requires(const J& j) {
  { J::chain(j, j.v, j.v, j.v) } -> std::same_as<J>;
};

// Inside namespace ravine a formula's exp(x) means the one that fits x: double, SIMD pack (by ADL) or jet.
using std::cos;
using std::exp;
using std::sin;
using std::sqrt;

template <Jet J>
constexpr J exp(const J& j) {
  const auto e = exp(j.v);
  return J::chain(j, e, e, e);
}
template <Jet J>
constexpr J sin(const J& j) {
  const auto s = sin(j.v);
  return J::chain(j, s, cos(j.v), -s);
}
template <Jet J>
constexpr J cos(const J& j) {
  const auto c = cos(j.v);
  return J::chain(j, c, -sin(j.v), -c);
}
template <Jet J>
constexpr J sqrt(const J& j) {
  const auto r = sqrt(j.v);
  const auto slope = 0.5 / r;
  return J::chain(j, r, slope, -0.5 * slope / j.v);
}

template <typename T>
constexpr T square(const T& x) {
  return x * x;
}

}  // namespace ravine
