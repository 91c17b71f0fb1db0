#include "app/check_command.h"

#include "app/report.h"
#include "core/base/read_file.h"
#include "core/file/experiment_file.h"
#include "core/lesson/lesson.h"
#include "core/lesson/scenarios.h"
#include "core/lesson/task.h"
#include "ui/words/sentence.h"

namespace ravine {
namespace {

// What an experiment's file has besides, which makes it a scenario or a task.
void checkClaimsIn(const std::string& text, Problems& problems) {
  Problems ignored;
  const auto root = parseJson(text, kLargestExperimentFile, ignored);
  if (!root) return;
  if (root->find("goal")) {
    readTask(text, problems);
  } else if (root->find("claims") || root->find("group")) {
    const auto scenario = readScenario(text, problems);
    if (scenario) problems = checkClaims(scenario->experiment, scenario->claims);
  }
}

Problems problemsInLesson(const std::string& path) {
  Problems problems;
  const auto lesson = readLessonFile(path, problems, problems);
  if (!lesson) return problems;
  int number = 0;
  for (const LessonPage& page : lesson->pages) {
    ++number;
    for (Problem problem : checkClaims(experimentOf(page, {}), page.claims)) {
      problem.page = number;
      problem.file = path;
      problems.push_back(std::move(problem));
    }
  }
  return problems;
}

// All that is wrong, and what would be opened with a remark: wrong enough for a file that somebody hands on.
Problems problemsIn(const std::string& path) {
  Problems problems;
  const auto text = readFile(path, kLargestLessonFile, problems);
  if (text && isLesson(*text)) return problemsInLesson(path);
  problems.clear();
  if (const auto file = readExperimentFile(path, problems)) problems = file->remarks;
  if (!problems.empty() || !text) return problems;
  checkClaimsIn(*text, problems);
  for (Problem& problem : problems) problem.file = path;
  return problems;
}

}  // namespace

int check(const CheckOptions& options) {
  std::string text;
  for (const std::string& path : options.files)
    for (const Problem& problem : problemsIn(path)) text += wording::problem(problem).toStdString() + '\n';
  const int printed = print(text);
  return printed != 0 || text.empty() ? printed : kBadInput;
}

}  // namespace ravine
