#include "core/diagnosis/reason.h"

#include <algorithm>
#include <cmath>

#include "core/base/number_text.h"
#include "core/diagnosis/fact_text.h"
#include "core/optimizer/stability.h"

namespace ravine {
namespace {

constexpr double kAtTheLimit = 1e-9;    // relative distance that counts as none
constexpr double kNearTheLimit = 0.01;  // relative distance below which more digits are needed to tell
constexpr double kSameLoss = 1e-6;      // relative: losses that near are one number

class Line {
 public:
  explicit Line(const RunResult& result) : m_result(result), m_d(result.diagnosis) {
    const OptimizerInfo& optimizer = optimizerInfo(result.run);
    m_formula = limitFormula(optimizer, result.run.optimizer.parameters);
  }

  std::vector<Message> items() {
    switch (m_d.outcome) {
      case Outcome::converged:
        converged();
        break;
      case Outcome::trapped:
        trapped();
        break;
      case Outcome::saddle:
        saddle();
        break;
      case Outcome::plateau:
        say(CORE_TEXT("Reason", "flat ground: gradient %1").with(gradientText()));
        break;
      case Outcome::oscillating:
        oscillating();
        break;
      case Outcome::crawling:
        crawling();
        break;
      case Outcome::diverged:
        diverged();
        break;
      case Outcome::offGrid:
        say(CORE_TEXT("Reason", "step %1 leads off the grid").with(m_result.trajectory.nonFiniteStep));
        break;
      case Outcome::unbounded:
        say(m_result.landscape->fallsForEver
                ? CORE_TEXT("Reason", "the classes can be parted: the weights grow for ever, the loss is down to %1")
                      .with(numberText(m_d.finalLoss))
                : CORE_TEXT("Reason", "no minimum this way: the loss is down to %1").with(numberText(m_d.finalLoss)));
        break;
    }
    return std::move(m_items);
  }

 private:
  void say(Message item) { m_items.push_back(std::move(item)); }

  std::string gradientText() const { return ravine::gradientText(m_result); }
  std::string place(const Vector2& at) const { return placeText(m_result, at); }

  bool hasLimit() const { return std::isfinite(m_d.stabilityLimit) && m_d.stabilityLimit > 0; }
  double ratio() const { return m_d.judgedLr / m_d.stabilityLimit; }
  bool isAtTheLimit() const { return std::abs(ratio() - 1) < kAtTheLimit; }

  // "η·λ = 1.8 < 2" where the limit is 2/λ, otherwise "η = 0.09 < 0.19 = 2(1 + μ)/λ". Precondition: hasLimit().
  std::string comparison() const {
    const int digits = std::abs(ratio() - 1) < kNearTheLimit ? 5 : 3;
    const std::string sign = isAtTheLimit() ? "=" : ratio() < 1 ? "<" : ">";
    if (m_formula == "2/λ")
      return isAtTheLimit() ? "η·λ = 2" : "η·λ = " + numberText(2 * ratio(), digits, 2) + ' ' + sign + " 2";
    const std::string limit = numberText(m_d.stabilityLimit, digits, m_d.judgedLr);
    const std::string numbers =
        "η = " + numberText(m_d.judgedLr, digits, m_d.stabilityLimit) + ' ' + sign + ' ' + limit;
    if (m_formula == limit) return numbers;  // a limit that depends on nothing
    return numbers + (m_d.stability == Stability::exact ? " = " : " ") + m_formula;
  }

  void compareWithTheLimit() {
    if (!hasLimit()) return;
    if (hasBatches(m_result.run)) return say(CORE_TEXT("Reason", "%1 on all rows").with(comparison()));
    const bool exactly = isAtTheLimit() && m_formula == "2/λ";
    say(exactly ? CORE_TEXT("Reason", "%1 exactly").with(comparison()) : Message::verbatim(comparison()));
  }

