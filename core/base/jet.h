// Forward-mode automatic differentiation of functions of two variables. A formula written once for `auto x, auto y`
// gives, without finite differences,
//   its value           with T = double or a SIMD pack,
//   value and gradient  with Gradient<T>, and
//   value, gradient and Hessian with Hessian<T>.
// An operation that is not finite gives the NaN or infinity that IEEE arithmetic gives; nothing is caught here. Inside
// namespace ravine a formula's exp(x) means the one that fits x: number (elementary.h), SIMD pack (by ADL) or jet.
#pragma once

#include <concepts>
#include <numbers>
#include <type_traits>

#include "core/base/elementary.h"
#include "core/base/known_derivative.h"
#include "core/base/pair.h"

namespace ravine {

template <typename T, typename X = T, typename Y = T>
struct Gradient;
template <typename T, typename X, typename Y>
constexpr Gradient<T, X, Y> gradientOf(const T& value, const X& dx, const Y& dy) {
  return {value, dx, dy};
}

// The value of a function and its first derivatives in x and y, which are T too unless more is known of them.
template <typename T, typename X, typename Y>
struct Gradient {
  T v;
  [[no_unique_address]] X x;
  [[no_unique_address]] Y y;

  Gradient() = default;  // undefined, for arrays
  constexpr Gradient(const T& value, const X& dx, const Y& dy) : v(value), x(dx), y(dy) {}
  constexpr Gradient(double constant) requires(std::same_as<X, T>&& std::same_as<Y, T>) : v(constant), x(0.0), y(0.0) {}
  template <typename DX, typename DY>
  requires(!std::same_as<DX, X> || !std::same_as<DY, Y>) constexpr Gradient(const Gradient<T, DX, DY>& other)
      : v(other.v), x(asNumber(other.x)), y(asNumber(other.y)) {}

  static constexpr Gradient variableX(const T& value) { return {value, T(1.0), T(0.0)}; }
  static constexpr Gradient variableY(const T& value) { return {value, T(0.0), T(1.0)}; }

  // h(j), where h, h1, h2 are the value and derivatives of h at j.v.
  static constexpr auto chain(const Gradient& j, const T& h, const T& h1, const T& /*h2*/) {
    return gradientOf(h, h1 * j.x, h1 * j.y);
  }
};

// The variables of a formula of which each operation is compiled for what is known of its derivatives.
template <typename T>
constexpr Gradient<T, One, Zero> knownX(const T& value) {
  return {value, {}, {}};
}
template <typename T>
constexpr Gradient<T, Zero, One> knownY(const T& value) {
  return {value, {}, {}};
}

template <typename T, typename X, typename Y>
constexpr auto operator-(const Gradient<T, X, Y>& a) {
  return gradientOf(T(-a.v), -a.x, -a.y);
}
template <typename T, typename XA, typename YA, typename XB, typename YB>
constexpr auto operator+(const Gradient<T, XA, YA>& a, const Gradient<T, XB, YB>& b) {
  return gradientOf(T(a.v + b.v), a.x + b.x, a.y + b.y);
}
template <typename T, typename XA, typename YA, typename XB, typename YB>
constexpr auto operator-(const Gradient<T, XA, YA>& a, const Gradient<T, XB, YB>& b) {
  return gradientOf(T(a.v - b.v), a.x - b.x, a.y - b.y);
}
template <typename T, typename XA, typename YA, typename XB, typename YB>
constexpr auto operator*(const Gradient<T, XA, YA>& a, const Gradient<T, XB, YB>& b) {
  return gradientOf(T(a.v * b.v), a.x * b.v + a.v * b.x, a.y * b.v + a.v * b.y);
}
template <typename T, typename XA, typename YA, typename XB, typename YB>
constexpr auto operator/(const Gradient<T, XA, YA>& a, const Gradient<T, XB, YB>& b) {
  const T q = a.v / b.v;
  return gradientOf(q, (a.x - q * b.x) / b.v, (a.y - q * b.y) / b.v);
}
template <typename T, typename X, typename Y>
constexpr auto operator*(double s, const Gradient<T, X, Y>& a) {
  return gradientOf(T(s * a.v), s * a.x, s * a.y);
}
template <typename T, typename X, typename Y>
constexpr auto operator*(const Gradient<T, X, Y>& a, double s) {
  return s * a;
}
template <typename T, typename X, typename Y>
constexpr auto operator/(const Gradient<T, X, Y>& a, double s) {
  return gradientOf(T(a.v / s), a.x / s, a.y / s);
}
template <typename T, typename X, typename Y>
constexpr auto operator+(const Gradient<T, X, Y>& a, double s) {
  return gradientOf(T(a.v + s), a.x, a.y);
}
template <typename T, typename X, typename Y>
constexpr auto operator+(double s, const Gradient<T, X, Y>& a) {
  return gradientOf(T(s + a.v), a.x, a.y);
}
template <typename T, typename X, typename Y>
constexpr auto operator-(const Gradient<T, X, Y>& a, double s) {
  return gradientOf(T(a.v - s), a.x, a.y);
}
template <typename T, typename X, typename Y>
constexpr auto operator-(double s, const Gradient<T, X, Y>& a) {
  return gradientOf(T(s - a.v), -a.x, -a.y);
}
template <typename T, typename X, typename Y>
constexpr auto operator/(double s, const Gradient<T, X, Y>& a) {
  const T q = s / a.v;
  const T slope = -q / a.v;
  return gradientOf(q, slope * a.x, slope * a.y);
}

// With constants that differ from lane to lane.
template <typename T, typename X, typename Y>
requires(!std::same_as<T, double>) constexpr auto operator*(const Gradient<T, X, Y>& a, const T& s) {
  return gradientOf(T(a.v * s), a.x * s, a.y * s);
}
template <typename T, typename X, typename Y>
requires(!std::same_as<T, double>) constexpr auto operator+(const Gradient<T, X, Y>& a, const T& s) {
  return gradientOf(T(a.v + s), a.x, a.y);
}
template <typename T, typename X, typename Y>
requires(!std::same_as<T, double>) constexpr auto operator-(const Gradient<T, X, Y>& a, const T& s) {
  return gradientOf(T(a.v - s), a.x, a.y);
}

// The value of a function, its first and its second derivatives.
template <typename T>
struct Hessian {
  T v, x, y, xx, xy, yy;

