#include "core/loss/recorded_tape.h"

#include <algorithm>
#include <array>
#include <bit>
#include <cassert>
#include <compare>
#include <limits>
#include <map>
#include <optional>
#include <utility>

#include "core/base/activation.h"
#include "core/loss/play_tape.h"

namespace ravine {
namespace {

using Op = TapeOperation;

// Of an operation that is recorded: which it is. The first two stand for x and y, negative numbers for constants.
using Number = int;
constexpr Number kFirst = Tape::kConstants;
constexpr Number kNothing = std::numeric_limits<Number>::min();

struct Recorded {
  Op operation;
  std::array<Number, 3> of;

  auto operator<=>(const Recorded&) const = default;
};

class Recording {
 public:
  Recording() : m_all(kFirst) {}

  // What has been recorded once is not recorded again. After each sincos, which is the sine, stands its cosine.
  Number record(Op operation, Number a, Number b = kNothing, Number c = kNothing) {
    const bool isSymmetric = operation == Op::add || operation == Op::multiply;
    if (isSymmetric && b < a) std::swap(a, b);
    const Recorded recorded{operation, {a, b, c}};
    const auto [known, isNew] = m_numbers.try_emplace(recorded, static_cast<Number>(m_all.size()));
    if (isNew) m_all.push_back(recorded);
    if (isNew && operation == Op::sincos) m_all.push_back({Op::cosine, {known->second, kNothing, kNothing}});
    return known->second;
  }
  Number constant(double value) {
    const auto same = std::find_if(m_constants.begin(), m_constants.end(), [value](double other) {
      return std::bit_cast<std::uint64_t>(other) == std::bit_cast<std::uint64_t>(value);
    });
    const auto number = -static_cast<Number>(same - m_constants.begin()) - 1;
    if (same == m_constants.end()) m_constants.push_back(value);
    return number;
  }

  const std::vector<Recorded>& all() const { return m_all; }
  const std::vector<double>& constants() const { return m_constants; }

 private:
  std::vector<Recorded> m_all;
  std::map<Recorded, Number> m_numbers;
  std::vector<double> m_constants;
};

// A number that is not there yet: what is computed with it is recorded. What has no part in x or y is computed at once.
class Traced {
 public:
  Traced() = default;  // undefined
  Traced(double constant) : m_constant(constant) {}
  Traced(Recording& in, Number number) : m_in(&in), m_number(number) {}
  // A derivative that is 0 or 1 wherever one stands, with which nothing is computed (known_derivative.h).
  static Traced known(double derivative) {
    Traced traced(derivative);
    traced.m_isKnown = true;
    return traced;
  }

  Number numberIn(Recording& recording) const { return m_in ? m_number : recording.constant(m_constant); }

  friend Traced operator-(const Traced& a) {
    if (a.isKnown(0)) return a;
    if (const auto scaled = a.scaledTheOtherWay()) return *scaled;
    return record(Op::negate, a);
  }
  friend Traced operator+(const Traced& a, const Traced& b) {
    return a.isKnown(0) ? b : b.isKnown(0) ? a : record(Op::add, a, b);
  }
  friend Traced operator-(const Traced& a, const Traced& b) {
    // x − c = x + (−c): constants come first where they can.
    return b.isKnown(0) ? a : a.isKnown(0) ? -b : b.m_in ? record(Op::subtract, a, b) : record(Op::add, -b, a);
  }
  friend Traced operator*(const Traced& a, const Traced& b) {
    if (a.isKnown(0) || b.is(1)) return a;
    if (b.isKnown(0) || a.is(1)) return b;
    return a.is(-1) ? -b : b.is(-1) ? -a : record(Op::multiply, a, b);
  }
  friend Traced operator/(const Traced& a, const Traced& b) {
    return a.isKnown(0) || b.is(1) ? a : record(Op::divide, a, b);
  }

