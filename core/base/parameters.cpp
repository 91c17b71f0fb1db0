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

// Every whole number up to it, and not the next, is a double.
constexpr double kLargestWhole = 0x1p53;

bool isWhole(double value) {
  return value == std::floor(value) && std::abs(value) <= kLargestWhole;
}

// Whole numbers as whole numbers, however large.
std::string boundText(double bound) {
  return isWhole(bound) ? std::to_string(static_cast<std::int64_t>(bound)) : shortestText(bound);
}

bool hasMinimum(const Range& range) {
  return range.minimum > -kUnlimited;
}
bool hasMaximum(const Range& range) {
  return range.maximum < kUnlimited;
}

// A text for each shape that a range can have, with its bounds as arguments.
struct RangeTexts {
  Message fromTo;
  Message fromToBelow;
  Message aboveTo;
  Message aboveToBelow;
  Message atLeast;
  Message moreThan;
  Message atMost;
  Message lessThan;
  Message unbounded;
};

Message textFor(const Range& range, const RangeTexts& texts) {
  const std::string least = boundText(range.minimum);
  const std::string most = boundText(range.maximum);
  if (hasMinimum(range) && hasMaximum(range)) {
    const Message& closed = range.minimumOpen ? texts.aboveTo : texts.fromTo;
    const Message& open = range.minimumOpen ? texts.aboveToBelow : texts.fromToBelow;
    return (range.maximumOpen ? open : closed).with(least, most);
  }
  if (hasMinimum(range)) return (range.minimumOpen ? texts.moreThan : texts.atLeast).with(least);
  if (hasMaximum(range)) return (range.maximumOpen ? texts.lessThan : texts.atMost).with(most);
  return texts.unbounded;
}

// "0, 1, 2": a list that reads the same in every language.
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

Problem unknownParameter(const std::vector<ParameterInfo>& infos, const std::string& id, const std::string& where) {
  std::vector<std::string> known;
  for (const ParameterInfo& info : infos) known.push_back(info.id);
  const Message otherwise = known.empty() ? CORE_TEXT("Problem", "leave it out, there is nothing to set here")
                                          : CORE_TEXT("Problem", "the parameters are %1").with(joined(known));
  return {where + '.' + excerpt(id), CORE_TEXT("Problem", "there is no such parameter"),
          didYouMean(id, known, otherwise)};
}

// The value that `text` means for this kind of parameter, allowed or not; nothing if it means none.
std::optional<ParameterValue> readValue(ParameterKind kind, std::string_view text) {
  switch (kind) {
    case ParameterKind::boolean:
      if (text == "true" || text == "True" || text == "1") return true;
      if (text == "false" || text == "False" || text == "0") return false;
      return std::nullopt;
    case ParameterKind::integer:
      return parseWhole(text);
    case ParameterKind::number:
      return parseNumber(text);
    case ParameterKind::choice:
      return std::string(text);
    case ParameterKind::numbers:
      return parseNumbers(text);
  }
  return std::nullopt;
}

Message howToWrite(const ParameterInfo& info) {
  switch (info.kind()) {
    case ParameterKind::boolean:
      return CORE_TEXT("Problem", "write true or false");
    case ParameterKind::integer:
      return info.range.askForWhole();
    case ParameterKind::number:
      return CORE_TEXT("Problem", "write a number such as %1").with(toText(info.defaultValue));
    case ParameterKind::choice:
      return CORE_TEXT("Problem", "choose one of %1").with(joined(info.choices));
    case ParameterKind::numbers:
      return CORE_TEXT("Problem", "write numbers with commas between them, such as %1").with(toText(info.defaultValue));
  }
  return {};
}

}  // namespace

bool Range::allows(double value) const {
  if (!std::isfinite(value)) return false;
  const bool aboveMinimum = minimumOpen ? value > minimum : value >= minimum;
  const bool belowMaximum = maximumOpen ? value < maximum : value <= maximum;
  return aboveMinimum && belowMaximum;
}

Message Range::description() const {
  static const RangeTexts texts{.fromTo = CORE_TEXT("Range", "from %1 to %2"),
                                .fromToBelow = CORE_TEXT("Range", "from %1 to below %2"),
                                .aboveTo = CORE_TEXT("Range", "above %1 to %2"),
                                .aboveToBelow = CORE_TEXT("Range", "above %1 to below %2"),
                                .atLeast = CORE_TEXT("Range", "at least %1"),
                                .moreThan = CORE_TEXT("Range", "greater than %1"),
                                .atMost = CORE_TEXT("Range", "at most %1"),
                                .lessThan = CORE_TEXT("Range", "less than %1"),
                                .unbounded = CORE_TEXT("Range", "a finite number")};
  return textFor(*this, texts);
}

Message Range::askForValue() const {
  static const RangeTexts texts{.fromTo = CORE_TEXT("Problem", "give a value from %1 to %2"),
                                .fromToBelow = CORE_TEXT("Problem", "give a value from %1 to below %2"),
                                .aboveTo = CORE_TEXT("Problem", "give a value above %1 and up to %2"),
                                .aboveToBelow = CORE_TEXT("Problem", "give a value above %1 and below %2"),
                                .atLeast = CORE_TEXT("Problem", "give a value of at least %1"),
                                .moreThan = CORE_TEXT("Problem", "give a value greater than %1"),
                                .atMost = CORE_TEXT("Problem", "give a value of at most %1"),
                                .lessThan = CORE_TEXT("Problem", "give a value less than %1"),
                                .unbounded = CORE_TEXT("Problem", "give a finite number")};
  return textFor(*this, texts);
}

