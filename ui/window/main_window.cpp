#include "ui/window/main_window.h"

#include <QAbstractButton>
#include <QApplication>
#include <QComboBox>
#include <QDialog>
#include <QGridLayout>
#include <QKeyEvent>
#include <QLineEdit>
#include <QMenu>
#include <QToolButton>
#include <QVBoxLayout>

#include "core/run/scenarios.h"
#include "ui/chart/chart_view.h"
#include "ui/inspector/inspector.h"
#include "ui/inspector/rate_slider.h"
#include "ui/look/card.h"
#include "ui/look/icon.h"
#include "ui/look/style_sheet.h"
#include "ui/map/panel_grid.h"
#include "ui/window/actions.h"
#include "ui/window/comparison.h"
#include "ui/window/transport.h"

namespace ravine {
namespace {

constexpr int kGap = 10;

// A chart in a card with its title and what is to be said of its scale.
QWidget* makeChartCard(Laboratory& laboratory, ChartView::Model model, const QString& title) {
  auto* card = new Card;
  auto* layout = new QVBoxLayout(card);
  layout->setContentsMargins(8, 8, 8, 4);
  layout->setSpacing(2);
  auto* head = new QHBoxLayout;
  head->setContentsMargins(6, 0, 6, 0);
  head->setSpacing(8);
  head->addWidget(makeLabel(title, {"strong"}));
  auto* note = new ElidedLabel;
  note->setProperty("quiet", true);
  note->setProperty("small", true);
  note->setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Preferred);
  head->addWidget(note, 1);
  layout->addLayout(head);
  auto* chart = new ChartView(laboratory, model, title);
  note->setText(chart->scene().content.note);
  QObject::connect(chart, &ChartView::noteChanged, note, &QLabel::setText);
  layout->addWidget(chart, 1);
  return card;
}

}  // namespace

MainWindow::MainWindow(Laboratory& laboratory, QWidget* parent) : QMainWindow(parent), m_laboratory(laboratory) {
  setWindowTitle(QStringLiteral("Ravine"));
  setMinimumSize(960, 640);
  m_actions = new Actions(laboratory, *this);
  connect(m_actions, &Actions::keysRequested, this, &MainWindow::showKeys);
  connect(m_actions, &Actions::comparisonRequested, this, [this] {
    auto* comparison = findChild<Comparison*>();
    if (!comparison) comparison = new Comparison(m_laboratory, this);
    comparison->show();
    comparison->raise();
  });
  connect(m_actions, &Actions::quitRequested, this, &QWidget::close);

  auto* ground = new QWidget;
  ground->setObjectName(QStringLiteral("ground"));
  auto* whole = new QVBoxLayout(ground);
  whole->setContentsMargins(0, 0, 0, 0);
  whole->setSpacing(0);
  whole->addWidget(makeTopBar());

  m_grid = new PanelGrid(laboratory);
  auto* left = new QVBoxLayout;
  left->setSpacing(kGap);
  left->addWidget(m_grid, 19);
  left->addWidget(makeCharts(), 11);

  auto* inspector = new Inspector(laboratory);
  connect(inspector, &Inspector::duplicateRequested, (*m_actions)[ActionId::duplicateRun], &QAction::trigger);
  connect(inspector, &Inspector::removeRequested, (*m_actions)[ActionId::removeRun], &QAction::trigger);
  auto* middle = new QHBoxLayout;
  middle->setSpacing(kGap);
  middle->addLayout(left, 1);
  middle->addWidget(inspector);

  auto* body = new QVBoxLayout;
  body->setContentsMargins(14, 12, 14, 12);
  body->setSpacing(kGap);
  body->addLayout(middle, 1);
  body->addWidget(makeTransport());
  whole->addLayout(body, 1);
  setCentralWidget(ground);
  ground->setFocus();  // so that no control looks chosen before one is

  connect(&laboratory.themes(), &ThemeSource::changed, this, &MainWindow::applyTheme);
  connect(&laboratory, &Laboratory::changed, this, &MainWindow::showTitle);
  showTitle();
  applyTheme();
  qApp->installEventFilter(this);
}

void MainWindow::open(const Scenario& scenario) {
  m_laboratory.open(scenario.experiment);
  m_laboratory.timeline().setPlaying(true);
}

void MainWindow::showTitle() {
  m_title->setText(QString::fromStdString(m_laboratory.experiment().title));
  m_title->setToolTip(plain(QString::fromStdString(m_laboratory.experiment().text)));
}

void MainWindow::finish() {
  m_laboratory.finish();
  m_grid->finish();
  findChild<Inspector*>()->finish();
  for (ChartView* chart : findChildren<ChartView*>()) chart->replot();
}

// A focused control keeps the keys by which it is worked; everything else goes to the window's shortcuts. A press
// anywhere else takes what has been typed into a field, though most buttons take no focus from it.
bool MainWindow::eventFilter(QObject* watched, QEvent* event) {
  if (event->type() == QEvent::MouseButtonPress) {
    const auto* pressed = qobject_cast<QWidget*>(watched);
    const auto* field = qobject_cast<QLineEdit*>(QApplication::focusWidget());
    if (pressed && field && pressed != field && pressed->window() == this && !field->isAncestorOf(pressed))
      centralWidget()->setFocus();
  }
  if (event->type() == QEvent::ShortcutOverride) {
    const int key = static_cast<QKeyEvent*>(event)->key();
    const bool arrow = key == Qt::Key_Left || key == Qt::Key_Right || key == Qt::Key_Up || key == Qt::Key_Down;
    const bool slider = qobject_cast<RateSlider*>(watched);
    const bool pressable = qobject_cast<QAbstractButton*>(watched) || qobject_cast<QComboBox*>(watched);
    if ((slider && arrow) || (pressable && key == Qt::Key_Space)) event->accept();
  }
  return QMainWindow::eventFilter(watched, event);
}

