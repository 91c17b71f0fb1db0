#include "ui/model/settings.h"

#include <QSettings>
#include <algorithm>
#include <array>
#include <cmath>
#include <utility>

namespace ravine::settings {
namespace {
constexpr auto kThemeChoice = "theme";
constexpr auto kTextScale = "textScale";

constexpr std::array<std::pair<ThemeChoice, const char*>, 4> kThemes{{{ThemeChoice::system, "system"},
                                                                      {ThemeChoice::light, "light"},
                                                                      {ThemeChoice::dark, "dark"},
                                                                      {ThemeChoice::projector, "projector"}}};
}  // namespace

ThemeChoice themeChoice() {
  const QString word = QSettings().value(kThemeChoice).toString();
  for (const auto& [choice, name] : kThemes)
    if (word == QLatin1String(name)) return choice;
  return ThemeChoice::system;
}

void setThemeChoice(ThemeChoice choice) {
  for (const auto& [known, name] : kThemes)
    if (known == choice) QSettings().setValue(kThemeChoice, QLatin1String(name));
}

double textScale() {
  bool sound = false;
  const double scale = QSettings().value(kTextScale, 1.0).toDouble(&sound);
  return sound && std::isfinite(scale) ? std::clamp(scale, kSmallestScale, kLargestScale) : 1;
}

void setTextScale(double scale) {
  QSettings().setValue(kTextScale, scale);
}

}  // namespace ravine::settings
