#include "core/base/problem.h"

namespace ravine {

std::string place(const Problem& problem) {
  if (problem.run == 0) return problem.where;
  const std::string run = "run " + std::to_string(problem.run);
  return problem.where.empty() ? run : run + ", " + problem.where;
}

std::string placeInFile(const Problem& problem) {
  if (problem.file.empty()) return {};
  const auto [line, column] = problem.at;
  const std::string place = line == 0 ? "" : std::to_string(line) + ':' + std::to_string(column) + ':';
  return excerpt(problem.file) + ':' + place + ' ';
}

std::string english(const Problem& problem) {
  const std::string mend = english(problem.mend);
  return placeInFile(problem) + place(problem) + ": " + english(problem.what) + "; " + mend +
         (mend.ends_with('?') ? "" : ".");
}

}  // namespace ravine
