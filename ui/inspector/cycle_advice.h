// How long the cycles of a schedule should be, in the epochs and steps of the selected runs, and a menu that sets it.
// Not there where the schedule has none, or no run has epochs of several steps.
#pragma once

#include <QWidget>
#include <functional>
#include <vector>

#include "ui/model/selected_runs.h"

class QAction;
class QLabel;

namespace ravine {

class CycleAdvice : public QWidget {
  Q_OBJECT

 public:
  using Set = std::function<void(std::int64_t epochs)>;

  explicit CycleAdvice(Set set, QWidget* parent = nullptr);
  void show(const SelectedRuns& runs);

 private:
  // One that the menu offers.
  struct Length {
    std::int64_t epochs;
    QAction* action;
  };

  QLabel* m_text;
  std::vector<Length> m_lengths;
};

}  // namespace ravine
