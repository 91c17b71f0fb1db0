#include "core/sweep/sweep.h"

#include <algorithm>
#include <cmath>
#include <limits>

#include "core/base/number_text.h"

namespace ravine {
namespace {

Problem problemWith(const SweepAxis& axis, const Message& what, const Message& mend) {
  return {axis.quantity, what, mend};
}

// Whole numbers are not rounded, which would make cells alike that are said to differ.
void checkWhole(const SweepAxis& axis, const Run& run, Problems& problems) {
  if (!isWhole(run, axis.quantity)) return;
  constexpr double largest = 1e15;
  bool areWhole = std::abs(axis.from) < largest && std::abs(axis.to) < largest;
  for (int i = 0; i < axis.count && areWhole; ++i) areWhole = axis.at(i) == std::round(axis.at(i));
  if (!areWhole)
    problems.push_back(problemWith(axis, CORE_TEXT("Problem", "is a whole number, and some of the values are none"),
                                   CORE_TEXT("Problem", "give ends and a count such as %1").with("10:20:11")));
}

// From one value to the next there are hardly any numbers.
bool isBeyondPrecision(const SweepAxis& axis) {
  constexpr double few = 4;
  if (axis.count < 2) return false;
  const double largest = std::max(std::abs(axis.from), std::abs(axis.to));
  const double apart = axis.logarithmic ? axis.from * (std::pow(axis.to / axis.from, 1.0 / (axis.count - 1)) - 1)
                                        : (axis.to - axis.from) / (axis.count - 1);
  return apart < few * std::numeric_limits<double>::epsilon() * (axis.logarithmic ? axis.from : largest);
}

void checkAxis(const SweepAxis& axis, const Run& run, Problems& problems) {
  const std::vector<std::string> known = sweepableQuantities(run);
  if (std::find(known.begin(), known.end(), axis.quantity) == known.end()) {
    problems.push_back(problemWith(axis, CORE_TEXT("Problem", "is nothing that this run can be swept over"),
                                   sweepableInstead(run, axis.quantity)));
    return;
  }
  if (axis.count < 1)
    problems.push_back(problemWith(axis, CORE_TEXT("Problem", "has no values"),
                                   CORE_TEXT("Problem", "give from 1 to %1").with(SweepAxis::kMostValues)));
  if (axis.count > SweepAxis::kMostValues)
    problems.push_back(problemWith(axis, CORE_TEXT("Problem", "has too many values"),
                                   CORE_TEXT("Problem", "give from 1 to %1").with(SweepAxis::kMostValues)));
  const bool isFinite = std::isfinite(axis.from) && std::isfinite(axis.to);
  if (!isFinite)
    problems.push_back(problemWith(axis, CORE_TEXT("Problem", "has an end that is no finite number"),
                                   CORE_TEXT("Problem", "give two numbers such as %1").with("0.001:1")));
  else if (axis.count > 1 && !(axis.from < axis.to))
    problems.push_back(problemWith(axis, CORE_TEXT("Problem", "does not rise"),
                                   CORE_TEXT("Problem", "give the lower end first, or one value")));
  else if (axis.logarithmic && !(axis.from > 0))
    problems.push_back(problemWith(axis, CORE_TEXT("Problem", "cannot be logarithmic from or to 0 or less"),
                                   CORE_TEXT("Problem", "give ends greater than 0, or leave log out")));
  else if (!std::isfinite(axis.logarithmic ? axis.to / axis.from : axis.to - axis.from))
    problems.push_back(problemWith(axis, CORE_TEXT("Problem", "spans more than a number can hold"),
                                   CORE_TEXT("Problem", "give ends that are nearer to each other")));
  else if (isBeyondPrecision(axis))
    problems.push_back(problemWith(axis,
                                   CORE_TEXT("Problem",
                                             "has values so near to each other that double precision "
                                             "cannot tell them apart"),
                                   CORE_TEXT("Problem", "give ends that are farther apart, or fewer values")));
  else if (problems.empty())
    checkWhole(axis, run, problems);
}

// Without the digits that are so many places beyond the first of `width`.
double withoutRubbish(double value, double width, int digits) {
  constexpr double exact = 1e15;  // beyond which whole numbers are not told apart
  const double scale = std::pow(10, digits - std::floor(std::log10(width)));
  return std::isfinite(scale) && std::abs(value) * scale < exact ? std::round(value * scale) / scale : value;
}

SweepAxis suggestedRates(const Run& run, int count) {
  constexpr Interval usual{1e-4, 10};
  constexpr double around = 300;  // times a rate that is not within
  const double rate = nominalRate(run);
  const Interval rates = usual.contains(rate) ? usual : Interval{rate / around, rate * around};
  return {quantity::rate, rates.lower, rates.upper, count, true};
}

// As far as a parameter may go, or ten times as far as it is where it may go anywhere. Whole for whole numbers.
Interval usualRange(const Run& run, std::string_view quantity) {
  const double now = quantityOf(run, quantity);
  const ParameterInfo info = *infoOf(run, quantity);
  const Range& range = info.range;
  const bool isWhole = info.kind() == ParameterKind::integer;
  const bool isPart = range.minimum >= 0 && now < 1 && !isWhole;
  constexpr double wide = 10;
  const double most = range.maximum < kUnlimited ? range.maximum : isPart ? 1 : wide * std::max(1.0, now);
  const double least = range.minimum > -kUnlimited ? range.minimum : -most;
  constexpr double inside = 1e-3;  // of an end that is not allowed itself
  const double lower = range.minimumOpen ? least + inside * (most - least) : least;
  const double upper = range.maximumOpen || isPart ? least + (1 - 10 * inside) * (most - least) : most;
  const Interval usual{std::min(lower, now), std::max(upper, now)};
  if (!isWhole) return usual;
  return {std::ceil(usual.lower), std::max(std::ceil(usual.lower) + 1, std::floor(usual.upper))};
}

// What is wrong with the run of an end of an axis, wherever the other axis is; between the ends all is right then. A
// start where the loss is not defined is a cell that says so.
void checkEnds(const Sweep& sweep, Problems& problems) {
  const std::string rate = "schedule." + scheduleInfo(sweep.run).rateParameter;  // which is swept as "lr"
  for (const int column : {0, sweep.columns() - 1})
    for (const int row : {0, sweep.rows() - 1})
      for (Problem problem : validate(runAt(sweep, column, row))) {
        if (problem.where == "start") continue;
        if (problem.where == rate) problem.where = quantity::rate;
        if (std::find(problems.begin(), problems.end(), problem) == problems.end()) problems.push_back(problem);
      }
}

}  // namespace

double SweepAxis::at(int i) const {
  if (i == 0 || count == 1) return from;
  if (i == count - 1) return to;
  const double part = static_cast<double>(i) / (count - 1);
  constexpr int finer = 2;  // digits beyond the first that differs from the next value's
  if (logarithmic) {
    const double apart = std::pow(to / from, 1.0 / (count - 1)) - 1;
    const double digits = finer - std::floor(std::log10(apart));
    const double value = from * std::pow(to / from, part);
    return digits < std::numeric_limits<double>::digits10 ? roundedTo(value, std::max(3, static_cast<int>(digits)))
                                                          : value;
  }
  const double value = from + part * (to - from);
  return withoutRubbish(value, (to - from) / (count - 1), finer);
}

double SweepAxis::part(double value) const {
  return logarithmic ? std::log(value / from) / std::log(to / from) : (value - from) / (to - from);
}

double SweepAxis::valueAt(double part) const {
  return logarithmic ? from * std::pow(to / from, part) : from + part * (to - from);
}

std::optional<SweepAxis> parseAxis(std::string_view text, Problems& problems) {
  const auto refuse = [&]() -> std::optional<SweepAxis> {
    problems.push_back({"--over", CORE_TEXT("Problem", "'%1' cannot be read").with(excerpt(text)),
                        CORE_TEXT("Problem", "write QUANTITY=FROM:TO:HOW_MANY, such as %1 or %2")
                            .with("start.x=-2:2:512", "lr=1e-4:1:200log")});
    return std::nullopt;
  };
  SweepAxis axis;
  const auto equals = text.find('=');
  if (equals == std::string_view::npos || equals == 0) return refuse();
  axis.quantity = text.substr(0, equals);
  while (axis.quantity.ends_with(' ')) axis.quantity.pop_back();
  std::string_view rest = text.substr(equals + 1);
  if (rest.ends_with("log")) {
    axis.logarithmic = true;
    rest.remove_suffix(3);
  }
  const auto first = rest.find(':');
  const auto second = first == std::string_view::npos ? first : rest.find(':', first + 1);
  if (second == std::string_view::npos) return refuse();
  const auto from = parseNumber(rest.substr(0, first));
  const auto to = parseNumber(rest.substr(first + 1, second - first - 1));
  const auto count = parseWhole(rest.substr(second + 1));
  if (!from || !to || !count) return refuse();
  axis.from = *from;
  axis.to = *to;
  axis.count = static_cast<int>(std::clamp<std::int64_t>(*count, 0, SweepAxis::kMostValues + 1));
  return axis;
}

SweepAxis withCount(const Run& run, SweepAxis axis, int count) {
  axis.count = count;
  if (!isWhole(run, axis.quantity) || !(axis.from < axis.to) || count < 2) return axis;
  axis.from = std::round(axis.from);
  const double step = std::max(1.0, std::ceil((std::round(axis.to) - axis.from) / (count - 1)));
  const double steps = std::max(1.0, std::floor((std::round(axis.to) - axis.from) / step));
  axis.to = axis.from + step * steps;
  axis.count = static_cast<int>(steps) + 1;
  return axis;
}

SweepAxis partOf(const Run& run, const SweepAxis& axis, const Interval& part, int count) {
  SweepAxis next = axis;
  next.from = axis.valueAt(part.lower);
  next.to = axis.valueAt(part.upper);
  if (const auto info = infoOf(run, axis.quantity)) {
    constexpr double inside = 1e-9;  // of an end that is not allowed itself
    const Range& range = info->range;
    const double margin = inside * std::max(1.0, next.to - next.from);
    if (range.minimum > -kUnlimited) next.from = std::max(next.from, range.minimum + (range.minimumOpen ? margin : 0));
    if (range.maximum < kUnlimited) next.to = std::min(next.to, range.maximum - (range.maximumOpen ? margin : 0));
  }
  return withCount(run, next, count);
}

SweepAxis roundPartOf(const Run& run, const SweepAxis& axis, const Interval& part, int count) {
  SweepAxis next = partOf(run, axis, part, count);
  if (isWhole(run, axis.quantity)) return next;
  constexpr int seen = 4;  // digits, of a range that is so wide
  const double width = next.to - next.from;
  const auto info = infoOf(run, axis.quantity);
  const auto take = [&info](double& end, double value) {
    if (!info || info->range.allows(value)) end = value;
  };
  take(next.from, withoutRubbish(next.from, axis.logarithmic ? std::min(width, next.from) : width, seen));
  take(next.to, withoutRubbish(next.to, width, seen));
  return next;
}

SweepAxis suggestedAxis(const Run& run, const std::string& quantity, int count) {
  const Box domain = lossFunctionInfo(run).domain;
  if (quantity == quantity::startX) return {quantity, domain.x.lower, domain.x.upper, count};
  if (quantity == quantity::startY) return {quantity, domain.y.lower, domain.y.upper, count};
  if (quantity == quantity::rate) return suggestedRates(run, count);
  const Interval usual = usualRange(run, quantity);
  const SweepAxis all = withCount(run, {quantity, usual.lower, usual.upper, count}, count);
  if (!isWhole(run, quantity)) return all;
  // What goes with the other parameters as they are.
  const double now = quantityOf(run, quantity);
  for (const Interval& part : {usual, Interval{usual.lower, now}, Interval{now, usual.upper}}) {
    const SweepAxis axis = withCount(run, {quantity, part.lower, part.upper, count}, count);
    if (part.lower < part.upper && validate(Sweep{run, axis, {}}).empty()) return axis;
  }
  return all;
}

Problems validate(const Sweep& sweep) {
  Problems problems;
  for (const Problem& problem : validate(sweep.run))
    if (problem.where != "start") problems.push_back(problem);
  if (!problems.empty()) return problems;
  checkAxis(sweep.x, sweep.run, problems);
  if (sweep.y) checkAxis(*sweep.y, sweep.run, problems);
  if (sweep.y && sweep.y->quantity == sweep.x.quantity)
    problems.push_back(problemWith(*sweep.y, CORE_TEXT("Problem", "is swept over twice"),
                                   CORE_TEXT("Problem", "name another quantity")));
  if (problems.empty()) checkEnds(sweep, problems);
  return problems;
}

Run runAt(const Sweep& sweep, int column, int row) {
  Run run = sweep.run;
  setQuantity(run, sweep.x.quantity, sweep.x.at(column));
  if (sweep.y) setQuantity(run, sweep.y->quantity, sweep.y->at(row));
  return run;
}

}  // namespace ravine
