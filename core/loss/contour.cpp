#include "core/loss/contour.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <limits>
#include <span>
#include <unordered_map>

#include "core/loss/spline_field.h"

namespace ravine {
namespace {

constexpr double kSmallestPower = 0.12;  // beyond, the floor of a valley takes all the levels
constexpr double kLargestPower = 1.5;
constexpr double kTopQuantile = 0.998;  // a pole or a steep corner does not take all the levels

// An edge of the grid of cells, by its lower left node and direction.
using EdgeId = std::int64_t;

struct Segment {
  std::array<EdgeId, 2> ends;
};

// The lines of one level.
class Tracer {
 public:
  Tracer(const Field& field, int stride, double level) : m_field(field), m_stride(stride), m_level(level) {
    m_columns = (field.width - 1) / stride + 1;
    m_rows = (field.height - 1) / stride + 1;
  }

  void collect(std::vector<ContourLine>& lines) {
    for (int row = 0; row + 1 < m_rows; ++row)
      for (int column = 0; column + 1 < m_columns; ++column) addCell(column, row);
    joinSegments(lines);
  }

 private:
  double at(int column, int row) const { return m_field.at(column * m_stride, row * m_stride); }
  EdgeId horizontal(int column, int row) const { return 2 * (static_cast<EdgeId>(row) * m_columns + column); }
  EdgeId vertical(int column, int row) const { return horizontal(column, row) + 1; }

  void addCell(int column, int row) {
    const double a = at(column, row);
    const double b = at(column + 1, row);
    const double c = at(column + 1, row + 1);
    const double d = at(column, row + 1);
    const int above = (a > m_level) | (b > m_level) << 1 | (c > m_level) << 2 | (d > m_level) << 3;
    if (above == 0 || above == 15) return;
    if (!std::isfinite(a + b + c + d)) return;
    const EdgeId bottom = horizontal(column, row);
    const EdgeId top = horizontal(column, row + 1);
    const EdgeId left = vertical(column, row);
    const EdgeId right = vertical(column + 1, row);
    const auto add = [this](EdgeId from, EdgeId to) { addSegment(from, to); };
    switch (above) {
      case 1:
      case 14:
        add(left, bottom);
        break;
      case 2:
      case 13:
        add(bottom, right);
        break;
      case 3:
      case 12:
        add(left, right);
        break;
      case 4:
      case 11:
        add(right, top);
        break;
      case 6:
      case 9:
        add(bottom, top);
        break;
      case 7:
      case 8:
        add(left, top);
        break;
      default: {  // 5 and 10: opposite corners are above
        const bool centreAbove = 0.25 * (a + b + c + d) > m_level;
        if (centreAbove == (above == 5)) {
          add(left, top);
          add(bottom, right);
        } else {
          add(left, bottom);
          add(right, top);
        }
      }
    }
  }

  void addSegment(EdgeId from, EdgeId to) {
    const auto index = static_cast<int>(m_segments.size());
    m_segments.push_back({{from, to}});
    for (const EdgeId edge : {from, to}) {
      auto& users = m_users.try_emplace(edge, std::array{-1, -1}).first->second;
      users[users[0] < 0 ? 0 : 1] = index;
    }
  }

  // Each edge is used by at most two segments, so lines are followed in both directions until they close or end.
  void joinSegments(std::vector<ContourLine>& lines) {
    std::vector<bool> used(m_segments.size());
    for (std::size_t first = 0; first < m_segments.size(); ++first) {
      if (used[first]) continue;
      used[first] = true;
      std::vector<EdgeId> forward{m_segments[first].ends[1]};
      follow(forward, used);
      std::vector<EdgeId> edges{m_segments[first].ends[0]};
      if (forward.back() != edges.front()) follow(edges, used);
      std::reverse(edges.begin(), edges.end());
      edges.insert(edges.end(), forward.begin(), forward.end());
      ContourLine line{m_level, {}};
      line.points.reserve(edges.size());
      for (const EdgeId edge : edges) line.points.push_back(crossing(edge));
      lines.push_back(std::move(line));
    }
  }

  void follow(std::vector<EdgeId>& edges, std::vector<bool>& used) const {
    while (true) {
      const EdgeId here = edges.back();
      int next = -1;
      for (const int user : m_users.at(here))
        if (user >= 0 && !used[static_cast<std::size_t>(user)]) next = user;
      if (next < 0) return;
      used[static_cast<std::size_t>(next)] = true;
      const auto& ends = m_segments[static_cast<std::size_t>(next)].ends;
      edges.push_back(ends[0] == here ? ends[1] : ends[0]);
    }
  }

  Vector2 crossing(EdgeId edge) const {
    const auto column = static_cast<int>(edge / 2 % m_columns);
    const auto row = static_cast<int>(edge / 2 / m_columns);
    const int nextColumn = edge % 2 == 0 ? column + 1 : column;
    const int nextRow = edge % 2 == 0 ? row : row + 1;
    const double from = at(column, row);
    const double to = at(nextColumn, nextRow);
    const double part = (m_level - from) / (to - from);
    const Vector2 start = m_field.centre(column * m_stride, row * m_stride);
    return start + part * (m_field.centre(nextColumn * m_stride, nextRow * m_stride) - start);
  }