  // Of conditions.
  friend Traced operator<(const Traced& a, const Traced& b) { return record(Op::less, a, b); }
  friend Traced operator>(const Traced& a, const Traced& b) { return record(Op::less, b, a); }
  friend Traced operator!=(const Traced& a, const Traced& b) { return record(Op::differ, a, b); }
  friend Traced operator|(const Traced& a, const Traced& b) { return record(Op::either, a, b); }
  friend Traced select(const Traced& condition, const Traced& yes, const Traced& no) {
    const bool areAlike = yes.isKnown(0) && no.isKnown(0);
    return areAlike ? yes : record(Op::select, condition, yes, no);
  }

#define RAVINE_FUNCTION(function)           \
  friend Traced function(const Traced& a) { \
    return record(Op::function, a);         \
  }
  RAVINE_FUNCTION(abs)
  RAVINE_FUNCTION(sqrt)
  RAVINE_FUNCTION(exp)
  RAVINE_FUNCTION(log)
  RAVINE_FUNCTION(log10)
  RAVINE_FUNCTION(tan)
  RAVINE_FUNCTION(asin)
  RAVINE_FUNCTION(acos)
  RAVINE_FUNCTION(atan)
  RAVINE_FUNCTION(sinh)
  RAVINE_FUNCTION(cosh)
  RAVINE_FUNCTION(tanh)
#undef RAVINE_FUNCTION
  friend Traced pow(const Traced& a, const Traced& b) {
    return record(Op::pow, a, b);
  }
  friend SinCos<Traced> sincos(const Traced& a) {
    if (!a.m_in) {
      const SinCos<double> both = sincos(a.m_constant);
      return {both.sin, both.cos};
    }
    const Traced sine = record(Op::sincos, a);
    return {sine, {*a.m_in, sine.m_number + 1}};
  }

 private:
  bool is(double constant) const {
    return !m_in && m_constant == constant;
  }
  bool isKnown(double derivative) const {
    return m_isKnown && m_constant == derivative;
  }
  // −(c x) = (−c) x
  std::optional<Traced> scaledTheOtherWay() const {
    if (!m_in || m_number < kFirst) return std::nullopt;
    const auto& [operation, of] = m_in->all()[static_cast<std::size_t>(m_number)];
    if (operation != Op::multiply || of[0] >= 0) return std::nullopt;
    return -m_in->constants()[static_cast<std::size_t>(-1 - of[0])] * Traced(*m_in, of[1]);
  }

  template <class... T>
  static Traced record(Op operation, const T&... of) {
    Recording* in = nullptr;
    ((in = of.m_in ? of.m_in : in), ...);
    if (in) return {*in, in->record(operation, of.numberIn(*in)...)};
    std::array<double, 4> registers{of.m_constant...};
    const TapeStep step{operation, true, true, 3, 0, 1, 2};
    play<double, 1>({.steps = &step, .length = 1}, registers.data());
    return registers[3];
  }

  Recording* m_in = nullptr;  // nowhere: a constant
  Number m_number = 0;
  double m_constant = 0;
  bool m_isKnown = false;
};

// Lays what was recorded out in registers, which are used again once nobody reads them any more.
class Layout {
 public:
  Layout(const Recording& recording, const std::array<Number, 3>& results)
      : m_all(recording.all()),
        m_constants(recording.constants().size()),
        m_reads(m_all.size()),
        m_registers(m_all.size()),
        m_registerCount(kFirst + m_constants) {
    for (const Number result : results) read(result);
    for (std::size_t i = m_all.size(); i-- > kFirst;)
      if (m_reads[i] > 0)
        for (const Number operand : m_all[i].of) read(operand);
    for (std::size_t i = kFirst; i < m_all.size(); ++i)
      if (m_reads[i] > 0) joinProduct(m_all[i]);
    for (std::size_t i = kFirst; i < m_all.size(); ++i)
      if (m_reads[i] > 0) layOut(i);
  }

