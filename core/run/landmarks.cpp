#include "core/run/landmarks.h"

#include <algorithm>
#include <array>
#include <string_view>

namespace ravine {
namespace {

// Numbers of steps that say how long something is waited for, not when something happens.
constexpr std::array<std::string_view, 3> kPatience{"patience", "cooldown", "T_mult"};

bool isRate(std::string_view id) {
  return id.find("lr") != id.npos || id == "eta_min";
}

}  // namespace

std::vector<Landmark> landmarks(const Run& run) {
  std::vector<Landmark> found;
  const ScheduleInfo& schedule = scheduleInfo(run);
  const auto addStep = [&](const std::string& name, double step) {
    if (step > 0 && step <= static_cast<double>(run.steps))
      found.push_back({name, {}, static_cast<std::int64_t>(step)});
  };
  if (run.warmUp > 0) addStep("warm-up", static_cast<double>(run.warmUp));
  const auto begin = static_cast<double>(run.warmUp);        // of the schedule's own steps
  const auto unit = static_cast<double>(stepsPerUnit(run));  // in which it counts them
  double rise = 0;                                           // of a cycle, after which it falls
  if (schedule.rateParameter.empty() && !schedule.parameters.empty()) found.push_back({"lr", run.lr, {}});
  for (const ParameterInfo& info : schedule.parameters) {
    const ParameterValue& value = valueOf(info, run.schedule.parameters);
    if (info.kind() == ParameterKind::number && isRate(info.id))
      found.push_back({info.id, std::get<double>(value), {}});
    if (info.kind() == ParameterKind::integer &&
        std::find(kPatience.begin(), kPatience.end(), info.id) == kPatience.end()) {
      const auto steps = unit * static_cast<double>(std::get<std::int64_t>(value));
      const ParameterInfo* total = findParameter(schedule.parameters, "total");
      const bool countsFromTheEnd = info.id == "decay" && total;
      addStep(info.id,
              countsFromTheEnd
                  ? begin - steps +
                        unit * static_cast<double>(std::get<std::int64_t>(valueOf(*total, run.schedule.parameters)))
                  : begin + rise + steps);
      rise = info.id.ends_with("_up") ? steps : 0;
    }
    if (info.kind() == ParameterKind::numbers && info.id == "milestones")
      for (const double milestone : std::get<std::vector<double>>(value)) addStep(info.id, begin + unit * milestone);
  }
  return found;
}

}  // namespace ravine
