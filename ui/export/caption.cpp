#include "ui/export/caption.h"

#include <QCoreApplication>
#include <QRegularExpression>
#include <algorithm>

#include "core/base/parameters.h"
#include "core/loss/models.h"
#include "ui/words/wording.h"

namespace ravine {
namespace {

struct CaptionWords {
  Q_DECLARE_TR_FUNCTIONS(Caption)
};

// "momentum 0.9, nesterov": what differs from the defaults, or is said anyway.
QString withParameters(const QString& name, const std::vector<ParameterInfo>& infos, const ParameterSet& set) {
  QStringList parts{name};
  for (const ParameterInfo& info : infos) {
    const ParameterValue& value = valueOf(info, set);
    if (value == info.defaultValue && !set.contains(info.id)) continue;
    const QString id = QString::fromStdString(info.id);
    if (value == ParameterValue(true))
      parts << id;
    else if (value != ParameterValue(false))
      parts << id + QLatin1Char(' ') + QString::fromStdString(toText(value));
  }
  return parts.join(QStringLiteral(", "));
}

enum Item { kFunction, kData, kStart, kOptimizer, kRate, kSchedule, kBatches, kNoise, kSteps, kItems };

// As in a book: 0.5·(a·x² + b·y²).
QString formulaText(const std::string& typed) {
  static const QString digits = QStringLiteral("⁰¹²³⁴⁵⁶⁷⁸⁹");
  QString text = QString::fromStdString(typed);
  text.replace(QLatin1Char('*'), QChar(0x00b7)).replace(QLatin1Char('-'), QChar(0x2212));
  for (int digit = 2; digit <= 9; ++digit) {
    const QRegularExpression power(QStringLiteral("\\^%1(?![0-9.])").arg(digit));
    text.replace(power, digits.mid(digit, 1));
  }
  return text;
}

// "Line: f = mean (ŷ − y)², ŷ = w x + b, standardize"
QString modelText(const ModelInfo& model, const ParameterSet& parameters) {
  const QString text = QStringLiteral("%1: f = %2, ŷ = %3")
                           .arg(wording::coreText(model.name), QString::fromStdString(model.lossText),
                                QString::fromStdString(model.prediction));
  return withParameters(text, model.parameters, parameters);
}

QString functionText(const Run& run) {
  if (const ModelInfo* model = findModel(run.lossFunction.id)) return modelText(*model, run.lossFunction.parameters);
  const LossFunctionInfo info = lossFunctionInfo(run);
  QString text = QStringLiteral("f = ") + formulaText(info.formula);
  for (const ParameterInfo& parameter : info.parameters) {
    const QString name = QString::fromStdString(parameter.id);
    const ParameterValue& value = valueOf(parameter, run.lossFunction.parameters);
    if (const bool* isSet = std::get_if<bool>(&value))
      text += *isSet ? QStringLiteral(", ") + name : QString();
    else
      text +=
          QStringLiteral(", %1 = %2").arg(name, wording::number(numberOf(parameter, run.lossFunction.parameters), 6));
  }
  return info.id.empty() ? text : wording::coreText(info.name) + QStringLiteral(": ") + text;
}

// In a few words, where several functions are told.
QString shortFunctionText(const Run& run) {
  const LossFunctionInfo info = lossFunctionInfo(run);
  return info.id.empty() ? functionText(run)
                         : withParameters(wording::coreText(info.name), info.parameters, run.lossFunction.parameters);
}

// "Line with noise, 40 rows"
QString dataText(const Run& run) {
  const DataChoice data = dataOf(run.lossFunction);
  const QString rows = CaptionWords::tr("%1 rows").arg(rowsOf(run));
  const DataSetInfo* set = findDataSet(data.id);
  return set ? withParameters(wording::coreText(set->name), set->parameters, data.parameters) + QStringLiteral(", ") +
                   rows
             : rows;
}

QStringList itemsOf(const Run& run) {
  QStringList items;
  for (int i = 0; i < kItems; ++i) items << QString();
  items[kFunction] = functionText(run);
  items[kStart] = QStringLiteral("θ₀ = ") +
                  (isOfXAlone(run.lossFunction) ? wording::number(run.start.x(), 6) : wording::point(run.start, 6));
  items[kOptimizer] = withParameters(wording::coreText(optimizerInfo(run).name), optimizerInfo(run).parameters,
                                     run.optimizer.parameters);
  items[kRate] = QStringLiteral("η = ") + wording::number(nominalRate(run), 6);
  items[kSchedule] =
      withParameters(wording::coreText(scheduleInfo(run).name), scheduleInfo(run).parameters, run.schedule.parameters);
  if (run.warmUp > 0) items[kSchedule] += QStringLiteral(", ") + CaptionWords::tr("warm-up of %1").arg(run.warmUp);
  if (rowsOf(run) > 0) items[kData] = dataText(run);
  if (hasBatches(run)) {
    const BatchSettings batches = batchSettings(run.batches);
    items[kBatches] = CaptionWords::tr("batches of %1").arg(batches.batchSize);
    if (batches.shuffle)
      items[kBatches] = CaptionWords::tr("batches of %1, seed %2").arg(batches.batchSize).arg(batches.seed);
    if (run.scheduleUnit == TimeUnit::epochs) items[kSchedule] += QStringLiteral(", ") + CaptionWords::tr("in epochs");
  }
  if (hasNoise(run)) {
    const NoiseSettings noise = noiseSettings(run.noise);
    items[kNoise] = CaptionWords::tr("noise σ = %1, seed %2").arg(wording::number(noise.sigma)).arg(noise.seed);
  }
  items[kSteps] = CaptionWords::tr("%1 steps").arg(run.steps);
  return items;
}

}  // namespace

Caption captionOf(const std::vector<Run>& runs) {
  std::vector<QStringList> items;
  for (const Run& run : runs) items.push_back(itemsOf(run));
  Caption caption;
  caption.ofRuns.resize(runs.size());
  for (int item = 0; item < kItems; ++item) {
    const QString& first = items.front()[item];
    const bool shared =
        std::all_of(items.begin(), items.end(), [&](const QStringList& each) { return each[item] == first; });
    if (shared && !first.isEmpty()) caption.common << first;
    if (shared || item == kRate) continue;
    for (std::size_t i = 0; i < items.size(); ++i)
      if (!items[i][item].isEmpty())
        caption.ofRuns[i] << (item == kFunction ? shortFunctionText(runs[i]) : items[i][item]);
  }
  return caption;
}

}  // namespace ravine
