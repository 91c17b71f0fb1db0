#include "core/data/grid.h"

#include <algorithm>
#include <cmath>
#include <functional>
#include <optional>

#include "core/base/parameters.h"

namespace ravine {
namespace {

// Also false for NaN.
bool isUsable(double value) {
  return std::abs(value) <= Grid::kLargest;
}

std::optional<Problem> checkValues(const Grid& grid) {
  const std::size_t points = grid.x.size() * grid.y.size();
  if (grid.values.size() != points)
    return Problem{"loss", CORE_TEXT("Problem", "has %1 values for %2 points").with(grid.values.size(), points),
                   CORE_TEXT("Problem", "give one for each x with each y")};
  const auto wrong = std::find_if_not(grid.values.begin(), grid.values.end(), isUsable);
  if (wrong == grid.values.end()) return std::nullopt;
  const std::string point = pointOf(grid, static_cast<std::size_t>(wrong - grid.values.begin()));
  if (!std::isfinite(*wrong))
    return Problem{"loss", CORE_TEXT("Problem", "is not a finite number at %1").with(point),
                   CORE_TEXT("Problem", "give every point a finite loss, or cut the grid to where it has one")};
  return Problem{"loss", CORE_TEXT("Problem", "is too large at %1").with(point),
                 CORE_TEXT("Problem", "use numbers up to %1").with(shortestText(Grid::kLargest))};
}

std::optional<Problem> checkAxis(const std::string& where, const std::vector<double>& axis) {
  if (axis.size() < Grid::kFewest)
    return Problem{where, CORE_TEXT("Problem", "has too few values (%1)").with(axis.size()), Grid::askForCount()};
  if (axis.size() > Grid::kMost)
    return Problem{where, CORE_TEXT("Problem", "has too many values (%1)").with(axis.size()), Grid::askForCount()};
  const auto wrong = std::find_if_not(axis.begin(), axis.end(), isUsable);
  if (wrong != axis.end() && !std::isfinite(*wrong))
    return Problem{where, CORE_TEXT("Problem", "is not a finite number at its place %1").with(wrong - axis.begin() + 1),
                   CORE_TEXT("Problem", "give a finite number")};
  if (wrong != axis.end())
    return Problem{where, CORE_TEXT("Problem", "%1 is not allowed").with(shortestText(*wrong)),
                   CORE_TEXT("Problem", "use numbers up to %1").with(shortestText(Grid::kLargest))};
  const auto below = std::adjacent_find(axis.begin(), axis.end(), std::greater_equal());
  if (below != axis.end())
    return Problem{
        where,
        CORE_TEXT("Problem", "does not ascend: %2 follows %1").with(shortestText(*below), shortestText(*(below + 1))),
        CORE_TEXT("Problem", "sort its values, each of them once")};
  const double nearest = std::max(Grid::kNearest * (axis.back() - axis.front()), Grid::kNarrowest);
  const auto close =
      std::adjacent_find(axis.begin(), axis.end(), [nearest](double a, double b) { return b - a < nearest; });
  if (close != axis.end())
    return Problem{where,
                   CORE_TEXT("Problem", "%1 and %2 are too near to each other")
                       .with(shortestText(*close), shortestText(*(close + 1))),
                   CORE_TEXT("Problem", "leave one of them out, or scale the axis")};
  return std::nullopt;
}

}  // namespace

Message Grid::askForCount() {
  return CORE_TEXT("Problem", "give from %1 to %2 along each axis").with(kFewest, kMost);
}

Problems checkAxes(const Grid& grid) {
  Problems problems;
  for (const auto& problem : {checkAxis("x", grid.x), checkAxis("y", grid.y)})
    if (problem) problems.push_back(*problem);
  return problems;
}

Problems check(const Grid& grid) {
  Problems problems = checkAxes(grid);
  if (!problems.empty()) return problems;
  if (const auto problem = checkValues(grid)) problems.push_back(*problem);
  return problems;
}

void turnAscending(Grid& grid) {
  const auto descends = [](const std::vector<double>& axis) { return !axis.empty() && axis.front() > axis.back(); };
  const auto columns = static_cast<std::ptrdiff_t>(grid.x.size());
  const auto rows = static_cast<std::ptrdiff_t>(grid.y.size());
  const auto row = [&](std::ptrdiff_t j) { return grid.values.begin() + j * columns; };
  if (descends(grid.x)) {
    std::reverse(grid.x.begin(), grid.x.end());
    for (std::ptrdiff_t j = 0; j < rows; ++j) std::reverse(row(j), row(j + 1));
  }
  if (descends(grid.y)) {
    std::reverse(grid.y.begin(), grid.y.end());
    for (std::ptrdiff_t j = 0; j < rows / 2; ++j) std::swap_ranges(row(j), row(j + 1), row(rows - 1 - j));
  }
}

std::string pointOf(const Grid& grid, std::size_t index) {
  const double x = grid.x[index % grid.x.size()];
  const double y = grid.y[index / grid.x.size()];
  return '(' + shortestText(x) + ", " + shortestText(y) + ')';
}

Box domainOf(const Grid& grid) {
  return {{grid.x.front(), grid.x.back()}, {grid.y.front(), grid.y.back()}};
}

}  // namespace ravine
