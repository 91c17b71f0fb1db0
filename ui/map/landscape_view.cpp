#include "ui/map/landscape_view.h"

#include <QMouseEvent>
#include <algorithm>
#include <cmath>

#include "core/run/look.h"
#include "ui/look/painted_layer.h"
#include "ui/map/map_painter.h"

namespace ravine {
namespace {

constexpr double kGrabRadius = 14;  // pixels at scale 1

}  // namespace

LandscapeView::LandscapeView(Laboratory& laboratory, QWidget* parent)
    : QCustomPlot(parent), m_laboratory(laboratory), m_painting(laboratory.lanes().pictures, [this](MapImage image) {
        m_scene.image = std::make_shared<const MapImage>(std::move(image));
        workOutMoment();
        replot(rpQueuedReplot);
      }) {
  setMinimumSize(80, 50);
  setFocusPolicy(Qt::ClickFocus);  // a click on the map takes the keys from a field
  setAccessibleName(tr("Landscape"));
  setInteractions(QCP::iRangeDrag | QCP::iRangeZoom);
  setUpAxes();

  m_overlay = addOverlay(*this);
  new PaintedLayer(axisRect(), QStringLiteral("main"), [this](QPainter& painter) { paintGround(painter, m_scene); });
  new PaintedLayer(axisRect(), m_overlay->name(), [this](QPainter& painter) {
    paintBouncing(painter, m_scene);
    m_walked.paintUpTo(painter, m_scene.playhead, m_scene.tracks(), m_scene.theme);
    paintMoments(painter, m_scene);
  });

  connect(&laboratory.timeline(), &Timeline::playheadChanged, this, &LandscapeView::refreshOverlay);
  connect(&laboratory.display(), &Display::changed, this, &LandscapeView::refreshOverlay);
  connect(&laboratory, &Laboratory::changed, this, &LandscapeView::followProfiles);
  connect(&laboratory.themes(), &ThemeSource::changed, this, [this] {
    applyTheme();
    if (isHidden() || m_scene.runs.empty()) return;
    requestMap();
    replotAll();
  });
  applyTheme();
}

void LandscapeView::setUpAxes() {
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
  // Panning and zooming move both axes.
  const auto moved = [this] {
    m_atHome = false;
    followAxes();
  };
  connect(yAxis, qOverload<const QCPRange&>(&QCPAxis::rangeChanged), this, moved);
  connect(xAxis, qOverload<const QCPRange&>(&QCPAxis::rangeChanged), this, moved);
  connect(this, &QCustomPlot::afterLayout, this, [this] {
    if (m_atHome) fitView();
    followAxes();
  });
}

void LandscapeView::applyTheme() {
  m_scene.theme = m_laboratory.theme();
  setBackground(m_scene.theme.card);
  for (QCPAxis* axis : axisRect()->axes()) {
    axis->setBasePen(Qt::NoPen);
    axis->setTickPen(Qt::NoPen);
    axis->setTickLabelColor(m_scene.theme.quietText);
    axis->setTickLabelFont(m_scene.theme.font(kTickText));
  }
}

void LandscapeView::show(std::vector<ShownRun> runs) {
  if (runs == m_scene.runs) return followSelection();
  const LossChoice& lossFunction = runs.front().run.lossFunction;
  const bool first = m_scene.runs.empty();
  const bool changed = first || lossFunction != m_lossFunction;
  m_scene.runs = std::move(runs);
  if (changed) {
    const LossFunctionInfo info = lossFunctionInfo(m_scene.runs.front().run.lossFunction);
    const bool elsewhere = first || info.id != m_info.id || info.domain != m_info.domain;
    m_lossFunction = m_scene.runs.front().run.lossFunction;
    m_info = info;
    if (elsewhere) {
      m_scene.image.reset();  // of another landscape
      return resetView();
    }
    requestMap();
  }
  replotAll();
}

// What the picture follows from, read from the axes as they are now.
void LandscapeView::followAxes() {
  const MapFrame frame{axisRect()->rect(),
                       {{xAxis->range().lower, xAxis->range().upper}, {yAxis->range().lower, yAxis->range().upper}}};
  if (frame == m_scene.frame) return;
  fitTicks();
  m_scene.frame = frame;
  m_walked.reset(size(), bufferDevicePixelRatio(), frame);
  requestMap();
}

// As many numbers on the axes as there is room for.
void LandscapeView::fitTicks() {
  const QFontMetrics metrics(m_scene.theme.font(kTickText));
  static constexpr int most = 4;
  const auto fitting = [](int room, double each) { return std::clamp(static_cast<int>(room / each), 1, most); };
  yAxis->ticker()->setTickCount(fitting(axisRect()->height(), 2.2 * metrics.height()));
  xAxis->ticker()->setTickCount(fitting(axisRect()->width(), 1.8 * metrics.horizontalAdvance(QStringLiteral("−2.5"))));
}

// While playing nothing else is painted.
void LandscapeView::refreshOverlay() {
  if (isHidden()) return;  // another picture is shown instead
  workOutMoment();
  m_overlay->replot();
}

void LandscapeView::reserve(const QRect& room) {
  m_scene.reserved = room;
}

// The runs of this function that other panels show as profiles.
void LandscapeView::followProfiles() {
  if (isHidden() || m_scene.runs.empty()) return;
  m_profiles.clear();
  for (const Run& run : m_laboratory.runs())
    if (run.lossFunction == m_lossFunction && lookOf(run) == Look::profile)
      m_profiles.push_back({run, m_laboratory.result(run.id)});
  const auto before = m_scene.lines;
  workOutLines();
  if (m_scene.lines != before) m_overlay->replot();
}

void LandscapeView::workOutLines() {
  m_scene.lines.clear();
  for (const ShownRun& profile : m_profiles)
    m_scene.lines.push_back(
        {lineOfProfile(profile.run, profile.landscape(), profile.trajectory(), m_scene.playhead), profile.run.colour});
}

void LandscapeView::workOutMoment() {
  m_scene.playhead = m_laboratory.timeline().playhead();
  m_scene.selected = m_laboratory.selected();
  m_scene.shows = m_laboratory.display().shows();
  m_details.workOut(m_scene);
  workOutLines();
}

void LandscapeView::replotAll() {
  m_walked.reset(size(), bufferDevicePixelRatio(), m_scene.frame);
  workOutMoment();
  setAccessibleDescription(descriptionOf(m_scene.runs));
  replot(rpQueuedReplot);
}

// Which run is selected is to be seen only where several share the map.
void LandscapeView::followSelection() {
  if (m_scene.runs.size() > 1 && m_scene.selected != m_laboratory.selected()) refreshOverlay();
}

void LandscapeView::resetView() {
  m_atHome = true;
  fitView();
  requestMap();
  replotAll();
}

// The whole domain, with one unit as long along x as along y, so that gradients stand square on contour lines.
void LandscapeView::fitView() {
  const QRect area = axisRect()->rect();
  if (m_scene.runs.empty() || area.width() < 1 || area.height() < 1) return;
  const Box& domain = m_info.domain;
  const double unitsPerPixel = std::max(domain.x.length() / area.width(), domain.y.length() / area.height());
  xAxis->setRange(domain.x.centre(), unitsPerPixel * area.width(), Qt::AlignCenter);
  yAxis->setRange(domain.y.centre(), unitsPerPixel * area.height(), Qt::AlignCenter);
  m_atHome = true;
}

std::optional<Box> LandscapeView::zoom() const {
  return m_atHome ? std::nullopt : std::optional(m_scene.frame.view);
}

void LandscapeView::setZoom(const Box& box) {
  xAxis->setRange(box.x.lower, box.x.upper);
  yAxis->setRange(box.y.lower, box.y.upper);
  replotAll();
}

void LandscapeView::requestMap() {
  const QSize size = m_scene.frame.area.size().toSize() * bufferDevicePixelRatio();
  if (m_scene.runs.empty() || size.isEmpty()) return;
  const MapColours colours = m_scene.theme.washesOut ? MapColours::light : MapColours::viridis;
  const MapRequest request{m_lossFunction, m_scene.frame.view, size, colours};
  if (m_requested == request) return;
  m_requested = request;
  const auto function = makeLossFunction(m_info, m_lossFunction.parameters);
  m_painting.start(
      [function, domain = m_info.domain, request, ratio = bufferDevicePixelRatio()](const CancelPredicate& cancelled) {
        return paintMapImage(*function, domain, request.box, request.size, ratio, cancelled, request.colours);
      });
}

void LandscapeView::finish() {
  replot();
  m_painting.finish();
  replot();
}

const Run* LandscapeView::startAt(const QPointF& pixel) const {
  for (const ShownRun& shown : m_scene.runs)
    if (QLineF(pixel, m_scene.frame.toPixel(shown.run.start)).length() <= m_scene.theme.px(kGrabRadius))
      return &shown.run;
  return nullptr;
}

void LandscapeView::mousePressEvent(QMouseEvent* event) {
  if (m_scene.runs.empty() || m_drag) return;  // another button while the ring is held
  const Run* grabbed = event->button() == Qt::LeftButton ? startAt(event->position()) : nullptr;
  if (grabbed) {
    m_drag = {grabbed->id, Document::newGesture(), m_scene.frame.toPixel(grabbed->start) - event->position()};
    setCursor(Qt::ClosedHandCursor);
    return m_laboratory.lookAt(m_drag->run);
  }
  if (selectByPress(m_laboratory, m_scene.runs, event->modifiers())) return;
  QCustomPlot::mousePressEvent(event);
}

void LandscapeView::mouseMoveEvent(QMouseEvent* event) {
  // Removed by a key meanwhile, or let go where this one was not told.
  if (m_drag && (!m_laboratory.experiment().find(m_drag->run) || !(event->buttons() & Qt::LeftButton))) m_drag.reset();
  if (!m_drag) {
    setCursor(startAt(event->position()) ? Qt::OpenHandCursor : Qt::ArrowCursor);
    return QCustomPlot::mouseMoveEvent(event);
  }
  const double unit = 1 / m_scene.frame.perUnitX();
  const Vector2 exact = m_scene.frame.fromPixel(event->position() + m_drag->grip);
  m_laboratory.document().editRun(
      tr("Move start"), m_drag->run,
      [&](Run& run) {
        run.start = {roundedToPixel(exact.x(), unit), roundedToPixel(exact.y(), unit)};
      },
      m_drag->gesture);
}

void LandscapeView::hideEvent(QHideEvent* event) {
  m_drag.reset();
  QCustomPlot::hideEvent(event);
}

void LandscapeView::mouseReleaseEvent(QMouseEvent* event) {
  if (!m_drag) return QCustomPlot::mouseReleaseEvent(event);
  if (event->button() != Qt::LeftButton) return;
  m_drag.reset();
  setCursor(Qt::OpenHandCursor);
}

void LandscapeView::mouseDoubleClickEvent(QMouseEvent*) {
  resetView();
}

// While another picture was shown, this one did not follow.
void LandscapeView::showEvent(QShowEvent* event) {
  QCustomPlot::showEvent(event);
  if (m_scene.runs.empty()) return;
  requestMap();
  followProfiles();
  replotAll();
}

}  // namespace ravine
