// Paints a sweep: what it is of, its cells between axes, and what their colours mean. Any thread.
#pragma once

#include <QPainter>
#include <QRectF>
#include <memory>

#include "ui/sweep/sweep_scene.h"

namespace ravine {

// What the lines of theory on a map are.
std::vector<LegendEntry> borderLegend(const SweepScene& scene);

// Whether a picture of this size has room for all that belongs to it.
bool hasRoom(const QSizeF& size, const Theme& theme, bool isBare = false);
QSizeF leastSize(const Theme& theme, bool isBare = false);

// Where everything is in a picture of a scene, in pixels: worked out once, and true as long as the scene changes in
// nothing but its marks.
class SweepFrame {
 public:
  SweepFrame(const SweepScene& scene, const QRectF& whole);

  // Column and row; nothing beside the cells.
  std::optional<std::pair<int, int>> cellAt(const QPointF& pixel) const;
  // Nothing beside the axes.
  std::optional<QPointF> pixelOf(const Vector2& place) const;
  // Which part of the way along the axes, 0 … 1.
  Vector2 partAt(const QPointF& pixel) const;
  const QRectF& area() const { return m_area; }

 private:
  friend void paintSweepGround(QPainter& painter, const SweepScene& scene, const SweepFrame& frame);
  struct Parts;

  std::shared_ptr<const Parts> m_parts;
  QRectF m_area;
  int m_columns;
  int m_rows;
  NumberScale m_x;
  NumberScale m_y;
};

// A map where two quantities are swept; with one, its numbers as points, and classes as a band. All but the marks of
// runs, and those alone.
void paintSweepGround(QPainter& painter, const SweepScene& scene, const SweepFrame& frame);
void paintSweepMarks(QPainter& painter, const SweepScene& scene, const SweepFrame& frame);
// Both.
void paintSweep(QPainter& painter, const SweepScene& scene, const QRectF& whole);

}  // namespace ravine
