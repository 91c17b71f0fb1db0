// An experiment that is a part of another file: a page of a lesson.
#pragma once

#include "core/file/experiment_file.h"
#include "core/file/object_reader.h"

namespace ravine {

// Format and version may be left out. What is wrong, and what is not known, is told; where there is a problem the
// experiment is worth nothing.
ExperimentFile readExperimentNode(const JsonNode& node, Told& told);

}  // namespace ravine
