#include "ui/map/data_scene.h"

#include <algorithm>
#include <cmath>

#include "core/loss/models.h"
#include "ui/map/path_painter.h"
#include "ui/words/wording.h"

namespace ravine {
namespace {

constexpr double kCurveStep = 2;             // pixels between the samples of a curve
constexpr int kBorderCells = 48;             // along each side: borders are straight or nearly so
constexpr std::size_t kMostSquares = 60;     // rows; more are a heap in which no square is seen
constexpr std::size_t kMostResiduals = 600;  // rows; more are a curtain

// Where the model says ½, as contours of the logit: that is straight where the model is logistic, and a probability
// would be level wherever the model is sure.
void findBorder(Answer& answer, const DataScene& scene, bool withSides) {
  constexpr double sure = 40;  // beyond this logit a probability is 0 or 1 to the last digit
  const Box seen = scene.frame.view.grown(2.0 / kBorderCells);
  Field logits{seen, kBorderCells, kBorderCells, {}};
  logits.values.reserve(static_cast<std::size_t>(kBorderCells) * kBorderCells);
  for (int row = 0; row < kBorderCells; ++row)
    for (int column = 0; column < kBorderCells; ++column) {
      const double p = scene.model().predict(answer.theta, logits.centre(column, row));
      logits.values.push_back(sure + std::clamp(std::log(p / (1 - p)), -sure, sure));
    }
  answer.border = contourLines(logits, {sure});
  if (withSides) answer.ones = outlinesAbove(logits, sure);
}

void findCurve(Answer& answer, const DataScene& scene) {
  const Interval& range = scene.frame.view.x;
  const int samples = std::max(2, static_cast<int>(scene.frame.area.width() / kCurveStep) + 1);
  answer.curve.reserve(static_cast<std::size_t>(samples));
  for (int i = 0; i < samples; ++i)
    answer.curve.push_back(scene.model().predict(answer.theta, {range.lower + range.length() * i / (samples - 1), 0}));
}

Answer answerOf(const Vector2& theta, const DataScene& scene, bool withSides) {
  Answer answer{theta};
  if (!isFinite(theta)) return answer;
  if (scene.hasTwoInputs())
    findBorder(answer, scene, withSides);
  else
    findCurve(answer, scene);
  return answer;
}

// "1.2 x + −0.4" is not how anybody writes.
QString withoutDoubleSigns(QString text) {
  return text.replace(QStringLiteral("+ −"), QStringLiteral("− "));
}

}  // namespace

void DataScene::setFunction(const LossChoice& choice) {
  const LossFunctionInfo info = lossFunctionInfo(choice);
  function = makeLossFunction(info, choice.parameters);
  axes = info.axes;
  hasLabels = findModel(choice.id)->labels;
  const auto standardize = std::find_if(info.parameters.begin(), info.parameters.end(),
                                        [](const ParameterInfo& each) { return each.id == "standardize"; });
  isStandardized =
      standardize != info.parameters.end() && valueOf(*standardize, choice.parameters) == ParameterValue(true);
}

std::size_t DataScene::placeLookedAt() const {
  const auto chosen =
      std::find_if(runs.begin(), runs.end(), [this](const ShownRun& shown) { return shown.run.id == selected; });
  return chosen == runs.end() ? 0 : static_cast<std::size_t>(chosen - runs.begin());
}

std::optional<std::size_t> DataScene::rowAt(const QPointF& pixel, double radius) const {
  std::optional<std::size_t> nearest;
  for (std::size_t i = 0; i < table().rows.size(); ++i) {
    const QPointF off = pixelOf(i) - pixel;
    const double distance = std::hypot(off.x(), off.y());
    if (distance > radius) continue;
    radius = distance;
    nearest = i;
  }
  return nearest;
}

QRectF DataScene::squareOf(std::size_t row) const {
  const Datum& datum = table().rows[row];
  const QPointF at = pixelOf(row);
  const QPointF onCurve = frame.toPixel({datum.x, said[row]});
  const double side = std::abs(onCurve.y() - at.y());
  const double step = kCurveStep / frame.perUnitX();
  const Vector2& theta = answers[placeLookedAt()].theta;
  const bool rises = model().predict(theta, {datum.x + step, 0}) >= said[row];
  const bool isAbove = datum.y > said[row];
  const bool fitsLeft = at.x() - side >= frame.area.left();
  const bool fitsRight = at.x() + side <= frame.area.right();
  const bool isLeft = fitsLeft == fitsRight ? rises == isAbove : fitsLeft;
  return {isLeft ? at.x() - side : at.x(), std::min(at.y(), onCurve.y()), side, side};
}

Vector2 thetaAt(const ShownRun& shown, double playhead) {
  return shown.result ? pointAt(shown.result->trajectory, playhead) : shown.run.start;
}

Box homeOf(const DataScene& scene) {
  const auto withRoom = [](const Interval& range, double part) {
    const double length = range.length() > 0 ? range.length() : 1;
    return Interval{range.centre() - (0.5 + part) * length, range.centre() + (0.5 + part) * length};
  };
  constexpr double aside = 0.06;
  constexpr double above = 0.1;
  const Box extent = extentOf(scene.table());
  const bool isProbability = scene.hasLabels && !scene.hasTwoInputs();
  Box home{withRoom(extent.x, aside), withRoom(isProbability ? Interval{0, 1} : extent.y, above)};
  // No row under the note in the lower corner, where that leaves enough, and none under the buttons.
  constexpr double note = 32;  // pixels at scale 1
  const double lowest = isProbability ? 0 : extent.y.lower;
  const double under = scene.theme.px(note) / std::max(1.0, scene.frame.area.height());
  constexpr double mostUnder = 0.25;  // of the height
  if (under <= mostUnder) home.y.lower = std::min(home.y.lower, lowest - under / (1 - under) * (home.y.upper - lowest));
  constexpr double most = 0.25;  // of the height, for that
  const double height = scene.frame.area.height();
  constexpr double radius = 8;  // pixels at scale 1
  const double covered = scene.reserved.bottom() + scene.theme.px(radius) - scene.frame.area.top();
  const bool isOnTop = !scene.reserved.isEmpty() && scene.reserved.top() < scene.frame.area.center().y();
  if (isOnTop && covered > 0 && covered < most * height) {
    const double highest = isProbability ? 1 : extent.y.upper;
    const double length = (highest - home.y.lower) / (1 - covered / height);
    home.y.upper = std::max(home.y.upper, home.y.lower + length);
  }
  return home;
}

void DataDetails::workOut(DataScene& scene) {
  const std::size_t lookedAt = scene.placeLookedAt();
  scene.answers.clear();
  for (std::size_t i = 0; i < scene.runs.size(); ++i)
    scene.answers.push_back(answerOf(thetaAt(scene.runs[i], scene.playhead), scene, i == lookedAt));
  scene.probed.reset();
  if (scene.probe) scene.probed = answerOf(*scene.probe, scene, false);
  scene.said.clear();
  scene.errorsAreSquares = false;
  const std::vector<Datum>& rows = scene.table().rows;
  const Vector2& theta = scene.answers[lookedAt].theta;
  if (!scene.hasTwoInputs() && rows.size() <= kMostResiduals && isFinite(theta)) {
    for (const Datum& row : rows) scene.said.push_back(scene.model().predict(theta, row.input()));
    scene.errorsAreSquares = rows.size() <= kMostSquares;
    for (std::size_t i = 0; i < rows.size() && scene.errorsAreSquares; ++i) {
      constexpr double rounding = 1e-9;
      const double square = std::pow(scene.said[i] - rows[i].y, 2);
      scene.errorsAreSquares = std::abs(scene.model().ofRow(i, theta).value - square) <= rounding * (1 + square);
    }
  }
  scene.batch.reset();
  if (const auto seen = m_batch.rowsOf(scene.lookedAt(), rows.size(), scene.playhead))
    scene.batch.emplace(seen->begin(), seen->end());
}

QString predictionText(const LossChoice& function, const Vector2& theta) {
  const ModelInfo* model = findModel(function.id);
  if (!model) return {};
  QString text = QString::fromStdString(model->prediction);
  for (int i = 0; i < 2; ++i)
    text.replace(QString::fromStdString(model->theta[static_cast<std::size_t>(i)]), wording::number(theta[i], 2));
  return (model->labels ? QStringLiteral("P(1) = ") : QStringLiteral("ŷ = ")) + withoutDoubleSigns(text);
}

}  // namespace ravine
