#include "core/sweep/watch_kernels.h"

namespace ravine {

namespace baseline {
WatchKernels watchKernels();
}
namespace avx2 {
WatchKernels watchKernels();
}

WatchKernels watchKernels([[maybe_unused]] InstructionSet set) {
#ifdef RAVINE_AVX2
  if (set == InstructionSet::avx2) return avx2::watchKernels();
#endif
  return baseline::watchKernels();
}

}  // namespace ravine
