// The colours of heights on a map.
#pragma once

#include <QColor>

namespace ravine {

// Viridis (van der Walt & Smith 2015), 0 … 1: perceptually uniform, readable in grey.
QColor mapColour(double tone);

}  // namespace ravine
