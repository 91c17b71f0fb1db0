#include "core/diagnosis/explanation.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <iterator>

#include "core/base/number_text.h"
#include "core/diagnosis/departure_explanation.h"
#include "core/diagnosis/fact_text.h"
#include "core/diagnosis/motion.h"
#include "core/diagnosis/noise_explanation.h"
#include "core/diagnosis/way_explanation.h"
#include "core/optimizer/stability.h"

namespace ravine {
namespace {

constexpr double kUnevenDigits = 1.15;  // times as many steps for a digit along one axis: worth a sentence
constexpr double kSameLoss = 1e-3;      // relative: losses that near stay the same

std::string whole(double value) {
  return numberText(std::round(value), 6);
}

class Story {
 public:
  explicit Story(const RunResult& result)
      : m_result(result),
        m_run(result.run),
        m_d(result.diagnosis),
        m_events(result.diagnosis.events),
        m_optimizer(optimizerInfo(result.run)),
        m_formula(limitFormula(m_optimizer, result.run.optimizer.parameters)),
        m_axes(lossFunctionInfo(result.run.lossFunction).axes) {}

  std::vector<Message> tell() {
    tellOfTheOutcome();
    sayAll(explainTheWay(m_result));
    if (hasBatches(m_run)) tellWhoseCurvatureItWas();
    return std::move(m_sentences);
  }

 private:
  void say(Message sentence) { m_sentences.push_back(std::move(sentence)); }
  void sayAll(std::vector<Message> sentences) { std::ranges::move(sentences, std::back_inserter(m_sentences)); }

  const Trajectory& trajectory() const { return m_result.trajectory; }
  Vector2 end() const { return m_d.endsAt ? m_d.endsAt->point : trajectory().points.back(); }
  std::string place(const Vector2& at) const { return placeText(m_result, at); }
  std::string gradientText() const { return ravine::gradientText(m_result); }
  // "2/λ = 0.1", or the number alone where the formula is no more than that.
  std::string limitText(double limit, int digits = 3) const {
    const std::string number = numberText(limit, digits, m_d.judgedLr);
    return m_formula.find("λ") == m_formula.npos ? number : m_formula + " = " + number;
  }
  // "x", "y", "(0.71, 0.71)": as it stands after "along".
  std::string axis(const Vector2& direction) const {
    constexpr double cosineOfFiveDegrees = 0.9962;
    if (std::abs(direction.x()) > cosineOfFiveDegrees) return m_axes[0];
    if (std::abs(direction.y()) > cosineOfFiveDegrees) return m_axes[1];
    return pointText(direction.x() < 0 ? Vector2(-direction) : direction, 2);
  }
  bool isExact() const { return m_optimizer.stability == Stability::exact; }

  // Limits and factors are of the loss that is shown, not of what the steps saw.
  void tellWhoseCurvatureItWas() {
    const bool wasSpokenOf = std::any_of(m_sentences.begin(), m_sentences.end(), [](const Message& sentence) {
      return english(sentence).find("λ") != std::string::npos;
    });
    if (wasSpokenOf)
      say(CORE_TEXT("Explanation", "Here λ is the curvature of the loss on all rows; that of each batch is another."));
  }

  void tellOfTheOutcome() {
    switch (m_d.outcome) {
      case Outcome::converged:
        return tellOfTheLowestMinimum();
      case Outcome::trapped:
        return tellOfTheTrap();
      case Outcome::saddle:
        return tellOfTheSaddle();
      case Outcome::plateau:
        return tellOfThePlateau();
      case Outcome::oscillating:
        return tellOfTheOscillation();
      case Outcome::crawling:
        return tellOfTheCrawling();
      case Outcome::diverged:
        return tellOfTheDivergence();
      case Outcome::offGrid:
        return say(explainLastStep(m_result));
      case Outcome::unbounded:
        return sayAll(explainBottomlessSlope(m_result));
    }
  }

