// Reads a file whole, and says in plain words why that was not possible. Only files, no pipes or devices, which might
// never end. Paths are bytes, in whatever encoding.
#pragma once

#include <optional>
#include <string>

#include "core/base/problem.h"

namespace ravine {

// Its bytes, of which there may be `most`; else nothing, and a problem with `where` the path. `mend` is for what can be
// no such file.
std::optional<std::string> readFile(const std::string& path, std::size_t most, Problems& problems,
                                    const Message& mend = CORE_TEXT("Problem", "choose a file that Ravine has saved"));

}  // namespace ravine
