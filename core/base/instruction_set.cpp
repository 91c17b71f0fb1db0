#include "core/base/instruction_set.h"

#include <cstdlib>
#include <string_view>

namespace ravine {

std::vector<InstructionSet> instructionSets() {
  std::vector<InstructionSet> sets{InstructionSet::baseline};
#ifdef RAVINE_AVX2
  if (__builtin_cpu_supports("avx2")) sets.push_back(InstructionSet::avx2);
#endif
  return sets;
}

InstructionSet instructionSet() {
  static const InstructionSet chosen = [] {
    const char* wanted = std::getenv("RAVINE_SIMD");
    const std::string_view name = wanted ? wanted : "";
    if (name == "baseline" || name == "sse2") return InstructionSet::baseline;
    return instructionSets().back();
  }();
  return chosen;
}

}  // namespace ravine
