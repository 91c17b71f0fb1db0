#include "ui/window/actions.h"

#include <QWidget>
#include <algorithm>
#include <cmath>

#include "ui/model/settings.h"

namespace ravine {
namespace {

Run& selectedRun(Context& context, Experiment& experiment) {
  return experiment.runs.at(static_cast<std::size_t>(context.timeline.selectedRun()));
}

void scaleRate(Context& context, const QString& text, double factor) {
  context.document.edit(text, [&](Experiment& experiment) {
    Run& run = selectedRun(context, experiment);
    setNominalRate(run, nominalRate(run) * factor);
  });
}

void setLayout(Context& context, Layout layout) {
  const QString text = layout == Layout::overlaid ? QObject::tr("Overlay runs") : QObject::tr("Runs side by side");
  context.document.edit(text, [layout](Experiment& experiment) { experiment.layout = layout; });
}

void chooseTheme(Context& context, ThemeChoice choice) {
  context.themes.choose(choice);
  settings::setThemeChoice(choice);
}

// A name that no run has yet: "Run 4".
std::string freeName(const Experiment& experiment) {
  for (std::size_t n = experiment.runs.size() + 1;; ++n) {
    const std::string name = QObject::tr("Run %1").arg(n).toStdString();
    if (std::none_of(experiment.runs.begin(), experiment.runs.end(), [&](const Run& r) { return r.name == name; }))
      return name;
  }
}

}  // namespace

Actions::Actions(Context& context, QWidget& window) : QObject(&window), m_context(context), m_rows(makeRows()) {
  for (const Row& row : m_rows) {
    auto* action = new QAction(row.text, &window);
    action->setShortcuts(row.shortcuts);
    action->setCheckable(row.checkable);
    action->setAutoRepeat(row.id == ActionId::stepBack || row.id == ActionId::stepForward);
    const QString keys = row.shortcuts.isEmpty()
                             ? QString()
                             : QStringLiteral(" (%1)").arg(row.shortcuts.front().toString(QKeySequence::NativeText));
    action->setToolTip(row.text + keys);
    connect(action, &QAction::triggered, this, row.run);
    window.addAction(action);
    m_actions.insert(row.id, action);
  }
  connect(&context.document, &Document::changed, this, &Actions::refresh);
  connect(&context.timeline, &Timeline::playingChanged, this, &Actions::refresh);
  connect(&context.timeline, &Timeline::loopsChanged, this, &Actions::refresh);
  connect(&context.document.undoStack(), &QUndoStack::indexChanged, this, &Actions::refresh);
  connect(&context.display, &Display::changed, this, &Actions::refresh);
  connect(&context.themes, &ThemeSource::changed, this, &Actions::refresh);
  connect(&context.themes, &ThemeSource::changed, this, &Actions::refreshIcons);
  refresh();
  refreshIcons();
}

std::vector<Actions::Row> Actions::makeRows() {
  Context& c = m_context;
  Timeline& timeline = c.timeline;
  const QString play = tr("Playback");
  const QString runs = tr("Runs");
  const QString edit = tr("Edit");
  const QString view = tr("View");
  std::vector<Row> rows{
      {ActionId::play,
       play,
       tr("Play or pause"),
       {Qt::Key_Space},
       "play",
       false,
       [&timeline] { timeline.setPlaying(!timeline.isPlaying()); }},
      {ActionId::stepBack,
       play,
       tr("One step back"),
       {Qt::Key_Left},
       "step-back",
       false,
       [&timeline] { timeline.stepBy(-1); }},
      {ActionId::stepForward,
       play,
       tr("One step forward"),
       {Qt::Key_Right},
       "step-forward",
       false,
       [&timeline] { timeline.stepBy(1); }},
      {ActionId::toStart,
       play,
       tr("To the start"),
       {Qt::Key_Home},
       "to-start",
       false,
       [&timeline] { timeline.setPlayhead(0); }},
      {ActionId::toEnd,
       play,
       tr("To the end"),
       {Qt::Key_End},
       "to-end",
       false,
       [&timeline] { timeline.setPlayhead(static_cast<double>(timeline.lastStep())); }},
      {ActionId::loop,
       play,
       tr("Loop"),
       {Qt::Key_L},
       "loop",
       true,
       [&timeline] { timeline.setLoops(!timeline.loops()); }},
      {ActionId::addRun, runs, tr("New run"), {Qt::Key_N}, "plus", false, [&c] { addRun(c); }},
      {ActionId::duplicateRun, runs, tr("Duplicate run"), {Qt::Key_D}, {}, false, [&c] { duplicateRun(c); }},
      {ActionId::removeRun, runs, tr("Remove run"), {Qt::Key_Delete}, {}, false, [&c] { removeRun(c); }},
      {ActionId::resetStart,
       runs,
       tr("Reset the start"),
       {Qt::Key_R},
       {},
       false,
       [&c] {
         c.document.edit(tr("Reset start"), [&c](Experiment& experiment) {
           Run& run = selectedRun(c, experiment);
           run.start = lossFunctionInfo(run).start;
         });
       }},
      {ActionId::halveRate,
       runs,
       tr("Halve η"),
       {Qt::Key_BracketLeft},
       {},
       false,
       [&c] { scaleRate(c, tr("Halve η"), 0.5); }},
      {ActionId::doubleRate,
       runs,
       tr("Double η"),
       {Qt::Key_BracketRight},
       {},
       false,
       [&c] { scaleRate(c, tr("Double η"), 2); }},
      {ActionId::undo,
       edit,
       tr("Undo"),
       {QKeySequence(Qt::CTRL | Qt::Key_Z)},
       "undo",
       false,
       [&c] { c.document.undoStack().undo(); }},
      {ActionId::redo,
       edit,
       tr("Redo"),
       {QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_Z), QKeySequence(Qt::CTRL | Qt::Key_Y)},
       "redo",
       false,
       [&c] { c.document.undoStack().redo(); }},
      {ActionId::sideBySide, view, tr("Side by side"), {}, {}, true, [&c] { setLayout(c, Layout::sideBySide); }},
      {ActionId::overlaid, view, tr("Overlay"), {}, {}, true, [&c] { setLayout(c, Layout::overlaid); }},
      {ActionId::toggleLayout,
       view,
       tr("Overlay or side by side"),
       {Qt::Key_O},
       {},
       false,
       [&c] {
         const bool overlaid = c.document.experiment().layout == Layout::overlaid;
         setLayout(c, overlaid ? Layout::sideBySide : Layout::overlaid);
       }},
      {ActionId::themeSystem,
       view,
       tr("Theme of the system"),
       {},
       {},
       true,
       [&c] { chooseTheme(c, ThemeChoice::system); }},
      {ActionId::themeLight, view, tr("Light theme"), {}, {}, true, [&c] { chooseTheme(c, ThemeChoice::light); }},
      {ActionId::themeDark, view, tr("Dark theme"), {}, {}, true, [&c] { chooseTheme(c, ThemeChoice::dark); }},
      {ActionId::showBouncing,
       view,
       tr("Shade where steps bounce"),
       {Qt::Key_B},
       {},
       true,
       [&c] { c.display.setBouncing(!c.display.showsBouncing()); }},
      {ActionId::showCurvature,
       view,
       tr("Directions of curvature"),
       {Qt::Key_C},
       {},
       true,
       [&c] { c.display.setCurvature(!c.display.showsCurvature()); }},
      {ActionId::showArrows,
       view,
       tr("Arrows of the step"),
       {Qt::Key_A},
       {},
       true,
       [&c] { c.display.setArrows(!c.display.showsArrows()); }},
      {ActionId::compare, view, tr("Compare runs"), {Qt::Key_T}, {}, false, [this] { emit comparisonRequested(); }},
      {ActionId::showKeys,
       view,
       tr("List of keys"),
       {Qt::Key_Question, Qt::Key_F1},
       {},
       false,
       [this] { emit keysRequested(); }},
      {ActionId::quit,
       view,
       tr("Quit"),
       {QKeySequence(Qt::CTRL | Qt::Key_Q)},
       {},
       false,
       [this] { emit quitRequested(); }},
  };
  // Beside the other rows of their group.
  const auto afterRuns = std::find_if(rows.begin(), rows.end(), [&](const Row& row) { return row.group == edit; });
  std::vector<Row> select;
  for (int i = 0; i < static_cast<int>(Experiment::kMostRuns); ++i)
    select.push_back({static_cast<ActionId>(static_cast<int>(ActionId::selectRun) + i),
                      runs,
                      tr("Select a run"),
                      {QKeySequence(Qt::Key_1 + i)},
                      {},
                      false,
                      [&c, i] {
                        if (i < static_cast<int>(c.runs().size())) c.timeline.selectRun(i);
                      }});
  rows.insert(afterRuns, select.begin(), select.end());
  return rows;
}

