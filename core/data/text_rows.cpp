#include "core/data/text_rows.h"

#include <algorithm>

namespace ravine {
namespace {

constexpr std::string_view kBlanks = " \t\r";

std::string_view trimmed(std::string_view text) {
  text.remove_prefix(std::min(text.find_first_not_of(kBlanks), text.size()));
  return text.substr(0, text.find_last_not_of(kBlanks) + 1);
}

std::string_view unquoted(std::string_view cell) {
  const bool isQuoted = cell.size() >= 2 && cell.front() == cell.back() && (cell[0] == '"' || cell[0] == '\'');
  return isQuoted ? trimmed(cell.substr(1, cell.size() - 2)) : cell;
}

// A semicolon stands beside decimal commas, a tab beside anything.
char separatorOf(std::string_view line) {
  for (const char separator : {';', '\t', ','})
    if (line.find(separator) != line.npos) return separator;
  return ' ';
}

}  // namespace

TextPlace TextRow::placeOf(std::string_view cell) const {
  const auto isFirstByte = [](char byte) { return (static_cast<unsigned char>(byte) & 0xc0) != 0x80; };
  return {line, 1 + static_cast<int>(std::count_if(text.data(), cell.data(), isFirstByte))};
}

TextRows::TextRows(std::string_view text, std::size_t mostCells) : m_rest(text), m_mostCells(mostCells) {
  constexpr std::string_view byteOrderMark = "\xef\xbb\xbf";
  if (m_rest.starts_with(byteOrderMark)) m_rest.remove_prefix(byteOrderMark.size());
}

bool TextRows::next(TextRow& row) {
  while (!m_rest.empty()) {
    const std::size_t end = std::min(m_rest.find('\n'), m_rest.size());
    row.line = ++m_line;
    row.text = m_rest.substr(0, end);
    m_rest.remove_prefix(std::min(end + 1, m_rest.size()));
    const std::string_view content = trimmed(row.text);
    if (content.empty() || content.starts_with('#')) continue;
    if (m_separator == '\0') m_separator = separatorOf(row.text);
    split(row, content);
    return true;
  }
  return false;
}

void TextRows::split(TextRow& row, std::string_view content) const {
  row.cells.clear();
  std::string_view rest = m_separator == ' ' ? content : row.text;
  while (true) {
    const std::size_t end = m_separator == ' ' ? rest.find_first_of(kBlanks) : rest.find(m_separator);
    row.cells.push_back(unquoted(trimmed(rest.substr(0, end))));
    if (end == rest.npos || row.cells.size() == m_mostCells) return;
    rest.remove_prefix(end + 1);
    if (m_separator == ' ') rest.remove_prefix(std::min(rest.find_first_not_of(kBlanks), rest.size()));
  }
}

}  // namespace ravine
