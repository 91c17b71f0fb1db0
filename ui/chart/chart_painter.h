// Paints charts. Pure: the same scene gives the same picture on any paint device, off screen and as vectors.
#pragma once

#include <QPainter>
#include <vector>

#include "ui/chart/chart_trace.h"

namespace ravine {

// All of it, inside scene.area and a small margin; the caller draws the axes.
void paintChart(QPainter& painter, const ChartScene& scene);

// Its parts, for widgets that keep some of them in caches.
void paintCurves(QPainter& painter, const ChartScene& scene, const std::vector<CurveLines>& lines);
void paintPlayhead(QPainter& painter, const ChartScene& scene);
void paintSketches(QPainter& painter, const ChartScene& scene);
// How much is left of curves after the playhead.
double futureOpacity(const Theme& theme);

}  // namespace ravine
