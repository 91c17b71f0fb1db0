#include "core/data/read_data.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <set>

#include "core/base/parameters.h"
#include "core/base/read_file.h"
#include "core/data/text_rows.h"

namespace ravine {
namespace {

constexpr std::size_t kLargestFile = 4'000'000;  // bytes: more than the longest rows fill

constexpr std::size_t kMostColumns = 100;  // of which more are counted, and no more read

std::vector<TextRow> rowsOf(std::string_view text) {
  std::vector<TextRow> lines;
  TextRows rows(text, kMostColumns);
  for (TextRow row; rows.next(row);) lines.push_back(row);
  return lines;
}

class Reader {
 public:
  explicit Reader(Problems& problems) : m_problems(problems) {}

  std::optional<DataTable> read(std::string_view text) {
    std::vector<TextRow> lines = rowsOf(text);
    if (!lines.empty() && isHeader(lines.front())) {
      bringTargetLast(lines);
      lines.erase(lines.begin());
    }
    if (lines.empty()) {
      report({}, CORE_TEXT("Problem", "there are no rows"), CORE_TEXT("Problem", "write a row a line, such as 1.5,2"));
      return std::nullopt;
    }
    if (lines.size() > DataTable::kMostRows) {
      report(startOf(lines[DataTable::kMostRows]), CORE_TEXT("Problem", "there are %1 rows").with(lines.size()),
             CORE_TEXT("Problem", "give at most %1").with(DataTable::kMostRows));
      return std::nullopt;
    }
    m_columns = lines.front().cells.size();
    if (m_columns != 2 && m_columns != 3) {
      report(startOf(lines.front()), CORE_TEXT("Problem", "number of columns: %1").with(m_columns),
             CORE_TEXT("Problem", "write x,y or x1,x2,class"));
      return std::nullopt;
    }
    const bool classes = m_columns == 3 || !mostHaveNumbers(lines);
    const std::vector<std::string> names = classes ? classNames(lines) : std::vector<std::string>();
    DataTable table{static_cast<int>(m_columns) - 1, {}};
    for (const TextRow& line : lines)
      if (const auto row = rowOf(line, classes ? &names : nullptr)) table.rows.push_back(*row);
    return m_sound ? std::optional(table) : std::nullopt;
  }

 private:
  static TextPlace startOf(const TextRow& row) { return {row.line, 1}; }

  static bool isHeader(const TextRow& line) {
    return std::none_of(line.cells.begin(), line.cells.end(), [](auto cell) { return parseNumber(cell).has_value(); });
  }

  // Of two columns the second has numbers or the names of classes: whichever most rows have there, so that a word among
  // numbers is told as what it is.
  static bool mostHaveNumbers(const std::vector<TextRow>& lines) {
    const auto words = std::count_if(lines.begin(), lines.end(), [](const TextRow& line) {
      return line.cells.size() > 1 && line.cells[1].find_first_of("0123456789") == std::string_view::npos;
    });
    return 2 * words <= std::ssize(lines);
  }

  // Whatever stands for the target in the first line, and is not the last, is brought there.
  static void bringTargetLast(std::vector<TextRow>& lines) {
    static const std::set<std::string, std::less<>> names{"y", "class", "label", "target"};
    const auto isTarget = [](std::string_view cell) {
      std::string name(cell);
      std::transform(name.begin(), name.end(), name.begin(), [](char letter) {
        return 'A' <= letter && letter <= 'Z' ? static_cast<char>(letter + 32) : letter;
      });
      return names.contains(name);
    };
    const auto& header = lines.front().cells;
    if (std::count_if(header.begin(), header.end(), isTarget) != 1) return;
    const auto at = std::find_if(header.begin(), header.end(), isTarget) - header.begin();
    const std::size_t columns = header.size();
    for (TextRow& line : lines)
      if (line.cells.size() == columns)
        std::rotate(line.cells.begin() + at, line.cells.begin() + at + 1, line.cells.end());
  }

  // What stands for 0 and for 1.
  std::vector<std::string> classNames(const std::vector<TextRow>& lines) {
    std::set<std::string, std::less<>> words;
    std::set<double> numbers;
    for (const TextRow& line : lines) {
      if (line.cells.size() != m_columns || line.cells.back().empty()) continue;
      words.emplace(line.cells.back());
      if (const auto number = parseNumber(line.cells.back())) numbers.insert(*number);
      if (words.size() > 2) {
        report(line.placeOf(line.cells.back()),
               CORE_TEXT("Problem", "'%1' is a third class").with(excerpt(line.cells.back())),
               CORE_TEXT("Problem", "give two classes only"));
        return {};
      }
    }
    std::vector<std::string> names(words.begin(), words.end());
    if (numbers.size() == names.size())
      std::sort(names.begin(), names.end(),
                [](const std::string& a, const std::string& b) { return *parseNumber(a) < *parseNumber(b); });
    if (names.size() == 1 && parseNumber(names.front()) == 1) names.insert(names.begin(), "0");
    return names;
  }

  std::optional<Datum> rowOf(const TextRow& line, const std::vector<std::string>* classes) {
    if (line.cells.size() != m_columns) {
      report(startOf(line),
             CORE_TEXT("Problem", "number of columns: %1; in the first row: %2").with(line.cells.size(), m_columns),
             CORE_TEXT("Problem", "give every row as many"));
      return std::nullopt;
    }
    const std::size_t numbers = classes ? m_columns - 1 : m_columns;
    std::array<double, 3> values{};
    for (std::size_t i = 0; i < numbers; ++i) {
      const auto number = parseNumber(line.cells[i]);
      if (!number) {
        report(line.placeOf(line.cells[i]),
               CORE_TEXT("Problem", "'%1' is not a finite number").with(excerpt(line.cells[i])),
               howToWriteNumber(line.cells[i], "1.5"));
        return std::nullopt;
      }
      values.at(i) = *number;
    }
    if (!classes) return Datum{values[0], 0, values[1]};
    const auto found = std::find(classes->begin(), classes->end(), line.cells.back());
    if (found == classes->end()) {
      if (m_sound)
        report(startOf(line), CORE_TEXT("Problem", "has no class"), CORE_TEXT("Problem", "write 0 or 1 at its end"));
      return std::nullopt;
    }
    return Datum{values[0], values[1], static_cast<double>(found - classes->begin())};
  }

  // More than a few tell nothing new.
  void report(const TextPlace& at, const Message& what, const Message& mend) {
    constexpr int most = 20;
    m_sound = false;
    if (++m_reported <= most) m_problems.push_back({"data", what, mend, 0, at});
  }

  Problems& m_problems;
  std::size_t m_columns = 0;
  int m_reported = 0;
  bool m_sound = true;
};

}  // namespace

std::optional<DataTable> readData(std::string_view text, Problems& problems) {
  return Reader(problems).read(text);
}

std::optional<DataTable> readDataFile(const std::string& path, Problems& problems) {
  const auto bytes = readFile(path, kLargestFile, problems);
  if (!bytes) return std::nullopt;
  Problems inFile;
  auto table = readData(*bytes, inFile);
  for (Problem& problem : inFile) {
    problem.file = path;
    problems.push_back(std::move(problem));
  }
  return table;
}

std::string asCsv(const DataTable& table) {
  std::string text = table.inputs == 2 ? "x1,x2,class\n" : "x,y\n";
  for (const Datum& row : table.rows) {
    text += shortestText(row.x) + ',';
    if (table.inputs == 2) text += shortestText(row.x2) + ',';
    text += shortestText(row.y) + '\n';
  }
  return text;
}

}  // namespace ravine
