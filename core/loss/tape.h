// The value and the gradient of a typed formula as straight-line code, one operation after the other, each with a
// number of its own (a Wengert list: Griewank & Walther 2008), so that many places can be computed with at each of
// them.
#pragma once

#include <cstddef>
#include <cstdint>

namespace ravine {

enum class TapeOperation : unsigned char {
  add,           // a + b
  subtract,      // a − b
  multiply,      // a b
  divide,        // a / b
  negate,        // −a
  productPlus,   // a b + c, each rounded
  productMinus,  // a b − c
  minusProduct,  // c − a b
  productTimes,  // a b c, from the left
  less,          // 1 where a < b, otherwise 0
  differ,        // 1 where a ≠ b, otherwise 0
  either,        // 1 where a or b is not 0, otherwise 0
  select,        // b where a is not 0, otherwise c
  abs,
  sqrt,
  exp,
  log,
  log10,
  sincos,  // the cosine into b
  cosine,  // that of a sincos: only while a tape is made
  tan,
  asin,
  acos,
  atan,
  sinh,
  cosh,
  tanh,
  pow,
};

// Registers: where the result goes, and the operands, as far as the operation has them.
struct TapeStep {
  TapeOperation operation;
  bool isAConstant = false;
  bool isCConstant = false;
  std::uint16_t to = 0, a = 0, b = 0, c = 0;
};

// Refers to what somebody recorded. The first two registers are x and y, then come the constants.
struct Tape {
  static constexpr std::size_t kConstants = 2;

  const TapeStep* steps = nullptr;
  std::size_t length = 0;
  const double* constants = nullptr;
  std::size_t constantCount = 0;
  std::size_t registers = 0;              // all of them
  std::uint16_t value = 0, x = 0, y = 0;  // where the value and its derivatives are at the end
};

}  // namespace ravine