  void tellOfTheLowestMinimum() {
    if (m_d.pull) return tellOfThePull(*m_d.pull);
    const std::string at = place(end());
    const std::int64_t since = m_d.settledSince.value_or(0);
    if (m_d.onCurve)
      say(since == 0
              ? CORE_TEXT("Explanation", "The run began by %1, on a curve of equally low minima, and stayed.").with(at)
              : CORE_TEXT("Explanation", "The run settled at %1, on a curve of equally low minima, from step %2 on.")
                    .with(at, since));
    else if (m_d.equallyLow > 1)
      say(since == 0
              ? CORE_TEXT("Explanation", "The run began by %1, one of the %2 equally low minima in view, and stayed.")
                    .with(at, m_d.equallyLow)
              : CORE_TEXT("Explanation",
                          "The run settled at %1, one of the %2 equally low minima in view, from step %3 on.")
                    .with(at, m_d.equallyLow, since));
    else if (since == 0)
      say(m_d.lowestIsInView
              ? CORE_TEXT("Explanation", "The run began by the lowest minimum in view, %1, and stayed.").with(at)
              : CORE_TEXT("Explanation", "The run began by the minimum %1 and stayed; no lower one is known.")
                    .with(at));
    else
      say(m_d.lowestIsInView
              ? CORE_TEXT("Explanation", "The run settled at the lowest minimum in view, %1, from step %2 on.")
                    .with(at, since)
              : CORE_TEXT("Explanation", "The run settled at the minimum %1 from step %2 on; no lower one is known.")
                    .with(at, since));
    tellOfTheMinimum();
  }

  void tellOfTheTrap() {
    if (m_d.pull) return tellOfThePull(*m_d.pull);
    if (m_d.lowerOnTheWay)
      say(CORE_TEXT(
              "Explanation",
              "The run settled at the minimum %1 from step %2 on; at step %3 it had been at a loss %4 lower, where "
              "no minimum is known.")
              .with(place(end()), m_d.settledSince.value_or(0), *m_d.lowerOnTheWay, numberText(m_d.lossAboveLowest)));
    else
      say(CORE_TEXT("Explanation",
                    "The run settled at the minimum %1 from step %2 on; the lowest known, %3, is %4 lower.")
              .with(place(end()), m_d.settledSince.value_or(0), place(m_d.lowest->point),
                    numberText(m_d.lossAboveLowest)));
    tellOfTheMinimum();
  }

  void tellOfThePull(const Pull& pull) {
    if (std::isinf(pull.distance))
      return say(
          CORE_TEXT("Explanation",
                    "A line parts the two classes, so the weights would grow for ever; weight decay (w = %1) "
                    "holds them: from step %2 on the run stays beside %3, where the two balance, at the loss %4.")
              .with(numberText(weightDecay(m_run)), m_d.settledSince.value_or(0), place(pull.restsAt),
                    numberText(m_d.finalLoss)));
    say(CORE_TEXT(
            "Explanation",
            "Weight decay holds the run away from the minimum %1: from step %3 on it stays beside %2, where the two "
            "balance, %4 away from it and with a loss %5 higher.")
            .with(place(end()), place(pull.restsAt), m_d.settledSince.value_or(0), numberText(pull.distance),
                  numberText(pull.lossAbove)));
  }

  // Beside a minimum a rule with exact theory does what the theory says.
  void tellOfTheMinimum() {
    if (!m_d.endsAt->differentiable) return tellOfTheKink();
    const bool plain = weightDecay(m_run) == 0 && hasPlainSteps();
    if (m_d.vanishing && plain && !isStochastic(m_run) && trajectory().hasConstantRate())
      return say(
          CORE_TEXT("Explanation",
                    "There the curvature vanishes, so the nearer it comes the shorter its steps: the rest of the "
                    "way takes ever longer."));
    if (!m_optimizer.modeFactor || isStochastic(m_run) || !trajectory().hasConstantRate() || !m_d.parabolic) return;
    if (!(m_d.judgedSharpness > 0) || !(m_d.judgedLr < m_d.stabilityLimit)) return;
    tellTheStabilityRule();
    if (weightDecay(m_run) > 0) return;  // the distance that shrinks is from where it balances
    tellOfOneStep();
    tellOfTheSlowAxis();
  }

  // Each step is η times the gradient.
  bool hasPlainSteps() const {
    constexpr double curvature = 3;  // any but 1, at which one that divides by it would look the same
    return m_optimizer.modeFactor &&
           isPlainDescent(m_optimizer.modeFactor(m_run.optimizer.parameters, m_d.judgedLr, curvature), m_d.judgedLr,
                          curvature);
  }

