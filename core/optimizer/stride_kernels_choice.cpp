#include "core/loss/formulas.h"
#include "core/optimizer/stride_kernels.h"

namespace ravine {

RAVINE_IN_EACH_SET(template <class Rule> StrideKernel<Rule> strideKernel(FormulaId formula);
                   template <class Rule> TapeStrideKernel<Rule> tapeStrideKernel();)

template <class Rule>
StrideKernel<Rule> strideKernel(InstructionSet set, FormulaId formula) {
  return RAVINE_OF_SET(set, strideKernel<Rule>(formula));
}

template <class Rule>
TapeStrideKernel<Rule> tapeStrideKernel(InstructionSet set) {
  return RAVINE_OF_SET(set, tapeStrideKernel<Rule>());
}

#define RAVINE_INSTANTIATE(Rule)                                                          \
  template StrideKernel<rules::Rule> strideKernel(InstructionSet set, FormulaId formula); \
  template TapeStrideKernel<rules::Rule> tapeStrideKernel(InstructionSet set);
RAVINE_RULES(RAVINE_INSTANTIATE)

}  // namespace ravine
