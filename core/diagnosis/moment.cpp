#include "core/diagnosis/moment.h"

#include <algorithm>
#include <array>
#include <cmath>

#include "core/base/number_text.h"
#include "core/diagnosis/fact_text.h"

namespace ravine {
namespace {

constexpr double kRounding = 1e-14;   // relative: values that near are the same
constexpr double kNothing = 1e-12;    // of the spread of the losses: a lowest loss that near to 0 is 0
constexpr double kAtTheLimit = 1e-9;  // the same of a rate and its limit

enum class Course { none, falling, rising, unchanged };

// Of the step that led to state t.
Course courseAt(const std::vector<double>& values, std::size_t t) {
  if (t == 0 || !std::isfinite(values[t - 1]) || !std::isfinite(values[t])) return Course::none;
  const double change = values[t] - values[t - 1];
  if (std::abs(change) <= kRounding * std::abs(values[t])) return Course::unchanged;
  return change < 0 ? Course::falling : Course::rising;
}

// The state of `count` that is shown.
std::size_t stateAt(double playhead, std::size_t count) {
  return std::min(static_cast<std::size_t>(std::max(0.0, playhead)), count - 1);
}

bool isPast(double playhead, std::size_t count) {
  return playhead >= static_cast<double>(count);
}

Message placeAndLoss(const std::string& name, const RunResult& result, double playhead, std::size_t t) {
  const Trajectory& trajectory = result.trajectory;
  const std::string place = placeText(result, trajectory.points[t]);
  const std::string loss = numberText(trajectory.losses[t]);
  const std::int64_t steps = result.run.steps;
  if (t == 0) return CORE_TEXT("Moment", "Step 0 of %1: %2 at its start %3, loss %4.").with(steps, name, place, loss);
  if (isPast(playhead, trajectory.points.size()))
    return CORE_TEXT("Moment", "After its last step, %1: %2 at %3, loss %4.").with(t, name, place, loss);
  switch (courseAt(trajectory.losses, t)) {
    case Course::falling:
      return CORE_TEXT("Moment", "Step %1 of %2: %3 at %4, loss %5, falling.").with(t, steps, name, place, loss);
    case Course::rising:
      return CORE_TEXT("Moment", "Step %1 of %2: %3 at %4, loss %5, rising.").with(t, steps, name, place, loss);
    default:
      return CORE_TEXT("Moment", "Step %1 of %2: %3 at %4, loss %5, unchanged.").with(t, steps, name, place, loss);
  }
}

bool overshotBefore(const Diagnosis& diagnosis, std::int64_t t) {
  return std::binary_search(diagnosis.overshoots.begin(), diagnosis.overshoots.end(), t - 1);
}

std::optional<std::int64_t> outsideSince(const Diagnosis& diagnosis, std::int64_t t) {
  for (const auto& [left, back] : diagnosis.excursions)
    if (left <= t && (!back || t < *back)) return left;
  return std::nullopt;
}

bool settles(Outcome outcome) {
  return outcome == Outcome::converged || outcome == Outcome::trapped || outcome == Outcome::saddle ||
         outcome == Outcome::plateau;
}

// What has come of it so far.
std::optional<Message> fate(const RunResult& result, std::int64_t t) {
  const Diagnosis& d = result.diagnosis;
  const bool ends = t == result.trajectory.steps();
  if (d.outcome == Outcome::diverged && d.divergedAt) {
    if (*d.divergedAt <= t)
      return ends ? CORE_TEXT("Moment", "It ends here, diverged at step %1.").with(*d.divergedAt)
                  : CORE_TEXT("Moment", "It diverged at step %1.").with(*d.divergedAt);
    if (ends)
      return CORE_TEXT("Moment", "It ends here: step %1 leads to where the numbers are no longer finite.")
          .with(*d.divergedAt);
  }
  if (settles(d.outcome) && d.settledSince && *d.settledSince <= t)
    return ends ? CORE_TEXT("Moment", "It ends here, settled since step %1.").with(*d.settledSince)
                : CORE_TEXT("Moment", "It has been settled since step %1.").with(*d.settledSince);
  if (ends) return CORE_TEXT("Moment", "It ends here.");
  return std::nullopt;
}

}  // namespace

std::vector<Message> momentOfRun(const std::string& name, const RunResult* result, double playhead,
                                 const std::optional<Box>& zoom) {
  if (!result) return {momentBeforeResult(name)};
  const Trajectory& trajectory = result->trajectory;
  const std::size_t state = stateAt(playhead, trajectory.points.size());
  const auto t = static_cast<std::int64_t>(state);
  std::vector<Message> messages{placeAndLoss(name, *result, playhead, state)};
  if (overshotBefore(result->diagnosis, t)) messages.push_back(CORE_TEXT("Moment", "The step to there overshot."));
  if (const auto left = outsideSince(result->diagnosis, t))
    messages.push_back(CORE_TEXT("Moment", "It has been outside the domain since step %1.").with(*left));
  else if (zoom && !zoom->contains(trajectory.points[state]))
    messages.push_back(CORE_TEXT("Moment", "It is outside the part that is seen."));
  if (auto message = fate(*result, t)) messages.push_back(std::move(*message));
  return messages;
}

std::vector<Message> groundOfRun(const RunResult& result, const Box& seen) {
  const std::array<std::string, 2> axes = lossFunctionInfo(result.run.lossFunction).axes;
  std::vector<Message> messages{CORE_TEXT("Moment", "%1 runs from %2 to %3, %4 from %5 to %6.")
                                    .with(axes[0], numberText(seen.x.lower), numberText(seen.x.upper), axes[1],
                                          numberText(seen.y.lower), numberText(seen.y.upper))};
  const double nothing = kNothing * result.landscape->spread;
  if (const auto& lowest = result.diagnosis.lowest)
    messages.push_back(
        CORE_TEXT("Moment", "The lowest minimum known is at %1, with loss %2.")
            .with(placeText(result, lowest->point), numberText(std::abs(lowest->value) < nothing ? 0 : lowest->value)));
  return messages;
}

Message momentOfCurve(const std::string& name, const std::vector<double>& values, double base, double playhead) {
  const std::size_t t = stateAt(playhead, values.size());
  if (!std::isfinite(values[t])) return CORE_TEXT("Moment", "%1 has no value at step %2.").with(name, t);
  const std::string value = numberText(values[t] - base);
  if (isPast(playhead, values.size())) return CORE_TEXT("Moment", "%1 ended at step %2 with %3.").with(name, t, value);
  switch (courseAt(values, t)) {
    case Course::falling:
      return CORE_TEXT("Moment", "%1: %2 at step %3, falling.").with(name, value, t);
    case Course::rising:
      return CORE_TEXT("Moment", "%1: %2 at step %3, rising.").with(name, value, t);
    case Course::unchanged:
      return CORE_TEXT("Moment", "%1: %2 at step %3, unchanged.").with(name, value, t);
    case Course::none:
      return CORE_TEXT("Moment", "%1: %2 at step %3.").with(name, value, t);
  }
  return {};
}

Message momentOfRate(const std::string& name, const std::vector<double>& rates, const std::vector<double>& limits,
                     double playhead) {
  const std::size_t t = stateAt(playhead, limits.size());
  const double exactRate = rates[std::min(t, rates.size() - 1)];
  const double exactLimit = limits[t];
  const std::string rate = numberText(exactRate, 3, exactLimit);
  if (std::isnan(exactLimit)) return CORE_TEXT("Moment", "%1: η = %2 at step %3.").with(name, rate, t);
  if (std::isinf(exactLimit))
    return CORE_TEXT("Moment", "%1: η = %2 at step %3, where nothing limits it.").with(name, rate, t);
  const std::string limit = numberText(exactLimit, 3, exactRate);
  if (std::abs(exactRate - exactLimit) <= kAtTheLimit * exactLimit)
    return CORE_TEXT("Moment", "%1: η = %2 at step %3, at the stability limit.").with(name, rate, t);
  return exactRate < exactLimit
             ? CORE_TEXT("Moment", "%1: η = %2 at step %3, below the stability limit %4.").with(name, rate, t, limit)
             : CORE_TEXT("Moment", "%1: η = %2 at step %3, above the stability limit %4.").with(name, rate, t, limit);
}

Message momentBeforeResult(const std::string& name) {
  return CORE_TEXT("Moment", "%1 has not been computed yet.").with(name);
}

}  // namespace ravine
