#include "ui/chart/chart_marks.h"

#include <algorithm>
#include <cmath>
#include <limits>

#include "ui/look/run_look.h"
#include "ui/words/wording.h"

namespace ravine {
namespace {

constexpr double kArrow = 5;  // pixels

// Where its text stands so that it hides no piece of a curve and no other text: as near as may be. Nothing if there is
// no such place.
std::optional<QRectF> placeForText(const ChartScene& scene, const std::vector<CurveLines>& curves,
                                   const std::vector<QRectF>& taken, const QSizeF& size, const QPointF& end) {
  const QRectF room = scene.area.adjusted(2, 1, -2, -1);
  std::vector<QPolygonF> all;
  for (const CurveLines& curve : curves) all.insert(all.end(), curve.lines.begin(), curve.lines.end());
  const auto isFree = [&](const QRectF& box) {
    if (std::any_of(taken.begin(), taken.end(), [&](const QRectF& other) { return other.intersects(box); }))
      return false;
    for (const QPolygonF& line : all)
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
  std::optional<QRectF> best;
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
void paintEnd(QPainter& painter, const ChartScene& scene, const Curve& curve, const std::vector<CurveLines>& lines,
              std::vector<QRectF>& taken) {
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
  constexpr double leastHeight = 50;  // pixels, at scale 1: in a lower chart a text would hide the curves
  const auto box =
      scene.area.height() < scene.theme.px(leastHeight) ? std::nullopt : placeForText(scene, lines, taken, size, at);
  if (!box) return;  // the mark alone says that it ended
  paintOnCard(painter, scene, *box, text, runTextColour(curve.colour, scene.theme));
  taken.push_back(*box);
}

// A straight piece of a curve stays outside a box.
bool staysOutside(const QPointF& from, const QPointF& to, const QRectF& box) {
  const QLineF piece(from, to);
  if (box.contains(from) || box.contains(to)) return false;
  if (!QRectF(from, to).normalized().adjusted(-0.5, -0.5, 0.5, 0.5).intersects(box)) return true;
  for (const QLineF& side : {QLineF(box.topLeft(), box.bottomLeft()), QLineF(box.topRight(), box.bottomRight()),
                             QLineF(box.topLeft(), box.topRight()), QLineF(box.bottomLeft(), box.bottomRight())})
    if (piece.intersects(side, nullptr) == QLineF::BoundedIntersection) return false;
  return true;
}

// Whether a curve goes through a box, or so near that a text there would hide it.
bool isCrossed(const QRectF& box, const ChartScene& scene, const std::vector<CurveLines>& lines) {
  const QRectF near = box.adjusted(-3, -1, 3, 1);
  for (std::size_t i = 0; i < lines.size(); ++i) {
    if (scene.content.curves[i].role != CurveRole::value) continue;
    for (const QPolygonF& line : lines[i].lines) {
      // x never falls along a line.
      auto point =
          std::lower_bound(line.begin(), line.end(), near.left(), [](const QPointF& p, double x) { return p.x() < x; });
      if (point != line.begin()) --point;
      for (; point != line.end() && point + 1 != line.end() && point->x() <= near.right(); ++point)
        if (!staysOutside(*point, *(point + 1), near)) return true;
    }
  }
  return false;
}

// To the first of these places, in steps from the first to the last, at which a box hides no curve. Whether there is
// one.
bool moveAside(QRectF& box, const QPointF& first, const QPointF& last, const ChartScene& scene,
               const std::vector<CurveLines>& lines) {
  constexpr int places = 12;
  for (int i = 0; i <= places; ++i) {
    box.moveTopLeft(first + (last - first) * i / places);
    if (!isCrossed(box, scene, lines)) return true;
  }
  return false;
}

}  // namespace

void paintEnds(QPainter& painter, const ChartScene& scene, const std::vector<CurveLines>& lines) {
  std::vector<QRectF> taken;
  for (const Curve& curve : scene.content.curves)
    if (curve.role == CurveRole::value) paintEnd(painter, scene, curve, lines, taken);
}

void paintLandmarks(QPainter& painter, const ChartScene& scene, const std::vector<CurveLines>& lines) {
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
    bool isFree = true;
    painter.setPen(dots);
    if (mark.rate) {
      const double y = scale.y(*mark.rate);
      if (y < area.top() || y > area.bottom()) continue;
      painter.drawLine(QPointF(area.left(), y), QPointF(area.right(), y));
      const double top = std::max(y - 2, area.top() + box.height()) - box.height();
      isFree = moveAside(box, {area.right() - 4 - box.width(), top}, {area.left() + 4, top}, scene, lines);
    } else {
      const double x = scale.x(static_cast<double>(*mark.step));
      if (x < area.left() || x > area.right()) continue;
      painter.drawLine(QPointF(x, area.top()), QPointF(x, area.bottom()));
      const double left = std::min(x + 4, area.right() - box.width() - 4);
      isFree = moveAside(box, {left, nextTop}, {left, area.bottom() - box.height()}, scene, lines);
      nextTop += box.height() + 2;
      if (nextTop > area.center().y()) nextTop = area.top() + 2;
    }
    if (isFree) paintOnCard(painter, scene, box, name, scene.theme.quietText);
  }
}

namespace {

QString pointedText(CurveRole role) {
  switch (role) {
    case CurveRole::value:
      break;
    case CurveRole::limit:
      return QObject::tr("%1, %2: limit %3");
    case CurveRole::mean:
      return QObject::tr("%1, root mean square: %3");
    case CurveRole::seen:
      return QObject::tr("%1, %2: %3 on its batch");
  }
  return QObject::tr("%1, %2: %3");
}

QString placeOf(const ChartPoint& point, const ChartContent& content) {
  const auto step = static_cast<qint64>(point.step);
  if (content.stepsPerEpoch == 1) return QObject::tr("step %1").arg(step);
  return QObject::tr("step %1, epoch %2")
      .arg(step)
      .arg(wording::number(static_cast<double>(step) / static_cast<double>(content.stepsPerEpoch)));
}

}  // namespace

void paintPointed(QPainter& painter, const ChartScene& scene) {
  if (!scene.pointed || scene.pointed->curve >= scene.content.curves.size()) return;
  const Curve& curve = scene.content.curves[scene.pointed->curve];
  const double value = curve.values[scene.pointed->step];
  const QPointF at = ChartScale(scene).at(static_cast<double>(scene.pointed->step), value);
  painter.setPen(QPen(scene.theme.text, scene.theme.px(1.4)));
  painter.setBrush(scene.theme.card);
  painter.drawEllipse(at, scene.theme.px(3.5), scene.theme.px(3.5));
  painter.setFont(scene.theme.font(kTickText));
  const QString text =
      pointedText(curve.role).arg(curve.name, placeOf(*scene.pointed, scene.content), wording::number(value, 4));
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
    if (values.numbers->empty()) continue;
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

}  // namespace ravine