  const Field& m_field;
  int m_stride;
  double m_level;
  int m_columns;
  int m_rows;
  std::vector<Segment> m_segments;
  std::unordered_map<EdgeId, std::array<int, 2>> m_users;
};

// Evenly picked: enough to know how the values are distributed.
std::vector<double> finiteValues(const Field& field, const Box& within) {
  constexpr double enoughSamples = 20'000;
  const double cells = static_cast<double>(field.width) * field.height;
  const int stride = std::max(1, static_cast<int>(std::sqrt(cells / enoughSamples)));
  std::vector<double> values;
  for (int row = 0; row < field.height; row += stride)
    for (int column = 0; column < field.width; column += stride)
      if (std::isfinite(field.at(column, row)) && within.contains(field.centre(column, row)))
        values.push_back(field.at(column, row));
  return values;
}

}  // namespace

Field sampleField(const LossFunction& function, const Box& box, int width, int height,
                  const CancelPredicate& cancelled) {
  if (function.terms() > kManyTerms)
    if (auto field = splineField(function, box, width, height, cancelled)) return *std::move(field);
  Field field{box, width, height, {}};
  const auto columns = static_cast<std::size_t>(width);
  field.values.assign(columns * static_cast<std::size_t>(height), std::numeric_limits<double>::quiet_NaN());
  const double dx = box.x.length() / width;
  for (int row = 0; row < height; ++row) {
    if (cancelled && cancelled()) break;
    const Vector2 first = field.centre(0, row);
    function.sampleRow(first.x(), dx, first.y(),
                       std::span(field.values).subspan(static_cast<std::size_t>(row) * columns, columns));
  }
  return field;
}

std::vector<double> contourLevels(const Field& field, int count, const Box& focus) {
  std::vector<double> values = finiteValues(field, focus);
  const std::vector<double> all = finiteValues(field, field.box);
  if (values.size() < all.size() / 20) values = all;
  if (values.empty()) return {};
  const auto quantile = [&](double q) {
    const auto nth = values.begin() + static_cast<std::ptrdiff_t>(q * static_cast<double>(values.size() - 1));
    std::nth_element(values.begin(), nth, values.end());
    return *nth;
  };
  const double lowest = quantile(0);
  const double top = quantile(kTopQuantile);
  const double range = top - lowest;
  if (!(range > 1e-14 * std::max(std::abs(top), std::abs(lowest)))) return {};
  const double median = std::clamp((quantile(0.5) - lowest) / range, 1e-12, 1 - 1e-12);
  const double power = std::clamp(std::log(0.5) / std::log(median), kSmallestPower, kLargestPower);
  const double highest = *std::max_element(all.begin(), all.end());
  std::vector<double> levels;
  for (int k = 1; k <= 3 * count; ++k) {
    const double level = lowest + range * std::pow(k / (count + 1.0), 1 / power);
    if (k > count && level > highest) break;
    if (levels.empty() || level > levels.back()) levels.push_back(level);
  }
  return levels;
}

std::vector<ContourLine> contourLines(const Field& field, const std::vector<double>& levels, int stride,
                                      const CancelPredicate& cancelled) {
  std::vector<ContourLine> lines;
  for (const double level : levels) {
    if (cancelled && cancelled()) break;
    Tracer(field, stride, level).collect(lines);
  }
  return lines;
}

std::vector<std::vector<Vector2>> outlinesAbove(const Field& field, double level) {
  // A rim of cells below the level closes every line; infinities would leave nothing to interpolate with.
  const double reach = std::max(std::abs(level), 1e-300);
  const double below = level - reach;
  const double dx = field.box.x.length() / field.width;
  const double dy = field.box.y.length() / field.height;
  Field rimmed{{{field.box.x.lower - dx, field.box.x.upper + dx}, {field.box.y.lower - dy, field.box.y.upper + dy}},
               field.width + 2,
               field.height + 2,
               {}};
  rimmed.values.assign(static_cast<std::size_t>(rimmed.width) * static_cast<std::size_t>(rimmed.height), below);
  for (int row = 0; row < field.height; ++row)
    for (int column = 0; column < field.width; ++column)
      if (const double value = field.at(column, row); !std::isnan(value))
        rimmed.values[static_cast<std::size_t>(row + 1) * static_cast<std::size_t>(rimmed.width) +
                      static_cast<std::size_t>(column + 1)] = std::clamp(value, below, level + reach);
  std::vector<std::vector<Vector2>> outlines;
  for (ContourLine& line : contourLines(rimmed, {level})) outlines.push_back(std::move(line.points));
  return outlines;
}

}  // namespace ravine
