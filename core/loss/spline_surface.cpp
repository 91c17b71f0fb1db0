#include "core/loss/spline_surface.h"

#include <algorithm>
#include <cassert>
#include <cmath>
#include <limits>

namespace ravine {
namespace {

constexpr double kNaN = std::numeric_limits<double>::quiet_NaN();

// The spline at a crossing of lines; with those of its four corners, it is known in a whole cell.
struct Node {
  double f;
  double fx;
  double fy;
  double fxy;
};

// Between two knots a distance h apart, at their share t: what their values and slopes weigh in a cubic (Hermite), or
// in one of its derivatives. At a knot it is that knot's value to the last digit.
struct Weights {
  double value[2];
  double slope[2];
};

Weights weights(double t, double h) {
  const double s = 1 - t;
  return {{s * s * (1 + 2 * t), t * t * (1 + 2 * s)}, {h * t * s * s, -h * t * t * s}};
}

Weights weightsOfSlope(double t, double h) {
  const double s = 1 - t;
  const double middle = 6 * t * s / h;
  return {{-middle, middle}, {s * (1 - 3 * t), t * (3 * t - 2)}};
}

Weights weightsOfCurvature(double t, double h) {
  const double middle = 6 * (1 - 2 * t) / (h * h);
  return {{-middle, middle}, {(6 * t - 4) / h, (6 * t - 2) / h}};
}

// Where a number lies between the lines of an axis.
class Axis {
 public:
  explicit Axis(std::vector<double> knots) : m_knots(std::move(knots)) {
    const double step = (m_knots.back() - m_knots.front()) / static_cast<double>(m_knots.size() - 1);
    constexpr double tolerance = 1e-6;  // of a cell: the guess is one cell off at most
    bool isEven = true;
    for (std::size_t i = 0; i < m_knots.size(); ++i)
      isEven &= std::abs(m_knots[i] - m_knots.front() - static_cast<double>(i) * step) <= tolerance * step;
    if (isEven) m_cellsPerUnit = 1 / step;
  }

  const std::vector<double>& knots() const { return m_knots; }
  // Also false for NaN.
  bool contains(double value) const { return m_knots.front() <= value && value <= m_knots.back(); }
  double nearest(double value) const { return std::clamp(value, m_knots.front(), m_knots.back()); }

  // The cell from knot i to knot i + 1. Precondition: contains(value).
  std::size_t cellOf(double value) const {
    const std::size_t last = m_knots.size() - 2;
    if (m_cellsPerUnit > 0) {
      std::size_t cell = std::min(static_cast<std::size_t>((value - m_knots.front()) * m_cellsPerUnit), last);
      if (value < m_knots[cell]) --cell;
      if (cell < last && value >= m_knots[cell + 1]) ++cell;
      return cell;
    }
    const auto above = std::upper_bound(m_knots.begin() + 1, m_knots.end() - 1, value);
    return static_cast<std::size_t>(above - m_knots.begin()) - 1;
  }
  double lengthOf(std::size_t cell) const { return m_knots[cell + 1] - m_knots[cell]; }
  double shareOf(std::size_t cell, double value) const { return (value - m_knots[cell]) / lengthOf(cell); }

 private:
  std::vector<double> m_knots;
  double m_cellsPerUnit = 0;  // 0 where the knots are not evenly spaced
};

// The slopes at the knots of the cubic spline through values there (de Boor 1978, chapter IV): continuous curvature at
// all inner knots, and at the first and last of them also a continuous third derivative ("not-a-knot"), so that cubics
// are reproduced. A tridiagonal system whose matrix is eliminated once for all rows of a grid.
class SlopeSolver {
 public:
  explicit SlopeSolver(const std::vector<double>& knots) : m_h(knots.size() - 1) {
    const std::size_t n = knots.size();
    for (std::size_t i = 0; i + 1 < n; ++i) m_h[i] = knots[i + 1] - knots[i];
    // below[i] s[i-1] + diagonal[i] s[i] + m_above[i] s[i+1] = right side
    std::vector<double> below(n, 0.0);
    std::vector<double> diagonal(n);
    m_above.assign(n, 0.0);
    diagonal[0] = m_h[1];
    m_above[0] = m_h[0] + m_h[1];
    for (std::size_t i = 1; i + 1 < n; ++i) {
      below[i] = m_h[i];
      diagonal[i] = 2 * (m_h[i - 1] + m_h[i]);
      m_above[i] = m_h[i - 1];
    }
    below[n - 1] = m_h[n - 3] + m_h[n - 2];
    diagonal[n - 1] = m_h[n - 3];
    m_factor.assign(n, 0.0);
    for (std::size_t i = 1; i < n; ++i) {
      m_factor[i] = below[i] / diagonal[i - 1];
      diagonal[i] -= m_factor[i] * m_above[i - 1];
    }
    m_diagonal = std::move(diagonal);
  }