Message Range::askForWhole() const {
  assert(!minimumOpen && !maximumOpen);
  const std::string least = boundText(minimum);
  const std::string most = boundText(maximum);
  if (hasMinimum(*this) && hasMaximum(*this))
    return CORE_TEXT("Problem", "write a whole number from %1 to %2").with(least, most);
  if (hasMinimum(*this)) return CORE_TEXT("Problem", "write a whole number of at least %1").with(least);
  if (hasMaximum(*this)) return CORE_TEXT("Problem", "write a whole number of at most %1").with(most);
  return CORE_TEXT("Problem", "write a whole number");
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
  const std::string text = excerpt(toText(value));
  if (value.index() != info.defaultValue.index())
    return Problem{info.id, CORE_TEXT("Problem", "has a value of the wrong kind"),
                   CORE_TEXT("Problem", "give a value like %1").with(toText(info.defaultValue))};
  const auto outOfRange = [&](const std::string& number, const Message& mend) {
    return Problem{info.id, CORE_TEXT("Problem", "%1 is not allowed").with(number), mend};
  };
  switch (info.kind()) {
    case ParameterKind::boolean:
      break;
    case ParameterKind::integer:
      if (!info.range.allows(static_cast<double>(std::get<std::int64_t>(value))))
        return outOfRange(text, info.range.askForWhole());
      break;
    case ParameterKind::number:
      if (!info.range.allows(std::get<double>(value))) return outOfRange(text, info.range.askForValue());
      break;
    case ParameterKind::choice:
      if (std::find(info.choices.begin(), info.choices.end(), std::get<std::string>(value)) == info.choices.end())
        return Problem{info.id, CORE_TEXT("Problem", "'%1' is not one of its choices").with(text), howToWrite(info)};
      break;
    case ParameterKind::numbers:
      for (const double number : std::get<std::vector<double>>(value))
        if (!info.range.allows(number)) return outOfRange(shortestText(number), info.range.askForValue());
      break;
  }
  return std::nullopt;
}

Problems check(const std::vector<ParameterInfo>& infos, const ParameterSet& set, const std::string& where) {
  Problems problems;
  for (const auto& [id, value] : set) {
    const ParameterInfo* info = findParameter(infos, id);
    if (!info) {
      problems.push_back(unknownParameter(infos, id, where));
    } else if (auto problem = check(*info, value)) {
      problem->where = where + '.' + problem->where;
      problems.push_back(*problem);
    }
  }
  return problems;
}

std::optional<ParameterValue> parseParameter(const ParameterInfo& info, std::string_view text, Problem& problem) {
  text = trimmed(text);
  const auto value = readValue(info.kind(), text);
  const auto wrong =
      value ? check(info, *value)
            : Problem{info.id, CORE_TEXT("Problem", "'%1' cannot be read").with(excerpt(text)), howToWrite(info)};
  if (!wrong) return value;
  problem = *wrong;
  // A number too large to be one is called as it was written.
  if (value && info.kind() == ParameterKind::integer)
    problem.what = CORE_TEXT("Problem", "%1 is not allowed").with(excerpt(text));
  return std::nullopt;
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

namespace {

// "0,3" as most of Europe writes it; nothing where the comma may stand between thousands: "1,000".
std::optional<std::string> withDecimalPoint(std::string_view text) {
  const auto comma = text.find(',');
  if (comma == text.npos || text.find_first_not_of("0123456789,+-eE") != text.npos ||
      text.find(',', comma + 1) != text.npos)
    return std::nullopt;
  const auto before = text.substr(0, comma);
  const auto digits = text.substr(comma + 1, text.find_first_of("eE", comma) - comma - 1);
  const bool thousands = digits.size() == 3 && before.find_first_of("123456789") != before.npos;
  if (before.empty() || digits.empty() || thousands) return std::nullopt;
  return std::string(before) + '.' + std::string(text.substr(comma + 1));
}

}  // namespace

Message howToWriteNumber(std::string_view text, const std::string& example) {
  std::string pointed(trimmed(text));
  std::string joined = pointed;
  std::replace(pointed.begin(), pointed.end(), ',', '.');
  std::erase(joined, ',');
  if (pointed != joined && parseNumber(pointed) && parseNumber(joined))
    return CORE_TEXT("Problem", "write %1 or %2").with(pointed, joined);
  return CORE_TEXT("Problem", "write a number such as %1").with(example);
}

std::optional<double> parseNumber(std::string_view text) {
  text = trimmed(text);
  if (const auto pointed = withDecimalPoint(text)) return parseNumber(*pointed);
  if (text.starts_with('+') && !text.starts_with("+-")) text.remove_prefix(1);
  double number = 0;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), number);
  if (error != std::errc() || end != text.data() + text.size() || !std::isfinite(number)) return std::nullopt;
  return number;
}

std::optional<std::int64_t> parseWhole(std::string_view text) {
  constexpr double largest = 0x1p53;  // every whole number up to it, and not the next, is a double
  const auto number = parseNumber(text);
  if (!number || *number != std::floor(*number)) return std::nullopt;
  return static_cast<std::int64_t>(std::clamp(*number, -largest, largest));
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
  constexpr std::size_t kLongest = 60;  // longer ones are not a name mistyped
  if (id.size() > kLongest) return std::nullopt;
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

Message didYouMean(std::string_view id, const std::vector<std::string>& known, const Message& otherwise) {
  const auto near = nearestId(id, known);
  return near ? CORE_TEXT("Problem", "did you mean '%1'?").with(*near) : otherwise;
}

}  // namespace ravine
