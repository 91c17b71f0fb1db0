#include "ui/model/results.h"

#include <algorithm>

namespace ravine {

Results::Results(Document& document, QObject* parent)
    : QObject(parent),
      m_document(document),
      m_work([this](const std::vector<Computed>& computed) { deliver(computed); }) {
  connect(&document, &Document::changed, this, &Results::update);
  update();
}

const RunResult* Results::run(int index) const {
  const auto i = static_cast<std::size_t>(index);
  return i < m_runs.size() ? m_runs[i].get() : nullptr;
}

RunResultPtr Results::findComputed(const Run& run) const {
  const auto found = std::find_if(m_runs.begin(), m_runs.end(),
                                  [&](const RunResultPtr& result) { return result && result->run == run; });
  return found == m_runs.end() ? nullptr : *found;
}

void Results::update() {
  std::vector<std::pair<std::size_t, Run>> missing;
  std::vector<RunResultPtr> next;
  for (const Run& each : m_document.experiment().runs) {
    const Run run = withoutLooks(each);
    RunResultPtr known = findComputed(run);
    if (!known) {
      // Until the new one arrives the old one at this place is better than nothing, if it shows the same landscape.
      const std::size_t place = next.size();
      missing.emplace_back(place, run);
      if (place < m_runs.size() && m_runs[place] && m_runs[place]->run.lossFunction == run.lossFunction)
        known = m_runs[place];
    }
    next.push_back(std::move(known));
  }
  m_runs = std::move(next);
  if (missing.empty()) return emit changed();

  std::vector<std::shared_ptr<const Landscape>> landscapes;
  std::vector<LossChoice> surveyed;
  for (const RunResultPtr& result : m_runs)
    if (result) {
      landscapes.push_back(result->landscape);
      surveyed.push_back(result->run.lossFunction);
    }
  m_work.start([missing, landscapes, surveyed](const CancelPredicate& cancelled) mutable {
    std::vector<Computed> computed;
    for (const auto& [place, run] : missing) {
      const auto known = std::find(surveyed.begin(), surveyed.end(), run.lossFunction) - surveyed.begin();
      if (known == std::ssize(surveyed)) {
        surveyed.push_back(run.lossFunction);
        landscapes.push_back(std::make_shared<Landscape>(surveyLandscape(run.lossFunction, cancelled)));
      }
      computed.push_back({place, computeRun(run, landscapes[static_cast<std::size_t>(known)], cancelled)});
    }
    return computed;
  });
}

void Results::deliver(const std::vector<Computed>& computed) {
  const auto& runs = m_document.experiment().runs;
  for (std::size_t i = 0; i < runs.size(); ++i) {
    const Run wanted = withoutLooks(runs[i]);
    if (m_runs[i] && m_runs[i]->run == wanted) continue;
    for (const auto& [place, result] : computed) {
      if (!result) continue;
      // In the middle of a drag the document is ahead already; a recent picture is still shown.
      const bool recent = place == i && result->run.lossFunction == wanted.lossFunction;
      if (result->run == wanted || recent) m_runs[i] = result;
      if (result->run == wanted) break;
    }
  }
  emit changed();
}

}  // namespace ravine
