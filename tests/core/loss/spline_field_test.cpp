#include "core/loss/spline_field.h"

#include <gtest/gtest.h>

#include <algorithm>

#include "core/loss/landscape.h"
#include "core/loss/models.h"

namespace ravine {
namespace {

// Counts what it is asked.
class Counted final : public LossFunction {
 public:
  explicit Counted(const LossFunction& function) : m_function(function) {}

  double value(const Vector2& theta) const override {
    ++asked;
    return m_function.value(theta);
  }
  ValueAndGradient gradient(const Vector2& theta) const override { return m_function.gradient(theta); }
  Derivatives derivatives(const Vector2& theta) const override { return m_function.derivatives(theta); }
  void sampleRow(double x, double dx, double y, std::span<double> out) const override {
    asked += out.size();
    m_function.sampleRow(x, dx, y, out);
  }
  std::size_t terms() const override { return m_function.terms(); }

  mutable std::size_t asked = 0;

 private:
  const LossFunction& m_function;
};

TEST(SplineField, OfEveryModelIsAsGoodAsTheExactOne) {
  for (const ModelInfo& model : models()) {
    const LossChoice choice{model.id, {}};
    const Landscape landscape = surveyLandscape(choice);
    constexpr int width = 400;
    constexpr int height = 300;
    const Field field = sampleField(*landscape.function, landscape.domain, width, height);
    const auto [low, high] = std::minmax_element(field.values.begin(), field.values.end());
    for (int row = 0; row < height; row += 3)
      for (int column = 0; column < width; column += 3)
        ASSERT_NEAR(field.at(column, row), landscape.function->value(field.centre(column, row)), 1e-4 * (*high - *low))
            << model.id << " at " << column << ", " << row;
  }
}

TEST(SplineField, AsksForFewValues) {
  const LossFunctionInfo info = lossFunctionInfo(LossChoice{"tanh_neuron", {}});
  const auto function = makeLossFunction(info, {});
  const Counted counted(*function);
  constexpr int width = 800;
  constexpr int height = 600;
  ASSERT_TRUE(splineField(counted, info.domain, width, height));
  EXPECT_LT(counted.asked, std::size_t{width * height / 10});
}

TEST(SplineField, IsNotTakenWhereTheFunctionIsNotFinite) {
  const LossFunctionInfo info = lossFunctionInfo(LossChoice{"", {}, "log(x)"});
  EXPECT_FALSE(splineField(*makeLossFunction(info, {}), info.domain, 400, 300));
}

TEST(SplineField, IsNotTakenForFewCells) {
  const LossFunctionInfo info = lossFunctionInfo(LossChoice{"line", {}});
  EXPECT_FALSE(splineField(*makeLossFunction(info, {}), info.domain, 20, 20));
}

}  // namespace
}  // namespace ravine
