#include "ui/map/mark_painter.h"

#include <algorithm>
#include <cmath>
#include <numbers>

#include "ui/look/run_look.h"
#include "ui/map/map_labels.h"
#include "ui/map/path_painter.h"
#include "ui/words/wording.h"

namespace ravine {
namespace {

constexpr double kStartRadius = 6;  // pixels
constexpr double kHeadRadius = 5.5;
constexpr double kArrowLength = 13;

const QColor kInk(22, 22, 22);

QPolygonF star(const QPointF& centre, double radius) {
  QPolygonF polygon;
  for (int i = 0; i < 10; ++i) {
    const double r = i % 2 == 0 ? radius : 0.42 * radius;
    const double angle = std::numbers::pi * (0.5 + i / 5.0);
    polygon << centre + r * QPointF(std::cos(angle), -std::sin(angle));
  }
  return polygon;
}

}  // namespace

void paintMinimum(QPainter& painter, const QPointF& at, bool isLowest, bool many, double scale) {
  painter.setPen(QPen(kInk, 0.8 * scale));
  painter.setBrush(isLowest ? QColor(Qt::white) : QColor(255, 255, 255, 170));
  painter.drawPolygon(star(at, scale * (isLowest ? 7.5 : many ? 3.5 : 6)));
}

void paintMinimumOfCurve(QPainter& painter, const QPointF& at, double scale) {
  painter.setPen(Qt::NoPen);
  painter.setBrush(QColor(255, 255, 255, 200));
  painter.drawEllipse(at, 1.5 * scale, 1.5 * scale);
}

void paintSaddle(QPainter& painter, const QPointF& at, bool many, double scale) {
  const double arm = scale * (many ? 1.6 : 3.2);
  for (const auto& [colour, width] :
       {std::pair(QColor(255, 255, 255, 220), many ? 1.8 : 3.2), std::pair(kInk, many ? 0.9 : 1.4)}) {
    painter.setPen(QPen(colour, scale * width));
    painter.drawLine(at + QPointF(-arm, -arm), at + QPointF(arm, arm));
    painter.drawLine(at + QPointF(-arm, arm), at + QPointF(arm, -arm));
  }
}

void paintStart(QPainter& painter, const MapFrame& frame, const QPointF& at, int colour, const Theme& theme) {
  if (!frame.area.contains(at)) return;
  painter.setBrush(Qt::NoBrush);
  for (const auto& [ink, width] : {std::pair(theme.halo, 3.4), std::pair(runColour(colour, theme), 1.8)}) {
    painter.setPen(QPen(ink, theme.px(width)));
    painter.drawEllipse(at, theme.px(kStartRadius), theme.px(kStartRadius));
  }
}

QString endingAt(const RunResult& result, double playhead) {
  const std::int64_t steps = result.trajectory.steps();
  const std::int64_t end = std::min(result.diagnosis.divergedAt.value_or(steps), steps);
  return playhead >= static_cast<double>(end) ? wording::endMark(result) : QString();
}

QPointF directionTo(const Vector2& place, const MapFrame& frame) {
  const double largest = std::max(1.0, place.cwiseAbs().maxCoeff());
  const Vector2 offset = place / largest - frame.view.centre() / largest;
  const QPointF pixels(offset.x() * frame.perUnitX(), -offset.y() * frame.perUnitY());
  return pixels / std::hypot(pixels.x(), pixels.y());
}

void paintHeadOutside(QPainter& painter, const QRectF& area, const QPointF& direction, int colour, const QString& text,
                      const Theme& theme, MapLabels& labels) {
  const double reach = std::min(0.5 * area.width() / std::max(std::abs(direction.x()), 1e-9),
                                0.5 * area.height() / std::max(std::abs(direction.y()), 1e-9));
  QPointF tip = area.center() + 0.985 * reach * direction;
  const QPointF across(-direction.y(), direction.x());
  const double length = theme.px(kArrowLength);
  // Not under what stands on the picture: along the border to where it is seen.
  const QRectF taken = labels.reserved().adjusted(-length, -length, length, length);
  if (!labels.reserved().isEmpty() && taken.contains(tip)) {
    const bool onLevelSide = tip.y() - area.top() < length || area.bottom() - tip.y() < length;
    if (onLevelSide)
      tip.setX(taken.left());
    else
      tip.setY(taken.top() > area.top() ? taken.top() : taken.bottom());
  }
  const QPointF tail = tip - length * direction;
  painter.setPen(QPen(theme.halo, theme.px(1.6), Qt::SolidLine, Qt::RoundCap, Qt::RoundJoin));
  painter.setBrush(runColour(colour, theme));
  painter.drawPolygon(
      QPolygonF{tip, tail + 0.5 * length * across, tip - 0.7 * length * direction, tail - 0.5 * length * across});
  labels.label(text, tail, runTextColour(colour, theme));
}

void paintHead(QPainter& painter, const MapFrame& frame, const Vector2& place, const ShownRun& shown, double playhead,
               const QString& where, const Theme& theme, MapLabels& labels) {
  const QPointF head = frame.toPixel(place);
  const QString ending = endingAt(*shown.result, playhead);
  if (!frame.area.contains(head)) {
    return paintHeadOutside(painter, frame.area, directionTo(place, frame), shown.run.colour,
                            ending.isEmpty() ? where : ending, theme, labels);
  }
  painter.setPen(QPen(theme.halo, theme.px(1.8)));
  painter.setBrush(runColour(shown.run.colour, theme));
  drawRunMarker(painter, head, theme.px(kHeadRadius), shown.run.colour);
  if (!ending.isEmpty()) labels.label(ending, head, runTextColour(shown.run.colour, theme));
}

}  // namespace ravine
