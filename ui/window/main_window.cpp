#include "ui/window/main_window.h"

#include <QApplication>
#include <QDropEvent>
#include <QKeyEvent>
#include <QMimeData>
#include <QScrollArea>
#include <QVBoxLayout>

#include "ui/chart/chart_view.h"
#include "ui/help/guide_dialog.h"
#include "ui/help/hints.h"
#include "ui/inspector/inspector.h"
#include "ui/lesson/lesson_column.h"
#include "ui/lesson/lesson_header.h"
#include "ui/lesson/prediction_bar.h"
#include "ui/lesson/task_bar.h"
#include "ui/look/scaling.h"
#include "ui/look/style_sheet.h"
#include "ui/map/panel_grid.h"
#include "ui/model/settings.h"
#include "ui/window/actions.h"
#include "ui/window/announcer.h"
#include "ui/window/chart_row.h"
#include "ui/window/comparison.h"
#include "ui/window/export_desk.h"
#include "ui/window/file_desk.h"
#include "ui/window/first_steps.h"
#include "ui/window/input_rules.h"
#include "ui/window/keys_dialog.h"
#include "ui/window/lesson_desk.h"
#include "ui/window/lesson_parts.h"
#include "ui/window/maps_dialog.h"
#include "ui/window/notice_bar.h"
#include "ui/window/range_test_dialog.h"
#include "ui/window/scenario_note.h"
#include "ui/window/series_dialog.h"
#include "ui/window/top_bar.h"
#include "ui/window/transport.h"
#include "ui/words/text_alternative.h"
#include "ui/workspace/workspace.h"

