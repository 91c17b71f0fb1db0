#include "core/loss/formula.h"

#include <algorithm>
#include <charconv>
#include <numbers>

#include "core/base/utf8.h"
#include "core/loss/formula_program.h"

namespace ravine {
namespace {

// Code points; nothing, and where, if the bytes are not UTF-8.
std::optional<std::u32string> decode(std::string_view text, std::size_t& column) {
  std::u32string characters;
  while (!text.empty()) {
    const auto first = firstCharacter(text);
    if (!first) {
      column = characters.size() + 1;
      return std::nullopt;
    }
    characters += first->character;
    text.remove_prefix(first->bytes);
  }
  return characters;
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

Message writeWithTwoArguments(const std::string& function) {
  return CORE_TEXT("Formula", "write %1(…, …)").with(function);
}

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
    if (peek() == U')')
      return fail(1, CORE_TEXT("Formula", "there is no ( for this )"),
                  CORE_TEXT("Formula", "remove it, or open a ( before")) != kFailed;
    return unexpected(CORE_TEXT("Formula", "expected + − * / ^ or the end")) != kFailed;
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

  int fail(std::size_t length, Message what, Message mend) {
    m_problem = {m_at + 1, length, std::move(what), std::move(mend)};
    return kFailed;
  }

  // Something stands here that cannot.
  int unexpected(const Message& expected) {
    const char32_t c = peek();
    if (c == kEnd) return fail(1, CORE_TEXT("Formula", "the formula ends here"), expected);
    if (c == U'=' || (c == U',' && m_text.find(U'=') != m_text.npos))
      return fail(1, CORE_TEXT("Formula", "an = has no place in a formula"),
                  CORE_TEXT("Formula", "write only what f(x, y) is"));
    if (c == U'|')
      return fail(1, CORE_TEXT("Formula", "bars are not known"),
                  CORE_TEXT("Formula", "write abs(…) for an absolute value"));
    if (c == U'√')
      return fail(1, CORE_TEXT("Formula", "the sign √ is not known"), CORE_TEXT("Formula", "write sqrt(…)"));
    if (c == U',')
      return fail(1, CORE_TEXT("Formula", "a comma stands only between the arguments of min and max"),
                  CORE_TEXT("Formula", "write 1.5 with a point"));
    if (c == U'*' && m_at > 0 && m_text[m_at - 1] == U'*')
      return fail(1, CORE_TEXT("Formula", "** is not known"), CORE_TEXT("Formula", "write ^ for a power"));
    if (isDigit(c) || c == U'.')
      return fail(1, CORE_TEXT("Formula", "a number cannot follow here"), CORE_TEXT("Formula", "write * between"));
    if (c < U' ' || c == 0x7f)
      return fail(1, CORE_TEXT("Formula", "an invisible character stands here"), CORE_TEXT("Formula", "remove it"));
    return fail(1, CORE_TEXT("Formula", "'%1' cannot stand here").with(excerpt(asUtf8(c))), expected);
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
    if (m_depth > kDeepestNesting)
      return fail(1, CORE_TEXT("Formula", "this is nested too deeply"),
                  CORE_TEXT("Formula", "nest at most %1 levels").with(kDeepestNesting));
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
    if (!take(U"(")) return unexpected(CORE_TEXT("Formula", "expected a number, x, y, a letter, a function or ("));
    const std::size_t opened = m_at - 1;
    const int inside = sum();
    return inside == kFailed ? kFailed : closed(inside, opened);
  }

  int closed(int inside, std::size_t opened) {
    if (take(U")")) return inside;
    if (peek() != kEnd) return unexpected(CORE_TEXT("Formula", "expected + − * / ^ or )"));
    return fail(1, CORE_TEXT("Formula", "the ( in column %1 is not closed").with(opened + 1),
                CORE_TEXT("Formula", "expected )"));
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
    if (digits == ".")
      return fail(1, CORE_TEXT("Formula", "a point alone is not a number"),
                  CORE_TEXT("Formula", "write a number such as 0.5"));
    return fail(length, CORE_TEXT("Formula", "this number is too large or too small"),
                CORE_TEXT("Formula", "write one between 1e-307 and 1e308"));
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
      return fail(1, CORE_TEXT("Formula", "'%1' is not a variable").with(word),
                  CORE_TEXT("Formula", "write x and y as small letters"));
    if (word.size() > 1) return unknown(word);
    ++m_at;
    auto& known = m_formula.m_parameters;
    const auto parameter = std::find(known.begin(), known.end(), word);
    const auto index = static_cast<int>(parameter - known.begin());
    if (parameter == known.end()) known.push_back(word);
    return add({Operation::parameter, -1, -1, index});
  }

  int unknown(const std::string& word) {
    return fail(word.size(), CORE_TEXT("Formula", "there is nothing called '%1'").with(excerpt(word)), insteadOf(word));
  }

  // What a word that is no name was probably meant to be.
  static Message insteadOf(const std::string& word) {
    if (word == "ln") return CORE_TEXT("Formula", "write log for the natural logarithm");
    const std::string first = word.substr(0, 1);
    const std::string rest = word.substr(1);
    const bool hasUnderscore = rest.find('_') != rest.npos;
    if (isDigit(static_cast<unsigned char>(rest.front())) && !hasUnderscore)
      return CORE_TEXT("Formula", "write %1^%2 for a power, %1*%2 for a product").with(first, excerpt(rest));
    if (rest.size() == 1 && !hasUnderscore)
      return CORE_TEXT("Formula", "write %1*%2 if you mean a product").with(first, rest);
    return didYouMean(word, formulaFunctions(),
                      CORE_TEXT("Formula", "use single letters for parameters, and * between factors"));
  }

  int call(int function, const std::string& word) {
    if (!take(U"(")) return unexpected(CORE_TEXT("Formula", "expected ( after %1").with(word));
    const std::size_t opened = m_at - 1;
    const int argument = sum();
    if (argument == kFailed || closed(argument, opened) == kFailed) return kFailed;
    return add({Operation::apply, argument, -1, function});
  }

  int callWithTwo(Operation operation, const std::string& word) {
    if (!take(U"(")) return unexpected(CORE_TEXT("Formula", "expected ( after %1").with(word));
    const std::size_t opened = m_at - 1;
    const int first = sum();
    if (first == kFailed) return kFailed;
    if (!take(U",")) {
      if (peek() == U')' || peek() == kEnd)
        return fail(1, CORE_TEXT("Formula", "%1 needs two arguments").with(word), writeWithTwoArguments(word));
      return unexpected(CORE_TEXT("Formula", "expected a comma: %1 takes two arguments").with(word));
    }
    const int second = sum();
    if (second != kFailed && peek() == U',')
      return fail(1, CORE_TEXT("Formula", "%1 takes only two arguments").with(word), writeWithTwoArguments(word));
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
    problem = {column, 1, CORE_TEXT("Formula", "the text is not UTF-8 here"),
               CORE_TEXT("Formula", "type the formula anew")};
    return std::nullopt;
  }
  if (characters->size() > kMostCharacters) {
    problem = {kMostCharacters + 1, characters->size() - kMostCharacters,
               CORE_TEXT("Formula", "the formula is too long"),
               CORE_TEXT("Formula", "use at most %1 characters").with(kMostCharacters)};
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

bool Formula::hasY() const {
  return std::any_of(m_nodes.begin(), m_nodes.end(),
                     [](const Node& node) { return node.operation == Operation::variableY; });
}

}  // namespace ravine
