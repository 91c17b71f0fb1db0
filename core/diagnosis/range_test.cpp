#include "core/diagnosis/range_test.h"

#include <algorithm>
#include <cmath>

namespace ravine {
namespace {

constexpr double kDiverged = 4;  // times as far above the lowest known loss as at the beginning

// Without the bias towards the 0 that it begins with.
std::vector<double> smooth(const std::vector<double>& losses, double smoothing) {
  std::vector<double> smoothed;
  double mean = 0;
  double weight = 0;
  for (const double loss : losses) {
    mean = smoothing * mean + (1 - smoothing) * loss;
    weight = smoothing * weight + (1 - smoothing);
    smoothed.push_back(mean / weight);
  }
  return smoothed;
}

// From one index to another, over which the numbers fall.
struct Stretch {
  std::size_t from = 0;
  std::size_t to = 0;
  std::size_t length() const { return to - from; }
};

Stretch longestFall(const std::vector<double>& numbers) {
  Stretch longest;
  std::size_t from = 0;
  for (std::size_t i = 1; i < numbers.size(); ++i) {
    if (!(numbers[i] < numbers[i - 1])) from = i;
    if (i - from > longest.length()) longest = {from, i};
  }
  return longest;
}

// Over a step to either side, by index: rates are apart by equal factors, or by equal steps.
std::size_t steepestFall(const std::vector<double>& numbers) {
  std::size_t steepest = 0;
  double most = 0;
  for (std::size_t i = 1; i + 1 < numbers.size(); ++i) {
    const double fall = numbers[i - 1] - numbers[i + 1];
    if (fall > most) {
      most = fall;
      steepest = i;
    }
  }
  return steepest;
}

double between(const RangeTest& test, double a, double b) {
  return test.linear ? 0.5 * (a + b) : std::sqrt(a * b);
}

void suggest(RangeTestResult& result) {
  const Stretch fall = longestFall(result.smoothed);
  if (fall.length() == 0) return;
  const auto lowest = static_cast<std::size_t>(std::min_element(result.smoothed.begin(), result.smoothed.end()) -
                                               result.smoothed.begin());
  result.suggestions = {{RateRule::steepest, result.rates[steepestFall(result.smoothed)]},
                        {RateRule::minimumTenth, result.rates[lowest] / 10},
                        {RateRule::valley, between(result.test, result.rates[fall.from], result.rates[fall.to])}};
  constexpr double quarter = 0.25;
  const double highest = result.rates[lowest] / 10;
  result.bounds = {quarter * highest, highest};
}

}  // namespace

Problems validate(const RangeTest& test) {
  Problems problems;
  if (!std::isfinite(test.from) || !std::isfinite(test.to) || !(test.from > 0))
    problems.push_back({"range", CORE_TEXT("Problem", "needs two finite rates greater than 0"),
                        CORE_TEXT("Problem", "give two numbers such as %1").with("0.0001, 1")});
  else if (!(test.from < test.to) || !std::isfinite(test.to / test.from))
    problems.push_back({"range", CORE_TEXT("Problem", "does not rise"),
                        CORE_TEXT("Problem", "give the lower rate first, such as %1").with("0.0001, 1")});
  if (test.steps < RangeTest::kFewestSteps || test.steps > RangeTest::kMostSteps)
    problems.push_back(
        {"steps", CORE_TEXT("Problem", "%1 is not a number of steps for a range test").with(test.steps),
         CORE_TEXT("Problem", "give from %1 to %2").with(RangeTest::kFewestSteps, RangeTest::kMostSteps)});
  if (!(test.smoothing >= 0 && test.smoothing < 1))
    problems.push_back({"smoothing", CORE_TEXT("Problem", "is not from 0 to below 1"),
                        CORE_TEXT("Problem", "give 0 for none, or a number such as %1").with("0.9")});
  return problems;
}

Run runOf(const RangeTest& test, Run run) {
  const auto growths = static_cast<double>(test.steps - 1);
  run.steps = test.steps;
  run.warmUp = 0;
  run.scheduleUnit = TimeUnit::steps;
  if (test.linear)
    run.schedule = {"linear",
                    {{"start_factor", 1.0}, {"end_factor", test.to / test.from}, {"total_iters", test.steps - 1}}};
  else
    run.schedule = {"exponential", {{"gamma", std::pow(test.to / test.from, 1 / growths)}}};
  run.lr = test.from;
  return run;
}

Message rateRuleName(RateRule rule) {
  switch (rule) {
    case RateRule::steepest:
      return CORE_TEXT("RangeTest", "steepest descent");
    case RateRule::minimumTenth:
      return CORE_TEXT("RangeTest", "minimum / 10");
    case RateRule::valley:
      break;
  }
  return CORE_TEXT("RangeTest", "valley");
}

Message explain(RateRule rule) {
  switch (rule) {
    case RateRule::steepest:
      return CORE_TEXT("RangeTest", "Here the smoothed loss falls fastest from one η to the next.");
    case RateRule::minimumTenth:
      return CORE_TEXT("RangeTest",
                       "A tenth of the η at which the smoothed loss is lowest: there it is about to rise again.");
    case RateRule::valley:
      break;
  }
  return CORE_TEXT("RangeTest", "The middle of the longest stretch over which the smoothed loss falls.");
}

RangeTestResult rangeTest(const RangeTest& test, const Run& run, const Landscape& landscape,
                          const CancelPredicate& cancelled) {
  RangeTestResult result{.test = test, .run = runOf(test, run)};
  const Trajectory course = simulate(result.run, {.recordCurvature = false, .cancelled = cancelled});
  if (course.end == TrajectoryEnd::cancelled) return result;
  const std::vector<double>& seen = course.seenLosses.empty() ? course.losses : course.seenLosses;
  std::size_t made = std::min(seen.size(), course.lrs.size());
  result.rates.assign(course.lrs.begin(), course.lrs.begin() + static_cast<std::ptrdiff_t>(made));
  result.losses.assign(seen.begin(), seen.begin() + static_cast<std::ptrdiff_t>(made));
  result.smoothed = smooth(result.losses, test.smoothing);
  result.diverged = course.end == TrajectoryEnd::nonFinite;
  if (result.losses.empty()) return result;

  const auto minimum = landscape.lowestMinimum();
  const double lowest = std::min(minimum ? minimum->value : 0.0, *std::min_element(seen.begin(), seen.end()));
  const double most = lowest + kDiverged * (result.losses.front() - lowest);
  const auto beyond =
      std::find_if(result.smoothed.begin(), result.smoothed.end(), [most](double loss) { return loss > most; });
  if (beyond != result.smoothed.end()) {
    made = static_cast<std::size_t>(beyond - result.smoothed.begin()) + 1;
    for (std::vector<double>* numbers : {&result.rates, &result.losses, &result.smoothed}) numbers->resize(made);
    result.diverged = true;
  }
  suggest(result);
  return result;
}

Run withCycles(Run run, const Interval& bounds) {
  constexpr std::int64_t stretches = 8;  // up and down four times
  const double before = nominalRate(run);
  run.schedule = {"cyclic",
                  {{"base_lr", bounds.lower},
                   {"max_lr", before},
                   {"step_size_up", std::max<std::int64_t>(1, run.steps / stretches)}}};
  setNominalRate(run, bounds.upper);  // which its name may tell
  return run;
}

}  // namespace ravine
