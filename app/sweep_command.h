// `ravine sweep`: makes one run with many rates, starts or other numbers, and writes how each ends as a table, a
// picture or a film.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "app/run_words.h"

namespace ravine {

struct SweepCommandOptions {
  std::optional<std::string> experiment;  // instead of all that describes a run
  std::optional<std::string> run;
  RunWords words;                    // but for the steps
  std::optional<std::string> steps;  // also instead of the experiment's own
  std::vector<std::string> over;
  std::string value = "outcome";
  std::optional<std::string> threads;
  std::optional<std::string> output;
  std::string size = "1280x960";
  std::string scale = "1";
  std::string theme = "light";
  std::optional<std::string> animate;  // over a third quantity
  std::optional<std::string> zoomTo;   // a place on the map
  std::optional<std::string> magnify;
  std::optional<std::string> frames;
  std::string fps = "12";
};

// The exit code.
int sweep(const SweepCommandOptions& options);

}  // namespace ravine
