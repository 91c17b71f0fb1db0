#include "ui/chart/chart_trace.h"

#include <algorithm>
#include <cmath>
#include <limits>
#include <optional>
#include <utility>

namespace ravine {
namespace {

constexpr double kFarOutside = 1e4;  // pixels

// The points of a curve within one column of pixels, of which the first, the lowest, the highest and the last tell all
// that can be seen (Jugel et al. 2014, M4).
class Column {
 public:
  explicit Column(const QPointF& first) : m_first(first), m_low(first), m_high(first), m_last(first) {}

  bool holds(const QPointF& point) const { return std::floor(point.x()) == std::floor(m_first.x()); }
  void add(const QPointF& point) {
    if (point.y() < m_low.y()) m_low = point;
    if (point.y() > m_high.y()) m_high = point;
    m_last = point;
  }
  void appendTo(QPolygonF& line) const {
    const auto [earlier, later] = m_low.x() <= m_high.x() ? std::pair(m_low, m_high) : std::pair(m_high, m_low);
    for (const QPointF& point : {m_first, earlier, later, m_last})
      if (line.isEmpty() || line.back() != point) line << point;
  }

 private:
  QPointF m_first;
  QPointF m_low;
  QPointF m_high;
  QPointF m_last;
};

// Leaves out points that nobody would miss: those that stay within kUnseen, up or down, of the straight line that
// replaces them (the swing filter, Elmeleegy et al. 2009). x never falls along the line.
class Simplifier {
 public:
  void add(const QPointF& point) {
    if (m_kept.isEmpty()) return keep(point);
    if (m_pending && !isNear(point)) keep(*m_pending);
    narrow(point);
    m_pending = point;
  }
  QPolygonF finish() {
    if (m_pending) keep(*m_pending);
    return std::move(m_kept);
  }

 private:
  static constexpr double kUnseen = 0.1;  // pixels

  void keep(const QPointF& point) {
    m_kept << point;
    m_pending.reset();
    m_least = -std::numeric_limits<double>::infinity();
    m_most = std::numeric_limits<double>::infinity();
  }
  // Whether a line from the last kept point to this one passes near all that were left out.
  bool isNear(const QPointF& point) const {
    const QPointF step = point - m_kept.back();
    return step.x() > 0 && step.y() >= m_least * step.x() && step.y() <= m_most * step.x();
  }
  void narrow(const QPointF& point) {
    const QPointF step = point - m_kept.back();
    m_least = std::max(m_least, (step.y() - kUnseen) / step.x());
    m_most = std::min(m_most, (step.y() + kUnseen) / step.x());
  }

  QPolygonF m_kept;
  std::optional<QPointF> m_pending;  // left out so far
  double m_least = 0;                // slopes of lines that pass near all that were left out since the last kept point
  double m_most = 0;
};

QPolygonF simplified(const QPolygonF& line) {
  Simplifier simplifier;
  for (const QPointF& point : line) simplifier.add(point);
  return simplifier.finish();
}

std::vector<QPolygonF> traceLines(const Series& values, const ChartScale& scale, const std::vector<bool>& leftOut) {
  std::vector<QPolygonF> lines(1);
  std::optional<Column> column;
  for (std::size_t t = 0; t < values.size(); ++t) {
    const double value = !leftOut.empty() && leftOut[t] ? std::numeric_limits<double>::quiet_NaN() : values[t];
    const QPointF at = scale.at(static_cast<double>(t), value);
    if (column && !std::isnan(value) && column->holds(at)) {
      column->add(at);
      continue;
    }
    if (column) column->appendTo(lines.back());
    column.reset();
    if (!std::isnan(value))
      column.emplace(at);
    else if (!lines.back().isEmpty())
      lines.emplace_back();
  }
  if (column) column->appendTo(lines.back());
  for (QPolygonF& line : lines) line = simplified(line);
  return lines;
}

// The steps at which a curve jumps up and down from each to the next, faster than one can follow.
std::vector<bool> restlessSteps(const Series& values, const ChartScale& scale) {
  constexpr double narrow = 14;  // pixels between steps: wider apart each jump can be seen
  constexpr double jump = 3;     // pixels
  constexpr std::size_t around = 3;
  std::vector<bool> restless(values.size(), false);
  if (scale.x(1) - scale.x(0) > narrow) return {};
  const auto y = [&](std::size_t t) { return scale.y(values[t]); };
  for (std::size_t t = 1; t + 1 < values.size(); ++t) {
    const double before = y(t) - y(t - 1);
    const double after = y(t + 1) - y(t);
    if (!(before * after < 0) || std::min(std::abs(before), std::abs(after)) < jump) continue;
    for (std::size_t i = t - std::min(t, around); i <= std::min(t + around, values.size() - 1); ++i) restless[i] = true;
  }
  return restless;
}

// Between the lowest and the highest value round each of these steps.
std::vector<QPolygonF> traceBands(const Series& values, const ChartScale& scale, const std::vector<bool>& steps) {
  constexpr std::size_t around = 2;
  std::vector<QPolygonF> bands;
  for (std::size_t from = 0; from < steps.size(); ++from) {
    if (!steps[from]) continue;
    std::size_t to = from;
    while (to + 1 < steps.size() && steps[to + 1]) ++to;
    QPolygonF upper;
    QPolygonF lower;
    double lastX = -std::numeric_limits<double>::infinity();
    for (std::size_t t = from; t <= to; ++t) {
      double low = std::numeric_limits<double>::infinity();
      double high = -low;
      for (std::size_t i = std::max(from, t - std::min(t, around)); i <= std::min(t + around, to); ++i) {
        if (std::isnan(values[i])) continue;
        low = std::min(low, scale.y(values[i]));
        high = std::max(high, scale.y(values[i]));
      }
      const double x = scale.x(static_cast<double>(t));
      if (low > high || (x - lastX < 1 && t != to)) continue;
      lastX = x;
      upper << QPointF(x, low);
      lower.prepend(QPointF(x, high));
    }
    if (upper.size() > 1) bands.push_back(upper + lower);
    from = to;
  }
  return bands;
}

CurveLines traceCurve(const Curve& curve, const ChartScale& scale) {
  if (curve.role != CurveRole::limit) return {traceLines(curve.values, scale, {}), {}};
  const std::vector<bool> restless = restlessSteps(curve.values, scale);
  return {traceLines(curve.values, scale, restless), traceBands(curve.values, scale, restless)};
}

}  // namespace

ChartScale::ChartScale(const ChartScene& scene)
    : m_area(scene.area),
      m_logarithmic(scene.content.logarithmic),
      m_left(scene.area.left() - scene.steps.lower * scene.area.width() / scene.steps.length()),
      m_perStep(scene.area.width() / scene.steps.length()),
      m_lower(scaled(scene.values.lower)),
      m_perUnit(scene.area.height() / (scaled(scene.values.upper) - m_lower)) {}

double ChartScale::scaled(double value) const {
  return m_logarithmic ? std::log(std::max(value, std::numeric_limits<double>::min())) : value;
}

double ChartScale::y(double value) const {
  return std::clamp(m_area.bottom() - (scaled(value) - m_lower) * m_perUnit, m_area.top() - kFarOutside,
                    m_area.bottom() + kFarOutside);
}

std::vector<CurveLines> traceCurves(const ChartScene& scene) {
  const ChartScale scale(scene);
  std::vector<CurveLines> lines;
  for (const Curve& curve : scene.content.curves) lines.push_back(traceCurve(curve, scale));
  return lines;
}

}  // namespace ravine
