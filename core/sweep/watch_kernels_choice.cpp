#include "core/sweep/watch_kernels.h"

namespace ravine {

RAVINE_IN_EACH_SET(WatchKernels watchKernels();)

WatchKernels watchKernels(InstructionSet set) {
  return RAVINE_OF_SET(set, watchKernels());
}

}  // namespace ravine
