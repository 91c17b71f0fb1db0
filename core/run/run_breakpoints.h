// Runs whose schedule goes in straight lines between breakpoints, and how any run becomes one.
#pragma once

#include "core/run/experiment.h"
#include "core/schedule/breakpoints.h"

namespace ravine {

// Where on a run's steps its schedule's own are, which begin after the warm-up and may be epochs; and back.
double runStepOf(const Run& run, double scheduleStep);
double scheduleStepOf(const Run& run, double runStep);
// The last that lies within the run; below 1 where the warm-up takes all.
std::int64_t lastScheduleStep(const Run& run);
// The run's rates as the schedule counts them.
LearningRate ofSchedule(const Run& run, LearningRate rates);

// Of the run's schedule; none if it is of another kind. Precondition: validate(run) is empty.
Breakpoints breakpoints(const Run& run);
// The schedule becomes straight lines between these points, whose factors are parts of the nominal rate, which stays.
void setBreakpoints(Run& run, const Breakpoints& points);

}  // namespace ravine
