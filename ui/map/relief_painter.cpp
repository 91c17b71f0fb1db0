#include "ui/map/relief_painter.h"

#include <QCoreApplication>
#include <QPaintEngine>
#include <QRadialGradient>
#include <algorithm>
#include <cmath>

#include "ui/look/run_look.h"
#include "ui/map/map_labels.h"
#include "ui/map/mark_painter.h"
#include "ui/map/surface_painter.h"
#include "ui/words/wording.h"

namespace ravine {
namespace {

constexpr double kBall = 7;          // radius in pixels at scale 1
constexpr double kMarkAbove = 0.05;  // of the model: a mark is seen although its foot may stand in a dent
constexpr std::ptrdiff_t kManyPoints = 40;

struct Relief {
  Q_DECLARE_TR_FUNCTIONS(Relief)
};

void paintBall(QPainter& painter, const QPointF& at, double radius, const QColor& colour, const Theme& theme) {
  QRadialGradient gradient(at - QPointF(0.35 * radius, 0.4 * radius), 1.3 * radius);
  gradient.setColorAt(0, colour.lighter(185));
  gradient.setColorAt(0.45, colour);
  gradient.setColorAt(1, colour.darker(170));
  painter.setPen(QPen(theme.halo, theme.px(1.4)));
  painter.setBrush(gradient);
  painter.drawEllipse(at, radius, radius);
}

bool isInFront(const ReliefScene& scene, const ReliefPlacing& placing, const Vector2& theta, double loss,
               QPointF& pixel) {
  const ReliefSurface& surface = scene.model->surface;
  Vector3 place = surface.toModel(theta, loss);
  pixel = placing.toPixel(place);
  place.z() += kMarkAbove;
  return surface.isSeen(place, placing.eye());
}

void paintHeadOn(QPainter& painter, const ReliefScene& scene, const ReliefPlacing& placing, const ShownRun& shown,
                 MapLabels& labels) {
  const Vector2 theta = pointAt(shown.result->trajectory, scene.playhead);
  const double loss = scene.function->value(theta);
  const QString ending = endingAt(*shown.result, scene.playhead);
  const ReliefSurface& surface = scene.model->surface;
  if (!surface.box().contains(theta) || !std::isfinite(loss)) {
    // The way from the middle of the model over the ground, as it is seen.
    const double largest = std::max(1.0, theta.cwiseAbs().maxCoeff());
    const Vector2 ground = (theta / largest - surface.box().centre() / largest).normalized();
    const QPointF middle = placing.toPixel({0, 0, 0});
    const QPointF way = placing.toPixel({0.5 * ground.x(), 0.5 * ground.y(), 0}) - middle;
    const double length = std::hypot(way.x(), way.y());
    return paintHeadOutside(painter, scene.area, length > 0 ? way / length : QPointF(0, -1), shown.run.colour,
                            ending.isEmpty() ? wording::point(theta, 2) : ending, scene.theme, labels);
  }
  QPointF at;
  const QColor colour = runColour(shown.run.colour, scene.theme);
  if (isInFront(scene, placing, theta, loss, at)) {
    paintBall(painter, at, scene.theme.px(kBall), colour, scene.theme);
  } else {  // behind the surface: where it would be
    painter.setBrush(Qt::NoBrush);
    painter.setPen(QPen(scene.theme.halo, scene.theme.px(2.4)));
    painter.drawEllipse(at, scene.theme.px(kBall), scene.theme.px(kBall));
    painter.setPen(QPen(colour, scene.theme.px(1.2), Qt::DotLine));
    painter.drawEllipse(at, scene.theme.px(kBall), scene.theme.px(kBall));
  }
  if (!ending.isEmpty()) labels.label(ending, at, runTextColour(shown.run.colour, scene.theme));
}

}  // namespace

void paintReliefGround(QPainter& painter, const ReliefScene& scene) {
  if (!endIsKept(scene.runs))
    for (const Track& track : scene.tracks) paintFaint(painter, scene.pixelFrame(), track, scene.theme);
  const Landscape* landscape = scene.runs.front().landscape();
  if (!landscape) return;
  const ReliefPlacing placing = scene.placing();
  const auto lowest = landscape->lowestMinimum();
  const bool many = std::ssize(landscape->criticalPoints) > kManyPoints;
  for (const CriticalPoint& c : landscape->criticalPoints) {
    QPointF at;
    if (!c.isolated || !scene.model->surface.box().contains(c.point) ||
        !isInFront(scene, placing, c.point, c.value, at))
      continue;
    const bool isLowest = lowest && c.value <= lowest->value + 1e-9 * landscape->spread;
    if (c.kind == CriticalKind::minimum && (!many || isLowest))
      paintMinimum(painter, at, isLowest, many, scene.theme.scale);
    else if (!many && (c.kind == CriticalKind::saddle || c.kind == CriticalKind::degenerateSaddle))
      paintSaddle(painter, at, many, scene.theme.scale);
  }
}

void paintReliefPaths(QPainter& painter, const ReliefScene& scene) {
  paintWalked(painter, scene.pixelFrame(), scene.tracks, scene.playhead, scene.theme);
}

void paintReliefMoments(QPainter& painter, const ReliefScene& scene) {
  const ReliefPlacing placing = scene.placing();
  MapLabels labels(painter, scene.area, scene.theme);
  labels.reserve(scene.reserved);
  if (scene.model->heights == HeightScale::logarithmic) labels.noteAbove(Relief::tr("height: log f"));
  for (const Track& track : scene.tracks)
    paintCurrentSegment(painter, scene.pixelFrame(), track, scene.playhead, scene.theme);
  for (const ShownRun& shown : scene.runs) {
    const double loss = scene.function->value(shown.run.start);
    QPointF at;
    if (scene.model->surface.box().contains(shown.run.start) && std::isfinite(loss) &&
        isInFront(scene, placing, shown.run.start, loss, at))
      paintStart(painter, scene.pixelFrame(), at, shown.run.colour, scene.theme);
  }
  for (const ShownRun& shown : scene.runs)
    if (shown.result) paintHeadOn(painter, scene, placing, shown, labels);
}

void paintReliefSurface(QPainter& painter, const ReliefScene& scene) {
  const QPaintEngine* engine = painter.paintEngine();
  if (engine && engine->type() == QPaintEngine::Raster)
    painter.drawImage(scene.area.topLeft(), surfaceImage(scene, painter.device()->devicePixelRatioF()));
  else
    paintSurface(painter, scene);
}

void paintRelief(QPainter& painter, const ReliefScene& scene) {
  paintReliefSurface(painter, scene);
  paintReliefGround(painter, scene);
  paintReliefPaths(painter, scene);
  paintReliefMoments(painter, scene);
}

}  // namespace ravine
