#include "core/base/problem.h"

namespace ravine {

std::string place(const Problem& problem) {
  if (problem.run == 0) return problem.where;
  const std::string run = "run " + std::to_string(problem.run);
  return problem.where.empty() ? run : run + ", " + problem.where;
}

std::string placeInFile(const TextPlace& at) {
  if (at.file.empty()) return {};
  const std::string line = at.line == 0 ? "" : std::to_string(at.line) + ':' + std::to_string(at.column) + ':';
  return excerpt(at.file) + ':' + line + ' ';
}

std::string english(const Problem& problem) {
  const std::string mend = english(problem.mend);
  return placeInFile(problem.at) + place(problem) + ": " + english(problem.what) + "; " + mend +
         (mend.ends_with('?') ? "" : ".");
}

}  // namespace ravine
