// Texts on a map: on a piece of paper that keeps them readable, inside the map.
#pragma once

#include <QPainter>
#include <QString>

#include "ui/look/theme.h"

namespace ravine {

// Beside a point, on the side where there is more room.
void paintLabel(QPainter& painter, const QRectF& area, const QString& text, const QPointF& near, const QColor& ink,
                const Theme& theme);
// Above the end of a line.
void paintTag(QPainter& painter, const QRectF& area, const QString& text, const QPointF& at, const Theme& theme);
// In the lower left corner.
void paintNote(QPainter& painter, const QRectF& area, const QString& text, const Theme& theme);

}  // namespace ravine
