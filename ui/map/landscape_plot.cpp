#include "ui/map/landscape_plot.h"

#include <QMouseEvent>
#include <algorithm>

namespace ravine {
namespace {

constexpr double kGrabRadius = 14;  // pixels at scale 1

}  // namespace

LandscapePlot::LandscapePlot(Laboratory& laboratory, QWidget* parent) : PicturePlot(laboratory, parent) {
  connect(&laboratory.predictions(), &Predictions::changed, this, &LandscapePlot::followPredictions);
  connect(&laboratory, &Laboratory::changed, this, &LandscapePlot::followPredictions);
}

bool LandscapePlot::hasHandleIn(const QRect& part) const {
  const double ring = m_laboratory.theme().px(kGrabRadius);
  const QRectF around = QRectF(part).adjusted(-ring, -ring, ring, ring);
  return std::ranges::any_of(shownRuns(),
                             [&](const ShownRun& shown) { return around.contains(pixelOf(shown.run.start)); });
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
  PicturePlot::mousePressEvent(event);
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
    return PicturePlot::mouseMoveEvent(event);
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
  if (!m_drag) return PicturePlot::mouseReleaseEvent(event);
  if (event->button() != Qt::LeftButton) return;
  endDrag();
  setCursor(Qt::OpenHandCursor);
}

void LandscapePlot::mouseDoubleClickEvent(QMouseEvent*) {
  resetView();
}

void LandscapePlot::hideEvent(QHideEvent* event) {
  endDrag();
  PicturePlot::hideEvent(event);
}

}  // namespace ravine
