#include "ui/window/top_bar.h"

#include <QFileInfo>
#include <QHBoxLayout>
#include <QHash>
#include <QMenu>
#include <algorithm>

#include "core/file/scenarios.h"
#include "ui/look/card.h"
#include "ui/look/icon.h"
#include "ui/look/scaling.h"
#include "ui/model/settings.h"
#include "ui/window/actions.h"
#include "ui/words/language.h"
#include "ui/workspace/workspace.h"

namespace ravine {
TopBar::TopBar(Laboratory& laboratory, const Workspace& workspace, const Actions& actions, QWidget* parent)
    : QWidget(parent), m_laboratory(laboratory), m_workspace(workspace), m_actions(actions) {
  setObjectName(QStringLiteral("topBar"));
  setAttribute(Qt::WA_StyledBackground);
  auto* line = new QHBoxLayout(this);
  line->setContentsMargins(14, 8, 12, 8);
  line->setSpacing(8);
  line->addWidget(makeLabel(QStringLiteral("Ravine"), {"title"}));
  m_title = new ElidedLabel;
  m_title->setObjectName(QStringLiteral("title"));
  m_title->setProperty("quiet", true);
  m_title->setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Preferred);
  line->addWidget(m_title, 1);
  line->addWidget(makeScenarioButton());
  addButton(ActionId::addRun, Qt::ToolButtonTextBesideIcon, false);
  addButton(ActionId::rateSeries, Qt::ToolButtonTextBesideIcon, true);
  addButton(ActionId::sideBySide, Qt::ToolButtonTextOnly, true);
  addButton(ActionId::overlaid, Qt::ToolButtonTextOnly, true);
  addButton(ActionId::compare, Qt::ToolButtonTextOnly, true);
  addButton(ActionId::present, Qt::ToolButtonIconOnly, true);
  addButton(ActionId::undo, Qt::ToolButtonIconOnly, false);
  addButton(ActionId::redo, Qt::ToolButtonIconOnly, false);
  line->addWidget(m_menu = makeMenuButton(actions));
  std::reverse(m_canGo.begin(), m_canGo.end());

  connect(&workspace, &Workspace::changed, this, &TopBar::showTitle);
  connect(&laboratory.themes(), &ThemeSource::changed, this, [this] {
    m_menu->setIcon(themedIcon(QStringLiteral("menu"), m_laboratory.theme().text));
    makeRoom();
  });
  m_menu->setIcon(themedIcon(QStringLiteral("menu"), m_laboratory.theme().text));
  showTitle();
}

QToolButton* TopBar::makeScenarioButton() {
  auto* button = new QToolButton;
  button->setText(tr("Scenarios ▾"));
  button->setAccessibleName(tr("Scenarios"));
  button->setPopupMode(QToolButton::InstantPopup);
  button->setFocusPolicy(Qt::TabFocus);
  auto* menu = new QMenu(button);
  menu->setToolTipsVisible(true);
  for (const Scenario& scenario : scenarios()) {
    const Experiment& experiment = inLanguage(scenario, language::current().toStdString());
    QAction* action = menu->addAction(QString::fromStdString(experiment.title));
    action->setToolTip(QString::fromStdString(experiment.text));
    connect(action, &QAction::triggered, this, [this, &scenario] { emit chosen(scenario); });
  }
  button->setMenu(menu);
  return button;
}

void TopBar::addButton(ActionId id, Qt::ToolButtonStyle style, bool canGo) {
  auto* button = new QToolButton;
  button->setDefaultAction(m_actions[id]);
  button->setToolButtonStyle(style);
  button->setFocusPolicy(Qt::TabFocus);
  button->setAccessibleName(m_actions[id]->text());
  setBaseIconSize(*button, 16);
  layout()->addWidget(button);
  if (canGo) m_canGo.push_back(button);
}

QToolButton* TopBar::makeMenuButton(const Actions& actions) {
  auto* button = new QToolButton;
  button->setPopupMode(QToolButton::InstantPopup);
  button->setFocusPolicy(Qt::TabFocus);
  setBaseIconSize(*button, 16);
  button->setToolTip(tr("Menu"));
  button->setAccessibleName(tr("Menu"));
  auto* menu = new QMenu(button);
  QHash<QString, QMenu*> groups;
  for (const Actions::Row& row : actions.rows()) {
    if (row.id >= ActionId::selectRun) continue;
    QMenu*& group = groups[row.group];
    if (!group) {
      group = menu->addMenu(row.group);
      group->setToolTipsVisible(true);
    }
    group->addAction(actions[row.id]);
    if (row.id == ActionId::openFile) group->addMenu(makeRecentMenu(group));
    if (row.id == ActionId::saveAs || row.id == ActionId::beginWithLast) group->addSeparator();
  }
  button->setMenu(menu);
  return button;
}

// Made anew whenever it opens: another window may have added to it.
QMenu* TopBar::makeRecentMenu(QWidget* parent) {
  auto* menu = new QMenu(tr("Open recent"), parent);
  menu->setToolTipsVisible(true);
  connect(menu, &QMenu::aboutToShow, this, [this, menu] {
    menu->clear();
    for (const QString& path : settings::recentFiles()) {
      QAction* action =
          menu->addAction(QFileInfo(path).completeBaseName().replace(QLatin1Char('&'), QLatin1String("&&")));
      action->setToolTip(path);
      connect(action, &QAction::triggered, this, [this, path] { emit recentChosen(path); });
    }
    if (menu->isEmpty()) menu->addAction(tr("None yet"))->setEnabled(false);
  });
  return menu;
}

void TopBar::showTitle() {
  m_title->setText(m_workspace.name());
  m_title->setSuffix(m_workspace.isModified() ? QLatin1Char(' ') + tr("(changed)") : QString());
}

void TopBar::resizeEvent(QResizeEvent* event) {
  QWidget::resizeEvent(event);
  makeRoom();
}

void TopBar::makeRoom() {
  for (QToolButton* button : m_canGo) button->show();
  for (QToolButton* button : m_canGo) {
    layout()->invalidate();
    if (layout()->minimumSize().width() <= width()) return;
    button->hide();
  }
}

}  // namespace ravine
