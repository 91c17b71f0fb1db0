// What is known about a loss function on its domain, found once and shared by every run on it: the function itself, its
// critical points, its lowest minimum, how much it varies, and whether it is a quadratic. Immutable.
#pragma once

#include <cmath>
#include <memory>
#include <optional>
#include <vector>

#include "core/loss/critical_points.h"
#include "core/loss/loss_function.h"

namespace ravine {

struct Landscape {
  std::shared_ptr<const LossFunction> function;
  Box domain;
  // In the domain, sorted by value. Of a function of x alone one for each x, beside its start.
  std::vector<CriticalPoint> criticalPoints;
  double spread = 1;  // the median of f over the domain minus its smallest value there
  bool quadratic = false;
  bool ofXAlone = false;  // as of its row
  // Ten, a hundred and a thousand views away there is ever lower ground, below all that is in the domain.
  bool bottomless = false;
  // Of a model whose data can be told apart without an error: the loss falls along some direction for ever, towards a
  // value that it never reaches.
  bool fallsForEver = false;
  bool measured = false;  // on a grid, beyond which nothing is known

  // How far apart two places are. Along y, where the function is of x alone, they are nowhere in particular.
  double distance(const Vector2& a, const Vector2& b) const {
    return ofXAlone ? std::abs(a.x() - b.x()) : (a - b).norm();
  }
  // The lowest of the minima, or level ground that is lower still, if there is one.
  std::optional<CriticalPoint> lowestMinimum() const;
  // The distance from a critical point to the nearest other whose value is another; the domain's diagonal if there is
  // none. A well is no wider.
  double roomAround(const CriticalPoint& point) const;
  // The minimum nearest to a point, if there is one.
  std::optional<CriticalPoint> nearestMinimum(const Vector2& point) const;
};

// Precondition: resolve(lossFunction) finds one, and its parameters are sound.
Landscape surveyLandscape(const LossChoice& lossFunction, const CancelPredicate& cancelled = {});

}  // namespace ravine
