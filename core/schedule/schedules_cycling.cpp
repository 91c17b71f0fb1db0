// Schedules that go up and down, and silver steps; pure functions of t.
#include <bit>
#include <numbers>

#include "core/schedule/schedule_row.h"

namespace ravine {
namespace {

// CosineAnnealingWarmRestarts (Loshchilov & Hutter 2017): cycle i has T_0 · T_multⁱ steps, and with t_cur counted from
// its beginning η_t = η_min + (η₀ − η_min)(1 + cos(π t_cur/T_i))/2.
struct CosineWarmRestarts {
  std::int64_t t0 = 50;
  std::int64_t tMult = 1;
  double etaMin = 0;

  double at(std::int64_t t, double baseLr) const {
    std::int64_t length = t0;
    if (tMult == 1) {
      t %= length;
    } else {
      for (; t >= length; length *= tMult) t -= length;
    }
    return cosineBetween(baseLr, etaMin, ratio(t, length));
  }
};

// CyclicLR (Smith 2017): from base_lr up to max_lr and down again; the height of a cycle stays (triangular), halves
// with each cycle (triangular2) or shrinks by γ^t (exp_range).
struct Cyclic {
  enum class Mode { triangular, triangular2, expRange };

  double baseLr = 0.01;
  double maxLr = 0.1;
  std::int64_t stepSizeUp = 20;
  std::int64_t stepSizeDown = 0;  // 0: as many as up
  Mode mode = Mode::triangular;
  double gamma = 1;

  double at(std::int64_t t, double /*baseLr*/) const {
    const std::int64_t down = stepSizeDown > 0 ? stepSizeDown : stepSizeUp;
    const std::int64_t period = stepSizeUp + down;
    const std::int64_t cycle = t / period;
    const std::int64_t position = t % period;
    const double height = position <= stepSizeUp ? ratio(position, stepSizeUp) : ratio(period - position, down);
    double scale = 1;
    if (mode == Mode::triangular2) scale = std::exp2(-static_cast<double>(cycle));
    if (mode == Mode::expRange) scale = std::pow(gamma, static_cast<double>(t));
    return baseLr + (maxLr - baseLr) * height * scale;
  }
};

// OneCycleLR (Smith & Topin 2018): from max_lr/div_factor up to max_lr and down to a tiny rate, in two phases or, the
// way up retraced first, in three. Phases end at fractional steps, as in PyTorch; after total_steps the last rate
// stays.
struct OneCycle {
  enum class Anneal { cos, linear };

  double maxLr = 0.1;
  std::int64_t totalSteps = 200;
  double pctStart = 0.3;
  Anneal annealStrategy = Anneal::cos;
  double divFactor = 25;
  double finalDivFactor = 1e4;
  bool threePhase = false;

  double at(std::int64_t t, double /*baseLr*/) const {
    const double initial = maxLr / divFactor;
    const double lowest = initial / finalDivFactor;
    const auto last = static_cast<double>(totalSteps - 1);
    const double step = std::min(static_cast<double>(t), last);
    const double peak = pctStart * static_cast<double>(totalSteps) - 1;
    if (step <= peak) return between(initial, maxLr, step, 0, peak);
    if (!threePhase) return between(maxLr, lowest, step, peak, last);
    const double back = 2 * pctStart * static_cast<double>(totalSteps) - 2;
    return step <= back ? between(maxLr, initial, step, peak, back) : between(initial, lowest, step, back, last);
  }

