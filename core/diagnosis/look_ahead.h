// What a run would do if it went on with the rate of its last step, or with its schedule where that recurs for ever:
// kTimesAsLong times as long again, or for kLongest more steps if that is less. Whether a run has come to rest, bounces
// for ever or is gone is seen there, not guessed. Simulated when it is first asked for; nothing is known of a run with
// noise, or of one that ended in no finite number.
#pragma once

#include <algorithm>
#include <optional>

#include "core/run/simulate.h"

namespace ravine {

class LookAhead {
 public:
  static constexpr std::int64_t kTimesAsLong = 9;
  static constexpr std::int64_t kLongest = 20'000;

  static std::int64_t stepsBeyond(std::int64_t steps) { return std::min(kTimesAsLong * steps, kLongest); }

  // Both outlive this.
  LookAhead(const Run& run, const Trajectory& trajectory, CancelPredicate cancelled)
      : m_run(run), m_trajectory(trajectory), m_cancelled(std::move(cancelled)) {}

  bool isKnown() const { return !isStochastic(m_run) && m_trajectory.end == TrajectoryEnd::finished; }
  // The run and all that follows, without curvature; with noise one of many courses. Precondition: the run finished.
  const Trajectory& trajectory();
  // How many of its steps follow upon the run's. Precondition: isKnown().
  std::int64_t steps() { return trajectory().steps() - m_trajectory.steps(); }

 private:
  const Run& m_run;
  const Trajectory& m_trajectory;
  CancelPredicate m_cancelled;
  std::optional<Trajectory> m_ahead;
};

}  // namespace ravine
