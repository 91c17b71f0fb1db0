#include "core/diagnosis/diagnose.h"

#include <algorithm>
#include <cassert>
#include <limits>
#include <numbers>

#include "core/base/trend.h"

namespace ravine {
namespace {

// Works on one finished run; the members are what several of the rules need.
class Judge {
 public:
  Judge(const Run& run, const Trajectory& trajectory, const Landscape& landscape, const Thresholds& thresholds)
      : m_run(run), m_trajectory(trajectory), m_landscape(landscape), m_limits(thresholds) {
    m_view = landscape.domain.diagonal();
    m_last = trajectory.points.size() - 1;
    const auto steps = static_cast<std::int64_t>(m_last);
    const auto window = std::clamp(steps / thresholds.windowPart, thresholds.shortestWindow, thresholds.longestWindow);
    // A run shorter than the shortest window is judged by its second half.
    m_windowStart = m_last - static_cast<std::size_t>(steps < thresholds.shortestWindow ? steps / 2 : window);
    m_end = landscape.function->derivatives(trajectory.points.back());
    for (std::size_t t = m_windowStart; t < m_last; ++t) m_stepLengths.push_back(step(t).norm());
  }

  Diagnosis judge(const CancelPredicate& cancelled) {
    findOvershoots();
    findExcursion();
    findStability();
    describeEnd();
    m_result.stillFalling = isFalling();
    m_result.outcome = outcome();
    measureWindow();
    m_result.events = findEvents(m_run, m_trajectory, m_landscape, m_result, cancelled);
    return std::move(m_result);
  }

 private:
  const std::vector<Vector2>& points() const { return m_trajectory.points; }
  const std::vector<double>& losses() const { return m_trajectory.losses; }
  Vector2 step(std::size_t t) const { return points()[t + 1] - points()[t]; }

  void findOvershoots() {
    const auto& gradients = m_trajectory.gradients;
    for (std::size_t t = 0; t < m_last; ++t) {
      if (!(gradients[t].dot(gradients[t + 1]) < 0)) continue;
      if (step(t).norm() <= m_limits.rounding * (m_view + points()[t].norm())) continue;
      m_result.overshoots.push_back(static_cast<std::int64_t>(t));
      if (losses()[t + 1] > losses()[t]) ++m_result.uphillOvershoots;
    }
  }

  void findExcursion() {
    for (std::size_t t = 0; t <= m_last; ++t) {
      const bool inside = m_landscape.domain.contains(points()[t]);
      if (!inside && !m_result.leftDomainAt) m_result.leftDomainAt = t;
      if (inside && m_result.leftDomainAt && !m_result.returnedAt) m_result.returnedAt = t;
    }
  }

  void findStability() {
    const OptimizerInfo& optimizer = optimizerInfo(m_run);
    m_result.quadratic = m_landscape.quadratic;
    const auto& lrs = m_trajectory.lrs;
    const auto& limits = m_trajectory.stabilityLimits;
    for (std::size_t t = 0; t < lrs.size() && t < limits.size(); ++t)
      if (lrs[t] > limits[t]) {
        m_result.firstUnstableAt = t;
        break;
      }
    m_result.stability = optimizer.stability;
    const Eigenvalues curvature = eigenvalues(m_end.hessian);
    if (optimizer.stability != Stability::exact || hasNoise(m_run)) return;
    if (!m_landscape.quadratic || !m_trajectory.hasConstantRate() || lrs.empty() || curvature.lower < 0 ||
        curvature.upper <= 0)
      return;
    const double limit = optimizer.stabilityLimit(m_run.optimizer.parameters, curvature.upper);
    const double relative = lrs.front() / limit - 1;
    m_result.theory = std::abs(relative) <= m_limits.neutral ? QuadraticTheory::neutral
                      : relative > 0                         ? QuadraticTheory::unstable
                                                             : QuadraticTheory::stable;
  }

  void describeEnd() {
    m_result.finalLoss = losses().back();
    m_result.finalGradientNorm = m_end.gradient.norm();
    m_result.finalCurvature = eigenvalues(m_end.hessian);
    m_result.lowest = m_landscape.lowestMinimum();
    if (m_result.lowest) m_result.lossAboveLowest = losses().back() - m_result.lowest->value;
    if (const auto nearest = m_landscape.nearestMinimum(points().back()))
      m_result.distanceToMinimum = (nearest->point - points().back()).norm();
  }

