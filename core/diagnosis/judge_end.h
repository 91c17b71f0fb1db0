// How a run ended, for who does not ask what happened on its way.
#pragma once

#include "core/diagnosis/diagnose.h"

namespace ravine {

// What diagnose() gives with its usual thresholds, but without the events, which take the longest to find.
Diagnosis judgeEnd(const Run& run, const Trajectory& trajectory, const Landscape& landscape,
                   const CancelPredicate& cancelled = {});

}  // namespace ravine
