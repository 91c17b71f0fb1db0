#include "ui/map/seen_batch.h"

#include <Eigen/LU>
#include <algorithm>
#include <cmath>

namespace ravine {
namespace {

constexpr double kCell = 6;      // pixels
constexpr int kMostCells = 96;   // along either side: faint lines are worth no more, and each step has others
constexpr int kBatchLevels = 9;  // fewer than those of the whole loss, beside which they lie

// The lowest place in sight, from the lowest cell by Newton's method; none where it lies on the border, and where all
// of a valley is as low: a batch of fewer rows than parameters has no single minimum.
std::optional<Vector2> lowestOf(const LossFunction& function, const Field& field) {
  const auto isLower = [](double a, double b) { return a < b || (std::isnan(b) && !std::isnan(a)); };
  const auto lowest = std::min_element(field.values.begin(), field.values.end(), isLower);
  const auto cell = static_cast<int>(lowest - field.values.begin());
  const int column = cell % field.width;
  const int row = cell / field.width;
  if (column == 0 || row == 0 || column == field.width - 1 || row == field.height - 1) return std::nullopt;
  constexpr double kLevel = 1e-9;  // of the steepest curvature
  Vector2 theta = field.centre(column, row);
  for (int step = 0; step < 8; ++step) {
    const Derivatives f = function.derivatives(theta);
    const Eigenvalues curvature = eigenvalues(f.hessian);
    if (!(curvature.lower > kLevel * curvature.upper)) return std::nullopt;
    theta -= f.hessian.inverse() * f.gradient;
  }
  return field.box.contains(theta) && function.value(theta) <= *lowest ? std::optional(theta) : std::nullopt;
}

}  // namespace

std::optional<std::span<const std::size_t>> SeenBatch::rowsOf(const ShownRun& shown, std::size_t rows,
                                                              double playhead) {
  const Run& run = shown.run;
  if (!hasBatches(run)) return std::nullopt;
  if (!m_batches || m_settings != run.batches || m_rows != rows) {
    m_settings = run.batches;
    m_rows = rows;
    m_batches.emplace(batchSettings(run.batches), rows);
  }
  const std::int64_t last = (shown.result ? shown.result->trajectory.steps() : run.steps) - 1;
  return m_batches->at(std::clamp<std::int64_t>(static_cast<std::int64_t>(playhead), 0, last));
}

BatchGround batchGround(const DataLoss& model, std::span<const std::size_t> rows, const MapFrame& frame) {
  if (rows.empty()) return {};
  const auto batch = model.ofRows(rows);
  const auto cells = [](double pixels) { return std::clamp(static_cast<int>(pixels / kCell), 3, kMostCells); };
  const Field field = sampleField(*batch, frame.view, cells(frame.area.width()), cells(frame.area.height()));
  std::vector<ContourLine> lines = contourLines(field, contourLevels(field, kBatchLevels, frame.view));
  const auto lowest = lowestOf(*batch, field);
  // Without a minimum in sight a ring is what the cells make of the floor of a valley.
  if (!lowest) std::erase_if(lines, [](const ContourLine& line) { return line.points.front() == line.points.back(); });
  return {.rows = rows.size(), .lines = std::move(lines), .lowest = lowest};
}

}  // namespace ravine
