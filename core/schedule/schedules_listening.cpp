// Schedules that listen to the loss: what they do depends on how the run goes.
#include <limits>

#include "core/schedule/schedule_row.h"

namespace ravine {
namespace {

// ReduceLROnPlateau, mode min, told the new loss after every step: η ← max(factor · η, min_lr) when the loss has not
// become better than the best by the threshold for more than `patience` steps.
struct ReduceOnPlateau {
  enum class ThresholdMode { rel, abs };

  double factor = 0.1;
  std::int64_t patience = 10;
  double threshold = 1e-4;
  ThresholdMode thresholdMode = ThresholdMode::rel;
  std::int64_t cooldown = 0;
  double minLr = 0;
  double eps = 1e-8;

  struct State {
    double lr = 0;
    double best = std::numeric_limits<double>::infinity();
    std::int64_t bad = 0;  // steps without improvement
    std::int64_t coolingDown = 0;
  };

  double at(State& state, std::int64_t t, double loss, double baseLr) const {
    if (t == 0) {
      state.lr = baseLr;
      return baseLr;
    }
    const double toBeat = thresholdMode == ThresholdMode::rel ? state.best * (1 - threshold) : state.best - threshold;
    if (loss < toBeat) {
      state.best = loss;
      state.bad = 0;
    } else {
      ++state.bad;
    }
    if (state.coolingDown > 0) {
      --state.coolingDown;
      state.bad = 0;
    }
    if (state.bad > patience) {
      const double reduced = std::max(state.lr * factor, minLr);
      if (state.lr - reduced > eps) state.lr = reduced;
      state.coolingDown = cooldown;
      state.bad = 0;
    }
    return state.lr;
  }
};

// The bold driver (Battiti 1989): η grows a little after each step that lowered the loss and is cut after one that
// raised it. The step itself is kept; only the rate answers.
struct BoldDriver {
  double up = 1.05;
  double down = 0.5;

  struct State {
    double lr = 0;
    double lastLoss = 0;
  };

  double at(State& state, std::int64_t t, double loss, double baseLr) const {
    if (t == 0)
      state.lr = baseLr;
    else if (loss != state.lastLoss)
      state.lr *= loss < state.lastLoss ? up : down;
    state.lastLoss = loss;
    return state.lr;
  }
};

}  // namespace

std::vector<ScheduleInfo> listeningSchedules() {
  return {
      schedule<ReduceOnPlateau>(
          {.id = "reduce_on_plateau",
           .name = CORE_TEXT("Schedule", "Reduce on plateau"),
           .formula =
               CORE_TEXT("Schedule", "η ← factor · η when the loss has not improved for more than `patience` steps"),
           .description = CORE_TEXT("Schedule",
                                    "Listens to the loss and cuts the rate when it stops falling (ReduceLROnPlateau)."),
           .suggest =
               [](double, std::int64_t steps) {
                 return ParameterSet{{"factor", 0.5}, {"patience", part(steps, 20)}};
               }},
          {setting("factor", &ReduceOnPlateau::factor, fromToBelow(0, 1), CORE_TEXT("Parameter", "Factor at each cut")),
           setting("patience", &ReduceOnPlateau::patience, stepCount(0),
                   CORE_TEXT("Parameter", "So many steps without improvement are forgiven")),
           setting("threshold", &ReduceOnPlateau::threshold, atLeast(0),
                   CORE_TEXT("Parameter", "By how much the loss must fall to count as better")),
           choiceSetting("threshold_mode", &ReduceOnPlateau::thresholdMode, {"rel", "abs"},
                         CORE_TEXT("Parameter", "Whether the threshold is a part of the best loss or a difference")),
           setting("cooldown", &ReduceOnPlateau::cooldown, stepCount(0),
                   CORE_TEXT("Parameter", "Steps after a cut during which nothing is counted")),
           setting("min_lr", &ReduceOnPlateau::minLr, atLeast(0), CORE_TEXT("Parameter", "The lowest rate")),
           setting("eps", &ReduceOnPlateau::eps, atLeast(0),
                   CORE_TEXT("Parameter", "Cuts smaller than this are not made"))}),
      schedule<BoldDriver>(
          {.id = "bold_driver",
           .name = CORE_TEXT("Schedule", "Bold driver"),
           .formula = CORE_TEXT("Schedule", "η ← up · η if the loss fell, down · η if it rose"),
           .description = CORE_TEXT(
               "Schedule", "Listens to the loss: a little bolder after each success, careful after a failure."),
           .source = "Battiti 1989",
           .recurring = true},
          {setting("up", &BoldDriver::up, atLeast(1),
                   CORE_TEXT("Parameter", "Factor after a step that lowered the loss")),
           setting("down", &BoldDriver::down, Range{0, 1, true, false},
                   CORE_TEXT("Parameter", "Factor after one that raised it"))}),
  };
}

}  // namespace ravine
