#include "ui/model/settings.h"

#include <QDir>
#include <QFileInfo>
#include <QSettings>
#include <QStandardPaths>
#include <algorithm>
#include <array>
#include <cmath>
#include <utility>

namespace ravine::settings {
namespace {
constexpr auto kThemeChoice = "theme";
constexpr auto kTextScale = "textScale";
constexpr auto kLanguage = "language";
constexpr auto kRecentFiles = "recentFiles";
constexpr auto kLastFolder = "lastFolder";
constexpr auto kLastExportFolder = "lastExportFolder";
constexpr auto kExport = "export";
constexpr auto kBeginsWithLastFile = "beginsWithLastFile";
constexpr auto kHintsWereShown = "hintsWereShown";
constexpr qsizetype kMostRecentFiles = 9;

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

QString language() {
  return QSettings().value(kLanguage).toString();
}

void setLanguage(const QString& code) {
  QSettings().setValue(kLanguage, code);
}

QStringList recentFiles() {
  return QSettings().value(kRecentFiles).toStringList();
}

void addRecentFile(const QString& path) {
  QStringList files = recentFiles();
  files.removeAll(path);
  files.prepend(path);
  QSettings().setValue(kRecentFiles, files.mid(0, kMostRecentFiles));
}

void removeRecentFile(const QString& path) {
  QStringList files = recentFiles();
  files.removeAll(path);
  QSettings().setValue(kRecentFiles, files);
}

QString lastFolder() {
  const QString documents = QStandardPaths::writableLocation(QStandardPaths::DocumentsLocation);
  const QString folder = QSettings().value(kLastFolder, documents).toString();
  return QFileInfo(folder).isDir() ? folder : QDir::homePath();
}

void setLastFolder(const QString& folder) {
  QSettings().setValue(kLastFolder, folder);
}

QString lastExportFolder() {
  const QString folder = QSettings().value(kLastExportFolder).toString();
  return QFileInfo(folder).isDir() ? folder : lastFolder();
}

void setLastExportFolder(const QString& folder) {
  QSettings().setValue(kLastExportFolder, folder);
}

QVariantMap exportChoices() {
  return QSettings().value(kExport).toMap();
}

void setExportChoices(const QVariantMap& choices) {
  QSettings().setValue(kExport, choices);
}

bool beginsWithLastFile() {
  return QSettings().value(kBeginsWithLastFile, false).toBool();
}

void setBeginsWithLastFile(bool begins) {
  QSettings().setValue(kBeginsWithLastFile, begins);
}

bool hintsWereShown() {
  return QSettings().value(kHintsWereShown, false).toBool();
}

void setHintsWereShown(bool shown) {
  QSettings().setValue(kHintsWereShown, shown);
}

}  // namespace ravine::settings
