// The parameters of a run by what they belong to, as OWNER.NAME names them: "optimizer.momentum", "noise.sigma".
#pragma once

#include <string>
#include <vector>

#include "core/run/experiment.h"

namespace ravine {

struct OwnedParameters {
  std::string owner;  // "loss", "data", "optimizer", "schedule", "noise" or "batches"
  ParameterSet& values;
  std::vector<ParameterInfo> infos;
  bool known;  // false: the owner itself is at fault, which validate() tells
};

// Of all owners. Refers to the run.
std::vector<OwnedParameters> parametersOf(Run& run);

}  // namespace ravine
