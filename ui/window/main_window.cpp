#include "ui/window/main_window.h"

#include <QAbstractButton>
#include <QApplication>
#include <QComboBox>
#include <QKeyEvent>
#include <QLineEdit>
#include <QScrollArea>
#include <QVBoxLayout>

#include "core/run/scenarios.h"
#include "ui/chart/chart_card.h"
#include "ui/inspector/inspector.h"
#include "ui/inspector/rate_slider.h"
#include "ui/look/scaling.h"
#include "ui/look/style_sheet.h"
#include "ui/map/panel_grid.h"
#include "ui/window/actions.h"
#include "ui/window/comparison.h"
#include "ui/window/keys_dialog.h"
#include "ui/window/scenario_note.h"
#include "ui/window/series_dialog.h"
#include "ui/window/top_bar.h"
#include "ui/window/transport.h"

namespace ravine {
namespace {

constexpr int kGap = 10;
constexpr QSize kLeastSize(720, 450);      // in which all has room, at scale 1
constexpr double kSmallestInHall = 0.022;  // of the window's height: the smallest text while presenting

}  // namespace

MainWindow::MainWindow(Laboratory& laboratory, QWidget* parent) : QMainWindow(parent), m_laboratory(laboratory) {
  setWindowTitle(QStringLiteral("Ravine"));
  setMinimumSize(kLeastSize);
  // First, so that the views measure their texts in the new style.
  connect(&laboratory.themes(), &ThemeSource::changed, this, &MainWindow::applyTheme);
  m_actions = new Actions(laboratory, *this);
  connectActions();

  auto* ground = new QWidget;
  ground->setObjectName(QStringLiteral("ground"));
  m_whole = new QVBoxLayout(ground);
  m_whole->setContentsMargins(0, 0, 0, 0);
  m_whole->setSpacing(0);
  m_topBar = new TopBar(laboratory, *m_actions);
  connect(m_topBar, &TopBar::chosen, this, &MainWindow::open);
  m_whole->addWidget(m_topBar);

  m_note = new ScenarioNote(laboratory);
  m_grid = new PanelGrid(laboratory);
  auto* left = new QVBoxLayout;
  left->setSpacing(kGap);
  left->addWidget(m_note);
  auto* scroll = new QScrollArea;  // where there are more panels than have room
  scroll->setObjectName(QStringLiteral("panels"));
  scroll->setWidgetResizable(true);
  scroll->setFrameShape(QFrame::NoFrame);
  scroll->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
  scroll->setFocusPolicy(Qt::NoFocus);
  scroll->setWidget(m_grid);
  left->addWidget(scroll, 19);
  left->addWidget(makeCharts(), 11);

  m_inspector = new Inspector(laboratory);
  connect(m_inspector, &Inspector::duplicateRequested, (*m_actions)[ActionId::duplicateRun], &QAction::trigger);
  connect(m_inspector, &Inspector::removeRequested, (*m_actions)[ActionId::removeRun], &QAction::trigger);
  auto* middle = new QHBoxLayout;
  middle->setSpacing(kGap);
  middle->addLayout(left, 1);
  middle->addWidget(m_inspector);

  m_body = new QVBoxLayout;
  m_body->setContentsMargins(12, 10, 12, 10);
  m_body->setSpacing(kGap);
  m_body->addLayout(middle, 1);
  m_body->addWidget(m_transport = makeTransport());
  m_whole->addLayout(m_body, 1);
  setCentralWidget(ground);
  ground->setFocus();  // so that no control looks chosen before one is

  applyTheme();
  qApp->installEventFilter(this);
}

void MainWindow::connectActions() {
  connect(m_actions, &Actions::keysRequested, this, [this] { (new KeysDialog(*m_actions, this))->show(); });
  connect(m_actions, &Actions::comparisonRequested, this, [this] {
    auto* comparison = findChild<Comparison*>();
    if (!comparison) comparison = new Comparison(m_laboratory, this);
    comparison->show();
    comparison->raise();
  });
  connect(m_actions, &Actions::seriesRequested, this, [this] { (new SeriesDialog(m_laboratory, this))->show(); });
  connect(m_actions, &Actions::enlargeRequested, this, [this] { m_grid->toggleEnlarged(); });
  connect(m_actions, &Actions::presentRequested, this, [this] { present(!m_presenting); });
  connect(m_actions, &Actions::noteRequested, this, [this] { m_note->setFolded(!m_note->isFolded()); });
  connect(m_actions, &Actions::quitRequested, this, &QWidget::close);
}

void MainWindow::open(const Scenario& scenario) {
  m_laboratory.open(scenario.experiment);
  m_laboratory.timeline().setPlaying(true);
}

void MainWindow::present(bool presenting) {
  if (presenting) m_stateBefore = windowState();
  setPresenting(presenting);
  setWindowState(presenting ? windowState() | Qt::WindowFullScreen : m_stateBefore);
}

void MainWindow::setPresenting(bool presenting) {
  (*m_actions)[ActionId::present]->setChecked(presenting);
  if (presenting == m_presenting) return;
  m_presenting = presenting;
  if (presenting) m_scaleBefore = m_laboratory.themes().scale();
  m_note->setFolded(presenting);
  for (QWidget* control :
       {static_cast<QWidget*>(m_inspector), static_cast<QWidget*>(m_topBar), static_cast<QWidget*>(m_transport)})
    control->setVisible(!presenting);
  if (presenting) {
    m_whole->removeWidget(m_topBar);
    m_body->removeWidget(m_transport);
  } else {
    m_whole->insertWidget(0, m_topBar);
    m_body->addWidget(m_transport);
  }
  centralWidget()->setFocus();
  if (!presenting) m_laboratory.themes().setScale(m_scaleBefore);
  fitScale();
}

void MainWindow::keyPressEvent(QKeyEvent* event) {
  if (event->key() != Qt::Key_Escape) return QMainWindow::keyPressEvent(event);
  if (m_presenting)
    present(false);
  else
    m_grid->setFocus();  // the keys are the window's again
}

void MainWindow::resizeEvent(QResizeEvent* event) {
  QMainWindow::resizeEvent(event);
  fitScale();
}

void MainWindow::fitScale() {
  ThemeSource& themes = m_laboratory.themes();
  constexpr int heightForNote = 520;  // at scale 1
  themes.setRoom(
      std::min(static_cast<double>(width()) / kLeastSize.width(), static_cast<double>(height()) / kLeastSize.height()));
  if (m_presenting) themes.setScale(std::max(m_scaleBefore, kSmallestInHall * height() / kTickText));
  m_note->setHasRoom(height() >= m_laboratory.theme().px(heightForNote));
}

// While presenting: what belongs to an edge lies over the maps as long as the pointer is there.
void MainWindow::showControlsAt(double y) {
  constexpr int edge = 4;  // pixels
  const int width = centralWidget()->width();
  const int height = centralWidget()->height();
  const int top = m_topBar->sizeHint().height();
  const int bottom = m_transport->sizeHint().height();
  const auto show = [](QWidget* control, const QRect& place) {
    control->setGeometry(place);
    control->raise();
    control->show();
  };
  if (y <= edge) show(m_topBar, {0, 0, width, top});
  if (y >= height - edge) show(m_transport, {kGap, height - bottom - kGap, width - 2 * kGap, bottom});
  if (y > top + kGap) m_topBar->hide();
  if (y < height - bottom - 2 * kGap) m_transport->hide();
}

void MainWindow::finish() {
  m_laboratory.finish();
  m_grid->finish();
  m_inspector->finish();
  for (ChartView* chart : findChildren<ChartView*>()) chart->replot();
}

// An open list or menu has all keys, a focused control those by which it is worked; everything else goes to the
// window's shortcuts. A press anywhere else takes what has been typed into a field, though most buttons take no focus
// from it.
bool MainWindow::eventFilter(QObject* watched, QEvent* event) {
  if (event->type() == QEvent::MouseButtonPress) {
    const auto* pressed = qobject_cast<QWidget*>(watched);
    const auto* field = qobject_cast<QLineEdit*>(QApplication::focusWidget());
    if (pressed && field && pressed != field && pressed->window() == this && !field->isAncestorOf(pressed))
      centralWidget()->setFocus();
  }
  if (m_presenting && event->type() == QEvent::MouseMove && isActiveWindow())
    showControlsAt(mapFromGlobal(static_cast<QMouseEvent*>(event)->globalPosition()).y());
  if (event->type() == QEvent::ShortcutOverride) {
    const int key = static_cast<QKeyEvent*>(event)->key();
    const bool arrow = key == Qt::Key_Left || key == Qt::Key_Right || key == Qt::Key_Up || key == Qt::Key_Down;
    const bool slider = qobject_cast<RateSlider*>(watched);
    const bool pressable = qobject_cast<QAbstractButton*>(watched) || qobject_cast<QComboBox*>(watched);
    const bool entered = key == Qt::Key_Return || key == Qt::Key_Enter;
    const bool field = qobject_cast<QLineEdit*>(watched);
    if (QApplication::activePopupWidget() || (slider && (arrow || entered)) || (pressable && key == Qt::Key_Space) ||
        ((field || pressable) && entered))
      event->accept();
  }
  return QMainWindow::eventFilter(watched, event);
}

QWidget* MainWindow::makeCharts() {
  auto* charts = new QWidget;
  auto* line = new QHBoxLayout(charts);
  line->setContentsMargins(0, 0, 0, 0);
  line->setSpacing(kGap);
  line->addWidget(new ChartCard(m_laboratory, ChartCard::Kind::loss), 16);
  line->addWidget(new ChartCard(m_laboratory, ChartCard::Kind::rate), 11);
  return charts;
}

Transport* MainWindow::makeTransport() {
  const Actions& actions = *m_actions;
  return new Transport(m_laboratory, {.toStart = actions[ActionId::toStart],
                                      .stepBack = actions[ActionId::stepBack],
                                      .play = actions[ActionId::play],
                                      .stepForward = actions[ActionId::stepForward],
                                      .toEnd = actions[ActionId::toEnd],
                                      .loop = actions[ActionId::loop],
                                      .shown = {actions[ActionId::showArrows], actions[ActionId::showBouncing],
                                                actions[ActionId::showCurvature]}});
}

void MainWindow::applyTheme() {
  setPalette(paletteFor(m_laboratory.theme()));
  setStyleSheet(styleSheetFor(m_laboratory.theme()));
  applyScale(*this, m_laboratory.theme().scale);
}

}  // namespace ravine
