#include "core/base/instruction_set.h"

#include <algorithm>
#include <cstdlib>
#include <string_view>

namespace ravine {

std::vector<InstructionSet> instructionSets() {
  std::vector<InstructionSet> sets{InstructionSet::baseline};
#ifdef RAVINE_X86
  if (__builtin_cpu_supports("avx2")) sets.push_back(InstructionSet::avx2);
  if (__builtin_cpu_supports("avx512f") && __builtin_cpu_supports("avx512bw") && __builtin_cpu_supports("avx512cd") &&
      __builtin_cpu_supports("avx512dq"))
    sets.push_back(InstructionSet::avx512);
#endif
  return sets;
}

InstructionSet instructionSet() {
  static const InstructionSet chosen = [] {
    const char* wanted = std::getenv("RAVINE_SIMD");
    const std::string_view name = wanted ? wanted : "";
    const InstructionSet fastest = instructionSets().back();
    if (name == "baseline" || name == "sse2") return InstructionSet::baseline;
    return name == "avx2" ? std::min(InstructionSet::avx2, fastest) : fastest;
  }();
  return chosen;
}

}  // namespace ravine
