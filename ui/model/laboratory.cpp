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

Laboratory::Laboratory(Experiment experiment, ThemeChoice theme)
    : m_document(std::move(experiment),
                 [this](Document::Change change, const Experiment& before) { follow(change, before); }),
      m_results(m_lanes.trajectories, [this] { emit changed({.results = true}); }),
      m_themes(theme) {
  m_results.follow(this->experiment(), Document::Change::load);
  m_selected = runs().front().id;
  m_timeline.setLastStep(longest(runs()));
}

const Run& Laboratory::run(RunId id) const {
  const Run* run = experiment().find(id);
  assert(run);
  return *run;
}

std::vector<ShownRun> Laboratory::shownRuns() const {
  std::vector<ShownRun> shown;
  for (const Run& run : runs()) shown.push_back({run, result(run.id)});
  return shown;
}

std::vector<ShownRun> Laboratory::shownRuns(const std::vector<RunId>& ids) const {
  std::vector<ShownRun> shown;
  for (const RunId id : ids) shown.push_back({run(id), result(id)});
  return shown;
}

void Laboratory::select(RunId run) {
  assert(experiment().find(run));
  if (run == m_selected) return;
  m_selected = run;
  emit changed({.selection = true});
}

void Laboratory::open(Experiment experiment) {
  m_timeline.setPlaying(false);
  m_timeline.rewind();
  m_document.load(std::move(experiment));
}

// The only place where a change of the document spreads.
void Laboratory::follow(Document::Change change, const Experiment& before) {
  const RunId selectedBefore = m_selected;
  const double playheadBefore = m_timeline.playhead();
  m_selected = change == Document::Change::load ? runs().front().id : survivor(before);
  m_results.follow(experiment(), change);
  m_timeline.setLastStep(longest(runs()));
  emit changed({.loaded = change == Document::Change::load,
                .experiment = true,
                .results = true,
                .selection = m_selected != selectedBefore});
  if (m_timeline.playhead() != playheadBefore) emit m_timeline.playheadChanged(m_timeline.playhead());
}

// A run that has come, as by undo of its removal; otherwise the selected run, or, if it is gone, the one that has taken
// its place.
RunId Laboratory::survivor(const Experiment& before) const {
  const auto isNew = [&](const Run& run) { return !before.find(run.id); };
  if (std::count_if(runs().begin(), runs().end(), isNew) == 1 && runs().size() == before.runs.size() + 1)
    return std::find_if(runs().begin(), runs().end(), isNew)->id;
  if (experiment().find(m_selected)) return m_selected;
  const auto isSelected = [this](const Run& run) { return run.id == m_selected; };
  const auto place = std::find_if(before.runs.begin(), before.runs.end(), isSelected) - before.runs.begin();
  return runs()[std::min(static_cast<std::size_t>(place), runs().size() - 1)].id;
}

}  // namespace ravine
