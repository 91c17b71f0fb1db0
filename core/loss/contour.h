// A loss function sampled over a box, the levels at which to draw its contour lines, and those lines.
// Pure functions; any thread.
#pragma once

#include <vector>

#include "core/base/types.h"
#include "core/loss/loss_function.h"

namespace ravine {

// Values at the centres of width × height equal cells of the box; row 0 lies along y.lower.
struct Field {
  Box box;
  int width = 0;
  int height = 0;
  std::vector<double> values;  // values[row * width + column]; may hold infinities and NaN

  double at(int column, int row) const {
    return values[static_cast<std::size_t>(row) * static_cast<std::size_t>(width) + static_cast<std::size_t>(column)];
  }
  Vector2 centre(int column, int row) const {
    return {box.x.lower + box.x.length() * (column + 0.5) / width, box.y.lower + box.y.length() * (row + 0.5) / height};
  }
};

// A function of more terms is sampled on coarser grids.
inline constexpr std::size_t kManyTerms = 8;

// Incomplete (rows missing at the end are NaN) if cancelled. Precondition: width, height > 0.
Field sampleField(const LossFunction& function, const Box& box, int width, int height,
                  const CancelPredicate& cancelled = {});

// `count` ascending levels between the smallest and (nearly) the largest value inside `focus`, and more of the same
// kind up to the largest value outside. They are equally spaced in (f − min)^p, with p chosen so that half of the
// `count` lie below the median: a valley floor and the walls around it both get their lines. Where the field and
// `focus` barely meet the whole field counts. None if the field is level.
std::vector<double> contourLevels(const Field& field, int count, const Box& focus);

struct ContourLine {
  double level;
  std::vector<Vector2> points;  // closed if the first equals the last
};

// Marching squares (Lorensen & Cline 1987 in two dimensions) on every `stride`-th sample, segments joined to lines.
// Saddle cells are resolved by the mean of their corners.
std::vector<ContourLine> contourLines(const Field& field, const std::vector<double>& levels, int stride = 1,
                                      const CancelPredicate& cancelled = {});

// The outlines of where the field lies above `level`, each closed: what an odd number of them enclose lies above. Cells
// that are NaN do not.
std::vector<std::vector<Vector2>> outlinesAbove(const Field& field, double level);

}  // namespace ravine
