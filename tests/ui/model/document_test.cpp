#include "core/run/scenarios.h"
#include "ui/model/document.h"

#include <gtest/gtest.h>

#include <QSignalSpy>

#include "ui/model/laboratory.h"

namespace ravine {
namespace {

Experiment oneRun() {
  Experiment experiment;
  experiment.runs.resize(1);
  return experiment;
}

void setRate(Document& document, double lr, Document::Gesture gesture = Document::kSingleEdit) {
  document.editRun(
      QStringLiteral("rate"), 0, [lr](ravine::Run& run) { run.lr = lr; }, gesture);
}

TEST(Document, UndoesAndRedoesAnEdit) {
  Document document(oneRun());
  setRate(document, 0.3);
  EXPECT_EQ(document.experiment().runs[0].lr, 0.3);
  document.undoStack().undo();
  EXPECT_EQ(document.experiment(), oneRun());
  document.undoStack().redo();
  EXPECT_EQ(document.experiment().runs[0].lr, 0.3);
}

TEST(Document, ADragIsOneUndoStep) {
  Document document(oneRun());
  const auto gesture = Document::newGesture();
  for (const double lr : {0.1, 0.2, 0.3}) setRate(document, lr, gesture);
  EXPECT_EQ(document.undoStack().count(), 1);
  document.undoStack().undo();
  EXPECT_EQ(document.experiment(), oneRun());
}

TEST(Document, TwoDragsAreTwoUndoSteps) {
  Document document(oneRun());
  setRate(document, 0.1, Document::newGesture());
  setRate(document, 0.2, Document::newGesture());
  EXPECT_EQ(document.undoStack().count(), 2);
}

TEST(Document, ADragThatReturnsHomeLeavesNoUndoStep) {
  Document document(oneRun());
  const auto gesture = Document::newGesture();
  setRate(document, 0.3, gesture);
  setRate(document, oneRun().runs[0].lr, gesture);
  EXPECT_EQ(document.undoStack().count(), 0);
}

TEST(Document, AnEditThatChangesNothingIsNone) {
  Document document(oneRun());
  const QSignalSpy changed(&document, &Document::changed);
  setRate(document, oneRun().runs[0].lr);
  EXPECT_EQ(changed.count(), 0);
  EXPECT_FALSE(document.undoStack().canUndo());
}

TEST(Document, RefusesAnUnsoundEditAndSaysWhy) {
  Document document(oneRun());
  const Problems problems = document.editRun(QStringLiteral("rate"), 0, [](ravine::Run& run) { run.lr = -1; });
  ASSERT_EQ(problems.size(), 1u);
  EXPECT_EQ(problems[0].where, "lr");
  EXPECT_EQ(document.experiment(), oneRun());
}

TEST(Results, FollowTheDocument) {
  Document document(oneRun());
  Results results(document);
  results.finish();
  ASSERT_NE(results.run(0), nullptr);
  setRate(document, 0.105);
  results.finish();
  EXPECT_EQ(results.run(0)->run.lr, 0.105);
  EXPECT_EQ(results.run(0)->diagnosis.outcome, Outcome::diverged);
}

TEST(Results, AreKeptForRunsThatDidNotChangeInSubstance) {
  Experiment two = oneRun();
  two.runs.push_back(two.runs[0]);
  two.runs[1].lr = 0.01;
  Document document(two);
  Results results(document);
  results.finish();
  const RunResult* second = results.run(1);
  document.edit(QStringLiteral("rename and remove"), [](Experiment& e) {
    e.runs[1].name = "another";
    e.runs.erase(e.runs.begin());
  });
  results.finish();
  EXPECT_EQ(results.run(0), second);
  EXPECT_EQ(results.run(1), nullptr);
}

TEST(Results, TheNewestOfManyRequestsWins) {
  Document document(oneRun());
  Results results(document);
  for (int i = 1; i <= 50; ++i) setRate(document, 0.001 * i);
  results.finish();
  EXPECT_EQ(results.run(0)->run.lr, 0.05);
}

TEST(Latest, DeliversOnlyTheNewestOfWaitingRequests) {
  std::vector<int> delivered;
  Latest<int> latest([&](int value) { delivered.push_back(value); });
  for (int i = 0; i < 10; ++i) latest.start([i](const CancelPredicate&) { return i; });
  latest.finish();
  EXPECT_EQ(delivered, (std::vector<int>{0, 9}));
}

TEST(Latest, CancelsAndWaitsWhenDestroyed) {
  std::atomic_bool ended = false;
  {
    Latest<int> latest([](int) { FAIL(); });
    latest.start([&](const CancelPredicate& cancelled) {
      while (!cancelled()) {
      }
      ended = true;
      return 1;
    });
  }
  EXPECT_TRUE(ended);
}

TEST(Timeline, AdvancesByItsSpeedAndStopsAtTheEnd) {
  Timeline timeline;
  timeline.setLastStep(60);
  timeline.setSpeed(12);
  timeline.setPlaying(true);
  timeline.advance(0.5);
  EXPECT_DOUBLE_EQ(timeline.playhead(), 6);
  timeline.advance(100);
  EXPECT_DOUBLE_EQ(timeline.playhead(), 60);
  EXPECT_FALSE(timeline.isPlaying());
}

TEST(Timeline, BeginsAnewWhenPlayedAtTheEndAndLoopsIfAsked) {
  Timeline timeline;
  timeline.setLastStep(10);
  timeline.setPlayhead(10);
  timeline.setPlaying(true);
  EXPECT_DOUBLE_EQ(timeline.playhead(), 0);
  timeline.setLoops(true);
  timeline.setSpeed(1);
  timeline.advance(12);
  EXPECT_DOUBLE_EQ(timeline.playhead(), 2);
  EXPECT_TRUE(timeline.isPlaying());
}

TEST(Timeline, StepsToWholeStepsAndPauses) {
  Timeline timeline;
  timeline.setLastStep(10);
  timeline.setPlayhead(3.4);
  timeline.setPlaying(true);
  timeline.stepBy(1);
  EXPECT_DOUBLE_EQ(timeline.playhead(), 4);
  EXPECT_FALSE(timeline.isPlaying());
  timeline.setPlayhead(3.4);
  timeline.stepBy(-1);
  EXPECT_DOUBLE_EQ(timeline.playhead(), 3);
}

TEST(Laboratory, KeepsTheTimelineAsLongAsTheLongestRunAndSelectsOneThatExists) {
  Laboratory laboratory(scenarios().front().experiment, ThemeChoice::light);
  Context& context = laboratory.context();
  EXPECT_EQ(context.timeline.lastStep(), 60);
  context.timeline.setPlayhead(60);
  context.timeline.selectRun(2);
  context.document.edit(QStringLiteral("cut"), [](Experiment& e) {
    e.runs.resize(1);
    e.runs[0].steps = 20;
  });
  EXPECT_EQ(context.timeline.selectedRun(), 0);
  EXPECT_DOUBLE_EQ(context.timeline.playhead(), 20);
}

}  // namespace
}  // namespace ravine
