#include "ui/chart/chart_painter.h"

#include <algorithm>
#include <cmath>
#include <limits>
#include <optional>
#include <utility>

#include "ui/look/run_look.h"
#include "ui/words/wording.h"

namespace ravine {
namespace {

constexpr double kCurveWidth = 2;
constexpr double kLimitWidth = 1.2;
constexpr double kArrow = 5;  // pixels
constexpr double kHeadRadius = 4.5;
constexpr double kFarOutside = 1e4;    // pixels
constexpr int kOtherLimitAlpha = 130;  // of the limits of runs that are not selected

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

CurveLines traceCurve(const Series& values, const ChartScale& scale) {
  CurveLines lines(1);
  std::optional<Column> column;
  for (std::size_t t = 0; t < values.size(); ++t) {
    const double value = values[t];
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

QPen penFor(const Curve& curve, const ChartScene& scene) {
  QColor colour = runLineColour(curve.colour, scene.theme);
  if (curve.dashed && curve.run != scene.selected) colour.setAlpha(kOtherLimitAlpha);
  QPen pen(colour, scene.theme.px(curve.dashed ? kLimitWidth : kCurveWidth));
  if (curve.dashed) pen.setDashPattern({4, 3});
  pen.setCapStyle(Qt::FlatCap);
  pen.setJoinStyle(Qt::BevelJoin);  // round ones cost as much as all the rest of a repaint
  return pen;
}

double lengthOf(const QPointF* points, qsizetype count) {
  double length = 0;
  for (qsizetype i = 0; i + 1 < count; ++i) length += QLineF(points[i], points[i + 1]).length();
  return length;
}

// In pieces: stroking one line of many edges costs far more than stroking its parts. Where a curve goes up and down in
// every column of pixels it fills an area, to which thin plain strokes are enough.
void paintLine(QPainter& painter, const QPolygonF& line, QPen pen) {
  constexpr qsizetype kPiece = 24;  // points
  constexpr double kDense = 6;      // pixels of line for each pixel of width
  QPen thin(pen.color(), 1);
  const bool dashed = pen.style() == Qt::CustomDashLine;
  double walked = 0;
  for (qsizetype from = 0; from + 1 < line.size(); from += kPiece) {
    const QPointF* piece = line.constData() + from;
    const qsizetype count = std::min(kPiece + 1, line.size() - from);
    const double length = lengthOf(piece, count);
    const bool dense = length > kDense * (piece[count - 1].x() - piece[0].x()) && count > 2;
    if (dashed) pen.setDashOffset(walked / pen.widthF());
    painter.setRenderHint(QPainter::Antialiasing, !dense);
    painter.setPen(dense ? thin : pen);
    painter.drawPolyline(piece, static_cast<int>(count));
    walked += length;
  }
  painter.setRenderHint(QPainter::Antialiasing);
}

// Beside the end of a curve, on a piece of card, to the right where its own curve is not.
void paintEndText(QPainter& painter, const ChartScene& scene, const QString& text, const QPointF& topLeft, int colour) {
  painter.setFont(scene.theme.font(kTickText, QFont::DemiBold));
  QRectF box = QFontMetricsF(painter.font()).boundingRect(text);
  box.moveTopLeft({std::min(topLeft.x(), scene.area.right() - box.width() - 4), topLeft.y()});
  box.moveTop(std::clamp(box.top(), scene.area.top() + 1, scene.area.bottom() - box.height()));
  painter.setPen(Qt::NoPen);
  painter.setBrush(scene.theme.card);
  painter.drawRoundedRect(box.adjusted(-3, -1, 3, 1), 3, 3);
  painter.setPen(runTextColour(colour, scene.theme));
  painter.drawText(box, Qt::AlignCenter | Qt::TextDontClip, text);
}

// Where a curve leaves the chart for good: an arrow and its last value, so that nothing is hidden silently. Where it
// ends early within the chart: a cross.
void paintEnd(QPainter& painter, const ChartScene& scene, const Curve& curve) {
  const Series& values = curve.values;
  if (values.size() == 0 || curve.endMark.isEmpty()) return;
  const double top = scene.content.range.upper;
  std::size_t exit = values.size();
  while (exit > 0 && values[exit - 1] > top) --exit;
  const bool leaves = exit < values.size();
  const std::size_t last = leaves ? exit : values.size() - 1;
  QPointF at = ChartScale(scene).at(static_cast<double>(last), std::min(values[last], top));
  const QColor colour = runLineColour(curve.colour, scene.theme);
  painter.setPen(QPen(colour, 2));
  painter.setBrush(colour);
  if (leaves) {
    at.setY(scene.area.top() + 1);
    painter.drawPolygon(QPolygonF{at, at + QPointF(-kArrow, 1.7 * kArrow), at + QPointF(kArrow, 1.7 * kArrow)});
    const QString text = curve.endMark + QStringLiteral(" → ") + wording::number(values[values.size() - 1], 2);
    paintEndText(painter, scene, text, at + QPointF(10, 1.7 * kArrow + 3), curve.colour);
  } else {
    painter.drawLine(at + QPointF(-4, -4), at + QPointF(4, 4));
    painter.drawLine(at + QPointF(-4, 4), at + QPointF(4, -4));
    paintEndText(painter, scene, curve.endMark, at + QPointF(10, -18), curve.colour);
  }
}

void paintHead(QPainter& painter, const ChartScene& scene, const ChartScale& scale, const Curve& curve) {
  if (curve.dashed || curve.values.size() == 0) return;
  const std::size_t last = curve.values.size() - 1;
  const double step = std::min(scene.playhead, static_cast<double>(last));
  const auto t = static_cast<std::size_t>(step);
  const QPointF from = scale.at(static_cast<double>(t), curve.values[t]);
  const QPointF to = scale.at(static_cast<double>(std::min(t + 1, last)), curve.values[std::min(t + 1, last)]);
  const QPointF head = from + (step - static_cast<double>(t)) * (to - from);
  if (!scene.area.adjusted(-1, -1, 1, 1).contains(head)) return;
  painter.setPen(QPen(scene.theme.card, 1.2));
  painter.setBrush(runLineColour(curve.colour, scene.theme));
  drawRunMarker(painter, head, scene.theme.px(kHeadRadius), curve.colour);
}

}  // namespace

ChartScale::ChartScale(const ChartScene& scene)
    : m_area(scene.area),
      m_logarithmic(scene.content.logarithmic),
      m_left(scene.area.left() - scene.steps.lower * scene.area.width() / scene.steps.length()),
      m_perStep(scene.area.width() / scene.steps.length()),
      m_lower(scaled(scene.content.range.lower)),
      m_perUnit(scene.area.height() / (scaled(scene.content.range.upper) - m_lower)) {}

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
  for (const Curve& curve : scene.content.curves) lines.push_back(traceCurve(curve.values, scale));
  return lines;
}

void paintCurves(QPainter& painter, const ChartScene& scene, const std::vector<CurveLines>& lines) {
  painter.save();
  painter.setClipRect(scene.area.adjusted(0, -2, 0, 2), Qt::IntersectClip);
  for (const bool selected : {false, true})  // the selected run lies on top
    for (std::size_t i = 0; i < lines.size(); ++i) {
      const Curve& curve = scene.content.curves[i];
      if ((curve.run == scene.selected) != selected) continue;
      const QPen pen = penFor(curve, scene);
      for (const QPolygonF& line : lines[i]) paintLine(painter, line, pen);
      if (!curve.dashed) paintEnd(painter, scene, curve);
    }
  painter.restore();
}

void paintPlayhead(QPainter& painter, const ChartScene& scene) {
  const ChartScale scale(scene);
  QPen dashes(scene.theme.quietText, 1);
  dashes.setDashPattern({3, 3});
  painter.setPen(dashes);
  const double x = scale.x(scene.playhead);
  painter.drawLine(QPointF(x, scene.area.top()), QPointF(x, scene.area.bottom()));
  for (const Curve& curve : scene.content.curves) paintHead(painter, scene, scale, curve);
}

double futureOpacity(const Theme& theme) {
  return theme.dark ? 0.42 : 0.28;
}

void paintChart(QPainter& painter, const ChartScene& scene) {
  const std::vector<CurveLines> lines = traceCurves(scene);
  const double x = ChartScale(scene).x(scene.playhead);
  const QRectF wide = scene.area.adjusted(-8, -8, 8, 8);
  for (const bool past : {true, false}) {
    painter.save();
    painter.setClipRect(
        past ? QRectF(wide.topLeft(), QPointF(x, wide.bottom())) : QRectF(QPointF(x, wide.top()), wide.bottomRight()),
        Qt::IntersectClip);
    painter.setOpacity(past ? 1 : futureOpacity(scene.theme));
    paintCurves(painter, scene, lines);
    painter.restore();
  }
  paintPlayhead(painter, scene);
}

}  // namespace ravine
