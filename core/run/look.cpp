#include "core/run/look.h"

#include <algorithm>

namespace ravine {
namespace {

std::optional<Line> lineToLowest(const Run& run, const Landscape* landscape) {
  const auto lowest = landscape ? landscape->lowestMinimum() : std::nullopt;
  if (!lowest) return std::nullopt;
  const Vector2 way = lowest->point - run.start;
  constexpr double nearest = 1e-9;  // of the diagonal: a start there has no direction
  if (!(way.norm() > nearest * landscape->domain.diagonal())) return std::nullopt;
  // The same way round whatever the side of the start, lest the picture is mirrored while that is dragged.
  const bool backwards = way.x() < 0 || (way.x() == 0 && way.y() < 0);
  return Line{lowest->point, backwards ? Vector2(-way.normalized()) : Vector2(way.normalized())};
}

// Of the step that begins at the playhead, or else the last one before it that moved at all.
std::optional<Vector2> directionOfStep(const Trajectory* trajectory, double playhead) {
  if (!trajectory) return std::nullopt;
  const std::int64_t last = trajectory->steps() - 1;
  for (std::int64_t t = std::min(static_cast<std::int64_t>(playhead), last); t >= 0; --t) {
    const auto i = static_cast<std::size_t>(t);
    const Vector2 step = trajectory->points[i + 1] - trajectory->points[i];
    if (isFinite(step) && step.stableNorm() > 0) return step.stableNormalized();
  }
  return std::nullopt;
}

}  // namespace

std::vector<Look> looksFor(const Run& run) {
  if (dataOf(run.lossFunction).empty()) return {Look::map, Look::profile, Look::relief};
  return {Look::map, Look::profile, Look::relief, Look::data, Look::mapWithData};
}

bool hasLook(const Run& run, Look look) {
  const std::vector<Look> looks = looksFor(run);
  return std::find(looks.begin(), looks.end(), look) != looks.end();
}

Look lookOf(const Run& run) {
  const bool isModel = !dataOf(run.lossFunction).empty();
  if (run.look && hasLook(run, *run.look)) return *run.look;
  return isModel ? Look::mapWithData : isOfXAlone(run.lossFunction) ? Look::profile : Look::map;
}

ProfileLine profileLineOf(const Run& run, const Landscape* landscape) {
  if (!landscape) return run.profileLine.value_or(ProfileLine::alongX);
  const ProfileLine wanted =
      run.profileLine.value_or(landscape->ofXAlone ? ProfileLine::alongX : ProfileLine::toLowest);
  return wanted == ProfileLine::toLowest && !lineToLowest(run, landscape) ? ProfileLine::alongX : wanted;
}

Line lineOfProfile(const Run& run, const Landscape* landscape, const Trajectory* trajectory, double playhead) {
  switch (profileLineOf(run, landscape)) {
    case ProfileLine::alongX:
      break;
    case ProfileLine::alongY:
      return {{run.start.x(), 0}, Vector2::UnitY()};
    case ProfileLine::toLowest:
      if (const auto line = lineToLowest(run, landscape)) return *line;
      break;
    case ProfileLine::lastStep:
      if (const auto direction = directionOfStep(trajectory, playhead)) {
        const std::int64_t t = std::min(static_cast<std::int64_t>(playhead), trajectory->steps());
        return {trajectory->points[static_cast<std::size_t>(t)], *direction};
      }
      break;
  }
  return {{0, run.start.y()}, Vector2::UnitX()};
}

}  // namespace ravine
