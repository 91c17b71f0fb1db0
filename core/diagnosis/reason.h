// Why a run ended as it did, where there is room for one line only, and the mark at the end of a path that ended badly.
#pragma once

#include <optional>
#include <vector>

#include "core/base/message.h"
#include "core/diagnosis/run_result.h"

namespace ravine {

inline constexpr const char* kBetweenItems = " · ";

// With this run's numbers: "η·λ = 1.8 < 2", "settled at step 31". Items of one line, with kBetweenItems between them.
std::vector<Message> reason(const RunResult& result);

// "diverged at step 69"; nothing for runs that ended well.
std::optional<Message> endMark(const RunResult& result);

}  // namespace ravine
