#include "ui/sweep/cell_marks.h"

#include <QPolygonF>
#include <algorithm>

#include "ui/look/mixed.h"
#include "ui/words/wording.h"

namespace ravine {
namespace {

constexpr double kHatch = 9;  // from stripe to stripe, pixels at scale 1
constexpr double kStripe = 1.2;

bool isStriped(Hatch hatch, int x, int y, double unit) {
  const int period = std::max(2, qRound(kHatch * unit));
  const int width = std::max(1, qRound(kStripe * unit));
  const bool rises = (x + y) % period < width;
  if (hatch == Hatch::rising) return rises;
  return hatch == Hatch::crossed && (rises || (x - y + (1 << 16) * period) % period < width);
}

}  // namespace

QRgb inkOf(const CellLook& look, int x, int y, double unit, const Theme& theme) {
  if (!isStriped(look.hatch, x, y, unit)) return look.colour.rgb();
  constexpr double part = 0.38;
  return mixed(look.colour, theme.text, part).rgb();
}

QColor inkOf(CellOutcome outcome, const Theme& theme) {
  switch (outcome) {
    case CellOutcome::converged:
      return wording::outcomeColour(Outcome::converged, theme);
    case CellOutcome::trapped:
      return wording::outcomeColour(Outcome::trapped, theme);
    case CellOutcome::unsettled:
      return wording::outcomeColour(Outcome::oscillating, theme);
    case CellOutcome::diverged:
      return wording::outcomeColour(Outcome::diverged, theme);
    case CellOutcome::gone:
      return wording::outcomeColour(Outcome::unbounded, theme);
    case CellOutcome::undefined:
      break;
  }
  return theme.quietText;
}

void paintPoint(QPainter& painter, const QPointF& at, CellOutcome outcome, double radius, const Theme& theme) {
  const double r = radius;
  const QColor ink = inkOf(outcome, theme);
  const bool isFilled = outcome == CellOutcome::converged || outcome == CellOutcome::trapped;
  painter.setPen(isFilled ? QPen(Qt::NoPen) : QPen(ink, std::min(theme.px(1.4), 0.7 * r)));
  painter.setBrush(isFilled ? QBrush(ink) : QBrush(Qt::NoBrush));
  switch (outcome) {
    case CellOutcome::converged:
      return painter.drawEllipse(at, r, r);
    case CellOutcome::trapped:
      return painter.drawPolygon(
          QPolygonF({at + QPointF(0, -1.2 * r), at + QPointF(1.1 * r, r), at + QPointF(-1.1 * r, r)}));
    case CellOutcome::unsettled:
      return painter.drawEllipse(at, 0.8 * r, 0.8 * r);
    case CellOutcome::diverged:
      painter.drawLine(at - QPointF(r, r), at + QPointF(r, r));
      return painter.drawLine(at - QPointF(r, -r), at + QPointF(r, -r));
    case CellOutcome::gone:
      return painter.drawRect(QRectF(at - QPointF(r, r), at + QPointF(r, r)));
    case CellOutcome::undefined:
      return;
  }
}

}  // namespace ravine
