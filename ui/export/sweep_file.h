// Sweeps as files: pictures, tables, and films over a third quantity or of a zoom. The same sweep gives the same bytes.
// The window and the command line ask for the same.
#pragma once

#include <QSizeF>
#include <QString>
#include <vector>

#include "core/sweep/sweep_map.h"
#include "ui/export/animation.h"
#include "ui/sweep/sweep_scene.h"

namespace ravine {

enum class SweepFileKind { picture, table, film };

// Of one sweep, that is done.
struct SweepFileFormat {
  QString ending;  // without the dot
  QString name;
  SweepFileKind kind;
  // In `size` pixels of 1/96 inch, of which a PNG has so many each.
  QByteArray (*write)(const SweepScene& scene, const QSizeF& size, double ratio);  // null for films
};
const std::vector<SweepFileFormat>& sweepFileFormats();
const SweepFileFormat* findSweepFileFormat(const QString& ending);  // in any case

// A range test as a picture or table, by the ending of its file; nothing if the ending is none of png, svg, pdf and
// csv.
struct RangeTestScene;
std::optional<QByteArray> rangeTestFile(const RangeTestScene& scene, const QString& ending, const QSizeF& size,
                                        double ratio);

struct SweepFilm {
  std::vector<Sweep> sweeps;  // at least one
  SweepValue value = SweepValue::outcome;
  Theme theme;
  QSizeF size{1280, 960};
  double fps = 12;
  int threads = 1;
};
// Blocks until it is made. Precondition: the format is one of films.
Exported film(const SweepFilm& film, const SweepFileFormat& format, const Progress& progress = {});

}  // namespace ravine
