#include "core/loss/formulas.h"
#include "core/loss/loss_kernels.h"

namespace ravine {

#define RAVINE_DECLARE(set)          \
  namespace set {                    \
  template <class F>                 \
  BlockGradient blockGradient();     \
  ProgramGradient programGradient(); \
  }
RAVINE_DECLARE(baseline)
RAVINE_DECLARE(avx2)

template <class F>
BlockGradient blockGradient([[maybe_unused]] InstructionSet set) {
#ifdef RAVINE_AVX2
  if (set == InstructionSet::avx2) return avx2::blockGradient<F>();
#endif
  return baseline::blockGradient<F>();
}

ProgramGradient programGradient([[maybe_unused]] InstructionSet set) {
#ifdef RAVINE_AVX2
  if (set == InstructionSet::avx2) return avx2::programGradient();
#endif
  return baseline::programGradient();
}

#define RAVINE_INSTANTIATE(Formula) template BlockGradient blockGradient<formulas::Formula>(InstructionSet set);
RAVINE_FORMULAS(RAVINE_INSTANTIATE)

}  // namespace ravine
