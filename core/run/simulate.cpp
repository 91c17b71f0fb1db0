#include "core/run/simulate.h"

#include <algorithm>
#include <cassert>
#include <limits>

#include "core/run/gradient_source.h"

namespace ravine {
namespace {

constexpr std::int64_t kStepsBetweenPolls = 1024;

// Where a run stands: all that is known of the loss at θ.
struct State {
  Vector2 theta;
  double loss;
  Vector2 gradient;
  Matrix2 hessian;

  bool finite() const { return std::isfinite(loss) && isFinite(gradient); }
};

// Fills a trajectory of known length; what was not reached is cut off at the end.
template <bool withCurvature>
class Recorder {
 public:
  Recorder(std::int64_t steps, bool stochastic) : m_stochastic(stochastic) { resize(static_cast<std::size_t>(steps)); }

  void state(std::int64_t step, const State& state) {
    const auto t = static_cast<std::size_t>(step);
    m_trajectory.points[t] = state.theta;
    m_trajectory.losses[t] = state.loss;
    m_trajectory.gradients[t] = state.gradient;
    if constexpr (withCurvature) {
      const double sharpness = eigenvalues(state.hessian).upper;
      m_trajectory.sharpness[t] = std::isfinite(sharpness) ? sharpness : std::numeric_limits<double>::quiet_NaN();
    }
  }
  void step(std::int64_t step, double lr, const SeenLoss& seen) {
    const auto t = static_cast<std::size_t>(step);
    m_trajectory.lrs[t] = lr;
    if (!m_stochastic) return;
    m_trajectory.seenLosses[t] = seen.loss;
    m_trajectory.seenGradients[t] = seen.gradient;
  }
  void limit(std::int64_t t, const Optimizer& optimizer, const State& state) {
    if constexpr (withCurvature)
      m_trajectory.stabilityLimits[static_cast<std::size_t>(t)] = optimizer.stabilityLimit(state.hessian);
  }

  Trajectory& trajectory() { return m_trajectory; }
  // With the states 0 … last.
  Trajectory finish(std::int64_t last) {
    resize(static_cast<std::size_t>(last));
    return std::move(m_trajectory);
  }

 private:
  void resize(std::size_t steps) {
    m_trajectory.points.resize(steps + 1);
    m_trajectory.losses.resize(steps + 1);
    m_trajectory.gradients.resize(steps + 1);
    m_trajectory.lrs.resize(steps);
    if (m_stochastic) {
      m_trajectory.seenLosses.resize(steps);
      m_trajectory.seenGradients.resize(steps);
    }
    if constexpr (withCurvature) {
      m_trajectory.sharpness.resize(steps + 1);
      m_trajectory.stabilityLimits.resize(steps + 1);
    }
  }

  bool m_stochastic;
  Trajectory m_trajectory;
};

template <bool withCurvature>
void evaluate(const LossFunction& function, State& state) {
  if constexpr (withCurvature) {
    const Derivatives f = function.derivatives(state.theta);
    state = {state.theta, f.value, f.gradient, f.hessian};
  } else {
    const ValueAndGradient f = function.gradient(state.theta);
    state.loss = f.value;
    state.gradient = f.gradient;
  }
}

template <bool withCurvature>
Trajectory descend(const Run& run, const SimulateOptions& options) {
  const auto function = makeLossFunction(lossFunctionInfo(run), run.lossFunction.parameters);
  const auto optimizer = optimizerInfo(run).make(run.optimizer.parameters);
  const LearningRate lr = learningRate(run);
  const auto source = options.seesAll ? wholeGradient(*function) : gradientSource(run, *function);

  const std::int64_t steps = run.steps + options.stepsBeyond;
  const bool recurring = scheduleInfo(run).recurring;
  double rate = 0;
  Recorder<withCurvature> recorder(steps, isStochastic(run) && !options.seesAll);
  State state{run.start, 0, Vector2::Zero(), Matrix2::Zero()};
  evaluate<withCurvature>(*function, state);
  recorder.state(0, state);
  std::int64_t t = 0;
  for (; t < steps; ++t) {
    if (t % kStepsBetweenPolls == 0 && isCancelled(options.cancelled)) {
      recorder.trajectory().end = TrajectoryEnd::cancelled;
      break;
    }
    if (t < run.steps || recurring) rate = lr(t, state.loss);
    const SeenLoss seen = source->at(t, state.theta, {state.loss, state.gradient});
    const Vector2 next = optimizer->step({.t = t,
                                          .theta = state.theta,
                                          .loss = seen.loss,
                                          .gradient = seen.gradient,
                                          .lr = rate,
                                          .function = *seen.function});
    recorder.limit(t, *optimizer, state);
    state.theta = next;
    if (isFinite(next)) evaluate<withCurvature>(*function, state);
    if (!isFinite(next) || !state.finite()) {
      recorder.trajectory().end = TrajectoryEnd::nonFinite;
      recorder.trajectory().nonFiniteStep = t + 1;
      recorder.trajectory().nonFinitePoint = next;
      if (isFinite(next)) recorder.trajectory().nonFiniteLoss = state.loss;
      return recorder.finish(t);
    }
    recorder.step(t, rate, seen);
    recorder.state(t + 1, state);
  }
  recorder.limit(t, *optimizer, state);  // no step begins here; the optimizer stands as the step before left it
  return recorder.finish(t);
}

}  // namespace

bool Trajectory::hasConstantRate() const {
  return std::all_of(lrs.begin(), lrs.end(), [&](double lr) { return lr == lrs.front(); });
}

Trajectory simulate(const Run& run, const SimulateOptions& options) {
  assert(run.steps >= 1);
  return options.recordCurvature ? descend<true>(run, options) : descend<false>(run, options);
}

}  // namespace ravine
