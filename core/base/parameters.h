// Parameters of loss functions, optimizers and schedules described as data, so that forms, files and the command
// line need no code per algorithm. A rule is a plain struct of settings; Setting ties a described parameter to a
// member of that struct.
#pragma once

#include <cstdint>
#include <functional>
#include <limits>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <variant>
#include <vector>

#include "core/base/problem.h"
#include "core/base/types.h"

namespace ravine {

// Boolean, integer, number, one of several choices, list of numbers: in this order in ParameterKind.
using ParameterValue = std::variant<bool, std::int64_t, double, std::string, std::vector<double>>;
enum class ParameterKind { boolean, integer, number, choice, numbers };

// Values by parameter id. A parameter that is absent has its default.
using ParameterSet = std::map<std::string, ParameterValue, std::less<>>;

// Which numbers are allowed. An open end excludes its bound.
struct Range {
  double minimum = -std::numeric_limits<double>::max();
  double maximum = std::numeric_limits<double>::max();
  bool minimumOpen = false;
  bool maximumOpen = false;

  bool allows(double value) const;
  Message description() const;  // "greater than 0", "from 0 to below 1"
  Message askForValue() const;  // "give a value greater than 0"
  Message askForWhole() const;  // "write a whole number from 1 to 9": for ranges of integers, whose ends are closed
};

inline constexpr double kUnlimited = std::numeric_limits<double>::max();
constexpr Range atLeast(double minimum) {
  return {.minimum = minimum};
}
constexpr Range moreThan(double minimum) {
  return {.minimum = minimum, .minimumOpen = true};
}
constexpr Range between(double minimum, double maximum) {
  return {.minimum = minimum, .maximum = maximum};
}
constexpr Range fromToBelow(double minimum, double maximum) {
  return {.minimum = minimum, .maximum = maximum, .maximumOpen = true};
}

struct ParameterInfo {
  std::string id;  // the name used by PyTorch, on the command line and in files
  ParameterValue defaultValue;
  Range range;
  std::vector<std::string> choices;  // for ParameterKind::choice
  Message description;               // one sentence for a learner

  ParameterKind kind() const { return static_cast<ParameterKind>(defaultValue.index()); }
};

const ParameterInfo* findParameter(const std::vector<ParameterInfo>& infos, std::string_view id);
const ParameterValue& valueOf(const ParameterInfo& info, const ParameterSet& set);
double numberOf(const ParameterInfo& info, const ParameterSet& set);  // for ParameterKind::number

// What is wrong with `value` for this parameter, if anything.
std::optional<Problem> check(const ParameterInfo& info, const ParameterValue& value);
Problems check(const std::vector<ParameterInfo>& infos, const ParameterSet& set, const std::string& where);

// Text as on the command line: "0.9", "true", "30,80". Nothing and a Problem if it cannot be read or is not allowed.
std::optional<ParameterValue> parseParameter(const ParameterInfo& info, std::string_view text, Problem& problem);
std::string toText(const ParameterValue& value);

// How to write a number instead of this text: "write 1.000 or 1000" where a comma can be either, otherwise such as
// `example`.
Message howToWriteNumber(std::string_view text, const std::string& example);

// A whole number or decimal in the C locale, the entire text; nothing otherwise (also for "nan" and "inf").
std::optional<double> parseNumber(std::string_view text);
// A whole number, also written as "1e3"; nothing otherwise. Beyond ±2^53, where doubles no longer tell neighbours
// apart, that bound.
std::optional<std::int64_t> parseWhole(std::string_view text);
// Numbers with commas between them, "30,80" or "[30, 80]"; nothing if one of them is missing or none.
std::optional<std::vector<double>> parseNumbers(std::string_view text);
// The shortest text that reads back as the same double.
std::string shortestText(double value);

// The one of `known` most like `id`, or nothing when none is near enough to be a slip of the hand.
std::optional<std::string> nearestId(std::string_view id, const std::vector<std::string>& known);
// "did you mean 'sgd'?" where `id` may be a slip of the hand, `otherwise` where it is none.
Message didYouMean(std::string_view id, const std::vector<std::string>& known, const Message& otherwise);

// Ties a parameter to a member of the settings struct S, whose default is that of a default-constructed S.
template <class S>
struct Setting {
  ParameterInfo info;
  std::function<void(S&, const ParameterValue&)> assign;
};

template <class S, class M>
Setting<S> setting(std::string id, M S::*member, Range range, Message description) {
  return {{std::move(id), ParameterValue(S{}.*member), range, {}, std::move(description)},
          [member](S& settings, const ParameterValue& value) { settings.*member = std::get<M>(value); }};
}

template <class S>
Setting<S> setting(std::string id, bool S::*member, Message description) {
  return setting(std::move(id), member, Range{}, std::move(description));
}

// An enumeration whose enumerators 0, 1, 2 … go by the given names.
template <class S, class Enum>
Setting<S> choiceSetting(std::string id, Enum S::*member, std::vector<std::string> names, Message description) {
  const auto byDefault = static_cast<std::size_t>(S{}.*member);
  ParameterInfo info{std::move(id), names.at(byDefault), {}, names, std::move(description)};
  return {std::move(info), [member, names = std::move(names)](S& settings, const ParameterValue& value) {
            const auto found = std::find(names.begin(), names.end(), std::get<std::string>(value));
            settings.*member = static_cast<Enum>(found - names.begin());
          }};
}

template <class S>
std::vector<ParameterInfo> describe(const std::vector<Setting<S>>& settings) {
  std::vector<ParameterInfo> infos;
  for (const Setting<S>& setting : settings) infos.push_back(setting.info);
  return infos;
}

// The settings struct with the values of `set`. Precondition: check() finds no problem with `set`.
template <class S>
S settingsFrom(const std::vector<Setting<S>>& settings, const ParameterSet& set) {
  S rule;
  for (const Setting<S>& setting : settings) setting.assign(rule, valueOf(setting.info, set));
  return rule;
}

}  // namespace ravine
