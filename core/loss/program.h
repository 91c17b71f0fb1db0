// What a typed formula becomes: instructions for a stack machine that works for numbers, packs and jets alike. Light
// enough for kernels.
#pragma once

#include <cstddef>

#include "core/base/activation.h"
#include "core/base/jet.h"

namespace ravine {

// Functions of one argument; their names stand in the same order in formula_program.h.
enum class FormulaFunction {
  sin,
  cos,
  tan,
  asin,
  acos,
  atan,
  sinh,
  cosh,
  tanh,
  exp,
  log,
  log10,
  sqrt,
  abs,
  sigmoid,
  relu,
  softplus
};
template <typename T>
T apply(FormulaFunction function, const T& u) {
  switch (function) {
    case FormulaFunction::sin:
      return sin(u);
    case FormulaFunction::cos:
      return cos(u);
    case FormulaFunction::tan:
      return tan(u);
    case FormulaFunction::asin:
      return asin(u);
    case FormulaFunction::acos:
      return acos(u);
    case FormulaFunction::atan:
      return atan(u);
    case FormulaFunction::sinh:
      return sinh(u);
    case FormulaFunction::cosh:
      return cosh(u);
    case FormulaFunction::tanh:
      return tanh(u);
    case FormulaFunction::exp:
      return exp(u);
    case FormulaFunction::log:
      return log(u);
    case FormulaFunction::log10:
      return log10(u);
    case FormulaFunction::sqrt:
      return sqrt(u);
    case FormulaFunction::abs:
      return abs(u);
    case FormulaFunction::sigmoid:
      return sigmoid(u);
    case FormulaFunction::relu:
      return relu(u);
    case FormulaFunction::softplus:
      return softplus(u);
  }
  return u;
}

enum class Code : unsigned char {
  pushConstant,
  pushX,
  pushY,
  add,
  subtract,
  multiply,
  divide,
  raise,
  smaller,
  larger,
  negate,
  apply,
  // The other operand is the constant c of the instruction.
  addConstant,
  constantMinus,
  multiplyConstant,
  divideByConstant,
  constantOver,
  raiseToWhole,
  raiseToConstant,
  constantRaised,
  smallerConstant,
  constantSmaller,
  largerConstant,
  constantLarger,
};

struct Instruction {
  Code code;
  double constant = 0;
  int whole = 0;  // an exponent, or the number of a function
};

inline constexpr int kDeepestNesting = 60;  // of brackets and functions
// More than the deepest nesting can pile up: a sum, a product and a power wait on each level.
inline constexpr std::size_t kStackSize = std::size_t{4} * (kDeepestNesting + 2);
inline constexpr double kLargestWholeExponent = 64;

// The value of a program at (x, y).
template <typename T>
T execute(const Instruction* code, std::size_t count, const T& x, const T& y) {
  T stack[kStackSize + 1];  // the first stands for nothing
  T* top = stack;
  for (const Instruction* at = code; at != code + count; ++at) {
    const Instruction& i = *at;
    switch (i.code) {
      case Code::pushConstant:
        *++top = T(i.constant);
        break;
      case Code::pushX:
        *++top = x;
        break;
      case Code::pushY:
        *++top = y;
        break;
      case Code::add:
        --top;
        *top = top[0] + top[1];
        break;
      case Code::subtract:
        --top;
        *top = top[0] - top[1];
        break;
      case Code::multiply:
        --top;
        *top = top[0] * top[1];
        break;
      case Code::divide:
        --top;
        *top = top[0] / top[1];
        break;
      case Code::raise:
        --top;
        *top = pow(top[0], top[1]);
        break;
      case Code::smaller:
        --top;
        *top = smaller(top[0], top[1]);
        break;
      case Code::larger:
        --top;
        *top = larger(top[0], top[1]);
        break;
      case Code::negate:
        *top = -*top;
        break;
      case Code::apply:
        *top = apply(static_cast<FormulaFunction>(i.whole), *top);
        break;
      case Code::addConstant:
        *top = *top + i.constant;
        break;
      case Code::constantMinus:
        *top = i.constant - *top;
        break;
      case Code::multiplyConstant:
        *top = i.constant * *top;
        break;
      case Code::divideByConstant:
        *top = *top / i.constant;
        break;
      case Code::constantOver:
        *top = i.constant / *top;
        break;
      case Code::raiseToWhole:
        *top = i.whole == 2 ? square(*top) : power(*top, i.whole);
        break;
      case Code::raiseToConstant:
        if constexpr (requires { pow(*top, i.constant); })
          *top = pow(*top, i.constant);
        else
          *top = pow(*top, T(i.constant));
        break;
      case Code::constantRaised:
        if constexpr (requires { pow(i.constant, *top); })
          *top = pow(i.constant, *top);
        else
          *top = pow(T(i.constant), *top);
        break;
      case Code::smallerConstant:
        *top = smaller(*top, T(i.constant));
        break;
      case Code::constantSmaller:
        *top = smaller(T(i.constant), *top);
        break;
      case Code::largerConstant:
        *top = larger(*top, T(i.constant));
        break;
      case Code::constantLarger:
        *top = larger(T(i.constant), *top);
        break;
    }
  }
  return *top;
}

}  // namespace ravine
