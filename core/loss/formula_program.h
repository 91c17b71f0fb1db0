// A formula once it is read. Included only by the files that read and bind formulas.
#pragma once

#include <array>
#include <cmath>
#include <string_view>
#include <vector>

#include "core/loss/formula.h"
#include "core/loss/program.h"
#include "core/loss/recorded_tape.h"

namespace ravine {

inline constexpr std::array<std::string_view, 17> kFunctionNames{"sin",  "cos",  "tan",     "asin", "acos",    "atan",
                                                                 "sinh", "cosh", "tanh",    "exp",  "log",     "log10",
                                                                 "sqrt", "abs",  "sigmoid", "relu", "softplus"};
inline constexpr std::string_view kMin = "min";
inline constexpr std::string_view kMax = "max";

// The instructions of a stack machine, which works for double, packs and jets alike; gradients come from its tape.
class Program {
 public:
  explicit Program(std::vector<Instruction> code) : m_code(std::move(code)), m_gradient(m_code) {}

  template <typename T>
  T operator()(const T& x, const T& y) const {
    return execute(m_code.data(), m_code.size(), x, y);
  }
  Gradient<double> gradient(double x, double y) const;
  void gradients(const Places& places, const GradientsTo& to) const;
  Tape kernelFormula() const { return m_gradient.tape(); }

 private:
  std::vector<Instruction> m_code;
  RecordedTape m_gradient;
};

inline bool isWhole(double exponent) {
  return exponent == std::floor(exponent) && std::abs(exponent) <= kLargestWholeExponent;
}

inline double raised(double base, double exponent) {
  return isWhole(exponent) ? power(base, static_cast<int>(exponent)) : pow(base, exponent);
}

}  // namespace ravine
