// Grids from tables of text, in one of two layouts that their width tells apart:
//   wide   the first row holds x after a corner that may hold anything or be left out; each other row a y, then its
//   losses long   three columns x, y and loss in any order of rows; in the order of their names where a first row names
//   them
// Numbers are separated by commas, semicolons, tabs or blanks; with all but commas "0,5" is a number too. Empty lines
// and those that begin with '#' are passed over.
#pragma once

#include <optional>
#include <string_view>

#include "core/surface/grid.h"

namespace ravine {

// Not checked yet; axes may descend.
std::optional<Grid> parseTextGrid(std::string_view text, Problems& problems);

}  // namespace ravine
