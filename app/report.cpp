#include "app/report.h"

#include <iostream>

namespace ravine {

int fail(const Problems& problems) {
  for (const Problem& problem : problems) std::cerr << "ravine: " << english(problem) << '\n';
  return kBadInput;
}

}  // namespace ravine
