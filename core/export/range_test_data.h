// The course of a learning-rate range test as a table.
#pragma once

#include <string>

#include "core/diagnosis/range_test.h"

namespace ravine {

// A line for each step: its η, the loss that it saw, and the smoothed loss; lines that begin with # say what it is,
// what the rules suggest, and how the run can be made again.
std::string asCsv(const RangeTestResult& result);

}  // namespace ravine
