#include "ui/map/ghost.h"

#include "ui/look/run_look.h"

namespace ravine {

std::vector<Ghost> ghostsOf(const Predictions& predictions, const std::vector<ShownRun>& runs) {
  std::vector<Ghost> ghosts;
  if (predictions.stage() == Predictions::Stage::none) return ghosts;
  for (const ShownRun& shown : runs)
    if (const auto& end = predictions.of(shown.run.id).end; end || predictions.isAsking())
      ghosts.push_back({shown.run.id, shown.run.colour, shown.run.start, end});
  return ghosts;
}

// Waiting, to the right of the start and above it, or on the other side where there is no room.
QPointF placeOf(const Ghost& ghost, const PixelOf& pixelOf, const QRectF& area, const Theme& theme) {
  if (ghost.end) return pixelOf(*ghost.end);
  const QPointF start = pixelOf(ghost.start);
  constexpr double away = 26;  // pixels at scale 1
  constexpr double room = 60;
  const double x = start.x() + theme.px(room) > area.right() ? -1 : 1;
  const double y = start.y() - theme.px(room) < area.top() ? 1 : -1;
  return start + theme.px(away) * QPointF(x, y);
}

// Rings of dashes in the colour of the run, with its marker in each.
void paintGhosts(QPainter& painter, const std::vector<Ghost>& ghosts, const PixelOf& pixelOf, const QRectF& area,
                 const Theme& theme) {
  constexpr double radius = 11;  // pixels at scale 1
  constexpr double marker = 4.5;
  QColor glass = theme.card;
  glass.setAlpha(190);
  for (const Ghost& ghost : ghosts) {
    const QPointF at = placeOf(ghost, pixelOf, area, theme);
    const QColor colour = runColour(ghost.colour, theme);
    painter.setBrush(glass);
    painter.setPen(QPen(theme.halo, theme.px(4)));
    painter.drawEllipse(at, theme.px(radius), theme.px(radius));
    QPen dashes(colour, theme.px(2));
    dashes.setDashPattern({2.2, 1.6});
    painter.setPen(dashes);
    painter.drawEllipse(at, theme.px(radius), theme.px(radius));
    painter.setPen(Qt::NoPen);
    painter.setBrush(colour);
    drawRunMarker(painter, at, theme.px(marker), ghost.colour);
  }
}

}  // namespace ravine
