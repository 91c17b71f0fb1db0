// Equal to the last digit; one that is no number equals any other such.
#pragma once

#include <bit>
#include <cmath>
#include <cstdint>

namespace ravine {

inline bool haveSameBits(double a, double b) {
  return std::bit_cast<std::uint64_t>(a) == std::bit_cast<std::uint64_t>(b) || (std::isnan(a) && std::isnan(b));
}

}  // namespace ravine
