// What optimizers that divide each coordinate's step by a measure of its past gradients have in common. Included only
// by the files that define them.
#pragma once

#include "core/optimizer/optimizer_row.h"

namespace ravine {

// The terms with which every rule here begins.
inline std::vector<Term> firstTerms(const StepInput& in, double weightDecay) {
  if (weightDecay == 0) return {};
  return {decayedTerm(decayedGradient(in, weightDecay))};
}

// The limit of steps along an average m ← β m + (1 − β) g of the gradient (Cohen et al. 2022): 2(1 + β)/((1 − β) λ).
inline double limitWithAverage(double beta, double sharpness) {
  return 2 * (1 + beta) / (1 - beta) / sharpness;
}

// Hyper-parameters that several rules share.
template <class Rule>
auto epsSetting() {
  return setting("eps", &Rule::eps, atLeast(0), CORE_TEXT("Parameter", "Keeps the divisor above zero (ε)"));
}
template <class Rule>
auto decaySetting() {
  return setting("weight_decay", &Rule::weightDecay, atLeast(0),
                 CORE_TEXT("Parameter", "Pull towards the origin, w·θ, added to the gradient (w)"));
}

}  // namespace ravine
