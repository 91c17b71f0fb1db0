#include "core/loss/spline_field.h"

#include <algorithm>
#include <cmath>
#include <span>

namespace ravine {
namespace {

constexpr int kFewestCells = 24;     // of the grid, along each side
constexpr double kTolerance = 2e-5;  // of the median of all values above the smallest
constexpr int kChecks = 16;          // along each side: places where the spline is held against the function

// The slopes at evenly spaced knots, a unit apart, of the cubic spline through values there (de Boor 1978, chapter IV).
// Curvature is continuous; at the ends, which lie outside the picture, the slope is that of the cubic through the four
// nearest values.
void findSlopes(std::span<const double> values, std::span<double> slopes, std::size_t first, std::size_t stride,
                std::size_t count) {
  const auto at = [&](std::size_t i) { return values[first + i * stride]; };
  const auto slope = [&](std::size_t i) -> double& { return slopes[first + i * stride]; };
  const std::size_t last = count - 1;
  slope(0) = (-11 * at(0) + 18 * at(1) - 9 * at(2) + 2 * at(3)) / 6;
  slope(last) = (11 * at(last) - 18 * at(last - 1) + 9 * at(last - 2) - 2 * at(last - 3)) / 6;
  // s[i−1] + 4 s[i] + s[i+1] = 3 (f[i+1] − f[i−1])
  std::vector<double> above(count, 0.0);
  for (std::size_t i = 1; i < last; ++i) {
    const double diagonal = 4 - above[i - 1];
    above[i] = 1 / diagonal;
    slope(i) = (3 * (at(i + 1) - at(i - 1)) - slope(i - 1)) / diagonal;
  }
  for (std::size_t i = last - 1; i > 0; --i) slope(i) -= above[i] * slope(i + 1);
}

// Where a place lies between knots, and what the values and slopes of its two neighbours weigh there (Hermite).
struct Between {
  std::size_t knot;
  double value[2];
  double slope[2];
};

Between betweenKnots(double place, std::size_t knots) {
  const auto knot = std::min(static_cast<std::size_t>(std::max(0.0, place)), knots - 2);
  const double t = place - static_cast<double>(knot);
  const double s = 1 - t;
  return {knot, {s * s * (1 + 2 * t), t * t * (1 + 2 * s)}, {t * s * s, -t * t * s}};
}

// So many equal cells over a box, and one more around it on each side; values at their corners.
class SplineGrid {
 public:
  SplineGrid(const LossFunction& function, const Box& box, int columns, int rows, const CancelPredicate& cancelled)
      : m_columns(static_cast<std::size_t>(columns) + 3), m_rows(static_cast<std::size_t>(rows) + 3) {
    m_values.assign(m_columns * m_rows, 0.0);
    const double dx = box.x.length() / columns;
    const double dy = box.y.length() / rows;
    for (std::size_t j = 0; j < m_rows && !isCancelled(cancelled); ++j)
      function.sampleRow(box.x.lower - dx, dx, box.y.lower + (static_cast<double>(j) - 1) * dy,
                         std::span(m_values).subspan(j * m_columns, m_columns));
  }

  bool isFinite() const {
    return std::all_of(m_values.begin(), m_values.end(), [](double value) { return std::isfinite(value); });
  }
  double variation() const {
    std::vector<double> sorted = m_values;
    const auto middle = sorted.begin() + static_cast<std::ptrdiff_t>(sorted.size() / 2);
    std::nth_element(sorted.begin(), middle, sorted.end());
    return *middle - *std::min_element(sorted.begin(), middle + 1);
  }

  void findAllSlopes() {
    for (auto* slopes : {&m_alongX, &m_alongY, &m_mixed}) slopes->assign(m_values.size(), 0.0);
    for (std::size_t i = 0; i < m_columns; ++i) findSlopes(m_values, m_alongY, i, m_columns, m_rows);
    for (std::size_t j = 0; j < m_rows; ++j) {
      findSlopes(m_values, m_alongX, j * m_columns, 1, m_columns);
      findSlopes(m_alongY, m_mixed, j * m_columns, 1, m_columns);
    }
  }

  // Along a row the spline is one of x alone, whose values and slopes at the knots are worked out once.
  void fillRow(Field& field, int row, const std::vector<Between>& columns) {
    const Between y = rowAt(field, row);
    const std::size_t below = y.knot * m_columns;
    const std::size_t above = below + m_columns;
    const auto along = [&](const std::vector<double>& values, const std::vector<double>& slopes, std::size_t i) {
      return y.value[0] * values[below + i] + y.value[1] * values[above + i] + y.slope[0] * slopes[below + i] +
             y.slope[1] * slopes[above + i];
    };
    m_knots.resize(m_columns);
    for (std::size_t i = 0; i < m_columns; ++i)
      m_knots[i] = {along(m_values, m_alongY, i), along(m_alongX, m_mixed, i)};
    double* out = &field.values[static_cast<std::size_t>(row) * static_cast<std::size_t>(field.width)];
    for (const Between& x : columns) {
      const Knot& left = m_knots[x.knot];
      const Knot& right = m_knots[x.knot + 1];
      *out++ = x.value[0] * left.value + x.value[1] * right.value + x.slope[0] * left.slope + x.slope[1] * right.slope;
    }
  }

  Between columnAt(const Field& field, int column) const {
    return betweenKnots(1 + (column + 0.5) / field.width * static_cast<double>(m_columns - 3), m_columns);
  }
  Between rowAt(const Field& field, int row) const {
    return betweenKnots(1 + (row + 0.5) / field.height * static_cast<double>(m_rows - 3), m_rows);
  }

 private:
  struct Knot {
    double value;
    double slope;
  };

  std::size_t m_columns;
  std::size_t m_rows;
  std::vector<double> m_values;
  std::vector<double> m_alongX;
  std::vector<double> m_alongY;
  std::vector<double> m_mixed;
  std::vector<Knot> m_knots;  // of the row that is being filled
};

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
    SplineGrid grid(function, box, columns, rows, cancelled);
    if (isCancelled(cancelled) || !grid.isFinite()) return std::nullopt;
    grid.findAllSlopes();
    Field field{box, width, height, {}};
    field.values.resize(static_cast<std::size_t>(width) * static_cast<std::size_t>(height));
    std::vector<Between> places;
    for (int column = 0; column < width; ++column) places.push_back(grid.columnAt(field, column));
    for (int row = 0; row < height; ++row) grid.fillRow(field, row, places);
    if (isExact(field, function, kTolerance * grid.variation())) return field;
  }
  return std::nullopt;
}

}  // namespace ravine
