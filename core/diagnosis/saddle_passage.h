// When a run that came by a saddle left it: the number that a table "step of leaving against η" shows.
#pragma once

#include <optional>

#include "core/loss/landscape.h"
#include "core/run/simulate.h"

namespace ravine {

struct SaddlePassage {
  CriticalPoint saddle;
  std::int64_t nearestAt;              // the step at which the run was nearest to it
  std::optional<std::int64_t> leftAt;  // from here on it was no longer at the saddle; nothing if it never left
};

// At a saddle is what is nearer to it than a quarter of the way to the next critical point of another value, and a
// tenth of a view. Of several saddles that of the longest stay; nothing if the run was at none for more than a step.
std::optional<SaddlePassage> saddlePassage(const Trajectory& trajectory, const Landscape& landscape);

}  // namespace ravine
