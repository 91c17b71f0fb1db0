// What is done to a run whose loss function is a model: other data or settings, standardized inputs, and which data and
// models fit each other.
#pragma once

#include <functional>
#include <optional>
#include <vector>

#include "core/loss/models.h"
#include "core/run/experiment.h"

namespace ravine {

// Changes from what the model of a run learns, or how; of another function no more than that. A start that is then out
// of sight goes to where the model would have it, with a fitting η; where the data are others, so does one that stood
// as the model would have it before. What is unsound is left for validate() to refuse.
void changeModel(Run& run, const std::function<void(LossChoice&)>& change);

// changeModel() to other data, in a view that fits them.
void learnFrom(Run& run, const DataChoice& data);

// The largest curvature at the minimum below the model's own start; nothing where there is none.
std::optional<double> sharpnessAtMinimum(const Run& run);

// The same run with standardized inputs, or without where it has them. Its start is the model's; where its steps follow
// the gradient, η is the same part of 2/λmax at the minimum. Precondition: canStandardize(run).
bool canStandardize(const Run& run);
bool isStandardized(const Run& run);  // false of a run that cannot be
Run withStandardizeSwitched(Run run);

// How often the steps of a run go through all its rows: 12.5.
double epochsOf(const Run& run);

// The sets of which the model can learn, and the models that can learn of a table: those first that are made for its
// kind.
std::vector<const DataSetInfo*> dataSetsFor(const ModelInfo& model);
std::vector<const ModelInfo*> modelsFor(const DataTable& table);

}  // namespace ravine
