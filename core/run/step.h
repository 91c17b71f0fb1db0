// One update of a run in full: what went in, what the optimizer made of it, what came out, and what the theory says
// that such a step does to each principal direction of a quadratic.
#pragma once

#include <optional>
#include <vector>

#include "core/loss/landscape.h"
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

struct DirectionFactor {
  double curvature;  // λ
  ModeFactor mode;
  bool plain;  // the factor is 1 − ηλ
};

// For both principal directions, the flatter first; once where they are alike, and none where there is no exact theory.
std::vector<DirectionFactor> directionFactors(const Run& run, const Landscape& landscape, double lr);

}  // namespace ravine
