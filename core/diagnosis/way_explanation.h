// What happened to a run on its way, in whole sentences: thrown uphill, out of a basin, out of the domain,
// overshooting.
#pragma once

#include <vector>

#include "core/base/message.h"
#include "core/diagnosis/run_result.h"

namespace ravine {

std::vector<Message> explainTheWay(const RunResult& result);

}  // namespace ravine
