// The command line: `ravine list`, `run`, `check` and `shot`, none of which needs a display. Numbers are written
// and read in the C locale, errors go to stderr with exit code 2 and say how to mend them.
#pragma once

#include <QString>
#include <optional>
#include <string>

namespace ravine {

// How the window is to open.
struct WindowOptions {
  bool present = false;  // as for a lecture hall
  std::string file;      // to open; empty for none
  QString language;      // that was asked for; empty for none
};

// The exit code, or nothing if no subcommand was given and the window is to open.
std::optional<int> runCommandLine(int argc, char** argv, WindowOptions& window);

}  // namespace ravine
