// What keeps a run moving that its noise or its batches do not let rest, in whole sentences.
#pragma once

#include <vector>

#include "core/base/message.h"
#include "core/diagnosis/run_result.h"

namespace ravine {

std::vector<Message> explainNoiseFloor(const RunResult& result, const NoiseFloor& floor);

}  // namespace ravine
