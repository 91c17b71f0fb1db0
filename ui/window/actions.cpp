#include "ui/window/actions.h"

#include <QWidget>
#include <algorithm>
#include <cmath>

#include "ui/look/icon.h"
#include "ui/model/settings.h"

namespace ravine {
namespace {

void scaleRate(Laboratory& laboratory, const QString& text, double factor) {
  laboratory.document().editRun(text, laboratory.selected(),
                                [factor](Run& run) { setNominalRate(run, nominalRate(run) * factor); });
}

void resetStart(Laboratory& laboratory) {
  laboratory.document().editRun(QObject::tr("Reset start"), laboratory.selected(),
                                [](Run& run) { run.start = lossFunctionInfo(run).start; });
}

void setLayout(Laboratory& laboratory, Layout layout) {
  const QString text = layout == Layout::overlaid ? QObject::tr("Overlay runs") : QObject::tr("Runs side by side");
  laboratory.document().edit(text, [layout](Experiment& experiment) { experiment.layout = layout; });
}

void toggleLayout(Laboratory& laboratory) {
  const bool overlaid = laboratory.experiment().layout == Layout::overlaid;
  setLayout(laboratory, overlaid ? Layout::sideBySide : Layout::overlaid);
}

void chooseTheme(Laboratory& laboratory, ThemeChoice choice) {
  laboratory.themes().choose(choice);
  settings::setThemeChoice(choice);
}

// Where the selected run stands.
std::ptrdiff_t selectedPlace(const Laboratory& laboratory) {
  const auto& runs = laboratory.runs();
  const auto isSelected = [&](const Run& run) { return run.id == laboratory.selected(); };
  return std::find_if(runs.begin(), runs.end(), isSelected) - runs.begin();
}

void selectPlace(Laboratory& laboratory, std::ptrdiff_t place) {
  if (place < std::ssize(laboratory.runs())) laboratory.select(laboratory.runs()[static_cast<std::size_t>(place)].id);
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

Actions::Actions(Laboratory& laboratory, QWidget& window)
    : QObject(&window), m_laboratory(laboratory), m_rows(makeRows()) {
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
  connect(&laboratory, &Laboratory::changed, this, &Actions::refresh);
  connect(&laboratory.timeline(), &Timeline::playingChanged, this, &Actions::refresh);
  connect(&laboratory.timeline(), &Timeline::loopsChanged, this, &Actions::refresh);
  connect(&laboratory.document().undoStack(), &QUndoStack::indexChanged, this, &Actions::refresh);
  connect(&laboratory.display(), &Display::changed, this, &Actions::refresh);
  connect(&laboratory.themes(), &ThemeSource::changed, this, &Actions::refresh);
  connect(&laboratory.themes(), &ThemeSource::changed, this, &Actions::refreshIcons);
  refresh();
  refreshIcons();
}

std::vector<Actions::Row> Actions::makeRows() {
  Laboratory& lab = m_laboratory;
  Timeline& timeline = lab.timeline();
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
      {ActionId::addRun, runs, tr("New run"), {Qt::Key_N}, "plus", false, [&lab] { addRun(lab); }},
      {ActionId::duplicateRun, runs, tr("Duplicate run"), {Qt::Key_D}, {}, false, [&lab] { duplicateRun(lab); }},
      {ActionId::removeRun, runs, tr("Remove run"), {Qt::Key_Delete}, {}, false, [&lab] { removeRun(lab); }},
      {ActionId::resetStart, runs, tr("Reset the start"), {Qt::Key_R}, {}, false, [&lab] { resetStart(lab); }},
      {ActionId::halveRate,
       runs,
       tr("Halve η"),
       {Qt::Key_BracketLeft},
       {},
       false,
       [&lab] { scaleRate(lab, tr("Halve η"), 0.5); }},
      {ActionId::doubleRate,
       runs,
       tr("Double η"),
       {Qt::Key_BracketRight},
       {},
       false,
       [&lab] { scaleRate(lab, tr("Double η"), 2); }},
      {ActionId::undo,
       edit,
       tr("Undo"),
       {QKeySequence(Qt::CTRL | Qt::Key_Z)},
       "undo",
       false,
       [&lab] { lab.document().undoStack().undo(); }},
      {ActionId::redo,
       edit,
       tr("Redo"),
       {QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_Z), QKeySequence(Qt::CTRL | Qt::Key_Y)},
       "redo",
       false,
       [&lab] { lab.document().undoStack().redo(); }},
      {ActionId::sideBySide, view, tr("Side by side"), {}, {}, true, [&lab] { setLayout(lab, Layout::sideBySide); }},
      {ActionId::overlaid, view, tr("Overlay"), {}, {}, true, [&lab] { setLayout(lab, Layout::overlaid); }},
      {ActionId::toggleLayout,
       view,
       tr("Overlay or side by side"),
       {Qt::Key_O},
       {},
       false,
       [&lab] { toggleLayout(lab); }},
      {ActionId::themeSystem,
       view,
       tr("Theme of the system"),
       {},
       {},
       true,
       [&lab] { chooseTheme(lab, ThemeChoice::system); }},
      {ActionId::themeLight, view, tr("Light theme"), {}, {}, true, [&lab] { chooseTheme(lab, ThemeChoice::light); }},
      {ActionId::themeDark, view, tr("Dark theme"), {}, {}, true, [&lab] { chooseTheme(lab, ThemeChoice::dark); }},
      {ActionId::showBouncing,
       view,
       tr("Shade where steps bounce"),
       {Qt::Key_B},
       {},
       true,
       [&lab] { lab.display().toggle(&MapShows::bouncing); }},
      {ActionId::showCurvature,
       view,
       tr("Directions of curvature"),
       {Qt::Key_C},
       {},
       true,
       [&lab] { lab.display().toggle(&MapShows::curvature); }},
      {ActionId::showArrows,
       view,
       tr("Arrows of the step"),
       {Qt::Key_A},
       {},
       true,
       [&lab] { lab.display().toggle(&MapShows::arrows); }},
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
                      [&lab, i] { selectPlace(lab, i); }});
  rows.insert(afterRuns, select.begin(), select.end());
  return rows;
}

