// Runs an optimizer on a loss function and records every step. Pure: the same run gives bit for bit the same
// trajectory on one machine, its noise included. θ is never clamped and the gradient never clipped; a run that diverges
// is recorded up to its last finite state, and its end says so.
#pragma once

#include <limits>
#include <vector>

#include "core/base/types.h"
#include "core/run/experiment.h"

namespace ravine {

enum class TrajectoryEnd {
  finished,   // all steps were made
  nonFinite,  // the next θ, loss or gradient is infinite or NaN
  cancelled,
};

// State t = 0 … steps(): points, losses, gradients and sharpness have steps() + 1 entries, lrs and what steps see have
// steps().
struct Trajectory {
  std::vector<Vector2> points;
  std::vector<double> losses;      // finite
  std::vector<Vector2> gradients;  // of the loss alone, without noise and weight decay; finite after the start
  // What the step from θ_t saw at θ_t, of its batch and with noise; empty unless the run is stochastic.
  std::vector<double> seenLosses;
  std::vector<Vector2> seenGradients;
  std::vector<double> sharpness;  // λmax of the Hessian; NaN where it is not finite; empty if not recorded
  std::vector<double> lrs;        // lrs[t] led from θ_t to θ_{t+1}
  // The largest stable η at θ_t, as the optimizer stood then; infinite where nothing bounds it, NaN where it is not
  // known; as many as `sharpness`.
  std::vector<double> stabilityLimits;
  TrajectoryEnd end = TrajectoryEnd::finished;
  std::int64_t nonFiniteStep = -1;  // the first step whose state could not be recorded, and what is known of that
  Vector2 nonFinitePoint = Vector2::Constant(std::numeric_limits<double>::quiet_NaN());
  double nonFiniteLoss = std::numeric_limits<double>::quiet_NaN();  // finite where only the gradient is not

  std::int64_t steps() const { return static_cast<std::int64_t>(lrs.size()); }
  bool hasConstantRate() const;  // as also one without steps has
};

struct SimulateOptions {
  bool recordCurvature = true;
  // More steps than the run has: with the rate of its last, or with its schedule where that recurs for ever.
  std::int64_t stepsBeyond = 0;
  bool seesAll = false;  // each step has the whole gradient without noise, whatever the run says
  CancelPredicate cancelled = {};
};

// Precondition: validate(run) is empty but for the number of steps, which may be any from 1.
Trajectory simulate(const Run& run, const SimulateOptions& options = {});

}  // namespace ravine
