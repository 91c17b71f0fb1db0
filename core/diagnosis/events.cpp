#include "core/diagnosis/events.h"

#include <algorithm>
#include <limits>
#include <numbers>

#include "core/diagnosis/diagnose.h"
#include "core/diagnosis/motion.h"
#include "core/diagnosis/settling.h"
#include "core/optimizer/stability.h"

namespace ravine {
namespace {

constexpr double kThrown = 1.2;          // times the loss at the start: a peak above it counts as thrown uphill
constexpr double kFlatCurvature = 1e-9;  // of the larger: a direction without curvature has no pace
constexpr double kFlatter = 0.95;        // of the sharpness before: below it the ground is flatter
constexpr double kNear = 0.01;           // of a view: what counts as being there, and as having left

class Finder {
 public:
  Finder(const Run& run, const Trajectory& trajectory, const Landscape& landscape, const Diagnosis& judged,
         LookAhead& ahead, const CancelPredicate& cancelled)
      : m_run(run),
        m_trajectory(trajectory),
        m_landscape(landscape),
        m_judged(judged),
        m_ahead(ahead),
        m_cancelled(cancelled),
        m_near(kNear * landscape.domain.diagonal()) {}

  Events find() const {
    Events events;
    events.stabilityRegained = stabilityRegained();
    events.thrown = thrown();
    events.escape = escape();
    events.noiseFloor = noiseFloor();
    events.anisotropy = anisotropy();
    events.wayOut = wayOut();
    events.approach = approach();
    if (!events.approach) events.gapClosing = gapClosing();
    events.isSlowedByTheLimit = !events.approach && isSlowedByTheLimit();
    return events;
  }

 private:
  bool arrived() const {
    return m_judged.endsAt && (m_judged.outcome == Outcome::converged || m_judged.outcome == Outcome::trapped);
  }
  ModeFactor modeFactor(double lr, double curvature) const {
    return optimizerInfo(m_run).modeFactor(m_run.optimizer.parameters, lr, curvature);
  }

  std::optional<StabilityRegained> stabilityRegained() const {
    const auto& lrs = m_trajectory.lrs;
    const OptimizerInfo& optimizer = optimizerInfo(m_run);
    if (!arrived() || optimizer.stability != Stability::exact || m_trajectory.hasConstantRate() ||
        !m_judged.parabolic || isStochastic(m_run))
      return std::nullopt;
    const double limit = optimizer.stabilityLimit(m_run.optimizer.parameters, m_judged.endsAt->curvature.upper);
    std::size_t step = lrs.size();
    while (step > 0 && !(lrs[step - 1] > limit)) --step;
    if (step == 0 || step == lrs.size() || !(limit > 0)) return std::nullopt;
    if (static_cast<std::int64_t>(step) > m_judged.settledSince.value_or(0)) return std::nullopt;
    return StabilityRegained{static_cast<std::int64_t>(step), lrs[step], limit};
  }

  bool isOnCurveOfMinima(const CriticalPoint& c) const {
    return !m_landscape.ofXAlone && c.differentiable && std::abs(c.curvature.lower) <= 1e-6 * c.curvature.upper;
  }

  std::optional<Thrown> thrown() const {
    const auto& losses = m_trajectory.losses;
    const auto& sharpness = m_trajectory.sharpness;
    if (!arrived() || sharpness.empty() || !isOnCurveOfMinima(*m_judged.endsAt)) return std::nullopt;
    const auto peak = std::max_element(losses.begin(), losses.end());
    const auto lowest = std::min_element(losses.begin(), peak);
    // Steps beyond the limit threw it, not weight decay or momentum over a pass.
    if (weightDecay(m_run) > 0 || !m_judged.firstUnstableAt || *m_judged.firstUnstableAt > peak - losses.begin())
      return std::nullopt;
    if (peak == losses.begin() || !(*peak > kThrown * losses.front()) || losses.front() <= 0) return std::nullopt;
    const double before = sharpness[static_cast<std::size_t>(lowest - losses.begin())];
    if (!(sharpness.back() < kFlatter * before)) return std::nullopt;
    return Thrown{peak - losses.begin(), *lowest, *peak, before, sharpness.back()};
  }