  // Along the nodes at first, first + stride, …: `slope` for the values in `value`.
  void solve(Node* first, std::size_t stride, double Node::*value, double Node::*slope) const {
    const std::size_t n = m_diagonal.size();
    const auto node = [&](std::size_t i) -> Node& { return first[i * stride]; };
    const auto chord = [&](std::size_t i) { return (node(i + 1).*value - node(i).*value) / m_h[i]; };
    double before = chord(0);
    node(0).*slope = atEnd(m_h[0], m_h[1], before, chord(1));
    for (std::size_t i = 1; i + 1 < n; ++i) {
      const double after = chord(i);
      const double right = 3 * (m_h[i] * before + m_h[i - 1] * after);
      node(i).*slope = right - m_factor[i] * node(i - 1).*slope;
      before = after;
    }
    const double right = atEnd(m_h[n - 2], m_h[n - 3], before, chord(n - 3));
    node(n - 1).*slope = right - m_factor[n - 1] * node(n - 2).*slope;
    node(n - 1).*slope /= m_diagonal[n - 1];
    for (std::size_t i = n - 1; i-- > 0;)
      node(i).*slope = (node(i).*slope - m_above[i] * node(i + 1).*slope) / m_diagonal[i];
  }

 private:
  // The right side of the condition at an end, with the cell there and the next: their lengths and chords.
  static double atEnd(double h, double next, double chord, double nextChord) {
    return ((h + 2 * (h + next)) * next * chord + h * h * nextChord) / (h + next);
  }

  std::vector<double> m_h;
  std::vector<double> m_above;
  std::vector<double> m_factor;
  std::vector<double> m_diagonal;
};

class SplineSurface final : public LossFunction {
 public:
  explicit SplineSurface(const Grid& grid) : m_x(grid.x), m_y(grid.y) {
    m_nodes.reserve(grid.values.size());
    for (const double value : grid.values) m_nodes.push_back({value, 0, 0, 0});
    const SlopeSolver alongX(grid.x);
    const SlopeSolver alongY(grid.y);
    const std::size_t columns = grid.x.size();
    const std::size_t rows = grid.y.size();
    for (std::size_t i = 0; i < columns; ++i) alongY.solve(&m_nodes[i], columns, &Node::f, &Node::fy);
    for (std::size_t j = 0; j < rows; ++j) {
      alongX.solve(&m_nodes[j * columns], 1, &Node::f, &Node::fx);
      alongX.solve(&m_nodes[j * columns], 1, &Node::fy, &Node::fxy);
    }
  }

  double value(const Vector2& theta) const override {
    if (!contains(theta)) return kNaN;
    const Cell cell = cellOf(theta);
    return sum(cell, weights(cell.t, cell.width), weights(cell.u, cell.height));
  }

  ValueAndGradient gradient(const Vector2& theta) const override {
    if (!contains(theta)) return {kNaN, {kNaN, kNaN}};
    const Cell cell = cellOf(theta);
    const Weights x = weights(cell.t, cell.width);
    const Weights y = weights(cell.u, cell.height);
    return {sum(cell, x, y),
            {sum(cell, weightsOfSlope(cell.t, cell.width), y), sum(cell, x, weightsOfSlope(cell.u, cell.height))}};
  }

