// Grids from the HDF5 files of the loss-landscape project (Li et al. 2018, github.com/tomgoldstein/loss-landscape): the
// datasets xcoordinates and ycoordinates, and train_loss or, where there is none, test_loss. Needs libhdf5, which not
// every build has.
//
// How its losses lie: the project makes an array of the shape (len(x), len(y)) but fills it through ravel() in the
// order of np.meshgrid(x, y), which has the shape (len(y), len(x)). So x runs fastest in the file whatever the shape
// says, and the project's own plots and its export to ParaView read it so. In the square grids that are usual, rows go
// along y; in others the shape would mislead, and only the number of losses is asked for. A loss of −1 has not been
// computed yet.
#pragma once

#include <optional>
#include <string_view>

#include "core/surface/grid.h"

namespace ravine {

bool isHdf5(std::string_view bytes);

// Not checked yet. Precondition: isHdf5(bytes).
std::optional<Grid> parseHdf5Grid(std::string_view bytes, Problems& problems);

}  // namespace ravine