  // By bisection between the start, whose basin is another's, and the step since which the run is where it ended.
  std::optional<Escape> escape() const {
    const bool ends = arrived() || m_judged.outcome == Outcome::oscillating;
    const auto& home = m_judged.endsAt;
    if (!ends || !home || isOnCurveOfMinima(*home) || m_judged.divergedAt) return std::nullopt;
    const auto isHome = [&](const std::optional<CriticalPoint>& minimum) {
      return minimum && isSamePlace(minimum->point, home->point, m_landscape);
    };
    const auto basinAt = [&](std::int64_t step) {
      return basinOf(m_landscape, m_trajectory.points[static_cast<std::size_t>(step)], m_cancelled);
    };
    std::optional<CriticalPoint> from = basinAt(0);
    if (!from || isHome(from)) return std::nullopt;
    std::int64_t outside = 0;
    std::int64_t inside = std::min(m_judged.settledSince.value_or(m_trajectory.steps()), m_trajectory.steps());
    if (inside == 0 || !isHome(basinAt(inside))) return std::nullopt;
    while (inside - outside > 1) {
      const std::int64_t middle = outside + (inside - outside) / 2;
      const auto basin = basinAt(middle);
      if (isHome(basin)) {
        inside = middle;
      } else {
        outside = middle;
        from = basin;
      }
    }
    // Later it stays there, as far as a few looks can tell.
    constexpr std::int64_t looks = 16;
    const std::int64_t settled = std::min(m_judged.settledSince.value_or(m_trajectory.steps()), m_trajectory.steps());
    for (std::int64_t i = 1; i <= looks; ++i)
      if (!isHome(basinAt(inside + i * (settled - inside) / looks))) return std::nullopt;
    // On the ridge itself nobody can tell.
    constexpr double finer = 8;
    const auto surely = [&](std::int64_t step, const CriticalPoint& minimum) {
      const auto basin = basinOf(m_landscape, m_trajectory.points[static_cast<std::size_t>(step)], m_cancelled, finer);
      return basin && basin->point == minimum.point;
    };
    if (!from || !surely(outside, *from) || !isHome(basinAt(inside)) || !surely(inside, *basinAt(inside)))
      return std::nullopt;
    if (!isSignificant(m_landscape, *from)) return std::nullopt;
    constexpr double longStep = 0.1;  // of the way from one minimum to the other
    const auto& points = m_trajectory.points;
    const auto t = static_cast<std::size_t>(inside);
    const bool jumped = (points[t] - points[t - 1]).norm() >= longStep * m_landscape.distance(from->point, home->point);
    return Escape{inside, *from, *home, jumped};
  }

  std::optional<NoiseFloor> noiseFloor() const {
    if (!isStochastic(m_run) || (!arrived() && m_judged.outcome != Outcome::oscillating)) return std::nullopt;
    const auto& losses = m_trajectory.losses;
    const std::size_t half = losses.size() / 2;
    const double lowest = m_judged.lowest ? m_judged.lowest->value : 0;
    const auto meanFrom = [&](std::size_t from, std::size_t to) {
      double mean = 0;
      for (std::size_t t = from; t < to; ++t) mean += (losses[t] - lowest) / static_cast<double>(to - from);
      return mean;
    };
    const double noLess = arrived() ? 0.6 : 0.9;  // where it hovers, quarters of the run differ by chance
    const std::size_t middle = half + (losses.size() - half) / 2;
    if (!isNoisesFault(meanFrom(half, losses.size()), lowest)) return std::nullopt;
    const bool levels = half < middle && meanFrom(middle, losses.size()) > noLess * meanFrom(half, middle);
    const bool fallsNoFurther = levels && !m_judged.stillFalling && hasForgottenItsStart(half);
    const double mean = meanFrom(half, losses.size());
    return NoiseFloor{m_judged.lowest ? std::max(0.0, mean) : mean, fallsNoFurther, expectedLoss()};
  }

