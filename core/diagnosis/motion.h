// What a run was doing over a stretch of its steps, told from the recorded numbers alone.
#pragma once

#include <vector>

#include "core/base/types.h"

namespace ravine {

enum class LossMotion { falling, rising, still, wandering };

// What the loss was doing at the end, and since which step.
struct EndMotion {
  LossMotion motion = LossMotion::wandering;
  std::int64_t since = 0;
};

// `window` is the step at which the last part of the run begins; changes of no more than `nothing` do not count. A loss
// that goes up and down falls if over the window its mean, its lowest and its highest do.
EndMotion endMotion(const std::vector<double>& losses, std::size_t window, double nothing);

// The steps from θ_from to θ_to, taken together.
struct Turning {
  double path = 0;          // their lengths
  double displacement = 0;  // from the first to the last point
  double angle = 0;         // radians by which they turn, to whichever side
  std::size_t steps = 0;

  double meanStep() const { return steps == 0 ? 0 : path / static_cast<double>(steps); }
  // They go round or back and forth, at least three times.
  bool goesRound() const;
};
Turning turning(const std::vector<Vector2>& points, std::size_t from, std::size_t to);
// The steps of the second half are much shorter than those of the first: in the mean no longer than this part.
bool subsides(const std::vector<Vector2>& points, std::size_t from, std::size_t to, double part);

}  // namespace ravine
