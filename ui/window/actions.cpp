#include "ui/window/actions.h"

#include <QWidget>
#include <algorithm>
#include <array>

#include "core/run/look.h"
#include "ui/look/icon.h"
#include "ui/model/settings.h"
#include "ui/window/commands.h"
#include "ui/words/language.h"

namespace ravine {
namespace {

constexpr double kScaleStep = 1.1;
constexpr auto kToolTip = "ownToolTip";  // an action's, while it is possible

}  // namespace

QString keyText(const QKeySequence& keys) {
  const QString text = keys.toString(QKeySequence::PortableText);
  const qsizetype key = text.lastIndexOf(QLatin1Char('+'), -2) + 1;  // after the modifiers; it may be a plus itself
  for (const auto& [name, shown] :
       {std::pair("Left", "←"), std::pair("Right", "→"), std::pair("Up", "↑"), std::pair("Down", "↓"),
        std::pair("Return", "Enter"), std::pair("PgUp", "Page Up"), std::pair("PgDown", "Page Down")})
    if (text.mid(key) == QLatin1String(name)) return text.left(key) + QString::fromUtf8(shown);
  return text;
}

void adoptKeys(QWidget& dialog, const QWidget* window) {
  if (!window) return;
  // What boxes and fields go by is theirs.
  constexpr std::array own{Qt::Key_Escape, Qt::Key_Return, Qt::Key_Enter, Qt::Key_Home, Qt::Key_End};
  for (QAction* action : window->actions())
    if (std::ranges::none_of(own, [action](Qt::Key key) { return action->shortcuts().contains(QKeySequence(key)); }))
      dialog.addAction(action);
}

Actions::Actions(Laboratory& laboratory, QWidget& window)
    : QObject(&window), m_laboratory(laboratory), m_rows(makeRows()) {
  for (const Row& row : m_rows) {
    auto* action = new QAction(row.text, &window);
    action->setShortcuts(row.shortcuts);
    action->setCheckable(row.checkable);
    action->setAutoRepeat(row.id == ActionId::stepBack || row.id == ActionId::stepForward);
    const QString keys =
        row.shortcuts.isEmpty() ? QString() : QStringLiteral(" (%1)").arg(keyText(row.shortcuts.front()));
    action->setToolTip(row.text + keys);
    action->setProperty(kToolTip, action->toolTip());
    connect(
        action, &QAction::triggered, this, row.run ? row.run : [this, id = row.id] { emit requested(id); });
    connect(action, &QAction::triggered, this, &Actions::refresh);  // a click on what is on already changes nothing
    if (row.id == ActionId::rateSeries) action->setIconText(tr("η series"));  // on its button
    if (row.id == ActionId::addRun) action->setIconText(tr("Run"));
    if (row.id == ActionId::compare) action->setIconText(tr("Compare"));
    window.addAction(action);
    m_actions.insert(row.id, action);
  }
  connect(&laboratory, &Laboratory::changed, this, &Actions::refresh);
  connect(&laboratory.timeline(), &Timeline::playingChanged, this, &Actions::refresh);
  connect(&laboratory.timeline(), &Timeline::loopsChanged, this, &Actions::refresh);
  connect(&laboratory.document().undoStack(), &QUndoStack::indexChanged, this, &Actions::refresh);
  connect(&laboratory.display(), &Display::changed, this, &Actions::refresh);
  connect(&laboratory.course(), &Course::changed, this, &Actions::refresh);
  connect(&laboratory.themes(), &ThemeSource::changed, this, &Actions::refresh);
  connect(&laboratory.themes(), &ThemeSource::changed, this, &Actions::refreshIcons);
  m_actions[ActionId::beginWithLast]->setChecked(settings::beginsWithLastFile());
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
  const QString file = tr("File");
  const QString exports = tr("Export");
  const QString looks = tr("Landscapes");
  const QString lesson = tr("Lesson");
  const QString help = tr("Help");
  // Somebody who does not read the present one finds it all the same.
  const bool english = language::current() == QLatin1String("en");
  const QString words = english ? tr("Language") : tr("Language") + QStringLiteral(" · Language");
  std::vector<Row> rows{
      {ActionId::newExperiment, file, tr("New experiment"), {QKeySequence::New}, {}, false},
      {ActionId::openFile, file, tr("Open …"), {QKeySequence::Open}, {}, false},
      {ActionId::openGrid, file, tr("Open measured losses …"), {}, {}, false},
      {ActionId::reopenLast, file, tr("Reopen last"), {QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_O)}, {}, false},
      {ActionId::save, file, tr("Save"), {QKeySequence::Save}, {}, false},
      {ActionId::saveAs, file, tr("Save as …"), {QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_S)}, {}, false},
      {ActionId::beginWithLast,
       file,
       tr("Begin with the last experiment"),
       {},
       {},
       true,
       [] { settings::setBeginsWithLastFile(!settings::beginsWithLastFile()); }},
      {ActionId::quit, file, tr("Quit"), {QKeySequence(Qt::CTRL | Qt::Key_Q)}, {}, false},
      {ActionId::exportDialog, exports, tr("Export …"), {QKeySequence(Qt::CTRL | Qt::Key_E)}, {}, false},
      {ActionId::copyPicture,
       exports,
       tr("Copy a picture of the panel or chart"),
       {QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_C)},
       {},
       false},
      {ActionId::copyNumpy, exports, tr("Copy as NumPy"), {}, {}, false},
      {ActionId::copyPytorch, exports, tr("Copy as PyTorch"), {}, {}, false},
      {ActionId::copyCommand, exports, tr("Copy as command"), {}, {}, false},
      {ActionId::play, play, tr("Play or pause"), {Qt::Key_Space}, "play", false, [&lab] { playOrPause(lab); }},
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
      {ActionId::rateSeries,
       runs,
       tr("Series: η, η/10, η/100"),
       {Qt::Key_S},
       "series",
       false,
       [&lab] { makeSeries(lab, threeRates(lab)); }},
      {ActionId::typedSeries, runs, tr("Series of rates …"), {QKeySequence(Qt::SHIFT | Qt::Key_S)}, {}, false},
      {ActionId::selectAll,
       runs,
       tr("Select all runs"),
       {QKeySequence::SelectAll},
       {},
       false,
       [&lab] { lab.selectAll(); }},
      {ActionId::nextRun, runs, tr("Next run"), {Qt::Key_PageDown}, {}, false, [&lab] { selectNeighbour(lab, 1); }},
      {ActionId::previousRun,
       runs,
       tr("Run before"),
       {Qt::Key_PageUp},
       {},
       false,
       [&lab] { selectNeighbour(lab, -1); }},
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
      {ActionId::copyRuns, edit, tr("Copy runs"), {QKeySequence::Copy}, {}, false},
      {ActionId::pasteRuns, edit, tr("Paste runs"), {QKeySequence::Paste}, {}, false},
      {ActionId::nextLook,
       looks,
       tr("Map, profile, relief or data"),
       {Qt::Key_V},
       {},
       false,
       [&lab] { cycleLook(lab, lab.selection()); }},
      {ActionId::nextLookOfAll,
       looks,
       tr("Map, profile, relief or data in all panels"),
       {QKeySequence(Qt::SHIFT | Qt::Key_V)},
       {},
       false,
       [&lab] { cycleLook(lab, allRuns(lab)); }},
      {ActionId::showMaps, looks, tr("Maps in all panels"), {}, {}, true, [&lab] { setLook(lab, Look::map); }},
      {ActionId::showProfiles,
       looks,
       tr("Profiles in all panels"),
       {},
       {},
       true,
       [&lab] { setLook(lab, Look::profile); }},
      {ActionId::showReliefs, looks, tr("Reliefs in all panels"), {}, {}, true, [&lab] { setLook(lab, Look::relief); }},
      {ActionId::showData, looks, tr("Data in all panels"), {}, {}, true, [&lab] { setLook(lab, Look::data); }},
      {ActionId::showMapsWithData,
       looks,
       tr("Map with data in all panels"),
       {},
       {},
       true,
       [&lab] { setLook(lab, Look::mapWithData); }},
      {ActionId::nextProfileLine,
       looks,
       tr("Another line for the profile"),
       {Qt::Key_G},
       {},
       false,
       [&lab] { cycleProfileLine(lab); }},
      {ActionId::turnLeft, looks, tr("Turn the relief to the left"), {QKeySequence(Qt::ALT | Qt::Key_Left)}, {}, false},
      {ActionId::turnRight,
       looks,
       tr("Turn the relief to the right"),
       {QKeySequence(Qt::ALT | Qt::Key_Right)},
       {},
       false},
      {ActionId::tiltUp, looks, tr("See the relief from higher up"), {QKeySequence(Qt::ALT | Qt::Key_Up)}, {}, false},
      {ActionId::tiltDown,
       looks,
       tr("See the relief from lower down"),
       {QKeySequence(Qt::ALT | Qt::Key_Down)},
       {},
       false},
      {ActionId::toggleHeights, looks, tr("Heights of the relief by their logarithm"), {Qt::Key_H}, {}, false},
      {ActionId::resetViews, looks, tr("See all of the landscapes again"), {Qt::Key_0}, {}, false},
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
      {ActionId::themeProjector,
       view,
       tr("Projector theme"),
       {},
       {},
       true,
       [&lab] { chooseTheme(lab, ThemeChoice::projector); }},
      {ActionId::largerText,
       view,
       tr("Larger text"),
       {QKeySequence(Qt::CTRL | Qt::Key_Plus), QKeySequence(Qt::CTRL | Qt::Key_Equal)},
       {},
       false,
       [&lab] { scaleText(lab, lab.themes().scale() * kScaleStep); }},
      {ActionId::smallerText,
       view,
       tr("Smaller text"),
       {QKeySequence(Qt::CTRL | Qt::Key_Minus)},
       {},
       false,
       [&lab] { scaleText(lab, lab.themes().scale() / kScaleStep); }},
      {ActionId::normalText,
       view,
       tr("Text of normal size"),
       {QKeySequence(Qt::CTRL | Qt::Key_0)},
       {},
       false,
       [&lab] { scaleText(lab, 1); }},
      {ActionId::showBouncing,
       view,
       tr("Shade where steps bounce"),
       {Qt::Key_B},
       "hatch",
       true,
       [&lab] { lab.display().toggle(&MapShows::bouncing); }},
      {ActionId::showCurvature,
       view,
       tr("Directions of curvature"),
       {Qt::Key_C},
       "curvature",
       true,
       [&lab] { lab.display().toggle(&MapShows::curvature); }},
      {ActionId::showArrows,
       view,
       tr("Arrows of the step"),
       {Qt::Key_A},
       "arrows",
       true,
       [&lab] { lab.display().toggle(&MapShows::arrows); }},
      {ActionId::showBatch,
       view,
       tr("Landscape of the mini-batch"),
       {Qt::Key_M},
       "batch",
       true,
       [&lab] { lab.display().toggle(&MapShows::batch); }},
      {ActionId::showBasins,
       view,
       tr("Where each start would end"),
       {QKeySequence(Qt::SHIFT | Qt::Key_B)},
       {},
       true,
       [&lab] { lab.display().toggle(&MapShows::basins); }},
      {ActionId::enlarge,
       view,
       tr("Enlarge one panel, or put it back"),
       {Qt::Key_Return, Qt::Key_Enter},
       "enlarge",
       false},
      {ActionId::present, view, tr("Present"), {Qt::Key_F11}, "present", true},
      {ActionId::showNote, view, tr("Text of the scenario"), {Qt::Key_I}, {}, false},
      {ActionId::compare, view, tr("Compare runs"), {Qt::Key_T}, {}, false},
      {ActionId::everyRate, view, tr("Chart of every η"), {Qt::Key_E}, {}, true, [&lab] { toggleEveryRate(lab); }},
      {ActionId::rangeTest, view, tr("Learning-rate range test"), {QKeySequence(Qt::SHIFT | Qt::Key_R)}, {}, false},
      {ActionId::maps, view, tr("Maps of a run"), {QKeySequence(Qt::SHIFT | Qt::Key_M)}, {}, false},
      {ActionId::openGallery,
       lesson,
       tr("Scenarios, lessons, tasks …"),
       {QKeySequence(Qt::CTRL | Qt::Key_G)},
       {},
       false},
      {ActionId::openLesson, lesson, tr("Open a lesson …"), {}, {}, false},
      {ActionId::nextPage, lesson, tr("Next page of the lesson"), {Qt::Key_PageDown}, {}, false},
      {ActionId::previousPage, lesson, tr("Page before of the lesson"), {Qt::Key_PageUp}, {}, false},
      {ActionId::predict, lesson, tr("Predict, then run"), {Qt::Key_P}, {}, true, [&lab] { togglePrediction(lab); }},
      {ActionId::addPage, lesson, tr("Add this as a page …"), {}, {}, false},
      {ActionId::editPage, lesson, tr("Edit this page …"), {}, {}, false},
      {ActionId::pageEarlier, lesson, tr("Move this page forward"), {}, {}, false},
      {ActionId::pageLater, lesson, tr("Move this page back"), {}, {}, false},
      {ActionId::removePage, lesson, tr("Remove this page"), {}, {}, false},
      {ActionId::closeLesson, lesson, tr("Close the lesson"), {}, {}, false},
      {ActionId::speakEnglish, words, language::nameOf(QStringLiteral("en")), {}, {}, true},
      {ActionId::speakKorean, words, language::nameOf(QStringLiteral("ko")), {}, {}, true},
      {ActionId::showKeys, help, tr("Keys"), {Qt::Key_Question, Qt::Key_F1}, {}, false},
      {ActionId::showGuide, help, tr("How to read this picture"), {}, {}, false},
      {ActionId::showHints, help, tr("Hints for the first steps"), {}, {}, false},
  };
  // Beside the other rows of their group.
  const auto afterRuns = std::find_if(rows.begin(), rows.end(), [&](const Row& row) { return row.group == edit; });
  std::vector<Row> select;
  const auto addNine = [&](ActionId first, const QString& text, int modifiers,
                           void (*act)(Laboratory&, std::ptrdiff_t)) {
    for (int i = 0; i < static_cast<int>(Experiment::kMostRuns); ++i)
      select.push_back({static_cast<ActionId>(static_cast<int>(first) + i),
                        runs,
                        text,
                        {QKeySequence(modifiers | (Qt::Key_1 + i))},
                        {},
                        false,
                        [&lab, i, act] { act(lab, i); }});
  };
  addNine(ActionId::selectRun, tr("Select a run"), 0, selectPlace);
  addNine(ActionId::toggleRun, tr("Select a run besides, or no more"), Qt::CTRL, togglePlace);
  rows.insert(afterRuns, select.begin(), select.end());
  return rows;
}

