// Where the curves of a chart run, in pixels: traced to lines of few points, which serve for as long as content, area
// and axes stay.
#pragma once

#include <QPointF>
#include <QPolygonF>
#include <vector>

#include "ui/chart/chart_scene.h"

namespace ravine {

// From steps and values to pixels.
class ChartScale {
 public:
  explicit ChartScale(const ChartScene& scene);

  double x(double step) const { return m_left + step * m_perStep; }
  // Far outside the area stays within what a painter can take.
  double y(double value) const;
  QPointF at(double step, double value) const { return {x(step), y(value)}; }

 private:
  double scaled(double value) const;

  QRectF m_area;
  bool m_logarithmic;
  double m_left;
  double m_perStep;
  double m_lower;
  double m_perUnit;
};

// One curve: connected pieces, with at most four points for each column of pixels, so that long runs paint fast and
// lose no spike; and, of a limit that goes up and down faster than one can see, bands between its lowest and highest
// values.
struct CurveLines {
  std::vector<QPolygonF> lines;
  std::vector<QPolygonF> bands;
};
std::vector<CurveLines> traceCurves(const ChartScene& scene);

}  // namespace ravine
