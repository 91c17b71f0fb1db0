#include <array>
#include <cassert>
#include <numbers>
#include <tuple>
#include <type_traits>
#include <xsimd/xsimd.hpp>

#include "core/jet.h"
#include "core/loss_function.h"

namespace ravine {
namespace {

// One generic formula f(x, y, parameters…) seen as a LossFunction.
template <class F, std::size_t parameterCount>
class FormulaFunction final : public LossFunction {
 public:
  FormulaFunction(F formula, std::span<const double> parameters) : m_formula(formula) {
    assert(parameters.size() == parameterCount);
    for (std::size_t i = 0; i < parameterCount; ++i) m_parameters[i] = parameters[i];
  }

  double value(const Vector2& theta) const override { return at(theta.x(), theta.y()); }

  ValueAndGradient gradient(const Vector2& theta) const override {
    using J = Gradient<double>;
    const J f = at(J::variableX(theta.x()), J::variableY(theta.y()));
    return {f.v, {f.x, f.y}};
  }

  Derivatives derivatives(const Vector2& theta) const override {
    using J = Hessian<double>;
    const J f = at(J::variableX(theta.x()), J::variableY(theta.y()));
    Matrix2 hessian;
    hessian << f.xx, f.xy, f.xy, f.yy;
    return {f.v, {f.x, f.y}, hessian};
  }

  void sampleRow(double x, double dx, double y, std::span<double> out) const override {
    using Pack = xsimd::batch<double>;
    constexpr std::size_t width = Pack::size;
    std::array<double, width> lanes;
    for (std::size_t i = 0; i < width; ++i) lanes[i] = static_cast<double>(i);
    const Pack offsets = Pack::load_unaligned(lanes.data());
    const Pack packY(y);
    std::size_t i = 0;
    for (; i + width <= out.size(); i += width) {
      const Pack packX = Pack(x) + (Pack(static_cast<double>(i)) + offsets) * Pack(dx);
      at(packX, packY).store_unaligned(&out[i]);
    }
    for (; i < out.size(); ++i) out[i] = at(x + static_cast<double>(i) * dx, y);
  }

 private:
  template <class T>
  T at(const T& x, const T& y) const {
    return std::apply([&](auto... parameters) -> T { return m_formula(x, y, parameters...); }, m_parameters);
  }

