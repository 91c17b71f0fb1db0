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
constexpr double kFarOutside = 1e4;  // pixels
constexpr int kBandAlpha = 34;
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
  if (!curve.dashed) return {traceLines(curve.values, scale, {}), {}};
  const std::vector<bool> restless = restlessSteps(curve.values, scale);
  return {traceLines(curve.values, scale, restless), traceBands(curve.values, scale, restless)};
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

// Where its text stands so that it hides no piece of its own curve: as near as may be.
QRectF placeForText(const ChartScene& scene, const CurveLines& own, const QSizeF& size, const QPointF& end) {
  const QRectF room = scene.area.adjusted(2, 1, -2, -1);
  const auto isFree = [&](const QRectF& box) {
    for (const QPolygonF& line : own.lines)
      for (qsizetype i = 0; i + 1 < line.size(); ++i) {
        const QRectF piece = QRectF(line[i], line[i + 1]).normalized().adjusted(-2, -2, 2, 2);
        if (!piece.intersects(box)) continue;
        // Along the piece, at its own slope.
        const QLineF segment(line[i], line[i + 1]);
        for (const double part : {0.0, 0.25, 0.5, 0.75, 1.0})
          if (box.adjusted(-2, -2, 2, 2).contains(segment.pointAt(part))) return false;
        for (const QLineF& side : {QLineF(box.topLeft(), box.bottomLeft()), QLineF(box.topRight(), box.bottomRight()),
                                   QLineF(box.topLeft(), box.topRight()), QLineF(box.bottomLeft(), box.bottomRight())})
          if (segment.intersects(side, nullptr) == QLineF::BoundedIntersection) return false;
      }
    return true;
  };
  QRectF best(end + QPointF(10, 0), size);
  double nearest = std::numeric_limits<double>::infinity();
  for (double y = room.top(); y + size.height() <= room.bottom(); y += 0.5 * size.height())
    for (const double x : {end.x() + 10, end.x() - 10 - size.width(), room.right() - size.width(), room.left() + 2}) {
      if (x < room.left() || x + size.width() > room.right()) continue;
      const QRectF box(QPointF(x, y), size);
      const double distance = std::abs(x - end.x()) + 3 * std::abs(y - end.y());
      if (distance < nearest && isFree(box)) {
        nearest = distance;
        best = box;
      }
    }
  best.moveLeft(std::clamp(best.left(), room.left(), std::max(room.left(), room.right() - size.width())));
  best.moveTop(std::clamp(best.top(), room.top(), std::max(room.top(), room.bottom() - size.height())));
  return best;
}

void paintOnCard(QPainter& painter, const ChartScene& scene, const QRectF& box, const QString& text,
                 const QColor& ink) {
  painter.setPen(Qt::NoPen);
  painter.setBrush(scene.theme.card);
  painter.drawRoundedRect(box.adjusted(-3, -1, 3, 1), 3, 3);
  painter.setPen(ink);
  painter.drawText(box, Qt::AlignCenter | Qt::TextDontClip, text);
}

