// The scenarios that a long test goes through: every fourth, or every twelfth under a sanitizer (RAVINE_QUICK), where
// each takes ten times as long. RAVINE_ALL, for trying by hand, asks for all.
#pragma once

#include <cstdlib>
#include <vector>

#include "core/lesson/scenarios.h"

namespace ravine {

inline std::vector<Scenario> someScenarios() {
  const std::size_t stride = std::getenv("RAVINE_ALL") ? 1 : std::getenv("RAVINE_QUICK") ? 12 : 4;
  std::vector<Scenario> some;
  for (std::size_t i = 0; i < scenarios().size(); i += stride) some.push_back(scenarios()[i]);
  return some;
}

}  // namespace ravine
