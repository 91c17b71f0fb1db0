#include "core/sweep/watch_kernels.h"

#include "core/base/pack.h"

namespace ravine::RAVINE_SIMD_NAMESPACE {
namespace {

bool areFinite(const WatchedLanes& lanes) {
  Pack nothing(0.0);  // stays 0 as long as all is finite, and is no number from then on
  for (std::size_t i = 0; i < lanes.count; i += kLanesAtOnce)
    nothing = nothing + 0.0 * Pack::load(lanes.loss + i) + 0.0 * Pack::load(lanes.x + i) +
              0.0 * Pack::load(lanes.y + i) + 0.0 * Pack::load(lanes.gradientX + i) +
              0.0 * Pack::load(lanes.gradientY + i);
  return sum(nothing) == 0;
}

void keepLowest(const WatchedLanes& lanes, double* lowest) {
  for (std::size_t i = 0; i < lanes.count; i += kLanesAtOnce) {
    const Pack loss = Pack::load(lanes.loss + i);
    const Pack before = Pack::load(lowest + i);
    select(loss < before, loss, before).store(lowest + i);
  }
}

}  // namespace

WatchKernels watchKernels() {
  return {areFinite, keepLowest};
}

}  // namespace ravine::RAVINE_SIMD_NAMESPACE
