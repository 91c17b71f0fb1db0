#include "ui/model/timeline.h"

#include <algorithm>
#include <cmath>

namespace ravine {
namespace {
constexpr int kFrameMilliseconds = 16;
}

Timeline::Timeline(QObject* parent) : QObject(parent) {
  m_timer.setTimerType(Qt::PreciseTimer);
  m_timer.setInterval(kFrameMilliseconds);
  connect(&m_timer, &QTimer::timeout, this, [this] { advance(static_cast<double>(m_clock.restart()) / 1000); });
}

void Timeline::setPlayhead(double step) {
  step = std::clamp(step, 0.0, static_cast<double>(m_lastStep));
  if (step == m_playhead) return;
  m_playhead = step;
  emit playheadChanged(step);
}

void Timeline::setLastStep(std::int64_t step) {
  m_lastStep = step;
  m_playhead = std::min(m_playhead, static_cast<double>(step));
}

void Timeline::setPlaying(bool playing) {
  if (playing == isPlaying()) return;
  if (playing) {
    if (m_playhead >= static_cast<double>(m_lastStep)) setPlayhead(0);
    m_clock.start();
    m_timer.start();
  } else {
    m_timer.stop();
  }
  emit playingChanged(playing);
}

void Timeline::setSpeed(double stepsPerSecond) {
  if (stepsPerSecond == m_speed) return;
  m_speed = stepsPerSecond;
  emit speedChanged(stepsPerSecond);
}

void Timeline::setLoops(bool loops) {
  if (loops == m_loops) return;
  m_loops = loops;
  emit loopsChanged(loops);
}

void Timeline::stepBy(int steps) {
  setPlaying(false);
  setPlayhead(std::floor(m_playhead) + steps);  // from the step that is shown
}

void Timeline::advance(double seconds) {
  const double next = m_playhead + seconds * m_speed;
  const auto last = static_cast<double>(m_lastStep);
  if (next < last) return setPlayhead(next);
  if (m_loops && last > 0) return setPlayhead(std::fmod(next, last));
  setPlayhead(last);
  setPlaying(false);
}

}  // namespace ravine
