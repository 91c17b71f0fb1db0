#include "core/diagnosis/diagnose.h"

#include <algorithm>
#include <cassert>
#include <limits>

#include "core/base/trend.h"
#include "core/diagnosis/end_steps.h"
#include "core/diagnosis/judge_end.h"
#include "core/diagnosis/look_ahead.h"
#include "core/diagnosis/settling.h"

namespace ravine {
namespace {

// Works on one finished run; the members are what several of the rules need.
class Judge {
 public:
  Judge(const Run& run, const Trajectory& trajectory, const Landscape& landscape, const Thresholds& thresholds,
        const CancelPredicate& cancelled)
      : m_run(run),
        m_trajectory(trajectory),
        m_landscape(landscape),
        m_limits(thresholds),
        m_cancelled(cancelled),
        m_view(landscape.domain.diagonal()),
        m_last(trajectory.points.size() - 1),
        m_windowStart(windowStart(trajectory.steps(), thresholds)),
        m_end(landscape.function->derivatives(trajectory.points.back())),
        m_ahead(run, trajectory, cancelled),
        m_endSteps(run, trajectory, m_windowStart, m_view, thresholds, m_ahead) {}

  Diagnosis judge() {
    findOvershoots();
    findExcursions();
    findStability();
    findLowest();
    describeEnd();
    describeMotion();
    m_result.outcome = outcome();
    lookAround();
    lookForFlight();
    lookBack();
    measureWindow();
    return std::move(m_result);
  }
  Diagnosis judgeWithEvents() {
    Diagnosis judged = judge();
    judged.events = findEvents(m_run, m_trajectory, m_landscape, judged, m_ahead, m_cancelled);
    return judged;
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
      if (losses()[t + 1] - losses()[t] > m_limits.noRise * m_landscape.spread) ++m_result.uphillOvershoots;
    }
  }

