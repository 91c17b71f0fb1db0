// The experiments that ship with Ravine, read from the texts that are built into it.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "core/run/experiment.h"

namespace ravine {

struct Scenario {
  std::string id;
  Experiment experiment;
};

// In the order of the menu; the first is what a first start shows.
const std::vector<Scenario>& scenarios();
const Scenario* findScenario(std::string_view id);

}  // namespace ravine
