#include "core/run/step.h"

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

}  // namespace ravine
