#include "core/sweep/watch_kernels.h"

namespace ravine {

namespace baseline {
WatchKernels watchKernels();
}
namespace avx2 {
WatchKernels watchKernels();
}

WatchKernels watchKernels(InstructionSet set) {
  return RAVINE_OF_SET(set, watchKernels());
}

}  // namespace ravine
