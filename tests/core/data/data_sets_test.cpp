#include "core/data/data_sets.h"

#include <gtest/gtest.h>

#include <cmath>

namespace ravine {
namespace {

TEST(DataSets, AreWhatTheirRowsSay) {
  for (const DataSetInfo& set : dataSets()) {
    SCOPED_TRACE(set.id);
    const DataTable table = set.make({{"n", std::int64_t{57}}});
    EXPECT_TRUE(check(table).empty());
    EXPECT_EQ(table.rows.size(), 57U);
    EXPECT_EQ(table.inputs, set.inputs);
    EXPECT_EQ(table.hasLabels(), set.labels);
    EXPECT_EQ(set.make({}), set.make({})) << "the same seed";
    EXPECT_NE(set.make({}), set.make({{"seed", std::int64_t{2}}}));
  }
}

TEST(DataSets, OutliersAreTheGreatestInputs) {
  const DataTable straight = findDataSet("outliers")->make({{"outliers", std::int64_t{0}}});
  const DataTable table = findDataSet("outliers")->make({});
  double least = 1e9;
  int moved = 0;
  for (std::size_t i = 0; i < table.rows.size(); ++i)
    if (table.rows[i] != straight.rows[i]) {
      ++moved;
      least = std::min(least, table.rows[i].x);
      EXPECT_NEAR(table.rows[i].y, straight.rows[i].y - 12, 1e-9);
    }
  EXPECT_EQ(moved, 3);
  for (std::size_t i = 0; i < table.rows.size(); ++i) {
    if (table.rows[i] == straight.rows[i]) {
      EXPECT_LE(table.rows[i].x, least);
    }
  }
}

TEST(DataChoice, ComparesRowsByTheirContent) {
  const DataTable table{1, {{1, 0, 2}}};
  EXPECT_EQ((DataChoice{.rows = Shared(table)}), (DataChoice{.rows = Shared(table)}));
  EXPECT_NE((DataChoice{.rows = Shared(table)}), (DataChoice{.rows = Shared(DataTable{1, {{1, 0, 3}}})}));
}

TEST(DataChoice, SaysWhatIsWrong) {
  const auto problemOf = [](const DataChoice& choice) {
    Problems problems;
    EXPECT_FALSE(tableOf(choice, problems));
    return problems.empty() ? "" : english(problems.front());
  };
  EXPECT_NE(problemOf({.id = "noisy_lin"}).find("did you mean 'noisy_line'"), std::string::npos);
  EXPECT_NE(problemOf({.id = "noisy_line", .parameters = {{"n", std::int64_t{1}}}}).find("from 2 to 10000"),
            std::string::npos);
  EXPECT_NE(problemOf({.rows = Shared(DataTable())}).find("there are no rows"), std::string::npos);
  EXPECT_NE(problemOf({.rows = Shared(DataTable{1, {{NAN, 0, 1}}})}).find("row 1"), std::string::npos);
}

TEST(Standardize, LeavesAnInputThatIsEverywhereTheSameAtZero) {
  const DataTable table = standardized({2, {{0.1, 1, 0}, {0.1, 3, 1}, {0.1, 5, 0}}});
  for (const Datum& row : table.rows) EXPECT_NEAR(row.x, 0, 1e-15);
  EXPECT_NEAR(table.rows[2].x2, std::sqrt(1.5), 1e-15);
}

}  // namespace
}  // namespace ravine
