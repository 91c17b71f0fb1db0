#include "ui/chart/chart_view.h"

#include <QMouseEvent>
#include <QPainter>
#include <algorithm>
#include <cmath>
#include <limits>

#include "ui/look/painted_layer.h"
#include "ui/words/wording.h"

namespace ravine {
namespace {

constexpr double kCurveWidth = 2;
constexpr double kFutureOpacity = 0.28;
constexpr double kFutureOpacityInTheDark = 0.42;
constexpr double kArrow = 5;  // pixels
constexpr int kHeadMargin = 6;
constexpr int kOtherLimitAlpha = 130;  // of the limits of runs that are not selected

}  // namespace

ChartView::ChartView(Context& context, Model model, const QString& name, QWidget* parent)
    : QCustomPlot(parent), m_context(context), m_model(model) {
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
      axisRect(), m_overlay->name(), [this](QPainter& painter) { paintOverlay(painter); }, kHeadMargin);
  connect(this, &QCustomPlot::beforeReplot, this, [this] { m_painted = {}; });
  connect(&context.results, &Results::changed, this, &ChartView::refresh);
  connect(&context.document, &Document::changed, this, &ChartView::refresh);
  connect(&context.timeline, &Timeline::lastStepChanged, this, &ChartView::refresh);
  connect(&context.timeline, &Timeline::playheadChanged, this, [this] { m_overlay->replot(); });
  connect(&context.timeline, &Timeline::selectionChanged, this, &ChartView::refresh);
  connect(&context.themes, &ThemeSource::changed, this, [this] {
    applyTheme();
    refresh();
  });
  applyTheme();
  refresh();
}

void ChartView::applyTheme() {
  const Theme& theme = m_context.theme();
  setBackground(theme.card);
  for (QCPAxis* axis : {xAxis, yAxis}) {
    axis->setBasePen(QPen(theme.grid, 1));
    axis->setTickPen(Qt::NoPen);
    axis->setTickLabelColor(theme.quietText);
    axis->setTickLabelFont(textFont(kSmallText));
    axis->grid()->setPen(QPen(theme.grid, 1));
  }
}