  void tellOfTheKink() {
    const Trajectory& t = trajectory();
    if (m_d.finalGradientNorm == 0 || m_d.settledSince == t.nonFiniteStep)
      return say(
          CORE_TEXT("Explanation", "There the loss has a kink, where no gradient exists, and the run stands on it."));
    constexpr double shorter = 0.1;
    const std::size_t last = t.points.size() - 1;
    const double lately = turning(t.points, last - std::min<std::size_t>(last, 10), last).meanStep();
    if (lately < shorter * turning(t.points, 0, last).meanStep())
      return say(CORE_TEXT("Explanation",
                           "There the loss has a kink: beside it the gradient does not become small, only the steps "
                           "did."));
    if (!m_d.keepsTurning)
      return say(CORE_TEXT("Explanation", "There the loss has a kink: beside it the gradient does not become small."));
    say(CORE_TEXT("Explanation",
                  "There the loss has a kink: beside it the gradient does not become small, so the run hops to and fro "
                  "across it, lately by %1 a step.")
            .with(numberText(lately)));
  }

  void tellTheStabilityRule() {
    if (!(m_d.stabilityLimit > 0))
      return say(CORE_TEXT("Explanation", "With μ ≥ 1 nothing slows the ball down: no η is stable."));
    if (m_formula.find("λ") == m_formula.npos)
      return say(CORE_TEXT("Explanation", "With this method steps are stable only for η < %1, whatever the curvature.")
                     .with(numberText(m_d.stabilityLimit)));
    const std::string sharpness = numberText(m_d.judgedSharpness);
    const std::string limit = limitText(m_d.stabilityLimit, 4);
    if (m_d.sameInEveryDirection)
      return say(
          CORE_TEXT("Explanation", "The curvature is λ = %1 in every direction, so steps are stable only for η < %2.")
              .with(sharpness, limit));
    say(CORE_TEXT("Explanation", "Along %1 the curvature is λ = %2, so steps are stable only for η < %3.")
            .with(axis(m_d.judgedDirection), sharpness, limit));
  }

  // What a step does along the steepest direction.
  void tellOfOneStep() {
    const ModeFactor mode = m_optimizer.modeFactor(m_run.optimizer.parameters, m_d.judgedLr, m_d.judgedSharpness);
    const double size = std::abs(mode.factor);
    constexpr double nothing = 1e-9;
    if (std::abs(size - 1) < nothing) return;
    const std::string rate = numberText(m_d.judgedLr, 4, m_d.stabilityLimit);
    const std::string times = numberText(size, 3, 1);
    if (size < nothing && mode.memoryless)
      return say(CORE_TEXT("Explanation", "Here η = %1: a single step along it arrives.").with(rate));
    if (mode.rotates() || !mode.memoryless)
      return say(
          size > 1
              ? CORE_TEXT("Explanation", "Here η = %1: in the long run the distance grows by the factor %2 per step.")
                    .with(rate, times)
              : CORE_TEXT("Explanation", "Here η = %1: in the long run each step leaves %2 of the distance.")
                    .with(rate, times));
    if (mode.factor >= 0)
      return say(CORE_TEXT("Explanation", "Here η = %1: each step leaves %2 of the distance.").with(rate, times));
    say(size > 1 ? CORE_TEXT("Explanation",
                             "Here η = %1: each step jumps across the valley and lands %2 times farther away.")
                       .with(rate, times)
                 : CORE_TEXT("Explanation",
                             "Here η = %1: each step jumps across the valley and lands at %2 of the distance.")
                       .with(rate, times));
  }

  void tellOfTheSlowAxis() {
    const auto& a = m_events.anisotropy;
    if (!a) return;
    const auto stepsPerDigit = [](double factor) { return std::log(10) / -std::log(std::abs(factor)); };
    const double steep = std::max(1.0, stepsPerDigit(a->steepFactor));
    const double flat = std::max(1.0, stepsPerDigit(a->flatFactor));
    if (!std::isfinite(steep) || !std::isfinite(flat)) return;
    if (flat > kUnevenDigits * steep)
      say(CORE_TEXT("Explanation",
                    "Along %1, where λ is only %2, it is slower: %3 steps for each further digit, against %4 along "
                    "%5.")
              .with(axis(a->flatDirection), numberText(a->flatCurvature), whole(flat), whole(steep),
                    axis(a->steepDirection)));
    else if (steep > kUnevenDigits * flat)
      say(CORE_TEXT("Explanation",
                    "So near to the limit it is the steep direction that is slow: %1 steps for each further digit "
                    "along %2, against %3 along %4.")
              .with(whole(steep), axis(a->steepDirection), whole(flat), axis(a->flatDirection)));
  }

