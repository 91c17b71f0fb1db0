#include "core/loss/formula.h"

#include <gtest/gtest.h>

#include <cmath>
#include <random>

namespace ravine {
namespace {

std::shared_ptr<const LossFunction> functionOf(const std::string& text) {
  FormulaProblem problem;
  const auto formula = Formula::parse(text, problem);
  EXPECT_TRUE(formula) << text << ": " << problem.column << ' ' << english(problem.what);
  return formula ? formula->bind(std::vector<double>(formula->parameters().size(), 1.0)) : nullptr;
}

double valueOf(const std::string& text, double x = 3, double y = 2) {
  const auto function = functionOf(text);
  return function ? function->value({x, y}) : std::nan("");
}

FormulaProblem problemOf(const std::string& text) {
  FormulaProblem problem;
  EXPECT_FALSE(Formula::parse(text, problem)) << text;
  return problem;
}

std::vector<Vector2> randomPoints(const Box& box, int count) {
  std::mt19937 engine(11);
  std::uniform_real_distribution<double> part(0, 1);
  std::vector<Vector2> points;
  for (int i = 0; i < count; ++i)
    points.emplace_back(box.x.lower + part(engine) * box.x.length(), box.y.lower + part(engine) * box.y.length());
  return points;
}

TEST(Formula, EqualsTheCatalogueInValueGradientAndHessianForEveryRow) {
  constexpr double tolerance = 1e-13;
  for (const LossFunctionInfo& row : lossFunctions()) {
    SCOPED_TRACE(row.id);
    LossChoice choice{"", {}, row.formula};
    Problems problems;
    const auto typed = resolve(choice, problems);
    ASSERT_TRUE(typed);
    for (const ParameterInfo& parameter : row.parameters) choice.parameters[parameter.id] = parameter.defaultValue;
    ASSERT_TRUE(check(typed->parameters, choice.parameters, "").empty());
    EXPECT_EQ(typed->parameters.size(), row.parameters.size());
    const auto builtIn = makeLossFunction(row, {});
    const auto fromText = makeLossFunction(*typed, choice.parameters);
    for (const Vector2& p : randomPoints(row.domain, 200)) {
      const Derivatives a = builtIn->derivatives(p);
      const Derivatives b = fromText->derivatives(p);
      EXPECT_NEAR(a.value, b.value, tolerance * (1 + std::abs(a.value)));
      EXPECT_LE((a.gradient - b.gradient).norm(), tolerance * (1 + a.gradient.norm()));
      EXPECT_LE((a.hessian - b.hessian).norm(), tolerance * (1 + a.hessian.norm()));
    }
  }
}

TEST(Formula, HasTheUsualPrecedence) {
  const std::vector<std::pair<std::string, double>> cases{{"-x^2", -9},
                                                          {"(-x)^2", 9},
                                                          {"2^3^2", 512},
                                                          {"x - y - 1", 0},
                                                          {"x/y/2", 0.75},
                                                          {"x/y*2", 3},
                                                          {"x - y*2", -1},
                                                          {"2^-y", 0.25},
                                                          {"x*-y", -6},
                                                          {"--x", 3},
                                                          {"+x", 3},
                                                          {"-x^-y", -1.0 / 9},
                                                          {"2x", 6},
                                                          {"2x^2", 18},
                                                          {"3(x + 1)", 12},
                                                          {"(x + 1)(y - 1)", 4},
                                                          {"x(y + 1)", 9},
                                                          {"x y", 6},
                                                          {"2pi", 2 * M_PI},
                                                          {"2e", 2 * M_E},
                                                          {"1/2x", 1.5},
                                                          {"1e-3x", 0.003},

                                                          {".5x", 1.5},
                                                          {"5.", 5},
                                                          {"2e3x", 6000},
                                                          {"x^2y", 18},
                                                          {"min(x, y)", 2},
                                                          {"max(x, y) + 1", 4},
                                                          {"2sin(x)", 2 * std::sin(3)},
                                                          {"x²", 9},
                                                          {"x³y²", 108},
                                                          {"−x·y÷2", -3},
                                                          {"x×y", 6},
                                                          {"πx", 3 * M_PI},
                                                          {"x^0", 1},
                                                          {"(x - 3)^0", 1},
                                                          {"x^0.5", std::sqrt(3)},
                                                          {"2^x", 8},
                                                          {"x^y", 9},
                                                          {"-2^2", -4},
                                                          {"  x  +\ty ", 5},
                                                          {"e^x", std::exp(3)},
                                                          {"x^-1", 1.0 / 3},
                                                          {"2.5e+1", 25}};
  for (const auto& [text, value] : cases) EXPECT_NEAR(valueOf(text), value, 1e-14 * std::abs(value)) << text;
}

TEST(Formula, KnowsItsFunctions) {
  const double u = 0.3;
  const std::vector<std::pair<std::string, double>> cases{{"sin", std::sin(u)},
                                                          {"cos", std::cos(u)},
                                                          {"tan", std::tan(u)},
                                                          {"asin", std::asin(u)},
                                                          {"acos", std::acos(u)},
                                                          {"atan", std::atan(u)},
                                                          {"sinh", std::sinh(u)},
                                                          {"cosh", std::cosh(u)},
                                                          {"tanh", std::tanh(u)},
                                                          {"exp", std::exp(u)},
                                                          {"log", std::log(u)},
                                                          {"log10", std::log10(u)},
                                                          {"sqrt", std::sqrt(u)},
                                                          {"abs", u},
                                                          {"sigmoid", 1 / (1 + std::exp(-u))},
                                                          {"relu", u},
                                                          {"softplus", std::log(1 + std::exp(u))}};
  EXPECT_EQ(cases.size() + 2, formulaFunctions().size());  // and min, max
  for (const auto& [name, value] : cases) EXPECT_NEAR(valueOf(name + "(x)", u), value, 1e-15) << name;
}

// Each function of one argument inside another expression, so that every term of the chain rule counts.
TEST(Formula, HasExactDerivatives) {
  std::vector<std::string> texts{
      "x^y",         "2^(x*y)", "x^2.5*y", "x^-2*y",       "min(x*y, x + y)", "max(x*y, x + y)",
      "x/(1 + y^2)", "3/(x*y)", "(x*y)^3", "a*x^2 + b*x*y"};
  for (const std::string& name : formulaFunctions())
    if (name != "min" && name != "max") texts.push_back(name + "(0.4*x*y + 0.1*x)");
  for (const std::string& text : texts) {
    SCOPED_TRACE(text);
    const auto f = functionOf(text);
    for (const Vector2& p : randomPoints({{0.3, 1.1}, {0.4, 1.2}}, 20)) {
      const double h = 1e-6;
      const Derivatives d = f->derivatives(p);
      EXPECT_DOUBLE_EQ(f->value(p), d.value);
      EXPECT_EQ(f->gradient(p).gradient, d.gradient);
      for (int i = 0; i < 2; ++i) {
        const Vector2 step = h * Vector2::Unit(i);
        EXPECT_NEAR(d.gradient[i], (f->value(p + step) - f->value(p - step)) / (2 * h), 1e-7);
        const Vector2 column = (f->gradient(p + step).gradient - f->gradient(p - step).gradient) / (2 * h);
        EXPECT_LT((d.hessian.col(i) - column).norm(), 1e-6 * (1 + column.norm()));
      }
    }
  }
}

TEST(Formula, HasPyTorchsDerivativesAtKinks) {
  EXPECT_EQ(functionOf("abs(x)")->gradient({0, 0}).gradient.x(), 0);
  EXPECT_EQ(functionOf("relu(x)")->gradient({0, 0}).gradient.x(), 0);
  EXPECT_EQ(functionOf("relu(x)")->gradient({1e-300, 0}).gradient.x(), 1);
}

TEST(Formula, DoesNotOverflowWhereItsValueIsFinite) {
  EXPECT_EQ(valueOf("sigmoid(x)", 1000), 1);
  EXPECT_EQ(valueOf("sigmoid(x)", -1000), 0);
  EXPECT_EQ(valueOf("softplus(x)", 1000), 1000);
  EXPECT_EQ(functionOf("softplus(x)")->derivatives({1000, 0}).gradient.x(), 1);
  EXPECT_EQ(functionOf("sigmoid(x)")->derivatives({-1000, 0}).hessian(0, 0), 0);
}

TEST(Formula, SamplesRowsAsItEvaluates) {
  for (const std::string& name : formulaFunctions()) {
    const std::string arguments = name == "min" || name == "max" ? "(x, y)" : "(0.2*x + 0.5*y)";
    const auto f = functionOf(name + arguments);
    std::vector<double> row(11);
    f->sampleRow(-1, 0.2, 0.3, row);
    for (std::size_t i = 0; i < row.size(); ++i) {
      const double value = f->value({-1 + 0.2 * static_cast<double>(i), 0.3});
      if (std::isnan(value))
        EXPECT_TRUE(std::isnan(row[i])) << name;
      else
        EXPECT_NEAR(row[i], value, 1e-14) << name;
    }
  }
}

TEST(Formula, ReadsToTheVeryEndAlsoPastANul) {
  const std::string text("x^2\0+y^2", 8);
  EXPECT_EQ(problemOf(text).column, 4u);
}

TEST(Formula, KeepsANaNInEitherArgumentOfMinAndMax) {
  for (const char* text : {"max(0, log(x))", "max(log(x), 0)", "min(0, log(x))", "min(log(x), y)", "max(y, log(x))"}) {
    EXPECT_TRUE(std::isnan(valueOf(text, -1))) << text;
    EXPECT_TRUE(std::isnan(functionOf(text)->derivatives({-1, 2}).value)) << text;
    std::vector<double> row(4);
    functionOf(text)->sampleRow(-4, 0.5, 2, row);
    for (const double value : row) EXPECT_TRUE(std::isnan(value)) << text;
  }
}

TEST(Formula, MakesParametersOfFreeLettersInTheirOrder) {
  FormulaProblem problem;
  const auto formula = Formula::parse("b*x^2 + A*y + b*c + e + pi", problem);
  ASSERT_TRUE(formula);
  EXPECT_EQ(formula->parameters(), (std::vector<std::string>{"b", "A", "c"}));
  EXPECT_DOUBLE_EQ(formula->bind(std::vector<double>{2, 3, 5})->value({1, 10}), 2 + 30 + 10 + M_E + M_PI);
}

TEST(Formula, PointsAtTheColumnAndSaysWhatWasExpected) {
  struct Fault {
    std::string text;
    std::size_t column;
    std::string says;
  };
  const std::vector<Fault> faults{{"", 1, "ends here"},
                                  {"x +", 4, "ends here"},
                                  {"x + * y", 5, "'*' cannot stand here"},
                                  {"(x + y", 7, "( in column 1"},
                                  {"x + y)", 6, "no ( for this"},
                                  {"sin x", 5, "'x' cannot stand here"},
                                  {"sni(x)", 1, "nothing called 'sni'"},
                                  {"x + foo", 5, "nothing called 'foo'"},
                                  {"2 + ax", 5, "nothing called 'ax'"},
                                  {"ln(x)", 1, "nothing called 'ln'"},
                                  {"x2 + y", 1, "nothing called 'x2'"},
                                  {"X^2", 1, "'X' is not a variable"},
                                  {"x ** 2", 4, "** is not known"},
                                  {"f = x", 3, "= has no place"},
                                  {"1,5*x", 2, "comma"},
                                  {"max(x)", 6, "two arguments"},
                                  {"max(x, y, 1)", 9, "only two arguments"},
                                  {"min x", 5, "'x' cannot stand here"},
                                  {"x 2", 3, "a number cannot follow"},
                                  {"1.2.3", 4, "a number cannot follow"},
                                  {".", 1, "a point alone"},
                                  {"1e999", 1, "too large"},
                                  {"x $ y", 3, "'$' cannot stand here"},
                                  {"λ + $", 1, "'λ' cannot stand here"},
                                  {"π + λ", 5, "'λ' cannot stand here"},
                                  {"x + \x01", 5, "invisible"},
                                  {"x + \xff", 5, "not UTF-8"},
                                  {"()", 2, "')' cannot stand here"},
                                  {"x\xc0\x80+(", 2, "not UTF-8"},
                                  {"x\xed\xa0\x80", 2, "not UTF-8"},
                                  {"min(x, y, 3)", 9, "only two arguments"},
                                  {"|x|", 1, "bars"},
                                  {"f(x,y) = x", 4, "= has no place"}};
  for (const Fault& fault : faults) {
    const FormulaProblem problem = problemOf(fault.text);
    EXPECT_EQ(problem.column, fault.column) << fault.text;
    EXPECT_NE(english(problem.what).find(fault.says), std::string::npos) << fault.text << ": " << english(problem.what);
    EXPECT_FALSE(problem.mend.empty()) << fault.text;
  }
}

TEST(Formula, SuggestsWhatWasProbablyMeant) {
  EXPECT_EQ(english(problemOf("sni(x)").mend), "did you mean 'sin'?");
  EXPECT_EQ(english(problemOf("ax").mend), "write a*x if you mean a product");
  EXPECT_EQ(english(problemOf("ln(x)").mend), "write log for the natural logarithm");
}

TEST(Formula, BoundsItsLengthAndNesting) {
  const auto repeated = [](const std::string& text, std::size_t times) {
    std::string all;
    for (std::size_t i = 0; i < times; ++i) all += text;
    return all;
  };
  EXPECT_NE(english(problemOf(repeated("x+", 300) + "x").what).find("too long"), std::string::npos);
  EXPECT_TRUE(functionOf(repeated("x+", Formula::kMostCharacters / 2 - 1) + "x"));
  for (const char* opening : {"(", "-", "sin(", "2^", "x+(", "1/(", "min(x,"})
    EXPECT_NE(english(problemOf(repeated(opening, 70) + "x").what).find("too deep"), std::string::npos) << opening;
  EXPECT_TRUE(functionOf(repeated("(", 60) + "x" + repeated(")", 60)));
}

// The deepest stack that nesting allows: sums, products and powers waiting on every level.
TEST(Formula, EvaluatesTheDeepestNestingThatItReads) {
  std::string text = "x";
  for (int i = 0; i < 19; ++i) text = "x+x*(y^(" + text + "))";
  EXPECT_TRUE(std::isfinite(valueOf("0*(" + text + ")", 0.1, 0.1)));
  EXPECT_TRUE(functionOf(text)->derivatives({0.5, 0.5}).gradient.allFinite());
}

TEST(LossChoice, ResolvesAFormulaToARowOfItsOwn) {
  Problems problems;
  const auto row = resolve({"", {}, "a*x^2 + y^2", Box{{-1, 3}, {0, 2}}}, problems);
  ASSERT_TRUE(row);
  EXPECT_EQ(row->domain, (Box{{-1, 3}, {0, 2}}));
  EXPECT_TRUE(row->domain.contains(row->start));
  ASSERT_EQ(row->parameters.size(), 1u);
  EXPECT_EQ(row->parameters[0].id, "a");
}

TEST(LossChoice, StartsAFormulaWhereItIsFinite) {
  Problems problems;
  const auto row = resolve({"", {}, "log(x) + sqrt(-y)"}, problems);
  ASSERT_TRUE(row);
  EXPECT_TRUE(std::isfinite(makeLossFunction(*row, {})->value(row->start)));
}

TEST(LossChoice, RefusesABoxThatIsNone) {
  for (const Box& box : {Box{{1, 1}, {0, 1}}, Box{{2, 1}, {0, 1}}, Box{{0, INFINITY}, {0, 1}}, Box{{0, 1}, {NAN, 1}},
                         Box{{1e20, 1e20 + 1}, {0, 1}}, Box{{-1e308, 1e308}, {0, 1}}}) {
    Problems problems;
    EXPECT_FALSE(resolve({"bowl", {}, "", box}, problems));
    EXPECT_EQ(problems.front().where, "domain");
  }
}

}  // namespace
}  // namespace ravine
