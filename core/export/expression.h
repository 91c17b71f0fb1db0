// A formula as an expression that can be differentiated and written as Python. Immutable, shared.
#pragma once

#include <functional>
#include <memory>
#include <string>

#include "core/loss/formula.h"

namespace ravine {

class Expression {
 public:
  // Of x, y and the formula's parameters, by their letters.
  static Expression of(const Formula& formula);

  // ∂/∂x or ∂/∂y, without what is zero or one; where the function has a kink, that of one side.
  Expression derivative(char variable) const;

  enum class Dialect { numpy, torch };
  std::string python(Dialect dialect) const;
  // Its functions that Python has not: "sigmoid".
  bool uses(std::string_view function) const;

 private:
  struct Node;
  using NodePtr = std::shared_ptr<const Node>;
  friend struct ExpressionMaker;
  friend struct ExpressionWriter;

  explicit Expression(NodePtr node) : m_node(std::move(node)) {}

  NodePtr m_node;
};

}  // namespace ravine
