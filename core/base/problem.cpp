#include "core/base/problem.h"

namespace ravine {

std::string place(const Problem& problem) {
  std::string place;
  const auto add = [&place](const std::string& part) { place += (place.empty() || part.empty() ? "" : ", ") + part; };
  if (problem.page != 0) add("page " + std::to_string(problem.page));
  if (problem.run != 0) add("run " + std::to_string(problem.run));
  add(problem.where);
  return place;
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
