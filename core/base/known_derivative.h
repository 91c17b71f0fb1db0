// Arithmetic with derivatives that are 0 or 1 wherever one stands: what is known of them is in their types, and nothing
// is computed with them.
#pragma once

#include <concepts>

namespace ravine {

// The 0 of what does not depend on a variable, also where 0 · ∞ would stand, and the 1 of the variable itself.
struct Zero {};
struct One {};
template <class D>
concept Known = std::same_as<D, Zero> || std::same_as<D, One>;

template <class D>
constexpr decltype(auto) asNumber(const D& derivative) {
  if constexpr (Known<D>)
    return std::same_as<D, One> ? 1.0 : 0.0;
  else
    return derivative;
}

template <Known D>
constexpr auto operator-(const D& d) {
  if constexpr (std::same_as<D, Zero>)
    return d;
  else
    return -1.0;
}
template <class A, class B>
requires(Known<A> || Known<B>) constexpr auto operator+(const A& a, const B& b) {
  if constexpr (std::same_as<A, Zero>)
    return b;
  else if constexpr (std::same_as<B, Zero>)
    return a;
  else
    return asNumber(a) + asNumber(b);
}
template <class A, class B>
requires(Known<A> || Known<B>) constexpr auto operator-(const A& a, const B& b) {
  if constexpr (std::same_as<B, Zero>)
    return a;
  else if constexpr (std::same_as<A, Zero>)
    return -b;
  else
    return asNumber(a) - asNumber(b);
}
template <class A, class B>
requires(Known<A> || Known<B>) constexpr auto operator*(const A& a, const B& b) {
  if constexpr (std::same_as<A, Zero> || std::same_as<B, One>)
    return a;
  else
    return b;
}
template <Known A, class B>
constexpr auto operator/(const A& a, const B& b) {
  if constexpr (std::same_as<A, Zero>)
    return a;
  else
    return 1.0 / b;
}

}  // namespace ravine