  Outcome outcome() {
    if (isUnbounded()) return Outcome::unbounded;
    if (isDiverged()) return Outcome::diverged;
    if (isSettled()) {
      if (const auto settled = settledOutcome()) return *settled;
    }
    if (isOscillating()) return Outcome::oscillating;
    return Outcome::crawling;
  }

  bool endedFarAway() const { return m_landscape.domain.distanceTo(points().back()) > m_limits.farAway * m_view; }

  // Far away, or out of the range of numbers, while the loss was falling without end. Judged before divergence because
  // a run down a bottomless slope overflows in the end too.
  bool isUnbounded() const {
    const bool falling = losses().back() < losses().front() && losses().back() < losses()[m_windowStart] &&
                         losses()[m_last] <= losses()[m_last == 0 ? 0 : m_last - 1];
    return falling && endedFarAway() && (!m_result.lowest || losses().back() < m_result.lowest->value);
  }

  bool isDiverged() {
    const bool overflowed = m_trajectory.end == TrajectoryEnd::nonFinite;
    const bool above = losses().back() > losses().front();
    if (overflowed || (endedFarAway() && above)) {
      m_result.divergedAt = firstStepFarAway().value_or(m_trajectory.nonFiniteStep);
      return true;
    }
    const bool byTheory = m_result.theory == QuadraticTheory::unstable && unstablePartHasGrown();
    if ((stepsGrow() && lossRises() && above) || byTheory) {
      m_result.divergedAt = static_cast<std::int64_t>(m_last);
      return true;
    }
    return false;
  }

  bool stepsGrow() const {
    const Trend trend = logTrend(m_stepLengths);
    return trend.change > std::log(m_limits.growing) && trend.significance > m_limits.significant;
  }
  bool stepsShrink() const {
    const Trend trend = logTrend(m_stepLengths);
    return trend.change < std::log(m_limits.shrinking) && trend.significance < -m_limits.significant;
  }

  // Through the window, and to where it has never been before.
  bool lossRises() const {
    const auto from = losses().begin() + static_cast<std::ptrdiff_t>(m_windowStart);
    const double rise = *std::max_element(losses().begin(), from);
    const Trend trend(std::vector<double>(from, losses().end()));
    const auto highest = std::max_element(from, losses().end());
    const bool atTheEnd = losses().end() - highest <= (losses().end() - from) / 3;
    return trend.change > 0 && trend.significance > 1 && atTheEnd && *highest > m_limits.growing * rise;
  }

  // The means of equal parts of the second half of the run fall.
  bool isFalling() const {
    const std::size_t half = losses().size() / 2;
    const std::size_t count = losses().size() - half;
    if (count < 2 * m_limits.batches) return losses().back() < losses()[m_windowStart];
    std::vector<double> means(m_limits.batches, 0);
    for (std::size_t k = 0; k < means.size(); ++k) {
      const std::size_t from = half + k * count / means.size();
      const std::size_t to = half + (k + 1) * count / means.size();
      for (std::size_t t = from; t < to; ++t) means[k] += losses()[t] / static_cast<double>(to - from);
    }
    const bool always = std::is_sorted(means.rbegin(), means.rend()) && means.back() < means.front();
    if (hasNoise(m_run)) return Trend(means).significance < -m_limits.fallingInNoise;
    return always || Trend(means).significance < -m_limits.falling;
  }

  // The first step beyond all bounds from which the run never came back, if it ended there.
  std::optional<std::int64_t> firstStepFarAway() const {
    std::optional<std::int64_t> first;
    for (std::size_t t = m_last + 1; t-- > 0;) {
      if (m_landscape.domain.distanceTo(points()[t]) <= m_limits.farAway * m_view) break;
      first = static_cast<std::int64_t>(t);
    }
    return first;
  }

  // On a quadratic the gradient along the steepest axis is proportional to the distance from its floor.
  bool unstablePartHasGrown() const {
    const Vector2 steepest = principalCurvatures(m_end.hessian).upperDirection;
    const auto& gradients = m_trajectory.gradients;
    const double sharpness = m_result.finalCurvature.upper;
    double before = 0;
    double after = 0;
    for (std::size_t t = m_windowStart; t <= m_last; ++t) {
      double& part = t < m_windowStart + (m_last - m_windowStart) / 2 ? before : after;
      part = std::max(part, std::abs(gradients[t].dot(steepest)) / sharpness);
    }
    return after > before && after > m_limits.rounding * m_view;
  }

