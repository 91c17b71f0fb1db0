// What theory draws on a sweep, held against what the runs of its cells do.
#include "core/sweep/sweep_borders.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <cmath>

#include "core/base/parameters.h"
#include "core/sweep/sweep_map.h"

namespace ravine {
namespace {

Sweep sweepOf(const char* function, const SweepAxis& x, const std::optional<SweepAxis>& y = {}) {
  Sweep sweep;
  setLossFunction(sweep.run, LossChoice{function, {}});
  sweep.run.steps = 200;
  sweep.x = x;
  sweep.y = y;
  EXPECT_TRUE(validate(sweep).empty());
  return sweep;
}

std::vector<SweepBorder> bordersOf(const Sweep& sweep) {
  return sweepBorders(sweep, surveyLandscape(sweep.run.lossFunction));
}

std::vector<SweepBorder> bordersOf(const Sweep& sweep, SweepBorder::Kind kind) {
  std::vector<SweepBorder> borders = bordersOf(sweep);
  std::erase_if(borders, [kind](const SweepBorder& border) { return border.kind != kind; });
  return borders;
}

const SweepAxis kRates{"lr", 0.01, 0.5, 181, true};
const SweepAxis kMomentum{"optimizer.momentum", 0, 0.95, 96};
constexpr double kSharpest = 20;  // λmax of the ravine; the other is 1

TEST(SweepBorders, AreThoseOfMomentumOnAQuadratic) {
  const Sweep sweep = sweepOf("ravine", kRates, kMomentum);
  constexpr double precision = 2e-3;  // relative, between the places where it is worked out
  const auto stability = bordersOf(sweep, SweepBorder::Kind::stability);
  ASSERT_EQ(stability.size(), 1U);
  EXPECT_EQ(stability.front().curvature, kSharpest);
  ASSERT_GT(stability.front().points.size(), 50U);
  for (const Vector2& point : stability.front().points)
    EXPECT_NEAR(point.x(), 2 * (1 + point.y()) / kSharpest, precision * point.x());

  // (1 ∓ √β)² = ηλ, between which the distance swings.
  const auto swinging = bordersOf(sweep, SweepBorder::Kind::criticalDamping);
  ASSERT_GE(swinging.size(), 2U);
  bool isAlternating = false;
  for (const SweepBorder& border : swinging)
    for (const Vector2& point : border.points) {
      if (point.y() < 0.02) continue;  // where both meet in a corner
      const double root = std::sqrt(point.x() * border.curvature);
      const double distance =
          std::min(std::abs(root - (1 - std::sqrt(point.y()))), std::abs(root - (1 + std::sqrt(point.y()))));
      EXPECT_LT(distance, 0.01) << point.transpose();
      isAlternating = isAlternating || root > 1.2;
    }
  EXPECT_TRUE(isAlternating) << "the upper branch is there too";
}

// A pixel is a cell: to the right of the border runs diverge, to the left they do not.
TEST(SweepBorders, LieWithinACellOfWhereTheRunsDiverge) {
  Sweep sweep = sweepOf("ravine", kRates, kMomentum);
  sweep.run.steps = 1000;
  const auto landscape = std::make_shared<const Landscape>(surveyLandscape(sweep.run.lossFunction));
  const SweepResult result = runSweep(sweep, landscape, optionsFor(SweepValue::outcome));
  ASSERT_FALSE(result.borders.empty());
  for (int row = 0; row < sweep.rows(); ++row) {
    int first = 0;
    while (first < sweep.columns() && result.cells[sweep.index(first, row)].outcome != CellOutcome::diverged) ++first;
    const double limit = 2 * (1 + sweep.y->at(row)) / kSharpest;
    const double border = sweep.x.part(limit) * (sweep.columns() - 1);  // in cells
    EXPECT_LE(std::abs(first - border), 1.02) << "momentum " << sweep.y->at(row);
  }
}

TEST(SweepBorders, OfEveryEtaAreTheLimitsOfTheMinima) {
  const Sweep one = sweepOf("ravine", {"lr", 1e-4, 1, 101, true});
  ASSERT_EQ(bordersOf(one).size(), 1U);
  EXPECT_NEAR(bordersOf(one).front().points.front().x(), 0.1, 1e-9);
  const Sweep two = sweepOf("double_well", {"lr", 1e-3, 3, 101, true});
  EXPECT_EQ(bordersOf(two).size(), 2U) << "one for each minimum";
  const Sweep curve = sweepOf("double_well_curve", {"lr", 1e-3, 3, 101, true});
  EXPECT_EQ(bordersOf(curve).size(), 2U) << "of x alone, where minima are lines";
}

TEST(SweepBorders, AreNotDrawnWhereTheoryKnowsNone) {
  Sweep adam = sweepOf("ravine", {"lr", 1e-4, 1, 101, true});
  adam.run.optimizer.id = "adam";
  EXPECT_TRUE(bordersOf(adam).empty());
  Sweep cosine = sweepOf("ravine", {"lr", 1e-4, 1, 101, true});
  cosine.run.schedule.id = "cosine_annealing";
  EXPECT_TRUE(bordersOf(cosine).empty()) << "η changes from step to step";
  EXPECT_TRUE(bordersOf(sweepOf("ravine", {"start.x", -1, 1, 11}, SweepAxis{"start.y", -1, 1, 11})).empty());
  EXPECT_TRUE(bordersOf(sweepOf("ravine", {"lr", 0.1, 0.1, 1, true})).empty()) << "a single value has no border";
}

TEST(SweepBorders, RatesAboutTheLimitHoldItAndTheRunsOwn) {
  ravine::Run run;
  setLossFunction(run, LossChoice{"ravine", {}});
  const Landscape landscape = surveyLandscape(run.lossFunction);
  for (const double lr : {1e-7, 0.05, 40.0}) {
    setNominalRate(run, lr);
    const SweepAxis rates = ratesAboutTheLimit(run, landscape, 401);
    EXPECT_LE(rates.from, lr);
    EXPECT_GE(rates.to, lr);
    EXPECT_LT(rates.from, 0.1 / 100);
    EXPECT_GT(rates.to, 0.1);
    EXPECT_TRUE(rates.logarithmic);
  }
}

TEST(Sweep, ZoomsUntilDoublePrecisionEnds) {
  ravine::Run run;
  setLossFunction(run, LossChoice{"double_well", {}});
  SweepAxis axis{"start.x", -2, 2, 201};
  int turns = 0;
  while (validate(Sweep{run, axis, {}}).empty()) {
    axis = partOf(run, axis, {0.4, 0.6}, 201);
    ASSERT_LT(++turns, 100);
  }
  EXPECT_LT(axis.to - axis.from, 1e-12) << "not before";
  EXPECT_EQ(validate(Sweep{run, axis, {}}).front().where, "start.x");
  // A parameter ends where it may not go on.
  const SweepAxis momentum = partOf(run, {"optimizer.momentum", 0, 0.9, 10}, {-1, 3}, 10);
  EXPECT_EQ(momentum.from, 0);
  EXPECT_TRUE(validate(Sweep{run, momentum, {}}).empty());
}

TEST(SweepBorders, NothingIsDampedWithoutMomentum) {
  Sweep sweep;
  setLossFunction(sweep.run, LossChoice{"ravine", {}});
  sweep.x = {"lr", 0.001, 1, 120, true};
  sweep.y = SweepAxis{"start.x", -4, 4, 80};
  const Landscape landscape = surveyLandscape(sweep.run.lossFunction);
  for (const SweepBorder& border : sweepBorders(sweep, landscape)) EXPECT_EQ(border.kind, SweepBorder::Kind::stability);
}

TEST(Sweep, APartHasEndsThatSomebodyCanRead) {
  ravine::Run run;
  setLossFunction(run, LossChoice{"double_well", {}});
  const SweepAxis axis{"start.x", -2, 2, 201};
  const SweepAxis part = roundPartOf(run, axis, {1.0 / 3, 2.0 / 3}, 201);
  EXPECT_EQ(part.from, -0.6667);
  EXPECT_EQ(part.to, 0.6667);
  const SweepAxis rates = roundPartOf(run, {"lr", 1e-4, 1, 201, true}, {0.3, 0.6}, 201);
  EXPECT_LE(shortestText(rates.from).size(), 9U);
  EXPECT_LE(shortestText(rates.to).size(), 9U);
  // Not onto an end that is not allowed.
  const SweepAxis momentum = roundPartOf(run, {"optimizer.momentum", 0, 0.99, 201}, {0.99, 1.2}, 201);
  EXPECT_TRUE(validate(Sweep{run, momentum, {}}).empty());
}

// The border between both wells, looked for in the middle of the picture, goes on at every scale.
TEST(Sweep, ShowsTheBorderOfTheDoubleWellDownToTenToTheMinusTen) {
  ravine::Run run;
  setLossFunction(run, LossChoice{"double_well", {}});
  setNominalRate(run, 0.2);
  run.steps = 200;
  const auto landscape = std::make_shared<const Landscape>(surveyLandscape(run.lossFunction));
  Sweep sweep{run, {"start.x", -2, 2, 101}, {}};
  constexpr double narrowest = 1e-10;
  for (;;) {
    const SweepResult result = runSweep(sweep, landscape, optionsFor(SweepValue::outcome));
    std::optional<int> border;
    for (int i = 0; i + 1 < sweep.columns() && !border; ++i)
      if (result.cells[sweep.index(i, 0)].minimum != result.cells[sweep.index(i + 1, 0)].minimum) border = i;
    const double width = sweep.x.to - sweep.x.from;
    ASSERT_TRUE(border) << "at a width of " << width;
    if (width < narrowest) break;
    const double at = (*border + 0.5) / (sweep.columns() - 1);
    sweep.x = partOf(run, sweep.x, {at - 0.1, at + 0.1}, 101);
    ASSERT_TRUE(validate(sweep).empty());
  }
}

SweepResult everyRate(const char* function, std::int64_t steps, const SweepAxis& rates) {
  Sweep sweep = sweepOf(function, rates);
  sweep.run.steps = steps;
  const auto landscape = std::make_shared<const Landscape>(surveyLandscape(sweep.run.lossFunction));
  return runSweep(sweep, landscape, optionsFor(SweepValue::losses));
}

TEST(EveryRate, KeepsTheLastLossesOfEachRun) {
  const SweepResult result = everyRate("double_well", 80, {"lr", 1e-3, 3, 41, true});
  ASSERT_EQ(result.lastLosses.size(), 41U * kLastLosses);
  for (int i = 0; i < 41; ++i) {
    const auto losses = result.lastLossesOf(static_cast<std::size_t>(i));
    const Trajectory run = simulate(runAt(result.sweep, i, 0));
    const auto last = static_cast<std::ptrdiff_t>(run.losses.size()) - 1;
    for (int k = 0; k < kLastLosses; ++k) {
      const std::ptrdiff_t t = last - (kLastLosses - 1 - k);
      const double shown = losses[static_cast<std::size_t>(k)];
      if (std::isnan(shown)) {
        EXPECT_TRUE(t < 0 || run.end != TrajectoryEnd::finished) << i;
      } else {
        EXPECT_EQ(shown, run.losses[static_cast<std::size_t>(t)]) << i;
      }
    }
  }
}

TEST(EveryRate, TheBestOnesAreThoseThatArrive) {
  const SweepResult result = everyRate("ravine", 400, {"lr", 1e-3, 1, 301, true});
  const auto best = bestRates(result);
  ASSERT_TRUE(best);
  EXPECT_TRUE(best->arrive);
  const double byTheory = 2.0 / (1 + kSharpest);
  EXPECT_LE(result.sweep.x.at(best->from), byTheory);
  EXPECT_GE(result.sweep.x.at(best->to), byTheory);
  EXPECT_LT(result.sweep.x.at(best->to), 0.1) << "the limit";
  for (int i = best->from; i <= best->to; ++i)
    EXPECT_EQ(result.cells[static_cast<std::size_t>(i)].outcome, CellOutcome::converged);
}

TEST(EveryRate, TheBestOnesDoNotDependOnTheGrid) {
  for (const int count : {200, 401, 733}) {
    const SweepResult result = everyRate("double_well_curve", 100, {"lr", 0.05, 0.4, count, true});
    const auto best = bestRates(result);
    ASSERT_TRUE(best);
    EXPECT_NEAR(result.sweep.x.at(best->from), 0.15, 0.005) << count;
    EXPECT_NEAR(result.sweep.x.at(best->to), 0.2255, 0.005) << count << ": the limit";
  }
}

TEST(EveryRate, WhereNoneArrivesTheLowestLossesAreBest) {
  const SweepResult result = everyRate("rosenbrock", 30, {"lr", 1e-6, 1, 201, true});
  const auto best = bestRates(result);
  ASSERT_TRUE(best);
  EXPECT_FALSE(best->arrive);
  double lowest = result.cells[static_cast<std::size_t>(best->from)].finalLoss;
  for (const Cell& cell : result.cells)
    if (cell.outcome == CellOutcome::unsettled) lowest = std::min(lowest, cell.finalLoss);
  EXPECT_LT(result.cells[static_cast<std::size_t>((best->from + best->to) / 2)].finalLoss, 1.3 * lowest);
}

TEST(EveryRate, WhereLittleCanBeSaidNoneIsBest) {
  EXPECT_FALSE(bestRates(everyRate("ravine", 100, {"lr", 1, 10, 21, true}))) << "all gone";
  EXPECT_FALSE(bestRates(everyRate("ravine", 100, {"start.x", -1, 1, 21}))) << "no rates";
  EXPECT_FALSE(bestRates(everyRate("rosenbrock", 30, {"lr", 1e-6, 1e-5, 41, true}))) << "larger ones are better";
}

}  // namespace
}  // namespace ravine
