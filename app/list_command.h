// `ravine list`: the catalogues and the scenarios, to read or as JSON with everything known.
#pragma once

#include <string>

namespace ravine {

struct ListOptions {
  std::string what;  // as typed
  bool json = false;
};

// The exit code.
int list(const ListOptions& options);

}  // namespace ravine
