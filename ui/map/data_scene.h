// All that a picture of data shows at one moment, as a value: the rows that a model learns from, as it sees them, and
// what it says with the parameters that each run has at the playhead.
#pragma once

#include <array>
#include <memory>
#include <optional>
#include <vector>

#include "core/loss/contour.h"
#include "core/loss/data_loss.h"
#include "ui/look/theme.h"
#include "ui/map/map_frame.h"
#include "ui/map/seen_batch.h"
#include "ui/model/shown_run.h"

namespace ravine {

// What a model says with one choice of its parameters.
struct Answer {
  Vector2 theta;
  // One input: of inputs evenly spaced from one side of the frame to the other.
  std::vector<double> curve = {};
  // Two inputs: where it says ½, and the outlines of where it says more.
  std::vector<ContourLine> border = {};
  std::vector<std::vector<Vector2>> ones = {};
};

struct DataScene {
  MapFrame frame;              // x: the first input; y: the second or, where there is one, the target
  std::vector<ShownRun> runs;  // that share one loss function, a model's; never empty when painted
  RunId selected = RunId::none;
  double playhead = 0;
  Theme theme;
  std::shared_ptr<const LossFunction> function;  // of the runs as they are now; their results may lag behind
  std::array<std::string, 2> axes{"w", "b"};     // what its parameters are called
  bool hasLabels = false;                        // its targets are the classes 0 and 1
  bool isStandardized = false;
  std::optional<Vector2> probe;       // parameters that somebody points at on a map
  std::optional<std::size_t> picked;  // the row that somebody points at
  QRectF reserved;                    // pixels that something else stands on

  // What follows from the above, worked out by DataDetails.
  std::vector<Answer> answers;  // of each run, in their order
  std::optional<Answer> probed;
  std::optional<std::vector<std::size_t>> batch;  // what the step at the playhead sees; nothing: all rows
  std::vector<double> said;       // of each row, by the run that is looked at; empty where no residuals are shown
  bool errorsAreSquares = false;  // the loss of a row is the square of its residual, and there is room for squares

  // All that follows from the choice of a model. Precondition: it is one.
  void setFunction(const LossChoice& choice);
  std::size_t placeLookedAt() const;  // among the runs: the selected one, or the first
  const ShownRun& lookedAt() const { return runs[placeLookedAt()]; }
  const DataLoss& model() const { return *asDataLoss(*function); }
  const DataTable& table() const { return model().table(); }
  bool hasTwoInputs() const { return table().inputs == 2; }

  Vector2 placeOf(const Datum& datum) const { return {datum.x, hasTwoInputs() ? datum.x2 : datum.y}; }
  QPointF pixelOf(std::size_t row) const { return frame.toPixel(placeOf(table().rows[row])); }
  // The row nearest to a pixel within `radius`, if there is one.
  std::optional<std::size_t> rowAt(const QPointF& pixel, double radius) const;
  // On the side of the residual that the curve leaves free, unless only the other has room for all of it; as high and
  // as wide as the residual is long in the units of y, so that its area is the squared error. Precondition:
  // errorsAreSquares.
  QRectF squareOf(std::size_t row) const;
};

// θ of a run at the playhead, moving as the head of its path does; its start before there is a result.
Vector2 thetaAt(const ShownRun& shown, double playhead);

// What is seen if nobody has zoomed: all rows, below what stands on the picture.
Box homeOf(const DataScene& scene);

// Works out what a scene shows beyond its data, and remembers how.
class DataDetails {
 public:
  void workOut(DataScene& scene);

 private:
  SeenBatch m_batch;
};

// "ŷ = 1.2 x + 0.4": the model of a function with these parameters.
QString predictionText(const LossChoice& function, const Vector2& theta);

}  // namespace ravine
