#include "core/lesson/claim.h"

#include <gtest/gtest.h>

#include "core/lesson/scenarios.h"
#include "core/lesson/task.h"

namespace ravine {
namespace {

// Two runs on a bowl with λ = 1 and 20: one settles, one diverges.
Experiment twoRuns() {
  Experiment experiment;
  Run settles;
  settles.id = RunId{1};
  settles.lr = 0.09;
  Run diverges = settles;
  diverges.id = RunId{2};
  diverges.lr = 0.105;
  diverges.colour = 1;
  experiment.runs = {settles, diverges};
  return experiment;
}

ResultsById resultsOf(const Experiment& experiment) {
  ResultsById results;
  for (const Run& run : experiment.runs) results[run.id] = computeRun(run);
  return results;
}

std::vector<Claim> read(const std::string& text, Problems& problems) {
  const auto node = parseJson(text, 10'000, problems);
  Told told;
  std::vector<Claim> claims;
  if (node) claims = readClaims(*node, twoRuns(), told);
  problems = std::move(told.problems).sorted();
  return claims;
}

bool holds(const std::string& text) {
  Problems problems;
  const std::vector<Claim> claims = read('[' + text + ']', problems);
  EXPECT_TRUE(problems.empty()) << text << ": " << english(problems.front());
  return claims.size() == 1 && check(claims.front(), resultsOf(twoRuns())).holds;
}

std::string problemWith(const std::string& text) {
  Problems problems;
  read('[' + text + ']', problems);
  return problems.empty() ? "" : english(problems.front());
}

TEST(Claims, OfOutcomesHoldWhereTheRunEndsSo) {
  EXPECT_TRUE(holds(R"({"run": 1, "outcome": "converged"})"));
  EXPECT_FALSE(holds(R"({"run": 1, "outcome": "diverged"})"));
  EXPECT_TRUE(holds(R"({"run": 2, "outcome": "diverged"})"));
}

TEST(Claims, CompareARunWithANumberAndWithAnotherRun) {
  EXPECT_TRUE(holds(R"({"run": 1, "measure": "final_loss", "below": 1e-6})"));
  EXPECT_TRUE(holds(R"({"run": 1, "measure": "final_loss", "below": {"run": 2}})"));
  EXPECT_FALSE(holds(R"({"run": 2, "measure": "final_loss", "below": {"run": 1}})"));
  EXPECT_TRUE(holds(R"({"run": 2, "measure": "loss", "step": 20, "above": {"step": 0}})"));
  EXPECT_FALSE(holds(R"({"run": 2, "measure": "loss", "step": 20, "above": {"step": 0, "times": 1e6}})"));
}

TEST(Claims, WithTwoBoundsAreARange) {
  const auto steps = computeRun(twoRuns().runs[0])->diagnosis.settledSince;
  ASSERT_TRUE(steps);
  const std::string at = std::to_string(*steps);
  EXPECT_TRUE(holds(R"({"run": 1, "measure": "settled_at", "at_least": )" + at + R"(, "at_most": )" + at + "}"));
  EXPECT_FALSE(holds(R"({"run": 1, "measure": "settled_at", "above": )" + at + "}"));
  EXPECT_FALSE(holds(R"({"run": 1, "measure": "settled_at", "below": )" + at + "}"));
}

TEST(Claims, AreFalseWhereThereIsNoSuchNumber) {
  for (const char* bound : {"below", "above", "at_most", "at_least"}) {
    EXPECT_FALSE(holds(R"({"run": 2, "measure": "settled_at", ")" + std::string(bound) + R"(": 10})"));
    EXPECT_FALSE(holds(R"({"run": 1, "measure": "diverged_at", ")" + std::string(bound) + R"(": 10})"));
    EXPECT_FALSE(holds(R"({"run": 1, "measure": "settled_at", ")" + std::string(bound) + R"(": {"run": 2}})"));
  }
}

TEST(Claims, ThatSayNothingAreProblemsWithTheirPlace) {
  EXPECT_EQ(problemWith(R"({"run": 1})"),
            "claims: says nothing that can be checked; give either an outcome or a measure.");
  EXPECT_EQ(problemWith(R"({"run": 1, "measure": "final_loss"})"),
            "claims: has no bound of its own; give a measure with below, above, at_most or at_least.");
  EXPECT_EQ(problemWith(R"({"run": 1, "outcome": "diverged", "below": 3})"),
            "claims: has no bound of its own; give a measure with below, above, at_most or at_least.");
  EXPECT_EQ(problemWith(R"({"run": 1, "measure": "final_loss", "below": {"run": 1}})"),
            "claims, below: compares a thing with itself; name another run, measure or step.");
  EXPECT_EQ(problemWith(R"({"run": 3, "outcome": "diverged"})"),
            "claims, run: names no run of the experiment; give the id of one of its runs.");
  EXPECT_EQ(problemWith(R"({"outcome": "diverged"})"), "claims, run: is missing; add it.");
  EXPECT_EQ(problemWith(R"({"run": 1, "outcome": "diverge"})"),
            "claims, outcome: is unknown: 'diverge'; did you mean 'diverged'?");
  EXPECT_EQ(problemWith(R"({"run": 1, "measure": "finalloss", "below": 1})"),
            "claims, measure: is unknown: 'finalloss'; did you mean 'final_loss'?");
  EXPECT_EQ(problemWith(R"({"run": 1, "measure": "loss", "step": 900, "below": 1})"),
            "claims, step: is none of the run's; write a whole number from 0 to 200.");
  EXPECT_EQ(problemWith(R"({"run": 1, "measure": "final_loss", "step": 3, "below": 1})"),
            "claims, step: means nothing to this measure; leave it out.");
  EXPECT_EQ(problemWith(R"({"run": 1, "outcome": "diverged", "belwo": 3})"),
            "claims, belwo: is not known; did you mean 'below'?");
  EXPECT_EQ(problemWith("3"), "claims: is not an object; write { … } here.");
}

TEST(Claims, ThatDoNotHoldAreToldWithWhatIsSo) {
  Problems problems;
  const auto claims = read(
      "[\n"
      R"({"run": 2, "outcome": "converged"}])",
      problems);
  const Problems broken = checkClaims(twoRuns(), claims);
  ASSERT_EQ(broken.size(), 1U);
  EXPECT_EQ(english(broken.front()), "run 2, claims: diverged; mend the claim, which says otherwise, or the run.");
  EXPECT_EQ(broken.front().at, (TextPlace{2, 1}));
}

class EveryScenario : public testing::TestWithParam<std::size_t> {
 protected:
  const Scenario& scenario() const { return scenarios()[GetParam()]; }
};

TEST_P(EveryScenario, IsTrueToItsClaims) {
  for (const Problem& broken : checkClaims(scenario().experiment, scenario().claims))
    ADD_FAILURE() << scenario().id << ":" << broken.at.line << ": " << english(broken);
}

TEST_P(EveryScenario, ClaimsHowEachRunEndsAndMore) {
  for (const ravine::Run& run : scenario().experiment.runs)
    EXPECT_TRUE(std::any_of(scenario().claims.begin(), scenario().claims.end(),
                            [&](const Claim& claim) { return claim.outcome && claim.reading.run == run.id; }))
        << scenario().id << ", " << run.name;
  EXPECT_TRUE(std::any_of(scenario().claims.begin(), scenario().claims.end(), [](const Claim& claim) {
    return !claim.bounds.empty();
  })) << scenario().id;
}

// What every run satisfies says nothing of this one: of all runs of the scenarios some are otherwise.
TEST(Scenarios, MakeNoClaimThatHoldsOfEveryRun) {
  std::vector<RunResultPtr> all;
  for (const Scenario& each : scenarios())
    for (const ravine::Run& run : each.experiment.runs) all.push_back(computeRun(run));
  for (const Scenario& scenario : scenarios())
    for (const Claim& claim : scenario.claims) {
      const bool comparesRuns = std::any_of(claim.bounds.begin(), claim.bounds.end(),
                                            [](const Bound& bound) { return bound.reading.has_value(); });
      if (comparesRuns) continue;  // turned round it would be false
      const bool always = std::all_of(all.begin(), all.end(), [&](const RunResultPtr& result) {
        return check(claim, {{claim.reading.run, result}}).holds;
      });
      EXPECT_FALSE(always) << scenario.id << ":" << claim.at.line;
    }
}

INSTANTIATE_TEST_SUITE_P(All, EveryScenario, testing::Range<std::size_t>(0, scenarios().size()),
                         [](const auto& each) { return scenarios()[each.param].id; });

class EveryTask : public testing::TestWithParam<std::size_t> {
 protected:
  const Task& task() const { return tasks()[GetParam()]; }
  TaskState stateOf(const ravine::Run& run) const {
    ResultsById results = resultsOf(task().experiment);
    results[run.id] = computeRun(run);
    return judge(task(), run, results);
  }
};

TEST_P(EveryTask, IsOpenAtFirstAndDoneByItsSolution) {
  EXPECT_FALSE(stateOf(task().experiment.runs.front()).isDone);
  const TaskState solved = stateOf(task().solution);
  EXPECT_TRUE(solved.isDone);
  for (const Finding& finding : solved.findings) EXPECT_TRUE(finding.holds) << english(finding.isSo);
  EXPECT_TRUE(solved.mayNotBeChanged.empty());
}

TEST_P(EveryTask, DoesNotCountWhereSomethingElseWasChanged) {
  ravine::Run cheat = task().solution;
  cheat.start += Vector2(0.01, 0);
  const auto& may = task().mayChange;
  if (std::find(may.begin(), may.end(), Freedom::start) != may.end()) cheat.steps += 1;
  const TaskState state = stateOf(cheat);
  EXPECT_FALSE(state.isDone);
  EXPECT_EQ(state.mayNotBeChanged.size(), 1U);
}

TEST_P(EveryTask, HasHintsInStepsInBothLanguages) {
  EXPECT_GE(task().hints.size(), 2U);
  ASSERT_TRUE(task().translated.contains("ko"));
  EXPECT_EQ(hintsOf(task(), "ko").size(), task().hints.size());
  EXPECT_NE(experimentOf(task(), "ko").text, task().experiment.text);
}

INSTANTIATE_TEST_SUITE_P(All, EveryTask, testing::Range<std::size_t>(0, tasks().size()),
                         [](const auto& each) { return tasks()[each.param].id; });

}  // namespace
}  // namespace ravine
