// How the steps at the end of a run go: whether they grow, keep turning back without end, or repeat themselves.
#pragma once

#include <optional>
#include <vector>

#include "core/diagnosis/diagnose.h"
#include "core/diagnosis/look_ahead.h"

namespace ravine {

class EndSteps {
 public:
  // All outlive this. `window` is the step at which the last part of the run begins.
  EndSteps(const Run& run, const Trajectory& trajectory, std::size_t window, double view, const Thresholds& thresholds,
           LookAhead& ahead);

  bool grow() const;        // as a trend over the window
  double growth() const;    // mean factor from the length of a step to the next, over the window; 1 if there is none
  bool keepLength() const;  // the last few against as many before
  bool goRound() const;     // over the window
  // They go round or back and forth, do not shrink, and would not if the run went on. `neutral`: theory says that they
  // never will.
  bool bounce(bool neutral);
  // The number of steps, 2 … 8, after which every point of the window comes again.
  std::optional<int> period() const;

 private:
  const std::vector<Vector2>& points() const { return m_trajectory.points; }
  bool shrinkLater(std::size_t from);

  const Run& m_run;
  const Trajectory& m_trajectory;
  const Thresholds& m_limits;
  LookAhead& m_ahead;
  double m_view;
  std::size_t m_window;
  std::size_t m_last;
  std::vector<double> m_lengths;  // of the window
};

}  // namespace ravine
