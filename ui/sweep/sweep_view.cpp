#include "ui/sweep/sweep_view.h"

#include <QKeyEvent>
#include <QMouseEvent>
#include <QPainter>
#include <algorithm>
#include <cmath>
#include <utility>

#include "ui/sweep/sweep_text.h"
#include "ui/words/wording.h"

namespace ravine {
namespace {

constexpr double kNotch = 0.8;  // of what is seen is left after one turn of the wheel

// What is not swept and does not change how a run goes is of no interest.
Sweep inSubstance(Sweep sweep) {
  sweep.run = withoutLooks(ravine::runAt(sweep, 0, 0));
  return sweep;
}

// Of the same quantities of a run on the same function.
bool areAlike(const Sweep& one, const Sweep& other) {
  const auto quantityUp = [](const Sweep& sweep) { return sweep.y ? sweep.y->quantity : std::string(); };
  const LossChoice& ofOne = one.run.lossFunction;
  const LossChoice& ofOther = other.run.lossFunction;
  return one.x.quantity == other.x.quantity && quantityUp(one) == quantityUp(other) && ofOne.id == ofOther.id &&
         ofOne.formula == ofOther.formula;
}

}  // namespace

SweepView::SweepView(Laboratory& laboratory, QWidget* parent)
    : QWidget(parent),
      m_laboratory(laboratory),
      m_worker(laboratory.lanes().pictures,
               [this](const SweepPicture* picture, double known) { take(picture, known); }) {
  setFocusPolicy(Qt::StrongFocus);
  setMouseTracking(true);
  setCursor(Qt::CrossCursor);
  setAttribute(Qt::WA_OpaquePaintEvent);
  connect(&laboratory.themes(), &ThemeSource::changed, this, &SweepView::repaintAll);
}

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
    const bool goesOn = wanted && m_sweep && areAlike(*wanted, *m_sweep);
    m_sweep = std::move(wanted);
    start(goesOn);
  }
  m_value = value;
  if (m_scene && m_scene->value != m_value) {
    m_scene->value = m_value;
    repaintAll();
  }
  showMark();
  return problems;
}

// If it goes on from an alike one, what was shown stays, as a preview.
void SweepView::start(bool goesOn) {
  emit told({});
  const auto landscape = m_sweep ? knownLandscape() : nullptr;
  if (!goesOn) {
    m_scene.reset();
    m_worker.abandon();
  } else if (m_scene && isPictureOf(m_scene->sweep(), *m_sweep)) {
    m_scene->becomePreview();
  } else if (m_scene) {
    show(previewOf(*m_sweep, *m_scene->result));
  }
  repaintAll();
  if (m_sweep)
    m_worker.start(*m_sweep, landscape);
  else
    emit progressed(1);
}

std::shared_ptr<const Landscape> SweepView::knownLandscape() const {
  const LossChoice& wanted = m_sweep->run.lossFunction;
  if (const RunResultPtr result = m_laboratory.selectedResult(); result && result->run.lossFunction == wanted)
    return result->landscape;
  return m_scene && m_scene->sweep().run.lossFunction == wanted ? m_scene->result->landscape : nullptr;
}

void SweepView::take(const SweepPicture* picture, double known) {
  if (picture) show(*picture);
  emit progressed(known);
}

void SweepView::show(const SweepPicture& picture) {
  m_scene = SweepScene{picture.result, m_value, m_laboratory.theme(), picture.standings};
  showMark();
  repaintAll();
}

void SweepView::finish() {
  m_worker.finish();
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
  const auto part = [&run](const SweepAxis& axis) { return quantityText(run, axis, quantityOf(run, axis.quantity)); };
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
  if (event->button() == Qt::LeftButton) m_beforeClick.reset();
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
  if (const auto before = std::exchange(m_beforeClick, {});
      before && before->id == m_laboratory.selected() && cellAt(event->position()))
    m_laboratory.document().edit(
        tr("Choose on the map"), [&before](Experiment& experiment) { *experiment.find(before->id) = *before; },
        m_gesture);
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
  if (event->button() == Qt::RightButton) m_pannedFrom.reset();
  if (event->button() == Qt::LeftButton) m_isChoosing = false;
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
  return m_scene ? describe(*m_scene) : QString();
}

}  // namespace ravine
