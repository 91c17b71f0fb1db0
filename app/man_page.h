// The manual page, made from the same table as --help, in the language that was chosen.
#pragma once

#include <CLI/App.hpp>
#include <string>

namespace ravine {

// In roff, for man.
std::string manPage(const CLI::App& app, const std::string& version);

}  // namespace ravine
