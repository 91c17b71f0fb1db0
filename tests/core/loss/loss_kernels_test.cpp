// What is found at many places at once is, bit for bit, what is found at each alone. Run with every instruction set.
#include <gtest/gtest.h>

#include <random>
#include <vector>

#include "core/loss/loss_function.h"
#include "tests/core/same_bits.h"

namespace ravine {
namespace {

constexpr std::size_t kCount = 1024;

struct Columns {
  std::vector<double> x, y, value, gradientX, gradientY;
};

// In and around the domain, on its axes and whole numbers, where functions have kinks, and far outside.
Columns placesIn(const Box& domain) {
  std::mt19937_64 random(7);
  const Box around = domain.grown(0.5);
  std::uniform_real_distribution<double> inX(around.x.lower, around.x.upper);
  std::uniform_real_distribution<double> inY(around.y.lower, around.y.upper);
  Columns columns;
  for (std::size_t i = 0; i < kCount; ++i) {
    const double far = i % 16 == 15 ? std::pow(10.0, static_cast<double>(i % 300)) : 1;
    const bool whole = i % 8 == 3;
    columns.x.push_back(whole ? std::round(inX(random)) : far * inX(random));
    columns.y.push_back(whole ? std::round(inY(random)) : far * inY(random));
  }
  for (auto* to : {&columns.value, &columns.gradientX, &columns.gradientY}) to->resize(kCount);
  return columns;
}

void expectTheSameDigits(const LossChoice& choice) {
  const LossFunctionInfo info = lossFunctionInfo(choice);
  const auto function = makeLossFunction(info, choice.parameters);
  Columns c = placesIn(info.domain);
  function->gradients({c.x.data(), c.y.data(), kCount}, {c.value.data(), c.gradientX.data(), c.gradientY.data()});
  for (std::size_t i = 0; i < kCount; ++i) {
    const ValueAndGradient alone = function->gradient({c.x[i], c.y[i]});
    const bool same = haveSameBits(alone.value, c.value[i]) && haveSameBits(alone.gradient.x(), c.gradientX[i]) &&
                      haveSameBits(alone.gradient.y(), c.gradientY[i]);
    if (same) continue;
    ADD_FAILURE() << choice.id << choice.formula << " at " << c.x[i] << ", " << c.y[i] << ": " << alone.value << ", "
                  << alone.gradient.transpose() << ", among others " << c.value[i] << ", " << c.gradientX[i] << " "
                  << c.gradientY[i];
    return;
  }
}

TEST(LossKernels, AllFunctionsOfTheCatalogueGiveTheSameDigits) {
  for (const LossFunctionInfo& info : lossFunctions()) expectTheSameDigits({info.id, {}});
}

TEST(LossKernels, SoDoTheirFormulasAsTyped) {
  for (const LossFunctionInfo& info : lossFunctions()) {
    LossChoice typed = asFormula({info.id, {}}, info.formula);
    expectTheSameDigits(typed);
  }
}

TEST(LossKernels, SoDoAllThatCanBeTyped) {
  for (const char* formula :
       {"sin(x)*cos(y) + tan(x*y)", "asin(x/9) + acos(y/9) + atan(x*y)", "sinh(x) - cosh(y)*tanh(x*y)",
        "exp(-x^2) + log(y) + log10(x^2)", "sqrt(x) + abs(y) + abs(x - y)", "sigmoid(x) + relu(y) + softplus(x*y)",
        "min(x, y) + max(x^2, y)", "min(x, 1) + max(2, y)", "x^y + x^2.5 + 3^y", "x^-3 + (x + y)^5 - 2/(x*y)", "x/y",
        "7", "x"})
    expectTheSameDigits({.id = {}, .parameters = {}, .formula = formula});
}

TEST(LossKernels, SoDoModels) {
  expectTheSameDigits({"tanh_neuron", {}});
  expectTheSameDigits({"line", {}});
}

}  // namespace
}  // namespace ravine
