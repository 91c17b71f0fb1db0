#include "core/simulate.h"

#include <cassert>
#include <limits>

namespace ravine {
namespace {

constexpr std::int64_t kStepsBetweenPolls = 1024;

// Fills a trajectory of known length; what was not reached is cut off at the end.
class Recorder {
 public:
  Recorder(std::int64_t steps, bool withCurvature) : m_withCurvature(withCurvature) {
    const auto size = static_cast<std::size_t>(steps) + 1;
    m_trajectory.points.resize(size);
    m_trajectory.losses.resize(size);
    m_trajectory.gradients.resize(size);
    m_trajectory.lrs.resize(size);
    if (!withCurvature) return;
    m_trajectory.sharpness.resize(size);
    m_trajectory.stabilityLimits.resize(size);
  }

  void state(std::size_t t, const Vector2& theta, double loss, const Vector2& gradient) {
    m_trajectory.points[t] = theta;
    m_trajectory.losses[t] = loss;
    m_trajectory.gradients[t] = gradient;
  }
  void curvature(std::size_t t, const Matrix2& hessian) {
    constexpr double unknown = std::numeric_limits<double>::quiet_NaN();
    const double sharpness = eigenvalues(hessian).upper;
    m_trajectory.sharpness[t] = std::isfinite(sharpness) ? sharpness : unknown;
  }
  void step(std::size_t t, double lr) { m_trajectory.lrs[t] = lr; }
  void limit(std::size_t t, double limit) { m_trajectory.stabilityLimits[t] = limit; }

  // With the states 0 … last.
  Trajectory finish(std::size_t last) {
    m_trajectory.points.resize(last + 1);
    m_trajectory.losses.resize(last + 1);
    m_trajectory.gradients.resize(last + 1);
    m_trajectory.lrs.resize(last);
    if (m_withCurvature) {
      m_trajectory.sharpness.resize(last + 1);
      m_trajectory.stabilityLimits.resize(last + 1);
    }
    return std::move(m_trajectory);
  }
  Trajectory& trajectory() { return m_trajectory; }

 private:
  bool m_withCurvature;
  Trajectory m_trajectory;
};

}  // namespace

Trajectory simulate(const Run& run, const SimulateOptions& options) {
  assert(run.steps >= 1);
  const auto function = makeLossFunction(lossFunctionInfo(run), run.lossFunction.parameters);
  const auto optimizer = optimizerInfo(run).make(run.optimizer.parameters);
  const LearningRate lr = learningRate(run);
  const NoiseSettings noiseSettings = ravine::noiseSettings(run.noise);
  std::optional<Noise> noise;
  if (noiseSettings.sigma > 0) noise.emplace(noiseSettings);

  Recorder recorder(run.steps, options.recordCurvature);
  Matrix2 hessian = Matrix2::Zero();
  Vector2 theta = run.start;
  const auto evaluate = [&]() -> ValueAndGradient {
    if (!options.recordCurvature) return function->gradient(theta);
    const Derivatives f = function->derivatives(theta);
    hessian = f.hessian;
    return {f.value, f.gradient};
  };

  ValueAndGradient f = evaluate();
  recorder.state(0, theta, f.value, f.gradient);
  if (options.recordCurvature) recorder.curvature(0, hessian);
  std::int64_t t = 0;
  for (; t < run.steps; ++t) {
    if (t % kStepsBetweenPolls == 0 && options.cancelled && options.cancelled()) {
      recorder.trajectory().end = TrajectoryEnd::cancelled;
      break;
    }
    const auto i = static_cast<std::size_t>(t);
    const double rate = lr(t, f.value);
    const Vector2 disturbance = noise ? noise->at(t) : Vector2::Zero();
    const Matrix2 hessianBefore = hessian;
    theta = optimizer->step({.t = t,
                             .theta = theta,
                             .loss = f.value,
                             .gradient = f.gradient + disturbance,
                             .noise = disturbance,
                             .lr = rate,
                             .function = *function});
    if (options.recordCurvature) recorder.limit(i, optimizer->stabilityLimit(hessianBefore));
    if (isFinite(theta)) f = evaluate();
    if (!isFinite(theta) || !std::isfinite(f.value) || !isFinite(f.gradient)) {
      recorder.trajectory().end = TrajectoryEnd::nonFinite;
      recorder.trajectory().nonFiniteStep = t + 1;
      break;
    }
    recorder.step(i, rate);
    recorder.state(i + 1, theta, f.value, f.gradient);
    if (options.recordCurvature) recorder.curvature(i + 1, hessian);
  }
  // No step begins at the last state; the optimizer stands as the step before left it.
  if (options.recordCurvature && recorder.trajectory().end != TrajectoryEnd::nonFinite)
    recorder.limit(static_cast<std::size_t>(t), optimizer->stabilityLimit(hessian));
  return recorder.finish(static_cast<std::size_t>(t));
}

}  // namespace ravine
