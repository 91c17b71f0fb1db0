#include "core/schedule/breakpoints.h"

#include <algorithm>
#include <cassert>
#include <cmath>

#include "core/schedule/schedule.h"

namespace ravine {
namespace {

const ParameterInfo& pointsParameter() {
  const ScheduleInfo* info = findSchedule(kScheduleOfBreakpoints);
  assert(info);
  return info->parameters.front();
}

}  // namespace

Breakpoints breakpointsFrom(const ParameterSet& parameters) {
  const auto& numbers = std::get<std::vector<double>>(valueOf(pointsParameter(), parameters));
  Breakpoints points;
  for (std::size_t i = 0; i + 1 < numbers.size(); i += 2) points.push_back({numbers[i], numbers[i + 1]});
  return points;
}

ParameterSet parametersFrom(const Breakpoints& points) {
  std::vector<double> numbers;
  for (const Breakpoint& point : points) numbers.insert(numbers.end(), {point.step, point.factor});
  return {{pointsParameter().id, numbers}};
}

Breakpoints withMoved(Breakpoints points, std::size_t which, const Breakpoint& to, std::int64_t last) {
  const double lower = which == 0 ? 0 : std::floor(points[which - 1].step) + 1;
  double upper = static_cast<double>(last);
  if (which + 1 < points.size()) upper = std::min(upper, std::ceil(points[which + 1].step) - 1);
  Breakpoint& point = points.at(which);
  if (to.step != point.step && lower <= upper) point.step = std::clamp(std::round(to.step), lower, upper);
  if (to.factor != point.factor) point.factor = tidyFactor(to.factor, std::max(highestFactor(points), to.factor));
  return points;
}

Breakpoints withAdded(Breakpoints points, const Breakpoint& added, std::int64_t last) {
  if (points.size() >= kMostBreakpoints || last < 0) return points;
  const double step = std::clamp(std::round(added.step), 0.0, static_cast<double>(last));
  const auto next = std::lower_bound(points.begin(), points.end(), step,
                                     [](const Breakpoint& point, double at) { return point.step < at; });
  if (next != points.end() && next->step == step) return points;
  points.insert(next, {step, tidyFactor(added.factor, std::max(highestFactor(points), added.factor))});
  return points;
}

Breakpoints withoutOne(Breakpoints points, std::size_t which) {
  if (points.size() > kFewestBreakpoints) points.erase(points.begin() + static_cast<std::ptrdiff_t>(which));
  return points;
}

double tidyFactor(double factor, double highest) {
  if (!(factor > 0) || !(highest > 0)) return 0;
  constexpr int digits = 3;  // after the first of the highest
  const int decimals = digits - static_cast<int>(std::floor(std::log10(highest)));
  // Divided by a power of ten, which is exact, the result is the double nearest to the decimal number.
  const double power = std::pow(10, std::abs(decimals));
  return decimals >= 0 ? std::round(factor * power) / power : std::round(factor / power) * power;
}

double highestFactor(const Breakpoints& points) {
  double highest = 0;
  for (const Breakpoint& point : points) highest = std::max(highest, point.factor);
  return highest;
}

}  // namespace ravine
