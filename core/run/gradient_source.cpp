#include "core/run/gradient_source.h"

#include "core/loss/data_loss.h"

namespace ravine {
namespace {

class Whole final : public GradientSource {
 public:
  explicit Whole(const LossFunction& function) : m_function(&function) {}

  Sight sight(std::int64_t) override { return {.function = m_function}; }
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
  std::unique_ptr<GradientSource> clone() const override { return std::make_unique<MiniBatches>(*this); }

 private:
  const DataLoss* m_loss;
  Batches m_batches;
  std::shared_ptr<const DataLoss> m_batch;
};

class Noisy final : public GradientSource {
 public:
  Noisy(const Noise& noise, std::unique_ptr<GradientSource> source) : m_noise(noise), m_source(std::move(source)) {}

  Sight sight(std::int64_t t) override {
    Sight sight = m_source->sight(t);
    sight.noise = m_noise.at(t);
    return sight;
  }
  std::unique_ptr<GradientSource> clone() const override { return std::make_unique<Noisy>(m_noise, m_source->clone()); }

 private:
  Noise m_noise;
  std::unique_ptr<GradientSource> m_source;
};

}  // namespace

ValueAndGradient WithNoise::gradient(const Vector2& theta) const {
  const ValueAndGradient f = m_function->gradient(theta);
  return {f.value, f.gradient + m_noise};
}

Derivatives WithNoise::derivatives(const Vector2& theta) const {
  const Derivatives f = m_function->derivatives(theta);
  return {f.value, f.gradient + m_noise, f.hessian};
}

SeenLoss GradientSource::at(std::int64_t t, const Vector2& theta, const ValueAndGradient& whole) {
  const Sight step = sight(t);
  const ValueAndGradient f = step.rows.empty() ? whole : step.function->gradient(theta);
  SeenLoss seen{step.function, f.value, f.gradient, step.noise, step.rows};
  if (step.noise.isZero()) return seen;
  m_withNoise = WithNoise(*step.function, step.noise);
  seen.function = &m_withNoise;
  seen.gradient += step.noise;
  return seen;
}

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
