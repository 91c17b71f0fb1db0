// The loops that one would write by hand for one function and one rule alone: blocks of packs and running products.
// What many runs at once are measured against; compiled once for each instruction set.
#pragma once

#include <cstddef>

#include "core/base/instruction_set.h"

namespace ravine {

// `count` is a multiple of 64.
using ByHand = void (*)(double* x, double* y, std::size_t count, int steps, double lr);

struct LoopByHand {
  ByHand ends;     // nothing but the places at the end
  ByHand watched;  // also the lowest loss of each, and whether all was finite, as maps must know
};
struct LoopsByHand {
  LoopByHand rosenbrockSgd, rosenbrockAdam, rastriginSgd, rastriginAdam;
};

RAVINE_IN_EACH_SET(LoopsByHand loopsByHand();)

}  // namespace ravine
