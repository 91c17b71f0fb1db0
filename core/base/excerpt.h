// What somebody typed, quoted in a sentence: short, and harmless to a terminal.
#pragma once

#include <string>
#include <string_view>

namespace ravine {

// At most 60 characters, then "…"; control characters and bytes that are not UTF-8 are written as \x1b.
std::string excerpt(std::string_view text);

}  // namespace ravine
