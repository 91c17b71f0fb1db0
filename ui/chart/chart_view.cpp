#include "ui/chart/chart_view.h"

#include <QMouseEvent>
#include <QPainter>
#include <algorithm>
#include <cmath>

#include "ui/chart/axes.h"
#include "ui/look/focus_ring.h"
#include "ui/look/number_ticker.h"
#include "ui/look/painted_layer.h"

namespace ravine {
namespace {

constexpr int kHeadMargin = 6;  // pixels around the axes that a head may need

// Where a range holds no two powers of ten, as on paper.
QSharedPointer<QCPAxisTicker> ticksWithinADecade(const Interval& range, int most) {
  auto ticker = QSharedPointer<QCPAxisTickerText>::create();
  for (const Tick& tick : decadesIn(range, most)) ticker->addTick(tick.at, tick.text);
  return ticker;
}

// Numbers that count epochs of so many steps, whole ones as far as there are any.
class EpochTicker : public QCPAxisTicker {
 public:
  explicit EpochTicker(double stepsPerEpoch) : m_stepsPerEpoch(stepsPerEpoch) {}

 protected:
  double getTickStep(const QCPRange& range) override {
    const QCPRange epochs(range.lower / m_stepsPerEpoch, range.upper / m_stepsPerEpoch);
    const double step = std::max(1.0, QCPAxisTicker::getTickStep(epochs));
    return m_stepsPerEpoch * (step == std::floor(step) ? step : 2 * step);  // 2.5 becomes 5
  }
  QString getTickLabel(double tick, const QLocale& locale, QChar format, int precision) override {
    return QCPAxisTicker::getTickLabel(tick / m_stepsPerEpoch, locale, format, precision);
  }

