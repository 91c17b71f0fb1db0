#include "core/diagnosis/noise_explanation.h"

#include "core/base/number_text.h"
#include "core/optimizer/stability.h"

namespace ravine {
namespace {

Message aboutBatches(const RunResult& result, const NoiseFloor& floor) {
  const std::int64_t batch = batchSettings(result.run.batches).batchSize;
  const std::string mean = numberText(floor.meanLoss);
  if (!result.diagnosis.lowest)
    return CORE_TEXT(
               "Explanation",
               "That each step sees another batch (B = %1) keeps the run moving: over its second half the loss on "
               "all rows is on average %2.")
        .with(batch, mean);
  return (floor.fallsNoFurther
              ? CORE_TEXT("Explanation",
                          "That each step sees another batch (B = %1) keeps the run moving: over its second half the "
                          "loss on all rows is on average %2 above the lowest known and falls no further.")
              : CORE_TEXT("Explanation",
                          "That each step sees another batch (B = %1) keeps the run moving: over its second half the "
                          "loss on all rows is on average %2 above the lowest known."))
      .with(batch, mean);
}

Message aboutNoise(const RunResult& result, const NoiseFloor& floor) {
  const std::string sigma = numberText(noiseSettings(result.run.noise).sigma);
  const std::string mean = numberText(floor.meanLoss);
  if (!result.diagnosis.lowest)
    return CORE_TEXT("Explanation",
                     "The noise (σ = %1) keeps the run moving: over its second half the loss is on average %2.")
        .with(sigma, mean);
  return (floor.fallsNoFurther
              ? CORE_TEXT("Explanation",
                          "The noise (σ = %1) keeps the run moving: over its second half the loss is on average %2 "
                          "above the lowest known and falls no further.")
              : CORE_TEXT("Explanation",
                          "The noise (σ = %1) keeps the run moving: over its second half the loss is on average %2 "
                          "above the lowest known."))
      .with(sigma, mean);
}

}  // namespace

std::vector<Message> explainNoiseFloor(const RunResult& result, const NoiseFloor& floor) {
  const bool batches = hasBatches(result.run);
  std::vector<Message> sentences{batches ? aboutBatches(result, floor) : aboutNoise(result, floor)};
  if (!batches && floor.expectedLoss && floor.fallsNoFurther)
    sentences.push_back(
        CORE_TEXT("Explanation", "For this η the theory expects %1.").with(numberText(*floor.expectedLoss)));
  const OptimizerInfo& optimizer = optimizerInfo(result.run);
  if (result.trajectory.hasConstantRate() && optimizer.stability == Stability::exact && result.diagnosis.lowest &&
      followsTheGradient(optimizer, result.run.optimizer.parameters))
    sentences.push_back(
        batches ? CORE_TEXT("Explanation", "A smaller or a decaying η, or larger batches, lower this floor.")
                : CORE_TEXT("Explanation", "A smaller or a decaying η lowers this floor."));
  return sentences;
}

}  // namespace ravine
