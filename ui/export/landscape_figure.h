// The landscape of runs that share a loss function, as a figure: map, profile or relief, and of a model its data.
#pragma once

#include <memory>
#include <vector>

#include "core/run/experiment_view.h"
#include "ui/export/figure.h"
#include "ui/look/theme.h"
#include "ui/model/shown_run.h"

namespace ravine {

struct LandscapeSpec {
  std::vector<ShownRun> runs;  // not empty, each with a result
  RunId selected = RunId::none;
  Look look = Look::map;
  MapShows shows;
  std::optional<Box> zoom;  // of a map or profile
  std::optional<Box> dataZoom;
  SeenRelief relief;               // from where it is seen, if it is one
  std::vector<ShownRun> profiles;  // of the same function that are shown as profiles elsewhere
  Theme theme;
  double imageRatio = 1;  // pixels of the map's image for each pixel of the sheet
};

std::unique_ptr<Figure> landscapeFigure(const LandscapeSpec& spec, const QRectF& room, double playhead);

}  // namespace ravine
