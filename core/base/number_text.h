// Numbers as on a page, for people: the same in every language, and not meant to be read back (shortestText() is).
#pragma once

#include <string>

#include "core/base/types.h"

namespace ravine {

// "0.095", "−1.5", "1.44 × 10¹⁸", "∞", "—" for NaN: `digits` significant ones, trailing zeros dropped.
std::string numberText(double value, int digits = 3);
// The same with as many digits as it takes to tell it from `other`, up to twelve.
std::string numberText(double value, int digits, double other);
// To so many significant decimal digits.
double roundedTo(double value, int digits);
Vector2 roundedTo(const Vector2& place, int digits);  // each coordinate
// "(0.96, 0)"; a coordinate that is nothing against the other is shown as zero.
std::string pointText(const Vector2& point, int digits = 3);

}  // namespace ravine
