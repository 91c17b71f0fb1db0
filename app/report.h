// How the commands end: bad input goes to the error stream, one sentence for each problem.
#pragma once

#include "core/base/problem.h"

namespace ravine {

inline constexpr int kBadInput = 2;

// Says what is wrong and gives the exit code for it.
int fail(const Problems& problems);

}  // namespace ravine
