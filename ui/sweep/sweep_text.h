// A picture of a sweep in sentences, for whoever cannot see it.
#pragma once

#include "ui/sweep/sweep_scene.h"

namespace ravine {

QString describe(const SweepScene& scene);

}  // namespace ravine
