// The window: assembles the views and holds no truth of its own.
#pragma once

#include <QMainWindow>

#include "ui/model/laboratory.h"

class QLabel;
class QToolButton;

namespace ravine {

class Actions;
class PanelGrid;
struct Scenario;

class MainWindow : public QMainWindow {
  Q_OBJECT

 public:
  explicit MainWindow(Laboratory& laboratory, QWidget* parent = nullptr);

  // Shows another experiment from its beginning; forgets all undo steps.
  void open(const Scenario& scenario);
  // Blocks until everything that is computed in the background is on the screen. For tests and pictures.
  void finish();

 protected:
  bool eventFilter(QObject* watched, QEvent* event) override;

 private:
  QWidget* makeTopBar();
  QWidget* makeCharts();
  QWidget* makeTransport();
  QToolButton* makeMenuButton();
  void applyTheme();
  void showTitle();
  void showKeys();

  Laboratory& m_laboratory;
  Actions* m_actions;
  PanelGrid* m_grid;
  QLabel* m_title;
  QToolButton* m_menuButton;
};

}  // namespace ravine
