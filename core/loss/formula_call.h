// A formula of the catalogue with its parameters, for kernels that are compiled for each formula (formulas.h).
#pragma once

namespace ravine {

enum class FormulaId : int;

struct FormulaCall {
  FormulaId formula;
  const double* parameters;  // after x and y, in the order of the catalogue's row
};

}  // namespace ravine
