// An update rule at work on many lanes at once: runs that differ in where they are and in their rates, and in nothing
// else. Each lane gets, bit for bit, the steps that the rule makes alone.
#pragma once

#include <cstddef>
#include <cstdint>

#include "core/loss/formula_call.h"

namespace ravine {

// Columns of `count` lanes, a multiple of kLanesAtOnce.
struct LaneStep {
  std::int64_t t;  // 0 for the first step
  const double* x;
  const double* y;
  const double* gradientX;  // at θ, without weight decay
  const double* gradientY;
  const double* lr;
  double* nextX;  // others than x and y
  double* nextY;
  std::size_t count;
};

// Where the states of a stride are put down, one after the other in a ring: columns of x, y and losses each.
struct StateRing {
  double* states;  // null: nowhere
  std::size_t column;
  std::int64_t length;
  std::int64_t at;  // the place of the state that the stride begins with
};

struct Circles {
  const double* x = nullptr;
  const double* y = nullptr;
  const double* squaredRadius = nullptr;
};

// Several steps at once; columns as above.
struct LaneStride {
  std::int64_t t;      // of the first
  std::int64_t steps;  // at least 1
  const double* x;
  const double* y;
  const double* lowest;     // loss until now
  const double* lr;         // of each lane, if it stays
  const double* lrOfSteps;  // or of each step, if it is that of all lanes; one of the two is null
  double* nextX;
  double* nextY;
  double* nextLoss;
  double* nextGradientX;
  double* nextGradientY;
  double* nextLowest;
  StateRing ring;
  Circles circles;  // in which all lanes are to stay, or none
  std::size_t count;
};

class LaneOptimizer {
 public:
  virtual ~LaneOptimizer() = default;
  // So many lanes, a multiple of kLanesAtOnce, before their first step.
  virtual void begin(std::size_t lanes) = 0;
  // To be called once per step, in order.
  virtual void step(const LaneStep& step) = 0;
  // There is a kernel for many steps on this formula.
  virtual bool canStride(const KernelFormula& formula) const = 0;
  // So many steps; false if the loss, the gradient or the place of a lane was not finite or outside its circle at one
  // of them: then no step has been made, though what it writes to is changed. Precondition: canStride().
  virtual bool stride(const KernelFormula& formula, const LaneStride& stride) = 0;
  // What lane `from` remembers becomes what lane `to` does.
  virtual void move(std::size_t from, std::size_t to) = 0;
};

}  // namespace ravine
