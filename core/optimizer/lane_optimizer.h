// An update rule at work on many lanes at once: runs that differ in where they are and in their rates, and in nothing
// else. Each lane gets, bit for bit, the steps that the rule makes alone.
#pragma once

#include <cstddef>
#include <cstdint>

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

class LaneOptimizer {
 public:
  virtual ~LaneOptimizer() = default;
  // To be called once per step, in order.
  virtual void step(const LaneStep& step) = 0;
  // What lane `from` remembers becomes what lane `to` does.
  virtual void move(std::size_t from, std::size_t to) = 0;
};

}  // namespace ravine
