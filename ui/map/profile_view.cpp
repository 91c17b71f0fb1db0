#include "ui/map/profile_view.h"

#include <algorithm>
#include <cmath>
#include <utility>

#include "ui/look/painted_layer.h"
#include "ui/map/profile_painter.h"

namespace ravine {
namespace {

constexpr int kMostTicks = 5;

}  // namespace

ProfileView::ProfileView(Laboratory& laboratory, QWidget* parent) : LandscapePlot(laboratory, parent) {
  setMouseTracking(true);
  xAxis->setNumberPrecision(4);
  new PaintedLayer(axisRect(), QStringLiteral("main"),
                   [this](QPainter& painter) { paintProfileGround(painter, m_scene); });
  new PaintedLayer(axisRect(), m_overlay->name(), [this](QPainter& painter) {
    m_walked.paintUpTo(painter, m_scene.playhead, m_scene.tracks, m_scene.theme);
    paintProfileMoments(painter, m_scene);
  });

  connect(&laboratory.timeline(), &Timeline::playheadChanged, this, &ProfileView::refreshOverlay);
  connect(&laboratory.themes(), &ThemeSource::changed, this, [this] {
    applyTheme();
    forgetAxes();
    if (!isHidden()) replotAll();
  });
  applyTheme();
}

void ProfileView::applyTheme() {
  m_scene.theme = m_laboratory.theme();
  showGrid(m_scene.theme);
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
    m_scene.axes = info.axes;
  }
  m_scene.runs = std::move(runs);
  m_scene.selected = m_laboratory.selected();
  if (elsewhere) goHome();
  // While a start is dragged the picture stands still.
  if (isAtHome() && !isDragged()) fitView();
  replotAll();
}

void ProfileView::fitView() {
  m_scene.playhead = m_laboratory.timeline().playhead();
  followAxes();  // how high the picture is has a part in what it shows
  setHome(homeOf(m_scene));
}

// What the picture follows from, read from the axes as they are now.
void ProfileView::followAxes() {
  const MapFrame frame = this->frame();
  if (frame == m_scene.frame) return;
  fitNumbers(fitTicks(m_scene.theme, kMostTicks));
  m_scene.frame = frame;
  m_walked.reset(size(), bufferDevicePixelRatio(), frame);
  workOut();
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
  followPredictions();
  m_walked.reset(size(), bufferDevicePixelRatio(), m_scene.frame);
  workOut();
  replotSoon();
}

QString ProfileView::whatItIs() const {
  return tr("Profile of the landscape: %1").arg(functionName(m_scene.runs));
}

QString ProfileView::whatItShows() const {
  const auto line = [this] {
    switch (m_scene.kind) {
      case ProfileLine::alongX:
        return tr("The loss along %1, through the start.").arg(QString::fromStdString(m_scene.axes[0]));
      case ProfileLine::alongY:
        return tr("The loss along %1, through the start.").arg(QString::fromStdString(m_scene.axes[1]));
      case ProfileLine::toLowest:
        return tr("The loss from the start to the lowest minimum.");
      case ProfileLine::lastStep:
        return tr("The loss along the step at the playhead.");
    }
    return QString();
  };
  return momentOf(m_scene.runs, m_laboratory.timeline().playhead()) + '\n' + line();
}

void ProfileView::reserve(const QRect& room) {
  if (std::exchange(m_scene.reserved, QRectF(room)) != QRectF(room) && !isHidden()) m_overlay->replot();
}

// On the line, above which the pointer is.
Vector2 ProfileView::placeAt(const QPointF& pixel) const {
  return m_scene.line.at(m_scene.frame.fromPixel(pixel).x());
}

// Along the line as it was when the ring was taken.
Vector2 ProfileView::startAtPixel(const QPointF& pixel) const {
  const Line& line = m_scene.line;
  const double unit = 1 / m_scene.frame.perUnitX();
  const double way = roundedToPixel(m_scene.frame.fromPixel(pixel).x(), unit) - line.along(m_taken);
  const Vector2 exact = m_taken + way * line.direction;
  // Along an axis the other coordinate stays to the last digit.
  return {line.direction.x() == 0 ? m_taken.x() : roundedToPixel(exact.x(), unit),
          line.direction.y() == 0 ? m_taken.y() : roundedToPixel(exact.y(), unit)};
}

void ProfileView::dragBegins(const Run& run) {
  m_taken = run.start;
  m_scene.held = m_scene.line;
}

void ProfileView::dragEnds() {
  m_scene.held.reset();
  isAtHome() ? resetView() : replotAll();
}

}  // namespace ravine
