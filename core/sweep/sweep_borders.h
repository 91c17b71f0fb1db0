// The borders that theory knows on a sweep: where steps about a minimum cease to die away, and where they are
// critically damped (Goh 2017, "Why momentum really works").
#pragma once

#include <vector>

#include "core/loss/landscape.h"
#include "core/sweep/sweep.h"

namespace ravine {

struct SweepBorder {
  enum class Kind {
    stability,        // on one side steps along the sharpest direction die away, on the other they grow
    criticalDamping,  // on one side the distance along a direction swings (underdamped), on the other it does not
  };
  Kind kind;
  CriticalPoint minimum;
  double curvature;             // λ of the direction, without weight decay
  std::vector<Vector2> points;  // a line on the axes; of a sweep of one quantity a single point, whose y says nothing
};

// Of the minima of which there are few, otherwise of the lowest alone; none where the method has no exact theory, or
// its rate changes from step to step. On a quadratic they are those of the whole map, elsewhere those of what goes on
// near the minimum.
std::vector<SweepBorder> sweepBorders(const Sweep& sweep, const Landscape& landscape,
                                      const CancelPredicate& cancelled = {});

// The largest stable η at the lowest minimum, if theory knows one.
std::optional<double> limitAtTheLowest(const Run& run, const Landscape& landscape);
// Rates from far below that limit to some above it, and the run's own; as suggestedAxis() has them where there is none.
SweepAxis ratesAboutTheLimit(const Run& run, const Landscape& landscape, int count);

}  // namespace ravine
