// What a run shows at one moment of the playback, in whole sentences for somebody who does not see the picture. True of
// the recorded numbers alone, whatever came later: "falling" is told of the step that led there. Between two steps it
// is the moment of the earlier one; after its last step a run stands where it ended.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "core/diagnosis/run_result.h"

namespace ravine {

// Where the run stands on its landscape, and what is to be told of that. `result` is null before the first; `zoom` is
// the part of the landscape that is seen, unless it is all.
std::vector<Message> momentOfRun(const std::string& name, const RunResult* result, double playhead,
                                 const std::optional<Box>& zoom = {});

// What is seen of the landscape, and its lowest minimum.
std::vector<Message> groundOfRun(const RunResult& result, const Box& seen);

// The value of a curve at states 0, 1, …, above `base`. Precondition: there are values.
Message momentOfCurve(const std::string& name, const std::vector<double>& values, double base, double playhead);

// η of the step that begins there, after the last one its own, against its stability limit; a limit may be infinite, or
// NaN where none is known. Precondition: there are rates and limits.
Message momentOfRate(const std::string& name, const std::vector<double>& rates, const std::vector<double>& limits,
                     double playhead);

// In place of all these, before there is a result.
Message momentBeforeResult(const std::string& name);

}  // namespace ravine
