#include "core/sweep/sweep_result.h"

#include <algorithm>
#include <cmath>
#include <limits>

namespace ravine {
namespace {

// From one column to the last.
struct Stretch {
  int from;
  int to;
  int length() const { return to - from + 1; }
};

std::optional<Stretch> widest(const std::vector<bool>& good) {
  std::optional<Stretch> best;
  for (int i = 0; i < static_cast<int>(good.size()); ++i) {
    const int from = i;
    while (i < static_cast<int>(good.size()) && good[static_cast<std::size_t>(i)]) ++i;
    if (i > from && (!best || i - from > best->length())) best = Stretch{from, i - 1};
  }
  return best;
}

// With a gap to the lowest loss known that is no more than this much larger than the least.
std::vector<bool> withLowestLosses(const SweepResult& result) {
  constexpr double much = 1.25;
  constexpr double never = std::numeric_limits<double>::infinity();
  double lowest = never;
  if (const auto minimum = result.landscape->lowestMinimum()) lowest = minimum->value;
  for (const Cell& cell : result.cells)
    if (!isGone(cell)) lowest = std::min(lowest, cell.lowestLoss);
  double least = never;
  for (const Cell& cell : result.cells)
    if (!isGone(cell)) least = std::min(least, cell.finalLoss - lowest);
  std::vector<bool> good;
  for (const Cell& cell : result.cells) good.push_back(!isGone(cell) && cell.finalLoss - lowest <= much * least);
  return good;
}

}  // namespace

std::vector<int> basinNumbers(const Landscape& landscape) {
  std::vector<int> numbers;
  int last = 0;
  for (const CriticalPoint& point : landscape.criticalPoints) {  // sorted by value
    const bool holds = point.kind == CriticalKind::minimum || point.kind == CriticalKind::levelGround;
    numbers.push_back(holds ? ++last : 0);
  }
  return numbers;
}

std::vector<Basin> basinsReached(const SweepResult& result) {
  const auto& points = result.landscape->criticalPoints;
  std::vector<bool> isReached(points.size());
  for (const Cell& cell : result.cells)
    if (cell.minimum >= 0) isReached[static_cast<std::size_t>(cell.minimum)] = true;
  const std::vector<int> numbers = basinNumbers(*result.landscape);
  std::vector<Basin> basins;
  for (std::size_t i = 0; i < points.size(); ++i)
    if (isReached[i]) basins.push_back({numbers[i], points[i]});
  return basins;
}

std::optional<BestRates> bestRates(const SweepResult& result) {
  const SweepAxis& rates = result.sweep.x;
  if (result.sweep.y || rates.quantity != quantity::rate) return std::nullopt;
  std::vector<bool> arrive;
  for (const Cell& cell : result.cells) arrive.push_back(cell.outcome == CellOutcome::converged);
  if (const auto stretch = widest(arrive)) return BestRates{stretch->from, stretch->to, true};
  const auto lowest = widest(withLowestLosses(result));
  constexpr double decade = 10;
  const bool saysLittle = !lowest || lowest->from == 0 || lowest->to == rates.count - 1 ||
                          rates.at(lowest->to) > decade * rates.at(lowest->from);
  return saysLittle ? std::nullopt : std::optional(BestRates{lowest->from, lowest->to, false});
}

}  // namespace ravine
