#include "core/loss/models.h"

#include <algorithm>
#include <cmath>
#include <numbers>
#include <optional>

#include "core/base/number_text.h"
#include "core/loss/model_loss.h"

namespace ravine {
namespace {

// Whether all of these vectors lie on one side of a line through the origin, the line itself included, and one of them
// beside it: then weights exist for which every row is classified as its label says.
bool areOnOneSide(const std::vector<Vector2>& vectors) {
  std::vector<double> angles;
  for (const Vector2& v : vectors)
    if (v.norm() > 0) angles.push_back(std::atan2(v.y(), v.x()));
  if (angles.empty()) return false;
  std::sort(angles.begin(), angles.end());
  constexpr double turn = 2 * std::numbers::pi;
  constexpr double rounding = 1e-12;
  double widest = angles.front() + turn - angles.back();
  for (std::size_t i = 1; i < angles.size(); ++i) widest = std::max(widest, angles[i] - angles[i - 1]);
  if (widest > std::numbers::pi + rounding) return true;
  // Two gaps of half a turn: all on one line through the origin, in both directions.
  return widest > std::numbers::pi - rounding && std::any_of(angles.begin(), angles.end(), [&](double angle) {
           const double off = std::abs(std::remainder(angle - angles.front(), std::numbers::pi));
           return off > rounding;
         });
}

ParameterInfo standardizeInfo() {
  return {"standardize",
          false,
          {},
          {},
          CORE_TEXT("Parameter", "Inputs with mean 0 and standard deviation 1: (x − mean)/deviation")};
}

ParameterInfo deltaInfo() {
  return {
      "delta", 1.0, moreThan(0), {}, CORE_TEXT("Parameter", "Beyond this residual (δ) the loss is a straight line")};
}

template <class Model>
auto make(Model (*settings)(const ParameterSet&)) {
  return [settings](const ParameterSet& set, const DataTable& table) -> std::shared_ptr<const DataLoss> {
    const bool standardize = std::get<bool>(valueOf(standardizeInfo(), set));
    return std::make_shared<ModelLoss<Model>>(settings(set), standardize ? standardized(table) : table);
  };
}

template <class Model>
Model plain(const ParameterSet&) {
  return {};
}

HuberLine huber(const ParameterSet& set) {
  return {numberOf(deltaInfo(), set)};
}

std::vector<ModelInfo> allModels() {
  return {
      {.id = "line",
       .name = CORE_TEXT("Model", "Line"),
       .prediction = "w x + b",
       .lossText = "1/n Σ (ŷ − y)²",
       .theta = {"w", "b"},
       .formulaOfRow = "(x*u + y - t)^2",
       .parameters = {standardizeInfo()},
       .data = {"noisy_line"},
       .teaches = CORE_TEXT("Model", "A quadratic, whose curvatures are those of the data: 2⟨x²⟩, 2⟨x⟩ and 2."),
       .source = "Legendre 1805",
       .make = make<Line>(plain),
       .hasBias = true},
      {.id = "line_huber",
       .name = CORE_TEXT("Model", "Line with Huber loss"),
       .prediction = "w x + b",
       .lossText = "1/n Σ h(ŷ − y);  h(r) = ½r² (|r| ≤ δ), δ(|r| − δ/2) (|r| > δ)",
       .theta = {"w", "b"},
       .formulaOfRow = "0.5*min(abs(x*u + y - t), d)^2 + d*max(abs(x*u + y - t) - d, 0)",
       .parameters = {deltaInfo(), standardizeInfo()},
       .data = {"outliers"},
       .teaches = CORE_TEXT("Model", "No row pulls harder than δ, so a few outliers cannot turn the valley."),
       .source = "Huber 1964",
       .make = make<HuberLine>(huber),
       .hasBias = true},
      {.id = "logistic",
       .name = CORE_TEXT("Model", "Logistic regression, two weights"),
       .prediction = "σ(w₁ x₁ + w₂ x₂)",
       .lossText = "1/n Σ log(1 + eᶻ) − y z;  z = w₁ x₁ + w₂ x₂",
       .theta = {"w₁", "w₂"},
       .formulaOfRow = "softplus(x*u + y*v) - t*(x*u + y*v)",
       .inputs = 2,
       .labels = true,
       .parameters = {standardizeInfo()},
       .data = {"overlapping_clouds"},
       .teaches =
           CORE_TEXT("Model", "Convex, and flat far away; if a line parts the classes, the weights grow for ever."),
       .source = "Cox 1958",
       .make = make<Logistic>(plain)},
      {.id = "logistic_bias",
       .name = CORE_TEXT("Model", "Logistic regression, weight and bias"),
       .prediction = "σ(w x + b)",
       .lossText = "1/n Σ log(1 + eᶻ) − y z;  z = w x + b",
       .theta = {"w", "b"},
       .formulaOfRow = "softplus(x*u + y) - t*(x*u + y)",
       .labels = true,
       .parameters = {standardizeInfo()},
       .data = {"pass_or_fail"},
       .teaches = CORE_TEXT("Model", "The border between two classes on a line: where w x + b = 0."),
       .source = "Cox 1958",
       .make = make<LogisticWithBias>(plain),
       .hasBias = true},
      {.id = "tanh_neuron",
       .name = CORE_TEXT("Model", "One tanh neuron"),
       .prediction = "tanh(w x + b)",
       .lossText = "1/n Σ (ŷ − y)²",
       .theta = {"w", "b"},
       .formulaOfRow = "(tanh(x*u + y) - t)^2",
       .parameters = {standardizeInfo()},
       .data = {"s_curve", {{"height", 1.0}}},
       .teaches = CORE_TEXT("Model",
                            "Not convex: where the neuron is saturated on the wrong side, the ground is all but flat."),
       .source = "Rumelhart, Hinton & Williams 1986",
       .make = make<TanhNeuron>(plain),
       .hasBias = true},
      {.id = "tanh_network",
       .name = CORE_TEXT("Model", "Network of two weights"),
       .prediction = "w₂ tanh(w₁ x)",
       .lossText = "1/n Σ (ŷ − y)²",
       .theta = {"w₁", "w₂"},
       .formulaOfRow = "(y*tanh(x*u) - t)^2",
       .parameters = {standardizeInfo()},
       .data = {"s_curve"},
       .teaches = CORE_TEXT("Model", "A saddle at 0 and two minima that are mirror images: (w₁, w₂) and (−w₁, −w₂)."),
       .source = "Rumelhart, Hinton & Williams 1986",
       .make = make<TanhNetwork>(plain)},
  };
}

// 1, 1.5, 2, 3, 5, 7.5 or 10 times a power of ten, not less than `value`.
double niceAbove(double value) {
  if (!(value > 0) || !std::isfinite(value)) return 1;
  const double power = std::pow(10, std::floor(std::log10(value)));
  for (const double step : {1.0, 1.5, 2.0, 3.0, 5.0, 7.5})
    if (step * power >= value) return step * power;
  return 10 * power;
}

// Downhill by Newton's method with a damping that falls as it succeeds (Levenberg 1944).
Vector2 downhill(const LossFunction& loss, Vector2 theta) {
  constexpr int mostSteps = 200;
  double damping = 1e-3;
  Derivatives at = loss.derivatives(theta);
  for (int i = 0; i < mostSteps && std::isfinite(at.value); ++i) {
    const auto [values, upper] = principalCurvatures(at.hessian);
    const Vector2 lower(-upper.y(), upper.x());
    const double floor = damping * std::max(1e-9, std::abs(values.upper));
    const Vector2 step = at.gradient.dot(upper) / (std::abs(values.upper) + floor) * upper +
                         at.gradient.dot(lower) / (std::abs(values.lower) + floor) * lower;
    const Derivatives next = loss.derivatives(theta - step);
    if (!(next.value < at.value)) {
      constexpr double hopeless = 1e15;
      if (damping > hopeless) break;
      damping = std::max(1e-6, damping * 10);
      continue;
    }
    theta -= step;
    at = next;
    damping /= 10;
    if (step.norm() <= 1e-9 * (1 + theta.norm())) break;
  }
  return theta;
}

// A neuron's weights that grow for as long as it is worth anything: next to nothing of the curvature is left.
bool isSaturated(const DataLoss& loss, const Vector2& theta) {
  constexpr double nearlyFlat = 0.2;
  return std::abs(eigenvalues(loss.derivatives(theta).hessian).upper) <
         nearlyFlat * std::abs(eigenvalues(loss.derivatives(Vector2::Zero()).hessian).upper);
}

// A part of 2/λ where it is sharpest on the straight way.
double rateBetween(const DataLoss& loss, const Vector2& from, const Vector2& to) {
  constexpr int places = 8;
  constexpr double partOfLimit = 0.4;
  double sharpest = 0;
  for (int i = 0; i <= places; ++i)
    sharpest = std::max(sharpest, eigenvalues(loss.derivatives(from + (to - from) * i / places).hessian).upper);
  return sharpest > 0 ? roundedTo(partOfLimit * 2 / sharpest, 1) : 0.1;
}

// Whether plain descent makes nearly all of the fall.
bool arrives(const DataLoss& loss, const ModelView& view, double lowest) {
  constexpr int steps = 100;
  constexpr double nearly = 0.005;
  Vector2 theta = view.start;
  ValueAndGradient f = loss.gradient(theta);
  const double fall = f.value - lowest;
  for (int i = 0; i < steps && isFinite(theta); ++i) {
    theta -= view.lr * f.gradient;
    f = loss.gradient(theta);
  }
  return f.value - lowest <= nearly * fall && view.domain.contains(theta);
}

}  // namespace

bool Logistic::fallsForEver(const DataTable& table) {
  std::vector<Vector2> vectors;
  for (const Datum& row : table.rows) vectors.push_back((row.y > 0.5 ? 1 : -1) * row.input());
  return areOnOneSide(vectors);
}

bool LogisticWithBias::fallsForEver(const DataTable& table) {
  std::vector<Vector2> vectors;
  for (const Datum& row : table.rows) vectors.push_back((row.y > 0.5 ? 1 : -1) * Vector2(row.x, 1));
  return areOnOneSide(vectors);
}

Vector2 thetaOfStandardized(const Vector2& theta, const Scales& scales) {
  return {theta.x() * scales.deviation.x(), theta.y() + theta.x() * scales.mean.x()};
}

Vector2 thetaOfMeasured(const Vector2& theta, const Scales& scales) {
  const double weight = theta.x() / scales.deviation.x();
  return {weight, theta.y() - weight * scales.mean.x()};
}

const DataLoss* asDataLoss(const LossFunction& function) {
  return dynamic_cast<const DataLoss*>(&function);
}

const std::vector<ModelInfo>& models() {
  static const std::vector<ModelInfo> all = allModels();
  return all;
}

const ModelInfo* findModel(std::string_view id) {
  const auto& all = models();
  const auto found = std::find_if(all.begin(), all.end(), [&](const ModelInfo& model) { return model.id == id; });
  return found == all.end() ? nullptr : &*found;
}

Problems check(const ModelInfo& model, const DataTable& table) {
  if (table.inputs != model.inputs) {
    if (model.inputs == 2)
      return {{"data", CORE_TEXT("Problem", "the rows have one input, and this model takes two"),
               CORE_TEXT("Problem", "give rows of x1, x2 and class, or choose another model")}};
    return {{"data", CORE_TEXT("Problem", "the rows have two inputs, and this model takes one"),
             CORE_TEXT("Problem", "give rows of x and y, or choose another model")}};
  }
  if (model.labels && !table.hasLabels())
    return {{"data", CORE_TEXT("Problem", "the targets are not all 0 or 1, and this model tells two classes apart"),
             CORE_TEXT("Problem", "write each class as 0 or 1, or choose another model")}};
  return {};
}

Vector2 lowestOf(const DataLoss& loss) {
  const Vector2 found = downhill(loss, {0.3, 0.2});
  return isFinite(found) ? found : Vector2(0.3, 0.2);
}

// A box about the origin, where models begin, that holds the minimum and the slopes around it.
ModelView viewOf(const DataLoss& loss) {
  constexpr double roomy = 1.5;
  constexpr double farthest = 8;  // of weights that grow for ever
  constexpr int digits = 6;       // of a start
  Vector2 best = lowestOf(loss);
  if (best.norm() > farthest && (loss.fallsForEver() || isSaturated(loss, best))) best *= farthest / best.norm();
  const Derivatives at = loss.derivatives(best);
  const double fall = std::max(0.0, loss.value(Vector2::Zero()) - at.value);
  Vector2 half;
  for (int i = 0; i < 2; ++i) {
    const double curvature = at.hessian(i, i);
    const auto aside = [curvature](double rise) { return curvature > 0 ? std::sqrt(2 * rise / curvature) : 0; };
    // To where it is as high as at the origin; where that is next to the minimum, to where it is a tenth higher.
    const double tenth = aside(0.1 * std::abs(at.value));
    const double wall = std::min(std::max(aside(fall), tenth), std::max(2 * best.norm(), tenth));
    half[i] = niceAbove(roomy * std::max(std::abs(best[i]), loss.fallsForEver() ? 0.3 * best.norm() : wall));
  }
  const Box domain{{-half.x(), half.x()}, {-half.y(), half.y()}};
  // From far off, where the loss lets it; a saturated neuron would stand still there.
  std::optional<ModelView> first;
  for (const Vector2& part : {Vector2(-0.7, 0.7), Vector2(0.7, 0.7), Vector2(0.7, -0.7), Vector2(0.15, 0.7),
                              Vector2(0.15, -0.7), Vector2(0.1, 0.1)}) {
    const Vector2 start = roundedTo(part.cwiseProduct(half), digits);
    const ModelView view{domain, start, rateBetween(loss, start, best)};
    if (arrives(loss, view, at.value)) return view;
    if (!first) first = view;
  }
  return *first;
}

}  // namespace ravine
