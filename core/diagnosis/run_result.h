// All that follows from a run: its landscape, its trajectory, how it ended and why. Computed once, off the main thread,
// and shared from then on, so that no view goes through a trajectory again. Immutable.
#pragma once

#include <memory>

#include "core/diagnosis/diagnose.h"
#include "core/diagnosis/summary.h"
#include "core/loss/landscape.h"
#include "core/run/simulate.h"

namespace ravine {

struct RunResult {
  Run run;  // what was simulated
  std::shared_ptr<const Landscape> landscape;
  Trajectory trajectory;
  Diagnosis diagnosis;
  Summary summary;
};
using RunResultPtr = std::shared_ptr<const RunResult>;

// Null if cancelled. `landscape` surveys the run's loss function; it is surveyed anew if absent. Any thread.
RunResultPtr computeRun(const Run& run, std::shared_ptr<const Landscape> landscape = nullptr,
                        const CancelPredicate& cancelled = {});

// η of the step that begins at state t; after the last one there is none, and the last stands.
double rateAt(const RunResult& result, std::size_t t);

}  // namespace ravine
