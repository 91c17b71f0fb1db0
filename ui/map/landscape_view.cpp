#include "ui/map/landscape_view.h"

#include <algorithm>
#include <cmath>
#include <utility>

#include "core/diagnosis/moment.h"
#include "core/run/look.h"
#include "ui/look/painted_layer.h"
#include "ui/map/map_painter.h"
#include "ui/words/wording.h"

namespace ravine {
namespace {

constexpr int kMostTicks = 4;

}  // namespace

LandscapeView::LandscapeView(Laboratory& laboratory, QWidget* parent)
    : LandscapePlot(laboratory, parent),
      m_painting(laboratory.lanes().pictures,
                 [this](std::shared_ptr<const MapImage> image) {
                   m_scene.image = std::move(image);
                   workOutMoment();
                   replotSoon();
                 }),
      m_workingOutBasins(laboratory.lanes().pictures, [this](std::shared_ptr<const BasinGround> ground) {
        if (!m_basins || ground->image.isNull()) return;
        m_scene.basins = std::move(ground);
        replotSoon();
        if (m_basins->cells == kManyBasinCells) return;
        m_basins->cells = moreBasinCells(m_basins->cells);
        requestBasins(*m_basins);
      }) {
  axisRect()->setupFullAxesBox(true);
  for (QCPAxis* axis : axisRect()->axes()) {
    axis->grid()->setVisible(false);
    axis->setTickLength(0);
    axis->setSubTickLength(0);
  }
  new PaintedLayer(axisRect(), QStringLiteral("main"), [this](QPainter& painter) { paintGround(painter, m_scene); });
  new PaintedLayer(axisRect(), m_overlay->name(), [this](QPainter& painter) {
    paintShown(painter, m_scene);
    m_walked.paintUpTo(painter, m_scene.playhead, m_scene.tracks(), m_scene.theme);
    paintMoments(painter, m_scene);
  });

  connect(&laboratory.timeline(), &Timeline::playheadChanged, this, &LandscapeView::refreshOverlay);
  connect(&laboratory.display(), &Display::changed, this, &LandscapeView::refreshOverlay);
  connect(&laboratory.display(), &Display::changed, this, &LandscapeView::followBasins);
  connect(&laboratory.display(), &Display::pointedAt, this, [this] {
    if (m_scene.pickedRow != pickedRow()) refreshOverlay();
  });
  connect(&laboratory, &Laboratory::changed, this, &LandscapeView::followProfiles);
  connect(&laboratory.themes(), &ThemeSource::changed, this, [this] {
    applyTheme();
    forgetAxes();
    if (!isHidden() && !m_scene.runs.empty()) replotAll();
  });
  applyTheme();
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
    m_scene.axes = info.axes;
    if (elsewhere) {
      m_scene.image.reset();  // of another landscape
      return resetView();
    }
  }
  replotAll();
}

// What the picture follows from, read from the axes as they are now.
void LandscapeView::followAxes() {
  const MapFrame frame = this->frame();
  if (frame == m_scene.frame) return;
  fitTicks(m_scene.theme, kMostTicks);
  m_scene.frame = frame;
  m_walked.reset(size(), bufferDevicePixelRatio(), frame);
  requestMap();
  followBasins();
}

// While playing nothing else is painted.
void LandscapeView::refreshOverlay() {
  if (isHidden()) return;  // another picture is shown instead
  workOutMoment();
  m_overlay->replot();
}

QString LandscapeView::whatItIs() const {
  return tr("Map of the landscape: %1").arg(functionName(m_scene.runs));
}

QString LandscapeView::whatItShows() const {
  QStringList lines{momentOf(m_scene.runs, m_laboratory.timeline().playhead(), zoom())};
  if (!m_scene.runs.empty() && m_scene.runs.front().result)
    lines << wording::coreText(groundOfRun(*m_scene.runs.front().result, m_scene.frame.view), QStringLiteral(" "));
  return lines.join('\n');
}

void LandscapeView::reserve(const QRect& room) {
  if (std::exchange(m_scene.reserved, QRectF(room)) != QRectF(room) && !isHidden()) m_overlay->replot();
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
  m_scene.pickedRow = pickedRow();
  m_details.workOut(m_scene);
  workOutLines();
}

std::optional<std::size_t> LandscapeView::pickedRow() const {
  const auto& picked = m_laboratory.display().pickedRow();
  return picked && picked->data == dataOf(m_lossFunction) ? std::optional(picked->row) : std::nullopt;
}

