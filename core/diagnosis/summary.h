// The figures by which runs are compared.
#pragma once

#include "core/run/simulate.h"

namespace ravine {

struct Summary {
  double finalLoss = 0;
  double bestLoss = 0;
  std::int64_t bestAt = 0;    // the first step with the best loss
  std::int64_t nearBest = 0;  // the first step that has made 99 % of the way from the first loss to the best
  double pathLength = 0;      // the sum of the lengths of all steps
  // The root mean square of how far the gradient that a step saw was from that of the loss; 0 where steps see all.
  double gradientNoise = 0;
};

Summary summarize(const Trajectory& trajectory);

}  // namespace ravine
