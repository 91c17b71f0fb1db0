#include "core/schedule/schedule_row.h"

namespace ravine {
namespace {

std::vector<ScheduleInfo> makeCatalogue() {
  std::vector<ScheduleInfo> all;
  for (auto&& rows : {decayingSchedules(), cyclingSchedules(), listeningSchedules()})
    all.insert(all.end(), rows.begin(), rows.end());
  return all;
}

}  // namespace

const std::vector<ScheduleInfo>& schedules() {
  static const std::vector<ScheduleInfo> catalogue = makeCatalogue();
  return catalogue;
}

const ScheduleInfo* findSchedule(std::string_view id) {
  for (const ScheduleInfo& info : schedules())
    if (info.id == id) return &info;
  return nullptr;
}

LearningRate heldFor(std::int64_t steps, LearningRate schedule) {
  if (steps <= 1) return schedule;
  return [schedule = std::move(schedule), steps, span = std::int64_t{-1}, rate = 0.0](std::int64_t t,
                                                                                      double loss) mutable {
    if (t / steps != span) rate = schedule(t / steps, loss);
    span = t / steps;
    return rate;
  };
}

LearningRate withWarmUp(LearningRate schedule, std::int64_t steps) {
  if (steps <= 0) return schedule;
  LearningRate untouched = schedule;
  const double first = untouched(0, 0.0);
  return [schedule = std::move(schedule), first, steps](std::int64_t t, double loss) {
    return t < steps ? first * ratio(t + 1, steps + 1) : schedule(t - steps, loss);
  };
}

}  // namespace ravine