void Actions::refresh() {
  const Experiment& experiment = m_context.document.experiment();
  const std::size_t runs = experiment.runs.size();
  m_actions[ActionId::addRun]->setEnabled(runs < Experiment::kMostRuns);
  m_actions[ActionId::duplicateRun]->setEnabled(runs < Experiment::kMostRuns);
  m_actions[ActionId::removeRun]->setEnabled(runs > 1);
  m_actions[ActionId::showBouncing]->setChecked(m_context.display.showsBouncing());
  m_actions[ActionId::showCurvature]->setChecked(m_context.display.showsCurvature());
  m_actions[ActionId::showArrows]->setChecked(m_context.display.showsArrows());
  m_actions[ActionId::sideBySide]->setChecked(experiment.layout == Layout::sideBySide);
  m_actions[ActionId::overlaid]->setChecked(experiment.layout == Layout::overlaid);
  m_actions[ActionId::loop]->setChecked(m_context.timeline.loops());
  m_actions[ActionId::themeSystem]->setChecked(m_context.themes.choice() == ThemeChoice::system);
  m_actions[ActionId::themeLight]->setChecked(m_context.themes.choice() == ThemeChoice::light);
  m_actions[ActionId::themeDark]->setChecked(m_context.themes.choice() == ThemeChoice::dark);
  const QUndoStack& stack = m_context.document.undoStack();
  const auto named = [](const QString& verb, const QString& what) {
    return what.isEmpty() ? verb : verb + ": " + what;
  };
  m_actions[ActionId::undo]->setEnabled(stack.canUndo());
  m_actions[ActionId::undo]->setText(named(tr("Undo"), stack.undoText()));
  m_actions[ActionId::redo]->setEnabled(stack.canRedo());
  m_actions[ActionId::redo]->setText(named(tr("Redo"), stack.redoText()));
  const Theme& theme = m_context.theme();
  m_actions[ActionId::play]->setIcon(
      themedIcon(m_context.timeline.isPlaying() ? QStringLiteral("pause") : QStringLiteral("play"), theme.onAccent));
}

