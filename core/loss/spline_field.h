// A field of a function whose values are dear, from few of them: the bicubic spline between the nodes of a coarse grid.
#pragma once

#include <optional>

#include "core/loss/contour.h"

namespace ravine {

// As sampleField() gives it, to a hundred-thousandth of how much the values vary. Nothing where no coarse grid is as
// good: where the function is not finite or not smooth, and where there are few cells to fill. Precondition: width,
// height > 0.
std::optional<Field> splineField(const LossFunction& function, const Box& box, int width, int height,
                                 const CancelPredicate& cancelled = {});

}  // namespace ravine
