#include "ui/map/step_painter.h"

#include <cmath>

#include "ui/map/map_labels.h"
#include "ui/map/path_painter.h"
#include "ui/words/wording.h"

namespace ravine {

void paintCurvature(QPainter& painter, const MapFrame& frame, const LossFunction& function, const Vector2& theta,
                    const Theme& theme) {
  const QPointF head = frame.toPixel(theta);
  if (!frame.area.contains(head)) return;
  const PrincipalCurvatures principal = principalCurvatures(function.derivatives(theta).hessian);
  const double arms = theme.px(46);
  const auto draw = [&](const Vector2& direction, double curvature, double width) {
    const QPointF arm(arms * direction.x(), -arms * direction.y());
    for (const auto& [colour, w] : {std::pair(theme.halo, width + 2), std::pair(QColor(Qt::black), width)}) {
      painter.setPen(QPen(colour, theme.px(w), Qt::SolidLine, Qt::RoundCap));
      painter.drawLine(head - arm, head + arm);
    }
    const QPointF tip = arm.y() < 0 || (arm.y() == 0 && arm.x() > 0) ? arm : -arm;
    const QPointF end = head + 1.28 * tip;  // beyond the line
    paintTag(painter, frame.area, QStringLiteral("λ = %1").arg(wording::number(curvature)), end, theme);
  };
  draw(principal.lowerDirection(), principal.values.lower, 1.4);
  draw(principal.upperDirection, principal.values.upper, 2.4);
}

void paintArrows(QPainter& painter, const MapFrame& frame, const StepArithmetic& step, const QColor& colour,
                 const Theme& theme) {
  const QPointF from = frame.toPixel(step.theta);
  const QPointF to = frame.toPixel(step.next);
  const double length = QLineF(from, to).length();
  if (!std::isfinite(length) || length < 1) return;
  const auto arrow = [&](const QPointF& tip, const QColor& ink, double width, Qt::PenStyle style) {
    const auto line = clipped(QLineF(from, tip), frame.area);
    if (!line) return;
    const double angle = std::atan2(tip.y() - from.y(), tip.x() - from.x());
    const auto barb = [&](double turn) {
      return line->p2() - theme.px(4 + 2.2 * width) * QPointF(std::cos(angle + turn), std::sin(angle + turn));
    };
    for (const auto& [c, w] : {std::pair(theme.halo, width + 2), std::pair(ink, width)}) {
      painter.setPen(QPen(c, theme.px(w), style, Qt::FlatCap));
      painter.drawLine(*line);
      painter.setPen(QPen(c, theme.px(w), Qt::SolidLine, Qt::RoundCap));
      if (line->p2() == tip) painter.drawPolyline(QPolygonF{barb(0.45), tip, barb(-0.45)});
    }
  };
  const auto along = [&](const Vector2& direction) {
    const QPointF pixels = frame.toPixel(step.theta + direction) - from;
    return from + length / std::hypot(pixels.x(), pixels.y()) * pixels;
  };
  if (!step.gradient.isZero()) arrow(along(-step.gradient.normalized()), QColor(0x30, 0x30, 0x38), 1.4, Qt::SolidLine);
  for (const Term& term : step.terms)
    if (term.role == Term::Role::momentum && !term.value.isZero())
      arrow(along(-term.value.normalized()), QColor(0xd0, 0x40, 0x9a), 1.4, Qt::SolidLine);
  arrow(to, colour, 3, step.lossAfter <= step.lossBefore ? Qt::SolidLine : Qt::DashLine);
}

}  // namespace ravine
