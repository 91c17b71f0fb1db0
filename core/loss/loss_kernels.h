// Gradients at many places at once, compiled once for each instruction set. All give, at each place, the digits that
// the function gives there alone.
#pragma once

#include <cstddef>
#include <type_traits>

#include "core/base/instruction_set.h"
#include "core/loss/places.h"

namespace ravine {

struct Instruction;

// How many numbers a formula takes after x and y.
template <class F, class... Parameters>
consteval std::size_t parameterCount() {
  if constexpr (std::is_invocable_v<F, double, double, Parameters...>)
    return sizeof...(Parameters);
  else
    return parameterCount<F, Parameters..., double>();
}

using BlockGradient = void (*)(const double* parameters, const Places& places, const GradientsTo& to);
using ProgramGradient = void (*)(const Instruction* code, std::size_t count, const Places& places,
                                 const GradientsTo& to);

// Precondition: instructionSets() has it.
template <class F>
BlockGradient blockGradient(InstructionSet set);
ProgramGradient programGradient(InstructionSet set);

}  // namespace ravine
