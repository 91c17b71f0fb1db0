#include "core/diagnosis/look_ahead.h"

namespace ravine {

const Trajectory& LookAhead::trajectory() {
  if (!m_ahead)
    m_ahead = simulate(
        m_run, {.recordCurvature = false, .stepsBeyond = stepsBeyond(m_trajectory.steps()), .cancelled = m_cancelled});
  // Where it was cancelled all is worthless anyway, but still sound.
  if (m_ahead->steps() < m_trajectory.steps()) m_ahead = m_trajectory;
  return *m_ahead;
}

}  // namespace ravine
