// One update in full, the best rate, and the figures for comparison.
#include "core/run/step.h"

#include <gtest/gtest.h>

#include "core/diagnosis/best_rate.h"
#include "core/diagnosis/summary.h"

namespace ravine {
namespace {

ravine::Run runWith(const std::string& optimizer, double lr = 0.05) {
  ravine::Run run;
  run.lossFunction = {"rosenbrock", {}};
  run.start = {-1.2, 1};
  run.optimizer.id = optimizer;
  run.lr = lr;
  run.steps = 40;
  return run;
}

const Vector2& term(const StepArithmetic& step, const std::string& symbol) {
  for (const Term& each : step.terms)
    if (each.symbol == symbol) return each.value;
  ADD_FAILURE() << "no term " << symbol;
  static const Vector2 none(NAN, NAN);
  return none;
}

StepArithmetic stepOf(const ravine::Run& run, std::int64_t t) {
  const auto function = makeLossFunction(lossFunctionInfo(run), run.lossFunction.parameters);
  const auto step = stepArithmetic(run, simulate(run), *function, t);
  EXPECT_TRUE(step);
  return step.value_or(StepArithmetic{});
}

TEST(StepArithmetic, IsTheVeryStepOfTheTrajectoryForEveryOptimizerAlsoWithNoise) {
  for (const OptimizerInfo& info : optimizers())
    for (const double sigma : {0.0, 0.3}) {
      ravine::Run run = runWith(info.id, 0.001);
      run.noise = {{"sigma", sigma}};
      const Trajectory t = simulate(run);
      const auto function = makeLossFunction(lossFunctionInfo(run), run.lossFunction.parameters);
      for (const std::int64_t step : {std::int64_t{0}, std::int64_t{7}, t.steps() - 1}) {
        const auto arithmetic = stepArithmetic(run, t, *function, step);
        ASSERT_TRUE(arithmetic) << info.id;
        EXPECT_EQ(arithmetic->next, t.points[static_cast<std::size_t>(step) + 1]) << info.id;
        for (const Term& term : arithmetic->terms) {
          EXPECT_TRUE(isFinite(term.value)) << info.id << ' ' << term.symbol;
          EXPECT_FALSE(term.meaning.empty()) << info.id << ' ' << term.symbol;
        }
      }
      EXPECT_FALSE(stepArithmetic(run, t, *function, t.steps()));
      EXPECT_FALSE(stepArithmetic(run, t, *function, -1));
    }
}

TEST(StepArithmetic, OfMomentumAddsUp) {
  ravine::Run run = runWith("sgd", 0.001);
  run.optimizer.parameters = {{"momentum", 0.9}};
  const StepArithmetic step = stepOf(run, 5);
  EXPECT_LT((step.theta - step.lr * term(step, "b") - step.next).norm(), 1e-15);
  const Vector2 before = term(stepOf(run, 4), "b");
  EXPECT_LT((0.9 * before + step.gradient - term(step, "b")).norm(), 1e-12);
}

TEST(StepArithmetic, OfAdamAddsUp) {
  const StepArithmetic step = stepOf(runWith("adam"), 5);
  const Vector2 expected = step.theta - step.lr * term(step, "m̂ = m/(1 − β₁^t)").cwiseQuotient(term(step, "√v̂ + ε"));
  EXPECT_LT((expected - step.next).norm(), 1e-15);
}

TEST(StepArithmetic, OfPlainDescentHasNothingBetweenGradientAndStep) {
  const StepArithmetic step = stepOf(runWith("sgd", 0.001), 3);
  EXPECT_TRUE(step.terms.empty());
  EXPECT_LT((step.theta - step.lr * step.gradient - step.next).norm(), 1e-15);
}

std::vector<DirectionFactor> factorsOn(const std::string& function, const std::string& optimizer) {
  const ravine::Run run = runWith(optimizer);
  return directionFactors(run, surveyLandscape({function, {}}), 0.04);
}

TEST(DirectionFactors, OfPlainDescentAreOneMinusEtaLambdaForBothAxes) {
  const auto factors = factorsOn("ravine", "sgd");
  ASSERT_EQ(factors.size(), 2u);
  EXPECT_EQ(factors[0].curvature, 1);
  EXPECT_DOUBLE_EQ(factors[0].mode.factor, 0.96);
  EXPECT_EQ(factors[1].curvature, 20);
  EXPECT_DOUBLE_EQ(factors[1].mode.factor, 0.2);
  EXPECT_TRUE(factors[0].plain && factors[1].plain);
}

TEST(DirectionFactors, AreOneWhereAllDirectionsAreAlike) {
  EXPECT_EQ(factorsOn("bowl", "sgd").size(), 1u);
}

TEST(DirectionFactors, OfAnotherRuleAreNotCalledPlain) {
  EXPECT_FALSE(factorsOn("ravine", "qhm").front().plain);
}

TEST(DirectionFactors, AreNotGivenWithoutExactTheory) {
  EXPECT_TRUE(factorsOn("rosenbrock", "sgd").empty());
  EXPECT_TRUE(factorsOn("ravine", "adam").empty());
}

// Runs along one axis of a quadratic shrink or grow in the long run by the factor that the rule names.
TEST(ModeFactor, IsWhatSimulationShows) {
  const std::vector<std::pair<std::string, ParameterSet>> rules{{"sgd", {}},
                                                                {"sgd", {{"momentum", 0.8}}},
                                                                {"sgd", {{"momentum", 0.8}, {"nesterov", true}}},
                                                                {"sgd", {{"momentum", 0.7}, {"dampening", 0.4}}},
                                                                {"sgd", {{"weight_decay", 2.0}}},
                                                                {"qhm", {{"beta", 0.6}, {"nu", 0.4}}},
                                                                {"damped_newton", {{"damping", 3.0}}}};
  for (const auto& [id, parameters] : rules)
    for (const double lr : {0.02, 0.1, 0.31, 0.6}) {
      ravine::Run run;
      run.lossFunction = {"bowl", {{"a", 4.0}, {"b", 4.0}}};
      run.start = {1, 0};
      run.optimizer = {id, parameters};
      run.lr = lr;
      run.steps = 400;
      const ModeFactor mode = optimizerInfo(run).modeFactor(parameters, lr, 4);
      if (mode.factor == 0) continue;
      const auto& points = simulate(run).points;
      // The envelope over a stretch of many steps, so that a swing through zero does not count.
      const auto envelope = [&](std::size_t from) {
        double largest = 0;
        for (std::size_t t = from; t < from + 60; ++t) largest = std::max(largest, std::abs(points[t].x()));
        return largest;
      };
      if (points.size() < 200 || envelope(120) == 0) continue;
      const double measured = std::pow(envelope(120) / envelope(20), 1.0 / 100);
      EXPECT_NEAR(measured / std::abs(mode.factor), 1, 0.02) << id << ' ' << lr;
    }
}

TEST(ModeFactor, IsOneInSizeAtTheStabilityLimit) {
  for (const OptimizerInfo& info : optimizers()) {
    if (!info.modeFactor) continue;
    const double limit = info.stabilityLimit({}, 7);
    EXPECT_NEAR(info.modeFactor({}, limit, 7).factor, -1, 1e-9) << info.id;
  }
}

TEST(BestRate, OnAQuadraticIsTwoOverTheSumOfTheCurvatures) {
  ravine::Run run = runWith("sgd");
  run.lossFunction = {"ravine", {}};
  run.start = {-4, 2};
  const Landscape landscape = surveyLandscape(run.lossFunction);
  const auto best = bestRate(run, landscape);
  ASSERT_TRUE(best);
  EXPECT_TRUE(best->exact);
  EXPECT_DOUBLE_EQ(best->lr, 2.0 / 21);
  // No other rate shrinks the slower of both directions faster.
  const auto slowest = [](double lr) { return std::max(std::abs(1 - lr), std::abs(1 - 20 * lr)); };
  for (const double other : {0.5, 0.9, 0.99, 1.01, 1.1}) EXPECT_GT(slowest(other * best->lr), slowest(best->lr));
}

TEST(BestRate, OfAValleyIsThatOfItsOneCurvature) {
  ravine::Run run = runWith("sgd");
  run.lossFunction = {"parabola", {}};
  EXPECT_DOUBLE_EQ(bestRate(run, surveyLandscape(run.lossFunction))->lr, 0.5);
}

TEST(BestRate, ElsewhereBeatsEveryRateOfAGrid) {
  for (const std::string optimizer : {"sgd", "adam"}) {
    ravine::Run run = runWith(optimizer);
    run.steps = 200;
    const auto best = bestRate(run, surveyLandscape(run.lossFunction));
    ASSERT_TRUE(best);
    EXPECT_FALSE(best->exact);
    EXPECT_GT(best->tried, 50);
    const auto finalLoss = [&](double lr) {
      run.lr = lr;
      const Trajectory t = simulate(run);
      return t.end == TrajectoryEnd::finished ? t.losses.back() : std::numeric_limits<double>::infinity();
    };
    const double reached = finalLoss(best->lr);
    for (double lr = 1e-5; lr < 5; lr *= 2) EXPECT_GE(finalLoss(lr), 0.8 * reached) << optimizer << ' ' << lr;
  }
}

TEST(BestRate, IsNotGivenWhereThereIsNoMinimum) {
  ravine::Run run = runWith("sgd");
  run.lossFunction = {"quadratic_saddle", {}};
  run.start = {2, 0.01};
  EXPECT_FALSE(bestRate(run, surveyLandscape(run.lossFunction)));
}

TEST(BestRate, GivesUpWhenCancelled) {
  const ravine::Run run = runWith("sgd");
  EXPECT_FALSE(bestRate(run, surveyLandscape(run.lossFunction), [] { return true; }));
}

TEST(Summary, CountsAsOneWouldByHand) {
  Trajectory t;
  t.points = {{0, 0}, {3, 4}, {3, 0}, {3, 1}};
  t.losses = {101, 2.5, 1.9, 1};
  t.lrs = {1, 1, 1};
  Summary summary = summarize(t);
  EXPECT_EQ(summary.finalLoss, 1);
  EXPECT_EQ(summary.bestLoss, 1);
  EXPECT_EQ(summary.bestAt, 3);
  EXPECT_EQ(summary.nearBest, 2);  // 1 + 0.01 · 100 = 2
  EXPECT_EQ(summary.pathLength, 10);
  t.losses = {1, 2, 3, 4};  // never better than at the start
  summary = summarize(t);
  EXPECT_EQ(summary.bestAt, 0);
  EXPECT_EQ(summary.nearBest, 0);
}

}  // namespace
}  // namespace ravine
