// Facts of a result as numbers on a page, where what is nothing in the picture is shown as 0.
#pragma once

#include <string>

#include "core/diagnosis/run_result.h"

namespace ravine {

inline constexpr double kFarBelow = 0.5;  // of the stability limit: below it there is room for a larger η

// "(0.96, 0)", of a function of x alone "x = 0.96".
std::string placeText(const RunResult& result, const Vector2& place);
// The length of the gradient at the end.
std::string gradientText(const RunResult& result);

}  // namespace ravine
