// UTF-8, one character at a time. Overlong forms, surrogates and what lies beyond Unicode are no characters.
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>

namespace ravine {

struct Utf8Character {
  char32_t character;
  std::size_t bytes;  // that it takes
};

// The character at the beginning of `text`; nothing if the bytes there are none. Precondition: `text` is not empty.
std::optional<Utf8Character> firstCharacter(std::string_view text);

std::string asUtf8(char32_t character);

// Moves the text or turns it, in a terminal or on screen, instead of being seen: line ends, also those of ISO 6429, and
// marks of direction.
bool isControl(char32_t character);
// The text in one line that is all seen: spaces for control characters and for bytes that are no UTF-8.
std::string inOneLine(std::string_view text);

}  // namespace ravine
