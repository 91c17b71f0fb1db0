#include "ui/map/picture_plot.h"

#include <algorithm>
#include <cmath>
#include <utility>

#include "ui/look/focus_ring.h"
#include "ui/look/number_ticker.h"
#include "ui/look/painted_layer.h"

namespace ravine {

PicturePlot::PicturePlot(Laboratory& laboratory, QWidget* parent) : QCustomPlot(parent), m_laboratory(laboratory) {
  setMinimumSize(80, 50);
  setFocusPolicy(Qt::StrongFocus);  // a click takes the keys from a field
  showFocusOf(*this);
  setInteractions(QCP::iRangeDrag | QCP::iRangeZoom);
  m_content = layer(QStringLiteral("main"));
  m_content->setMode(QCPLayer::lmBuffered);
  moveLayer(layer(QStringLiteral("axes")), m_content, limBelow);  // in one buffer with the grid
  m_overlay = addOverlay(*this);
  axisRect()->setRangeZoomFactor(0.85);
  axisRect()->setMinimumMargins(QMargins(4, 4, 6, 4));
  for (QCPAxis* axis : axisRect()->axes()) {
    axis->setTicker(QSharedPointer<NumberTicker>::create());
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
  connect(this, &QCustomPlot::afterLayout, this, [this] {
    const bool resized = std::exchange(m_area, axisRect()->rect()) != axisRect()->rect();
    if (resized && m_atHome && !isDragged() && !shownRuns().empty()) fitView();
    followAxes();
  });
  connect(this, &QCustomPlot::beforeReplot, this, [this] { m_ticksOfReplot = axesLook().ticks; });
  connect(this, &QCustomPlot::afterReplot, this, [this] {
    m_axesPainted = AxesLook{frame(), m_ticksOfReplot};
    m_willReplot = false;
    if (m_axesPainted != axesLook()) replot(rpQueuedReplot);
  });
}

MapFrame PicturePlot::frame() const {
  return {axisRect()->rect(),
          {{xAxis->range().lower, xAxis->range().upper}, {yAxis->range().lower, yAxis->range().upper}}};
}

PicturePlot::AxesLook PicturePlot::axesLook() const {
  return {frame(), {xAxis->ticker()->tickCount(), yAxis->ticker()->tickCount()}};
}

void PicturePlot::setHome(const ravine::Box& box) {
  m_settingHome = true;
  xAxis->setRange(box.x.lower, box.x.upper);
  yAxis->setRange(box.y.lower, box.y.upper);
  m_settingHome = false;
  m_atHome = true;
  followAxes();
}

void PicturePlot::replotSoon() {
  if (m_axesPainted != axesLook()) return replot(rpQueuedReplot);
  if (!std::exchange(m_willReplot, true))
    QMetaObject::invokeMethod(this, &PicturePlot::replotContent, Qt::QueuedConnection);
}

void PicturePlot::replotContent() {
  if (!std::exchange(m_willReplot, false)) return;  // all of it was painted meanwhile
  if (m_axesPainted != axesLook()) return replot();
  m_content->replot();
  m_overlay->replot();
}

void PicturePlot::resetView() {
  if (shownRuns().empty()) return;
  m_atHome = true;
  fitView();
  replotAll();
}

std::optional<ravine::Box> PicturePlot::zoom() const {
  return m_atHome ? std::nullopt : std::optional(frame().view);
}

void PicturePlot::setZoom(const ravine::Box& box) {
  xAxis->setRange(box.x.lower, box.x.upper);
  yAxis->setRange(box.y.lower, box.y.upper);
  replotAll();
}

int PicturePlot::fitTicks(const Theme& theme, int mostTicks) {
  const QFontMetrics metrics(theme.font(kTickText));
  const auto fitting = [mostTicks](int room, double each) {
    return std::clamp(static_cast<int>(room / each), 1, mostTicks);
  };
  const int ticks = fitting(axisRect()->height(), 2.3 * metrics.height());
  yAxis->ticker()->setTickCount(ticks);
  xAxis->ticker()->setTickCount(fitting(axisRect()->width(), 1.8 * metrics.horizontalAdvance(QStringLiteral("−2.5"))));
  return ticks;
}

void PicturePlot::fitNumbers(int ticks) {
  const QCPRange range = yAxis->range();
  const double largest = std::max(std::abs(range.lower), std::abs(range.upper));
  const double digits = std::ceil(std::log10(largest * ticks / range.size())) + 1;
  yAxis->setNumberPrecision(std::isfinite(digits) ? std::clamp(static_cast<int>(digits), 3, 12) : 4);
}

void PicturePlot::showGrid(const Theme& theme) {
  setBackground(theme.card);
  for (QCPAxis* axis : {xAxis, yAxis}) {
    axis->setBasePen(QPen(theme.grid, 1));
    axis->setTickPen(Qt::NoPen);
    axis->setTickLabelColor(theme.quietText);
    axis->setTickLabelFont(theme.font(kTickText));
    axis->grid()->setPen(QPen(theme.grid, 1));
    axis->grid()->setZeroLinePen(Qt::NoPen);
    axis->setNumberFormat(QStringLiteral("gbc"));
  }
}

// While another picture was shown, this one did not follow.
void PicturePlot::showEvent(QShowEvent* event) {
  QCustomPlot::showEvent(event);
  if (!shownRuns().empty()) replotAll();
}

}  // namespace ravine
