// Data in the real window: how they are looked at, pointed at and changed.
#include <QMenu>
#include <QToolButton>
#include <QUndoStack>

#include "core/run/look.h"
#include "tests/ui/window/window_fixture.h"
#include "ui/map/data_view.h"
#include "ui/window/actions.h"

namespace ravine {
namespace {

class DataViews : public WindowFixture {
 protected:
  DataViews() { open("line", 2); }

  void open(const char* model, int runs = 1, Look look = Look::data) {
    Experiment experiment;
    for (int i = 0; i < runs; ++i) {
      ravine::Run run;
      run.name = "Run " + std::to_string(i + 1);
      run.colour = i;
      run.lossFunction = {model, {}};
      run.start = lossFunctionInfo(run.lossFunction).start;
      run.lr = 0.05 * (i + 1);
      run.steps = 30;
      run.look = look;
      experiment.runs.push_back(run);
    }
    laboratory.open(experiment);
    laboratory.finish();
    settle();
  }
  DataView& view(std::size_t panel = 0) {
    for (const auto& [look, picture] : panels().at(panel)->landscape().pictures())
      if (auto* found = dynamic_cast<DataView*>(picture)) return *found;
    ADD_FAILURE() << "no data are shown";
    std::abort();
  }
  const DataTable& rows(std::size_t i = 0) { return *dataOf(run(i).lossFunction).rows; }
  std::size_t count(std::size_t i = 0) {
    Problems none;
    return tableOf(dataOf(run(i).lossFunction), none)->rows.size();
  }
  QPoint pixelOf(std::size_t row) { return view().scene().pixelOf(row).toPoint(); }
  // A row that no other hides.
  std::size_t aRow() {
    for (std::size_t row = 0; row < count(); ++row)
      if (view().scene().rowAt(pixelOf(row), 30) == row &&
          view().rect().adjusted(60, 60, -60, -60).contains(pixelOf(row)))
        return row;
    return 0;
  }
  QPoint emptyPlace() {
    const QRect area = view().scene().frame.area.toRect().adjusted(40, 40, -40, -40);
    for (int y = area.top(); y < area.bottom(); y += 7)
      for (int x = area.left(); x < area.right(); x += 7)
        if (!view().scene().rowAt(QPointF(x, y), 24)) return {x, y};
    return area.center();
  }
  void hover(QWidget& widget, const QPoint& at) {
    QMouseEvent move(QEvent::MouseMove, at, widget.mapToGlobal(at), Qt::NoButton, Qt::NoButton, {});
    QApplication::sendEvent(&widget, &move);
  }
  void leave(QWidget& widget) {
    QEvent leave(QEvent::Leave);
    QApplication::sendEvent(&widget, &leave);
  }
  int undoSteps() { return laboratory.document().undoStack().count(); }
};

TEST_F(DataViews, ADraggedRowChangesTheDataOfAllRunsThatShareThemInOneStep) {
  const std::size_t row = aRow();
  const int steps = undoSteps();
  const MapFrame frame = view().scene().frame;
  const QPoint to = pixelOf(row) + QPoint(25, -40);
  const Vector2 expected = frame.fromPixel(QPointF(to));
  drag(view(), pixelOf(row), to);
  EXPECT_NEAR(rows(0).rows[row].x, expected.x(), 2 / frame.perUnitX());
  EXPECT_NEAR(rows(0).rows[row].y, expected.y(), 2 / frame.perUnitY());
  EXPECT_EQ(dataOf(run(0).lossFunction), dataOf(run(1).lossFunction));
  EXPECT_EQ(undoSteps(), steps + 1);
  EXPECT_EQ(view().scene().frame, frame) << "the axes stand still";
  EXPECT_EQ(result(0)->run.lossFunction, run(0).lossFunction) << "and the run is computed anew";
  laboratory.document().undoStack().undo();
  settle();
  EXPECT_FALSE(dataOf(run(0).lossFunction).rows) << "the set as it was";
}

// While it is dragged only what lies between the axes is painted.
TEST_F(DataViews, ADraggedRowLeavesPicturesAsTheyAreWhenAllIsPaintedAnew) {
  open("line", 2, Look::mapWithData);
  const std::size_t row = aRow();
  std::vector<std::pair<QCustomPlot*, QImage>> before;
  for (QCustomPlot* plot : window.findChildren<QCustomPlot*>())
    if (plot->isVisible() && dynamic_cast<LandscapePicture*>(plot)) before.emplace_back(plot, plot->grab().toImage());
  ASSERT_EQ(before.size(), 4u) << "two maps, two pictures of the data";
  drag(view(), pixelOf(row), pixelOf(row) + QPoint(12, -30));
  for (const auto& [plot, image] : before) {
    const QImage dragged = plot->grab().toImage();
    EXPECT_NE(dragged, image);
    plot->replot();
    EXPECT_EQ(dragged, plot->grab().toImage());
  }
}

TEST_F(DataViews, ARowCanBeDraggedOutOfTheViewWhichThenFollows) {
  const std::size_t row = aRow();
  drag(view(), pixelOf(row), QPoint(view().width() / 2, -60));
  EXPECT_TRUE(view().scene().frame.view.contains(view().scene().placeOf(view().scene().table().rows[row])));
}

TEST_F(DataViews, ADoubleClickOnEmptyGroundAddsARowAndDeleteRemovesIt) {
  const std::size_t before = count();
  const QPoint place = emptyPlace();
  QTest::mouseDClick(&view(), Qt::LeftButton, {}, place);
  settle();
  ASSERT_EQ(count(), before + 1);
  const QPointF added = view().scene().pixelOf(before);
  EXPECT_LT(QLineF(added, place).length(), 3);
  hover(view(), place);
  QTest::keyClick(&view(), Qt::Key_Delete);
  settle();
  EXPECT_EQ(count(), before);
  QTest::keyClick(&view(), Qt::Key_Delete);
  settle();
  EXPECT_EQ(count(), before) << "there is no row under the pointer any more";
  EXPECT_EQ(laboratory.runs().size(), 2u) << "no run was removed";
}

TEST_F(DataViews, CtrlClickRemovesARowButNotTheLastTwo) {
  for (int i = 0; i < 60 && count() > 1; ++i) {
    const std::size_t before = count();
    QTest::mouseClick(&view(), Qt::LeftButton, Qt::ControlModifier, pixelOf(0));
    settle();
    if (count() == before) break;
  }
  EXPECT_EQ(count(), 2u);
}

TEST_F(DataViews, TheMenuOffersWhatCanBeDoneThere) {
  open("logistic");
  const auto offered = [&](const QPoint& at) {
    QContextMenuEvent event(QContextMenuEvent::Mouse, at, view().mapToGlobal(at));
    QApplication::sendEvent(&view(), &event);
    auto* menu = view().findChild<QMenu*>(QStringLiteral("rowMenu"));
    return menu ? menu->actions() : QList<QAction*>();
  };
  const std::size_t row = aRow();
  QList<QAction*> actions = offered(pixelOf(row));
  ASSERT_EQ(actions.size(), 2);
  const double before = view().scene().table().rows[row].y;
  actions[1]->trigger();
  view().findChild<QMenu*>(QStringLiteral("rowMenu"))->close();
  QApplication::sendPostedEvents(nullptr, QEvent::DeferredDelete);
  settle();
  EXPECT_NE(view().scene().table().rows[row].y, before) << "the other class";
  const std::size_t all = count();
  actions = offered(emptyPlace());
  ASSERT_EQ(actions.size(), 2);
  actions[0]->trigger();
  view().findChild<QMenu*>(QStringLiteral("rowMenu"))->close();
  settle();
  EXPECT_EQ(count(), all + 1);
}

TEST_F(DataViews, AllCanBeDoneByKeys) {
  view().setFocus(Qt::TabFocusReason);
  QTest::keyClick(&view(), Qt::Key_Right);
  ASSERT_TRUE(view().scene().picked);
  const std::size_t first = *view().scene().picked;
  for (const Datum& each : view().scene().table().rows) EXPECT_GE(each.x, view().scene().table().rows[first].x);
  QTest::keyClick(&view(), Qt::Key_Right);
  EXPECT_NE(*view().scene().picked, first);
  QTest::keyClick(&view(), Qt::Key_Left);
  EXPECT_EQ(*view().scene().picked, first);
  const Datum before = view().scene().table().rows[first];
  const double fiftieth = view().scene().frame.view.y.length() / 50;
  QTest::keyClick(&view(), Qt::Key_Up, Qt::AltModifier);
  settle();
  EXPECT_NEAR(rows().rows[first].y, before.y + fiftieth, 0.2 * fiftieth);
  const std::size_t all = count();
  QTest::keyClick(&view(), Qt::Key_Insert);
  settle();
  EXPECT_EQ(count(), all + 1);
  QTest::keyClick(&view(), Qt::Key_Backspace);
  settle();
  EXPECT_EQ(count(), all);
  EXPECT_EQ(laboratory.timeline().playhead(), 0) << "no key went to the window";
}

TEST_F(DataViews, ByItselfTheLineFollowsThePlayhead) {
  const Vector2 before = view().scene().answers.front().theta;
  laboratory.timeline().setPlayhead(7.5);
  EXPECT_NE(view().scene().answers.front().theta, before);
  EXPECT_EQ(view().scene().answers.front().theta, thetaAt({run(), result()}, 7.5));
}

TEST_F(DataViews, WhilePointingAtAMapEveryDataViewShowsThatLine) {
  open("line", 2, Look::mapWithData);
  LandscapeView& over = map(0);
  ASSERT_TRUE(over.isVisible());
  const QPoint at = over.scene().frame.area.center().toPoint() + QPoint(9, -11);
  hover(over, at);
  for (const std::size_t panel : {0u, 1u}) {
    ASSERT_TRUE(view(panel).scene().probed);
    EXPECT_EQ(view(panel).scene().probed->theta, over.scene().frame.fromPixel(at));
  }
  leave(over);
  EXPECT_FALSE(view(0).scene().probed);
  EXPECT_FALSE(view(1).scene().probed);
}

TEST_F(DataViews, WhilePointingAtARowEveryMapShowsItsShare) {
  open("line", 2, Look::mapWithData);
  hover(view(0), pixelOf(aRow()));
  for (const std::size_t panel : {0u, 1u}) {
    EXPECT_EQ(map(panel).scene().shares.size(), 1u);
    EXPECT_EQ(view(panel).scene().picked, view(0).scene().picked);
  }
  leave(view(0));
  EXPECT_TRUE(map(0).scene().shares.empty());
  EXPECT_FALSE(view(0).scene().picked);
}

TEST_F(DataViews, MapAndDataShareThePanelByHalves) {
  open("line", 1, Look::mapWithData);
  ASSERT_TRUE(map().isVisible());
  const QRect left = map().geometry();
  const QRect right = view().geometry();
  EXPECT_FALSE(left.intersects(right));
  const double area = static_cast<double>(left.width()) * left.height();
  EXPECT_NEAR(static_cast<double>(right.width()) * right.height() / area, 1, 0.1);
}

TEST_F(DataViews, WithoutRoomForBothThereIsTheMapAlone) {
  open("line", 9, Look::mapWithData);
  window.resize(1024, 700);
  settle();
  for (std::size_t panel = 0; panel < panels().size(); ++panel) {
    EXPECT_FALSE(map(panel).isHidden());
    for (const auto& [look, picture] : panels()[panel]->landscape().pictures())
      EXPECT_GE(picture->widget().width(), 140);
  }
}

TEST_F(DataViews, ThereIsAButtonForDataOnlyWhereThereAreData) {
  const auto button = [&](const char* name) {
    return panels()[0]->landscape().findChild<QToolButton*>(QLatin1String(name));
  };
  for (const char* name : {"lookMap", "lookProfile", "lookRelief", "lookData", "lookMapWithData"})
    EXPECT_TRUE(button(name)->isVisible()) << name;
  QTest::mouseClick(button("lookMapWithData"), Qt::LeftButton);
  settle();
  EXPECT_EQ(lookOf(run()), Look::mapWithData);
  EXPECT_EQ(lookOf(run(1)), Look::data) << "for this panel alone";
  open("rosenbrock");
  EXPECT_TRUE(button("lookMap")->isVisible());
  EXPECT_FALSE(button("lookData")->isVisible());
  EXPECT_FALSE(button("lookMapWithData")->isVisible());
}

TEST_F(DataViews, VGoesThroughAllLooksOfAModel) {
  open("line", 1, Look::map);
  for (const Look look : {Look::profile, Look::relief, Look::data, Look::mapWithData, Look::map}) {
    key(Qt::Key_V);
    EXPECT_EQ(panels()[0]->landscape().look(), look);
  }
}

TEST_F(DataViews, SayInWordsWhatTheyShow) {
  const QString text = view().whatItShows();
  EXPECT_TRUE(text.contains(QStringLiteral("40 rows"))) << text.toStdString();
  EXPECT_TRUE(text.contains(QStringLiteral("ŷ = "))) << text.toStdString();
}

}  // namespace
}  // namespace ravine
