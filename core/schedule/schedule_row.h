// How a schedule becomes a row of the catalogue. A rule is a struct of settings with
//   double at(std::int64_t t, double baseLr) const                        for a pure function of t, or
//   double at(State&, std::int64_t t, double loss, double baseLr) const   with a nested State for one that listens, and
//   Problems check() const                                                if not all combinations make sense.
// Included only by the files that define schedules.
#pragma once

#include <algorithm>
#include <cmath>

#include "core/schedule/schedule.h"

namespace ravine {

// The three groups of which the catalogue consists.
std::vector<ScheduleInfo> decayingSchedules();
std::vector<ScheduleInfo> cyclingSchedules();
std::vector<ScheduleInfo> listeningSchedules();

// What a row says beyond its settings struct.
struct ScheduleRow {
  std::string id;
  Message name;
  Message formula;
  Message description;
  std::string source = {};
  std::string rateParameter = {};
  bool constant = false;
  bool recurring = false;
  std::function<ParameterSet(double baseLr, std::int64_t steps)> suggest = [](double, std::int64_t) {
    return ParameterSet{};
  };
};

template <class Rule>
ScheduleInfo schedule(ScheduleRow row, std::vector<Setting<Rule>> settings = {}) {
  constexpr bool listens = requires {
    typename Rule::State;
  };
  ScheduleInfo info{row.id,
                    row.name,
                    row.formula,
                    describe(settings),
                    row.description,
                    row.source,
                    row.rateParameter,
                    row.constant,
                    listens,
                    row.recurring,
                    row.suggest,
                    {},
                    {}};
  info.check = [settings](const ParameterSet& parameters) -> Problems {
    if constexpr (requires(const Rule& rule) { rule.check(); })
      return settingsFrom(settings, parameters).check();
    else
      return {};
  };
  info.make = [settings = std::move(settings)](const ParameterSet& parameters, double baseLr) -> LearningRate {
    const Rule rule = settingsFrom(settings, parameters);
    if constexpr (listens)
      return [rule, baseLr, state = typename Rule::State{}](std::int64_t t, double loss) mutable {
        return rule.at(state, t, loss, baseLr);
      };
    else
      return [rule, baseLr](std::int64_t t, double) { return rule.at(t, baseLr); };
  };
  return info;
}

// One `divisor`-th of the steps, but at least one.
inline std::int64_t part(std::int64_t steps, std::int64_t divisor) {
  return std::max<std::int64_t>(1, steps / divisor);
}

inline double ratio(std::int64_t numerator, std::int64_t denominator) {
  return static_cast<double>(numerator) / static_cast<double>(denominator);
}

// Half a cosine wave from `from` (progress 0) to `to` (progress 1).
double cosineBetween(double from, double to, double progress);

inline constexpr double kMostScheduleSteps = 1e9;  // keeps sums of two of them within integers
inline Range stepCount(double least = 1) {
  return between(least, kMostScheduleSteps);
}

}  // namespace ravine
