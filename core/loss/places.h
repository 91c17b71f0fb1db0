// Many places, and what is found at them: columns, so that a processor can take several at once.
#pragma once

#include <cstddef>

namespace ravine {

struct Places {
  const double* x;
  const double* y;
  std::size_t count;  // a multiple of kLanesAtOnce
};

struct GradientsTo {
  double* value;
  double* x;
  double* y;
};

}  // namespace ravine
