#include "core/export/expression.h"

#include <array>
#include <cmath>
#include <numbers>
#include <vector>

#include "core/base/parameters.h"

namespace ravine {

struct Expression::Node {
  enum class Kind { number, variable, parameter, sum, difference, product, quotient, power, negative, call, choice };

  Kind kind;
  double number = 0;
  std::string name = {};  // of a variable, parameter or function; "<" or ">" of a choice
  NodePtr a = {};
  NodePtr b = {};
  // Of a choice: a where b < c (or b > c), otherwise d.
  NodePtr c = {};
  NodePtr d = {};
};

// Makes nodes, simplified where that is obvious.
struct ExpressionMaker {
  using Node = Expression::Node;
  using NodePtr = Expression::NodePtr;
  using Kind = Node::Kind;

  static NodePtr make(Node node) { return std::make_shared<const Node>(std::move(node)); }
  static NodePtr number(double value) { return make({.kind = Kind::number, .number = value}); }
  static bool is(const NodePtr& node, double value) { return node->kind == Kind::number && node->number == value; }
  static bool isNumber(const NodePtr& node) { return node->kind == Kind::number; }

  static NodePtr negative(const NodePtr& a) {
    if (isNumber(a)) return number(-a->number);
    if (a->kind == Kind::negative) return a->a;
    return make({.kind = Kind::negative, .a = a});
  }
  static NodePtr sum(const NodePtr& a, const NodePtr& b) {
    if (is(a, 0)) return b;
    if (is(b, 0)) return a;
    if (isNumber(a) && isNumber(b)) return number(a->number + b->number);
    if (b->kind == Kind::negative) return difference(a, b->a);
    return make({.kind = Kind::sum, .a = a, .b = b});
  }
  static NodePtr difference(const NodePtr& a, const NodePtr& b) {
    if (is(b, 0)) return a;
    if (is(a, 0)) return negative(b);
    if (isNumber(a) && isNumber(b)) return number(a->number - b->number);
    if (b->kind == Kind::negative) return sum(a, b->a);
    return make({.kind = Kind::difference, .a = a, .b = b});
  }
  static NodePtr product(const NodePtr& a, const NodePtr& b) {
    if (is(a, 0) || is(b, 0)) return number(0);
    if (is(a, 1)) return b;
    if (is(b, 1)) return a;
    if (is(a, -1)) return negative(b);
    if (isNumber(a) && isNumber(b)) return number(a->number * b->number);
    if (isNumber(b)) return product(b, a);
    if (a->kind == Kind::negative) return negative(product(a->a, b));
    if (b->kind == Kind::negative) return negative(product(a, b->a));
    if (isNumber(a) && b->kind == Kind::product && isNumber(b->a))
      return product(number(a->number * b->a->number), b->b);
    if (!isNumber(a) && b->kind == Kind::product && isNumber(b->a)) return product(b->a, product(a, b->b));
    return make({.kind = Kind::product, .a = a, .b = b});
  }
  static NodePtr quotient(const NodePtr& a, const NodePtr& b) {
    if (is(a, 0) && !is(b, 0)) return number(0);
    if (is(b, 1)) return a;
    return make({.kind = Kind::quotient, .a = a, .b = b});
  }
  static NodePtr power(const NodePtr& a, const NodePtr& b) {
    if (is(b, 1)) return a;
    if (is(b, 0)) return number(1);
    return make({.kind = Kind::power, .a = a, .b = b});
  }
  static NodePtr call(const std::string& name, const NodePtr& a) {
    return make({.kind = Kind::call, .name = name, .a = a});
  }
  static NodePtr square(const NodePtr& a) { return power(a, number(2)); }

  // b where a < c, by whichever comparison.
  static NodePtr choice(const NodePtr& then, const NodePtr& left, const std::string& comparison, const NodePtr& right,
                        const NodePtr& otherwise) {
    if (isNumber(then) && isNumber(otherwise) && then->number == otherwise->number) return then;
    return make({.kind = Kind::choice, .name = comparison, .a = then, .b = left, .c = right, .d = otherwise});
  }

