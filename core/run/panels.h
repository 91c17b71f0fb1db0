// Which runs of an experiment share a picture.
#pragma once

#include "core/run/experiment.h"

namespace ravine {

// In the order of the runs: overlaid, those with the same loss function together; side by side, each alone.
std::vector<std::vector<RunId>> panelsOf(const std::vector<Run>& runs, Layout layout);

}  // namespace ravine
