// What came of a sweep, and what can be shown of its cells.
#pragma once

#include <memory>
#include <optional>
#include <vector>

#include "core/sweep/sweep_map.h"

namespace ravine {

struct SweepResult {
  Sweep sweep;
  std::shared_ptr<const Landscape> landscape;
  std::vector<Cell> cells;  // rows, beginning with row 0
};

enum class SweepValue {
  outcome,    // as of CellOutcome
  finalLoss,  // the last that is finite
  bestLoss,   // the lowest on the way
  steps,      // since when it has settled or been gone
  basin,      // the minimum at which it settled
};

// Of each critical point: minima are numbered 1, 2, … from the lowest, whether cells have settled there or not, so that
// one has its number in every sweep on its landscape; others have 0.
std::vector<int> basinNumbers(const Landscape& landscape);
// Those at which cells settled, lowest first.
struct Basin {
  int number;
  CriticalPoint minimum;
};
std::vector<Basin> basinsReached(const SweepResult& result);

}  // namespace ravine
