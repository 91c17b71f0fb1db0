// The sums over rows: whatever the processor's instructions, the same digits; and the digits of the rows one by one.
#include "core/loss/model_kernels.h"

#include <gtest/gtest.h>

#include <array>
#include <cmath>
#include <cstdlib>
#include <random>
#include <vector>

#include "core/loss/model_rules.h"

namespace ravine {
namespace {

struct Columns {
  std::vector<double> x, x2, y;
  std::size_t count;

  // What lies behind the rows is poison that nobody may see.
  Columns(std::size_t rows, bool labels, unsigned seed) : count(rows) {
    std::mt19937 engine(seed);
    std::normal_distribution<double> normal;
    for (auto* column : {&x, &x2, &y}) column->assign(roomFor(rows), NAN);
    for (std::size_t i = 0; i < rows; ++i) {
      x[i] = normal(engine);
      x2[i] = normal(engine);
      y[i] = labels ? static_cast<double>(engine() % 2) : normal(engine);
    }
  }
  Rows rows() const { return {x.data(), x2.data(), y.data(), count}; }
};

using Sums = std::array<double, 6>;

template <class Model>
Sums sumsOf(const Model& model, const Columns& columns, double a, double b, InstructionSet set) {
  Sums sums{};
  modelKernels<Model>(set).derivatives(model, columns.rows(), a, b, sums.data());
  return sums;
}

// Row by row, in long double.
template <class Model>
std::array<long double, 6> summedUp(const Model& model, const Columns& columns, double a, double b) {
  std::array<long double, 6> sums{};
  for (std::size_t i = 0; i < columns.count; ++i) {
    using J = Hessian<double>;
    const J f =
        whole(model.loss(Model::predict(J::variableX(a), J::variableY(b), columns.x[i], columns.x2[i]), columns.y[i]));
    const std::array<double, 6> parts{f.v, f.x, f.y, f.xx, f.xy, f.yy};
    for (std::size_t k = 0; k < 6; ++k) sums[k] += static_cast<long double>(parts[k]);
  }
  return sums;
}

template <class Model>
class ModelKernelsTest : public testing::Test {};
using Models = testing::Types<Line, HuberLine, Logistic, LogisticWithBias, TanhNeuron, TanhNetwork>;
TYPED_TEST_SUITE(ModelKernelsTest, Models);

constexpr std::array<std::size_t, 8> kCounts{1, 3, 7, 8, 9, 64, 1000, 5003};

TYPED_TEST(ModelKernelsTest, AddUpTheLossesOfTheRowsAndOfNothingElse) {
  const TypeParam model{};
  for (const std::size_t count : kCounts) {
    const Columns columns(count, true, static_cast<unsigned>(count));
    const auto expected = summedUp(model, columns, 0.7, -1.3);
    const Sums sums = sumsOf(model, columns, 0.7, -1.3, InstructionSet::baseline);
    for (std::size_t k = 0; k < 6; ++k)
      EXPECT_NEAR(sums[k], static_cast<double>(expected[k]), 1e-15 * static_cast<double>(count) * 20)
          << k << " of " << count;
    double value = 0;
    Sums gradient{};
    const auto kernels = modelKernels<TypeParam>(InstructionSet::baseline);
    kernels.value(model, columns.rows(), 0.7, -1.3, &value);
    kernels.gradient(model, columns.rows(), 0.7, -1.3, gradient.data());
    EXPECT_EQ(value, sums[0]);
    for (std::size_t k = 0; k < 3; ++k) EXPECT_EQ(gradient[k], sums[k]);
  }
}

TYPED_TEST(ModelKernelsTest, GiveTheSameDigitsWithEveryInstructionSet) {
  const TypeParam model{};
  std::mt19937 engine(3);
  std::normal_distribution<double> wide(0, 30);
  for (const InstructionSet set : instructionSets())
    for (const std::size_t count : kCounts)
      for (int place = 0; place < 20; ++place) {
        const Columns columns(count, true, static_cast<unsigned>(count));
        const double a = wide(engine);
        const double b = wide(engine);
        EXPECT_EQ(sumsOf(model, columns, a, b, set), sumsOf(model, columns, a, b, InstructionSet::baseline));
      }
}

TYPED_TEST(ModelKernelsTest, WhereThereIsNoNumberThereIsNoLoss) {
  const TypeParam model{};
  const Columns columns(9, true, 1);
  for (const InstructionSet set : instructionSets()) EXPECT_TRUE(std::isnan(sumsOf(model, columns, NAN, 1, set)[0]));
}

// Where all rows are classified for certain, a mean of log(1 + e⁻ᶻ) would be 0 long before it is.
TEST(ModelKernels, KeepTheDigitsOfATinyLoss) {
  Columns columns(16, true, 1);
  for (std::size_t i = 0; i < columns.count; ++i) {
    columns.x[i] = i % 2 == 0 ? -1 : 1;
    columns.y[i] = i % 2 == 0 ? 0 : 1;
  }
  for (const InstructionSet set : instructionSets())
    for (const double w : {40.0, 100.0, 500.0}) {
      const double loss = sumsOf(LogisticWithBias{}, columns, w, 0, set)[0];
      EXPECT_NEAR(loss / (16 * std::exp(-w)), 1, 1e-14) << w;
    }
}

TEST(InstructionSets, TheBaselineIsAlwaysThereAndTheFastestIsChosen) {
  const auto sets = instructionSets();
  ASSERT_FALSE(sets.empty());
  EXPECT_EQ(sets.front(), InstructionSet::baseline);
  if (!std::getenv("RAVINE_SIMD")) {
    EXPECT_EQ(instructionSet(), sets.back());
  }
}

}  // namespace
}  // namespace ravine
