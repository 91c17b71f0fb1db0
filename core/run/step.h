// One update of a run in full: what went in, what the optimizer made of it, and what came out.
#pragma once

#include <optional>
#include <vector>

#include "core/run/simulate.h"

namespace ravine {

struct StepArithmetic {
  std::int64_t t = 0;                  // the step from θ_t to θ_{t+1}
  Vector2 theta = Vector2::Zero();     // θ_t
  Vector2 gradient = Vector2::Zero();  // of the loss at θ_t
  Vector2 noise = Vector2::Zero();     // added to it
  double lr = 0;
  std::vector<Term> terms;
  Vector2 next = Vector2::Zero();  // θ_{t+1}
  double lossBefore = 0;
  double lossAfter = 0;
};

// The step t of a trajectory that simulate(run) gave; nothing if the trajectory has no such step. Goes through the
// optimizer's steps up to t again.
std::optional<StepArithmetic> stepArithmetic(const Run& run, const Trajectory& trajectory, const LossFunction& function,
                                             std::int64_t t);

}  // namespace ravine