  void converged() {
    if (m_d.pull) return pulled(*m_d.pull);
    // Where η changes, it must have stayed below the limit.
    const auto& lrs = m_result.trajectory.lrs;
    const double largest =
        lrs.empty()
            ? m_d.judgedLr
            : *std::max_element(lrs.begin() + std::min(std::ssize(lrs) - 1, m_d.settledSince.value_or(0)), lrs.end());
    const bool holds = m_d.parabolic && m_d.judgedLr > 0 && largest <= m_d.stabilityLimit;
    if (holds && m_d.judgedLr <= m_d.stabilityLimit && m_d.stability == Stability::exact) compareWithTheLimit();
    say(m_d.settledSince == 0 ? CORE_TEXT("Reason", "started by the minimum")
                              : CORE_TEXT("Reason", "settled at step %1").with(m_d.settledSince.value_or(0)));
    const auto& floor = m_d.events.noiseFloor;
    if (!floor || !m_d.lowest) return;
    const std::string mean = numberText(floor->meanLoss);
    say(floor->fallsNoFurther ? CORE_TEXT("Reason", "noise floor %1").with(mean)
                              : CORE_TEXT("Reason", "on average %1 above the lowest loss").with(mean));
  }

  void pulled(const Pull& pull) {
    if (std::isinf(pull.distance))
      return say(CORE_TEXT("Reason", "weight decay holds the weights, at the loss %1").with(numberText(m_d.finalLoss)));
    say(CORE_TEXT("Reason", "weight decay holds it %1 from the minimum, its loss %2 above")
            .with(numberText(pull.distance), numberText(pull.lossAbove)));
  }

  void trapped() {
    if (m_d.pull) return pulled(*m_d.pull);
    say(CORE_TEXT("Reason", "local minimum %1").with(place(m_d.endsAt->point)));
    say(CORE_TEXT("Reason", "loss %1 above the lowest known").with(numberText(m_d.lossAboveLowest)));
  }

  void saddle() {
    const std::string at = place(m_d.endsAt->point);
    const std::string gradient = gradientText();
    if (m_d.endsAt->kind == CriticalKind::maximum)
      return say(CORE_TEXT("Reason", "beside the maximum %1: gradient %2").with(at, gradient));
    if (!m_d.events.wayOut)
      return say(
          CORE_TEXT("Reason", "beside the saddle %1: gradient %2, and no curvature leads away").with(at, gradient));
    say(CORE_TEXT("Reason", "beside the saddle %1: gradient %2, curvature %3 leads away")
            .with(at, gradient, numberText(m_d.events.wayOut->curvature)));
  }

  void oscillating() {
    if (const auto& floor = m_d.events.noiseFloor) {
      const std::string mean = numberText(floor->meanLoss);
      if (!m_d.lowest) return say(CORE_TEXT("Reason", "kept moving by noise: the loss is %1 on average").with(mean));
      return say(floor->fallsNoFurther
                     ? CORE_TEXT("Reason", "noise floor: on average %1 above the lowest loss").with(mean)
                     : CORE_TEXT("Reason", "kept moving by noise: on average %1 above the lowest loss").with(mean));
    }
    if (m_d.theory) compareWithTheLimit();
    say(m_d.period ? CORE_TEXT("Reason", "repeats itself every %1 steps").with(*m_d.period)
                   : CORE_TEXT("Reason", "bounces without rest"));
    const std::string highest = numberText(m_d.highestInWindow);
    if (m_d.highestInWindow - m_d.lowestInWindow <= kSameLoss * std::abs(m_d.highestInWindow))
      return say(CORE_TEXT("Reason", "loss stays at %1").with(highest));
    say(CORE_TEXT("Reason", "loss %1 to %2")
            .with(numberText(m_d.lowestInWindow, 3, m_d.highestInWindow),
                  numberText(m_d.highestInWindow, 3, m_d.lowestInWindow)));
  }

