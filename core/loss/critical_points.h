// All minima, saddles and maxima of a loss function in a box, found by Newton's method on the gradient from many
// starts. Minima where the function has a kink (Ackley's origin) are found by direct search; minima that form a curve
// (the catapult's) are given as spaced points of it. Finds what its finest grid can separate; proves nothing.
#pragma once

#include <optional>
#include <vector>

#include "core/base/types.h"
#include "core/loss/loss_function.h"

namespace ravine {

enum class CriticalKind {
  minimum,
  saddle,
  maximum,
  degenerateSaddle,
  levelGround,  // one point of an area where the function is constant
};

struct CriticalPoint {
  Vector2 point;
  double value;
  CriticalKind kind;
  Eigenvalues curvature;       // of the Hessian; NaN at a kink
  bool isolated = true;        // false: one of a curve of points with the same value
  bool differentiable = true;  // false: a kink, where no gradient exists
};

struct CriticalPointOptions {
  int coarsestGrid = 24;  // starts along each side; doubled until nothing new is found
  int finestGrid = 384;
  std::size_t mostPoints = 4000;         // a picture full of them; the search ends there
  std::int64_t evaluations = 1'000'000;  // of the Hessian; bounds the time that any formula can take
  CancelPredicate cancelled = {};
};

// Sorted by value, then x, then y.
std::vector<CriticalPoint> criticalPoints(const LossFunction& function, const Box& box,
                                          const CriticalPointOptions& options = {});

// Newton's method from `start`, for a critical point no farther away than `reach`.
std::optional<CriticalPoint> refineCriticalPoint(const LossFunction& function, const Vector2& start, double reach);

// The minimum, with or without a kink, to which going downhill leads from `start`; `scale` is the diagonal of what is
// looked at. Nothing if that leads far away or without end.
std::optional<CriticalPoint> minimumBelow(const LossFunction& function, const Vector2& start, double scale);

// How far one Newton step −H⁻¹g would move. A direction without curvature counts as 0 where the gradient vanishes along
// it too (below 1e-8·λmax·scale) and as infinitely far otherwise.
double newtonDistance(const Derivatives& at, double scale);

}  // namespace ravine
