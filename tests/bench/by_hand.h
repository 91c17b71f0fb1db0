// The loops that one would write by hand for one function and one rule alone: blocks of packs, running products, and
// nothing kept but the ends. What many runs at once are measured against; compiled once for each instruction set.
#pragma once

#include <cstddef>

#include "core/base/instruction_set.h"

namespace ravine {

// `count` is a multiple of 64.
using ByHand = void (*)(double* x, double* y, std::size_t count, int steps, double lr);

struct LoopsByHand {
  ByHand rosenbrockSgd;
  ByHand rosenbrockSgdWatched;  // which also knows the lowest loss of each, and whether all is finite, as maps must
  ByHand rosenbrockAdam;
  ByHand rastriginSgd;
  ByHand rastriginAdam;
};

RAVINE_IN_EACH_SET(LoopsByHand loopsByHand();)

}  // namespace ravine
