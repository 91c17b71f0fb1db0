#include "core/diagnosis/local_stability.h"

#include <algorithm>
#include <cmath>

namespace ravine {
namespace {

constexpr double kAtTheLimit = 1e-9;  // relative distance that counts as none

bool isBeyond(const RunResult& result, std::size_t t) {
  return rateAt(result, t) > (1 + kAtTheLimit) * result.trajectory.stabilityLimits[t];
}

std::optional<std::int64_t> nearestBeyond(const RunResult& result, std::size_t t) {
  const std::size_t last = result.trajectory.stabilityLimits.size() - 1;
  for (std::size_t distance = 1; distance <= last; ++distance) {
    if (distance <= t && isBeyond(result, t - distance)) return static_cast<std::int64_t>(t - distance);
    if (t + distance <= last && isBeyond(result, t + distance)) return static_cast<std::int64_t>(t + distance);
  }
  return std::nullopt;
}

}  // namespace

StabilityHere stabilityAt(const RunResult& result, std::size_t t) {
  const double limit = result.trajectory.stabilityLimits[t];
  if (std::isnan(limit) || !(result.trajectory.sharpness[t] > 0)) return {};
  if (std::abs(rateAt(result, t) / limit - 1) <= kAtTheLimit) return {LocalStability::atTheLimit, {}};
  if (isBeyond(result, t)) return {LocalStability::unstable, {}};
  const bool bounces = result.diagnosis.outcome == Outcome::oscillating && !isStochastic(result.run);
  return {LocalStability::stable, bounces ? nearestBeyond(result, t) : std::nullopt};
}

std::size_t lastInDomain(const Diagnosis& diagnosis, std::size_t t) {
  const auto step = static_cast<std::int64_t>(t);
  for (const auto& [left, back] : diagnosis.excursions)
    if (left <= step && (!back || step < *back)) return static_cast<std::size_t>(left > 0 ? left - 1 : step);
  return t;
}

}  // namespace ravine
