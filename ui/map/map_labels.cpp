#include "ui/map/map_labels.h"

#include <algorithm>
#include <limits>
#include <optional>

namespace ravine {
namespace {

// The box moved as little as will bring it into the area.
QRectF movedInto(QRectF box, const QRectF& area) {
  box.moveLeft(std::clamp(box.left(), area.left(), std::max(area.left(), area.right() - box.width())));
  box.moveTop(std::clamp(box.top(), area.top(), std::max(area.top(), area.bottom() - box.height())));
  return box;
}

}  // namespace

bool MapLabels::isFree(const QRectF& box) const {
  return std::none_of(m_taken.begin(), m_taken.end(), [&](const QRectF& taken) { return taken.intersects(box); });
}

// In the painter's font.
QRectF MapLabels::boxFor(const QString& text, double aside, double above) const {
  return QFontMetricsF(m_painter.font()).boundingRect(text).adjusted(-aside, -above, aside, above);
}

// To the nearest place, in steps of half its height, where it lies on no other.
bool MapLabels::moveToFree(QRectF& box, double farthest) const {
  if (isFree(box)) return true;
  const double step = 0.5 * box.height();
  std::optional<QRectF> best;
  double nearest = std::numeric_limits<double>::infinity();
  for (double dx = -farthest; dx <= farthest; dx += step)
    for (double dy = -farthest; dy <= farthest; dy += step) {
      const QRectF moved = box.translated(dx, dy);
      const double distance = dx * dx + dy * dy;
      if (distance >= nearest || !m_area.contains(moved) || !isFree(moved)) continue;
      nearest = distance;
      best = moved;
    }
  if (best) box = *best;
  return best.has_value();
}

void MapLabels::paintPaper(const QRectF& box) {
  constexpr int kPaperAlpha = 228;
  QColor paper = m_theme.card;
  paper.setAlpha(kPaperAlpha);
  m_painter.setPen(Qt::NoPen);
  m_painter.setBrush(paper);
  m_painter.drawRoundedRect(box, 5, 5);
  take(box);
}

void MapLabels::paint(const QRectF& box, const QString& text, const QColor& ink) {
  paintPaper(box);
  m_painter.setPen(ink);
  m_painter.drawText(box, Qt::AlignCenter | Qt::TextDontClip, text);
}

void MapLabels::label(const QString& text, const QPointF& near, const QColor& ink) {
  m_painter.setFont(m_theme.font(kTickText, QFont::DemiBold));
  QRectF box = boxFor(text, 6, 3);
  constexpr double most = 0.8;  // of the map's width: a longer one would hide it
  if (box.width() > most * m_area.width()) return;
  const double side = near.x() < m_area.center().x() ? 1 : -1;
  const double down = near.y() < m_area.center().y() ? 1 : -1;
  box.moveCenter(near + QPointF(side * (0.5 * box.width() + 10), down * box.height()));
  box = movedInto(box, m_area.adjusted(4, 4, -4, -4));
  moveToFree(box, 4 * box.height());
  paint(box, text, ink);
}

void MapLabels::tag(const QString& text, const QPointF& at) {
  m_painter.setFont(m_theme.font(kTickText, QFont::DemiBold));
  QRectF box = boxFor(text, 4, 2);
  box.moveCenter(at + QPointF(0, -0.6 * box.height()));
  box = movedInto(box, m_area.adjusted(3, 3, -3, -3));
  if (moveToFree(box, 1.5 * box.height())) paint(box, text, m_theme.text);
}

double MapLabels::note(const QStringList& texts, double above) {
  m_painter.setFont(m_theme.font(kTickText));
  for (const QString& text : texts) {
    QRectF box = boxFor(text, 6, 3);
    box.moveBottomLeft(m_area.bottomLeft() + QPointF(5, -5 - above));
    if (!m_area.contains(box) || !isFree(box)) continue;
    paint(box, text, m_theme.text);
    return above + box.height() + 3;
  }
  return above;
}

void MapLabels::noteBesideCorners(const QStringList& texts, const std::function<bool(const QRectF& box)>& hides) {
  m_painter.setFont(m_theme.font(kTickText));
  const QRectF room = m_area.adjusted(5, 5, -5, -5);
  constexpr double clear = 6;  // pixels between it and what it must not hide
  for (const QString& text : texts) {
    QRectF box = boxFor(text, 6, 3);
    if (box.width() > room.width()) continue;
    const double line = box.height() + 3;
    for (const QPointF& corner :
         {room.bottomRight() - QPointF(box.width(), box.height() + line), room.topLeft() + QPointF(0, line),
          room.bottomLeft() - QPointF(0, box.height() + line)}) {
      box.moveTopLeft(corner);
      if (isFree(box) && !hides(box.adjusted(-clear, -clear, clear, clear))) return paint(box, text, m_theme.text);
    }
  }
}

void MapLabels::noteAbove(const QString& text) {
  m_painter.setFont(m_theme.font(kTickText));
  QRectF box = boxFor(text, 6, 3);
  box.moveTopLeft(m_area.topLeft() + QPointF(5, 5));
  if (box.width() <= m_area.width() && isFree(box)) paint(box, text, m_theme.text);
}

std::optional<QRectF> MapLabels::paperAtTheBorder(const QSizeF& size, double tooMuch,
                                                  const std::function<double(const QRectF& box)>& hides) {
  const QRectF room = m_area.adjusted(5, 5, -5, -5);
  if (size.width() > room.width() || size.height() > room.height()) return std::nullopt;
  std::optional<QRectF> best;
  double least = tooMuch;
  const QPointF farthest = room.bottomRight() - QPointF(size.width(), size.height());
  const QPointF middle = 0.5 * (room.topLeft() + farthest);
  for (const QPointF& at :
       {QPointF(room.left(), farthest.y()), farthest, room.topLeft(), QPointF(middle.x(), farthest.y()),
        QPointF(room.left(), middle.y()), QPointF(middle.x(), room.top()), QPointF(farthest.x(), middle.y())}) {
    const QRectF box(at, size);
    if (!isFree(box)) continue;
    const double hidden = hides(box);
    if (hidden >= least) continue;
    least = hidden;
    best = box;
  }
  if (best) paintPaper(*best);
  return best;
}

void MapLabels::nameAxes(const QStringList& x, const QStringList& y) {
  m_painter.setFont(m_theme.font(kTickText, QFont::DemiBold));
  const QRectF room = m_area.adjusted(4, 4, -4, -4);
  const auto paintFirst = [&](const QStringList& names, auto place) {
    for (const QString& name : names) {
      QRectF box = boxFor(name, 5, 1);
      place(box);
      if (box.width() > room.width() || !isFree(box)) continue;
      return paint(box, name, m_theme.text);
    }
  };
  paintFirst(x, [&](QRectF& box) {
    box.moveBottomRight(room.bottomRight());
    if (box.intersects(m_reserved)) box.moveRight(m_reserved.left() - 4);  // beside what stands there
  });
  paintFirst(y, [&](QRectF& box) { box.moveTopLeft(room.topLeft()); });
}

}  // namespace ravine
