#include <algorithm>
#include <cmath>
#include <limits>

#include "ui/chart/chart_scene.h"
#include "ui/words/wording.h"

namespace ravine {
namespace {

constexpr double kDivergedHeadroom = 1e3;  // a diverged loss is shown up to so many times the largest start
constexpr double kDeepest = 1e-18;         // of the largest gap: below it lies rounding
constexpr double kLogRatio = 30;           // rates that differ more are shown on a log scale
constexpr double kLimitHeadroom = 40;      // a limit so many times above all rates is left out of the range
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

// The lowest loss known for a run's function: its lowest minimum, or what any run on it has reached.
double lowestKnown(const std::vector<ShownRun>& runs, const RunResult& of) {
  double lowest = of.diagnosis.lowest ? of.diagnosis.lowest->value : std::numeric_limits<double>::infinity();
  for (const auto& [run, result] : runs)
    if (result && result->run.lossFunction == of.run.lossFunction) lowest = std::min(lowest, result->summary.bestLoss);
  return lowest;
}

// Numbers that live as long as the result does.
Series seriesOf(const RunResultPtr& result, const std::vector<double>& numbers) {
  return {std::shared_ptr<const std::vector<double>>(result, &numbers)};
}

QString describe(const std::vector<ShownRun>& runs, const QString& what) {
  QStringList names;
  for (const ShownRun& shown : runs) names << QString::fromStdString(shown.run.name);
  return QStringLiteral("%1: %2").arg(what, names.join(QStringLiteral(", ")));
}

// The range of the positive values of all curves, with divergence cut off.
Extent lossExtent(const std::vector<Curve>& curves) {
  double largestStart = 0;
  for (const Curve& curve : curves) largestStart = std::max(largestStart, curve.values[0]);
  const double top = largestStart > 0 ? largestStart * kDivergedHeadroom : 1;
  Extent extent;
  for (const Curve& curve : curves) {
    const double highest = curve.endMark.isEmpty() ? std::numeric_limits<double>::infinity() : top;
    for (std::size_t t = 0; t < curve.values.size(); ++t)
      if (const double value = curve.values[t]; value > 0) extent.include(std::min(value, highest));
  }
  return extent.empty() ? Extent{0.1, 1} : extent;
}

// Whole decades, so that the ticks sit at the ends.
Interval decadesAround(const Extent& extent) {
  const double floor = std::max(extent.lower, kDeepest * extent.upper);
  const Interval range{std::pow(10, std::floor(std::log10(floor))), std::pow(10, std::ceil(std::log10(extent.upper)))};
  return range.length() > 0 ? range : Interval{range.lower, 10 * range.lower};
}

// Limits far above all rates are not to flatten them.
Extent ratesWithLimits(const Extent& rates, const Extent& limits) {
  Extent shown = rates;
  if (!limits.empty())
    for (const double limit : {limits.lower, limits.upper})
      shown.include(std::clamp(limit, rates.lower / kLimitHeadroom, rates.upper * kLimitHeadroom));
  return shown;
}

QString limitNote(const std::vector<ShownRun>& runs) {
  QStringList formulas;
  for (const ShownRun& shown : runs) {
    const QString formula = wording::stabilityFormula(shown.run);
    if (!formula.isEmpty() && !formulas.contains(formula)) formulas << formula;
  }
  if (formulas.isEmpty()) return {};
  if (formulas.size() > kMostFormulas) return QObject::tr("dashed: each method's own stability limit");
  return QObject::tr("dashed: stability limit %1").arg(formulas.join(QStringLiteral(", ")));
}

}  // namespace

ChartContent lossContent(const std::vector<ShownRun>& runs) {
  ChartContent content;
  content.logarithmic = true;
  const bool needsGap = std::any_of(runs.begin(), runs.end(), [&](const ShownRun& shown) {
    return shown.result && std::abs(lowestKnown(runs, *shown.result)) > kAsGoodAsZero * shown.result->landscape->spread;
  });
  for (const auto& [run, result] : runs) {
    if (!result) continue;
    Series losses = seriesOf(result, result->trajectory.losses);
    if (needsGap) losses.base = lowestKnown(runs, *result);
    content.curves.push_back({run.id, run.colour, losses, false, wording::endMark(*result)});
  }
  content.range = decadesAround(lossExtent(content.curves));
  // Zero and what rounding left of it run along the floor instead of vanishing.
  for (Curve& curve : content.curves) curve.values.floor = content.range.lower;
  content.note = needsGap ? QObject::tr("above the lowest known, log scale") : QObject::tr("log scale");
  content.text = describe(runs, QObject::tr("Loss over the steps, %1").arg(content.note));
  return content;
}

ChartContent rateContent(const std::vector<ShownRun>& runs) {
  ChartContent content;
  Extent rates;
  Extent limits;
  for (const auto& [run, result] : runs) {
    if (!result) continue;
    const Trajectory& trajectory = result->trajectory;
    Series rate = seriesOf(result, trajectory.lrs);
    rate.holdsLast = true;  // to the last step
    const Series limit = seriesOf(result, trajectory.stabilityLimits);
    // The height of each schedule sets the scale; that one falls to nothing is best seen on a linear one.
    if (!trajectory.lrs.empty()) rates.include(*std::max_element(trajectory.lrs.begin(), trajectory.lrs.end()));
    // Where a run flies off, the curvature is that of nowhere: its limits do not set the scale.
    const std::size_t judged = leavesForGood(*result) ? 1 : limit.size();
    for (std::size_t t = 0; t < std::min(judged, limit.size()); ++t) limits.include(limit[t]);
    content.curves.push_back({run.id, run.colour, limit, true, {}});
    content.curves.push_back({run.id, run.colour, rate, false, {}});
  }
  if (rates.empty()) rates = {0.01, 0.1};
  const Extent shown = ratesWithLimits(rates, limits);
  content.logarithmic = shown.upper > kLogRatio * shown.lower;
  content.range = content.logarithmic ? Interval{shown.lower / 1.6, shown.upper * 1.6} : Interval{0, shown.upper * 1.2};
  if (content.logarithmic)
    for (Curve& curve : content.curves) curve.values.floor = content.range.lower;

  QStringList notes{limitNote(runs)};
  if (!limits.empty() && limits.lower > kLimitHeadroom * rates.upper) notes << QObject::tr("far above");
  if (content.logarithmic) notes << QObject::tr("log scale");
  notes.removeAll(QString());
  content.note = notes.join(QStringLiteral(", "));
  content.text = describe(runs, QObject::tr("Learning rate over the steps, %1").arg(content.note));
  return content;
}

}  // namespace ravine
