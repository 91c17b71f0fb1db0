#include "ui/map/profile_view.h"

#include <QMouseEvent>
#include <algorithm>
#include <cmath>

#include "ui/look/painted_layer.h"
#include "ui/map/profile_painter.h"

namespace ravine {
namespace {

constexpr double kGrabRadius = 14;  // pixels at scale 1

}  // namespace

ProfileView::ProfileView(Laboratory& laboratory, QWidget* parent) : QCustomPlot(parent), m_laboratory(laboratory) {
  setMinimumSize(80, 50);
  setFocusPolicy(Qt::ClickFocus);
  setAccessibleName(tr("Profile"));
  setInteractions(QCP::iRangeDrag | QCP::iRangeZoom);
  setMouseTracking(true);
  setUpAxes();

  m_overlay = addOverlay(*this);
  new PaintedLayer(axisRect(), QStringLiteral("main"),
                   [this](QPainter& painter) { paintProfileGround(painter, m_scene); });
  new PaintedLayer(axisRect(), m_overlay->name(), [this](QPainter& painter) {
    m_walked.paintUpTo(painter, m_scene.playhead, m_scene.tracks, m_scene.theme);
    paintProfileMoments(painter, m_scene);
  });

  connect(&laboratory.timeline(), &Timeline::playheadChanged, this, &ProfileView::refreshOverlay);
  connect(&laboratory.themes(), &ThemeSource::changed, this, [this] {
    applyTheme();
    if (!isHidden()) replotAll();
  });
  applyTheme();
}

void ProfileView::setUpAxes() {
  axisRect()->setRangeZoomFactor(0.85);
  for (QCPAxis* axis : {xAxis, yAxis}) {
    axis->grid()->setZeroLinePen(Qt::NoPen);
    axis->setTickLength(0);
    axis->setSubTickLength(0);
    axis->setSubTicks(false);
    axis->setTickLabelPadding(4);
    axis->setNumberFormat(QStringLiteral("gbc"));
    axis->setNumberPrecision(4);
  }
  axisRect()->setMinimumMargins(QMargins(4, 4, 6, 4));
  const auto moved = [this] {
    if (m_fitting) return;
    m_atHome = false;
    followAxes();
  };
  connect(yAxis, qOverload<const QCPRange&>(&QCPAxis::rangeChanged), this, moved);
  connect(xAxis, qOverload<const QCPRange&>(&QCPAxis::rangeChanged), this, moved);
  connect(this, &QCustomPlot::afterLayout, this, [this] {
    const bool resized = m_scene.frame.area != QRectF(axisRect()->rect());
    followAxes();
    if (resized && m_atHome && !m_drag && !m_scene.runs.empty()) fitView();
  });
}

void ProfileView::applyTheme() {
  m_scene.theme = m_laboratory.theme();
  setBackground(m_scene.theme.card);
  for (QCPAxis* axis : {xAxis, yAxis}) {
    axis->setBasePen(QPen(m_scene.theme.grid, 1));
    axis->setTickPen(Qt::NoPen);
    axis->setTickLabelColor(m_scene.theme.quietText);
    axis->setTickLabelFont(m_scene.theme.font(kTickText));
    axis->grid()->setPen(QPen(m_scene.theme.grid, 1));
  }
}

void ProfileView::show(std::vector<ShownRun> runs) {
  const bool same = runs == m_scene.runs && m_scene.selected == m_laboratory.selected();
  if (same) return;
  const Run& first = runs.front().run;
  const bool elsewhere = m_scene.runs.empty() || m_lossFunction.id != first.lossFunction.id ||
                         m_lossFunction.formula != first.lossFunction.formula ||
                         m_scene.runs.front().run.profileLine != first.profileLine;
  if (!m_scene.function || m_lossFunction != first.lossFunction) {
    m_lossFunction = first.lossFunction;
    const LossFunctionInfo info = lossFunctionInfo(first);
    m_scene.function = makeLossFunction(info, m_lossFunction.parameters);
    m_scene.domain = info.domain;
    m_scene.ofXAlone = info.ofXAlone;
  }
  m_scene.runs = std::move(runs);
  m_scene.selected = m_laboratory.selected();
  if (elsewhere) m_atHome = true;
  // While a start is dragged the picture stands still.
  if (m_atHome && !m_drag) fitView();
  replotAll();
}

void ProfileView::fitView() {
  m_scene.playhead = m_laboratory.timeline().playhead();
  const ravine::Box home = homeOf(m_scene);
  m_fitting = true;
  xAxis->setRange(home.x.lower, home.x.upper);
  yAxis->setRange(home.y.lower, home.y.upper);
  m_fitting = false;
  m_atHome = true;
  followAxes();
}

// What the picture follows from, read from the axes as they are now.
void ProfileView::followAxes() {
  const MapFrame frame{axisRect()->rect(),
                       {{xAxis->range().lower, xAxis->range().upper}, {yAxis->range().lower, yAxis->range().upper}}};
  if (frame == m_scene.frame) return;
  fitTicks();
  m_scene.frame = frame;
  m_walked.reset(size(), bufferDevicePixelRatio(), frame);
  workOut();
}

void ProfileView::fitTicks() {
  const QFontMetrics metrics(m_scene.theme.font(kTickText));
  const auto fitting = [](int room, double each) { return std::clamp(static_cast<int>(room / each), 1, 5); };
  const int ticks = fitting(axisRect()->height(), 2.4 * metrics.height());
  yAxis->ticker()->setTickCount(ticks);
  // As many digits as tell one tick from the next.
  const QCPRange range = yAxis->range();
  const double largest = std::max(std::abs(range.lower), std::abs(range.upper));
  const double digits = std::ceil(std::log10(largest * ticks / range.size())) + 1;
  yAxis->setNumberPrecision(std::isfinite(digits) ? std::clamp(static_cast<int>(digits), 3, 12) : 4);
  xAxis->ticker()->setTickCount(fitting(axisRect()->width(), 1.8 * metrics.horizontalAdvance(QStringLiteral("−2.5"))));
}

void ProfileView::workOut() {
  if (m_scene.runs.empty() || m_scene.frame.area.isEmpty()) return;
  m_scene.playhead = m_laboratory.timeline().playhead();
  m_scene.selected = m_laboratory.selected();
  m_details.workOut(m_scene);
}

// While playing nothing else is painted, unless the line turns with the steps.
void ProfileView::refreshOverlay() {
  if (isHidden()) return;
  workOut();
  if (m_scene.kind == ProfileLine::lastStep)
    replot();
  else
    m_overlay->replot();
}

void ProfileView::replotAll() {
  m_walked.reset(size(), bufferDevicePixelRatio(), m_scene.frame);
  workOut();
  setAccessibleDescription(descriptionOf(m_scene.runs));
  replot(rpQueuedReplot);
}

void ProfileView::resetView() {
  if (m_scene.runs.empty()) return;
  fitView();
  replotAll();
}

std::optional<ravine::Box> ProfileView::zoom() const {
  return m_atHome ? std::nullopt : std::optional(m_scene.frame.view);
}

void ProfileView::setZoom(const ravine::Box& box) {
  xAxis->setRange(box.x.lower, box.x.upper);
  yAxis->setRange(box.y.lower, box.y.upper);
  replotAll();
}

void ProfileView::reserve(const QRect& room) {
  m_scene.reserved = room;
}

const Run* ProfileView::startAt(const QPointF& pixel) const {
  for (const ShownRun& shown : m_scene.runs) {
    const QPointF at =
        m_scene.frame.toPixel(m_scene.placeOf(shown.run.start, m_scene.function->value(shown.run.start)));
    if (QLineF(pixel, at).length() <= m_scene.theme.px(kGrabRadius)) return &shown.run;
  }
  return nullptr;
}

void ProfileView::mousePressEvent(QMouseEvent* event) {
  if (m_scene.runs.empty() || m_drag) return;  // another button while the ring is held
  const Run* grabbed = event->button() == Qt::LeftButton ? startAt(event->position()) : nullptr;
  if (grabbed) {
    const double s = m_scene.frame.fromPixel(event->position()).x();
    m_drag = {grabbed->id, Document::newGesture(), grabbed->start, m_scene.line.along(grabbed->start) - s,
              m_scene.line};
    m_scene.held = m_scene.line;
    setCursor(Qt::ClosedHandCursor);
    return m_laboratory.lookAt(m_drag->run);
  }
  if (selectByPress(m_laboratory, m_scene.runs, event->modifiers())) return;
  QCustomPlot::mousePressEvent(event);
}

void ProfileView::mouseMoveEvent(QMouseEvent* event) {
  // Removed by a key meanwhile, or let go where this one was not told.
  if (m_drag && (!m_laboratory.experiment().find(m_drag->run) || !(event->buttons() & Qt::LeftButton))) endDrag();
  if (!m_drag) {
    setCursor(startAt(event->position()) ? Qt::OpenHandCursor : Qt::ArrowCursor);
    return QCustomPlot::mouseMoveEvent(event);
  }
  const double unit = 1 / m_scene.frame.perUnitX();
  const double s = m_scene.frame.fromPixel(event->position()).x() + m_drag->grip;
  const Line& line = m_drag->line;
  const double way = roundedToPixel(s, unit) - line.along(m_drag->start);
  m_laboratory.document().editRun(
      tr("Move start"), m_drag->run,
      [&](Run& run) {
        const Vector2 exact = m_drag->start + way * line.direction;
        // Along an axis the other coordinate stays to the last digit.
        if (line.direction.x() != 0) run.start.x() = roundedToPixel(exact.x(), unit);
        if (line.direction.y() != 0) run.start.y() = roundedToPixel(exact.y(), unit);
      },
      m_drag->gesture);
}

void ProfileView::endDrag() {
  m_drag.reset();
  m_scene.held.reset();
}

void ProfileView::hideEvent(QHideEvent* event) {
  endDrag();
  QCustomPlot::hideEvent(event);
}

void ProfileView::mouseReleaseEvent(QMouseEvent* event) {
  if (!m_drag) return QCustomPlot::mouseReleaseEvent(event);
  if (event->button() != Qt::LeftButton) return;
  endDrag();
  setCursor(Qt::OpenHandCursor);
  m_atHome ? resetView() : replotAll();
}

void ProfileView::mouseDoubleClickEvent(QMouseEvent*) {
  resetView();
}

// While another picture was shown, this one did not follow.
void ProfileView::showEvent(QShowEvent* event) {
  QCustomPlot::showEvent(event);
  if (!m_scene.runs.empty()) replotAll();
}

}  // namespace ravine
