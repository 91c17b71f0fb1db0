// Experiments that travel inside pictures and data: a PNG's text, an SVG's metadata, a file attached to a PDF, the
// first lines of a CSV, a member of a JSON. Whoever opens such a file has the experiment back.
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "core/base/problem.h"

namespace ravine {

inline constexpr std::size_t kLargestCarrier = std::size_t{64} << 20;  // bytes of a file that may hold an experiment
inline constexpr std::string_view kExperimentKeyword = "ravine-experiment";

// What kind of file this is, by its first bytes: something that is read as an experiment, or that may hold one.
bool mayCarryExperiment(std::string_view bytes);

// The experiment's text in it. Nothing, and why, if there is none.
std::optional<std::string> embeddedExperiment(std::string_view bytes, Problems& problems);

// The same PNG with a text. Precondition: `png` is one.
std::string withExperiment(std::string_view png, std::string_view experiment);

// The content of an SVG's <metadata>.
std::string svgMetadata(std::string_view experiment);

}  // namespace ravine
