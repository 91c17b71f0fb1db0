// Runs whose schedule goes in straight lines between breakpoints, and how any run becomes one.
#pragma once

#include "core/run/experiment.h"
#include "core/schedule/breakpoints.h"

namespace ravine {

// Of the run's schedule; none if it is of another kind. Precondition: validate(run) is empty.
Breakpoints breakpoints(const Run& run);
// The schedule becomes straight lines between these points, whose factors are parts of the nominal rate, which stays.
void setBreakpoints(Run& run, const Breakpoints& points);

}  // namespace ravine