QWidget* MainWindow::makeTopBar() {
  auto* bar = new QWidget;
  bar->setObjectName(QStringLiteral("topBar"));
  bar->setAttribute(Qt::WA_StyledBackground);
  auto* line = new QHBoxLayout(bar);
  line->setContentsMargins(18, 9, 14, 9);
  line->setSpacing(8);
  QLabel* name = makeLabel(QStringLiteral("Ravine"), {"title"});
  line->addWidget(name);
  m_title = makeLabel({}, {"quiet"});
  m_title->setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Preferred);
  line->addWidget(m_title, 1);

  auto* scenarioButton = new QToolButton;
  scenarioButton->setText(tr("Scenarios ▾"));
  scenarioButton->setPopupMode(QToolButton::InstantPopup);
  auto* menu = new QMenu(scenarioButton);
  menu->setToolTipsVisible(true);
  for (const Scenario& scenario : scenarios()) {
    QAction* action = menu->addAction(QString::fromStdString(scenario.experiment.title));
    action->setToolTip(QString::fromStdString(scenario.experiment.text));
    connect(action, &QAction::triggered, this, [this, &scenario] { open(scenario); });
  }
  scenarioButton->setMenu(menu);
  line->addWidget(scenarioButton);

  const auto addButton = [&](ActionId id, Qt::ToolButtonStyle style) {
    auto* button = new QToolButton;
    button->setDefaultAction((*m_actions)[id]);
    button->setToolButtonStyle(style);
    button->setIconSize({16, 16});
    button->setAccessibleName((*m_actions)[id]->text());
    line->addWidget(button);
  };
  addButton(ActionId::addRun, Qt::ToolButtonTextBesideIcon);
  addButton(ActionId::sideBySide, Qt::ToolButtonTextOnly);
  addButton(ActionId::overlaid, Qt::ToolButtonTextOnly);
  addButton(ActionId::compare, Qt::ToolButtonTextOnly);
  addButton(ActionId::undo, Qt::ToolButtonIconOnly);
  addButton(ActionId::redo, Qt::ToolButtonIconOnly);
  line->addWidget(makeMenuButton());
  return bar;
}

QToolButton* MainWindow::makeMenuButton() {
  m_menuButton = new QToolButton;
  m_menuButton->setPopupMode(QToolButton::InstantPopup);
  m_menuButton->setIconSize({16, 16});
  m_menuButton->setToolTip(tr("Menu"));
  m_menuButton->setAccessibleName(tr("Menu"));
  auto* menu = new QMenu(m_menuButton);
  QHash<QString, QMenu*> groups;
  for (const Actions::Row& row : m_actions->rows()) {
    if (row.id >= ActionId::selectRun) continue;
    QMenu*& group = groups[row.group];
    if (!group) group = menu->addMenu(row.group);
    group->addAction((*m_actions)[row.id]);
  }
  m_menuButton->setMenu(menu);
  return m_menuButton;
}

QWidget* MainWindow::makeCharts() {
  auto* charts = new QWidget;
  auto* line = new QHBoxLayout(charts);
  line->setContentsMargins(0, 0, 0, 0);
  line->setSpacing(kGap);
  line->addWidget(makeChartCard(m_laboratory, lossContent, tr("Loss")), 16);
  line->addWidget(makeChartCard(m_laboratory, rateContent, tr("Learning rate")), 10);
  return charts;
}

QWidget* MainWindow::makeTransport() {
  const Actions& actions = *m_actions;
  return new Transport(m_laboratory, {.toStart = actions[ActionId::toStart],
                                      .stepBack = actions[ActionId::stepBack],
                                      .play = actions[ActionId::play],
                                      .stepForward = actions[ActionId::stepForward],
                                      .toEnd = actions[ActionId::toEnd],
                                      .loop = actions[ActionId::loop]});
}

void MainWindow::applyTheme() {
  setPalette(paletteFor(m_laboratory.theme()));
  setStyleSheet(styleSheetFor(m_laboratory.theme()));
  m_menuButton->setIcon(themedIcon(QStringLiteral("menu"), m_laboratory.theme().text));
}

void MainWindow::showKeys() {
  auto* dialog = new QDialog(this);
  dialog->setAttribute(Qt::WA_DeleteOnClose);
  dialog->setWindowTitle(tr("Keys"));
  auto* grid = new QGridLayout(dialog);
  grid->setContentsMargins(24, 20, 24, 20);
  grid->setHorizontalSpacing(32);
  QString group;
  QStringList keys;
  const auto& rows = m_actions->rows();
  for (std::size_t i = 0; i < rows.size(); ++i) {
    const Actions::Row& row = rows[i];
    if (row.shortcuts.isEmpty()) continue;
    keys << row.shortcuts.front().toString(QKeySequence::NativeText);
    // Rows with the same text are one line: "1 … 9".
    if (i + 1 < rows.size() && rows[i + 1].text == row.text) continue;
    if (row.group != group) {
      group = row.group;
      grid->addWidget(makeLabel(group.toUpper(), {"section"}), grid->rowCount(), 0, 1, 2);
    }
    const int line = grid->rowCount();
    grid->addWidget(makeLabel(row.text), line, 0);
    const QString range = keys.front() + QStringLiteral(" … ") + keys.back();
    grid->addWidget(makeLabel(keys.size() > 2 ? range : keys.front(), {"strong"}), line, 1, Qt::AlignRight);
    keys.clear();
  }
  dialog->show();
}

}  // namespace ravine
