// Paints data with what models say of them. Pure.
#pragma once

#include <QPainter>

#include "ui/map/data_scene.h"

namespace ravine {

// All of it, inside scene.frame.area; the caller clips and draws the axes.
void paintData(QPainter& painter, const DataScene& scene);

// Its parts, from the ground up, for widgets that keep some of them in caches.
void paintDataGround(QPainter& painter, const DataScene& scene);  // rows, and what the axes are called
void paintDataMoments(QPainter& painter,
                      const DataScene& scene);  // residuals, batch, curves, what is pointed at, notes

// How far from its middle a row is painted, in pixels.
double rowRadius(const DataScene& scene);

}  // namespace ravine
