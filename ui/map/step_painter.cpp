#include "ui/map/step_painter.h"

#include <algorithm>
#include <cmath>
#include <optional>
#include <vector>

#include "ui/map/map_labels.h"
#include "ui/map/path_painter.h"
#include "ui/words/wording.h"

namespace ravine {

void paintCurvature(QPainter& painter, const MapFrame& frame, const LossFunction& function, const Vector2& theta,
                    const Theme& theme, MapLabels& labels) {
  const QPointF head = frame.toPixel(theta);
  if (!frame.area.contains(head)) return;
  const PrincipalCurvatures principal = principalCurvatures(function.derivatives(theta).hessian);
  const double arms = std::min(theme.px(46), 0.22 * std::min(frame.area.width(), frame.area.height()));
  const auto draw = [&](const Vector2& direction, double curvature, double width) {
    const QPointF arm(arms * direction.x(), -arms * direction.y());
    for (const auto& [colour, w] : {std::pair(theme.halo, width + 2), std::pair(QColor(Qt::black), width)}) {
      painter.setPen(QPen(colour, theme.px(w), Qt::SolidLine, Qt::RoundCap));
      painter.drawLine(head - arm, head + arm);
    }
    const QPointF tip = arm.y() < 0 || (arm.y() == 0 && arm.x() > 0) ? arm : -arm;
    const QPointF end = head + 1.28 * tip;  // beyond the line
    labels.tag(QStringLiteral("λ = %1").arg(wording::number(curvature)), end);
  };
  draw(principal.lowerDirection(), principal.values.lower, 1.4);
  draw(principal.upperDirection, principal.values.upper, 2.4);
}

namespace {

constexpr double kSeen = 20;         // pixels: a shorter step is shown in a magnified inset
constexpr double kInsetRadius = 48;  // pixels, as the next
constexpr double kLeastInset = 22;
constexpr double kInsetPart = 0.26;  // of the map's shorter side, at most
constexpr double kInsetStep = 0.67;  // of the radius
constexpr double kShare = 72;        // pixels: of the arrow of the row with the largest share, and the least of any
constexpr double kLeastShare = 16;

// One arrow of a step, as far as its tip is from its tail.
struct Arrow {
  QPointF way;  // pixels
  QColor colour;
  double width;
  Qt::PenStyle style;
  QString label;
};

// The step last, on top of the others.
std::vector<Arrow> arrowsOf(const MapFrame& frame, const StepArithmetic& step, const QColor& colour,
                            const Theme& theme) {
  const QPointF from = frame.toPixel(step.theta);
  const QPointF way = frame.toPixel(step.next) - from;
  const double length = std::hypot(way.x(), way.y());
  const auto along = [&](const Vector2& direction) {
    const QPointF pixels = frame.toPixel(step.theta + direction) - from;
    return length / std::hypot(pixels.x(), pixels.y()) * pixels;
  };
  std::vector<Arrow> arrows;
  if (!step.gradient.isZero())
    arrows.push_back(
        {along(-step.gradient.normalized()), QColor(0x33, 0x33, 0x33), 1.4, Qt::SolidLine, QStringLiteral("−∇f")});
  // What the step saw instead of all rows.
  if (!step.rows.empty() && !step.seen.isZero())
    arrows.push_back(
        {along(-step.seen.normalized()), QColor(0x8a, 0x5a, 0x00), 1.4, Qt::DotLine, QStringLiteral("−∇f_B")});
  for (const Term& term : step.terms)
    if (term.role == Term::Role::momentum && !term.value.isZero())
      arrows.push_back({along(-term.value.normalized()),
                        theme.grey ? QColor(0x77, 0x77, 0x77) : QColor(0xd0, 0x40, 0x9a), 1.4, Qt::SolidLine,
                        QStringLiteral("−") + QString::fromStdString(term.symbol)});
  arrows.push_back(
      {way, colour, 3, step.lossAfter <= step.lossBefore ? Qt::SolidLine : Qt::DashLine, QObject::tr("step")});
  return arrows;
}

void paintArrow(QPainter& painter, const QRectF& area, const QPointF& from, const Arrow& arrow, const Theme& theme) {
  const QPointF tip = from + arrow.way;
  const auto line = clipped(QLineF(from, tip), area);
  if (!line) return;
  const double angle = std::atan2(arrow.way.y(), arrow.way.x());
  const auto barb = [&](double turn) {
    return line->p2() - theme.px(4 + 2.2 * arrow.width) * QPointF(std::cos(angle + turn), std::sin(angle + turn));
  };
  for (const auto& [colour, width] : {std::pair(theme.halo, arrow.width + 2), std::pair(arrow.colour, arrow.width)}) {
    painter.setPen(QPen(colour, theme.px(width), arrow.style, Qt::FlatCap));
    painter.drawLine(*line);
    painter.setPen(QPen(colour, theme.px(width), Qt::SolidLine, Qt::RoundCap));
    if (line->p2() == tip) painter.drawPolyline(QPolygonF{barb(0.45), tip, barb(-0.45)});
  }
}

// At the tips; where two point almost the same way only the step is named.
void paintNames(MapLabels& labels, const QPointF& from, const std::vector<Arrow>& arrows, const Theme& theme) {
  constexpr double sameWay = 0.97;  // cosine
  const QPointF& step = arrows.back().way;
  // The step first: it is the one that is never left out.
  for (auto each = arrows.rbegin(); each != arrows.rend(); ++each) {
    const Arrow& arrow = *each;
    const double both = std::hypot(arrow.way.x(), arrow.way.y()) * std::hypot(step.x(), step.y());
    const bool hidden = &arrow != &arrows.back() && QPointF::dotProduct(arrow.way, step) > sameWay * both;
    const QPointF tip = from + arrow.way;
    const double length = std::hypot(arrow.way.x(), arrow.way.y());
    if (!hidden && labels.area().contains(tip))
      labels.tag(arrow.label, tip + theme.px(14) / length * arrow.way + QPointF(0, theme.px(8)));
  }
}

struct Inset {
  QPointF centre;
  double radius;

