// The colours of heights on a map.
#pragma once

#include <QColor>

#include "ui/look/theme.h"

namespace ravine {

enum class MapColours {
  viridis,  // van der Walt & Smith 2015: perceptually uniform, readable in grey
  light,    // from a clear blue in the hollows to white, for projectors that wash dark colours out
  grey,     // the same without the blue, for paper
};

MapColours mapColours(const Theme& theme);

// 0 … 1, from low to high.
QColor mapColour(double tone, MapColours colours);
// Of the lines between bands.
QColor contourColour(MapColours colours);

}  // namespace ravine
