// The rows that a step of a run sees.
#pragma once

#include <vector>

#include "core/run/experiment.h"

namespace ravine {

// Precondition: hasBatches(run).
inline std::vector<std::size_t> batchAt(const Run& run, std::int64_t t) {
  Batches batches(batchSettings(run.batches), rowsOf(run));
  const auto rows = batches.at(t);
  return {rows.begin(), rows.end()};
}

}  // namespace ravine
