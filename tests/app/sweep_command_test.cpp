// `ravine sweep`: one run with many rates and starts, as tables and pictures.
#include <gtest/gtest.h>

#include <QFile>
#include <QImage>
#include <QTemporaryDir>
#include <cmath>
#include <cstring>
#include <nlohmann/json.hpp>
#include <set>

#include "tests/app/program.h"

namespace ravine {
namespace {

using Json = nlohmann::json;

class SweepCommand : public testing::Test {
 protected:
  QString path(const char* name) const { return folder.filePath(QString::fromLatin1(name)); }
  static std::string sweep(const QString& words) {
    const Answer answer = call(QStringLiteral("sweep ") + words);
    EXPECT_EQ(answer.exitCode, 0) << answer.error;
    return answer.out;
  }
  static std::string error(const QString& words) {
    const Answer answer = call(QStringLiteral("sweep ") + words);
    EXPECT_EQ(answer.exitCode, 2) << words.toStdString();
    EXPECT_TRUE(answer.out.empty());
    return answer.error;
  }
  QByteArray bytes(const char* name) const {
    QFile file(path(name));
    EXPECT_TRUE(file.open(QIODevice::ReadOnly));
    return file.readAll();
  }
  // The lines that are no comments.
  static QStringList rows(const std::string& csv) {
    QStringList lines = QString::fromStdString(csv).split('\n', Qt::SkipEmptyParts);
    lines.removeIf([](const QString& line) { return line.startsWith('#'); });
    return lines;
  }

