#include "core/sweep/watch_kernels.h"

#include "core/base/pack.h"

namespace ravine::RAVINE_SIMD_NAMESPACE {
namespace {

bool watch(const WatchedLanes& all, const double* lowest, double* nextLowest) {
  const WatchedLanes lanes = all;
  Pack nothing(0.0);  // stays 0 as long as all is finite, and is no number from then on
  for (std::size_t i = 0; i < lanes.count; i += kLanesAtOnce) {
    const Pack loss = Pack::load(lanes.loss + i);
    nothing = nothing + 0.0 * (loss + (Pack::load(lanes.x + i) + Pack::load(lanes.y + i)) +
                               (Pack::load(lanes.gradientX + i) + Pack::load(lanes.gradientY + i)));
    const Pack before = Pack::load(lowest + i);
    select(loss < before, loss, before).store(nextLowest + i);
  }
  return sum(nothing) == 0;
}

bool areInside(const WatchedLanes& all, const Circles& of) {
  const WatchedLanes lanes = all;
  const Circles circles = of;
  Pack outside(0.0);
  for (std::size_t i = 0; i < lanes.count; i += kLanesAtOnce) {
    const Pack x = Pack::load(lanes.x + i) - Pack::load(circles.x + i);
    const Pack y = Pack::load(lanes.y + i) - Pack::load(circles.y + i);
    outside = select(x * x + y * y < Pack::load(circles.squaredRadius + i), outside, Pack(1.0));
  }
  return sum(outside) == 0;
}

}  // namespace

WatchKernels watchKernels() {
  return {watch, areInside};
}

}  // namespace ravine::RAVINE_SIMD_NAMESPACE
