#include "core/diagnosis/diagnose.h"

#include <gtest/gtest.h>

#include <map>
#include <random>

namespace ravine {
namespace {

const Landscape& landscapeOf(const std::string& id) {
  static std::map<std::string, Landscape> known;
  const auto found = known.find(id);
  return found != known.end() ? found->second : known.emplace(id, surveyLandscape({id, {}})).first->second;
}

struct Judged {
  Trajectory trajectory;
  Diagnosis diagnosis;
};

Judged judge(const std::string& function, const Vector2& start, double lr, std::int64_t steps) {
  ravine::Run run;
  run.lossFunction = {function, {}};
  run.start = start;
  run.lr = lr;
  run.steps = steps;
  Judged judged{simulate(run), {}};
  judged.diagnosis = diagnose(run, judged.trajectory, landscapeOf(function));
  return judged;
}

Outcome outcome(const std::string& function, const Vector2& start, double lr, std::int64_t steps) {
  return judge(function, start, lr, steps).diagnosis.outcome;
}

TEST(Diagnosis, OnTheRavineFollowsTheTheory) {
  EXPECT_EQ(outcome("ravine", {-4, 2}, 0.09, 200), Outcome::converged);
  EXPECT_EQ(outcome("ravine", {-4, 2}, 0.1, 200), Outcome::oscillating);
  EXPECT_EQ(outcome("ravine", {-4, 2}, 0.105, 200), Outcome::diverged);
  EXPECT_EQ(outcome("ravine", {-4, 2}, 0.005, 200), Outcome::crawling);
}

TEST(Diagnosis, OnTheRavineFollowsTheTheoryInShortRunsToo) {
  EXPECT_EQ(outcome("ravine", {-4, 2}, 0.1, 40), Outcome::oscillating);
  EXPECT_EQ(outcome("ravine", {-4, 2}, 0.105, 40), Outcome::diverged);
  EXPECT_EQ(outcome("ravine", {-4, 0.05}, 0.105, 60), Outcome::diverged);
}

TEST(Diagnosis, OfTheDoubleWellShowsEveryOutcomeOnOneLandscape) {
  const Vector2 start(1.6, 0.8);
  for (const double lr : {0.01, 0.05, 0.1}) {
    const Diagnosis d = judge("double_well", start, lr, 200).diagnosis;
    EXPECT_EQ(d.outcome, Outcome::trapped) << lr;
    EXPECT_NEAR(d.endsAt->point.x(), 0.960, 1e-3);
    EXPECT_NEAR(d.lossAboveLowest, 0.2941 + 0.3054, 1e-3);
  }
  for (const double lr : {0.15, 0.2, 0.22}) {
    const Diagnosis d = judge("double_well", start, lr, 200).diagnosis;
    EXPECT_EQ(d.outcome, Outcome::converged) << lr;
    EXPECT_NEAR(d.endsAt->point.x(), -1.036, 1e-3);
  }
  const Diagnosis deep = judge("double_well", start, 0.25, 200).diagnosis;
  EXPECT_EQ(deep.outcome, Outcome::oscillating);
  EXPECT_EQ(deep.period, 2);
  EXPECT_LT(deep.endsAt->point.x(), 0);
  const Diagnosis shallow = judge("double_well", start, 0.3, 200).diagnosis;
  EXPECT_EQ(shallow.outcome, Outcome::oscillating);
  EXPECT_GT(shallow.endsAt->point.x(), 0);
  EXPECT_EQ(outcome("double_well", start, 0.35, 200), Outcome::diverged);
}

TEST(Diagnosis, OfTheCatapultTellsHowFlatItLanded) {
  const Vector2 start(3.2, 0.05);
  EXPECT_NEAR(judge("catapult", start, 0.10, 200).trajectory.sharpness.back(), 10.4, 0.05);
  const Judged thrown = judge("catapult", start, 0.22, 200);
  EXPECT_EQ(thrown.diagnosis.outcome, Outcome::converged);
  EXPECT_GT(thrown.diagnosis.uphillOvershoots, 0);
  EXPECT_NEAR(thrown.trajectory.sharpness.back(), 6.9, 0.05);
  EXPECT_NEAR(judge("catapult", start, 0.30, 200).trajectory.sharpness.back(), 2.0, 0.05);
  EXPECT_EQ(outcome("catapult", start, 0.50, 200), Outcome::diverged);
}

TEST(Diagnosis, OnTheRidgeOfASaddleNeverLeavesAndBesideItDoesInTime) {
  EXPECT_EQ(outcome("escape_saddle", {1, 0}, 0.1, 600), Outcome::saddle);
  const std::map<double, std::size_t> leavesAfter{{0.01, 471}, {0.1, 51}, {0.3, 20}};
  for (const auto& [lr, expected] : leavesAfter) {
    const Judged judged = judge("escape_saddle", {1, 1e-4}, lr, 900);
    EXPECT_EQ(judged.diagnosis.outcome, Outcome::converged) << lr;
    std::size_t left = 0;
    while (std::abs(judged.trajectory.points[left].y()) < 0.5) ++left;
    EXPECT_NEAR(static_cast<double>(left), static_cast<double>(expected), 0.15 * static_cast<double>(expected)) << lr;
  }
}

TEST(Diagnosis, OfRosenbrockTellsCrawlingFromDivergence) {
  EXPECT_EQ(outcome("rosenbrock", {-1.2, 1}, 0.0005, 400), Outcome::crawling);
  EXPECT_EQ(outcome("rosenbrock", {-1.2, 1}, 0.0018, 400), Outcome::crawling);
  EXPECT_EQ(outcome("rosenbrock", {-1.2, 1}, 0.01, 400), Outcome::diverged);
}

TEST(Diagnosis, OfABottomlessSlopeIsUnboundedNotDiverged) {
  EXPECT_EQ(outcome("quadratic_saddle", {2, 0.01}, 0.1, 200), Outcome::unbounded);
  EXPECT_EQ(outcome("quadratic_saddle", {2, 0.01}, 0.1, 20'000), Outcome::unbounded);  // to the end of the numbers
  EXPECT_NE(outcome("quadratic_saddle", {2, 0.01}, 0.1, 30), Outcome::unbounded);      // not yet far away
}

TEST(Diagnosis, NeverCallsHimmelblauDivergingWhereItConverges) {
  EXPECT_EQ(outcome("himmelblau", {-0.27, -0.92}, 0.01, 200), Outcome::converged);
}

TEST(Diagnosis, OfARunThatEndsJustBelowOverflowIsDivergedAndNoOrbit) {
  EXPECT_EQ(outcome("ripple_bowl", {6.168411955506252, -4.183701654623787}, 2.2131988260695237, 287),
            Outcome::diverged);
}

TEST(Diagnosis, DoesNotCallARunDivergedThatLeftTheViewAndCameBack) {
  ravine::Run run;
  run.lossFunction = {"ravine", {}};
  run.start = {-4, 2};
  run.lr = 0.105;
  run.schedule = {"step", {{"step_size", std::int64_t{20}}, {"gamma", 0.5}}};
  run.steps = 200;
  const Trajectory t = simulate(run);
  const Diagnosis d = diagnose(run, t, landscapeOf("ravine"));
  EXPECT_EQ(d.outcome, Outcome::converged);
  ASSERT_FALSE(d.excursions.empty());
  EXPECT_GT(d.excursions.front().back, d.excursions.front().left);
}

TEST(Diagnosis, JudgesARunWithAScheduleWhereItSettledNotWhereTheRateHasDiedAway) {
  ravine::Run run;
  run.lossFunction = {"double_well", {}};
  run.start = {1.6, 0.8};
  run.lr = 0.25;
  run.schedule = {"cosine_annealing", {{"T_max", std::int64_t{120}}}};
  run.steps = 120;
  const Diagnosis d = diagnose(run, simulate(run), landscapeOf("double_well"));
  EXPECT_EQ(d.outcome, Outcome::converged);
  EXPECT_GT(d.judgedLr * d.judgedSharpness, 1);
  EXPECT_LT(d.judgedLr, d.stabilityLimit);
}

TEST(Diagnosis, TheNearerARunBeginsTheSoonerItHasSettled) {
  std::int64_t farther = 0;
  for (const double away : {0.0, 1e-6, 0.001, 0.05, 0.2, 0.8}) {
    const Diagnosis d = judge("himmelblau", {3 + away, 2}, 0.004, 200).diagnosis;
    ASSERT_EQ(d.outcome, Outcome::converged) << away;
    EXPECT_GE(*d.settledSince, farther) << away;
    farther = *d.settledSince;
    EXPECT_TRUE(farther == 0 || away > 0.05) << away << ": by the minimum from the start";
  }
  EXPECT_GT(farther, 5);
}

TEST(Diagnosis, WhereARunHoversInNoiseItHasSettledWhereverItBegan) {
  ravine::Run run;
  run.lossFunction = {"himmelblau", {}};
  run.lr = 0.01;
  run.noise = {{"sigma", 0.5}};
  for (const Vector2& start : {Vector2(3, 2), Vector2(3.05, 2.02), Vector2(1, 1)}) {
    run.start = start;
    EXPECT_EQ(diagnose(run, simulate(run), landscapeOf("himmelblau")).outcome, Outcome::converged) << start.transpose();
  }
  run.start = {3, 2};
  run.noise = {{"sigma", 20.0}};  // about far
  EXPECT_EQ(diagnose(run, simulate(run), landscapeOf("himmelblau")).outcome, Outcome::oscillating);
}

TEST(Diagnosis, FindsTheKinkOfAckleyBouncingUntilTheScheduleLetsItSettle) {
  ravine::Run run;
  run.lossFunction = {"ackley", {}};
  run.start = {-0.2, 0.3};
  run.lr = 0.01;
  run.steps = 400;
  EXPECT_EQ(diagnose(run, simulate(run), landscapeOf("ackley")).outcome, Outcome::oscillating);
  run.schedule = {"linear", {{"start_factor", 1.0}, {"end_factor", 0.0}, {"total_iters", std::int64_t{400}}}};
  EXPECT_EQ(diagnose(run, simulate(run), landscapeOf("ackley")).outcome, Outcome::converged);
}

TEST(Diagnosis, OfARunOfOneStepIsSound) {
  EXPECT_EQ(outcome("bowl", {0, 0}, 0.1, 1), Outcome::converged);
  EXPECT_EQ(outcome("bowl", {4, 3}, 0.1, 1), Outcome::crawling);
  EXPECT_EQ(outcome("bowl", {4, 3}, 1, 1), Outcome::converged);  // η = 1/λ arrives in one step
}

TEST(Overshoot, HappensExactlyAboveOneOverLambda) {
  EXPECT_TRUE(judge("bowl", {4, 3}, 0.99, 100).diagnosis.overshoots.empty());
  EXPECT_EQ(judge("bowl", {4, 3}, 1.01, 5).diagnosis.overshoots.size(), 5u);
  EXPECT_EQ(judge("bowl", {4, 3}, 1.5, 5).diagnosis.uphillOvershoots, 0);
  EXPECT_EQ(judge("bowl", {4, 3}, 2.1, 5).diagnosis.uphillOvershoots, 5);
}

TEST(Overshoot, IsTheStepAtWhichTheSlopeChangedSign) {
  const Judged judged = judge("ravine", {-4, 2}, 0.09, 200);
  const auto& g = judged.trajectory.gradients;
  for (const std::int64_t t : judged.diagnosis.overshoots) {
    const auto i = static_cast<std::size_t>(t);
    EXPECT_LT(g[i].dot(g[i + 1]), 0);
  }
  EXPECT_EQ(judged.diagnosis.overshoots.size(), 18u);
}

// What the theory of plain descent on ½(ax² + by²) says for certain: z_t = (1 − ηλ)^t z₀ along each axis. Nothing where
// a number is within 1 % of a boundary between two outcomes.
std::optional<Outcome> byTheory(double a, double b, const Vector2& start, double lr, std::int64_t steps, double view) {
  const double relative = lr * std::max(a, b) / 2;
  if (std::abs(relative - 1) < 0.01) return std::nullopt;
  if (relative > 1) return Outcome::diverged;
  const auto at = [&](std::int64_t t) {
    const auto n = static_cast<double>(t);
    return Vector2(start.x() * std::pow(1 - lr * a, n), start.y() * std::pow(1 - lr * b, n));
  };
  const std::int64_t window = std::clamp<std::int64_t>(steps / 5, 10, 50);
  const Vector2 end = at(steps);
  double farthest = end.norm();  // also how far the Newton step goes
  for (std::int64_t t = steps - window; t < steps; ++t) farthest = std::max(farthest, (at(t) - end).norm());
  const auto loss = [&](const Vector2& z) { return 0.5 * (a * z.x() * z.x() + b * z.y() * z.y()); };
  const double margin = farthest / (0.01 * view);
  const double lossMargin = loss(at(steps - window)) / (0.01 * loss(start));
  if (std::abs(margin - 1) < 0.01 || std::abs(lossMargin - 1) < 0.01) return std::nullopt;
  return margin < 1 && lossMargin < 1 ? Outcome::converged : Outcome::crawling;
}

TEST(Diagnosis, AgreesWithTheTheoryOnTenThousandRandomQuadratics) {
  std::mt19937 engine(20);
  std::uniform_real_distribution<double> logCurvature(std::log(0.05), std::log(50));
  std::uniform_real_distribution<double> logRelative(std::log(0.002), std::log(4));
  std::uniform_real_distribution<double> coordinate(-5, 5);
  std::uniform_int_distribution<std::int64_t> length(20, 500);
  int judged = 0;
  for (int i = 0; i < 10'000; ++i) {
    const double a = std::exp(logCurvature(engine));
    const double b = std::exp(logCurvature(engine));
    ravine::Run run;
    run.lossFunction = {"bowl", {{"a", a}, {"b", b}}};
    run.start = {coordinate(engine), coordinate(engine)};
    run.lr = std::exp(logRelative(engine)) * 2 / std::max(a, b);
    run.steps = length(engine);
    Landscape landscape = landscapeOf("bowl");
    landscape.function = makeLossFunction(*findLossFunction("bowl"), run.lossFunction.parameters);
    const auto expected = byTheory(a, b, run.start, run.lr, run.steps, landscape.domain.diagonal());
    if (!expected) continue;
    ++judged;
    const Outcome got = diagnose(run, simulate(run), landscape).outcome;
    EXPECT_EQ(outcomeId(got), outcomeId(*expected))
        << a << ' ' << b << ' ' << run.lr << ' ' << run.start.transpose() << ' ' << run.steps;
  }
  EXPECT_GT(judged, 9'000);
}

// Momentum, Nesterov, QHM …: below the limit the run comes near or is on its way, above it leaves.
TEST(Diagnosis, AgreesWithTheTheoryForEveryRuleThatHasOne) {
  std::mt19937 engine(3);
  std::uniform_real_distribution<double> relative(0.05, 2);
  std::uniform_real_distribution<double> coordinate(1, 4);
  for (const OptimizerInfo& info : optimizers()) {
    if (info.stability != Stability::exact) continue;
    for (int i = 0; i < 200; ++i) {
      ravine::Run run;
      run.lossFunction = {"ravine", {}};
      run.start = {coordinate(engine), -coordinate(engine)};
      run.optimizer.id = info.id;
      if (info.id == "sgd" && i % 2 == 0) run.optimizer.parameters = {{"momentum", 0.85}, {"nesterov", i % 4 == 0}};
      const double part = relative(engine);
      if (std::abs(part - 1) < 0.01) continue;
      run.lr = part * info.stabilityLimit(run.optimizer.parameters, 20);
      run.steps = 400;
      const Outcome got = diagnose(run, simulate(run), landscapeOf("ravine")).outcome;
      if (part > 1)
        EXPECT_EQ(got, Outcome::diverged) << info.id << ' ' << run.lr;
      else
        EXPECT_TRUE(got == Outcome::converged || got == Outcome::crawling)
            << info.id << ' ' << run.lr << ' ' << outcomeId(got);
    }
  }
}

Diagnosis judgeFormula(const std::string& formula, const Vector2& start, double lr, std::int64_t steps = 200) {
  ravine::Run run;
  run.lossFunction = {"", {}, formula};
  run.start = start;
  run.lr = lr;
  run.steps = steps;
  return diagnose(run, simulate(run), surveyLandscape(run.lossFunction));
}

TEST(Diagnosis, OfATypedFormulaIsThatOfTheSameBuiltIn) {
  for (const double lr : {0.01, 0.05, 0.2, 0.25, 0.3, 0.35}) {
    ravine::Run run;
    run.lossFunction = {"", {}, "(x^2 - 1)^2 + 0.3*x + y^2", Box{{-2, 2}, {-2, 2}}};
    run.start = {1.6, 0.8};
    run.lr = lr;
    const Diagnosis typed = diagnose(run, simulate(run), surveyLandscape(run.lossFunction));
    const Diagnosis builtIn = judge("double_well", run.start, lr, 200).diagnosis;
    EXPECT_EQ(typed.outcome, builtIn.outcome) << lr;
    EXPECT_EQ(typed.settledSince, builtIn.settledSince) << lr;
  }
}

// Each outcome beside the nearest thing that is not it.
TEST(NearMisses, TrappedNeedsALowerMinimum) {
  EXPECT_EQ(judgeFormula("(x^2 - 1)^2 + y^2", {1.6, 0.8}, 0.05).outcome, Outcome::converged);
  EXPECT_EQ(judgeFormula("(x^2 - 1)^2 + y^2 + 0.001x", {1.6, 0.8}, 0.05).outcome, Outcome::trapped);
}

TEST(NearMisses, ASaddleNeedsADirectionDown) {
  EXPECT_EQ(judgeFormula("x^2 - 0.1*y^2 + y^4", {1, 0}, 0.1).outcome, Outcome::saddle);
  EXPECT_EQ(judgeFormula("x^2 + 0.1*y^2 + y^4", {1, 0}, 0.1).outcome, Outcome::converged);
}

TEST(NearMisses, APlateauHasNoSlopeLeft) {
  EXPECT_EQ(judgeFormula("sigmoid(x^2 + y^2 - 4)", {4, 3}, 0.1).outcome, Outcome::plateau);
  EXPECT_EQ(judgeFormula("sigmoid(x^2 + y^2 - 4) + 0.001*(x^2 + y^2)", {4, 3}, 0.1).outcome, Outcome::crawling);
  EXPECT_EQ(judgeFormula("max(x^2 + y^2, 1)", {4, 3}, 0.1).outcome, Outcome::converged);  // level, but the lowest
  EXPECT_EQ(judgeFormula("min(x^2 + y^2, 5)", {4, 3}, 0.1).outcome, Outcome::plateau);
}

TEST(NearMisses, BesideAKinkStepsOfOneLengthBounceAndShrinkingOnesArrive) {
  for (const std::string formula : {"sqrt(x^2 + y^2)", "abs(x) + y^2", "abs(x) + abs(y)"}) {
    EXPECT_EQ(judgeFormula(formula, {-4, 3}, 0.1).outcome, Outcome::oscillating) << formula;
    ravine::Run run;
    run.lossFunction = {"", {}, formula};
    run.start = {-4, 3};
    run.lr = 0.1;
    run.steps = 300;
    run.schedule = {"linear", {{"start_factor", 1.0}, {"end_factor", 0.0}, {"total_iters", std::int64_t{300}}}};
    EXPECT_EQ(diagnose(run, simulate(run), surveyLandscape(run.lossFunction)).outcome, Outcome::converged) << formula;
  }
}

TEST(NearMisses, OscillatingNeitherShrinksNorGrows) {
  EXPECT_EQ(judgeFormula("0.5*(x^2 + 20y^2)", {-4, 2}, 0.0998, 3000).outcome, Outcome::converged);
  EXPECT_EQ(judgeFormula("0.5*(x^2 + 20y^2)", {-4, 2}, 0.1, 3000).outcome, Outcome::oscillating);
  EXPECT_EQ(judgeFormula("0.5*(x^2 + 20y^2)", {-4, 2}, 0.1002, 3000).outcome, Outcome::diverged);
}

TEST(NearMisses, UnboundedFallsForEverAndDivergedRises) {
  EXPECT_EQ(judgeFormula("x^2 - y^2", {2, 0.01}, 0.1).outcome, Outcome::unbounded);
  EXPECT_EQ(judgeFormula("x^2 + y^2", {2, 0.01}, 1.1).outcome, Outcome::diverged);
  EXPECT_EQ(judgeFormula("-x - y", {0, 0}, 100).outcome, Outcome::unbounded);
}

TEST(NearMisses, BouncingOffThePeersFavouriteBowlIsSeenToBlowUp) {
  const Diagnosis d = judgeFormula("x^2 + 5y^2", {2, 1}, 0.5);
  EXPECT_EQ(d.outcome, Outcome::diverged);
  EXPECT_EQ(judgeFormula("x^2 + 5y^2", {2, 1}, 0.2).outcome, Outcome::oscillating);  // 2/λ exactly
}

// DESIGN §7: what schedules do on the ripples.
TEST(Ripples, ConstantRatesAreTrappedOrBounceAndDecayingOnesSettleLower) {
  const Vector2 start(4.5, 0.8);
  for (const double lr : {0.05, 0.2, 0.6}) {
    const Diagnosis d = judge("ripple_bowl", start, lr, 200).diagnosis;
    EXPECT_EQ(d.outcome, Outcome::trapped) << lr;
    EXPECT_NEAR(d.endsAt->point.x(), 3.847, 1e-3) << lr;
  }
  EXPECT_EQ(judge("ripple_bowl", start, 0.8, 200).diagnosis.outcome, Outcome::oscillating);
  for (const std::string schedule : {"cosine_annealing", "linear", "step", "inverse_sqrt"}) {
    ravine::Run run;
    run.lossFunction = {"ripple_bowl", {}};
    run.start = start;
    run.lr = 0.8;
    run.schedule = {schedule, findSchedule(schedule)->suggest(0.8, 200)};
    const Trajectory t = simulate(run);
    EXPECT_NEAR(t.losses.back(), 0.408, 5e-3) << schedule;
  }
}

TEST(Parabola, GivesTheNumbersOfTheClassicCourse) {
  for (const auto& [lr, end] : std::vector<std::pair<double, double>>{{0.05, 3.49}, {0.2, 0.060}, {1.1, 61.9}})
    EXPECT_NEAR(std::abs(judge("parabola", {10, 0}, lr, 10).trajectory.points.back().x()), end, 0.006 * end + 5e-4);
}

// No optimizer, schedule or noise makes the diagnosis contradict itself.
TEST(Diagnosis, IsConsistentForEveryOptimizerScheduleAndNoise) {
  for (const OptimizerInfo& optimizer : optimizers())
    for (const ScheduleInfo& schedule : schedules())
      for (const double sigma : {0.0, 0.5})
        for (const double lr : {0.003, 0.3}) {
          ravine::Run run;
          run.lossFunction = {"double_well", {}};
          run.start = {1.6, 0.8};
          run.optimizer.id = optimizer.id;
          run.lr = lr;
          run.steps = 60;
          run.schedule = {schedule.id, schedule.suggest(lr, 60)};
          run.noise = {{"sigma", sigma}};
          const Trajectory t = simulate(run);
          const Diagnosis d = diagnose(run, t, landscapeOf("double_well"));
          const bool arrived = d.outcome == Outcome::converged || d.outcome == Outcome::trapped;
          EXPECT_EQ(d.divergedAt.has_value(), d.outcome == Outcome::diverged);
          EXPECT_TRUE(!arrived || (d.endsAt && d.settledSince));
          EXPECT_TRUE(d.outcome != Outcome::converged || t.losses.back() < 0.29) << optimizer.id << ' ' << schedule.id;
          EXPECT_TRUE(t.end == TrajectoryEnd::finished || d.outcome == Outcome::diverged);
        }
}

}  // namespace
}  // namespace ravine
