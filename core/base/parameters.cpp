#include "core/base/parameters.h"

#include <algorithm>
#include <array>
#include <cassert>
#include <charconv>
#include <cmath>
#include <cstdlib>

namespace ravine {
namespace {

std::string_view trimmed(std::string_view text) {
  const auto first = text.find_first_not_of(" \t");
  if (first == std::string_view::npos) return {};
  return text.substr(first, text.find_last_not_of(" \t") - first + 1);
}

std::string joined(const std::vector<std::string>& words) {
  std::string text;
  for (const std::string& word : words) text += (text.empty() ? "" : ", ") + word;
  return text;
}

// The number of single-letter insertions, deletions and replacements between two words (Levenshtein 1966).
std::size_t editDistance(std::string_view a, std::string_view b) {
  std::vector<std::size_t> row(b.size() + 1);
  for (std::size_t j = 0; j <= b.size(); ++j) row[j] = j;
  for (std::size_t i = 1; i <= a.size(); ++i) {
    std::size_t diagonal = row[0];
    row[0] = i;
    for (std::size_t j = 1; j <= b.size(); ++j) {
      const std::size_t replaced = diagonal + (a[i - 1] == b[j - 1] ? 0 : 1);
      diagonal = row[j];
      row[j] = std::min({row[j] + 1, row[j - 1] + 1, replaced});
    }
  }
  return row.back();
}

}  // namespace

bool Range::allows(double value) const {
  if (!std::isfinite(value)) return false;
  const bool aboveMinimum = minimumOpen ? value > minimum : value >= minimum;
  const bool belowMaximum = maximumOpen ? value < maximum : value <= maximum;
  return aboveMinimum && belowMaximum;
}

std::string Range::description() const {
  const bool hasMinimum = minimum > -kUnlimited;
  const bool hasMaximum = maximum < kUnlimited;
  if (hasMinimum && hasMaximum) {
    return (minimumOpen ? "above " : "from ") + shortestText(minimum) + (maximumOpen ? " to below " : " to ") +
           shortestText(maximum);
  }
  if (hasMinimum) return (minimumOpen ? "greater than " : "at least ") + shortestText(minimum);
  if (hasMaximum) return (maximumOpen ? "less than " : "at most ") + shortestText(maximum);
  return "a finite number";
}

const ParameterInfo* findParameter(const std::vector<ParameterInfo>& infos, std::string_view id) {
  const auto found = std::find_if(infos.begin(), infos.end(), [&](const auto& info) { return info.id == id; });
  return found == infos.end() ? nullptr : &*found;
}

const ParameterValue& valueOf(const ParameterInfo& info, const ParameterSet& set) {
  const auto found = set.find(info.id);
  return found == set.end() ? info.defaultValue : found->second;
}

double numberOf(const ParameterInfo& info, const ParameterSet& set) {
  assert(info.kind() == ParameterKind::number);
  return std::get<double>(valueOf(info, set));
}

std::optional<Problem> check(const ParameterInfo& info, const ParameterValue& value) {
  if (value.index() != info.defaultValue.index()) {
    return Problem{info.id, "has a value of the wrong kind", "give a value like " + toText(info.defaultValue)};
  }
  const auto outOfRange = [&](double number) {
    return Problem{info.id, shortestText(number) + " is not allowed", "give a value " + info.range.description()};
  };
  switch (info.kind()) {
    case ParameterKind::boolean:
      break;
    case ParameterKind::integer:
      if (const auto number = static_cast<double>(std::get<std::int64_t>(value)); !info.range.allows(number))
        return outOfRange(number);
      break;
    case ParameterKind::number:
      if (const double number = std::get<double>(value); !info.range.allows(number)) return outOfRange(number);
      break;
    case ParameterKind::choice:
      if (const auto& word = std::get<std::string>(value);
          std::find(info.choices.begin(), info.choices.end(), word) == info.choices.end())
        return Problem{info.id, "'" + word + "' is not one of its choices", "choose one of " + joined(info.choices)};
      break;
    case ParameterKind::numbers:
      for (const double number : std::get<std::vector<double>>(value))
        if (!info.range.allows(number)) return outOfRange(number);
      break;
  }
  return std::nullopt;
}

Problems check(const std::vector<ParameterInfo>& infos, const ParameterSet& set, const std::string& where) {
  Problems problems;
  for (const auto& [id, value] : set) {
    const ParameterInfo* info = findParameter(infos, id);
    if (!info) {
      std::vector<std::string> known;
      for (const ParameterInfo& each : infos) known.push_back(each.id);
      const auto near = nearestId(id, known);
      problems.push_back({where + "." + id, "there is no such parameter",
                          near            ? "did you mean '" + *near + "'?"
                          : known.empty() ? "leave it out, there is nothing to set here"
                                          : "the parameters are " + joined(known)});
    } else if (auto problem = check(*info, value)) {
      problem->where = where + "." + problem->where;
      problems.push_back(*problem);
    }
  }
  return problems;
}

std::optional<ParameterValue> parseParameter(const ParameterInfo& info, std::string_view text, Problem& problem) {
  text = trimmed(text);
  std::optional<ParameterValue> value;
  std::string expected;
  switch (info.kind()) {
    case ParameterKind::boolean:
      expected = "write true or false";
      if (text == "true" || text == "True" || text == "1") value = true;
      if (text == "false" || text == "False" || text == "0") value = false;
      break;
    case ParameterKind::integer:
      expected = "write a whole number " + info.range.description();
      if (const auto number = parseWhole(text)) value = *number;
      break;
    case ParameterKind::number:
      expected = "write a number such as " + toText(info.defaultValue);
      if (const auto number = parseNumber(text)) value = *number;
      break;
    case ParameterKind::choice:
      value = std::string(text);
      break;
    case ParameterKind::numbers:
      expected = "write numbers with commas between them, such as " + toText(info.defaultValue);
      if (auto numbers = parseNumbers(text)) value = std::move(*numbers);
      break;
  }
  if (!value) {
    problem = {info.id, "'" + std::string(text) + "' cannot be read", expected};
    return std::nullopt;
  }
  if (const auto wrong = check(info, *value)) {
    problem = *wrong;
    return std::nullopt;
  }
  return value;
}

std::string toText(const ParameterValue& value) {
  struct {
    std::string operator()(bool b) const { return b ? "true" : "false"; }
    std::string operator()(std::int64_t n) const { return std::to_string(n); }
    std::string operator()(double x) const { return shortestText(x); }
    std::string operator()(const std::string& s) const { return s; }
    std::string operator()(const std::vector<double>& numbers) const {
      std::vector<std::string> words;
      for (const double number : numbers) words.push_back(shortestText(number));
      std::string text;
      for (const std::string& word : words) text += (text.empty() ? "" : ",") + word;
      return text;
    }
  } asText;
  return std::visit(asText, value);
}

std::optional<double> parseNumber(std::string_view text) {
  text = trimmed(text);
  if (text.starts_with('+') && !text.starts_with("+-")) text.remove_prefix(1);
  double number = 0;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), number);
  if (error != std::errc() || end != text.data() + text.size() || !std::isfinite(number)) return std::nullopt;
  return number;
}

