// Where the playback stands: playhead, playing, speed, loop. Shared by all views, never undoable, never saved. How long
// it is follows from the document (Laboratory). Lives on the main thread.
#pragma once

#include <QElapsedTimer>
#include <QObject>
#include <QTimer>
#include <cstdint>

namespace ravine {

class Timeline : public QObject {
  Q_OBJECT

 public:
  explicit Timeline(QObject* parent = nullptr);

  double playhead() const { return m_playhead; }  // in steps, with a fraction between two steps
  std::int64_t lastStep() const { return m_lastStep; }
  bool isPlaying() const { return m_timer.isActive(); }
  double speed() const { return m_speed; }  // steps per second
  bool loops() const { return m_loops; }

  void setPlayhead(double step);
  void setPlaying(bool playing);  // from the end it begins anew
  void setSpeed(double stepsPerSecond);
  void setLoops(bool loops);

  // The playhead stays within 0 … lastStep. Tells nobody: whoever calls this does, when all else agrees.
  void setLastStep(std::int64_t step);
  void rewind() { m_playhead = 0; }  // tells nobody either

  // To the whole step before or after, pausing.
  void stepBy(int steps);
  // What the timer does after `seconds`.
  void advance(double seconds);

 signals:
  void playheadChanged(double step);
  void playingChanged(bool playing);
  void speedChanged(double stepsPerSecond);
  void loopsChanged(bool loops);

 private:
  double m_playhead = 0;
  std::int64_t m_lastStep = 0;
  double m_speed = 12;
  bool m_loops = false;
  QTimer m_timer;
  QElapsedTimer m_clock;
};

}  // namespace ravine
