// What is to be seen when a model learns from data: noise against the size of batches, its floor against η, scales, and
// classes that can be parted.
#include <gtest/gtest.h>

#include <cmath>
#include <set>

#include "core/diagnosis/explanation.h"
#include "core/diagnosis/reason.h"
#include "core/diagnosis/run_result.h"
#include "core/loss/models.h"
#include "core/run/step.h"
#include "tests/core/batch_at.h"

namespace ravine {
namespace {

ravine::Run learning(const std::string& model, double part = 1) {
  ravine::Run run;
  setLossFunction(run, lossFunctionInfo(LossChoice{model, {}}), part);
  return run;
}

double meanOfLastHalf(const std::vector<double>& losses) {
  double sum = 0;
  for (std::size_t i = losses.size() / 2; i < losses.size(); ++i) sum += losses[i];
  return sum / static_cast<double>(losses.size() - losses.size() / 2);
}

TEST(Models, OfEveryRowAreSoundWithTheirOwnData) {
  for (const ModelInfo& model : models()) {
    SCOPED_TRACE(model.id);
    const ravine::Run run = learning(model.id);
    EXPECT_TRUE(validate(run).empty());
    EXPECT_EQ(lossFunctionInfo(run).axes, model.theta);
    const RunResultPtr result = computeRun(run);
    EXPECT_EQ(result->diagnosis.outcome, Outcome::converged) << english(explain(*result), " ");
    EXPECT_TRUE(lossFunctionInfo(run).domain.contains(result->trajectory.points.back()));
  }
}

// The formula that scripts are made of is the loss of a row.
TEST(Models, HaveTheFormulaOfARow) {
  for (const ModelInfo& model : models()) {
    SCOPED_TRACE(model.id);
    const auto loss = makeLossFunction(lossFunctionInfo(LossChoice{model.id, {}}), {});
    const DataLoss& data = *asDataLoss(*loss);
    for (std::size_t row = 0; row < 5; ++row) {
      const Datum& datum = data.table().rows[row];
      LossChoice formula{"", {}, model.formulaOfRow};
      const LossFunctionInfo info = lossFunctionInfo(formula);
      for (const ParameterInfo& letter : info.parameters)
        formula.parameters[letter.id] = letter.id == "u"   ? datum.x
                                        : letter.id == "v" ? datum.x2
                                        : letter.id == "t" ? datum.y
                                                           : 1.0;
      const auto ofRow = makeLossFunction(info, formula.parameters);
      for (const Vector2& theta : {Vector2(0.3, -0.7), Vector2(-1.5, 2)})
        EXPECT_NEAR(ofRow->value(theta), data.ofRow(row, theta).value, 1e-12 * (1 + ofRow->value(theta)));
    }
  }
}

TEST(Models, TheLossIsTheMeanOverTheRowsAndOverItsBatches) {
  const auto loss = makeLossFunction(lossFunctionInfo(LossChoice{"tanh_network", {}}), {});
  const DataLoss& data = *asDataLoss(*loss);
  const Vector2 theta(0.4, -1.1);
  Vector2 gradient = Vector2::Zero();
  for (std::size_t row = 0; row < data.terms(); ++row)
    gradient += data.ofRow(row, theta).gradient / static_cast<double>(data.terms());
  EXPECT_LT((gradient - data.gradient(theta).gradient).norm(), 1e-14);
  const std::vector<std::size_t> some{3, 1, 4};
  const auto batch = data.ofRows(some);
  double mean = 0;
  for (const std::size_t row : some) mean += data.ofRow(row, theta).value / 3;
  EXPECT_NEAR(batch->value(theta), mean, 1e-15);
  EXPECT_NEAR(batch->derivatives(theta).value, mean, 1e-15);
}

TEST(Models, RefuseDataOfAnotherKind) {
  const auto problemOf = [](const std::string& model, const DataTable& table) {
    ravine::Run run = learning(model);
    run.lossFunction.data = {.rows = Shared(table)};
    const Problems problems = validate(run);
    return problems.empty() ? "" : english(problems.front());
  };
  EXPECT_NE(problemOf("line", {2, {{1, 2, 0}, {2, 1, 1}}}).find("takes one"), std::string::npos);
  EXPECT_NE(problemOf("logistic", {1, {{1, 0, 0}, {2, 0, 1}}}).find("takes two"), std::string::npos);
  EXPECT_NE(problemOf("logistic_bias", {1, {{1, 0, 0.5}}}).find("0 or 1"), std::string::npos);
  EXPECT_EQ(problemOf("line", {1, {{1, 0, 0.5}}}), "") << "one row is enough";
  ravine::Run bowl;
  bowl.batches = {{"batch_size", std::int64_t{8}}};
  EXPECT_NE(english(validate(bowl).front()).find("no data"), std::string::npos);
  bowl.batches.clear();
  bowl.lossFunction.data.id = "noisy_line";
  EXPECT_NE(english(validate(bowl).front()).find("only models"), std::string::npos);
}

// The variance of the mean of B rows is 1/B of one row's, but for the rows having been drawn without putting back.
TEST(Batches, NoiseInTheGradientFallsWithOneOverTheirSize) {
  ravine::Run run = learning("line", 0.05);
  run.lossFunction.data = {.id = "noisy_line", .parameters = {{"n", std::int64_t{1000}}}};
  run.lr = 1e-9;  // it stays where it is, where the noise is always the same
  run.steps = 4000;
  std::vector<double> squares;
  for (const std::int64_t size : {2, 8, 32}) {
    run.batches = {{"batch_size", size}};
    const double noise = computeRun(run)->summary.gradientNoise;
    squares.push_back(noise * noise * static_cast<double>(size));
  }
  EXPECT_NEAR(squares[1] / squares[0], 1, 0.1);
  EXPECT_NEAR(squares[2] / squares[0], 1, 0.1);
}

TEST(Batches, TheFloorRisesWithTheRateOverTheirSize) {
  const auto floor = [](double lr, std::int64_t size) {
    ravine::Run run = learning("line");
    // Many rows: within a short epoch the noise of the batches adds up to nothing.
    run.lossFunction.data = {.id = "noisy_line", .parameters = {{"n", std::int64_t{3000}}}};
    run.lr = lr;
    run.steps = 4000;
    run.batches = {{"batch_size", size}};
    const RunResultPtr result = computeRun(run);
    return meanOfLastHalf(result->trajectory.losses) - result->landscape->lowestMinimum()->value;
  };
  EXPECT_NEAR(floor(0.04, 2) / floor(0.02, 2), 2, 0.6);
  EXPECT_NEAR(floor(0.02, 2) / floor(0.02, 4), 2, 0.6);
  EXPECT_NEAR(floor(0.04, 4) / floor(0.02, 2), 1, 0.4);
}

TEST(Batches, ARunTellsThatItIsKeptMovingByThem) {
  ravine::Run run = learning("line");
  run.lr = 0.1;
  run.steps = 800;
  run.batches = {{"batch_size", std::int64_t{2}}};
  const std::string text = english(explain(*computeRun(run)), " ");
  EXPECT_NE(text.find("batch (B = 2)"), std::string::npos) << text;
  EXPECT_EQ(text.find("σ"), std::string::npos) << text;
}

TEST(Batches, SamAndArmijoAskTheSameBatchAgain) {
  for (const char* optimizer : {"sam", "armijo"}) {
    ravine::Run run = learning("tanh_neuron");
    run.optimizer.id = optimizer;
    run.batches = {{"batch_size", std::int64_t{3}}};
    run.steps = 30;
    const auto function = makeLossFunction(lossFunctionInfo(run), run.lossFunction.parameters);
    const Trajectory t = simulate(run);
    for (std::int64_t step = 0; step < 30; ++step) {
      const auto batch = asDataLoss(*function)->ofRows(batchAt(run, step));
      const auto i = static_cast<std::size_t>(step);
      EXPECT_EQ(t.seenLosses[i], batch->gradient(t.points[i]).value);
      if (run.optimizer.id != "armijo") continue;
      EXPECT_LE(batch->value(t.points[i + 1]), t.seenLosses[i]);
    }
  }
}

TEST(Batches, AStepInFullSaysWhichRowsItSaw) {
  ravine::Run run = learning("line");
  run.batches = {{"batch_size", std::int64_t{8}}};
  run.steps = 600;  // beyond a mark of the replay
  const RunResultPtr result = computeRun(run);
  StepReplay replay(run, result->trajectory, *result->landscape->function);
  for (const std::int64_t t : {0, 599, 300, 1}) {
    const auto step = replay.at(t);
    ASSERT_TRUE(step);
    const auto i = static_cast<std::size_t>(t);
    EXPECT_EQ(step->rows, batchAt(run, t));
    EXPECT_EQ(step->rows.size(), 8U);
    EXPECT_EQ(step->seen, result->trajectory.seenGradients[i]);
    EXPECT_EQ(step->seenLoss, result->trajectory.seenLosses[i]);
    EXPECT_EQ(step->next, result->trajectory.points[i + 1]);
  }
}

TEST(Batches, OfAllRowsAreTheRunWithoutThem) {
  ravine::Run run = learning("logistic");
  const Trajectory whole = simulate(run);
  for (const std::int64_t size : {40, 41, 0}) {
    run.batches = {{"batch_size", size}};
    EXPECT_FALSE(isStochastic(run));
    EXPECT_EQ(simulate(run).points, whole.points);
  }
}

TEST(Epochs, AScheduleThatCountsThemStaysForEach) {
  ravine::Run run = learning("line");
  run.batches = {{"batch_size", std::int64_t{10}}};
  run.schedule = {"exponential", {{"gamma", 0.5}}};
  run.scheduleUnit = TimeUnit::epochs;
  run.lr = 0.08;
  run.steps = 12;
  ASSERT_EQ(stepsPerEpoch(run), 4);
  const Trajectory t = simulate(run);
  for (std::size_t i = 0; i < t.lrs.size(); ++i)
    EXPECT_DOUBLE_EQ(t.lrs[i], 0.08 * std::pow(0.5, static_cast<double>(i / 4)));
}

TEST(Standardizing, LetsTheRateBeTenTimesLarger) {
  ravine::Run run = learning("line");
  run.lossFunction.data = {.id = "unequal_scales"};
  const Landscape raw = surveyLandscape(run.lossFunction);
  run.lossFunction.parameters["standardize"] = true;
  const Landscape scaled = surveyLandscape(run.lossFunction);
  const Eigenvalues before = raw.lowestMinimum()->curvature;
  const Eigenvalues after = scaled.lowestMinimum()->curvature;
  EXPECT_GT(before.upper / before.lower, 100);
  EXPECT_NEAR(after.upper / after.lower, 1, 1e-9);
  EXPECT_GT(before.upper / after.upper, 10);
  EXPECT_NEAR(raw.lowestMinimum()->value, scaled.lowestMinimum()->value, 1e-9) << "the same line";
}

TEST(SeparableClasses, HaveNoMinimumAndTheRunSaysSo) {
  ravine::Run run = learning("logistic");
  run.lossFunction.data = {.id = "separable_clouds"};
  run.lr = 1;
  run.steps = 400;
  const RunResultPtr result = computeRun(run);
  EXPECT_TRUE(result->landscape->fallsForEver);
  EXPECT_EQ(result->diagnosis.outcome, Outcome::unbounded);
  EXPECT_NE(english(explain(*result), " ").find("A line parts the two classes"), std::string::npos);
  EXPECT_NE(english(reason(*result), " ").find("weights grow"), std::string::npos);
  // With batches too.
  run.batches = {{"batch_size", std::int64_t{4}}};
  EXPECT_EQ(computeRun(run)->diagnosis.outcome, Outcome::unbounded);
}

TEST(SeparableClasses, DoNotGrowTheWeightsOfARunThatIsStillTurning) {
  ravine::Run run = learning("logistic");
  run.lossFunction.data = {.rows = Shared(DataTable{2, {{1, 2, 0}, {2, 1, 1}, {0, 1, 0}}})};
  run.start = lossFunctionInfo(run).start;
  run.lr = 0.5;
  run.steps = 50;
  const RunResultPtr result = computeRun(run);
  const auto& points = result->trajectory.points;
  ASSERT_LT(points.back().norm(), points[25].norm());
  EXPECT_NE(result->diagnosis.outcome, Outcome::unbounded);
}

TEST(SeparableClasses, WeightDecayHoldsTheWeightsAndTheRunSaysSo) {
  ravine::Run run = learning("logistic");
  run.lossFunction.data = {.id = "separable_clouds"};
  run.lr = 1;
  run.steps = 400;
  run.optimizer.parameters["weight_decay"] = 0.05;
  const RunResultPtr result = computeRun(run);
  EXPECT_EQ(result->diagnosis.outcome, Outcome::converged);
  EXPECT_NE(english(reason(*result), " ").find("weight decay holds the weights"), std::string::npos);
  EXPECT_NE(english(explain(*result), " ").find("the weights would grow for ever"), std::string::npos);
}

TEST(Settling, DoesNotDependOnTheMomentAtWhichABatchRunEnds) {
  ravine::Run run = learning("line");
  run.lossFunction.data = {.id = "noisy_line", .parameters = {{"n", std::int64_t{400}}}};
  run.lossFunction.parameters["standardize"] = true;
  run.start = {1.2, 1};
  run.lr = 0.05;
  const auto outcomes = [&](std::int64_t rows) {
    std::set<Outcome> found;
    for (const std::int64_t seed : {1, 2, 3, 4})
      for (const std::int64_t steps : {200, 400, 600, 2000}) {
        run.batches = {{"batch_size", rows}, {"seed", seed}};
        run.steps = steps;
        found.insert(computeRun(run)->diagnosis.outcome);
      }
    return found;
  };
  EXPECT_EQ(outcomes(16), std::set{Outcome::oscillating}) << "it can be seen to move";
  EXPECT_EQ(outcomes(128), std::set{Outcome::converged});
}

TEST(Settling, IsNotSaidOfARunThatItsBatchesTakeAwayAgain) {
  ravine::Run run = learning("line");
  run.lossFunction.data = {.id = "noisy_line"};
  run.lr = 0.05;
  for (const std::int64_t rows : {std::int64_t{1}, std::int64_t{2}, std::int64_t{4}}) {
    run.batches = {{"batch_size", rows}};
    for (const std::int64_t steps : {1500, 1600, 1700, 1800, 1900, 2000}) {
      run.steps = steps;
      EXPECT_NE(computeRun(run)->diagnosis.outcome, Outcome::converged) << rows << ", " << steps;
    }
  }
  run.batches = {{"batch_size", std::int64_t{20}}};
  const RunResultPtr quiet = computeRun(run);
  EXPECT_EQ(quiet->diagnosis.outcome, Outcome::converged);
  EXPECT_NE(english(reason(*quiet), " ").find("noise floor"), std::string::npos) << "and how far above its floor lies";
}

Grid slope(double perUnit) {
  Grid grid;
  for (int i = 0; i <= 10; ++i) grid.x.push_back(-1 + 0.2 * i), grid.y.push_back(-1 + 0.2 * i);
  for (const double y : grid.y)
    for (const double x : grid.x) grid.values.push_back(perUnit * x + 0 * y);
  return grid;
}

TEST(MeasuredLosses, ARunThatLeavesThemIsOffTheGridAndHasNotDiverged) {
  ravine::Run run;
  run.lossFunction = {.id = {}, .parameters = {}, .grid = Shared(slope(1))};
  run.start = {-0.8, 0.6};
  run.lr = 0.0500001;  // the fifth step ends beside the last line
  run.steps = 60;
  const RunResultPtr result = computeRun(run);
  EXPECT_EQ(result->diagnosis.outcome, Outcome::offGrid);
  EXPECT_EQ(english(reason(*result), " "), "step 4 leads off the grid");
  EXPECT_EQ(english(*endMark(*result)), "off the grid at step 4");
  const std::string why = english(explain(*result), " ");
  EXPECT_NE(why.find("off the grid: nothing was measured there"), std::string::npos) << why;
  EXPECT_EQ(why.find("leads to (−1, "), std::string::npos) << "−1 is on it: " << why;
}

TEST(SeparableClasses, AreToldFromThoseThatOverlap) {
  const auto parted = [](const std::string& model, const DataTable& table) {
    LossChoice choice{.id = model, .parameters = {}, .data = {.rows = Shared(table)}};
    return asDataLoss(*makeLossFunction(lossFunctionInfo(choice), {}))->fallsForEver();
  };
  EXPECT_TRUE(parted("logistic_bias", {1, {{0, 0, 0}, {1, 0, 0}, {2, 0, 1}}}));
  EXPECT_FALSE(parted("logistic_bias", {1, {{0, 0, 0}, {1, 0, 1}, {2, 0, 0}}}));
  EXPECT_TRUE(parted("logistic_bias", {1, {{0, 0, 1}, {1, 0, 1}}})) << "one class only";
  EXPECT_TRUE(parted("logistic_bias", {1, {{0, 0, 0}, {1, 0, 0}, {1, 0, 1}, {2, 0, 1}}})) << "they touch";
  EXPECT_FALSE(parted("logistic_bias", {1, {{1, 0, 0}, {1, 0, 1}}})) << "the same place twice";
  EXPECT_TRUE(parted("logistic", {2, {{1, 0, 1}, {0, 1, 1}, {-1, -1, 0}}}));
  EXPECT_FALSE(parted("logistic", {2, {{1, 0, 1}, {-0.5, 0.8, 1}, {-0.5, -0.8, 1}}})) << "all round the origin";
}

TEST(Outliers, TurnTheValleyOfSquaresAndHardlyThatOfHuber) {
  const auto slopeOf = [](const std::string& model, const std::string& data) {
    return surveyLandscape({.id = model, .parameters = {}, .data = {.id = data}}).lowestMinimum()->point.x();
  };
  const double straight = slopeOf("line", "noisy_line");
  EXPECT_GT(straight - slopeOf("line", "outliers"), 0.7);
  EXPECT_LT(std::abs(straight - slopeOf("line_huber", "outliers")), 0.4);
}

TEST(SetData, ReachesAllRunsThatLearnFromTheSameAndKeepsTheirViews) {
  Experiment experiment;
  experiment.runs = {learning("line"), learning("line_huber"), learning("line")};
  for (std::size_t i = 0; i < 3; ++i) experiment.runs[i].id = RunId{static_cast<std::int64_t>(i + 1)};
  experiment.runs[1].lossFunction.data = {.id = "noisy_line"};  // the same as those of the others
  experiment.runs[2].lossFunction.data = {.id = "s_curve"};
  const Box before = lossFunctionInfo(experiment.runs[0]).domain;
  setData(experiment, RunId{1}, {1, {{0, 0, 1}, {1, 0, 2}, {2, 0, 9}}});
  EXPECT_TRUE(validate(experiment).empty());
  EXPECT_EQ(rowsOf(experiment.runs[0]), 3U);
  EXPECT_EQ(rowsOf(experiment.runs[1]), 3U);
  EXPECT_EQ(experiment.runs[2].lossFunction.data.id, "s_curve");
  EXPECT_EQ(lossFunctionInfo(experiment.runs[0]).domain, before);
}

}  // namespace
}  // namespace ravine
