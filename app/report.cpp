#include "app/report.h"

#include <iostream>

namespace ravine {

int fail(const Problems& problems) {
  for (const Problem& p : problems)
    std::cerr << "ravine: " << p.where << ": " << p.what << "; " << p.mend << (p.mend.ends_with('?') ? "\n" : ".\n");
  return kBadInput;
}

}  // namespace ravine
