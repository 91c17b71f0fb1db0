#include "core/sweep/lane_judge.h"

#include <algorithm>
#include <cmath>

#include "core/diagnosis/look_ahead.h"
#include "core/diagnosis/motion.h"
#include "core/diagnosis/settling.h"

namespace ravine {
namespace {

constexpr double kSure = 0.45;        // of what a rule of diagnose() allows
constexpr double kNearly = 0.95;      // where no other rule can come into play
constexpr double kNeutral = 1e-6;     // relative distance from a limit of η within which nothing is said
constexpr std::int64_t kFlight = 10;  // steps
constexpr double kFaster = 1.02;      // each than the one before; slower ones may count as an orbit

double distance(const Vector2& a, const Vector2& b) {
  return (a - b).norm();
}

// Of the Hessian of a quadratic, at which theory knows the largest stable η.
double limitOnQuadratic(const Run& run, const Landscape& landscape) {
  const OptimizerInfo& optimizer = optimizerInfo(run);
  constexpr double none = std::numeric_limits<double>::infinity();
  if (!landscape.quadratic || optimizer.stability != Stability::exact) return none;
  const Eigenvalues curvature = eigenvalues(landscape.function->derivatives(landscape.domain.centre()).hessian);
  if (curvature.lower < 0 || curvature.upper <= 0) return none;
  return optimizer.stabilityLimit(run.optimizer.parameters, curvature.upper);
}

// Nothing carries it on: what comes nearer and nearer comes to rest.
bool isMemoryless(const Run& run) {
  const OptimizerInfo& optimizer = optimizerInfo(run);
  return optimizer.modeFactor && optimizer.modeFactor(run.optimizer.parameters, nominalRate(run), 1).memoryless;
}

}  // namespace

CellOutcome cellOutcome(Outcome outcome) {
  switch (outcome) {
    case Outcome::converged:
      return CellOutcome::converged;
    case Outcome::trapped:
      return CellOutcome::trapped;
    case Outcome::diverged:
      return CellOutcome::diverged;
    case Outcome::unbounded:
    case Outcome::offGrid:
      return CellOutcome::gone;
    case Outcome::saddle:
    case Outcome::plateau:
    case Outcome::oscillating:
    case Outcome::crawling:
      break;
  }
  return CellOutcome::unsettled;
}

std::string_view cellOutcomeId(CellOutcome outcome) {
  static constexpr std::string_view ids[] = {"converged", "trapped", "unsettled", "diverged", "gone", "undefined"};
  return ids[static_cast<std::size_t>(outcome)];
}

Message cellOutcomeName(CellOutcome outcome) {
  switch (outcome) {
    case CellOutcome::converged:
      return outcomeName(Outcome::converged);
    case CellOutcome::trapped:
      return outcomeName(Outcome::trapped);
    case CellOutcome::diverged:
      return outcomeName(Outcome::diverged);
    case CellOutcome::unsettled:
      return CORE_TEXT("CellOutcome", "not settled");
    case CellOutcome::gone:
      return CORE_TEXT("CellOutcome", "gone for good");
    case CellOutcome::undefined:
      break;
  }
  return CORE_TEXT("CellOutcome", "no loss there");
}

bool isGone(const Cell& cell) {
  return cell.outcome == CellOutcome::diverged || cell.outcome == CellOutcome::gone ||
         cell.outcome == CellOutcome::undefined;
}

Cell cellOf(const RunResult& result) {
  const Diagnosis& d = result.diagnosis;
  Cell cell{.outcome = cellOutcome(d.outcome),
            .finalLoss = d.finalLoss,
            .lowestLoss = *std::min_element(result.trajectory.losses.begin(), result.trajectory.losses.end())};
  const bool settled = cell.outcome == CellOutcome::converged || cell.outcome == CellOutcome::trapped;
  if (settled) cell.steps = d.settledSince.value_or(-1);
  if (cell.outcome == CellOutcome::diverged) cell.steps = d.divergedAt.value_or(-1);
  if (!settled || !d.endsAt || d.onCurve) return cell;
  const Landscape& landscape = *result.landscape;
  const std::vector<CriticalPoint>& all = landscape.criticalPoints;
  for (std::size_t i = 0; i < all.size() && cell.minimum < 0; ++i)
    if (isSamePlace(all[i].point, d.endsAt->point, landscape)) cell.minimum = static_cast<int>(i);
  return cell;
}

// Not where a slope falls on, not where it is so flat that it may be a plateau, not where there is a kink.
std::vector<Well> wellsOf(const Landscape& landscape) {
  const Thresholds limits;
  const auto lowest = landscape.lowestMinimum();
  if (!lowest) return {};
  const double view = landscape.domain.diagonal();
  const double sameValue = sameValueTolerance(landscape, lowest->value, limits);
  std::vector<Well> wells;
  for (std::size_t i = 0; i < landscape.criticalPoints.size(); ++i) {
    const CriticalPoint& c = landscape.criticalPoints[i];
    if (c.kind != CriticalKind::minimum || !c.differentiable || !c.isolated) continue;
    const double above = c.value - lowest->value;
    const bool clear = above <= kSure * sameValue || above >= sameValue / kSure;
    const bool isFlat = c.curvature.upper < 10 * limits.flatCurvature * landscape.spread / (view * view);
    const bool isHigh = std::abs(c.value) > 0.1 * limits.pole * landscape.spread;
    constexpr double round = 1e-8;  // the smaller curvature against the larger
    const bool isValley = !landscape.ofXAlone && c.curvature.lower < round * c.curvature.upper;
    if (!clear || isFlat || isHigh || isValley) continue;
    if (!isFloor(c, landscape, sameValue, limits)) continue;
    const double reach = reachOf(c, landscape, limits);
    wells.push_back({c, static_cast<int>(i), reach, riseAround(c, reach, landscape), above <= sameValue});
  }
  return wells;
}

LaneJudge::LaneJudge(const Run& run, const Landscape& landscape, const std::vector<Well>& wells)
    : m_run(run),
      m_landscape(landscape),
      m_wells(wells),
      m_view(landscape.domain.diagonal()),
      m_windowStart(static_cast<std::int64_t>(windowStart(run.steps, m_limits))),
      m_isStochastic(isStochastic(run)),
      m_recurs(scheduleInfo(run).recurring),
      m_hasDecay(weightDecay(run) > 0),
      m_isLimitKnown(optimizerInfo(run).stability == Stability::exact),
      m_goesOnAlike(scheduleInfo(run).constant && run.warmUp == 0),
      m_isMemoryless(isMemoryless(run)),
      m_quadraticLimit(limitOnQuadratic(run, landscape)) {
  if (const auto lowest = landscape.lowestMinimum()) {
    m_lowest = lowest->value;
    m_sameValue = sameValueTolerance(landscape, lowest->value, m_limits);
  }
}

Cell LaneJudge::cell(CellOutcome outcome, const LaneEnd& end) const {
  return {.outcome = outcome, .finalLoss = end.loss, .lowestLoss = end.lowestLoss};
}

std::optional<LaneJudge::Verdict> LaneJudge::judge(const LaneEnd& end, const LaneTrail& trail) const {
  const auto told = [](const std::optional<Cell>& cell, bool ifItStays = false) {
    return cell ? std::optional(Verdict{*cell, ifItStays}) : std::nullopt;
  };
  if (!end.began) return told(cell(CellOutcome::undefined, end));
  if (m_landscape.fallsForEver) return std::nullopt;
  if (end.end == TrajectoryEnd::nonFinite) return told(judgeOverflow(end, trail));
  if (m_isStochastic) return std::nullopt;
  if (isFarAway(end.point, m_landscape, m_limits)) return told(judgeFlight(end, trail));
  if (mayFallForEver(end)) return std::nullopt;
  // Of what theory lets grow or bounce for ever it takes more to tell how far it is.
  if (end.lastLr > m_quadraticLimit * (1 - kNeutral)) return std::nullopt;
  if (m_isLimitKnown) {
    const double sure = m_goesOnAlike && m_isMemoryless ? kNearly : kSure;
    if (const auto settled = judgeRest(end, trail, {sure, false})) return told(settled);
  }
  if (m_goesOnAlike)
    if (const auto settled = judgeRest(end, trail, {kNearly, true})) return told(settled, true);
  if (isUnsettled(end, trail)) return told(cell(CellOutcome::unsettled, end));
  return std::nullopt;
}

bool LaneJudge::mayFallForEver(const LaneEnd& end) const {
  const bool isKnownGround = (m_lowest && end.loss >= *m_lowest) || m_landscape.domain.contains(end.point);
  const double pole = kSure * m_limits.pole * (m_landscape.spread + std::abs(end.firstLoss));
  return !isKnownGround || end.loss < -pole;
}

// Uphill: downhill it may have been a slope without a bottom. And not where the loss alone is still finite, which may
// be a kink on which it has landed.
std::optional<Cell> LaneJudge::judgeOverflow(const LaneEnd& end, const LaneTrail& trail) const {
  if (m_landscape.measured || std::isfinite(end.nonFiniteLoss) || !(end.loss > end.lowestLoss)) return std::nullopt;
  return diverged(end, trail);
}

Cell LaneJudge::diverged(const LaneEnd& end, const LaneTrail& trail) const {
  Cell gone = cell(CellOutcome::diverged, end);
  if (trail.first > 0) return gone;
  gone.steps = end.steps + 1;
  while (gone.steps > 0 && isFarAway(trail.point(gone.steps - 1), m_landscape, m_limits)) --gone.steps;
  return gone;
}

// Far away, uphill, and with every step faster.
std::optional<Cell> LaneJudge::judgeFlight(const LaneEnd& end, const LaneTrail& trail) const {
  if (m_landscape.measured || m_recurs || !(end.loss > end.firstLoss) || trail.last - trail.first < kFlight)
    return std::nullopt;
  double before = 0;
  for (std::int64_t t = trail.last - kFlight; t < trail.last; ++t) {
    const double length = distance(trail.point(t + 1), trail.point(t));
    const double out = m_landscape.domain.distanceTo(trail.point(t + 1));
    if (!(length > kFaster * before) || !(trail.loss(t + 1) > trail.loss(t)) ||
        !(out > m_landscape.domain.distanceTo(trail.point(t))))
      return std::nullopt;
    before = length;
  }
  return diverged(end, trail);
}

const Well* LaneJudge::wellAt(const Vector2& point, double sure) const {
  const Well* nearest = nullptr;
  double least = std::numeric_limits<double>::infinity();
  for (const Well& well : m_wells) {
    const double away = m_landscape.distance(well.minimum.point, point);
    if (away < least) {
      least = away;
      nearest = &well;
    }
  }
  return nearest && least <= sure * nearest->reach ? nearest : nullptr;
}

// Over the whole window, in place and in loss; ever nearer, or so much nearer in the end that it does not bounce there.
bool LaneJudge::staysIn(const Well& well, const LaneEnd& end, const LaneTrail& trail, const Claim& claim) const {
  const double fall = std::max(0.0, end.firstLoss - well.minimum.value);
  const double highest = well.minimum.value + claim.sure * (m_limits.settledLoss * fall + m_sameValue);
  const double rounding = 10 * m_limits.rounding * (m_view + well.minimum.point.norm());
  const std::int64_t middle = m_windowStart + (trail.last - m_windowStart) / 2;
  bool nears = true;
  double before = std::numeric_limits<double>::infinity();
  double early = 0;  // how far away at most
  double late = 0;
  for (std::int64_t t = m_windowStart; t <= trail.last; ++t) {
    const Vector2 point = trail.point(t);
    const double away = m_landscape.distance(point, well.minimum.point);
    if (!(trail.loss(t) <= highest)) return false;
    if (!claim.mayLeave && !(away <= claim.sure * well.reach)) return false;
    if (!(distance(point, end.point) <= claim.sure * well.reach)) return false;
    nears = nears && away <= before + rounding;
    before = away;
    double& part = t < middle ? early : late;
    part = std::max(part, away);
  }
  if (!claim.mayLeave) return nears || late <= kSure * early || late <= rounding;
  // It may bounce for ever: so closely that nobody sees it, or its steps die away.
  constexpr double almost = 0.999;
  return std::max(early, late) <= almost * m_limits.visible * m_view || diesAway(trail);
}

// As far as diagnose() tells it without looking ahead.
bool LaneJudge::diesAway(const LaneTrail& trail) const {
  std::vector<double> lengths;
  for (std::int64_t t = m_windowStart; t < trail.last; ++t)
    lengths.push_back(distance(trail.point(t + 1), trail.point(t)));
  if (stepsShrink(lengths, m_limits)) return true;
  for (const std::int64_t from : {m_windowStart, trail.last / 2}) {
    if (from < trail.first) return false;
    std::vector<Vector2> points;
    for (std::int64_t t = from; t <= trail.last; ++t) points.push_back(trail.point(t));
    const std::size_t last = points.size() - 1;
    if (turning(points, 0, last).goesRound() && !subsides(points, 0, last, m_limits.muchShorter)) return false;
  }
  return true;
}

// As diagnose() looks for it. From near by it always is.
bool LaneJudge::isFoundFrom(const Vector2& point, const Well& well, double sure) const {
  if (m_landscape.distance(point, well.minimum.point) <= kSure * well.reach) return true;
  if (!(newtonDistance(m_landscape.function->derivatives(point), m_view) <= sure * well.reach)) return false;
  const auto found = refineCriticalPoint(*m_landscape.function, point, 2 * m_limits.settled * m_view);
  return found && isSamePlace(found->point, well.minimum.point, m_landscape);
}

std::optional<Cell> LaneJudge::judgeRest(const LaneEnd& end, const LaneTrail& trail, const Claim& claim) const {
  // Lower on its way than anything known, it is at none of the lowest.
  if (!m_lowest || !(end.lowestLoss >= *m_lowest - kSure * m_sameValue)) return std::nullopt;
  if (m_recurs || trail.first > m_windowStart) return std::nullopt;
  const Well* well = wellAt(end.point, claim.sure);
  if (!well || !staysIn(*well, end, trail, claim) || !isFoundFrom(end.point, *well, claim.sure)) return std::nullopt;
  const OptimizerInfo& optimizer = optimizerInfo(m_run);
  if (optimizer.stability == Stability::exact &&
      end.lastLr > (1 - kNeutral) * optimizer.stabilityLimit(m_run.optimizer.parameters, well->minimum.curvature.upper))
    return std::nullopt;  // it has landed where it would not stay
  Cell settled = cell(well->lowest ? CellOutcome::converged : CellOutcome::trapped, end);
  settled.minimum = well->index;
  if (trail.first > 0) return settled;
  const double fall = std::max(0.0, end.firstLoss - well->minimum.value);
  const double highest = settledLossAt(well->minimum, fall, well->rise, m_sameValue, m_limits);
  settled.steps = trail.last + 1;
  const auto isThere = [&](std::int64_t t) {
    return m_landscape.distance(trail.point(t), well->minimum.point) <= well->reach && trail.loss(t) <= highest;
  };
  while (settled.steps > 0 && isThere(settled.steps - 1)) --settled.steps;
  return settled;
}

Run LaneJudge::longerRun() const {
  Run run = m_run;
  run.steps += LookAhead::stepsBeyond(m_run.steps);
  return run;
}

Leash LaneJudge::leashOf(const Cell& cell) const {
  const CriticalPoint& minimum = m_landscape.criticalPoints[static_cast<std::size_t>(cell.minimum)];
  const double y = m_landscape.ofXAlone ? m_run.start.y() : minimum.point.y();
  return {{minimum.point.x(), y}, 2 * reachOf(minimum, m_landscape, m_limits)};
}

// It moves on, stands where no minimum can be, or is not down yet; and is not on its way out.
bool LaneJudge::isUnsettled(const LaneEnd& end, const LaneTrail& trail) const {
  if (m_hasDecay || (end.loss > end.firstLoss && mayFlyOff(trail))) return false;
  return movesFar(trail) || !maySettle(end) || isStillHigh(end, trail);
}

bool LaneJudge::mayFlyOff(const LaneTrail& trail) const {
  if (trail.first > m_windowStart) return true;
  std::vector<double> losses;
  for (std::int64_t t = m_windowStart; t <= trail.last; ++t) losses.push_back(trail.loss(t));
  return rise(losses);
}

// At the minimum that diagnose() would find more is left of the fall, all through the window, than settling allows.
bool LaneJudge::isStillHigh(const LaneEnd& end, const LaneTrail& trail) const {
  const double reach = m_limits.settled * m_view;
  const bool isKnownGround = m_lowest && end.lowestLoss >= *m_lowest;
  if (!isKnownGround || trail.first > m_windowStart || isBesideAKink(end.point)) return false;
  const auto near = refineCriticalPoint(*m_landscape.function, end.point, 2 * reach);
  if (!near || near->kind != CriticalKind::minimum) return false;
  const double fall = std::max(0.0, end.firstLoss - near->value);
  const double highest = near->value + m_limits.settledLoss * fall + m_sameValue;
  for (std::int64_t t = m_windowStart; t <= trail.last; ++t)
    if (trail.loss(t) <= highest) return false;
  return true;
}

bool LaneJudge::movesFar(const LaneTrail& trail) const {
  const std::int64_t from = std::max(trail.last - m_limits.shortestWindow, m_windowStart);
  if (trail.first > from) return false;
  const double reach = m_limits.settled * m_view;
  for (std::int64_t t = from; t < trail.last; ++t)
    if (distance(trail.point(t), trail.point(trail.last)) > reach) return true;
  return false;
}

bool LaneJudge::isBesideAKink(const Vector2& point) const {
  return std::ranges::any_of(m_landscape.criticalPoints, [&](const CriticalPoint& c) {
    return !c.differentiable && m_landscape.distance(c.point, point) <= m_limits.settled * m_view;
  });
}

bool LaneJudge::maySettle(const LaneEnd& end) const {
  return isBesideAKink(end.point) ||
         newtonDistance(m_landscape.function->derivatives(end.point), m_view) <= m_limits.settled * m_view;
}

}  // namespace ravine
