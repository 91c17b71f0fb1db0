#include <gtest/gtest.h>

#include "core/lesson/scenarios.h"
#include "tests/ui/some_scenarios.h"
#include "tests/ui/window/window_fixture.h"
#include "ui/map/landscape_pane.h"
#include "ui/map/run_panel.h"
#include "ui/model/laboratory.h"
#include "ui/window/commands.h"
#include "ui/window/file_desk.h"
#include "ui/window/main_window.h"

namespace ravine {
namespace {

// The moment after a change, when views paint and events run before the new results are there.
class WindowAtOnce : public WindowFixture {
 protected:
  WindowAtOnce() { window.resize(960, 640); }
  void paint() {
    window.grab();
    laboratory.timeline().advance(0.3);
    QApplication::processEvents();
    for (RunPanel* panel : panels())
      for (const ShownRun& shown : panel->landscape().map().scene().runs)
        EXPECT_NE(laboratory.experiment().find(shown.run.id), nullptr) << "shows a run that is gone";
  }
};

// Each scenario with itself, the next and one from the other half; all pairs would be a square of them.
std::vector<std::pair<const Scenario*, const Scenario*>> pairs() {
  static const std::vector<Scenario> some = someScenarios();
  std::vector<std::pair<const Scenario*, const Scenario*>> pairs;
  const std::size_t count = some.size();
  for (std::size_t i = 0; i < count; ++i)
    for (const std::size_t ahead : {std::size_t{0}, std::size_t{1}, count / 2})
      pairs.emplace_back(&some[i], &some[(i + ahead) % count]);
  return pairs;
}

TEST_F(WindowAtOnce, AScenarioFollowsAnotherWhileResultsAreStillOnTheirWay) {
  for (const auto& [first, second] : pairs()) {
    window.files().open(*first);
    laboratory.finish();
    laboratory.timeline().advance(1);
    window.files().open(*second);
    paint();
  }
}

TEST_F(WindowAtOnce, UndoAndRedoAcrossScenariosPaintBeforeTheirResultsAreThere) {
  for (const auto& [first, second] : pairs()) {
    laboratory.open(first->experiment);
    laboratory.finish();
    laboratory.document().edit({}, [&, other = second](Experiment& experiment) { experiment = other->experiment; });
    paint();
    for (const bool undo : {true, false}) {
      undo ? laboratory.document().undoStack().undo() : laboratory.document().undoStack().redo();
      paint();
    }
  }
}

TEST_F(WindowAtOnce, RunsAreRemovedAddedAndRenamedWhileTheirResultsAreComputed) {
  window.files().open(*findScenario("every_outcome"));
  for (int i = 0; i < 40; ++i) {
    laboratory.select(laboratory.runs()[static_cast<std::size_t>(i * 7) % laboratory.runs().size()].id);
    switch (i % 5) {
      case 0:
        removeRun(laboratory);
        break;
      case 1:
        laboratory.document().editRun({}, laboratory.selected(), [i](ravine::Run& r) { r.steps = 20'000 + i; });
        break;
      case 2:
        duplicateRun(laboratory);
        break;
      case 3:
        laboratory.document().editRun({}, laboratory.selected(),
                                      [i](ravine::Run& r) { r.name = "Run named " + std::to_string(i); });
        break;
      default:
        addRun(laboratory);
        break;
    }
    paint();
  }
  laboratory.finish();
  for (const ShownRun& shown : laboratory.shownRuns()) EXPECT_EQ(shown.result->run, withoutLooks(shown.run));
}

}  // namespace
}  // namespace ravine