  Derivatives derivatives(const Vector2& theta) const override {
    if (!contains(theta)) return {kNaN, {kNaN, kNaN}, Matrix2::Constant(kNaN)};
    const Cell cell = cellOf(theta);
    const Weights x = weights(cell.t, cell.width);
    const Weights y = weights(cell.u, cell.height);
    const Weights dx = weightsOfSlope(cell.t, cell.width);
    const Weights dy = weightsOfSlope(cell.u, cell.height);
    const double mixed = sum(cell, dx, dy);
    Matrix2 hessian;
    hessian << sum(cell, weightsOfCurvature(cell.t, cell.width), y), mixed,  //
        mixed, sum(cell, x, weightsOfCurvature(cell.u, cell.height));
    return {sum(cell, x, y), {sum(cell, dx, y), sum(cell, x, dy)}, hessian};
  }

  // Along a row the surface is a spline of x alone, whose values and slopes at the columns are worked out once.
  void sampleRow(double x, double dx, double y, std::span<double> out) const override {
    const auto xAt = [&](std::size_t i) { return x + static_cast<double>(i) * dx; };
    if (out.empty() || !m_y.contains(y) || !std::isfinite(xAt(0)) || !std::isfinite(xAt(out.size() - 1))) {
      std::fill(out.begin(), out.end(), kNaN);
      return;
    }
    const auto [first, last] =
        std::minmax({m_x.cellOf(m_x.nearest(xAt(0))), m_x.cellOf(m_x.nearest(xAt(out.size() - 1)))});
    const std::vector<ValueAndSlope> knots = alongRow(y, first, last + 1);
    for (std::size_t i = 0; i < out.size(); ++i) {
      const double at = xAt(i);
      if (!m_x.contains(at)) {
        out[i] = kNaN;
        continue;
      }
      const std::size_t cell = m_x.cellOf(at);
      const Weights w = weights(m_x.shareOf(cell, at), m_x.lengthOf(cell));
      const ValueAndSlope& left = knots[cell - first];
      const ValueAndSlope& right = knots[cell - first + 1];
      out[i] = w.value[0] * left.value + w.value[1] * right.value + w.slope[0] * left.slope + w.slope[1] * right.slope;
    }
  }

 private:
  struct ValueAndSlope {
    double value;
    double slope;
  };

  struct Cell {
    const Node* corner;  // the lower left one
    double width;
    double height;
    double t;  // shares of them
    double u;
  };

  bool contains(const Vector2& theta) const { return m_x.contains(theta.x()) && m_y.contains(theta.y()); }

  Cell cellOf(const Vector2& theta) const {
    const std::size_t i = m_x.cellOf(theta.x());
    const std::size_t j = m_y.cellOf(theta.y());
    return {&m_nodes[j * m_x.knots().size() + i], m_x.lengthOf(i), m_y.lengthOf(j), m_x.shareOf(i, theta.x()),
            m_y.shareOf(j, theta.y())};
  }

  double sum(const Cell& cell, const Weights& x, const Weights& y) const {
    double total = 0;
    for (std::size_t j = 0; j < 2; ++j)
      for (std::size_t i = 0; i < 2; ++i) {
        const Node& node = cell.corner[j * m_x.knots().size() + i];
        total += x.value[i] * (y.value[j] * node.f + y.slope[j] * node.fy) +
                 x.slope[i] * (y.value[j] * node.fx + y.slope[j] * node.fxy);
      }
    return total;
  }

  // At the columns from the first to the last.
  std::vector<ValueAndSlope> alongRow(double y, std::size_t first, std::size_t last) const {
    const std::size_t row = m_y.cellOf(y);
    const Weights w = weights(m_y.shareOf(row, y), m_y.lengthOf(row));
    const Node* below = &m_nodes[row * m_x.knots().size()];
    const Node* above = below + m_x.knots().size();
    std::vector<ValueAndSlope> knots;
    knots.reserve(last - first + 1);
    for (std::size_t i = first; i <= last; ++i)
      knots.push_back(
          {w.value[0] * below[i].f + w.value[1] * above[i].f + w.slope[0] * below[i].fy + w.slope[1] * above[i].fy,
           w.value[0] * below[i].fx + w.value[1] * above[i].fx + w.slope[0] * below[i].fxy +
               w.slope[1] * above[i].fxy});
    return knots;
  }

  Axis m_x;
  Axis m_y;
  std::vector<Node> m_nodes;  // in the order of the grid's values
};

}  // namespace

std::shared_ptr<const LossFunction> splineOf(const Grid& grid) {
  assert(check(grid).empty());
  return std::make_shared<SplineSurface>(grid);
}

}  // namespace ravine
