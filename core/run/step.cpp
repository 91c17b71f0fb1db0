#include "core/run/step.h"

#include <algorithm>

#include "core/optimizer/stability.h"

namespace ravine {

StepReplay::StepReplay(const Run& run, const Trajectory& trajectory, const LossFunction& function)
    : m_trajectory(&trajectory),
      m_here{0, optimizerInfo(run).make(run.optimizer.parameters), gradientSource(run, function)} {
  m_marks.push_back(m_here.copy());
}

SeenLoss StepReplay::see(Stand& stand) const {
  const auto i = static_cast<std::size_t>(stand.t);
  return stand.source->at(stand.t, m_trajectory->points[i], {m_trajectory->losses[i], m_trajectory->gradients[i]});
}

StepInput StepReplay::inputOf(const Stand& stand, const SeenLoss& seen) const {
  const auto i = static_cast<std::size_t>(stand.t);
  return {.t = stand.t,
          .theta = m_trajectory->points[i],
          .loss = seen.loss,
          .gradient = seen.gradient,
          .lr = m_trajectory->lrs[i],
          .function = *seen.function};
}

void StepReplay::goTo(std::int64_t t) {
  const auto nearest = std::min(static_cast<std::size_t>(t / kStepsBetweenMarks), m_marks.size() - 1);
  if (t < m_here.t || m_marks[nearest].t > m_here.t) m_here = m_marks[nearest].copy();
  while (m_here.t < t) {
    const SeenLoss seen = see(m_here);
    m_here.optimizer->step(inputOf(m_here, seen));
    ++m_here.t;
    if (m_here.t == m_marks.back().t + kStepsBetweenMarks) m_marks.push_back(m_here.copy());
  }
}

std::optional<StepArithmetic> StepReplay::at(std::int64_t t) {
  if (t < 0 || t >= m_trajectory->steps()) return std::nullopt;
  goTo(t);
  Stand stand = m_here.copy();  // asked again, the step begins where it did
  const SeenLoss seen = see(stand);
  const StepInput input = inputOf(stand, seen);
  const Vector2 next = stand.optimizer->step(input);
  const auto i = static_cast<std::size_t>(t);
  return StepArithmetic{.t = t,
                        .theta = input.theta,
                        .gradient = m_trajectory->gradients[i],
                        .seen = seen.gradient,
                        .noise = seen.noise,
                        .rows = {seen.rows.begin(), seen.rows.end()},
                        .lr = input.lr,
                        .terms = stand.optimizer->terms(input),
                        .next = next,
                        .lossBefore = m_trajectory->losses[i],
                        .seenLoss = seen.loss,
                        .lossAfter = m_trajectory->losses[i + 1]};
}

std::optional<StepArithmetic> stepArithmetic(const Run& run, const Trajectory& trajectory, const LossFunction& function,
                                             std::int64_t t) {
  return StepReplay(run, trajectory, function).at(t);
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