void LandscapeView::probe(const std::optional<QPointF>& pixel) {
  Display& display = m_laboratory.display();
  const bool isOnMap = pixel && !m_scene.runs.empty() && m_scene.frame.area.contains(*pixel);
  if (isOnMap && !dataOf(m_lossFunction).empty())
    display.setProbe(Probe{m_lossFunction, m_scene.frame.fromPixel(*pixel)});
  else if (display.probe() && display.probe()->function == m_lossFunction)
    display.setProbe(std::nullopt);
}

// Not while a start is dragged: then the line that it has is looked at.
void LandscapeView::mouseMoveEvent(QMouseEvent* event) {
  LandscapePlot::mouseMoveEvent(event);
  probe(event->buttons() == Qt::NoButton ? std::optional(event->position()) : std::nullopt);
}

void LandscapeView::leaveEvent(QEvent* event) {
  probe(std::nullopt);
  LandscapePlot::leaveEvent(event);
}

void LandscapeView::hideEvent(QHideEvent* event) {
  probe(std::nullopt);
  LandscapePlot::hideEvent(event);
}

void LandscapeView::replotAll() {
  followPredictions();
  requestMap();
  followBasins();
  m_walked.reset(size(), bufferDevicePixelRatio(), m_scene.frame);
  workOutMoment();
  replotSoon();
}

// Which run is selected is to be seen only where several share the map.
void LandscapeView::followSelection() {
  if (m_scene.runs.size() < 2 || m_scene.selected == m_laboratory.selected()) return;
  refreshOverlay();
  followBasins();
}

// The whole domain.
void LandscapeView::fitView() {
  const QRect area = axisRect()->rect();
  if (m_scene.runs.empty() || area.width() < 1 || area.height() < 1) return;
  setHome(withEqualUnits(m_info.domain, area.size()));
}

void LandscapeView::requestMap() {
  const QSize size = m_scene.frame.area.size().toSize() * bufferDevicePixelRatio();
  if (m_scene.runs.empty() || size.isEmpty()) return;
  const MapRequest request{m_lossFunction,           m_info.domain, m_scene.frame.view, size, bufferDevicePixelRatio(),
                           mapColours(m_scene.theme)};
  if (m_requested == request) return;
  m_requested = request;
  const auto function = makeLossFunction(m_info, m_lossFunction.parameters);
  m_painting.start([function, request](const CancelPredicate& cancelled) {
    return MapImages::ofAllPanels().get(request, *function, cancelled);
  });
}

// Few cells first, so that they are there while somebody drags. While outcomes are to be predicted there is no result,
// and nothing is told.
void LandscapeView::followBasins() {
  const bool mayBe = m_laboratory.display().shows().basins && !isHidden() && !m_scene.runs.empty() && !m_info.ofXAlone;
  const RunResultPtr result = mayBe ? m_scene.lookedAt().result : nullptr;
  const bool areWanted = result && result->run.lossFunction == m_lossFunction;
  if (!areWanted) {
    if (m_scene.basins) replotSoon();
    m_scene.basins.reset();
    m_basins.reset();
    return m_workingOutBasins.abandon();
  }
  const QSize size = m_scene.frame.area.size().toSize() * bufferDevicePixelRatio();
  BasinRequest request = basinRequest(m_scene.lookedAt().run, m_scene.frame.view, size, bufferDevicePixelRatio(),
                                      m_scene.theme, m_basins ? m_basins->cells : kFewBasinCells);
  if (m_basins == request) return;
  request.cells = kFewBasinCells;
  m_basins = request;
  requestBasins(request);
}

void LandscapeView::requestBasins(const BasinRequest& request) {
  m_workingOutBasins.start(
      [request, landscape = m_scene.lookedAt().result->landscape](const CancelPredicate& cancelled) {
        return std::make_shared<const BasinGround>(basinGround(request, landscape, cancelled));
      });
}

void LandscapeView::finish() {
  replot();
  m_painting.finish();
  m_workingOutBasins.finish();
  replot();
}

Vector2 LandscapeView::startAtPixel(const QPointF& pixel) const {
  const Vector2 exact = m_scene.frame.fromPixel(pixel);
  const double unit = 1 / m_scene.frame.perUnitX();
  return {roundedToPixel(exact.x(), unit), roundedToPixel(exact.y(), unit)};
}

void LandscapeView::showEvent(QShowEvent* event) {
  if (!m_scene.runs.empty()) followProfiles();
  LandscapePlot::showEvent(event);
  followBasins();
}

}  // namespace ravine
