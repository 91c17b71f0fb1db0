#include "core/loss/formulas.h"
#include "core/loss/loss_kernels.h"

namespace ravine {

RAVINE_IN_EACH_SET(template <class F> BlockGradient blockGradient(); TapeGradient tapeGradient();)

template <class F>
BlockGradient blockGradient(InstructionSet set) {
  return RAVINE_OF_SET(set, blockGradient<F>());
}
TapeGradient tapeGradient(InstructionSet set) {
  return RAVINE_OF_SET(set, tapeGradient());
}

#define RAVINE_INSTANTIATE(Formula) template BlockGradient blockGradient<formulas::Formula>(InstructionSet set);
RAVINE_FORMULAS(RAVINE_INSTANTIATE)

}  // namespace ravine
