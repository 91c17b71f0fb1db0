// Which of the processor's vector instructions the kernels use. Kernels are sources that are compiled once for each
// set, in a namespace of its name (see pack.h); they give the same digits in all of them.
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <vector>

// Declarations of what each set has in its namespace.
#define RAVINE_IN_EACH_SET(...) \
  namespace baseline {          \
  __VA_ARGS__                   \
  }                             \
  namespace avx2 {              \
  __VA_ARGS__                   \
  }                             \
  namespace avx512 {            \
  __VA_ARGS__                   \
  }

// The result of a call of the function that each set has in its namespace, of the set that is wanted. Those of avx2 and
// avx512 are only there where RAVINE_X86 is defined.
#ifdef RAVINE_X86
#define RAVINE_OF_SET(set, call) \
  ((set) == InstructionSet::avx512 ? avx512::call : (set) == InstructionSet::avx2 ? avx2::call : baseline::call)
#else
#define RAVINE_OF_SET(set, call) (static_cast<void>(set), baseline::call)
#endif

namespace ravine {

// As many numbers as kernels take at once, whatever the set. Columns that they read or write have room for a multiple
// of it.
inline constexpr std::size_t kLanesAtOnce = 8;
constexpr std::size_t roomFor(std::size_t count) {
  return (count + kLanesAtOnce - 1) / kLanesAtOnce * kLanesAtOnce;
}

enum class InstructionSet {
  baseline,  // what every processor of its kind has: SSE2 on x86-64
  avx2,
  avx512,  // its parts F, BW, CD and DQ
};

// Those that this processor and this build have, slowest first.
std::vector<InstructionSet> instructionSets();
// The fastest of them; or the fastest that is not beyond the one which the environment's RAVINE_SIMD names ("sse2",
// which is "baseline" too, "avx2", "avx512").
InstructionSet instructionSet();
// What RAVINE_SIMD says, if that is none of these words.
std::optional<std::string> unknownInstructionSet();

}  // namespace ravine
