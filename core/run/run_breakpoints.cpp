#include "core/run/run_breakpoints.h"

#include <utility>

namespace ravine {

double runStepOf(const Run& run, double scheduleStep) {
  return static_cast<double>(run.warmUp) + scheduleStep * static_cast<double>(stepsPerUnit(run));
}

double scheduleStepOf(const Run& run, double runStep) {
  return (runStep - static_cast<double>(run.warmUp)) / static_cast<double>(stepsPerUnit(run));
}

std::int64_t lastScheduleStep(const Run& run) {
  return (run.steps - run.warmUp) / stepsPerUnit(run);
}

LearningRate ofSchedule(const Run& run, LearningRate rates) {
  return [rates = std::move(rates), unit = stepsPerUnit(run), warmUp = run.warmUp](std::int64_t t, double loss) {
    return rates(warmUp + t * unit, loss);
  };
}

Breakpoints breakpoints(const Run& run) {
  if (run.schedule.id != kScheduleOfBreakpoints) return {};
  return breakpointsFrom(run.schedule.parameters);
}

void setBreakpoints(Run& run, const Breakpoints& points) {
  run.lr = nominalRate(run);
  run.schedule = {kScheduleOfBreakpoints, parametersFrom(points)};
}

}  // namespace ravine
