// The files of resources/scenarios as CMake has built them in, so that none must be found when the program runs.
#pragma once

#include <span>
#include <string_view>

namespace ravine {

struct ScenarioText {
  std::string_view id;
  std::string_view json;
};

// In the order of core/CMakeLists.txt.
std::span<const ScenarioText> scenarioTexts();

}  // namespace ravine
