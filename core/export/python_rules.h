// The optimizers, schedules and noise in Python: as NumPy writes them, and how PyTorch's own are made. A row for each
// of the catalogue's, in lines that are kept or left out according to the parameters (see python_template.h). Test them
// against the catalogue whenever a rule changes.
#pragma once

#include <cmath>
#include <functional>
#include <map>
#include <string>
#include <vector>

#include "core/base/parameters.h"

namespace ravine {

// All parameters of a rule with their values, and the run's number of "steps".
using PythonSettings = std::map<std::string, ParameterValue, std::less<>>;

// A setting that leaves its part of a rule out.
inline bool isZero(const ParameterValue& value) {
  return value == ParameterValue(0.0) || value == ParameterValue(false) || value == ParameterValue(std::int64_t{0});
}

struct PythonOptimizer {
  std::string id;
  std::string init = {};   // before the loop
  std::string step;        // from theta, g, lr, t, and where it is mentioned noise, to a new theta
  std::string torch = {};  // makes `optimizer`; empty: PyTorch has none
  std::function<bool(const PythonSettings&)> torchHolds = {};  // with which settings it has; null: with all
};

struct PythonSchedule {
  std::string id;
  std::string rate;        // defines learning_rate(t), or learning_rate(t, loss) where it listens
  std::string torch = {};  // makes `scheduler`
  bool hasTorch = false;   // a constant rate needs no scheduler
  std::function<bool(const PythonSettings&)> torchHolds = {};
  bool listens = false;
};

const std::vector<PythonOptimizer>& pythonOptimizers();
const std::vector<PythonSchedule>& pythonSchedules();
// Defines noise_at(t), to be asked once for each step, in order: to the last bit what Ravine adds to the gradient.
const char* pythonNoise();

}  // namespace ravine
