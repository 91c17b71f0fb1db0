#include "ui/map/relief_view.h"

#include <QMouseEvent>
#include <QPainter>
#include <algorithm>
#include <cmath>

#include "ui/look/focus_ring.h"
#include "ui/map/relief_painter.h"
#include "ui/map/surface_painter.h"

namespace ravine {
namespace {

constexpr double kTurnPerPixel = 0.45;  // degrees
constexpr double kTiltPerPixel = 0.35;
constexpr double kZoomPerNotch = 1.15;

}  // namespace

ReliefView::ReliefView(Laboratory& laboratory, QWidget* parent) : QWidget(parent), m_laboratory(laboratory) {
  setMinimumSize(80, 50);
  setFocusPolicy(Qt::StrongFocus);
  showFocusOf(*this);
  setCursor(Qt::OpenHandCursor);
  setAttribute(Qt::WA_OpaquePaintEvent);
  m_scene.theme = laboratory.theme();
  connect(&laboratory.timeline(), &Timeline::playheadChanged, this, &ReliefView::refreshPlayhead);
  connect(&laboratory.display(), &Display::reliefChanged, this, [this] {
    if (!isHidden()) follow();
  });
  connect(&laboratory.themes(), &ThemeSource::changed, this, [this] {
    m_scene.theme = m_laboratory.theme();
    repaintAll();
  });
}

void ReliefView::show(std::vector<ShownRun> runs) {
  if (runs == m_scene.runs && m_scene.selected == m_laboratory.selected()) return;
  const Run& first = runs.front().run;
  if (!m_scene.function || m_lossFunction != first.lossFunction) {
    const LossFunctionInfo info = lossFunctionInfo(first);
    m_lossFunction = first.lossFunction;
    m_domain = info.domain;
    m_place = info.start;
    m_scene.axes = info.axes;
    m_scene.function = makeLossFunction(info, m_lossFunction.parameters);
    m_scene.model.reset();
  }
  m_scene.runs = std::move(runs);
  m_scene.selected = m_laboratory.selected();
  follow();
  repaintAll();
}

QString ReliefView::whatItIs() const {
  return tr("Relief of the landscape: %1").arg(functionName(m_scene.runs));
}

QString ReliefView::whatItShows() const {
  QStringList lines{momentOf(m_scene.runs, m_laboratory.timeline().playhead())};
  if (m_scene.model)
    lines << (m_scene.model->heights == HeightScale::logarithmic ? tr("Heights are the logarithm of the loss.")
                                                                 : tr("Heights are the loss."));
  return lines.join('\n');
}

// The camera and the heights as they now are.
void ReliefView::follow() {
  if (m_scene.runs.empty()) return;
  const ReliefLook look = m_laboratory.display().reliefOf(m_lossFunction);
  if (look.heights != m_heights) m_scene.model.reset();
  const bool same = m_scene.model && look.camera.value_or(m_usual) == m_scene.camera;
  m_heights = look.heights;
  makeModel();
  m_scene.camera = look.camera.value_or(m_usual);
  if (!same) repaintAll();
}

void ReliefView::setCamera(const ReliefCamera& camera) {
  ReliefLook look = m_laboratory.display().reliefOf(m_lossFunction);
  look.camera = camera;
  m_laboratory.display().setRelief(m_lossFunction, look);
}

void ReliefView::turn(double turn, double tilt) {
  ReliefCamera camera = m_scene.camera;
  camera.turn += turn;
  camera.tilt += tilt;
  setCamera(camera);
}

void ReliefView::makeModel() {
  const int cells = reliefCells(size());
  if (m_scene.model && cells == m_cells) return;
  m_cells = cells;
  m_scene.model = makeReliefModel(*m_scene.function, m_domain, cells, m_heights);
  m_usual = suitableCamera(m_scene.model->surface, *m_scene.function, m_place);
}

HeightScale ReliefView::heights() {
  follow();  // whoever asks may have been told before
  return m_scene.model->heights;
}

void ReliefView::repaintAll() {
  m_ground = {};
  update();
}

// While playing only what moves is painted.
void ReliefView::refreshPlayhead() {
  if (!isHidden()) update();
}

void ReliefView::paintEvent(QPaintEvent*) {
  QPainter painter(this);
  if (m_scene.runs.empty()) return painter.fillRect(rect(), m_scene.theme.card);
  m_scene.playhead = m_laboratory.timeline().playhead();
  m_scene.area = rect();
  if (m_ground.isNull()) {
    makeModel();
    m_details.workOut(m_scene);
    m_ground = surfaceImage(m_scene, devicePixelRatioF());
    QPainter ground(&m_ground);
    ground.setRenderHint(QPainter::Antialiasing);
    paintReliefGround(ground, m_scene);
    m_walked.reset(size(), devicePixelRatioF(), m_scene.pixelFrame());
  }
  painter.drawImage(QPointF(), m_ground);
  painter.setRenderHint(QPainter::Antialiasing);
  m_walked.paintUpTo(painter, m_scene.playhead, m_scene.tracks, m_scene.theme);
  paintReliefMoments(painter, m_scene);
}

// While another picture was shown, this one did not follow.
void ReliefView::showEvent(QShowEvent*) {
  follow();
}

void ReliefView::resizeEvent(QResizeEvent*) {
  repaintAll();
}

void ReliefView::mousePressEvent(QMouseEvent* event) {
  if (m_scene.runs.empty() || event->button() != Qt::LeftButton) return;
  if (selectByPress(m_laboratory, m_scene.runs, event->modifiers())) return;
  m_grip = event->position();
  setCursor(Qt::ClosedHandCursor);
}

void ReliefView::mouseMoveEvent(QMouseEvent* event) {
  if (!(event->buttons() & Qt::LeftButton)) m_grip.reset();  // let go where this one was not told
  if (!m_grip) return;
  const QPointF way = event->position() - *m_grip;
  m_grip = event->position();
  turn(-kTurnPerPixel * way.x(), kTiltPerPixel * way.y());
}

void ReliefView::mouseReleaseEvent(QMouseEvent* event) {
  if (event->button() != Qt::LeftButton) return;
  m_grip.reset();
  setCursor(Qt::OpenHandCursor);
}

void ReliefView::mouseDoubleClickEvent(QMouseEvent*) {
  resetView();
}

void ReliefView::resetView() {
  if (m_scene.runs.empty()) return;
  ReliefLook look = m_laboratory.display().reliefOf(m_lossFunction);
  look.camera.reset();
  m_laboratory.display().setRelief(m_lossFunction, look);
}

void ReliefView::wheelEvent(QWheelEvent* event) {
  constexpr double notch = 120;  // as Qt counts
  ReliefCamera camera = m_scene.camera;
  camera.zoom *= std::pow(kZoomPerNotch, event->angleDelta().y() / notch);
  setCamera(camera);
}

}  // namespace ravine
