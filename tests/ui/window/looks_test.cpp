// Maps, profiles and reliefs in the real window.
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QToolButton>
#include <QUndoStack>

#include "tests/ui/some_scenarios.h"
#include "tests/ui/window/window_fixture.h"
#include "ui/map/landscape_pane.h"
#include "ui/map/landscape_picture.h"
#include "ui/map/profile_view.h"
#include "ui/map/relief_view.h"
#include "ui/window/actions.h"
#include "ui/window/file_desk.h"

namespace ravine {
namespace {

class Looks : public WindowFixture {
 protected:
  LandscapePane& pane(std::size_t i) { return panels().at(i)->landscape(); }
  std::vector<Look> looks() {
    std::vector<Look> looks;
    for (std::size_t i = 0; i < panels().size(); ++i) looks.push_back(pane(i).look());
    return looks;
  }
  template <class View>
  View& view(std::size_t i) {
    auto* view = dynamic_cast<View*>(&pane(i).picture());
    EXPECT_TRUE(view && view->isVisible());
    return *view;
  }
  void click(std::size_t panel, const char* button, Qt::KeyboardModifiers modifiers = {}) {
    auto* found = pane(panel).findChild<QToolButton*>(QLatin1String(button));
    ASSERT_TRUE(found && found->isVisible()) << button;
    QTest::mouseClick(found, Qt::LeftButton, modifiers);
    settle();
  }
  void open(const char* scenario) {
    window.files().open(*findScenario(scenario));
    laboratory.timeline().setPlaying(false);
    settle();
  }
  static std::vector<Look> all(std::size_t count, Look look) { return std::vector<Look>(count, look); }
};

TEST_F(Looks, VGoesRoundInTheSelectedPanelAndWithShiftInAll) {
  const std::size_t count = panels().size();
  ASSERT_GT(count, 2u);
  EXPECT_EQ(looks(), all(count, Look::map));
  key(Qt::Key_V);
  std::vector<Look> expected = all(count, Look::map);
  expected[0] = Look::profile;
  EXPECT_EQ(looks(), expected);
  key(Qt::Key_V);
  expected[0] = Look::relief;
  EXPECT_EQ(looks(), expected);
  key(Qt::Key_V);
  EXPECT_EQ(looks(), all(count, Look::map));
  key(Qt::Key_V, Qt::ShiftModifier);
  EXPECT_EQ(looks(), all(count, Look::profile));
  laboratory.document().undoStack().undo();
  settle();
  EXPECT_EQ(looks(), all(count, Look::map)) << "one step back";
}

TEST_F(Looks, WhatAScenarioShowsOnMapsGoesWithItUnlessSomebodyHasChosen) {
  open("where_starts_end");
  EXPECT_TRUE(laboratory.display().shows().basins);
  open("rosenbrock");
  EXPECT_FALSE(laboratory.display().shows().basins);
  key(Qt::Key_Z, Qt::ControlModifier);
  EXPECT_TRUE(laboratory.display().shows().basins) << "of the scenario that is back";
  key(Qt::Key_Z, Qt::ControlModifier);
  EXPECT_FALSE(laboratory.display().shows().basins) << "of what there was before it";
  key(Qt::Key_Z, Qt::ControlModifier | Qt::ShiftModifier);
  EXPECT_TRUE(laboratory.display().shows().basins);
  open("rosenbrock");
  EXPECT_FALSE(laboratory.display().shows().basins) << "also after it has come back";

  laboratory.display().toggle(&MapShows::curvature);
  open("where_starts_end");
  open("rosenbrock");
  EXPECT_TRUE(laboratory.display().shows().curvature) << "chosen before";
  EXPECT_FALSE(laboratory.display().shows().basins);

  open("where_starts_end");
  laboratory.display().toggle(&MapShows::arrows);
  open("rosenbrock");
  EXPECT_TRUE(laboratory.display().shows().arrows) << "chosen meanwhile";
}

TEST_F(Looks, AButtonInThePanelChoosesForItAlone) {
  window.resize(1920, 1080);
  settle();
  click(1, "lookRelief");
  EXPECT_EQ(pane(1).look(), Look::relief);
  EXPECT_EQ(pane(0).look(), Look::map);
  view<ReliefView>(1);
  click(1, "lookMap");
  EXPECT_EQ(pane(1).look(), Look::map);
  EXPECT_TRUE(map(1).isVisible());
}

TEST_F(Looks, TheButtonsMakeWayForAStart) {
  open("overshoot_divergence_trapped");
  const auto& buttons = *pane(0).findChild<QWidget*>(QStringLiteral("lookButtons"));
  const QRect usual = buttons.geometry();
  const QPoint below = map().mapFrom(&pane(0), usual.center());
  laboratory.editSelection(QStringLiteral("start"),
                           [&](ravine::Run& r) { r.start = map().scene().frame.fromPixel(below); });
  settle();
  EXPECT_FALSE(buttons.geometry().contains(usual.center()));
  drag(map(), below, below + QPoint(-80, 60));
  EXPECT_EQ(buttons.geometry(), usual) << "and come back";
  // Zoomed, it lies elsewhere.
  const Vector2 start = run().start;
  map().setZoom({{start.x() - 1, start.x() + 0.05}, {start.y() - 1, start.y() + 0.05}});
  map().replot();
  EXPECT_FALSE(buttons.geometry()
                   .adjusted(-5, -5, 5, 5)
                   .contains(map().mapTo(&pane(0), map().scene().frame.toPixel(start).toPoint())));
}

TEST_F(Looks, TheButtonOfASmallPanelGoesRound) {
  window.resize(1024, 700);
  settle();
  click(0, "lookMap");
  EXPECT_EQ(pane(0).look(), Look::profile);
  click(0, "lookProfile");
  EXPECT_EQ(pane(0).look(), Look::relief);
  click(0, "lookRelief");
  EXPECT_EQ(pane(0).look(), Look::map);
}

// The loss must not be computed anew for another look at it.
TEST_F(Looks, AnotherLookLeavesTheResultAsItIs) {
  const RunResultPtr before = result();
  key(Qt::Key_V);
  EXPECT_EQ(result(), before);
}

TEST_F(Looks, AFunctionOfOneParameterIsAProfileByItself) {
  choose("lossFunction", QStringLiteral("wavy_curve"));
  EXPECT_EQ(pane(0).look(), Look::profile);
  EXPECT_EQ(pane(1).look(), Look::map);
  choose("lossFunction", QStringLiteral("bowl"));
  EXPECT_EQ(pane(0).look(), Look::map);
}

TEST_F(Looks, InAProfileTheStartIsDraggedAlongTheLine) {
  open("one_parabola");
  auto& profile = view<ProfileView>(0);
  const MapFrame frame = profile.scene().frame;
  const int steps = laboratory.document().undoStack().count();
  drag(profile, frame.toPixel({10, 100}).toPoint(), frame.toPixel({-5, 60}).toPoint());
  EXPECT_NEAR(run(0).start.x(), -5, 0.3);
  EXPECT_EQ(run(0).start.y(), 0) << "it stays on the line, wherever the pointer goes";
  EXPECT_EQ(laboratory.document().undoStack().count(), steps + 1);
}

TEST_F(Looks, AStartIsDraggedAlongASlantingLineToo) {
  choose("lossFunction", QStringLiteral("ravine"));
  key(Qt::Key_V);
  auto& profile = view<ProfileView>(0);
  const Line line = profile.scene().line;
  ASSERT_EQ(profile.scene().kind, ProfileLine::toLowest);
  const auto at = [&](double s) {
    return profile.scene().frame.toPixel({s, profile.scene().function->value(line.at(s))}).toPoint();
  };
  drag(profile, at(line.along(run(0).start)), at(-1));
  EXPECT_LT(line.distance(run(0).start), 0.02) << "in numbers as long as a pixel deserves";
  EXPECT_NEAR(line.along(run(0).start), -1, 0.2);
}

TEST_F(Looks, ADoubleClickShowsAllOfAProfileAgain) {
  open("one_parabola");
  auto& profile = view<ProfileView>(0);
  const ravine::Box home = profile.scene().frame.view;
  QWheelEvent wheel(profile.rect().center(), profile.mapToGlobal(profile.rect().center()), {}, {0, 240}, {}, {},
                    Qt::NoScrollPhase, false);
  QApplication::sendEvent(&profile, &wheel);
  settle();
  EXPECT_LT(profile.scene().frame.view.x.length(), home.x.length());
  QTest::mouseDClick(&profile, Qt::LeftButton, {}, profile.rect().center());
  settle();
  EXPECT_EQ(profile.scene().frame.view, home);
}

TEST_F(Looks, GChoosesAnotherLineForTheProfile) {
  choose("lossFunction", QStringLiteral("ravine"));
  key(Qt::Key_V);
  auto& profile = view<ProfileView>(0);
  const auto kind = [&] { return profile.scene().kind; };
  EXPECT_EQ(kind(), ProfileLine::toLowest);
  key(Qt::Key_G);
  EXPECT_EQ(kind(), ProfileLine::lastStep);
  key(Qt::Key_G);
  EXPECT_EQ(kind(), ProfileLine::alongX);
  EXPECT_EQ(profile.scene().frame.view.x, (Interval{-5, 5})) << "and all of it is seen";
}

TEST_F(Looks, TheMapShowsWhereAProfileOfTheSameFunctionGoes) {
  ASSERT_EQ(run(0).lossFunction, run(1).lossFunction);
  EXPECT_TRUE(map(1).scene().lines.empty());
  key(Qt::Key_V);  // the first panel
  ASSERT_EQ(map(1).scene().lines.size(), 1u);
  EXPECT_LT(map(1).scene().lines.front().line.distance(run(0).start), 1e-9);
  key(Qt::Key_V);
  EXPECT_TRUE(map(1).scene().lines.empty());
}

TEST_F(Looks, TurningAReliefTurnsAllOfTheSameFunction) {
  key(Qt::Key_V, Qt::ShiftModifier);
  key(Qt::Key_V, Qt::ShiftModifier);
  laboratory.select(run(2).id);
  choose("lossFunction", QStringLiteral("himmelblau"));
  const ReliefCamera before = view<ReliefView>(0).scene().camera;
  auto& relief = view<ReliefView>(0);
  drag(relief, relief.rect().center(), relief.rect().center() + QPoint(60, 20));
  const ReliefCamera turned = relief.scene().camera;
  EXPECT_NE(turned.turn, before.turn);
  EXPECT_GT(turned.tilt, before.tilt) << "pulled down, it is seen from higher up";
  EXPECT_EQ(view<ReliefView>(1).scene().camera, turned);
  EXPECT_EQ(view<ReliefView>(2).scene().camera, before) << "another function";
  QTest::mouseDClick(&relief, Qt::LeftButton, {}, relief.rect().center());
  settle();
  EXPECT_EQ(relief.scene().camera, before);
  EXPECT_EQ(view<ReliefView>(1).scene().camera, before);
}

TEST_F(Looks, AReliefIsTurnedAndTiltedByKeys) {
  key(Qt::Key_V);
  key(Qt::Key_V);
  auto& relief = view<ReliefView>(0);
  const ReliefCamera before = relief.scene().camera;
  key(Qt::Key_Left, Qt::AltModifier);
  EXPECT_GT(relief.scene().camera.turn, before.turn);
  key(Qt::Key_Right, Qt::AltModifier);
  EXPECT_NEAR(relief.scene().camera.turn, before.turn, 1e-9);
  for (int i = 0; i < 20; ++i) key(Qt::Key_Up, Qt::AltModifier);
  EXPECT_EQ(relief.scene().camera.tilt, ReliefCamera::kTilts.upper);
  key(Qt::Key_0);
  EXPECT_EQ(relief.scene().camera, before);
  const HeightScale heights = relief.heights();
  key(Qt::Key_H);
  EXPECT_NE(relief.heights(), heights);
  key(Qt::Key_H);
  EXPECT_EQ(relief.heights(), heights);
}

TEST_F(Looks, TheButtonForHeightsSaysWhatIsSeen) {
  window.resize(1920, 1080);
  key(Qt::Key_V);
  key(Qt::Key_V);
  auto& relief = view<ReliefView>(0);
  const auto* button = pane(0).findChild<QToolButton*>(QStringLiteral("reliefHeights"));
  for (int i = 0; i < 3; ++i) {
    EXPECT_EQ(button->isChecked(), relief.scene().model->heights == HeightScale::logarithmic) << i;
    key(Qt::Key_H);
  }
  click(0, "reliefHeights");
  EXPECT_EQ(button->isChecked(), relief.scene().model->heights == HeightScale::logarithmic);
}

TEST_F(Looks, InAnOverlayWhoeverIsSelectedChangesThePanel) {
  ASSERT_EQ(run(0).lossFunction, run(1).lossFunction);
  key(Qt::Key_O);
  laboratory.select(run(1).id);
  key(Qt::Key_V);
  EXPECT_EQ(pane(0).look(), Look::profile);
  const ProfileLine before = view<ProfileView>(0).scene().kind;
  key(Qt::Key_G);
  EXPECT_NE(view<ProfileView>(0).scene().kind, before);
}

TEST_F(Looks, GPassesALineThatDoesNotExist) {
  choose("lossFunction", QStringLiteral("quadratic_saddle"));  // without a minimum
  key(Qt::Key_V);
  std::vector<ProfileLine> seen;
  for (int i = 0; i < 3; ++i) {
    seen.push_back(view<ProfileView>(0).scene().kind);
    key(Qt::Key_G);
  }
  EXPECT_EQ(seen, (std::vector{ProfileLine::alongX, ProfileLine::alongY, ProfileLine::lastStep}));
  EXPECT_EQ(view<ProfileView>(0).scene().kind, ProfileLine::alongX);
}

// The button is let go over another picture.
TEST_F(Looks, ADragEndsWhenThePictureGoes) {
  open("one_parabola");
  auto& profile = view<ProfileView>(0);
  const QPoint ring = profile.scene().frame.toPixel({10, 100}).toPoint();
  QTest::mousePress(&profile, Qt::LeftButton, {}, ring);
  for (int i = 0; i < 3; ++i) key(Qt::Key_V);
  ASSERT_EQ(pane(0).look(), Look::profile) << "once round";
  const Vector2 before = run(0).start;
  QMouseEvent move(QEvent::MouseMove, ring + QPoint(-60, 0), profile.mapToGlobal(ring + QPoint(-60, 0)), Qt::NoButton,
                   Qt::NoButton, {});
  QApplication::sendEvent(&profile, &move);
  settle();
  EXPECT_EQ(run(0).start, before);
}

TEST_F(Looks, ComeBackFromAFile) {
  const QTemporaryDir folder;
  const QString path = folder.filePath(QStringLiteral("looks.ravine"));
  key(Qt::Key_V);
  key(Qt::Key_G);
  view<ProfileView>(0).setZoom({{-1, 1}, {0, 2}});
  laboratory.select(run(1).id);
  key(Qt::Key_V);
  key(Qt::Key_V);
  laboratory.display().setRelief(run(1).lossFunction, {ReliefCamera{33, 44, 1.5}, HeightScale::logarithmic});
  settle();
  const ProfileLine line = *run(0).profileLine;
  ASSERT_FALSE(workspace.saveAs(path));
  open("rosenbrock");
  EXPECT_EQ(looks(), all(panels().size(), Look::map));
  ASSERT_TRUE(workspace.open(path).problems.empty());
  settle();
  EXPECT_EQ(pane(0).look(), Look::profile);
  EXPECT_EQ(view<ProfileView>(0).scene().kind, line);
  EXPECT_EQ(view<ProfileView>(0).scene().frame.view, (ravine::Box{{-1, 1}, {0, 2}}));
  EXPECT_EQ(view<ReliefView>(1).scene().camera, (ReliefCamera{33, 44, 1.5}));
  EXPECT_EQ(view<ReliefView>(1).heights(), HeightScale::logarithmic);
}

TEST_F(Looks, AnotherExperimentIsSeenAsAtFirst) {
  laboratory.display().setRelief(run(0).lossFunction, {ReliefCamera{50, 40, 1}});
  open("rosenbrock");
  open(scenarios().front().id.c_str());
  EXPECT_EQ(laboratory.display().reliefOf(run(0).lossFunction), ReliefLook());
}

TEST(Keys, AreWrittenAsTheyStandOnTheKeyboard) {
  EXPECT_EQ(keyText(Qt::Key_Left), QStringLiteral("←"));
  EXPECT_EQ(keyText(QKeySequence(Qt::ALT | Qt::Key_Up)), QStringLiteral("Alt+↑"));
  EXPECT_EQ(keyText(Qt::Key_PageUp), QStringLiteral("Page Up"));
  EXPECT_EQ(keyText(QKeySequence(Qt::CTRL | Qt::Key_Plus)), QStringLiteral("Ctrl++"));
  EXPECT_EQ(keyText(Qt::Key_Return), QStringLiteral("Enter"));
}

// Every look in every scenario, played, overlaid and resized.
// How many numbers there is room for is known only when the map has been laid out.
TEST_F(Looks, AxesHaveTheNumbersThereIsRoomForAtOnce) {
  LandscapeView& view = map();
  for (const QSize& size : {QSize(90, 60), QSize(600, 500), QSize(200, 500), QSize(600, 90)}) {
    view.resize(size);
    QApplication::processEvents();
    const QVector<double> x = view.xAxis->tickVector();
    const QVector<double> y = view.yAxis->tickVector();
    view.replot();
    EXPECT_EQ(view.xAxis->tickVector(), x) << size.width() << 'x' << size.height();
    EXPECT_EQ(view.yAxis->tickVector(), y) << size.width() << 'x' << size.height();
  }
}

TEST_F(Looks, AllOfThemStandEveryScenario) {
  for (const Scenario& scenario : someScenarios()) {
    open(scenario.id.c_str());
    for (int i = 0; i < 3; ++i) {
      key(Qt::Key_V, Qt::ShiftModifier);
      for (const double part : {0.0, 0.3, 1.0}) {
        laboratory.timeline().setPlayhead(part * static_cast<double>(laboratory.timeline().lastStep()));
        window.grab();
      }
      key(Qt::Key_O);
      window.grab();
      key(Qt::Key_O);
    }
    window.resize(window.width() > 1000 ? QSize(800, 600) : QSize(1280, 720));
    settle();
  }
}

}  // namespace
}  // namespace ravine
