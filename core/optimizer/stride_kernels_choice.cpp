#include "core/loss/formulas.h"
#include "core/optimizer/stride_kernels.h"

namespace ravine {

RAVINE_IN_EACH_SET(template <class Rule> StrideKernel<Rule> strideKernel(FormulaId formula);)

template <class Rule>
StrideKernel<Rule> strideKernel(InstructionSet set, FormulaId formula) {
  return RAVINE_OF_SET(set, strideKernel<Rule>(formula));
}

#define RAVINE_INSTANTIATE(Rule) template StrideKernel<rules::Rule> strideKernel(InstructionSet set, FormulaId formula);
RAVINE_RULES(RAVINE_INSTANTIATE)

}  // namespace ravine
