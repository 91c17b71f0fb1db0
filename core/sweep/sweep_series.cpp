#include "core/sweep/sweep_series.h"

#include <cmath>

namespace ravine {

std::vector<Sweep> sweepsOver(const Sweep& sweep, const SweepAxis& axis, Problems& problems) {
  if (sweep.isOver(axis.quantity)) {
    problems.push_back(
        {axis.quantity, CORE_TEXT("Problem", "is swept over twice"), CORE_TEXT("Problem", "name another quantity")});
    return {};
  }
  if (axis.count > kMostFrames) {
    problems.push_back({axis.quantity, CORE_TEXT("Problem", "has too many values"),
                        CORE_TEXT("Problem", "give from 1 to %1").with(kMostFrames)});
    return {};
  }
  const Problems ofAxis = validate(Sweep{sweep.run, axis, {}});
  problems.insert(problems.end(), ofAxis.begin(), ofAxis.end());
  std::vector<Sweep> sweeps;
  for (int i = 0; i < axis.count && problems.empty(); ++i) {
    Sweep next = sweep;
    setQuantity(next.run, axis.quantity, axis.at(i));
    problems = validate(next);
    sweeps.push_back(std::move(next));
  }
  return problems.empty() ? sweeps : std::vector<Sweep>();
}

std::vector<Sweep> sweepsZooming(const Sweep& sweep, const ZoomTo& zoom, Problems& problems) {
  const double x = sweep.x.part(zoom.target.x());
  const double y = sweep.y ? sweep.y->part(zoom.target.y()) : 0;
  const auto isInside = [](double part) { return part >= 0 && part <= 1; };
  if (!isInside(x) || !isInside(y))
    problems.push_back({"zoom", CORE_TEXT("Problem", "goes to a place that is not on the map"),
                        CORE_TEXT("Problem", "give a place within the ranges that are swept")});
  if (!(zoom.magnification > 1) || !std::isfinite(zoom.magnification))
    problems.push_back({"magnification", CORE_TEXT("Problem", "is no number above 1"),
                        CORE_TEXT("Problem", "give a number such as %1").with("1e6")});
  if (zoom.frames < 2 || zoom.frames > kMostFrames)
    problems.push_back({"frames", CORE_TEXT("Problem", "%1 is no number of frames for a zoom").with(zoom.frames),
                        CORE_TEXT("Problem", "give from %1 to %2").with(2, kMostFrames)});
  std::vector<Sweep> sweeps;
  for (int i = 0; i < zoom.frames && problems.empty(); ++i) {
    const double width = std::pow(zoom.magnification, -static_cast<double>(i) / (zoom.frames - 1));
    const auto part = [width](double at) { return Interval{at - width * at, at + width * (1 - at)}; };
    Sweep next = sweep;
    next.x = partOf(sweep.run, sweep.x, part(x), sweep.x.count);
    if (sweep.y) next.y = partOf(sweep.run, *sweep.y, part(y), sweep.y->count);
    problems = validate(next);
    sweeps.push_back(std::move(next));
  }
  return problems.empty() ? sweeps : std::vector<Sweep>();
}

}  // namespace ravine
