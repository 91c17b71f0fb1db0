#include <cassert>
#include <optional>

#include "core/loss/formula_program.h"
#include "core/loss/generic_function.h"

namespace ravine {

std::shared_ptr<const LossFunction> Formula::bind(std::span<const double> parameters) const {
  assert(parameters.size() == m_parameters.size());
  // What depends on neither x nor y becomes a number here, once; the rest follows in the order of the nodes.
  std::vector<std::optional<double>> constants(m_nodes.size());
  std::vector<Instruction> code;
  const auto constantOf = [&](int node) { return node < 0 ? std::nullopt : constants[static_cast<std::size_t>(node)]; };
  for (std::size_t n = 0; n < m_nodes.size(); ++n) {
    const Node& node = m_nodes[n];
    const auto a = constantOf(node.left);
    const auto b = constantOf(node.right);
    std::optional<double>& result = constants[n];
    // One operand constant: `withRight` if it is the right one, `withLeft` if the left.
    const auto emit = [&](Code both, Code withRight, Code withLeft) {
      code.push_back(b ? Instruction{withRight, *b} : a ? Instruction{withLeft, *a} : Instruction{both});
    };
    switch (node.operation) {
      case Operation::number:
        result = node.number;
        break;
      case Operation::parameter:
        result = parameters[static_cast<std::size_t>(node.index)];
        break;
      case Operation::variableX:
        code.push_back({Code::pushX});
        break;
      case Operation::variableY:
        code.push_back({Code::pushY});
        break;
      case Operation::add:
        if (a && b)
          result = *a + *b;
        else
          emit(Code::add, Code::addConstant, Code::addConstant);
        break;
      case Operation::subtract:
        if (a && b)
          result = *a - *b;
        else if (b)
          code.push_back({Code::addConstant, -*b});
        else
          code.push_back(a ? Instruction{Code::constantMinus, *a} : Instruction{Code::subtract});
        break;
      case Operation::multiply:
        if (a && b)
          result = *a * *b;
        else
          emit(Code::multiply, Code::multiplyConstant, Code::multiplyConstant);
        break;
      case Operation::divide:
        if (a && b)
          result = *a / *b;
        else
          emit(Code::divide, Code::divideByConstant, Code::constantOver);
        break;
      case Operation::raise:
        if (a && b)
          result = raised(*a, *b);
        else if (b && isWhole(*b))
          code.push_back({Code::raiseToWhole, 0, static_cast<int>(*b)});
        else
          emit(Code::raise, Code::raiseToConstant, Code::constantRaised);
        break;
      case Operation::smaller:
        if (a && b)
          result = smaller(*a, *b);
        else
          emit(Code::smaller, Code::smallerConstant, Code::constantSmaller);
        break;
      case Operation::larger:
        if (a && b)
          result = larger(*a, *b);
        else
          emit(Code::larger, Code::largerConstant, Code::constantLarger);
        break;
      case Operation::negate:
        if (a)
          result = -*a;
        else
          code.push_back({Code::negate});
        break;
      case Operation::apply:
        if (a)
          result = apply(static_cast<FormulaFunction>(node.index), *a);
        else
          code.push_back({Code::apply, 0, node.index});
        break;
    }
  }
  if (constants.back()) code.push_back({Code::pushConstant, *constants.back()});
  return asLossFunction(Program(std::move(code)));
}

}  // namespace ravine
