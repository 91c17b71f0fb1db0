// One panel of the grid: a landscape with the runs on it, and over and under it what they are called, how they ended
// and why. Several runs share a panel when they are overlaid.
#pragma once

#include <vector>

#include "ui/look/card.h"
#include "ui/model/context.h"

class QVBoxLayout;

namespace ravine {

class LandscapeView;

class RunPanel : public Card {
  Q_OBJECT

 public:
  // The runs, by index, share one loss function. They stay the panel's for its lifetime.
  RunPanel(Context& context, std::vector<int> runs, QWidget* parent = nullptr);

  const std::vector<int>& runs() const { return m_runs; }
  LandscapeView& landscape() { return *m_landscape; }

 protected:
  void resizeEvent(QResizeEvent* event) override;
  void mousePressEvent(QMouseEvent* event) override;

 private:
  // What is said of one run.
  struct Row {
    int run;
    QLabel* marker;
    QLabel* name;
    QLabel* rate;
    QLabel* badge;
  };

  Row addHeader(QVBoxLayout& layout, int run);
  void reserveLines();
  void refresh();
  void refreshRow(const Row& row);

  Context& m_context;
  std::vector<int> m_runs;
  std::vector<Row> m_rows;
  bool m_narrow = false;  // no room for η in the header: it moves down
  bool m_low = false;     // no room for texts under the map: the badge's tool tip and the inspector have them
  LandscapeView* m_landscape;
  QLabel* m_setup;
  QLabel* m_reason;
};

}  // namespace ravine
