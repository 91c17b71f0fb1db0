#include "core/diagnosis/best_rate.h"

#include <algorithm>
#include <cmath>
#include <limits>
#include <utility>

#include "core/base/number_text.h"

namespace ravine {
namespace {

constexpr double kLowestRate = 1e-6;
constexpr double kHighestRate = 10;
constexpr int kCoarse = 64;  // rates over the whole range, evenly on a logarithmic scale
constexpr int kFine = 15;    // between the neighbours of the best
constexpr int kRefinements = 2;
constexpr double kArrived = 1e-6;       // of the spread
constexpr double kNoCurvature = 1e-12;  // of the larger curvature
constexpr double kMargin = 0.1;         // views: a run that strays farther from the domain is no model
constexpr double kNeighbour = 1.05;     // times the rate and its inverse

// How a run did: the step since which it is there, or how far away it stayed. The smaller is the better.
using Score = std::pair<double, double>;
constexpr double kNever = std::numeric_limits<double>::infinity();

Score scoreOf(const Trajectory& trajectory, const Landscape& landscape, double lowest) {
  const Box& domain = landscape.domain;
  const double farthest = std::max(kMargin * domain.diagonal(), domain.distanceTo(trajectory.points.front()));
  const bool strays = std::any_of(trajectory.points.begin(), trajectory.points.end(),
                                  [&](const Vector2& point) { return domain.distanceTo(point) > farthest; });
  if (trajectory.end != TrajectoryEnd::finished || strays) return {kNever, kNever};
  const double near = kArrived * landscape.spread;
  const auto& losses = trajectory.losses;
  std::size_t since = losses.size();
  while (since > 0 && std::abs(losses[since - 1] - lowest) <= near) --since;
  if (since < losses.size()) return {static_cast<double>(since), 0};
  const std::size_t last = std::max<std::size_t>(1, losses.size() / 10);
  double mean = 0;
  for (std::size_t t = losses.size() - last; t < losses.size(); ++t) mean += losses[t] / static_cast<double>(last);
  return {kNever, mean};
}

std::optional<BestRate> byTheory(const Run& run, const Landscape& landscape) {
  const OptimizerInfo& optimizer = optimizerInfo(run);
  if (!landscape.quadratic || !optimizer.modeFactor || isStochastic(run)) return std::nullopt;
  const auto lrs = simulate(run, {.recordCurvature = false}).lrs;
  if (std::any_of(lrs.begin(), lrs.end(), [&](double lr) { return lr != nominalRate(run); })) return std::nullopt;
  const Eigenvalues curvature = eigenvalues(landscape.function->derivatives(landscape.domain.centre()).hessian);
  // How much of the distance a step with η = 1 would take off.
  const auto taken = [&](double lambda) {
    const ModeFactor mode = optimizer.modeFactor(run.optimizer.parameters, 1, lambda);
    return mode.memoryless ? 1 - mode.factor : std::numeric_limits<double>::quiet_NaN();
  };
  const double steep = taken(curvature.upper);
  if (!(curvature.upper > 0) || !(steep > 0)) return std::nullopt;
  if (std::abs(curvature.lower) <= kNoCurvature * curvature.upper) return BestRate{1 / steep, true};
  const double flat = taken(curvature.lower);
  if (!(curvature.lower > 0) || !(flat > 0)) return std::nullopt;
  return BestRate{2 / (flat + steep), true};
}

}  // namespace

Message explain(const BestRate& best) {
  if (best.exact)
    return CORE_TEXT("BestRate", "Best η = %1, by theory: 2/(λmin + λmax), where both directions shrink alike.")
        .with(numberText(best.lr, 4));
  return CORE_TEXT("BestRate",
                   "Best η = %1 of %2 tried with these settings: it stays near the domain and arrives soonest, or gets "
                   "lowest, and so do its neighbours.")
      .with(numberText(best.lr), best.tried);
}

std::optional<BestRate> bestRate(const Run& run, const Landscape& landscape, const CancelPredicate& cancelled) {
  const auto lowest = landscape.lowestMinimum();
  if (!lowest) return std::nullopt;
  if (const auto exact = byTheory(run, landscape)) return exact;
  int tried = 0;
  std::pair<Score, double> best{{kNever, kNever}, 0};
  const auto score = [&](double lr) -> Score {
    Run candidate = run;
    setNominalRate(candidate, lr);
    if (isCancelled(cancelled) || !validate(candidate).empty()) return {kNever, kNever};
    ++tried;
    const Trajectory trajectory = simulate(candidate, {.recordCurvature = false, .cancelled = cancelled});
    return scoreOf(trajectory, landscape, lowest->value);
  };
  // As good as the worse of its neighbours, so that it is no lucky hit.
  const auto tryRate = [&](double lr) {
    Score worst = score(lr);
    for (const double neighbour : {lr * kNeighbour, lr / kNeighbour})
      if (worst < best.first) worst = std::max(worst, score(neighbour));
    best = std::min(best, std::pair(worst, lr));
  };
  const auto tryRates = [&](double from, double to, int count) {
    for (int i = 0; i < count && !isCancelled(cancelled); ++i)
      tryRate(from * std::pow(to / from, static_cast<double>(i) / (count - 1)));
  };
  tryRates(kLowestRate, kHighestRate, kCoarse);
  double apart = std::pow(kHighestRate / kLowestRate, 1.0 / (kCoarse - 1));
  for (int i = 0; i < kRefinements && best.first < Score{kNever, kNever}; ++i) {
    const double centre = best.second;
    tryRates(centre / apart, centre * apart, kFine);
    apart = std::pow(apart, 2.0 / (kFine - 1));
  }
  if (isCancelled(cancelled) || !(best.first < Score{kNever, kNever})) return std::nullopt;
  return BestRate{best.second, false, tried};
}

}  // namespace ravine
