// How a run can end, with the word and the sentence for each. The rules are diagnose's.
#pragma once

#include <string_view>

#include "core/base/message.h"

namespace ravine {

enum class Outcome { converged, trapped, saddle, plateau, oscillating, crawling, diverged, unbounded, offGrid };

std::string_view outcomeId(Outcome outcome);  // "converged", …, as files and the command line name it
Message outcomeName(Outcome outcome);
Message outcomeMeaning(Outcome outcome);  // one sentence

}  // namespace ravine
