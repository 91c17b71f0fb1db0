// Paints charts. Pure: the same scene gives the same picture on any paint device, off screen and as vectors. Curves are
// first traced to lines of few points, which serve for as long as content, area and axes stay.
#pragma once

#include <QPainter>
#include <QPolygonF>
#include <optional>
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

// All of it, inside scene.area and a small margin; the caller draws the axes.
void paintChart(QPainter& painter, const ChartScene& scene);

// Its parts, for widgets that keep some of them in caches.
void paintCurves(QPainter& painter, const ChartScene& scene, const std::vector<CurveLines>& lines);
void paintPlayhead(QPainter& painter, const ChartScene& scene);
// How curves end, if badly: always in full, whatever the playhead.
void paintEnds(QPainter& painter, const ChartScene& scene, const std::vector<CurveLines>& lines);
// Names of what is in the schedule.
void paintLandmarks(QPainter& painter, const ChartScene& scene);
// The value that is pointed at.
void paintPointed(QPainter& painter, const ChartScene& scene);
// The curve nearest to a place, if one is near; at its step.
std::optional<ChartPoint> pointAt(const ChartScene& scene, const QPointF& place);
// How much is left of curves after the playhead.
double futureOpacity(const Theme& theme);

}  // namespace ravine
