#pragma once

#include "core/diagnosis/run_result.h"

namespace ravine {

// A run with the newest result there is, as pictures show it.
struct ShownRun {
  Run run;
  RunResultPtr result;  // null before the first; may lag behind the run during a drag

  // What is known about its loss function; null before the first result of that.
  const Landscape* landscape() const {
    return result && result->run.lossFunction == run.lossFunction ? result->landscape.get() : nullptr;
  }
  const Trajectory* trajectory() const { return result ? &result->trajectory : nullptr; }

  bool operator==(const ShownRun&) const = default;
};

}  // namespace ravine
