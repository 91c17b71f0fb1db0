// Options whose text stands for a word of a few, or for a number.
#pragma once

#include <array>
#include <string>
#include <utility>

#include "core/base/problem.h"

namespace ravine {

// A word that stands for one of a few values.
template <class Value, std::size_t size>
Value readWord(const std::string& text, const char* where, const std::array<std::pair<const char*, Value>, size>& words,
               Problems& problems) {
  std::string all;
  for (const auto& [word, value] : words) {
    if (text == word) return value;
    all += (all.empty() ? "" : ", ") + std::string(word);
  }
  problems.push_back({where, CORE_TEXT("Problem", "'%1' is none of its words").with(excerpt(text)),
                      CORE_TEXT("Problem", "write one of %1").with(all)});
  return words.front().second;
}

// From `least` to `most`; `least`, and a problem, if it is none of these.
double readNumber(const std::string& text, const char* where, double least, double most, Problems& problems);

}  // namespace ravine
