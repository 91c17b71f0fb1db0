#include <cmath>
#include <numbers>

#include "core/schedule.h"

namespace ravine {
namespace {

// η_t = η₀
struct Constant {
  double at(std::int64_t, double baseLr) const { return baseLr; }
};

// StepLR: η_t = η₀ γ^⌊t/step_size⌋
struct Step {
  std::int64_t stepSize = 50;
  double gamma = 0.1;

  double at(std::int64_t t, double baseLr) const { return baseLr * std::pow(gamma, static_cast<double>(t / stepSize)); }
};

// ExponentialLR: η_t = η₀ γ^t
struct Exponential {
  double gamma = 0.98;

  double at(std::int64_t t, double baseLr) const { return baseLr * std::pow(gamma, static_cast<double>(t)); }
};

// LinearLR: η_t = η₀ (start_factor + (end_factor − start_factor) min(t, total_iters)/total_iters)
struct Linear {
  double startFactor = 1.0 / 3;
  double endFactor = 1;
  std::int64_t totalIters = 5;

  double at(std::int64_t t, double baseLr) const {
    const double progress = static_cast<double>(std::min(t, totalIters)) / static_cast<double>(totalIters);
    return baseLr * (startFactor + (endFactor - startFactor) * progress);
  }
};

// CosineAnnealingLR (Loshchilov & Hutter 2017): η_t = η_min + (η₀ − η_min)(1 + cos(πt/T_max))/2.
// As in PyTorch it rises again after T_max, with period 2·T_max.
struct CosineAnnealing {
  std::int64_t tMax = 100;
  double etaMin = 0;

  double at(std::int64_t t, double baseLr) const {
    const double phase = std::numbers::pi * static_cast<double>(t % (2 * tMax)) / static_cast<double>(tMax);
    return etaMin + (baseLr - etaMin) * (1 + std::cos(phase)) / 2;
  }
};

// η_t = η₀ / √(1 + k t)
struct InverseSqrt {
  double k = 1;

  double at(std::int64_t t, double baseLr) const { return baseLr / std::sqrt(1 + k * static_cast<double>(t)); }
};

// CyclicLR (Smith 2017): from base_lr up to max_lr and down again; the height of a cycle stays (triangular), halves
// with each cycle (triangular2) or shrinks by γ^t (exp_range).
struct Cyclic {
  enum class Mode { triangular, triangular2, expRange };

  double baseLr = 0.01;
  double maxLr = 0.1;
  std::int64_t stepSizeUp = 20;
  std::int64_t stepSizeDown = 20;
  Mode mode = Mode::triangular;
  double gamma = 1;

