// A whole sentence or name as data: its key, which is the English text with %1 … %9, and what stands for them. It can
// be compared and tested without Qt; english() fills it in as it is, the interface translates the key first. Arguments
// are UTF-8 and look the same in every language: numbers already formatted, ids, formulas, the user's own words. They
// are never words of a sentence, for those a translator could not inflect.
#pragma once

#include <concepts>
#include <string>
#include <string_view>
#include <vector>

// A message without arguments, which lupdate extracts with its context when it is told to read CORE_TEXT as it reads
// QT_TRANSLATE_NOOP: lupdate -tr-function-alias QT_TRANSLATE_NOOP+=CORE_TEXT core ui app -ts FILE.ts
#define CORE_TEXT(context, key) (::ravine::Message{context, key, {}})

namespace ravine {

inline std::string asArgument(std::string_view text) {
  return std::string(text);
}
template <std::integral Integer>
std::string asArgument(Integer number) {
  return std::to_string(number);
}
std::string asArgument(std::floating_point auto) = delete;  // numberText() says how many digits tell something

struct Message {
  std::string context;  // whose words these are: "LossFunction", "Problem", …
  std::string key;
  std::vector<std::string> arguments;

  // A text that is nobody's to translate: a formula, a proper name.
  static Message verbatim(std::string text) { return {"", "%1", {std::move(text)}}; }

  template <class... Arguments>
  Message with(const Arguments&... values) const {
    static_assert(sizeof...(values) <= 9, "placeholders have one digit");
    return {context, key, {asArgument(values)...}};
  }

  bool empty() const { return key.empty(); }
  bool operator==(const Message&) const = default;
};

// `text` with the arguments in place of %1 … %9, once: what looks like a placeholder in an argument stays.
std::string filledIn(std::string_view text, const std::vector<std::string>& arguments);

std::string english(const Message& message);
// One after the other.
std::string english(const std::vector<Message>& messages, std::string_view separator);

// Somebody's input as it may be quoted to them: cut to 60 characters, control characters and bytes that are not UTF-8
// shown as \x1b, so that a quotation can neither flood nor steer a terminal.
std::string excerpt(std::string_view input);

}  // namespace ravine
