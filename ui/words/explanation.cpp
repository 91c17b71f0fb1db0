// What happened and why, in whole sentences made from the facts of one run. A sentence is there only if the facts bear
// it out: the theory of quadratics is called upon on quadratics, or beside a minimum, where it holds.
#include <QCoreApplication>
#include <QStringList>
#include <cmath>

#include "ui/words/wording.h"

namespace ravine::wording {
namespace {

struct Explanation {
  Q_DECLARE_TR_FUNCTIONS(Explanation)
};

constexpr double kUnevenDigits = 3;    // times as many steps for a digit along one axis: worth a sentence
constexpr double kNoCurvature = 1e-9;  // of the spread per view²
constexpr double kMostStepsTold = 1e6;
constexpr double kFarBelow = 0.5;  // of the stability limit

QString whole(double value) {
  return number(std::round(value), 6);
}

// "along y", "along the direction (0.71, 0.71)"
QString along(const Vector2& direction) {
  constexpr double cosineOfFiveDegrees = 0.9962;
  if (std::abs(direction.x()) > cosineOfFiveDegrees) return Explanation::tr("along x");
  if (std::abs(direction.y()) > cosineOfFiveDegrees) return Explanation::tr("along y");
  const Vector2 upward = direction.x() < 0 ? Vector2(-direction) : direction;
  return Explanation::tr("along the direction %1").arg(point(upward, 2));
}

QString sentence(QString text) {
  if (!text.isEmpty() && !text.startsWith(QStringLiteral("η"))) text[0] = text[0].toUpper();
  return text;
}

// What a step does along a principal direction: "each step jumps across the valley and lands 1.1 times farther away".
QString effect(const ModeFactor& mode) {
  const double size = std::abs(mode.factor);
  const QString times = number(size);
  if (mode.rotates || !mode.memoryless)
    return size > 1 ? Explanation::tr("in the long run the distance grows by the factor %1 per step").arg(times)
                    : Explanation::tr("in the long run each step leaves %1 of the distance").arg(times);
  if (mode.factor >= 0) return Explanation::tr("each step leaves %1 of the distance").arg(times);
  return size > 1 ? Explanation::tr("each step jumps across the valley and lands %1 times farther away").arg(times)
                  : Explanation::tr("each step jumps across the valley and lands at %1 of the distance").arg(times);
}

class Story {
 public:
  Story(const Run& run, const RunResult& result)
      : m_run(run), m_result(result), m_d(result.diagnosis), m_optimizer(optimizerInfo(run)) {}

  QString tell() {
    tellOutcome();
    tellEvents();
    return m_sentences.join(' ');
  }

 private:
  const Trajectory& trajectory() const { return m_result.trajectory; }
  void say(const QString& text) {
    if (!text.isEmpty()) m_sentences << sentence(text);
  }
  bool constantRate() const {
    const auto& lrs = trajectory().lrs;
    return std::all_of(lrs.begin(), lrs.end(), [&](double lr) { return lr == lrs.front(); });
  }
  ModeFactor modeFactor(double lr, double curvature) const {
    return m_optimizer.modeFactor(m_run.optimizer.parameters, lr, curvature);
  }
  // A coordinate that is nothing in the picture is zero.
  QString place(const Vector2& at) const {
    const double nothing = 1e-9 * m_result.landscape->domain.diagonal();
    return point(at.unaryExpr([&](double c) { return std::abs(c) < nothing ? 0 : c; }));
  }
  QString limitFormula() const { return stabilityFormula(m_run); }

