// Pictures of sweeps: each cell has the colour that the legend says, and nothing is told by colour alone.
#include "ui/sweep/sweep_painter.h"
#include "core/sweep/sweep_map.h"
#include "ui/sweep/point_painter.h"
#include "ui/sweep/sweep_text.h"

#include <gtest/gtest.h>

#include <QImage>
#include <set>

#include "ui/words/language.h"

namespace ravine {
namespace {

SweepScene sceneOf(const char* function, double lr, const SweepAxis& x, const std::optional<SweepAxis>& y,
                   SweepValue value, const Theme& theme = Theme::light()) {
  Sweep sweep;
  setLossFunction(sweep.run, LossChoice{function, {}});
  setNominalRate(sweep.run, lr);
  sweep.run.steps = 100;
  sweep.x = x;
  sweep.y = y;
  EXPECT_TRUE(validate(sweep).empty());
  const auto landscape = std::make_shared<const Landscape>(surveyLandscape(sweep.run.lossFunction));
  return {std::make_shared<const SweepResult>(runSweep(sweep, landscape, optionsFor(value))), value, theme};
}

QImage painted(const SweepScene& scene, const QSize& size) {
  QImage image(size, QImage::Format_RGB32);
  QPainter painter(&image);
  paintSweep(painter, scene, QRectF(QPointF(), QSizeF(size)));
  return image;
}

std::set<QRgb> coloursOf(const QImage& image) {
  std::set<QRgb> colours;
  for (int y = 0; y < image.height(); ++y)
    for (int x = 0; x < image.width(); ++x) colours.insert(image.pixel(x, y));
  return colours;
}

const SweepAxis kRates{"lr", 0.02, 0.5, 40, true};
const SweepAxis kMomentum{"optimizer.momentum", 0, 0.9, 20};

TEST(SweepPicture, HasTheColoursOfItsLegend) {
  const SweepScene scene = sceneOf("ravine", 0.05, kRates, kMomentum, SweepValue::outcome);
  const std::set<QRgb> colours = coloursOf(painted(scene, {900, 700}));
  const SweepColours legend(scene);
  ASSERT_GE(legend.legend().size(), 2U);
  for (const LegendEntry& entry : legend.legend()) {
    EXPECT_TRUE(colours.contains(std::get<CellLook>(entry.mark).colour.rgb())) << entry.text.toStdString();
    EXPECT_FALSE(entry.text.isEmpty());
  }
}

TEST(SweepPicture, InWordsTellsAxesSharesAndTheory) {
  const SweepScene map = sceneOf("ravine", 0.05, kRates, kMomentum, SweepValue::outcome);
  const QString words = describe(map);
  EXPECT_TRUE(
      words.startsWith(QStringLiteral("Across: η from 0.02 to 0.5, on a logarithmic scale. "
                                      "Up: momentum from 0 to 0.9.")))
      << words.toStdString();
  EXPECT_TRUE(words.contains(QStringLiteral("Converged: "))) << words.toStdString();
  EXPECT_TRUE(words.contains(QStringLiteral("Diverged: "))) << words.toStdString();
  EXPECT_TRUE(words.contains(QStringLiteral("critical damping"))) << words.toStdString();

  const QString one = describe(sceneOf("ravine", 0.05, kRates, {}, SweepValue::finalLoss));
  EXPECT_TRUE(one.contains(QStringLiteral("By theory 2/λ is at η = 0.1."))) << one.toStdString();
  EXPECT_TRUE(one.contains(QStringLiteral("The least is "))) << one.toStdString();
  EXPECT_TRUE(one.contains(QStringLiteral("Runs arrive at the lowest minimum with η from "))) << one.toStdString();

  const SweepAxis x{"start.x", -6, 6, 30};
  const SweepAxis y{"start.y", -6, 6, 30};
  const QString basins = describe(sceneOf("himmelblau", 0.01, x, y, SweepValue::basin));
  EXPECT_TRUE(basins.contains(QStringLiteral("Minimum at (3, 2): "))) << basins.toStdString();
}

TEST(SweepPicture, InWordsTellsWhatIsNotThereYet) {
  SweepScene scene = sceneOf("ravine", 0.05, kRates, kMomentum, SweepValue::outcome);
  scene.becomePreview();
  EXPECT_TRUE(describe(scene).endsWith(QStringLiteral("It is being worked out."))) << describe(scene).toStdString();
  scene.standings[3] = Standing::known;
  EXPECT_TRUE(describe(scene).contains(QStringLiteral("So far 1 of 800 cells"))) << describe(scene).toStdString();
}

// Two lines of one kind, of other curvatures.
TEST(SweepPicture, TellsBothCurvesOfCriticalDampingApart) {
  const SweepScene scene = sceneOf("ravine", 0.05, kRates, kMomentum, SweepValue::outcome);
  std::vector<std::pair<QString, Qt::PenStyle>> lines;
  for (const LegendEntry& entry : borderLegend(scene))
    lines.emplace_back(entry.text, std::get<LineLook>(entry.mark).style);
  ASSERT_EQ(lines.size(), 3U);
  EXPECT_NE(lines[1].second, lines[2].second);
  EXPECT_TRUE(lines[1].first.contains(QStringLiteral("20"))) << lines[1].first.toStdString();
  EXPECT_TRUE(lines[2].first.contains(QChar(u'1'))) << lines[2].first.toStdString();
}

TEST(SweepPicture, TellsClassesApartWithoutColours) {
  const SweepScene scene = sceneOf("ravine", 0.05, kRates, kMomentum, SweepValue::outcome, Theme::greyTheme());
  std::set<std::pair<QRgb, Hatch>> looks;
  const SweepColours legend(scene);
  for (const LegendEntry& entry : legend.legend()) {
    EXPECT_EQ(std::get<CellLook>(entry.mark).colour.red(), std::get<CellLook>(entry.mark).colour.blue()) << "on paper";
    EXPECT_TRUE(
        looks.emplace(std::get<CellLook>(entry.mark).colour.rgb(), std::get<CellLook>(entry.mark).hatch).second);
  }
}

TEST(SweepPicture, OfBasinsHasAColourForEachMinimumAndSaysWhereItIs) {
  const SweepScene scene =
      sceneOf("himmelblau", 0.01, {"start.x", -5, 5, 24}, SweepAxis{"start.y", -5, 5, 24}, SweepValue::basin);
  const SweepColours colours(scene);
  ASSERT_GE(colours.legend().size(), 4U);
  EXPECT_TRUE(std::any_of(colours.legend().begin(), colours.legend().end(),
                          [](const LegendEntry& entry) { return entry.text == QStringLiteral("(3, 2), loss 0"); }));
  EXPECT_GT(coloursOf(painted(scene, {600, 500})).size(), 20U) << "shaded by the steps";
}

TEST(SweepPicture, OfNumbersHasAScaleAndOfOneQuantityPoints) {
  const SweepScene map =
      sceneOf("rosenbrock", 0.001, {"start.x", -2, 2, 16}, SweepAxis{"start.y", -1, 3, 16}, SweepValue::finalLoss);
  const SweepColours colours(map);
  ASSERT_TRUE(colours.scale());
  EXPECT_TRUE(colours.scale()->logarithmic);
  const SweepScene line = sceneOf("double_well", 0.05, kRates, {}, SweepValue::finalLoss);
  EXPECT_GT(coloursOf(painted(line, {600, 400})).size(), 3U);
}

TEST(SweepPicture, HasItsOutcomesInStretchesFromLeftToRight) {
  SweepScene scene = sceneOf("double_well", 0.05, {"lr", 0.02, 1, 60, true}, {}, SweepValue::losses);
  const std::vector<Stretch> stretches = stretchesOf(scene);
  ASSERT_GE(stretches.size(), 3U);
  EXPECT_EQ(stretches.front().outcome, CellOutcome::trapped);
  EXPECT_EQ(stretches.back().outcome, CellOutcome::diverged);
  std::size_t next = 0;
  for (const Stretch& stretch : stretches) {
    EXPECT_EQ(stretch.first, next);
    next = stretch.last + 1;
  }
  EXPECT_EQ(next, scene.result->cells.size());
  scene.standings.assign(next, Standing::missing);
  EXPECT_TRUE(stretchesOf(scene).empty());
}

TEST(SweepPicture, IsPaintedAtEverySizeThemeAndTextSize) {
  for (const SweepValue value :
       {SweepValue::outcome, SweepValue::finalLoss, SweepValue::bestLoss, SweepValue::steps, SweepValue::basin})
    for (const auto& y : {std::optional<SweepAxis>(), std::optional(kMomentum)}) {
      SweepScene scene = sceneOf("ravine", 0.05, kRates, y, value);
      for (Theme theme : {Theme::light(), Theme::darkTheme(), Theme::projector(), Theme::greyTheme()})
        for (const double scale : {0.8, 2.5}) {
          theme.scale = scale;
          scene.theme = theme;
          for (const QSize& size : {QSize(240, 240), QSize(1280, 300)}) painted(scene, size);
        }
    }
}

TEST(SweepPicture, SpeaksKorean) {
  const SweepScene scene = sceneOf("ravine", 0.05, kRates, kMomentum, SweepValue::outcome);
  language::use(QStringLiteral("ko"));
  const QString title = sweepTitle(scene);
  const QString setup = sweepSetup(scene);
  language::use(QStringLiteral("en"));
  EXPECT_TRUE(title.contains(QStringLiteral("결과"))) << title.toStdString();
  EXPECT_TRUE(setup.contains(QStringLiteral("100단계"))) << setup.toStdString();
  EXPECT_EQ(sweepTitle(scene), QStringLiteral("Outcome over η and momentum"));
}

TEST(SweepPicture, NamesAxesAsTheFunctionDoes) {
  ravine::Run run;
  setLossFunction(run, LossChoice{"line", {}});
  EXPECT_EQ(quantityName(run, "start.x"), QStringLiteral("start w"));
  EXPECT_EQ(quantityName(run, "start.y"), QStringLiteral("start b"));
  EXPECT_EQ(quantityName(run, "noise.sigma"), QStringLiteral("noise σ"));
}

}  // namespace
}  // namespace ravine
