#include <algorithm>
#include <cmath>
#include <limits>
#include <set>

#include "ui/chart/chart_scene.h"
#include "ui/words/wording.h"

namespace ravine {
namespace {

constexpr double kDivergedHeadroom = 1e3;  // a diverged loss is shown up to so many times the largest start
constexpr double kDeepest = 1e-12;         // of the largest start: below it little but rounding is left
constexpr double kLimitHeadroom = 40;      // a limit so many times above all rates is left out of the range
constexpr double kLinearHeadroom = 3;      // the same on a linear scale
constexpr double kLowestRate = 1e-4;       // of the highest: below it a logarithmic chart ends
constexpr double kAsGoodAsZero = 1e-12;    // of the spread: such a lowest loss is plotted as it is
constexpr qsizetype kMostFormulas = 2;     // that the title line names

struct Extent {
  double lower = std::numeric_limits<double>::infinity();
  double upper = -std::numeric_limits<double>::infinity();

  void include(double value) {
    if (!std::isfinite(value)) return;
    lower = std::min(lower, value);
    upper = std::max(upper, value);
  }
  bool empty() const { return lower > upper; }
};

bool leavesForGood(const RunResult& result) {
  return result.diagnosis.outcome == Outcome::diverged || result.diagnosis.outcome == Outcome::unbounded;
}

// Also what is kept back, for what is to be known before anything is.
const RunResult* knownOf(const ShownRun& shown) {
  return shown.result ? shown.result.get() : shown.kept.get();
}

// The lowest loss known for a run's function: its lowest minimum, or what any run on it has reached.
double lowestKnown(const std::vector<ShownRun>& runs, const RunResult& of) {
  if (of.landscape->fallsForEver) return 0;  // towards which it falls, or a little above
  double lowest = of.diagnosis.lowest ? of.diagnosis.lowest->value : std::numeric_limits<double>::infinity();
  for (const ShownRun& shown : runs)
    if (const RunResult* result = knownOf(shown); result && result->run.lossFunction == of.run.lossFunction)
      lowest = std::min(lowest, result->summary.bestLoss);
  return lowest;
}

bool needsGap(const std::vector<ShownRun>& runs, const ChartSettings& settings) {
  if (settings.quantity != Quantity::loss || !settings.logarithmicLoss) return false;
  // A batch's loss is as often below the lowest loss of all rows as above it.
  if (std::any_of(runs.begin(), runs.end(), [](const ShownRun& shown) { return hasBatches(shown.run); })) return false;
  return std::any_of(runs.begin(), runs.end(), [&](const ShownRun& shown) {
    const RunResult* result = knownOf(shown);
    return result && std::abs(lowestKnown(runs, *result)) > kAsGoodAsZero * result->landscape->spread;
  });
}

// The axis counts epochs where those of all runs that learn from data are as long; otherwise it says how long they are.
void countEpochs(ChartContent& content, const std::vector<ShownRun>& runs) {
  std::set<std::int64_t, std::greater<>> lengths;
  for (const ShownRun& shown : runs)
    if (!dataOf(shown.run.lossFunction).empty()) lengths.insert(stepsPerEpoch(shown.run));
  if (lengths.size() == 1) content.stepsPerEpoch = *lengths.begin();
  if (lengths.size() > 1) content.epochs.assign(lengths.begin(), lengths.end());
}

// The range of a chart on which a loss is to be drawn that began so high: it tells nothing of how it goes on.
Interval rangeForSketch(const Extent& starts, bool logarithmic) {
  constexpr double below = 1e-6;
  constexpr double above = 100;
  if (starts.empty() || starts.upper <= 0) return logarithmic ? Interval{1e-6, 100} : Interval{0, 2};
  if (!logarithmic) return {std::min(0.0, starts.lower), 2 * starts.upper};
  return {std::pow(10, std::floor(std::log10(below * starts.upper))),
          std::pow(10, std::ceil(std::log10(above * starts.upper)))};
}

// Where the curves of runs begin that are to be predicted.
ChartContent startsOf(const std::vector<ShownRun>& runs, const ChartSettings& settings) {
  ChartContent content;
  content.title = quantityName(settings.quantity);
  content.logarithmic = settings.logarithmicLoss;
  countEpochs(content, runs);
  content.endIsKept = true;
  Extent starts;
  for (const ShownRun& shown : runs) {
    if (!shown.kept || settings.quantity != Quantity::loss) continue;
    Series first{std::make_shared<const std::vector<double>>(1, shown.kept->trajectory.losses.front())};
    first.base = lossBase(runs, shown, settings);
    starts.include(first[0]);
    content.curves.push_back(
        {shown.run.id, shown.run.colour, first, CurveRole::value, {}, QString::fromStdString(shown.run.name)});
  }
  content.range = rangeForSketch(starts, content.logarithmic);
  content.note = needsGap(runs, settings) ? QObject::tr("above the lowest known") : QString();
  return content;
}

// Numbers that live as long as the result does.
Series seriesOf(const RunResultPtr& result, const std::vector<double>& numbers) {
  return {std::shared_ptr<const std::vector<double>>(result, &numbers)};
}

// The distance of each point to the nearest minimum as low as the lowest; null where none is known.
std::shared_ptr<const std::vector<double>> distances(const RunResultPtr& result) {
  const auto lowest = result->diagnosis.lowest;
  if (!lowest) return nullptr;
  std::vector<Vector2> places{lowest->point};
  for (const CriticalPoint& c : result->landscape->criticalPoints)
    if (c.kind == CriticalKind::minimum && std::abs(c.value - lowest->value) <= 1e-9 * result->landscape->spread)
      places.push_back(c.point);
  auto numbers = std::make_shared<std::vector<double>>();
  for (const Vector2& point : result->trajectory.points) {
    double nearest = std::numeric_limits<double>::infinity();
    for (const Vector2& place : places) nearest = std::min(nearest, (point - place).stableNorm());
    numbers->push_back(nearest);
  }
  return numbers;
}

std::shared_ptr<const std::vector<double>> gradientNorms(const RunResultPtr& result) {
  auto numbers = std::make_shared<std::vector<double>>();
  for (const Vector2& gradient : result->trajectory.gradients) numbers->push_back(gradient.stableNorm());
  return numbers;
}

// How far the gradient of each step's batch is from that of the loss; null where the steps see all there is.
std::shared_ptr<const std::vector<double>> gradientNoise(const RunResult& result) {
  const Trajectory& trajectory = result.trajectory;
  if (trajectory.seenGradients.empty()) return nullptr;
  auto numbers = std::make_shared<std::vector<double>>();
  for (std::size_t t = 0; t < trajectory.seenGradients.size(); ++t)
    numbers->push_back((trajectory.seenGradients[t] - trajectory.gradients[t]).stableNorm());
  return numbers;
}

Series meanNoise(const RunResult& result) {
  Series mean{std::make_shared<const std::vector<double>>(result.trajectory.seenGradients.size(),
                                                          result.summary.gradientNoise)};
  mean.holdsLast = true;
  return mean;
}

double largestStart(const std::vector<Curve>& curves) {
  double largest = 0;
  for (const Curve& curve : curves)
    if (curve.values.size() > 0) largest = std::max(largest, std::abs(curve.values[0]));
  return largest > 0 ? largest : 1;
}

// The range of the positive values of all curves, with divergence cut off.
Extent positiveExtent(const std::vector<Curve>& curves) {
  const double top = largestStart(curves) * kDivergedHeadroom;
  Extent extent;
  for (const Curve& curve : curves) {
    const double highest = curve.endMark.isEmpty() ? std::numeric_limits<double>::infinity() : top;
    for (std::size_t t = 0; t < curve.values.size(); ++t)
      if (const double value = curve.values[t]; value > 0) extent.include(std::min(value, highest));
  }
  return extent.empty() ? Extent{0.1, 1} : extent;
}

// On a linear scale what rises far above all starts leaves through the top.
Interval linearRange(const std::vector<Curve>& curves) {
  constexpr double headroom = 1.3;
  Extent extent;
  const double top = headroom * largestStart(curves);
  for (const Curve& curve : curves)
    for (std::size_t t = 0; t < curve.values.size(); ++t)
      if (const double value = curve.values[t]; std::isfinite(value)) extent.include(std::clamp(value, -top, top));
  if (extent.empty()) return {0, 1};
  const double lower = std::min(0.0, extent.lower);
  return {lower, extent.upper > lower ? extent.upper + 0.05 * (extent.upper - lower) : lower + 1};
}

// Whole decades, so that the ticks sit at the ends.
Interval decadesAround(const Extent& extent, double largestStart) {
  const double floor = std::max(extent.lower, kDeepest * std::min(extent.upper, largestStart));
  const Interval range{std::pow(10, std::floor(std::log10(floor))), std::pow(10, std::ceil(std::log10(extent.upper)))};
  return range.length() > 0 ? range : Interval{range.lower, 10 * range.lower};
}

// Limits far above all rates are not to flatten them.
Extent ratesWithLimits(const Extent& rates, const Extent& limits, double headroom) {
  Extent shown = rates;
  if (!limits.empty())
    for (const double limit : {limits.lower, limits.upper})
      if (limit <= rates.upper * headroom) shown.include(std::max(limit, rates.lower / headroom));
  return shown;
}

// η as it is set, which is known before the run is; not that of a schedule that listens to the loss.
void addPlanned(const ShownRun& shown, ChartContent& content, Extent& rates) {
  if (scheduleInfo(shown.run).listens) return;
  auto numbers = std::make_shared<std::vector<double>>();
  const LearningRate lr = learningRate(shown.run);
  for (std::int64_t t = 0; t < shown.run.steps; ++t) numbers->push_back(lr(t, 0));
  rates.include(*std::max_element(numbers->begin(), numbers->end()));
  Series rate{std::move(numbers)};
  rate.holdsLast = true;
  content.curves.push_back(
      {shown.run.id, shown.run.colour, rate, CurveRole::value, {}, QString::fromStdString(shown.run.name)});
}

QString limitNote(const std::vector<ShownRun>& runs) {
  QStringList formulas;
  for (const ShownRun& shown : runs) {
    const QString formula = wording::stabilityFormula(shown.run);
    if (!formula.isEmpty() && !formulas.contains(formula)) formulas << formula;
  }
  if (formulas.isEmpty()) return {};
  if (formulas.size() > kMostFormulas) return QObject::tr("dashed: each method's own stability limit");
  return QObject::tr("dashed: %1").arg(formulas.join(QStringLiteral(", ")));
}

}  // namespace

double lossBase(const std::vector<ShownRun>& runs, const ShownRun& of, const ChartSettings& settings) {
  const RunResult* result = knownOf(of);
  return result && needsGap(runs, settings) ? lowestKnown(runs, *result) : 0;
}

ChartContent lossContent(const std::vector<ShownRun>& runs, const ChartSettings& settings) {
  if (std::any_of(runs.begin(), runs.end(), [](const ShownRun& shown) { return shown.kept != nullptr; }))
    return startsOf(runs, settings);
  ChartContent content;
  content.logarithmic = settings.logarithmicLoss;
  content.endIsKept = endIsKept(runs);
  const bool isGap = needsGap(runs, settings);
  for (const auto& [run, result, kept, endIsKept] : runs) {
    if (!result) continue;
    Series values = seriesOf(result, result->trajectory.losses);
    if (settings.quantity == Quantity::gradientNorm) values.numbers = gradientNorms(result);
    if (settings.quantity == Quantity::gradientNoise) values.numbers = gradientNoise(*result);
    if (settings.quantity == Quantity::distance) values.numbers = distances(result);
    if (!values.numbers) continue;
    if (isGap) values.base = lowestKnown(runs, *result);
    const QString name = QString::fromStdString(run.name);
    if (settings.quantity == Quantity::loss && hasBatches(run)) {
      Series seen = seriesOf(result, result->trajectory.seenLosses);
      seen.base = values.base;
      content.curves.push_back({run.id, run.colour, seen, CurveRole::seen, {}, name});
    }
    content.curves.push_back({run.id, run.colour, values, CurveRole::value, wording::endMark(*result), name});
    if (settings.quantity == Quantity::gradientNoise)
      content.curves.push_back({run.id, run.colour, meanNoise(*result), CurveRole::mean, {}, name});
  }
  content.range = content.logarithmic ? decadesAround(positiveExtent(content.curves), largestStart(content.curves))
                                      : linearRange(content.curves);
  // Zero and what rounding left of it run along the floor instead of vanishing.
  if (content.logarithmic)
    for (Curve& curve : content.curves) curve.values.floor = content.range.lower;
  content.note = isGap ? QObject::tr("above the lowest known") : QString();
  if (settings.quantity == Quantity::distance && content.curves.size() < runs.size())
    content.note = QObject::tr("where one is known");
  if (settings.quantity == Quantity::gradientNoise)
    content.note = content.curves.empty() ? QObject::tr("there is none: every step sees all there is")
                                          : QObject::tr("bold: root mean square");
  if (settings.quantity == Quantity::loss &&
      std::any_of(runs.begin(), runs.end(), [](const ShownRun& shown) { return hasBatches(shown.run); })) {
    const QString thin = QObject::tr("thin: of each step’s batch");
    content.note = content.note.isEmpty() ? thin : content.note + QStringLiteral(" · ") + thin;
  }
  content.title = quantityName(settings.quantity);
  countEpochs(content, runs);
  return content;
}

QString stepAxisName(const ChartContent& content) {
  if (!content.epochs.empty()) {
    QStringList lengths;
    for (const std::int64_t steps : content.epochs) lengths << QString::number(steps);
    return QObject::tr("step (an epoch is %1)", "of an axis").arg(lengths.join(QStringLiteral(", ")));
  }
  if (content.stepsPerEpoch == 1) return QObject::tr("step", "of an axis");
  return QObject::tr("epoch (%1 steps)").arg(content.stepsPerEpoch);
}

QString quantityName(Quantity quantity) {
  switch (quantity) {
    case Quantity::loss:
      return QObject::tr("Loss");
    case Quantity::gradientNorm:
      return QObject::tr("Gradient norm");
    case Quantity::gradientNoise:
      return QObject::tr("Gradient noise");
    case Quantity::distance:
      return QObject::tr("Distance to the minimum");
  }
  return {};
}

ChartContent rateContent(const std::vector<ShownRun>& runs, const ChartSettings& settings) {
  ChartContent content;
  Extent rates;
  Extent limits;
  for (const ShownRun& shown : runs) {
    const Run& run = shown.run;
    const RunResultPtr& result = shown.result;
    if (shown.kept) addPlanned(shown, content, rates);
    if (!result) continue;
    const Trajectory& trajectory = result->trajectory;
    Series rate = seriesOf(result, trajectory.lrs);
    rate.holdsLast = true;  // to the last step
    const Series limit = seriesOf(result, trajectory.stabilityLimits);
    // The height of each schedule sets the scale; on a logarithmic one its lowest rate does too, unless it falls to
    // nothing.
    if (!trajectory.lrs.empty()) {
      const auto [lowest, highest] = std::minmax_element(trajectory.lrs.begin(), trajectory.lrs.end());
      rates.include(*highest);
      if (settings.logarithmicRate) rates.include(std::max(*lowest, kLowestRate * *highest));
    }
    // Where a run flies off, the curvature is that of nowhere: its limits do not set the scale.
    const std::size_t judged = leavesForGood(*result) ? 1 : limit.size();
    for (std::size_t t = 0; t < std::min(judged, limit.size()); ++t) limits.include(limit[t]);
    const QString name = QString::fromStdString(run.name);
    content.curves.push_back({run.id, run.colour, limit, CurveRole::limit, {}, name});
    content.curves.push_back({run.id, run.colour, rate, CurveRole::value, {}, name});
  }
  if (rates.empty()) rates = {0.01, 0.1};
  const double headroom = settings.logarithmicRate ? kLimitHeadroom : kLinearHeadroom;
  const Extent shown = ratesWithLimits(rates, limits, headroom);
  content.logarithmic = settings.logarithmicRate;
  content.range = content.logarithmic ? decadesAround(shown, shown.upper) : Interval{0, shown.upper * 1.2};
  if (content.logarithmic)
    for (Curve& curve : content.curves) curve.values.floor = content.range.lower;

  QStringList notes{limitNote(runs)};
  if (!limits.empty() && limits.lower > headroom * rates.upper) notes << QObject::tr("far above");
  notes.removeAll(QString());
  content.note = notes.join(QStringLiteral(", "));
  content.title = QObject::tr("Learning rate");
  countEpochs(content, runs);
  return content;
}

}  // namespace ravine
