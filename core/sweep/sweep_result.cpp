#include "core/sweep/sweep_result.h"

#include <algorithm>
#include <cmath>
#include <limits>

namespace ravine {
namespace {

constexpr double kNever = std::numeric_limits<double>::infinity();

std::vector<double> worstOfNeighbours(const std::vector<double>& costs) {
  std::vector<double> worst = costs;
  for (std::size_t i = 0; i < costs.size(); ++i) {
    if (i > 0) worst[i] = std::max(worst[i], costs[i - 1]);
    if (i + 1 < costs.size()) worst[i] = std::max(worst[i], costs[i + 1]);
  }
  return worst;
}

// The neighbours of the least that cost at most twice as much.
std::optional<BestRates> cheapest(const std::vector<double>& costs, bool settle) {
  const std::vector<double> worst = worstOfNeighbours(costs);
  const auto best = std::min_element(worst.begin(), worst.end());
  if (best == worst.end() || *best == kNever) return std::nullopt;
  const auto isGood = [least = *best](double cost) { return cost <= 2 * least; };
  auto from = best;
  while (from != worst.begin() && isGood(*(from - 1))) --from;
  auto to = best;
  while (to + 1 != worst.end() && isGood(*(to + 1))) ++to;
  return BestRates{static_cast<int>(from - worst.begin()), static_cast<int>(to - worst.begin()), settle};
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
  if (result.sweep.y || result.sweep.x.quantity != "lr") return std::nullopt;
  std::vector<double> steps;
  std::vector<double> gaps;
  double lowest = kNever;
  for (const Cell& cell : result.cells)
    if (cell.outcome != CellOutcome::undefined) lowest = std::min(lowest, cell.lowestLoss);
  for (const Cell& cell : result.cells) {
    const bool hasSettled = cell.outcome == CellOutcome::converged && cell.steps >= 0;
    const bool isGone = cell.outcome == CellOutcome::diverged || cell.outcome == CellOutcome::undefined ||
                        cell.outcome == CellOutcome::gone;
    steps.push_back(hasSettled ? static_cast<double>(cell.steps) : kNever);
    gaps.push_back(isGone ? kNever : cell.finalLoss - lowest);
  }
  const auto settling = cheapest(steps, true);
  return settling ? settling : cheapest(gaps, false);
}

}  // namespace ravine
