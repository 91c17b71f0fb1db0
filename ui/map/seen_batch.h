// The mini-batch that a run's step at the playhead sees: which rows, and how its loss lies beside that of all rows.
#pragma once

#include <memory>
#include <optional>
#include <span>
#include <vector>

#include "core/data/batches.h"
#include "core/loss/contour.h"
#include "core/loss/data_loss.h"
#include "ui/map/map_frame.h"
#include "ui/model/shown_run.h"

namespace ravine {

// Remembers the order of the rows, so that the next step costs little; a new one gives the same.
class SeenBatch {
 public:
  // Of so many rows those of the batch, in its order; nothing where each step sees all. After its last step a run shows
  // what that saw. Valid until the next question.
  std::optional<std::span<const std::size_t>> rowsOf(const ShownRun& shown, std::size_t rows, double playhead);

 private:
  std::optional<Batches> m_batches;
  ParameterSet m_settings;
  std::size_t m_rows = 0;
};

struct BatchGround {
  std::size_t rows = 0;  // 0: each step sees all of them
  std::vector<ContourLine> lines;
  std::optional<Vector2> lowest;  // place in sight, if it is a minimum
};

// Of these rows of the model's data, in the view of the frame; empty where there are none.
BatchGround batchGround(const DataLoss& model, std::span<const std::size_t> rows, const MapFrame& frame);

}  // namespace ravine
