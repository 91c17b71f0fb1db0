// `ravine run`: reads a run from the words of the command line, makes it and writes what came of it.
#pragma once

#include <optional>
#include <string>
#include <vector>

namespace ravine {

// As typed; what an option leaves out is absent or has its default.
struct RunOptions {
  std::optional<std::string> experiment;  // instead of all that describes a run
  std::optional<std::string> run;
  std::string loss;
  std::string model;  // instead of a loss
  std::optional<std::string> data;
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
  std::optional<std::string> output;
  bool json = false;
  bool csv = false;
};

// The exit code.
int run(const RunOptions& options);

}  // namespace ravine
