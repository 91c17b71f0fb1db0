// The bar at the bottom: to the ends, step, play, scrub, speed, loop. Works the timeline and nothing else; its buttons
// are the main window's actions.
#pragma once

#include <QAction>
#include <vector>

#include "ui/look/card.h"
#include "ui/model/laboratory.h"

class QComboBox;
class QToolButton;

namespace ravine {

struct TransportActions {
  QAction* toStart;
  QAction* stepBack;
  QAction* play;
  QAction* stepForward;
  QAction* toEnd;
  QAction* loop;
  std::vector<QAction*> shown;  // what the maps show besides the paths
};

class Transport : public Card {
  Q_OBJECT

 public:
  Transport(Laboratory& laboratory, const TransportActions& actions, QWidget* parent = nullptr);

 private:
  void refreshStep();
  void refreshSpeed();

  Laboratory& m_laboratory;
  QLabel* m_step;
  QComboBox* m_speed;
};

}  // namespace ravine
