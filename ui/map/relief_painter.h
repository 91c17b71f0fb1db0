// Paints reliefs. Pure, as map_painter.
#pragma once

#include <QPainter>

#include "ui/map/relief_scene.h"

namespace ravine {

// All of it, inside scene.area; the caller clips.
void paintRelief(QPainter& painter, const ReliefScene& scene);

// Its parts on the surface, for widgets that keep some of them in caches.
void paintReliefSurface(QPainter& painter, const ReliefScene& scene);  // as an image, or as shapes on paper
void paintReliefGround(QPainter& painter, const ReliefScene& scene);   // whole paths as a hint, critical points
void paintReliefPaths(QPainter& painter, const ReliefScene& scene);    // up to the last whole step
void paintReliefMoments(QPainter& painter, const ReliefScene& scene);  // the segments being walked, heads, notes

}  // namespace ravine