  std::vector<TapeStep> takeSteps() { return std::move(m_steps); }
  std::size_t registerCount() const { return m_registerCount; }
  std::uint16_t registerOf(Number number) const {
    if (number == kNothing) return 0;
    if (number < 0) return static_cast<std::uint16_t>(kFirst - 1 - number);
    return number < kFirst ? static_cast<std::uint16_t>(number) : m_registers[static_cast<std::size_t>(number)];
  }

 private:
  static bool isRecorded(Number number) { return number >= kFirst; }
  static bool isConstant(Number number) { return number < 0 && number != kNothing; }

  void read(Number number) {
    if (isRecorded(number)) ++m_reads[static_cast<std::size_t>(number)];
  }
  void wasRead(Number number) {
    if (!isRecorded(number)) return;
    const auto i = static_cast<std::size_t>(number);
    if (--m_reads[i] == 0) m_free.push_back(m_registers[i]);
  }

  // A product that nothing else reads becomes a part of the operation that does.
  void joinProduct(Recorded& of) {
    if (of.operation != Op::add && of.operation != Op::subtract && of.operation != Op::multiply) return;
    for (const std::size_t k : {std::size_t{0}, std::size_t{1}}) {
      const Number product = of.of[k];
      if (!isRecorded(product) || m_reads[static_cast<std::size_t>(product)] != 1) continue;
      const Recorded& factors = m_all[static_cast<std::size_t>(product)];
      if (factors.operation != Op::multiply) continue;
      m_reads[static_cast<std::size_t>(product)] = 0;
      const Op difference = k == 0 ? Op::productMinus : Op::minusProduct;
      of = {of.operation == Op::add        ? Op::productPlus
            : of.operation == Op::multiply ? Op::productTimes
                                           : difference,
            {factors.of[0], factors.of[1], of.of[1 - k]}};
      return;
    }
  }

  void layOut(std::size_t i) {
    const Recorded& recorded = m_all[i];
    if (recorded.operation == Op::cosine) {
      wasRead(recorded.of[0]);
      return;
    }
    const auto& [a, b, c] = recorded.of;
    TapeStep step{recorded.operation, isConstant(a), isConstant(c), 0, registerOf(a), registerOf(b), registerOf(c)};
    for (const Number operand : recorded.of) wasRead(operand);
    step.to = m_registers[i] = takeRegister();
    if (recorded.operation == Op::sincos) {
      step.b = m_registers[i + 1] = takeRegister();
      if (m_reads[i + 1] == 0) m_free.push_back(step.b);
    }
    m_steps.push_back(step);
  }

  std::uint16_t takeRegister() {
    if (m_free.empty()) {
      assert(m_registerCount < std::numeric_limits<std::uint16_t>::max());
      return static_cast<std::uint16_t>(m_registerCount++);
    }
    const std::uint16_t free = m_free.back();
    m_free.pop_back();
    return free;
  }

  std::vector<Recorded> m_all;
  std::size_t m_constants;
  std::vector<int> m_reads;  // how often each is read from here on
  std::vector<std::uint16_t> m_registers;
  std::vector<std::uint16_t> m_free;
  std::size_t m_registerCount;
  std::vector<TapeStep> m_steps;
};

}  // namespace

RecordedTape::RecordedTape(std::span<const Instruction> program) {
  using J = Gradient<Traced>;
  Recording recording;
  const J x{{recording, 0}, Traced::known(1), Traced::known(0)};
  const J y{{recording, 1}, Traced::known(0), Traced::known(1)};
  const J f = execute(program.data(), program.size(), x, y);
  const std::array<Number, 3> results{f.v.numberIn(recording), f.x.numberIn(recording), f.y.numberIn(recording)};
  Layout layout(recording, results);
  m_steps = layout.takeSteps();
  m_constants = recording.constants();
  m_registers = layout.registerCount();
  m_value = layout.registerOf(results[0]);
  m_x = layout.registerOf(results[1]);
  m_y = layout.registerOf(results[2]);
}

Tape RecordedTape::tape() const {
  return {m_steps.data(), m_steps.size(), m_constants.data(), m_constants.size(), m_registers, m_value, m_x, m_y};
}

}  // namespace ravine
