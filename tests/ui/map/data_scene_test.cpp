// What data look like, and how tables are changed by hand, without a window.
#include "ui/map/data_scene.h"

#include <gtest/gtest.h>

#include "tests/core/batch_at.h"
#include "ui/map/data_edit.h"
#include "ui/map/data_painter.h"
#include "ui/map/map_painter.h"
#include "ui/map/map_scene.h"

namespace ravine {
namespace {

ravine::Run runOf(const char* model, double lr = 0.1) {
  ravine::Run run;
  run.id = RunId{1};
  run.lossFunction = {model, {}};
  run.start = lossFunctionInfo(run.lossFunction).start;
  run.lr = lr;
  run.steps = 40;
  return run;
}

struct Picture {
  DataScene scene;
  DataDetails details;

  explicit Picture(const ravine::Run& run, double playhead = 0) {
    scene.setFunction(run.lossFunction);
    scene.runs = {{run, computeRun(run)}};
    scene.theme = Theme::light();
    scene.playhead = playhead;
    scene.frame = {{0, 0, 400, 300}, {{0, 1}, {0, 1}}};
    scene.frame.view = homeOf(scene);
    details.workOut(scene);
  }
  QImage painted() const {
    QImage image(400, 300, QImage::Format_RGB32);
    image.fill(Qt::white);
    QPainter painter(&image);
    painter.setRenderHint(QPainter::Antialiasing);
    paintData(painter, scene);
    return image;
  }
  QColor colourAt(const QPointF& at) const { return painted().pixelColor(at.toPoint()); }
};

DataTable tableOfRows(std::size_t count) {
  DataTable table;
  for (std::size_t i = 0; i < count; ++i) table.rows.push_back({0.01 * static_cast<double>(i), 0, 1});
  return table;
}

TEST(DataScene, TheLineMovesWithThePlayheadAsTheHeadOfThePathDoes) {
  const ravine::Run run = runOf("line");
  const Trajectory path = computeRun(run)->trajectory;
  Picture picture(run, 1.5);
  const DataScene& scene = picture.scene;
  EXPECT_EQ(scene.answers.front().theta, Vector2(0.5 * path.points[1] + 0.5 * path.points[2])) << "between two steps";
  const Vector2& theta = scene.answers.front().theta;
  EXPECT_NEAR(scene.answers.front().curve.front(), theta.x() * scene.frame.view.x.lower + theta.y(), 1e-12);
  EXPECT_NEAR(scene.answers.front().curve.back(), theta.x() * scene.frame.view.x.upper + theta.y(), 1e-12);
  const QImage before = picture.painted();
  picture.scene.playhead = 4;
  picture.details.workOut(picture.scene);
  EXPECT_NE(picture.painted(), before);
}

TEST(DataScene, WithoutAResultTheLineIsThatOfTheStart) {
  Picture picture(runOf("line"), 10);
  picture.scene.runs.front().result = nullptr;
  picture.details.workOut(picture.scene);
  EXPECT_EQ(picture.scene.answers.front().theta, picture.scene.runs.front().run.start);
}

TEST(DataScene, TheAreaOfASquareIsTheSquaredErrorAndTheirMeanTheLoss) {
  const Picture picture(runOf("line"), 3);
  const DataScene& scene = picture.scene;
  ASSERT_TRUE(scene.errorsAreSquares);
  const double perUnit = scene.frame.perUnitY();
  const Vector2& theta = scene.answers.front().theta;
  double sum = 0;
  for (std::size_t row = 0; row < scene.table().rows.size(); ++row) {
    const QRectF square = scene.squareOf(row);
    const double area = square.width() * square.height() / (perUnit * perUnit);
    EXPECT_NEAR(area, scene.model().ofRow(row, theta).value, 1e-9 * (1 + area));
    EXPECT_NEAR(square.width(), square.height(), 1e-9);
    const QPointF at = scene.pixelOf(row);
    EXPECT_TRUE(square.adjusted(-1e-6, -1e-6, 1e-6, 1e-6).contains(at)) << "it hangs on its row";
    sum += area;
  }
  EXPECT_NEAR(sum / static_cast<double>(scene.table().rows.size()), scene.function->value(theta), 1e-9);
}

// A square would lie about what the row costs.
TEST(DataScene, NoSquaresWhereTheLossIsNotASquare) {
  EXPECT_FALSE(Picture(runOf("line_huber")).scene.errorsAreSquares);
  EXPECT_FALSE(Picture(runOf("logistic_bias")).scene.errorsAreSquares);
  EXPECT_TRUE(Picture(runOf("tanh_neuron")).scene.errorsAreSquares);
}

TEST(DataScene, ManyRowsHaveNoSquares) {
  ravine::Run run = runOf("line");
  run.lossFunction.data = {.rows = Shared(tableOfRows(200))};
  EXPECT_FALSE(Picture(run).scene.errorsAreSquares);
  run.lossFunction.data = {.rows = Shared(tableOfRows(5))};
  EXPECT_TRUE(Picture(run).scene.errorsAreSquares);
}

TEST(DataScene, TheBatchOfTheStepAtThePlayheadIsFilled) {
  ravine::Run run = runOf("line");
  run.batches = {{"batch_size", std::int64_t{8}}};
  Picture picture(run, 5.4);
  EXPECT_EQ(*picture.scene.batch, batchAt(run, 5));
  for (const double playhead : {0.0, 12.0, 3.0, 40.0}) {  // backwards too, and at the end
    picture.scene.playhead = playhead;
    picture.details.workOut(picture.scene);
    EXPECT_EQ(*picture.scene.batch, batchAt(run, std::min<std::int64_t>(39, static_cast<std::int64_t>(playhead))));
  }
  // Far from the line, so that nothing else is painted on them.
  picture.scene.runs.front().run.start = {0, 1e6};
  picture.scene.runs.front().result = nullptr;
  picture.details.workOut(picture.scene);
  picture.scene.said.clear();
  const auto inBatch = [&](std::size_t row) {
    return std::find(picture.scene.batch->begin(), picture.scene.batch->end(), row) != picture.scene.batch->end();
  };
  const QImage image = picture.painted();
  int filled = 0;
  int hollow = 0;
  for (std::size_t row = 0; row < picture.scene.table().rows.size(); ++row) {
    const QColor middle = image.pixelColor(picture.scene.pixelOf(row).toPoint());
    if (middle.lightness() < 60) filled += inBatch(row) ? 1 : 0;
    if (middle.lightness() > 230) hollow += inBatch(row) ? 0 : 1;
  }
  EXPECT_GE(filled, 6) << "but for those under others and the note";
  EXPECT_GE(hollow, 20);
}

TEST(DataScene, WithWholeBatchesAllRowsAreFilled) {
  EXPECT_FALSE(Picture(runOf("line")).scene.batch);
}

TEST(DataScene, TheBorderIsWhereTheModelSaysOneHalf) {
  const Picture picture(runOf("logistic"), 20);
  const Answer& answer = picture.scene.answers.front();
  ASSERT_EQ(answer.border.size(), 1u) << "one line";
  for (const Vector2& place : answer.border.front().points)
    EXPECT_NEAR(picture.scene.model().predict(answer.theta, place), 0.5, 1e-6);
  ASSERT_FALSE(answer.ones.empty());
}

TEST(DataScene, ClassesDifferInShapeAndTone) {
  const Picture picture(runOf("logistic"), 20);
  const QImage image = picture.painted();
  double lightest[2] = {0, 0};
  for (std::size_t row = 0; row < picture.scene.table().rows.size(); ++row) {
    const int label = picture.scene.table().rows[row].y > 0.5 ? 1 : 0;
    lightest[label] += image.pixelColor(picture.scene.pixelOf(row).toPoint()).lightness();
  }
  EXPECT_GT(lightest[0], 1.5 * lightest[1]);
}

TEST(DataScene, AProbeIsShownDashedWithItsNumbers) {
  Picture picture(runOf("line"), 40);
  const QImage before = picture.painted();
  picture.scene.probe = Vector2(-1, 0.2);
  picture.details.workOut(picture.scene);
  ASSERT_TRUE(picture.scene.probed);
  EXPECT_EQ(picture.scene.probed->theta, Vector2(-1, 0.2));
  EXPECT_NE(picture.painted(), before);
}

TEST(DataScene, NothingLiesUnderTheButtons) {
  Picture picture(runOf("line"));
  picture.scene.reserved = {200, 6, 192, 30};
  picture.scene.frame.view = homeOf(picture.scene);
  for (std::size_t row = 0; row < picture.scene.table().rows.size(); ++row)
    EXPECT_FALSE(picture.scene.reserved.contains(picture.scene.pixelOf(row)));
}

TEST(DataScene, AModelFarBeyondAllNumbersIsPaintedWithoutFault) {
  for (const char* model : {"line", "line_huber", "logistic", "logistic_bias", "tanh_neuron", "tanh_network"}) {
    const ravine::Run run = runOf(model, 1e3);
    for (const double playhead : {0.0, 1.5, 40.0}) Picture(run, playhead).painted();
    Picture picture(run);
    picture.scene.probe = Vector2(1e300, std::numeric_limits<double>::quiet_NaN());
    picture.details.workOut(picture.scene);
    picture.painted();
  }
}

TEST(DataScene, AllRowsTheSameArePaintedWithoutFault) {
  ravine::Run run = runOf("line");
  run.lossFunction.data = {.rows = Shared(DataTable{1, {{1, 0, 2}, {1, 0, 2}}})};
  Picture(run, 5).painted();
  Picture picture(run);
  picture.scene.runs.front().run.lossFunction.data = {.rows = Shared(tableOfRows(10'000))};
  picture.scene.setFunction(picture.scene.runs.front().run.lossFunction);
  picture.scene.runs.front().result = nullptr;
  picture.details.workOut(picture.scene);
  picture.painted();
}

TEST(DataScene, AModelIsWrittenAsOneWrites) {
  EXPECT_EQ(predictionText({"line", {}}, {1.2, 0.4}), QStringLiteral("ŷ = 1.2 x + 0.4"));
  EXPECT_EQ(predictionText({"line", {}}, {-1.2, -0.4}), QStringLiteral("ŷ = −1.2 x − 0.4"));
  EXPECT_EQ(predictionText({"tanh_network", {}}, {2, 0.5}), QStringLiteral("ŷ = 0.5 tanh(2 x)"));
  EXPECT_EQ(predictionText({"logistic", {}}, {2, -3}), QStringLiteral("P(1) = σ(2 x₁ − 3 x₂)"));
}

TEST(DataEdit, ARowGoesWhereItIsPut) {
  const DataTable table{1, {{0, 0, 0}, {1, 0, 1}, {2, 0, 4}}};
  const DataTable changed = moved({table}, 1, {1.5, -2}, {0.01, 0.01});
  EXPECT_EQ(changed.rows[1], (Datum{1.5, 0, -2}));
  EXPECT_EQ(changed.rows[0], table.rows[0]);
}

// The scales follow the row that moves, and it stays under the pointer for all that.
TEST(DataEdit, AStandardizedRowGoesWhereItIsPut) {
  DataTable table{1, {}};
  for (int i = 0; i < 12; ++i) table.rows.push_back({100.0 + 7 * i, 0, 0.1 * i});
  const DataTable changed = moved({table, true}, 3, {1.8, 0.5}, {1e-3, 1e-3});
  EXPECT_NEAR(standardized(changed).rows[3].x, 1.8, 0.01);
  EXPECT_NEAR(changed.rows[3].y, 0.5, 1e-9) << "targets are as they are";
}

TEST(DataEdit, TargetsOfAModelOfClassesAre0Or1) {
  const DataTable table{1, {{0, 0, 0}, {1, 0, 1}}};
  EXPECT_EQ(moved({table, false, true}, 0, {0.3, 0.7}, {0.01, 0.01}).rows[0].y, 1);
  EXPECT_EQ(withRow({table, false, true}, {0.3, -4}, {0.01, 0.01}, NewClass::asNearest).rows[2].y, 0);
}

TEST(DataEdit, ANewRowHasTheClassOfTheNearestOrTheOther) {
  const DataTable table{2, {{-1, -1, 0}, {1, 1, 1}}};
  EXPECT_EQ(withRow({table, false, true}, {0.8, 0.7}, {0.01, 0.01}, NewClass::asNearest).rows[2], (Datum{0.8, 0.7, 1}));
  EXPECT_EQ(withRow({table, false, true}, {0.8, 0.7}, {0.01, 0.01}, NewClass::other).rows[2], (Datum{0.8, 0.7, 0}));
  EXPECT_EQ(withOtherClass(table, 0).rows[0].y, 1);
  EXPECT_EQ(withoutRow(table, 0).rows, std::vector{table.rows[1]});
}

// The arrow of a row points downhill for that row alone.
TEST(PickedRows, HaveAnArrowAtTheHeadOfEachPath) {
  const ravine::Run run = runOf("line");
  MapScene scene;
  scene.runs = {{run, computeRun(run)}};
  scene.theme = Theme::light();
  scene.frame = {{0, 0, 300, 300}, scene.runs.front().landscape()->domain};
  scene.playhead = 2.5;
  MapDetails details;
  details.workOut(scene);
  EXPECT_TRUE(scene.shares.empty());
  scene.pickedRow = 7;
  details.workOut(scene);
  ASSERT_EQ(scene.shares.size(), 1u);
  const RowShare& share = scene.shares.front();
  EXPECT_EQ(share.theta, pointAt(scene.runs.front().result->trajectory, 2.5));
  const DataLoss& model = *asDataLoss(*scene.runs.front().landscape()->function);
  const Vector2 gradient = model.ofRow(7, share.theta).gradient;
  EXPECT_NEAR(share.downhill.dot(gradient), -gradient.norm(), 1e-9 * gradient.norm());
  double largest = 0;
  for (std::size_t row = 0; row < model.terms(); ++row) {
    scene.pickedRow = row;
    details.workOut(scene);
    largest = std::max(largest, scene.shares.front().part);
  }
  EXPECT_DOUBLE_EQ(largest, 1) << "one of them has the longest";
  scene.pickedRow = 100'000;
  details.workOut(scene);
  EXPECT_TRUE(scene.shares.empty());
}

}  // namespace
}  // namespace ravine
