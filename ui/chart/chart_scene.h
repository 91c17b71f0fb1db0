// All that a chart of curves over the steps of the runs shows at one moment, as a value: what is plotted (ChartContent,
// from the runs) and how it is looked at. Whoever has it can paint it.
#pragma once

#include <QRectF>
#include <QString>
#include <cmath>
#include <cstdint>
#include <limits>
#include <memory>
#include <optional>
#include <vector>

#include "core/run/landmarks.h"
#include "ui/look/theme.h"
#include "ui/model/shown_run.h"

namespace ravine {

// Values at steps 0, 1, …: numbers that belong to a result, seen through a base line and a floor. Shares them.
struct Series {
  std::shared_ptr<const std::vector<double>> numbers;
  double base = 0;                                          // what is plotted is the number less this
  double floor = -std::numeric_limits<double>::infinity();  // and at least this
  bool holdsLast = false;                                   // the last number counts one step longer

  std::size_t size() const { return numbers->empty() ? 0 : numbers->size() + (holdsLast ? 1 : 0); }
  // NaN leaves a gap, as does what is infinite.
  double operator[](std::size_t step) const {
    const double number = (*numbers)[std::min(step, numbers->size() - 1)];
    return std::isfinite(number) ? std::max(number - base, floor) : std::numeric_limits<double>::quiet_NaN();
  }
};

enum class CurveRole {
  value,  // of the run
  limit,  // that it is held against; dashed
  mean,   // of values that jump about it, which are thin then; bold, over all of them
  seen,   // what each step saw of the value, of its batch; faint
};

struct Curve {
  RunId run = RunId::none;
  int colour = 0;
  Series values;
  CurveRole role = CurveRole::value;
  QString endMark;  // how it ended, if badly: "diverged at step 69"
  QString name;     // of the run
};

// The loss of a run as somebody expects it, drawn by hand.
struct Sketch {
  RunId run = RunId::none;
  int colour = 0;
  std::vector<Vector2> points;  // steps, ascending, and values as they are plotted

  bool operator==(const Sketch&) const = default;
};

struct ChartContent {
  std::vector<Curve> curves;
  bool logarithmic = false;
  Interval range;  // of the value axis; curves beyond it leave through its border with an arrow
  QString note;    // beside the title: what the scale is
  QString title;   // "Loss"
  std::vector<Landmark> landmarks;
  bool endIsKept = false;            // what is beyond the playhead is not to be seen yet
  std::int64_t stepsPerEpoch = 1;    // the axis counts epochs of so many steps, where all runs have the same
  std::vector<std::int64_t> epochs;  // their lengths where these differ, longest first
};
// "step" or "epoch (5 steps)", as the axis is called.
QString stepAxisName(const ChartContent& content);

// Everything the runs' losses can do is shown: on a log scale as the gap to the lowest known loss where that is needed,
// with divergence cut off where it would flatten the rest, and ending where rounding begins. Or the length of the
// gradient, how far that of a batch is from it, or the distance to the nearest minimum of the lowest.
ChartContent lossContent(const std::vector<ShownRun>& runs, const ChartSettings& settings);
// What is subtracted from a run's loss in that chart.
double lossBase(const std::vector<ShownRun>& runs, const ShownRun& of, const ChartSettings& settings);
// η_t of each run and, dashed, the stability limit along its path.
ChartContent rateContent(const std::vector<ShownRun>& runs, const ChartSettings& settings);

// "Loss", as the title of the chart.
QString quantityName(Quantity quantity);

// A point of a curve that is pointed at.
struct ChartPoint {
  std::size_t curve;
  std::size_t step;
  bool operator==(const ChartPoint&) const = default;
};

struct ChartScene {
  ChartContent content;
  QRectF area;      // in pixels, between the axes
  Interval steps;   // of the step axis
  Interval values;  // of the value axis: the content's range, or a part of it
  double playhead = 0;
  RunId selected = RunId::none;
  std::optional<ChartPoint> pointed;
  std::vector<Sketch> sketches;
  Theme theme;
};

// In words: what each curve is at the playhead, and the scale. `runs` are those that the content was made from.
QString describe(const ChartScene& scene, const std::vector<ShownRun>& runs);

}  // namespace ravine
