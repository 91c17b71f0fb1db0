#include "core/loss/spline_field.h"

#include <algorithm>
#include <cmath>
#include <span>

#include "core/loss/spline_surface.h"

namespace ravine {
namespace {

constexpr int kFewestCells = 24;     // of the grid, along each side
constexpr double kTolerance = 2e-5;  // of the median of all values above the smallest
constexpr int kChecks = 16;          // along each side: places where the spline is held against the function

// Values at the corners of so many equal cells over a box, and of one more around it on each side.
Grid gridOver(const LossFunction& function, const Box& box, int columns, int rows, const CancelPredicate& cancelled) {
  const double dx = box.x.length() / columns;
  const double dy = box.y.length() / rows;
  Grid grid;
  for (int i = -1; i <= columns + 1; ++i) grid.x.push_back(box.x.lower + i * dx);
  for (int j = -1; j <= rows + 1; ++j) grid.y.push_back(box.y.lower + j * dy);
  grid.values.assign(grid.x.size() * grid.y.size(), 0.0);
  for (std::size_t j = 0; j < grid.y.size() && !isCancelled(cancelled); ++j)
    function.sampleRow(grid.x.front(), dx, grid.y[j], std::span(grid.values).subspan(j * grid.x.size(), grid.x.size()));
  return grid;
}

double variation(std::vector<double> values) {
  const auto middle = values.begin() + static_cast<std::ptrdiff_t>(values.size() / 2);
  std::nth_element(values.begin(), middle, values.end());
  return *middle - *std::min_element(values.begin(), middle + 1);
}

bool isExact(const Field& field, const LossFunction& function, double tolerance) {
  for (int j = 0; j < kChecks; ++j)
    for (int i = 0; i < kChecks; ++i) {
      const int column = (2 * i + 1) * field.width / (2 * kChecks);
      const int row = (2 * j + 1) * field.height / (2 * kChecks);
      const double off = field.at(column, row) - function.value(field.centre(column, row));
      if (!(std::abs(off) <= tolerance)) return false;
    }
  return true;
}

}  // namespace

std::optional<Field> splineField(const LossFunction& function, const Box& box, int width, int height,
                                 const CancelPredicate& cancelled) {
  constexpr double worthIt = 0.5;  // of the values that there would be without
  for (const int spacing : {8, 4, 2}) {
    const int columns = std::max(kFewestCells, (width + spacing - 1) / spacing);
    const int rows = std::max(kFewestCells, (height + spacing - 1) / spacing);
    if ((columns + 3.0) * (rows + 3.0) + kChecks * kChecks > worthIt * width * height) return std::nullopt;
    const Grid grid = gridOver(function, box, columns, rows, cancelled);
    if (isCancelled(cancelled) || !check(grid).empty()) return std::nullopt;
    const auto spline = splineOf(grid);
    Field field{box, width, height, {}};
    field.values.resize(static_cast<std::size_t>(width) * static_cast<std::size_t>(height));
    for (int row = 0; row < height; ++row)
      spline->sampleRow(
          field.centre(0, row).x(), box.x.length() / width, field.centre(0, row).y(),
          std::span(field.values).subspan(static_cast<std::size_t>(row * width), static_cast<std::size_t>(width)));
    if (isExact(field, function, kTolerance * variation(grid.values))) return field;
  }
  return std::nullopt;
}

}  // namespace ravine
