#include "ui/map/map_painter.h"

#include <QCoreApplication>
#include <QPainterPath>
#include <algorithm>
#include <cmath>
#include <limits>

#include "ui/look/run_look.h"
#include "ui/map/map_labels.h"
#include "ui/map/mark_painter.h"
#include "ui/map/path_painter.h"
#include "ui/map/step_painter.h"
#include "ui/sweep/sweep_legend.h"
#include "ui/words/wording.h"

namespace ravine {
namespace {

constexpr std::ptrdiff_t kManyPoints = 60;  // critical points; more are drawn smaller
constexpr double kRoomForPoint = 30 * 30;   // square pixels

struct Map {
  Q_DECLARE_TR_FUNCTIONS(Map)
};

// Only the part that is seen: Qt cannot take an image stretched without measure.
void paintStretched(QPainter& painter, const MapScene& scene, const QImage& image, const Box& box) {
  if (box == scene.frame.view) {
    painter.setRenderHint(QPainter::SmoothPixmapTransform, false);
    return painter.drawImage(scene.frame.area, image);
  }
  const QRectF whole = scene.frame.toPixels(box);
  const QRectF seen = whole & scene.frame.area;
  if (seen.isEmpty()) return;
  const QSizeF size = image.size();
  const QRectF part((seen.left() - whole.left()) / whole.width() * size.width(),
                    (seen.top() - whole.top()) / whole.height() * size.height(),
                    seen.width() / whole.width() * size.width(), seen.height() / whole.height() * size.height());
  painter.setRenderHint(QPainter::SmoothPixmapTransform, part.width() > 1 && part.height() > 1);
  painter.drawImage(seen, image, part);
}

// Basins let the contour lines shine through.
void paintImage(QPainter& painter, const MapScene& scene) {
  constexpr double opaque = 0.85;
  painter.fillRect(scene.frame.area, scene.theme.control);
  if (scene.image) paintStretched(painter, scene, scene.image->image, scene.image->box);
  if (!scene.basins || scene.basins->image.isNull()) return;
  painter.setOpacity(opaque);
  paintStretched(painter, scene, scene.basins->image, scene.basins->box);
  painter.setOpacity(1);
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

void paintAroundHead(QPainter& painter, const MapScene& scene, std::size_t i, MapLabels& labels) {
  const ShownRun& shown = scene.runs[i];
  if (!shown.result) return;
  // Of several on one map only the one that is looked at, lest the numbers pile up.
  if (scene.shows.curvature && (scene.runs.size() == 1 || shown.run.id == scene.selected))
    paintCurvature(painter, scene.frame, *shown.result->landscape->function,
                   pointAt(shown.result->trajectory, scene.playhead), scene.theme, labels);
  if (i < scene.steps.size() && scene.steps[i])
    paintArrows(painter, scene.frame, *scene.steps[i], runColour(shown.run.colour, scene.theme), scene.theme, labels);
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

// Dashed across the whole map, on paper that keeps it readable.
void paintProfileLines(QPainter& painter, const MapScene& scene) {
  for (const ProfileMark& mark : scene.lines) {
    const auto part = partInside(mark.line, scene.frame.view);
    if (!part) continue;
    const QLineF line(scene.frame.toPixel(mark.line.at(part->lower)), scene.frame.toPixel(mark.line.at(part->upper)));
    painter.setPen(QPen(scene.theme.halo, scene.theme.px(2.6)));
    painter.drawLine(line);
    painter.setPen(QPen(runColour(mark.colour, scene.theme), scene.theme.px(1.6), Qt::DashLine, Qt::FlatCap));
    painter.drawLine(line);
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
  painter.fillPath(places, QColor(12, 12, 12, 70));
  painter.fillPath(
      places, QBrush(scene.theme.grey ? QColor(255, 255, 255, 220) : QColor(255, 176, 120, 220), Qt::BDiagPattern));
}

void paintBatch(QPainter& painter, const MapScene& scene) {
  if (!scene.batch) return;
  QColor ink = runColour(scene.lookedAt().run.colour, scene.theme);
  ink.setAlpha(210);
  QColor halo = scene.theme.halo;
  halo.setAlpha(100);
  painter.setBrush(Qt::NoBrush);
  const auto stroke = [&](const QPen& pen) {
    painter.setPen(pen);
    for (const ContourLine& line : scene.batch->lines) painter.drawPolyline(toPixels(scene.frame, line));
    if (!scene.batch->lowest) return;
    constexpr double kRadius = 4.5;
    painter.setPen(QPen(pen.color(), pen.widthF()));
    painter.drawEllipse(scene.frame.toPixel(*scene.batch->lowest), scene.theme.px(kRadius), scene.theme.px(kRadius));
  };
  stroke(QPen(halo, scene.theme.px(2.6)));
  stroke(QPen(ink, scene.theme.px(1.3), Qt::DashLine, Qt::FlatCap));
}

// Where it hides least of paths and minima.
void paintBasinLegend(QPainter& painter, const MapScene& scene, MapLabels& labels) {
  if (!scene.basins) return;
  const double margin = scene.theme.px(6);
  constexpr double asMuchAs = 100;  // points of a path is a minimum worth
  const auto hides = [&](const QRectF& box) {
    const double clear = scene.theme.px(10);
    const QRectF about = box.adjusted(-clear, -clear, clear, clear);
    const auto isHidden = [&](const Vector2& point) { return about.contains(scene.frame.toPixel(point)); };
    std::ptrdiff_t points = 0;
    std::ptrdiff_t minima = 0;
    for (const ShownRun& shown : scene.runs)
      if (shown.result) points += std::ranges::count_if(shown.result->trajectory.points, isHidden);
    if (const Landscape* landscape = scene.landscape())
      minima = std::ranges::count_if(landscape->criticalPoints, [&](const CriticalPoint& c) {
        return c.kind == CriticalKind::minimum && isHidden(c.point);
      });
    return static_cast<double>(points) + asMuchAs * static_cast<double>(minima);
  };
  // Without its remark, rather than on a minimum or on much of the map.
  std::vector<LegendEntry> entries = scene.basins->legend;
  const auto isRemark = [](const LegendEntry& entry) { return std::holds_alternative<std::monostate>(entry.mark); };
  for (const bool isLastTry : {false, true}) {
    if (isLastTry) std::erase_if(entries, isRemark);
    if (entries.empty()) return;
    const QSizeF size = legendSize(entries, scene.theme) + QSizeF(2 * margin, margin);
    constexpr double much = 0.1;
    const QSizeF map = scene.frame.area.size();
    if (!isLastTry && size.width() * size.height() > much * map.width() * map.height()) continue;
    const auto box =
        labels.paperAtTheBorder(size, isLastTry ? std::numeric_limits<double>::infinity() : asMuchAs, hides);
    if (box) return void(paintLegend(painter, entries, box->adjusted(margin, margin, -margin, margin), scene.theme));
  }
}

QString bouncingNote(const BouncingPlaces& places) {
  if (!places.sharpestStable) return Map::tr("no exact limit");
  if (std::isinf(*places.sharpestStable)) return Map::tr("steps bounce nowhere");
  return Map::tr("bounces: λmax > %1").arg(wording::number(*places.sharpestStable));
}

QString batchNote(const BatchGround& batch) {
  return batch.rows == 0 ? Map::tr("each step sees all rows") : Map::tr("dashed: loss of the batch");
}

}  // namespace

void paintGround(QPainter& painter, const MapScene& scene) {
  paintImage(painter, scene);
  if (scene.image && !scene.image->contours.empty()) {
    painter.setPen(QPen(contourColour(mapColours(scene.theme)), scene.theme.px(kContourWidth)));
    for (const ContourLine& line : scene.image->contours) painter.drawPolyline(toPixels(scene.frame, line));
  }
  if (!endIsKept(scene.runs))
    for (const Track& track : scene.tracks()) paintFaint(painter, scene.frame, track, scene.theme);
  paintCriticalPoints(painter, scene);
  if (scene.theme.washesOut) {  // the light map would melt into the page
    painter.setPen(QPen(scene.theme.border, scene.theme.px(1)));
    painter.setBrush(Qt::NoBrush);
    painter.drawRect(scene.frame.area);
  }
}

void paintShown(QPainter& painter, const MapScene& scene) {
  paintBouncing(painter, scene);
  paintBatch(painter, scene);
}

void paintWalkedPaths(QPainter& painter, const MapScene& scene) {
  paintWalked(painter, scene.frame, scene.tracks(), scene.playhead, scene.theme);
}

void paintMoments(QPainter& painter, const MapScene& scene) {
  paintProfileLines(painter, scene);
  for (const Track& track : scene.tracks())
    paintCurrentSegment(painter, scene.frame, track, scene.playhead, scene.theme);
  for (const ShownRun& shown : scene.runs)
    paintStart(painter, scene.frame, scene.frame.toPixel(shown.run.start), shown.run.colour, scene.theme);
  MapLabels labels(painter, scene.frame.area, scene.theme);
  labels.reserve(scene.reserved);
  const double noted = scene.bouncing ? labels.note({bouncingNote(*scene.bouncing)}) : 0;
  if (scene.batch) labels.note({batchNote(*scene.batch)}, noted);
  if (scene.axes != std::array<std::string, 2>{"x", "y"})
    labels.nameAxes({QString::fromStdString(scene.axes[0])}, {QString::fromStdString(scene.axes[1])});
  takeRoomOfMarks(scene, labels);
  paintBasinLegend(painter, scene, labels);
  for (std::size_t i = 0; i < scene.runs.size(); ++i) paintAroundHead(painter, scene, i, labels);
  for (const ShownRun& shown : scene.runs)
    if (shown.result)
      paintHead(painter, scene.frame, pointAt(shown.result->trajectory, scene.playhead), shown, scene.playhead,
                wording::point(pointAt(shown.result->trajectory, scene.playhead), 2), scene.theme, labels);
  for (const RowShare& share : scene.shares)
    paintShare(painter, scene.frame, share.theta, share.downhill, share.part, runColour(share.colour, scene.theme),
               scene.theme, labels);
  paintGhosts(
      painter, scene.ghosts, [&](const Vector2& place) { return scene.frame.toPixel(place); }, scene.frame.area,
      scene.theme);
}

void paintMap(QPainter& painter, const MapScene& scene) {
  paintGround(painter, scene);
  paintShown(painter, scene);
  paintWalkedPaths(painter, scene);
  paintMoments(painter, scene);
}

}  // namespace ravine
