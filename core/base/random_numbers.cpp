#include "core/base/random_numbers.h"

namespace ravine {

// True with probability e^(−exponent), 0 ≤ exponent ≤ 1 (von Neumann 1951): how long a row of uniform deviates keeps
// falling from `exponent` is even with just this probability.
bool RandomNumbers::bernoulliExp(double exponent) {
  bool even = true;
  for (double last = exponent, next = uniform(); next < last; last = next, next = uniform()) even = !even;
  return even;
}

// Karney 2016, algorithm N. Exact.
double RandomNumbers::normal() {
  while (true) {
    int whole = 0;
    while (bernoulliExp(0.5)) ++whole;
    bool accepted = true;
    for (int i = 0; accepted && i < whole * (whole - 1); ++i) accepted = bernoulliExp(0.5);
    if (!accepted) continue;
    const double fraction = uniform();
    const double exponent = fraction * (2 * whole + fraction) / (2 * whole + 2);
    for (int i = 0; accepted && i <= whole; ++i) accepted = bernoulliExp(exponent);
    if (!accepted) continue;
    const double size = whole + fraction;
    return m_engine() >> 63 ? -size : size;
  }
}

}  // namespace ravine
