#include "ui/model/settings.h"

#include <QSettings>

namespace ravine::settings {
namespace {
constexpr auto kThemeChoice = "theme";
}

ThemeChoice themeChoice() {
  const QString word = QSettings().value(kThemeChoice).toString();
  return word == "light" ? ThemeChoice::light : word == "dark" ? ThemeChoice::dark : ThemeChoice::system;
}

void setThemeChoice(ThemeChoice choice) {
  QSettings().setValue(kThemeChoice, choice == ThemeChoice::light  ? "light"
                                     : choice == ThemeChoice::dark ? "dark"
                                                                   : "system");
}

}  // namespace ravine::settings
