// A curve of many samples becomes the few breakpoints whose straight lines follow it best: exactly, by dynamic
// programming over the samples as candidates (Perez & Vidal 1994). Any schedule that can be evaluated becomes such a
// curve. Costs the square of the number of samples: a few hundred are worked out between two frames.
#pragma once

#include <cstdint>

#include "core/schedule/breakpoints.h"
#include "core/schedule/schedule.h"

namespace ravine {

// About as many samples as a curve is described by; see sampleSchedule().
inline constexpr std::int64_t kCurveSamples = 300;

// The least sum of squared distances from the samples that at most `most` points reach, both ends among them; fewer
// where more would not be seen. Samples that are no numbers are left out. Preconditions: steps are whole and ascend, at
// least one sample is a number, `most` is at least 2.
Breakpoints fitBreakpoints(const std::vector<Breakpoint>& samples, std::size_t most = kMostBreakpoints);

// The rates of steps 0 … steps − 1 as parts of `nominal`: each of them if there are few, otherwise evenly spread ones
// and more where the schedule jumps or bends. The schedule must not listen to the loss. Precondition: steps ≥ 1.
std::vector<Breakpoint> sampleSchedule(const LearningRate& schedule, double nominal, std::int64_t steps);

}  // namespace ravine
