#include "core/run/gradient_source.h"

#include "core/loss/data_loss.h"

namespace ravine {
namespace {

class Whole final : public GradientSource {
 public:
  explicit Whole(const LossFunction& function) : m_function(&function) {}

  Sight sight(std::int64_t) override { return {.function = m_function}; }
  SeenLoss at(std::int64_t, const Vector2&, const ValueAndGradient& whole) override {
    return {.function = m_function, .loss = whole.value, .gradient = whole.gradient};
  }
  std::unique_ptr<GradientSource> clone() const override { return std::make_unique<Whole>(*this); }

 private:
  const LossFunction* m_function;
};

class MiniBatches final : public GradientSource {
 public:
  MiniBatches(const BatchSettings& settings, const DataLoss& loss)
      : m_loss(&loss), m_batches(settings, loss.table().rows.size()) {}

  Sight sight(std::int64_t t) override {
    const auto rows = m_batches.at(t);
    m_batch = m_loss->ofRows(rows);
    return {.function = m_batch.get(), .rows = rows};
  }
  SeenLoss at(std::int64_t t, const Vector2& theta, const ValueAndGradient&) override {
    const Sight batch = sight(t);
    const ValueAndGradient seen = batch.function->gradient(theta);
    return {.function = batch.function, .loss = seen.value, .gradient = seen.gradient, .rows = batch.rows};
  }
  std::unique_ptr<GradientSource> clone() const override { return std::make_unique<MiniBatches>(*this); }

 private:
  const DataLoss* m_loss;
  Batches m_batches;
  std::shared_ptr<const DataLoss> m_batch;
};

// The noise is of the step: wherever this step asks for a gradient it gets the same. The value has none.
class WithNoise final : public LossFunction {
 public:
  WithNoise() = default;
  WithNoise(const LossFunction& function, const Vector2& noise) : m_function(&function), m_noise(noise) {}

  double value(const Vector2& theta) const override { return m_function->value(theta); }
  ValueAndGradient gradient(const Vector2& theta) const override {
    const ValueAndGradient f = m_function->gradient(theta);
    return {f.value, f.gradient + m_noise};
  }
  Derivatives derivatives(const Vector2& theta) const override {
    const Derivatives f = m_function->derivatives(theta);
    return {f.value, f.gradient + m_noise, f.hessian};
  }
  void sampleRow(double x, double dx, double y, std::span<double> out) const override {
    m_function->sampleRow(x, dx, y, out);
  }

 private:
  const LossFunction* m_function = nullptr;
  Vector2 m_noise{0, 0};
};

class Noisy final : public GradientSource {
 public:
  Noisy(const Noise& noise, std::unique_ptr<GradientSource> source) : m_noise(noise), m_source(std::move(source)) {}

  Sight sight(std::int64_t t) override {
    Sight sight = m_source->sight(t);
    sight.noise = m_noise.at(t);
    return sight;
  }
  SeenLoss at(std::int64_t t, const Vector2& theta, const ValueAndGradient& whole) override {
    SeenLoss seen = m_source->at(t, theta, whole);
    seen.noise = m_noise.at(t);
    m_seen = WithNoise(*seen.function, seen.noise);
    seen.function = &m_seen;
    seen.gradient += seen.noise;
    return seen;
  }
  std::unique_ptr<GradientSource> clone() const override { return std::make_unique<Noisy>(m_noise, m_source->clone()); }

 private:
  Noise m_noise;
  std::unique_ptr<GradientSource> m_source;
  WithNoise m_seen;
};

}  // namespace

std::unique_ptr<GradientSource> gradientSource(const Run& run, const LossFunction& function) {
  std::unique_ptr<GradientSource> source;
  if (hasBatches(run))
    source = std::make_unique<MiniBatches>(batchSettings(run.batches), *asDataLoss(function));
  else
    source = std::make_unique<Whole>(function);
  if (hasNoise(run)) source = std::make_unique<Noisy>(Noise(noiseSettings(run.noise)), std::move(source));
  return source;
}

std::unique_ptr<GradientSource> wholeGradient(const LossFunction& function) {
  return std::make_unique<Whole>(function);
}

}  // namespace ravine
