// Schedules that go down, most of them after a warm-up or not at all; pure functions of t.
#include <numbers>

#include "core/schedule/schedule_row.h"

namespace ravine {
namespace {

// η_t = η₀
struct Constant {
  double at(std::int64_t, double baseLr) const { return baseLr; }
};

// ConstantLR: η_t = η₀ · factor for t < total_iters, then η₀
struct ConstantFactor {
  double factor = 1.0 / 3;
  std::int64_t totalIters = 5;

  double at(std::int64_t t, double baseLr) const { return t < totalIters ? baseLr * factor : baseLr; }
};

// StepLR: η_t = η₀ γ^⌊t/step_size⌋
struct Step {
  std::int64_t stepSize = 50;
  double gamma = 0.1;

  double at(std::int64_t t, double baseLr) const {
    const std::int64_t decays = t / stepSize;
    return baseLr * std::pow(gamma, static_cast<double>(decays));
  }
};

// MultiStepLR: η_t = η₀ γ^(number of milestones ≤ t)
struct MultiStep {
  std::vector<double> milestones{50, 100};
  double gamma = 0.1;

  double at(std::int64_t t, double baseLr) const {
    const auto passed = std::count_if(milestones.begin(), milestones.end(),
                                      [&](double milestone) { return milestone <= static_cast<double>(t); });
    return baseLr * std::pow(gamma, static_cast<double>(passed));
  }
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
    return baseLr * (startFactor + (endFactor - startFactor) * ratio(std::min(t, totalIters), totalIters));
  }
};

// PolynomialLR: η_t = η₀ (1 − min(t, total_iters)/total_iters)^power
struct Polynomial {
  std::int64_t totalIters = 5;
  double power = 1;

  double at(std::int64_t t, double baseLr) const {
    return baseLr * std::pow(1 - ratio(std::min(t, totalIters), totalIters), power);
  }
};

// CosineAnnealingLR (Loshchilov & Hutter 2017): η_t = η_min + (η₀ − η_min)(1 + cos(πt/T_max))/2.
// As in PyTorch it rises again after T_max, with period 2·T_max.
struct CosineAnnealing {
  std::int64_t tMax = 100;
  double etaMin = 0;

  double at(std::int64_t t, double baseLr) const { return cosineBetween(baseLr, etaMin, ratio(t % (2 * tMax), tMax)); }
};

// η_t = η₀ / (1 + k t)
struct InverseTime {
  double k = 0.01;

  double at(std::int64_t t, double baseLr) const { return baseLr / (1 + k * static_cast<double>(t)); }
};

// η_t = η₀ / √(1 + k t)
struct InverseSqrt {
  double k = 1;

  double at(std::int64_t t, double baseLr) const { return baseLr / std::sqrt(1 + k * static_cast<double>(t)); }
};

// Vaswani et al. 2017: η_t = η₀ min((t + 1)/warmup, √(warmup/(t + 1)))
struct InverseSqrtWarmup {
  std::int64_t warmup = 20;

  double at(std::int64_t t, double baseLr) const {
    return baseLr * std::min(ratio(t + 1, warmup), std::sqrt(ratio(warmup, t + 1)));
  }
};

// A line from start_factor·η₀ to η₀ in `warmup` steps, then CosineAnnealingLR over the rest of `total`.
struct WarmupCosine {
  double startFactor = 0.01;
  std::int64_t warmup = 20;
  std::int64_t total = 200;
  double etaMin = 0;

  double at(std::int64_t t, double baseLr) const {
    if (t < warmup) return baseLr * (startFactor + (1 - startFactor) * ratio(t, warmup));
    return CosineAnnealing{total - warmup, etaMin}.at(t - warmup, baseLr);
  }
  Problems check() const {
    if (warmup < total) return {};
    return {{"total", CORE_TEXT("Problem", "%1 steps leave none after the warm-up").with(total),
             CORE_TEXT("Problem", "give more than warmup has")}};
  }
};

// Warm-up, stable, decay (Hu et al. 2024): a climb, a level, and a fall to η_min in the last steps of `total`.
struct WarmupStableDecay {
  enum class Shape { linear, cosine, sqrt };

  std::int64_t warmup = 10;
  std::int64_t decay = 40;
  std::int64_t total = 200;
  double etaMin = 0;
  Shape shape = Shape::linear;

