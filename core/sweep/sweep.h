// Many runs that differ in one or two quantities, as the cells of a map: which ones, and which run each cell stands
// for.
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "core/run/experiment.h"
#include "core/sweep/quantity.h"

namespace ravine {

// One quantity of a run and the values it takes.
struct SweepAxis {
  static constexpr int kMostValues = 4096;

  std::string quantity;
  double from = 0;
  double to = 1;
  int count = 2;             // at least 1; one value is `from`
  bool logarithmic = false;  // the values are apart by equal factors

  // Both ends exactly, and between them without digits that tell no value from the next.
  double at(int i) const;
  double part(double value) const;    // of the way from `from`, 0 … 1, to `to`
  double valueAt(double part) const;  // the reverse, between its values too
  bool operator==(const SweepAxis&) const = default;
};

// "lr=1e-4:1:200log", "start.x=-2:2:512". Nothing and a problem if it cannot be read.
std::optional<SweepAxis> parseAxis(std::string_view text, Problems& problems);

struct Sweep {
  Run run;
  SweepAxis x;
  std::optional<SweepAxis> y;

  bool isOver(std::string_view quantity) const { return x.quantity == quantity || (y && y->quantity == quantity); }
  int columns() const { return x.count; }
  int rows() const { return y ? y->count : 1; }
  // Of a cell among all, which are rows, beginning with row 0.
  std::size_t index(int column, int row) const {
    return static_cast<std::size_t>(row) * static_cast<std::size_t>(columns()) + static_cast<std::size_t>(column);
  }
  std::size_t cells() const { return static_cast<std::size_t>(columns()) * static_cast<std::size_t>(rows()); }
  bool operator==(const Sweep&) const = default;
};

// Where it is worth while to look, in at most so many values: rates over five decades, starts over the domain, others
// as far as they may go or are usual.
SweepAxis suggestedAxis(const Run& run, const std::string& quantity, int count);
// The axis with so many values; of a whole number with at most so many, and as much of the range as takes whole steps.
SweepAxis withCount(const Run& run, SweepAxis axis, int count);
// As many values over this part of what it covers, as far as the quantity may go; of whole numbers as many as there
// are.
SweepAxis partOf(const Run& run, const SweepAxis& axis, const Interval& part, int count);
// Nearly that, with ends that somebody can read: without digits beyond what can be seen of the part.
SweepAxis roundPartOf(const Run& run, const SweepAxis& axis, const Interval& part, int count);

// Everything that keeps a sweep from being run; empty if it is sound.
Problems validate(const Sweep& sweep);

// The run of a cell, exactly as a click on it opens it.
Run runAt(const Sweep& sweep, int column, int row);

}  // namespace ravine
