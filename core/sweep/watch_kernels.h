// What is looked at after every step of many lanes, compiled once for each instruction set.
#pragma once

#include <cstddef>

#include "core/base/instruction_set.h"

namespace ravine {

// Columns of `count` lanes, a multiple of kLanesAtOnce.
struct WatchedLanes {
  const double* x;
  const double* y;
  const double* loss;
  const double* gradientX;
  const double* gradientY;
  std::size_t count;
};

struct WatchKernels {
  bool (*areFinite)(const WatchedLanes& lanes);
  // The smaller of each lane's loss and `lowest` becomes its `lowest`.
  void (*keepLowest)(const WatchedLanes& lanes, double* lowest);
};

// Precondition: instructionSets() has it.
WatchKernels watchKernels(InstructionSet set);

}  // namespace ravine
