// Grids from files that other programs have written. The kind of a file is told from its content, never from its name:
// a table as text (text_grid.h), an array of NumPy (npy_grid.h) or HDF5 of the loss-landscape project (hdf5_grid.h).
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "core/surface/grid.h"

namespace ravine {

// A grid that check() finds no problem with. Else nothing, and why not, with the file and, in a text, the place.
std::optional<Grid> readGrid(const std::string& path, Problems& problems);

// The same of bytes that are no file, or not yet.
std::optional<Grid> parseGrid(std::string_view bytes, Problems& problems);

}  // namespace ravine
