// Something to find out by trying: an experiment, a goal that the program checks, what may be changed to reach it, and
// hints that go from a nudge to nearly the answer.
#pragma once

#include "core/lesson/claim.h"
#include "core/lesson/words.h"

namespace ravine {

// What of a run a task leaves to the learner.
enum class Freedom { lr, schedule, optimizer, start, steps, noise, batches, standardize };
Message freedomName(Freedom freedom);

struct Task {
  struct Words {
    Experiment experiment;
    std::vector<std::string> hints;
  };

  std::string id = {};
  Experiment experiment = {};  // its first run is the learner's
  std::vector<std::string> hints = {};
  std::vector<Freedom> mayChange = {};
  std::vector<Claim> goal = {};  // all of them
  Run solution = {};             // that reaches it: for the test
  Translations<Words> translated = {};
};

// In the order in which they are offered, the easiest first.
const std::vector<Task>& tasks();
const Task* findTask(std::string_view id);
std::optional<Task> readTask(std::string_view text, Problems& problems);
const Experiment& experimentOf(const Task& task, const std::string& language);
const std::vector<std::string>& hintsOf(const Task& task, const std::string& language);

struct TaskState {
  bool isDone = false;
  std::vector<Finding> findings;         // of each claim of the goal; none before there is a result
  std::vector<Freedom> mayNotBeChanged;  // what is changed all the same, so that it does not count
};
// `run` is what the learner made of the task's run, whatever its id; `results` are all there are, that of `run` under
// its own.
TaskState judge(const Task& task, const Run& run, ResultsById results);

}  // namespace ravine
