#include "ui/inspector/schedule_scene.h"

#include <algorithm>
#include <cmath>

namespace ravine {
namespace {

// As far as the run goes: a curve that ends before goes on level.
QPolygonF upTo(double end, const QPolygonF& curve) {
  QPolygonF cut;
  for (const QPointF& place : curve) {
    if (place.x() >= end) {
      const QPointF before = cut.isEmpty() ? place : cut.last();
      const double part = place.x() > before.x() ? (end - before.x()) / (place.x() - before.x()) : 1;
      return cut << QPointF(end, before.y() + (place.y() - before.y()) * part);
    }
    cut << place;
  }
  return cut << QPointF(end, cut.last().y());
}

}  // namespace

QPointF ScheduleScene::toPixel(const QPointF& place) const {
  return {area.left() + place.x() / steps * area.width(), area.bottom() - place.y() / ceiling * area.height()};
}

QPointF ScheduleScene::fromPixel(const QPointF& pixel) const {
  return {(pixel.x() - area.left()) / area.width() * steps, (area.bottom() - pixel.y()) / area.height() * ceiling};
}

LearningRate shownRates(const Run& run, const RunResultPtr& result) {
  if (!scheduleInfo(run).listens) return learningRate(run);
  if (!result) return [lr = run.lr](std::int64_t, double) { return lr; };
  return [result](std::int64_t t, double) { return rateAt(*result, static_cast<std::size_t>(t)); };
}

QPolygonF rateCurve(const Run& run, const LearningRate& rates, std::size_t most) {
  const auto end = static_cast<double>(run.steps);
  QPolygonF curve;
  const bool held = stepsPerUnit(run) > 1;  // for each epoch: stairs
  if (const Breakpoints points = breakpoints(run); !points.empty() && !held) {
    const QPolygonF handles = handlesOf(run, points);
    if (run.warmUp > 0) curve << QPointF(0, rates(0, 0));
    curve << QPointF(static_cast<double>(run.warmUp), rates(run.warmUp, 0));
    for (const QPointF& handle : handles)
      if (handle.x() > curve.last().x()) curve << handle;
    return upTo(end, curve);
  }
  const std::int64_t count = std::min(run.steps, static_cast<std::int64_t>(most));
  for (std::int64_t i = 0; i < count; ++i) {
    const std::int64_t t = i * (run.steps - 1) / std::max<std::int64_t>(1, count - 1);
    curve << QPointF(static_cast<double>(t), rates(t, 0));
  }
  return upTo(end, curve);
}

QPolygonF handlesOf(const Run& run, const Breakpoints& points) {
  const double nominal = nominalRate(run);
  QPolygonF handles;
  for (const Breakpoint& point : points) handles << QPointF(runStepOf(run, point.step), nominal * point.factor);
  return handles;
}

std::vector<QPolygonF> limitCurves(const RunResult& result) {
  const std::vector<double>& limits = result.trajectory.stabilityLimits;
  constexpr std::size_t most = 2000;  // corners: more than pixels
  const std::size_t stride = 1 + limits.size() / most;
  std::vector<QPolygonF> curves(1);
  for (std::size_t t = 0; t < limits.size(); t += stride) {
    if (std::isfinite(limits[t]))
      curves.back() << QPointF(static_cast<double>(t), limits[t]);
    else if (!curves.back().isEmpty())
      curves.emplace_back();
  }
  return curves;
}

double highestOf(const QPolygonF& curve) {
  double highest = 0;
  for (const QPointF& place : curve) highest = std::max(highest, place.y());
  return highest;
}

}  // namespace ravine