  void crawling() {
    if (const auto& leaving = m_d.leaving)
      return say(CORE_TEXT("Reason", "at the minimum %1, but would leave it after %2 more steps")
                     .with(place(leaving->minimum.point), leaving->after));
    const std::string loss = numberText(m_d.finalLoss);
    if (!isStochastic(m_result.run) || m_d.stoppedByRate) {
      const LossMotion motion = m_d.motion.motion;
      if (motion == LossMotion::rising)
        say(m_d.goesUphill ? CORE_TEXT("Reason", "carried uphill by its momentum")
                           : CORE_TEXT("Reason", "the loss was rising when the steps ended"));
      if (m_d.stoppedByRate)
        say(CORE_TEXT("Reason", "stands still: η has died away to %1")
                .with(numberText(m_result.trajectory.lrs.back())));
    }
    if (!m_d.lowest)
      return say(m_d.stillFalling
                     ? CORE_TEXT("Reason", "the loss, now %1, was still falling when the steps ended").with(loss)
                     : CORE_TEXT("Reason", "nothing had settled when the steps ended, the loss is %1").with(loss));
    const bool farBelow =
        m_d.stability == Stability::exact && m_d.judgedLr > 0 && m_d.judgedLr < kFarBelow * m_d.stabilityLimit;
    if ((farBelow && m_d.stillFalling) || m_d.events.isSlowedByTheLimit) compareWithTheLimit();
    if (!(m_d.lossAboveLowest > 0))
      return say(CORE_TEXT("Reason", "nothing had settled when the steps ended, the loss is %1").with(loss));
    const double toNearest = m_d.lossAboveLowest - m_d.nearestAboveLowest;
    if (m_d.nearestAboveLowest > 0.05 * m_d.lossAboveLowest && toNearest > 0)
      return say(CORE_TEXT("Reason", "still %1 above the lowest loss, %2 above a minimum %3 away")
                     .with(numberText(m_d.lossAboveLowest), numberText(toNearest), numberText(m_d.distanceToMinimum)));
    say(CORE_TEXT("Reason", "still %1 above the lowest loss, %2 from a minimum")
            .with(numberText(m_d.lossAboveLowest), numberText(m_d.distanceToMinimum)));
  }

  void diverged() {
    if (m_d.theory == QuadraticTheory::unstable) compareWithTheLimit();
    const Trajectory& t = m_result.trajectory;
    const bool outOfReach = m_d.divergedAt == t.nonFiniteStep && isFinite(t.nonFinitePoint);
    if (m_d.theory != QuadraticTheory::unstable && !outOfReach && m_d.firstUnstableAt && hasLimit())
      say(CORE_TEXT("Reason", "%1 at step %2").with(comparison(), *m_d.firstUnstableAt));
    if (t.nonFiniteStep > 0 && m_d.divergedAt == t.nonFiniteStep) {
      if (!isFinite(t.nonFinitePoint)) return say(CORE_TEXT("Reason", "step %1 overflows").with(t.nonFiniteStep));
      return say(
          std::isfinite(t.nonFiniteLoss)
              ? CORE_TEXT("Reason", "step %1 leads to where there is no gradient").with(t.nonFiniteStep)
              : CORE_TEXT("Reason", "step %1 leads to where the loss is no finite number").with(t.nonFiniteStep));
    }
    if (m_d.quadratic && m_d.stepGrowth > 1)
      return say(CORE_TEXT("Reason", "lately each step %1 times longer").with(numberText(m_d.stepGrowth, 3, 1)));
    const std::int64_t when = m_d.divergedAt.value_or(t.steps());
    if (when == t.steps() && t.end == TrajectoryEnd::nonFinite)
      return say(CORE_TEXT("Reason", "step %1 overflows").with(t.nonFiniteStep));
    say(when < t.steps() ? CORE_TEXT("Reason", "far away from step %1 on").with(when)
                         : CORE_TEXT("Reason", "on its way out when the steps ended"));
  }

  const RunResult& m_result;
  const Diagnosis& m_d;
  std::string m_formula;  // of the stability limit
  std::vector<Message> m_items;
};

}  // namespace

std::vector<Message> reason(const RunResult& result) {
  return Line(result).items();
}

std::optional<Message> endMark(const RunResult& result) {
  const Diagnosis& d = result.diagnosis;
  if (d.outcome == Outcome::diverged)
    return CORE_TEXT("Reason", "diverged at step %1").with(d.divergedAt.value_or(result.trajectory.steps()));
  if (d.outcome == Outcome::offGrid)
    return CORE_TEXT("Reason", "off the grid at step %1").with(result.trajectory.nonFiniteStep);
  if (d.outcome == Outcome::unbounded && !result.landscape->fallsForEver) return CORE_TEXT("Reason", "falls for ever");
  return std::nullopt;
}

}  // namespace ravine