std::optional<std::int64_t> parseWhole(std::string_view text) {
  constexpr double largest = 0x1p53;  // every whole number up to it, and not the next, is a double
  const auto number = parseNumber(text);
  if (!number || *number != std::floor(*number) || std::abs(*number) > largest) return std::nullopt;
  return static_cast<std::int64_t>(*number);
}

std::optional<std::vector<double>> parseNumbers(std::string_view text) {
  std::vector<double> numbers;
  if (text.starts_with('[') && text.ends_with(']')) text = text.substr(1, text.size() - 2);
  if (trimmed(text).empty()) return numbers;
  while (true) {
    const auto comma = text.find(',');
    const auto number = parseNumber(text.substr(0, comma));
    if (!number) return std::nullopt;
    numbers.push_back(*number);
    if (comma == std::string_view::npos) return numbers;
    text.remove_prefix(comma + 1);
  }
}

std::string shortestText(double value) {
  // Scientific only where a person would write so: 0.0005, 3e-7, 1e+20.
  const double magnitude = std::abs(value);
  const bool plain = value == 0 || (magnitude >= 1e-5 && magnitude < 1e15);
  std::array<char, 32> buffer;
  const auto [end, error] = std::to_chars(buffer.data(), buffer.data() + buffer.size(), value,
                                          plain ? std::chars_format::fixed : std::chars_format::scientific);
  assert(error == std::errc());
  return {buffer.data(), end};
}

std::optional<std::string> nearestId(std::string_view id, const std::vector<std::string>& known) {
  std::optional<std::string> nearest;
  std::size_t fewest = std::max<std::size_t>(2, id.size() / 3) + 1;
  for (const std::string& each : known) {
    const std::size_t distance = each.starts_with(id) && id.size() >= 3 ? 1 : editDistance(id, each);
    if (distance < fewest && distance < std::max(id.size(), each.size())) {  // something in common
      fewest = distance;
      nearest = each;
    }
  }
  return nearest;
}

}  // namespace ravine
