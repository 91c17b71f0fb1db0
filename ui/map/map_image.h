// A loss function's map: bands of colour and contour lines as an image, painted off the main thread.
#pragma once

#include <QImage>
#include <QPolygonF>
#include <vector>

#include "core/base/types.h"
#include "core/loss/contour.h"
#include "core/loss/loss_function.h"
#include "ui/look/map_colour.h"
#include "ui/map/map_frame.h"

namespace ravine {

inline constexpr double kContourWidth = 0.8;  // pixels
inline constexpr int kMapLevels = 18;         // of contour lines within the domain

QPolygonF toPixels(const MapFrame& frame, const ContourLine& line);

// Of what lies below the first of the levels, between two of them, and above the last.
std::vector<QRgb> bandColours(const std::vector<double>& levels, MapColours palette);

struct MapImage {
  Box box;
  QImage image;
  std::vector<ContourLine> contours;  // where they are not in the image
  Field sharpness;                    // λmax, on a coarser grid
};

// `size` in device pixels. The levels suit the part of `box` inside `domain`. Where the function is not finite the map
// is grey. Unfinished if cancelled.
MapImage paintMapImage(const LossFunction& function, const Box& domain, const Box& box, const QSize& size,
                       double devicePixelRatio, const CancelPredicate& cancelled,
                       MapColours colours = MapColours::viridis);
// The same with its contours apart, as lines that stay sharp in a picture of whatever size.
MapImage mapWithContours(const LossFunction& function, const Box& domain, const Box& box, const QSize& size,
                         double devicePixelRatio, MapColours colours);

}  // namespace ravine