  // f′(u) of a function of one argument; null for one that is not known.
  static NodePtr outerDerivative(const std::string& f, const NodePtr& u) {
    const NodePtr one = number(1);
    if (f == "sin") return call("cos", u);
    if (f == "cos") return negative(call("sin", u));
    if (f == "tan") return sum(one, square(call("tan", u)));
    if (f == "asin") return quotient(one, call("sqrt", difference(one, square(u))));
    if (f == "acos") return negative(quotient(one, call("sqrt", difference(one, square(u)))));
    if (f == "atan") return quotient(one, sum(one, square(u)));
    if (f == "sinh") return call("cosh", u);
    if (f == "cosh") return call("sinh", u);
    if (f == "tanh") return difference(one, square(call("tanh", u)));
    if (f == "exp") return call("exp", u);
    if (f == "log") return quotient(one, u);
    if (f == "log10") return quotient(number(1 / std::numbers::ln10), u);
    if (f == "sqrt") return quotient(number(0.5), call("sqrt", u));
    if (f == "abs") return call("sign", u);
    if (f == "sigmoid") return product(call("sigmoid", u), difference(one, call("sigmoid", u)));
    if (f == "relu") return call("heaviside", u);
    if (f == "softplus") return call("sigmoid", u);
    if (f == "sign" || f == "heaviside") return number(0);
    return nullptr;
  }

  static NodePtr derivative(const NodePtr& node, const std::string& variable) {
    const auto d = [&](const NodePtr& each) { return derivative(each, variable); };
    switch (node->kind) {
      case Kind::number:
      case Kind::parameter:
        return number(0);
      case Kind::variable:
        return number(node->name == variable ? 1 : 0);
      case Kind::sum:
        return sum(d(node->a), d(node->b));
      case Kind::difference:
        return difference(d(node->a), d(node->b));
      case Kind::product:
        return sum(product(d(node->a), node->b), product(node->a, d(node->b)));
      case Kind::quotient: {
        const NodePtr db = d(node->b);
        const NodePtr first = quotient(d(node->a), node->b);
        if (is(db, 0)) return first;
        return difference(first, quotient(product(node->a, db), square(node->b)));
      }
      case Kind::power:
        return derivativeOfPower(node, d(node->a), d(node->b));
      case Kind::negative:
        return negative(d(node->a));
      case Kind::call: {
        const NodePtr inner = d(node->a);
        if (is(inner, 0)) return inner;
        return product(inner, outerDerivative(node->name, node->a));
      }
      case Kind::choice:
        return choice(d(node->a), node->b, node->name, node->c, d(node->d));
    }
    return nullptr;
  }

  static NodePtr derivativeOfPower(const NodePtr& node, const NodePtr& da, const NodePtr& db) {
    const NodePtr& base = node->a;
    const NodePtr& exponent = node->b;
    const NodePtr less = isNumber(exponent) ? number(exponent->number - 1) : difference(exponent, number(1));
    const NodePtr ofBase = is(da, 0) ? da : product(exponent, product(power(base, less), da));
    if (is(db, 0)) return ofBase;
    return sum(ofBase, product(node, product(call("log", base), db)));
  }

  static NodePtr of(const Formula& formula) {
    using Operation = Formula::Operation;
    std::vector<NodePtr> made;
    for (const Formula::Node& node : formula.nodes()) {
      const auto operand = [&](int index) { return made[static_cast<std::size_t>(index)]; };
      switch (node.operation) {
        case Operation::number:
          made.push_back(number(node.number));
          break;
        case Operation::parameter:
          made.push_back(
              make({.kind = Kind::parameter, .name = formula.parameters()[static_cast<std::size_t>(node.index)]}));
          break;
        case Operation::variableX:
        case Operation::variableY:
          made.push_back(make({.kind = Kind::variable, .name = node.operation == Operation::variableX ? "x" : "y"}));
          break;
        case Operation::add:
          made.push_back(sum(operand(node.left), operand(node.right)));
          break;
        case Operation::subtract:
          made.push_back(difference(operand(node.left), operand(node.right)));
          break;
        case Operation::multiply:
          made.push_back(product(operand(node.left), operand(node.right)));
          break;
        case Operation::divide:
          made.push_back(quotient(operand(node.left), operand(node.right)));
          break;
        case Operation::raise:
          made.push_back(power(operand(node.left), operand(node.right)));
          break;
        case Operation::smaller:
        case Operation::larger:
          made.push_back(choice(operand(node.left), operand(node.left),
                                node.operation == Operation::smaller ? "<" : ">", operand(node.right),
                                operand(node.right)));
          break;
        case Operation::negate:
          made.push_back(negative(operand(node.left)));
          break;
        case Operation::apply:
          made.push_back(call(formulaFunctions()[static_cast<std::size_t>(node.index)], operand(node.left)));
          break;
      }
    }
    return made.back();
  }
};

// Writes with as few parentheses as Python needs.
struct ExpressionWriter {
  using Node = Expression::Node;
  using NodePtr = Expression::NodePtr;
  using Kind = Node::Kind;

  enum Strength { kSum, kProduct, kSign, kPower, kAtom };

  Expression::Dialect dialect;

  bool isTorch() const { return dialect == Expression::Dialect::torch; }

