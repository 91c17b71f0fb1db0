// Paints the labelled picture. Pure, as the painters of what is in it.
#pragma once

#include <QPainter>

#include "ui/help/guide.h"

namespace ravine {

void paintGuide(QPainter& painter, const GuideScene& scene);
// The number as it stands in the picture and before its sentence.
void paintGuideNumber(QPainter& painter, const QPointF& at, int number, const Theme& theme);

}  // namespace ravine
