// Many steps at once on a formula: where lanes are and what the rule remembers stay in registers from step to step, or
// near by where the formula is a tape. Only for rules that remember little. Compiled once for each instruction set.
#pragma once

#include "core/base/instruction_set.h"
#include "core/loss/formula_call.h"
#include "core/optimizer/lane_optimizer.h"
#include "core/optimizer/update_rules.h"

namespace ravine {

// What a kernel needs of a rule at work. With `remembers` false the memory is neither read nor written.
template <class Rule>
struct StridingRule {
  const Rule& rule;
  const typename Rule::AtStep* atSteps;  // of each step of the stride
  bool remembers;
  const double* memory;
  double* nextMemory;
};

template <class Rule>
using StrideKernel = bool (*)(const StridingRule<Rule>& rule, const double* parameters, const LaneStride& stride);

// With room for the tape's registers at kPlacesPlayed places.
template <class Rule>
using TapeStrideKernel = bool (*)(const StridingRule<Rule>& rule, const Tape& tape, double* registers,
                                  const LaneStride& stride);

// Null if there is none. Precondition: instructionSets() has it.
template <class Rule>
StrideKernel<Rule> strideKernel(InstructionSet set, FormulaId formula);
template <class Rule>
TapeStrideKernel<Rule> tapeStrideKernel(InstructionSet set);

}  // namespace ravine