  F m_formula;
  std::array<double, parameterCount> m_parameters{};
};

// How many numbers a formula takes after x and y.
template <class F, class... Parameters>
consteval std::size_t parameterCount() {
  if constexpr (std::is_invocable_v<F, double, double, Parameters...>)
    return sizeof...(Parameters);
  else
    return parameterCount<F, Parameters..., double>();
}

template <class F>
auto formula(F f) {
  return [f](std::span<const double> parameters) -> std::shared_ptr<const LossFunction> {
    return std::make_shared<FormulaFunction<F, parameterCount<F>()>>(f, parameters);
  };
}

ParameterInfo parameter(std::string id, double byDefault, std::string description, Range range = {}) {
  return {std::move(id), byDefault, range, {}, std::move(description)};
}

// Two curvatures a, b along x and y.
std::vector<ParameterInfo> curvatures(double a, double b) {
  return {parameter("a", a, CORE_TEXT("Curvature along x")), parameter("b", b, CORE_TEXT("Curvature along y"))};
}

constexpr double kTwoPi = 2 * std::numbers::pi;
constexpr auto kQuadratic = [](auto x, auto y, double a, double b) { return 0.5 * (a * square(x) + b * square(y)); };

std::vector<LossFunctionInfo> makeCatalogue() {
  return {
      {.id = "bowl",
       .name = CORE_TEXT("Bowl"),
       .formula = "0.5*(a*x^2 + b*y^2)",
       .parameters = curvatures(1, 1),
       .domain = {{-5, 5}, {-5, 5}},
       .start = {-4, 3},
       .teaches = CORE_TEXT("Every direction has the same curvature, so one learning rate suits all of them."),
       .source = "",
       .make = formula(kQuadratic)},
      {.id = "ravine",
       .name = CORE_TEXT("Ravine"),
       .formula = "0.5*(a*x^2 + b*y^2)",
       .parameters = curvatures(1, 20),
       .domain = {{-5, 5}, {-5, 5}},
       .start = {-4, 2},
       .teaches = CORE_TEXT("The steep walls limit the learning rate, the flat floor makes that rate slow."),
       .source = "",
       .make = formula(kQuadratic)},
      {.id = "rosenbrock",
       .name = CORE_TEXT("Rosenbrock valley"),
       .formula = "(a - x)^2 + b*(y - x^2)^2",
       .parameters = {parameter("a", 1, CORE_TEXT("Where along x the minimum lies")),
                      parameter("b", 100, CORE_TEXT("How steep the walls of the valley are"))},
       .domain = {{-2, 2}, {-1, 3}},
       .start = {-1.2, 1},
       .teaches = CORE_TEXT("A curved valley whose floor is nearly flat: the classic test of patience."),
       .source = "Rosenbrock 1960",
       .make = formula([](auto x, auto y, double a, double b) { return square(a - x) + b * square(y - square(x)); })},
      {.id = "escape_saddle",
       .name = CORE_TEXT("Saddle between two minima"),
       .formula = "x^2 - y^2 + y^4",
       .parameters = {},
       .domain = {{-1.5, 1.5}, {-1.5, 1.5}},
       .start = {1, 1e-4},
       .teaches = CORE_TEXT("Near the ridge the gradient all but vanishes: leaving takes the longer the smaller η is."),
       .source = "",
       .make = formula([](auto x, auto y) { return square(x) - square(y) + square(square(y)); })},
      {.id = "quadratic_saddle",
       .name = CORE_TEXT("Saddle without a floor"),
       .formula = "x^2 - y^2",
       .parameters = {},
       .domain = {{-3, 3}, {-3, 3}},
       .start = {2, 0.01},
       .teaches = CORE_TEXT("There is no minimum to find: the loss falls for ever."),
       .source = "",
       .make = formula([](auto x, auto y) { return square(x) - square(y); })},
      {.id = "saddle",
       .name = CORE_TEXT("Saddle, half scale"),
       .formula = "0.5*(x^2 - y^2)",
       .parameters = {},
       .domain = {{-3, 3}, {-3, 3}},
       .start = {2, 0.01},
       .teaches = CORE_TEXT("The simplest saddle: curvature +1 along x and −1 along y."),
       .source = "",
       .make = formula([](auto x, auto y) { return 0.5 * (square(x) - square(y)); })},
      {.id = "double_well",
       .name = CORE_TEXT("Double well"),
       .formula = "(x^2 - 1)^2 + 0.3*x + y^2",
       .parameters = {},
       .domain = {{-2, 2}, {-2, 2}},
       .start = {1.6, 0.8},
       .teaches = CORE_TEXT("A shallow and a deep minimum: a small η is trapped, a larger one jumps over the barrier."),
       .source = "",
       .make = formula([](auto x, auto y) { return square(square(x) - 1) + 0.3 * x + square(y); })},
      {.id = "himmelblau",
       .name = CORE_TEXT("Himmelblau"),
       .formula = "(x^2 + y - 11)^2 + (x + y^2 - 7)^2",
       .parameters = {},
       .domain = {{-5, 5}, {-5, 5}},
       .start = {-0.27, -0.92},
       .teaches = CORE_TEXT("Four minima of equal depth: the start and the learning rate decide which one is found."),
       .source = "Himmelblau 1972",
       .make = formula([](auto x, auto y) { return square(square(x) + y - 11) + square(x + square(y) - 7); })},
      {.id = "rastrigin",
       .name = CORE_TEXT("Rastrigin"),
       .formula = "2*A + x^2 - A*cos(2*pi*x) + y^2 - A*cos(2*pi*y)",
       .parameters = {parameter("A", 10, CORE_TEXT("Height of the ripples"))},
       .domain = {{-5.12, 5.12}, {-5.12, 5.12}},
       .start = {3.4, -2.3},
       .teaches = CORE_TEXT("A hundred local minima: descent is trapped almost wherever it starts."),
       .source = "Rastrigin 1974",
       .make = formula([](auto x, auto y, double A) {
         return 2 * A + square(x) - A * cos(kTwoPi * x) + square(y) - A * cos(kTwoPi * y);
       })},
      {.id = "six_hump_camel",
       .name = CORE_TEXT("Six-hump camel"),
       .formula = "(4 - 2.1*x^2 + x^4/3)*x^2 + x*y + (-4 + 4*y^2)*y^2",
       .parameters = {},
       .domain = {{-3, 3}, {-2, 2}},
       .start = {-1.4, 1.2},
       .teaches = CORE_TEXT("Two deepest minima, four shallower ones and steep outer walls."),
       .source = "Dixon & Szegö 1978",
       .make = formula([](auto x, auto y) {
         const auto x2 = square(x);
         const auto y2 = square(y);
         return (4 - 2.1 * x2 + square(x2) / 3) * x2 + x * y + (-4 + 4 * y2) * y2;
       })},
      {.id = "ackley",
       .name = CORE_TEXT("Ackley"),
       .formula = "-20*exp(-0.2*sqrt(0.5*(x^2 + y^2))) - exp(0.5*(cos(2*pi*x) + cos(2*pi*y))) + e + 20",
       .parameters = {},
       .domain = {{-5, 5}, {-5, 5}},
       .start = {-3.2, 2.6},
       .teaches = CORE_TEXT("Small ripples on a funnel whose tip is a kink: there the gradient never becomes small."),
       .source = "Ackley 1987",
       .make = formula([](auto x, auto y) {
         return -20 * exp(-0.2 * sqrt(0.5 * (square(x) + square(y)))) - exp(0.5 * (cos(kTwoPi * x) + cos(kTwoPi * y))) +
                std::numbers::e + 20;
       })},
      {.id = "catapult",
       .name = CORE_TEXT("Catapult"),
       .formula = "0.5*(x*y - 1)^2",
       .parameters = {},
       .domain = {{-4, 4}, {-4, 4}},
       .start = {3.2, 0.05},
       .teaches = CORE_TEXT("The minima form a curve of differing sharpness: a large η is thrown to where it is flat."),
       .source = "Lewkowycz et al. 2020",
       .make = formula([](auto x, auto y) { return 0.5 * square(x * y - 1); })},
  };
}

}  // namespace

Eigenvalues eigenvalues(const Matrix2& symmetric) {
  const double mean = 0.5 * (symmetric(0, 0) + symmetric(1, 1));
  const double radius = std::hypot(0.5 * (symmetric(0, 0) - symmetric(1, 1)), symmetric(0, 1));
  return {mean - radius, mean + radius};
}

const std::vector<LossFunctionInfo>& lossFunctions() {
  static const std::vector<LossFunctionInfo> catalogue = makeCatalogue();
  return catalogue;
}

const LossFunctionInfo* findLossFunction(std::string_view id) {
  for (const LossFunctionInfo& info : lossFunctions())
    if (info.id == id) return &info;
  return nullptr;
}

std::shared_ptr<const LossFunction> makeLossFunction(const LossFunctionInfo& info, const ParameterSet& parameters) {
  std::vector<double> numbers;
  for (const ParameterInfo& parameter : info.parameters) numbers.push_back(numberOf(parameter, parameters));
  return info.make(numbers);
}

bool isQuadratic(const LossFunction& function, const Box& box) {
  constexpr int gridSize = 4;
  constexpr double rounding = 1e-12;
  const Matrix2 hessian = function.derivatives(box.centre()).hessian;
  const double tolerance = rounding * hessian.norm();
  for (int i = 0; i <= gridSize; ++i)
    for (int j = 0; j <= gridSize; ++j) {
      const Vector2 theta{box.x.lower + box.x.length() * i / gridSize, box.y.lower + box.y.length() * j / gridSize};
      const double difference = (function.derivatives(theta).hessian - hessian).norm();
      if (!(difference <= tolerance)) return false;
    }
  return true;
}

}  // namespace ravine
