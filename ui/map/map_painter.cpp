#include "ui/map/map_painter.h"

#include <QCoreApplication>
#include <QPainterPath>
#include <algorithm>
#include <cmath>
#include <numbers>

#include "ui/look/run_look.h"
#include "ui/map/map_labels.h"
#include "ui/map/path_painter.h"
#include "ui/map/step_painter.h"
#include "ui/words/wording.h"

namespace ravine {
namespace {

constexpr double kStartRadius = 6;  // pixels
constexpr double kHeadRadius = 5.5;
constexpr double kArrowLength = 13;
constexpr std::ptrdiff_t kManyPoints = 60;  // critical points; more are drawn smaller
constexpr double kRoomForPoint = 30 * 30;   // square pixels

const QColor kInk(20, 20, 30);

struct Map {
  Q_DECLARE_TR_FUNCTIONS(Map)
};

QPolygonF star(const QPointF& centre, double radius) {
  QPolygonF polygon;
  for (int i = 0; i < 10; ++i) {
    const double r = i % 2 == 0 ? radius : 0.42 * radius;
    const double angle = std::numbers::pi * (0.5 + i / 5.0);
    polygon << centre + r * QPointF(std::cos(angle), -std::sin(angle));
  }
  return polygon;
}

void paintImage(QPainter& painter, const MapScene& scene) {
  painter.fillRect(scene.frame.area, scene.theme.control);
  if (!scene.image) return;
  const bool exact = scene.image->box == scene.frame.view;
  if (exact) {
    painter.setRenderHint(QPainter::SmoothPixmapTransform, false);
    return painter.drawImage(scene.frame.area, scene.image->image);
  }
  // Only the part that is seen: Qt cannot take an image stretched without measure.
  const QRectF whole = scene.frame.toPixels(scene.image->box);
  const QRectF seen = whole & scene.frame.area;
  if (seen.isEmpty()) return;
  const QSizeF size = scene.image->image.size();
  const QRectF part((seen.left() - whole.left()) / whole.width() * size.width(),
                    (seen.top() - whole.top()) / whole.height() * size.height(),
                    seen.width() / whole.width() * size.width(), seen.height() / whole.height() * size.height());
  painter.setRenderHint(QPainter::SmoothPixmapTransform, part.width() > 1 && part.height() > 1);
  painter.drawImage(seen, scene.image->image, part);
}

void paintMinimum(QPainter& painter, const QPointF& at, bool isLowest, bool many, double scale) {
  painter.setPen(QPen(kInk, 0.8 * scale));
  painter.setBrush(isLowest ? QColor(Qt::white) : QColor(255, 255, 255, 170));
  painter.drawPolygon(star(at, scale * (isLowest ? 7.5 : many ? 3.5 : 6)));
}

// One point of a curve of minima.
void paintMinimumOfCurve(QPainter& painter, const QPointF& at, double scale) {
  painter.setPen(Qt::NoPen);
  painter.setBrush(QColor(255, 255, 255, 200));
  painter.drawEllipse(at, 1.5 * scale, 1.5 * scale);
}

void paintSaddle(QPainter& painter, const QPointF& at, bool many, double scale) {
  const double arm = scale * (many ? 1.6 : 3.2);
  for (const auto& [colour, width] :
       {std::pair(QColor(255, 255, 255, 220), many ? 1.8 : 3.2), std::pair(kInk, many ? 0.9 : 1.4)}) {
    painter.setPen(QPen(colour, scale * width));
    painter.drawLine(at + QPointF(-arm, -arm), at + QPointF(arm, arm));
    painter.drawLine(at + QPointF(-arm, arm), at + QPointF(arm, -arm));
  }
}

void paintCriticalPoints(QPainter& painter, const MapScene& scene) {
  const Landscape* landscape = scene.landscape();
  if (!landscape) return;
  const auto lowest = landscape->lowestMinimum();
  const double scale = scene.theme.scale;
  const auto isSeen = [&](const CriticalPoint& c) { return scene.frame.area.contains(scene.frame.toPixel(c.point)); };
  const auto seen = std::count_if(landscape->criticalPoints.begin(), landscape->criticalPoints.end(), isSeen);
  const bool many = seen > kManyPoints;
  // Among very many only minima are told, lest they bury the landscape.
  const bool crowded =
      static_cast<double>(seen) * kRoomForPoint * scale * scale > scene.frame.area.width() * scene.frame.area.height();
  for (const CriticalPoint& c : landscape->criticalPoints) {
    const QPointF at = scene.frame.toPixel(c.point);
    if (!isSeen(c) || (crowded && c.kind != CriticalKind::minimum)) continue;
    if (c.kind == CriticalKind::minimum && !c.isolated)
      paintMinimumOfCurve(painter, at, scale);
    else if (c.kind == CriticalKind::minimum)
      paintMinimum(painter, at, c.value <= lowest->value + 1e-9 * landscape->spread, many, scale);
    else if (c.kind == CriticalKind::saddle || c.kind == CriticalKind::degenerateSaddle)
      paintSaddle(painter, at, many, scale);
  }
}

void paintStart(QPainter& painter, const MapScene& scene, const Run& run) {
  const QPointF at = scene.frame.toPixel(run.start);
  if (!scene.frame.area.contains(at)) return;
  painter.setBrush(Qt::NoBrush);
  for (const auto& [colour, width] : {std::pair(scene.theme.halo, 3.4), std::pair(runColour(run.colour), 1.8)}) {
    painter.setPen(QPen(colour, scene.theme.px(width)));
    painter.drawEllipse(at, scene.theme.px(kStartRadius), scene.theme.px(kStartRadius));
  }
}

// How the run ended, once the playhead is there, if it ended badly.
QString endingAt(const RunResult& result, double playhead) {
  const std::int64_t steps = result.trajectory.steps();
  const std::int64_t end = std::min(result.diagnosis.divergedAt.value_or(steps), steps);
  return playhead >= static_cast<double>(end) ? wording::endMark(result) : QString();
}

// The direction on the screen, as a unit vector, in which θ lies from the middle of the map, however far.
QPointF directionTo(const Vector2& theta, const MapFrame& frame) {
  const double largest = std::max(1.0, theta.cwiseAbs().maxCoeff());
  const Vector2 offset = theta / largest - frame.view.centre() / largest;
  const QPointF pixels(offset.x() * frame.perUnitX(), -offset.y() * frame.perUnitY());
  return pixels / std::hypot(pixels.x(), pixels.y());
}

// A run that is out of view: an arrow on the border says which way.
void paintHeadOutside(QPainter& painter, const MapScene& scene, const Run& run, const Vector2& theta,
                      const QString& text, MapLabels& labels) {
  const QRectF& area = scene.frame.area;
  const QPointF away = directionTo(theta, scene.frame);
  const double reach = std::min(0.5 * area.width() / std::max(std::abs(away.x()), 1e-9),
                                0.5 * area.height() / std::max(std::abs(away.y()), 1e-9));
  const QPointF tip = area.center() + 0.985 * reach * away;
  const QPointF across(-away.y(), away.x());
  const double length = scene.theme.px(kArrowLength);
  const QPointF tail = tip - length * away;
  painter.setPen(QPen(scene.theme.halo, scene.theme.px(1.6), Qt::SolidLine, Qt::RoundCap, Qt::RoundJoin));
  painter.setBrush(runColour(run.colour));
  painter.drawPolygon(
      QPolygonF{tip, tail + 0.5 * length * across, tip - 0.7 * length * away, tail - 0.5 * length * across});
  labels.label(text, tail, runTextColour(run.colour, scene.theme));
}

// The head of a path, marked where a run has diverged.
void paintHead(QPainter& painter, const MapScene& scene, const ShownRun& shown, MapLabels& labels) {
  if (!shown.result) return;
  const Vector2 theta = pointAt(shown.result->trajectory, scene.playhead);
  const QPointF head = scene.frame.toPixel(theta);
  const QString ending = endingAt(*shown.result, scene.playhead);
  if (!scene.frame.area.contains(head))
    return paintHeadOutside(painter, scene, shown.run, theta, ending.isEmpty() ? wording::point(theta, 2) : ending,
                            labels);
  painter.setPen(QPen(scene.theme.halo, scene.theme.px(1.8)));
  painter.setBrush(runColour(shown.run.colour));
  drawRunMarker(painter, head, scene.theme.px(kHeadRadius), shown.run.colour);
  if (!ending.isEmpty()) labels.label(ending, head, runTextColour(shown.run.colour, scene.theme));
}

void paintAroundHead(QPainter& painter, const MapScene& scene, std::size_t i, MapLabels& labels) {
  const ShownRun& shown = scene.runs[i];
  if (!shown.result) return;
  // Of several on one map only the one that is looked at, lest the numbers pile up.
  if (scene.shows.curvature && (scene.runs.size() == 1 || shown.run.id == scene.selected))
    paintCurvature(painter, scene.frame, *shown.result->landscape->function,
                   pointAt(shown.result->trajectory, scene.playhead), scene.theme, labels);
  if (i < scene.steps.size() && scene.steps[i])
    paintArrows(painter, scene.frame, *scene.steps[i], runColour(shown.run.colour), scene.theme, labels);
}

// What labels and insets are not to hide: starts, heads and the lowest minimum.
void takeRoomOfMarks(const MapScene& scene, MapLabels& labels) {
  const double radius = scene.theme.px(8);
  const auto take = [&](const Vector2& place) {
    labels.take(QRectF(scene.frame.toPixel(place) - QPointF(radius, radius), 2 * QSizeF(radius, radius)));
  };
  for (const ShownRun& shown : scene.runs) {
    take(shown.run.start);
    if (shown.result) take(pointAt(shown.result->trajectory, scene.playhead));
  }
  const Landscape* landscape = scene.landscape();
  if (const auto lowest = landscape ? landscape->lowestMinimum() : std::nullopt) take(lowest->point);
}

QString bouncingNote(const BouncingPlaces& places) {
  if (!places.sharpestStable) return Map::tr("no exact limit");
  if (std::isinf(*places.sharpestStable)) return Map::tr("steps bounce nowhere");
  return Map::tr("bounces: λmax > %1").arg(wording::number(*places.sharpestStable));
}

}  // namespace

void paintGround(QPainter& painter, const MapScene& scene) {
  paintImage(painter, scene);
  for (const Track& track : scene.tracks()) paintFaint(painter, scene.frame, track);
  paintCriticalPoints(painter, scene);
  if (scene.theme.washesOut) {  // the light map would melt into the page
    painter.setPen(QPen(scene.theme.border, scene.theme.px(1)));
    painter.setBrush(Qt::NoBrush);
    painter.drawRect(scene.frame.area);
  }
}

void paintBouncing(QPainter& painter, const MapScene& scene) {
  if (!scene.bouncing || scene.bouncing->outlines.empty()) return;
  QPainterPath places;  // odd-even, as outlines are meant
  for (const auto& outline : scene.bouncing->outlines) {
    QPolygonF polygon;
    for (const Vector2& corner : outline) polygon << scene.frame.toPixel(corner);
    places.addPolygon(polygon);
  }
  painter.fillPath(places, QColor(20, 10, 0, 70));
  painter.fillPath(places, QBrush(QColor(255, 176, 120, 220), Qt::BDiagPattern));
}

void paintWalkedPaths(QPainter& painter, const MapScene& scene) {
  for (const bool halo : {true, false})
    for (const Track& track : scene.tracks()) {
      WalkedPath path(scene.frame, track);
      path.paintUpTo(path.lastStepBefore(scene.playhead), halo ? &painter : nullptr, halo ? nullptr : &painter,
                     scene.theme);
    }
}

void paintMoments(QPainter& painter, const MapScene& scene) {
  for (const Track& track : scene.tracks())
    paintCurrentSegment(painter, scene.frame, track, scene.playhead, scene.theme);
  for (const ShownRun& shown : scene.runs) paintStart(painter, scene, shown.run);
  MapLabels labels(painter, scene.frame.area, scene.theme);
  if (scene.bouncing) labels.note(bouncingNote(*scene.bouncing));
  takeRoomOfMarks(scene, labels);
  for (std::size_t i = 0; i < scene.runs.size(); ++i) paintAroundHead(painter, scene, i, labels);
  for (const ShownRun& shown : scene.runs) paintHead(painter, scene, shown, labels);
}

void paintMap(QPainter& painter, const MapScene& scene) {
  paintGround(painter, scene);
  paintBouncing(painter, scene);
  paintWalkedPaths(painter, scene);
  paintMoments(painter, scene);
}

}  // namespace ravine
