#include "core/loss/loss_function.h"

#include <gtest/gtest.h>

#include <random>
#include <set>

#include "core/base/jet.h"

namespace ravine {
namespace {

class EveryLossFunction : public testing::TestWithParam<LossFunctionInfo> {
 protected:
  std::shared_ptr<const LossFunction> function = makeLossFunction(GetParam(), {});

  // Random points of the domain, away from its corners where differences of large values say little.
  std::vector<Vector2> points() const {
    std::mt19937 engine(7);
    std::uniform_real_distribution<double> part(0.1, 0.9);
    std::vector<Vector2> points;
    const Box& box = GetParam().domain;
    for (int i = 0; i < 40; ++i)
      points.emplace_back(box.x.lower + part(engine) * box.x.length(), box.y.lower + part(engine) * box.y.length());
    return points;
  }
};

TEST_P(EveryLossFunction, HasTheGradientThatDifferencesOfItsValuesShow) {
  for (const Vector2& p : points()) {
    const double h = 1e-5;
    const auto f = [&](double dx, double dy) { return function->value(p + Vector2(dx, dy)); };
    const Vector2 differences((f(h, 0) - f(-h, 0)) / (2 * h), (f(0, h) - f(0, -h)) / (2 * h));
    EXPECT_LT((function->gradient(p).gradient - differences).norm(), 1e-5 * (1 + differences.norm()));
  }
}

TEST_P(EveryLossFunction, HasTheHessianThatDifferencesOfItsGradientShow) {
  for (const Vector2& p : points()) {
    const double h = 1e-5;
    Matrix2 differences;
    for (int i = 0; i < 2; ++i) {
      const Vector2 step = h * Vector2::Unit(i);
      differences.col(i) = (function->gradient(p + step).gradient - function->gradient(p - step).gradient) / (2 * h);
    }
    EXPECT_LT((function->derivatives(p).hessian - differences).norm(), 1e-4 * (1 + differences.norm()));
  }
}

TEST_P(EveryLossFunction, GivesTheSameValueByEveryWay) {
  for (const Vector2& p : points()) {
    EXPECT_DOUBLE_EQ(function->value(p), function->gradient(p).value);
    EXPECT_DOUBLE_EQ(function->value(p), function->derivatives(p).value);
    EXPECT_EQ(function->gradient(p).gradient, function->derivatives(p).gradient);
    std::vector<double> row(7);  // neither a multiple of a SIMD pack nor shorter than one
    function->sampleRow(p.x(), 0.01, p.y(), row);
    for (std::size_t i = 0; i < row.size(); ++i) {
      const double value = function->value({p.x() + 0.01 * static_cast<double>(i), p.y()});
      EXPECT_NEAR(row[i], value, 1e-11 * (1 + std::abs(value)));
    }
  }
}

TEST_P(EveryLossFunction, StartsInsideItsDomainAtAFiniteLoss) {
  EXPECT_TRUE(GetParam().domain.contains(GetParam().start));
  EXPECT_TRUE(std::isfinite(function->value(GetParam().start)));
  EXPECT_TRUE(check(GetParam().parameters, {}, "loss").empty());
}

INSTANTIATE_TEST_SUITE_P(Catalogue, EveryLossFunction, testing::ValuesIn(lossFunctions()),
                         [](const auto& row) { return row.param.id; });

TEST(LossFunctions, HaveUniqueIds) {
  std::set<std::string> ids;
  for (const LossFunctionInfo& info : lossFunctions()) EXPECT_TRUE(ids.insert(info.id).second) << info.id;
}

TEST(LossFunctions, SayWhatTheyTeachAndWhereTheyComeFrom) {
  for (const LossFunctionInfo& info : lossFunctions()) {
    EXPECT_FALSE(info.teaches.empty()) << info.id;
    EXPECT_FALSE(info.source.empty()) << info.id;
  }
}

TEST(LossFunctions, AreNotQuadraticWhereTheyHaveAKink) {
  for (const std::string formula : {"abs(x) + y^2", "max(x, 0)", "relu(x - y)", "x^2 + abs(y - 1)"}) {
    const LossFunctionInfo info = *[&] {
      static Problems problems;
      return resolve({"", {}, formula}, problems);
    }();
    EXPECT_FALSE(isQuadratic(*makeLossFunction(info, {}), info.domain)) << formula;
  }
}

TEST(LossFunctions, TakeTheirParameters) {
  const auto function = makeLossFunction(*findLossFunction("ravine"), {{"b", 8.0}});
  EXPECT_DOUBLE_EQ(function->value({1, 2}), 0.5 * (1 + 8 * 4));
}

TEST(LossFunctions, BecomeFormulasWithTheNumbersThatTheseHave) {
  const LossChoice bowl{"bowl", {{"b", 7.0}}};
  const LossChoice own = asFormula(bowl, "b*x^2 + c*y^2");
  EXPECT_TRUE(own.id.empty());
  EXPECT_EQ(own.parameters, (ParameterSet{{"b", 7.0}}));
  EXPECT_EQ(own.domain, lossFunctionInfo(bowl).domain);
  EXPECT_EQ(asFormula(bowl, "b*(").formula, "b*(");  // so that it can be shown, with what is wrong
}

TEST(LossFunctions, KnowQuadraticsFromOthers) {
  for (const LossFunctionInfo& info : lossFunctions()) {
    const std::set<std::string> quadratics{"bowl",   "ravine",           "parabola", "booth",
                                           "matyas", "quadratic_saddle", "saddle"};
    EXPECT_EQ(isQuadratic(*makeLossFunction(info, {}), info.domain), quadratics.contains(info.id)) << info.id;
  }
}

TEST(Jets, FollowTheQuotientRule) {
  // x/y at (3, 2): value 1.5, gradient (1/y, −x/y²), Hessian (0, −1/y², 2x/y³).
  using J = Hessian<double>;
  const J q = J::variableX(3) / J::variableY(2);
  EXPECT_DOUBLE_EQ(q.v, 1.5);
  EXPECT_DOUBLE_EQ(q.x, 0.5);
  EXPECT_DOUBLE_EQ(q.y, -0.75);
  EXPECT_DOUBLE_EQ(q.xx, 0);
  EXPECT_DOUBLE_EQ(q.xy, -0.25);
  EXPECT_DOUBLE_EQ(q.yy, 0.75);
}

TEST(Eigenvalues, AreAscendingAlsoWithCrossTerms) {
  Matrix2 m;
  m << 2, 1, 1, 2;
  EXPECT_DOUBLE_EQ(eigenvalues(m).lower, 1);
  EXPECT_DOUBLE_EQ(eigenvalues(m).upper, 3);
}

}  // namespace
}  // namespace ravine
