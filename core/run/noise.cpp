#include "core/run/noise.h"

#include <cmath>

namespace ravine {
namespace {

const std::vector<Setting<NoiseSettings>>& settings() {
  static const std::vector<Setting<NoiseSettings>> all{
      setting(
          "sigma", &NoiseSettings::sigma, atLeast(0),
          CORE_TEXT("Parameter", "Standard deviation σ of the noise in each coordinate of the gradient; 0 is none")),
      setting("seed", &NoiseSettings::seed, between(0, 9e15),
              CORE_TEXT("Parameter", "The same seed gives the same noise")),
      setting("decay", &NoiseSettings::decay, atLeast(0),
              CORE_TEXT("Parameter", "Lets the noise die away, σ (1 + t)^(−decay/2); 0 keeps it, 0.55 is usual"))};
  return all;
}

}  // namespace

const std::vector<ParameterInfo>& noiseParameters() {
  static const std::vector<ParameterInfo> infos = describe(settings());
  return infos;
}

NoiseSettings noiseSettings(const ParameterSet& set) {
  return settingsFrom(settings(), set);
}

Vector2 Noise::at(std::int64_t t) {
  if (m_settings.sigma == 0) return Vector2::Zero();
  const double fading = m_settings.decay == 0 ? 1 : std::pow(1 + static_cast<double>(t), -0.5 * m_settings.decay);
  const double x = normal();
  const double y = normal();
  return m_settings.sigma * fading * Vector2(x, y);
}

// True with probability e^(−exponent), 0 ≤ exponent ≤ 1 (von Neumann 1951): how long a row of uniform deviates keeps
// falling from `exponent` is even with just this probability.
bool Noise::bernoulliExp(double exponent) {
  bool even = true;
  for (double last = exponent, next = uniform(); next < last; last = next, next = uniform()) even = !even;
  return even;
}

// Karney 2016, algorithm N. Exact, and made of comparisons alone: logarithms and sines of the platform, which may
// differ in the last digit, would make different trajectories.
double Noise::normal() {
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
