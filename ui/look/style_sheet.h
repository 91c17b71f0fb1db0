// How a theme reaches Qt's own widgets: a palette and a style sheet.
#pragma once

#include <QPalette>
#include <QString>

#include "ui/look/theme.h"

namespace ravine {

QPalette paletteFor(const Theme& theme);
QString styleSheetFor(const Theme& theme);

}  // namespace ravine
