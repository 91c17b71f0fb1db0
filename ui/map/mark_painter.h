// The marks that every picture of a landscape has: where runs start, where they are, and critical points.
#pragma once

#include <QPainter>
#include <QString>

#include "ui/look/theme.h"
#include "ui/map/map_frame.h"
#include "ui/model/shown_run.h"

namespace ravine {

class MapLabels;

// At `at`, in pixels; `scale` is the theme's.
void paintMinimum(QPainter& painter, const QPointF& at, bool isLowest, bool many, double scale);
void paintMinimumOfCurve(QPainter& painter, const QPointF& at, double scale);  // one point of it
void paintSaddle(QPainter& painter, const QPointF& at, bool many, double scale);

// A ring where a run starts, if that is in the frame.
void paintStart(QPainter& painter, const MapFrame& frame, const QPointF& at, int colour, const Theme& theme);

// How the run ended, once the playhead is there, if it ended badly.
QString endingAt(const RunResult& result, double playhead);

// The head of a path, and how the run ended; one that is out of the frame is an arrow on its border, with a
// text that says where. `place` is in the units of the frame's view.
void paintHead(QPainter& painter, const MapFrame& frame, const Vector2& place, const ShownRun& shown, double playhead,
               const QString& where, const Theme& theme, MapLabels& labels);
// The arrow alone, with a text beside it.
void paintHeadOutside(QPainter& painter, const QRectF& area, const QPointF& direction, int colour, const QString& text,
                      const Theme& theme, MapLabels& labels);
// The direction on the screen, as a unit vector, in which a place lies from the middle of the frame, however far.
QPointF directionTo(const Vector2& place, const MapFrame& frame);

}  // namespace ravine
