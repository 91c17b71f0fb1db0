// How a panel looks at the landscape of a run, where nobody has chosen, and the line of its profile.
#pragma once

#include "core/loss/landscape.h"
#include "core/loss/line.h"
#include "core/run/simulate.h"

namespace ravine {

// The ways to look that there are for a run: those with data for a model only.
std::vector<Look> looksFor(const Run& run);
bool hasLook(const Run& run, Look look);
// That of the run, if there is such a way; else a profile for a function of x alone, the map with its data for a model,
// otherwise the map.
Look lookOf(const Run& run);

// That of the run, as far as there is such a line: none leads to a minimum that is not known. Along x for a function of
// x alone, otherwise to the lowest minimum. `landscape` may be null.
ProfileLine profileLineOf(const Run& run, const Landscape* landscape);

// The line itself. On one along x or y, s is that coordinate; on one to the lowest minimum it is the distance from
// that, rising with x; along a step, the distance from where it begins. `landscape` and
// `trajectory` may be null.
Line lineOfProfile(const Run& run, const Landscape* landscape, const Trajectory* trajectory, double playhead);

}  // namespace ravine
