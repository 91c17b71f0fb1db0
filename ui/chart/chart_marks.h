// What is written into a chart beside its curves. Pure, as the painter.
#pragma once

#include <QPainter>
#include <optional>
#include <vector>

#include "ui/chart/chart_trace.h"

namespace ravine {

// How curves end, if badly: always in full, whatever the playhead.
void paintEnds(QPainter& painter, const ChartScene& scene, const std::vector<CurveLines>& lines);
// Names of what is in the schedule.
void paintLandmarks(QPainter& painter, const ChartScene& scene, const std::vector<CurveLines>& lines);
// The value that is pointed at.
void paintPointed(QPainter& painter, const ChartScene& scene);
// The curve nearest to a place, if one is near; at its step.
std::optional<ChartPoint> pointAt(const ChartScene& scene, const QPointF& place);

}  // namespace ravine
