// Paints what of a relief does not move while it is played: the floor with its contour lines, the axes, and the facets
// of the surface from the farthest to the nearest.
#pragma once

#include <QImage>
#include <QPainter>

#include "ui/map/relief_scene.h"

namespace ravine {

// As shapes, on any paint device.
void paintSurface(QPainter& painter, const ReliefScene& scene);
// The same as an image, in device pixels, without the seams that facets smoothed one by one would have.
QImage surfaceImage(const ReliefScene& scene, double devicePixelRatio);

}  // namespace ravine
