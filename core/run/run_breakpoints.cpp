#include "core/run/run_breakpoints.h"

namespace ravine {

Breakpoints breakpoints(const Run& run) {
  if (run.schedule.id != kScheduleOfBreakpoints) return {};
  return breakpointsFrom(run.schedule.parameters);
}

void setBreakpoints(Run& run, const Breakpoints& points) {
  run.lr = nominalRate(run);
  run.schedule = {kScheduleOfBreakpoints, parametersFrom(points)};
}

}  // namespace ravine
