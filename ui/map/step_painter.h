// Paints what can be shown around the head of a run: the curvature there, and its next step.
#pragma once

#include <QPainter>

#include "core/run/step.h"
#include "ui/look/theme.h"
#include "ui/map/map_frame.h"

namespace ravine {

class MapLabels;

// The principal directions at θ, each with its curvature; the steeper one drawn stronger.
void paintCurvature(QPainter& painter, const MapFrame& frame, const LossFunction& function, const Vector2& theta,
                    const Theme& theme, MapLabels& labels);

// The step, solid where the loss falls and dashed where it rises; thinner arrows of the same length show which way the
// negative gradient and the momentum point. A step too short to be seen is drawn in a magnified inset.
void paintArrows(QPainter& painter, const MapFrame& frame, const StepArithmetic& step, const QColor& colour,
                 const Theme& theme, MapLabels& labels);

// Which way one row of the data alone would have the step go. The row with the largest share at that place has an
// arrow of a fixed length that is easily seen, others one as much shorter as their share is smaller, down to a length
// that still has a direction: true to scale, −η∇ℓᵢ/n would mostly be too short to be seen.
void paintShare(QPainter& painter, const MapFrame& frame, const Vector2& theta, const Vector2& downhill, double part,
                const QColor& colour, const Theme& theme, MapLabels& labels);

}  // namespace ravine