  void tellOfTheSaddle() {
    tellWhereItStands();
    if (weightDecay(m_run) > 0)
      return say(
          CORE_TEXT("Explanation",
                    "Weight decay (w = %1) pulls towards the origin too, so the loss alone does not say what comes "
                    "next.")
              .with(numberText(weightDecay(m_run))));
    if (m_d.rateHasDied && m_d.settledSince > 0)
      return say(CORE_TEXT("Explanation", "By then the schedule has let η fall to %1.")
                     .with(numberText(trajectory().lrs.back())));
    if (m_events.wayOut) return tellOfTheWayOut(*m_events.wayOut);
    if (hasPlainSteps() && !isStochastic(m_run) && trajectory().hasConstantRate())
      say(CORE_TEXT("Explanation", "The curvature vanishes there too, so it takes ever longer to move on."));
  }

  void tellWhereItStands() {
    const bool maximum = m_d.endsAt->kind == CriticalKind::maximum;
    const std::string at = place(m_d.endsAt->point);
    const std::string gradient = gradientText();
    if (m_d.settledSince == 0)
      return say((maximum ? CORE_TEXT("Explanation",
                                      "The run began beside the maximum %1 and has not left it: its gradient is %2.")
                          : CORE_TEXT("Explanation",
                                      "The run began beside the saddle %1 and has not left it: its gradient is %2."))
                     .with(at, gradient));
    say((maximum ? CORE_TEXT("Explanation", "The run came to the maximum %1 and lingers: its gradient is %2.")
                 : CORE_TEXT("Explanation", "The run came to the saddle %1 and lingers: its gradient is %2."))
            .with(at, gradient));
  }

  void tellOfTheWayOut(const WayOut& way) {
    const std::string along = axis(way.direction);
    const std::string curvature = numberText(way.curvature);
    const std::string distance = numberText(way.distance);
    if (way.drawn)
      return say(
          way.factor
              ? CORE_TEXT("Explanation",
                          "Along %1 the curvature is %2: the ground falls away there, but this method is drawn to such "
                          "a point all the same; each step leaves %3 of the distance.")
                    .with(along, curvature, numberText(*way.factor, 3, 1))
              : CORE_TEXT("Explanation",
                          "Along %1 the curvature is %2: the ground falls away there, but this method is drawn to such "
                          "a point all the same.")
                    .with(along, curvature));
    if (way.distance == 0)
      return say(CORE_TEXT("Explanation",
                           "Along %1 the curvature is %2: the ground falls away there, but the run stands exactly on "
                           "it and feels no slope that way.")
                     .with(along, curvature));
    if (!way.factor || !(*way.factor > 1))
      return say(
          CORE_TEXT("Explanation",
                    "Along %1 the curvature is %2: the ground falls away there; measured along it, the run is %3 off.")
              .with(along, curvature, distance));
    say(CORE_TEXT("Explanation",
                  "Along %1 the curvature is %2: the ground falls away there; measured along it, the run is %3 off, "
                  "and each step makes that %4 times as much.")
            .with(along, curvature, distance, numberText(*way.factor, 4, 1)));
    if (way.stepsLeft > 1)
      say(CORE_TEXT("Explanation", "About %1 more steps would show it.").with(whole(way.stepsLeft)));
  }

  void tellOfThePlateau() {
    const Vector2 pull = weightDecay(m_run) * trajectory().points.back();
    if ((pull + trajectory().gradients.back()).norm() > 0.5 * pull.norm())  // they do not balance
      return say(
          CORE_TEXT("Explanation",
                    "The ground is flat where the run stands: the gradient is %1, and only weight decay (w = %2) "
                    "pulls.")
              .with(gradientText(), numberText(weightDecay(m_run))));
    say(CORE_TEXT("Explanation",
                  "The ground is flat where the run stands: the gradient is %1, and there is nothing to follow.")
            .with(gradientText()));
  }