  void tellOutcome() {
    switch (m_d.outcome) {
      case Outcome::converged:
        say(m_d.settledSince == 0
                ? Explanation::tr("The run began at the lowest minimum known, %1, and stayed.").arg(place(end()))
                : Explanation::tr("The run settled at the lowest minimum known, %1, from step %2 on.")
                      .arg(place(end()))
                      .arg(m_d.settledSince.value_or(0)));
        return tellOfTheMinimum();
      case Outcome::trapped:
        say(Explanation::tr("The run settled at the minimum %1 from step %2 on; the lowest known, %3, is %4 lower.")
                .arg(place(end()))
                .arg(m_d.settledSince.value_or(0))
                .arg(place(m_d.lowest->point), number(m_d.lossAboveLowest)));
        return tellOfTheMinimum();
      case Outcome::saddle:
        return tellOfTheSaddle();
      case Outcome::plateau:
        say(Explanation::tr("The ground is flat where the run stands: the gradient is %1 and the curvature %2, and "
                            "there is nothing to follow.")
                .arg(number(m_d.finalGradientNorm), number(m_d.finalCurvature.upper)));
        return;
      case Outcome::oscillating:
        return tellOfTheBouncing();
      case Outcome::crawling:
        return tellOfTheCrawling();
      case Outcome::diverged:
        return tellOfTheDivergence();
      case Outcome::unbounded:
        say(Explanation::tr("The loss falls for ever this way: it is down to %1 and still falling, and no minimum is "
                            "known below it.")
                .arg(number(trajectory().losses.back())));
        return;
    }
  }

  Vector2 end() const { return m_d.endsAt ? m_d.endsAt->point : trajectory().points.back(); }

  // "Along y the curvature is λ = 20, so steps are stable only for η < 2/λ = 0.1."
  QString stabilityRule(double limit) const {
    const QString formula = limitFormula();
    if (!formula.contains(QStringLiteral("λ")))
      return Explanation::tr("With this method steps are stable only for η < %1, whatever the curvature.")
          .arg(number(limit));
    return Explanation::tr("%1 the curvature is λ = %2, so steps are stable only for η < %3 = %4.")
        .arg(sentence(along(m_d.judgedDirection)), number(m_d.judgedSharpness), formula, number(limit, 4));
  }

  // Beside a minimum a rule with exact theory does what the theory says.
  void tellOfTheMinimum() {
    if (!m_d.endsAt->differentiable) {
      say(Explanation::tr("There the loss has a kink: the gradient never becomes small, only the steps did."));
      return;
    }
    if (!m_optimizer.modeFactor || hasNoise(m_run) || !constantRate() || !(m_d.judgedSharpness > 0)) return;
    const double lr = m_d.judgedLr;
    if (!(lr < m_d.stabilityLimit)) return;
    say(stabilityRule(m_d.stabilityLimit));
    const ModeFactor mode = modeFactor(lr, m_d.judgedSharpness);
    say(Explanation::tr("Here η = %1: %2.").arg(number(lr, 4), effect(mode)));
    tellOfTheSlowAxis();
  }

  void tellOfTheSlowAxis() {
    const auto& a = m_d.events.anisotropy;
    if (!a) return;
    const auto stepsPerDigit = [](double factor) { return std::log(10) / -std::log(std::abs(factor)); };
    const double steep = std::max(1.0, stepsPerDigit(a->steepFactor));
    const double flat = std::max(1.0, stepsPerDigit(a->flatFactor));
    if (!std::isfinite(steep) || !std::isfinite(flat)) return;
    const Vector2 flatDirection(-a->steepDirection.y(), a->steepDirection.x());
    if (flat > kUnevenDigits * steep)
      say(Explanation::tr("%1, where λ is only %2, it is slower: %3 steps for each further digit, against %4 %5.")
              .arg(sentence(along(flatDirection)), number(a->flatCurvature), whole(flat), whole(steep),
                   along(a->steepDirection)));
    else if (steep > kUnevenDigits * flat)
      say(Explanation::tr(
              "So near to the limit it is the steep direction that is slow: %1 steps for each further digit "
              "%2, against %3 %4.")
              .arg(whole(steep), along(a->steepDirection), whole(flat), along(flatDirection)));
  }

