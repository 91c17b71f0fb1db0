// Models, data, mini-batches and measured losses on the command line.
#include <gtest/gtest.h>

#include <QFile>
#include <QTemporaryDir>
#include <nlohmann/json.hpp>

#include "tests/app/program.h"

namespace ravine {
namespace {

using Json = nlohmann::json;

class LearningCommand : public testing::Test {
 protected:
  QString write(const char* name, const QByteArray& text) {
    const QString path = folder.filePath(QString::fromLatin1(name));
    QFile file(path);
    EXPECT_TRUE(file.open(QIODevice::WriteOnly));
    file.write(text);
    return path;
  }
  static Json run(const QStringList& words) {
    const Answer answer = callWith(QStringList{QStringLiteral("run"), QStringLiteral("--json")} + words);
    EXPECT_EQ(answer.exitCode, 0) << answer.error;
    return Json::parse(answer.out, nullptr, false);
  }
  static std::string error(const QStringList& words) {
    const Answer answer = callWith(QStringList{QStringLiteral("run")} + words);
    EXPECT_EQ(answer.exitCode, 2);
    return answer.error;
  }

  QTemporaryDir folder;
};

TEST_F(LearningCommand, TrainsALineOnAFileInBatchesForEpochs) {
  const QString path = write("rows.csv", "x,y\n0,1\n1,3\n2,5\n3,7\n");
  const Json json = run({"--model", "line", "--data", path, "--lr", "0.05", "--batch-size", "2", "--epochs", "200"});
  EXPECT_EQ(json["steps"], 400);
  EXPECT_EQ(json["steps_per_epoch"], 2);
  EXPECT_EQ(json["batches"]["batch_size"], 2);
  EXPECT_EQ(json["seen_losses"].size(), 400U);
  EXPECT_NEAR(json["points"].back()[0].get<double>(), 2, 0.01) << "y = 2 x + 1";
  EXPECT_NEAR(json["points"].back()[1].get<double>(), 1, 0.03);
}

TEST_F(LearningCommand, TakesSetsOfDataByTheirIdAndTheirParameters) {
  const Json json = run({"--model", "logistic", "--data", "separable_clouds", "--set", "data.n=20", "--set",
                         "loss.standardize=true", "--lr", "1"});
  EXPECT_EQ(json["outcome"], "unbounded");
  EXPECT_EQ(json["function"]["params"]["standardize"], true);
  EXPECT_EQ(run({"--model", "line", "--lr", "0.1"})["outcome"], "converged") << "on its own data";
}

TEST_F(LearningCommand, GoesOverLossesThatWereMeasured) {
  QByteArray csv = ",-2,-1,0,1,2\n";
  for (int y = -2; y <= 2; ++y) {
    csv += QByteArray::number(y);
    for (int x = -2; x <= 2; ++x) csv += ',' + QByteArray::number(x * x + 3 * y * y);
    csv += '\n';
  }
  const QString path = write("grid.csv", csv);
  const Json json = run({"--surface", path, "--lr", "0.1", "--start", "1.5,1"});
  EXPECT_EQ(json["outcome"], "converged");
  EXPECT_NEAR(json["points"].back()[0].get<double>(), 0, 1e-6);
  EXPECT_NEAR(json["sharpness"][0].get<double>(), 6, 1e-9);
  const Answer gone = callWith({"run", "--surface", path, "--lr", "0.5", "--start", "1.5,1"});
  EXPECT_NE(gone.out.find("off the grid"), std::string::npos) << gone.out;
}

TEST_F(LearningCommand, SaysWhatIsWrong) {
  const QString bad = write("bad.csv", "x,y\n1,2\n3,oops7\n");
  const std::string inFile = error({"--model", "line", "--data", bad, "--lr", "0.1"});
  EXPECT_NE(inFile.find("bad.csv:3:"), std::string::npos) << inFile;
  EXPECT_NE(inFile.find("'oops7' is not a finite number"), std::string::npos) << inFile;
  EXPECT_NE(error({"--model", "lin", "--lr", "0.1"}).find("'line'"), std::string::npos);
  EXPECT_NE(error({"--model", "line", "--data", "noisy_lin", "--lr", "0.1"}).find("noisy_line"), std::string::npos);
  EXPECT_NE(error({"--model", "line", "--data", "pass.csv", "--lr", "0.1"}).find("pass.csv"), std::string::npos);
  EXPECT_NE(error({"--model", "logistic", "--data", "noisy_line", "--lr", "0.1"}).find("takes two"), std::string::npos);
  EXPECT_NE(error({"--loss", "bowl", "--batch-size", "4", "--lr", "0.1"}).find("no data"), std::string::npos);
  EXPECT_NE(error({"--loss", "bowl", "--model", "line", "--lr", "0.1"}).find("--model"), std::string::npos);
  EXPECT_NE(error({"--model", "line", "--lr", "0.1", "--epochs", "none"}).find("--epochs"), std::string::npos);
  EXPECT_NE(error({"--model", "line", "--lr", "0.1", "--batch-size", "-3"}).find("batch_size"), std::string::npos);
  EXPECT_NE(error({"--model", "line", "--lr", "0.1", "--schedule-unit", "weeks"}).find("steps or epochs"),
            std::string::npos);
  const QString good = write("good.csv", "x,y\n1,2\n3,4\n4,4\n");
  EXPECT_NE(error({"--model", "nosuch", "--data", good, "--lr", "0.1"}).find("nosuch"), std::string::npos);
  EXPECT_NE(error({"--model", "line", "--data", good, "--lr", "0.1", "--set", "data.n=5"}).find("rows are given"),
            std::string::npos);
  EXPECT_NE(error({"--model", "line", "--lr", "0.1", "--epochs", "5", "--steps", "10"}).find("--steps"),
            std::string::npos);
  EXPECT_NE(error({"--loss", "bowl", "--lr", "0.1", "--epochs", "5"}).find("choose a model"), std::string::npos);
  EXPECT_NE(error({"--model", "line", "--lr", "0.1", "--epochs", "1000000"}).find("give at most"), std::string::npos);
  EXPECT_NE(error({"--surface", write("text.npy", "hello"), "--lr", "0.1"}).find("holds no losses"), std::string::npos);
  EXPECT_NE(error({"--surface", "nowhere.npy", "--lr", "0.1"}).find("nowhere.npy"), std::string::npos);
}

TEST_F(LearningCommand, ListsModelsAndSets) {
  for (const char* what : {"models", "data-sets"}) {
    const Answer answer = callWith({"list", what, "--json"});
    ASSERT_EQ(answer.exitCode, 0) << answer.error;
    EXPECT_GE(Json::parse(answer.out).size(), 6U);
  }
}

}  // namespace
}  // namespace ravine
