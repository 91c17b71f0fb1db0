#include "core/simulate.h"

#include <cassert>
#include <limits>

namespace ravine {
namespace {

constexpr std::int64_t kStepsBetweenPolls = 1024;

// The state at θ as it will be recorded, or nothing if the loss or its gradient is not finite.
struct State {
  double loss;
  Vector2 gradient;
  double sharpness = std::numeric_limits<double>::quiet_NaN();

  bool finite() const { return std::isfinite(loss) && isFinite(gradient); }
};

State evaluate(const LossFunction& function, const Vector2& theta, bool withCurvature) {
  if (!withCurvature) {
    const ValueAndGradient f = function.gradient(theta);
    return {f.value, f.gradient};
  }
  const Derivatives f = function.derivatives(theta);
  const double sharpness = eigenvalues(f.hessian).upper;
  State state{f.value, f.gradient};
  if (std::isfinite(sharpness)) state.sharpness = sharpness;
  return state;
}

void record(Trajectory& trajectory, const Vector2& theta, const State& state, bool withCurvature) {
  trajectory.points.push_back(theta);
  trajectory.losses.push_back(state.loss);
  trajectory.gradients.push_back(state.gradient);
  if (withCurvature) trajectory.sharpness.push_back(state.sharpness);
}

}  // namespace

Trajectory simulate(const Run& run, const SimulateOptions& options) {
  assert(validate(run).empty());
  const auto function = makeLossFunction(lossFunctionInfo(run), run.lossFunction.parameters);
  const auto optimizer = optimizerInfo(run).make(run.optimizer.parameters);
  const LearningRate lr = learningRate(run);

  Trajectory trajectory;
  const auto size = static_cast<std::size_t>(run.steps) + 1;
  trajectory.points.reserve(size);
  trajectory.losses.reserve(size);
  trajectory.gradients.reserve(size);
  trajectory.lrs.reserve(size - 1);
  if (options.recordCurvature) trajectory.sharpness.reserve(size);

  Vector2 theta = run.start;
  State state = evaluate(*function, theta, options.recordCurvature);
  record(trajectory, theta, state, options.recordCurvature);
  for (std::int64_t t = 0; t < run.steps; ++t) {
    if (t % kStepsBetweenPolls == 0 && options.cancelled && options.cancelled()) {
      trajectory.end = TrajectoryEnd::cancelled;
      break;
    }
    const double rate = lr(t);
    theta = optimizer->step({.t = t, .theta = theta, .gradient = state.gradient, .lr = rate, .function = *function});
    if (isFinite(theta)) state = evaluate(*function, theta, options.recordCurvature);
    if (!isFinite(theta) || !state.finite()) {
      trajectory.end = TrajectoryEnd::nonFinite;
      trajectory.nonFiniteStep = t + 1;
      break;
    }
    trajectory.lrs.push_back(rate);
    record(trajectory, theta, state, options.recordCurvature);
  }
  return trajectory;
}

}  // namespace ravine
