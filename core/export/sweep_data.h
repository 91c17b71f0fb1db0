// The cells of a sweep as tables, with what they mean and how they can be made again. Always in English and with
// decimal points; the same sweep gives the same bytes.
#pragma once

#include <string>
#include <vector>

#include "core/sweep/sweep_map.h"

namespace ravine {

enum class SweepValue {
  outcome,    // as of CellOutcome
  finalLoss,  // the last that is finite
  bestLoss,   // the lowest on the way
  steps,      // since when it has settled or been gone
  basin,      // the minimum at which it settled
};
// "outcome", "final_loss", "best_loss", "steps", "basin".
std::string_view sweepValueId(SweepValue value);
std::optional<SweepValue> findSweepValue(std::string_view id);
std::vector<std::string> sweepValueIds();

// A line for a shell that makes it again, as of a run in code.h.
std::string commandLine(const Sweep& sweep, SweepValue value);

struct SweepResult {
  Sweep sweep;
  std::shared_ptr<const Landscape> landscape;
  std::vector<Cell> cells;  // rows, beginning with row 0
};
// The minima at which cells settled, which basins 1, 2, … are those of, lowest first.
std::vector<CriticalPoint> basinsOf(const SweepResult& result);
// The number of the basin of each cell: 0 if it settled at none of the landscape's minima.
std::vector<int> basinNumbers(const SweepResult& result);

// One line a cell: the swept values in the order in which they were given, and then the value. The first axis is the
// first column and changes fastest.
std::string asCsv(const SweepResult& result, SweepValue value);
// The axes with all their values, and the cells as rows of one value of the second axis each.
std::string asJson(const SweepResult& result, SweepValue value);
// An array as numpy.load reads it: one row for each value of the second axis; numbers of 8 bytes, NaN where there is
// none; outcomes are 0, 1, … in the order of CellOutcome.
std::string asNpy(const SweepResult& result, SweepValue value);

}  // namespace ravine