 private:
  double between(double from, double to, double step, double begin, double end) const {
    const double progress = end > begin ? (step - begin) / (end - begin) : 1;
    return annealStrategy == Anneal::cos ? cosineBetween(from, to, progress) : from + (to - from) * progress;
  }
};

// Silver step sizes (Altschuler & Parrilo 2023): η_t = η₀ (1 + ρ^(ν(t+1) − 1)), with ρ = 1 + √2 and ν(i) the number of
// times that 2 divides i. With η₀ = 1/λmax convex descent is faster than any constant rate allows, though now and then
// a step is far beyond 2/λmax.
struct Silver {
  double at(std::int64_t t, double baseLr) const {
    const int valuation = std::countr_zero(static_cast<std::uint64_t>(t + 1));
    return baseLr * (1 + std::pow(1 + std::numbers::sqrt2, valuation - 1));
  }
};

}  // namespace

std::vector<ScheduleInfo> cyclingSchedules() {
  const Range factor = atLeast(0);
  return {
      schedule<CosineWarmRestarts>(
          {.id = "cosine_warm_restarts",
           .name = CORE_TEXT("Schedule", "Cosine with warm restarts"),
           .formula = Message::verbatim("η_min + (η₀ − η_min) (1 + cos(π t_cur / T_i)) / 2,  T_i = T_0 T_mult^i"),
           .description =
               CORE_TEXT("Schedule", "Half a cosine wave down, then back to the top at once, again and again (SGDR)."),
           .source = "Loshchilov & Hutter 2017",
           .recurring = true,
           .suggest =
               [](double, std::int64_t steps) {
                 return ParameterSet{{"T_0", part(steps, 7)}, {"T_mult", std::int64_t{2}}};
               }},
          {setting("T_0", &CosineWarmRestarts::t0, stepCount(), CORE_TEXT("Parameter", "Steps of the first cycle")),
           setting("T_mult", &CosineWarmRestarts::tMult, ravine::between(1, 1000),
                   CORE_TEXT("Parameter", "Each cycle is so many times as long as the one before")),
           setting("eta_min", &CosineWarmRestarts::etaMin, atLeast(0), CORE_TEXT("Parameter", "The lowest rate"))}),
      schedule<Cyclic>(
          {.id = "cyclic",
           .name = CORE_TEXT("Schedule", "Cyclic"),
           .formula = Message::verbatim("base_lr + (max_lr − base_lr) · triangle(t)"),
           .description =
               CORE_TEXT("Schedule", "Up and down between two rates; base_lr and max_lr take the place of η₀."),
           .source = "Smith 2017",
           .rateParameter = "max_lr",
           .recurring = true,
           .suggest =
               [](double baseLr, std::int64_t steps) {
                 return ParameterSet{{"base_lr", baseLr / 10},
                                     {"max_lr", baseLr},
                                     {"step_size_up", part(steps, 8)},
                                     {"step_size_down", part(steps, 8)}};
               }},
          {setting("base_lr", &Cyclic::baseLr, atLeast(0), CORE_TEXT("Parameter", "The lowest rate")),
           setting("max_lr", &Cyclic::maxLr, moreThan(0), CORE_TEXT("Parameter", "The highest rate")),
           setting("step_size_up", &Cyclic::stepSizeUp, stepCount(),
                   CORE_TEXT("Parameter", "Steps from lowest to highest")),
           setting("step_size_down", &Cyclic::stepSizeDown, stepCount(0),
                   CORE_TEXT("Parameter", "Steps from highest to lowest; 0 is as many as up")),
           choiceSetting("mode", &Cyclic::mode, {"triangular", "triangular2", "exp_range"},
                         CORE_TEXT("Parameter",
                                   "Whether the cycles keep their height, halve it, or shrink it by gamma per step")),
           setting("gamma", &Cyclic::gamma, factor, CORE_TEXT("Parameter", "Shrinking per step in mode exp_range"))}),
      schedule<OneCycle>(
          {.id = "onecycle",
           .name = CORE_TEXT("Schedule", "One cycle"),
           .formula = Message::verbatim("max_lr / div_factor ↗ max_lr ↘ max_lr / (div_factor · final_div_factor)"),
           .description = CORE_TEXT("Schedule",
                                    "One climb and one long descent over the whole run; max_lr takes the place of η₀."),
           .source = "Smith & Topin 2018",
           .rateParameter = "max_lr",
           .suggest =
               [](double baseLr, std::int64_t steps) {
                 return ParameterSet{{"max_lr", baseLr}, {"total_steps", steps}};
               }},
          {setting("max_lr", &OneCycle::maxLr, moreThan(0), CORE_TEXT("Parameter", "The highest rate")),
           setting("total_steps", &OneCycle::totalSteps, stepCount(), CORE_TEXT("Parameter", "Steps of the cycle")),
           setting("pct_start", &OneCycle::pctStart, ravine::between(0, 1),
                   CORE_TEXT("Parameter", "The part of the steps that climb")),
           choiceSetting("anneal_strategy", &OneCycle::annealStrategy, {"cos", "linear"},
                         CORE_TEXT("Parameter", "Cosine waves or straight lines")),
           setting("div_factor", &OneCycle::divFactor, moreThan(0),
                   CORE_TEXT("Parameter", "max_lr over the first rate")),
           setting("final_div_factor", &OneCycle::finalDivFactor, moreThan(0),
                   CORE_TEXT("Parameter", "The first rate over the last")),
           setting("three_phase", &OneCycle::threePhase,
                   CORE_TEXT("Parameter", "Retrace the climb before the last descent"))}),
      schedule<Silver>({.id = "silver",
                        .name = CORE_TEXT("Schedule", "Silver steps"),
                        .formula = Message::verbatim("η₀ (1 + ρ^(ν(t + 1) − 1)),  ρ = 1 + √2"),
                        .description = CORE_TEXT(
                            "Schedule", "Mostly short steps with now and then a very long one. Best with η₀ = 1/λmax."),
                        .source = "Altschuler & Parrilo 2023",
                        .recurring = true}),
  };
}

}  // namespace ravine
