// Paints descent paths. The part already walked is kept in a pixmap to which each frame adds only what is new, so a
// frame costs the same for ten steps and for ten thousand.
#pragma once

#include <QLineF>
#include <QPixmap>
#include <functional>
#include <optional>
#include <vector>

#include "core/run/simulate.h"
#include "ui/look/theme.h"

namespace ravine {

// From θ to pixels of the widget. In double, because θ may be anywhere.
using ToPixel = std::function<QPointF(const Vector2&)>;

// The part of the segment inside `rect`, or nothing (Liang & Barsky 1984).
std::optional<QLineF> clipped(const QLineF& segment, const QRectF& rect);

// θ at a fractional step, moving straight between two steps; the last point beyond the end.
Vector2 pointAt(const Trajectory& trajectory, double step);

struct Track {
  const Trajectory* trajectory;
  int colour;
};

class PathPainter {
 public:
  // Forgets what was painted. `size` of the widget and the part of it to paint in, in device-independent pixels.
  void reset(const QSize& size, double devicePixelRatio, const QRectF& visible, ToPixel toPixel);

  // The paths up to `step`, as of now; paints what is missing.
  const QPixmap& paintedUpTo(double step, const std::vector<Track>& tracks, const Theme& theme);

  // The whole of a path, thin, as a hint of what is to come.
  void paintFaint(QPainter& painter, const Track& track) const;
  // The segment being walked at a fractional step.
  void paintCurrentSegment(QPainter& painter, const Track& track, double step, const Theme& theme) const;

 private:
  QSize m_size;
  double m_devicePixelRatio = 1;
  QRectF m_visible;
  ToPixel m_toPixel;
  QPixmap m_pixmap;
  std::vector<std::int64_t> m_painted;  // step up to which each track is painted
  std::vector<QPointF> m_lastPoint;     // of each track, in pixels
};

}  // namespace ravine
