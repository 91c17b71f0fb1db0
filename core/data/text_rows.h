// The rows of a table as text, as people paste it and as programs write it. Columns stand apart by semicolons, tabs,
// commas or blanks, whichever of them the first row has, in this order; lines that begin with # and empty ones are
// passed over, as is a byte order mark.
#pragma once

#include <cstddef>
#include <string_view>
#include <vector>

#include "core/base/problem.h"

namespace ravine {

struct TextRow {
  int line = 0;  // from 1
  std::string_view text;
  std::vector<std::string_view> cells;  // parts of the text, without blanks and quotation marks round them

  TextPlace placeOf(std::string_view cell) const;
};

class TextRows {
 public:
  // A row of more than `mostCells` is cut there.
  TextRows(std::string_view text, std::size_t mostCells);

  // The next one; false at the end.
  bool next(TextRow& row);

 private:
  void split(TextRow& row, std::string_view content) const;

  std::string_view m_rest;
  std::size_t m_mostCells;
  int m_line = 0;
  char m_separator = '\0';  // not known before the first row
};

}  // namespace ravine