  bool isSettled() {
    const Vector2& end = points().back();
    const double radius = m_limits.settled * m_view;
    std::size_t since = m_last;
    while (since > 0 && (points()[since - 1] - end).norm() <= radius) --since;
    if (since > m_windowStart) return false;
    m_result.settledSince = static_cast<std::int64_t>(since);
    return true;
  }

  // Where a settled run has come to rest; nothing if it only moves too slowly to tell.
  std::optional<Outcome> settledOutcome() {
    const double reach = m_limits.settled * m_view;
    if (const auto kink = kinkWithin(reach)) return keepsBouncing() ? std::nullopt : std::optional(atMinimum(*kink));
    const auto near = refineCriticalPoint(*m_landscape.function, points().back(), 2 * reach);
    const double unit = m_landscape.spread / m_view;
    const bool flat = m_result.finalGradientNorm < m_limits.flatGradient * unit &&
                      std::max(std::abs(m_result.finalCurvature.lower), std::abs(m_result.finalCurvature.upper)) <
                          m_limits.flatCurvature * unit / m_view;
    const bool level = near && near->kind == CriticalKind::levelGround;
    if (flat && !level && (!near || !isSignificant(*near))) return Outcome::plateau;
    if (!near) return std::nullopt;
    if (!(newtonDistance(m_end, m_view) <= reach)) return std::nullopt;
    if (m_result.theory && *m_result.theory != QuadraticTheory::stable && keepsBouncing()) return std::nullopt;
    if (level) {
      const bool lowest = m_result.lowest && near->value <= m_result.lowest->value + sameValueTolerance();
      return lowest && !m_landscape.quadratic ? atMinimum(*near) : Outcome::plateau;
    }
    const Eigenvalues& curvature = near->curvature;
    const double largest = std::max(std::abs(curvature.lower), std::abs(curvature.upper));
    if (curvature.lower < -m_limits.negativeCurvature * largest || near->kind != CriticalKind::minimum) {
      m_result.endsAt = near;
      return Outcome::saddle;
    }
    return atMinimum(*near);
  }

  // Whether the loss changes around a critical point by more than what level ground may.
  bool isSignificant(const CriticalPoint& c) const {
    constexpr int directions = 16;
    double change = 0;
    for (int i = 0; i < directions; ++i) {
      const double angle = 2 * std::numbers::pi * i / directions;
      const Vector2 aside = m_limits.surroundings * m_view * Vector2(std::cos(angle), std::sin(angle));
      change = std::max(change, std::abs(m_landscape.function->value(c.point + aside) - c.value));
    }
    return change > m_limits.insignificant * m_landscape.spread;
  }

  Outcome atMinimum(const CriticalPoint& minimum) {
    m_result.endsAt = minimum;
    if (!m_result.lowest || minimum.value < m_result.lowest->value) m_result.lowest = minimum;
    m_result.lossAboveLowest = minimum.value - m_result.lowest->value;
    return m_result.lossAboveLowest > sameValueTolerance() ? Outcome::trapped : Outcome::converged;
  }

  double sameValueTolerance() const {
    return m_limits.sameValue * m_landscape.spread + 1e-12 * std::abs(m_result.lowest->value);
  }

  std::optional<CriticalPoint> kinkWithin(double reach) const {
    for (const CriticalPoint& c : m_landscape.criticalPoints)
      if (!c.differentiable && (c.point - points().back()).norm() <= reach) return c;
    return std::nullopt;
  }

  // The run goes round or back and forth, and its steps do not shrink over the window.
  bool keepsBouncing() const {
    if (m_stepLengths.size() < 3) return false;
    double path = 0;
    for (const double length : m_stepLengths) path += length;
    const double displacement = (points().back() - points()[m_windowStart]).norm();
    const bool aboveRounding = m_stepLengths.back() > m_limits.rounding * (m_view + points().back().norm());
    return aboveRounding && displacement < m_limits.goingRound * path && !stepsShrink();
  }

  bool isOscillating() {
    if (m_result.theory == QuadraticTheory::stable || !keepsBouncing()) return false;
    if (hasNoise(m_run) && m_result.stillFalling) return false;  // noise reverses steps all the way down
    m_result.period = period();
    Vector2 centre = Vector2::Zero();
    for (std::size_t t = m_windowStart + 1; t <= m_last; ++t) centre += points()[t];
    centre /= static_cast<double>(m_last - m_windowStart);
    m_result.endsAt = m_landscape.nearestMinimum(centre);
    return true;
  }

