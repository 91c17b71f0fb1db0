#include "ui/map/map_scene.h"

#include <algorithm>
#include <cmath>

#include "core/loss/data_loss.h"
#include "core/optimizer/stability.h"

namespace ravine {

namespace {

std::optional<RowShare> shareOf(const RunResult& result, std::size_t row, double playhead) {
  const DataLoss* model = asDataLoss(*result.landscape->function);
  if (!model || row >= model->terms()) return std::nullopt;
  const Vector2 theta = pointAt(result.trajectory, playhead);
  const Vector2 gradient = model->ofRow(row, theta).gradient;
  const double length = gradient.norm();
  if (!std::isfinite(length) || length == 0) return std::nullopt;
  double largest = length;
  for (std::size_t i = 0; i < model->terms(); ++i)
    if (const double other = model->ofRow(i, theta).gradient.norm(); std::isfinite(other))
      largest = std::max(largest, other);
  return RowShare{theta, -gradient / length, length / largest};
}

}  // namespace

Box withEqualUnits(const Box& box, const QSizeF& area) {
  const double unitsPerPixel = std::max(box.x.length() / area.width(), box.y.length() / area.height());
  const Vector2 half = 0.5 * unitsPerPixel * Vector2(area.width(), area.height());
  const Vector2 centre = box.centre();
  return {{centre.x() - half.x(), centre.x() + half.x()}, {centre.y() - half.y(), centre.y() + half.y()}};
}

std::vector<Track> MapScene::tracks() const {
  std::vector<Track> tracks;
  for (const ShownRun& shown : runs)
    if (shown.result)
      tracks.push_back(trackOf({shown.result, &shown.result->trajectory}, shown.run.colour, shown.run.name));
  return tracks;
}

const ShownRun& MapScene::lookedAt() const {
  const auto chosen =
      std::find_if(runs.begin(), runs.end(), [&](const ShownRun& shown) { return shown.run.id == selected; });
  return chosen == runs.end() ? runs.front() : *chosen;
}

const Landscape* MapScene::landscape() const {
  return runs.empty() ? nullptr : runs.front().landscape();
}

void MapDetails::workOut(MapScene& scene) {
  scene.steps.clear();
  std::erase_if(m_replays, [&](const Replay& replay) {
    return std::none_of(scene.runs.begin(), scene.runs.end(),
                        [&](const ShownRun& shown) { return shown.result == replay.result; });
  });
  if (scene.shows.arrows)
    for (const ShownRun& shown : scene.runs)
      scene.steps.push_back(shown.result ? stepOf(shown.result, scene.playhead) : std::nullopt);
  workOutBouncing(scene);
  workOutBatch(scene);
  scene.shares.clear();
  if (!scene.pickedRow) return;
  for (const ShownRun& shown : scene.runs)
    if (auto share = shown.result ? shareOf(*shown.result, *scene.pickedRow, scene.playhead) : std::nullopt) {
      share->colour = shown.run.colour;
      scene.shares.push_back(*share);
    }
}

std::optional<StepArithmetic> MapDetails::stepOf(const RunResultPtr& result, double playhead) {
  auto replay =
      std::find_if(m_replays.begin(), m_replays.end(), [&](const Replay& known) { return known.result == result; });
  if (replay == m_replays.end())
    replay =
        m_replays.insert(replay, {result, StepReplay(result->run, result->trajectory, *result->landscape->function)});
  return replay->steps.at(std::min(static_cast<std::int64_t>(playhead), result->trajectory.steps() - 1));
}

void MapDetails::workOutBouncing(MapScene& scene) {
  scene.bouncing.reset();
  if (!scene.shows.bouncing) return;
  const RunResultPtr& result = scene.lookedAt().result;
  if (!result || result->trajectory.lrs.empty() || !scene.image) return;
  const double lr = rateAt(*result, static_cast<std::size_t>(scene.playhead));
  if (result != m_bouncingRun || scene.image != m_bouncingImage || lr != m_bouncingRate) {
    m_bouncingRun = result;
    m_bouncingImage = scene.image;
    m_bouncingRate = lr;
    BouncingPlaces places;
    places.sharpestStable = sharpestStable(optimizerInfo(result->run), result->run.optimizer.parameters, lr);
    if (places.sharpestStable && std::isfinite(*places.sharpestStable))
      places.outlines = outlinesAbove(scene.image->sharpness, *places.sharpestStable);
    m_bouncing = std::make_shared<const BouncingPlaces>(std::move(places));
  }
  scene.bouncing = m_bouncing;
}

void MapDetails::workOutBatch(MapScene& scene) {
  scene.batch.reset();
  if (!scene.shows.batch) return;
  const ShownRun& shown = scene.lookedAt();
  const DataLoss* model = shown.result ? asDataLoss(*shown.result->landscape->function) : nullptr;
  if (!model) return;
  const auto seen = m_seenBatch.rowsOf(shown, model->terms(), scene.playhead);
  const std::vector<std::size_t> rows = seen ? std::vector(seen->begin(), seen->end()) : std::vector<std::size_t>{};
  if (shown.result != m_batchRun || rows != m_batchRows || scene.frame != m_batchFrame) {
    m_batchRun = shown.result;
    m_batchRows = rows;
    m_batchFrame = scene.frame;
    m_batch = std::make_shared<const BatchGround>(batchGround(*model, rows, scene.frame));
  }
  scene.batch = m_batch;
}

}  // namespace ravine
