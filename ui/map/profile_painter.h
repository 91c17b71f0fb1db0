// Paints profiles. Pure, as map_painter.
#pragma once

#include <QPainter>

#include "ui/map/profile_scene.h"

namespace ravine {

// All of it, inside scene.frame.area; the caller clips and draws the axes.
void paintProfile(QPainter& painter, const ProfileScene& scene);

// Its parts, from the ground up, for widgets that keep some of them in caches.
void paintProfileGround(QPainter& painter, const ProfileScene& scene);  // the curve, paths as a hint, minima
void paintProfilePaths(QPainter& painter, const ProfileScene& scene);   // up to the last whole step
// Of the tangent, and whether its step ends beyond the far side of the parabola.
QColor tangentColour(const Theme& theme, bool tooLarge);
// The tangent as long as its step, the parabola that touches, heads, what the step is in numbers.
void paintProfileMoments(QPainter& painter, const ProfileScene& scene);

}  // namespace ravine