void Actions::refresh() {
  const Experiment& experiment = m_laboratory.experiment();
  const MapShows& shows = m_laboratory.display().shows();
  const std::size_t runs = experiment.runs.size();
  m_actions[ActionId::addRun]->setEnabled(runs < Experiment::kMostRuns);
  m_actions[ActionId::duplicateRun]->setEnabled(runs < Experiment::kMostRuns);
  m_actions[ActionId::removeRun]->setEnabled(runs > 1);
  m_actions[ActionId::showBouncing]->setChecked(shows.bouncing);
  m_actions[ActionId::showCurvature]->setChecked(shows.curvature);
  m_actions[ActionId::showArrows]->setChecked(shows.arrows);
  m_actions[ActionId::sideBySide]->setChecked(experiment.layout == Layout::sideBySide);
  m_actions[ActionId::overlaid]->setChecked(experiment.layout == Layout::overlaid);
  m_actions[ActionId::loop]->setChecked(m_laboratory.timeline().loops());
  m_actions[ActionId::themeSystem]->setChecked(m_laboratory.themes().choice() == ThemeChoice::system);
  m_actions[ActionId::themeLight]->setChecked(m_laboratory.themes().choice() == ThemeChoice::light);
  m_actions[ActionId::themeDark]->setChecked(m_laboratory.themes().choice() == ThemeChoice::dark);
  const QUndoStack& stack = m_laboratory.document().undoStack();
  const auto named = [](const QString& verb, const QString& what) {
    return what.isEmpty() ? verb : verb + ": " + what;
  };
  m_actions[ActionId::undo]->setEnabled(stack.canUndo());
  m_actions[ActionId::undo]->setText(named(tr("Undo"), stack.undoText()));
  m_actions[ActionId::redo]->setEnabled(stack.canRedo());
  m_actions[ActionId::redo]->setText(named(tr("Redo"), stack.redoText()));
  const Theme& theme = m_laboratory.theme();
  m_actions[ActionId::play]->setIcon(themedIcon(
      m_laboratory.timeline().isPlaying() ? QStringLiteral("pause") : QStringLiteral("play"), theme.onAccent));
}

void Actions::refreshIcons() {
  for (const Row& row : m_rows)
    if (!row.icon.isEmpty() && row.id != ActionId::play)
      m_actions[row.id]->setIcon(themedIcon(row.icon, m_laboratory.theme().text));
}

void Actions::addRun(Laboratory& laboratory) {
  if (laboratory.runs().size() >= Experiment::kMostRuns) return;
  laboratory.document().edit(tr("New run"), [&](Experiment& experiment) {
    const Run& selected = *experiment.find(laboratory.selected());
    Run run;  // plain descent on the landscape one is looking at
    run.lossFunction = selected.lossFunction;
    run.start = selected.start;
    run.steps = selected.steps;
    run.lr = nominalRate(selected);
    run.name = freeName(experiment);
    run.colour = freeColour(experiment);
    experiment.runs.push_back(std::move(run));
  });
  selectPlace(laboratory, std::ssize(laboratory.runs()) - 1);
}

void Actions::duplicateRun(Laboratory& laboratory) {
  if (laboratory.runs().size() >= Experiment::kMostRuns) return;
  const std::ptrdiff_t place = selectedPlace(laboratory) + 1;
  laboratory.document().edit(tr("Duplicate run"), [&](Experiment& experiment) {
    Run copy = *experiment.find(laboratory.selected());
    copy.id = RunId::none;
    copy.name = freeName(experiment);
    copy.colour = freeColour(experiment);
    experiment.runs.insert(experiment.runs.begin() + place, std::move(copy));
  });
  selectPlace(laboratory, place);
}

void Actions::removeRun(Laboratory& laboratory) {
  if (laboratory.runs().size() <= 1) return;
  const RunId selected = laboratory.selected();
  laboratory.document().edit(tr("Remove run"), [selected](Experiment& experiment) {
    std::erase_if(experiment.runs, [selected](const Run& run) { return run.id == selected; });
  });
}

}  // namespace ravine
