#include "ui/chart/chart_view.h"

#include <QMouseEvent>
#include <QPainter>
#include <algorithm>
#include <cmath>

#include "ui/look/painted_layer.h"

namespace ravine {
namespace {

constexpr int kHeadMargin = 6;  // pixels around the axes that a head may need

}  // namespace

ChartView::ChartView(Laboratory& laboratory, Model model, const QString& name, QWidget* parent)
    : QCustomPlot(parent), m_laboratory(laboratory), m_model(model) {
  setMinimumSize(140, 90);
  setAccessibleName(name);
  setFocusPolicy(Qt::ClickFocus);
  setCursor(Qt::PointingHandCursor);
  for (QCPAxis* axis : {xAxis, yAxis}) {
    axis->setTickLength(0);
    axis->setSubTickLength(0);
    axis->setSubTicks(false);
    axis->setTickLabelPadding(6);
    axis->grid()->setZeroLinePen(Qt::NoPen);
  }
  xAxis->grid()->setVisible(false);
  axisRect()->setMinimumMargins(QMargins(8, 10, 14, 6));

  m_overlay = addOverlay(*this);
  new PaintedLayer(
      axisRect(), m_overlay->name(), [this](QPainter& painter) { paintCached(painter); }, kHeadMargin);
  connect(this, &QCustomPlot::afterLayout, this, [this] {
    if (m_scene.area == axisRect()->rect()) return;
    m_scene.area = axisRect()->rect();
    m_lines.clear();
  });
  connect(this, &QCustomPlot::beforeReplot, this, [this] { m_painted = {}; });
  connect(&laboratory, &Laboratory::changed, this, &ChartView::follow);
  connect(&laboratory.timeline(), &Timeline::playheadChanged, this, &ChartView::refreshPlayhead);
  connect(&laboratory.themes(), &ThemeSource::changed, this, [this] {
    applyTheme();
    replot(rpQueuedReplot);
  });
  applyTheme();
  follow({.experiment = true, .results = true, .selection = true});
}

void ChartView::applyTheme() {
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

// Another selection alone changes only which curves lie on top.
void ChartView::follow(const Change& change) {
  m_scene.selected = m_laboratory.selected();
  m_scene.playhead = m_laboratory.timeline().playhead();
  if (change.experiment || change.results) {
    refreshContent();
    replot(rpQueuedReplot);
  } else {
    m_painted = {};
    m_overlay->replot();
  }
}

void ChartView::refreshContent() {
  m_scene.content = m_model(m_laboratory.shownRuns());
  m_scene.steps = {0, std::max<double>(1, static_cast<double>(m_laboratory.timeline().lastStep()))};
  m_lines.clear();
  xAxis->setRange(m_scene.steps.lower, m_scene.steps.upper);
  setUpValueAxis();
  setAccessibleDescription(m_scene.content.text);
  emit noteChanged(m_scene.content.note);
}

void ChartView::setUpValueAxis() {
  const Interval& range = m_scene.content.range;
  if (m_scene.content.logarithmic) {
    yAxis->setScaleType(QCPAxis::stLogarithmic);
    auto ticker = QSharedPointer<QCPAxisTickerLog>::create();
    const double decades = std::log10(range.upper / range.lower);
    ticker->setLogBase(decades < 2 ? 10 : std::pow(10, std::ceil(decades / 5)));
    ticker->setSubTickCount(0);
    yAxis->setTicker(ticker);
    yAxis->setNumberFormat(QStringLiteral("ebc"));
    yAxis->setNumberPrecision(0);
  } else {
    yAxis->setScaleType(QCPAxis::stLinear);
    auto ticker = QSharedPointer<QCPAxisTicker>::create();
    ticker->setTickCount(4);
    yAxis->setTicker(ticker);
    yAxis->setNumberFormat(QStringLiteral("gbc"));
    yAxis->setNumberPrecision(3);
  }
  yAxis->setRange(range.lower, range.upper);
}

void ChartView::refreshPlayhead() {
  m_scene.playhead = m_laboratory.timeline().playhead();
  m_overlay->replot();
}

void ChartView::mousePressEvent(QMouseEvent* event) {
  if (event->button() == Qt::LeftButton) movePlayheadTo(event->position().x());
}

void ChartView::mouseMoveEvent(QMouseEvent* event) {
  if (event->buttons() & Qt::LeftButton) movePlayheadTo(event->position().x());
}

void ChartView::movePlayheadTo(double pixelX) {
  m_laboratory.timeline().setPlaying(false);
  m_laboratory.timeline().setPlayhead(std::round(xAxis->pixelToCoord(pixelX)));
}

// What paintChart() paints, with the curves from a pixmap.
void ChartView::paintCached(QPainter& painter) {
  if (m_lines.empty()) m_lines = traceCurves(m_scene);
  const double ratio = bufferDevicePixelRatio();
  if (m_painted.isNull()) {
    m_painted = QPixmap(size() * ratio);
    m_painted.setDevicePixelRatio(ratio);
    m_painted.fill(Qt::transparent);
    QPainter curves(&m_painted);
    curves.setRenderHint(QPainter::Antialiasing);
    paintCurves(curves, m_scene, m_lines);
  }
  const double x = ChartScale(m_scene).x(m_scene.playhead);
  const QRectF past(0, 0, x, height());
  const QRectF future(x, 0, width() - x, height());
  const auto inPixmap = [ratio](const QRectF& r) { return QRectF(r.topLeft() * ratio, r.size() * ratio); };
  painter.drawPixmap(past, m_painted, inPixmap(past));
  painter.setOpacity(futureOpacity(m_scene.theme));
  painter.drawPixmap(future, m_painted, inPixmap(future));
  painter.setOpacity(1);
  paintPlayhead(painter, m_scene);
}

}  // namespace ravine
