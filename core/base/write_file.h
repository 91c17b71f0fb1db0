// Writes bytes to where somebody wants them, and says in plain words why that was not possible. A file that exists is
// whole at every moment, the old one or the new one, and keeps its permissions; a link stays a link. What is no file
// in a folder (a pipe, a terminal, /dev/full) is simply written to. Paths are bytes, in whatever encoding.
// Expects SIGPIPE and SIGXFSZ to be ignored, so that a failing write can be reported.
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "core/base/problem.h"

namespace ravine {

// What went wrong, or nothing.
std::optional<Problem> writeFile(const std::string& path, std::string_view bytes);

// Why writeFile() would fail as things are now, before somebody works long for it.
std::optional<Problem> whyNotWritable(const std::string& path);

// Zero, or the errno that kept the bytes from being written to this open file.
int writeBytes(int descriptor, std::string_view bytes);

// An errno of open, write or rename as a Problem with `where`.
Problem writeProblem(const std::string& where, int error);

}  // namespace ravine
