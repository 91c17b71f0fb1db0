#include "ui/model/laboratory.h"

#include <algorithm>
#include <cassert>

namespace ravine {
namespace {

std::int64_t longest(const std::vector<Run>& runs) {
  std::int64_t steps = 0;
  for (const Run& run : runs) steps = std::max(steps, run.steps);
  return steps;
}

}  // namespace

Problems noRoomFor(std::size_t runs, const std::string& where) {
  return {{where, CORE_TEXT("Problem", "there is no room for %1 more runs").with(runs),
           CORE_TEXT("Problem", "write fewer, or remove some runs; %1 have room").with(Experiment::kMostRuns)}};
}

Laboratory::Laboratory(Experiment experiment, ThemeChoice theme)
    : m_document(std::move(experiment),
                 [this](Document::Change change, const Experiment& before) { follow(change, before); }),
      m_results(m_lanes.trajectories, [this] { tell({.results = true}); }),
      m_themes(theme) {
  m_results.follow(this->experiment(), Document::Change::load);
  m_selected = runs().front().id;
  m_selection = {m_selected};
  m_timeline.setLastStep(longest(runs()));
  connect(&m_predictions, &Predictions::stageChanged, this, [this] { tell({.results = true}); });
  connect(&m_timeline, &Timeline::playheadChanged, this, &Laboratory::answerAtTheEnd);
}

const Run& Laboratory::run(RunId id) const {
  const Run* run = experiment().find(id);
  assert(run);
  return *run;
}

std::vector<ShownRun> Laboratory::shownRuns() const {
  std::vector<ShownRun> shown;
  for (const Run& run : runs()) shown.push_back(shownRun(run));
  return shown;
}

std::vector<ShownRun> Laboratory::shownRuns(const std::vector<RunId>& ids) const {
  std::vector<ShownRun> shown;
  for (const RunId id : ids) shown.push_back(shownRun(run(id)));
  return shown;
}

ShownRun Laboratory::shownRun(const Run& run) const {
  Run called = run;
  if (m_predictions.conceals()) called.name = nameOf(run).toStdString();
  return {std::move(called), result(run.id), m_predictions.isAsking() ? m_results.find(run.id) : nullptr,
          m_predictions.conceals()};
}

QString Laboratory::nameOf(const Run& run) const {
  if (!m_predictions.conceals() || m_predictions.isLocked()) return QString::fromStdString(run.name);
  const auto place = std::find_if(runs().begin(), runs().end(), [&](const Run& each) { return each.id == run.id; });
  return tr("Run %1").arg(place - runs().begin() + 1);
}

// A result that lags behind its run, or is kept back, says nothing of it.
void Laboratory::judgeTask() {
  const Task* task = m_course.task();
  if (!task) return;
  ResultsById results;
  for (const Run& run : runs())
    if (auto result = m_predictions.conceals() ? nullptr : m_results.find(run.id))
      results.emplace(run.id, std::move(result));
  m_course.setTaskState(judge(*task, selectedRun(), std::move(results)));
}

void Laboratory::tell(const Change& change) {
  judgeTask();
  emit changed(change);
}

void Laboratory::askToPredict(bool locked) {
  m_timeline.setPlaying(false);
  m_timeline.setPlayhead(0);
  m_predictions.ask(locked);
}

void Laboratory::playPredicted() {
  std::vector<RunId> all;
  for (const Run& run : runs()) all.push_back(run.id);
  if (!m_predictions.play(all)) return;
  m_timeline.setPlayhead(0);
  m_timeline.setPlaying(true);
}

void Laboratory::answerAtTheEnd() {
  if (m_predictions.stage() != Predictions::Stage::playing) return;
  if (m_timeline.playhead() < static_cast<double>(m_timeline.lastStep())) return;
  std::map<RunId, RunResultPtr> results;
  for (const Run& run : runs())
    if (auto result = m_results.find(run.id)) results.emplace(run.id, std::move(result));
  m_predictions.answer(results);
}

bool Laboratory::isSelected(RunId run) const {
  return std::find(m_selection.begin(), m_selection.end(), run) != m_selection.end();
}

SelectedRuns Laboratory::selectedRuns() const {
  std::vector<const Run*> selected;
  for (const RunId id : m_selection) selected.push_back(&run(id));
  return {selectedRun(), std::move(selected)};
}

void Laboratory::select(RunId run) {
  setSelection(run, {run});
}

void Laboratory::lookAt(RunId run) {
  if (isSelected(run))
    setSelection(run, m_selection);
  else
    select(run);
}

void Laboratory::toggleSelected(RunId run) {
  std::vector<RunId> runs = m_selection;
  if (!isSelected(run)) {
    runs.push_back(run);
    return setSelection(run, std::move(runs));
  }
  if (runs.size() == 1) return;
  std::erase(runs, run);
  setSelection(run == m_selected ? runs.front() : m_selected, runs);
}

void Laboratory::selectUpTo(RunId run) {
  const auto placeOf = [this](RunId id) {
    return std::find_if(runs().begin(), runs().end(), [id](const Run& r) { return r.id == id; });
  };
  const auto [first, last] = std::minmax({placeOf(m_selected), placeOf(run)});
  std::vector<RunId> between;
  for (auto at = first; at <= last; ++at) between.push_back(at->id);
  setSelection(m_selected, std::move(between));
}

void Laboratory::selectAll() {
  std::vector<RunId> all;
  for (const Run& run : runs()) all.push_back(run.id);
  setSelection(m_selected, std::move(all));
}

void Laboratory::setSelection(RunId lookedAt, std::vector<RunId> chosen) {
  assert(experiment().find(lookedAt));
  std::vector<RunId> ordered;
  for (const Run& run : runs())
    if (std::find(chosen.begin(), chosen.end(), run.id) != chosen.end()) ordered.push_back(run.id);
  if (lookedAt == m_selected && ordered == m_selection) return;
  m_selected = lookedAt;
  m_selection = std::move(ordered);
  tell({.selection = true});
}

Problems Laboratory::editSelection(const QString& text, const std::function<void(Run&)>& change,
                                   Document::Gesture gesture) {
  return m_document.editRuns(text, m_selection, change, gesture);
}

Problems Laboratory::addRuns(const QString& text, const std::vector<Run>& runs) {
  if (this->runs().size() + runs.size() > Experiment::kMostRuns) return noRoomFor(runs.size(), "runs");
  const RunId last = m_selection.back();
  return m_document.edit(text, [&](Experiment& experiment) {
    auto at = std::find_if(experiment.runs.begin(), experiment.runs.end(),
                           [last](const Run& run) { return run.id == last; }) -
              experiment.runs.begin();
    for (Run run : runs) {
      run.id = RunId::none;
      run.colour = freeColour(experiment);
      experiment.runs.insert(experiment.runs.begin() + ++at, std::move(run));
    }
  });
}

void Laboratory::open(Experiment experiment) {
  m_timeline.setPlaying(false);
  m_timeline.rewind();
  m_display.forgetReliefs();
  const QString text = tr("Open “%1”").arg(QString::fromStdString(experiment.title));
  m_document.load(text, std::move(experiment));
}

ExperimentView Laboratory::view() const {
  ExperimentView view;
  view.playhead = m_timeline.playhead();
  view.speed = m_timeline.speed();
  view.loops = m_timeline.loops();
  view.shows = m_display.shows();
  std::vector<LossChoice> told;
  for (const Run& run : runs()) {
    const ReliefLook look = m_display.reliefOf(run.lossFunction);
    if (look == ReliefLook() || std::find(told.begin(), told.end(), run.lossFunction) != told.end()) continue;
    told.push_back(run.lossFunction);
    view.reliefs.push_back({run.id, look.camera, look.heights});
  }
  view.selection = {m_selected};
  for (const RunId run : m_selection)
    if (run != m_selected) view.selection.push_back(run);
  return view;
}

void Laboratory::setView(const ExperimentView& view) {
  m_timeline.setSpeed(std::clamp(view.speed, 1.0, 1e4));
  m_timeline.setLoops(view.loops);
  m_timeline.setPlayhead(view.playhead);
  m_display.setShows(view.shows);
  m_display.forgetReliefs();
  for (const SeenRelief& relief : view.reliefs)
    if (const Run* run = experiment().find(relief.run))
      m_display.setRelief(run->lossFunction, {relief.camera, relief.heights});
  std::vector<RunId> selection = view.selection;
  std::erase_if(selection, [this](RunId run) { return !experiment().find(run); });
  if (!selection.empty()) setSelection(selection.front(), selection);
}

// The only place where a change of the document spreads.
void Laboratory::follow(Document::Change change, const Experiment& before) {
  const auto selectionBefore = std::pair(m_selected, m_selection);
  const double playheadBefore = m_timeline.playhead();
  m_selection = change == Document::Change::load ? std::vector{runs().front().id} : survivors(before);
  if (!isSelected(m_selected)) m_selected = m_selection.front();
  m_results.follow(experiment(), change);
  m_timeline.setLastStep(longest(runs()));
  if (change == Document::Change::load) {
    m_predictions.forget();
    m_course.follow(m_document.origin());
  }
  tell({.loaded = change == Document::Change::load,
        .experiment = true,
        .results = true,
        .selection = std::pair(m_selected, m_selection) != selectionBefore});
  // A page hides parts of the window, and a field that loses the focus edits: by now the run that it shows.
  if (change == Document::Change::load) emit m_course.changed();
  if (m_timeline.playhead() != playheadBefore) emit m_timeline.playheadChanged(m_timeline.playhead());
}

// Runs that have come, as by undo of their removal; otherwise those that were selected, or, if all are gone, the one
// that has taken their place.
std::vector<RunId> Laboratory::survivors(const Experiment& before) const {
  std::vector<RunId> fresh;
  std::vector<RunId> still;
  for (const Run& run : runs()) {
    if (!before.find(run.id)) fresh.push_back(run.id);
    if (isSelected(run.id)) still.push_back(run.id);
  }
  if (!fresh.empty() && runs().size() == before.runs.size() + fresh.size()) return fresh;
  return still.empty() ? std::vector{successor(before)} : still;
}

RunId Laboratory::successor(const Experiment& before) const {
  const auto isSelected = [this](const Run& run) { return run.id == m_selected; };
  const auto place = std::find_if(before.runs.begin(), before.runs.end(), isSelected) - before.runs.begin();
  return runs()[std::min(static_cast<std::size_t>(place), runs().size() - 1)].id;
}

}  // namespace ravine
