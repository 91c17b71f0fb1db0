#include "ui/sweep/sweep_view.h"

#include <QKeyEvent>
#include <QMouseEvent>
#include <QPainter>
#include <QThread>
#include <algorithm>
#include <chrono>
#include <cmath>
#include <utility>

#include "core/sweep/sweep_map.h"
#include "ui/sweep/sweep_stream.h"
#include "ui/words/wording.h"

namespace ravine {
namespace {

constexpr std::chrono::milliseconds kFrame{50};
constexpr double kNotch = 0.8;  // of what is seen is left after one turn of the wheel

// What is not swept and does not change how a run goes is of no interest.
Sweep inSubstance(Sweep sweep) {
  sweep.run = withoutLooks(ravine::runAt(sweep, 0, 0));
  return sweep;
}

// One in so many cells along an axis, which are soon there: while somebody drags they are the picture.
constexpr int kCoarse = 4;
constexpr int kCoarsest = 16;

Sweep coarser(Sweep sweep, int by) {
  const auto thin = [&run = sweep.run, by](SweepAxis& axis) {
    axis = withCount(run, axis, std::max(std::min(axis.count, 2), (axis.count - 1) / by + 1));
  };
  thin(sweep.x);
  if (sweep.y) thin(*sweep.y);
  return sweep;
}

// Whether it has the cells of a sweep, or of a coarser one of it.
bool covers(const Sweep& shown, const Sweep& sweep) {
  const auto isThat = [&shown](const Sweep& other) { return shown.x == other.x && shown.y == other.y; };
  return isThat(sweep) || isThat(coarser(sweep, kCoarse)) || isThat(coarser(sweep, kCoarsest));
}

// So that all values can be shown of it, and without keeping the window from its frames.
SweepOptions howToSweep(const Sweep& sweep, const CancelPredicate& cancelled) {
  SweepOptions how = optionsFor(sweep.y ? SweepValue::steps : SweepValue::losses);
  how.threads = std::max(1, QThread::idealThreadCount() - 1);
  how.cancelled = cancelled;
  return how;
}

}  // namespace

SweepView::SweepView(Laboratory& laboratory, QWidget* parent)
    : QWidget(parent),
      m_laboratory(laboratory),
      m_coarse(laboratory.lanes().pictures, [this](const SweepResult& coarse) { takeCoarse(coarse); }),
      m_work(laboratory.lanes().pictures, [this](std::monostate) { take(); }) {
  setFocusPolicy(Qt::StrongFocus);
  setMouseTracking(true);
  setCursor(Qt::CrossCursor);
  setAttribute(Qt::WA_OpaquePaintEvent);
  m_clock.setInterval(kFrame);
  m_clock.callOnTimeout(this, &SweepView::take);
  connect(&laboratory.themes(), &ThemeSource::changed, this, &SweepView::repaintAll);
}

SweepView::~SweepView() = default;

void SweepView::setBare() {
  m_isBare = true;
}

void SweepView::setBase(std::function<Run(Run)> base) {
  m_base = std::move(base);
}

Problems SweepView::showSweep(const SweepAxis& x, const std::optional<SweepAxis>& y, SweepValue value) {
  Sweep sweep{m_base(m_laboratory.selectedRun()), x, y};
  const Problems problems = validate(sweep);
  // While outcomes are to be predicted a map would tell them.
  std::optional<Sweep> wanted;
  if (problems.empty() && !m_laboratory.predictions().conceals()) wanted = inSubstance(std::move(sweep));
  if (wanted != m_sweep) {
    m_sweep = std::move(wanted);
    start();
  }
  m_value = value;
  if (m_scene && m_scene->value != m_value) {
    m_scene->value = m_value;
    repaintAll();
  }
  showMark();
  return problems;
}

// What was shown stays, as a preview, where the quantities are the same.
void SweepView::start() {
  emit told({});
  const auto isAlike = [this] {
    if (!m_sweep || !m_scene) return false;
    const Sweep& shown = m_scene->sweep();
    const LossChoice& before = shown.run.lossFunction;
    const LossChoice& now = m_sweep->run.lossFunction;
    const bool haveSameQuantities = shown.x.quantity == m_sweep->x.quantity &&
                                    shown.y.has_value() == m_sweep->y.has_value() &&
                                    (!shown.y || shown.y->quantity == m_sweep->y->quantity);
    return haveSameQuantities && before.id == now.id && before.formula == now.formula;
  };
  m_work.abandon();
  m_stream.reset();
  if (!isAlike()) {
    m_scene.reset();
  } else if (covers(m_scene->sweep(), *m_sweep)) {
    m_scene->becomePreview();
  } else {
    SweepStream elsewhere(coarser(*m_sweep, kCoarse));
    elsewhere.beginWith(*m_scene->result);
    m_scene = elsewhere.scene(m_value, m_laboratory.theme());
  }
  repaintAll();
  if (!m_sweep) {
    m_clock.stop();
    m_coarse.abandon();
    return emit progressed(1);
  }
  m_clock.start();
  std::shared_ptr<const Landscape> landscape;
  if (const RunResultPtr result = m_laboratory.selectedResult();
      result && result->run.lossFunction == m_sweep->run.lossFunction)
    landscape = result->landscape;
  else if (m_scene && m_scene->sweep().run.lossFunction == m_sweep->run.lossFunction)
    landscape = m_scene->result->landscape;
  if (std::exchange(m_isRefining, false)) m_coarse.abandon();
  m_coarse.start([sweep = *m_sweep, landscape](const CancelPredicate& cancelled) {
    const auto known =
        landscape ? landscape : std::make_shared<const Landscape>(surveyLandscape(sweep.run.lossFunction, cancelled));
    if (isCancelled(cancelled)) return SweepResult();
    using Clock = std::chrono::steady_clock;
    constexpr std::chrono::milliseconds soon{2};
    const Clock::time_point begin = Clock::now();
    const SweepResult coarsest = runSweep(coarser(sweep, kCoarsest), known, howToSweep(sweep, cancelled));
    if (Clock::now() - begin > soon) return coarsest;
    return runSweep(coarser(sweep, kCoarse), known, howToSweep(sweep, cancelled));
  });
}

// It may be that of a request before, while the next one is on its way: then it is shown, and that follows.
void SweepView::takeCoarse(const SweepResult& coarse) {
  if (!m_sweep || coarse.cells.empty() || !covers(coarse.sweep, *m_sweep)) return;
  m_scene = SweepScene{std::make_shared<const SweepResult>(coarse), m_value, m_laboratory.theme()};
  m_scene->becomePreview();
  showMark();
  repaintAll();
  if (coarse.sweep.run != m_sweep->run) return;
  emit progressed(static_cast<double>(coarse.cells.size()) / static_cast<double>(m_sweep->cells()));
  if (const Sweep finer = coarser(*m_sweep, kCoarse); coarse.cells.size() < finer.cells()) {
    m_isRefining = true;
    return m_coarse.start([finer, landscape = coarse.landscape](const CancelPredicate& cancelled) {
      return runSweep(finer, landscape, howToSweep(finer, cancelled));
    });
  }
  m_isRefining = false;
  m_stream = std::make_shared<SweepStream>(*m_sweep);
  m_stream->beginWith(coarse);
  m_work.start([stream = m_stream, sweep = *m_sweep, landscape = coarse.landscape](const CancelPredicate& cancelled) {
    SweepOptions how = howToSweep(sweep, cancelled);
    how.done = [&stream](const Stripe& stripe, std::span<const Cell> cells, std::span<const double> lastLosses) {
      stream->take(stripe, cells, lastLosses);
    };
    stream->end(runSweep(sweep, landscape, how).borders);
    return std::monostate();
  });
}

void SweepView::take() {
  if (!m_stream) return emit progressed(0);  // not even a coarse picture is there
  if (!m_stream->hasNews()) return;
  m_scene = m_stream->scene(m_value, m_laboratory.theme());
  if (m_stream->hasEnded()) m_clock.stop();
  showMark();
  repaintAll();
  const auto& standings = m_scene->standings;
  const auto left = std::ssize(standings) - std::count(standings.begin(), standings.end(), Standing::known);
  emit progressed(1 - static_cast<double>(left) / static_cast<double>(m_scene->result->cells.size()));
}

void SweepView::finish() {
  m_coarse.finish();
  m_work.finish();
  if (m_stream) take();
}

void SweepView::showMark() {
  if (!m_scene) return;
  const auto& [ofRun, x, y] = m_scene->sweep();
  const auto markOf = [&x = x, &y = y](const Run& run) {
    return SweepMark{{quantityOf(run, x.quantity), y ? quantityOf(run, y->quantity) : 0}, run.colour};
  };
  // Of the same rules all have the quantities.
  const auto isOfThisMap = [this](const Run& run) {
    const Sweep& sweep = m_scene->sweep();
    return run.lossFunction == sweep.run.lossFunction && run.optimizer.id == sweep.run.optimizer.id &&
           run.schedule.id == sweep.run.schedule.id && inSubstance({run, sweep.x, sweep.y}).run == sweep.run;
  };
  const SweepMark mark = markOf(m_base(m_laboratory.selectedRun()));
  std::vector<SweepMark> others;
  for (const Run& run : m_laboratory.runs())
    if (const Run based = m_base(run); run.id != m_laboratory.selected() && isOfThisMap(based))
      others.push_back(markOf(based));
  if (m_scene->mark == mark && m_scene->others == others) return;
  if (m_scene->mark && m_scene->mark != mark && !underMouse()) emit told({});  // it was of the run before
  m_scene->mark = mark;
  m_scene->others = std::move(others);
  update();
}

void SweepView::repaintAll() {
  m_ground = {};
  m_frame.reset();
  update();
}

void SweepView::paintGround() {
  m_ground = QPixmap(size() * devicePixelRatio());
  m_ground.setDevicePixelRatio(devicePixelRatio());
  const Theme& theme = m_laboratory.theme();
  m_ground.fill(theme.card);
  QPainter painter(&m_ground);
  if (const SweepFrame* frame = this->frame()) return paintSweepGround(painter, *m_scene, *frame);
  painter.setFont(theme.font(kText));
  painter.setPen(theme.quietText);
  const QRectF whole = rect();
  if (m_laboratory.predictions().conceals())
    painter.drawText(whole, Qt::AlignCenter | Qt::TextWordWrap, tr("First predict, then run: a map would tell."));
  else if (m_sweep)
    painter.drawText(whole, Qt::AlignCenter, QStringLiteral("…"));
}

// The marks alone move while somebody drags.
void SweepView::paintEvent(QPaintEvent*) {
  if (m_ground.isNull()) paintGround();
  QPainter painter(this);
  painter.drawPixmap(0, 0, m_ground);
  if (const SweepFrame* shown = frame()) paintSweepMarks(painter, *m_scene, *shown);
}

void SweepView::resizeEvent(QResizeEvent* event) {
  QWidget::resizeEvent(event);
  repaintAll();
}

// Null where nothing is shown, or has no room.
const SweepFrame* SweepView::frame() const {
  if (!m_scene || !hasRoom(size(), m_laboratory.theme(), m_isBare)) return nullptr;
  if (!m_frame) {
    m_scene->theme = m_laboratory.theme();
    m_scene->isBare = m_isBare;
    m_frame.emplace(*m_scene, QRectF(QPointF(), QSizeF(size())));
  }
  return &*m_frame;
}

std::optional<std::pair<int, int>> SweepView::cellAt(const QPointF& pixel) const {
  const SweepFrame* shown = frame();
  return shown ? shown->cellAt(pixel) : std::nullopt;
}

std::optional<Vector2> SweepView::partAt(const QPointF& pixel) const {
  const SweepFrame* shown = frame();
  return shown ? std::optional(shown->partAt(pixel)) : std::nullopt;
}

Run SweepView::runAt(const std::pair<int, int>& cell) const {
  const Sweep& sweep = m_scene->sweep();
  Run run = m_base(m_laboratory.selectedRun());
  setQuantity(run, sweep.x.quantity, sweep.x.at(cell.first));
  if (sweep.y) setQuantity(run, sweep.y->quantity, sweep.y->at(cell.second));
  return run;
}

// "η = 0.05, momentum = 0.9"
QString SweepView::valuesOf(const Run& run) const {
  const auto part = [&run](const SweepAxis& axis) {
    return QStringLiteral("%1 = %2").arg(quantityName(run, axis.quantity),
                                         wording::number(quantityOf(run, axis.quantity)));
  };
  const Sweep& sweep = m_scene->sweep();
  return sweep.y ? QStringLiteral("%1, %2").arg(part(sweep.x), part(*sweep.y)) : part(sweep.x);
}

// The run that is looked at, whose map it is; of others that are selected the quantities may be none.
void SweepView::choose(const std::pair<int, int>& cell, Document::Gesture gesture) {
  const Run chosen = runAt(cell);
  const Problems problems = m_laboratory.document().edit(
      tr("Choose on the map"), [&chosen](Experiment& experiment) { *experiment.find(chosen.id) = chosen; }, gesture);
  if (!problems.empty()) emit told(wording::problem(problems.front()));
}

void SweepView::mousePressEvent(QMouseEvent* event) {
  if (event->button() == Qt::RightButton) m_pannedFrom = partAt(event->position());
  const auto cell = cellAt(event->position());
  if (!cell || event->button() != Qt::LeftButton) return;
  if (event->modifiers() & Qt::ShiftModifier) {
    Run run = runAt(*cell);
    run.name = valuesOf(run).toStdString();
    const Problems problems = m_laboratory.addRuns(tr("Add a run from the map"), {run});
    if (!problems.empty()) emit told(wording::problem(problems.front()));
    return;
  }
  m_beforeClick = m_laboratory.selectedRun();
  m_gesture = Document::newGesture();
  m_isChoosing = true;
  choose(*cell, m_gesture);
}

// The first of the two clicks was none of its own.
void SweepView::mouseDoubleClickEvent(QMouseEvent* event) {
  if (event->button() != Qt::LeftButton) return;
  if (m_beforeClick && m_beforeClick->id == m_laboratory.selected())
    m_laboratory.document().edit(
        tr("Choose on the map"),
        [this](Experiment& experiment) { *experiment.find(m_beforeClick->id) = *m_beforeClick; }, m_gesture);
  emit allWanted();
}

void SweepView::wheelEvent(QWheelEvent* event) {
  constexpr double turn = 120;
  const auto at = partAt(event->position());
  if (!at) return event->ignore();
  zoomAround(*at, std::pow(kNotch, event->angleDelta().y() / turn));
  event->accept();
}

void SweepView::zoomAround(const Vector2& part, double factor) {
  const auto around = [factor](double at) {
    const double within = std::clamp(at, 0.0, 1.0);
    return Interval{within - factor * within, within + factor * (1 - within)};
  };
  emit partWanted({around(part.x()), around(part.y())});
}

void SweepView::zoomAroundMark(double factor) {
  if (!m_scene || !m_scene->mark) return;
  const Sweep& sweep = m_scene->sweep();
  const Vector2& place = m_scene->mark->place;
  zoomAround({sweep.x.part(place.x()), sweep.y ? sweep.y->part(place.y()) : 0}, factor);
}

void SweepView::mouseMoveEvent(QMouseEvent* event) {
  if (m_pannedFrom && (event->buttons() & Qt::RightButton)) {
    const auto at = partAt(event->position());
    if (!at) return;
    const Vector2 by = *m_pannedFrom - *at;
    emit partWanted({{by.x(), 1 + by.x()}, {by.y(), 1 + by.y()}});
    m_pannedFrom = partAt(event->position());
    return;
  }
  const auto cell = cellAt(event->position());
  tellOf(cell);
  if (cell && m_isChoosing) choose(*cell, m_gesture);
}

void SweepView::mouseReleaseEvent(QMouseEvent* event) {
  if (event->button() == Qt::RightButton)
    m_pannedFrom.reset();
  else
    m_isChoosing = false;
}

void SweepView::leaveEvent(QEvent* event) {
  tellOf(std::nullopt);
  QWidget::leaveEvent(event);
}

void SweepView::tellOf(const std::optional<std::pair<int, int>>& at) {
  if (!at) return emit told({});
  const SweepResult& result = *m_scene->result;
  const std::size_t number = result.sweep.index(at->first, at->second);
  QString text = valuesOf(runAt(*at)) + QStringLiteral(": ");
  if (!m_scene->isKnown(number)) return emit told(text + QStringLiteral("…"));
  const Cell& cell = result.cells[number];
  QStringList parts{wording::coreText(cellOutcomeName(cell.outcome))};
  if (cell.minimum >= 0)
    parts << tr("at %1").arg(
        minimumText(result.landscape->criticalPoints[static_cast<std::size_t>(cell.minimum)], *result.landscape));
  if (cell.steps >= 0) parts << tr("since step %1").arg(cell.steps);
  if (cell.outcome != CellOutcome::undefined) parts << tr("final loss %1").arg(wording::number(cell.finalLoss));
  emit told(text + parts.join(QStringLiteral(" · ")));
}

// The arrows are the map's, whatever else they do in the window.
bool SweepView::event(QEvent* event) {
  if (event->type() == QEvent::ShortcutOverride) {
    const auto* press = static_cast<QKeyEvent*>(event);
    const int key = press->key();
    const bool moves = key == Qt::Key_Left || key == Qt::Key_Right || key == Qt::Key_Up || key == Qt::Key_Down;
    const bool zooms = key == Qt::Key_Plus || key == Qt::Key_Equal || key == Qt::Key_Minus || key == Qt::Key_Home;
    if (m_scene &&
        ((moves && press->modifiers() == Qt::NoModifier) || (zooms && !(press->modifiers() & Qt::ControlModifier))))
      event->accept();
  }
  return QWidget::event(event);
}

void SweepView::keyPressEvent(QKeyEvent* event) {
  const int key = event->key();
  if (key == Qt::Key_Home) return emit allWanted();
  if (key == Qt::Key_Plus || key == Qt::Key_Equal || key == Qt::Key_Minus)
    return zoomAroundMark(key == Qt::Key_Minus ? 1 / kNotch : kNotch);
  const int right = key == Qt::Key_Right ? 1 : key == Qt::Key_Left ? -1 : 0;
  const int up = key == Qt::Key_Up ? 1 : key == Qt::Key_Down ? -1 : 0;
  if (!m_scene || !m_scene->mark || (right == 0 && up == 0)) return QWidget::keyPressEvent(event);
  // The next cell; from outside the border.
  const auto next = [](const SweepAxis& axis, double value, int by) {
    const double last = axis.count - 1;
    const double part = axis.count > 1 ? axis.part(value) * last : 0;
    return static_cast<int>(std::isfinite(part) ? std::clamp(std::round(part) + by, 0.0, last) : 0.0);
  };
  const Sweep& sweep = m_scene->sweep();
  const std::pair cell(next(sweep.x, m_scene->mark->place.x(), right),
                       sweep.y ? next(*sweep.y, m_scene->mark->place.y(), up) : 0);
  choose(cell, m_keys.of(*event));
  if (m_scene) tellOf(cell);
}

QString SweepView::whatItIs() const {
  return m_scene ? sweepTitle(*m_scene) : tr("Map of many runs");
}

QString SweepView::whatItShows() const {
  if (!m_scene) return {};
  std::vector<std::size_t> counts(kCellOutcomes);
  for (std::size_t i = 0; i < m_scene->result->cells.size(); ++i)
    if (m_scene->isKnown(i)) ++counts[static_cast<std::size_t>(m_scene->result->cells[i].outcome)];
  QStringList parts;
  for (std::size_t i = 0; i < counts.size(); ++i)
    if (counts[i] > 0)
      parts << tr("%1: %2 of %3 cells")
                   .arg(wording::coreText(cellOutcomeName(static_cast<CellOutcome>(i))))
                   .arg(counts[i])
                   .arg(m_scene->result->cells.size());
  return parts.join(QStringLiteral(". ")) + QLatin1Char('.');
}

}  // namespace ravine
