// Many places, and what is found at them: columns, so that a processor can take several at once.
#pragma once

#include <cstddef>

namespace ravine {

// As many as kernels take at once. Columns have room for a multiple of it.
inline constexpr std::size_t kPlacesAtOnce = 8;

struct Places {
  const double* x;
  const double* y;
  std::size_t count;  // a multiple of kPlacesAtOnce
};

struct GradientsTo {
  double* value;
  double* x;
  double* y;
};

}  // namespace ravine
