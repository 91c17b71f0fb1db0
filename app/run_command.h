// `ravine run`: reads a run from the words of the command line, makes it and writes what came of it.
#pragma once

#include <optional>
#include <string>

#include "app/run_words.h"

namespace ravine {

struct RunOptions {
  std::optional<std::string> experiment;  // instead of all that describes a run
  std::optional<std::string> run;
  RunWords words;
  std::optional<std::string> output;
  bool json = false;
  bool csv = false;
};

// The exit code.
int run(const RunOptions& options);

}  // namespace ravine