  void tellOfTheOscillation() {
    if (m_d.theory == QuadraticTheory::neutral) return tellOfTheNeutralMode();
    if (m_events.noiseFloor) return sayAll(explainNoiseFloor(m_result, *m_events.noiseFloor));
    tellOfTheBouncing();
    if (hasBatches(m_run))
      return say(CORE_TEXT("Explanation", "That its steps see other batches (B = %1) moves it besides.").with(batch()));
    if (hasNoise(m_run)) return say(CORE_TEXT("Explanation", "Noise (σ = %1) moves it besides.").with(sigma()));
    if (!m_d.endsAt) return;
    const Landscape& landscape = *m_result.landscape;
    constexpr double beside = 0.01;  // views
    const double reach = m_d.bounceReach;
    if (reach > landscape.roomAround(*m_d.endsAt)) return;  // it roams
    if (reach <= beside * landscape.domain.diagonal())
      say(CORE_TEXT("Explanation",
                    "It hops about the minimum %1, over the last %3 steps never farther from it than %2.")
              .with(place(m_d.endsAt->point), numberText(reach), m_d.window));
    else
      tellWhyTheMinimumDoesNotHoldIt(*m_d.endsAt);
    if (!m_d.endsAt->differentiable || !trajectory().hasConstantRate()) return;
    if (const auto restless = m_optimizer.restlessness(m_run.optimizer.parameters)) say(*restless);
  }

  void tellOfTheNeutralMode() {
    const std::string sharpness = numberText(m_d.judgedSharpness);
    const std::string lr = numberText(m_d.judgedLr);
    if (m_d.sameInEveryDirection)
      return say(CORE_TEXT("Explanation",
                           "The curvature is λ = %1 in every direction, and η = %2 is exactly the limit %3: each step "
                           "lands just as far away on the other side, for ever.")
                     .with(sharpness, lr, m_formula));
    say(CORE_TEXT("Explanation",
                  "Along %1 the curvature is λ = %2, and η = %3 is exactly the limit %4: each step lands just as far "
                  "away on the other side, for ever.")
            .with(axis(m_d.judgedDirection), sharpness, lr, m_formula));
  }

  void tellOfTheBouncing() {
    if (m_d.period)
      say(CORE_TEXT("Explanation", "The run repeats itself every %1 steps.").with(*m_d.period));
    else
      say(m_d.stepsKeepLength ? CORE_TEXT("Explanation", "The steps keep turning back and do not get shorter.")
                              : CORE_TEXT("Explanation", "The steps keep turning back."));
    const double low = m_d.lowestInWindow;
    const double high = m_d.highestInWindow;
    if (high - low <= kSameLoss * std::abs(high))
      return say(
          CORE_TEXT("Explanation", "Over the last %2 steps the loss stays at %1.").with(numberText(high), m_d.window));
    say(CORE_TEXT("Explanation", "Over the last %3 steps the loss lies between %1 and %2.")
            .with(numberText(low, 3, high), numberText(high, 3, low), m_d.window));
  }

  // A minimum whose own limit is exceeded cannot hold the run.
  void tellWhyTheMinimumDoesNotHoldIt(const CriticalPoint& minimum) {
    if (!minimum.differentiable)
      return say(CORE_TEXT("Explanation",
                           "The nearest minimum, %1, is a kink: beside it the gradient does not become small, so the "
                           "steps do not either.")
                     .with(place(minimum.point)));
    if (!isExact() || !trajectory().hasConstantRate()) return;
    const auto steep = principalCurvatures(m_result.landscape->function->derivatives(minimum.point).hessian);
    if (!isParabolic(*m_result.landscape, minimum, steep.upperDirection, steep.values.upper)) return;
    const double limit = m_optimizer.stabilityLimit(m_run.optimizer.parameters, minimum.curvature.upper);
    if (!(m_d.judgedLr > limit)) return;
    if (!(limit > 0)) return tellTheStabilityRule();
    say(CORE_TEXT("Explanation",
                  "The nearest minimum, %1, has curvature λ = %2, and η = %3 is above its limit %4: it cannot hold the "
                  "run, for beside it the distance grows.")
            .with(place(minimum.point), numberText(minimum.curvature.upper), numberText(m_d.judgedLr, 3, limit),
                  limitText(limit)));
  }

  std::string sigma() const { return numberText(noiseSettings(m_run.noise).sigma); }
  std::int64_t batch() const { return batchSettings(m_run.batches).batchSize; }

