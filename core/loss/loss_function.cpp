#include "core/loss/loss_function.h"

#include <algorithm>
#include <cassert>
#include <cmath>
#include <deque>
#include <mutex>

#include "core/base/number_text.h"
#include "core/loss/formula.h"
#include "core/loss/models.h"
#include "core/loss/spline_surface.h"

namespace ravine {
namespace {

// A start for a formula: in the upper left of the domain if the loss and its gradient are finite there.
Vector2 startFor(const LossFunction& function, const Box& domain) {
  for (const Vector2& part : {Vector2(0.1, 0.8), Vector2(0.9, 0.8), Vector2(0.1, 0.2), Vector2(0.9, 0.2),
                              Vector2(0.6, 0.7), Vector2(0.4, 0.3), Vector2(0.5, 0.5)}) {
    constexpr int digits = 12;  // without what rounding has left of 0.6
    const Vector2 start = roundedTo(
        Vector2(domain.x.lower + part.x() * domain.x.length(), domain.y.lower + part.y() * domain.y.length()), digits);
    const ValueAndGradient f = function.gradient(start);
    if (std::isfinite(f.value) && isFinite(f.gradient)) return start;
  }
  return domain.centre();
}

LossFunctionInfo formulaRow(const Formula& formula, const std::string& text, const Box& domain) {
  LossFunctionInfo info;
  info.name = Message::verbatim(text);
  info.formula = text;
  for (const std::string& letter : formula.parameters())
    info.parameters.push_back({letter, 1.0, {}, {}, CORE_TEXT("Parameter", "A free letter of the formula")});
  info.domain = domain;
  info.ofXAlone = !formula.hasY();
  info.teaches = CORE_TEXT("LossFunction", "A formula of your own.");
  info.make = [formula](const LossFunctionInfo& row, const ParameterSet& parameters) {
    std::vector<double> numbers;
    for (const ParameterInfo& parameter : row.parameters) numbers.push_back(numberOf(parameter, parameters));
    return formula.bind(numbers);
  };
  info.start = startFor(*info.make(info, {}), domain);
  return info;
}

// The rows made lately, so that a drag does not read its formula, or look at its data, anew at every move. Any thread.
class MadeRows {
 public:
  std::optional<LossFunctionInfo> find(const LossChoice& choice) {
    const std::lock_guard lock(m_mutex);
    for (const auto& [known, row] : m_rows)
      if (known == choice) return row;
    return std::nullopt;
  }
  void remember(const LossChoice& choice, const LossFunctionInfo& row) {
    const std::lock_guard lock(m_mutex);
    m_rows.emplace_front(choice, row);
    if (m_rows.size() > kMostRows) m_rows.pop_back();
  }

