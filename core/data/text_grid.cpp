#include "core/data/text_grid.h"

#include <algorithm>
#include <array>
#include <cctype>

#include "core/base/parameters.h"
#include "core/data/text_rows.h"

namespace ravine {
namespace {

constexpr std::size_t kMostPoints = Grid::kMost * Grid::kMost;
constexpr std::size_t kMostCells = Grid::kMost + 2;  // in a row: one more than there can be

Message askForLayout() {
  return CORE_TEXT("Problem",
                   "give x in the first row, and in each other row y and its losses; or x, y and loss in every row");
}

Message askForFiniteLoss() {
  return CORE_TEXT("Problem", "give every point a finite loss, or cut the grid to where it has one");
}

std::string lowerCase(std::string_view text) {
  std::string lower(text);
  for (char& c : lower) c = static_cast<char>(std::tolower(static_cast<unsigned char>(c)));
  return lower;
}

// "-inf", "NaN", "infinity": a number to other programs.
bool isInfiniteOrNaN(std::string_view cell) {
  std::string word = lowerCase(cell);
  if (word.starts_with('-') || word.starts_with('+')) word.erase(0, 1);
  return word == "nan" || word == "inf" || word == "infinity";
}

std::vector<double> sortedOnce(std::vector<double> numbers) {
  std::sort(numbers.begin(), numbers.end());
  numbers.erase(std::unique(numbers.begin(), numbers.end()), numbers.end());
  return numbers;
}

std::size_t indexIn(const std::vector<double>& axis, double value) {
  return static_cast<std::size_t>(std::lower_bound(axis.begin(), axis.end(), value) - axis.begin());
}

// Reads one table, up to its first fault.
class TableReader {
 public:
  TableReader(std::string_view text, Problems& problems) : m_rows(text, kMostCells), m_problems(problems) {}

  std::optional<Grid> read() {
    TextRow first;
    if (!m_rows.next(first)) {
      m_problems.push_back({"file", CORE_TEXT("Problem", "holds no numbers"),
                            CORE_TEXT("Problem", "choose a file that holds a grid of losses")});
      return std::nullopt;
    }
    auto grid = first.cells.size() == 3 ? readLong(first) : readWide(first);
    if (!grid || !grid->values.empty() || !grid->x.empty()) return grid;
    m_problems.push_back({"file", CORE_TEXT("Problem", "holds no losses"),
                          CORE_TEXT("Problem", "choose a file that holds a grid of losses")});
    return std::nullopt;
  }

 private:
  struct Point {
    double x;
    double y;
    double loss;
    int line;
  };

  std::optional<Grid> refuse(std::string where, const TextRow& row, std::string_view cell, Message what, Message mend) {
    m_problems.push_back({std::move(where), std::move(what), std::move(mend), 0, row.placeOf(cell)});
    return std::nullopt;
  }

  // Nothing, and a problem, if there is none in the cell.
  std::optional<double> take(const std::string& where, const TextRow& row, std::string_view cell) {
    if (const auto number = parseNumber(cell)) return number;
    const bool isLoss = where == "loss";
    const bool hasDigits = cell.find_first_of("0123456789") != cell.npos;
    if (cell.empty())
      refuse(where, row, cell, CORE_TEXT("Problem", "is missing"), isLoss ? askForFiniteLoss() : askForLayout());
    else if (isInfiniteOrNaN(cell))
      refuse(where, row, cell, CORE_TEXT("Problem", "'%1' is not a finite number").with(excerpt(cell)),
             isLoss ? askForFiniteLoss() : askForLayout());
    else  // a word where an axis is expected: another kind of table
      refuse(where, row, cell, CORE_TEXT("Problem", "'%1' is not a number").with(excerpt(cell)),
             isLoss || hasDigits ? howToWriteNumber(cell, "0.05") : askForLayout());
    return std::nullopt;
  }

  std::optional<Grid> refuseCellCount(const TextRow& row, std::size_t wanted) {
    return refuse("file", row, row.cells.front(),
                  CORE_TEXT("Problem", "a row has %1 cells instead of %2").with(row.cells.size(), wanted),
                  askForLayout());
  }

  // Takes the next number of an axis, which goes on in the direction of its first two.
  bool append(std::vector<double>& axis, const std::string& where, const TextRow& row, std::string_view cell) {
    const auto number = take(where, row, cell);
    if (!number) return false;
    const std::size_t count = axis.size();
    const bool goesOn =
        count == 0 ||
        (count == 1 ? *number != axis[0] : (axis[1] > axis[0]) == (*number > axis.back()) && *number != axis.back());
    if (!goesOn)
      refuse(where, row, cell,
             CORE_TEXT("Problem", "neither ascends nor descends: %2 follows %1")
                 .with(shortestText(axis.back()), shortestText(*number)),
             CORE_TEXT("Problem", "give x in the first row, y in the first column, each sorted"));
    else if (count == Grid::kMost)
      refuse(where, row, cell, CORE_TEXT("Problem", "has more than %1 values").with(Grid::kMost), Grid::askForCount());
    else
      axis.push_back(*number);
    return goesOn && count < Grid::kMost;
  }

