// How long the cycles of a run's schedule are, in epochs: Smith (2017) advises 2 to 10 for the way from the lowest rate
// to the highest.
#pragma once

#include "core/run/experiment.h"

namespace ravine {

inline constexpr std::int64_t kFewestEpochsUp = 2;
inline constexpr std::int64_t kMostEpochsUp = 10;

// Its schedule goes up and down, and an epoch is more than a step.
bool hasCyclesOfEpochs(const Run& run);
// The way up takes so many epochs; so does the way down, unless it was set to another length. Precondition:
// hasCyclesOfEpochs(run).
void setEpochsUp(Run& run, std::int64_t epochs);

}  // namespace ravine
