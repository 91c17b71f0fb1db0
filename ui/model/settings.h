// What is remembered from one start to the next, typed; one line each.
#pragma once

#include <QStringList>
#include <QVariantMap>

#include "ui/look/theme_source.h"

namespace ravine::settings {

ThemeChoice themeChoice();
void setThemeChoice(ThemeChoice choice);
double textScale();
void setTextScale(double scale);

QString language();  // empty: that of the system
void setLanguage(const QString& code);

// Paths of files that were opened or saved, the newest first.
QStringList recentFiles();
void addRecentFile(const QString& path);
void removeRecentFile(const QString& path);
QString lastFolder();  // in which a file was chosen; at first the user's documents
void setLastFolder(const QString& folder);
QString lastExportFolder();  // at first that of files
void setLastExportFolder(const QString& folder);
QVariantMap exportChoices();  // what was chosen for the last export; empty at first
void setExportChoices(const QVariantMap& choices);
bool beginsWithLastFile();  // instead of the first scenario
void setBeginsWithLastFile(bool begins);
bool hintsWereShown();  // those for the first steps
void setHintsWereShown(bool shown);

}  // namespace ravine::settings
