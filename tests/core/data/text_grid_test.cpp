#include "core/data/text_grid.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <sstream>

#include "core/data/read_grid.h"

namespace ravine {
namespace {

const Grid kGrid{{0, 0.5, 1, 2}, {-1, 0, 1, 10}, {1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 1.6}};

const std::string kWide =
    ",0,0.5,1,2\n"
    "-1,1,2,3,4\n"
    "0,5,6,7,8\n"
    "1,9,10,11,12\n"
    "10,13,14,15,1.6\n";

const std::string kLong =
    "0,-1,1\n0.5,-1,2\n1,-1,3\n2,-1,4\n"
    "0,0,5\n0.5,0,6\n1,0,7\n2,0,8\n"
    "0,1,9\n0.5,1,10\n1,1,11\n2,1,12\n"
    "0,10,13\n0.5,10,14\n1,10,15\n2,10,1.6\n";

std::string replaced(std::string text, const std::string& from, const std::string& to) {
  for (std::size_t at = 0; (at = text.find(from, at)) != text.npos; at += to.size()) text.replace(at, from.size(), to);
  return text;
}

// The grid that is read, or none and a failed test that says why.
std::optional<Grid> read(const std::string& text) {
  Problems problems;
  const auto grid = parseGrid(text, problems);
  for (const Problem& problem : problems) ADD_FAILURE() << english(problem) << " in\n" << text;
  return grid;
}

std::string said(const std::string& bytes) {
  Problems problems;
  EXPECT_FALSE(parseGrid(bytes, problems)) << bytes.substr(0, 200);
  std::string text;
  for (Problem& problem : problems) {
    problem.file = "a.csv";
    if (!text.empty()) text += '\n';
    text += english(problem);
  }
  return text;
}

TEST(TextGrid, IsReadWithEverySeparator) {
  for (const char* separator : {",", ";", "\t", ", ", " ; "}) {
    EXPECT_EQ(read(replaced(kWide, ",", separator)), kGrid) << separator;
    EXPECT_EQ(read(replaced(kLong, ",", separator)), kGrid) << separator;
  }
  for (const char* separator : {" ", "    "}) {
    EXPECT_EQ(read(replaced("y" + kWide, ",", separator)), kGrid);
    EXPECT_EQ(read(replaced(kWide, ",", separator)), kGrid) << "a corner of blanks";
    EXPECT_EQ(read("  " + replaced(kLong, ",", separator)), kGrid);
  }
}

TEST(TextGrid, IgnoresWhatIsInTheCorner) {
  for (const char* corner : {"y\\x", "0", "nan", "\"\"", "경사"}) EXPECT_EQ(read(corner + kWide), kGrid) << corner;
  EXPECT_EQ(read(kWide.substr(1)), kGrid) << "left out with its separator";
}

TEST(TextGrid, PassesOverCommentsBlankLinesMarksAndLineEndsOfWindows) {
  EXPECT_EQ(read("\xef\xbb\xbf# train_loss, 1,2,3\n\n" + replaced(kWide, "0,5,", "  # more\n \t \n0,5,") + "\n\n"),
            kGrid);
  EXPECT_EQ(read(replaced("\xef\xbb\xbf" + kLong, "\n", "\r\n")), kGrid);
  EXPECT_EQ(read(replaced(kWide, "\n", "\r\n")), kGrid);
  EXPECT_EQ(read(kWide.substr(0, kWide.size() - 1)), kGrid) << "no end of the last line";
  EXPECT_EQ(read(kLong.substr(0, kLong.size() - 1)), kGrid);
}

TEST(TextGrid, TakesDecimalCommasWhereCommasDoNotSeparate) {
  EXPECT_EQ(read(replaced(replaced(kWide, ",", ";"), ".", ",")), kGrid);
  EXPECT_EQ(read(replaced(replaced(kLong, ",", "\t"), ".", ",")), kGrid);
}

TEST(TextGrid, TurnsAxesThatDescend) {
  const std::string turned =
      ",2,1,0.5,0\n"
      "10,1.6,15,14,13\n"
      "1,12,11,10,9\n"
      "0,8,7,6,5\n"
      "-1,4,3,2,1\n";
  EXPECT_EQ(read(turned), kGrid);
}

TEST(TextGrid, OfPointsIsReadInAnyOrderOfRows) {
  std::vector<std::string> lines;
  std::istringstream text(kLong);
  for (std::string line; std::getline(text, line);) lines.push_back(line + '\n');
  std::sort(lines.begin(), lines.end());
  std::string sorted;
  for (const std::string& line : lines) sorted += line;
  EXPECT_EQ(read(sorted), kGrid);
}

TEST(TextGrid, OfPointsMayNameItsColumnsAndHaveThemInAnotherOrder) {
  EXPECT_EQ(read("x,y,loss\n" + kLong), kGrid);
  EXPECT_EQ(read("\"alpha\",\"beta\",\"train_loss\"\n" + kLong), kGrid);
  std::string swapped = "loss,Y,\"X\"\n";
  for (std::size_t k = 0; k < kGrid.values.size(); ++k) {
    std::ostringstream line;
    line << kGrid.values[k] << ',' << kGrid.y[k / 4] << ',' << kGrid.x[k % 4] << '\n';
    swapped += line.str();
  }
  EXPECT_EQ(read(swapped), kGrid);
}

TEST(TextGrid, SaysWhereItIsWrong) {
  const auto wide = [](const std::string& from, const std::string& to) { return replaced(kWide, from, to); };
  const auto points = [](const std::string& from, const std::string& to) { return replaced(kLong, from, to); };
  const std::string number = "write a number such as 0.05.";
  const std::string finite = "give every point a finite loss, or cut the grid to where it has one.";
  const std::string count = "give from 4 to 2048 along each axis.";
  const std::string sorted = "give x in the first row, y in the first column, each sorted.";
  const std::string layout =
      "give x in the first row, and in each other row y and its losses; or x, y and loss in every row.";
  const std::vector<std::pair<std::string, std::string>> faults{
      {wide("6,7", "abc,7"), "a.csv:3:5: loss: 'abc' is not a number; " + number},
      {wide("6,7", "경사,oops"), "a.csv:3:5: loss: '경사' is not a number; " + number},
      {wide("5,6,7", "경사 5,6,7"), "a.csv:3:3: loss: '경사 5' is not a number; " + number},
      {wide("6,7", ",7"), "a.csv:3:5: loss: is missing; " + finite},
      {wide("6,7", "6, NaN"), "a.csv:3:8: loss: 'NaN' is not a finite number; " + finite},
      {wide("6,7", "6,-inf"), "a.csv:3:7: loss: '-inf' is not a finite number; " + finite},
      {wide("6,7", "6,1e999"), "a.csv:3:7: loss: '1e999' is not a number; " + number},
      {wide("6,7", "6,7,8"), "a.csv:3:1: file: a row has 6 cells instead of 5; " + layout},
      {wide("6,7,8", "6"), "a.csv:3:1: file: a row has 3 cells instead of 5; " + layout},
      {wide("0.5", "half"), "a.csv:1:4: x: 'half' is not a number; " + layout},
      {wide("\n0,", "\nnull,"), "a.csv:3:1: y: 'null' is not a number; " + layout},
      {wide("0.5,1,2", "0.5,2,1"), "a.csv:1:10: x: neither ascends nor descends: 1 follows 2; " + sorted},
      {wide("0.5", "0"), "a.csv:1:4: x: neither ascends nor descends: 0 follows 0; " + sorted},
      {wide("\n10,", "\n0.5,"), "a.csv:5:1: y: neither ascends nor descends: 0.5 follows 1; " + sorted},
      {wide("\n10,", "\n# 1\n1,"), "a.csv:6:1: y: neither ascends nor descends: 1 follows 1; " + sorted},
      {wide("10,13,14,15,1.6", ""), "a.csv: y: has too few values (3); " + count},
      {",0,1,2,3\n", "a.csv: y: has too few values (0); " + count},
      {"1\n", "a.csv: file: holds no losses; choose a file that holds a grid of losses."},
      {replaced(wide("6,7", "1,125,7"), ",", ";"), "a.csv:3:1: file: a row has 6 cells instead of 5; " + layout},
      {replaced(replaced(kWide, ",", ";"), "6;7", "6,125;7,125"),
       "a.csv:3:5: loss: '6,125' is not a number; write 6.125 or 6125."},
      {replaced(replaced(kWide, ",", ";"), "0.5", "1,125"),
       "a.csv:1:4: x: '1,125' is not a number; write 1.125 or 1125."},
      {points("1,0,7\n", ""),
       "a.csv: loss: is missing at points of the grid: 1 of 16, the first at (1, 0); give each x with each y, the same "
       "number always written alike."},
      {points("1,0,7\n", "0.5,-1,7\n"),
       "a.csv:7:1: loss: is there twice for (0.5, -1), first in line 2; keep one of them."},
      {points("1,0,7", "1,0,"), "a.csv:7:5: loss: is missing; " + finite},
      {points("1,0,7", "1,0,x"), "a.csv:7:5: loss: 'x' is not a number; " + number},
      {points("1,0,7", "1,0"), "a.csv:7:1: file: a row has 2 cells instead of 3; " + layout},
      {"x,y,loss\n" + points("1,0,7", "1,nan,7"), "a.csv:8:3: y: 'nan' is not a finite number; " + layout},
      {"x,0,loss\n" + kLong, "a.csv:1:1: x: 'x' is not a number; " + layout},
      {"x,y,loss\n", "a.csv: file: holds no losses; choose a file that holds a grid of losses."},
      {"1,2,3\n", "a.csv: x: has too few values (1); " + count + "\na.csv: y: has too few values (1); " + count},
      {"x,y,loss,accuracy\n" + kLong, "a.csv:1:3: x: 'y' is not a number; " + layout},
      {"# nothing but this\n\n  \r\n", "a.csv: file: holds no numbers; choose a file that holds a grid of losses."},
      {"Dear all,\nplease", "a.csv:1:10: x: is missing; " + layout},
  };
  for (const auto& [text, what] : faults) EXPECT_EQ(said(text), what) << text;
}

TEST(TextGrid, RefusesMoreLinesThanAGridHas) {
  std::string row;
  for (int i = 0; i < 3000; ++i) row += ',' + std::to_string(i);
  EXPECT_EQ(said(row + '\n'), "a.csv:1:9132: x: has more than 2048 values; give from 4 to 2048 along each axis.");
  std::string table = ",0,1,2,3\n";
  for (int j = 0; j < 2049; ++j) table += std::to_string(j) + ",0,0,0,0\n";
  EXPECT_EQ(said(table), "a.csv:2050:1: y: has more than 2048 values; give from 4 to 2048 along each axis.");
  std::string scattered;
  for (int j = 0; j < 2049; ++j) scattered += std::to_string(j) + ',' + std::to_string(j % 5) + ",0\n";
  EXPECT_EQ(said(scattered), "a.csv: x: has too many values (2049); give from 4 to 2048 along each axis.");
}

}  // namespace
}  // namespace ravine
