#include "ui/map/landscape_view.h"

#include <QMouseEvent>
#include <QPainter>
#include <algorithm>
#include <cmath>
#include <numbers>

#include "core/run/step.h"
#include "ui/look/painted_layer.h"
#include "ui/map/map_overlays.h"
#include "ui/words/wording.h"

namespace ravine {
namespace {

constexpr double kStartRadius = 6;  // pixels
constexpr double kHeadRadius = 5.5;
constexpr double kGrabRadius = 14;
constexpr double kArrowLength = 13;
constexpr std::size_t kManyPoints = 60;  // critical points; more are drawn smaller

QPolygonF star(const QPointF& centre, double radius) {
  QPolygonF polygon;
  for (int i = 0; i < 10; ++i) {
    const double r = i % 2 == 0 ? radius : 0.42 * radius;
    const double angle = std::numbers::pi * (0.5 + i / 5.0);
    polygon << centre + r * QPointF(std::cos(angle), -std::sin(angle));
  }
  return polygon;
}

// The power of ten next below a pixel, so that a dragged start has a short number.
double grain(double unitsPerPixel) {
  return std::pow(10, std::floor(std::log10(unitsPerPixel)));
}

}  // namespace

LandscapeView::LandscapeView(Context& context, QWidget* parent)
    : QCustomPlot(parent), m_context(context), m_painting([this](MapImage map) {
        if (map.image.isNull()) return;
        m_map = std::move(map);
        replot(rpQueuedReplot);
      }) {
  setMinimumSize(120, 100);
  setFocusPolicy(Qt::ClickFocus);  // a click on the map takes the keys from a field
  setAccessibleName(tr("Landscape"));
  setInteractions(QCP::iRangeDrag | QCP::iRangeZoom);
  axisRect()->setRangeZoomFactor(0.85);
  axisRect()->setupFullAxesBox(true);
  for (QCPAxis* axis : axisRect()->axes()) {
    axis->grid()->setVisible(false);
    axis->setTickLength(0);
    axis->setSubTickLength(0);
    axis->setSubTicks(false);
    axis->setTickLabelPadding(4);
    axis->ticker()->setTickCount(4);
  }
  axisRect()->setMinimumMargins(QMargins(4, 4, 6, 4));

  m_overlay = addOverlay(*this);
  new PaintedLayer(axisRect(), QStringLiteral("main"), [this](QPainter& painter) { paintMapAndPoints(painter); });
  new PaintedLayer(axisRect(), m_overlay->name(), [this](QPainter& painter) { paintOverlay(painter); });

  // Panning and zooming move both axes; one map and one replot serve both.
  const auto moved = [this] {
    m_atHome = false;
    m_paths.reset(size(), bufferDevicePixelRatio(), axisRect()->rect(), linearToPixel());
    requestMap();
  };
  connect(yAxis, qOverload<const QCPRange&>(&QCPAxis::rangeChanged), this, moved);
  connect(xAxis, qOverload<const QCPRange&>(&QCPAxis::rangeChanged), this, moved);
  connect(this, &QCustomPlot::afterLayout, this, [this] {
    if (m_atHome) fitView();
    requestMap();
  });
  connect(&context.results, &Results::changed, this, &LandscapeView::refresh);
  connect(&context.document, &Document::changed, this, &LandscapeView::refresh);
  connect(&context.timeline, &Timeline::playheadChanged, this, [this] { m_overlay->replot(); });
  connect(&context.timeline, &Timeline::selectionChanged, this, [this] { m_overlay->replot(); });
  connect(&context.display, &Display::changed, this, [this] { m_overlay->replot(); });
  connect(&context.themes, &ThemeSource::changed, this, [this] {
    applyTheme();
    replotAll();
  });
  applyTheme();
}

void LandscapeView::applyTheme() {
  const Theme& theme = m_context.theme();
  setBackground(theme.card);
  for (QCPAxis* axis : axisRect()->axes()) {
    axis->setBasePen(Qt::NoPen);
    axis->setTickPen(Qt::NoPen);
    axis->setTickLabelColor(theme.quietText);
    axis->setTickLabelFont(textFont(kSmallText));
  }
}

void LandscapeView::setRuns(std::vector<int> runs) {
  m_runs = std::move(runs);
  refresh();
}

Box LandscapeView::view() const {
  return {{xAxis->range().lower, xAxis->range().upper}, {yAxis->range().lower, yAxis->range().upper}};
}

QPointF LandscapeView::toPixel(const Vector2& theta) const {
  return {xAxis->coordToPixel(theta.x()), yAxis->coordToPixel(theta.y())};
}

// The same as toPixel() for as long as the view stays, without asking the axes for each of thousands of points.
ToPixel LandscapeView::linearToPixel() const {
  const Box box = view();
  const QPointF from = toPixel({box.x.lower, box.y.lower});
  const QPointF to = toPixel({box.x.upper, box.y.upper});
  const double scaleX = (to.x() - from.x()) / box.x.length();
  const double scaleY = (to.y() - from.y()) / box.y.length();
  return [=](const Vector2& theta) {
    return QPointF(from.x() + (theta.x() - box.x.lower) * scaleX, from.y() + (theta.y() - box.y.lower) * scaleY);
  };
}

Vector2 LandscapeView::fromPixel(const QPointF& pixel) const {
  return {xAxis->pixelToCoord(pixel.x()), yAxis->pixelToCoord(pixel.y())};
}

void LandscapeView::finish() {
  replot();
  m_painting.finish();
  replot();
}

void LandscapeView::refresh() {
  const auto exists = [this](int run) { return run < static_cast<int>(m_context.runs().size()); };
  if (m_runs.empty() || !std::all_of(m_runs.begin(), m_runs.end(), exists)) return;  // new panels are on their way
  const LossChoice& lossFunction = m_context.run(m_runs.front()).lossFunction;
  if (m_lossFunction != lossFunction) {
    const Box domain = lossFunctionInfo(lossFunction).domain;
    const bool elsewhere = !m_lossFunction || m_lossFunction->id != lossFunction.id || m_domain != domain;
    m_lossFunction = lossFunction;
    m_domain = domain;
    if (elsewhere) return resetView();
    requestMap();
  }
  std::vector<std::pair<Run, RunResultPtr>> shown;
  for (const int run : m_runs) {
    const auto i = static_cast<std::size_t>(run);
    const auto& results = m_context.results.runs();
    shown.emplace_back(m_context.run(run), i < results.size() ? results[i] : nullptr);
  }
  if (shown == m_shown) return;
  m_shown = std::move(shown);
  replotAll();
}

void LandscapeView::replotAll() {
  m_paths.reset(size(), bufferDevicePixelRatio(), axisRect()->rect(), linearToPixel());
  describe();
  replot(rpQueuedReplot);
}

void LandscapeView::resetView() {
  m_atHome = true;
  fitView();
  requestMap();
  replotAll();
}

// The whole domain, with one unit as long along x as along y, so that gradients stand square on contour lines.
void LandscapeView::fitView() {
  if (!m_lossFunction) return;
  const QRect area = axisRect()->rect();
  if (area.width() < 1 || area.height() < 1) return;
  const double unitsPerPixel = std::max(m_domain.x.length() / area.width(), m_domain.y.length() / area.height());
  xAxis->setRange(m_domain.x.centre(), unitsPerPixel * area.width(), Qt::AlignCenter);
  yAxis->setRange(m_domain.y.centre(), unitsPerPixel * area.height(), Qt::AlignCenter);
  m_atHome = true;
}

void LandscapeView::requestMap() {
  const QSize size = axisRect()->rect().size() * bufferDevicePixelRatio();
  if (!m_lossFunction || size.isEmpty()) return;
  const MapRequest request{*m_lossFunction, view(), size};
  if (m_requested == request) return;
  m_requested = request;
  const auto function = makeLossFunction(lossFunctionInfo(*m_lossFunction), m_lossFunction->parameters);
  m_painting.start(
      [function, domain = m_domain, request, ratio = bufferDevicePixelRatio()](const CancelPredicate& cancelled) {
        return paintMap(*function, domain, request.box, request.size, ratio, cancelled);
      });
}

void LandscapeView::resizeEvent(QResizeEvent* event) {
  QCustomPlot::resizeEvent(event);
  m_paths.reset(size(), bufferDevicePixelRatio(), axisRect()->rect(), linearToPixel());
}

std::vector<Track> LandscapeView::tracks() const {
  std::vector<Track> tracks;
  for (const int run : m_runs)
    if (const RunResult* result = m_context.results.run(run))
      tracks.push_back({&result->trajectory, m_context.run(run).colour});
  return tracks;
}

std::optional<int> LandscapeView::startAt(const QPointF& pixel) const {
  for (const int run : m_runs)
    if (QLineF(pixel, toPixel(m_context.run(run).start)).length() <= kGrabRadius) return run;
  return std::nullopt;
}

void LandscapeView::mousePressEvent(QMouseEvent* event) {
  const auto grabbed = event->button() == Qt::LeftButton ? startAt(event->position()) : std::nullopt;
  if (grabbed) {
    m_context.timeline.selectRun(*grabbed);
    m_drag = {*grabbed, Document::newGesture(), toPixel(m_context.run(*grabbed).start) - event->position()};
    setCursor(Qt::ClosedHandCursor);
    return;
  }
  if (std::find(m_runs.begin(), m_runs.end(), m_context.timeline.selectedRun()) == m_runs.end())
    m_context.timeline.selectRun(m_runs.front());
  QCustomPlot::mousePressEvent(event);
}

void LandscapeView::mouseMoveEvent(QMouseEvent* event) {
  if (!m_drag) {
    setCursor(startAt(event->position()) ? Qt::OpenHandCursor : Qt::ArrowCursor);
    return QCustomPlot::mouseMoveEvent(event);
  }
  const double unit = grain(xAxis->range().size() / axisRect()->width());
  const Vector2 exact = fromPixel(event->position() + m_drag->grip);
  const Vector2 rounded{std::round(exact.x() / unit) * unit, std::round(exact.y() / unit) * unit};
  // Multiples of a power of ten carry rounding dust; the decimal text does not.
  const auto tidy = [](double v) { return QString::number(v, 'g', 12).toDouble(); };
  m_context.document.editRun(
      tr("Move start"), m_drag->run,
      [&](Run& run) {
        run.start = {tidy(rounded.x()), tidy(rounded.y())};
      },
      m_drag->gesture);
}

void LandscapeView::mouseReleaseEvent(QMouseEvent* event) {
  if (!m_drag) return QCustomPlot::mouseReleaseEvent(event);
  m_drag.reset();
  setCursor(Qt::OpenHandCursor);
}

void LandscapeView::mouseDoubleClickEvent(QMouseEvent*) {
  resetView();
}

void LandscapeView::describe() {
  QStringList texts;
  for (const int run : m_runs)
    if (const RunResult* result = m_context.results.run(run))
      texts << QStringLiteral("%1: %2, %3. %4")
                   .arg(QString::fromStdString(m_context.run(run).name), wording::rate(m_context.run(run)),
                        wording::outcomeName(result->diagnosis.outcome), wording::reason(*result));
  setAccessibleDescription(texts.join('\n'));
}

void LandscapeView::paintMapAndPoints(QPainter& painter) {
  const QRectF area = axisRect()->rect();
  painter.fillRect(area, m_context.theme().control);
  if (!m_map.image.isNull()) {
    const QPointF topLeft = toPixel({m_map.box.x.lower, m_map.box.y.upper});
    const QPointF bottomRight = toPixel({m_map.box.x.upper, m_map.box.y.lower});
    const QRectF target(topLeft, bottomRight);
    const bool exact = m_requested && m_map.box == m_requested->box;
    painter.setRenderHint(QPainter::SmoothPixmapTransform, !exact);
    painter.drawImage(exact ? area : target, m_map.image);
  }
  for (const Track& track : tracks()) m_paths.paintFaint(painter, track);
  paintCriticalPoints(painter);
}

void LandscapeView::paintCriticalPoints(QPainter& painter) const {
  const RunResult* result = m_runs.empty() ? nullptr : m_context.results.run(m_runs.front());
  if (!result || result->run.lossFunction != m_lossFunction) return;
  const Landscape& landscape = *result->landscape;
  const auto lowest = landscape.lowestMinimum();
  const bool many = landscape.criticalPoints.size() > kManyPoints;
  for (const CriticalPoint& c : landscape.criticalPoints) {
    const QPointF at = toPixel(c.point);
    if (!QRectF(axisRect()->rect()).contains(at)) continue;
    if (c.kind == CriticalKind::minimum && !c.isolated) {
      painter.setPen(Qt::NoPen);
      painter.setBrush(QColor(255, 255, 255, 200));
      painter.drawEllipse(at, 1.5, 1.5);
    } else if (c.kind == CriticalKind::minimum) {
      const bool isLowest = c.value <= lowest->value + 1e-9 * landscape.spread;
      painter.setPen(QPen(QColor(20, 20, 30), 0.8));
      painter.setBrush(isLowest ? QColor(Qt::white) : QColor(255, 255, 255, 170));
      painter.drawPolygon(star(at, isLowest ? 7.5 : many ? 3.5 : 6));
    } else if (c.kind == CriticalKind::saddle || c.kind == CriticalKind::degenerateSaddle) {
      const double arm = many ? 1.6 : 3.2;
      for (const auto& [colour, width] :
           {std::pair(QColor(255, 255, 255, 220), many ? 1.8 : 3.2), std::pair(QColor(20, 20, 30), many ? 0.9 : 1.4)}) {
        painter.setPen(QPen(colour, width));
        painter.drawLine(at + QPointF(-arm, -arm), at + QPointF(arm, arm));
        painter.drawLine(at + QPointF(-arm, arm), at + QPointF(arm, -arm));
      }
    }
  }
}

void LandscapeView::paintOverlay(QPainter& painter) {
  if (m_runs.empty() || m_runs.back() >= static_cast<int>(m_context.runs().size())) return;
  const double step = m_context.timeline.playhead();
  const Theme& theme = m_context.theme();
  const std::vector<Track> all = tracks();
  const QString note = m_context.display.showsBouncing() ? paintBouncingPlaces(painter) : QString();
  if (!all.empty()) {
    painter.drawPixmap(0, 0, m_paths.paintedUpTo(step, all, theme));
    for (const Track& track : all) m_paths.paintCurrentSegment(painter, track, step, theme);
  }
  for (const int run : m_runs) paintStart(painter, run);
  for (const int run : m_runs) paintLocal(painter, run);
  for (const int run : m_runs) paintHead(painter, run);
  if (!note.isEmpty()) paintNote(painter, frame(), note);
}

void LandscapeView::paintStart(QPainter& painter, int run) const {
  const QPointF at = toPixel(m_context.run(run).start);
  if (!QRectF(axisRect()->rect()).contains(at)) return;
  painter.setBrush(Qt::NoBrush);
  painter.setPen(QPen(m_context.theme().halo, 3.4));
  painter.drawEllipse(at, kStartRadius, kStartRadius);
  painter.setPen(QPen(runColour(m_context.run(run).colour), 1.8));
  painter.drawEllipse(at, kStartRadius, kStartRadius);
}

// The head of a path; an arrow on the border while it is out of view; a cross where a run has diverged.
void LandscapeView::paintHead(QPainter& painter, int run) const {
  const RunResult* result = m_context.results.run(run);
  if (!result) return;
  const double step = m_context.timeline.playhead();
  const QPointF head = toPixel(pointAt(result->trajectory, step));
  const QColor colour = runColour(m_context.run(run).colour);
  const QRectF area = QRectF(axisRect()->rect());
  const bool ended =
      !wording::endMark(*result).isEmpty() &&
      step >= static_cast<double>(std::min(result->diagnosis.divergedAt.value_or(result->trajectory.steps()),
                                           result->trajectory.steps()));
  if (area.contains(head)) {
    painter.setPen(QPen(m_context.theme().halo, 1.8));
    painter.setBrush(colour);
    drawRunMarker(painter, head, kHeadRadius, m_context.run(run).colour);
    if (ended) paintLabel(painter, wording::endMark(*result), head, run);
    return;
  }
  const QPointF centre = area.center();
  const QPointF away = head - centre;
  const double reach = std::min(0.5 * area.width() / std::max(std::abs(away.x()), 1e-9),
                                0.5 * area.height() / std::max(std::abs(away.y()), 1e-9));
  const QPointF tip = centre + 0.985 * reach * away;
  const double angle = std::atan2(away.y(), away.x());
  const auto turned = [&](double along, double across) {
    return tip + QPointF(along * std::cos(angle) - across * std::sin(angle),
                         along * std::sin(angle) + across * std::cos(angle));
  };
  painter.setPen(QPen(m_context.theme().halo, 1.6, Qt::SolidLine, Qt::RoundCap, Qt::RoundJoin));
  painter.setBrush(colour);
  painter.drawPolygon(QPolygonF{tip, turned(-kArrowLength, 0.5 * kArrowLength), turned(-0.7 * kArrowLength, 0),
                                turned(-kArrowLength, -0.5 * kArrowLength)});
  const QString place = wording::point(pointAt(result->trajectory, step), 2);
  paintLabel(painter, ended ? wording::endMark(*result) : place, turned(-kArrowLength, 0), run);
}

MapFrame LandscapeView::frame() const {
  return {axisRect()->rect(), linearToPixel(), m_context.theme()};
}

// Of the selected run if it is on this map, otherwise of the first.
QString LandscapeView::paintBouncingPlaces(QPainter& painter) const {
  const auto chosen = std::find(m_runs.begin(), m_runs.end(), m_context.timeline.selectedRun());
  const RunResult* result = m_context.results.run(chosen == m_runs.end() ? m_runs.front() : *chosen);
  if (!result || result->trajectory.lrs.empty()) return {};
  const auto& lrs = result->trajectory.lrs;
  const auto t = static_cast<std::size_t>(m_context.timeline.playhead());
  return paintBouncing(painter, frame(), m_map, result->run, lrs[std::min(t, lrs.size() - 1)]);
}

void LandscapeView::paintLocal(QPainter& painter, int run) const {
  const RunResult* result = m_context.results.run(run);
  if (!result) return;
  const double playhead = m_context.timeline.playhead();
  const Trajectory& trajectory = result->trajectory;
  if (m_context.display.showsCurvature())
    paintCurvature(painter, frame(), *result->landscape->function, pointAt(trajectory, playhead));
  if (!m_context.display.showsArrows()) return;
  const auto t = std::min(static_cast<std::int64_t>(playhead), trajectory.steps() - 1);
  if (const auto step = stepArithmetic(result->run, trajectory, *result->landscape->function, t))
    paintArrows(painter, frame(), *step, runColour(m_context.run(run).colour));
}

void LandscapeView::paintLabel(QPainter& painter, const QString& text, const QPointF& near, int run) const {
  const Theme& theme = m_context.theme();
  painter.setFont(textFont(kSmallText, QFont::DemiBold));
  const QRectF area = QRectF(axisRect()->rect()).adjusted(4, 4, -4, -4);
  QRectF box = QFontMetricsF(painter.font()).boundingRect(text).adjusted(-6, -3, 6, 3);
  const bool leftHalf = near.x() < area.center().x();
  const bool topHalf = near.y() < area.center().y();
  box.moveCenter(near + QPointF((leftHalf ? 1 : -1) * (0.5 * box.width() + 10), (topHalf ? 1 : -1) * (box.height())));
  paintOnPaper(painter, movedInto(box, area), text, runTextColour(m_context.run(run).colour, theme), theme);
}

}  // namespace ravine
