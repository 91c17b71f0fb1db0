#pragma once

#include <algorithm>
#include <vector>

#include "core/diagnosis/run_result.h"

namespace ravine {

// A run with the newest result there is, as pictures show it.
struct ShownRun {
  Run run;
  RunResultPtr result;     // null before the first; may lag behind the run during a drag
  RunResultPtr kept = {};  // the result while it is kept back until somebody has predicted it; null otherwise
  bool endIsKept = false;  // of the result only what is behind the playhead is to be seen

  // What is known about its loss function; null before the first result of that.
  const Landscape* landscape() const {
    const RunResultPtr& known = result ? result : kept;
    return known && known->run.lossFunction == run.lossFunction ? known->landscape.get() : nullptr;
  }
  const Trajectory* trajectory() const { return result ? &result->trajectory : nullptr; }

  bool operator==(const ShownRun&) const = default;
};

// Of any of them.
inline bool endIsKept(const std::vector<ShownRun>& runs) {
  return std::any_of(runs.begin(), runs.end(), [](const ShownRun& shown) { return shown.endIsKept; });
}

}  // namespace ravine
