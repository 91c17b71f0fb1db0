// What can be exported of an experiment, in one table: pictures, animations, data and code, each as the bytes of a
// file. The dialog and the command line ask for the same.
#pragma once

#include <QByteArray>
#include <QString>
#include <optional>
#include <vector>

#include "core/export/data.h"
#include "ui/export/animation.h"
#include "ui/export/picture.h"
#include "ui/export/sheet.h"

namespace ravine {

enum class ExportKind { picture, animation, data, code };
enum class CodeLibrary { numpy, pytorch };

struct ExportRequest {
  SheetSpec sheet;  // with the experiment, how it is looked at, and the results of its runs
  double scale = 2;
  bool transparent = false;
  SvgText text = SvgText::text;
  AnimationTiming timing;
  Table table = Table::trajectories;
  CodeLibrary library = CodeLibrary::numpy;
  RunId codeOf = RunId::none;  // none: the first
};

struct ExportFormat {
  QString ending;  // without the dot
  QString name;    // "PNG", and what it is good for
  ExportKind kind;
  Exported (*make)(const ExportRequest& request, const Progress& progress);
};
const std::vector<ExportFormat>& exportFormats();
const ExportFormat* findExportFormat(const QString& ending);

// A page on which a picture has no room.
Problem noRoomForPicture();

// What is wrong with a request, before anything is made: sizes, steps, speeds.
Problems check(const ExportRequest& request, const ExportFormat& format);
// Blocks until it is made, and paints on other threads. `progress` is called on this one.
Exported exported(const ExportRequest& request, const ExportFormat& format, const Progress& progress = {});

}  // namespace ravine
