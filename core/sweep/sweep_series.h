// Sweeps one after the other, as the frames of a film: over a third quantity, or zooming in.
#pragma once

#include <vector>

#include "core/sweep/sweep.h"

namespace ravine {

inline constexpr int kMostFrames = 2000;  // of a film

// One for each value of the axis. What is swept already stays; problems of what cannot be taken.
std::vector<Sweep> sweepsOver(const Sweep& sweep, const SweepAxis& axis, Problems& problems);

// From the whole to a part about `target`, so many times as narrow along each axis, by equal factors; the target stays
// where it is in the picture. Problems where it lies outside, or double precision ends.
struct ZoomTo {
  Vector2 target;  // on the axes; of a sweep of one quantity x alone
  double magnification = 1000;
  int frames = 60;
};
std::vector<Sweep> sweepsZooming(const Sweep& sweep, const ZoomTo& zoom, Problems& problems);

}  // namespace ravine
