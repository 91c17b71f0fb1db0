// What is looked at after every step of many lanes, compiled once for each instruction set.
#pragma once

#include <cstddef>

#include "core/base/instruction_set.h"
#include "core/optimizer/lane_optimizer.h"

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

// Whether all is finite; false also where all is but very large, for then each is looked at by itself. The smaller of
// each lane's loss and `lowest` becomes its `nextLowest`.
using Watch = bool (*)(const WatchedLanes& lanes, const double* lowest, double* nextLowest);

// Whether all lanes are inside, as far as squares tell.
using AreInside = bool (*)(const WatchedLanes& lanes, const Circles& circles);

struct WatchKernels {
  Watch watch;
  AreInside areInside;
};

// Precondition: instructionSets() has it.
WatchKernels watchKernels(InstructionSet set);

}  // namespace ravine