void ChartView::refresh() {
  if (m_context.results.runs().size() != m_context.runs().size()) return;  // the results are about to follow
  m_content = m_model(m_context);
  xAxis->setRange(0, std::max<double>(1, static_cast<double>(m_context.timeline.lastStep())));
  if (m_content.logarithmic) {
    yAxis->setScaleType(QCPAxis::stLogarithmic);
    auto ticker = QSharedPointer<QCPAxisTickerLog>::create();
    const double decades = std::log10(m_content.range.upper / m_content.range.lower);
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
  yAxis->setRange(m_content.range);
  setAccessibleDescription(m_content.text);
  emit noteChanged(m_content.note);
  replot(rpQueuedReplot);
}

QPointF ChartView::toPixel(double step, double value) const {
  return {xAxis->coordToPixel(step), yAxis->coordToPixel(value)};
}

void ChartView::mousePressEvent(QMouseEvent* event) {
  if (event->button() == Qt::LeftButton) movePlayheadTo(event->position().x());
}

void ChartView::mouseMoveEvent(QMouseEvent* event) {
  if (event->buttons() & Qt::LeftButton) movePlayheadTo(event->position().x());
}

void ChartView::movePlayheadTo(double pixelX) {
  m_context.timeline.setPlaying(false);
  m_context.timeline.setPlayhead(std::round(xAxis->pixelToCoord(pixelX)));
}

void ChartView::paintCurves() {
  m_painted = QPixmap(size() * bufferDevicePixelRatio());
  m_painted.setDevicePixelRatio(bufferDevicePixelRatio());
  m_painted.fill(Qt::transparent);
  QPainter painter(&m_painted);
  painter.setRenderHint(QPainter::Antialiasing);
  painter.setClipRect(axisRect()->rect().adjusted(0, -2, 0, 2));
  // The selected run lies on top.
  const int selected = m_context.timeline.selectedRun();
  for (const bool top : {false, true})
    for (const Curve& curve : m_content.curves)
      if ((curve.run == selected) == top) paintCurve(painter, curve);
}

// One vertical stroke for each column of pixels a curve crosses more than once, so that long runs paint fast and lose
// no spike.
void ChartView::paintCurve(QPainter& painter, const Curve& curve) const {
  QColor colour = runLineColour(m_context.run(curve.run).colour, m_context.theme());
  if (curve.dashed && curve.run != m_context.timeline.selectedRun()) colour.setAlpha(kOtherLimitAlpha);
  QPen pen(colour, curve.dashed ? 1.2 : kCurveWidth);
  if (curve.dashed) pen.setDashPattern({4, 3});
  pen.setCapStyle(Qt::FlatCap);
  pen.setJoinStyle(Qt::BevelJoin);  // round ones cost as much as all the rest of a repaint
  painter.setPen(pen);
  const QRectF area = axisRect()->rect();
  const double highest = area.top() - 1e4;  // far outside the clip, within what a painter can take
  const double lowest = area.bottom() + 1e4;
  // What the axes do, without asking them for each of thousands of points.
  const bool logarithmic = yAxis->scaleType() == QCPAxis::stLogarithmic;
  const auto scaled = [&](double value) {
    return logarithmic ? std::log(std::max(value, std::numeric_limits<double>::min())) : value;
  };
  const double left = xAxis->coordToPixel(0);
  const double perStep = xAxis->coordToPixel(1) - left;
  const double bottom = yAxis->coordToPixel(yAxis->range().lower);
  const double scaledLower = scaled(yAxis->range().lower);
  const double perUnit =
      (yAxis->coordToPixel(yAxis->range().upper) - bottom) / (scaled(yAxis->range().upper) - scaledLower);
  QPolygonF line;
  const auto flush = [&] {
    if (line.size() > 1) painter.drawPolyline(line);
    line.clear();
  };
  double column = std::numeric_limits<double>::quiet_NaN();
  double low = 0;
  double high = 0;
  for (std::size_t t = 0; t < curve.values.size(); ++t) {
    if (std::isnan(curve.values[t])) {
      flush();
      column = std::numeric_limits<double>::quiet_NaN();
      continue;
    }
    QPointF at(left + static_cast<double>(t) * perStep, bottom + (scaled(curve.values[t]) - scaledLower) * perUnit);
    at.setY(std::clamp(at.y(), highest, lowest));
    if (std::floor(at.x()) == column) {
      if (at.y() >= low && at.y() <= high) continue;
      low = std::min(low, at.y());
      high = std::max(high, at.y());
    } else {
      column = std::floor(at.x());
      low = high = at.y();
    }
    line << at;
  }
  flush();
  if (!curve.dashed) paintExit(painter, curve);
}

// Where a curve leaves the chart for good: an arrow and its last value, so that nothing is hidden silently. Where it
// ends early within the chart: a cross.
void ChartView::paintExit(QPainter& painter, const Curve& curve) const {
  if (curve.values.empty() || curve.endMark.isEmpty()) return;
  const Theme& theme = m_context.theme();
  const QRectF area = axisRect()->rect();
  std::size_t exit = curve.values.size();
  while (exit > 0 && curve.values[exit - 1] > m_content.range.upper) --exit;
  const bool leaves = exit < curve.values.size();
  const std::size_t last = leaves ? exit : curve.values.size() - 1;
  QPointF at = toPixel(static_cast<double>(last), std::min(curve.values[last], m_content.range.upper));
  const QColor colour = runLineColour(m_context.run(curve.run).colour, m_context.theme());
  QString text = curve.endMark;
  painter.setPen(QPen(colour, 2));
  painter.setBrush(colour);
  if (leaves) {
    at.setY(area.top() + 1);
    painter.drawPolygon(QPolygonF{at, at + QPointF(-kArrow, 1.7 * kArrow), at + QPointF(kArrow, 1.7 * kArrow)});
    text += QStringLiteral(" → ") + wording::number(curve.values.back(), 2);
  } else {
    painter.drawLine(at + QPointF(-4, -4), at + QPointF(4, 4));
    painter.drawLine(at + QPointF(-4, 4), at + QPointF(4, -4));
  }
  painter.setFont(textFont(kSmallText, QFont::DemiBold));
  QRectF box = QFontMetricsF(painter.font()).boundingRect(text);
  // To the right of the end, where its own curve is not.
  box.moveTopLeft({std::min(at.x() + 10, area.right() - box.width() - 4), at.y() + (leaves ? 1.7 * kArrow + 3 : -18)});
  box.moveTop(std::clamp(box.top(), area.top() + 1, area.bottom() - box.height()));
  painter.setPen(Qt::NoPen);
  painter.setBrush(theme.card);
  painter.drawRoundedRect(box.adjusted(-3, -1, 3, 1), 3, 3);
  painter.setPen(runTextColour(m_context.run(curve.run).colour, theme));
  painter.drawText(box, Qt::AlignCenter | Qt::TextDontClip, text);
}

void ChartView::paintOverlay(QPainter& painter) {
  const auto isGone = [this](const Curve& curve) { return curve.run >= static_cast<int>(m_context.runs().size()); };
  if (m_content.curves.empty() || std::any_of(m_content.curves.begin(), m_content.curves.end(), isGone)) return;
  if (m_painted.isNull()) paintCurves();
  const double step = m_context.timeline.playhead();
  const QRectF area = axisRect()->rect();
  const double x = xAxis->coordToPixel(step);
  const QRectF past(0, 0, x, height());
  const QRectF future(x, 0, width() - x, height());
  const double ratio = m_painted.devicePixelRatio();
  const auto inPixmap = [ratio](const QRectF& r) { return QRectF(r.topLeft() * ratio, r.size() * ratio); };
  painter.drawPixmap(past, m_painted, inPixmap(past));
  painter.setOpacity(m_context.theme().dark ? kFutureOpacityInTheDark : kFutureOpacity);
  painter.drawPixmap(future, m_painted, inPixmap(future));
  painter.setOpacity(1);

  const Theme& theme = m_context.theme();
  painter.setPen(QPen(theme.quietText, 1, Qt::CustomDashLine));
  QPen dashes(theme.quietText, 1);
  dashes.setDashPattern({3, 3});
  painter.setPen(dashes);
  painter.drawLine(QPointF(x, area.top()), QPointF(x, area.bottom()));
  for (const Curve& curve : m_content.curves) {
    if (curve.dashed || curve.values.empty()) continue;
    const auto last = static_cast<double>(curve.values.size() - 1);
    const double at = std::min(step, last);
    const auto t = static_cast<std::size_t>(at);
    const std::size_t next = std::min(t + 1, curve.values.size() - 1);
    const QPointF from = toPixel(static_cast<double>(t), curve.values[t]);
    const QPointF to = toPixel(static_cast<double>(next), curve.values[next]);
    const QPointF head = from + (at - static_cast<double>(t)) * (to - from);
    if (!area.adjusted(-1, -1, 1, 1).contains(head)) continue;
    painter.setPen(QPen(theme.card, 1.2));
    painter.setBrush(runLineColour(m_context.run(curve.run).colour, m_context.theme()));
    drawRunMarker(painter, head, 4.5, m_context.run(curve.run).colour);
  }
}

}  // namespace ravine
