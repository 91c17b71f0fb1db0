// What the colours and marks of a picture of a sweep mean. Any thread.
#pragma once

#include <QPainter>
#include <vector>

#include "ui/sweep/sweep_scene.h"

namespace ravine {

// As large as it would like to be, every text on one line.
QSizeF legendSize(const std::vector<LegendEntry>& entries, const Theme& theme);
// Below each other from the top, as far as there is room; gives where the next thing has some.
double paintLegend(QPainter& painter, const std::vector<LegendEntry>& entries, QRectF room, const Theme& theme);
// A bar with numbers, at the top of the room.
void paintScale(QPainter& painter, const NumberScale& scale, const QRectF& room, const Theme& theme);

}  // namespace ravine
