// The loops that one would write by hand for one function and one rule alone: blocks of packs, running products, and
// nothing kept but the ends. What many runs at once are measured against.
#pragma once

#include <cstddef>

namespace ravine::by_hand {

// `count` is a multiple of 32.
void rosenbrockSgd(double* x, double* y, std::size_t count, int steps, double lr);
void rosenbrockAdam(double* x, double* y, std::size_t count, int steps, double lr);

}  // namespace ravine::by_hand
