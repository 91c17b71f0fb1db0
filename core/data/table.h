// What a model learns from: rows of inputs and the number or class that belongs to them.
#pragma once

#include <cstddef>
#include <vector>

#include "core/base/problem.h"
#include "core/base/types.h"

namespace ravine {

struct Datum {
  double x = 0;
  double x2 = 0;  // 0 where there is one input only
  double y = 0;   // the target: a number, or the class 0 or 1

  Vector2 input() const { return {x, x2}; }
  bool operator==(const Datum&) const = default;
};

struct DataTable {
  static constexpr std::size_t kMostRows = 10'000;

  int inputs = 1;  // x alone, or x and x2
  std::vector<Datum> rows;

  bool hasLabels() const;  // all targets are 0 or 1
  bool operator==(const DataTable&) const = default;
};

// From 1 to kMostRows rows of finite numbers.
Problems check(const DataTable& table);

// Mean and standard deviation (of the rows themselves, not estimated) of each input; 1 for one that is everywhere the
// same.
struct Scales {
  Vector2 mean;
  Vector2 deviation;
};
Scales scalesOf(const DataTable& table);

// With each input as (x − mean)/deviation, as scikit-learn's StandardScaler has it.
DataTable standardized(DataTable table);

// The smallest box that holds what is drawn of the rows: x and y of one input, x and x2 of two.
Box extentOf(const DataTable& table);

}  // namespace ravine
