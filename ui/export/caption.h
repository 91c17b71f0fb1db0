// What is said of runs under a picture of them: function, start, optimizer, η, schedule, noise.
#pragma once

#include <QStringList>
#include <vector>

#include "core/run/experiment.h"

namespace ravine {

struct Caption {
  QStringList common;               // what all runs share
  std::vector<QStringList> ofRuns;  // what else is to be said of each, but for η, which stands beside its name
};

// Precondition: there are runs.
Caption captionOf(const std::vector<Run>& runs);

}  // namespace ravine
