// The sums over the rows of a model's data, which is where nearly all of its time goes. Compiled once for each
// instruction set; all give the same digits.
#pragma once

#include <cstddef>

#include "core/base/instruction_set.h"

namespace ravine {

// Columns that can be read, whatever is there, up to the next multiple of kLanesAtOnce.
struct Rows {
  const double* x;
  const double* x2;
  const double* y;
  std::size_t count;
};

// Each adds nothing but the losses of the rows, for θ = (a, b), in the order v, x, y, xx, xy, yy of jets.
template <class Model>
struct ModelKernels {
  void (*value)(const Model& model, const Rows& rows, double a, double b, double* sum);
  void (*gradient)(const Model& model, const Rows& rows, double a, double b, double* sums);
  void (*derivatives)(const Model& model, const Rows& rows, double a, double b, double* sums);
};

// Precondition: instructionSets() has it.
template <class Model>
ModelKernels<Model> modelKernels(InstructionSet set);

}  // namespace ravine