void Actions::refresh() {
  const Experiment& experiment = m_laboratory.experiment();
  const MapShows& shows = m_laboratory.display().shows();
  const std::size_t runs = experiment.runs.size();
  const std::size_t selected = m_laboratory.selection().size();
  const QString full = tr("There is room for %1 runs; remove one first").arg(Experiment::kMostRuns);
  permit(ActionId::addRun, runs < Experiment::kMostRuns, full);
  permit(ActionId::duplicateRun, runs + selected <= Experiment::kMostRuns, full);
  permit(ActionId::rateSeries, runs + 2 <= Experiment::kMostRuns, full);
  permit(ActionId::removeRun, runs > selected, tr("One run must stay"));
  refreshLesson();
  m_actions[ActionId::speakEnglish]->setChecked(language::current() == QLatin1String("en"));
  m_actions[ActionId::speakKorean]->setChecked(language::current() == QLatin1String("ko"));
  m_actions[ActionId::everyRate]->setChecked(experiment.charts.everyRate);
  m_actions[ActionId::showBouncing]->setChecked(shows.bouncing);
  m_actions[ActionId::showCurvature]->setChecked(shows.curvature);
  m_actions[ActionId::showArrows]->setChecked(shows.arrows);
  m_actions[ActionId::showBatch]->setChecked(shows.batch);
  m_actions[ActionId::showBasins]->setChecked(shows.basins);
  permit(ActionId::showBatch,
         std::any_of(experiment.runs.begin(), experiment.runs.end(), [](const Run& run) { return hasBatches(run); }),
         tr("No run learns from mini-batches"));
  m_actions[ActionId::sideBySide]->setChecked(experiment.layout == Layout::sideBySide);
  m_actions[ActionId::overlaid]->setChecked(experiment.layout == Layout::overlaid);
  for (const auto& [action, look] :
       {std::pair(ActionId::showMaps, Look::map), std::pair(ActionId::showProfiles, Look::profile),
        std::pair(ActionId::showReliefs, Look::relief), std::pair(ActionId::showData, Look::data),
        std::pair(ActionId::showMapsWithData, Look::mapWithData)}) {
    std::vector<Look> seen;  // by those that can be seen so
    for (const Run& run : experiment.runs)
      if (hasLook(run, look)) seen.push_back(lookOf(run));
    permit(action, !seen.empty(), tr("Only models learn from data"));
    m_actions[action]->setChecked(!seen.empty() && std::count(seen.begin(), seen.end(), look) == std::ssize(seen));
  }
  m_actions[ActionId::loop]->setChecked(m_laboratory.timeline().loops());
  m_actions[ActionId::themeSystem]->setChecked(m_laboratory.themes().choice() == ThemeChoice::system);
  m_actions[ActionId::themeLight]->setChecked(m_laboratory.themes().choice() == ThemeChoice::light);
  m_actions[ActionId::themeDark]->setChecked(m_laboratory.themes().choice() == ThemeChoice::dark);
  m_actions[ActionId::themeProjector]->setChecked(m_laboratory.themes().choice() == ThemeChoice::projector);
  const QUndoStack& stack = m_laboratory.document().undoStack();
  const auto named = [](const QString& verb, const QString& what) {
    return what.isEmpty() ? verb : verb + ": " + what;
  };
  m_actions[ActionId::undo]->setEnabled(stack.canUndo());
  m_actions[ActionId::undo]->setText(named(tr("Undo"), stack.undoText()));
  m_actions[ActionId::redo]->setEnabled(stack.canRedo());
  m_actions[ActionId::redo]->setText(named(tr("Redo"), stack.redoText()));
  refreshPlayIcon();
}