  static bool isConstant(const NodePtr& node) {
    for (const NodePtr& part : {node->a, node->b, node->c, node->d})
      if (part && !isConstant(part)) return false;
    return node->kind != Kind::variable;
  }

  static Strength strengthOf(const NodePtr& node) {
    switch (node->kind) {
      case Kind::sum:
      case Kind::difference:
        return kSum;
      case Kind::product:
      case Kind::quotient:
        return kProduct;
      case Kind::negative:
        return kSign;
      case Kind::power:
        return kPower;
      case Kind::number:
        return node->number < 0 ? kSign : kAtom;
      default:
        return kAtom;
    }
  }

  std::string in(const NodePtr& node, int least) const {
    const std::string text = write(node);
    return strengthOf(node) < least ? '(' + text + ')' : text;
  }

  std::string numberText(double value) const {
    if (value == std::numbers::pi) return isTorch() ? "math.pi" : "np.pi";
    if (value == std::numbers::e) return isTorch() ? "math.e" : "np.e";
    return shortestText(value);
  }

  // Functions whose name or home is not simply numpy's.
  std::string callText(const NodePtr& node) const {
    const std::string argument = '(' + write(node->a) + ')';
    const std::string& f = node->name;
    if (f == "sigmoid") return isTorch() ? "torch.sigmoid(" + tensor(node->a) + ')' : f + argument;
    if (f == "softplus")
      return isTorch() ? "torch.nn.functional.softplus(" + tensor(node->a) + ')'
                       : "np.logaddexp(0, " + write(node->a) + ')';
    if (f == "relu") return isTorch() ? "torch.relu(" + tensor(node->a) + ')' : "np.maximum(0, " + write(node->a) + ')';
    if (f == "heaviside") return "np.heaviside(" + write(node->a) + ", 0)";
    std::string name = f;
    constexpr std::array<std::string_view, 3> arcs{"asin", "acos", "atan"};
    if (isTorch() && isConstant(node)) return f == "abs" ? f + argument : "math." + f + argument;
    if (!isTorch())
      for (const std::string_view arc : arcs)
        if (f == arc) name = "arc" + f.substr(1);
    return (isTorch() ? "torch." : "np.") + name + argument;
  }

  std::string tensor(const NodePtr& node) const {
    return isConstant(node) ? "torch.tensor(float(" + write(node) + "))" : write(node);
  }

  std::string choiceText(const NodePtr& node) const {
    const bool isMinOrMax = node->a == node->b && node->c == node->d;
    const std::string home = isTorch() ? "torch." : "np.";
    const auto part = [&](const NodePtr& each) { return isTorch() ? tensor(each) : write(each); };
    if (isMinOrMax)
      return home + (node->name == "<" ? "minimum(" : "maximum(") + part(node->a) + ", " + part(node->d) + ')';
    return home + "where(" + in(node->b, kSum) + ' ' + node->name + ' ' + in(node->c, kSum) + ", " + part(node->a) +
           ", " + part(node->d) + ')';
  }

  std::string write(const NodePtr& node) const {
    switch (node->kind) {
      case Kind::number:
        return numberText(node->number);
      case Kind::variable:
      case Kind::parameter:
        return node->name;
      case Kind::sum:
        return in(node->a, kSum) + " + " + in(node->b, kSum);
      case Kind::difference:
        return in(node->a, kSum) + " - " + in(node->b, kProduct);
      case Kind::product:
        return in(node->a, kProduct) + " * " + in(node->b, kProduct + (node->b->kind == Kind::quotient ? 1 : 0));
      case Kind::quotient:
        return in(node->a, kProduct) + " / " + in(node->b, kSign);
      case Kind::negative:
        return '-' + in(node->a, kProduct);
      case Kind::power:
        return in(node->a, kAtom) + "**" + in(node->b, kAtom);
      case Kind::call:
        return callText(node);
      case Kind::choice:
        return choiceText(node);
    }
    return {};
  }

  static bool uses(const NodePtr& node, std::string_view function) {
    if (!node) return false;
    if (node->kind == Kind::call && node->name == function) return true;
    for (const NodePtr& part : {node->a, node->b, node->c, node->d})
      if (uses(part, function)) return true;
    return false;
  }
};

Expression Expression::of(const Formula& formula) {
  return Expression(ExpressionMaker::of(formula));
}

Expression Expression::derivative(char variable) const {
  return Expression(ExpressionMaker::derivative(m_node, std::string(1, variable)));
}

std::string Expression::python(Dialect dialect) const {
  return ExpressionWriter{dialect}.write(m_node);
}

bool Expression::uses(std::string_view function) const {
  return ExpressionWriter::uses(m_node, function);
}

}  // namespace ravine
