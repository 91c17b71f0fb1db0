// What is remembered from one start to the next, typed; one line each.
#pragma once

#include "ui/look/theme_source.h"

namespace ravine::settings {

ThemeChoice themeChoice();
void setThemeChoice(ThemeChoice choice);
double textScale();
void setTextScale(double scale);

}  // namespace ravine::settings