  // Without noise the run would have been at rest, far lower; and with it it moves.
  bool isNoisesFault(double mean, double lowest) const {
    constexpr double farLower = 0.3;
    constexpr double moves = 1e-6;  // views per step
    const std::size_t last = m_trajectory.points.size() - 1;
    if (turning(m_trajectory.points, last - std::min<std::size_t>(last, 10), last).meanStep() <
        moves * m_landscape.domain.diagonal())
      return false;
    const Trajectory t = simulate(m_run, {.recordCurvature = false, .seesAll = true, .cancelled = m_cancelled});
    if (t.end != TrajectoryEnd::finished) return false;
    double quietMean = 0;
    const std::size_t half = t.losses.size() / 2;
    for (std::size_t i = half; i < t.losses.size(); ++i)
      quietMean += (t.losses[i] - lowest) / static_cast<double>(t.losses.size() - half);
    const auto lately = [](const std::vector<Vector2>& points) {
      return turning(points, points.size() / 2, points.size() - 1).meanStep();
    };
    const double part = lately(t.points) / lately(m_trajectory.points);
    constexpr double hardlyAny = 0.1;
    if (part < hardlyAny) return true;
    if (!(part < farLower)) return false;
    return m_judged.lowest ? quietMean < farLower * mean : true;
  }

  // Whether the first `steps` steps were long enough for the way down to be over, as far as the theory can tell.
  bool hasForgottenItsStart(std::size_t steps) const {
    constexpr double lifetimes = 5;
    const auto a = anisotropy();
    if (!m_landscape.quadratic || !a) return true;
    const double slowest = std::max(std::abs(a->flatFactor), std::abs(a->steepFactor));
    return static_cast<double>(steps) * (1 - slowest) >= lifetimes;
  }

  // On ½λz² plain descent has the stationary variance η²σ²/(1 − (1 − ηλ)²) along z.
  std::optional<double> expectedLoss() const {
    const NoiseSettings noise = noiseSettings(m_run.noise);
    const OptimizerInfo& optimizer = optimizerInfo(m_run);
    if (!m_landscape.quadratic || !optimizer.modeFactor || !m_trajectory.hasConstantRate() || noise.decay != 0)
      return std::nullopt;
    if (hasBatches(m_run)) return std::nullopt;  // whose noise is another at every θ
    const double lr = m_trajectory.lrs.front();
    const Eigenvalues curvature = eigenvalues(m_landscape.function->derivatives(m_landscape.domain.centre()).hessian);
    double loss = 0;
    for (const double lambda : {curvature.lower, curvature.upper}) {
      const ModeFactor mode = modeFactor(lr, lambda);
      if (!isPlainDescent(mode, lr, lambda) || std::abs(mode.factor) >= 1 || lambda <= 0) return std::nullopt;
      const double amplitude = lr * noise.sigma;
      loss += 0.5 * lambda * amplitude * amplitude / (1 - mode.factor * mode.factor);
    }
    return loss;
  }

  std::optional<Anisotropy> anisotropy() const {
    if (!optimizerInfo(m_run).modeFactor) return std::nullopt;
    std::optional<CriticalPoint> place = m_judged.endsAt;
    if (!place && m_landscape.quadratic) place = m_landscape.lowestMinimum();
    if (!place || place->kind != CriticalKind::minimum || !place->differentiable) return std::nullopt;
    const auto principal = principalCurvatures(m_landscape.function->derivatives(place->point).hessian);
    const Eigenvalues& values = principal.values;
    if (!(values.lower > kFlatCurvature * values.upper) || m_judged.pull) return std::nullopt;
    if (!isParabolic(m_landscape, *place, principal.upperDirection, values.upper) ||
        !isParabolic(m_landscape, *place, principal.lowerDirection(), values.lower))
      return std::nullopt;
    return Anisotropy{values.upper,
                      values.lower,
                      principal.upperDirection,
                      principal.lowerDirection(),
                      modeFactor(m_judged.judgedLr, values.upper).factor,
                      modeFactor(m_judged.judgedLr, values.lower).factor};
  }

  std::optional<WayOut> wayOut() const {
    if (m_judged.outcome != Outcome::saddle) return std::nullopt;
    const CriticalPoint& saddle = *m_judged.endsAt;
    if (!fallsAway(m_landscape, saddle)) return std::nullopt;
    const Matrix2 hessian = m_landscape.function->derivatives(saddle.point).hessian;
    WayOut way{};
    way.curvature = saddle.curvature.lower;
    way.direction = principalCurvatures(hessian).lowerDirection();
    way.distance = std::abs((m_trajectory.points.back() - saddle.point).dot(way.direction));
    if (!optimizerInfo(m_run).modeFactor) return way;
    const double growth = std::abs(modeFactor(m_judged.judgedLr, way.curvature).factor);
    way.drawn = growth < 1;
    if (!m_trajectory.hasConstantRate() || isStochastic(m_run)) return way;
    way.factor = growth;
    if (way.distance == 0 || !(growth > 1)) return way;
    way.stepsLeft = std::log(m_near / way.distance) / std::log(growth);
    return way;
  }

