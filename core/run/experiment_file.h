// Experiment ⇄ JSON text, version 1. Reading collects every problem it finds and gives either a sound experiment or
// none; it never fills in a silent default for something that was written wrongly.
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "core/run/experiment.h"

namespace ravine {

inline constexpr int kExperimentFileVersion = 1;

std::string toJson(const Experiment& experiment);
std::optional<Experiment> experimentFromJson(std::string_view text, Problems& problems);

}  // namespace ravine
