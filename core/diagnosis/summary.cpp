#include "core/diagnosis/summary.h"

#include <algorithm>
#include <cmath>

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
  double squares = 0;
  for (std::size_t t = 0; t < trajectory.seenGradients.size(); ++t)
    squares += (trajectory.seenGradients[t] - trajectory.gradients[t]).squaredNorm();
  const double noise = squares > 0 ? std::sqrt(squares / static_cast<double>(trajectory.seenGradients.size())) : 0;
  return {losses.back(), *best, best - losses.begin(), near - losses.begin(), length, noise};
}

}  // namespace ravine
