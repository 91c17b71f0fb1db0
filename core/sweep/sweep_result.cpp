#include "core/sweep/sweep_result.h"

namespace ravine {

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

}  // namespace ravine
