// Where a run went that left, or fell for ever, in whole sentences.
#pragma once

#include <vector>

#include "core/base/message.h"
#include "core/diagnosis/run_result.h"

namespace ravine {

// Of a run that diverged.
Message explainWhereItWent(const RunResult& result);
// Of one whose next step could not be recorded.
Message explainLastStep(const RunResult& result);
// Of one that is unbounded.
std::vector<Message> explainBottomlessSlope(const RunResult& result);

}  // namespace ravine
