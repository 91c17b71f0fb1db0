#include "ui/map/relief_scene.h"

#include <algorithm>
#include <cmath>

#include "core/loss/line.h"
#include "ui/map/map_image.h"

namespace ravine {
namespace {

constexpr double kPiece = 6;        // pixels of a step that are drawn straight
constexpr double kMostPieces = 48;  // of one step
constexpr double kSamePlace = 0.7;  // pixels
constexpr double kLift = 0.004;     // of a path above the surface
constexpr int kSamples = 320;       // along each side, for levels and contours

}  // namespace

std::shared_ptr<const ReliefModel> makeReliefModel(const LossFunction& function, const Box& domain, int cells,
                                                   std::optional<HeightScale> heights) {
  const Field field = sampleField(function, domain, kSamples, kSamples);
  const HeightScale scale = heights.value_or(suitableHeights(field));
  std::vector<double> levels = contourLevels(field, kMapLevels, domain);
  std::vector<ContourLine> contours = contourLines(field, levels, 2);
  return std::make_shared<const ReliefModel>(
      ReliefModel{ReliefSurface(function, domain, cells, std::move(levels), scale), scale, std::move(contours)});
}

int reliefCells(const QSizeF& area) {
  constexpr double pixelsPerCell = 7;
  return std::clamp(static_cast<int>(std::max(area.width(), area.height()) / pixelsPerCell), 32, 96);
}

// So large that it does not leave the picture when it is turned.
ReliefPlacing::ReliefPlacing(const ReliefSurface& surface, const ReliefCamera& camera, const QRectF& area,
                             double margin)
    : m_projection(camera) {
  const Vector2 sides = surface.halfSides();
  double aside = 0;
  Interval upwards{1e9, -1e9};
  for (int turn = 0; turn < 180; turn += 15) {
    ReliefCamera turned = camera;
    turned.turn = turn;
    const ReliefProjection projection(turned);
    for (const double x : {-sides.x(), sides.x()})
      for (const double y : {-sides.y(), sides.y()})
        for (const double z : {ReliefSurface::kFloor, ReliefSurface::kHeight}) {
          const Vector2 seen = projection({x, y, z});
          aside = std::max(aside, std::abs(seen.x()));
          upwards = {std::min(upwards.lower, seen.y()), std::max(upwards.upper, seen.y())};
        }
  }
  const double fit = std::min((area.width() - 2 * margin) / (2 * aside), (area.height() - margin) / upwards.length());
  m_scale = std::max(1.0, fit) * camera.zoom;
  m_middle = area.center() + QPointF(0, m_scale * upwards.centre());
}

namespace {

// The points of a path on the surface, as pixels; those outside the model, and those that it hides, are transparent.
Track laidOnSurface(const ShownRun& shown, const ReliefScene& scene) {
  const Trajectory& trajectory = shown.result->trajectory;
  const ReliefSurface& surface = scene.model->surface;
  const ReliefPlacing placing = scene.placing();
  auto points = std::make_shared<std::vector<Vector2>>();
  auto opacity = std::make_shared<std::vector<float>>();
  auto states = std::make_shared<std::vector<std::size_t>>();
  Vector2 asked(0, 0);  // pixels, of the last point whose being seen was worked out
  float seen = 0;
  const auto add = [&](const Vector2& theta, double loss) {
    if (!surface.box().contains(theta) || !std::isfinite(loss)) {
      points->push_back(points->empty() ? Vector2(scene.area.left(), -scene.area.top()) : points->back());
      opacity->push_back(0);
      return;
    }
    Vector3 place = surface.toModel(theta, loss);
    place.z() += kLift;
    const QPointF pixel = placing.toPixel(place);
    // Not asked again for what nobody can tell apart: a run at rest has thousands of steps in one place.
    const bool isNew =
        points->empty() || opacity->back() != seen || (Vector2(pixel.x(), -pixel.y()) - asked).norm() > kSamePlace;
    if (isNew) {
      asked = {pixel.x(), -pixel.y()};
      seen = surface.isSeen(place, placing.eye()) ? 1 : 0;
    }
    points->push_back({pixel.x(), -pixel.y()});
    opacity->push_back(seen);
  };
  add(trajectory.points.front(), trajectory.losses.front());
  states->push_back(0);
  for (std::size_t t = 1; t < trajectory.points.size(); ++t) {
    const Vector2& from = trajectory.points[t - 1];
    const Vector2& to = trajectory.points[t];
    // The part of it that is over the model, from wherever it comes and however far it goes.
    const Vector2 way = to - from;
    const double length = way.stableNorm();
    const Line line{from, way.stableNormalized()};
    auto over = std::isfinite(length) && length > 0 ? partInside(line, surface.box()) : std::nullopt;
    if (over) over = Interval{std::max(over->lower, 0.0), std::min(over->upper, length)};
    if (over && over->length() > 0) {
      const auto placeAt = [&](double s) { return surface.box().nearest(line.at(s)); };
      const QPointF extent = placing.toPixel(surface.toModel(placeAt(over->upper), 0)) -
                             placing.toPixel(surface.toModel(placeAt(over->lower), 0));
      const auto pieces =
          static_cast<int>(std::clamp(std::ceil(std::hypot(extent.x(), extent.y()) / kPiece), 1.0, kMostPieces));
      for (int i = over->lower > 0 ? 0 : 1; i < pieces || (i == pieces && over->upper < length); ++i) {
        const Vector2 between = placeAt(over->lower + over->length() * i / pieces);
        add(between, scene.function->value(between));
      }
    }
    add(to, trajectory.losses[t]);
    states->push_back(points->size() - 1);
  }
  return {points, shown.run.colour, states, opacity, false, shown.run.name};
}

}  // namespace

void ReliefDetails::workOut(ReliefScene& scene) {
  scene.tracks.clear();
  std::erase_if(m_laid, [&](const Laid& laid) {
    return std::none_of(scene.runs.begin(), scene.runs.end(),
                        [&](const ShownRun& shown) { return shown.result == laid.result; });
  });
  for (const ShownRun& shown : scene.runs) {
    if (!shown.result) continue;
    auto laid = std::find_if(m_laid.begin(), m_laid.end(), [&](const Laid& l) {
      return l.result == shown.result && l.track.colour == shown.run.colour && l.track.name == shown.run.name;
    });
    if (laid == m_laid.end()) laid = m_laid.insert(laid, {shown.result, nullptr, {}, {}, {}});
    if (laid->model != scene.model || laid->camera != scene.camera || laid->area != scene.area)
      *laid = {shown.result, scene.model, scene.camera, scene.area, laidOnSurface(shown, scene)};
    scene.tracks.push_back(laid->track);
  }
}

}  // namespace ravine
