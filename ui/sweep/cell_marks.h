// How single cells of a sweep are painted: as a ground with its hatches, or as a point. Any thread.
#pragma once

#include <QImage>
#include <QPainter>

#include "core/sweep/lane_judge.h"
#include "ui/look/theme.h"
#include "ui/sweep/sweep_scene.h"

namespace ravine {

inline constexpr double kPointRadius = 3.2;  // pixels at scale 1, where there is room

// Of a pixel, by where it lies: hatches go on from cell to cell. `unit` is a pixel at scale 1, in device pixels.
QRgb inkOf(const CellLook& look, int x, int y, double unit, const Theme& theme);

// In device pixels, row 0 below.
template <class LookAt>
QImage imageOf(const QSize& size, double ratio, const Theme& theme, LookAt lookAt) {
  QImage image(size, QImage::Format_RGB32);
  const double unit = ratio * theme.px(1);
  for (int y = 0; y < size.height(); ++y) {
    auto* line = reinterpret_cast<QRgb*>(image.scanLine(y));
    for (int x = 0; x < size.width(); ++x) {
      const CellLook& look = lookAt(x, size.height() - 1 - y);
      line[x] = inkOf(look, x, y, unit, theme);
    }
  }
  image.setDevicePixelRatio(ratio);
  return image;
}

// Dots, triangles, rings and crosses, so that outcomes are told without colours too.
void paintPoint(QPainter& painter, const QPointF& at, CellOutcome outcome, double radius, const Theme& theme);
// The colour of a point.
QColor inkOf(CellOutcome outcome, const Theme& theme);

}  // namespace ravine
