#include "app/check_command.h"

#include "app/report.h"
#include "core/file/experiment_file.h"
#include "ui/words/sentence.h"

namespace ravine {

// What would be opened with a remark is wrong enough for a file that somebody hands on.
int check(const CheckOptions& options) {
  std::string text;
  for (const std::string& path : options.files) {
    Problems problems;
    if (const auto file = readExperimentFile(path, problems)) problems = file->remarks;
    for (const Problem& problem : problems) text += wording::problem(problem).toStdString() + '\n';
  }
  const int printed = print(text);
  return printed != 0 || text.empty() ? printed : kBadInput;
}

}  // namespace ravine
