// The cells of a sweep as tables, with what they mean and how they can be made again. Always in English and with
// decimal points; the same sweep gives the same bytes.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "core/sweep/sweep_result.h"

namespace ravine {

// "outcome", "final_loss", "best_loss", "steps", "basin", "losses".
std::string_view sweepValueId(SweepValue value);
std::optional<SweepValue> findSweepValue(std::string_view id);
std::vector<std::string> sweepValueIds();

// A line for a shell that makes it again, as of a run in code.h.
std::string commandLine(const Sweep& sweep, SweepValue value);

// One line a cell: the swept values in the order in which they were given, and then the value; or its final loss, its
// best, and the last ones, oldest first. The first axis is the first column and changes fastest.
std::string asCsv(const SweepResult& result, SweepValue value);
// The axes with all their values, and the cells as rows of one value of the second axis each.
std::string asJson(const SweepResult& result, SweepValue value);
// An array as numpy.load reads it: one row for each value of the second axis, and of losses as many numbers for each
// cell as a line of the CSV has; numbers of 8 bytes, NaN where there is none; outcomes are 0, 1, … in the order of
// CellOutcome.
std::string asNpy(const SweepResult& result, SweepValue value);

}  // namespace ravine