  void tellOfTheSaddle() {
    const CriticalPoint& saddle = *m_d.endsAt;
    const QString what = saddle.kind == CriticalKind::maximum ? Explanation::tr("maximum") : Explanation::tr("saddle");
    say(Explanation::tr("The run ended at the %1 %2, where the gradient is %3.")
            .arg(what, place(saddle.point), number(m_d.finalGradientNorm)));
    const double curvature = saddle.curvature.lower;
    const double view = m_result.landscape->domain.diagonal();
    if (!(curvature * view * view < -kNoCurvature * m_result.landscape->spread)) {
      say(Explanation::tr("The curvature vanishes there too, so it takes ever longer to move on."));
      return;
    }
    const Derivatives there = m_result.landscape->function->derivatives(saddle.point);
    const Vector2 downhill = principalCurvatures(there.hessian).lowerDirection();
    const double distance = std::abs((trajectory().points.back() - saddle.point).dot(downhill));
    QString text = Explanation::tr("%1 the curvature is %2: the ground falls away there")
                       .arg(sentence(along(downhill)), number(curvature));
    if (distance == 0) {
      say(text + Explanation::tr(", but the run stands exactly on it and feels no slope that way."));
      return;
    }
    const double growth = m_optimizer.modeFactor && constantRate() && !hasNoise(m_run)
                              ? std::abs(modeFactor(m_d.judgedLr, curvature).factor)
                              : 0;
    if (growth > 1) {
      const double steps = std::log(0.01 * view / distance) / std::log(growth);
      text += Explanation::tr(", and the distance of %1 from it grows by the factor %2 per step")
                  .arg(number(distance), number(growth, 4));
      if (steps > 1) text += Explanation::tr("; about %1 more steps would show it").arg(whole(steps));
      say(text + '.');
    } else {
      say(text + Explanation::tr("; the run is %1 away from it.").arg(number(distance)));
    }
  }

  void tellOfTheBouncing() {
    if (m_d.theory == QuadraticTheory::neutral) {
      say(Explanation::tr("%1 the curvature is λ = %2, and η = %3 is exactly the limit %4: each step lands just as far "
                          "away on the other side, for ever.")
              .arg(sentence(along(m_d.judgedDirection)), number(m_d.judgedSharpness), number(m_d.judgedLr),
                   limitFormula()));
      return;
    }
    if (m_d.events.noiseFloor) return tellOfTheNoise();
    const bool sameLoss = m_d.highestInWindow - m_d.lowestInWindow <= 1e-3 * std::abs(m_d.highestInWindow);
    const QString losses = sameLoss ? Explanation::tr("the loss stays at %1").arg(number(m_d.highestInWindow))
                                    : Explanation::tr("the loss stays between %1 and %2")
                                          .arg(number(m_d.lowestInWindow), number(m_d.highestInWindow));
    say(m_d.period ? Explanation::tr("The run goes round between %1 points; %2.").arg(*m_d.period).arg(losses)
                   : Explanation::tr("The steps keep turning back and do not get shorter; %1.").arg(losses));
    if (m_d.stillFalling && !m_d.period && !sameLoss)
      say(Explanation::tr("All the while the loss goes on falling slowly."));
    const auto& minimum = m_d.endsAt;
    if (!minimum) return;
    if (!minimum->differentiable) {
      say(Explanation::tr(
              "The nearest minimum, %1, is a kink: beside it the gradient does not become small, so the steps "
              "do not either.")
              .arg(place(minimum->point)));
      return;
    }
    // A minimum whose own limit is exceeded cannot hold the run.
    if (m_optimizer.stability != Stability::exact) return;
    const double limit = m_optimizer.stabilityLimit(m_run.optimizer.parameters, minimum->curvature.upper);
    if (constantRate() && m_d.judgedLr > limit)
      say(Explanation::tr("The nearest minimum, %1, has curvature λ = %2, and η = %3 is above its limit %4 = %5: it "
                          "cannot hold the run, for a step made beside it lands beyond it, farther away.")
              .arg(place(minimum->point), number(minimum->curvature.upper), number(m_d.judgedLr), limitFormula(),
                   number(limit)));
  }

