#include <algorithm>
#include <cmath>
#include <limits>

#include "ui/chart/chart_view.h"
#include "ui/words/wording.h"

namespace ravine {
namespace {

constexpr double kDivergedHeadroom = 1e3;  // a diverged loss is shown up to so many times the largest start
constexpr double kDeepest = 1e-18;         // of the largest gap: below it lies rounding
constexpr double kLogRatio = 30;           // rates that differ more are shown on a log scale
constexpr double kLimitHeadroom = 40;      // a limit so many times above all rates is left out of the range
constexpr qsizetype kMostFormulas = 2;     // that the title line names
constexpr double kNothing = std::numeric_limits<double>::quiet_NaN();

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
double lowestKnown(const Context& context, const RunResult& of) {
  double lowest = of.diagnosis.lowest ? of.diagnosis.lowest->value : std::numeric_limits<double>::infinity();
  for (const RunResultPtr& result : context.results.runs())
    if (result && result->run.lossFunction == of.run.lossFunction)
      lowest = std::min(lowest, *std::min_element(result->trajectory.losses.begin(), result->trajectory.losses.end()));
  return lowest;
}

QString describe(const Context& context, const QString& what) {
  QStringList names;
  for (const Run& run : context.runs()) names << QString::fromStdString(run.name);
  return QStringLiteral("%1: %2").arg(what, names.join(QStringLiteral(", ")));
}

}  // namespace

ChartContent lossContent(const Context& context) {
  ChartContent content;
  content.logarithmic = true;
  bool needsGap = false;
  for (const RunResultPtr& result : context.results.runs())
    if (result) needsGap |= std::abs(lowestKnown(context, *result)) > 1e-12 * result->landscape->spread;

  Extent extent;
  double largestStart = 0;
  for (std::size_t i = 0; i < context.results.runs().size(); ++i) {
    const RunResult* result = context.results.run(static_cast<int>(i));
    if (!result) continue;
    const double base = needsGap ? lowestKnown(context, *result) : 0;
    Curve curve{static_cast<int>(i), result->trajectory.losses, false, wording::endMark(*result)};
    for (double& loss : curve.values) loss -= base;
    largestStart = std::max(largestStart, curve.values.front());
    content.curves.push_back(std::move(curve));
  }
  const double top = largestStart > 0 ? largestStart * kDivergedHeadroom : 1;
  for (const Curve& curve : content.curves)
    for (const double value : curve.values)
      if (value > 0) extent.include(leavesForGood(*context.results.run(curve.run)) ? std::min(value, top) : value);
  if (extent.empty()) extent = {0.1, 1};
  const double floor = std::max(extent.lower, kDeepest * extent.upper);
  // Whole decades, so that the ticks sit at the ends.
  content.range =
      QCPRange(std::pow(10, std::floor(std::log10(floor))), std::pow(10, std::ceil(std::log10(extent.upper))));
  if (content.range.size() <= 0) content.range.upper = 10 * content.range.lower;
  // Zero and what rounding left of it run along the floor instead of vanishing.
  for (Curve& curve : content.curves)
    for (double& value : curve.values) value = std::max(value, content.range.lower);
  content.note = needsGap ? QObject::tr("above the lowest known, log scale") : QObject::tr("log scale");
  content.text = describe(context, QObject::tr("Loss over the steps, %1").arg(content.note));
  return content;
}

ChartContent rateContent(const Context& context) {
  ChartContent content;
  Extent rates;
  Extent limits;
  bool limitsDiffer = false;
  for (std::size_t i = 0; i < context.results.runs().size(); ++i) {
    const RunResult* result = context.results.run(static_cast<int>(i));
    if (!result) continue;
    const Trajectory& trajectory = result->trajectory;
    Curve rate{static_cast<int>(i), trajectory.lrs, false, {}};
    if (!rate.values.empty()) rate.values.push_back(rate.values.back());  // the last rate holds to the last step
    Curve limit{static_cast<int>(i), trajectory.stabilityLimits, true, {}};
    for (double& value : limit.values)
      if (!std::isfinite(value)) value = kNothing;
    // The height of each schedule sets the scale; that one falls to nothing is best seen on a linear one.
    if (!rate.values.empty()) rates.include(*std::max_element(rate.values.begin(), rate.values.end()));
    // Where a run flies off, the curvature is that of nowhere: its limits do not set the scale.
    const std::size_t judged = leavesForGood(*result) ? 1 : limit.values.size();
    for (std::size_t t = 0; t < std::min(judged, limit.values.size()); ++t) limits.include(limit.values[t]);
    content.curves.push_back(std::move(limit));
    content.curves.push_back(std::move(rate));
  }
  if (rates.empty()) rates = {0.01, 0.1};
  Extent shown = rates;
  if (!limits.empty()) {
    limitsDiffer = limits.lower > kLimitHeadroom * rates.upper;
    shown.include(std::clamp(limits.lower, rates.lower / kLimitHeadroom, rates.upper * kLimitHeadroom));
    shown.include(std::clamp(limits.upper, rates.lower / kLimitHeadroom, rates.upper * kLimitHeadroom));
  }
  content.logarithmic = shown.upper > kLogRatio * shown.lower;
  content.range = content.logarithmic ? QCPRange(shown.lower / 1.6, shown.upper * 1.6) : QCPRange(0, shown.upper * 1.2);
  if (content.logarithmic)
    for (Curve& curve : content.curves)
      for (double& value : curve.values) value = std::isnan(value) ? value : std::max(value, content.range.lower);

  QStringList formulas;
  for (const Run& run : context.runs()) {
    const QString formula = wording::stabilityFormula(run);
    if (!formula.isEmpty() && !formulas.contains(formula)) formulas << formula;
  }
  if (formulas.size() > kMostFormulas)
    content.note = QObject::tr("dashed: each method's own stability limit");
  else if (!formulas.isEmpty())
    content.note = QObject::tr("dashed: stability limit %1").arg(formulas.join(QStringLiteral(", ")));
  if (limitsDiffer) content.note += QObject::tr(", far above");
  if (content.logarithmic)
    content.note += content.note.isEmpty() ? QObject::tr("log scale") : QObject::tr(", log scale");
  content.text = describe(context, QObject::tr("Learning rate over the steps, %1").arg(content.note));
  return content;
}

}  // namespace ravine
