// Computes what a tape says, for numbers as for packs of them. Light enough for kernels.
#pragma once

#include <concepts>
#include <cstddef>

#include "core/base/elementary.h"
#include "core/base/pair.h"
#include "core/loss/tape.h"

namespace ravine {

// At how many places at once kernels play a tape, so that one reading of a step serves all of them.
inline constexpr std::size_t kPlacesPlayed = 128;

template <class T>
inline constexpr std::size_t kNumbersOf = sizeof(T) / sizeof(double);
template <class T>
T loaded(const double* from) {
  if constexpr (std::same_as<T, double>)
    return *from;
  else
    return T::load(from);
}
template <class T>
void stored(const T& value, double* to) {
  if constexpr (std::same_as<T, double>)
    *to = value;
  else
    value.store(to);
}

// Registers hold `count` T each, one after the other.
template <class T, std::size_t count>
void putConstants(const Tape& tape, double* registers) {
  double* to = registers + Tape::kConstants * count * kNumbersOf<T>;
  for (std::size_t i = 0; i < tape.constantCount; ++i)
    for (std::size_t k = 0; k < count; ++k, to += kNumbersOf<T>) stored(T(tape.constants[i]), to);
}

// Precondition: x and y are in their registers, and the constants.
template <class T, std::size_t count>
[[gnu::noinline, gnu::flatten]] void play(const Tape& tape, double* registers) {
  constexpr std::size_t numbers = count * kNumbersOf<T>;  // of a register
  const TapeStep* end = tape.steps + tape.length;
  for (const TapeStep* s = tape.steps; s != end; ++s) {
    double* const to = registers + s->to * numbers;
    const double* const ofA = registers + s->a * numbers;
    double* const ofB = registers + s->b * numbers;
    const double* const ofC = registers + s->c * numbers;
    const auto each = [=](auto operation) {
      for (std::size_t k = 0; k < numbers; k += kNumbersOf<T>)
        stored(operation(loaded<T>(ofA + k), loaded<T>(ofB + k), loaded<T>(ofC + k)), to + k);
    };
    // Constants are read once for all places.
    const auto eachWithConstants = [=](auto operation) {
      const T a = loaded<T>(ofA);
      const T c = loaded<T>(ofC);
      if (count == 1 || (!s->isAConstant && !s->isCConstant))
        each(operation);
      else if (!s->isCConstant)
        each([=](const T&, const T& b, const T& ofPlace) { return operation(a, b, ofPlace); });
      else if (!s->isAConstant)
        each([=](const T& ofPlace, const T& b, const T&) { return operation(ofPlace, b, c); });
      else
        each([=](const T&, const T& b, const T&) { return operation(a, b, c); });
    };
    switch (s->operation) {
#define RAVINE_TAPE(how, name, of)                                                                       \
  case TapeOperation::name:                                                                              \
    how([]([[maybe_unused]] const T& a, [[maybe_unused]] const T& b, [[maybe_unused]] const T& c) -> T { \
      return of;                                                                                         \
    });                                                                                                  \
    break;
      RAVINE_TAPE(eachWithConstants, add, a + b)
      RAVINE_TAPE(eachWithConstants, subtract, a - b)
      RAVINE_TAPE(eachWithConstants, multiply, a * b)
      RAVINE_TAPE(eachWithConstants, divide, a / b)
      RAVINE_TAPE(each, negate, -a)
      RAVINE_TAPE(eachWithConstants, productPlus, a * b + c)
      RAVINE_TAPE(eachWithConstants, productMinus, a * b - c)
      RAVINE_TAPE(eachWithConstants, minusProduct, c - a * b)
      RAVINE_TAPE(eachWithConstants, productTimes, a * b * c)
      RAVINE_TAPE(each, less, select(a < b, T(1.0), T(0.0)))
      RAVINE_TAPE(each, differ, select(a != b, T(1.0), T(0.0)))
      RAVINE_TAPE(each, either, select((a != T(0.0)) | (b != T(0.0)), T(1.0), T(0.0)))
      RAVINE_TAPE(each, select, select(a != T(0.0), b, c))
      RAVINE_TAPE(each, abs, abs(a))
      RAVINE_TAPE(each, sqrt, sqrt(a))
      RAVINE_TAPE(each, exp, exp(a))
      RAVINE_TAPE(each, log, log(a))
      RAVINE_TAPE(each, log10, log10(a))
      RAVINE_TAPE(each, tan, tan(a))
      RAVINE_TAPE(each, asin, asin(a))
      RAVINE_TAPE(each, acos, acos(a))
      RAVINE_TAPE(each, atan, atan(a))
      RAVINE_TAPE(each, sinh, sinh(a))
      RAVINE_TAPE(each, cosh, cosh(a))
      RAVINE_TAPE(each, tanh, tanh(a))
      RAVINE_TAPE(each, pow, pow(a, b))
#undef RAVINE_TAPE
      case TapeOperation::sincos:
        for (std::size_t k = 0; k < numbers; k += kNumbersOf<T>) {
          const SinCos<T> both = sincos(loaded<T>(ofA + k));
          stored(both.sin, to + k);
          stored(both.cos, ofB + k);
        }
        break;
      case TapeOperation::cosine:
        break;
    }
  }
}

}  // namespace ravine
