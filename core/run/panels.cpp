#include "core/run/panels.h"

#include <algorithm>

namespace ravine {

std::vector<std::vector<RunId>> panelsOf(const std::vector<Run>& runs, Layout layout) {
  std::vector<std::vector<RunId>> panels;
  std::vector<const LossChoice*> functions;  // of each
  for (const Run& run : runs) {
    const auto same = std::find_if(functions.begin(), functions.end(),
                                   [&](const LossChoice* function) { return *function == run.lossFunction; });
    if (layout == Layout::overlaid && same != functions.end()) {
      panels[static_cast<std::size_t>(same - functions.begin())].push_back(run.id);
      continue;
    }
    panels.push_back({run.id});
    functions.push_back(&run.lossFunction);
  }
  return panels;
}

}  // namespace ravine