void Actions::refreshIcons() {
  for (const Row& row : m_rows)
    if (!row.icon.isEmpty() && row.id != ActionId::play)
      m_actions[row.id]->setIcon(themedIcon(row.icon, m_context.theme().text));
}

void Actions::addRun(Context& context) {
  if (context.runs().size() >= Experiment::kMostRuns) return;
  context.document.edit(tr("New run"), [&](Experiment& experiment) {
    const Run& selected = selectedRun(context, experiment);
    Run run;  // plain descent on the landscape one is looking at
    run.lossFunction = selected.lossFunction;
    run.start = selected.start;
    run.steps = selected.steps;
    run.lr = nominalRate(selected);
    run.name = freeName(experiment);
    run.colour = freeColour(experiment);
    experiment.runs.push_back(std::move(run));
  });
  context.timeline.selectRun(static_cast<int>(context.runs().size()) - 1);
}

void Actions::duplicateRun(Context& context) {
  if (context.runs().size() >= Experiment::kMostRuns) return;
  const int selected = context.timeline.selectedRun();
  context.document.edit(tr("Duplicate run"), [&](Experiment& experiment) {
    Run copy = selectedRun(context, experiment);
    copy.name = freeName(experiment);
    copy.colour = freeColour(experiment);
    experiment.runs.insert(experiment.runs.begin() + selected + 1, std::move(copy));
  });
  context.timeline.selectRun(selected + 1);
}

void Actions::removeRun(Context& context) {
  if (context.runs().size() <= 1) return;
  const int selected = context.timeline.selectedRun();
  // First, so that no view looks for a run that is gone.
  context.timeline.selectRun(std::min(selected, static_cast<int>(context.runs().size()) - 2));
  context.document.edit(tr("Remove run"),
                        [&](Experiment& experiment) { experiment.runs.erase(experiment.runs.begin() + selected); });
}

}  // namespace ravine
