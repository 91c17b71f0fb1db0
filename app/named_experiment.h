// The experiment, and the run of it, that somebody names on the command line.
#pragma once

#include <optional>
#include <string>

#include "core/file/experiment_file.h"

namespace ravine {

// By a scenario's id or the path of a file. What the file had besides is remarked on in the error stream.
std::optional<ExperimentFile> experimentNamed(const std::string& name, Problems& problems,
                                              const std::string& where = "--experiment");

// By its name, or else its number: 1, 2, … Null, and a problem, if there is none.
const Run* runNamed(const Experiment& experiment, const std::string& name, Problems& problems);

}  // namespace ravine
