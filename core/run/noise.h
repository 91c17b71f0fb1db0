// Gaussian noise in the gradient, as mini-batches bring: each step adds an independent pair of normal deviates with
// standard deviation σ per coordinate. The sequence depends on the seed alone and is the same on every platform; a
// decay is a power, in whose last digit platforms may differ.
#pragma once

#include "core/base/parameters.h"
#include "core/base/random_numbers.h"
#include "core/base/types.h"

namespace ravine {

struct NoiseSettings {
  double sigma = 0;  // of the noise in each coordinate of the gradient; 0 is none
  std::int64_t seed = 1;
  double decay = 0;  // γ: σ_t = σ (1 + t)^(−γ/2), Neelakantan et al. 2015; 0 keeps σ constant
};

const std::vector<ParameterInfo>& noiseParameters();
// Precondition: check(noiseParameters(), set) finds no problem.
NoiseSettings noiseSettings(const ParameterSet& set);

class Noise {
 public:
  explicit Noise(const NoiseSettings& settings) : m_settings(settings), m_random(settings.seed) {}

  // What is added to the gradient at step t. To be asked once for each step, in order.
  Vector2 at(std::int64_t t);

 private:
  NoiseSettings m_settings;
  RandomNumbers m_random;
};

}  // namespace ravine
