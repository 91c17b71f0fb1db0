// What kernels compute by themselves: a formula of the catalogue (formulas.h), for which they are compiled, with its
// parameters, or the tape of a typed one.
#pragma once

#include <variant>

#include "core/loss/tape.h"

namespace ravine {

enum class FormulaId : int;

struct FormulaCall {
  FormulaId formula;
  const double* parameters;  // after x and y, in the order of the catalogue's row
};

// Refers to the loss function that it is of.
using KernelFormula = std::variant<FormulaCall, Tape>;

}  // namespace ravine
