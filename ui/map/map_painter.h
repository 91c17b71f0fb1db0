// Paints maps. Pure: the same scene gives the same picture on any paint device, off screen and as vectors.
#pragma once

#include <QPainter>

#include "ui/map/map_scene.h"

namespace ravine {

// All of it, inside scene.frame.area; the caller clips and draws the axes.
void paintMap(QPainter& painter, const MapScene& scene);

// Its parts, from the ground up, for widgets that keep some of them in caches.
void paintGround(QPainter& painter, const MapScene& scene);       // image, whole paths as a hint, critical points
void paintShown(QPainter& painter, const MapScene& scene);        // where steps bounce, the loss of the mini-batch
void paintWalkedPaths(QPainter& painter, const MapScene& scene);  // up to the last whole step
// The segments being walked, starts, heads, what is shown around them, and notes.
void paintMoments(QPainter& painter, const MapScene& scene);

}  // namespace ravine
