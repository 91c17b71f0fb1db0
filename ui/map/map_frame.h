// Where a map is: the part of the plane that it shows and the rectangle in which it shows it.
#pragma once

#include <QPointF>
#include <QRectF>

#include "core/base/types.h"

namespace ravine {

struct MapFrame {
  QRectF area;  // in pixels, y downwards
  Box view;     // in the units of θ

  // In double, because θ may be anywhere. Not finite if θ is farther away than numbers reach.
  QPointF toPixel(const Vector2& theta) const {
    return {area.left() + (theta.x() - view.x.lower) * perUnitX(),
            area.bottom() - (theta.y() - view.y.lower) * perUnitY()};
  }
  Vector2 fromPixel(const QPointF& pixel) const {
    return {view.x.lower + (pixel.x() - area.left()) / perUnitX(),
            view.y.lower + (area.bottom() - pixel.y()) / perUnitY()};
  }
  QRectF toPixels(const Box& box) const {
    return {toPixel({box.x.lower, box.y.upper}), toPixel({box.x.upper, box.y.lower})};
  }

  double perUnitX() const { return area.width() / view.x.length(); }
  double perUnitY() const { return area.height() / view.y.length(); }

  bool operator==(const MapFrame&) const = default;
};

}  // namespace ravine