  double at(std::int64_t t, double /*baseLr*/) const {
    const std::int64_t period = stepSizeUp + stepSizeDown;
    const std::int64_t position = t % period;
    const double height = position <= stepSizeUp
                              ? static_cast<double>(position) / static_cast<double>(stepSizeUp)
                              : static_cast<double>(period - position) / static_cast<double>(stepSizeDown);
    double scale = 1;
    if (mode == Mode::triangular2) scale = std::exp2(-static_cast<double>(t / period));
    if (mode == Mode::expRange) scale = std::pow(gamma, static_cast<double>(t));
    return baseLr + (maxLr - baseLr) * height * scale;
  }
};

// What a row says beyond its settings struct.
struct Row {
  std::string id;
  std::string name;
  std::string formula;
  std::string description;
  std::string rateParameter = {};
  std::function<ParameterSet(double baseLr, std::int64_t steps)> suggest = [](double, std::int64_t) {
    return ParameterSet{};
  };
};

template <class S>
ScheduleInfo schedule(Row row, std::vector<Setting<S>> settings = {}) {
  ScheduleInfo info{row.id,          row.name,          row.formula, describe(settings),
                    row.description, row.rateParameter, row.suggest, {}};
  info.make = [settings = std::move(settings)](const ParameterSet& parameters, double baseLr) -> LearningRate {
    return [rule = settingsFrom(settings, parameters), baseLr](std::int64_t t) { return rule.at(t, baseLr); };
  };
  return info;
}

std::int64_t part(std::int64_t steps, std::int64_t divisor) {
  return std::max<std::int64_t>(1, steps / divisor);
}

std::vector<ScheduleInfo> makeCatalogue() {
  const Range factor = moreThan(0);
  return {
      schedule<Constant>({.id = "constant",
                          .name = CORE_TEXT("Constant"),
                          .formula = "η₀",
                          .description = CORE_TEXT("The learning rate never changes.")}),
      schedule<Step>({.id = "step",
                      .name = CORE_TEXT("Step decay"),
                      .formula = "η₀ γ^⌊t / step_size⌋",
                      .description = CORE_TEXT("The learning rate falls by a factor every step_size steps."),
                      .suggest =
                          [](double, std::int64_t steps) {
                            return ParameterSet{{"step_size", part(steps, 4)}, {"gamma", 0.5}};
                          }},
                     {setting("step_size", &Step::stepSize, atLeast(1), CORE_TEXT("Steps between two drops")),
                      setting("gamma", &Step::gamma, factor, CORE_TEXT("Factor at each drop"))}),
      schedule<Exponential>({.id = "exponential",
                             .name = CORE_TEXT("Exponential decay"),
                             .formula = "η₀ γ^t",
                             .description = CORE_TEXT("The learning rate falls by the same factor at every step."),
                             .suggest =
                                 [](double, std::int64_t steps) {
                                   // A hundredth of the rate is left at the end, rounded to a number one would type.
                                   const double gamma = std::pow(0.01, 1.0 / static_cast<double>(steps));
                                   const double grain = std::pow(10, std::floor(std::log10(1 - gamma)) - 1);
                                   return ParameterSet{{"gamma", 1 - std::round((1 - gamma) / grain) * grain}};
                                 }},
                            {setting("gamma", &Exponential::gamma, factor, CORE_TEXT("Factor at each step"))}),
      schedule<Linear>(
          {.id = "linear",
           .name = CORE_TEXT("Linear"),
           .formula = "η₀ (start_factor + (end_factor − start_factor) min(t, total_iters) / total_iters)",
           .description = CORE_TEXT("A straight line from one factor to another, then level."),
           .suggest =
               [](double, std::int64_t steps) {
                 return ParameterSet{{"start_factor", 1.0}, {"end_factor", 0.0}, {"total_iters", steps}};
               }},
          {setting("start_factor", &Linear::startFactor, atLeast(0), CORE_TEXT("Factor at the first step")),
           setting("end_factor", &Linear::endFactor, atLeast(0), CORE_TEXT("Factor from total_iters on")),
           setting("total_iters", &Linear::totalIters, atLeast(1), CORE_TEXT("Steps from one factor to the other"))}),
      schedule<CosineAnnealing>(
          {.id = "cosine_annealing",
           .name = CORE_TEXT("Cosine annealing"),
           .formula = "η_min + (η₀ − η_min) (1 + cos(π t / T_max)) / 2",
           .description = CORE_TEXT("Half a cosine wave down to η_min; after T_max it rises again, as in PyTorch."),
           .suggest =
               [](double, std::int64_t steps) {
                 return ParameterSet{{"T_max", steps}};
               }},
          {setting("T_max", &CosineAnnealing::tMax, between(1, 1e9), CORE_TEXT("Steps down to the lowest rate")),
           setting("eta_min", &CosineAnnealing::etaMin, atLeast(0), CORE_TEXT("The lowest rate"))}),
      schedule<InverseSqrt>(
          {.id = "inverse_sqrt",
           .name = CORE_TEXT("Inverse square root"),
           .formula = "η₀ / √(1 + k t)",
           .description = CORE_TEXT("Falls quickly at first, then ever more slowly; never reaches zero."),
           .suggest =
               [](double, std::int64_t) {
                 return ParameterSet{{"k", 0.1}};
               }},
          {setting("k", &InverseSqrt::k, atLeast(0), CORE_TEXT("How fast it falls: after 3/k steps η is halved"))}),
      schedule<Cyclic>(
          {.id = "cyclic",
           .name = CORE_TEXT("Cyclic"),
           .formula = "base_lr + (max_lr − base_lr) · triangle(t)",
           .description = CORE_TEXT("Up and down between two rates; base_lr and max_lr take the place of η₀."),
           .rateParameter = "max_lr",
           .suggest =
               [](double baseLr, std::int64_t steps) {
                 return ParameterSet{{"base_lr", baseLr / 10},
                                     {"max_lr", baseLr},
                                     {"step_size_up", part(steps, 8)},
                                     {"step_size_down", part(steps, 8)}};
               }},
          {setting("base_lr", &Cyclic::baseLr, atLeast(0), CORE_TEXT("The lowest rate")),
           setting("max_lr", &Cyclic::maxLr, moreThan(0), CORE_TEXT("The highest rate")),
           setting("step_size_up", &Cyclic::stepSizeUp, between(1, 1e9), CORE_TEXT("Steps from lowest to highest")),
           setting("step_size_down", &Cyclic::stepSizeDown, between(1, 1e9), CORE_TEXT("Steps from highest to lowest")),
           choiceSetting("mode", &Cyclic::mode, {"triangular", "triangular2", "exp_range"},
                         CORE_TEXT("Whether the cycles keep their height, halve it, or shrink it by gamma per step")),
           setting("gamma", &Cyclic::gamma, factor, CORE_TEXT("Shrinking per step in mode exp_range"))}),
  };
}

}  // namespace

const std::vector<ScheduleInfo>& schedules() {
  static const std::vector<ScheduleInfo> catalogue = makeCatalogue();
  return catalogue;
}

const ScheduleInfo* findSchedule(std::string_view id) {
  for (const ScheduleInfo& info : schedules())
    if (info.id == id) return &info;
  return nullptr;
}

}  // namespace ravine
