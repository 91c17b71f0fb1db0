// `ravine check`: whether experiment files are sound, one line for each problem as compilers write it.
#pragma once

#include <string>
#include <vector>

namespace ravine {

struct CheckOptions {
  std::vector<std::string> files;
};

// The exit code: kBadInput if there is any problem.
int check(const CheckOptions& options);

}  // namespace ravine