  Hessian() = default;  // undefined, for arrays
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
  friend constexpr Hessian operator/(double s, const Hessian& a) {
    const T q = s / a.v;
    const T slope = -q / a.v;
    return chain(a, q, slope, -2.0 * slope / a.v);
  }

  friend constexpr Hessian operator*(const Hessian& a, const T& s) requires(!std::same_as<T, double>) {
    return {a.v * s, a.x * s, a.y * s, a.xx * s, a.xy * s, a.yy * s};
  }
  friend constexpr Hessian operator+(const Hessian& a, const T& s) requires(!std::same_as<T, double>) {
    return {a.v + s, a.x, a.y, a.xx, a.xy, a.yy};
  }
  friend constexpr Hessian operator-(const Hessian& a, const T& s) requires(!std::same_as<T, double>) {
    return {a.v - s, a.x, a.y, a.xx, a.xy, a.yy};
  }
};

template <typename J>
concept Jet = requires(const J& j) {
  J::chain(j, j.v, j.v, j.v);
};

// A number itself, or that of a jet.
template <typename T>
constexpr const T& valueOf(const T& number) {
  return number;
}
template <Jet J>
constexpr auto valueOf(const J& j) {
  return j.v;
}

template <typename Condition, typename T>
constexpr Gradient<T> select(const Condition& condition, const Gradient<T>& yes, const Gradient<T>& no) {
  return {select(condition, yes.v, no.v), select(condition, yes.x, no.x), select(condition, yes.y, no.y)};
}
template <typename Condition, typename T>
constexpr Hessian<T> select(const Condition& condition, const Hessian<T>& yes, const Hessian<T>& no) {
  return {select(condition, yes.v, no.v),   select(condition, yes.x, no.x),   select(condition, yes.y, no.y),
          select(condition, yes.xx, no.xx), select(condition, yes.xy, no.xy), select(condition, yes.yy, no.yy)};
}

template <typename T>
constexpr T square(const T& x) {
  return x * x;
}
template <Jet J>
constexpr auto square(const J& j) {
  return J::chain(j, j.v * j.v, 2.0 * j.v, decltype(j.v)(2.0));
}

// xⁿ by repeated squaring; 1 for n = 0, whatever x is.
template <typename T>
constexpr T power(const T& x, int n) {
  if (n < 0) return 1.0 / power(x, -n);
  T result(1.0);
  bool started = false;
  T factor = x;
  for (int rest = n; rest > 0; rest /= 2) {
    if (rest % 2 == 1) {
      result = started ? result * factor : factor;
      started = true;
    }
    if (rest > 1) factor = factor * factor;
  }
  return result;
}
// The derivatives of a power that vanish identically are 0, also where 0 · ∞ would stand.
template <Jet J>
constexpr auto power(const J& j, int n) {
  using T = std::remove_cvref_t<decltype(j.v)>;
  const T first = n == 0 ? T(0.0) : n == 1 ? T(1.0) : n * power(j.v, n - 1);
  const T second = n == 0 || n == 1 ? T(0.0) : n == 2 ? T(2.0) : (n * (n - 1.0)) * power(j.v, n - 2);
  return J::chain(j, power(j.v, n), first, second);
}

template <Jet J>
constexpr auto exp(const J& j) {
  const auto e = exp(j.v);
  return J::chain(j, e, e, e);
}
template <Jet J>
constexpr auto log(const J& j) {
  const auto slope = 1.0 / j.v;
  return J::chain(j, log(j.v), slope, -slope * slope);
}
template <Jet J>
constexpr auto log10(const J& j) {
  const auto slope = 1.0 / (std::numbers::ln10 * j.v);
  return J::chain(j, log10(j.v), slope, -slope / j.v);
}
template <Jet J>
constexpr auto sin(const J& j) {
  const auto [s, c] = sincos(j.v);
  return J::chain(j, s, c, -s);
}
template <Jet J>
constexpr auto cos(const J& j) {
  const auto [s, c] = sincos(j.v);
  return J::chain(j, c, -s, -c);
}
template <Jet J>
constexpr auto tan(const J& j) {
  const auto t = tan(j.v);
  const auto slope = 1.0 + t * t;
  return J::chain(j, t, slope, 2.0 * t * slope);
}
template <Jet J>
constexpr auto asin(const J& j) {
  const auto rest = 1.0 - j.v * j.v;
  const auto slope = 1.0 / sqrt(rest);
  return J::chain(j, asin(j.v), slope, j.v * slope / rest);
}
template <Jet J>
constexpr auto acos(const J& j) {
  const auto rest = 1.0 - j.v * j.v;
  const auto slope = -1.0 / sqrt(rest);
  return J::chain(j, acos(j.v), slope, j.v * slope / rest);
}
template <Jet J>
constexpr auto atan(const J& j) {
  const auto slope = 1.0 / (1.0 + j.v * j.v);
  return J::chain(j, atan(j.v), slope, -2.0 * j.v * slope * slope);
}
template <Jet J>
constexpr auto sinh(const J& j) {
  const auto s = sinh(j.v);
  return J::chain(j, s, cosh(j.v), s);
}
template <Jet J>
constexpr auto cosh(const J& j) {
  const auto c = cosh(j.v);
  return J::chain(j, c, sinh(j.v), c);
}
template <Jet J>
constexpr auto tanh(const J& j) {
  const auto t = tanh(j.v);
  const auto slope = 1.0 - t * t;
  return J::chain(j, t, slope, -2.0 * t * slope);
}
template <Jet J>
constexpr auto sqrt(const J& j) {
  const auto r = sqrt(j.v);
  const auto slope = 0.5 / r;
  return J::chain(j, r, slope, -0.5 * slope / j.v);
}

// At the kinks the derivatives are PyTorch's: abs'(0) = 0, relu'(0) = 0.
template <Jet J>
constexpr auto abs(const J& j) {
  using T = std::remove_cvref_t<decltype(j.v)>;
  const T sign = select(j.v > T(0.0), T(1.0), select(j.v < T(0.0), T(-1.0), j.v));  // NaN stays NaN
  return J::chain(j, abs(j.v), sign, T(0.0));
}

// Of two equals the first counts, derivatives included. A NaN in either place stays.
template <typename T>
constexpr T smaller(const T& a, const T& b) {
  return select(b < a, b, select(b == b, a, b));
}
template <Jet J>
constexpr J smaller(const J& a, const J& b) {
  return select((b.v < a.v) | (b.v != b.v), b, a);
}
template <typename T>
constexpr T larger(const T& a, const T& b) {
  return select(b > a, b, select(b == b, a, b));
}
template <Jet J>
constexpr J larger(const J& a, const J& b) {
  return select((b.v > a.v) | (b.v != b.v), b, a);
}

// xᵖ with a constant exponent that is no whole number.
template <Jet J>
constexpr auto pow(const J& base, double exponent) {
  using T = std::remove_cvref_t<decltype(base.v)>;
  return J::chain(base, pow(base.v, T(exponent)), exponent * pow(base.v, T(exponent - 1)),
                  exponent * (exponent - 1) * pow(base.v, T(exponent - 2)));
}
// cˣ with a constant base.
template <Jet J>
constexpr auto pow(double base, const J& exponent) {
  using T = std::remove_cvref_t<decltype(exponent.v)>;
  const T value = pow(T(base), exponent.v);
  const double slope = log(base);
  return J::chain(exponent, value, slope * value, slope * slope * value);
}
// uᵛ with both varying: ∂u = v uᵛ⁻¹, ∂v = uᵛ log u.
template <typename T>
constexpr Gradient<T> pow(const Gradient<T>& u, const Gradient<T>& v) {
  const T value = pow(u.v, v.v);
  const T du = v.v * pow(u.v, v.v - 1.0);
  const T dv = value * log(u.v);
  return {value, du * u.x + dv * v.x, du * u.y + dv * v.y};
}
template <typename T>
constexpr Hessian<T> pow(const Hessian<T>& u, const Hessian<T>& v) {
  const T value = pow(u.v, v.v);
  const T lower = pow(u.v, v.v - 1.0);
  const T logarithm = log(u.v);
  const T du = v.v * lower;
  const T dv = value * logarithm;
  const T duu = v.v * (v.v - 1.0) * pow(u.v, v.v - 2.0);
  const T duv = lower * (1.0 + v.v * logarithm);
  const T dvv = dv * logarithm;
  const auto second = [&](const T& ua, const T& va, const T& ub, const T& vb, const T& uab, const T& vab) {
    return duu * ua * ub + duv * (ua * vb + va * ub) + dvv * va * vb + du * uab + dv * vab;
  };
  return {value,
          du * u.x + dv * v.x,
          du * u.y + dv * v.y,
          second(u.x, v.x, u.x, v.x, u.xx, v.xx),
          second(u.x, v.x, u.y, v.y, u.xy, v.xy),
          second(u.y, v.y, u.y, v.y, u.yy, v.yy)};
}

}  // namespace ravine
