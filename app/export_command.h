#pragma once

#include <optional>
#include <string>
#include <vector>

namespace ravine {

struct ExportOptions {
  std::vector<std::string> names;  // [EXPERIMENT|SCENARIO] OUT
  std::string format;              // of what goes to standard output, or instead of the name's ending
  std::string what = "all";
  std::optional<std::string> view;
  std::string size = "slide";
  std::optional<std::string> textSize;
  std::optional<std::string> scale;
  std::string theme = "light";
  std::optional<std::string> atStep;
  std::optional<std::string> from;
  std::optional<std::string> to;
  std::string fps = "25";
  std::string secondsPerStep = "0.1";
  std::string pause = "1";
  std::string caption = "on";
  std::string text = "text";
  std::string library = "numpy";  // of a script in Python
  std::optional<std::string> run;
  bool once = false;  // an animation that does not begin again
  bool transparent = false;
};

// Writes pictures, animations, data or code. Exit code.
int exportTo(const ExportOptions& options);

}  // namespace ravine
