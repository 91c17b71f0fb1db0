// What each step of a run sees of the loss: all of it, a mini-batch, either with noise in its gradient. A step that
// looks elsewhere too, uphill or along a line, asks the same function as it got its gradient from.
#pragma once

#include <memory>
#include <span>

#include "core/loss/loss_function.h"
#include "core/run/experiment.h"

namespace ravine {

// What a step sees of the loss wherever it stands. What it points at is valid until the next question.
struct Sight {
  const LossFunction* function;            // the whole loss, or that of a batch
  Vector2 noise{0, 0};                     // that is added to its gradient
  std::span<const std::size_t> rows = {};  // of the batch; none: all there is
};

// The same at a place. What it points at is valid until the next question.
struct SeenLoss {
  const LossFunction* function;  // with the noise in its gradient
  double loss;                   // of that function, at θ
  Vector2 gradient;
  Vector2 noise{0, 0};                     // that is in the gradient
  std::span<const std::size_t> rows = {};  // of the batch; none: all there is
};

// The noise is of the step: wherever it asks for a gradient it gets the same. The value has none.
class WithNoise final : public LossFunction {
 public:
  WithNoise() = default;
  WithNoise(const LossFunction& function, const Vector2& noise) : m_function(&function), m_noise(noise) {}

  double value(const Vector2& theta) const override { return m_function->value(theta); }
  ValueAndGradient gradient(const Vector2& theta) const override;
  Derivatives derivatives(const Vector2& theta) const override;
  void sampleRow(double x, double dx, double y, std::span<double> out) const override {
    m_function->sampleRow(x, dx, y, out);
  }

 private:
  const LossFunction* m_function = nullptr;
  Vector2 m_noise{0, 0};
};

// To be asked once for each step, in order: for one place or for many.
class GradientSource {
 public:
  virtual ~GradientSource() = default;
  virtual Sight sight(std::int64_t t) = 0;
  // `whole` is the whole loss at θ.
  SeenLoss at(std::int64_t t, const Vector2& theta, const ValueAndGradient& whole);
  // As it stands now, to go on from here another time.
  virtual std::unique_ptr<GradientSource> clone() const = 0;

 private:
  WithNoise m_withNoise;
};

// Of a run whose loss function is `function`, which outlives it.
std::unique_ptr<GradientSource> gradientSource(const Run& run, const LossFunction& function);

// All of it, in every step.
std::unique_ptr<GradientSource> wholeGradient(const LossFunction& function);

}  // namespace ravine
