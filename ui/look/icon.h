// The icons in resources/icons.
#pragma once

#include <QColor>
#include <QIcon>

namespace ravine {

// In the theme's text colour or another.
QIcon themedIcon(const QString& name, const QColor& colour);

}  // namespace ravine
