#include "core/file/embedded_experiment.h"

#include <gtest/gtest.h>

#include "core/export/data.h"
#include "core/file/experiment_file.h"
#include "core/lesson/scenarios.h"

namespace ravine {
namespace {

// The smallest PNG there is: a head, no pixels worth mentioning, an end.
std::string smallPng() {
  using namespace std::string_literals;
  return "\x89PNG\r\n\x1a\n"s + "\0\0\0\rIHDR\0\0\0\1\0\0\0\1\x08\0\0\0\0\x3a\x7e\x9b\x55"s +
         "\0\0\0\0IEND\xae\x42\x60\x82"s;
}

ExperimentFile someFile() {
  ExperimentFile file{.experiment = scenarios().front().experiment};
  file.experiment.title = "η < 2/λ & \"more\"";
  file.view.playhead = 12;
  return file;
}

void expectGivenBack(const std::string& bytes) {
  Problems problems;
  bool isOwn = true;
  const auto read = readExperimentIn(bytes, isOwn, problems);
  ASSERT_TRUE(read) << (problems.empty() ? "" : english(problems.front()));
  EXPECT_FALSE(isOwn);
  EXPECT_EQ(read->experiment, someFile().experiment);
  EXPECT_EQ(read->view.playhead, 12);
}

std::vector<RunResultPtr> results() {
  std::vector<RunResultPtr> all;
  for (const Run& run : someFile().experiment.runs) all.push_back(computeRun(run));
  return all;
}

TEST(EmbeddedExperiment, ComesBackFromAPng) {
  expectGivenBack(withExperiment(smallPng(), toJson(someFile())));
}

TEST(EmbeddedExperiment, ComesBackFromAnSvg) {
  expectGivenBack("<?xml version=\"1.0\"?>\n<svg xmlns=\"http://www.w3.org/2000/svg\"><metadata>" +
                  svgMetadata(toJson(someFile())) + "</metadata></svg>");
}

TEST(EmbeddedExperiment, ComesBackFromTables) {
  for (const Table table : {Table::trajectories, Table::comparison})
    expectGivenBack(asCsv(table, someFile(), results()));
  expectGivenBack(asJson(someFile(), results()));
}

TEST(EmbeddedExperiment, APictureWithoutOneSaysSo) {
  for (const std::string& bytes : {smallPng(), std::string("%PDF-1.4\n%%EOF\n"), std::string("<svg></svg>"),
                                   std::string("# a table\n1,2\n"), std::string("{\"format\": \"ravine-data\"}")}) {
    Problems problems;
    bool isOwn = true;
    EXPECT_FALSE(readExperimentIn(bytes, isOwn, problems));
    ASSERT_EQ(problems.size(), 1U) << bytes;
    EXPECT_NE(english(problems.front()).find("there is no experiment in it"), std::string::npos);
  }
}

// Cut off, or with lengths that lead nowhere.
TEST(EmbeddedExperiment, BrokenFilesAreRefusedInPeace) {
  const std::string whole = withExperiment(smallPng(), toJson(someFile()));
  for (std::size_t length = 0; length < whole.size(); length += 7) {
    Problems problems;
    bool isOwn = true;
    const auto read = readExperimentIn(whole.substr(0, length), isOwn, problems);
    EXPECT_EQ(read.has_value(), problems.empty());
  }
  std::string large = whole;
  large[33] = '\x7f';  // the length of the text
  Problems problems;
  bool isOwn = true;
  EXPECT_FALSE(readExperimentIn(large, isOwn, problems));
  const std::string bomb = "%PDF-1.4\n1 0 obj\n<</Filter /FlateDecode>>\nstream\n" + std::string(100000, 'x') +
                           "\nendstream\n/EF <</F 1 0 R>>\n";
  EXPECT_FALSE(readExperimentIn(bomb, isOwn, problems));
}

TEST(Data, TellsWhatItsColumnsMeanAndHowToRepeatTheRuns) {
  const std::string csv = asCsv(Table::trajectories, someFile(), results());
  for (const char* part : {"# lr: learning rate of the step from theta_t", "# run 2: ravine run --loss ravine --start",
                           "\nrun,name,step,x,y,loss,gradient_x,gradient_y,lr,sharpness,stability_limit\n",
                           "\n1,Overshoot,0,-4,1,18,-4,20,0.095,20,0.1\n"})
    EXPECT_NE(csv.find(part), csv.npos) << part;
  std::size_t rows = 0;
  for (const RunResultPtr& result : results()) rows += result->trajectory.points.size();
  std::size_t found = 0;
  for (std::size_t at = csv.find('\n'); at != csv.npos; at = csv.find('\n', at + 1))
    if (at + 1 < csv.size() && std::isdigit(static_cast<unsigned char>(csv[at + 1])) != 0) ++found;
  EXPECT_EQ(found, rows);
}

TEST(Data, ANameWithACommaStaysOneField) {
  ExperimentFile file = someFile();
  file.experiment.runs.front().name = "a, \"b\"";
  const std::string csv = asCsv(Table::comparison, file, results());
  EXPECT_NE(csv.find("\n1,\"a, \"\"b\"\"\",converged,"), csv.npos) << csv;
}

TEST(Data, IsTheSameEveryTime) {
  EXPECT_EQ(asCsv(Table::trajectories, someFile(), results()), asCsv(Table::trajectories, someFile(), results()));
  EXPECT_EQ(asJson(someFile(), results()), asJson(someFile(), results()));
}

}  // namespace
}  // namespace ravine
