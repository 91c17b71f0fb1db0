#pragma once

#include "core/diagnosis/run_result.h"

namespace ravine {

// A run with the newest result there is, as pictures show it.
struct ShownRun {
  Run run;
  RunResultPtr result;  // null before the first; may lag behind the run during a drag

  bool operator==(const ShownRun&) const = default;
};

}  // namespace ravine