  double at(std::int64_t t, double baseLr) const {
    if (t < warmup) return baseLr * ratio(t + 1, warmup);
    const double progress = std::clamp(ratio(t - (total - decay), decay), 0.0, 1.0);
    switch (shape) {
      case Shape::linear:
        return baseLr + (etaMin - baseLr) * progress;
      case Shape::cosine:
        return cosineBetween(baseLr, etaMin, progress);
      case Shape::sqrt:
        return baseLr + (etaMin - baseLr) * std::sqrt(progress);
    }
    return baseLr;
  }
  Problems check() const {
    if (warmup + decay <= total) return {};
    return {{"total", CORE_TEXT("Problem", "%1 steps are fewer than warm-up and decay together").with(total),
             CORE_TEXT("Problem", "give at least %1").with(warmup + decay)}};
  }
};

// Straight lines through typed points: step, factor, step, factor, …; level before the first and after the last.
struct PiecewiseLinear {
  std::vector<double> points{0, 0.1, 20, 1, 100, 1, 200, 0};

  double at(std::int64_t t, double baseLr) const {
    const auto now = static_cast<double>(t);
    std::size_t next = 0;  // the first point after t
    while (next < points.size() / 2 && stepOf(next) <= now) ++next;
    if (next == 0) return baseLr * factorOf(0);
    if (next == points.size() / 2) return baseLr * factorOf(next - 1);
    const double progress = (now - stepOf(next - 1)) / (stepOf(next) - stepOf(next - 1));
    return baseLr * (factorOf(next - 1) + (factorOf(next) - factorOf(next - 1)) * progress);
  }
  Problems check() const {
    if (points.empty() || points.size() % 2 == 1)
      return {{"points", CORE_TEXT("Problem", "are not pairs of a step and a factor"),
               CORE_TEXT("Problem", "write step,factor,step,factor such as 0,1,200,0")}};
    for (std::size_t i = 1; i < points.size() / 2; ++i)
      if (stepOf(i) <= stepOf(i - 1))
        return {{"points", CORE_TEXT("Problem", "have steps that do not ascend"),
                 CORE_TEXT("Problem", "give each step once, in ascending order")}};
    return {};
  }

 private:
  double stepOf(std::size_t i) const { return points[2 * i]; }
  double factorOf(std::size_t i) const { return points[2 * i + 1]; }
};

// A hundredth of the rate is left at the end, rounded to a number one would type.
double gammaFor(std::int64_t steps) {
  const double gamma = std::pow(0.01, 1.0 / static_cast<double>(steps));
  const double grain = std::pow(10, std::floor(std::log10(1 - gamma)) - 1);
  return 1 - std::round((1 - gamma) / grain) * grain;
}

std::vector<double> asNumbers(std::initializer_list<std::int64_t> steps) {
  std::vector<double> numbers;
  for (const std::int64_t step : steps)
    if (numbers.empty() || static_cast<double>(step) > numbers.back()) numbers.push_back(static_cast<double>(step));
  return numbers;
}

}  // namespace

double cosineBetween(double from, double to, double progress) {
  return to + (from - to) * (1 + std::cos(std::numbers::pi * progress)) / 2;
}

