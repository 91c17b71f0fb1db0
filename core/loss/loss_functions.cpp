#include <cassert>
#include <tuple>

#include "core/loss/formulas.h"
#include "core/loss/generic_function.h"
#include "core/loss/loss_function.h"
#include "core/loss/loss_kernels.h"

namespace ravine {
namespace {

// A formula with the numbers that it takes after x and y.
template <class F>
struct Filled {
  std::array<double, parameterCount<F>()> parameters;

  template <class X, class Y>
  auto operator()(const X& x, const Y& y) const {
    return std::apply([&](auto... numbers) { return F()(x, y, numbers...); }, parameters);
  }
  void gradients(const Places& places, const GradientsTo& to) const {
    static const BlockGradient kernel = blockGradient<F>(instructionSet());
    kernel(parameters.data(), places, to);
  }
  FormulaCall kernelFormula() const { return {formulaId<F>, parameters.data()}; }
};

// As the `make` of a row.
template <class F>
auto formula(F) {
  return [](const LossFunctionInfo& row, const ParameterSet& parameters) {
    Filled<F> filled;
    assert(row.parameters.size() == filled.parameters.size());
    for (std::size_t i = 0; i < filled.parameters.size(); ++i)
      filled.parameters[i] = numberOf(row.parameters[i], parameters);
    return asLossFunction(filled);
  };
}

ParameterInfo parameter(std::string id, double byDefault, Message description, Range range = {}) {
  return {std::move(id), byDefault, range, {}, std::move(description)};
}

// Two curvatures a, b along x and y.
std::vector<ParameterInfo> curvatures(double a, double b) {
  return {parameter("a", a, CORE_TEXT("Parameter", "Curvature along x")),
          parameter("b", b, CORE_TEXT("Parameter", "Curvature along y"))};
}

const char* const kSurvey = "Jamil & Yang 2013 (survey)";

std::vector<LossFunctionInfo> quadratics() {
  return {
      {.id = "bowl",
       .name = CORE_TEXT("LossFunction", "Bowl"),
       .formula = "0.5*(a*x^2 + b*y^2)",
       .parameters = curvatures(1, 1),
       .domain = {{-5, 5}, {-5, 5}},
       .start = {-4, 3},
       .lr = 0.2,
       .steps = 40,
       .teaches =
           CORE_TEXT("LossFunction", "Every direction has the same curvature, so one learning rate suits all of them."),
       .source = "textbook example",
       .make = formula(formulas::Bowl{})},
      {.id = "ravine",
       .name = CORE_TEXT("LossFunction", "Ravine"),
       .formula = "0.5*(a*x^2 + b*y^2)",
       .parameters = curvatures(1, 20),
       .domain = {{-5, 5}, {-5, 5}},
       .start = {-4, 2},
       .lr = 0.09,
       .steps = 60,
       .teaches =
           CORE_TEXT("LossFunction", "The steep walls limit the learning rate, the flat floor makes that rate slow."),
       .source = "textbook example",
       .make = formula(formulas::Ravine{})},
      {.id = "booth",
       .name = CORE_TEXT("LossFunction", "Booth"),
       .formula = "(x + 2*y - 7)^2 + (2*x + y - 5)^2",
       .parameters = {},
       .domain = {{-10, 10}, {-10, 10}},
       .start = {-8, -4},
       .lr = 0.1,
       .steps = 60,
       .teaches = CORE_TEXT("LossFunction",
                            "A ravine that lies across the axes: curvature 18 along the diagonal, 2 across it."),
       .source = kSurvey,
       .make = formula(formulas::Booth{})},
      {.id = "matyas",
       .name = CORE_TEXT("LossFunction", "Matyas"),
       .formula = "0.26*(x^2 + y^2) - 0.48*x*y",
       .parameters = {},
       .domain = {{-10, 10}, {-10, 10}},
       .start = {-8, 3},
       .lr = 1,
       .steps = 120,
       .teaches = CORE_TEXT("LossFunction", "A long diagonal valley, 25 times flatter along its floor than across."),
       .source = kSurvey,
       .make = formula(formulas::Matyas{})},
  };
}

// Of x alone: curves, whose map is a trench.
std::vector<LossFunctionInfo> curves() {
  return {
      {.id = "parabola",
       .name = CORE_TEXT("LossFunction", "Parabola"),
       .formula = "a*x^2",
       .parameters = {parameter("a", 1, CORE_TEXT("Parameter", "Half the curvature along x"))},
       .domain = {{-12, 12}, {-8, 8}},
       .start = {10, 0},
       .lr = 0.2,
       .steps = 20,
       .teaches = CORE_TEXT("LossFunction",
                            "One dimension only: each step multiplies x by 1 − 2aη, as in every first lesson."),
       .source = "textbook example",
       .make = formula(formulas::Parabola{})},
      {.id = "double_well_curve",
       .name = CORE_TEXT("LossFunction", "Double well in x"),
       .formula = "(x^2 - 1)^2 + 0.3*x",
       .parameters = {},
       .domain = {{-2, 2}, {-1.5, 1.5}},
       .start = {1.6, 0},
       .lr = 0.05,
       .steps = 40,
       .teaches = CORE_TEXT("LossFunction",
                            "A shallow and a deep minimum on one line: a small η stays in the one it started beside."),
       .source = "textbook example",
       .make = formula(formulas::DoubleWellCurve{})},
      {.id = "flat_bottom",
       .name = CORE_TEXT("LossFunction", "Flat bottom"),
       .formula = "x^4",
       .parameters = {},
       .domain = {{-2, 2}, {-1.5, 1.5}},
       .start = {1.8, 0},
       .lr = 0.05,
       .steps = 100,
       .teaches = CORE_TEXT("LossFunction",
                            "The curvature vanishes at the minimum: what is too large at the start soon crawls."),
       .source = "textbook example",
       .make = formula(formulas::FlatBottom{})},
      {.id = "absolute_value",
       .name = CORE_TEXT("LossFunction", "Absolute value"),
       .formula = "abs(x)",
       .parameters = {},
       .domain = {{-3, 3}, {-2, 2}},
       .start = {2.6, 0},
       .lr = 0.4,
       .steps = 30,
       .teaches = CORE_TEXT("LossFunction",
                            "A kink: the slope never becomes small, so a constant η jumps to and fro for ever."),
       .source = "textbook example",
       .make = formula(formulas::AbsoluteValue{})},
      {.id = "wavy_curve",
       .name = CORE_TEXT("LossFunction", "Waves on a parabola"),
       .formula = "sin(x) + x^2/20",
       .parameters = {},
       .domain = {{-12, 12}, {-8, 8}},
       .start = {10, 0},
       .lr = 0.5,
       .steps = 40,
       .teaches = CORE_TEXT("LossFunction",
                            "Several minima on one line: whether a run is trapped depends on η and on the start."),
       .source = "textbook example",
       .make = formula(formulas::WavyCurve{})},
  };
}

std::vector<LossFunctionInfo> valleys() {
  return {
      {.id = "rosenbrock",
       .name = CORE_TEXT("LossFunction", "Rosenbrock valley"),
       .formula = "(a - x)^2 + b*(y - x^2)^2",
       .parameters = {parameter("a", 1, CORE_TEXT("Parameter", "Where along x the minimum lies")),
                      parameter("b", 100, CORE_TEXT("Parameter", "How steep the walls of the valley are"))},
       .domain = {{-2, 2}, {-1, 3}},
       .start = {-1.2, 1},
       .lr = 0.0018,
       .steps = 1500,
       .teaches =
           CORE_TEXT("LossFunction", "A curved valley whose floor is nearly flat: the classic test of patience."),
       .source = "Rosenbrock 1960",
       .make = formula(formulas::Rosenbrock{})},
      {.id = "river_valley",
       .name = CORE_TEXT("LossFunction", "River valley"),
       .formula = "b*(sqrt(1 + (y - sin(x))^2) - 1) + 0.5*c*(x - 4)^2",
       .parameters = {parameter("b", 10, CORE_TEXT("Parameter", "How steep the banks are"), moreThan(0)),
                      parameter("c", 0.1, CORE_TEXT("Parameter", "How fast the river falls towards x = 4"))},
       .domain = {{-6, 6}, {-4, 4}},
       .start = {-5, 2.5},
       .lr = 0.1,
       .steps = 300,
       .teaches = CORE_TEXT("LossFunction",
                            "A large η bounces between the banks but travels fast downriver; letting it decay at the "
                            "end drops it onto the river."),
       .source = "after Wen et al. 2024",
       .make = formula(formulas::RiverValley{})},
      {.id = "beale",
       .name = CORE_TEXT("LossFunction", "Beale"),
       .formula = "(1.5 - x + x*y)^2 + (2.25 - x + x*y^2)^2 + (2.625 - x + x*y^3)^2",
       .parameters = {},
       .domain = {{-4.5, 4.5}, {-4.5, 4.5}},
       .start = {1, 1.5},
       .lr = 0.02,
       .steps = 300,
       .teaches =
           CORE_TEXT("LossFunction", "Flat in the middle, steep as a cliff in the corners: one η cannot suit both."),
       .source = "Beale 1958",
       .make = formula(formulas::Beale{})},
      {.id = "mccormick",
       .name = CORE_TEXT("LossFunction", "McCormick"),
       .formula = "sin(x + y) + (x - y)^2 - 1.5*x + 2.5*y + 1",
       .parameters = {},
       .domain = {{-1.5, 4}, {-3, 4}},
       .start = {3, 0},
       .lr = 0.1,
       .steps = 60,
       .teaches = CORE_TEXT("LossFunction", "A wavy valley that falls on beyond the picture: local minima in a row."),
       .source = kSurvey,
       .make = formula(formulas::Mccormick{})},
      {.id = "catapult",
       .name = CORE_TEXT("LossFunction", "Catapult"),
       .formula = "0.5*(x*y - 1)^2",
       .parameters = {},
       .domain = {{-4, 4}, {-4, 4}},
       .start = {3.2, 0.05},
       .lr = 0.22,
       .steps = 60,
       .teaches = CORE_TEXT("LossFunction",
                            "The minima form a curve of differing sharpness: a large η is thrown to where it is flat."),
       .source = "Lewkowycz et al. 2020",
       .make = formula(formulas::Catapult{})},
  };
}

std::vector<LossFunctionInfo> saddles() {
  return {
      {.id = "quadratic_saddle",
       .name = CORE_TEXT("LossFunction", "Saddle without a floor"),
       .formula = "x^2 - y^2",
       .parameters = {},
       .domain = {{-3, 3}, {-3, 3}},
       .start = {2, 0.01},
       .lr = 0.1,
       .steps = 60,
       .teaches = CORE_TEXT("LossFunction", "There is no minimum to find: the loss falls for ever."),
       .source = "textbook example",
       .make = formula(formulas::QuadraticSaddle{})},
      {.id = "saddle",
       .name = CORE_TEXT("LossFunction", "Saddle, half scale"),
       .formula = "0.5*(x^2 - y^2)",
       .parameters = {},
       .domain = {{-3, 3}, {-3, 3}},
       .start = {2, 0.01},
       .lr = 0.1,
       .steps = 80,
       .teaches = CORE_TEXT("LossFunction", "The simplest saddle: curvature +1 along x and −1 along y."),
       .source = "textbook example",
       .make = formula(formulas::Saddle{})},
      {.id = "plateau",
       .name = CORE_TEXT("LossFunction", "Plateau around a hollow"),
       .formula = "a*(x^2 + y^2) + sigmoid(x^2 + y^2 - 4)",
       .parameters = {parameter("a", 0.001,
                                CORE_TEXT("Parameter", "Slope of the bowl that is left on the plateau; 0 leaves none"),
                                atLeast(0))},
       .domain = {{-5, 5}, {-5, 5}},
       .start = {3, 2},
       .lr = 1,
       .steps = 200,
       .teaches = CORE_TEXT("LossFunction",
                            "On the flat there is next to no gradient to follow, then all of a sudden there is much."),
       .source = "made for Ravine",
       .make = formula(formulas::Plateau{})},
      {.id = "escape_saddle",
       .name = CORE_TEXT("LossFunction", "Saddle between two minima"),
       .formula = "x^2 - y^2 + y^4",
       .parameters = {},
       .domain = {{-1.5, 1.5}, {-1.5, 1.5}},
       .start = {1, 1e-4},
       .lr = 0.1,
       .steps = 100,
       .teaches = CORE_TEXT("LossFunction",
                            "Near the ridge the gradient all but vanishes: leaving takes the longer the smaller η is."),
       .source = "textbook example",
       .make = formula(formulas::EscapeSaddle{})},
      {.id = "bounded_saddle",
       .name = CORE_TEXT("LossFunction", "Saddle in a wide basin"),
       .formula = "x^2 - y^2 + y^4/4",
       .parameters = {},
       .domain = {{-3, 3}, {-3, 3}},
       .start = {2, 0.001},
       .lr = 0.1,
       .steps = 100,
       .teaches = CORE_TEXT("LossFunction", "The same saddle with its minima farther out, at y = ±√2."),
       .source = "textbook example",
       .make = formula(formulas::BoundedSaddle{})},
      {.id = "monkey_saddle",
       .name = CORE_TEXT("LossFunction", "Monkey saddle"),
       .formula = "x^3 - 3*x*y^2",
       .parameters = {},
       .domain = {{-2, 2}, {-2, 2}},
       .start = {1.2, 0.001},
       .lr = 0.2,
       .steps = 30,
       .teaches = CORE_TEXT("LossFunction",
                            "Gradient and curvature both vanish in the middle, and three ways lead down from it."),
       .source = "textbook example",
       .make = formula(formulas::MonkeySaddle{})},
  };
}

std::vector<LossFunctionInfo> wells() {
  return {
      {.id = "double_well",
       .name = CORE_TEXT("LossFunction", "Double well"),
       .formula = "(x^2 - 1)^2 + 0.3*x + y^2",
       .parameters = {},
       .domain = {{-2, 2}, {-2, 2}},
       .start = {1.6, 0.8},
       .lr = 0.1,
       .steps = 60,
       .teaches = CORE_TEXT("LossFunction",
                            "A shallow and a deep minimum: a small η is trapped, a larger one jumps over the barrier."),
       .source = "textbook example",
       .make = formula(formulas::DoubleWell{})},
      {.id = "tilted_double_well",
       .name = CORE_TEXT("LossFunction", "Double well, long across"),
       .formula = "(x^2 - 1)^2 + 0.3*x + 0.5*y^2",
       .parameters = {},
       .domain = {{-2, 2}, {-2, 2}},
       .start = {1.6, 1.5},
       .lr = 0.1,
       .steps = 80,
       .teaches = CORE_TEXT("LossFunction",
                            "The double well with half the curvature along y: the wells are reached before the floor."),
       .source = "textbook example",
       .make = formula(formulas::TiltedDoubleWell{})},
      {.id = "two_trenches",
       .name = CORE_TEXT("LossFunction", "Two trenches in a bowl"),
       .formula = "x^2 + y^2 - 2*exp(-((x - 1)^2 + y^2)/0.2) - 3*exp(-((x + 1)^2 + y^2)/0.2)",
       .parameters = {},
       .domain = {{-3, 3}, {-2.5, 2.5}},
       .start = {2.2, 1.2},
       .lr = 0.02,
       .steps = 80,
       .teaches = CORE_TEXT("LossFunction",
                            "Two narrow holes in a wide bowl: a large η does not see them, a small one finds the "
                            "nearer."),
       .source = "made for Ravine",
       .make = formula(formulas::TwoTrenches{})},
      {.id = "himmelblau",
       .name = CORE_TEXT("LossFunction", "Himmelblau"),
       .formula = "(x^2 + y - 11)^2 + (x + y^2 - 7)^2",
       .parameters = {},
       .domain = {{-5, 5}, {-5, 5}},
       .start = {-0.27, -0.92},
       .lr = 0.01,
       .steps = 80,
       .teaches = CORE_TEXT("LossFunction",
                            "Four minima of equal depth: the start and the learning rate decide which one is found."),
       .source = "Himmelblau 1972",
       .make = formula(formulas::Himmelblau{})},
      {.id = "styblinski_tang",
       .name = CORE_TEXT("LossFunction", "Styblinski–Tang"),
       .formula = "0.5*((x^4 - 16*x^2 + 5*x) + (y^4 - 16*y^2 + 5*y))",
       .parameters = {},
       .domain = {{-5, 5}, {-5, 5}},
       .start = {0.4, 3.8},
       .lr = 0.02,
       .steps = 60,
       .teaches = CORE_TEXT("LossFunction", "Four wells of three depths: one deepest, two alike, one shallow."),
       .source = "Styblinski & Tang 1990",
       .make = formula(formulas::StyblinskiTang{})},
      {.id = "three_hump_camel",
       .name = CORE_TEXT("LossFunction", "Three-hump camel"),
       .formula = "2*x^2 - 1.05*x^4 + x^6/6 + x*y + y^2",
       .parameters = {},
       .domain = {{-5, 5}, {-5, 5}},
       .start = {-2.4, 2},
       .lr = 0.05,
       .steps = 60,
       .teaches = CORE_TEXT("LossFunction",
                            "One deep minimum between two shallow ones, and walls that rise with the sixth power."),
       .source = kSurvey,
       .make = formula(formulas::ThreeHumpCamel{})},
      {.id = "six_hump_camel",
       .name = CORE_TEXT("LossFunction", "Six-hump camel"),
       .formula = "(4 - 2.1*x^2 + x^4/3)*x^2 + x*y + (-4 + 4*y^2)*y^2",
       .parameters = {},
       .domain = {{-3, 3}, {-2, 2}},
       .start = {-1.4, 1.2},
       .lr = 0.05,
       .steps = 60,
       .teaches = CORE_TEXT("LossFunction", "Two deepest minima, four shallower ones and steep outer walls."),
       .source = "Dixon & Szegö 1978",
       .make = formula(formulas::SixHumpCamel{})},
      {.id = "goldstein_price",
       .name = CORE_TEXT("LossFunction", "Goldstein–Price"),
       .formula = "(1 + (x+y+1)^2*(19 - 14*x + 3*x^2 - 14*y + 6*x*y + 3*y^2)) * "
                  "(30 + (2*x - 3*y)^2*(18 - 32*x + 12*x^2 + 48*y - 36*x*y + 27*y^2))",
       .parameters = {},
       .domain = {{-2, 2}, {-2, 2}},
       .start = {-0.5, 0.2},
       .lr = 5e-5,
       .steps = 400,
       .teaches = CORE_TEXT("LossFunction", "Values from 3 to a million: only a tiny η survives the walls."),
       .source = "Goldstein & Price 1971",
       .make = formula(formulas::GoldsteinPrice{})},
  };
}

std::vector<LossFunctionInfo> manyMinima() {
  return {
      {.id = "ripple_bowl",
       .name = CORE_TEXT("LossFunction", "Ripples in a bowl"),
       .formula = "0.1*x^2 + 0.3*(1 - cos(3*x)) + y^2",
       .parameters = {},
       .domain = {{-6, 6}, {-4, 4}},
       .start = {4.5, 0.8},
       .lr = 0.2,
       .steps = 60,
       .teaches = CORE_TEXT("LossFunction",
                            "A constant η is trapped or bounces for ever; one that starts large and decays gets low."),
       .source = "made for Ravine",
       .make = formula(formulas::RippleBowl{})},
      {.id = "rastrigin",
       .name = CORE_TEXT("LossFunction", "Rastrigin"),
       .formula = "2*A + x^2 - A*cos(2*pi*x) + y^2 - A*cos(2*pi*y)",
       .parameters = {parameter("A", 10, CORE_TEXT("Parameter", "Height of the ripples"))},
       .domain = {{-5.12, 5.12}, {-5.12, 5.12}},
       .start = {3.4, -2.3},
       .lr = 0.004,
       .steps = 60,
       .teaches = CORE_TEXT("LossFunction", "A hundred local minima: descent is trapped almost wherever it starts."),
       .source = "Rastrigin 1974",
       .make = formula(formulas::Rastrigin{})},
      {.id = "ackley",
       .name = CORE_TEXT("LossFunction", "Ackley"),
       .formula = "-20*exp(-0.2*sqrt(0.5*(x^2 + y^2))) - exp(0.5*(cos(2*pi*x) + cos(2*pi*y))) + e + 20",
       .parameters = {},
       .domain = {{-5, 5}, {-5, 5}},
       .start = {-3.2, 2.6},
       .lr = 0.02,
       .steps = 60,
       .teaches = CORE_TEXT("LossFunction",
                            "Small ripples on a funnel whose tip is a kink: there the gradient never becomes small."),
       .source = "Ackley 1987",
       .make = formula(formulas::Ackley{})},
      {.id = "griewank",
       .name = CORE_TEXT("LossFunction", "Griewank"),
       .formula = "1 + (x^2 + y^2)/4000 - cos(x)*cos(y/sqrt(2))",
       .parameters = {},
       .domain = {{-10, 10}, {-10, 10}},
       .start = {-7, 5},
       .lr = 0.5,
       .steps = 60,
       .teaches = CORE_TEXT("LossFunction",
                            "Wells of almost the same depth: which one is the lowest can hardly be told from inside."),
       .source = "Griewank 1981",
       .make = formula(formulas::Griewank{})},
      // The usual box, [−10, 10]², holds 14,000 critical points and shows as a grey haze.
      {.id = "levy_n13",
       .name = CORE_TEXT("LossFunction", "Lévy N. 13"),
       .formula = "sin(3*pi*x)^2 + (x-1)^2*(1 + sin(3*pi*y)^2) + (y-1)^2*(1 + sin(2*pi*y)^2)",
       .parameters = {},
       .domain = {{-2, 4}, {-2, 4}},
       .start = {-1.3, 3.2},
       .lr = 0.002,
       .steps = 60,
       .teaches = CORE_TEXT("LossFunction",
                            "Fine ripples on steep slopes: the sharpness of the ripples, not the slope, limits η."),
       .source = kSurvey,
       .make = formula(formulas::LevyN13{})},
      {.id = "easom",
       .name = CORE_TEXT("LossFunction", "Easom"),
       .formula = "-cos(x)*cos(y)*exp(-((x - pi)^2 + (y - pi)^2))",
       .parameters = {},
       .domain = {{0, 6.3}, {0, 6.3}},
       .start = {4.2, 2.4},
       .lr = 0.1,
       .steps = 60,
       .teaches = CORE_TEXT("LossFunction",
                            "One narrow well in a plain: from a little farther off there is no gradient to follow."),
       .source = kSurvey,
       .make = formula(formulas::Easom{})},
  };
}

std::vector<LossFunctionInfo> makeCatalogue() {
  std::vector<LossFunctionInfo> all;
  const auto add = [&all](LossGroup group, std::vector<LossFunctionInfo> rows) {
    for (LossFunctionInfo& row : rows) {
      row.group = group;
      row.ofXAlone = group == LossGroup::curves;
      all.push_back(std::move(row));
    }
  };
  add(LossGroup::curves, curves());
  add(LossGroup::valleys, quadratics());
  add(LossGroup::valleys, valleys());
  add(LossGroup::saddles, saddles());
  add(LossGroup::manyMinima, wells());
  add(LossGroup::manyMinima, manyMinima());
  return all;
}

}  // namespace

const std::vector<LossFunctionInfo>& lossFunctions() {
  static const std::vector<LossFunctionInfo> catalogue = makeCatalogue();
  return catalogue;
}

Message lossGroupName(LossGroup group) {
  switch (group) {
    case LossGroup::curves:
      return CORE_TEXT("LossFunction", "One parameter");
    case LossGroup::valleys:
      return CORE_TEXT("LossFunction", "Bowls and valleys");
    case LossGroup::saddles:
      return CORE_TEXT("LossFunction", "Saddles and plateaus");
    case LossGroup::manyMinima:
      return CORE_TEXT("LossFunction", "Many minima");
    case LossGroup::models:
      return CORE_TEXT("LossFunction", "Models on data");
    case LossGroup::measured:
      return CORE_TEXT("LossFunction", "Measured");
    case LossGroup::own:
      break;
  }
  return CORE_TEXT("LossFunction", "Your own");
}

const LossFunctionInfo* findLossFunction(std::string_view id) {
  for (const LossFunctionInfo& info : lossFunctions())
    if (info.id == id) return &info;
  return nullptr;
}

}  // namespace ravine
