// Gradients at many places at once, compiled once for each instruction set. All give, at each place, the digits that
// the function gives there alone.
#pragma once

#include <cstddef>
#include <type_traits>

#include "core/base/instruction_set.h"
#include "core/loss/places.h"

namespace ravine {

struct Tape;

// How many numbers a formula takes after x and y.
template <class F, class... Parameters>
consteval std::size_t parameterCount() {
  if constexpr (std::is_invocable_v<F, double, double, Parameters...>)
    return sizeof...(Parameters);
  else
    return parameterCount<F, Parameters..., double>();
}

using BlockGradient = void (*)(const double* parameters, const Places& places, const GradientsTo& to);
// With room for the tape's registers at kPlacesPlayed places.
using TapeGradient = void (*)(const Tape& tape, double* registers, const Places& places, const GradientsTo& to);

// Precondition: instructionSets() has it.
template <class F>
BlockGradient blockGradient(InstructionSet set);
TapeGradient tapeGradient(InstructionSet set);

}  // namespace ravine
