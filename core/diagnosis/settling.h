// Where a run counts as being at a minimum and where as being gone: what a diagnosis and the cells of a map judge
// alike.
#pragma once

#include "core/diagnosis/diagnose.h"

namespace ravine {

// The step at which the last part of a run of so many steps begins, by which its end is judged. A run shorter than the
// shortest window is judged by its second half.
std::size_t windowStart(std::int64_t steps, const Thresholds& limits);

// How near a run must stay to a critical point to be at it: nearer than to the next.
double reachOf(const CriticalPoint& point, const Landscape& landscape, const Thresholds& limits);

// Not the shoulder of a slope that falls on, such as that of x³ beside 0, where rounding leaves a little curvature.
// `sameValue` is what minima of equal loss may differ by.
bool isFloor(const CriticalPoint& minimum, const Landscape& landscape, double sameValue, const Thresholds& limits);

// How much higher than a minimum the ground is so far from it, in the direction in which it rises least.
double riseAround(const CriticalPoint& minimum, double radius, const Landscape& landscape);

// The highest loss with which a run counts as being by the minimum: little is left of its fall to it, or one stands no
// higher at the border of what is by it, around which the ground rises by `rise`. So a run that begins there has
// settled from the start, however little it has to fall.
double settledLossAt(const CriticalPoint& minimum, double fall, double rise, double sameValue,
                     const Thresholds& limits);

// What minima of equal loss may differ by. `lowest` is that of the lowest minimum known.
double sameValueTolerance(const Landscape& landscape, double lowest, const Thresholds& limits);

// As a trend of their lengths, and not by chance.
bool stepsShrink(const std::vector<double>& lengths, const Thresholds& limits);

// The losses of a window, as a trend and to their highest in its last part.
bool rise(const std::vector<double>& losses);

// But for rounding.
bool isSamePlace(const Vector2& a, const Vector2& b, const Landscape& landscape);

bool isFarAway(const Vector2& point, const Landscape& landscape, const Thresholds& limits);

}  // namespace ravine