  void tellOfTheCrawling() {
    if (const auto& leaving = m_d.leaving)
      return say(CORE_TEXT("Explanation",
                           "The run stands at the minimum %1, but this method would not stay there: going on with this "
                           "η, it would be thrown out after %2 more steps.")
                     .with(place(leaving->minimum.point), leaving->after));
    tellOfTheMotion();
    tellOfTheGap();
    tellOfDecayAgainstTheSlope();
    if (m_d.farLowerAt)
      say(CORE_TEXT("Explanation", "At step %1 it had been far lower, at %2.")
              .with(*m_d.farLowerAt, numberText(trajectory().losses[static_cast<std::size_t>(*m_d.farLowerAt)])));
    if (m_d.goneAfter)
      return say(
          CORE_TEXT("Explanation", "Going on like this it would be gone: after %1 more steps the numbers overflow.")
              .with(*m_d.goneAfter));
    if (isStochastic(m_run) || !m_d.stillFalling) return;
    tellOfThePace();
    tellOfTheRoomForALargerRate();
  }

  // Where weight decay is as strong as the slope, the loss alone does not say where the run is going.
  void tellOfDecayAgainstTheSlope() {
    const double decay = weightDecay(m_run);
    if (!(decay > 0) || isStochastic(m_run)) return;
    constexpr double asStrong = 0.3;
    const Vector2& gradient = trajectory().gradients.back();
    const Vector2 pull = decay * trajectory().points.back();  // away from where it leads
    if (pull.dot(gradient) < 0 && pull.norm() > asStrong * gradient.norm())
      say(CORE_TEXT("Explanation", "Weight decay (w = %1) pulls it towards the origin, here against the slope.")
              .with(numberText(decay)));
  }

  void tellOfTheGap() {
    if (!m_d.lowest || !(m_d.lossAboveLowest > 0)) return;
    const std::string gap = numberText(m_d.lossAboveLowest);
    const std::string distance = numberText(m_d.distanceToMinimum);
    constexpr double another = 0.05;  // of the gap: a minimum that much higher than the lowest is told apart from it
    if (m_d.nearestAboveLowest > another * m_d.lossAboveLowest)
      return say(
          CORE_TEXT("Explanation",
                    "The loss is still %1 above the lowest known; the nearest minimum, %2 away, lies %3 above it "
                    "itself.")
              .with(gap, distance, numberText(m_d.nearestAboveLowest)));
    say(CORE_TEXT("Explanation",
                  "The loss is still %1 above the lowest known, and the nearest minimum known is %2 away.")
            .with(gap, distance));
  }

  void tellOfTheMotion() {
    if (isStochastic(m_run) && !m_d.stoppedByRate)
      return say(m_d.stillFalling
                     ? CORE_TEXT("Explanation", "The steps ended while the loss was still falling on average.")
                     : CORE_TEXT("Explanation", "The steps ended before anything had settled."));
    const auto& [motion, since] = m_d.motion;
    const double before = trajectory().losses[static_cast<std::size_t>(since)];
    const std::string from = numberText(before, 3, m_d.finalLoss);
    const std::string to = numberText(m_d.finalLoss, 3, before);
    switch (motion) {
      case LossMotion::falling:
        return say(
            CORE_TEXT("Explanation", "The steps ended while the loss was still falling: from %1 at step %2 to %3.")
                .with(from, since, to));
      case LossMotion::rising:
        return say(
            m_d.goesUphill
                ? CORE_TEXT("Explanation",
                            "When the steps ended momentum was carrying the run uphill: the loss rose from %1 at "
                            "step %2 to %3.")
                      .with(from, since, to)
                : CORE_TEXT("Explanation", "When the steps ended the loss was rising: from %1 at step %2 to %3.")
                      .with(from, since, to));
      case LossMotion::still:
        return say(
            m_d.stoppedByRate
                ? CORE_TEXT("Explanation",
                            "The run stands still: the schedule has let η fall to %1, and the loss has stayed at "
                            "%2 since step %3.")
                      .with(numberText(trajectory().lrs.back()), numberText(m_d.finalLoss), since)
                : CORE_TEXT("Explanation", "The loss has hardly changed since step %1: it stands at %2.")
                      .with(since, numberText(m_d.finalLoss)));
      case LossMotion::wandering:
        return say(m_d.keepsTurning ? CORE_TEXT("Explanation", "The steps ended while the run was still swinging.")
                                    : CORE_TEXT("Explanation", "The steps ended before anything had settled."));
    }
  }

