#include "core/base/excerpt.h"

#include <algorithm>
#include <array>

namespace ravine {
namespace {

constexpr std::size_t kMostCharacters = 60;

// Which first bytes begin a character of how many bytes, and what its second byte may be, so that nothing is written
// longer than needed, is half of a surrogate pair or lies beyond the last character (Unicode 15, table 3-7).
struct Lead {
  unsigned char first;
  unsigned char last;
  std::size_t length;
  unsigned char secondFirst;
  unsigned char secondLast;
};
constexpr std::array kLeads{Lead{0xc2, 0xdf, 2, 0x80, 0xbf}, Lead{0xe0, 0xe0, 3, 0xa0, 0xbf},
                            Lead{0xe1, 0xec, 3, 0x80, 0xbf}, Lead{0xed, 0xed, 3, 0x80, 0x9f},
                            Lead{0xee, 0xef, 3, 0x80, 0xbf}, Lead{0xf0, 0xf0, 4, 0x90, 0xbf},
                            Lead{0xf1, 0xf3, 4, 0x80, 0xbf}, Lead{0xf4, 0xf4, 4, 0x80, 0x8f}};

// The bytes of the character that `text` begins with; 0 if it begins with none, or with a control character.
std::size_t printableLength(std::string_view text) {
  const auto byte = [&](std::size_t i) { return static_cast<unsigned char>(text[i]); };
  if (byte(0) < 0x80) return byte(0) >= 0x20 && byte(0) != 0x7f ? 1 : 0;
  const auto lead = std::find_if(kLeads.begin(), kLeads.end(),
                                 [&](const Lead& l) { return l.first <= byte(0) && byte(0) <= l.last; });
  if (lead == kLeads.end() || text.size() < lead->length) return 0;
  if (byte(1) < lead->secondFirst || byte(1) > lead->secondLast) return 0;
  for (std::size_t i = 2; i < lead->length; ++i)
    if (byte(i) < 0x80 || byte(i) > 0xbf) return 0;
  const bool isControl = byte(0) == 0xc2 && byte(1) < 0xa0;  // U+0080 … U+009F
  return isControl ? 0 : lead->length;
}

std::string escaped(char byte) {
  static constexpr char digits[] = "0123456789abcdef";
  const auto value = static_cast<unsigned char>(byte);
  return {'\\', 'x', digits[value / 16], digits[value % 16]};
}

}  // namespace

std::string excerpt(std::string_view text) {
  std::string shown;
  for (std::size_t characters = 0; !text.empty(); ++characters) {
    if (characters == kMostCharacters) return shown + "…";
    const std::size_t length = printableLength(text);
    shown += length == 0 ? escaped(text.front()) : std::string(text.substr(0, length));
    text.remove_prefix(std::max<std::size_t>(length, 1));
  }
  return shown;
}

}  // namespace ravine
