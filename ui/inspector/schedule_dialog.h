// A large picture of the schedule to draw on. What is drawn changes the selected runs at once, so that their paths
// answer while one draws; all of it is one undo step, and Cancel leaves the runs as they were and no step.
#pragma once

#include <QDialog>
#include <vector>

#include "ui/inspector/kept_schedules.h"

class QPushButton;

namespace ravine {

class ScheduleCanvas;

class ScheduleDialog : public QDialog {
  Q_OBJECT

 public:
  ScheduleDialog(Laboratory& laboratory, QWidget* parent);

  void done(int result) override;

 private:
  QString hint() const;
  void place(const QWidget& beside);
  void takeBack(std::size_t change);  // and all after it

  Laboratory& m_laboratory;
  Document::Gesture m_gesture = Document::newGesture();
  std::vector<KeptSchedules> m_changes;  // what was before each
  ScheduleCanvas* m_canvas;
  QPushButton* m_undo;
};

}  // namespace ravine
