// A grid as a loss function: the bicubic spline through its values, twice continuously differentiable, with the exact
// gradient and Hessian of that spline. Off the grid, beyond its outermost lines, all are NaN: nothing was measured
// there.
#pragma once

#include <memory>

#include "core/data/grid.h"
#include "core/loss/loss_function.h"

namespace ravine {

// Copies what it needs: 32 bytes for each point. Precondition: check(grid) finds no problem.
std::shared_ptr<const LossFunction> splineOf(const Grid& grid);

}  // namespace ravine
