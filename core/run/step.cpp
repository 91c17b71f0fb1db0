#include "core/run/step.h"

#include "core/optimizer/stability.h"

namespace ravine {

std::optional<StepArithmetic> stepArithmetic(const Run& run, const Trajectory& trajectory, const LossFunction& function,
                                             std::int64_t t) {
  if (t < 0 || t >= trajectory.steps()) return std::nullopt;
  const auto optimizer = optimizerInfo(run).make(run.optimizer.parameters);
  Noise noise(noiseSettings(run.noise));
  const auto inputAt = [&](std::int64_t step) {
    const auto i = static_cast<std::size_t>(step);
    const Vector2 disturbance = noise.at(step);
    return StepInput{.t = step,
                     .theta = trajectory.points[i],
                     .loss = trajectory.losses[i],
                     .gradient = trajectory.gradients[i] + disturbance,
                     .noise = disturbance,
                     .lr = trajectory.lrs[i],
                     .function = function};
  };
  for (std::int64_t step = 0; step < t; ++step) optimizer->step(inputAt(step));
  const StepInput input = inputAt(t);
  const Vector2 next = optimizer->step(input);
  const auto i = static_cast<std::size_t>(t);
  return StepArithmetic{.t = t,
                        .theta = input.theta,
                        .gradient = trajectory.gradients[i],
                        .noise = input.noise,
                        .lr = input.lr,
                        .terms = optimizer->terms(input),
                        .next = next,
                        .lossBefore = input.loss,
                        .lossAfter = trajectory.losses[i + 1]};
}

std::vector<DirectionFactor> directionFactors(const Run& run, const Landscape& landscape, double lr) {
  const OptimizerInfo& optimizer = optimizerInfo(run);
  if (!landscape.quadratic || !optimizer.modeFactor) return {};
  const auto factorFor = [&](double curvature) {
    const ModeFactor mode = optimizer.modeFactor(run.optimizer.parameters, lr, curvature);
    return DirectionFactor{curvature, mode, isPlainDescent(mode, lr, curvature)};
  };
  const Eigenvalues curvature = eigenvalues(landscape.function->derivatives(landscape.domain.centre()).hessian);
  std::vector<DirectionFactor> factors{factorFor(curvature.lower)};
  if (curvature.upper != curvature.lower) factors.push_back(factorFor(curvature.upper));
  return factors;
}

}  // namespace ravine
