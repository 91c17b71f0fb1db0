#include "core/loss/formula.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <numbers>

#include "core/loss/formula_program.h"

namespace ravine {
namespace {

// Code points; nothing, and where, if the bytes are not UTF-8.
std::optional<std::u32string> decode(std::string_view text, std::size_t& column) {
  std::u32string characters;
  for (std::size_t i = 0; i < text.size();) {
    const auto lead = static_cast<unsigned char>(text[i]);
    const std::size_t length = lead < 0x80 ? 1 : (lead & 0xe0) == 0xc0 ? 2 : (lead & 0xf0) == 0xe0 ? 3 : 4;
    char32_t c = length == 1 ? lead : lead & (0x7fu >> length);
    bool sound = i + length <= text.size() && (length < 4 || (lead & 0xf8) == 0xf0);
    for (std::size_t k = 1; sound && k < length; ++k) {
      const auto next = static_cast<unsigned char>(text[i + k]);
      sound = (next & 0xc0) == 0x80;
      c = (c << 6) | (next & 0x3fu);
    }
    // Overlong forms, surrogates and what lies beyond Unicode are no characters either.
    constexpr std::array<char32_t, 5> least{0, 0, 0x80, 0x800, 0x10000};
    sound = sound && c >= least[length] && c <= 0x10ffff && !(c >= 0xd800 && c <= 0xdfff);
    if (!sound) {
      column = characters.size() + 1;
      return std::nullopt;
    }
    characters += c;
    i += length;
  }
  return characters;
}

std::string encode(char32_t c) {
  std::string bytes;
  const auto continuation = [&](int shift) { bytes += static_cast<char>(0x80 | ((c >> shift) & 0x3f)); };
  if (c < 0x80) {
    bytes += static_cast<char>(c);
  } else if (c < 0x800) {
    bytes += static_cast<char>(0xc0 | (c >> 6));
    continuation(0);
  } else if (c < 0x10000) {
    bytes += static_cast<char>(0xe0 | (c >> 12));
    continuation(6);
    continuation(0);
  } else {
    bytes += static_cast<char>(0xf0 | (c >> 18));
    continuation(12);
    continuation(6);
    continuation(0);
  }
  return bytes;
}

bool isDigit(char32_t c) {
  return c >= U'0' && c <= U'9';
}
bool isLetter(char32_t c) {
  return (c >= U'a' && c <= U'z') || (c >= U'A' && c <= U'Z');
}
bool isSpace(char32_t c) {
  return c == U' ' || c == U'\t' || c == U'\u00a0';
}

constexpr const char* kOperand = "expected a number, x, y, a letter, a function or (";

}  // namespace

// Recursive descent, one method for each level of precedence. A method gives the number of a node, or kFailed when
// m_problem says why.
class FormulaParser {
 public:
  FormulaParser(std::u32string text, Formula& formula, FormulaProblem& problem)
      : m_text(std::move(text)), m_formula(formula), m_problem(problem) {}

  bool parse() {
    if (sum() == kFailed) return false;
    if (peek() == kEnd) return true;
    if (peek() == U')') return fail(1, "there is no ( for this )", "remove it, or open a ( before") != kFailed;
    return unexpected("expected + − * / ^ or the end") != kFailed;
  }

 private:
  using Operation = Formula::Operation;
  static constexpr int kFailed = -1;
  static constexpr char32_t kEnd = 0xffffffff;  // no character

  char32_t peek() {
    while (m_at < m_text.size() && isSpace(m_text[m_at])) ++m_at;
    return current();
  }
  char32_t current() const { return m_at < m_text.size() ? m_text[m_at] : kEnd; }
  bool take(std::u32string_view any) {
    if (peek() == kEnd || any.find(current()) == any.npos) return false;
    ++m_at;
    return true;
  }

  int fail(std::size_t length, std::string what, std::string mend) {
    m_problem = {m_at + 1, length, std::move(what), std::move(mend)};
    return kFailed;
  }

  // Something stands here that cannot.
  int unexpected(const std::string& expected) {
    const char32_t c = peek();
    if (c == kEnd) return fail(1, "the formula ends here", expected);
    if (c == U'=' || (c == U',' && m_text.find(U'=') != m_text.npos))
      return fail(1, "an = has no place in a formula", "write only what f(x, y) is");
    if (c == U'|') return fail(1, "bars are not known", "write abs(…) for an absolute value");
    if (c == U'√') return fail(1, "the sign √ is not known", "write sqrt(…)");
    if (c == U',') return fail(1, "a comma stands only between the arguments of min and max", "write 1.5 with a point");
    if (c == U'*' && m_at > 0 && m_text[m_at - 1] == U'*') return fail(1, "** is not known", "write ^ for a power");
    if (isDigit(c) || c == U'.') return fail(1, "a number cannot follow here", "write * between");
    if (c < U' ' || c == 0x7f) return fail(1, "an invisible character stands here", "remove it");
    return fail(1, "'" + encode(c) + "' cannot stand here", expected);
  }

