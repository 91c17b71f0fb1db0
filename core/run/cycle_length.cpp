#include "core/run/cycle_length.h"

namespace ravine {
namespace {

constexpr auto kUp = "step_size_up";
constexpr auto kDown = "step_size_down";

}  // namespace

bool hasCyclesOfEpochs(const Run& run) {
  return hasBatches(run) && findParameter(scheduleInfo(run).parameters, kUp);
}

void setEpochsUp(Run& run, std::int64_t epochs) {
  const auto& infos = scheduleInfo(run).parameters;
  ParameterSet& set = run.schedule.parameters;
  const ParameterInfo* down = findParameter(infos, kDown);
  const bool alike = down && valueOf(*down, set) == valueOf(*findParameter(infos, kUp), set);
  const std::int64_t length = run.scheduleUnit == TimeUnit::epochs ? epochs : epochs * stepsPerEpoch(run);
  set[kUp] = length;
  if (alike) set[kDown] = length;
}

}  // namespace ravine
