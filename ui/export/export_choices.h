// What somebody has chosen in the export dialog, remembered from one time to the next.
#pragma once

#include <QString>
#include <QVariantMap>

#include "ui/export/exporter.h"

namespace ravine {

struct ExportChoices {
  QString format = QStringLiteral("png");  // its ending
  SheetContent content = SheetContent::everything;
  RunId run = RunId::none;  // of a panel, or of code; not remembered
  QSizeF size{1280, 720};   // pixels of 1/96 inch
  bool inMm = false;        // how its sides are told
  double textSize = 14;
  double scale = 2;      // of pictures
  double filmScale = 1;  // of animations
  QString theme = QStringLiteral("light");
  bool caption = true;
  bool transparent = false;
  bool textAsPaths = false;
  double fps = 25;
  double secondsPerStep = 0.1;
  double pause = 1;
  bool loops = true;
  bool comparison = false;   // of data: the table of runs
  bool pytorch = false;      // of code
  std::optional<Look> look;  // of all landscapes, instead of their own; not remembered
  // Of an animation; not remembered.
  double from = 0;
  double to = 0;

  QVariantMap asMap() const;
  // What is missing or makes no sense is as at first.
  static ExportChoices fromMap(const QVariantMap& map);

  // Of this experiment, looked at like this, with the results of its runs.
  ExportRequest request(const Experiment& experiment, const ExperimentView& view,
                        const std::vector<RunResultPtr>& results) const;
};

struct ThemeName {
  QString id;
  QString text;  // in the language of the interface
  const Theme& theme;
};
std::vector<ThemeName> exportThemes();

}  // namespace ravine
