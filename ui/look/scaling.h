// Lengths in pixels that follow the theme's scale: margins and gaps of layouts, and sizes that widgets are given here.
// They are written for scale 1; whoever lays something out says so once and need not think of the scale again.
#pragma once

#include <QSize>

class QAbstractButton;
class QWidget;

namespace ravine {

// At scale 1. 0 leaves a length alone.
void setBaseFixedSize(QWidget& widget, const QSize& size);
void setBaseMinimumSize(QWidget& widget, const QSize& size);
void setBaseIconSize(QAbstractButton& button, int size);

// All layouts and all lengths set as above, of a window and what is in it.
void applyScale(QWidget& window, double scale);
// The same for what has been added to a window meanwhile.
void followScale(QWidget& part);

}  // namespace ravine
