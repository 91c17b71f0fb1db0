#include "core/base/message.h"

#include "core/base/utf8.h"

namespace ravine {
namespace {

constexpr std::size_t kLongestExcerpt = 60;  // characters

std::string escaped(std::string_view bytes) {
  constexpr std::string_view digits = "0123456789abcdef";
  std::string text;
  for (const char each : bytes) {
    const auto byte = static_cast<unsigned char>(each);
    text += "\\x";
    text += digits[byte >> 4];
    text += digits[byte & 0xf];
  }
  return text;
}

}  // namespace

std::string filledIn(std::string_view text, const std::vector<std::string>& arguments) {
  std::string filled;
  for (std::size_t i = 0; i < text.size(); ++i) {
    const bool isPlaceholder = text[i] == '%' && i + 1 < text.size() && text[i + 1] >= '1' && text[i + 1] <= '9';
    const std::size_t index = isPlaceholder ? static_cast<std::size_t>(text[i + 1] - '1') : arguments.size();
    if (index < arguments.size()) {
      filled += arguments[index];
      ++i;
    } else {
      filled += text[i];
    }
  }
  return filled;
}

std::string english(const Message& message) {
  return filledIn(message.key, message.arguments);
}

std::string english(const std::vector<Message>& messages, std::string_view separator) {
  std::string text;
  for (const Message& message : messages) {
    if (!text.empty()) text += separator;
    text += english(message);
  }
  return text;
}

std::string excerpt(std::string_view input) {
  std::string shown;
  std::size_t length = 0;     // of what is shown, in characters
  std::size_t roomForMore{};  // bytes of it after which an … still fits
  while (!input.empty()) {
    const auto first = firstCharacter(input);
    const std::string_view bytes = input.substr(0, first ? first->bytes : 1);
    const bool plain = first && !isControl(first->character);
    const std::string piece = plain ? std::string(bytes) : escaped(bytes);
    length += plain ? 1 : piece.size();
    if (length > kLongestExcerpt) return shown.substr(0, roomForMore) + "…";
    shown += piece;
    if (length < kLongestExcerpt) roomForMore = shown.size();
    input.remove_prefix(bytes.size());
  }
  return shown;
}

}  // namespace ravine
