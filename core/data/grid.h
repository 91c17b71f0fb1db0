// Losses that somebody measured at the crossings of lines x = const and y = const, which need not be evenly spaced: a
// plane through the parameters of a network, as it is found in a file. Only values; splineOf() makes a function of
// them.
#pragma once

#include <string>
#include <vector>

#include "core/base/problem.h"
#include "core/base/types.h"

namespace ravine {

struct Grid {
  static constexpr std::size_t kFewest = 4;    // lines along an axis: as a cubic needs
  static constexpr std::size_t kMost = 2048;   // lines along an axis
  static constexpr double kLargest = 1e100;    // of any number, without its sign: the derivatives stay finite
  static constexpr double kNearest = 1e-12;    // neighbouring lines, in lengths of their axis…
  static constexpr double kNarrowest = 1e-60;  // …and at all

  std::vector<double> x;       // ascending
  std::vector<double> y;       // ascending
  std::vector<double> values;  // of the loss at (x[i], y[j]): values[j * x.size() + i], all finite

  static Message askForCount();  // "give from 4 to 2048 along each axis"

  bool operator==(const Grid&) const = default;
};

// What keeps the grid from being one, with `where` "x", "y" or "loss": of each what is found first, and of the losses
// only if there is nothing wrong with the axes.
Problems check(const Grid& grid);
Problems checkAxes(const Grid& grid);

// Axes that descend are turned round, and the values with them.
// Precondition: there are x.size() * y.size() values.
void turnAscending(Grid& grid);

// "(0.5, -1)": where values[index] belongs, as it would be written in a file.
std::string pointOf(const Grid& grid, std::size_t index);

// From its outermost lines to those opposite. Precondition: the axes are not empty.
Box domainOf(const Grid& grid);

}  // namespace ravine
