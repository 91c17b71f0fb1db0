// Experiment ⇄ JSON text. Reading collects every problem it finds, in the order of the file, and gives either a sound
// experiment or none; it never fills in a silent default for something that was written wrongly. Version 1 had no ids
// of runs: they are numbered as they stand.
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "core/run/experiment.h"

namespace ravine {

inline constexpr int kExperimentFileVersion = 2;

std::string toJson(const Experiment& experiment);
std::optional<Experiment> experimentFromJson(std::string_view text, Problems& problems);

}  // namespace ravine
