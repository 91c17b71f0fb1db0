// A run as the words of the command line describe it.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "core/run/experiment.h"

namespace ravine {

// As typed; what an option leaves out is absent or has its default.
struct RunWords {
  std::string loss;
  std::string model;  // instead of a loss
  std::optional<std::string> data;
  std::optional<std::string> surface;  // a file, instead of a loss
  std::optional<std::string> batchSize;
  std::optional<std::string> epochs;  // instead of steps
  std::string scheduleUnit = "steps";
  std::optional<std::string> domain;
  std::optional<std::string> start;
  std::string optimizer = "sgd";
  std::string lr;
  std::string schedule = "constant";
  std::string warmUp = "0";
  std::string steps = "200";
  std::vector<std::string> settings;
  bool areGiven = false;      // any of them, be it what is usual
  bool startIsSwept = false;  // not typed: what the loss is at the start does not matter
};

// Nothing, and problems, if they describe no sound run. `instead` says what else one can give where all is missing.
std::optional<Run> readRun(const RunWords& words, const Message& instead, Problems& problems);

// A whole number that an option was given.
void readWhole(const std::string& text, const std::string& option, std::int64_t& to, Problems& problems,
               std::int64_t most = Run::kMostSteps);

}  // namespace ravine
