// Whether the steps of a run would die away or grow where it stands at some step, for what stands beside the picture.
#pragma once

#include <optional>

#include "core/diagnosis/run_result.h"

namespace ravine {

enum class LocalStability { stable, atTheLimit, unstable, unknown };

struct StabilityHere {
  LocalStability verdict = LocalStability::unknown;
  // The run bounces although it is stable here: the step nearest by at which η is beyond the limit.
  std::optional<std::int64_t> crossedAt;
};

StabilityHere stabilityAt(const RunResult& result, std::size_t t);

// The last step up to t at which the run was in the domain, where curvature is that of the picture; t if there is none.
std::size_t lastInDomain(const Diagnosis& diagnosis, std::size_t t);

}  // namespace ravine
