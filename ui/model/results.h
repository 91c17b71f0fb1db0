// What follows from the document: a trajectory and a diagnosis for each run, computed off the main thread and kept as
// long as the run does not change in substance. Lives on the main thread; holds no truth of its own.
#pragma once

#include <QObject>
#include <map>
#include <vector>

#include "core/diagnosis/run_result.h"
#include "ui/model/document.h"
#include "ui/model/latest.h"

namespace ravine {

class Results : public QObject {
  Q_OBJECT

 public:
  explicit Results(Document& document, QObject* parent = nullptr);

  // The newest there is for each run of the document, in order; null before the first. During a drag it may lag behind
  // the document by a moment.
  const std::vector<RunResultPtr>& runs() const { return m_runs; }
  const RunResult* run(int index) const;

  // Blocks until all is computed. For tests and pictures.
  void finish() { m_work.finish(); }

 signals:
  void changed();

 private:
  struct Computed {
    std::size_t place;  // of the run in the document when it was asked for
    RunResultPtr result;
  };

  void update();
  void deliver(const std::vector<Computed>& computed);
  RunResultPtr findComputed(const Run& run) const;

  Document& m_document;
  std::vector<RunResultPtr> m_runs;
  Latest<std::vector<Computed>> m_work;
};

}  // namespace ravine
