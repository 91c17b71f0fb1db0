#include "core/data/read_data.h"

#include <gtest/gtest.h>

#include "core/data/data_sets.h"

namespace ravine {
namespace {

DataTable read(std::string_view text) {
  Problems problems;
  const auto table = readData(text, problems);
  EXPECT_TRUE(table) << (problems.empty() ? "" : english(problems.front()));
  return table.value_or(DataTable());
}

TEST(ReadData, TakesWhatPeoplePaste) {
  const DataTable expected{1, {{1, 0, 2}, {1.5, 0, -3}}};
  for (const char* text : {"1,2\n1.5,-3\n", "x,y\n1,2\n1.5,-3", "1;2\r\n1,5;-3\r\n", "1\t2\n\n1.5\t-3\n",
                           "# measured\n1 2\n1.5   -3", "\xEF\xBB\xBFx;y\n1;2\n1,5;-3", "\"1\",\"2\"\n1.5, -3\n"})
    EXPECT_EQ(read(text), expected) << text;
}

TEST(ReadData, ThreeColumnsAreTwoInputsAndAClass) {
  const DataTable expected{2, {{1, 2, 0}, {3, 4, 1}}};
  for (const char* text : {"1,2,0\n3,4,1", "x1,x2,class\n1,2,-1\n3,4,1", "1,2,no\n3,4,yes", "1 2 0\n3 4 10"})
    EXPECT_EQ(read(text), expected) << text;
}

TEST(ReadData, WordsInTheLastOfTwoColumnsAreClasses) {
  EXPECT_EQ(read("hours,result\n1,fail\n5,pass\n"), (DataTable{1, {{1, 0, 0}, {5, 0, 1}}}));
}

struct Bad {
  const char* text;
  int line;
  const char* what;
};

TEST(ReadData, SaysWhatIsWrongAndWhere) {
  const std::string tooMany = [] {
    std::string text;
    for (int i = 0; i < 10'001; ++i) text += "1,2\n";
    return text;
  }();
  for (const auto& [text, line, what] :
       std::initializer_list<Bad>{{"", 0, "there are no rows"},
                                  {"x,y\n", 0, "there are no rows"},
                                  {"1\n2\n", 1, "number of columns: 1"},
                                  {"1,2,3,4\n", 1, "number of columns: 4"},
                                  {"1,2\n3\n", 2, "number of columns: 1; in the first row: 2"},
                                  {"1,2\n1e,2\n", 2, "'1e' is not a finite number"},
                                  {"1,2\n\n3,1e999\n", 3, "is not a finite number"},
                                  {"1,2\n3,4x\n", 2, "'4x' is not a finite number"},
                                  {"x,y\n1,2\n2,abc\n3\n4,5\n5,6\n", 3, "'abc' is not a finite number"},
                                  {"1,2,0\n1,2,1\n1,2,2\n", 3, "is a third class"},
                                  {"1,2,a\n1,2,\n", 2, "has no class"},
                                  {tooMany.c_str(), 10'001, "there are 10001 rows"}}) {
    Problems problems;
    EXPECT_FALSE(readData(text, problems)) << std::string_view(text).substr(0, 30);
    ASSERT_FALSE(problems.empty()) << std::string_view(text).substr(0, 30);
    EXPECT_EQ(problems.front().at.line, line) << std::string_view(text).substr(0, 30);
    EXPECT_NE(english(problems.front()).find(what), std::string::npos) << english(problems.front());
  }
}

TEST(ReadData, TheFirstLineSaysWhichColumnIsTheTarget) {
  EXPECT_EQ(read("y,x\n2,1\n4,3\n"), read("1,2\n3,4\n"));
  EXPECT_EQ(read("Class,a,b\n1,5,6\n0,7,8\n"), read("5,6,1\n7,8,0\n"));
  EXPECT_EQ(read("height,weight\n2,1\n4,3\n"), read("2,1\n4,3\n")) << "names that say nothing";
}

TEST(ReadData, ReadsWhatItWrites) {
  for (const DataSetInfo& set : dataSets()) {
    const DataTable table = set.make({});
    EXPECT_EQ(read(asCsv(table)), table) << set.id;
  }
}

}  // namespace
}  // namespace ravine
