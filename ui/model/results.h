// What follows from the document: a trajectory and a diagnosis for each run, computed off the main thread and kept as
// long as the run does not change in substance. Lives on the main thread; holds no truth of its own.
#pragma once

#include <functional>
#include <memory>
#include <vector>

#include "core/diagnosis/run_result.h"
#include "ui/model/document.h"
#include "ui/model/latest.h"

namespace ravine {

class Results {
 public:
  // `arrived` is called when something new is there.
  Results(JobPool& pool, std::function<void()> arrived);

  // Computes what is missing. Of a run that is known by its id the last result stands in until the new one arrives, if
  // it shows the same landscape, or the model's before its data were changed by hand; after a load nothing does.
  void follow(const Experiment& experiment, Document::Change change);

  // The newest there is; null before the first. During a drag it may lag behind the document by a moment.
  RunResultPtr find(RunId run) const;

  // Blocks until all is computed. For tests and pictures.
  void finish() { m_work.finish(); }

 private:
  struct Entry {
    RunId id;
    Run wanted;  // without looks
    RunResultPtr result;

    bool isCurrent() const { return result && result->run == wanted; }
  };
  struct Computed {
    RunId id;
    RunResultPtr result;
  };
  using LandscapePtr = std::shared_ptr<const Landscape>;
  using Survey = std::pair<LossChoice, LandscapePtr>;

  RunResultPtr standIn(const Run& wanted, RunId id, Document::Change change) const;
  void start();
  void deliver(const std::vector<Computed>& computed);
  void remember(const RunResult& result);

  std::vector<Entry> m_entries;    // in the order of the runs
  std::vector<Survey> m_surveyed;  // the newest last
  std::function<void()> m_arrived;
  Latest<std::vector<Computed>> m_work;
};

}  // namespace ravine
