#include "core/diagnosis/summary.h"

#include <algorithm>

namespace ravine {

Summary summarize(const Trajectory& trajectory) {
  constexpr double kNear = 0.01;
  const auto& losses = trajectory.losses;
  const auto best = std::min_element(losses.begin(), losses.end());
  const double close = *best + kNear * (losses.front() - *best);
  const auto near = std::find_if(losses.begin(), losses.end(), [&](double loss) { return loss <= close; });
  double length = 0;
  for (std::size_t t = 0; t + 1 < trajectory.points.size(); ++t)
    length += (trajectory.points[t + 1] - trajectory.points[t]).norm();
  return {losses.back(), *best, best - losses.begin(), near - losses.begin(), length};
}

}  // namespace ravine
