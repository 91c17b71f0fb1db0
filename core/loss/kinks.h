// Minima at which the gradient does not exist, as the origin of |x| or of Ackley's function.
#pragma once

#include <optional>

#include "core/loss/critical_points.h"

namespace ravine {

// Downhill from `point` by compass search (Hooke & Jeeves 1961), which needs no gradient; the first step is `step`, the
// last no longer than `resolution`.
Vector2 compassSearch(const LossFunction& function, Vector2 point, double step, double resolution);

// The kink at a point to which compassSearch() led; nothing if it is none. `diagonal` is that of what is looked at.
std::optional<CriticalPoint> kinkAt(const LossFunction& function, const Vector2& point, double diagonal);

}  // namespace ravine