  void tellOfTheNoise() {
    const NoiseFloor& floor = *m_d.events.noiseFloor;
    QString text = m_d.lowest ? Explanation::tr(
                                    "The noise (σ = %1) keeps the run moving: over its second half the loss "
                                    "is on average %2 above the lowest known and falls no further")
                              : Explanation::tr(
                                    "The noise (σ = %1) keeps the run moving: over its second half the loss "
                                    "is on average %2 and falls no further");
    text = text.arg(number(noiseSettings(m_run.noise).sigma), number(floor.meanLoss));
    if (floor.expectedLoss)
      text += Explanation::tr("; for this η the theory expects %1").arg(number(*floor.expectedLoss));
    say(text + '.');
    if (constantRate()) say(Explanation::tr("A smaller or a decaying η lowers this floor."));
  }

  void tellOfTheCrawling() {
    QString gap;
    if (m_d.lowest)
      gap = Explanation::tr("it is still %1 above the lowest known, and %2 away from a minimum")
                .arg(number(m_d.lossAboveLowest), number(m_d.distanceToMinimum));
    if (m_d.stillFalling)
      say(Explanation::tr("The steps ended while the loss was still falling") +
          (gap.isEmpty() ? QStringLiteral(".") : QStringLiteral("; ") + gap + '.'));
    else
      say(Explanation::tr("The steps ended before anything had settled") +
          (gap.isEmpty() ? QStringLiteral(".") : QStringLiteral("; ") + gap + '.'));
    if (hasNoise(m_run) || !m_d.stillFalling) return;
    tellOfThePace();
    const bool exact = m_optimizer.stability == Stability::exact && constantRate();
    if (exact && m_d.judgedLr < kFarBelow * m_d.stabilityLimit && std::isfinite(m_d.stabilityLimit))
      say(Explanation::tr("At the end λ = %1, so the limit there is %2 = %3; η = %4 is only %5 of it.")
              .arg(number(m_d.judgedSharpness), limitFormula(), number(m_d.stabilityLimit), number(m_d.judgedLr),
                   number(m_d.judgedLr / m_d.stabilityLimit, 2)));
  }

  void tellOfThePace() {
    const auto& a = m_d.events.anisotropy;
    const double target = 0.01 * m_result.landscape->domain.diagonal();
    const bool quadratic = m_d.quadratic && a && constantRate();
    if (quadratic && std::abs(a->flatFactor) < 1 && m_d.distanceToMinimum > target) {
      const double steps = std::log(target / m_d.distanceToMinimum) / std::log(std::abs(a->flatFactor));
      const Vector2 flatDirection(-a->steepDirection.y(), a->steepDirection.x());
      say(Explanation::tr(
              "%1, where λ is only %2, each step takes off %3 % of the distance: about %4 more steps would bring "
              "it near.")
              .arg(sentence(along(flatDirection)), number(a->flatCurvature),
                   number(100 * (1 - std::abs(a->flatFactor)), 2), whole(std::ceil(steps))));
    } else if (m_d.lowest && m_d.lossFactor > 0 && m_d.lossFactor < 1) {
      const double steps = std::log(0.01) / std::log(m_d.lossFactor);
      if (steps < kMostStepsTold)
        say(Explanation::tr(
                "Lately each step took off %1 % of the gap: at this pace it takes %2 steps to make it a hundredth.")
                .arg(number(100 * (1 - m_d.lossFactor), 2), whole(std::ceil(steps))));
      else
        say(Explanation::tr("At its present pace it would take more than a million steps to get anywhere."));
    }
  }

