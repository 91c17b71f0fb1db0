// Learning rates as a few points with straight lines between them: the parameter of the schedule `piecewise_linear`, as
// it is dragged, drawn and typed. Steps are the schedule's own, factors parts of its nominal rate. What is made here is
// always allowed: whole ascending steps from 0, factors of at least 0. What was typed need not be whole; it is kept
// until it is moved.
#pragma once

#include <cstddef>
#include <vector>

#include "core/base/parameters.h"

namespace ravine {

struct Breakpoint {
  double step = 0;
  double factor = 0;

  bool operator==(const Breakpoint&) const = default;
};
using Breakpoints = std::vector<Breakpoint>;

inline constexpr auto kScheduleOfBreakpoints = "piecewise_linear";
// By hand: more can be typed.
inline constexpr std::size_t kFewestBreakpoints = 2;
inline constexpr std::size_t kMostBreakpoints = 12;

// Of that schedule with these parameters, and back. Precondition: the parameters are sound.
Breakpoints breakpointsFrom(const ParameterSet& parameters);
ParameterSet parametersFrom(const Breakpoints& points);

// Each gives the points as they then are. A point stays between its neighbours and within 0 … last.
Breakpoints withMoved(Breakpoints points, std::size_t which, const Breakpoint& to, std::int64_t last);
// The same points if there are as many as may be, or one at this step already.
Breakpoints withAdded(Breakpoints points, const Breakpoint& added, std::int64_t last);
// The same points if there are as few as may be.
Breakpoints withoutOne(Breakpoints points, std::size_t which);

// A factor as one would type it: to a thousandth of the highest one or finer, and never negative.
double tidyFactor(double factor, double highest);
double highestFactor(const Breakpoints& points);

}  // namespace ravine
