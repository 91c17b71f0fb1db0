#include "core/base/utf8.h"

#include <array>

namespace ravine {

std::optional<Utf8Character> firstCharacter(std::string_view text) {
  const auto lead = static_cast<unsigned char>(text.front());
  if (lead < 0x80) return Utf8Character{lead, 1};
  const std::size_t bytes = (lead & 0xe0) == 0xc0 ? 2 : (lead & 0xf0) == 0xe0 ? 3 : (lead & 0xf8) == 0xf0 ? 4 : 0;
  if (bytes == 0 || bytes > text.size()) return std::nullopt;
  char32_t character = lead & (0x7fu >> bytes);
  for (std::size_t i = 1; i < bytes; ++i) {
    const auto next = static_cast<unsigned char>(text[i]);
    if ((next & 0xc0) != 0x80) return std::nullopt;
    character = (character << 6) | (next & 0x3fu);
  }
  constexpr std::array<char32_t, 5> least{0, 0, 0x80, 0x800, 0x10000};  // that needs so many bytes
  const bool isSurrogate = character >= 0xd800 && character <= 0xdfff;
  if (character < least[bytes] || character > 0x10ffff || isSurrogate) return std::nullopt;
  return Utf8Character{character, bytes};
}

std::string asUtf8(char32_t character) {
  std::string bytes;
  const auto continuation = [&](int shift) { bytes += static_cast<char>(0x80 | ((character >> shift) & 0x3f)); };
  if (character < 0x80) {
    bytes += static_cast<char>(character);
  } else if (character < 0x800) {
    bytes += static_cast<char>(0xc0 | (character >> 6));
    continuation(0);
  } else if (character < 0x10000) {
    bytes += static_cast<char>(0xe0 | (character >> 12));
    continuation(6);
    continuation(0);
  } else {
    bytes += static_cast<char>(0xf0 | (character >> 18));
    continuation(12);
    continuation(6);
    continuation(0);
  }
  return bytes;
}

bool isControl(char32_t c) {
  const bool turnsTheText =
      (c >= 0x200e && c <= 0x200f) || (c >= 0x2028 && c <= 0x202e) || (c >= 0x2066 && c <= 0x2069);
  return c < 0x20 || (c >= 0x7f && c < 0xa0) || turnsTheText;
}

std::string inOneLine(std::string_view text) {
  std::string line;
  while (!text.empty()) {
    const auto first = firstCharacter(text);
    const std::string_view bytes = text.substr(0, first ? first->bytes : 1);
    line += first && !isControl(first->character) ? std::string(bytes) : std::string(" ");
    text.remove_prefix(bytes.size());
  }
  return line;
}

}  // namespace ravine
