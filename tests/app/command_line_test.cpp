// The program as somebody calls it: its output, its exit code, its error texts. No display is needed.
#include <gtest/gtest.h>

#include <QFile>
#include <QImage>
#include <QTemporaryDir>
#include <nlohmann/json.hpp>

#include "core/loss/loss_function.h"
#include "tests/app/program.h"

namespace ravine {
namespace {

using Json = nlohmann::json;

Json runJson(const QString& arguments) {
  const Answer answer = call(QStringLiteral("run ") + arguments + QStringLiteral(" --json"));
  EXPECT_EQ(answer.exitCode, 0) << answer.error;
  return Json::parse(answer.out, nullptr, false);
}

TEST(CommandLine, SaysWhatTheRavineDoesBelowAtAndAboveTheLimit) {
  for (const auto& [lr, outcome] : std::vector<std::pair<QString, std::string>>{
           {"0.09", "converged"}, {"0.1", "oscillating"}, {"0.105", "diverged"}}) {
    EXPECT_EQ(runJson(QStringLiteral("--loss ravine --start -4,2 --lr ") + lr)["outcome"], outcome);
    const Answer text = call(QStringLiteral("run --loss ravine --start -4,2 --lr ") + lr);
    EXPECT_TRUE(text.out.starts_with(outcome)) << text.out;
  }
}

TEST(CommandLine, GivesTheKeysOfTheReferenceTrajectories) {
  const Json json = runJson(
      QStringLiteral("--loss ravine --optimizer sgd --lr 0.02 --schedule cosine_annealing --set schedule.T_max=50 "
                     "--set optimizer.momentum=0.9 --set loss.b=10 --steps 30"));
  EXPECT_EQ(json["points"].size(), 31u);
  EXPECT_EQ(json["losses"].size(), 31u);
  EXPECT_EQ(json["gradients"].size(), 31u);
  EXPECT_EQ(json["sharpness"].size(), 31u);
  EXPECT_EQ(json["lrs"].size(), 30u);
  EXPECT_EQ(json["optimizer"]["hyperparameters"]["momentum"], 0.9);
  EXPECT_EQ(json["function"]["params"]["b"], 10.0);
  EXPECT_DOUBLE_EQ(json["sharpness"][0], 10);
  EXPECT_TRUE(json["reason"].is_string());
  EXPECT_TRUE(json["overshoots"].is_array());
}

TEST(CommandLine, ARunOfAScenarioIsFoundByItsNameInAnyLanguage) {
  for (const char* language : {"en", "ko"})
    for (const char* name : {"Jumps over", "뛰어넘음"}) {
      const Answer answer =
          callWith({"run", "--experiment", "every_outcome", "--run", name, "--lang", language, "--json"});
      EXPECT_EQ(answer.exitCode, 0) << answer.error;
    }
}

TEST(CommandLine, InKoreanAProblemHasNoEnglishInIt) {
  const auto error = [](QStringList words) { return callWith(words << QStringLiteral("--lang=ko")).error; };
  EXPECT_NE(error({"shot"}).find("(names)"), std::string::npos);
  EXPECT_NE(error({"run", "--json", "--csv"}).find("(--json, --csv)"), std::string::npos);
  EXPECT_NE(shell(QStringLiteral("DISPLAY= QT_QPA_PLATFORM=xcb $RAVINE --lang ko")).error.find("디스플레이"),
            std::string::npos);
}

TEST(CommandLine, CyclicUsesItsOwnRates) {
  const Json json =
      runJson(QStringLiteral("--loss bowl --schedule cyclic --set schedule.base_lr=0.1 --set "
                             "schedule.max_lr=0.3 --set schedule.step_size_up=2 --set "
                             "schedule.step_size_down=2 --steps 5"));
  EXPECT_EQ(json["lrs"].size(), 5u);
  EXPECT_NEAR(json["lrs"][0].get<double>(), 0.1, 1e-15);
  EXPECT_NEAR(json["lrs"][2].get<double>(), 0.3, 1e-15);
}

TEST(CommandLine, LrIsTheHighestRateOfAScheduleThatHasItsOwn) {
  const Json json = runJson(QStringLiteral("--loss bowl --lr 0.3 --schedule onecycle --steps 100"));
  const std::vector<double> lrs = json["lrs"];
  EXPECT_DOUBLE_EQ(*std::ranges::max_element(lrs), 0.3);
  EXPECT_EQ(json["optimizer"]["lr"], 0.3);
  const Answer twice = call(QStringLiteral("run --loss bowl --lr 0.3 --schedule onecycle --set schedule.max_lr=0.2"));
  EXPECT_NE(twice.exitCode, 0);
  EXPECT_NE(twice.error.find("--lr: does not go with --set schedule.max_lr"), std::string::npos) << twice.error;
}

TEST(CommandLine, AStartOfAFunctionOfXAloneIsOneNumber) {
  EXPECT_EQ(runJson(QStringLiteral("--loss wavy_curve --lr 0.01 --start 1.5"))["points"][0][0], 1.5);
  const Answer text = call(QStringLiteral("run --loss parabola --lr 0.5 --start 3"));
  EXPECT_NE(text.out.find("theta = 0  loss = 0"), std::string::npos) << text.out;
}

TEST(CommandLine, AMissingRateHidesNoOtherMistake) {
  const Answer answer = call(QStringLiteral("run --loss bowl --optimizer adamm"));
  EXPECT_NE(answer.error.find("--lr: is missing"), std::string::npos) << answer.error;
  EXPECT_NE(answer.error.find("adamm"), std::string::npos) << answer.error;
}

TEST(CommandLine, AFormulaRunsLikeTheFunctionOfTheSameText) {
  const Json byId = runJson(QStringLiteral("--loss ravine --start -4,2 --lr 0.09 --steps 50 --optimizer adam"));
  const Answer answer = callWith({"run", "--loss", "0.5*(a*x^2 + b*y^2)", "--set", "loss.b=20", "--domain", "-5,5,-5,5",
                                  "--start", "-4,2", "--lr", "0.09", "--steps", "50", "--optimizer", "adam", "--json"});
  ASSERT_EQ(answer.exitCode, 0) << answer.error;
  const Json byText = Json::parse(answer.out);
  EXPECT_EQ(byText["points"], byId["points"]);
  EXPECT_EQ(byText["outcome"], byId["outcome"]);
  EXPECT_EQ(byText["function"]["params"]["b"], 20.0);
}

TEST(CommandLine, PointsAtTheColumnOfABadFormula) {
  const Answer answer = callWith({"run", "--loss", "x^2 + sni(y)", "--lr", "0.1"});
  EXPECT_EQ(answer.exitCode, 2);
  EXPECT_NE(answer.error.find("column 7"), std::string::npos) << answer.error;
  EXPECT_NE(answer.error.find("did you mean 'sin'?"), std::string::npos) << answer.error;
}

TEST(CommandLine, TakesShortFormulasAndSaysWhatIsWrongWithProducts) {
  for (const char* formula : {"2x", "10", "pi", "2a", "x", "5", "2e3x", "-x^2"})
    EXPECT_EQ(callWith({"run", "--loss", formula, "--lr", "0.1"}).exitCode, 0) << formula;
  EXPECT_NE(callWith({"run", "--loss", "xy", "--lr", "0.1"}).error.find("write x*y"), std::string::npos);
}

TEST(CommandLine, SaysTheSeedOfANoisyRun) {
  EXPECT_NE(call(QStringLiteral("run --loss bowl --lr 0.1 --set noise.sigma=0.5")).out.find("seed = 1"),
            std::string::npos);
}

TEST(CommandLine, TakesListsBooleansNoiseAndWarmUp) {
  const Json json = runJson(
      QStringLiteral("--loss bowl --lr 0.1 --steps 12 --warm-up 2 --optimizer adam --set optimizer.amsgrad=True "
                     "--schedule multistep --set schedule.milestones=[3,6] --set noise.sigma=0.1 --set noise.seed=9"));
  EXPECT_EQ(json["optimizer"]["hyperparameters"]["amsgrad"], true);
  EXPECT_EQ(json["schedule"]["params"]["milestones"], (std::vector<double>{3, 6}));
  EXPECT_EQ(json["noise"]["seed"], 9);
  EXPECT_EQ(json["warm_up"], 2);
  EXPECT_NEAR(json["lrs"][0].get<double>(), 0.1 / 3, 1e-15);
  EXPECT_NEAR(json["lrs"][5].get<double>(), 0.01, 1e-15);
}

TEST(CommandLine, WritesCsvToAFile) {
  QTemporaryDir folder;
  const QString path = folder.filePath(QStringLiteral("run.csv"));
  EXPECT_EQ(call(QStringLiteral("run --loss bowl --lr 0.5 --steps 3 --csv -o ") + path).exitCode, 0);
  QFile file(path);
  ASSERT_TRUE(file.open(QIODevice::ReadOnly));
  const QList<QByteArray> lines = file.readAll().trimmed().split('\n');
  ASSERT_EQ(lines.size(), 5);
  EXPECT_EQ(lines[0], "step,x,y,loss,gradient_x,gradient_y,lr,sharpness");
  EXPECT_EQ(lines[1], "0,-4,3,12.5,-4,3,0.5,1");
  EXPECT_EQ(lines[4], "3,-0.5,0.375,0.1953125,-0.5,0.375,,1");
}

TEST(CommandLine, ListsEverythingThatCanBeNamed) {
  EXPECT_EQ(Json::parse(call(QStringLiteral("list loss-functions --json")).out).size(), lossFunctions().size());
  for (const char* what : {"optimizers", "schedules", "scenarios"}) {
    const Json rows = Json::parse(call(QStringLiteral("list %1 --json").arg(QLatin1String(what))).out);
    const Answer text = call(QStringLiteral("list ") + QLatin1String(what));
    for (const Json& row : rows) EXPECT_NE(text.out.find(row["id"].get<std::string>()), std::string::npos);
  }
}

TEST(CommandLine, RefusesBadInputWithExitCodeTwoAndSaysHowToMendIt) {
  const std::vector<std::pair<QString, std::string>> faults{
      {"run --loss rosenbrok --lr 0.1", "did you mean 'rosenbrock'?"},
      {"run --loss bowl --lr 0.1 --optimizer sdg", "did you mean 'sgd'?"},
      {"run --loss bowl --lr 0.1 --schedule cosine", "did you mean 'cosine_annealing'?"},
      {"run --loss bowl --lr abc", "write a number such as"},
      {"run --loss bowl --lr nan", "write a number such as"},
      {"run --loss bowl --lr inf", "write a number such as"},
      {"run --loss bowl --lr 0", "greater than 0"},
      {"run --loss bowl --lr -0.1", "greater than 0"},
      {"run --loss bowl --lr 1e999", "finite number"},
      {"run --loss bowl --lr 0.1 --start 1e999,0", "finite numbers"},
      {"run --loss bowl --lr 0.1 --start 1", "two numbers with a comma"},
      {"run --loss bowl --lr 0.1 --start 1e300,0", "not a finite number there"},
      {"run --loss bowl --lr 0.1 --steps 0", "from 1 to 100000"},
      {"run --loss bowl --lr 0.1 --steps 100001", "from 1 to 100000"},
      {"run --loss bowl --lr 0.1 --steps 2.5", "not a whole number"},
      {"run --loss bowl --lr 0.1 --set optimizer.momentm=0.9", "did you mean 'momentum'?"},
      {"run --loss bowl --lr 0.1 --set optimizer.momentum=-1", "at least 0"},
      {"run --loss bowl --lr 0.1 --set momentum=1", "OWNER.NAME=VALUE"},
      {"run --loss bowl --lr 0.1 --domain 1,2,3", "x0,x1,y0,y1"},
      {"run --loss bowl --lr 0.1 --domain 2,1,0,1", "x0 < x1"},
      {"run --loss bowl --lr 0.1 --set noise.sigma=-1", "at least 0"},
      {"run --loss bowl --lr 0.1 --warm-up -1", "from 0"},
      {"run --loss x^2+q --lr 0.1 --set loss.k=1", "the parameters are q"},
      {"run --loss bowl --lr 0.1 --schedule warmup_cosine --set schedule.warmup=300", "more than warmup"},
      {"run --loss bowl --lr 0.1 -o /no/such/folder/file", "the folder does not exist"},
      {"run --lr 0.1", "--loss"},
      {"run --loss bowl", "--lr"},
      {"list nothing", "scenarios"},
      {"shot no_such_scenario out.png", "no_such_scenario"},
      {"shot out.png --size 10x10", "720x450"},
      {"shot out.png --at-step 61", "from 0 to 60"},
      {"shot out.png --theme pink", "light, dark or projector"},
      {"shot /no/such/folder/out.png", "the folder does not exist"},
      {"frobnicate", "--help"},
  };
  for (const auto& [arguments, hint] : faults) {
    const Answer answer = call(arguments);
    EXPECT_EQ(answer.exitCode, 2) << arguments.toStdString();
    EXPECT_NE(answer.error.find(hint), std::string::npos) << arguments.toStdString() << "\n" << answer.error;
    EXPECT_TRUE(answer.out.empty()) << arguments.toStdString();
  }
}

TEST(CommandLine, TakesAPictureOfTheRequestedSizeAndTheme) {
  QTemporaryDir folder;
  const QString path = folder.filePath(QStringLiteral("window.png"));
  const Answer light = call(QStringLiteral("shot %1 --size 1024x700 --at-step 20").arg(path));
  ASSERT_EQ(light.exitCode, 0) << light.error;
  const QImage bright(path);
  EXPECT_EQ(bright.size(), QSize(1024, 700));
  ASSERT_EQ(call(QStringLiteral("shot every_outcome %1 --size 1920x1080 --theme dark").arg(path)).exitCode, 0);
  const QImage dark(path);
  EXPECT_EQ(dark.size(), QSize(1920, 1080));
  EXPECT_GT(bright.pixelColor(500, 20).lightness(), dark.pixelColor(500, 20).lightness());
}

}  // namespace
}  // namespace ravine
