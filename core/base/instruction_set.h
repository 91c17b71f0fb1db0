// Which of the processor's vector instructions the kernels use. Kernels are sources that are compiled once for each
// set, in a namespace of its name (see pack.h); they give the same digits in all of them.
#pragma once

#include <vector>

namespace ravine {

enum class InstructionSet {
  baseline,  // what every processor of its kind has: SSE2 on x86-64
  avx2,
};

// Those that this processor and this build have, slowest first.
std::vector<InstructionSet> instructionSets();
// The fastest of them, or the one that the environment's RAVINE_SIMD names ("baseline" or "avx2"), if it is there.
InstructionSet instructionSet();

}  // namespace ravine
