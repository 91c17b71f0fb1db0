#include "ui/model/laboratory.h"

#include <gtest/gtest.h>

#include <QSemaphore>

#include "core/lesson/scenarios.h"

namespace ravine {
namespace {

class Lab : public testing::Test {
 protected:
  static Experiment ravines(const std::vector<double>& rates) {
    Experiment experiment;
    for (const double lr : rates) {
      ravine::Run run;
      run.lr = lr;
      experiment.runs.push_back(run);
    }
    return experiment;
  }
  RunId id(std::size_t i) { return laboratory.runs().at(i).id; }
  void setRate(RunId run, double lr) {
    laboratory.document().editRun({}, run, [lr](ravine::Run& r) { r.lr = lr; });
  }

  Laboratory laboratory{ravines({0.01, 0.05, 0.09}), ThemeChoice::light};
};

TEST_F(Lab, ResultsFollowTheDocument) {
  laboratory.finish();
  ASSERT_NE(laboratory.result(id(0)), nullptr);
  setRate(id(0), 0.105);
  laboratory.finish();
  EXPECT_EQ(laboratory.result(id(0))->run.lr, 0.105);
  EXPECT_EQ(laboratory.result(id(0))->diagnosis.outcome, Outcome::diverged);
}

TEST_F(Lab, ResultsAreKeptForRunsThatDidNotChangeInSubstance) {
  laboratory.finish();
  const RunId third = id(2);
  const RunResultPtr result = laboratory.result(third);
  laboratory.document().edit({}, [](Experiment& e) {
    e.runs[2].name = "another";
    e.runs.erase(e.runs.begin());
  });
  EXPECT_EQ(laboratory.result(third), result);
}

TEST_F(Lab, NoRunInheritsTheResultOfOneThatIsGone) {
  laboratory.finish();
  const RunId first = id(0);
  laboratory.document().edit({}, [](Experiment& e) { e.runs.erase(e.runs.begin()); });
  EXPECT_EQ(laboratory.result(first), nullptr);
  for (const auto& [run, result, kept, endIsKept] : laboratory.shownRuns()) EXPECT_EQ(result->run.lr, run.lr);
}

TEST_F(Lab, TheNewestOfManyRequestsWins) {
  for (int i = 1; i <= 50; ++i) setRate(id(0), 0.001 * i);
  laboratory.finish();
  EXPECT_EQ(laboratory.result(id(0))->run.lr, 0.05);
}

TEST_F(Lab, KeepsTheTimelineAsLongAsTheLongestRunAndSelectsOneThatExists) {
  laboratory.timeline().setPlayhead(200);
  laboratory.select(id(2));
  laboratory.document().edit({}, [](Experiment& e) {
    e.runs.resize(1);
    e.runs[0].steps = 20;
  });
  EXPECT_EQ(laboratory.selected(), id(0));
  EXPECT_EQ(laboratory.timeline().lastStep(), 20);
  EXPECT_DOUBLE_EQ(laboratory.timeline().playhead(), 20);
}

TEST_F(Lab, ARemovedRunIsFollowedByTheOneInItsPlace) {
  laboratory.select(id(1));
  const RunId third = id(2);
  laboratory.document().edit({}, [](Experiment& e) { e.runs.erase(e.runs.begin() + 1); });
  EXPECT_EQ(laboratory.selected(), third);
}

// Whenever views are told, what they can ask agrees, whatever was done and however far the results are.
TEST_F(Lab, TellsOnceAndOnlyWhenAllAgrees) {
  int told = 0;
  QObject::connect(&laboratory, &Laboratory::changed, [&](const Change&) {
    ++told;
    std::int64_t longest = 0;
    for (const auto& [run, result, kept, endIsKept] : laboratory.shownRuns()) {
      longest = std::max(longest, run.steps);
      if (result) {
        EXPECT_EQ(result->run.lossFunction, run.lossFunction);
      }
    }
    EXPECT_NE(laboratory.experiment().find(laboratory.selected()), nullptr);
    EXPECT_EQ(laboratory.timeline().lastStep(), longest);
    EXPECT_LE(laboratory.timeline().playhead(), static_cast<double>(longest));
  });
  QObject::connect(&laboratory.timeline(), &Timeline::playheadChanged, [&](double playhead) {
    EXPECT_LE(playhead, static_cast<double>(laboratory.timeline().lastStep()));
    EXPECT_NE(laboratory.experiment().find(laboratory.selected()), nullptr);
  });
  laboratory.timeline().setPlayhead(150);
  laboratory.select(id(2));
  told = 0;
  for (const Scenario& scenario : scenarios()) {
    laboratory.document().edit({}, [&](Experiment& e) { e = scenario.experiment; });
    EXPECT_EQ(std::exchange(told, 0), 1);
  }
  while (laboratory.document().undoStack().canUndo()) {
    laboratory.document().undoStack().undo();
    EXPECT_EQ(std::exchange(told, 0), 1);
  }
  laboratory.open(scenarios().back().experiment);
  EXPECT_EQ(told, 1);
  laboratory.finish();
}

TEST_F(Lab, BusySearchesAndPicturesDoNotHoldUpTrajectories) {
  QSemaphore release;
  for (QThreadPool* busy : {&laboratory.lanes().searches, &laboratory.lanes().pictures})
    for (int i = 0; i < 8; ++i) busy->start([&release] { release.acquire(); });
  setRate(id(0), 0.02);
  laboratory.finish();  // while all of them still sit there
  EXPECT_EQ(laboratory.result(id(0))->run.lr, 0.02);
  release.release(16);
  for (QThreadPool* busy : {&laboratory.lanes().searches, &laboratory.lanes().pictures}) busy->waitForDone();
}

TEST_F(Lab, AnotherExperimentBeginsAtItsBeginningWithItsFirstRun) {
  laboratory.finish();
  laboratory.timeline().setPlayhead(50);
  laboratory.timeline().setPlaying(true);
  laboratory.select(id(1));
  laboratory.open(scenarios().front().experiment);
  EXPECT_EQ(laboratory.selected(), id(0));
  EXPECT_EQ(laboratory.timeline().playhead(), 0);
  EXPECT_FALSE(laboratory.timeline().isPlaying());
  laboratory.document().undoStack().undo();
  EXPECT_EQ(laboratory.runs().size(), 3u);
  EXPECT_EQ(laboratory.selected(), id(0));
}

}  // namespace
}  // namespace ravine
