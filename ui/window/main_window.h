// The window: assembles the views and holds no truth of its own. Presenting, it fills the screen with maps and charts
// whose smallest text can be read from the back row; controls come when the pointer goes to an edge.
#pragma once

#include <QMainWindow>

#include "ui/model/laboratory.h"

class QVBoxLayout;

namespace ravine {

class Actions;
class Inspector;
class PanelGrid;
class ScenarioNote;
class TopBar;
class Transport;
struct Scenario;

class MainWindow : public QMainWindow {
  Q_OBJECT

 public:
  explicit MainWindow(Laboratory& laboratory, QWidget* parent = nullptr);

  // Shows another experiment from its beginning, as one undo step.
  void open(const Scenario& scenario);

  bool isPresenting() const { return m_presenting; }
  void present(bool presenting);        // on the whole screen
  void setPresenting(bool presenting);  // within the window

  // Blocks until everything that is computed in the background is on the screen. For tests and pictures.
  void finish();

 protected:
  bool eventFilter(QObject* watched, QEvent* event) override;
  void keyPressEvent(QKeyEvent* event) override;
  void resizeEvent(QResizeEvent* event) override;

 private:
  QWidget* makeCharts();
  Transport* makeTransport();
  void connectActions();
  void applyTheme();
  void fitScale();
  void showControlsAt(double y);

  Laboratory& m_laboratory;
  Actions* m_actions;
  TopBar* m_topBar;
  ScenarioNote* m_note;
  PanelGrid* m_grid;
  Inspector* m_inspector;
  Transport* m_transport;
  QVBoxLayout* m_whole;
  QVBoxLayout* m_body;
  bool m_presenting = false;
  double m_scaleBefore = 1;  // of the text, before presenting
  Qt::WindowStates m_stateBefore;
};

}  // namespace ravine
