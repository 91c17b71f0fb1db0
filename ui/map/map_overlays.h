// What can be shown on a map around a run: where its steps would bounce, the curvature at its head, and its next step.
// Pure painting.
#pragma once

#include <QPainter>

#include "core/run/step.h"
#include "ui/map/map_image.h"
#include "ui/map/path_painter.h"

namespace ravine {

// Where a map is on the screen.
struct MapFrame {
  QRectF area;
  ToPixel toPixel;
  const Theme& theme;
};

// The box moved as little as will bring it into the area.
QRectF movedInto(QRectF box, const QRectF& area);
// A text on a rounded piece of paper, in the painter's font.
void paintOnPaper(QPainter& painter, const QRectF& box, const QString& text, const QColor& ink, const Theme& theme);

// In the lower left corner of the map.
void paintNote(QPainter& painter, const MapFrame& frame, const QString& text);

// Hatches the places where the curvature is too large for the rate `lr`, and gives a note of what that means. Only for
// rules whose limit depends on the curvature alone; for others the note says that there is none.
QString paintBouncing(QPainter& painter, const MapFrame& frame, const MapImage& map, const Run& run, double lr);

// The principal directions at θ, each with its curvature; the steeper one drawn stronger.
void paintCurvature(QPainter& painter, const MapFrame& frame, const LossFunction& function, const Vector2& theta);

// The step, solid where the loss falls and dashed where it rises; thinner arrows of the same length show which way the
// negative gradient and the momentum point.
void paintArrows(QPainter& painter, const MapFrame& frame, const StepArithmetic& step, const QColor& colour);

}  // namespace ravine