  void tellOfTheDivergence() {
    const bool exact = m_optimizer.stability == Stability::exact;
    if (m_d.theory == QuadraticTheory::unstable) {
      say(stabilityRule(m_d.stabilityLimit));
      say(Explanation::tr("Here η = %1: %2.")
              .arg(number(m_d.judgedLr, 4), effect(modeFactor(m_d.judgedLr, m_d.judgedSharpness))));
    } else if (m_d.firstUnstableAt && m_d.judgedSharpness > 0) {
      const QString text =
          exact ? Explanation::tr(
                      "At step %1 the curvature was λ = %2 %3, where steps are stable only for η < %4 = %5, "
                      "and η was %6.")
                : Explanation::tr(
                      "At step %1 the curvature was λ = %2 %3; by the rule of thumb %4 = %5 the rate η = %6 "
                      "was too large for it.");
      say(text.arg(*m_d.firstUnstableAt)
              .arg(number(m_d.judgedSharpness), along(m_d.judgedDirection), limitFormula(), number(m_d.stabilityLimit),
                   number(m_d.judgedLr)));
    } else {
      if (m_d.finalLoss > trajectory().losses.front())
        say(Explanation::tr("The loss rose from %1 to %2.")
                .arg(number(trajectory().losses.front()), number(m_d.finalLoss)));
    }
    const std::int64_t when = m_d.divergedAt.value_or(trajectory().steps());
    if (when == trajectory().nonFiniteStep)
      say(Explanation::tr("Step %1, from %2, leads to where the loss or its gradient is no finite number.")
              .arg(when)
              .arg(place(trajectory().points.back())));
    else if (trajectory().end == TrajectoryEnd::nonFinite)
      say(Explanation::tr("From step %1 on it is gone for good; at step %2 the numbers overflow.")
              .arg(when)
              .arg(trajectory().nonFiniteStep));
    else if (when < trajectory().steps())
      say(Explanation::tr("From step %1 on it is more than a hundred pictures away.").arg(when));
    else
      say(Explanation::tr("When the steps ended it was still on its way out."));
  }

  void tellEvents() {
    const Events& e = m_d.events;
    if (e.thrown)
      say(Explanation::tr(
              "On the way it was thrown uphill: the loss rose from %1 to %2 at step %3, and it landed where "
              "the ground is flatter, λ = %4 instead of %5.")
              .arg(number(e.thrown->lossBefore), number(e.thrown->lossAtPeak))
              .arg(e.thrown->peak)
              .arg(number(e.thrown->sharpnessAfter), number(e.thrown->sharpnessBefore)));
    if (e.escape)
      say(Explanation::tr("At step %1 it jumped out of the basin of the minimum %2 into this one, %3.")
              .arg(e.escape->step)
              .arg(place(e.escape->from.point), place(e.escape->to.point)));
    if (e.stabilityRegained)
      say(Explanation::tr(
              "From step %1 on the schedule keeps η below the stability limit (%2 < %3), and the run came to "
              "rest.")
              .arg(e.stabilityRegained->step)
              .arg(number(e.stabilityRegained->lr), number(e.stabilityRegained->limit)));
    if (m_d.leftDomainAt && m_d.returnedAt)
      say(Explanation::tr("It left the domain at step %1 and was back at step %2.")
              .arg(*m_d.leftDomainAt)
              .arg(*m_d.returnedAt));
    if (m_d.outcome != Outcome::diverged && !hasNoise(m_run)) tellOfTheOvershoots();
  }

  void tellOfTheOvershoots() {
    if (m_d.overshoots.empty()) return;
    const QString raised = m_d.uphillOvershoots == 0 ? Explanation::tr("none raised the loss")
                                                     : Explanation::tr("%1 raised the loss").arg(m_d.uphillOvershoots);
    if (m_d.overshoots.size() == 1)
      say(Explanation::tr("One step overshot, step %1; %2.").arg(m_d.overshoots.front()).arg(raised));
    else
      say(Explanation::tr("%1 steps overshot, the first at step %2; %3.")
              .arg(m_d.overshoots.size())
              .arg(m_d.overshoots.front())
              .arg(raised));
  }

  const Run& m_run;
  const RunResult& m_result;
  const Diagnosis& m_d;
  const OptimizerInfo& m_optimizer;
  QStringList m_sentences;
};

}  // namespace

QString whatHappened(const Run& run, const RunResult& result) {
  return Story(run, result).tell();
}

}  // namespace ravine::wording