  QTemporaryDir folder;
};

TEST_F(SweepCommand, WritesALineForEachCellInTheOrderOfTheAxes) {
  const QStringList lines = rows(
      sweep(QStringLiteral("--loss ravine --over lr=0.05:0.2:3 --over start.x=-1:1:2 --value final_loss --steps 50")));
  ASSERT_EQ(lines.size(), 7);
  EXPECT_EQ(lines[0], QStringLiteral("lr,start.x,final_loss"));
  EXPECT_TRUE(lines[1].startsWith(QStringLiteral("0.05,-1,")));
  EXPECT_TRUE(lines[2].startsWith(QStringLiteral("0.125,-1,")));
  EXPECT_TRUE(lines[4].startsWith(QStringLiteral("0.05,1,")));
}

TEST_F(SweepCommand, ACellIsTheRunOfItsNumbers) {
  const QStringList lines = rows(sweep(QStringLiteral(
      "--loss himmelblau --optimizer adam --lr 0.1 --over start.x=-4:4:3 --over start.y=-4:4:3 --value final_loss")));
  for (const QString& line : lines.mid(1)) {
    const QStringList fields = line.split(',');
    const Answer answer = call(QStringLiteral("run --json --loss himmelblau --optimizer adam --lr 0.1 --start=%1,%2")
                                   .arg(fields[0], fields[1]));
    EXPECT_EQ(Json::parse(answer.out)["losses"].back().get<double>(), fields[2].toDouble()) << line.toStdString();
  }
}

TEST_F(SweepCommand, TakesARunOfAScenarioWithOtherSteps) {
  const std::string csv = sweep(QStringLiteral("overshoot_divergence_trapped --run 2 --over lr=0.01:0.2:4 --steps 30"));
  EXPECT_NE(csv.find("--steps 30"), std::string::npos);
  EXPECT_EQ(rows(csv).size(), 5);
}

TEST_F(SweepCommand, TheCommandInATableMakesItAgain) {
  const std::string csv = sweep(
      QStringLiteral("--loss double_well --schedule cosine_annealing --over lr=0.01:1:7log --value steps --steps 40"));
  const std::size_t from = csv.find("# command: ravine ") + std::strlen("# command: ravine ");
  const std::string command = csv.substr(from, csv.find('\n', from) - from);
  EXPECT_EQ(shell(QStringLiteral("$RAVINE ") + QString::fromStdString(command)).out, csv);
}

TEST_F(SweepCommand, JsonHasTheAxesAndWhatBasinsAre) {
  const Json json = Json::parse([this] {
    sweep(QStringLiteral("--loss himmelblau --lr 0.01 --over start.x=-5:5:6 --over start.y=-5:5:4 --value basin -o %1")
              .arg(path("map.json")));
    return bytes("map.json").toStdString();
  }());
  EXPECT_EQ(json["over"][0]["values"].size(), 6U);
  EXPECT_EQ(json["cells"].size(), 4U);
  EXPECT_EQ(json["cells"][0].size(), 6U);
  ASSERT_EQ(json["basins"].size(), 4U);
  EXPECT_NEAR(json["basins"][0]["loss"].get<double>(), 0, 1e-12);
  EXPECT_GE(json["cells"][0][0].get<int>(), 1);
}

TEST_F(SweepCommand, NpyHasTheShapeAndNumbersOfTheTable) {
  const QString words = QStringLiteral("--loss bowl --over lr=0.01:1:5log --over start.x=1:2:3 --value best_loss");
  sweep(words + QStringLiteral(" -o ") + path("map.npy"));
  const QByteArray npy = bytes("map.npy");
  EXPECT_TRUE(npy.contains("'shape': (3, 5)"));
  ASSERT_EQ(npy.size() % 8, 0);
  const QByteArray numbers = npy.right(15 * 8);
  const QStringList lines = rows(sweep(words));
  for (int i = 0; i < 15; ++i) {
    double number = 0;
    std::memcpy(&number, numbers.constData() + 8 * i, sizeof number);
    EXPECT_EQ(number, lines[i + 1].split(',')[2].toDouble());
  }
}

TEST_F(SweepCommand, APictureHasTheSizeThatIsAskedForAndMoreThanOneColour) {
  for (const char* more : {"", " --over start.y=-1:1:9"})
    for (const char* value : {"outcome", "final_loss", "best_loss", "steps", "basin"}) {
      sweep(QStringLiteral("--loss ravine --lr 0.09 --over start.x=-1:1:9%1 --value %2 --size 640x480 -o %3")
                .arg(QLatin1String(more), QLatin1String(value), path("map.png")));
      const QImage image(path("map.png"));
      EXPECT_EQ(image.size(), QSize(640, 480));
      std::set<QRgb> colours;
      for (int x = 0; x < image.width(); ++x) colours.insert(image.pixel(x, 240));
      EXPECT_GT(colours.size(), 2U) << value;
    }
}

TEST_F(SweepCommand, LossesAreTheFinalTheBestAndTheLastOnes) {
  const QStringList lines =
      rows(sweep(QStringLiteral("--loss ravine --over lr=0.01:0.05:3 --value losses --steps 200")));
  ASSERT_EQ(lines.size(), 4);
  EXPECT_EQ(lines[0].split(',').size(), 1 + 2 + 50);
  const QStringList cells = lines[2].split(',');
  EXPECT_EQ(cells[1], cells.back()) << "the last of the last ones is the final loss";
  EXPECT_GE(cells[3].toDouble(), cells.back().toDouble()) << "oldest first";
  sweep(QStringLiteral("--loss ravine --over lr=0.01:0.05:3 --value losses --steps 200 -o %1").arg(path("l.npy")));
  EXPECT_TRUE(bytes("l.npy").contains("(1, 3, 52)"));
  EXPECT_NE(error(QStringLiteral("--loss ravine --over lr=0.01:0.05:3 --over start.x=0:1:2 --value losses")), "");
}

TEST_F(SweepCommand, WritesVectorPicturesWithTheCommandThatMakesThem) {
  const QString words =
      QStringLiteral("--loss ravine --over lr=0.01:0.3:20log --over optimizer.momentum=0:0.9:10 -o %1");
  sweep(words.arg(path("m.svg")));
  EXPECT_TRUE(bytes("m.svg").startsWith("<?xml"));
  EXPECT_TRUE(bytes("m.svg").contains("ravine sweep"));
  EXPECT_TRUE(bytes("m.svg").contains("momentum"));
  sweep(words.arg(path("m.pdf")));
  EXPECT_TRUE(bytes("m.pdf").startsWith("%PDF"));
  sweep(words.arg(path("m.png")));
  for (const char* name : {"m.svg", "m.pdf", "m.png"}) {
    const Answer answer = call(QStringLiteral("run --experiment %1").arg(path(name)));
    EXPECT_EQ(answer.exitCode, 0) << "the run that was swept can be had back: " << answer.error;
  }
}

TEST_F(SweepCommand, AFilmHasAFrameForEachValue) {
  const QString words = QStringLiteral(
      "--loss himmelblau --over start.x=-6:6:30 --over start.y=-6:6:30 --value basin "
      "--steps 30 --size 400x300 ");
  sweep(words + QStringLiteral("--animate lr=0.005:0.05:4 -o %1").arg(path("eta.webp")));
  EXPECT_EQ(bytes("eta.webp").count("ANMF"), 4) << "frames of a WebP";
  sweep(words + QStringLiteral("--lr 0.01 --zoom-to 1,0.5 --magnify 100 --frames 3 -o %1").arg(path("zoom.webp")));
  EXPECT_EQ(bytes("zoom.webp").count("ANMF"), 3);
}

TEST_F(SweepCommand, SaysWhatIsWrongWithAFilm) {
  const QString words = QStringLiteral("--loss ravine --lr 0.05 --over start.x=-1:1:51 --over start.y=-1:1:51 ");
  const auto expect = [&](const QString& rest, const char* what) {
    const std::string told = error(words + rest);
    EXPECT_NE(told.find(what), std::string::npos) << told;
  };
  expect(QStringLiteral("-o %1").arg(path("f.webp")), "--animate");
  expect(QStringLiteral("--animate lr=0.01:0.1:3"), "--animate");
  expect(QStringLiteral("--zoom-to 0,0"), "--zoom-to");
  expect(QStringLiteral("--animate lr=0.01:0.1:99999 -o %1").arg(path("f.webp")), "2000");
  expect(QStringLiteral("--animate lr=0.01:0.1:3 -o %1").arg(path("f.png")), ".webp");
  expect(QStringLiteral("--animate start.x=0:1:3 -o %1").arg(path("f.webp")), "--animate");
  expect(QStringLiteral("--zoom-to 5,5 -o %1").arg(path("f.webp")), "--zoom-to");
  expect(QStringLiteral("--zoom-to 0 -o %1").arg(path("f.webp")), "--zoom-to");
  expect(QStringLiteral("--zoom-to 0.3,0.3 --magnify 1e15 -o %1").arg(path("f.webp")), "double precision");
  expect(QStringLiteral("--zoom-to 0,0 --frames many -o %1").arg(path("f.webp")), "--frames");
  expect(QStringLiteral("--zoom-to 0,0 --frames 3.5 -o %1").arg(path("f.webp")), "up to 2000");
  expect(QStringLiteral("--frames 3 -o %1").arg(path("f.png")),
         "--frames: is only for films of a zoom; say with --zoom");
  expect(QStringLiteral("--magnify 3 --animate lr=0.01:0.1:3 -o %1").arg(path("f.webp")),
         "--magnify: is only for films of a zoom; leave it out: --animate has a frame for each");
  expect(QStringLiteral("--zoom-to 0,0 --animate lr=0.01:0.1:3 -o %1").arg(path("f.webp")), "--animate");
  EXPECT_FALSE(QFile::exists(path("f.webp")));
}

TEST_F(SweepCommand, TheCommandOfASweepOverOnesOwnRowsMakesItAgain) {
  QFile file(path("rows.csv"));
  ASSERT_TRUE(file.open(QIODevice::WriteOnly));
  file.write("x,y\n0,1\n1,2.5\n2,5\n3,7\n");
  file.close();
  const std::string csv =
      sweep(QStringLiteral("--model line --data %1 --over lr=0.01:0.5:4 --value final_loss").arg(path("rows.csv")));
  const std::size_t from = csv.find("# command: ravine ") + std::strlen("# command: ravine ");
  QFile script(path("again.sh"));
  ASSERT_TRUE(script.open(QIODevice::WriteOnly));
  script.write("$RAVINE " + QByteArray::fromStdString(csv.substr(from, csv.find('\n', from) - from)));
  script.close();
  const Answer again = shell(QStringLiteral("export RAVINE; bash %1").arg(path("again.sh")));
  EXPECT_EQ(rows(again.out), rows(csv)) << again.error;
}

TEST_F(SweepCommand, AStartThatIsSweptOverNeedNotBeSound) {
  const QStringList lines =
      rows(sweep(QStringLiteral("--loss log(x-10)^2+y^2 --lr 0.1 --over start.x=9:12:4 --value outcome")));
  ASSERT_EQ(lines.size(), 5);
  EXPECT_TRUE(lines[1].endsWith(QStringLiteral("undefined")));
  EXPECT_FALSE(lines[4].endsWith(QStringLiteral("undefined")));
}

TEST_F(SweepCommand, SaysWhichParameterTheRateIs) {
  const std::string csv = sweep(QStringLiteral("--loss ravine --schedule onecycle --over lr=0.01:0.1:3"));
  EXPECT_NE(csv.find("# lr: schedule.max_lr"), std::string::npos);
  const Answer other =
      call(QStringLiteral("sweep --loss ravine --schedule onecycle --lr 0.1 --over max_lr=0.01:0.1:3"));
  EXPECT_NE(other.error.find("did you mean 'lr'?"), std::string::npos) << other.error;
}

TEST_F(SweepCommand, SaysThatThereIsNoSuchSetOfInstructionsAndGoesOn) {
  const Answer answer = shell(QStringLiteral("export RAVINE_SIMD=avx3; $RAVINE sweep --loss bowl --over lr=0.1:1:2"));
  EXPECT_EQ(answer.exitCode, 0);
  EXPECT_NE(answer.error.find("RAVINE_SIMD: there is no 'avx3'"), std::string::npos) << answer.error;
  EXPECT_EQ(rows(answer.out).size(), 3);
}

TEST_F(SweepCommand, SaysWhatIsWrong) {
  const QString sound = QStringLiteral("--loss bowl --lr 0.1 --over start.x=-1:1:5 ");
  EXPECT_NE(error(QStringLiteral("--loss bowl --lr 0.1")).find("--over"), std::string::npos);
  EXPECT_NE(error(sound + "--over start.y=1:2:3 --over lr=1:2:3").find("3 times"), std::string::npos);
  EXPECT_NE(error(QStringLiteral("--loss bowl --lr 0.1 --over start.z=-1:1:5")).find("start.x"), std::string::npos);
  EXPECT_NE(error(QStringLiteral("--loss bowl --lr 0.1 --over momentum=0:0.9:5")).find("'optimizer.momentum'"),
            std::string::npos);
  const std::string unread = error(QStringLiteral("--loss bowl --over lr=low:high:5"));
  EXPECT_NE(unread.find("'lr=low:high:5'"), std::string::npos);
  EXPECT_EQ(unread.find("--lr"), std::string::npos) << "it is swept over: " << unread;
  EXPECT_NE(error(QStringLiteral("--loss bowl --over lr=0:1:5")).find("--over lr:"), std::string::npos);
  EXPECT_NE(error(sound + "--value error").find("final_loss"), std::string::npos);
  EXPECT_NE(error(sound + "--threads 0").find("--threads"), std::string::npos);
  EXPECT_NE(error(sound + "-o map.gif").find(".png"), std::string::npos);
  EXPECT_NE(error(sound + "--size 10 -o a.png").find("1280x960"), std::string::npos);
  EXPECT_NE(error(sound + "--size 100000x100 -o a.png").find("8192"), std::string::npos);
  EXPECT_NE(error(sound + "--theme blue -o a.png").find("projector"), std::string::npos);
  EXPECT_NE(error(sound + "--size 400x300 --scale 2.5 -o a.png").find("--scale"), std::string::npos);
  EXPECT_NE(error(QStringLiteral("optimizers --run Adam --optimizer sgd --over lr=0.01:0.1:3")).find("describe a run"),
            std::string::npos)
      << "although sgd is usual";
  EXPECT_NE(error(sound + "-o /nowhere/a.csv").find("/nowhere"), std::string::npos);
  EXPECT_NE(error(QStringLiteral("nothing_like_it --over lr=1:2:3")).find("nothing_like_it"), std::string::npos);
  EXPECT_NE(error(QStringLiteral("--over lr=1:2:3")).find("--loss"), std::string::npos);
  EXPECT_NE(error(QStringLiteral("--loss bowl --over start.x=1:2:3")).find("--lr"), std::string::npos);
  EXPECT_NE(error(QStringLiteral("--loss bowl --lr 0.1 --over start.x=1:2:4096 --over start.y=1:2:4097")).find("4096"),
            std::string::npos);
}

}  // namespace
}  // namespace ravine
