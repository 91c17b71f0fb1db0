#include "ui/map/profile_scene.h"

#include <algorithm>
#include <cmath>
#include <limits>

namespace ravine {
namespace {

constexpr double kBeside = 0.4;               // opacity of points that are not on the line
constexpr std::int64_t kStepsAlongStep = 40;  // around the playhead, on a line that turns with it

std::vector<double> finiteOf(std::vector<double> values) {
  std::erase_if(values, [](double value) { return !std::isfinite(value); });
  return values;
}

}  // namespace

const ShownRun& ProfileScene::lookedAt() const {
  const auto chosen =
      std::find_if(runs.begin(), runs.end(), [this](const ShownRun& shown) { return shown.run.id == selected; });
  return chosen == runs.end() ? runs.front() : *chosen;
}

const Landscape* ProfileScene::landscape() const {
  return lookedAt().landscape();
}

Line ProfileScene::lineNow() const {
  return lineOfProfile(lookedAt().run, landscape(), lookedAt().trajectory(), playhead);
}

Box homeOf(const ProfileScene& scene) {
  const ShownRun& shown = scene.lookedAt();
  const Line line = scene.lineNow();
  const double half = 0.5 * scene.domain.diagonal();
  // A line that turns with the playhead keeps its length, lest the picture pulsates.
  const bool turns = profileLineOf(shown.run, scene.landscape()) == ProfileLine::lastStep;
  const double middle = turns ? 0 : line.along(shown.run.start);
  const Interval range =
      turns ? Interval{-half, half} : partInside(line, scene.domain).value_or(Interval{middle - half, middle + half});
  constexpr int samples = 512;
  std::vector<double> losses = finiteOf(sampleLine(*scene.function, line, range, samples));
  if (losses.empty()) return {range, {0, 1}};
  std::sort(losses.begin(), losses.end());
  // Below this a value is that of a pole, unless a minimum or a run says otherwise.
  constexpr double wide = 4;
  const auto count = static_cast<double>(losses.size() - 1);
  const auto at = [&](double part) { return losses[static_cast<std::size_t>(part * count)]; };
  double lowest = std::max(losses.front(), at(0.25) - wide * (at(0.75) - at(0.25)));
  if (const Landscape* landscape = scene.landscape())
    if (const auto minimum = landscape->lowestMinimum(); minimum && losses.front() < lowest)
      lowest = std::max(losses.front(), std::min(lowest, minimum->value));
  double start = -std::numeric_limits<double>::infinity();
  for (const ShownRun& each : scene.runs) {
    if (const double loss = scene.function->value(each.run.start); std::isfinite(loss)) start = std::max(start, loss);
    if (!each.result) continue;
    const Trajectory& path = each.result->trajectory;
    for (std::size_t t = 0; t < path.points.size(); ++t)
      if (range.contains(line.along(path.points[t]))) lowest = std::min(lowest, path.losses[t]);
  }
  const double median = at(0.5) - lowest;
  start = std::isfinite(start) ? start - lowest : 0;
  constexpr double aboveStart = 1.3;
  constexpr double aboveMedian = 2.2;
  double height = std::min(losses.back() - lowest, std::max(aboveStart * start, aboveMedian * median));
  if (!(height > 0)) height = std::max(1.0, std::abs(lowest));
  // Below the curve there is room for the step and its arithmetic.
  constexpr double roomBelow = 46;  // pixels at scale 1
  const double below = std::clamp(scene.theme.px(roomBelow) / std::max(1.0, scene.frame.area.height()), 0.1, 0.3);
  return {range, {lowest - below / (1 - below) * 1.08 * height, lowest + 1.08 * height}};
}

void ProfileDetails::workOut(ProfileScene& scene) {
  scene.kind = profileLineOf(scene.lookedAt().run, scene.landscape());
  scene.line = scene.held ? *scene.held : scene.lineNow();
  const int samples = std::max(2, static_cast<int>(scene.frame.area.width()));
  const Interval& range = scene.frame.view.x;
  if (scene.line != m_line || range != m_range || samples != m_samples || scene.function != m_function ||
      scene.losses.empty()) {
    m_line = scene.line;
    m_range = range;
    m_samples = samples;
    m_function = scene.function;
    scene.losses = sampleLine(*scene.function, scene.line, range, samples);
  }
  std::erase_if(m_projected, [&](const Projected& projected) {
    return std::none_of(scene.runs.begin(), scene.runs.end(),
                        [&](const ShownRun& each) { return each.result == projected.result; });
  });
  scene.tracks.clear();
  for (const ShownRun& each : scene.runs)
    if (each.result) scene.tracks.push_back(trackOf(each, scene));
  scene.step = stepOf(scene);
}

Track ProfileDetails::trackOf(const ShownRun& shown, const ProfileScene& scene) {
  const Trajectory& trajectory = shown.result->trajectory;
  const bool turns = scene.kind == ProfileLine::lastStep;
  const auto now = static_cast<std::int64_t>(scene.playhead);
  const std::int64_t first = turns ? std::clamp<std::int64_t>(now - kStepsAlongStep, 0, trajectory.steps()) : 0;
  const std::int64_t last = turns ? std::min(now + 1, trajectory.steps()) : trajectory.steps();
  auto projected = std::find_if(m_projected.begin(), m_projected.end(),
                                [&](const Projected& p) { return p.result == shown.result; });
  if (projected == m_projected.end()) projected = m_projected.insert(projected, {shown.result, {}, -1, -1, {}});
  if (projected->line == scene.line && projected->first == first && projected->last == last &&
      projected->track.colour == shown.run.colour && projected->track.name == shown.run.name)
    return projected->track;
  auto points = std::make_shared<std::vector<Vector2>>();
  auto opacity = std::make_shared<std::vector<float>>();
  for (std::int64_t t = first; t <= last; ++t) {
    const auto i = static_cast<std::size_t>(t);
    points->push_back(scene.placeOf(trajectory.points[i], trajectory.losses[i]));
    opacity->push_back(scene.isOnLine(trajectory.points[i]) ? 1 : static_cast<float>(kBeside));
  }
  std::shared_ptr<std::vector<std::size_t>> states;
  if (turns) {  // those before stand where the first does
    states = std::make_shared<std::vector<std::size_t>>();
    for (std::int64_t t = 0; t <= last; ++t)
      states->push_back(static_cast<std::size_t>(std::max<std::int64_t>(0, t - first)));
  }
  *projected = {
      shown.result, scene.line, first, last, {points, shown.run.colour, states, opacity, true, shown.run.name}};
  return projected->track;
}

std::optional<StepArithmetic> ProfileDetails::stepOf(const ProfileScene& scene) {
  const RunResultPtr& result = scene.lookedAt().result;
  if (!result) return std::nullopt;
  if (result != m_replayed) {
    m_replay.emplace(result->run, result->trajectory, *result->landscape->function);
    m_replayed = result;
  }
  return m_replay->at(static_cast<std::int64_t>(scene.playhead));
}

}  // namespace ravine
