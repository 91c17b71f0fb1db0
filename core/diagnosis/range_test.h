// The learning-rate range test (Smith 2017, "Cyclical learning rates for training neural networks"): one run whose η
// grows from step to step, the loss against η, and the rates that the usual rules read off it. That is a guess from a
// single course: where the loss is not convex it may well be wrong, and a sweep tells.
#pragma once

#include <optional>
#include <vector>

#include "core/loss/landscape.h"
#include "core/run/simulate.h"

namespace ravine {

struct RangeTest {
  static constexpr std::int64_t kFewestSteps = 10;
  static constexpr std::int64_t kMostSteps = 10'000;

  double from = 1e-4;
  double to = 1;
  bool linear = false;  // η grows by equal steps, not by equal factors
  std::int64_t steps = 100;
  double smoothing = 0.8;  // of the exponential average over the losses, from 0 to below 1

  bool operator==(const RangeTest&) const = default;
};

// Of all that keeps it from being made; `where` is the name of the member.
Problems validate(const RangeTest& test);

// The run that is made: with this method and start, and ExponentialLR or LinearLR growing. Precondition: the test is
// sound.
Run runOf(const RangeTest& test, Run run);

enum class RateRule {
  steepest,      // where the smoothed loss falls fastest from η to η
  minimumTenth,  // a tenth of the η at which it is lowest
  valley,        // in the middle of the longest stretch over which it falls
};
Message rateRuleName(RateRule rule);
Message explain(RateRule rule);  // in a sentence

struct RateSuggestion {
  RateRule rule;
  double lr;
  bool operator==(const RateSuggestion&) const = default;
};

struct RangeTestResult {
  RangeTest test;
  Run run;  // that was made
  // Of the steps up to the one that stopped it: η, the loss that the step saw, and its smoothed course (an exponential
  // average without the bias of its beginning, as of Adam's moments).
  std::vector<double> rates = {};
  std::vector<double> losses = {};
  std::vector<double> smoothed = {};
  // It diverged: the smoothed loss rose to four times as far above the lowest known as it began, or the next state was
  // not finite.
  bool diverged = false;
  std::vector<RateSuggestion> suggestions = {};  // none if the loss never falls
  // Bounds for a cyclical schedule: a tenth of the η at which the smoothed loss is lowest, beyond which steps may long
  // have begun to grow, and a quarter of that, as Smith advises.
  std::optional<Interval> bounds = {};
};

// Precondition: the test and the run are sound, and `landscape` surveys the run's loss function. Empty if cancelled.
RangeTestResult rangeTest(const RangeTest& test, const Run& run, const Landscape& landscape,
                          const CancelPredicate& cancelled = {});

// The run with CyclicLR between these rates, as many cycles as fit with a few steps up; its other settings stay.
Run withCycles(Run run, const Interval& bounds);

}  // namespace ravine