  QRectF box() const { return {centre - QPointF(radius, radius), 2 * QSizeF(radius, radius)}; }
};

// In the free corner of the map that is farthest from the head, or above or below what stands in it; smaller where
// there is no other way.
std::optional<Inset> placeForInset(const MapLabels& labels, const QPointF& head, const Theme& theme) {
  const QRectF& area = labels.area();
  const double largest = std::min(theme.px(kInsetRadius), kInsetPart * std::min(area.width(), area.height()));
  for (double radius = largest; radius >= theme.px(kLeastInset); radius *= 0.85) {
    std::optional<Inset> best;
    const double aside = radius + theme.px(6);
    for (const double label : {0.0, theme.px(24)}) {
      const QRectF middle = area.adjusted(aside, aside + label, -aside, -aside - label);
      for (const QPointF& corner : {middle.topLeft(), middle.topRight(), middle.bottomLeft(), middle.bottomRight()}) {
        const Inset inset{corner, radius};
        if (!labels.isFree(inset.box()) || inset.box().contains(head)) continue;
        if (!best || QLineF(corner, head).length() > QLineF(best->centre, head).length()) best = inset;
      }
      if (best) return best;
    }
  }
  return std::nullopt;
}

// The same arrows, so many times as long.
void paintInset(QPainter& painter, const QPointF& head, std::vector<Arrow> arrows, const Theme& theme,
                MapLabels& labels) {
  const auto place = placeForInset(labels, head, theme);
  if (!place) return;
  const auto [centre, radius] = *place;
  const double length = std::hypot(arrows.back().way.x(), arrows.back().way.y());
  const double times = kInsetStep * radius / length;
  for (Arrow& arrow : arrows) arrow.way *= times;
  painter.setPen(QPen(theme.border, theme.px(1)));
  QColor paper = theme.card;
  paper.setAlpha(235);
  painter.setBrush(paper);
  painter.drawEllipse(centre, radius, radius);
  const QPointF from = centre - 0.5 * arrows.back().way;
  const QRectF inside = place->box();
  for (const Arrow& arrow : arrows) paintArrow(painter, inside, from, arrow, theme);
  painter.setBrush(arrows.back().colour);
  painter.setPen(QPen(theme.halo, theme.px(1.2)));
  painter.drawEllipse(from, theme.px(3), theme.px(3));
  labels.take(inside);
  painter.setFont(theme.font(kTickText));
  painter.setPen(theme.quietText);
  // Where the arrows do not point to.
  const bool downwards = arrows.back().way.y() > 0;
  const double rim = theme.px(6);
  QRectF magnification;
  const auto edge = Qt::AlignHCenter | (downwards ? Qt::AlignTop : Qt::AlignBottom);
  painter.drawText(inside.adjusted(0, rim, 0, -rim), static_cast<int>(edge),
                   QStringLiteral("× %1").arg(wording::number(times, 2)), &magnification);
  MapLabels within(painter, inside, theme);
  within.take(magnification);
  paintNames(within, from, arrows, theme);
}

}  // namespace

void paintArrows(QPainter& painter, const MapFrame& frame, const StepArithmetic& step, const QColor& colour,
                 const Theme& theme, MapLabels& labels) {
  const QPointF from = frame.toPixel(step.theta);
  const double length = QLineF(from, frame.toPixel(step.next)).length();
  constexpr double nothing = 1e-9;  // pixels
  if (!std::isfinite(length) || length < nothing || !frame.area.contains(from)) return;
  const std::vector<Arrow> arrows = arrowsOf(frame, step, colour, theme);
  if (length < theme.px(kSeen)) return paintInset(painter, from, arrows, theme, labels);
  for (const Arrow& arrow : arrows) paintArrow(painter, frame.area, from, arrow, theme);
  paintNames(labels, from, arrows, theme);
}

void paintShare(QPainter& painter, const MapFrame& frame, const Vector2& theta, const Vector2& downhill, double part,
                const QColor& colour, const Theme& theme, MapLabels& labels) {
  const QPointF from = frame.toPixel(theta);
  if (!frame.area.contains(from)) return;
  const QPointF pixels(downhill.x() * frame.perUnitX(), -downhill.y() * frame.perUnitY());
  const double length = std::max(theme.px(kLeastShare), part * theme.px(kShare));
  const QPointF way = length / std::hypot(pixels.x(), pixels.y()) * pixels;
  painter.setBrush(Qt::NoBrush);
  paintArrow(painter, frame.area, from, {way, colour, 2.6, Qt::SolidLine, {}}, theme);
  const QPointF tip = from + way;
  if (frame.area.contains(tip))
    labels.tag(QStringLiteral("−∇ℓ"), tip + theme.px(14) / length * way + QPointF(0, theme.px(8)));
}

}  // namespace ravine
