// Sweeps: which quantities there are, which values they take, and that a cell is the run that a click on it opens.
#include "core/sweep/sweep.h"

#include <gtest/gtest.h>

#include <atomic>
#include <set>

#include "core/sweep/sweep_map.h"
#include "core/sweep/sweep_result.h"

namespace ravine {
namespace {

SweepAxis axis(std::string_view text) {
  Problems problems;
  const auto parsed = parseAxis(text, problems);
  EXPECT_TRUE(parsed) << text;
  return parsed.value_or(SweepAxis{});
}

Sweep sweepOn(const char* function, std::string_view x, std::string_view y = {}) {
  Sweep sweep;
  setLossFunction(sweep.run, LossChoice{function, {}});
  sweep.run.steps = 60;
  sweep.x = axis(x);
  if (!y.empty()) sweep.y = axis(y);
  return sweep;
}

TEST(SweepAxis, HasBothEndsExactlyAndEqualStepsOrFactors) {
  const SweepAxis linear = axis("start.x=-2:2:5");
  EXPECT_EQ(linear.quantity, "start.x");
  for (int i = 0; i < 5; ++i) EXPECT_DOUBLE_EQ(linear.at(i), i - 2);
  const SweepAxis logarithmic = axis("lr=1e-4:1:5log");
  EXPECT_EQ(logarithmic.at(0), 1e-4);
  EXPECT_EQ(logarithmic.at(4), 1);
  EXPECT_NEAR(logarithmic.at(2), 1e-2, 1e-16);
  EXPECT_NEAR(logarithmic.part(1e-2), 0.5, 1e-14);
  EXPECT_EQ(axis("lr=0.3:0.7:1").at(0), 0.3);
}

TEST(SweepAxis, HasValuesAsOneWouldWriteThemThatRise) {
  EXPECT_EQ(axis("start.x=-5:5:201").at(69), -1.55);
  EXPECT_EQ(axis("lr=0.001:1:4log").at(1), 0.01);
  for (const char* text : {"start.x=0.3:0.30000000001:500", "lr=1:1.0000001:700log", "start.x=-1e12:1e12:999",
                           "start.x=1e-30:2e-30:50", "lr=1e-12:1e12:4096log"}) {
    const SweepAxis dense = axis(text);
    for (int i = 1; i < dense.count; ++i) ASSERT_LT(dense.at(i - 1), dense.at(i)) << text << ' ' << i;
  }
}

TEST(SweepAxis, WhatCannotBeReadIsAProblemThatSaysHowToWriteIt) {
  for (const char* text : {"", "lr", "=1:2:3", "lr=1:2", "lr=1", "lr=a:2:3", "lr=1:2:3lin", "lr=1:2:3:4", "lr=1:2:2.5",
                           "lr=1:nan:3", "lr:1:2:3"}) {
    Problems problems;
    EXPECT_FALSE(parseAxis(text, problems)) << text;
    ASSERT_EQ(problems.size(), 1U) << text;
    EXPECT_NE(english(problems.front()).find("lr=1e-4:1:200log"), std::string::npos);
  }
}

TEST(Sweep, OffersWhatTheRunHas) {
  const auto offers = [](const ravine::Run& run, std::string_view quantity) {
    const auto all = sweepableQuantities(run);
    return std::find(all.begin(), all.end(), quantity) != all.end();
  };
  ravine::Run run;
  EXPECT_TRUE(offers(run, "lr") && offers(run, "start.x") && offers(run, "start.y") && offers(run, "noise.sigma"));
  EXPECT_TRUE(offers(run, "optimizer.momentum"));
  EXPECT_FALSE(offers(run, "optimizer.nesterov")) << "which is no number";
  EXPECT_FALSE(offers(run, "noise.seed")) << "which only chooses among courses";
  run.optimizer.id = "adam";
  EXPECT_TRUE(offers(run, "optimizer.beta1") && offers(run, "optimizer.beta2"));
  for (const ScheduleInfo& info : schedules()) {
    run.schedule = {info.id, info.suggest(run.lr, run.steps)};
    for (const std::string& quantity : sweepableQuantities(run)) {
      ravine::Run changed = run;
      setQuantity(changed, quantity, 3);
      EXPECT_NE(changed, run) << info.id << ' ' << quantity;
    }
  }
}

TEST(Sweep, SuggestsAxesThatAreSoundForEveryRule) {
  const auto expectSound = [](const ravine::Run& run) {
    for (const std::string& quantity : sweepableQuantities(run)) {
      const Sweep sweep{run, suggestedAxis(run, quantity, 201), {}};
      const Problems problems = validate(sweep);
      EXPECT_TRUE(problems.empty()) << run.optimizer.id << ' ' << run.schedule.id << ' ' << quantity << " from "
                                    << sweep.x.from << " to " << sweep.x.to << ": "
                                    << (problems.empty() ? std::string() : english(problems.front()));
    }
  };
  ravine::Run run;
  for (const OptimizerInfo& info : optimizers()) {
    run.optimizer = {info.id, {}};
    expectSound(run);
  }
  for (const ScheduleInfo& info : schedules()) {
    run.schedule = {info.id, info.suggest(run.lr, run.steps)};
    expectSound(run);
  }
  ravine::Run ofOne;
  setLossFunction(ofOne, LossChoice{"parabola", {}});
  const auto all = sweepableQuantities(ofOne);
  EXPECT_EQ(std::count(all.begin(), all.end(), "start.y"), 0);
}

TEST(Sweep, WhatIsUnsoundIsRefusedWithAWayOut) {
  const auto refused = [](const Sweep& sweep) {
    const Problems problems = validate(sweep);
    return problems.empty() ? std::string() : english(problems.front());
  };
  EXPECT_EQ(refused(sweepOn("bowl", "lr=0.01:1:20log", "start.x=-1:1:10")), "");
  EXPECT_NE(refused(sweepOn("bowl", "optimizer.momentun=0:0.9:5")).find("optimizer.momentum"), std::string::npos);
  EXPECT_NE(refused(sweepOn("bowl", "lr=0:1:20log")), "");
  EXPECT_NE(refused(sweepOn("bowl", "lr=0:1:20")), "") << "the rate at one end is none";
  EXPECT_NE(refused(sweepOn("bowl", "lr=1:1:20")), "");
  EXPECT_NE(refused(sweepOn("bowl", "lr=0.1:1:0")), "");
  EXPECT_NE(refused(sweepOn("bowl", "lr=0.1:1:100000")), "");
  EXPECT_NE(refused(sweepOn("bowl", "lr=0.1:1:10", "lr=0.1:1:10")), "");
  EXPECT_NE(refused(sweepOn("bowl", "optimizer.weight_decay=-1:1:10")), "");
  EXPECT_NE(refused(sweepOn("bowl", "start.x=-1e308:1e308:10")), "");
  EXPECT_NE(refused(sweepOn("bowl", "lr=1e-300:1e300:10log")).find("nearer"), std::string::npos);
  EXPECT_NE(refused(sweepOn("bowl", "lr=0.1:1:99999999999999")).find("4096"), std::string::npos);
  EXPECT_EQ(refused(sweepOn("bowl", "lr=0:1:5")).rfind("lr:", 0), 0U) << "where it was typed";
}

TEST(Sweep, OverWholeNumbersTakesWholeNumbersOnly) {
  Sweep sweep = sweepOn("bowl", "schedule.T_max=10:20:11");
  sweep.run.schedule = {"cosine_annealing", {}};
  EXPECT_TRUE(validate(sweep).empty());
  EXPECT_EQ(std::get<std::int64_t>(runAt(sweep, 3, 0).schedule.parameters.at("T_max")), 13);
  for (const char* values : {"schedule.T_max=10:20:4", "schedule.T_max=10.5:20.5:11", "schedule.T_max=1:1e19:3"}) {
    sweep.x = axis(values);
    const Problems problems = validate(sweep);
    ASSERT_EQ(problems.size(), 1U) << values;
    EXPECT_NE(english(problems.front()).find("10:20:11"), std::string::npos);
  }
}

TEST(Sweep, StripesCoverEveryCellOnceAndTheFirstAreSpreadOverTheWhole) {
  for (const auto& [x, y] :
       {std::pair("start.x=-1:1:37", "start.y=-1:1:23"), std::pair("lr=0.01:1:700log", ""),
        std::pair("optimizer.momentum=0:0.9:20", "lr=0.01:1:33log"),
        std::pair("optimizer.momentum=0:0.9:9", "noise.sigma=0:1:5"), std::pair("lr=0.1:1:1", "")}) {
    const Sweep sweep = sweepOn("bowl", x, y);
    for (const Order order : {Order::coarseToFine, Order::along}) {
      std::set<std::pair<int, int>> seen;
      for (const Stripe& stripe : stripesOf(sweep, order))
        for (int i = 0; i < stripe.count; ++i) {
          EXPECT_TRUE(stripe.column(i) < sweep.columns() && stripe.row(i) < sweep.rows());
          EXPECT_TRUE(seen.emplace(stripe.column(i), stripe.row(i)).second);
        }
      EXPECT_EQ(seen.size(), sweep.cells()) << x << y;
    }
  }
  const std::vector<Stripe> stripes =
      stripesOf(sweepOn("bowl", "start.x=-1:1:64", "start.y=-1:1:64"), Order::coarseToFine);
  EXPECT_EQ(stripes[0].row(0), 0);
  EXPECT_EQ(stripes[1].row(0), 32);
  EXPECT_EQ(stripes[2].row(0), 16);
}

void expectTheRunsOfItsCells(const Sweep& sweep, const std::vector<Cell>& cells) {
  ASSERT_TRUE(validate(sweep).empty());
  const auto landscape = std::make_shared<const Landscape>(surveyLandscape(sweep.run.lossFunction));
  ASSERT_EQ(cells.size(), sweep.cells());
  for (int row = 0; row < sweep.rows(); ++row)
    for (int column = 0; column < sweep.columns(); ++column) {
      const Cell& cell = cells[sweep.index(column, row)];
      const Cell told = cellOf(*computeRun(runAt(sweep, column, row), landscape));
      EXPECT_EQ(cell.outcome, told.outcome) << column << ' ' << row;
      EXPECT_EQ(cell.minimum, told.minimum) << column << ' ' << row;
      EXPECT_EQ(cell.steps, told.steps) << column << ' ' << row;
      EXPECT_EQ(cell.finalLoss, told.finalLoss) << column << ' ' << row;
      EXPECT_EQ(cell.lowestLoss, told.lowestLoss) << column << ' ' << row;
    }
}

std::vector<Cell> cellsOf(const Sweep& sweep, const SweepOptions& options = {}) {
  return runSweep(sweep, std::make_shared<const Landscape>(surveyLandscape(sweep.run.lossFunction)), options).cells;
}

TEST(Sweep, EachCellIsTheRunThatAClickOnItOpens) {
  Sweep basins = sweepOn("himmelblau", "start.x=-6:6:19", "start.y=-6:6:17");
  expectTheRunsOfItsCells(basins, cellsOf(basins));
  Sweep rates = sweepOn("double_well", "lr=1e-3:3:61log");
  expectTheRunsOfItsCells(rates, cellsOf(rates));
  Sweep momentum = sweepOn("ravine", "lr=1e-3:0.5:23log", "optimizer.momentum=0:0.99:7");
  expectTheRunsOfItsCells(momentum, cellsOf(momentum));
  Sweep upright = sweepOn("ravine", "optimizer.momentum=0:0.99:7", "lr=1e-3:0.5:23log");
  expectTheRunsOfItsCells(upright, cellsOf(upright));
  Sweep neither = sweepOn("rastrigin", "optimizer.momentum=0:0.9:5", "noise.sigma=0:2:4");
  expectTheRunsOfItsCells(neither, cellsOf(neither));
}

TEST(Sweep, TellsTheSameWithAnyNumberOfThreads) {
  const Sweep sweep = sweepOn("himmelblau", "start.x=-6:6:40", "start.y=-6:6:40");
  std::size_t told = 0;
  const std::vector<Cell> one = cellsOf(sweep);
  const auto tell = [&](const Stripe&, std::span<const Cell> cells, std::span<const double>) { told += cells.size(); };
  const std::vector<Cell> three = cellsOf(sweep, {.threads = 3, .done = tell});
  EXPECT_EQ(told, sweep.cells());
  EXPECT_EQ(one, three);
}

TEST(Sweep, OfAFunctionOfOneVariableTellsItsMinimaApart) {
  const Sweep sweep = sweepOn("wavy_curve", "start.x=-10:10:21");
  const std::vector<Cell> cells = cellsOf(sweep);
  std::set<int> minima;
  for (const Cell& cell : cells)
    if (cell.outcome == CellOutcome::converged || cell.outcome == CellOutcome::trapped) minima.insert(cell.minimum);
  EXPECT_GE(minima.size(), 2U);
  EXPECT_FALSE(minima.contains(-1));
}

TEST(Sweep, GivesNothingOnceItIsCancelled) {
  const Sweep sweep = sweepOn("himmelblau", "start.x=-6:6:40", "start.y=-6:6:40");
  std::atomic_int told = 0;
  const auto tell = [&](const Stripe&, std::span<const Cell>, std::span<const double>) { ++told; };
  const std::vector<Cell> cells =
      cellsOf(sweep, {.threads = 2, .done = tell, .cancelled = [&told] { return told > 3; }});
  EXPECT_TRUE(cells.empty());
  EXPECT_LT(told, 10);
}

TEST(Sweep, ACellWithoutALossAtItsStartSaysSo) {
  Sweep sweep = sweepOn("bowl", "start.x=-1:1:4", "start.y=0.5:1:2");
  setLossFunction(sweep.run, LossChoice{.id = {}, .parameters = {}, .formula = "log(x)^2 + y^2"});
  const std::vector<Cell> cells = cellsOf(sweep);
  ASSERT_EQ(cells.size(), 8U);
  EXPECT_EQ(cells[0].outcome, CellOutcome::undefined);
  EXPECT_NE(cells[3].outcome, CellOutcome::undefined);
}

// Their rows of critical points along y are one each.
TEST(SweepBasins, OfAFunctionOfXAloneAreCountedByTheirX) {
  Sweep sweep = sweepOn("wavy_curve", "start.x=-9:9:19");
  sweep.run.lr = 0.3;
  sweep.run.steps = 200;
  const auto landscape = std::make_shared<const Landscape>(surveyLandscape(sweep.run.lossFunction));
  const SweepResult result = runSweep(sweep, landscape);
  std::vector<int> numbers;
  std::set<double> places;
  for (const Basin& basin : basinsReached(result)) {
    numbers.push_back(basin.number);
    places.insert(basin.minimum.point.x());
  }
  EXPECT_EQ(numbers, (std::vector{1, 2, 3, 4}));
  EXPECT_EQ(places.size(), 4U);
}

}  // namespace
}  // namespace ravine
