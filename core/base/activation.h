// What bends in neurons, of numbers, jets and packs: sigmoid, relu and softplus. An operation that is not finite gives
// what IEEE arithmetic gives.
#pragma once

#include <type_traits>

#include "core/base/jet.h"

namespace ravine {

// 1/(1 + e⁻ˣ), without overflow at either end.
template <typename T>
constexpr T sigmoid(const T& x) {
  const T small = exp(-abs(x));
  return select(x < T(0.0), small / (1.0 + small), 1.0 / (1.0 + small));
}
template <Jet J>
constexpr auto sigmoid(const J& j) {
  const auto s = sigmoid(j.v);
  const auto slope = s * sigmoid(-j.v);
  return J::chain(j, s, slope, slope * (1.0 - 2.0 * s));
}

template <typename T>
constexpr T relu(const T& x) {
  return select(x < T(0.0), T(0.0), x);
}
template <Jet J>
constexpr auto relu(const J& j) {
  using T = std::remove_cvref_t<decltype(j.v)>;
  return J::chain(j, relu(j.v), select(j.v > T(0.0), T(1.0), T(0.0)), T(0.0));
}

// rest + log(factor), where 1 ≤ factor ≤ 2 and the derivatives are in `rest` already: whoever adds many of them needs
// one logarithm, that of the product of the factors.
template <typename T, typename Factor>
struct WithLog {
  T rest;
  Factor factor;
};
template <typename T, typename Factor>
constexpr WithLog<T, Factor> withLog(const T& rest, const Factor& factor) {
  return {rest, factor};
}
template <typename T>
constexpr const T& whole(const T& value) {
  return value;
}
template <typename T, typename Factor>
constexpr T whole(WithLog<T, Factor> parts) {
  if constexpr (Jet<T>)
    parts.rest.v = parts.rest.v + log(parts.factor);
  else
    parts.rest = parts.rest + log(parts.factor);
  return parts.rest;
}

// log(1 + eˣ), without overflow, all from one exponential: the slope is the sigmoid. What is lost of a small e⁻ˣ in
// 1 + e⁻ˣ is kept beside it.
template <typename T>
constexpr auto softplusInParts(const T& x) {
  using Number = std::remove_cvref_t<decltype(valueOf(x))>;
  const Number at = valueOf(x);
  const Number small = exp(-abs(at));
  const Number factor = 1.0 + small;
  const Number large = 1.0 / factor;
  const Number value = relu(at) + (small - (factor - 1.0)) * large;
  if constexpr (Jet<T>) {
    const Number slope = select(at < Number(0.0), small * large, large);
    return withLog(T::chain(x, value, slope, small * large * large), factor);
  } else {
    return withLog(value, factor);
  }
}
template <typename T>
constexpr auto softplus(const T& x) {
  return whole(softplusInParts(x));
}

}  // namespace ravine
