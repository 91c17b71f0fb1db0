// Grids from .npy files, as numpy.save writes them (format versions 1 to 3): arrays with two dimensions, of real
// numbers or whole ones. Rows go along y and columns along x. Such a file knows no coordinates, so both axes run from
// −1 to 1, as the loss-landscape project has them unless told otherwise.
#pragma once

#include <optional>
#include <string_view>

#include "core/surface/grid.h"

namespace ravine {

bool isNpy(std::string_view bytes);

// Not checked yet. Precondition: isNpy(bytes).
std::optional<Grid> parseNpyGrid(std::string_view bytes, Problems& problems);

}  // namespace ravine
