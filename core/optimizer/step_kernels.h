// The update rules on packs of lanes, compiled once for each instruction set. What lanes remember is in `states`, for
// each kLanesAtOnce of them the numbers of its memory, one after the other, each as so many lanes.
#pragma once

#include "core/base/instruction_set.h"
#include "core/optimizer/lane_optimizer.h"
#include "core/optimizer/update_rules.h"

namespace ravine {

template <class Rule>
struct StepKernels {
  void (*begin)(double* states, std::size_t lanes);
  // With `remembers` false `states` are neither read nor written.
  void (*step)(const Rule& rule, const typename Rule::AtStep& now, bool remembers, double* states,
               const LaneStep& step);
};

// Precondition: instructionSets() has it.
template <class Rule>
StepKernels<Rule> stepKernels(InstructionSet set);

}  // namespace ravine
