// A run's schedule as it is looked at, small in the inspector or large where it is drawn: η over the steps, from the
// very function that the run uses, with the points that one can take hold of. A value; whoever has it can paint it
// (paintSchedule).
#pragma once

#include <QPolygonF>
#include <QString>
#include <optional>
#include <vector>

#include "core/diagnosis/run_result.h"
#include "core/run/run_breakpoints.h"
#include "ui/look/theme.h"

namespace ravine {

struct ScheduleScene {
  // Words beside a place.
  struct Reading {
    QPointF at;
    QString text;
  };

  QRectF area;         // in pixels
  double steps = 1;    // at its right edge
  double ceiling = 1;  // η at its upper edge
  // All of these in steps and η:
  QPolygonF curve;
  QPolygonF before;               // faint: as it was
  QPolygonF stroke;               // as the pen went
  std::vector<QPolygonF> limits;  // dashed: stability along the run's path, where it is known
  QPolygonF handles;
  std::optional<QPointF> playhead;
  std::optional<Reading> reading;

  std::optional<std::size_t> marked;   // the handle under the mouse or in the hand
  std::optional<std::size_t> focused;  // that keys move
  int colour = 0;                      // of the run
  Theme theme;

  QPointF toPixel(const QPointF& place) const;
  QPointF fromPixel(const QPointF& pixel) const;  // beyond the area too
};

// η at each step. A schedule that listens to the loss can be shown only as it went: after the end its last rate stands,
// and before there is a result the nominal one. Keeps what it needs.
LearningRate shownRates(const Run& run, const RunResultPtr& result);
// In steps and η, with at most `most` corners where it is not made of straight lines.
QPolygonF rateCurve(const Run& run, const LearningRate& rates, std::size_t most);
// Where these points of the run's schedule lie, after its warm-up; those beyond its end too.
QPolygonF handlesOf(const Run& run, const Breakpoints& points);
std::vector<QPolygonF> limitCurves(const RunResult& result);
double highestOf(const QPolygonF& curve);

}  // namespace ravine
