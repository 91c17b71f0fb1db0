#include "core/run/noise.h"

#include <gtest/gtest.h>

#include <cmath>

#include "core/run/simulate.h"

namespace ravine {
namespace {

TEST(Noise, ScalesWithSigmaAndDiesAwayAsItsDecaySays) {
  Noise plain({.sigma = 1, .seed = 5});
  Noise fading({.sigma = 2, .seed = 5, .decay = 1});
  for (std::int64_t t = 0; t < 50; ++t) {
    const Vector2 expected = 2 / std::sqrt(1.0 + static_cast<double>(t)) * plain.at(t);
    EXPECT_LT((fading.at(t) - expected).norm(), 1e-14);
  }
}

ravine::Run noisyRun() {
  ravine::Run run;
  run.lossFunction = {"bowl", {}};
  run.start = {3, -2};
  run.lr = 0.1;
  run.steps = 400;
  run.noise = {{"sigma", 1.0}};
  return run;
}

TEST(NoisyRuns, AreTheSameForTheSameSeedAndDifferForAnother) {
  ravine::Run run = noisyRun();
  const Trajectory first = simulate(run);
  EXPECT_EQ(simulate(run).points, first.points);
  run.noise["seed"] = std::int64_t{2};
  EXPECT_NE(simulate(run).points, first.points);
}

TEST(NoisyRuns, RecordTheTrueGradientAndStepAlongTheNoisyOne) {
  const Trajectory t = simulate(noisyRun());
  Noise noise({.sigma = 1, .seed = 1});
  for (std::size_t i = 0; i + 1 < t.points.size(); ++i) {
    EXPECT_EQ(t.gradients[i], t.points[i]);  // of ½‖θ‖²
    const Vector2 step = t.points[i] - 0.1 * (t.gradients[i] + noise.at(static_cast<std::int64_t>(i)));
    EXPECT_LT((t.points[i + 1] - step).norm(), 1e-15);
  }
}

// E‖θ‖² = 2 · η σ²/(2 − η) on ½‖θ‖² (stationary variance of an AR(1) process with factor 1 − η).
TEST(NoisyRuns, StallOnAFloorThatGrowsWithEta) {
  for (const double lr : {0.05, 0.2, 0.6}) {
    ravine::Run run = noisyRun();
    run.lr = lr;
    run.steps = ravine::Run::kMostSteps;
    const Trajectory t = simulate(run);
    double mean = 0;
    for (std::size_t i = 1000; i < t.losses.size(); ++i) mean += t.losses[i];
    mean /= static_cast<double>(t.losses.size() - 1000);
    EXPECT_NEAR(mean / (lr / (2 - lr)), 1, 0.1) << lr;
  }
}

TEST(NoisyRuns, GoOnFallingWhereTheRateDecays) {
  const auto meanOfLastSteps = [](const ravine::Run& run) {
    const auto losses = simulate(run).losses;
    double mean = 0;
    for (std::size_t t = losses.size() - 20; t < losses.size(); ++t) mean += losses[t] / 20;
    return mean;
  };
  double constant = 0;
  double decaying = 0;
  for (std::int64_t seed = 0; seed < 20; ++seed) {
    ravine::Run run = noisyRun();
    run.lr = 0.3;
    run.noise["seed"] = seed;
    constant += meanOfLastSteps(run);
    run.schedule = {"linear", {{"start_factor", 1.0}, {"end_factor", 0.0}, {"total_iters", std::int64_t{400}}}};
    decaying += meanOfLastSteps(run);
  }
  EXPECT_LT(decaying, 0.2 * constant);
}

TEST(NoisyRuns, RefuseNoiseThatIsNone) {
  ravine::Run run = noisyRun();
  run.noise["sigma"] = -1.0;
  EXPECT_EQ(validate(run).front().where, "noise.sigma");
  run.noise = {{"sgima", 1.0}};
  EXPECT_EQ(english(validate(run).front().mend), "did you mean 'sigma'?");
}

}  // namespace
}  // namespace ravine