  int add(Formula::Node node) {
    m_formula.m_nodes.push_back(node);
    return static_cast<int>(m_formula.m_nodes.size()) - 1;
  }

  int sum() {
    int left = product();
    while (left != kFailed) {
      const Operation operation = take(U"+") ? Operation::add : take(U"-−–") ? Operation::subtract : Operation::number;
      if (operation == Operation::number) break;
      const int right = product();
      if (right == kFailed) return kFailed;
      left = add({operation, left, right});
    }
    return left;
  }

  int product() {
    int left = unary();
    while (left != kFailed) {
      Operation operation = Operation::multiply;
      if (take(U"/÷"))
        operation = Operation::divide;
      else if (!take(U"*·×") && !isLetter(peek()) && current() != U'(' && current() != U'π')
        break;
      const int right = unary();
      if (right == kFailed) return kFailed;
      left = add({operation, left, right});
    }
    return left;
  }

  int unary() {
    if (m_depth > Formula::kDeepestNesting)
      return fail(1, "this is nested too deeply",
                  "nest at most " + std::to_string(Formula::kDeepestNesting) + " levels");
    ++m_depth;
    int node = kFailed;
    if (take(U"-−–")) {
      node = unary();
      if (node != kFailed) node = add({Operation::negate, node});
    } else if (take(U"+")) {
      node = unary();
    } else {
      node = raising();
    }
    --m_depth;
    return node;
  }

  int raising() {
    int base = operand();
    while (base != kFailed && (peek() == U'²' || current() == U'³')) {
      base = add({Operation::raise, base, add({Operation::number, -1, -1, -1, current() == U'²' ? 2.0 : 3.0})});
      ++m_at;
    }
    if (base == kFailed || !take(U"^")) return base;
    const int exponent = unary();
    return exponent == kFailed ? kFailed : add({Operation::raise, base, exponent});
  }

  int operand() {
    const char32_t c = peek();
    if (isDigit(c) || c == U'.') return number();
    if (isLetter(c)) return name();
    if (take(U"π")) return add({Operation::number, -1, -1, -1, std::numbers::pi});
    if (!take(U"(")) return unexpected(kOperand);
    const std::size_t opened = m_at - 1;
    const int inside = sum();
    return inside == kFailed ? kFailed : closed(inside, opened);
  }

  int closed(int inside, std::size_t opened) {
    if (take(U")")) return inside;
    if (peek() != kEnd) return unexpected("expected + − * / ^ or )");
    return fail(1, "the ( in column " + std::to_string(opened + 1) + " is not closed", "expected )");
  }

  int number() {
    std::string digits;
    const std::size_t from = m_at;
    const auto takeDigits = [&] {
      while (isDigit(current())) digits += static_cast<char>(m_text[m_at++]);
    };
    takeDigits();
    if (current() == U'.') {
      digits += '.';
      ++m_at;
      takeDigits();
    }
    // An e begins an exponent only where one follows; otherwise it is the constant, as in 2e.
    if (digits != "." && current() == U'e') {
      std::size_t next = m_at + 1;
      const bool isSigned =
          next < m_text.size() && (m_text[next] == U'-' || m_text[next] == U'+' || m_text[next] == U'−');
      if (isSigned) ++next;
      if (next < m_text.size() && isDigit(m_text[next])) {
        digits += isSigned && m_text[next - 1] != U'+' ? "e-" : "e";
        m_at = next;
        takeDigits();
      }
    }
    double value = 0;
    const auto [end, error] = std::from_chars(digits.data(), digits.data() + digits.size(), value);
    const std::size_t length = m_at - from;
    if (error == std::errc() && end == digits.data() + digits.size())
      return add({Operation::number, -1, -1, -1, value});
    m_at = from;
    if (digits == ".") return fail(1, "a point alone is not a number", "write a number such as 0.5");
    return fail(length, "this number is too large or too small", "write one between 1e-307 and 1e308");
  }