 private:
  static constexpr std::size_t kMostRows = 16;
  std::mutex m_mutex;
  std::deque<std::pair<LossChoice, LossFunctionInfo>> m_rows;
};

// `make` makes the row of a choice, or says why it cannot; only what the row depends on may be in `choice`.
template <class Make>
std::optional<LossFunctionInfo> madeRow(const LossChoice& choice, Make make) {
  static MadeRows rows;
  if (auto known = rows.find(choice)) return known;
  const std::optional<LossFunctionInfo> row = make();
  if (row) rows.remember(choice, *row);
  return row;
}

std::optional<LossFunctionInfo> resolveFormula(const std::string& text, const Box& domain, Problems& problems) {
  return madeRow({"", {}, text, domain}, [&]() -> std::optional<LossFunctionInfo> {
    FormulaProblem problem;
    const auto formula = Formula::parse(text, problem);
    if (formula) return formulaRow(*formula, text, domain);
    problems.push_back(problem.asProblem());
    return std::nullopt;
  });
}

constexpr std::int64_t kStepsOfModels = 150;

// What parameters do not pass leaves the view as it is without them.
std::optional<LossFunctionInfo> modelRow(const ModelInfo& model, const LossChoice& choice, Problems& problems) {
  const auto table = tableOf(dataOf(choice), problems);
  if (!table) return std::nullopt;
  if (const Problems found = check(model, *table); !found.empty()) {
    problems.insert(problems.end(), found.begin(), found.end());
    return std::nullopt;
  }
  const bool sound = check(model.parameters, choice.parameters, "loss").empty();
  const ModelView view = viewOf(*model.make(sound ? choice.parameters : ParameterSet(), *table));
  return LossFunctionInfo{
      .id = model.id,
      .name = model.name,
      .formula = model.lossText,
      .parameters = model.parameters,
      .domain = choice.domain.value_or(view.domain),
      .start = view.start,
      .lr = view.lr,
      .steps = kStepsOfModels,
      .teaches = model.teaches,
      .source = model.source,
      .make = [&model, table](const LossFunctionInfo&, const ParameterSet& set) { return model.make(set, *table); },
      .group = LossGroup::models,
      .axes = model.theta};
}

// The loss is that of the grid's spline; η a part of 2/λ where it begins.
std::optional<LossFunctionInfo> gridRow(const LossChoice& choice, Problems& problems) {
  const Grid& grid = *choice.grid;
  Problems found = check(grid);
  if (grid.values.size() > kMostGridPoints) {
    const double times = static_cast<double>(grid.values.size()) / static_cast<double>(kMostGridPoints);
    found.push_back({"grid", CORE_TEXT("Problem", "has %1 points").with(grid.values.size()),
                     CORE_TEXT("Problem", "give at most %1, by keeping one line in %2 along each axis")
                         .with(kMostGridPoints, static_cast<int>(std::ceil(std::sqrt(times))))});
  }
  if (!choice.id.empty() || !choice.formula.empty())
    found.push_back({"grid", CORE_TEXT("Problem", "does not stand alone"),
                     CORE_TEXT("Problem", "give an id, a formula or a grid")});
  problems.insert(problems.end(), found.begin(), found.end());
  if (!found.empty()) return std::nullopt;
  const auto spline = splineOf(grid);
  LossFunctionInfo info;
  info.name = CORE_TEXT("LossFunction", "Measured losses");
  info.formula = "spline(" + std::to_string(grid.x.size()) + " × " + std::to_string(grid.y.size()) + ")";
  info.domain = choice.domain.value_or(domainOf(grid));
  info.teaches = CORE_TEXT("LossFunction",
                           "A bicubic spline through losses that were measured on a grid, with its own exact gradient "
                           "and Hessian. Off the grid it is undefined.");
  info.make = [spline](const LossFunctionInfo&, const ParameterSet&) { return spline; };
  info.group = LossGroup::measured;
  info.start = startFor(*spline, domainOf(grid));
  constexpr double partOfLimit = 0.3;
  constexpr double firstStep = 0.05;  // of the grid at most: where it is nearly straight, 2/λ says nothing
  const Derivatives there = spline->derivatives(info.start);
  const double sharpness = eigenvalues(there.hessian).upper;
  const double steepness = there.gradient.norm();
  double lr = sharpness > 0 ? partOfLimit * 2 / sharpness : 0.1;
  if (steepness > 0) lr = std::min(lr, firstStep * domainOf(grid).diagonal() / steepness);
  info.lr = roundedTo(lr, 1);
  info.steps = kStepsOfModels;
  return info;
}

bool isSound(const Box& box) {
  const auto sound = [](const Interval& i) {
    return std::isfinite(i.lower) && std::isfinite(i.upper) && std::isfinite(i.length()) &&
           i.length() > 1e-9 * std::max({1e-6, std::abs(i.lower), std::abs(i.upper)});
  };
  return sound(box.x) && sound(box.y);
}

}  // namespace

Eigenvalues eigenvalues(const Matrix2& symmetric) {
  const double mean = 0.5 * (symmetric(0, 0) + symmetric(1, 1));
  const double radius = std::hypot(0.5 * (symmetric(0, 0) - symmetric(1, 1)), symmetric(0, 1));
  return {mean - radius, mean + radius};
}

PrincipalCurvatures principalCurvatures(const Matrix2& hessian) {
  const double angle = 0.5 * std::atan2(2 * hessian(0, 1), hessian(0, 0) - hessian(1, 1));
  return {eigenvalues(hessian), {std::cos(angle), std::sin(angle)}};
}

std::optional<LossFunctionInfo> resolve(const LossChoice& choice, Problems& problems) {
  if (choice.domain && !isSound(*choice.domain)) {
    problems.push_back({"domain", CORE_TEXT("Problem", "is not a box"),
                        CORE_TEXT("Problem", "write four numbers x0,x1,y0,y1 with x0 < x1 and y0 < y1")});
    return std::nullopt;
  }
  const bool isKnown = choice.id.empty() || findLossFunction(choice.id);  // else the id is what is wrong
  if (!choice.data.empty() && !findModel(choice.id) && isKnown) {
    problems.push_back({"data", CORE_TEXT("Problem", "only models learn from data"),
                        CORE_TEXT("Problem", "choose a model, or leave the data out")});
    return std::nullopt;
  }
  if (choice.grid) return madeRow(choice, [&] { return gridRow(choice, problems); });
  if (choice.formula.empty() && choice.id.empty()) {
    problems.push_back({"loss", CORE_TEXT("Problem", "is empty"),
                        CORE_TEXT("Problem", "give the id of a loss function or a formula")});
    return std::nullopt;
  }
  if (!choice.formula.empty()) return resolveFormula(choice.formula, choice.domain.value_or(kFormulaDomain), problems);
  if (const ModelInfo* model = findModel(choice.id))
    return madeRow(choice, [&] { return modelRow(*model, choice, problems); });
  const LossFunctionInfo* row = findLossFunction(choice.id);
  if (!row) {
    std::vector<std::string> ids;
    for (const LossFunctionInfo& info : lossFunctions()) ids.push_back(info.id);
    for (const ModelInfo& info : models()) ids.push_back(info.id);
    const Message otherwise = CORE_TEXT("Problem", "see 'ravine list loss-functions', or write a formula");
    problems.push_back({"loss", CORE_TEXT("Problem", "there is no '%1'").with(excerpt(choice.id)),
                        didYouMean(choice.id, ids, otherwise)});
    return std::nullopt;
  }
  LossFunctionInfo info = *row;
  if (choice.domain) info.domain = *choice.domain;
  return info;
}

bool isOfXAlone(const LossChoice& choice) {
  if (findModel(choice.id)) return false;
  if (const LossFunctionInfo* row = findLossFunction(choice.id)) return row->ofXAlone;
  Problems ignored;
  const auto row = resolve(choice, ignored);
  return row && row->ofXAlone;
}

LossFunctionInfo lossFunctionInfo(const LossChoice& choice) {
  Problems problems;
  auto info = resolve(choice, problems);
  assert(info);
  return std::move(*info);
}

DataChoice dataOf(const LossChoice& choice) {
  const ModelInfo* model = findModel(choice.id);
  return !model || !choice.data.empty() ? choice.data : model->data;
}

LossChoice asFormula(const LossChoice& choice, const std::string& formula) {
  const LossFunctionInfo info = lossFunctionInfo(choice);
  LossChoice own{"", {}, formula, info.domain};
  Problems problems;
  const auto row = resolve(own, problems);
  if (!row) return own;
  for (const ParameterInfo& parameter : info.parameters)
    if (findParameter(row->parameters, parameter.id))
      own.parameters[parameter.id] = valueOf(parameter, choice.parameters);
  return own;
}

std::shared_ptr<const LossFunction> makeLossFunction(const LossFunctionInfo& info, const ParameterSet& parameters) {
  return info.make(info, parameters);
}

void LossFunction::gradients(const Places& places, const GradientsTo& to) const {
  for (std::size_t i = 0; i < places.count; ++i) {
    const ValueAndGradient f = gradient({places.x[i], places.y[i]});
    to.value[i] = f.value;
    to.x[i] = f.gradient.x();
    to.y[i] = f.gradient.y();
  }
}

bool isQuadratic(const LossFunction& function, const Box& box) {
  constexpr int gridSize = 4;
  constexpr double rounding = 1e-12;
  const Derivatives centre = function.derivatives(box.centre());
  const Matrix2& hessian = centre.hessian;
  const double tolerance = rounding * hessian.norm();
  const double slopeTolerance = 1e3 * rounding * (centre.gradient.norm() + hessian.norm() * box.diagonal());
  for (int i = 0; i <= gridSize; ++i)
    for (int j = 0; j <= gridSize; ++j) {
      const Vector2 theta{box.x.lower + box.x.length() * i / gridSize, box.y.lower + box.y.length() * j / gridSize};
      const Derivatives at = function.derivatives(theta);
      if (!((at.hessian - hessian).norm() <= tolerance)) return false;
      // Kinks change the slope without any curvature.
      const Vector2 slope = centre.gradient + hessian * (theta - box.centre());
      if (!((at.gradient - slope).norm() <= slopeTolerance)) return false;
    }
  return true;
}

}  // namespace ravine