 private:
  double m_stepsPerEpoch;
};

}  // namespace

ChartView::ChartView(Laboratory& laboratory, Model model, QWidget* parent)
    : QCustomPlot(parent), m_laboratory(laboratory), m_model(model) {
  setMinimumSize(140, 60);
  setFocusPolicy(Qt::StrongFocus);
  showFocusOf(*this);
  setCursor(Qt::PointingHandCursor);
  setMouseTracking(true);
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
    const bool higher = m_scene.area.height() != axisRect()->rect().height();
    m_scene.area = axisRect()->rect();
    m_lines.clear();
    fitStepTicks();
    if (higher) setUpValueAxis();  // as many ticks as there is room for
  });
  connect(this, &QCustomPlot::beforeReplot, this, [this] { m_painted = {}; });
  connect(&laboratory, &Laboratory::changed, this, &ChartView::follow);
  connect(&laboratory.timeline(), &Timeline::playheadChanged, this, &ChartView::refreshPlayhead);
  connect(&laboratory.predictions(), &Predictions::changed, this, &ChartView::followPredictions);
  connect(&laboratory.themes(), &ThemeSource::changed, this, [this] {
    applyTheme();
    m_lines.clear();
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
  xAxis->setLabelColor(m_scene.theme.quietText);
  xAxis->setLabelFont(m_scene.theme.font(kTickText));
  xAxis->setLabelPadding(0);
}

// Another selection alone changes only which curves lie on top, and whose schedule is named.
void ChartView::follow(const Change& change) {
  m_scene.selected = m_laboratory.selected();
  m_scene.playhead = m_laboratory.timeline().playhead();
  if (change.loaded) m_zoom.reset();
  if (change.experiment || change.results || m_showsLandmarks) {
    refreshContent();
    replot(rpQueuedReplot);
  } else {
    m_painted = {};
    m_overlay->replot();
  }
}

void ChartView::refreshContent() {
  const ChartSettings& settings = m_laboratory.experiment().charts;
  if (settings != m_settings) m_zoom.reset();
  m_settings = settings;
  m_scene.content = m_model(m_laboratory.shownRuns(), settings);
  if (m_showsLandmarks) m_scene.content.landmarks = landmarks(m_laboratory.selectedRun());
  m_scene.pointed.reset();
  followPredictions();
  setUpAxes();
  emit contentChanged();
}

QString ChartView::whatItShows() const {
  return describe(m_scene, m_laboratory.shownRuns());
}

void ChartView::setUpAxes() {
  const Interval all{0, std::max<double>(1, static_cast<double>(m_laboratory.timeline().lastStep()))};
  m_scene.steps = m_zoom ? m_zoom->steps : all;
  m_scene.values = m_zoom ? m_zoom->values : m_scene.content.range;
  m_lines.clear();
  const auto perEpoch = static_cast<double>(m_scene.content.stepsPerEpoch);
  xAxis->setTicker(perEpoch > 1 ? QSharedPointer<QCPAxisTicker>(new EpochTicker(perEpoch))
                                : QSharedPointer<QCPAxisTicker>(new QCPAxisTicker));
  fitStepTicks();
  xAxis->setRange(m_scene.steps.lower, m_scene.steps.upper);
  setUpValueAxis();
}

// As many as have room beside each other.
void ChartView::fitStepTicks() {
  const double each = 1.8 * QFontMetrics(m_scene.theme.font(kTickText)).horizontalAdvance(QStringLiteral("1000"));
  xAxis->ticker()->setTickCount(std::clamp(static_cast<int>(m_scene.area.width() / each), 2, 6));
}

void ChartView::setUpValueAxis() {
  const Interval& range = m_scene.values;
  const double line = 2.2 * QFontMetrics(m_scene.theme.font(kTickText)).height();
  const int mostTicks = std::clamp(static_cast<int>(m_scene.area.height() / line), 2, 5);
  const bool logarithmic = m_scene.content.logarithmic;
  const double decades = logarithmic ? std::log10(range.upper / range.lower) : 0;
  yAxis->setScaleType(logarithmic ? QCPAxis::stLogarithmic : QCPAxis::stLinear);
  if (decades >= 1) {
    auto ticker = QSharedPointer<QCPAxisTickerLog>::create();
    ticker->setLogBase(std::pow(10, std::max(1.0, std::ceil(decades / mostTicks))));
    ticker->setSubTickCount(0);
    yAxis->setTicker(ticker);
    yAxis->setNumberFormat(QStringLiteral("ebc"));
    yAxis->setNumberPrecision(0);
  } else if (logarithmic) {
    yAxis->setTicker(ticksWithinADecade(range, mostTicks));
  } else {
    auto ticker = QSharedPointer<NumberTicker>::create();
    ticker->setTickCount(mostTicks - 1);
    yAxis->setTicker(ticker);
    yAxis->setNumberFormat(QStringLiteral("gbc"));
    yAxis->setNumberPrecision(3);
  }
  yAxis->setRange(range.lower, range.upper);
}

void ChartView::showLandmarks(bool shown) {
  m_showsLandmarks = shown;
  refreshContent();
  replot(rpQueuedReplot);
}

std::optional<Box> ChartView::zoomBox() const {
  return m_zoom ? std::optional(Box{m_zoom->steps, m_zoom->values}) : std::nullopt;
}

void ChartView::setZoomBox(const std::optional<Box>& box) {
  if (box && (!m_scene.content.logarithmic || box->y.lower > 0))
    setZoom(Zoom{box->x, box->y});
  else
    setZoom(std::nullopt);
}

void ChartView::setZoom(const std::optional<Zoom>& zoom) {
  m_zoom = zoom;
  setUpAxes();
  replot(rpQueuedReplot);
}

// Stretched about a place by a factor.
Interval ChartView::scaled(const Interval& interval, double from, double factor, bool logarithmic) const {
  if (!logarithmic) return {from + factor * (interval.lower - from), from + factor * (interval.upper - from)};
  const Interval logs{std::log(interval.lower), std::log(interval.upper)};
  const Interval next = scaled(logs, std::log(from), factor, false);
  return {std::exp(next.lower), std::exp(next.upper)};
}

bool ChartView::isToBeDrawnOn() const {
  return m_model == lossContent && m_settings.quantity == Quantity::loss && m_laboratory.predictions().isAsking();
}

// The loss of the selected run, from where it begins. Going back over a part draws that part anew.
void ChartView::drawTo(const QPointF& pixel) {
  const RunId run = m_laboratory.selected();
  const auto curve = std::find_if(m_scene.content.curves.begin(), m_scene.content.curves.end(),
                                  [run](const Curve& each) { return each.run == run; });
  if (curve == m_scene.content.curves.end()) return;
  const double last = static_cast<double>(m_laboratory.selectedRun().steps);
  const Vector2 to(std::clamp(std::round(xAxis->pixelToCoord(pixel.x())), 0.0, last),
                   std::clamp(yAxis->pixelToCoord(pixel.y()), m_scene.values.lower, m_scene.values.upper));
  Prediction prediction = m_laboratory.predictions().of(run);
  prediction.curveBase = curve->values.base;
  prediction.curveFloor = m_scene.content.logarithmic ? m_scene.content.range.lower : 0;
  std::vector<Vector2>& points = prediction.curve;
  if (points.empty()) points.emplace_back(0, curve->values[0]);
  const double from = m_drawnTo.value_or(to).x();
  const double lower = std::min(from, to.x());
  const double upper = std::max(from, to.x());
  std::erase_if(points, [&, drawnTo = m_drawnTo](const Vector2& p) {
    return p.x() > 0 && p.x() >= lower && p.x() <= upper && !(drawnTo && p == *drawnTo && from != to.x());
  });
  if (to.x() > 0)
    points.insert(std::upper_bound(points.begin(), points.end(), to,
                                   [](const Vector2& a, const Vector2& b) { return a.x() < b.x(); }),
                  to);
  m_drawnTo = to;
  m_laboratory.predictions().set(run, prediction);
}

void ChartView::followPredictions() {
  std::vector<Sketch> sketches;
  if (m_model == lossContent && m_settings.quantity == Quantity::loss)
    for (const Run& run : m_laboratory.runs())
      if (const auto& points = m_laboratory.predictions().of(run.id).curve; points.size() > 1)
        sketches.push_back({run.id, run.colour, points});
  if (sketches == m_scene.sketches) return;
  m_scene.sketches = std::move(sketches);
  m_overlay->replot();
}

void ChartView::refreshPlayhead() {
  m_scene.playhead = m_laboratory.timeline().playhead();
  m_overlay->replot();
}

void ChartView::mousePressEvent(QMouseEvent* event) {
  if (event->button() == Qt::LeftButton && isToBeDrawnOn()) {
    m_drawnTo.reset();
    return drawTo(event->position());
  }
  if (event->button() == Qt::LeftButton) {
    m_playheadBefore = m_laboratory.timeline().playhead();
    movePlayheadTo(event->position().x());
  }
  if (event->button() == Qt::RightButton || event->button() == Qt::MiddleButton) m_pan = {event->position(), zoomNow()};
}

void ChartView::mouseMoveEvent(QMouseEvent* event) {
  if (m_pan) {
    const QPointF moved = event->position() - m_pan->from;
    const QSizeF area = m_scene.area.size();
    const auto shifted = [](const Interval& interval, double part, bool logarithmic) {
      if (!logarithmic)
        return Interval{interval.lower + part * interval.length(), interval.upper + part * interval.length()};
      const double factor = std::pow(interval.upper / interval.lower, part);
      return Interval{interval.lower * factor, interval.upper * factor};
    };
    return setZoom(Zoom{shifted(m_pan->zoom.steps, -moved.x() / area.width(), false),
                        shifted(m_pan->zoom.values, moved.y() / area.height(), m_scene.content.logarithmic)});
  }
  setCursor(isToBeDrawnOn() ? Qt::CrossCursor : Qt::ArrowCursor);
  if ((event->buttons() & Qt::LeftButton) && isToBeDrawnOn()) return drawTo(event->position());
  if (event->buttons() & Qt::LeftButton) return movePlayheadTo(event->position().x());
  pointTo(pointAt(m_scene, event->position()));
}

void ChartView::mouseReleaseEvent(QMouseEvent* event) {
  if (event->button() != Qt::LeftButton) m_pan.reset();
}

void ChartView::mouseDoubleClickEvent(QMouseEvent* event) {
  if (event->button() != Qt::LeftButton || isToBeDrawnOn()) return;
  m_laboratory.timeline().setPlayhead(m_playheadBefore);  // the first click was none of its own
  setZoom(std::nullopt);
}

// Over an axis the wheel zooms that axis alone.
void ChartView::wheelEvent(QWheelEvent* event) {
  constexpr double notch = 0.85;
  const QPointF at = event->position();
  const double factor = std::pow(notch, event->angleDelta().y() / 120.0);
  constexpr double fewestSteps = 2;
  Zoom zoom = zoomNow();
  const bool logarithmic = m_scene.content.logarithmic;
  if (at.x() >= m_scene.area.left()) zoom.steps = scaled(zoom.steps, xAxis->pixelToCoord(at.x()), factor, false);
  if (at.y() <= m_scene.area.bottom())
    zoom.values = scaled(zoom.values, yAxis->pixelToCoord(at.y()), factor, logarithmic);
  const bool sound = zoom.steps.length() >= fewestSteps && std::isfinite(zoom.values.length()) &&
                     zoom.values.upper > zoom.values.lower && (!logarithmic || zoom.values.lower > 0);
  if (sound) setZoom(zoom);
  event->accept();
}

void ChartView::leaveEvent(QEvent* event) {
  QCustomPlot::leaveEvent(event);
  pointTo(std::nullopt);
}

void ChartView::pointTo(const std::optional<ChartPoint>& point) {
  if (point == m_scene.pointed) return;
  m_scene.pointed = point;
  m_overlay->replot();
}

void ChartView::movePlayheadTo(double pixelX) {
  m_laboratory.timeline().setPlaying(false);
  m_laboratory.timeline().setPlayhead(std::round(xAxis->pixelToCoord(pixelX)));
}

// What paintChart() paints, with the curves from a pixmap.
void ChartView::paintCached(QPainter& painter) {
  if (m_lines.empty()) m_lines = traceCurves(m_scene);
  const double ratio = bufferDevicePixelRatio();
  const auto painted = [&](auto paint) {
    QPixmap pixmap(size() * ratio);
    pixmap.setDevicePixelRatio(ratio);
    pixmap.fill(Qt::transparent);
    QPainter onto(&pixmap);
    onto.setRenderHint(QPainter::Antialiasing);
    paint(onto, m_scene, m_lines);
    return pixmap;
  };
  if (m_painted.isNull()) {
    m_painted = painted(paintCurves);
    m_ends = painted(paintEnds);
  }
  const double x = ChartScale(m_scene).x(m_scene.playhead);
  const QRectF past(0, 0, x, height());
  const QRectF future(x, 0, width() - x, height());
  const auto inPixmap = [ratio](const QRectF& r) { return QRectF(r.topLeft() * ratio, r.size() * ratio); };
  painter.drawPixmap(past, m_painted, inPixmap(past));
  painter.setOpacity(m_scene.content.endIsKept ? 0 : futureOpacity(m_scene.theme));
  painter.drawPixmap(future, m_painted, inPixmap(future));
  painter.setOpacity(1);
  paintSketches(painter, m_scene);
  paintLandmarks(painter, m_scene, m_lines);
  paintPlayhead(painter, m_scene);
  if (!m_scene.content.endIsKept) painter.drawPixmap(0, 0, m_ends);
  paintPointed(painter, m_scene);
}

}  // namespace ravine
