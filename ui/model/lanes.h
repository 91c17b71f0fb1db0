// The thread pools on which the laboratory works, by how urgent the work is, so that a long search never holds up the
// trajectories that somebody waits for. Each has a thread to spare for work that was abandoned and has yet to notice.
// Destroying them waits for what is under way.
#pragma once

#include "ui/model/latest.h"

namespace ravine {

struct Lanes {
  JobPool trajectories;  // and their diagnoses: what every view waits for
  JobPool pictures;      // maps, and those of many runs
  JobPool searches;      // may take seconds; run when nothing else does

  Lanes() {
    trajectories.setMaxThreadCount(2);
    pictures.setMaxThreadCount(QThread::idealThreadCount() + 1);
    pictures.setThreadPriority(QThread::LowPriority);
    searches.setMaxThreadCount(2);
    searches.setThreadPriority(QThread::IdlePriority);
  }
};

}  // namespace ravine