  bool isOnItsWay() const {
    return m_judged.outcome == Outcome::crawling && m_judged.stillFalling && m_judged.lowest && m_ahead.isKnown() &&
           m_judged.rateIsSteady && !m_judged.goneAfter;
  }

  // The steps after the run's end from which on `isThere` holds of all; nothing if it does not hold of the last.
  template <class IsThere>
  std::optional<std::int64_t> stepsUntil(IsThere isThere) const {
    const Trajectory& ahead = m_ahead.trajectory();
    std::int64_t t = ahead.steps() + 1;
    while (t > m_trajectory.steps() && isThere(ahead, static_cast<std::size_t>(t - 1))) --t;
    return t <= ahead.steps() ? std::optional(t - m_trajectory.steps()) : std::nullopt;
  }

  std::optional<Approach> approach() const {
    if (!isOnItsWay() || !m_judged.quadratic || !m_trajectory.hasConstantRate()) return std::nullopt;
    const auto minimum = m_landscape.lowestMinimum();
    const auto a = anisotropy();
    if (!minimum || !a) return std::nullopt;
    constexpr double onlyOne = 0.999;  // cosine
    constexpr double alike = 1e-6;     // Newton's method treats all directions so
    if (std::abs(a->steepFactor - a->flatFactor) <= alike) return std::nullopt;
    const Vector2 left = m_trajectory.points.back() - minimum->point;
    const double distance = left.norm();
    const std::size_t last = m_trajectory.points.size() - 1;
    const std::size_t from = last - std::min<std::size_t>(last, 10);
    const double before = (m_trajectory.points[from] - minimum->point).norm();
    const bool steep = std::abs(left.dot(a->steepDirection)) > onlyOne * distance;
    if (!steep && !(std::abs(left.dot(a->flatDirection)) > onlyOne * distance)) return std::nullopt;
    if (!(distance > m_near) || !(before > distance) || from == last) return std::nullopt;
    const double factor = std::pow(distance / before, 1 / static_cast<double>(last - from));
    const auto steps = stepsUntil(
        [&](const Trajectory& ahead, std::size_t t) { return (ahead.points[t] - minimum->point).norm() <= m_near; });
    // Not while momentum is still gathering.
    constexpr double likeTheory = 0.1;
    const double theory = std::abs(steep ? a->steepFactor : a->flatFactor);
    if (!steps || std::abs(factor - theory) > likeTheory * (1 - theory)) return std::nullopt;
    return Approach{steep ? a->steepCurvature : a->flatCurvature, left / distance, steep, factor, *steps};
  }

  std::optional<GapClosing> gapClosing() const {
    constexpr double hundredth = 0.01;
    if (!isOnItsWay()) return std::nullopt;
    const double lowest = m_judged.lowest->value;
    const double small = hundredth * (m_trajectory.losses.back() - lowest);
    const auto closes = [&](const Trajectory& ahead, std::size_t t) { return ahead.losses[t] - lowest <= small; };
    const auto steps = stepsUntil(closes);
    const auto& losses = m_ahead.trajectory().losses;
    const auto last = losses.begin() + m_trajectory.steps();
    const bool inPassing = !steps && *std::min_element(last, losses.end()) - lowest <= small;
    return inPassing ? std::nullopt : std::optional(GapClosing{steps, m_ahead.steps()});
  }

  bool isSlowedByTheLimit() const {
    constexpr double nearlyAsFar = 0.9;
    if (!isOnItsWay() || m_judged.theory != QuadraticTheory::stable || weightDecay(m_run) > 0 ||
        !optimizerInfo(m_run).modeFactor)
      return false;
    const Eigenvalues curvature = eigenvalues(m_landscape.function->derivatives(m_landscape.domain.centre()).hessian);
    const bool isAlone = m_judged.sameInEveryDirection || curvature.lower <= kFlatCurvature * curvature.upper;
    const ModeFactor mode = modeFactor(m_judged.judgedLr, curvature.upper);
    return isAlone && !mode.rotates() && mode.factor < -nearlyAsFar;
  }

