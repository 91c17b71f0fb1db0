// Where each start would end, over the maps of the runs.
#include <set>

#include "tests/ui/window/window_fixture.h"
#include "ui/map/basin_ground.h"
#include "ui/map/landscape_view.h"
#include "ui/map/run_panel.h"

namespace ravine {
namespace {

std::set<QRgb> coloursOf(const QImage& image) {
  std::set<QRgb> colours;
  for (int y = 0; y < image.height(); ++y)
    for (int x = 0; x < image.width(); ++x) colours.insert(image.pixel(x, y));
  return colours;
}

TEST(BasinGround, HasAColourForEachMinimum) {
  ravine::Run run;
  setLossFunction(run, LossChoice{"himmelblau", {}});
  setNominalRate(run, 0.005);
  const auto landscape = std::make_shared<const Landscape>(surveyLandscape(run.lossFunction));
  const Box box{{-5, 5}, {-5, 5}};
  const BasinGround ground =
      basinGround(basinRequest(run, box, {200, 200}, 1, Theme::light(), kFewBasinCells), landscape);
  ASSERT_EQ(ground.image.size(), QSize(200, 200));
  std::set<int> hues;
  for (const auto& [x, y] : {std::pair(3, 2), {-2.8, 3.1}, {-3.8, -3.3}, {3.6, -1.8}})
    hues.insert(QColor(ground.image.pixel(static_cast<int>(20 * (x + 5)), static_cast<int>(20 * (5 - y)))).hue() / 10);
  EXPECT_EQ(hues.size(), 4U) << "four minima, four colours";
}

// Minima stand in their colours.
TEST(BasinGround, SaysWhatItsColoursMeanButTheMinima) {
  ravine::Run run;
  setLossFunction(run, LossChoice{"himmelblau", {}});
  setNominalRate(run, 0.018);
  const auto landscape = std::make_shared<const Landscape>(surveyLandscape(run.lossFunction));
  const BasinGround ground =
      basinGround(basinRequest(run, {{-5, 5}, {-5, 5}}, {200, 200}, 1, Theme::light(), kFewBasinCells), landscape);
  QStringList texts;
  for (const LegendEntry& entry : ground.legend) texts << entry.text;
  EXPECT_TRUE(texts.contains(QStringLiteral("not settled")));
  EXPECT_EQ(texts.back(), QStringLiteral("Darker: settled later"));
  EXPECT_TRUE(texts.filter(QStringLiteral("loss")).isEmpty()) << texts.join(QStringLiteral(", ")).toStdString();
}

TEST(BasinGround, IsNotThereWhereTheRunCannotBeMade) {
  ravine::Run run;
  setLossFunction(run, LossChoice{"double_well_curve", {}});
  const auto landscape = std::make_shared<const Landscape>(surveyLandscape(run.lossFunction));
  EXPECT_TRUE(
      basinGround(basinRequest(run, {{-2, 2}, {-1, 1}}, {90, 60}, 1, Theme::light(), 20), landscape).image.isNull())
      << "of x alone";
  const auto cancelled = [] { return true; };
  setLossFunction(run, LossChoice{"himmelblau", {}});
  const auto other = std::make_shared<const Landscape>(surveyLandscape(run.lossFunction));
  EXPECT_TRUE(basinGround(basinRequest(run, {{-2, 2}, {-1, 1}}, {90, 60}, 1, Theme::light(), 20), other, cancelled)
                  .image.isNull());
}

class Basins : public WindowFixture {
 protected:
  void SetUp() override {
    laboratory.editSelection(QStringLiteral("loss"), [](ravine::Run& run) {
      setLossFunction(run, LossChoice{"himmelblau", {}});
      setNominalRate(run, 0.01);
    });
    settle();
  }
  LandscapeView& map() { return *window.findChild<RunPanel*>()->findChild<LandscapeView*>(); }
  void toggle() {
    key(Qt::Key_B, Qt::ShiftModifier);
    settle();
  }
};

TEST_F(Basins, ComeAndGoWithAKey) {
  EXPECT_FALSE(map().scene().basins);
  const QImage before = map().grab().toImage();
  toggle();
  ASSERT_TRUE(map().scene().basins);
  EXPECT_FALSE(map().scene().basins->image.isNull());
  EXPECT_NE(map().grab().toImage(), before);
  EXPECT_FALSE(map().scene().basins->legend.empty());
  toggle();
  EXPECT_FALSE(map().scene().basins);
}

TEST_F(Basins, FollowTheRateAndNotTheStart) {
  toggle();
  const auto ground = map().scene().basins;
  laboratory.editSelection(QStringLiteral("start"), [](ravine::Run& run) { run.start = {1, 1}; });
  settle();
  EXPECT_EQ(map().scene().basins, ground) << "they are of all starts";
  laboratory.editSelection(QStringLiteral("η"), [](ravine::Run& run) { setNominalRate(run, 0.02); });
  settle();
  EXPECT_NE(map().scene().basins, ground);
  EXPECT_NE(coloursOf(map().scene().basins->image), coloursOf(ground->image));
}

TEST_F(Basins, TellNothingBeforeThePrediction) {
  toggle();
  key(Qt::Key_P);
  settle();
  EXPECT_FALSE(map().scene().basins);
}

}  // namespace
}  // namespace ravine
