#include "ui/map/landscape_plot.h"

#include <QMouseEvent>
#include <algorithm>
#include <utility>

#include "ui/look/focus_ring.h"
#include "ui/look/painted_layer.h"

namespace ravine {
namespace {

constexpr double kGrabRadius = 14;  // pixels at scale 1

}  // namespace

LandscapePlot::LandscapePlot(Laboratory& laboratory, QWidget* parent) : QCustomPlot(parent), m_laboratory(laboratory) {
  setMinimumSize(80, 50);
  setFocusPolicy(Qt::StrongFocus);  // a click takes the keys from a field
  showFocusOf(*this);
  setInteractions(QCP::iRangeDrag | QCP::iRangeZoom);
  m_overlay = addOverlay(*this);
  axisRect()->setRangeZoomFactor(0.85);
  axisRect()->setMinimumMargins(QMargins(4, 4, 6, 4));
  for (QCPAxis* axis : axisRect()->axes()) {
    axis->setTickLength(0);
    axis->setSubTickLength(0);
    axis->setSubTicks(false);
    axis->setTickLabelPadding(4);
  }
  // Panning and zooming move both axes.
  const auto moved = [this] {
    if (m_settingHome) return;
    m_atHome = false;
    followAxes();
  };
  connect(yAxis, qOverload<const QCPRange&>(&QCPAxis::rangeChanged), this, moved);
  connect(xAxis, qOverload<const QCPRange&>(&QCPAxis::rangeChanged), this, moved);
  connect(&laboratory.predictions(), &Predictions::changed, this, &LandscapePlot::followPredictions);
  connect(&laboratory, &Laboratory::changed, this, &LandscapePlot::followPredictions);
  connect(this, &QCustomPlot::afterLayout, this, [this] {
    const bool resized = std::exchange(m_area, axisRect()->rect()) != axisRect()->rect();
    if (resized && m_atHome && !m_drag && !shownRuns().empty()) fitView();
    followAxes();
  });
}

MapFrame LandscapePlot::frame() const {
  return {axisRect()->rect(),
          {{xAxis->range().lower, xAxis->range().upper}, {yAxis->range().lower, yAxis->range().upper}}};
}

void LandscapePlot::setHome(const ravine::Box& box) {
  m_settingHome = true;
  xAxis->setRange(box.x.lower, box.x.upper);
  yAxis->setRange(box.y.lower, box.y.upper);
  m_settingHome = false;
  m_atHome = true;
  followAxes();
}

void LandscapePlot::resetView() {
  if (shownRuns().empty()) return;
  m_atHome = true;
  fitView();
  replotAll();
}

std::optional<ravine::Box> LandscapePlot::zoom() const {
  return m_atHome ? std::nullopt : std::optional(frame().view);
}

void LandscapePlot::setZoom(const ravine::Box& box) {
  xAxis->setRange(box.x.lower, box.x.upper);
  yAxis->setRange(box.y.lower, box.y.upper);
  replotAll();
}

int LandscapePlot::fitTicks(const Theme& theme, int mostTicks) {
  const QFontMetrics metrics(theme.font(kTickText));
  const auto fitting = [mostTicks](int room, double each) {
    return std::clamp(static_cast<int>(room / each), 1, mostTicks);
  };
  const int ticks = fitting(axisRect()->height(), 2.3 * metrics.height());
  yAxis->ticker()->setTickCount(ticks);
  xAxis->ticker()->setTickCount(fitting(axisRect()->width(), 1.8 * metrics.horizontalAdvance(QStringLiteral("−2.5"))));
  return ticks;
}

const Run* LandscapePlot::startAt(const QPointF& pixel) const {
  for (const ShownRun& shown : shownRuns())
    if (QLineF(pixel, pixelOf(shown.run.start)).length() <= m_laboratory.theme().px(kGrabRadius)) return &shown.run;
  return nullptr;
}

std::optional<RunId> LandscapePlot::ghostAt(const QPointF& pixel) {
  if (!m_laboratory.predictions().isAsking()) return std::nullopt;
  const Theme& theme = m_laboratory.theme();
  const PixelOf toPixel = [this](const Vector2& place) { return pixelOf(place); };
  for (auto ghost = ghosts().rbegin(); ghost != ghosts().rend(); ++ghost)
    if (QLineF(pixel, placeOf(*ghost, toPixel, axisRect()->rect(), theme)).length() <= theme.px(kGrabRadius))
      return ghost->run;
  return std::nullopt;
}

void LandscapePlot::followPredictions() {
  std::vector<Ghost> now = ghostsOf(m_laboratory.predictions(), shownRuns());
  if (now == ghosts()) return;
  ghosts() = std::move(now);
  if (!isHidden()) m_overlay->replot();
}

void LandscapePlot::mousePressEvent(QMouseEvent* event) {
  if (shownRuns().empty() || m_drag) return;  // another button while the ring is held
  m_ghost = event->button() == Qt::LeftButton ? ghostAt(event->position()) : std::nullopt;
  if (m_ghost) return m_laboratory.lookAt(*m_ghost);
  if (const Run* grabbed = event->button() == Qt::LeftButton ? startAt(event->position()) : nullptr) {
    const RunId run = grabbed->id;
    m_drag = {run, Document::newGesture(), pixelOf(grabbed->start) - event->position()};
    dragBegins(*grabbed);
    setCursor(Qt::ClosedHandCursor);
    return m_laboratory.lookAt(run);
  }
  if (selectByPress(m_laboratory, shownRuns(), event->modifiers())) return;
  QCustomPlot::mousePressEvent(event);
}

void LandscapePlot::mouseMoveEvent(QMouseEvent* event) {
  // Removed by a key meanwhile, or let go where this one was not told.
  if (m_drag && (!m_laboratory.experiment().find(m_drag->run) || !(event->buttons() & Qt::LeftButton))) endDrag();
  if (m_ghost && !(event->buttons() & Qt::LeftButton)) m_ghost.reset();
  if (m_ghost) {
    Prediction prediction = m_laboratory.predictions().of(*m_ghost);
    prediction.end = placeAt(event->position());
    return m_laboratory.predictions().set(*m_ghost, prediction);
  }
  if (!m_drag) {
    const bool canBeTaken = startAt(event->position()) || ghostAt(event->position());
    setCursor(canBeTaken ? Qt::OpenHandCursor : Qt::ArrowCursor);
    return QCustomPlot::mouseMoveEvent(event);
  }
  const Vector2 start = startAtPixel(event->position() + m_drag->grip);
  m_laboratory.document().editRun(
      tr("Move start"), m_drag->run, [&](Run& run) { run.start = start; }, m_drag->gesture);
}

void LandscapePlot::endDrag() {
  if (!m_drag) return;
  m_drag.reset();
  dragEnds();
}

void LandscapePlot::mouseReleaseEvent(QMouseEvent* event) {
  if (m_ghost) return m_ghost.reset();
  if (!m_drag) return QCustomPlot::mouseReleaseEvent(event);
  if (event->button() != Qt::LeftButton) return;
  endDrag();
  setCursor(Qt::OpenHandCursor);
}

void LandscapePlot::mouseDoubleClickEvent(QMouseEvent*) {
  resetView();
}

// While another picture was shown, this one did not follow.
void LandscapePlot::showEvent(QShowEvent* event) {
  QCustomPlot::showEvent(event);
  if (!shownRuns().empty()) replotAll();
}

void LandscapePlot::hideEvent(QHideEvent* event) {
  endDrag();
  QCustomPlot::hideEvent(event);
}

}  // namespace ravine
