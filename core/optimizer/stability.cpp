#include "core/optimizer/stability.h"

#include <cmath>
#include <limits>

namespace ravine {

// By bisection: a limit falls as the curvature grows.
std::optional<double> sharpestStable(const OptimizerInfo& optimizer, const ParameterSet& parameters, double lr) {
  constexpr double precision = 1e-9;  // relative
  if (optimizer.stability != Stability::exact) return std::nullopt;
  const auto isStable = [&](double sharpness) { return lr <= optimizer.stabilityLimit(parameters, sharpness); };
  double stable = 1e-12;
  double unstable = 1e12;
  if (isStable(unstable)) return std::numeric_limits<double>::infinity();
  if (!isStable(stable)) return 0;
  while (unstable > stable * (1 + precision)) {
    const double middle = std::sqrt(stable * unstable);
    (isStable(middle) ? stable : unstable) = middle;
  }
  return stable;
}

std::string limitFormula(const OptimizerInfo& optimizer, const ParameterSet& parameters) {
  const std::string formula = optimizer.stabilityFormula(parameters);
  return optimizer.stability == Stability::ruleOfThumb ? "≈ " + formula : formula;
}

bool followsTheGradient(const OptimizerInfo& optimizer, const ParameterSet& parameters) {
  constexpr double hardlyAny = 1e-9;  // curvature, at which η = 1 moves a follower hardly at all
  constexpr double hardlyMoves = 1e-3;
  return optimizer.modeFactor && std::abs(optimizer.modeFactor(parameters, 1, hardlyAny).factor - 1) < hardlyMoves;
}

bool isPlainDescent(const ModeFactor& mode, double lr, double curvature) {
  constexpr double rounding = 1e-12;
  return mode.memoryless && std::abs(mode.factor - (1 - lr * curvature)) < rounding;
}

}  // namespace ravine
