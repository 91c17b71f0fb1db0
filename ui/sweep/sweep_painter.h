// Paints a sweep: what it is of, its cells between axes, and what their colours mean. Any thread.
#pragma once

#include <QPainter>
#include <QRectF>

#include "ui/sweep/sweep_scene.h"

namespace ravine {

// A map where two quantities are swept; with one, its numbers as points, and classes as a band.
void paintSweep(QPainter& painter, const SweepScene& scene, const QRectF& room);

}  // namespace ravine