  std::optional<Grid> readWide(const TextRow& first) {
    TextRow row;
    bool isThere = m_rows.next(row);
    const bool hasCorner = !isThere || row.cells.size() <= first.cells.size();
    Grid grid;
    for (std::size_t i = hasCorner ? 1 : 0; i < first.cells.size(); ++i)
      if (!append(grid.x, "x", first, first.cells[i])) return std::nullopt;
    for (; isThere; isThere = m_rows.next(row)) {
      if (row.cells.size() != grid.x.size() + 1) return refuseCellCount(row, grid.x.size() + 1);
      if (!append(grid.y, "y", row, row.cells[0])) return std::nullopt;
      for (std::size_t i = 1; i < row.cells.size(); ++i) {
        const auto loss = take("loss", row, row.cells[i]);
        if (!loss) return std::nullopt;
        grid.values.push_back(*loss);
      }
    }
    return grid;
  }

  // In which columns x, y and the loss are: by their names, if they have any.
  static std::array<std::size_t, 3> columnsOf(const TextRow& names) {
    std::array<std::size_t, 3> columns{0, 1, 2};
    const auto column = [&](const char* name) {
      return static_cast<std::size_t>(std::find_if(names.cells.begin(), names.cells.end(),
                                                   [&](std::string_view cell) { return lowerCase(cell) == name; }) -
                                      names.cells.begin());
    };
    const std::size_t x = column("x");
    const std::size_t y = column("y");
    if (x < 3 && y < 3) columns = {x, y, 3 - x - y};
    return columns;
  }

  std::optional<Grid> readLong(TextRow row) {
    const bool hasNames = std::none_of(row.cells.begin(), row.cells.end(),
                                       [](std::string_view cell) { return parseNumber(cell).has_value(); });
    const std::array<std::size_t, 3> columns = hasNames ? columnsOf(row) : std::array<std::size_t, 3>{0, 1, 2};
    std::vector<Point> points;
    for (bool isThere = !hasNames || m_rows.next(row); isThere; isThere = m_rows.next(row)) {
      if (row.cells.size() != columns.size()) return refuseCellCount(row, columns.size());
      const auto x = take("x", row, row.cells[columns[0]]);
      const auto y = x ? take("y", row, row.cells[columns[1]]) : std::nullopt;
      const auto loss = y ? take("loss", row, row.cells[columns[2]]) : std::nullopt;
      if (!loss) return std::nullopt;
      if (points.size() == kMostPoints)
        return refuse("file", row, row.cells[0],
                      CORE_TEXT("Problem", "the file has more than %1 values").with(kMostPoints), Grid::askForCount());
      points.push_back({*x, *y, *loss, row.line});
    }
    return gridOf(points);
  }

  std::optional<Grid> gridOf(const std::vector<Point>& points) {
    Grid grid;
    if (points.empty()) return grid;
    for (const Point& point : points) {
      grid.x.push_back(point.x);
      grid.y.push_back(point.y);
    }
    grid.x = sortedOnce(std::move(grid.x));
    grid.y = sortedOnce(std::move(grid.y));
    const Problems wrong = checkAxes(grid);
    m_problems.insert(m_problems.end(), wrong.begin(), wrong.end());
    if (!wrong.empty()) return std::nullopt;
    const std::size_t count = grid.x.size() * grid.y.size();
    grid.values.resize(count);
    std::vector<int> lines(count, 0);
    for (const Point& point : points) {
      const std::size_t index = indexIn(grid.y, point.y) * grid.x.size() + indexIn(grid.x, point.x);
      if (lines[index] != 0) {
        m_problems.push_back(
            {"loss",
             CORE_TEXT("Problem", "is there twice for %1, first in line %2").with(pointOf(grid, index), lines[index]),
             CORE_TEXT("Problem", "keep one of them"),
             0,
             {point.line, 1}});
        return std::nullopt;
      }
      lines[index] = point.line;
      grid.values[index] = point.loss;
    }
    const auto missing = static_cast<std::size_t>(std::count(lines.begin(), lines.end(), 0));
    if (missing == 0) return grid;
    const auto first = static_cast<std::size_t>(std::find(lines.begin(), lines.end(), 0) - lines.begin());
    m_problems.push_back({"loss",
                          CORE_TEXT("Problem", "is missing at points of the grid: %1 of %2, the first at %3")
                              .with(missing, count, pointOf(grid, first)),
                          CORE_TEXT("Problem", "give each x with each y, the same number always written alike")});
    return std::nullopt;
  }

  TextRows m_rows;
  Problems& m_problems;
};

}  // namespace

std::optional<Grid> parseTextGrid(std::string_view text, Problems& problems) {
  return TableReader(text, problems).read();
}

}  // namespace ravine
