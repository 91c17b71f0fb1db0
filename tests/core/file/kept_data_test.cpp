// What models learn from and what was measured, in the files of experiments.
#include <gtest/gtest.h>

#include "core/file/experiment_file.h"

namespace ravine {
namespace {

Experiment learning() {
  const Shared<DataTable> rows(DataTable{1, {{0, 0, 1}, {0.5, 0, 1.0 / 3}, {2, 0, -4}}});
  const Shared<DataTable> clouds(DataTable{2, {{1, 2, 1}, {-1, 0.25, 0}}});
  Experiment experiment;
  const auto add = [&](const LossChoice& choice) -> ravine::Run& {
    ravine::Run run;
    run.id = RunId{static_cast<std::int64_t>(experiment.runs.size()) + 1};
    setLossFunction(run, choice);
    experiment.runs.push_back(run);
    return experiment.runs.back();
  };
  add({.id = "line", .parameters = {{"standardize", true}}, .data = {.rows = rows}});
  ravine::Run& batches = add({.id = "line_huber", .parameters = {{"delta", 0.5}}, .data = {.rows = rows}});
  batches.batches = {{"batch_size", std::int64_t{2}}, {"seed", std::int64_t{9}}};
  batches.scheduleUnit = TimeUnit::epochs;
  batches.look = Look::data;
  add({.id = "logistic", .parameters = {}, .data = {.rows = clouds}});
  add({.id = "line", .parameters = {}, .data = {.id = "outliers", .parameters = {{"outliers", std::int64_t{2}}}}});
  Grid grid{{0, 1, 2, 3}, {-1, 0, 1, 2}, {}};
  for (const double y : grid.y)
    for (const double x : grid.x) grid.values.push_back(x * x + y * y);
  add({.id = {}, .parameters = {}, .grid = Shared(grid)});
  return experiment;
}

std::string problemIn(const std::string& text) {
  Problems problems;
  EXPECT_FALSE(readExperiment(text, problems));
  return problems.empty() ? "" : english(problems.front());
}

std::string replaced(std::string text, const std::string& what, const std::string& by) {
  const auto at = text.find(what);
  EXPECT_NE(at, text.npos) << what;
  return text.replace(at, what.size(), by);
}

TEST(KeptData, ComesBackAsItWasAndStandsInTheFileOnce) {
  ASSERT_TRUE(validate(learning()).empty()) << english(validate(learning()).front());
  const std::string text = toJson({.experiment = learning()});
  Problems problems;
  const auto read = readExperiment(text, problems);
  ASSERT_TRUE(read) << english(problems.front());
  EXPECT_EQ(read->experiment, learning());
  EXPECT_TRUE(read->remarks.empty());
  const std::string number = "0.3333333333333333";
  EXPECT_EQ(text.find(number, text.find(number) + 1), text.npos) << "two runs share the rows";
  EXPECT_EQ(read->experiment.runs[0].lossFunction.data.rows.pointer(),
            read->experiment.runs[1].lossFunction.data.rows.pointer());
}

TEST(KeptData, OfTenThousandRowsFitsForNineRuns) {
  DataTable table{2, {}};
  for (int i = 0; i < 10'000; ++i) table.rows.push_back({i / 3.0, -i / 7.0, i % 2 == 0 ? 0.0 : 1.0});
  Experiment experiment;
  for (int i = 0; i < 9; ++i) {
    ravine::Run run;
    run.id = RunId{i + 1};
    table.rows.front().x = i;  // another table for each
    setLossFunction(run, LossChoice{.id = "logistic", .parameters = {}, .data = {.rows = Shared(table)}});
    experiment.runs.push_back(run);
  }
  Problems problems;
  const auto read = readExperiment(toJson({.experiment = experiment}), problems);
  ASSERT_TRUE(read) << english(problems.front());
  EXPECT_EQ(read->experiment, experiment);
}

TEST(KeptData, SaysWhereItIsWrong) {
  const std::string text = toJson({.experiment = learning()});
  EXPECT_NE(problemIn(replaced(text, "\"table\": 1", "\"table\": 5")).find("is not the number of one"),
            std::string::npos);
  EXPECT_NE(problemIn(replaced(text, "\"grid\": 1", "\"grid\": 0")).find("is not the number of one"),
            std::string::npos);
  EXPECT_NE(problemIn(replaced(text, "0.3333333333333333,", "")).find("is not as long"), std::string::npos);
  EXPECT_NE(problemIn(replaced(text, "0.3333333333333333", "\"a\"")).find("is not a list of numbers"),
            std::string::npos);
  EXPECT_NE(problemIn(replaced(text, "\"id\": \"outliers\"", "\"id\": \"outlier\"")).find("did you mean 'outliers'"),
            std::string::npos);
  EXPECT_NE(problemIn(replaced(text, "\"epochs\"", "\"weeks\"")).find("steps"), std::string::npos);
  EXPECT_NE(problemIn(replaced(text, "\"id\": \"line\"", "\"id\": \"bowl\"")), "");
}

}  // namespace
}  // namespace ravine
