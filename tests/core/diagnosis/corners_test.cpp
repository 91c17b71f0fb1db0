// Runs of which something false was once said, and what is true of them.
#include <gtest/gtest.h>

#include "core/diagnosis/explanation.h"
#include "core/diagnosis/reason.h"

namespace ravine {
namespace {

struct Given {
  LossChoice loss;
  Vector2 start;
  double lr;
  std::int64_t steps = 200;
  Choice optimizer = {"sgd", {}};
  Choice schedule = {"constant", {}};
  ParameterSet noise = {};
};

RunResultPtr run(const Given& setup) {
  ravine::Run run;
  run.lossFunction = setup.loss;
  run.start = setup.start;
  run.lr = setup.lr;
  run.steps = setup.steps;
  run.optimizer = setup.optimizer;
  run.schedule = setup.schedule;
  run.noise = setup.noise;
  EXPECT_TRUE(validate(run).empty());
  return computeRun(run);
}

std::string story(const RunResult& result) {
  std::string text;
  for (const Message& item : reason(result)) text += english(item) + ". ";
  for (const Message& sentence : explain(result)) text += english(sentence) + ' ';
  return text;
}

bool says(const RunResultPtr& result, const std::string& part) {
  return story(*result).find(part) != std::string::npos;
}

TEST(Corners, TheRunsOwnPointsCountAmongTheLowest) {
  const auto ackley = run({.loss = {"ackley", {}, {}, Box{{-12, 12}, {-12, 12}}},
                           .start = {0.3, 0.2},
                           .lr = 0.05,
                           .steps = 400,
                           .schedule = {"exponential", {{"gamma", 0.97}}}});
  EXPECT_EQ(ackley->diagnosis.outcome, Outcome::converged) << story(*ackley);
  const auto mccormick = run({.loss = {"mccormick", {}},
                              .start = {2.5355, 2.9126},
                              .lr = 0.776,
                              .steps = 100,
                              .optimizer = {"adamw", {}},
                              .schedule = {"piecewise_linear", {}}});
  EXPECT_GE(mccormick->diagnosis.lossAboveLowest, 0);
  EXPECT_TRUE(says(mccormick, "the loss falls below anything in the domain")) << story(*mccormick);
}

TEST(Corners, WhatALossIsDoingAtTheEndIsSaidWithItsNumbers) {
  const auto uphill = run({.loss = {"goldstein_price", {}},
                           .start = {0.21688, 0.65095},
                           .lr = 0.0019158,
                           .steps = 500,
                           .optimizer = {"lion", {}}});
  EXPECT_TRUE(says(uphill, "momentum was carrying the run uphill: the loss rose from 98.4 at step 472 to 198"));
  const auto dead = run({.loss = {"ravine", {}},
                         .start = {-2.403, -2.8186},
                         .lr = 0.0753823,
                         .steps = 1000,
                         .optimizer = {"sgd", {{"momentum", 0.99}}},
                         .schedule = {"step", {}}});
  EXPECT_TRUE(says(dead, "stands still: the schedule has let η fall")) << story(*dead);
}

TEST(Corners, APeriodIsOneOnlyWhereEveryPointComesAgain) {
  const auto lion = run({.loss = {"rastrigin", {}},
                         .start = {0.29480049, 1.08143767},
                         .lr = 0.10727128858868996,
                         .steps = 1000,
                         .optimizer = {"lion", {}}});
  EXPECT_EQ(lion->diagnosis.outcome, Outcome::oscillating);
  EXPECT_FALSE(lion->diagnosis.period);
}

TEST(Corners, ARunMayStandExactlyOnAKink) {
  const auto cone = run({.loss = {"", {}, "sqrt(x^2+y^2)"}, .start = {1, 0}, .lr = 1});
  EXPECT_EQ(cone->diagnosis.outcome, Outcome::converged);
  EXPECT_TRUE(says(cone, "where no gradient exists, and the run stands on it"));
}

TEST(Corners, AViewThatKnowsLessSaysSo) {
  const auto narrow =
      run({.loss = {"double_well", {}, {}, Box{{-0.2, 0.6}, {-0.2, 0.6}}}, .start = {0.5, 0.1}, .lr = 0.05});
  EXPECT_EQ(narrow->diagnosis.outcome, Outcome::converged);
  EXPECT_FALSE(narrow->diagnosis.lowestIsInView);
  EXPECT_TRUE(says(narrow, "no lower one is known"));
  EXPECT_TRUE(says(run({.loss = {"bowl", {}}, .start = {2, 1}, .lr = 0.5}), "the lowest minimum in view"));
}

TEST(Corners, NoQuadraticTheoryWhereTheCurvatureVanishes) {
  const auto flat = run({.loss = {"", {}, "x^4+y^4"}, .start = {1, 1}, .lr = 0.1});
  EXPECT_TRUE(says(flat, "There the curvature vanishes")) << story(*flat);
  EXPECT_FALSE(says(flat, "η·λ"));
  EXPECT_FALSE(says(flat, "stable only"));
}

TEST(Corners, APoleIsNoLowestMinimum) {
  const auto pole = run({.loss = {"", {}, "1/(x-1)+x^2+y^2"}, .start = {3, 1}, .lr = 0.1, .steps = 50});
  EXPECT_EQ(pole->diagnosis.outcome, Outcome::converged) << story(*pole);
}

TEST(Corners, WeightDecayHoldsARunBesideTheMinimum) {
  const auto held = run({.loss = {"booth", {}},
                         .start = {0, 0},
                         .lr = 0.05,
                         .steps = 500,
                         .optimizer = {"sgd", {{"weight_decay", 1.0}}}});
  ASSERT_TRUE(held->diagnosis.pull) << story(*held);
  EXPECT_NEAR(held->diagnosis.pull->restsAt.x(), 1.228, 1e-3);
  EXPECT_NEAR(held->diagnosis.pull->distance, 0.494, 1e-3);
  const auto decoupled = run({.loss = {"booth", {}},
                              .start = {0, 0},
                              .lr = 0.05,
                              .steps = 20'000,
                              .optimizer = {"adamw", {{"weight_decay", 1.0}}}});
  EXPECT_TRUE(decoupled->diagnosis.pull) << story(*decoupled);
  const auto fading = run({.loss = {"escape_saddle", {}},
                           .start = {-0.72, 0.9457},
                           .lr = 0.00193,
                           .steps = 1500,
                           .optimizer = {"adagrad", {{"lr_decay", 0.84}, {"weight_decay", 0.5}}}});
  EXPECT_FALSE(fading->diagnosis.pull) << "its own steps fade; nothing balances";
}

TEST(Corners, ASwingThatDiesAwayIsNotBouncing) {
  const auto spiral = run({.loss = {"himmelblau", {}},
                           .start = {2.047, 3.586},
                           .lr = 0.006947,
                           .steps = 323,
                           .optimizer = {"sgd", {{"momentum", 0.99}}}});
  EXPECT_EQ(spiral->diagnosis.outcome, Outcome::crawling) << story(*spiral);
}

TEST(Corners, ArmijoTriesUntilItsStepIsNothing) {
  for (const Given& setup :
       {Given{.loss = {"ravine", {}},
       .start = {-4, 2},
       .lr = 10,
       .steps = 200,
       .optimizer = {"armijo", {{"shrink", 0.99}}}},
        Given{.loss = {"ravine", {}}, .start = {-4, 2}, .lr = 1e40, .steps = 200, .optimizer = {"armijo", {}}}}) {
    const auto result = run(setup);
    EXPECT_LT(result->trajectory.losses.back(), 0.1 * result->trajectory.losses.front());
  }
}

TEST(Corners, WellsFinerThanAHundredthOfTheViewAreWells) {
  const auto beside = run({.loss = {"levy_n13", {}},
                           .start = {3.5853, 3.7197},
                           .lr = 0.00048284,
                           .steps = 24,
                           .optimizer = {"rmsprop", {}}});
  EXPECT_EQ(beside->diagnosis.outcome, Outcome::crawling) << story(*beside);
  const auto ridge = run({.loss = {"three_hump_camel", {}},
                          .start = {2.5395, 4.2249},
                          .lr = 0.0053098,
                          .steps = 1975,
                          .optimizer = {"adamax", {}}});
  EXPECT_FALSE(says(ridge, "jumped")) << story(*ridge);
}

TEST(Corners, ARunThatWouldComeBackIsNotGone) {
  const auto newton = run({.loss = {"rosenbrock", {}},
                           .start = {-0.6169, -0.7223},
                           .lr = 1.296,
                           .steps = 79,
                           .optimizer = {"damped_newton", {}}});
  EXPECT_NE(newton->diagnosis.outcome, Outcome::diverged) << story(*newton);
}

TEST(Corners, NoEtaIsStableWithAMomentumOfOneOrMore) {
  for (const double momentum : {1.0, 1.2}) {
    const auto ball = run({.loss = {"ravine", {}},
                           .start = {-4, 2},
                           .lr = 0.01,
                           .steps = 300,
                           .optimizer = {"sgd", {{"momentum", momentum}}}});
    EXPECT_FALSE(says(ball, "λ = 0")) << story(*ball);
    EXPECT_TRUE(says(ball, "With μ ≥ 1")) << story(*ball);
  }
}

TEST(Corners, NewtonIsDrawnToASaddle) {
  const auto newton = run({.loss = {"saddle", {}}, .start = {0.5, 0.1}, .lr = 0.3, .optimizer = {"damped_newton", {}}});
  EXPECT_EQ(newton->diagnosis.outcome, Outcome::saddle) << story(*newton);
  EXPECT_TRUE(says(newton, "drawn to such a point all the same; each step leaves 0.7 of the distance"));
}

TEST(Corners, NoiseIsBlamedOnlyForWhatItDoes) {
  const auto held =
      run({.loss = {"rastrigin", {}}, .start = {2, 2}, .lr = 0.001, .steps = 1000, .noise = {{"sigma", 0.3}}});
  EXPECT_FALSE(says(held, "noise floor")) << "the local minimum holds it up: " << story(*held);
  const auto floor = run({.loss = {"bowl", {}}, .start = {2, 2}, .lr = 0.3, .steps = 1000, .noise = {{"sigma", 1.0}}});
  EXPECT_TRUE(floor->diagnosis.events.noiseFloor) << story(*floor);
}

TEST(Corners, ARunMayBeginOutside) {
  const auto outside = run({.loss = {"ravine", {}}, .start = {-9, 2}, .lr = 0.05});
  EXPECT_TRUE(says(outside, "It began outside the domain and came in at step")) << story(*outside);
}

// What readers who know the theory found false or misleading in some three hundred explanations.

TEST(Corners, AShoulderIsNoMinimum) {
  const auto result = run({.loss = {"", {}, "x^3+y^2"}, .start = {2, 1}, .lr = 0.05, .steps = 3000});
  EXPECT_EQ(result->diagnosis.outcome, Outcome::saddle) << story(*result);
}

TEST(Corners, ATailThatFlattensBelowRoundingIsNoMinimum) {
  const auto result = run({.loss = {"", {}, "exp(x)+y^2"}, .start = {-3, 1}, .lr = 0.05});
  EXPECT_FALSE(result->diagnosis.lowest) << story(*result);
}

TEST(Corners, APoleIsNeitherMaximumNorSaddle) {
  for (const double x : {0.9, 0.99, 0.7}) {
    const auto result = run({.loss = {"", {}, "1/(x-1)+x^2+y^2"}, .start = {x, 0.5}, .lr = 0.01, .steps = 60});
    EXPECT_NE(result->diagnosis.outcome, Outcome::saddle) << story(*result);
  }
}

TEST(Corners, NewtonIsNotSaidToSlowDown) {
  for (const char* formula : {"x^4+y^4", "x^3+y^2"})
    EXPECT_FALSE(says(
        run({.loss = {"", {}, formula}, .start = {1, 1}, .lr = 0.5, .steps = 400, .optimizer = {"damped_newton", {}}}),
        "ever longer"))
        << formula;
  EXPECT_TRUE(says(run({.loss = {"", {}, "x^4+y^4"}, .start = {1, 1}, .lr = 0.1, .steps = 400}), "ever longer"));
}

TEST(Corners, AScheduleThatRecursIsNotHeldToItsLastRate) {
  const Choice cyclic{
      "cyclic",
      {{"base_lr", 0.01}, {"max_lr", 0.15}, {"step_size_up", std::int64_t{8}}, {"step_size_down", std::int64_t{8}}}};
  for (std::int64_t steps = 130; steps < 150; steps += 3) {
    const auto result = run({.loss = {"booth", {}}, .start = {-1, 3}, .lr = 0.15, .steps = steps, .schedule = cyclic});
    EXPECT_EQ(result->diagnosis.outcome, Outcome::converged) << steps << story(*result);
  }
}

TEST(Corners, SettledMeansNearInPlaceAndInLoss) {
  const auto result = run({.loss = {"catapult", {}}, .start = {3.2, 0.05}, .lr = 0.02});
  ASSERT_EQ(result->diagnosis.outcome, Outcome::converged);
  const auto since = static_cast<std::size_t>(*result->diagnosis.settledSince);
  const auto& losses = result->trajectory.losses;
  ASSERT_GT(since, 0u);
  EXPECT_LE(losses[since], 0.011 * losses.front());
  EXPECT_TRUE(says(result, "on a curve of equally low minima")) << story(*result);
}

TEST(Corners, NoiseIsNotBlamedForWhatHappensWithoutIt) {
  Given setup{.loss = {"rosenbrock", {}}, .start = {-1.2, 1}, .lr = 0.005, .steps = 400};
  EXPECT_EQ(run(setup)->diagnosis.outcome, Outcome::oscillating);
  setup.noise = {{"sigma", 0.01}, {"seed", std::int64_t{1}}};
  EXPECT_FALSE(run(setup)->diagnosis.events.noiseFloor) << story(*run(setup));
}

TEST(Corners, AGapAndADistanceOfDifferentMinimaAreToldApart) {
  const auto result = run({.loss = {"three_hump_camel", {}}, .start = {-2.4, 2}, .lr = 0.002, .steps = 150});
  EXPECT_EQ(result->diagnosis.outcome, Outcome::crawling);
  EXPECT_TRUE(says(result, "above it itself")) << story(*result);
}

}  // namespace
}  // namespace ravine
