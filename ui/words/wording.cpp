#include "ui/words/wording.h"

#include <QCoreApplication>
#include <cmath>

namespace ravine::wording {
namespace {

struct Words {
  Q_DECLARE_TR_FUNCTIONS(Words)
};

QString superscript(int exponent) {
  static const QString digits = QStringLiteral("⁰¹²³⁴⁵⁶⁷⁸⁹");
  QString text = exponent < 0 ? QStringLiteral("⁻") : QString();
  for (const QChar c : QString::number(std::abs(exponent))) text += digits[c.digitValue()];
  return text;
}

QString withoutTrailingZeros(QString text) {
  if (!text.contains('.')) return text;
  while (text.endsWith('0')) text.chop(1);
  if (text.endsWith('.')) text.chop(1);
  return text;
}

// "η·λ = 1.80 < 2" where the limit is 2/λ, otherwise "η = 0.09 < 0.19 = 2(1 + μ)/λ".
QString againstLimit(const Run& run, const Diagnosis& d) {
  const double limit = d.stabilityLimit;
  if (!std::isfinite(limit) || limit <= 0) return {};
  const double ratio = d.judgedLr / limit;
  const QString sign = std::abs(ratio - 1) < 1e-9 ? "=" : ratio < 1 ? "<" : ">";
  const QString formula = stabilityFormula(run);
  // Enough digits that a value near the limit is not rounded onto it.
  const int digits = std::abs(ratio - 1) < 0.01 ? 5 : 3;
  if (formula == "2/λ") {
    return sign == "=" ? Words::tr("η·λ = 2 exactly")
                       : QStringLiteral("η·λ = %1 %2 2").arg(number(2 * ratio, digits), sign);
  }
  const QString comparison =
      QStringLiteral("η = %1 %2 %3").arg(number(d.judgedLr, digits), sign, number(limit, digits));
  if (formula == number(limit, digits)) return comparison;  // a limit that depends on nothing
  return comparison + (d.stability == Stability::exact ? QStringLiteral(" = ") : QStringLiteral(" ")) + formula;
}

QString joined(const QString& first, const QString& second) {
  return first.isEmpty() ? second : second.isEmpty() ? first : first + QStringLiteral(" · ") + second;
}

QString convergedReason(const Run& run, const Diagnosis& d) {
  const bool stable = d.judgedLr <= d.stabilityLimit && d.stability == Stability::exact;
  const QString when = d.settledSince == 0 ? Words::tr("started at the minimum")
                                           : Words::tr("settled at step %1").arg(d.settledSince.value_or(0));
  return joined(stable ? againstLimit(run, d) : QString(), when);
}

QString trappedReason(const Diagnosis& d) {
  return Words::tr("local minimum %1 · loss %2 above the lowest known")
      .arg(point(d.endsAt->point), number(d.lossAboveLowest));
}

QString saddleReason(const Diagnosis& d) {
  if (d.endsAt->kind == CriticalKind::maximum)
    return Words::tr("maximum at %1: the gradient is %2").arg(point(d.endsAt->point), number(d.finalGradientNorm));
  return Words::tr("saddle at %1: gradient %2, curvature %3 leads away")
      .arg(point(d.endsAt->point), number(d.finalGradientNorm), number(d.endsAt->curvature.lower));
}

QString oscillatingReason(const Run& run, const Diagnosis& d) {
  if (d.events.noiseFloor)
    return d.lowest ? Words::tr("noise floor: on average %1 above the lowest loss")
                          .arg(number(d.events.noiseFloor->meanLoss))
                    : Words::tr("noise floor: the loss is %1 on average").arg(number(d.events.noiseFloor->meanLoss));
  const bool sameLoss = d.highestInWindow - d.lowestInWindow <= 1e-6 * std::abs(d.highestInWindow);
  const QString losses = sameLoss ? Words::tr("loss stays at %1").arg(number(d.highestInWindow))
                                  : Words::tr("loss %1 to %2").arg(number(d.lowestInWindow), number(d.highestInWindow));
  const QString bounces =
      d.period ? Words::tr("bounces with period %1").arg(*d.period) : Words::tr("bounces without rest");
  return joined(d.theory ? againstLimit(run, d) : QString(), bounces + ", " + losses);
}

QString crawlingReason(const Run& run, const Diagnosis& d) {
  if (!d.lowest)
    return d.stillFalling
               ? Words::tr("the loss, now %1, was still falling when the steps ended").arg(number(d.finalLoss))
               : Words::tr("nothing had settled when the steps ended, the loss is %1").arg(number(d.finalLoss));
  const QString gap = Words::tr("still %1 above the lowest loss, %2 from a minimum")
                          .arg(number(d.lossAboveLowest), number(d.distanceToMinimum));
  const bool farBelow = d.stability == Stability::exact && d.judgedLr < 0.5 * d.stabilityLimit;
  return joined(farBelow && d.stillFalling ? againstLimit(run, d) : QString(), gap);
}

QString divergedReason(const Run& run, const RunResult& result) {
  const Diagnosis& d = result.diagnosis;
  QString why;
  if (d.firstUnstableAt) {
    why = againstLimit(run, d);
    if (!d.quadratic) why = Words::tr("%1 at step %2").arg(why).arg(*d.firstUnstableAt);
  }
  if (result.trajectory.nonFiniteStep > 0 && d.divergedAt == result.trajectory.nonFiniteStep)
    return joined(why, Words::tr("step %1 leads to where the loss is no finite number").arg(*d.divergedAt));
  const bool steady = d.quadratic && d.stepGrowth > 1;
  const QString growth = steady ? Words::tr("each step %1 times longer than the last").arg(number(d.stepGrowth))
                                : Words::tr("gone for good at step %1").arg(d.divergedAt.value_or(0));
  return joined(why, growth);
}

}  // namespace

QString number(double value, int digits) {
  if (std::isnan(value)) return QStringLiteral("—");
  if (std::isinf(value)) return value > 0 ? QStringLiteral("∞") : QStringLiteral("−∞");
  if (value == 0) return QStringLiteral("0");
  const QString scientific = QString::number(std::abs(value), 'e', digits - 1);
  const int exponent = scientific.section('e', 1).toInt();
  QString text;
  if (exponent < -4 || exponent > 4) {
    const QString mantissa = withoutTrailingZeros(scientific.section('e', 0, 0));
    const QString power = QStringLiteral("10") + superscript(exponent);
    text = mantissa == "1" ? power : mantissa + QStringLiteral(" × ") + power;
  } else {
    text = withoutTrailingZeros(QString::number(std::abs(value), 'f', std::max(0, digits - 1 - exponent)));
  }
  return value < 0 ? QStringLiteral("−") + text : text;
}

QString point(const Vector2& point, int digits) {
  // A coordinate that is nothing against the other is shown as zero.
  const double largest = point.cwiseAbs().maxCoeff();
  const auto coordinate = [&](double c) { return number(std::abs(c) < 1e-9 * largest ? 0 : c, digits); };
  return QStringLiteral("(%1, %2)").arg(coordinate(point.x()), coordinate(point.y()));
}

QString coreText(const std::string& text) {
  return QCoreApplication::translate("core", text.c_str());
}

QString outcomeName(Outcome outcome) {
  switch (outcome) {
    case Outcome::converged:
      return Words::tr("converged");
    case Outcome::trapped:
      return Words::tr("trapped");
    case Outcome::saddle:
      return Words::tr("saddle");
    case Outcome::plateau:
      return Words::tr("plateau");
    case Outcome::oscillating:
      return Words::tr("oscillating");
    case Outcome::crawling:
      return Words::tr("crawling");
    case Outcome::diverged:
      return Words::tr("diverged");
    case Outcome::unbounded:
      return Words::tr("unbounded");
  }
  return {};
}

QString outcomeMeaning(Outcome outcome) {
  switch (outcome) {
    case Outcome::converged:
      return Words::tr("The run settled at the lowest minimum known.");
    case Outcome::trapped:
      return Words::tr("The run settled at a minimum, but a lower one is known.");
    case Outcome::saddle:
      return Words::tr("The run stalled where the gradient vanishes but the ground still falls away.");
    case Outcome::plateau:
      return Words::tr("The run stalled on flat ground, away from any minimum.");
    case Outcome::oscillating:
      return Words::tr("The steps keep reversing and do not get shorter.");
    case Outcome::crawling:
      return Words::tr("The steps ended while the loss was still falling.");
    case Outcome::diverged:
      return Words::tr("The steps grow and the run leaves for good.");
    case Outcome::unbounded:
      return Words::tr("The loss falls for ever: there is no minimum this way.");
  }
  return {};
}

QColor outcomeColour(Outcome outcome, const Theme& theme) {
  const bool dark = theme.dark;
  switch (outcome) {
    case Outcome::converged:
      return dark ? QColor(0x4fd1a5) : QColor(0x00694c);
    case Outcome::trapped:
      return dark ? QColor(0xe59bc6) : QColor(0x9b3d77);
    case Outcome::saddle:
      return dark ? QColor(0x8fc8f2) : QColor(0x1d6396);
    case Outcome::plateau:
      return dark ? QColor(0xb4bac4) : QColor(0x555c68);
    case Outcome::oscillating:
      return dark ? QColor(0xf0c04a) : QColor(0x8a5a00);
    case Outcome::crawling:
      return dark ? QColor(0xc9b8f0) : QColor(0x5d48a0);
    case Outcome::diverged:
      return dark ? QColor(0xff8f52) : QColor(0xb24400);
    case Outcome::unbounded:
      return dark ? QColor(0xff7a70) : QColor(0xb3261e);
  }
  return {};
}

QString setup(const Run& run) {
  const OptimizerInfo& optimizer = optimizerInfo(run);
  QString method = QString::fromStdString(optimizer.name);
  for (const ParameterInfo& info : optimizer.parameters) {
    const ParameterValue& value = valueOf(info, run.optimizer.parameters);
    if (value == info.defaultValue) continue;
    method += QStringLiteral(", ") + QString::fromStdString(info.id);
    if (value != ParameterValue(true)) method += ' ' + QString::fromStdString(toText(value));
  }
  constexpr qsizetype kLongestName = 42;
  QString function = coreText(lossFunctionInfo(run).name);
  if (function.size() > kLongestName) function = function.left(kLongestName - 1) + QStringLiteral("…");
  QStringList parts{function, method, coreText(scheduleInfo(run).name)};
  if (run.warmUp > 0) parts << Words::tr("warm-up of %1").arg(run.warmUp);
  if (hasNoise(run)) {
    const NoiseSettings noise = noiseSettings(run.noise);
    parts << Words::tr("noise σ = %1, seed %2").arg(number(noise.sigma)).arg(noise.seed);
  }
  return parts.join(QStringLiteral(" · "));
}

QString stabilityFormula(const Run& run) {
  const OptimizerInfo& optimizer = optimizerInfo(run);
  const QString formula = QString::fromStdString(optimizer.stabilityFormula(run.optimizer.parameters));
  return optimizer.stability == Stability::ruleOfThumb ? QStringLiteral("≈ ") + formula : formula;
}

QString rate(const Run& run) {
  return QStringLiteral("η = %1").arg(number(nominalRate(run), 4));
}

QString reason(const Run& run, const RunResult& result) {
  const Diagnosis& d = result.diagnosis;
  switch (d.outcome) {
    case Outcome::converged:
      return convergedReason(run, d);
    case Outcome::trapped:
      return trappedReason(d);
    case Outcome::saddle:
      return saddleReason(d);
    case Outcome::plateau:
      return Words::tr("flat ground: gradient %1, curvature %2")
          .arg(number(d.finalGradientNorm), number(d.finalCurvature.upper));
    case Outcome::oscillating:
      return oscillatingReason(run, d);
    case Outcome::crawling:
      return crawlingReason(run, d);
    case Outcome::diverged:
      return divergedReason(run, result);
    case Outcome::unbounded:
      return Words::tr("no minimum this way: the loss is down to %1 and falling")
          .arg(number(result.trajectory.losses.back()));
  }
  return {};
}

QString bestRate(const BestRate& best) {
  if (best.exact)
    return Words::tr("Best η = %1, by theory: 2/(λmin + λmax), where both directions shrink alike. Click to set it.")
        .arg(number(best.lr, 4));
  return Words::tr(
             "Best η = %1 of %2 tried with these settings: the one that arrives soonest, or gets lowest. Click to "
             "set it.")
      .arg(number(best.lr))
      .arg(best.tried);
}

QString endMark(const RunResult& result) {
  if (result.diagnosis.outcome == Outcome::diverged)
    return Words::tr("diverged at step %1").arg(result.diagnosis.divergedAt.value_or(result.trajectory.steps()));
  if (result.diagnosis.outcome == Outcome::unbounded) return Words::tr("falls for ever");
  return {};
}

QString problem(const Problem& problem) {
  const QString mend = QString::fromStdString(problem.mend);
  return QStringLiteral("%1: %2; %3%4")
      .arg(QString::fromStdString(problem.where), QString::fromStdString(problem.what), mend,
           mend.endsWith('?') ? QString() : QStringLiteral("."));
}

}  // namespace ravine::wording
