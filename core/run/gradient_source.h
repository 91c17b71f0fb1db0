// What each step of a run sees of the loss: all of it, a mini-batch, either with noise in its gradient. A step that
// looks elsewhere too, uphill or along a line, asks the same function as it got its gradient from.
#pragma once

#include <memory>
#include <span>

#include "core/loss/loss_function.h"
#include "core/run/experiment.h"

namespace ravine {

// What it points at is valid until the next question.
struct SeenLoss {
  const LossFunction* function;
  double loss;  // of that function, at θ
  Vector2 gradient;
  Vector2 noise{0, 0};                     // that is in the gradient
  std::span<const std::size_t> rows = {};  // of the batch; none: all there is
};

// What a step sees of the loss wherever it stands. What it points at is valid until the next question.
struct Sight {
  const LossFunction* function;            // the whole loss, or that of a batch
  Vector2 noise{0, 0};                     // that is added to its gradient
  std::span<const std::size_t> rows = {};  // of the batch; none: all there is
};

class GradientSource {
 public:
  virtual ~GradientSource() = default;
  // To be asked once for each step, in order, instead of at(): for many places at once.
  virtual Sight sight(std::int64_t t) = 0;
  // To be asked once for each step, in order. `whole` is the whole loss at θ.
  virtual SeenLoss at(std::int64_t t, const Vector2& theta, const ValueAndGradient& whole) = 0;
  // As it stands now, to go on from here another time.
  virtual std::unique_ptr<GradientSource> clone() const = 0;
};

// Of a run whose loss function is `function`, which outlives it.
std::unique_ptr<GradientSource> gradientSource(const Run& run, const LossFunction& function);

// All of it, in every step.
std::unique_ptr<GradientSource> wholeGradient(const LossFunction& function);

}  // namespace ravine
