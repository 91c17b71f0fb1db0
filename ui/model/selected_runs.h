// The runs that an edit would change, for views that show what they have in common. A value for one moment: it looks at
// the document, which must not change meanwhile.
#pragma once

#include <algorithm>
#include <functional>
#include <optional>
#include <type_traits>
#include <vector>

#include "core/run/experiment.h"

namespace ravine {

class SelectedRuns {
 public:
  // `runs` are those selected, never empty, and `lookedAt` is one of them.
  SelectedRuns(const Run& lookedAt, std::vector<const Run*> runs) : m_lookedAt(lookedAt), m_runs(std::move(runs)) {}

  const Run& lookedAt() const { return m_lookedAt; }
  const std::vector<const Run*>& all() const { return m_runs; }
  std::size_t size() const { return m_runs.size(); }

  // What `of(run)` gives, if it gives the same for all of them.
  template <class Of>
  auto common(Of of) const {
    auto first = std::invoke(of, m_lookedAt);
    const bool same =
        std::all_of(m_runs.begin(), m_runs.end(), [&](const Run* run) { return std::invoke(of, *run) == first; });
    return same ? std::optional(std::move(first)) : std::nullopt;
  }

 private:
  const Run& m_lookedAt;
  std::vector<const Run*> m_runs;
};

}  // namespace ravine
