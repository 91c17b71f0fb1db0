#include "app/read_option.h"

#include "core/base/parameters.h"

namespace ravine {

double readNumber(const std::string& text, const char* where, double least, double most, Problems& problems) {
  const auto number = parseNumber(text);
  if (number && *number >= least && *number <= most) return *number;
  problems.push_back(
      {where, CORE_TEXT("Problem", "'%1' is not a number that it can be").with(excerpt(text)),
       CORE_TEXT("Problem", "write a number from %1 to %2").with(shortestText(least), shortestText(most))});
  return least;
}

}  // namespace ravine
