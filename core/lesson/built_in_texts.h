// The files of resources/scenarios, resources/lessons and resources/tasks as CMake has built them in, so that none must
// be found when the program runs.
#pragma once

#include <span>
#include <string_view>

namespace ravine {

struct BuiltInText {
  std::string_view id;
  std::string_view json;
};

// Each in the order of core/CMakeLists.txt.
std::span<const BuiltInText> scenarioTexts();
std::span<const BuiltInText> lessonTexts();
std::span<const BuiltInText> taskTexts();

}  // namespace ravine
