// By what a run is known on screen: a colour and a marker shape, so that nothing depends on colour alone.
#pragma once

#include <QColor>
#include <QPixmap>

#include "ui/look/theme.h"

class QPainter;

namespace ravine {

// Okabe & Ito (2008), readable with every kind of colour vision, and two more.
QColor runColour(int colour, const Theme& theme);
// Shades of it that stand out from the theme's cards: as text, and as a line or mark.
QColor runTextColour(int colour, const Theme& theme);
QColor runLineColour(int colour, const Theme& theme);
// Where colours do not tell runs apart: the dashes of its curves, as a pen has them; empty for a solid line.
QList<qreal> runDashes(int colour, const Theme& theme);
void drawRunMarker(QPainter& painter, const QPointF& centre, double radius, int colour);
QPixmap runMarkerPixmap(int colour, const Theme& theme, double devicePixelRatio);

}  // namespace ravine
