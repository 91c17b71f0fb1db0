#include "core/diagnosis/saddle_passage.h"

#include <algorithm>

namespace ravine {
namespace {

constexpr double kPartOfTheWay = 0.25;  // to the next critical point
constexpr double kPartOfAView = 0.1;

struct Stay {
  std::int64_t steps = 0;
  SaddlePassage passage;
};

Stay stayAt(const CriticalPoint& saddle, const Trajectory& trajectory, const Landscape& landscape) {
  const double reach =
      std::min(kPartOfTheWay * landscape.roomAround(saddle), kPartOfAView * landscape.domain.diagonal());
  Stay stay{0, {saddle, 0, std::nullopt}};
  double nearest = std::numeric_limits<double>::infinity();
  std::int64_t last = -1;
  for (std::size_t t = 0; t < trajectory.points.size(); ++t) {
    const double distance = (trajectory.points[t] - saddle.point).stableNorm();
    if (!(distance <= reach)) continue;
    ++stay.steps;
    last = static_cast<std::int64_t>(t);
    if (distance < nearest) {
      nearest = distance;
      stay.passage.nearestAt = last;
    }
  }
  if (last >= 0 && last < trajectory.steps()) stay.passage.leftAt = last + 1;
  return stay;
}

}  // namespace

std::optional<SaddlePassage> saddlePassage(const Trajectory& trajectory, const Landscape& landscape) {
  Stay longest;
  for (const CriticalPoint& point : landscape.criticalPoints) {
    if (point.kind != CriticalKind::saddle && point.kind != CriticalKind::degenerateSaddle) continue;
    if (const Stay stay = stayAt(point, trajectory, landscape); stay.steps > longest.steps) longest = stay;
  }
  if (longest.steps < 2) return std::nullopt;
  return longest.passage;
}

}  // namespace ravine
