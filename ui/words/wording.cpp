#include "ui/words/wording.h"

#include <QCoreApplication>
#include <QStringList>

#include "core/base/number_text.h"
#include "core/diagnosis/explanation.h"
#include "core/diagnosis/moment.h"
#include "core/diagnosis/reason.h"
#include "core/optimizer/stability.h"

namespace ravine::wording {
namespace {

struct Words {
  Q_DECLARE_TR_FUNCTIONS(Words)
};

}  // namespace

QString number(double value, int digits) {
  return QString::fromStdString(numberText(value, digits));
}

QString point(const Vector2& point, int digits) {
  return QString::fromStdString(pointText(point, digits));
}

QString outcomeName(Outcome outcome) {
  return coreText(ravine::outcomeName(outcome));
}

QString outcomeMeaning(Outcome outcome) {
  return coreText(ravine::outcomeMeaning(outcome));
}

QColor outcomeColour(Outcome outcome, const Theme& theme) {
  if (theme.grey) return theme.text;
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
    case Outcome::offGrid:
      return dark ? QColor(0xb4bac4) : QColor(0x555c68);
  }
  return {};
}

int badgeAlpha(const Theme& theme) {
  return theme.dark ? 40 : 20;
}

QString setup(const Run& run) {
  const OptimizerInfo& optimizer = optimizerInfo(run);
  QString method = coreText(optimizer.name);
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
  if (rowsOf(run) > 0) parts << data(run);
  if (hasNoise(run)) {
    const NoiseSettings noise = noiseSettings(run.noise);
    parts << Words::tr("noise σ = %1, seed %2").arg(number(noise.sigma)).arg(noise.seed);
  }
  return parts.join(QStringLiteral(" · "));
}

QString data(const Run& run) {
  const std::size_t rows = rowsOf(run);
  if (rows == 0) return {};
  const QString all = Words::tr("%1 rows").arg(rows);
  if (!hasBatches(run)) return all;
  return all + QStringLiteral(", ") + Words::tr("batches of %1").arg(batchSettings(run.batches).batchSize);
}

QString stabilityFormula(const Run& run) {
  return QString::fromStdString(limitFormula(optimizerInfo(run), run.optimizer.parameters));
}

QString rate(const Run& run) {
  return QStringLiteral("η = %1").arg(number(nominalRate(run), 4));
}

QString reason(const RunResult& result) {
  return coreText(ravine::reason(result), QString::fromUtf8(kBetweenItems));
}

QString whatHappened(const RunResult& result) {
  return coreText(explain(result), QStringLiteral(" "));
}

QString moment(const Run& run, const RunResult* result, double playhead, const std::optional<Box>& zoom) {
  return coreText(momentOfRun(run.name, result, playhead, zoom), QStringLiteral(" "));
}

QString bestRate(const BestRate& best) {
  return coreText(explain(best)) + QLatin1Char(' ') + Words::tr("Click to set it.");
}

QString endMark(const RunResult& result) {
  const auto mark = ravine::endMark(result);
  return mark ? coreText(*mark) : QString();
}

}  // namespace ravine::wording
