// Texts on a map: on a piece of paper that keeps them readable, inside the map, and none on another. Each takes its
// room, so what is told first has the first choice.
#pragma once

#include <QPainter>
#include <QString>
#include <QStringList>
#include <functional>
#include <optional>
#include <vector>

#include "ui/look/theme.h"

namespace ravine {

class MapLabels {
 public:
  MapLabels(QPainter& painter, const QRectF& area, const Theme& theme)
      : m_painter(painter), m_area(area), m_theme(theme) {}

  const QRectF& area() const { return m_area; }
  // Room on which something else stands, above all that is painted here.
  void reserve(const QRectF& box) {
    m_reserved = box;
    take(box);
  }
  const QRectF& reserved() const { return m_reserved; }
  // Room that is taken by something else.
  void take(const QRectF& box) { m_taken.push_back(box); }
  bool isFree(const QRectF& box) const;

  // Beside a point, on the side where there is more room.
  void label(const QString& text, const QPointF& near, const QColor& ink);
  // Above the end of a line; left out where there is no room near it.
  void tag(const QString& text, const QPointF& at);
  // In the lower left corner, so far above it: the first of these that has room there. Gives where another can stand
  // above. And in the upper corner.
  double note(const QStringList& texts, double above = 0);
  // The first that has room in a corner, above or below what stands in the corner itself, where it hides nothing.
  void noteBesideCorners(const QStringList& texts, const std::function<bool(const QRectF& box)>& hides);
  void noteAbove(const QString& text);
  // Paper of this size in a corner or between two, free of other texts, where it hides least, and less than `tooMuch`;
  // none if there is no room.
  std::optional<QRectF> paperAtTheBorder(const QSizeF& size, double tooMuch,
                                         const std::function<double(const QRectF& box)>& hides);
  // At the ends of the axes, where nothing else stands: of each the first that has room.
  void nameAxes(const QStringList& x, const QStringList& y);

 private:
  QRectF boxFor(const QString& text, double aside, double above) const;
  bool moveToFree(QRectF& box, double farthest) const;
  void paint(const QRectF& box, const QString& text, const QColor& ink);
  void paintPaper(const QRectF& box);

  QPainter& m_painter;
  QRectF m_area;
  QRectF m_reserved;
  const Theme& m_theme;
  std::vector<QRectF> m_taken;
};

}  // namespace ravine
