// The bar at the top: what is shown, and the commands one needs most. Commands for which there is no room are left to
// the menu.
#pragma once

#include <QToolButton>
#include <vector>

#include "ui/model/laboratory.h"

namespace ravine {

class Actions;
class ElidedLabel;
class Workspace;
enum class ActionId;

class TopBar : public QWidget {
  Q_OBJECT

 public:
  TopBar(Laboratory& laboratory, const Workspace& workspace, const Actions& actions, QWidget* parent = nullptr);

 signals:
  void recentChosen(const QString& path);

 protected:
  void resizeEvent(QResizeEvent* event) override;

 private:
  QToolButton* makeScenarioButton();
  QToolButton* makeMenuButton(const Actions& actions);
  QMenu* makeRecentMenu(QWidget* parent);
  void addButton(ActionId id, Qt::ToolButtonStyle style, bool canGo);
  void showTitle();
  void makeRoom();

  Laboratory& m_laboratory;
  const Workspace& m_workspace;
  const Actions& m_actions;
  ElidedLabel* m_title;
  QToolButton* m_menu;
  std::vector<QToolButton*> m_canGo;  // the first goes first
};

}  // namespace ravine
