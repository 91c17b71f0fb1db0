// Experiments as tables: every step of every run, or the runs compared, with what the columns mean and the whole
// configuration, from which the experiment can be read back (embeddedExperiment). Always in English and with decimal
// points; the same experiment gives the same bytes.
#pragma once

#include <string>
#include <vector>

#include "core/diagnosis/run_result.h"
#include "core/file/experiment_file.h"

namespace ravine {

enum class Table { trajectories, comparison };

// `results` of the file's runs, in their order.
std::string asCsv(Table table, const ExperimentFile& file, const std::vector<RunResultPtr>& results);
// Both tables.
std::string asJson(const ExperimentFile& file, const std::vector<RunResultPtr>& results);

}  // namespace ravine