  std::optional<int> period() const {
    double size = 0;
    for (std::size_t t = m_windowStart; t < m_last; ++t) size = std::max(size, (points()[t] - points()[m_last]).norm());
    for (int p = 2; p <= m_limits.longestPeriod; ++p) {
      const auto lag = static_cast<std::size_t>(p);
      if (m_last < m_windowStart + 2 * lag) break;
      bool closes = true;
      for (std::size_t t = m_last - 2 * lag; t + lag <= m_last && closes; ++t)
        closes = (points()[t + lag] - points()[t]).norm() <= m_limits.samePhase * size;
      if (closes) return p;
    }
    return std::nullopt;
  }

  // The step whose η and λmax tell most: where a run that left first stepped too far, where one that arrived settled,
  // otherwise the last.
  std::size_t decisiveStep() const {
    if (m_result.outcome == Outcome::diverged || m_result.outcome == Outcome::unbounded)
      return static_cast<std::size_t>(m_result.firstUnstableAt.value_or(0));
    if (m_result.outcome == Outcome::converged || m_result.outcome == Outcome::trapped)
      return static_cast<std::size_t>(m_result.settledSince.value_or(0));
    return m_last;
  }

  // Where a run arrived, the curvature of the minimum counts, not that of a point beside it.
  std::optional<CriticalPoint> arrivedAt() const {
    const bool arrived = m_result.outcome == Outcome::converged || m_result.outcome == Outcome::trapped;
    return arrived && m_result.endsAt->differentiable ? m_result.endsAt : std::nullopt;
  }

  double sharpnessAt(std::size_t step) const {
    if (const auto minimum = arrivedAt()) return minimum->curvature.upper;
    return m_trajectory.sharpness.empty() ? m_result.finalCurvature.upper : m_trajectory.sharpness[step];
  }

  double limitAt(std::size_t step) const {
    const OptimizerInfo& optimizer = optimizerInfo(m_run);
    if (optimizer.stability == Stability::exact || m_trajectory.stabilityLimits.empty())
      return optimizer.stabilityLimit(m_run.optimizer.parameters, m_result.judgedSharpness);
    return m_trajectory.stabilityLimits[step];
  }

  void measureWindow() {
    const auto from = losses().begin() + static_cast<std::ptrdiff_t>(m_windowStart);
    const auto [low, high] = std::minmax_element(from, losses().end());
    m_result.lowestInWindow = *low;
    m_result.highestInWindow = *high;
    const auto meanFactor = [](double first, double last, std::size_t count) {
      return first > 0 && last > 0 && count > 0 ? std::pow(last / first, 1.0 / static_cast<double>(count)) : 1.0;
    };
    if (m_stepLengths.size() > 1)
      m_result.stepGrowth = meanFactor(m_stepLengths.front(), m_stepLengths.back(), m_stepLengths.size() - 1);
    if (m_result.lowest)
      m_result.lossFactor =
          meanFactor(*from - m_result.lowest->value, losses().back() - m_result.lowest->value, m_last - m_windowStart);
    const std::size_t decisive = decisiveStep();
    const Vector2 place = arrivedAt() ? arrivedAt()->point : points()[decisive];
    m_result.judgedSharpness = sharpnessAt(decisive);
    m_result.judgedDirection = principalCurvatures(m_landscape.function->derivatives(place).hessian).upperDirection;
    m_result.judgedLr = m_trajectory.lrs.empty() ? learningRate(m_run)(0, losses().front())
                                                 : m_trajectory.lrs[std::min(decisive, m_trajectory.lrs.size() - 1)];
    m_result.stabilityLimit = limitAt(decisive);
  }

  const Run& m_run;
  const Trajectory& m_trajectory;
  const Landscape& m_landscape;
  const Thresholds& m_limits;
  double m_view = 0;
  std::size_t m_last = 0;
  std::size_t m_windowStart = 0;
  Derivatives m_end;
  std::vector<double> m_stepLengths;  // of the window
  Diagnosis m_result;
};

}  // namespace

Diagnosis diagnose(const Run& run, const Trajectory& trajectory, const Landscape& landscape,
                   const Thresholds& thresholds, const CancelPredicate& cancelled) {
  assert(trajectory.end != TrajectoryEnd::cancelled && landscape.function);
  return Judge(run, trajectory, landscape, thresholds).judge(cancelled);
}

}  // namespace ravine