  void findExcursions() {
    bool wasInside = true;
    for (std::size_t t = 0; t <= m_last; ++t) {
      const bool inside = m_landscape.domain.contains(points()[t]);
      if (!inside && wasInside) m_result.excursions.push_back({static_cast<std::int64_t>(t), {}});
      if (inside && !wasInside) m_result.excursions.back().back = static_cast<std::int64_t>(t);
      wasInside = inside;
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
    if (optimizer.stability != Stability::exact || isStochastic(m_run)) return;
    if (!m_landscape.quadratic || !m_trajectory.hasConstantRate() || lrs.empty() || curvature.lower < 0 ||
        curvature.upper <= 0)
      return;
    const double limit = optimizer.stabilityLimit(m_run.optimizer.parameters, curvature.upper);
    const double relative = lrs.front() / limit - 1;
    m_result.theory = std::abs(relative) <= m_limits.neutral ? QuadraticTheory::neutral
                      : relative > 0                         ? QuadraticTheory::unstable
                                                             : QuadraticTheory::stable;
  }

  // What the landscape knows, unless the run has found something lower.
  void findLowest() {
    m_result.lowest = m_landscape.lowestMinimum();
    const auto best = std::min_element(losses().begin(), losses().end());
    if (m_result.lowest && *best >= m_result.lowest->value - sameValueTolerance()) return;
    const auto found =
        minimumBelow(*m_landscape.function, points()[static_cast<std::size_t>(best - losses().begin())], m_view);
    if (!found || found->value > *best + sameValueTolerance()) {
      if (m_result.lowest) m_result.lowerOnTheWay = best - losses().begin();
      return m_result.lowest.reset();
    }
    m_result.lowest = found;
    m_result.lowestIsInView = m_landscape.domain.contains(found->point);
  }

  double aboveLowest(double loss) const { return m_result.lowest ? std::max(0.0, loss - m_result.lowest->value) : 0; }

  void describeEnd() {
    m_result.finalLoss = losses().back();
    m_result.finalGradientNorm = m_end.gradient.stableNorm();
    m_result.finalCurvature = eigenvalues(m_end.hessian);
    m_result.lossAboveLowest = aboveLowest(losses().back());
    std::optional<CriticalPoint> nearest = m_landscape.nearestMinimum(points().back());
    const auto distance = [this](const CriticalPoint& c) { return m_landscape.distance(c.point, points().back()); };
    if (m_result.lowest && (!nearest || distance(*m_result.lowest) < distance(*nearest))) nearest = m_result.lowest;
    if (!nearest) return;
    m_result.distanceToMinimum = distance(*nearest);
    m_result.nearestAboveLowest = aboveLowest(nearest->value);
  }

  // η has not changed over the last tenth of the run, or goes on recurring as the look ahead has it.
  bool rateIsSteady() const {
    const auto& lrs = m_trajectory.lrs;
    if (lrs.empty() || scheduleInfo(m_run).recurring) return false;
    const auto from = lrs.end() - std::max<std::ptrdiff_t>(1, std::ssize(lrs) / 10);
    const auto [low, high] = std::minmax_element(from, lrs.end());
    return *low >= m_limits.steadyRate * *high;
  }

  void describeMotion() {
    const double gap = m_result.lowest ? m_result.lossAboveLowest : std::abs(losses().back());
    m_result.motion = endMotion(losses(), m_windowStart, m_limits.still * gap);
    m_result.stillFalling = isStochastic(m_run) ? fallsInNoise() : m_result.motion.motion == LossMotion::falling;
    const auto& gradients = m_trajectory.gradients;
    std::size_t uphill = 0;
    for (auto t = static_cast<std::size_t>(m_result.motion.since); t < m_last; ++t)
      uphill += step(t).dot(gradients[t]) > 0;
    m_result.goesUphill = 2 * uphill > m_last - static_cast<std::size_t>(m_result.motion.since) && hasMomentum(m_run) &&
                          weightDecay() == 0 && step(m_last - 1).dot(gradients[m_last - 1]) > 0;
    const auto& lrs = m_trajectory.lrs;
    constexpr double died = 0.01;  // of the highest
    constexpr double dying = 0.1;
    if (!lrs.empty()) {
      const double highest = *std::max_element(lrs.begin(), lrs.end());
      m_result.rateHasDied = lrs.back() <= died * highest;
      m_result.stoppedByRate =
          m_result.rateHasDied && m_result.motion.motion == LossMotion::still && m_result.motion.since > 0 &&
          lrs[std::min(lrs.size() - 1, static_cast<std::size_t>(m_result.motion.since))] <= dying * highest;
    }
    m_result.rateIsSteady = rateIsSteady();
    m_result.stepsKeepLength = m_endSteps.keepLength();
    m_result.keepsTurning = m_endSteps.goRound();
  }

  Outcome outcome() {
    if (isUnbounded()) return Outcome::unbounded;
    if (const auto stranded = strandedOutcome()) return *stranded;
    if (leavesTheGrid()) return Outcome::offGrid;
    if (isDiverged()) return Outcome::diverged;
    if (const auto settled = settledOutcome()) return *settled;
    if (const auto pulled = pulledOutcome()) return *pulled;
    if (isOscillating()) return Outcome::oscillating;
    return Outcome::crawling;
  }

  // The last step lands on a minimum at which no gradient exists.
  std::optional<Outcome> strandedOutcome() {
    if (m_trajectory.end != TrajectoryEnd::nonFinite || !std::isfinite(m_trajectory.nonFiniteLoss)) return std::nullopt;
    for (const CriticalPoint& c : m_landscape.criticalPoints)
      if (!c.differentiable && isSamePlace(c.point, m_trajectory.nonFinitePoint, m_landscape)) {
        m_result.settledSince = m_trajectory.nonFiniteStep;
        m_result.settledSince = atMinimumSince(c, reachOf(c));
        return atMinimum(c);
      }
    return std::nullopt;
  }

  // Where nothing was measured nobody knows what follows; but a run that was thrown out, ever farther, has diverged.
  bool leavesTheGrid() const {
    return m_landscape.measured && m_trajectory.end == TrajectoryEnd::nonFinite &&
           isFinite(m_trajectory.nonFinitePoint) && !std::isfinite(m_trajectory.nonFiniteLoss) &&
           !(m_endSteps.grow() && lossRises());
  }

  bool isFarAway(const Vector2& point) const { return ravine::isFarAway(point, m_landscape, m_limits); }
  bool endedFarAway() const { return isFarAway(points().back()); }

  // Out of the domain, below all that is known, while the loss was falling without end. Judged before divergence
  // because a run down a bottomless slope overflows in the end too.
  bool isUnbounded() {
    if (m_landscape.fallsForEver) return weightDecay() == 0 && runsAway();  // which decay would stop
    const bool lowestEver = losses().back() <= *std::min_element(losses().begin(), losses().end());
    const bool falling = lowestEver && losses().back() < losses()[m_windowStart];
    if (lowestEver && isDownAPole()) return true;
    if (!falling || (m_result.lowest && losses().back() >= m_result.lowest->value)) return false;
    if (m_trajectory.end != TrajectoryEnd::finished) return endedFarAway();
    const Trajectory& ahead = m_ahead.trajectory();
    const bool goesOn = ahead.losses.back() <= *std::min_element(ahead.losses.begin(), ahead.losses.end());
    if (endedFarAway()) return goesOn;
    return goesOn && !m_landscape.domain.contains(points().back()) && isFarAway(ahead.points.back());
  }

  // Where the loss falls along some direction for ever, towards a value that it never reaches, ever more slowly: lower
  // at the end than before, and farther out.
  bool runsAway() const {
    if (m_trajectory.end != TrajectoryEnd::finished || m_windowStart == 0) return false;
    const auto mean = [this](std::size_t from, std::size_t to) {
      double sum = 0;
      for (std::size_t t = from; t < to; ++t) sum += losses()[t];
      return sum / static_cast<double>(to - from);
    };
    const std::size_t half = m_last / 2;
    const double size = points().back().norm();
    return half > 0 && mean(half, m_last + 1) < mean(0, half) && size > points()[half].norm() &&
           size > points()[m_windowStart].norm();
  }

  // So low that only a pole can be there, from whose depth rounding lets no step lead on.
  bool isDownAPole() const {
    const auto highest = std::max_element(losses().begin(), losses().end());
    return m_landscape.domain.contains(points().back()) &&
           losses().back() < -m_limits.pole * (m_landscape.spread + std::abs(losses().front())) &&
           highest != losses().end() - 1;
  }

  bool isDiverged() {
    const bool overflowed = m_trajectory.end == TrajectoryEnd::nonFinite;
    const bool above = losses().back() > losses().front();
    if (overflowed || (endedFarAway() && !comesBack() && !m_endSteps.period())) {
      m_result.divergedAt = firstStepFarAway().value_or(m_trajectory.nonFiniteStep);
      return true;
    }
    const bool byTheory = m_result.theory == QuadraticTheory::unstable && unstablePartHasGrown();
    // By chance noise makes anything grow for a while.
    if (byTheory || (!isStochastic(m_run) && m_endSteps.grow() && lossRises() && above && flies())) {
      m_result.divergedAt = static_cast<std::int64_t>(m_last);
      return true;
    }
    return false;
  }

  bool comesBack() {
    if (!m_ahead.isKnown()) return false;
    const auto& ahead = m_ahead.trajectory().points;
    return std::any_of(ahead.begin() + static_cast<std::ptrdiff_t>(m_last), ahead.end(),
                       [this](const Vector2& point) { return m_landscape.domain.contains(point); });
  }

  // If the run went on, with more of the same noise if there is any, it would be gone.
  bool flies() {
    if (m_trajectory.end != TrajectoryEnd::finished) return true;
    return m_ahead.trajectory().end == TrajectoryEnd::nonFinite || isFarAway(m_ahead.trajectory().points.back());
  }

  // Through the window, and to where it has never been before.
  bool lossRises() const {
    const auto from = losses().begin() + static_cast<std::ptrdiff_t>(m_windowStart);
    const double before = *std::max_element(losses().begin(), from);
    return rise({from, losses().end()}) && *std::max_element(from, losses().end()) > m_limits.growing * before;
  }

  // The means of equal parts of the second half of the run fall.
  bool fallsInNoise() const {
    const std::size_t half = losses().size() / 2;
    const std::size_t count = losses().size() - half;
    if (count < 2 * m_limits.batches) return false;
    std::vector<double> means(m_limits.batches, 0);
    for (std::size_t k = 0; k < means.size(); ++k) {
      const std::size_t from = half + k * count / means.size();
      const std::size_t to = half + (k + 1) * count / means.size();
      for (std::size_t t = from; t < to; ++t) means[k] += losses()[t] / static_cast<double>(to - from);
    }
    return Trend(means).significance < -m_limits.fallingInNoise;
  }

  // The first step beyond all bounds from which the run never came back, if it ended there.
  std::optional<std::int64_t> firstStepFarAway() const {
    std::optional<std::int64_t> first;
    for (std::size_t t = m_last + 1; t-- > 0;) {
      if (!isFarAway(points()[t])) break;
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

  // A run that its schedule has brought to rest within the window, and that would stay.
  std::size_t latestRest() const {
    const auto shortest = static_cast<std::size_t>(m_limits.shortestWindow);
    return m_ahead.isKnown() && m_last > shortest && !m_trajectory.hasConstantRate()
               ? std::max(m_windowStart, m_last - shortest)
               : m_windowStart;
  }

  // The first step from which on the run stays within `radius` of a place; nothing unless it has been there a while.
  std::optional<std::int64_t> restsSince(double radius, const Vector2& place) const {
    std::size_t since = m_last + 1;
    while (since > 0 && m_landscape.distance(points()[since - 1], place) <= radius) --since;
    return since <= latestRest() ? std::optional(static_cast<std::int64_t>(since)) : std::nullopt;
  }

  double settledLossBy(const CriticalPoint& minimum, double radius) const {
    const double fall = std::max(0.0, losses().front() - minimum.value);
    return settledLossAt(minimum, fall, riseAround(minimum, radius, m_landscape), sameValueTolerance(), m_limits);
  }

  // The first step from which on the run stays by a minimum, in place and in loss; if it is at rest only as seen from
  // its end, the step from which on it was so.
  std::int64_t atMinimumSince(const CriticalPoint& minimum, double radius) const {
    const double highest = settledLossBy(minimum, radius);
    std::size_t since = m_last + 1;
    while (since > 0 && m_landscape.distance(points()[since - 1], minimum.point) <= radius &&
           losses()[since - 1] <= highest)
      --since;
    return since <= m_last ? static_cast<std::int64_t>(since) : *m_result.settledSince;
  }

  double reachOf(const CriticalPoint& c) const { return ravine::reachOf(c, m_landscape, m_limits); }

  // Noise that goes on never lets a run come to rest; where it hovers about a minimum so closely that it looks so, it
  // has settled. By the mean over the time that it has been there, which does not depend on the moment at which the
  // steps end. Nothing if there is no minimum about which it could.
  std::optional<CriticalPoint> hoversAbout() const {
    if (!isStochastic(m_run) || !m_trajectory.hasConstantRate()) return std::nullopt;
    Vector2 centre = Vector2::Zero();
    const std::size_t half = (m_last + 1) / 2;
    for (std::size_t t = half; t <= m_last; ++t) centre += points()[t];
    centre /= static_cast<double>(m_last + 1 - half);
    const double reach = m_limits.settled * m_view;
    auto near = kinkWithin(reach, centre);
    if (!near) near = refineCriticalPoint(*m_landscape.function, centre, 2 * reach);
    return near && near->kind == CriticalKind::minimum ? near : std::nullopt;
  }

  // The step from which on it has done so; nothing if it goes too far from it, in place or in loss.
  std::optional<std::int64_t> hoversSince(const CriticalPoint& minimum) const {
    const double radius = reachOf(minimum);
    const auto distance = [&](std::size_t t) { return m_landscape.distance(points()[t], minimum.point); };
    std::size_t since = m_last + 1;
    while (since > 0 && distance(since - 1) <= 2 * radius) --since;
    while (since <= m_last && distance(since) > radius) ++since;
    if (since > m_windowStart) return std::nullopt;
    double squares = 0;
    double above = 0;
    for (std::size_t t = since; t <= m_last; ++t) {
      squares += distance(t) * distance(t);
      above += losses()[t] - minimum.value;
    }
    const auto count = static_cast<double>(m_last + 1 - since);
    constexpr double closely = 0.3;
    const double highest = settledLossBy(minimum, radius);
    const bool low = above / count <= highest - minimum.value;
    if (std::sqrt(squares / count) > closely * radius || !low) return std::nullopt;
    return static_cast<std::int64_t>(since);
  }

  // Where a settled run has come to rest; nothing if it only moves too slowly to tell.
  std::optional<Outcome> settledOutcome() {
    if (const auto minimum = hoversAbout(); minimum && isFloor(*minimum)) {
      m_result.settledSince = hoversSince(*minimum);
      return m_result.settledSince ? std::optional(atMinimum(*minimum)) : std::nullopt;
    }
    const double reach = m_limits.settled * m_view;
    auto near = kinkWithin(reach, points().back());
    if (!near) near = refineCriticalPoint(*m_landscape.function, points().back(), 2 * reach);
    const double radius = near ? reachOf(*near) : reach;
    const auto since = restsSince(radius, points().back());
    if (!since) return std::nullopt;
    m_result.settledSince = since;
    const auto settled = outcomeAt(near, radius);
    if (settled == Outcome::saddle && passes(static_cast<std::size_t>(*since))) return notSettled();
    if (settled && stopsShort(radius)) return notSettled();
    if (settled == Outcome::converged || settled == Outcome::trapped)
      m_result.settledSince = atMinimumSince(*m_result.endsAt, radius);
    return settled ? settled : notSettled();
  }

  std::optional<Outcome> notSettled() {
    m_result.settledSince.reset();
    m_result.endsAt.reset();
    m_result.lossAboveLowest = aboveLowest(losses().back());
    return std::nullopt;
  }

  // Not the place holds it but a rate that has died away before it was there.
  bool stopsShort(double radius) const {
    constexpr double farther = 0.5;
    return m_result.rateHasDied && m_result.endsAt && m_result.settledSince > 0 && !isStochastic(m_run) &&
           m_landscape.distance(m_result.endsAt->point, points().back()) > farther * radius;
  }

  // The run comes by as fast as it was on its way.
  bool passes(std::size_t since) const {
    constexpr double slowed = 0.5;
    if (since == 0) return false;
    return turning(points(), m_windowStart, m_last).meanStep() > slowed * turning(points(), 0, since).meanStep();
  }

  std::optional<Outcome> outcomeAt(const std::optional<CriticalPoint>& near, double radius) {
    if (near && !near->differentiable) return holds(*near, radius) ? std::optional(atMinimum(*near)) : std::nullopt;
    const double unit = m_landscape.spread / m_view;
    const bool flat = m_result.finalGradientNorm < m_limits.flatGradient * unit &&
                      std::max(std::abs(m_result.finalCurvature.lower), std::abs(m_result.finalCurvature.upper)) <
                          m_limits.flatCurvature * unit / m_view;
    const bool level = near && near->kind == CriticalKind::levelGround;
    if (flat && !level && (!near || !isSignificant(m_landscape, *near))) return Outcome::plateau;
    if (!near || m_landscape.distance(near->point, points().back()) > radius) return std::nullopt;
    if (std::abs(near->value) > m_limits.pole * m_landscape.spread) return std::nullopt;
    if (!(newtonDistance(m_end, m_view) <= radius)) return std::nullopt;
    if (m_result.theory && *m_result.theory != QuadraticTheory::stable && bounces()) return std::nullopt;
    if (level) {
      const bool lowest = m_result.lowest && near->value <= m_result.lowest->value + sameValueTolerance();
      return lowest && !m_landscape.quadratic ? atMinimum(*near) : Outcome::plateau;
    }
    const Eigenvalues& curvature = near->curvature;
    const double largest = std::max(std::abs(curvature.lower), std::abs(curvature.upper));
    const bool falls = curvature.lower < -m_limits.negativeCurvature * largest && fallsAway(m_landscape, *near);
    if (falls || near->kind != CriticalKind::minimum || !isFloor(*near)) {
      m_result.endsAt = near;
      return Outcome::saddle;
    }
    return holds(*near, radius) ? std::optional(atMinimum(*near)) : std::nullopt;
  }

  bool isFloor(const CriticalPoint& minimum) const {
    return ravine::isFloor(minimum, m_landscape, sameValueTolerance(), m_limits);
  }

  // The run is at rest beside a minimum, in place and in loss, and would stay if it went on.
  bool holds(const CriticalPoint& minimum, double radius) {
    if (isStochastic(m_run)) return true;
    const auto from = std::max<std::size_t>(m_windowStart, static_cast<std::size_t>(*m_result.settledSince));
    const double highest = *std::max_element(losses().begin() + static_cast<std::ptrdiff_t>(from), losses().end());
    const double fall = std::max(0.0, losses().front() - minimum.value);
    if (highest - minimum.value > m_limits.settledLoss * fall + sameValueTolerance()) return false;
    double farthest = 0;
    for (std::size_t t = from; t <= m_last; ++t)
      farthest = std::max(farthest, m_landscape.distance(points()[t], minimum.point));
    if (farthest > m_limits.visible * m_view && bounces()) return false;
    if (!m_ahead.isKnown()) return true;
    const auto leaves = leavesAfter(minimum.point, 2 * radius);
    if (leaves && farthest <= m_limits.noMotion * m_view) m_result.leaving = Leaving{minimum, *leaves};
    return !leaves;
  }

  // How many more steps would take the run farther from a place than this; nothing if it would stay.
  std::optional<std::int64_t> leavesAfter(const Vector2& place, double radius) {
    const Trajectory& ahead = m_ahead.trajectory();
    for (std::size_t t = m_last; t < ahead.points.size(); ++t)
      if (!(m_landscape.distance(ahead.points[t], place) <= radius)) return static_cast<std::int64_t>(t - m_last);
    if (ahead.end == TrajectoryEnd::nonFinite) return ahead.nonFiniteStep - static_cast<std::int64_t>(m_last);
    return std::nullopt;
  }

  // At rest where the gradient of the loss and weight decay balance, not where the loss is lowest.
  std::optional<Outcome> pulledOutcome() {
    const double reach = m_limits.settled * m_view;
    if (!hasWeightDecay() || !m_ahead.isKnown()) return std::nullopt;
    const Trajectory& ahead = m_ahead.trajectory();
    const auto since = restsSince(reach, ahead.points.back());
    if (!since || ahead.end == TrajectoryEnd::nonFinite) return std::nullopt;
    const Vector2& rest = ahead.points.back();
    const bool still = (rest - ahead.points[ahead.points.size() / 2]).norm() <= m_limits.visible * reach;
    if (!still || leavesAfter(rest, reach) || m_result.rateHasDied) return std::nullopt;
    if (!balances(rest)) return std::nullopt;
    const double loss = m_landscape.function->value(rest);
    std::optional<CriticalPoint> minimum;
    if (m_landscape.fallsForEver) {
      m_result.pull = Pull{rest, std::numeric_limits<double>::infinity(), 0};
    } else {
      minimum = basinOf(m_landscape, rest, m_cancelled);
      const double away = minimum ? m_landscape.distance(minimum->point, rest) : 0;
      if (!minimum || !(away > reachOf(*minimum))) return std::nullopt;
      m_result.pull = Pull{rest, away, loss - minimum->value};
    }
    // Nearer to where it rests than to the minimum, in place and in loss.
    constexpr double nearer = 0.1;
    const double near = std::min(reach, nearer * m_result.pull->distance);
    const double fall = std::max(nearer * m_result.pull->lossAbove, m_limits.settledLoss * (losses().front() - loss));
    std::size_t from = m_last + 1;
    while (from > 0 && (points()[from - 1] - rest).norm() <= near && std::abs(losses()[from - 1] - loss) <= fall)
      --from;
    if (from > m_last) return m_result.pull.reset(), std::nullopt;
    m_result.settledSince = static_cast<std::int64_t>(from);
    return minimum ? atMinimum(*minimum) : Outcome::converged;
  }

  double weightDecay() const { return ravine::weightDecay(m_run); }
  bool hasWeightDecay() const { return weightDecay() > 0; }

  // The pull of the decay and the slope of the loss cancel; where the decay is decoupled, they point against each
  // other.
  bool balances(const Vector2& rest) const {
    constexpr double left = 0.1;
    constexpr double against = -0.5;  // cosine
    const Vector2 gradient = m_landscape.function->gradient(rest).gradient;
    const Vector2 pull = weightDecay() * rest;
    if (optimizerInfo(m_run).curvatureOfDecay(m_run.optimizer.parameters) > 0)
      return (gradient + pull).norm() < left * std::max(gradient.norm(), pull.norm());
    return gradient.dot(pull) < against * gradient.norm() * pull.norm();
  }

  Outcome atMinimum(const CriticalPoint& minimum) {
    m_result.endsAt = minimum;
    if (const auto& lower = m_result.lowerOnTheWay) {
      m_result.lossAboveLowest = minimum.value - losses()[static_cast<std::size_t>(*lower)];
      return Outcome::trapped;
    }
    if (!m_result.lowest || minimum.value < m_result.lowest->value) m_result.lowest = minimum;
    m_result.lowestIsInView = m_landscape.domain.grown(1e-9).contains(minimum.point);
    m_result.lossAboveLowest = aboveLowest(minimum.value);
    m_result.equallyLow = countEquallyLow();
    m_result.onCurve = isOnCurve(minimum);
    return m_result.lossAboveLowest > sameValueTolerance() ? Outcome::trapped : Outcome::converged;
  }

  // The minima as low as this are no single points.
  bool isOnCurve(const CriticalPoint& minimum) const {
    const auto& all = m_landscape.criticalPoints;
    const auto isOfIt = [&](const CriticalPoint& c) {
      return c.kind == CriticalKind::minimum && !c.isolated &&
             std::abs(c.value - minimum.value) <= sameValueTolerance();
    };
    return minimum.differentiable && minimum.curvature.lower <= m_limits.flatAlong * minimum.curvature.upper &&
           std::any_of(all.begin(), all.end(), isOfIt);
  }

  // How many minima apart from each other are as low as the lowest; points of a curve of minima are none.
  std::size_t countEquallyLow() const {
    const auto isOne = [&](const CriticalPoint& c) {
      return c.kind == CriticalKind::minimum && c.isolated &&
             std::abs(c.value - m_result.lowest->value) <= sameValueTolerance();
    };
    return static_cast<std::size_t>(std::ranges::count_if(m_landscape.criticalPoints, isOne));
  }

  double sameValueTolerance() const {
    return ravine::sameValueTolerance(m_landscape, m_result.lowest ? m_result.lowest->value : 0, m_limits);
  }

  // The minimum below its end may be nearer than all in the domain, or a point of a curve of them.
  void lookAround() {
    if (m_result.outcome != Outcome::crawling || !m_result.lowest) return;
    const auto below = minimumBelow(*m_landscape.function, points().back(), m_view);
    const double away = below ? m_landscape.distance(below->point, points().back()) : 0;
    if (!below || !(away < m_result.distanceToMinimum)) return;
    m_result.distanceToMinimum = away;
    m_result.nearestAboveLowest = aboveLowest(below->value);
  }

  // A run that seems to be under way would be gone if it went on.
  void lookForFlight() {
    if (m_result.outcome != Outcome::crawling || !m_ahead.isKnown() || m_result.leaving) return;
    const Trajectory& ahead = m_ahead.trajectory();
    if (ahead.end == TrajectoryEnd::nonFinite && !(ahead.losses.back() < losses().front()))
      m_result.goneAfter = ahead.nonFiniteStep - static_cast<std::int64_t>(m_last);
  }

  // A run that was far lower on its way.
  void lookBack() {
    constexpr double farLower = 0.1;  // of the gap at the end
    if (m_result.outcome != Outcome::crawling || !m_result.lowest) return;
    const auto best = std::min_element(losses().begin(), losses().end());
    if (aboveLowest(*best) < farLower * m_result.lossAboveLowest) m_result.farLowerAt = best - losses().begin();
  }

  std::optional<CriticalPoint> kinkWithin(double reach, const Vector2& place) const {
    const auto isHere = [&](const CriticalPoint& c) {
      return !c.differentiable && m_landscape.distance(c.point, place) <= reach;
    };
    for (const CriticalPoint& c : m_landscape.criticalPoints)
      if (isHere(c)) return c;
    return m_result.lowest && isHere(*m_result.lowest) ? m_result.lowest : std::nullopt;
  }

  bool bounces() { return m_endSteps.bounce(m_result.theory == QuadraticTheory::neutral); }

  bool isOscillating() {
    if (m_result.theory == QuadraticTheory::stable || !bounces()) return false;
    // Noise reverses steps all the way down, and while η dies.
    if (isStochastic(m_run) && (m_result.stillFalling || m_result.rateHasDied)) return false;
    m_result.period = m_endSteps.period();
    Vector2 centre = Vector2::Zero();
    for (std::size_t t = m_windowStart + 1; t <= m_last; ++t) centre += points()[t];
    centre /= static_cast<double>(m_last - m_windowStart);
    m_result.endsAt = m_landscape.nearestMinimum(centre);
    for (std::size_t t = m_windowStart; t <= m_last && m_result.endsAt; ++t)
      m_result.bounceReach = std::max(m_result.bounceReach, m_landscape.distance(points()[t], m_result.endsAt->point));
    return true;
  }

  // The step whose η and λmax tell most: where a run that left first stepped too far, where one that arrived settled,
  // otherwise the last.
  std::size_t decisiveStep() const {
    if (m_result.outcome == Outcome::diverged || m_result.outcome == Outcome::unbounded)
      return static_cast<std::size_t>(m_result.firstUnstableAt.value_or(0));
    if (m_result.outcome == Outcome::converged || m_result.outcome == Outcome::trapped)
      return std::min(m_last, static_cast<std::size_t>(m_result.settledSince.value_or(0)));
    return m_last;
  }

  // Where a run arrived, the curvature of the minimum counts, not that of a point beside it.
  std::optional<CriticalPoint> arrivedAt() const {
    const bool arrived = m_result.outcome == Outcome::converged || m_result.outcome == Outcome::trapped;
    return arrived && !m_result.pull && m_result.endsAt && m_result.endsAt->differentiable ? m_result.endsAt
                                                                                           : std::nullopt;
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
    m_result.window = static_cast<std::int64_t>(m_last - m_windowStart);
    m_result.lowestInWindow = *low;
    m_result.highestInWindow = *high;
    m_result.stepGrowth = m_endSteps.growth();
    const std::size_t decisive = decisiveStep();
    const Vector2 place = arrivedAt() ? arrivedAt()->point : points()[decisive];
    m_result.judgedSharpness = sharpnessAt(decisive);
    const auto principal = principalCurvatures(m_landscape.function->derivatives(place).hessian);
    m_result.judgedDirection = principal.upperDirection;
    m_result.sameInEveryDirection = principal.values.lower >= m_limits.sameCurvature * principal.values.upper;
    m_result.judgedLr = m_trajectory.lrs.empty() ? learningRate(m_run)(0, losses().front())
                                                 : m_trajectory.lrs[std::min(decisive, m_trajectory.lrs.size() - 1)];
    m_result.stabilityLimit = limitAt(decisive);
    if (const auto minimum = arrivedAt()) {
      const Vector2& along = m_result.judgedDirection;
      m_result.parabolic = isParabolic(m_landscape, *minimum, along, m_result.judgedSharpness);
      m_result.vanishing = partOfParabola(m_landscape, *minimum, along, m_result.judgedSharpness) < m_limits.vanishing;
    }
  }

  const Run& m_run;
  const Trajectory& m_trajectory;
  const Landscape& m_landscape;
  const Thresholds& m_limits;
  const CancelPredicate& m_cancelled;
  double m_view;
  std::size_t m_last;
  std::size_t m_windowStart;
  Derivatives m_end;
  LookAhead m_ahead;
  EndSteps m_endSteps;
  Diagnosis m_result;
};

}  // namespace

Diagnosis diagnose(const Run& run, const Trajectory& trajectory, const Landscape& landscape,
                   const Thresholds& thresholds, const CancelPredicate& cancelled) {
  assert(trajectory.end != TrajectoryEnd::cancelled && landscape.function);
  return Judge(run, trajectory, landscape, thresholds, cancelled).judgeWithEvents();
}

Diagnosis judgeEnd(const Run& run, const Trajectory& trajectory, const Landscape& landscape,
                   const CancelPredicate& cancelled) {
  assert(trajectory.end != TrajectoryEnd::cancelled && landscape.function);
  const Thresholds thresholds;
  return Judge(run, trajectory, landscape, thresholds, cancelled).judge();
}

}  // namespace ravine