// Drawn only where it is another one: this is asked at every change.
void Actions::refreshPlayIcon() {
  const QString name = m_laboratory.timeline().isPlaying() ? QStringLiteral("pause") : QStringLiteral("play");
  const QColor colour = m_laboratory.theme().onAccent;
  const std::pair icon(name, colour);
  if (std::exchange(m_playIcon, icon) != icon) m_actions[ActionId::play]->setIcon(themedIcon(name, colour));
}

// Pages are turned with the keys that otherwise go from run to run.
void Actions::refreshLesson() {
  const Course& course = m_laboratory.course();
  const bool isOpen = course.lesson() != nullptr;
  const QString open = tr("No lesson is open");
  const QString own = tr("Only a lesson of your own can be changed; “Add this as a page” begins one");
  const bool isOwn = isOpen && !course.path().isEmpty() && !course.isAway();
  const std::size_t pages = isOpen ? course.lesson()->pages.size() : 0;
  for (const ActionId id : {ActionId::nextRun, ActionId::previousRun})
    permit(id, !isOpen, tr("While a lesson is open these keys turn its pages"));
  permit(ActionId::nextPage, isOpen, open);
  permit(ActionId::previousPage, isOpen, open);
  permit(ActionId::closeLesson, isOpen, open);
  permit(ActionId::editPage, isOwn, own);
  permit(ActionId::removePage, isOwn && pages > 1, isOwn ? tr("One page must stay") : own);
  permit(ActionId::pageEarlier, isOwn && course.page() > 0, isOwn ? tr("It is the first") : own);
  permit(ActionId::pageLater, isOwn && course.page() + 1 < pages, isOwn ? tr("It is the last") : own);
  m_actions[ActionId::predict]->setChecked(m_laboratory.predictions().stage() != Predictions::Stage::none);
}

// An action that is not possible says why.
void Actions::permit(ActionId id, bool possible, const QString& why) {
  QAction& action = *m_actions[id];
  if (action.isEnabled() == possible) return;
  if (possible)
    action.setToolTip(action.property(kToolTip).toString());
  else
    action.setToolTip(why);
  action.setEnabled(possible);
}

void Actions::refreshIcons() {
  for (const Row& row : m_rows)
    if (!row.icon.isEmpty() && row.id != ActionId::play)
      m_actions[row.id]->setIcon(themedIcon(row.icon, m_laboratory.theme().text));
}

}  // namespace ravine
