// Where the playback stands: playhead, playing, speed, loop, and which run is selected. Shared by all views, never
// undoable, never saved. Lives on the main thread.
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
  int selectedRun() const { return m_selectedRun; }

  void setPlayhead(double step);
  void setLastStep(std::int64_t step);  // the playhead stays within 0 … lastStep
  void setPlaying(bool playing);        // from the end it begins anew
  void setSpeed(double stepsPerSecond);
  void setLoops(bool loops);
  void selectRun(int run);

  // To the whole step before or after, pausing.
  void stepBy(int steps);
  // What the timer does after `seconds`.
  void advance(double seconds);

 signals:
  void playheadChanged(double step);
  void lastStepChanged(std::int64_t step);
  void playingChanged(bool playing);
  void speedChanged(double stepsPerSecond);
  void loopsChanged(bool loops);
  void selectionChanged(int run);

 private:
  double m_playhead = 0;
  std::int64_t m_lastStep = 0;
  double m_speed = 12;
  bool m_loops = false;
  int m_selectedRun = 0;
  QTimer m_timer;
  QElapsedTimer m_clock;
};

}  // namespace ravine