// Where a curve leaves the chart for good: an arrow and its last value, so that nothing is hidden silently. Where it
// ends early within the chart: a cross.
void paintEnd(QPainter& painter, const ChartScene& scene, const Curve& curve, const CurveLines& lines) {
  const Series& values = curve.values;
  if (values.size() == 0 || curve.endMark.isEmpty()) return;
  const double top = scene.values.upper;
  std::size_t exit = values.size();
  while (exit > 0 && values[exit - 1] > top) --exit;
  const bool leaves = exit < values.size();
  const std::size_t last = leaves ? exit : values.size() - 1;
  QPointF at = ChartScale(scene).at(static_cast<double>(last), std::min(values[last], top));
  if (at.x() < scene.area.left() || at.x() > scene.area.right()) return;
  const QColor colour = runLineColour(curve.colour, scene.theme);
  const double arrow = scene.theme.px(kArrow);
  painter.setPen(QPen(colour, scene.theme.px(2)));
  painter.setBrush(colour);
  QString text = curve.endMark;
  if (leaves) {
    at.setY(scene.area.top() + 1);
    painter.drawPolygon(QPolygonF{at, at + QPointF(-arrow, 1.7 * arrow), at + QPointF(arrow, 1.7 * arrow)});
    text += QStringLiteral(" → ") + wording::number(values[values.size() - 1], 2);
  } else {
    const double arm = scene.theme.px(4);
    painter.drawLine(at + QPointF(-arm, -arm), at + QPointF(arm, arm));
    painter.drawLine(at + QPointF(-arm, arm), at + QPointF(arm, -arm));
  }
  painter.setFont(scene.theme.font(kTickText, QFont::DemiBold));
  const QSizeF size = QFontMetricsF(painter.font()).boundingRect(text).size();
  paintOnCard(painter, scene, placeForText(scene, lines, size, at), text, runTextColour(curve.colour, scene.theme));
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

void paintCurves(QPainter& painter, const ChartScene& scene, const std::vector<CurveLines>& lines) {
  painter.save();
  painter.setClipRect(scene.area.adjusted(0, -2, 0, 2), Qt::IntersectClip);
  for (std::size_t i = 0; i < lines.size(); ++i) {
    QColor colour = runLineColour(scene.content.curves[i].colour, scene.theme);
    colour.setAlpha(kBandAlpha);
    painter.setPen(Qt::NoPen);
    painter.setBrush(colour);
    for (const QPolygonF& band : lines[i].bands) painter.drawPolygon(band);
  }
  painter.setBrush(Qt::NoBrush);
  for (const bool selected : {false, true})  // the selected run lies on top
    for (std::size_t i = 0; i < lines.size(); ++i) {
      const Curve& curve = scene.content.curves[i];
      if ((curve.run == scene.selected) != selected) continue;
      const QPen pen = penFor(curve, scene);
      for (const QPolygonF& line : lines[i].lines) paintLine(painter, line, pen);
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

void paintEnds(QPainter& painter, const ChartScene& scene, const std::vector<CurveLines>& lines) {
  for (std::size_t i = 0; i < lines.size(); ++i)
    if (!scene.content.curves[i].dashed) paintEnd(painter, scene, scene.content.curves[i], lines[i]);
}

void paintLandmarks(QPainter& painter, const ChartScene& scene) {
  if (scene.content.landmarks.empty()) return;
  const ChartScale scale(scene);
  const QRectF& area = scene.area;
  painter.setFont(scene.theme.font(kTickText));
  const QFontMetricsF metrics(painter.font());
  QPen dots(scene.theme.quietText, scene.theme.px(1));
  dots.setDashPattern({1, 3});
  double nextTop = area.top() + 2;
  for (const Landmark& mark : scene.content.landmarks) {
    const QString name = QString::fromStdString(mark.name);
    QRectF box = metrics.boundingRect(name);
    painter.setPen(dots);
    if (mark.rate) {
      const double y = scale.y(*mark.rate);
      if (y < area.top() || y > area.bottom()) continue;
      painter.drawLine(QPointF(area.left(), y), QPointF(area.right(), y));
      box.moveBottomRight({area.right() - 4, std::max(y - 2, area.top() + box.height())});
    } else {
      const double x = scale.x(static_cast<double>(*mark.step));
      if (x < area.left() || x > area.right()) continue;
      painter.drawLine(QPointF(x, area.top()), QPointF(x, area.bottom()));
      box.moveTopLeft({std::min(x + 4, area.right() - box.width() - 4), nextTop});
      nextTop += box.height() + 2;
      if (nextTop > area.center().y()) nextTop = area.top() + 2;
    }
    paintOnCard(painter, scene, box, name, scene.theme.quietText);
  }
}

void paintPointed(QPainter& painter, const ChartScene& scene) {
  if (!scene.pointed || scene.pointed->curve >= scene.content.curves.size()) return;
  const Curve& curve = scene.content.curves[scene.pointed->curve];
  const double value = curve.values[scene.pointed->step];
  const QPointF at = ChartScale(scene).at(static_cast<double>(scene.pointed->step), value);
  painter.setPen(QPen(scene.theme.text, scene.theme.px(1.4)));
  painter.setBrush(scene.theme.card);
  painter.drawEllipse(at, scene.theme.px(3.5), scene.theme.px(3.5));
  painter.setFont(scene.theme.font(kTickText));
  const QString text = QObject::tr("%1, step %2: %3%4")
                           .arg(curve.name)
                           .arg(static_cast<qint64>(scene.pointed->step))
                           .arg(curve.dashed ? QObject::tr("limit ") : QString(), wording::number(value, 4));
  QRectF box = QFontMetricsF(painter.font()).boundingRect(text);
  box.moveBottomLeft(at + QPointF(8, -6));
  const QRectF room = scene.area.adjusted(4, 2, -4, -2);
  box.moveLeft(std::clamp(box.left(), room.left(), std::max(room.left(), room.right() - box.width())));
  if (box.top() < room.top()) box.moveTop(at.y() + 8);
  painter.setPen(QPen(scene.theme.border, 1));
  painter.setBrush(scene.theme.card);
  painter.drawRoundedRect(box.adjusted(-5, -2, 5, 2), 4, 4);
  painter.setPen(runTextColour(curve.colour, scene.theme));
  painter.drawText(box, Qt::AlignCenter | Qt::TextDontClip, text);
}

std::optional<ChartPoint> pointAt(const ChartScene& scene, const QPointF& place) {
  if (!scene.area.contains(place)) return std::nullopt;
  const ChartScale scale(scene);
  const double perStep = scale.x(1) - scale.x(0);
  const double step = std::round((place.x() - scale.x(0)) / perStep);
  std::optional<ChartPoint> nearest;
  double distance = scene.theme.px(16);
  for (std::size_t i = 0; i < scene.content.curves.size(); ++i) {
    const Series& values = scene.content.curves[i].values;
    if (step < 0 || step >= static_cast<double>(values.size())) continue;
    const auto t = static_cast<std::size_t>(step);
    if (std::isnan(values[t])) continue;
    const double away = std::abs(scale.y(values[t]) - place.y());
    if (away < distance) {
      distance = away;
      nearest = ChartPoint{i, t};
    }
  }
  return nearest;
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
  paintLandmarks(painter, scene);
  paintPlayhead(painter, scene);
  paintEnds(painter, scene, lines);
  paintPointed(painter, scene);
}

}  // namespace ravine
