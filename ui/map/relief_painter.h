// Paints reliefs. Pure, as map_painter: facets from the farthest to the nearest, on any paint device.
#pragma once

#include <QImage>
#include <QPainter>

#include "ui/map/relief_scene.h"

namespace ravine {

// All of it, inside scene.area; the caller clips.
void paintRelief(QPainter& painter, const ReliefScene& scene);

// Its parts, from the ground up, for widgets that keep some of them in caches.
void paintSurface(QPainter& painter, const ReliefScene& scene);  // floor, axes, facets
// The same as an image, in device pixels, smoothed without the seams that smooth facets would leave between them.
QImage surfaceImage(const ReliefScene& scene, double devicePixelRatio);
void paintReliefGround(QPainter& painter, const ReliefScene& scene);   // whole paths as a hint, critical points
void paintReliefPaths(QPainter& painter, const ReliefScene& scene);    // up to the last whole step
void paintReliefMoments(QPainter& painter, const ReliefScene& scene);  // the segments being walked, heads, notes

}  // namespace ravine
