// A loss function typed as text, such as "0.5*(a*x^2 + b*y^2)": read once, then evaluated through the same jets and
// packs as the catalogue's own formulas.
//
// There are + − * / ^ with the usual precedence (−x^2 is −(x^2), ^ binds to the right), parentheses, numbers such as
// 1e-3, the variables x and y, the constants pi and e, the functions in formulaFunctions(), and products without a sign
// as in 2x or 3(x + 1), which bind like *. Every other single letter is a parameter. The characters − · × ÷ π ² ³ are
// understood too. Limits on length and nesting bound the time and the stack that any text can take.
#pragma once

#include <memory>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "core/loss/loss_function.h"

namespace ravine {

// Columns count characters, not bytes; the first is 1. The column after the last stands for the end of the text.
struct FormulaProblem {
  std::size_t column = 1;
  std::size_t length = 1;  // of the part that is wrong, in characters
  Message what = {};
  Message mend = {};

  // With `where` "formula, column 7".
  Problem asProblem() const;
};

class Formula {
 public:
  static constexpr std::size_t kMostCharacters = 500;

  // `text` is UTF-8. Nothing, and the first problem from the left, if it is not a formula.
  static std::optional<Formula> parse(std::string_view text, FormulaProblem& problem);

  // The free letters, in the order in which they first appear.
  const std::vector<std::string>& parameters() const { return m_parameters; }

  bool hasY() const;  // the variable y is in it

  // The function with numbers for its parameters, in their order.
  std::shared_ptr<const LossFunction> bind(std::span<const double> parameters) const;

  enum class Operation : unsigned char {
    number,
    parameter,
    variableX,
    variableY,
    add,
    subtract,
    multiply,
    divide,
    raise,
    smaller,
    larger,
    negate,
    apply,  // the function number `index` to `left`
  };
  struct Node {
    Operation operation;
    int left = -1;  // nodes, always earlier ones
    int right = -1;
    int index = -1;  // of the parameter or function
    double number = 0;
  };
  // Operands before their operation; the last one is the whole formula.
  const std::vector<Node>& nodes() const { return m_nodes; }

 private:
  friend class FormulaParser;

  std::vector<Node> m_nodes;
  std::vector<std::string> m_parameters;
};

// The names of the functions of one argument, and of two: "min", "max".
const std::vector<std::string>& formulaFunctions();

}  // namespace ravine
