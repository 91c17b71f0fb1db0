#include "ui/model/laboratory.h"

#include <algorithm>

namespace ravine {

Laboratory::Laboratory(Experiment experiment, ThemeChoice theme)
    : m_document(std::move(experiment)),
      m_results(m_document),
      m_themes(theme),
      m_context{m_document, m_results, m_timeline, m_themes, m_display} {
  QObject::connect(&m_document, &Document::changed, &m_timeline, [this] { follow(); });
  follow();
}

void Laboratory::follow() {
  const auto& runs = m_document.experiment().runs;
  std::int64_t last = 0;
  for (const Run& run : runs) last = std::max(last, run.steps);
  m_timeline.selectRun(std::min(m_timeline.selectedRun(), static_cast<int>(runs.size()) - 1));
  m_timeline.setLastStep(last);
}

}  // namespace ravine
