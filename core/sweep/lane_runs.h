// Many runs at once that differ in their starts and rates alone, as the cells of a map do: only how each ends is kept.
// What a cell says is, bit for bit, what simulate() gives of the run that it stands for.
#pragma once

#include <span>
#include <vector>

#include "core/run/simulate.h"

namespace ravine {

struct Lane {
  Vector2 start;
  double lr;  // the nominal rate
};

struct LaneEnd {
  Vector2 point;  // the last finite state, as a trajectory has it
  double loss;
  double lowestLoss;  // on the whole way
  std::int64_t steps;
  TrajectoryEnd end;  // never cancelled
};

// The run that a lane stands for.
Run runOfLane(Run run, const Lane& lane);

// In the order of `lanes`; empty if cancelled. Precondition: validate(runOfLane(run, lane)) is empty for each.
std::vector<LaneEnd> runLanes(const Run& run, std::span<const Lane> lanes, const CancelPredicate& cancelled = {});

}  // namespace ravine
