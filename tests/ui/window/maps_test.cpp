// Maps of a run beside the window: they follow it, and a click makes the run that of the cell.
#include <QAction>
#include <QFileInfo>
#include <QLabel>
#include <QLineEdit>
#include <QProgressBar>
#include <QTemporaryDir>
#include <QWheelEvent>

#include "tests/ui/window/window_fixture.h"
#include "ui/sweep/sweep_view.h"
#include "ui/window/commands.h"
#include "ui/window/maps_dialog.h"
#include "ui/window/picture_dialog.h"
#include "ui/window/sweep_export.h"

namespace ravine {
namespace {

class Maps : public WindowFixture {
 protected:
  // Few cells, as the sanitizers have no time.
  MapsDialog& open(int cells = 101) {
    key(Qt::Key_M, Qt::ShiftModifier);
    auto* maps = window.findChild<MapsDialog*>();
    EXPECT_TRUE(maps && maps->isVisible());
    if (cells > 0) maps->setCells(cells);
    finish();
    return *maps;
  }
  // Of a quadratic they begin with its rates.
  MapsDialog& openStarts(int cells = 101) {
    MapsDialog& maps = open(cells);
    auto* value = maps.findChild<QComboBox*>(QStringLiteral("sweepValue"));
    value->setCurrentIndex(0);
    emit value->activated(0);
    chooseQuantity("sweepX", "start.x");
    chooseQuantity("sweepY", "start.y");
    return maps;
  }
  SweepView& view() { return *window.findChild<MapsDialog*>()->findChild<SweepView*>(); }
  void finish() {
    settle();
    view().finish();
    QApplication::processEvents();
  }
  QString toldText() { return window.findChild<QLabel*>(QStringLiteral("cellTold"))->text(); }
  // Where a place on the axes is.
  QPoint pixelOf(const Vector2& place) {
    return SweepFrame(*view().scene(), QRectF(view().rect())).pixelOf(place).value().toPoint();
  }
  void chooseQuantity(const char* list, const char* quantity) {
    choose(list, QString::fromLatin1(quantity));
    finish();
  }
};

TEST_F(Maps, ShowTheStartsOfTheSelectedRun) {
  openStarts();
  ASSERT_TRUE(view().scene());
  EXPECT_EQ(view().scene()->sweep().x.quantity, "start.x");
  EXPECT_EQ(view().scene()->sweep().y->quantity, "start.y");
  EXPECT_TRUE(view().scene()->standings.empty()) << "all is there";
  EXPECT_EQ(view().scene()->mark->place, run().start);
}

TEST_F(Maps, BeginWithThePhasesOfMomentumWhereTheoryKnowsThem) {
  laboratory.editSelection(QStringLiteral("momentum"), [](ravine::Run& run) {
    setLossFunction(run, LossChoice{"ravine", {}});
    run.optimizer = {"sgd", {{"momentum", 0.9}}};
  });
  settle();
  open();
  EXPECT_EQ(view().scene()->sweep().x.quantity, "lr");
  EXPECT_EQ(view().scene()->sweep().y->quantity, "optimizer.momentum");
  EXPECT_EQ(view().scene()->value, SweepValue::outcome);
  EXPECT_FALSE(view().scene()->result->borders.empty());
  // Of another run other ones, until somebody chooses.
  laboratory.editSelection(QStringLiteral("loss"), [](ravine::Run& run) {
    setLossFunction(run, LossChoice{"himmelblau", {}});
  });
  finish();
  EXPECT_EQ(view().scene()->sweep().x.quantity, "start.x");
  chooseQuantity("sweepX", "lr");
  laboratory.editSelection(QStringLiteral("loss"), [](ravine::Run& run) { run.start = {1, 1}; });
  finish();
  EXPECT_EQ(view().scene()->sweep().x.quantity, "lr");
}

TEST_F(Maps, HaveAsManyCellsAsPixelsNearly) {
  open(0);
  EXPECT_GE(view().scene()->sweep().columns(), 400);
  EXPECT_GE(view().scene()->sweep().rows(), 400);
}

// A double click that is none on the map is not to bring back a run of before.
TEST_F(Maps, ADoubleClickBesideThemChangesNoRun) {
  openStarts();
  QTest::mouseClick(&view(), Qt::LeftButton, {}, pixelOf({2, -3}));
  laboratory.editSelection(QStringLiteral("start"), [](ravine::Run& r) { r.start = {1, 1}; });
  finish();
  const QPoint beside(view().width() - 3, view().height() - 3);
  QTest::mouseDClick(&view(), Qt::LeftButton, {}, beside);
  finish();
  EXPECT_EQ(run().start, Vector2(1, 1));
}

TEST_F(Maps, StayWhatTheyAreWhileTheirRunMovesAboutOnThem) {
  laboratory.editSelection(QStringLiteral("momentum"), [](ravine::Run& r) {
    setLossFunction(r, LossChoice{"ravine", {}});
    r.optimizer = {"sgd", {{"momentum", 0.9}}};
  });
  settle();
  open();
  ASSERT_EQ(view().scene()->sweep().y->quantity, "optimizer.momentum");
  laboratory.editSelection(QStringLiteral("momentum"),
                           [](ravine::Run& r) { r.optimizer.parameters["momentum"] = 0.0; });
  finish();
  EXPECT_EQ(view().scene()->sweep().y->quantity, "optimizer.momentum") << "without momentum, too";
}

TEST_F(Maps, AScaleThatIsLinearAgainGoesAsFarAsItDid) {
  openStarts();
  auto* log = window.findChild<QToolButton*>(QStringLiteral("sweepXLog"));
  const double from = view().scene()->sweep().x.from;
  ASSERT_LT(from, 0);
  QTest::mouseClick(log, Qt::LeftButton);
  QTest::mouseClick(log, Qt::LeftButton);
  finish();
  EXPECT_EQ(view().scene()->sweep().x.from, from);
}

TEST_F(Maps, AFilmOverTheRateNeedsItOnNoAxis) {
  MapsDialog& maps = open();
  chooseQuantity("sweepX", "lr");
  Problems problems;
  EXPECT_TRUE(maps.exports().overRates({}, problems).empty());
  ASSERT_EQ(problems.size(), 1U);
  EXPECT_EQ(english(problems.front()),
            "η: is on an axis of this map, so there is no film over it; put other quantities on the axes.");
}

// Losses that rounding has left are no losses.
TEST_F(Maps, NumbersBeginWithWhatCanBeSeen) {
  open();
  window.findChild<QComboBox*>(QStringLiteral("sweepValue"))->setCurrentText(QStringLiteral("Final loss"));
  finish();
  const SweepColours colours(*view().scene());
  ASSERT_TRUE(colours.scale());
  EXPECT_GE(colours.scale()->range.lower, 0.9e-6 * view().scene()->result->landscape->spread);
}

TEST_F(Maps, AClickMakesTheRunThatOfTheCellAsOneUndoStep) {
  openStarts();
  const Vector2 before = run().start;
  QTest::mouseClick(&view(), Qt::LeftButton, {}, pixelOf({2, -3}));
  finish();
  EXPECT_NEAR(run().start.x(), 2, 0.1);
  EXPECT_NEAR(run().start.y(), -3, 0.1);
  const auto cell = SweepFrame(*view().scene(), QRectF(view().rect())).cellAt(pixelOf(run().start)).value();
  const Cell& shown = view().scene()->result->cells[static_cast<std::size_t>(cell.second) *
                                                        static_cast<std::size_t>(view().scene()->sweep().columns()) +
                                                    static_cast<std::size_t>(cell.first)];
  EXPECT_EQ(shown.finalLoss, result()->diagnosis.finalLoss) << "the cell is the run";
  QTest::keyClick(&view(), Qt::Key_Z, Qt::ControlModifier);
  settle();
  EXPECT_EQ(run().start, before) << "the window's keys work here too";
}

TEST_F(Maps, APressBesideTheMapChoosesNothing) {
  openStarts();
  const Vector2 before = run().start;
  drag(view(), QPoint(view().width() - 3, view().height() - 3), pixelOf({3, 1}));
  EXPECT_EQ(run().start, before);
}

TEST_F(Maps, OfSeveralSelectedRunsOnlyThatWhoseMapItIsChanges) {
  openStarts();
  laboratory.selectAll();
  settle();
  const RunId looked = laboratory.selected();
  const Experiment before = laboratory.experiment();
  QTest::mouseClick(&view(), Qt::LeftButton, {}, pixelOf({1, 1}));
  finish();
  for (const ravine::Run& each : before.runs)
    EXPECT_EQ(each == laboratory.run(each.id), each.id != looked) << each.name;
}

TEST_F(Maps, ADragGoesOnDoingSoAsOneStep) {
  openStarts();
  const int steps = laboratory.document().undoStack().count();
  drag(view(), pixelOf({-2, -3}), pixelOf({3, 1}));
  EXPECT_NEAR(run().start.x(), 3, 0.1);
  EXPECT_EQ(laboratory.document().undoStack().count(), steps + 1);
}

TEST_F(Maps, ShiftAddsTheRunOfTheCell) {
  openStarts();
  const std::size_t runs = laboratory.runs().size();
  QTest::mouseClick(&view(), Qt::LeftButton, Qt::ShiftModifier, pixelOf({2, 2}));
  finish();
  ASSERT_EQ(laboratory.runs().size(), runs + 1);
  EXPECT_NEAR(run(1).start.x(), 2, 0.1);
  EXPECT_NE(run(1).name.find("start x = "), std::string::npos);
  while (laboratory.runs().size() < Experiment::kMostRuns) addRun(laboratory);
  QTest::mouseClick(&view(), Qt::LeftButton, Qt::ShiftModifier, pixelOf({2, 2}));
  EXPECT_EQ(laboratory.runs().size(), Experiment::kMostRuns);
  EXPECT_NE(toldText().indexOf(QStringLiteral("no room")), -1) << toldText().toStdString();
}

TEST_F(Maps, FollowTheRunAndAreLeftAloneByWhatIsSwept) {
  openStarts();
  const auto result = view().scene()->result;
  laboratory.editSelection(QStringLiteral("move"), [](ravine::Run& r) { r.start = {1, 1}; });
  finish();
  EXPECT_EQ(view().scene()->result, result) << "nothing to work out anew";
  EXPECT_EQ(view().scene()->mark->place, Vector2(1, 1));
  laboratory.editSelection(QStringLiteral("rate"), [](ravine::Run& r) { r.lr = 0.02; });
  finish();
  EXPECT_NE(view().scene()->result, result);
  EXPECT_EQ(view().scene()->sweep().run.lr, 0.02);
  laboratory.select(run(2).id);
  finish();
  EXPECT_EQ(view().scene()->sweep().run.lossFunction, run(2).lossFunction);
}

TEST_F(Maps, OfOneQuantityAndOfOthersWithRangesThatAreTyped) {
  open();
  chooseQuantity("sweepX", "lr");
  chooseQuantity("sweepY", "optimizer.momentum");
  EXPECT_EQ(view().scene()->sweep().y->quantity, "optimizer.momentum");
  EXPECT_LT(view().scene()->sweep().y->to, 1);
  type(field("sweepXRange"), QStringLiteral("0.001, 0.5"));
  finish();
  EXPECT_EQ(view().scene()->sweep().x.to, 0.5);
  EXPECT_EQ(field("sweepXRange").text(), QStringLiteral("0.001, 0.5"));
  type(field("sweepXRange"), QStringLiteral("-1, 0.5"));
  EXPECT_TRUE(field("sweepXRange").isInvalid());
  EXPECT_EQ(view().scene()->sweep().x.from, 0.001) << "the last good range stays";
  window.findChild<QComboBox*>(QStringLiteral("sweepY"))->setCurrentIndex(0);
  finish();
  EXPECT_FALSE(view().scene()->sweep().y);
  for (int i = 0; i < window.findChild<QComboBox*>(QStringLiteral("sweepValue"))->count(); ++i) {
    window.findChild<QComboBox*>(QStringLiteral("sweepValue"))->setCurrentIndex(i);
    finish();
    EXPECT_FALSE(view().grab().isNull());
  }
}

TEST_F(Maps, TellOfTheCellThatIsPointedAtAndInWordsOfTheWhole) {
  openStarts();
  const QString help = toldText();
  const QPoint at = pixelOf({2, 2});
  QMouseEvent move(QEvent::MouseMove, at, view().mapToGlobal(at), Qt::NoButton, Qt::NoButton, {});
  QApplication::sendEvent(&view(), &move);
  EXPECT_TRUE(toldText().contains(QStringLiteral("start x = "))) << toldText().toStdString();
  EXPECT_TRUE(toldText().contains(QStringLiteral("converged")));
  QEvent leave(QEvent::Leave);
  QApplication::sendEvent(&view(), &leave);
  EXPECT_EQ(toldText(), help);
  const QString words = view().whatItShows();
  EXPECT_TRUE(words.startsWith(QStringLiteral("Across: start x from "))) << words.toStdString();
  EXPECT_TRUE(words.contains(QStringLiteral(" %."))) << words.toStdString();
}

TEST_F(Maps, ArrowKeysGoFromCellToCell) {
  openStarts();
  const double before = run().start.x();
  QTest::keyClick(&view(), Qt::Key_Right);
  finish();
  EXPECT_GT(run().start.x(), before);
  EXPECT_LT(run().start.x(), before + 0.2);
}

TEST_F(Maps, ShowNothingWhileOutcomesAreToBePredicted) {
  openStarts();
  const QPoint at = pixelOf({2, 2});
  QMouseEvent move(QEvent::MouseMove, at, view().mapToGlobal(at), Qt::NoButton, Qt::NoButton, {});
  QApplication::sendEvent(&view(), &move);
  laboratory.askToPredict();
  settle();
  EXPECT_FALSE(view().scene());
  EXPECT_FALSE(window.findChild<QProgressBar*>()->isVisible());
  EXPECT_TRUE(view().whatItShows().isEmpty());
  EXPECT_FALSE(toldText().contains(QStringLiteral("converged"))) << "what was pointed at before";
}

TEST_F(Maps, ShowWhatWasThereUntilThereIsMore) {
  openStarts();
  const auto before = view().scene()->result;
  laboratory.editSelection(QStringLiteral("η"), [](ravine::Run& run) { setNominalRate(run, 0.013); });
  ASSERT_TRUE(view().scene());
  EXPECT_EQ(view().scene()->result, before);
  EXPECT_FALSE(view().scene()->isKnown(0)) << "of another rate, and pale";
  EXPECT_TRUE(view().scene()->isShown(0));
  finish();
  EXPECT_NE(view().scene()->result, before);
  EXPECT_TRUE(view().scene()->standings.empty());
  EXPECT_EQ(view().scene()->sweep().columns(), before->sweep.columns());
  EXPECT_EQ(nominalRate(view().scene()->sweep().run), 0.013);
}

TEST_F(Maps, TheWheelZoomsAndHomeShowsAll) {
  openStarts();
  const SweepAxis all = view().scene()->sweep().x;
  const QPoint at = pixelOf({1, 1});
  QWheelEvent turn(at, view().mapToGlobal(at), {}, {0, 480}, Qt::NoButton, Qt::NoModifier, Qt::NoScrollPhase, false);
  QApplication::sendEvent(&view(), &turn);
  EXPECT_FALSE(view().scene()->standings.empty()) << "at once what was there, pale";
  finish();
  EXPECT_TRUE(view().scene()->standings.empty());
  const SweepAxis part = view().scene()->sweep().x;
  EXPECT_LT(part.to - part.from, 0.5 * (all.to - all.from));
  EXPECT_TRUE(part.from < 1 && part.to > 1);
  EXPECT_TRUE(field("sweepXRange").text().contains(QString::fromStdString(shortestText(part.from))));
  QTest::keyClick(&view(), Qt::Key_Home);
  finish();
  EXPECT_EQ(view().scene()->sweep().x, all);
}

TEST_F(Maps, LossesAreShownOfOneQuantity) {
  open();
  auto* value = window.findChild<QComboBox*>(QStringLiteral("sweepValue"));
  value->setCurrentText(QStringLiteral("Losses at the end"));
  chooseQuantity("sweepX", "lr");
  EXPECT_FALSE(view().scene()->sweep().y);
  EXPECT_FALSE(window.findChild<QComboBox*>(QStringLiteral("sweepY"))->isEnabled());
  value->setCurrentText(QStringLiteral("Outcome"));
  finish();
  EXPECT_TRUE(view().scene()->sweep().y);
}

TEST_F(Maps, OfOneQuantityZoomUntilDoublePrecisionEndsAndStay) {
  open();
  window.findChild<QComboBox*>(QStringLiteral("sweepY"))->setCurrentIndex(0);
  finish();
  for (int i = 0; i < 40; ++i) {
    emit view().partWanted({{0.6, 0.8}, {0, 1}});  // not towards 0, where numbers lie ever closer
    finish();
    ASSERT_TRUE(view().scene()) << i;
    ASSERT_TRUE(view().scene()->standings.empty()) << i;
  }
  EXPECT_TRUE(toldText().contains(QStringLiteral("double precision"))) << toldText().toStdString();
  EXPECT_LT(view().scene()->sweep().x.to - view().scene()->sweep().x.from, 1e-9);
}

TEST_F(Maps, RememberWhatWasChosenWhenTheyAreClosed) {
  MapsDialog& maps = openStarts();
  chooseQuantity("sweepX", "lr");
  type(field("sweepXRange"), QStringLiteral("0.001, 0.5"));
  finish();
  maps.close();
  window.activateWindow();  // which a desktop does
  settle();
  laboratory.editSelection(QStringLiteral("start"), [](ravine::Run& r) { r.start = {1, 1}; });
  open();
  EXPECT_EQ(view().scene()->sweep().x.quantity, "lr");
  EXPECT_EQ(view().scene()->sweep().x.to, 0.5);
  EXPECT_EQ(view().scene()->mark->place.y(), 1) << "of the run as it is now";
}

TEST_F(Maps, TakeNoQuantityTwice) {
  openStarts();
  chooseQuantity("sweepX", "start.y");
  EXPECT_EQ(view().scene()->sweep().x.quantity, "start.y");
  EXPECT_FALSE(view().scene()->sweep().y);
  EXPECT_EQ(window.findChild<QComboBox*>(QStringLiteral("sweepY"))->currentIndex(), 0);
}

TEST_F(Maps, AScaleIsLogarithmicWhereItCanBe) {
  openStarts();
  auto* log = window.findChild<QToolButton*>(QStringLiteral("sweepXLog"));
  EXPECT_FALSE(log->isChecked());
  QTest::mouseClick(log, Qt::LeftButton);
  finish();
  EXPECT_TRUE(view().scene()->sweep().x.logarithmic);
  EXPECT_GT(view().scene()->sweep().x.from, 0) << "where a logarithm is";
  EXPECT_TRUE(toldText().contains(QStringLiteral("have no logarithm"))) << toldText().toStdString();
  QTest::mouseClick(log, Qt::LeftButton);
  type(field("sweepXRange"), QStringLiteral("-3, -1"));
  QTest::mouseClick(log, Qt::LeftButton);
  finish();
  EXPECT_FALSE(log->isChecked());
  EXPECT_TRUE(toldText().contains(QStringLiteral("cannot be logarithmic"))) << toldText().toStdString();
  chooseQuantity("sweepX", "lr");
  EXPECT_TRUE(log->isChecked()) << "as rates lie";
  QTest::mouseClick(log, Qt::LeftButton);
  finish();
  EXPECT_FALSE(view().scene()->sweep().x.logarithmic);
}

TEST_F(Maps, GrowWithTheTextAndShrinkAgain) {
  window.resize(1920, 1080);
  MapsDialog& maps = open();
  const QSize before = maps.size();
  window.setPresenting(true);
  finish();
  EXPECT_GT(maps.width(), 1.2 * before.width());
  EXPECT_LE(maps.height(), window.height());
  window.setPresenting(false);
  finish();
  EXPECT_LE(maps.width(), 1.05 * before.width());
}

TEST_F(Maps, AFilmOverTheRateAsksForItsEnds) {
  FilmDialog dialog({.rates = Interval{0.001, 0.3}}, {640, 480}, laboratory.theme());
  auto& rates = *dialog.findChild<EntryField*>(QStringLiteral("filmRates"));
  EXPECT_EQ(rates.text(), QStringLiteral("0.001, 0.3"));
  for (const char* wrong : {"0.3, 0.001", "0, 1", "0.1", "fast"}) {
    type(rates, QString::fromLatin1(wrong));
    EXPECT_TRUE(rates.isInvalid()) << wrong;
    EXPECT_EQ(dialog.choices().rates, (Interval{0.001, 0.3})) << wrong;
  }
  type(rates, QStringLiteral("0.01, 0.2"));
  EXPECT_FALSE(rates.isInvalid());
  EXPECT_EQ(dialog.choices().rates, (Interval{0.01, 0.2}));
  EXPECT_FALSE(FilmDialog({}, {640, 480}, laboratory.theme()).findChild<EntryField*>(QStringLiteral("filmRates")))
      << "of a zoom";
}

TEST_F(Maps, EscapeTakesBackWhatWasTypedForAFilmAndThenLeaves) {
  FilmDialog dialog({.rates = Interval{0.001, 0.3}}, {640, 480}, laboratory.theme());
  dialog.show();
  auto* rates = dialog.findChild<EntryField*>(QStringLiteral("filmRates"));
  rates->setText(QStringLiteral("7"));
  QTest::keyClick(rates, Qt::Key_Escape);
  EXPECT_EQ(rates->text().toStdString(), "0.001, 0.3");
  EXPECT_TRUE(dialog.isVisible());
  QTest::keyClick(rates, Qt::Key_Escape);
  EXPECT_FALSE(dialog.isVisible());
}

TEST_F(Maps, APictureIsAsLargeAsAPageThatHasRoomForIt) {
  const PictureDialog onScreen({}, {640, 480}, laboratory.theme());
  EXPECT_FALSE(onScreen.size());
  PictureDialog slide(QSizeF(1280, 720), {640, 480}, laboratory.theme());
  EXPECT_EQ(slide.size(), QSizeF(1280, 720)) << "as before";
  auto* sizes = slide.findChild<QComboBox*>(QStringLiteral("pictureSize"));
  Theme large = laboratory.theme();
  large.scale = 2.5;
  EXPECT_GT(sizes->count(),
            PictureDialog({}, {640, 480}, large).findChild<QComboBox*>(QStringLiteral("pictureSize"))->count())
      << "large text";
}

TEST_F(Maps, AreWrittenAsPicturesTablesAndFilms) {
  MapsDialog& maps = openStarts();
  const QTemporaryDir folder;
  for (const char* name : {"map.png", "map.svg", "map.pdf", "map.csv", "map.npy", "map.json"}) {
    const QString path = folder.filePath(QString::fromLatin1(name));
    EXPECT_FALSE(maps.exports().write(path)) << name;
    EXPECT_GT(QFileInfo(path).size(), 1000) << name;
  }
  const QString slide = folder.filePath(QStringLiteral("slide.png"));
  EXPECT_FALSE(maps.exports().write(slide, QSizeF(1280, 720)));
  EXPECT_EQ(QImage(slide).size(), QSize(2560, 1440));
  EXPECT_TRUE(maps.exports().write(folder.filePath(QStringLiteral("map.doc")))) << "no such format";
  EXPECT_TRUE(maps.exports().write(QStringLiteral("/nowhere/map.png")));

  Problems problems;
  std::vector<Sweep> sweeps = maps.exports().overRates({}, problems);
  EXPECT_TRUE(problems.empty());
  ASSERT_GT(sweeps.size(), 3U);
  EXPECT_LT(nominalRate(sweeps.front().run), nominalRate(sweeps.back().run));
  const auto chosen = maps.exports().overRates({.size = {}, .frames = 3, .rates = Interval{0.01, 0.04}}, problems);
  ASSERT_EQ(chosen.size(), 3U);
  EXPECT_EQ(nominalRate(chosen.front().run), 0.01);
  EXPECT_EQ(nominalRate(chosen[1].run), 0.02);
  EXPECT_EQ(nominalRate(chosen.back().run), 0.04);
  sweeps.resize(2);
  const QString film = folder.filePath(QStringLiteral("map.webp"));
  EXPECT_FALSE(maps.exports().writeFilm(film, sweeps));
  EXPECT_GT(QFileInfo(film).size(), 1000);

  EXPECT_TRUE(maps.exports().intoTheZoom({}, problems).empty());
  EXPECT_FALSE(problems.empty()) << "nothing is zoomed to yet";
  emit view().partWanted({{0.6, 0.7}, {0.6, 0.7}});
  finish();
  problems.clear();
  sweeps = maps.exports().intoTheZoom({}, problems);
  EXPECT_TRUE(problems.empty());
  ASSERT_GT(sweeps.size(), 3U);
  EXPECT_NEAR(sweeps.back().x.to - sweeps.back().x.from, 0.1 * (sweeps.front().x.to - sweeps.front().x.from), 1e-6);
}

TEST_F(Maps, OverWholeNumbersTakeWholeSteps) {
  laboratory.editSelection(QStringLiteral("schedule"), [](ravine::Run& r) {
    r.schedule = {"cosine_annealing", {{"T_max", std::int64_t{50}}}};
  });
  open(401);
  chooseQuantity("sweepX", "schedule.T_max");
  ASSERT_TRUE(view().scene());
  window.findChild<QComboBox*>(QStringLiteral("sweepY"))->setCurrentIndex(0);
  finish();
  ASSERT_TRUE(view().scene()) << toldText().toStdString();
  type(field("sweepXRange"), QStringLiteral("80, 300"));
  finish();
  ASSERT_TRUE(view().scene());
  EXPECT_EQ(view().scene()->sweep().x.from, 80);
  EXPECT_EQ(view().scene()->sweep().x.count, 221);
}

TEST_F(Maps, ShowTheDomainOfTheFunctionUnlessARangeWasTyped) {
  openStarts();
  laboratory.select(run(2).id);
  finish();
  const Box domain = lossFunctionInfo(run(2)).domain;
  EXPECT_EQ(view().scene()->sweep().x.to, domain.x.upper);
  type(field("sweepXRange"), QStringLiteral("-1, 1"));
  laboratory.select(run(0).id);
  finish();
  EXPECT_EQ(view().scene()->sweep().x.to, 1);
}

TEST_F(Maps, TakeNoQuantityTwiceWhereARunHasLostOne) {
  open();
  chooseQuantity("sweepX", "optimizer.momentum");
  chooseQuantity("sweepY", "lr");
  laboratory.editSelection(QStringLiteral("optimizer"), [](ravine::Run& r) { r.optimizer = {"adam", {}}; });
  finish();
  EXPECT_EQ(view().scene()->sweep().x.quantity, "lr");
  EXPECT_FALSE(view().scene()->sweep().y) << toldText().toStdString();
}

TEST_F(Maps, OutliveAnotherExperimentWithOtherQuantities) {
  open();
  chooseQuantity("sweepX", "optimizer.momentum");
  laboratory.editSelection(QStringLiteral("adam"), [](ravine::Run& r) { r.optimizer = {"adam", {}}; });
  finish();
  ASSERT_TRUE(view().scene());
  EXPECT_EQ(view().scene()->sweep().x.quantity, "lr") << "the first that it has";
  for (const Scenario& scenario : scenarios()) {
    if (scenario.group != scenarios().front().group) continue;
    laboratory.open(scenario.experiment);
    QApplication::processEvents();
  }
  finish();
  EXPECT_TRUE(view().scene());
}

}  // namespace
}  // namespace ravine
