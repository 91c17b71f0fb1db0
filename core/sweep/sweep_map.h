// A sweep run: how each of its cells ends. Rows, or columns, come coarse to fine, so that a picture can be painted of
// what is there.
#pragma once

#include <functional>
#include <memory>
#include <span>
#include <vector>

#include "core/sweep/sweep_result.h"

namespace ravine {

// Cells that are worked out at once: a part of a row or column, or of several that follow each other.
struct Stripe {
  bool upright;  // a column
  int length;    // of a row, or a column
  int first;     // cell, counted along the rows, or the columns
  int count;

  int column(int i) const { return upright ? (first + i) / length : (first + i) % length; }
  int row(int i) const { return upright ? (first + i) % length : (first + i) / length; }
};
enum class Order {
  coarseToFine,  // whatever part is done is spread over the whole
  along,         // as few stripes as will do
};
// The stripes of a sweep, in the order in which they are to be worked out.
std::vector<Stripe> stripesOf(const Sweep& sweep, Order order);
bool hasUprightStripes(const Sweep& sweep);
// Into a result that has room for all cells.
void put(const Stripe& stripe, std::span<const Cell> cells, std::span<const double> lastLosses, SweepResult& result);

struct SweepOptions {
  int threads = 1;  // at most; those that cannot be had are done without
  // Since when runs have settled is to be known too, for which all states are kept.
  bool tellsSteps = true;
  int lastLosses = 0;        // so many of each cell are kept
  bool wantsBorders = true;  // those of theory
  // Called with each stripe that is done, coarse to fine, its cells and their last losses, by one thread at a time.
  std::function<void(const Stripe& stripe, std::span<const Cell> cells, std::span<const double> lastLosses)> done = {};
  CancelPredicate cancelled = {};
};

// What it takes to show this value.
SweepOptions optionsFor(SweepValue value);

// Precondition: validate(sweep) is empty, and `landscape` surveys the loss function of its run.
SweepResult runSweep(const Sweep& sweep, const std::shared_ptr<const Landscape>& landscape,
                     const SweepOptions& options = {});

}  // namespace ravine
