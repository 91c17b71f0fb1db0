// What a schedule is: a pure function t → learning rate, and the catalogue of those that Ravine knows. Names and
// parameters are PyTorch's; every schedule is evaluated in closed form, so a preview, a chart and a run agree exactly.
#pragma once

#include <functional>
#include <string>
#include <string_view>
#include <vector>

#include "core/parameters.h"

namespace ravine {

// The learning rate of the step from θ_t to θ_{t+1}, t = 0, 1, …
using LearningRate = std::function<double(std::int64_t t)>;

struct ScheduleInfo {
  std::string id;
  std::string name;     // English, marked for translation
  std::string formula;  // η as a function of t and η₀
  std::vector<ParameterInfo> parameters;
  std::string description;  // one sentence, marked for translation
  // The parameter that plays the part of the nominal rate, for schedules that ignore base_lr; otherwise empty.
  std::string rateParameter;
  // Parameter values that suit a run of so many steps at this rate: what a newly chosen schedule begins with.
  std::function<ParameterSet(double baseLr, std::int64_t steps)> suggest;
  std::function<LearningRate(const ParameterSet&, double baseLr)> make;
};

const std::vector<ScheduleInfo>& schedules();
const ScheduleInfo* findSchedule(std::string_view id);

}  // namespace ravine
