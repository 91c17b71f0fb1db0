// What a cell claims is what diagnose() says of the run that a click on it opens: on every function, with random
// settings, starts from all over the view and rates from a crawl to divergence.
#include "core/sweep/lane_judge.h"

#include <gtest/gtest.h>

#include <cstdlib>
#include <random>

#include "core/run/model_run.h"

namespace ravine {
namespace {

struct Tally {
  int cells = 0;
  int claimed = 0;
};

class Sampler {
 public:
  Sampler(const LossChoice& choice, unsigned seed) : m_engine(seed) {
    setLossFunction(m_run, choice);
    if (!(nominalRate(m_run) > 0)) m_run.lr = 0.05;
    m_landscape = std::make_shared<const Landscape>(surveyLandscape(m_run.lossFunction));
    m_wells = wellsOf(*m_landscape);
  }

  Tally compare(int cells) {
    Tally tally;
    int refused = 0;
    while (tally.cells < cells) {
      const ravine::Run run = nextRun();
      if (!validate(run).empty()) {
        if (++refused > cells) return tally;  // then the test below fails, for nothing is claimed
        continue;
      }
      const std::vector<Lane> lanes = nextLanes(run);
      const LaneJudge judge(run, *m_landscape, m_wells);
      runLanes(run, lanes,
               [&](std::size_t i, const LaneEnd& end, const LaneTrail& trail) {
                 ++tally.cells;
                 const auto verdict = judge.judge(end, trail);
                 if (!verdict || (verdict->ifItStays && !stays(verdict->cell, judge, lanes[i], run.steps))) return;
                 ++tally.claimed;
                 if (end.began) expectSame(verdict->cell, runOfLane(run, lanes[i]));
               },
               {.kept = run.steps + 1});
    }
    return tally;
  }

 private:
  double part() { return std::uniform_real_distribution<double>(0, 1)(m_engine); }

  ravine::Run nextRun() {
    ravine::Run run = m_run;
    if (m_engine() % 2) {
      run.optimizer = {optimizers()[m_engine() % optimizers().size()].id, {}};
      for (const ParameterInfo& info : optimizerInfo(run).parameters)
        if (const double value = 0.98 * part();
            info.kind() == ParameterKind::number && info.range.allows(value) && m_engine() % 3 == 0)
          run.optimizer.parameters[info.id] = value;
    }
    run.steps = static_cast<std::int64_t>(std::pow(10, 1 + 1.7 * part()));
    run.lr = nominalRate(m_run);
    if (m_engine() % 3 == 0) {
      const ScheduleInfo& schedule = schedules()[m_engine() % schedules().size()];
      run.schedule = {schedule.id, schedule.suggest(run.lr, run.steps)};
    }
    if (m_engine() % 12 == 0) run.noise = {{"sigma", part()}};
    return run;
  }

  std::vector<Lane> nextLanes(const ravine::Run& run) {
    const Box around = m_landscape->domain.grown(0.1);
    std::vector<Lane> lanes;
    for (int i = 0; i < 16; ++i)
      lanes.push_back({{around.x.lower + part() * around.x.length(), around.y.lower + part() * around.y.length()},
                       nominalRate(run) * std::pow(10, 3 * part() - 1.5)});
    return lanes;
  }

  static bool stays(const Cell& cell, const LaneJudge& judge, const Lane& lane, std::int64_t steps) {
    bool stays = false;
    const std::vector leashes{judge.leashOf(cell)};
    runLanes(judge.longerRun(), std::vector{lane},
             [&](std::size_t, const LaneEnd& end, const LaneTrail&) { stays = LaneJudge::hasStayed(end); },
             {.leashes = leashes, .leashedFrom = steps});
    return stays;
  }

  void expectSame(const Cell& cell, const ravine::Run& run) {
    const RunResultPtr result = computeRun(run, m_landscape);
    const Cell told = cellOf(*result);
    const bool same = cell.outcome == told.outcome && cell.steps == told.steps && cell.finalLoss == told.finalLoss &&
                      cell.lowestLoss == told.lowestLoss && cell.minimum == told.minimum;
    if (same) return;
    ADD_FAILURE() << cellOutcomeId(cell.outcome) << " at " << cell.minimum << " since " << cell.steps << ", but "
                  << outcomeId(result->diagnosis.outcome) << " at " << told.minimum << " since " << told.steps
                  << ": --loss " << run.lossFunction.id << run.lossFunction.formula
                  << " --start=" << shortestText(run.start.x()) << ',' << shortestText(run.start.y()) << " --lr "
                  << shortestText(nominalRate(run)) << " --optimizer " << run.optimizer.id << " --schedule "
                  << run.schedule.id << " --steps " << run.steps << [&] {
                       std::string text;
                       for (const auto& [id, value] : run.optimizer.parameters)
                         text += " --set optimizer." + id + '=' + toText(value);
                       return text;
                     }();
  }

  std::mt19937 m_engine;
  ravine::Run m_run;
  std::shared_ptr<const Landscape> m_landscape;
  std::vector<Well> m_wells;
};

int cellsOfEach() {
  const char* wanted = std::getenv("RAVINE_CELLS");
  return wanted ? std::atoi(wanted) : std::getenv("RAVINE_QUICK") ? 32 : 320;
}

TEST(LaneJudge, ClaimsWhatDiagnoseSaysOnEveryFunction) {
  Tally all;
  for (const LossFunctionInfo& info : lossFunctions()) {
    const Tally tally = Sampler(LossChoice{info.id, {}}, 7).compare(cellsOfEach());
    all.cells += tally.cells;
    all.claimed += tally.claimed;
    if (std::getenv("RAVINE_CELLS"))
      std::printf("%-24s %d of %d cells claimed\n", info.id.c_str(), tally.claimed, tally.cells);
  }
  EXPECT_GT(all.claimed, all.cells / 3) << "with settings that are to be unusual";
}

TEST(LaneJudge, ClaimsWhatDiagnoseSaysOfFormulas) {
  for (const char* formula : {"x^4+y^2", "1/(x-1)+x^2+y^2", "sqrt(x^2+y^2)", "abs(x)+3*abs(y)", "log(x)+y^2",
                              "sin(3x)*sin(3y)", "x^3+y^2", "x^2*y^2", "exp(x)+y^2", "x*y", "x^2+y^2+sin(5x)"})
    EXPECT_GT(Sampler(LossChoice{.id = {}, .parameters = {}, .formula = formula}, 11).compare(cellsOfEach()).cells, 0);
}

TEST(LaneJudge, EveryOutcomeIsOneOfACell) {
  for (const Outcome outcome : {Outcome::converged, Outcome::trapped, Outcome::diverged})
    EXPECT_EQ(cellOutcomeId(cellOutcome(outcome)), outcomeId(outcome));
  EXPECT_EQ(cellOutcome(Outcome::oscillating), CellOutcome::unsettled);
  EXPECT_EQ(cellOutcome(Outcome::unbounded), CellOutcome::gone);
}

}  // namespace
}  // namespace ravine
