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
  const double x = m_random.normal();
  const double y = m_random.normal();
  return m_settings.sigma * fading * Vector2(x, y);
}

}  // namespace ravine