  const Run& m_run;
  const Trajectory& m_trajectory;
  const Landscape& m_landscape;
  const Diagnosis& m_judged;
  LookAhead& m_ahead;
  const CancelPredicate& m_cancelled;
  double m_near;
};

}  // namespace

std::optional<CriticalPoint> basinOf(const Landscape& landscape, const Vector2& start, const CancelPredicate& cancelled,
                                     double fineness) {
  const int mostSteps = static_cast<int>(4000 * fineness);
  constexpr int stepsBetweenLooks = 4;
  constexpr double longestStep = 0.001;  // of a view
  constexpr double near = 0.01;          // of a view, to the minimum,
  constexpr double nearInWell = 0.2;     // if also within this part of the way from it to the next critical point
  const double view = landscape.domain.diagonal();
  Vector2 theta = start;
  for (int i = 0; i < mostSteps; ++i) {
    const Derivatives at = landscape.function->derivatives(theta);
    const double slope = at.gradient.norm();
    if (!std::isfinite(slope)) return std::nullopt;
    if (i % stepsBetweenLooks == 0 || slope == 0) {
      if (isCancelled(cancelled)) return std::nullopt;
      const auto minimum = landscape.nearestMinimum(theta);
      const double away = minimum ? landscape.distance(minimum->point, theta) : view;
      if (away < near * view && away < nearInWell * landscape.roomAround(*minimum)) return minimum;
      if (slope == 0) return std::nullopt;
    }
    const Eigenvalues curvature = eigenvalues(at.hessian);
    const double sharpness = std::max(std::abs(curvature.upper), std::abs(curvature.lower));
    const double length = std::min(longestStep * view, 0.25 * slope / sharpness) / fineness;
    theta -= length / slope * at.gradient;
  }
  return std::nullopt;
}

double partOfParabola(const Landscape& landscape, const CriticalPoint& minimum, const Vector2& direction,
                      double curvature) {
  constexpr double aside = 3e-4;  // views
  constexpr double rounding = 1e-12;
  constexpr double nan = std::numeric_limits<double>::quiet_NaN();
  if (!minimum.differentiable) return nan;
  const Vector2 step = aside * landscape.domain.diagonal() * direction;
  const double around =
      landscape.function->value(minimum.point + step) + landscape.function->value(minimum.point - step);
  const double rise = 0.5 * around - minimum.value;
  return rise > rounding * std::abs(minimum.value) ? 0.5 * curvature * step.squaredNorm() / rise : nan;
}

bool isParabolic(const Landscape& landscape, const CriticalPoint& minimum, const Vector2& direction, double curvature) {
  constexpr double alike = 0.2;
  return std::abs(1 / partOfParabola(landscape, minimum, direction, curvature) - 1) < alike;
}

bool fallsAway(const Landscape& landscape, const CriticalPoint& point) {
  constexpr double nothing = 1e-9;  // of the spread per view²
  const double view = landscape.domain.diagonal();
  return point.curvature.lower * view * view < -nothing * landscape.spread;
}

bool isSignificant(const Landscape& landscape, const CriticalPoint& point) {
  constexpr int directions = 16;
  constexpr double surroundings = 0.05;   // views
  constexpr double insignificant = 1e-6;  // of the spread
  double change = 0;
  for (int i = 0; i < directions; ++i) {
    const double angle = 2 * std::numbers::pi * i / directions;
    const Vector2 aside = surroundings * landscape.domain.diagonal() * Vector2(std::cos(angle), std::sin(angle));
    change = std::max(change, std::abs(landscape.function->value(point.point + aside) - point.value));
  }
  return change > insignificant * landscape.spread;
}

Events findEvents(const Run& run, const Trajectory& trajectory, const Landscape& landscape, const Diagnosis& judged,
                  LookAhead& ahead, const CancelPredicate& cancelled) {
  return Finder(run, trajectory, landscape, judged, ahead, cancelled).find();
}

}  // namespace ravine
