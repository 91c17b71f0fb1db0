// Curves over the steps of runs as a figure with its axes.
#pragma once

#include <memory>

#include "ui/chart/chart_scene.h"
#include "ui/export/figure.h"

namespace ravine {

// `content` with its landmarks; `lastStep` of the longest run; `zoom`: steps and values, instead of all.
std::unique_ptr<Figure> chartFigure(ChartContent content, std::int64_t lastStep, const std::optional<Box>& zoom,
                                    RunId selected, const Theme& theme, const QRectF& room, double playhead);

}  // namespace ravine
