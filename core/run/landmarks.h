// Where the numbers of a run's schedule lie in the picture of its learning rate: base_lr, max_lr, step_size, T_max,
// milestones, the warm-up.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "core/run/experiment.h"

namespace ravine {

// A level of η or a step, by the name that it has in PyTorch, on the command line and in files.
struct Landmark {
  std::string name;
  std::optional<double> rate;
  std::optional<std::int64_t> step;

  bool operator==(const Landmark&) const = default;
};

// Those that lie within the run's steps.
std::vector<Landmark> landmarks(const Run& run);

}  // namespace ravine
