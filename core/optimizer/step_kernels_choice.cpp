#include "core/optimizer/step_kernels.h"

namespace ravine {

RAVINE_IN_EACH_SET(template <class Rule> StepKernels<Rule> stepKernels();)

template <class Rule>
StepKernels<Rule> stepKernels(InstructionSet set) {
  return RAVINE_OF_SET(set, stepKernels<Rule>());
}

#define RAVINE_INSTANTIATE(Rule) template StepKernels<rules::Rule> stepKernels(InstructionSet set);
RAVINE_RULES(RAVINE_INSTANTIATE)

}  // namespace ravine
