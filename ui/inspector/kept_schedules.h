// The schedules of the selected runs as they stood at one moment, to be brought back. A value.
#pragma once

#include <map>
#include <tuple>

#include "ui/model/laboratory.h"

namespace ravine {

class KeptSchedules {
 public:
  explicit KeptSchedules(const Laboratory& laboratory) {
    for (const RunId id : laboratory.selection()) {
      const Run& run = laboratory.run(id);
      m_kept[id] = {run.lr, run.schedule};
    }
  }

  // Precondition: the same runs are selected. `text` and `gesture` as in Document::edit.
  void bringBack(Laboratory& laboratory, const QString& text, Document::Gesture gesture) const {
    laboratory.editSelection(
        text, [this](Run& run) { std::tie(run.lr, run.schedule) = m_kept.at(run.id); }, gesture);
  }

 private:
  std::map<RunId, std::tuple<double, Choice>> m_kept;
};

}  // namespace ravine
