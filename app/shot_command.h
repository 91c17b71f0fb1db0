// `ravine shot`: a picture of the real window, painted off screen.
#pragma once

#include <optional>
#include <string>
#include <vector>

namespace ravine {

// As typed; what an option leaves out is absent or has its default.
struct ShotOptions {
  std::vector<std::string> names;         // [SCENARIO] OUT.png
  std::optional<std::string> experiment;  // a file or a scenario's id
  std::optional<std::string> lesson;      // a file or a lesson's id
  std::optional<std::string> page;        // its number, from 1; the first if absent
  std::optional<std::string> run;         // to be selected
  std::string size = "1440x900";
  std::optional<std::string> atStep;  // the end if absent
  std::string theme = "light";
  std::string scale = "1";
  bool present = false;
};

// The exit code.
int shot(const ShotOptions& options);

}  // namespace ravine