  int name() {
    const std::size_t from = m_at;
    std::string word;
    while (isLetter(current()) || isDigit(current()) || current() == U'_') word += static_cast<char>(m_text[m_at++]);
    if (word == "x") return add({Operation::variableX});
    if (word == "y") return add({Operation::variableY});
    if (word == "e") return add({Operation::number, -1, -1, -1, std::numbers::e});
    if (word == "pi") return add({Operation::number, -1, -1, -1, std::numbers::pi});
    const auto function = std::find(kFunctionNames.begin(), kFunctionNames.end(), word);
    if (function != kFunctionNames.end()) return call(static_cast<int>(function - kFunctionNames.begin()), word);
    if (word == kMin) return callWithTwo(Operation::smaller, word);
    if (word == kMax) return callWithTwo(Operation::larger, word);
    m_at = from;
    if (word == "X" || word == "Y")
      return fail(1, "'" + word + "' is not a variable", "write x and y as small letters");
    if (word.size() > 1) return unknown(word);
    ++m_at;
    auto& known = m_formula.m_parameters;
    const auto parameter = std::find(known.begin(), known.end(), word);
    const auto index = static_cast<int>(parameter - known.begin());
    if (parameter == known.end()) known.push_back(word);
    return add({Operation::parameter, -1, -1, index});
  }

  int unknown(const std::string& word) {
    const std::string what = "there is nothing called '" + word + "'";
    if (word == "ln") return fail(word.size(), what, "write log for the natural logarithm");
    if (word.size() == 2 || isDigit(static_cast<unsigned char>(word[1]))) {
      std::string product = word.substr(0, 1);
      product += word[1] == '_' ? "" : '*' + word.substr(1);
      if (product.find('_') == product.npos && product.size() > 1)
        return fail(word.size(), what,
                    isDigit(static_cast<unsigned char>(word[1])) ? "write " + word.substr(0, 1) + "^" + word.substr(1) +
                                                                       " for a power, " + product + " for a product"
                                                                 : "write " + product + " if you mean a product");
    }
    const auto near = nearestId(word, formulaFunctions());
    return fail(word.size(), what,
                near ? "did you mean '" + *near + "'?" : "use single letters for parameters, and * between factors");
  }

  int call(int function, const std::string& word) {
    if (!take(U"(")) return unexpected("expected ( after " + word);
    const std::size_t opened = m_at - 1;
    const int argument = sum();
    if (argument == kFailed || closed(argument, opened) == kFailed) return kFailed;
    return add({Operation::apply, argument, -1, function});
  }

  int callWithTwo(Operation operation, const std::string& word) {
    if (!take(U"(")) return unexpected("expected ( after " + word);
    const std::size_t opened = m_at - 1;
    const int first = sum();
    if (first == kFailed) return kFailed;
    if (!take(U",")) {
      if (peek() == U')' || peek() == kEnd) return fail(1, word + " needs two arguments", "write " + word + "(…, …)");
      return unexpected("expected a comma: " + word + " takes two arguments");
    }
    const int second = sum();
    if (second != kFailed && peek() == U',')
      return fail(1, word + " takes only two arguments", "write " + word + "(…, …)");
    if (second == kFailed || closed(second, opened) == kFailed) return kFailed;
    return add({operation, first, second});
  }

  std::u32string m_text;
  std::size_t m_at = 0;
  int m_depth = 0;
  Formula& m_formula;
  FormulaProblem& m_problem;
};

Problem FormulaProblem::asProblem() const {
  return {"formula, column " + std::to_string(column), what, mend};
}

std::optional<Formula> Formula::parse(std::string_view text, FormulaProblem& problem) {
  std::size_t column = 1;
  auto characters = decode(text, column);
  if (!characters) {
    problem = {column, 1, "the text is not UTF-8 here", "type the formula anew"};
    return std::nullopt;
  }
  if (characters->size() > kMostCharacters) {
    problem = {kMostCharacters + 1, characters->size() - kMostCharacters, "the formula is too long",
               "use at most " + std::to_string(kMostCharacters) + " characters"};
    return std::nullopt;
  }
  Formula formula;
  if (!FormulaParser(std::move(*characters), formula, problem).parse()) return std::nullopt;
  return formula;
}

const std::vector<std::string>& formulaFunctions() {
  static const std::vector<std::string> names = [] {
    std::vector<std::string> all(kFunctionNames.begin(), kFunctionNames.end());
    all.emplace_back(kMin);
    all.emplace_back(kMax);
    return all;
  }();
  return names;
}

}  // namespace ravine
