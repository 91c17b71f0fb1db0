#include "core/lesson/measure.h"

#include <algorithm>
#include <cmath>

#include "core/diagnosis/saddle_passage.h"

namespace ravine {
namespace {

using Number = std::optional<double>;

template <class Value>
Number numberOf(const std::optional<Value>& value) {
  return value ? Number(static_cast<double>(*value)) : std::nullopt;
}

Number finite(double value) {
  return std::isfinite(value) ? Number(value) : std::nullopt;
}

// The value at a state; nothing beyond the last.
template <class Values>
Number at(const Values& values, std::int64_t step) {
  if (step < 0 || step >= std::ssize(values)) return std::nullopt;
  return finite(values[static_cast<std::size_t>(step)]);
}

Number coordinate(const RunResult& result, std::int64_t step, int axis) {
  const auto& points = result.trajectory.points;
  if (step < 0 || step >= std::ssize(points)) return std::nullopt;
  return finite(points[static_cast<std::size_t>(step)][axis]);
}

Number gradientNorm(const RunResult& result, std::int64_t step) {
  const auto& gradients = result.trajectory.gradients;
  if (step < 0 || step >= std::ssize(gradients)) return std::nullopt;
  return finite(gradients[static_cast<std::size_t>(step)].stableNorm());
}

// The mean over the last fifth of the run: of a loss that noise shakes.
Number meanLossAtTheEnd(const RunResult& result) {
  const auto& losses = result.trajectory.losses;
  const auto count = std::max<std::ptrdiff_t>(1, std::ssize(losses) / 5);
  double sum = 0;
  for (auto loss = losses.end() - count; loss != losses.end(); ++loss) sum += *loss;
  return finite(sum / static_cast<double>(count));
}

// The largest η · λmax of a step, against 2.
Number largestFactor(const RunResult& result) {
  const Trajectory& trajectory = result.trajectory;
  double largest = -std::numeric_limits<double>::infinity();
  for (std::size_t t = 0; t < trajectory.lrs.size() && t < trajectory.sharpness.size(); ++t)
    if (const double factor = trajectory.lrs[t] * trajectory.sharpness[t]; std::isfinite(factor))
      largest = std::max(largest, factor);
  return finite(largest);
}

// The rate of the last step against the largest stable one where the run ended.
Number rateOverLimit(const RunResult& result) {
  if (result.trajectory.lrs.empty() || !(result.diagnosis.stabilityLimit > 0)) return std::nullopt;
  return finite(result.diagnosis.judgedLr / result.diagnosis.stabilityLimit);
}

Number leftSaddleAt(const RunResult& result) {
  const auto passage = saddlePassage(result.trajectory, *result.landscape);
  return passage ? numberOf(passage->leftAt) : std::nullopt;
}

Number distanceAtTheEnd(const RunResult& result) {
  if (!result.landscape->nearestMinimum(result.trajectory.points.back())) return std::nullopt;
  return finite(result.diagnosis.distanceToMinimum);
}

Number floorAtTheEnd(const RunResult& result) {
  const auto mean = meanLossAtTheEnd(result);
  if (!mean || !result.diagnosis.lowest) return std::nullopt;
  return finite(std::max(0.0, *mean - result.diagnosis.lowest->value));
}

Number condition(const RunResult& result) {
  const auto lowest = result.landscape->lowestMinimum();
  return lowest ? finite(lowest->curvature.upper / lowest->curvature.lower) : std::nullopt;
}

Number limitAtMinimum(const RunResult& result) {
  const auto lowest = result.landscape->lowestMinimum();
  return lowest ? finite(2 / lowest->curvature.upper) : std::nullopt;
}

std::vector<MeasureInfo> makeMeasures() {
  const auto last = [](const RunResult& result) { return result.trajectory.steps(); };
  return {
      {"loss", true, CORE_TEXT("Measure", "the loss there is %1"), CORE_TEXT("Measure", "the run ended before"),
       [](const RunResult& r, std::int64_t t) { return at(r.trajectory.losses, t); }},
      {"lr", true, CORE_TEXT("Measure", "η there is %1"), CORE_TEXT("Measure", "the run ended before"),
       [](const RunResult& r, std::int64_t t) { return at(r.trajectory.lrs, t); }},
      {"x", true, CORE_TEXT("Measure", "x there is %1"), CORE_TEXT("Measure", "the run ended before"),
       [](const RunResult& r, std::int64_t t) { return coordinate(r, t, 0); }},
      {"y", true, CORE_TEXT("Measure", "y there is %1"), CORE_TEXT("Measure", "the run ended before"),
       [](const RunResult& r, std::int64_t t) { return coordinate(r, t, 1); }},
      {"sharpness", true, CORE_TEXT("Measure", "λmax there is %1"), CORE_TEXT("Measure", "the run ended before"),
       [](const RunResult& r, std::int64_t t) { return at(r.trajectory.sharpness, t); }},
      {"gradient_norm", true, CORE_TEXT("Measure", "the gradient there is %1 long"),
       CORE_TEXT("Measure", "the run ended before"), gradientNorm},
      {"final_loss",
       false,
       CORE_TEXT("Measure", "ends at loss %1"),
       {},
       [](const RunResult& r, std::int64_t) { return finite(r.summary.finalLoss); }},
      {"mean_final_loss",
       false,
       CORE_TEXT("Measure", "ends at loss %1 on average"),
       {},
       [](const RunResult& r, std::int64_t) { return meanLossAtTheEnd(r); }},
      {"best_loss",
       false,
       CORE_TEXT("Measure", "its lowest loss is %1"),
       {},
       [](const RunResult& r, std::int64_t) { return finite(r.summary.bestLoss); }},
      {"best_at",
       false,
       CORE_TEXT("Measure", "its loss is lowest at step %1"),
       {},
       [](const RunResult& r, std::int64_t) { return Number(static_cast<double>(r.summary.bestAt)); }},
      {"highest_loss",
       false,
       CORE_TEXT("Measure", "its highest loss is %1"),
       {},
       [](const RunResult& r, std::int64_t) {
         return finite(*std::max_element(r.trajectory.losses.begin(), r.trajectory.losses.end()));
       }},
      {"final_x",
       false,
       CORE_TEXT("Measure", "ends at x = %1"),
       {},
       [last](const RunResult& r, std::int64_t) { return coordinate(r, last(r), 0); }},
      {"final_y",
       false,
       CORE_TEXT("Measure", "ends at y = %1"),
       {},
       [last](const RunResult& r, std::int64_t) { return coordinate(r, last(r), 1); }},
      {"final_distance", false, CORE_TEXT("Measure", "ends %1 from the nearest minimum"),
       CORE_TEXT("Measure", "there is no minimum"),
       [](const RunResult& r, std::int64_t) { return distanceAtTheEnd(r); }},
      {"final_sharpness",
       false,
       CORE_TEXT("Measure", "ends where λmax is %1"),
       {},
       [last](const RunResult& r, std::int64_t) { return at(r.trajectory.sharpness, last(r)); }},
      {"settled_at", false, CORE_TEXT("Measure", "settled at step %1"), CORE_TEXT("Measure", "never settled"),
       [](const RunResult& r, std::int64_t) { return numberOf(r.diagnosis.settledSince); }},
      {"diverged_at", false, CORE_TEXT("Measure", "diverged at step %1"), CORE_TEXT("Measure", "did not diverge"),
       [](const RunResult& r, std::int64_t) { return numberOf(r.diagnosis.divergedAt); }},
      {"left_saddle_at", false, CORE_TEXT("Measure", "left the saddle at step %1"),
       CORE_TEXT("Measure", "left no saddle"), [](const RunResult& r, std::int64_t) { return leftSaddleAt(r); }},
      {"escaped_at", false, CORE_TEXT("Measure", "escaped to another minimum at step %1"),
       CORE_TEXT("Measure", "escaped to no other minimum"),
       [](const RunResult& r, std::int64_t) {
         return r.diagnosis.events.escape ? Number(static_cast<double>(r.diagnosis.events.escape->step)) : std::nullopt;
       }},
      {"overshoots",
       false,
       CORE_TEXT("Measure", "overshoots: %1"),
       {},
       [](const RunResult& r, std::int64_t) { return Number(static_cast<double>(r.diagnosis.overshoots.size())); }},
      {"uphill_overshoots",
       false,
       CORE_TEXT("Measure", "overshoots uphill: %1"),
       {},
       [](const RunResult& r, std::int64_t) { return Number(static_cast<double>(r.diagnosis.uphillOvershoots)); }},
      {"period", false, CORE_TEXT("Measure", "repeats itself every %1 steps"), CORE_TEXT("Measure", "has no period"),
       [](const RunResult& r, std::int64_t) { return numberOf(r.diagnosis.period); }},
      {"largest_factor", false, CORE_TEXT("Measure", "η·λmax reached %1"), CORE_TEXT("Measure", "made no step"),
       [](const RunResult& r, std::int64_t) { return largestFactor(r); }},
      {"rate_over_limit", false, CORE_TEXT("Measure", "η is %1 times the limit"),
       CORE_TEXT("Measure", "there is no limit for this method"),
       [](const RunResult& r, std::int64_t) { return rateOverLimit(r); }},
      {"gradient_noise", false, CORE_TEXT("Measure", "the gradients of its steps are %1 off, as a root mean square"),
       CORE_TEXT("Measure", "its steps see all there is"),
       [](const RunResult& r, std::int64_t) {
         return r.trajectory.seenGradients.empty() ? std::nullopt : finite(r.summary.gradientNoise);
       }},
      {"noise_floor", false, CORE_TEXT("Measure", "ends %1 above the lowest loss on average"),
       CORE_TEXT("Measure", "no lowest loss is known"),
       [](const RunResult& r, std::int64_t) { return floorAtTheEnd(r); }},
      {"condition", false, CORE_TEXT("Measure", "λmax/λmin at the minimum is %1"),
       CORE_TEXT("Measure", "there is no minimum"), [](const RunResult& r, std::int64_t) { return condition(r); }},
      {"limit_at_minimum", false, CORE_TEXT("Measure", "2/λmax at the minimum is %1"),
       CORE_TEXT("Measure", "there is no minimum"), [](const RunResult& r, std::int64_t) { return limitAtMinimum(r); }},
      {"path_length", false, CORE_TEXT("Measure", "its path is %1 long"), CORE_TEXT("Measure", "its path has no end"),
       [](const RunResult& r, std::int64_t) { return finite(r.summary.pathLength); }},
  };
}

}  // namespace

const std::vector<MeasureInfo>& measures() {
  static const std::vector<MeasureInfo> all = makeMeasures();
  return all;
}

const MeasureInfo* findMeasure(std::string_view id) {
  const auto found =
      std::find_if(measures().begin(), measures().end(), [&](const auto& each) { return each.id == id; });
  return found == measures().end() ? nullptr : &*found;
}

std::vector<std::string> measureIds() {
  std::vector<std::string> ids;
  for (const MeasureInfo& measure : measures()) ids.push_back(measure.id);
  return ids;
}

}  // namespace ravine
