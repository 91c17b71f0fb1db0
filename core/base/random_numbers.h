// Random numbers from a seed that are the same on every platform: made of whole numbers and comparisons alone, since
// logarithms and sines of a platform may differ in the last digit. A copy goes on as the original would.
#pragma once

#include <cstdint>
#include <random>

namespace ravine {

class RandomNumbers {
 public:
  explicit RandomNumbers(std::int64_t seed) : m_engine(static_cast<std::uint64_t>(seed)) {}

  double uniform() { return static_cast<double>(m_engine() >> 11) * 0x1p-53; }  // in [0, 1)
  double uniform(double from, double to) { return from + (to - from) * uniform(); }
  double normal();  // standard

 private:
  bool bernoulliExp(double exponent);

  std::mt19937_64 m_engine;
};

}  // namespace ravine
