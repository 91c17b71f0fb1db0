#include "core/export/python_template.h"

#include <algorithm>
#include <cctype>
#include <optional>

namespace ravine {
namespace {

bool isInWord(char c) {
  return std::isalnum(static_cast<unsigned char>(c)) != 0 || c == '_';
}

std::vector<std::string_view> split(std::string_view text, char at) {
  std::vector<std::string_view> parts;
  for (std::size_t from = 0; from <= text.size();) {
    const auto to = std::min(text.find(at, from), text.size());
    parts.push_back(text.substr(from, to - from));
    from = to + 1;
  }
  return parts;
}

bool isNothing(const ParameterValue& value) {
  return std::visit(
      [](const auto& v) {
        using Value = std::decay_t<decltype(v)>;
        if constexpr (std::is_arithmetic_v<Value>)
          return v == Value{};
        else
          return v.empty();
      },
      value);
}

bool holds(std::string_view condition, const PythonSettings& settings) {
  for (std::string_view part : split(condition, ',')) {
    const bool negated = part.starts_with('!');
    if (negated) part.remove_prefix(1);
    const auto equals = part.find('=');
    const auto found = settings.find(part.substr(0, equals));
    if (found == settings.end()) return false;
    const bool is = equals == part.npos ? !isNothing(found->second)
                                        : found->second == ParameterValue(std::string(part.substr(equals + 1)));
    if (is == negated) return false;
  }
  return true;
}

// The condition of a line, if it has one; the line is then what is left.
std::optional<std::string_view> takeCondition(std::string_view& line) {
  const auto mark = line.find("? ");
  if (mark == line.npos) return std::nullopt;
  const std::string_view condition = line.substr(0, mark);
  const bool sound = std::all_of(condition.begin(), condition.end(),
                                 [](char c) { return isInWord(c) || c == '!' || c == ',' || c == '=' || c == '.'; });
  if (!sound || condition.empty()) return std::nullopt;
  line.remove_prefix(mark + 2);
  return condition;
}

}  // namespace

Lines rendered(std::string_view text, const PythonSettings& settings) {
  Lines lines;
  if (text.starts_with('\n')) text.remove_prefix(1);
  if (text.ends_with('\n')) text.remove_suffix(1);
  if (text.empty()) return lines;
  for (std::string_view line : split(text, '\n')) {
    const auto condition = takeCondition(line);
    if (!condition || holds(*condition, settings)) lines.emplace_back(line);
  }
  return lines;
}

bool mentions(const Lines& lines, std::string_view word) {
  return std::any_of(lines.begin(), lines.end(), [word](const std::string& line) {
    for (auto at = line.find(word); at != line.npos; at = line.find(word, at + 1)) {
      const auto end = at + word.size();
      if ((at == 0 || !isInWord(line[at - 1])) && (end == line.size() || !isInWord(line[end]))) return true;
    }
    return false;
  });
}

// A number is a decimal in Python, too: PyTorch takes no whole number for some of them.
std::string pythonText(const ParameterValue& value) {
  struct Writer {
    std::string operator()(bool v) const { return v ? "True" : "False"; }
    std::string operator()(std::int64_t v) const { return std::to_string(v); }
    std::string operator()(double v) const {
      const std::string text = shortestText(v);
      return text.find_first_of(".e") == text.npos ? text + ".0" : text;
    }
    std::string operator()(const std::string& v) const { return '"' + v + '"'; }
    std::string operator()(const std::vector<double>& v) const {
      std::string text;
      for (const double number : v) text += (text.empty() ? "" : ", ") + shortestText(number);
      return '[' + text + ']';
    }
  };
  return std::visit(Writer(), value);
}

Lines assignments(const Lines& lines, const PythonSettings& settings) {
  Lines assigned;
  for (const auto& [name, value] : settings)
    if (mentions(lines, name)) assigned.push_back(name + " = " + pythonText(value));
  return assigned;
}

Lines indented(const Lines& lines) {
  Lines result;
  for (const std::string& line : lines) result.push_back(line.empty() ? line : "    " + line);
  return result;
}

}  // namespace ravine
