#include "core/run/model_run.h"

#include <algorithm>
#include <cassert>

#include "core/base/number_text.h"
#include "core/loss/critical_points.h"

namespace ravine {
namespace {

constexpr auto kStandardize = "standardize";
constexpr int kRateDigits = 3;

void standAsSuggested(Run& run, const LossFunctionInfo& info) {
  run.start = info.start;
  if (const auto rate = fittingRate(run, info)) setNominalRate(run, roundedTo(*rate, kRateDigits));
}

bool standsAsSuggested(const Run& run, const LossFunctionInfo& info) {
  const auto rate = fittingRate(run, info);
  return run.start == info.start && rate && nominalRate(run) == roundedTo(*rate, kRateDigits);
}

// The row that a run's choice stands for, if that and its parameters are sound.
std::optional<LossFunctionInfo> soundRow(const Run& run) {
  Problems problems;
  auto row = resolve(run.lossFunction, problems);
  if (row && !check(row->parameters, run.lossFunction.parameters, "loss").empty()) row.reset();
  return row;
}

// The run's start as the same model once standardizing is switched; nothing where no model says the same then.
std::optional<Vector2> thetaOfSwitched(const Run& run) {
  constexpr int digits = 6;
  if (!findModel(run.lossFunction.id)->hasBias) return std::nullopt;
  Problems none;
  const Scales scales = scalesOf(*tableOf(dataOf(run.lossFunction), none));
  return roundedTo(isStandardized(run) ? thetaOfMeasured(run.start, scales) : thetaOfStandardized(run.start, scales),
                   digits);
}

// The box, wide enough on both sides for a place and a little more.
Box boxAround(const Box& box, const Vector2& place) {
  constexpr double roomy = 1.2;
  const auto wide = [](const Interval& interval, double at) {
    const double half = std::max(std::max(-interval.lower, interval.upper), roomy * std::abs(at));
    return interval.contains(at) ? interval : Interval{-roundedTo(half, 2), roundedTo(half, 2)};
  };
  return {wide(box.x, place.x()), wide(box.y, place.y())};
}

}  // namespace

void changeModel(Run& run, const std::function<void(LossChoice&)>& change) {
  const DataChoice before = dataOf(run.lossFunction);
  const bool stood = standsAsSuggested(run, lossFunctionInfo(run));
  changeSpan(run, [&](Run& r) { change(r.lossFunction); });
  const DataChoice now = dataOf(run.lossFunction);
  const auto row = soundRow(run);
  if (!row || now.empty()) return;
  const bool others = now.id != before.id || now.rows != before.rows;
  if (!row->domain.contains(run.start) || (others && stood)) standAsSuggested(run, *row);
}

void learnFrom(Run& run, const DataChoice& data) {
  changeModel(run, [&](LossChoice& choice) {
    choice.data = data;
    choice.domain.reset();
  });
}

std::optional<double> sharpnessAtMinimum(const Run& run) {
  const LossFunctionInfo info = lossFunctionInfo(run);
  const auto function = makeLossFunction(info, run.lossFunction.parameters);
  if (const DataLoss* loss = asDataLoss(*function); loss && loss->fallsForEver()) return std::nullopt;
  const auto minimum = minimumBelow(*function, info.start, info.domain.diagonal());
  if (!minimum || !(minimum->curvature.upper > 0)) return std::nullopt;
  return minimum->curvature.upper;
}

bool canStandardize(const Run& run) {
  const ModelInfo* model = findModel(run.lossFunction.id);
  return model && findParameter(model->parameters, kStandardize);
}

bool isStandardized(const Run& run) {
  const ModelInfo* model = findModel(run.lossFunction.id);
  const ParameterInfo* info = model ? findParameter(model->parameters, kStandardize) : nullptr;
  return info && std::get<bool>(valueOf(*info, run.lossFunction.parameters));
}

Run withStandardizeSwitched(Run run) {
  assert(canStandardize(run));
  const std::optional<double> before = sharpnessAtMinimum(run);
  const double rate = nominalRate(run);
  const std::optional<Vector2> start = thetaOfSwitched(run);
  run.lossFunction.parameters[kStandardize] = !isStandardized(run);
  run.lossFunction.domain.reset();
  if (const Box domain = lossFunctionInfo(run).domain; start && !domain.contains(*start))
    run.lossFunction.domain = boxAround(domain, *start);
  const LossFunctionInfo row = lossFunctionInfo(run);
  run.start = start.value_or(row.start);
  const auto suggested = fittingRate(run, row);
  if (!suggested) return run;
  const std::optional<double> after = sharpnessAtMinimum(run);
  if (before && after)
    setNominalRate(run, roundedTo(rate * *before / *after, kRateDigits));
  else
    setNominalRate(run, roundedTo(*suggested, kRateDigits));
  return run;
}

double epochsOf(const Run& run) {
  return static_cast<double>(run.steps) / static_cast<double>(stepsPerEpoch(run));
}

std::vector<const DataSetInfo*> dataSetsFor(const ModelInfo& model) {
  std::vector<const DataSetInfo*> fitting;
  for (const DataSetInfo& set : dataSets())
    if (set.inputs == model.inputs && (set.labels || !model.labels)) fitting.push_back(&set);
  std::stable_partition(fitting.begin(), fitting.end(),
                        [&](const DataSetInfo* set) { return set->labels == model.labels; });
  return fitting;
}

std::vector<const ModelInfo*> modelsFor(const DataTable& table) {
  std::vector<const ModelInfo*> fitting;
  for (const ModelInfo& model : models())
    if (check(model, table).empty()) fitting.push_back(&model);
  const bool labels = table.hasLabels();
  std::stable_partition(fitting.begin(), fitting.end(),
                        [labels](const ModelInfo* model) { return model->labels == labels; });
  return fitting;
}

}  // namespace ravine
