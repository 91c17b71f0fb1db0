#include "core/diagnosis/departure_explanation.h"

#include <cmath>

#include "core/base/number_text.h"
#include "core/diagnosis/fact_text.h"

namespace ravine {
namespace {

// With as many digits as it takes to lie outside.
std::string textOfPlaceOutside(const Box& domain, const Vector2& place) {
  const auto coordinate = [](double value, const Interval& inside) {
    return numberText(value, 3, value < inside.lower ? inside.lower : inside.upper);
  };
  std::string text = coordinate(place.x(), domain.x);
  text.insert(0, 1, '(').append(", ").append(coordinate(place.y(), domain.y)).append(1, ')');
  return text;
}

// For a good reason, and so slowly that no rate is at fault.
std::vector<Message> explainWeightsThatGrow(const RunResult& result) {
  const auto& points = result.trajectory.points;
  const std::size_t half = points.size() / 2;
  const double before = points[half].norm();
  const double now = points.back().norm();
  return {
      CORE_TEXT("Explanation",
                "A line parts the two classes, so this loss has no minimum: the larger the weights, the surer the "
                "model is of every row, and the lower the loss."),
      CORE_TEXT("Explanation",
                "They grow for ever, ever more slowly: from ‖θ‖ = %1 at step %2 to %3 at the end, where the loss is "
                "%4. That is no fault of η; weight decay, or an end to the training, would stop them.")
          .with(numberText(before, 3, now), half, numberText(now, 3, before), numberText(result.diagnosis.finalLoss))};
}

}  // namespace

Message explainWhereItWent(const RunResult& result) {
  const Trajectory& t = result.trajectory;
  const std::int64_t when = result.diagnosis.divergedAt.value_or(t.steps());
  if (when == t.nonFiniteStep) return explainLastStep(result);
  if (t.end == TrajectoryEnd::nonFinite)
    return CORE_TEXT("Explanation",
                     "From step %1 on it is farther from the domain than a hundred times its size; at step %2 "
                     "the numbers overflow.")
        .with(when, t.nonFiniteStep);
  if (when < t.steps())
    return CORE_TEXT("Explanation", "From step %1 on it is farther from the domain than a hundred times its size.")
        .with(when);
  return CORE_TEXT("Explanation", "When the steps ended it was still on its way out.");
}

Message explainLastStep(const RunResult& result) {
  const Trajectory& t = result.trajectory;
  const std::string from = placeText(result, t.points.back());
  if (!isFinite(t.nonFinitePoint))
    return CORE_TEXT("Explanation", "Step %1, from %2, is too long for any number: it overflows.")
        .with(t.nonFiniteStep, from);
  if (result.landscape->measured)
    return CORE_TEXT("Explanation",
                     "Step %1, from %2, leads to %3, off the grid: nothing was measured there, so nobody knows "
                     "how the run would go on.")
        .with(t.nonFiniteStep, from, textOfPlaceOutside(result.landscape->domain, t.nonFinitePoint));
  const std::string to = placeText(result, t.nonFinitePoint);
  if (std::isfinite(t.nonFiniteLoss))
    return CORE_TEXT("Explanation", "Step %1, from %2, leads to %3, where the loss is %4 but has no gradient.")
        .with(t.nonFiniteStep, from, to, numberText(t.nonFiniteLoss));
  return CORE_TEXT("Explanation", "Step %1, from %2, leads to %3, where the loss is no finite number.")
      .with(t.nonFiniteStep, from, to);
}

std::vector<Message> explainBottomlessSlope(const RunResult& result) {
  if (result.landscape->fallsForEver) return explainWeightsThatGrow(result);
  std::vector<Message> sentences{
      CORE_TEXT("Explanation", "The loss falls for ever this way: it is down to %1, and no minimum is known below it.")
          .with(numberText(result.diagnosis.finalLoss))};
  if (result.trajectory.end == TrajectoryEnd::nonFinite)
    sentences.push_back(
        CORE_TEXT("Explanation", "At step %1 the numbers overflow.").with(result.trajectory.nonFiniteStep));
  return sentences;
}

}  // namespace ravine
