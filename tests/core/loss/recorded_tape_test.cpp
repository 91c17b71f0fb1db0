// The tape of a typed formula gives its value and its gradient, with as little work as is needed for them.
#include "core/loss/recorded_tape.h"

#include <gtest/gtest.h>

#include <algorithm>

#include "core/loss/formula_program.h"
#include "core/loss/loss_function.h"
#include "tests/core/same_bits.h"

namespace ravine {
namespace {

std::shared_ptr<const LossFunction> typed(const std::string& formula) {
  return makeLossFunction(lossFunctionInfo({.id = {}, .parameters = {}, .formula = formula}), {});
}

std::ptrdiff_t countOf(TapeOperation operation, const Tape& tape) {
  return std::count_if(tape.steps, tape.steps + tape.length,
                       [operation](const TapeStep& step) { return step.operation == operation; });
}

Tape tapeOf(const LossFunction& function) {
  return std::get<Tape>(*function.kernelFormula());
}

TEST(RecordedTape, GivesTheCatalogueItsOwnGradientsOfATypedTwin) {
  for (const LossFunctionInfo& info : lossFunctions()) {
    if (info.group == LossGroup::models) continue;
    const LossChoice choice = asFormula({info.id, {}}, info.formula);
    const auto twin = makeLossFunction(lossFunctionInfo(choice), choice.parameters);
    const auto own = makeLossFunction(info, {});
    for (int i = 0; i < 50; ++i) {
      const Vector2 at(info.domain.x.lower + info.domain.x.length() * (i * 7 % 50) / 49.0,
                       info.domain.y.lower + info.domain.y.length() * i / 49.0);
      const ValueAndGradient expected = own->gradient(at);
      const ValueAndGradient actual = twin->gradient(at);
      EXPECT_TRUE(haveSameBits(actual.value, twin->value(at))) << info.id << " at " << at.transpose();
      EXPECT_DOUBLE_EQ(actual.value, expected.value) << info.id << " at " << at.transpose();
      EXPECT_DOUBLE_EQ(actual.gradient.x(), expected.gradient.x()) << info.id << " at " << at.transpose();
      EXPECT_DOUBLE_EQ(actual.gradient.y(), expected.gradient.y()) << info.id << " at " << at.transpose();
    }
  }
}

TEST(RecordedTape, ComputesNothingTwiceAndNothingInVain) {
  EXPECT_EQ(countOf(TapeOperation::sincos, tapeOf(*typed("sin(x)*cos(x) + sin(x)^3"))), 1);
  EXPECT_EQ(countOf(TapeOperation::exp, tapeOf(*typed("exp(x*y) + 3*exp(y*x)"))), 1);
  EXPECT_EQ(countOf(TapeOperation::log, tapeOf(*typed("2^x"))), 0) << "of a constant";
  EXPECT_EQ(tapeOf(*typed("x")).length, 0U);
  EXPECT_EQ(tapeOf(*typed("3*x + y")).length, 1U) << "the slopes are constants";
}

TEST(RecordedTape, NeedsFewRegistersForMuchWork) {
  std::string sum = "sin(x*y)";
  while (sum.size() < 480) sum += "+sin(x*y)/cos(x+y)";
  EXPECT_LT(tapeOf(*typed(sum)).registers, 40U);
}

TEST(RecordedTape, KnowsWhatDoesNotDependOnAVariable) {
  const Vector2 at(0.5, -2);
  for (const auto& [formula, value, dx, dy] : {std::tuple("7", 7.0, 0.0, 0.0),
                                               {"y", -2.0, 0.0, 1.0},
                                               {"sin(x^0)", sin(1.0), 0.0, 0.0},
                                               {"cos(y^0) + x", cos(1.0) + 0.5, 1.0, 0.0},
                                               {"-x - y", 1.5, -1.0, -1.0},
                                               {"x - 3 - y", -0.5, 1.0, -1.0},
                                               {"max(x, 3)", 3.0, 0.0, 0.0},
                                               {"max(x, 0)*y", -1.0, -2.0, 0.5},
                                               {"1/x", 2.0, -4.0, 0.0},
                                               {"3 - (x - y)", 0.5, -1.0, 1.0},
                                               {"y*x*y", 2.0, 4.0, -2.0},
                                               {"x*y - y", 1.0, -2.0, -0.5},
                                               {"x^1", 0.5, 1.0, 0.0}}) {
    const ValueAndGradient f = typed(formula)->gradient(at);
    EXPECT_EQ(f.value, value) << formula;
    EXPECT_EQ(f.gradient.x(), dx) << formula;
    EXPECT_EQ(f.gradient.y(), dy) << formula;
  }
}

// A factor 0 that somebody types is a number like any other; a slope that is 0 by nature stays 0.
TEST(RecordedTape, TellsATypedZeroFromASlopeThatIsZero) {
  const ValueAndGradient typedZero = typed("0*exp(x)")->gradient({1000, 0});
  EXPECT_TRUE(std::isnan(typedZero.value)) << "0 · ∞";
  EXPECT_TRUE(std::isnan(typedZero.gradient.x()));
  EXPECT_EQ(typedZero.gradient.y(), 0);
  const ValueAndGradient ofXAlone = typed("exp(x)")->gradient({1000, 0});
  EXPECT_EQ(ofXAlone.gradient.y(), 0);
}

}  // namespace
}  // namespace ravine
