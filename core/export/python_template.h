// Lines of Python that depend on parameters. A line may begin with a condition and "? ": `momentum? …` is kept where
// the parameter is neither zero nor false nor empty, `!momentum? …` where it is, `mode=exp_range? …` where it is that;
// `a,!b? …` where all of these hold.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "core/export/python_rules.h"

namespace ravine {

using Lines = std::vector<std::string>;

Lines rendered(std::string_view text, const PythonSettings& settings);
// "momentum = 0.9": one line for each setting that the lines mention.
Lines assignments(const Lines& lines, const PythonSettings& settings);
std::string pythonText(const ParameterValue& value);
bool mentions(const Lines& lines, std::string_view word);
// Four spaces further in; empty lines stay empty.
Lines indented(const Lines& lines);

}  // namespace ravine
