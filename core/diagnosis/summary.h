// The figures by which runs are compared.
#pragma once

#include "core/run/simulate.h"

namespace ravine {

struct Summary {
  double finalLoss;
  double bestLoss;
  std::int64_t bestAt;    // the first step with the best loss
  std::int64_t nearBest;  // the first step that has made 99 % of the way from the first loss to the best
  double pathLength;      // the sum of the lengths of all steps
};

Summary summarize(const Trajectory& trajectory);

}  // namespace ravine
