// One panel of the grid: a landscape with the runs on it, and over and under it what they are called, how they ended
// and why. Several runs share a panel when they are overlaid. The grid tells it what to show.
#pragma once

#include <vector>

#include "ui/look/card.h"
#include "ui/model/laboratory.h"

class QVBoxLayout;

namespace ravine {

class LandscapeView;

class RunPanel : public Card {
  Q_OBJECT

 public:
  // The runs share one loss function. They stay the panel's for its lifetime.
  RunPanel(Laboratory& laboratory, std::vector<RunId> runs, QWidget* parent = nullptr);

  const std::vector<RunId>& runs() const { return m_runs; }
  LandscapeView& landscape() { return *m_landscape; }

  // Shows the runs as they are now. Precondition: they exist.
  void refresh();

 protected:
  void resizeEvent(QResizeEvent* event) override;
  void mousePressEvent(QMouseEvent* event) override;

 private:
  // What is said of one run.
  struct Row {
    RunId run;
    QLabel* marker;
    QLabel* name;
    QLabel* rate;
    QLabel* badge;
  };

  Row addHeader(QVBoxLayout& layout, RunId run);
  void reserveLines();
  void refreshMark();
  void refreshTexts();
  void refreshRow(const Row& row, const ShownRun& shown);

  Laboratory& m_laboratory;
  std::vector<RunId> m_runs;
  std::vector<ShownRun> m_shown;
  std::vector<Row> m_rows;
  bool m_narrow = false;  // no room for η in the header: it moves down
  bool m_low = false;     // no room for texts under the map: the badge's tool tip and the inspector have them
  LandscapeView* m_landscape;
  QLabel* m_setup;
  QLabel* m_reason;
};

}  // namespace ravine
