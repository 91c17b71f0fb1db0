#include "core/optimizer/step_kernels.h"

namespace ravine {

namespace baseline {
template <class Rule>
StepKernels<Rule> stepKernels();
}
namespace avx2 {
template <class Rule>
StepKernels<Rule> stepKernels();
}

template <class Rule>
StepKernels<Rule> stepKernels([[maybe_unused]] InstructionSet set) {
#ifdef RAVINE_AVX2
  if (set == InstructionSet::avx2) return avx2::stepKernels<Rule>();
#endif
  return baseline::stepKernels<Rule>();
}

#define RAVINE_INSTANTIATE(Rule) template StepKernels<rules::Rule> stepKernels(InstructionSet set);
RAVINE_RULES(RAVINE_INSTANTIATE)

}  // namespace ravine
