#include "ui/sweep/sweep_view.h"

#include <QKeyEvent>
#include <QMouseEvent>
#include <QPainter>
#include <algorithm>
#include <cmath>

#include "ui/words/wording.h"

namespace ravine {
namespace {

constexpr std::chrono::milliseconds kFrame{50};

// What is not swept and does not change how a run goes is of no interest.
Sweep inSubstance(Sweep sweep) {
  sweep.run = withoutLooks(runAt(sweep, 0, 0));
  return sweep;
}

}  // namespace

// Shared by the thread that works and the one that paints.
struct SweepView::Stream {
  std::mutex mutex;
  SweepResult result;
  std::vector<bool> isKnown;
  std::size_t known = 0;
  bool hasNews = false;

  void take(const Stripe& stripe, const std::vector<Cell>& cells) {
    const std::lock_guard lock(mutex);
    for (int i = 0; i < stripe.count; ++i) {
      const std::size_t at = place(stripe.column(i), stripe.row(i));
      result.cells[at] = cells[static_cast<std::size_t>(i)];
      isKnown[at] = true;
    }
    known += cells.size();
    hasNews = true;
  }

  std::size_t place(int column, int row) const {
    return static_cast<std::size_t>(row) * static_cast<std::size_t>(result.sweep.columns()) +
           static_cast<std::size_t>(column);
  }
};

SweepView::SweepView(Laboratory& laboratory, QWidget* parent)
    : QWidget(parent), m_laboratory(laboratory), m_work(laboratory.lanes().searches, [this](bool) { take(); }) {
  setFocusPolicy(Qt::StrongFocus);
  setMouseTracking(true);
  setCursor(Qt::CrossCursor);
  setAttribute(Qt::WA_OpaquePaintEvent);
  m_clock.setInterval(kFrame);
  m_clock.callOnTimeout(this, &SweepView::take);
  connect(&laboratory, &Laboratory::changed, this, &SweepView::follow);
  connect(&laboratory.themes(), &ThemeSource::changed, this, &SweepView::repaintAll);
}

SweepView::~SweepView() = default;

Problems SweepView::show(const SweepAxis& x, const std::optional<SweepAxis>& y, SweepValue value) {
  m_x = x;
  m_y = y;
  m_value = value;
  const Problems problems = validate(Sweep{m_laboratory.selectedRun(), x, y});
  follow();
  return problems;
}

// While outcomes are to be predicted a map would tell them.
std::optional<Sweep> SweepView::wanted() const {
  const Sweep sweep{m_laboratory.selectedRun(), m_x, m_y};
  if (m_x.quantity.empty() || m_laboratory.predictions().conceals() || !validate(sweep).empty()) return std::nullopt;
  return inSubstance(sweep);
}

void SweepView::follow() {
  const std::optional<Sweep> sweep = wanted();
  if (sweep != m_sweep) {
    m_sweep = sweep;
    start();
  }
  if (m_scene && m_scene->value != m_value) {
    m_scene->value = m_value;
    repaintAll();
  }
  showMark();
}

// Until the first cells arrive, nothing of another sweep stays.
void SweepView::start() {
  m_work.abandon();
  m_clock.stop();
  m_stream.reset();
  m_scene.reset();
  repaintAll();
  if (!m_sweep) return;
  m_stream = std::make_shared<Stream>();
  m_stream->result.sweep = *m_sweep;
  m_stream->result.cells.resize(m_sweep->cells());
  m_stream->isKnown.resize(m_sweep->cells());
  std::shared_ptr<const Landscape> landscape;
  if (const RunResultPtr result = m_laboratory.selectedResult();
      result && result->run.lossFunction == m_sweep->run.lossFunction)
    landscape = result->landscape;
  m_clock.start();
  m_work.start([stream = m_stream, sweep = *m_sweep, landscape](const CancelPredicate& cancelled) {
    const auto known =
        landscape ? landscape : std::make_shared<const Landscape>(surveyLandscape(sweep.run.lossFunction, cancelled));
    if (isCancelled(cancelled)) return false;
    {
      const std::lock_guard lock(stream->mutex);
      stream->result.landscape = known;
    }
    const auto done = [&stream](const Stripe& stripe, const std::vector<Cell>& cells) { stream->take(stripe, cells); };
    return !runSweep(sweep, known, {.done = done, .cancelled = cancelled}).empty();
  });
}

// Rows that are not there yet show the next one below that is, as what they are: a preview.
void SweepView::take() {
  if (!m_stream) return;
  auto result = std::make_shared<SweepResult>();
  std::vector<bool> isKnown;
  std::size_t known = 0;
  {
    const std::lock_guard lock(m_stream->mutex);
    if (!std::exchange(m_stream->hasNews, false)) return;
    *result = m_stream->result;
    isKnown = m_stream->isKnown;
    known = m_stream->known;
  }
  const std::size_t all = result->cells.size();
  std::vector<bool> isPreview;
  if (known < all) {
    const auto columns = static_cast<std::size_t>(result->sweep.columns());
    isPreview.resize(all);
    for (std::size_t i = 0; i < all; ++i) {
      if (isKnown[i]) continue;
      isPreview[i] = true;
      if (i >= columns) result->cells[i] = result->cells[i - columns];
      if (i % columns > 0 && result->cells[i] == Cell{}) result->cells[i] = result->cells[i - 1];
    }
  } else {
    m_clock.stop();
  }
  m_scene = SweepScene{result, m_value, m_laboratory.theme(), std::move(isPreview), {}};
  showMark();
  repaintAll();
  emit progressed(static_cast<double>(known) / static_cast<double>(all));
}

void SweepView::finish() {
  m_work.finish();
  take();
}

void SweepView::showMark() {
  if (!m_scene) return;
  const Run& run = m_laboratory.selectedRun();
  const SweepMark mark{{quantityOf(run, m_x.quantity), m_y ? quantityOf(run, m_y->quantity) : 0.5}, run.colour};
  if (m_scene->mark == mark) return;
  m_scene->mark = mark;
  repaintAll();
}

void SweepView::repaintAll() {
  m_picture = {};
  update();
}

void SweepView::paintEvent(QPaintEvent*) {
  if (m_picture.isNull()) {
    m_picture = QPixmap(size() * devicePixelRatio());
    m_picture.setDevicePixelRatio(devicePixelRatio());
    m_picture.fill(m_laboratory.theme().card);
    QPainter painter(&m_picture);
    const Theme& theme = m_laboratory.theme();
    painter.setFont(theme.font(kText));
    painter.setPen(theme.quietText);
    const QRectF whole = rect();
    if (m_scene && hasRoom(size(), theme)) {
      m_scene->theme = theme;
      paintSweep(painter, *m_scene, whole);
    } else if (m_laboratory.predictions().conceals()) {
      painter.drawText(whole, Qt::AlignCenter | Qt::TextWordWrap, tr("First predict, then run: a map would tell."));
    } else if (m_sweep) {
      painter.drawText(whole, Qt::AlignCenter, QStringLiteral("…"));
    }
  }
  QPainter(this).drawPixmap(0, 0, m_picture);
}

void SweepView::resizeEvent(QResizeEvent* event) {
  QWidget::resizeEvent(event);
  repaintAll();
}

std::optional<std::pair<int, int>> SweepView::cellAt(const QPointF& pixel) const {
  if (!m_scene) return std::nullopt;
  return SweepFrame(*m_scene, QRectF(QPointF(), QSizeF(size()))).cellAt(pixel);
}

// A start without a loss is none.
void SweepView::choose(const std::pair<int, int>& cell, Document::Gesture gesture) {
  const Sweep& sweep = m_scene->sweep();
  const double x = sweep.x.at(cell.first);
  const auto y = sweep.y ? std::optional(sweep.y->at(cell.second)) : std::nullopt;
  m_laboratory.editSelection(
      tr("Choose on the map"),
      [&](Run& run) {
        setQuantity(run, sweep.x.quantity, x);
        if (y) setQuantity(run, sweep.y->quantity, *y);
      },
      gesture);
}

void SweepView::mousePressEvent(QMouseEvent* event) {
  const auto cell = cellAt(event->position());
  if (!cell || event->button() != Qt::LeftButton) return;
  if (event->modifiers() & Qt::ShiftModifier) {
    Run run = m_laboratory.selectedRun();
    const Sweep& sweep = m_scene->sweep();
    setQuantity(run, sweep.x.quantity, sweep.x.at(cell->first));
    if (sweep.y) setQuantity(run, sweep.y->quantity, sweep.y->at(cell->second));
    const auto part = [&run](const SweepAxis& axis) {
      return QStringLiteral("%1 = %2").arg(quantityName(run, axis.quantity),
                                           wording::number(quantityOf(run, axis.quantity)));
    };
    run.name = (sweep.y ? QStringLiteral("%1, %2").arg(part(sweep.x), part(*sweep.y)) : part(sweep.x)).toStdString();
    emit runWanted(run);
    return;
  }
  m_gesture = Document::newGesture();
  choose(*cell, m_gesture);
}

void SweepView::mouseMoveEvent(QMouseEvent* event) {
  const auto cell = cellAt(event->position());
  tellOf(cell);
  if (cell && (event->buttons() & Qt::LeftButton) && !(event->modifiers() & Qt::ShiftModifier))
    choose(*cell, m_gesture);
}

void SweepView::leaveEvent(QEvent* event) {
  tellOf(std::nullopt);
  QWidget::leaveEvent(event);
}

void SweepView::tellOf(const std::optional<std::pair<int, int>>& at) {
  if (!at) return emit told({});
  const Sweep& sweep = m_scene->sweep();
  const auto cellNumber = static_cast<std::size_t>(at->second) * static_cast<std::size_t>(sweep.columns()) +
                          static_cast<std::size_t>(at->first);
  const Cell& cell = m_scene->result->cells[cellNumber];
  const auto part = [&](const SweepAxis& axis, int i) {
    return QStringLiteral("%1 = %2").arg(quantityName(sweep.run, axis.quantity), wording::number(axis.at(i)));
  };
  QString text = part(sweep.x, at->first);
  if (sweep.y) text += QStringLiteral(", ") + part(*sweep.y, at->second);
  text += QStringLiteral(": ") + wording::coreText(cellOutcomeName(cell.outcome));
  if (cell.minimum >= 0)
    text +=
        QStringLiteral(" · ") +
        tr("at %1").arg(minimumText(m_scene->result->landscape->criticalPoints[static_cast<std::size_t>(cell.minimum)],
                                    *m_scene->result->landscape));
  if (cell.steps >= 0) text += QStringLiteral(" · ") + tr("since step %1").arg(cell.steps);
  if (cell.outcome != CellOutcome::undefined)
    text += QStringLiteral(" · ") + tr("final loss %1").arg(wording::number(cell.finalLoss));
  emit told(text);
}

void SweepView::keyPressEvent(QKeyEvent* event) {
  const int key = event->key();
  const int right = key == Qt::Key_Right ? 1 : key == Qt::Key_Left ? -1 : 0;
  const int up = key == Qt::Key_Up ? 1 : key == Qt::Key_Down ? -1 : 0;
  if (!m_scene || (right == 0 && up == 0)) return QWidget::keyPressEvent(event);
  const auto near = [](const SweepAxis& axis, double value, int by) {
    const double part = axis.count > 1 ? axis.part(value) * (axis.count - 1) : 0;
    return std::clamp(static_cast<int>(std::lround(part)) + by, 0, axis.count - 1);
  };
  const Sweep& sweep = m_scene->sweep();
  const std::pair cell(near(sweep.x, m_scene->mark->place.x(), right),
                       sweep.y ? near(*sweep.y, m_scene->mark->place.y(), up) : 0);
  choose(cell, Document::kSingleEdit);
  tellOf(cell);
}

QString SweepView::whatItIs() const {
  return m_scene ? sweepTitle(*m_scene) : tr("Map of many runs");
}

QString SweepView::whatItShows() const {
  if (!m_scene) return {};
  std::vector<std::size_t> counts(kCellOutcomes);
  for (const Cell& cell : m_scene->result->cells) ++counts[static_cast<std::size_t>(cell.outcome)];
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
