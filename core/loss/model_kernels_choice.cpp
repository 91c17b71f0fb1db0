#include "core/loss/model_kernels.h"
#include "core/loss/model_rules.h"

namespace ravine {

RAVINE_IN_EACH_SET(template <class Model> ModelKernels<Model> kernels();)

template <class Model>
ModelKernels<Model> modelKernels(InstructionSet set) {
  return RAVINE_OF_SET(set, kernels<Model>());
}

template ModelKernels<Line> modelKernels(InstructionSet set);
template ModelKernels<HuberLine> modelKernels(InstructionSet set);
template ModelKernels<Logistic> modelKernels(InstructionSet set);
template ModelKernels<LogisticWithBias> modelKernels(InstructionSet set);
template ModelKernels<TanhNeuron> modelKernels(InstructionSet set);
template ModelKernels<TanhNetwork> modelKernels(InstructionSet set);

}  // namespace ravine
