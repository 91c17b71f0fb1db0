// What came of a sweep, and what can be shown of its cells.
#pragma once

#include <memory>
#include <optional>
#include <span>
#include <vector>

#include "core/sweep/lane_judge.h"
#include "core/sweep/sweep_borders.h"

namespace ravine {

struct SweepResult {
  Sweep sweep;
  std::shared_ptr<const Landscape> landscape;
  std::vector<Cell> cells;  // rows, beginning with row 0; empty if it was cancelled
  std::vector<double> lastLosses =
      {};  // of each cell as many as were asked for, oldest first; NaN where there are none
  std::vector<SweepBorder> borders = {};

  std::span<const double> lastLossesOf(std::size_t cell) const {
    const std::size_t each = cells.empty() ? 0 : lastLosses.size() / cells.size();
    return std::span(lastLosses).subspan(cell * each, each);
  }
};

enum class SweepValue {
  outcome,    // as of CellOutcome
  finalLoss,  // the last that is finite
  bestLoss,   // the lowest on the way
  steps,      // since when it has settled or been gone
  basin,      // the minimum at which it settled
  losses,     // of one quantity: the final, the best and the last ones
};
inline constexpr int kLastLosses = 50;  // that are shown of each

// Of each critical point: minima are numbered 1, 2, … from the lowest, whether cells have settled there or not, so that
// one has its number in every sweep on its landscape. Others have 0.
std::vector<int> basinNumbers(const Landscape& landscape);
// Those at which cells settled, lowest first.
struct Basin {
  int number;
  CriticalPoint minimum;
};
std::vector<Basin> basinsReached(const SweepResult& result);

// The widest stretch of rates with which the run arrives at the lowest minimum; where it does with none, those that end
// with the lowest losses, within a quarter of the gap to the lowest loss known. Nothing unless the sweep is one of η
// alone; of lowest losses also nothing where they say little: at the border of what is swept, or over a whole decade.
struct BestRates {
  int from;  // columns
  int to;    // the last of them
  bool arrive;
};
std::optional<BestRates> bestRates(const SweepResult& result);

}  // namespace ravine
