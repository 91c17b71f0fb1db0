#include "ui/map/map_labels.h"

#include <algorithm>

namespace ravine {
namespace {

// The box moved as little as will bring it into the area.
QRectF movedInto(QRectF box, const QRectF& area) {
  box.moveLeft(std::clamp(box.left(), area.left(), std::max(area.left(), area.right() - box.width())));
  box.moveTop(std::clamp(box.top(), area.top(), std::max(area.top(), area.bottom() - box.height())));
  return box;
}

// In the painter's font.
void paintOnPaper(QPainter& painter, const QRectF& box, const QString& text, const QColor& ink, const Theme& theme) {
  constexpr int kPaperAlpha = 228;
  QColor paper = theme.card;
  paper.setAlpha(kPaperAlpha);
  painter.setPen(Qt::NoPen);
  painter.setBrush(paper);
  painter.drawRoundedRect(box, 5, 5);
  painter.setPen(ink);
  painter.drawText(box, Qt::AlignCenter, text);
}

QRectF boxFor(const QPainter& painter, const QString& text, double aside, double above) {
  return QFontMetricsF(painter.font()).boundingRect(text).adjusted(-aside, -above, aside, above);
}

}  // namespace

void paintLabel(QPainter& painter, const QRectF& area, const QString& text, const QPointF& near, const QColor& ink,
                const Theme& theme) {
  painter.setFont(theme.font(kTickText, QFont::DemiBold));
  QRectF box = boxFor(painter, text, 6, 3);
  constexpr double most = 0.8;  // of the map's width: a longer one would hide it
  if (box.width() > most * area.width()) return;
  const double side = near.x() < area.center().x() ? 1 : -1;
  const double down = near.y() < area.center().y() ? 1 : -1;
  box.moveCenter(near + QPointF(side * (0.5 * box.width() + 10), down * box.height()));
  paintOnPaper(painter, movedInto(box, area.adjusted(4, 4, -4, -4)), text, ink, theme);
}

void paintTag(QPainter& painter, const QRectF& area, const QString& text, const QPointF& at, const Theme& theme) {
  painter.setFont(theme.font(kTickText, QFont::DemiBold));
  QRectF box = boxFor(painter, text, 4, 2);
  box.moveCenter(at + QPointF(0, -0.6 * box.height()));
  paintOnPaper(painter, movedInto(box, area.adjusted(3, 3, -3, -3)), text, theme.text, theme);
}

void paintNote(QPainter& painter, const QRectF& area, const QString& text, const Theme& theme) {
  painter.setFont(theme.font(kTickText));
  QRectF box = boxFor(painter, text, 6, 3);
  box.moveBottomLeft(area.bottomLeft() + QPointF(5, -5));
  paintOnPaper(painter, box, text, theme.text, theme);
}

}  // namespace ravine
