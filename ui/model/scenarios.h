// The experiments that ship with Ravine, read from its resources.
#pragma once

#include <QString>
#include <vector>

#include "core/run/experiment.h"

namespace ravine {

struct Scenario {
  QString id;
  Experiment experiment;
};

// In the order of the menu; the first is what a first start shows.
const std::vector<Scenario>& scenarios();
const Scenario* findScenario(const QString& id);

}  // namespace ravine
