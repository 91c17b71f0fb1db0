// The scenarios that a long test goes through: all, or, where RAVINE_QUICK is set, every third; under a sanitizer each
// takes ten times as long.
#pragma once

#include <cstdlib>
#include <vector>

#include "core/file/scenarios.h"

namespace ravine {

inline std::vector<Scenario> someScenarios() {
  const std::size_t stride = std::getenv("RAVINE_QUICK") ? 3 : 1;
  std::vector<Scenario> some;
  for (std::size_t i = 0; i < scenarios().size(); i += stride) some.push_back(scenarios()[i]);
  return some;
}

}  // namespace ravine