  void tellOfThePace() {
    const auto percent = [](double factor) { return numberText(100 * (1 - factor), 2); };
    if (const auto& a = m_events.approach)
      return say((a->steep
                      ? CORE_TEXT("Explanation",
                                  "What is left lies along %1, where λ = %2 is near the limit: each step takes off "
                                  "%3 % of the distance, and %4 more would bring it near.")
                      : CORE_TEXT("Explanation",
                                  "What is left lies along %1, where λ is only %2: each step takes off %3 % of the "
                                  "distance, and %4 more would bring it near."))
                     .with(axis(a->direction), numberText(a->curvature), percent(a->factor), a->stepsLeft));
    if (m_events.gapClosing) tellWhenTheGapCloses(*m_events.gapClosing);
    if (!m_events.isSlowedByTheLimit) return;
    tellTheStabilityRule();
    tellOfOneStep();
  }

  void tellWhenTheGapCloses(const GapClosing& gap) {
    if (gap.stepsLeft)
      return say(CORE_TEXT("Explanation", "With η as it is now, %1 more steps would leave a hundredth of that gap.")
                     .with(*gap.stepsLeft));
    say(gap.lookedAhead == LookAhead::kTimesAsLong * trajectory().steps()
            ? CORE_TEXT("Explanation",
                        "With η as it is now, even ten times as many steps would not bring that gap down to "
                        "a hundredth of it.")
            : CORE_TEXT("Explanation",
                        "With η as it is now, not even %1 more steps would bring that gap down to a hundredth of it.")
                  .with(gap.lookedAhead));
  }

  void tellOfTheRoomForALargerRate() {
    if (!isExact() || !trajectory().hasConstantRate() || !std::isfinite(m_d.stabilityLimit)) return;
    if (m_formula.find("λ") == m_formula.npos) return;  // a limit that everybody knows from the start
    if (!(m_d.judgedLr < kFarBelow * m_d.stabilityLimit)) return;
    say(CORE_TEXT("Explanation", "At the end λ = %1, so the limit there is %2; η = %3 is only %4 % of it.")
            .with(numberText(m_d.judgedSharpness), limitText(m_d.stabilityLimit), numberText(m_d.judgedLr),
                  numberText(100 * m_d.judgedLr / m_d.stabilityLimit, 2)));
  }

  void tellOfTheDivergence() {
    // A step out of where the function is defined needs no other cause.
    const bool outOfReach = m_d.divergedAt == trajectory().nonFiniteStep && isFinite(trajectory().nonFinitePoint);
    if (m_d.theory == QuadraticTheory::unstable) {
      tellTheStabilityRule();
      tellOfOneStep();
    } else if (outOfReach) {
      return say(explainWhereItWent(m_result));
    } else if (m_d.firstUnstableAt && m_d.judgedSharpness > 0) {
      tellOfTheFirstUnstableStep();
    } else if (m_d.finalLoss > trajectory().losses.front()) {
      say(CORE_TEXT("Explanation", "The loss rose from %1 to %2.")
              .with(numberText(trajectory().losses.front()), numberText(m_d.finalLoss)));
    }
    say(explainWhereItWent(m_result));
  }

  void tellOfTheFirstUnstableStep() {
    if (!(m_d.stabilityLimit > 0)) return tellTheStabilityRule();
    const Message text =
        isExact()
            ? CORE_TEXT("Explanation",
                        "At step %1 the curvature was λ = %2 along %3, where steps are stable only for η < %4, and "
                        "η was %5.")
            : CORE_TEXT("Explanation",
                        "At step %1 the curvature was λ = %2 along %3; by the rule of thumb %4 the rate η = %5 "
                        "was too large for it.");
    say(text.with(*m_d.firstUnstableAt, numberText(m_d.judgedSharpness), axis(m_d.judgedDirection),
                  limitText(m_d.stabilityLimit), numberText(m_d.judgedLr, 3, m_d.stabilityLimit)));
  }

  const RunResult& m_result;
  const Run& m_run;
  const Diagnosis& m_d;
  const Events& m_events;
  const OptimizerInfo& m_optimizer;
  std::string m_formula;  // of the stability limit
  std::array<std::string, 2> m_axes;
  std::vector<Message> m_sentences;
};

}  // namespace

std::vector<Message> explain(const RunResult& result) {
  return Story(result).tell();
}

}  // namespace ravine
