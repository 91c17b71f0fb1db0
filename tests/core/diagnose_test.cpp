#include "core/diagnose.h"

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
  ASSERT_TRUE(d.leftDomainAt && d.returnedAt);
  EXPECT_GT(*d.returnedAt, *d.leftDomainAt);
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

// Plain descent on ½(ax² + by²) from a random start, against what the theory says for certain.
TEST(Diagnosis, AgreesWithTheTheoryOnRandomQuadratics) {
  std::mt19937 engine(20);
  std::uniform_real_distribution<double> logCurvature(std::log(0.05), std::log(50));
  std::uniform_real_distribution<double> logRelative(std::log(0.02), std::log(4));
  std::uniform_real_distribution<double> coordinate(-5, 5);
  for (int i = 0; i < 2000; ++i) {
    const double a = std::exp(logCurvature(engine));
    const double b = std::exp(logCurvature(engine));
    const double limit = 2 / std::max(a, b);
    const double relative = std::exp(logRelative(engine));
    if (std::abs(relative - 1) < 0.01) continue;
    ravine::Run run;
    run.lossFunction = {"bowl", {{"a", a}, {"b", b}}};
    run.start = {coordinate(engine), coordinate(engine)};
    run.lr = relative * limit;
    run.steps = 300;
    Landscape landscape = landscapeOf("bowl");
    landscape.function = makeLossFunction(*findLossFunction("bowl"), run.lossFunction.parameters);
    const Outcome got = diagnose(run, simulate(run), landscape).outcome;
    if (relative > 1)
      EXPECT_EQ(got, Outcome::diverged) << a << ' ' << b << ' ' << run.lr;
    else
      EXPECT_TRUE(got == Outcome::converged || got == Outcome::crawling)
          << a << ' ' << b << ' ' << run.lr << ' ' << outcomeId(got);
  }
}

}  // namespace
}  // namespace ravine
