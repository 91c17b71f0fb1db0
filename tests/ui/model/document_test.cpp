#include "ui/model/document.h"
#include "core/lesson/scenarios.h"

#include <gtest/gtest.h>

namespace ravine {
namespace {

Experiment oneRun() {
  Experiment experiment;
  experiment.runs.resize(1);
  experiment.runs[0].id = RunId{1};
  return experiment;
}

void setRate(Document& document, double lr, Document::Gesture gesture = Document::kSingleEdit) {
  document.editRun(
      QStringLiteral("rate"), RunId{1}, [lr](ravine::Run& run) { run.lr = lr; }, gesture);
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
  int changes = 0;
  Document document(oneRun(), [&](Document::Change, const Experiment&) { ++changes; });
  setRate(document, oneRun().runs[0].lr);
  EXPECT_EQ(changes, 0);
  EXPECT_FALSE(document.undoStack().canUndo());
}

TEST(Document, RefusesAnUnsoundEditAndSaysWhy) {
  Document document(oneRun());
  const Problems problems = document.editRun(QStringLiteral("rate"), RunId{1}, [](ravine::Run& run) { run.lr = -1; });
  ASSERT_EQ(problems.size(), 1u);
  EXPECT_EQ(problems[0].where, "lr");
  EXPECT_EQ(document.experiment(), oneRun());
}

// An experiment of so many runs, as a caller makes it: without ids.
Experiment unnumbered(std::size_t count) {
  Experiment experiment;
  experiment.runs.resize(count);
  return experiment;
}

TEST(Document, GivesEachRunAnIdThatNoRunHasHad) {
  Document document(unnumbered(3));
  const RunId last = document.experiment().runs[2].id;
  EXPECT_NE(document.experiment().runs[0].id, document.experiment().runs[1].id);
  document.edit({}, [](Experiment& e) { e.runs.pop_back(); });
  document.edit({}, [](Experiment& e) { e.runs.emplace_back(); });
  EXPECT_NE(document.experiment().runs[2].id, last);
  EXPECT_NE(document.experiment().runs[2].id, RunId::none);
}

TEST(Document, UndoBringsARunBackWithItsId) {
  Document document(unnumbered(3));
  const Experiment before = document.experiment();
  document.edit({}, [](Experiment& e) { e.runs.erase(e.runs.begin()); });
  document.edit({}, [](Experiment& e) { e.runs.emplace_back(); });
  document.undoStack().undo();
  document.undoStack().undo();
  EXPECT_EQ(document.experiment(), before);
}

TEST(Document, RefusesTwoRunsWithOneId) {
  Document document(unnumbered(2));
  EXPECT_FALSE(document.edit({}, [](Experiment& e) { e.runs[1].id = e.runs[0].id; }).empty());
}

TEST(Document, SaysOfARefusedEditOfARunOnlyWhatIsWrongWithIt) {
  Document document(unnumbered(3));
  const RunId second = document.experiment().runs[1].id;
  const Problems problems = document.editRun({}, second, [](ravine::Run& run) { run.steps = 0; });
  ASSERT_EQ(problems.size(), 1u);
  EXPECT_EQ(problems[0].where, "steps");
}

}  // namespace
}  // namespace ravine