std::vector<ScheduleInfo> decayingSchedules() {
  const Range factor = atLeast(0);
  return {
      schedule<Constant>({.id = "constant",
                          .name = CORE_TEXT("Schedule", "Constant"),
                          .formula = Message::verbatim("η₀"),
                          .description = CORE_TEXT("Schedule", "The learning rate never changes."),
                          .constant = true}),
      schedule<ConstantFactor>(
          {.id = "constant_factor",
           .name = CORE_TEXT("Schedule", "Constant, reduced at first"),
           .formula = CORE_TEXT("Schedule", "η₀ · factor for t < total_iters, then η₀"),
           .description =
               CORE_TEXT("Schedule", "A fixed part of the rate for a while, then the whole of it (ConstantLR)."),
           .suggest =
               [](double, std::int64_t steps) {
                 return ParameterSet{{"total_iters", part(steps, 4)}};
               }},
          {setting("factor", &ConstantFactor::factor, atLeast(0),
                   CORE_TEXT("Parameter", "Factor during the first total_iters steps")),
           setting("total_iters", &ConstantFactor::totalIters, stepCount(0),
                   CORE_TEXT("Parameter", "Steps with the factor"))}),
      schedule<Step>(
          {.id = "step",
           .name = CORE_TEXT("Schedule", "Step decay"),
           .formula = Message::verbatim("η₀ γ^⌊t / step_size⌋"),
           .description = CORE_TEXT("Schedule", "The learning rate falls by a factor every step_size steps."),
           .suggest =
               [](double, std::int64_t steps) {
                 return ParameterSet{{"step_size", part(steps, 4)}, {"gamma", 0.5}};
               }},
          {setting("step_size", &Step::stepSize, stepCount(), CORE_TEXT("Parameter", "Steps between two drops")),
           setting("gamma", &Step::gamma, factor, CORE_TEXT("Parameter", "Factor at each drop"))}),
      schedule<MultiStep>(
          {.id = "multistep",
           .name = CORE_TEXT("Schedule", "Drops at milestones"),
           .formula = CORE_TEXT("Schedule", "η₀ γ^(milestones passed)"),
           .description =
               CORE_TEXT("Schedule", "The learning rate falls by a factor at each of the given steps (MultiStepLR)."),
           .suggest =
               [](double, std::int64_t steps) {
                 return ParameterSet{{"milestones", asNumbers({part(steps, 2), 3 * part(steps, 4)})}, {"gamma", 0.3}};
               }},
          {setting("milestones", &MultiStep::milestones, atLeast(0),
                   CORE_TEXT("Parameter", "The steps at which the rate drops")),
           setting("gamma", &MultiStep::gamma, factor, CORE_TEXT("Parameter", "Factor at each drop"))}),
      schedule<Exponential>(
          {.id = "exponential",
           .name = CORE_TEXT("Schedule", "Exponential decay"),
           .formula = Message::verbatim("η₀ γ^t"),
           .description = CORE_TEXT("Schedule", "The learning rate falls by the same factor at every step."),
           .suggest =
               [](double, std::int64_t steps) {
                 return ParameterSet{{"gamma", gammaFor(steps)}};
               }},
          {setting("gamma", &Exponential::gamma, factor, CORE_TEXT("Parameter", "Factor at each step"))}),
      schedule<Linear>(
          {.id = "linear",
           .name = CORE_TEXT("Schedule", "Linear"),
           .formula =
               Message::verbatim("η₀ (start_factor + (end_factor − start_factor) min(t, total_iters) / total_iters)"),
           .description = CORE_TEXT("Schedule", "A straight line from one factor to another, then level."),
           .suggest =
               [](double, std::int64_t steps) {
                 return ParameterSet{{"start_factor", 1.0}, {"end_factor", 0.0}, {"total_iters", steps}};
               }},
          {setting("start_factor", &Linear::startFactor, atLeast(0),
                   CORE_TEXT("Parameter", "Factor at the first step")),
           setting("end_factor", &Linear::endFactor, atLeast(0), CORE_TEXT("Parameter", "Factor from total_iters on")),
           setting("total_iters", &Linear::totalIters, stepCount(),
                   CORE_TEXT("Parameter", "Steps from one factor to the other"))}),
      schedule<Polynomial>(
          {.id = "polynomial",
           .name = CORE_TEXT("Schedule", "Polynomial decay"),
           .formula = Message::verbatim("η₀ (1 − min(t, total_iters) / total_iters)^power"),
           .description = CORE_TEXT("Schedule", "Down to exactly zero at total_iters; the power bends the way there."),
           .suggest =
               [](double, std::int64_t steps) {
                 return ParameterSet{{"total_iters", steps}, {"power", 2.0}};
               }},
          {setting("total_iters", &Polynomial::totalIters, stepCount(), CORE_TEXT("Parameter", "Steps down to zero")),
           setting("power", &Polynomial::power, atLeast(0),
                   CORE_TEXT("Parameter", "1 is a line, 2 falls fast at first"))}),
      schedule<CosineAnnealing>(
          {.id = "cosine_annealing",
           .name = CORE_TEXT("Schedule", "Cosine annealing"),
           .formula = Message::verbatim("η_min + (η₀ − η_min) (1 + cos(π t / T_max)) / 2"),
           .description =
               CORE_TEXT("Schedule", "Half a cosine wave down to η_min; after T_max it rises again, as in PyTorch."),
           .source = "Loshchilov & Hutter 2017",
           .suggest =
               [](double, std::int64_t steps) {
                 return ParameterSet{{"T_max", steps}};
               }},
          {setting("T_max", &CosineAnnealing::tMax, stepCount(),
                   CORE_TEXT("Parameter", "Steps down to the lowest rate")),
           setting("eta_min", &CosineAnnealing::etaMin, atLeast(0), CORE_TEXT("Parameter", "The lowest rate"))}),
      schedule<InverseTime>(
          {.id = "inverse_time",
           .name = CORE_TEXT("Schedule", "Inverse time"),
           .formula = Message::verbatim("η₀ / (1 + k t)"),
           .description = CORE_TEXT("Schedule",
                                    "The classic rate of stochastic approximation: its sum is infinite, that of its "
                                    "squares is not."),
           .source = "Robbins & Monro 1951",
           .suggest =
               [](double, std::int64_t) {
                 return ParameterSet{{"k", 0.05}};
               }},
          {setting("k", &InverseTime::k, atLeast(0),
                   CORE_TEXT("Parameter", "How fast it falls: after 1/k steps η is halved"))}),
      schedule<InverseSqrt>(
          {.id = "inverse_sqrt",
           .name = CORE_TEXT("Schedule", "Inverse square root"),
           .formula = Message::verbatim("η₀ / √(1 + k t)"),
           .description = CORE_TEXT("Schedule", "Falls quickly at first, then ever more slowly; never reaches zero."),
           .suggest =
               [](double, std::int64_t) {
                 return ParameterSet{{"k", 0.1}};
               }},
          {setting("k", &InverseSqrt::k, atLeast(0),
                   CORE_TEXT("Parameter", "How fast it falls: after 3/k steps η is halved"))}),
      schedule<InverseSqrtWarmup>(
          {.id = "inverse_sqrt_warmup",
           .name = CORE_TEXT("Schedule", "Warm-up, then inverse square root"),
           .formula = Message::verbatim("η₀ min((t + 1) / warmup, √(warmup / (t + 1)))"),
           .description =
               CORE_TEXT("Schedule", "Climbs in a straight line to η₀, then falls like 1/√t: the Transformer's rate."),
           .source = "Vaswani et al. 2017",
           .suggest =
               [](double, std::int64_t steps) {
                 return ParameterSet{{"warmup", part(steps, 10)}};
               }},
          {setting("warmup", &InverseSqrtWarmup::warmup, stepCount(),
                   CORE_TEXT("Parameter", "Steps up to the highest rate"))}),
      schedule<WarmupCosine>(
          {.id = "warmup_cosine",
           .name = CORE_TEXT("Schedule", "Warm-up, then cosine"),
           .formula =
               CORE_TEXT("Schedule", "η₀ (start_factor + (1 − start_factor) t / warmup), then a cosine down to η_min"),
           .description =
               CORE_TEXT("Schedule", "A straight line up, then half a cosine wave down: what most large models use."),
           .suggest =
               [](double, std::int64_t steps) {
                 return ParameterSet{{"warmup", steps / 10}, {"total", std::max<std::int64_t>(2, steps)}};
               }},
          {setting("start_factor", &WarmupCosine::startFactor, atLeast(0),
                   CORE_TEXT("Parameter", "Factor at the first step")),
           setting("warmup", &WarmupCosine::warmup, stepCount(0),
                   CORE_TEXT("Parameter", "Steps up to the highest rate")),
           setting("total", &WarmupCosine::total, stepCount(), CORE_TEXT("Parameter", "Steps of both parts together")),
           setting("eta_min", &WarmupCosine::etaMin, atLeast(0), CORE_TEXT("Parameter", "The lowest rate"))}),
      schedule<WarmupStableDecay>(
          {.id = "wsd",
           .name = CORE_TEXT("Schedule", "Warm-up, stable, decay (WSD)"),
           .formula =
               CORE_TEXT("Schedule", "η₀ (t + 1) / warmup, then η₀, and in the last `decay` steps down to η_min"),
           .description =
               CORE_TEXT("Schedule", "Level for as long as one likes; the loss drops when the decay begins."),
           .source = "Hu et al. 2024",
           .suggest =
               [](double, std::int64_t steps) {
                 return ParameterSet{
                     {"warmup", steps / 20}, {"decay", part(steps, 5)}, {"total", std::max<std::int64_t>(1, steps)}};
               }},
          {setting("warmup", &WarmupStableDecay::warmup, stepCount(0), CORE_TEXT("Parameter", "Steps up to the level")),
           setting("decay", &WarmupStableDecay::decay, stepCount(), CORE_TEXT("Parameter", "Steps down, at the end")),
           setting("total", &WarmupStableDecay::total, stepCount(),
                   CORE_TEXT("Parameter", "Steps of all three parts together")),
           setting("eta_min", &WarmupStableDecay::etaMin, atLeast(0),
                   CORE_TEXT("Parameter", "The rate that is reached after `total` steps")),
           choiceSetting(
               "shape", &WarmupStableDecay::shape, {"linear", "cosine", "sqrt"},
               CORE_TEXT("Parameter", "How the rate falls: in a line, like a cosine, or fast at first (1 − √)"))}),
      schedule<PiecewiseLinear>(
          {.id = "piecewise_linear",
           .name = CORE_TEXT("Schedule", "Straight lines between points"),
           .formula = CORE_TEXT("Schedule", "η₀ · factor, in straight lines between the points"),
           .description = CORE_TEXT("Schedule", "Any shape you like: a factor at each of the steps you name."),
           .suggest =
               [](double, std::int64_t steps) {
                 const auto end = static_cast<double>(steps);
                 if (steps < 10) return ParameterSet{{"points", std::vector<double>{0, 1, end, 0}}};
                 return ParameterSet{
                     {"points", std::vector<double>{0, 0.1, std::floor(end / 10), 1, std::floor(end / 2), 1, end, 0}}};
               }},
          {setting("points", &PiecewiseLinear::points, atLeast(0),
                   CORE_TEXT("Parameter",
                             "Pairs of a step and a factor, the steps in ascending order: 0,1, 100,1, 200,0"))}),
  };
}

}  // namespace ravine
