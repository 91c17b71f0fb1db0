#include "ui/model/results.h"

#include <algorithm>

namespace ravine {
namespace {

// Landscapes that are kept in case somebody comes back to them; enough for all scenarios.
constexpr std::size_t kMostSurveys = 24;

// The same landscape, or that of a model whose data are being changed by hand: what is shown lags behind by a moment
// instead of going out at each move.
bool isSeenOn(const LossChoice& old, const LossChoice& wanted) {
  LossChoice moved = old;
  if (wanted.data.rows) {
    moved.data = wanted.data;
    moved.domain = wanted.domain;
  }
  return moved == wanted;
}

}  // namespace

Results::Results(JobPool& pool, std::function<void()> arrived)
    : m_arrived(std::move(arrived)),
      m_work(pool, [this](const std::vector<Computed>& computed) { deliver(computed); }) {}

RunResultPtr Results::find(RunId run) const {
  const auto found = std::find_if(m_entries.begin(), m_entries.end(), [run](const Entry& e) { return e.id == run; });
  return found == m_entries.end() ? nullptr : found->result;
}

RunResultPtr Results::standIn(const Run& wanted, RunId id, Document::Change change) const {
  const auto same = std::find_if(m_entries.begin(), m_entries.end(),
                                 [&](const Entry& entry) { return entry.result && entry.result->run == wanted; });
  if (same != m_entries.end()) return same->result;
  const RunResultPtr old = change == Document::Change::load ? nullptr : find(id);
  return old && isSeenOn(old->run.lossFunction, wanted.lossFunction) ? old : nullptr;
}

void Results::follow(const Experiment& experiment, Document::Change change) {
  if (change == Document::Change::load) m_work.abandon();  // ids mean other runs now
  std::vector<Entry> next;
  for (const Run& run : experiment.runs) {
    const Run wanted = withoutLooks(run);
    next.push_back({run.id, wanted, standIn(wanted, run.id, change)});
  }
  m_entries = std::move(next);
  if (!std::all_of(m_entries.begin(), m_entries.end(), [](const Entry& entry) { return entry.isCurrent(); })) start();
}

void Results::start() {
  std::vector<std::pair<RunId, Run>> missing;
  for (const Entry& entry : m_entries)
    if (!entry.isCurrent()) missing.emplace_back(entry.id, entry.wanted);
  m_work.start([missing, surveyed = m_surveyed](const CancelPredicate& cancelled) mutable {
    std::vector<Computed> computed;
    for (const auto& [id, run] : missing) {
      const LossChoice& function = run.lossFunction;
      const auto known =
          std::find_if(surveyed.begin(), surveyed.end(), [&](const Survey& s) { return s.first == function; });
      RunResultPtr result = computeRun(run, known == surveyed.end() ? nullptr : known->second, cancelled);
      if (!result) break;  // cancelled
      if (known == surveyed.end()) surveyed.emplace_back(function, result->landscape);
      computed.push_back({id, std::move(result)});
    }
    return computed;
  });
}

void Results::deliver(const std::vector<Computed>& computed) {
  for (const auto& [id, result] : computed) {
    remember(*result);
    for (Entry& entry : m_entries) {
      // In the middle of a drag the document is ahead already; a recent picture is still shown.
      const bool recent = entry.id == id && result->run.lossFunction == entry.wanted.lossFunction;
      if (!entry.isCurrent() && (recent || result->run == entry.wanted)) entry.result = result;
    }
  }
  m_arrived();
}

void Results::remember(const RunResult& result) {
  const auto isKnown = [&](const Survey& survey) { return survey.first == result.run.lossFunction; };
  if (std::any_of(m_surveyed.begin(), m_surveyed.end(), isKnown)) return;
  if (m_surveyed.size() == kMostSurveys) m_surveyed.erase(m_surveyed.begin());
  m_surveyed.emplace_back(result.run.lossFunction, result.landscape);
}

}  // namespace ravine
