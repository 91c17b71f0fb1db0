#include "core/sweep/sweep_borders.h"

#include <algorithm>
#include <cmath>
#include <functional>
#include <utility>

#include "core/base/number_text.h"
#include "core/loss/contour.h"

namespace ravine {
namespace {

constexpr int kSamples = 129;       // along each axis of a map, between which a border is next to straight
constexpr int kSamplesOfOne = 513;  // of one quantity
constexpr double kFar = 50;         // as good as infinitely beyond a limit, as a logarithm
constexpr std::size_t kFewMinima = 4;

// Positive on one side of a border and negative on the other.
using Side = std::function<double(const Run& run)>;

bool hasTheory(const CriticalPoint& c) {
  return c.kind == CriticalKind::minimum && c.isolated && c.differentiable && c.curvature.upper > 0;
}

// Those of other curvature each.
std::vector<CriticalPoint> minimaOfTheory(const Landscape& landscape) {
  std::vector<CriticalPoint> minima;
  for (const CriticalPoint& c : landscape.criticalPoints) {
    const bool isKnown = std::any_of(minima.begin(), minima.end(), [&c](const CriticalPoint& known) {
      constexpr double rounding = 1e-9;
      return std::abs(known.curvature.upper - c.curvature.upper) <= rounding * c.curvature.upper &&
             std::abs(known.curvature.lower - c.curvature.lower) <= rounding * c.curvature.upper;
    });
    if (hasTheory(c) && !isKnown) minima.push_back(c);
  }
  if (minima.size() > kFewMinima) minima.resize(1);
  return minima;
}

bool changesTheRule(const std::string& quantity) {
  return quantity == quantity::rate || quantity::ownerOf(quantity) == "optimizer";
}

// How far beyond the largest stable η, as a logarithm.
Side stabilitySide(double curvature) {
  return [curvature](const Run& run) {
    const double limit = optimizerInfo(run).stabilityLimit(run.optimizer.parameters, curvature);
    const double beyond = std::log(nominalRate(run)) - std::log(limit);
    return std::isnan(beyond) ? -kFar : std::clamp(beyond, -kFar, kFar);
  };
}

Side dampingSide(double curvature) {
  return [curvature](const Run& run) {
    return optimizerInfo(run).modeFactor(run.optimizer.parameters, nominalRate(run), curvature).discriminant;
  };
}

// Then nothing swings, and the discriminant of a second step that there is not touches 0 without a meaning.
bool isMemoryless(const Run& run, double curvature) {
  return optimizerInfo(run).modeFactor(run.optimizer.parameters, nominalRate(run), curvature).memoryless;
}

// On a grid of parts of both axes.
std::vector<std::vector<Vector2>> linesOf(const Sweep& sweep, const Side& side, const CancelPredicate& cancelled) {
  constexpr double half = 0.5 / (kSamples - 1);
  constexpr Interval whole{-half, 1 + half};
  Field field{{whole, whole}, kSamples, kSamples, {}};
  Run run = sweep.run;
  for (int row = 0; row < kSamples && !isCancelled(cancelled); ++row) {
    setQuantity(run, sweep.y->quantity, sweep.y->valueAt(static_cast<double>(row) / (kSamples - 1)));
    for (int column = 0; column < kSamples; ++column) {
      setQuantity(run, sweep.x.quantity, sweep.x.valueAt(static_cast<double>(column) / (kSamples - 1)));
      field.values.push_back(side(run));
    }
  }
  if (isCancelled(cancelled)) return {};
  std::vector<std::vector<Vector2>> lines;
  for (ContourLine& line : contourLines(field, {0.0}, 1, cancelled)) {
    for (Vector2& point : line.points) point = {sweep.x.valueAt(point.x()), sweep.y->valueAt(point.y())};
    lines.push_back(std::move(line.points));
  }
  return lines;
}

std::vector<std::vector<Vector2>> placesOf(const Sweep& sweep, const Side& side) {
  Run run = sweep.run;
  const auto at = [&](double part) {
    setQuantity(run, sweep.x.quantity, sweep.x.valueAt(part));
    return side(run);
  };
  std::vector<std::vector<Vector2>> places;
  for (int i = 0; i + 1 < kSamplesOfOne; ++i) {
    double below = static_cast<double>(i) / (kSamplesOfOne - 1);
    double above = static_cast<double>(i + 1) / (kSamplesOfOne - 1);
    const bool isPositive = at(below) > 0;
    if ((at(above) > 0) == isPositive) continue;
    constexpr int halvings = 40;
    for (int j = 0; j < halvings; ++j) {
      const double middle = 0.5 * (below + above);
      ((at(middle) > 0) == isPositive ? below : above) = middle;
    }
    places.push_back({{sweep.x.valueAt(above), 0}});
  }
  return places;
}

}  // namespace

std::vector<SweepBorder> sweepBorders(const Sweep& sweep, const Landscape& landscape,
                                      const CancelPredicate& cancelled) {
  const OptimizerInfo& optimizer = optimizerInfo(sweep.run);
  const bool isSwept = changesTheRule(sweep.x.quantity) || (sweep.y && changesTheRule(sweep.y->quantity));
  const bool isSteady = scheduleInfo(sweep.run).constant && sweep.run.warmUp == 0;
  const Run middle = runAt(sweep, sweep.columns() / 2, sweep.rows() / 2);
  if (optimizer.stability != Stability::exact || !isSwept || !isSteady || sweep.x.count < 2) return {};
  if (sweep.y && sweep.y->count < 2) return {};
  std::vector<SweepBorder> borders;
  const auto add = [&](SweepBorder::Kind kind, const CriticalPoint& minimum, double curvature, const Side& side) {
    for (std::vector<Vector2>& line : sweep.y ? linesOf(sweep, side, cancelled) : placesOf(sweep, side))
      borders.push_back({kind, minimum, curvature, std::move(line)});
  };
  for (const CriticalPoint& minimum : minimaOfTheory(landscape)) {
    const auto& [lower, upper] = minimum.curvature;
    add(SweepBorder::Kind::stability, minimum, upper, stabilitySide(upper));
    if (!sweep.y || isMemoryless(middle, upper)) continue;
    add(SweepBorder::Kind::criticalDamping, minimum, upper, dampingSide(upper));
    if (lower > 0 && lower < upper) add(SweepBorder::Kind::criticalDamping, minimum, lower, dampingSide(lower));
  }
  return borders;
}

std::optional<double> limitAtTheLowest(const Run& run, const Landscape& landscape) {
  const auto& points = landscape.criticalPoints;  // sorted by value
  const auto lowest = std::find_if(points.begin(), points.end(), [&](const CriticalPoint& c) { return hasTheory(c); });
  const OptimizerInfo& optimizer = optimizerInfo(run);
  if (optimizer.stability != Stability::exact || lowest == points.end()) return std::nullopt;
  const double limit = optimizer.stabilityLimit(run.optimizer.parameters, lowest->curvature.upper);
  return std::isfinite(limit) && limit > 0 ? std::optional(limit) : std::nullopt;
}

SweepAxis ratesAboutTheLimit(const Run& run, const Landscape& landscape, int count) {
  constexpr double below = 300;
  constexpr double above = 2;
  SweepAxis rates = suggestedAxis(run, quantity::rate, count);
  const auto limit = limitAtTheLowest(run, landscape);
  if (!limit) return rates;
  // 1, 3, 10, 30, …, so that they stay while a setting is dragged.
  const auto roundAbove = [](double rate) {
    const double decade = std::pow(10, std::ceil(std::log10(rate)));
    return rate <= 0.3 * decade ? 0.3 * decade : decade;
  };
  const auto roundBelow = [](double rate) {
    const double decade = std::pow(10, std::floor(std::log10(rate)));
    return rate >= 3 * decade ? 3 * decade : decade;
  };
  const double now = nominalRate(run);
  rates.from = roundedTo(roundBelow(std::min(*limit / below, now)), 1);
  rates.to = roundedTo(roundAbove(std::max(*limit * above, now)), 1);
  return rates;
}

}  // namespace ravine
