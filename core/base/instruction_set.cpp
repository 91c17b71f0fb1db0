#include "core/base/instruction_set.h"

#include <algorithm>
#include <cstdlib>

namespace ravine {
namespace {

std::string wantedWord() {
  const char* wanted = std::getenv("RAVINE_SIMD");
  return wanted ? wanted : "";
}

std::optional<InstructionSet> wantedSet() {
  const std::string word = wantedWord();
  if (word == "baseline" || word == "sse2") return InstructionSet::baseline;
  if (word == "avx2") return InstructionSet::avx2;
  if (word == "avx512" || word.empty()) return InstructionSet::avx512;
  return std::nullopt;
}

}  // namespace

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
    return std::min(wantedSet().value_or(InstructionSet::avx512), instructionSets().back());
  }();
  return chosen;
}

std::optional<std::string> unknownInstructionSet() {
  return wantedSet() ? std::nullopt : std::optional(wantedWord());
}

}  // namespace ravine