namespace ravine {
namespace {

constexpr int kGap = 10;
constexpr QSize kLeastSize(720, 450);      // in which all has room, at scale 1
constexpr double kTurn = 7.5;              // degrees by which a key turns a relief
constexpr double kSmallestInHall = 0.022;  // of the window's height: the smallest text while presenting

}  // namespace

MainWindow::MainWindow(Laboratory& laboratory, Workspace& workspace, QWidget* parent)
    : QMainWindow(parent), m_laboratory(laboratory), m_workspace(workspace) {
  workspace.setLook({[this] { return view(); }, [this](const ExperimentView& view) { setView(view); }});
  m_notice = new NoticeBar(laboratory);
  m_lessons = new LessonDesk(
      laboratory, m_workspace, *m_notice, [this] { return this->view(); }, *this);
  m_files = new FileDesk(laboratory, m_workspace, *m_lessons, *m_notice, *this);
  m_exports = new ExportDesk(
      laboratory, *m_notice, [this] { return this->view(); }, *this);
  setMinimumSize(kLeastSize);
  setAcceptDrops(true);
  // First, so that the views measure their texts in the new style.
  connect(&laboratory.themes(), &ThemeSource::changed, this, &MainWindow::applyTheme);
  m_actions = new Actions(laboratory, *this);
  connect(m_actions, &Actions::requested, this, &MainWindow::perform);

  auto* ground = new QWidget;
  ground->setObjectName(QStringLiteral("ground"));
  m_whole = new QVBoxLayout(ground);
  m_whole->setContentsMargins(0, 0, 0, 0);
  m_whole->setSpacing(0);
  m_topBar = new TopBar(laboratory, m_workspace, *m_actions);
  connect(m_topBar, &TopBar::recentChosen, m_files, qOverload<const QString&>(&FileDesk::open));
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
  left->addWidget(scroll);
  left->addWidget(m_charts = new ChartRow(laboratory));
  const auto share = [this, left, scroll, charts = m_charts] {
    constexpr std::size_t many = 6;  // panels, which stand in three rows
    const bool manyRuns = m_laboratory.runs().size() > many && m_laboratory.experiment().layout == Layout::sideBySide;
    left->setStretchFactor(scroll, manyRuns ? 22 : 19);
    left->setStretchFactor(charts, manyRuns ? 8 : 11);
  };
  share();
  connect(&laboratory, &Laboratory::changed, this, share);

  m_inspector = new Inspector(laboratory);
  connect(m_inspector, &Inspector::duplicateRequested, (*m_actions)[ActionId::duplicateRun], &QAction::trigger);
  connect(m_inspector, &Inspector::removeRequested, (*m_actions)[ActionId::removeRun], &QAction::trigger);
  auto* middle = new QHBoxLayout;
  middle->setSpacing(kGap);
  m_parts = new LessonParts(laboratory, *m_files, *m_lessons, *ground);
  middle->addWidget(&m_parts->column());
  middle->addLayout(left, 1);
  middle->addWidget(m_inspector);

  m_body = new QVBoxLayout;
  m_body->setContentsMargins(12, 10, 12, 10);
  m_body->setSpacing(kGap);
  m_body->addWidget(m_notice);
  m_body->addWidget(&m_parts->header());
  m_body->addWidget(&m_parts->predictions());
  m_body->addWidget(&m_parts->task());
  m_body->addLayout(middle, 1);
  m_body->addWidget(m_transport = makeTransport());
  m_body->addWidget(&m_parts->progress());
  m_whole->addLayout(m_body, 1);
  setCentralWidget(ground);
  ground->setFocus();  // so that no control looks chosen before one is

  connect(&m_workspace, &Workspace::changed, this, &MainWindow::showTitle);
  connect(&laboratory.course(), &Course::changed, this, &MainWindow::showParts);
  showTitle();
  showParts();
  applyTheme();
  m_rules = new InputRules(*this);
  connect(new Announcer(laboratory, this), &Announcer::due, this, [this] { tellPicturesChanged(*this); });
  qApp->installEventFilter(this);
}

// What is being typed is taken first, so that it is saved, and asked about.
void MainWindow::perform(ActionId id) {
  m_rules->takeWhatIsTyped();
  if (m_parts->perform(id)) return;
  switch (id) {
    case ActionId::newExperiment:
      return m_files->newExperiment();
    case ActionId::openFile:
      return m_files->chooseAndOpen();
    case ActionId::openGrid:
      return m_files->chooseAndOpenGrid();
    case ActionId::reopenLast:
      return m_files->reopenLast();
    case ActionId::save:
      m_files->save();
      return;
    case ActionId::saveAs:
      m_files->saveAs();
      return;
    case ActionId::copyRuns:
      return m_files->copyRuns();
    case ActionId::pasteRuns:
      return m_files->pasteRuns();
    case ActionId::exportDialog:
      return m_exports->open();
    case ActionId::copyPicture:
      return copyPicture();
    case ActionId::copyNumpy:
      return m_exports->copyScript(CodeLibrary::numpy);
    case ActionId::copyPytorch:
      return m_exports->copyScript(CodeLibrary::pytorch);
    case ActionId::copyCommand:
      return m_exports->copyCommand();
    case ActionId::showKeys:
      return (new KeysDialog(*m_actions, this))->show();
    case ActionId::showGuide:
      return (new GuideDialog(m_laboratory.themes(), this))->show();
    case ActionId::showHints:
      return showHints();
    case ActionId::compare:
      return showBeside<Comparison>();
    case ActionId::rangeTest:
      return showBeside<RangeTestDialog>();
    case ActionId::maps:
      return showBeside<MapsDialog>();
    case ActionId::typedSeries:
      return (new SeriesDialog(m_laboratory, this))->show();
    case ActionId::turnLeft:
      return m_grid->turnRelief(kTurn, 0);
    case ActionId::turnRight:
      return m_grid->turnRelief(-kTurn, 0);
    case ActionId::tiltUp:
      return m_grid->turnRelief(0, kTurn);
    case ActionId::tiltDown:
      return m_grid->turnRelief(0, -kTurn);
    case ActionId::toggleHeights:
      return m_grid->toggleHeights();
    case ActionId::resetViews:
      return m_grid->resetViews();
    case ActionId::enlarge:
      return m_grid->toggleEnlarged();
    case ActionId::present:
      return present(!m_presenting);
    case ActionId::showNote:
      if (!m_parts->toggleText()) m_note->setFolded(!m_note->isFolded());
      return;
    case ActionId::speakEnglish:
      emit languageChosen(QStringLiteral("en"));
      return;
    case ActionId::speakKorean:
      emit languageChosen(QStringLiteral("ko"));
      return;
    case ActionId::quit:
      close();
      return;
    default:
      return;  // has a function of its own
  }
}

// A page may do without some; on a projector controls come only to the pointer, but for an inspector that a page needs.
void MainWindow::showParts() {
  m_charts->allow(!m_parts->isHidden(PagePart::lossChart), !m_parts->isHidden(PagePart::rateChart));
  m_inspector->setVisible(m_parts->isPage() ? !m_parts->isHidden(PagePart::inspector) : !m_presenting);
  m_transport->setVisible(!m_presenting && !m_parts->isHidden(PagePart::transport));
  m_topBar->setVisible(!m_presenting);
  m_parts->header().setPresenting(m_presenting);
}

Gallery& MainWindow::gallery() {
  return m_parts->gallery();
}

// Each stands beside the window once.
template <class Dialog>
void MainWindow::showBeside() {
  auto* dialog = findChild<Dialog*>();
  if (!dialog) dialog = new Dialog(m_laboratory, this);
  dialog->show();
  dialog->raise();
  dialog->activateWindow();
}

void MainWindow::offerHints() {
  if (!settings::hintsWereShown() && !m_presenting && m_notice->isHidden()) showHints();
}

// Once shown they are not offered again, however they end.
void MainWindow::showHints(int first) {
  settings::setHintsWereShown(true);
  if (m_presenting) present(false);
  if (m_hints) m_hints->end();
  m_hints = new Hints(firstSteps(m_laboratory, *this), first, m_laboratory.themes(), *this);
  connect(m_hints, &Hints::ended, this, [this] { m_hints = nullptr; });
}

std::optional<int> MainWindow::hint() const {
  return m_hints ? std::optional(m_hints->current()) : std::nullopt;
}

// Of the chart that was clicked last, otherwise of the selected run's panel.
void MainWindow::copyPicture() {
  m_exports->copy(m_charts->contentAt(QApplication::focusWidget()).value_or(SheetContent::panel));
}

void MainWindow::showTitle() {
  setWindowTitle(m_workspace.name() + QStringLiteral("[*] — Ravine"));
  setWindowModified(m_workspace.isModified());
}

ExperimentView MainWindow::view() const {
  ExperimentView view = m_laboratory.view();
  m_grid->addTo(view);
  m_charts->addTo(view);
  view.presenting = m_presenting;
  const double scale = m_presenting ? m_scaleBefore : m_laboratory.themes().scale();
  if (scale != 1) view.textScale = scale;
  return view;
}

void MainWindow::setView(const ExperimentView& view) {
  m_laboratory.setView(view);
  m_grid->setView(view);
  m_charts->setView(view);
  if (m_presenting != view.presenting) present(view.presenting);
  if (!m_presenting) m_laboratory.themes().setScale(view.textScale > 0 ? view.textScale : settings::textScale());
}

// Another program may have changed the file while this one had no keys.
void MainWindow::changeEvent(QEvent* event) {
  QMainWindow::changeEvent(event);
  if (event->type() == QEvent::ActivationChange && isActiveWindow()) m_workspace.lookAtDisk();
}

void MainWindow::closeEvent(QCloseEvent* event) {
  m_rules->takeWhatIsTyped();
  event->setAccepted(m_files->mayClose());
}

void MainWindow::dragEnterEvent(QDragEnterEvent* event) {
  const QList<QUrl> urls = event->mimeData()->urls();
  if (urls.size() == 1 && urls.front().isLocalFile()) event->acceptProposedAction();
}

void MainWindow::dropEvent(QDropEvent* event) {
  event->acceptProposedAction();
  // Not before the drag is over: opening may ask.
  const QString path = event->mimeData()->urls().constFirst().toLocalFile();
  QMetaObject::invokeMethod(
      this, [this, path] { m_files->open(path); }, Qt::QueuedConnection);
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
  if (presenting && m_hints) m_hints->end();  // what they point at goes
  m_note->setFolded(presenting);
  showParts();
  if (presenting) {
    m_whole->removeWidget(m_topBar);
    m_body->removeWidget(m_transport);
  } else {
    m_whole->insertWidget(0, m_topBar);
    m_body->insertWidget(m_body->indexOf(&m_parts->progress()), m_transport);
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
  m_parts->column().setRoom(width());
  placeGallery();
}

// Under the bar, which goes on working.
void MainWindow::placeGallery() {
  const int top = m_presenting ? 0 : m_topBar->sizeHint().height();
  m_parts->setGalleryPlace({0, top, width(), height() - top});
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
  m_parts->finish();
  m_charts->finish();
  for (ChartView* chart : findChildren<ChartView*>()) chart->replot();
}

bool MainWindow::eventFilter(QObject* watched, QEvent* event) {
  if (m_presenting && event->type() == QEvent::MouseMove && isActiveWindow())
    showControlsAt(mapFromGlobal(static_cast<QMouseEvent*>(event)->globalPosition()).y());
  return QMainWindow::eventFilter(watched, event);
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
                                                actions[ActionId::showCurvature], actions[ActionId::showBatch]}});
}

void MainWindow::applyTheme() {
  setPalette(paletteFor(m_laboratory.theme()));
  setStyleSheet(styleSheetFor(m_laboratory.theme()));
  applyScale(*this, m_laboratory.theme().scale);
}

}  // namespace ravine
