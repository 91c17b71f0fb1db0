// What a schedule is: a rule t → learning rate, and the catalogue of those that Ravine knows. Names and parameters are
// PyTorch's; every schedule that does not listen to the loss is evaluated in closed form, so a preview, a chart and a
// run agree exactly.
#pragma once

#include <functional>
#include <string>
#include <string_view>
#include <vector>

#include "core/base/parameters.h"

namespace ravine {

// The learning rate of the step from θ_t to θ_{t+1}, t = 0, 1, …, and the loss at θ_t. A schedule that listens to the
// loss carries what it heard: it has to be asked once for each t, in order, and serves one run. The others ignore the
// loss and can be asked anything at any time.
using LearningRate = std::function<double(std::int64_t t, double loss)>;

struct ScheduleInfo {
  std::string id;
  Message name;
  Message formula;  // η as a function of t and η₀
  std::vector<ParameterInfo> parameters;
  Message description;  // one sentence
  std::string source;   // author and year, or "" for common knowledge
  // The parameter that plays the part of the nominal rate, for schedules that ignore base_lr; otherwise empty.
  std::string rateParameter;
  bool constant = false;   // the same η in every step
  bool listens = false;    // to the loss
  bool recurring = false;  // η rises again and again for as long as there are steps: its last rate tells nothing
  // Parameter values that suit a run of so many steps at this rate: what a newly chosen schedule begins with.
  std::function<ParameterSet(double baseLr, std::int64_t steps)> suggest;
  // What is wrong with a combination of values that are each allowed.
  std::function<Problems(const ParameterSet&)> check;
  std::function<LearningRate(const ParameterSet&, double baseLr)> make;
};

const std::vector<ScheduleInfo>& schedules();
const ScheduleInfo* findSchedule(std::string_view id);

// `steps` steps that climb evenly towards the schedule's first rate; then the schedule, from its own t = 0.
LearningRate withWarmUp(LearningRate schedule, std::int64_t steps);
// The schedule counts spans of so many steps, and its rate stays for each: one that listens hears the loss at their
// beginning.
LearningRate heldFor(std::int64_t steps, LearningRate schedule);

}  // namespace ravine
