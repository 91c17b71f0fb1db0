// One update of a run in full: what went in, what the optimizer made of it, what came out, and what the theory says
// that such a step does to each principal direction of a quadratic.
#pragma once

#include <memory>
#include <optional>
#include <vector>

#include "core/loss/landscape.h"
#include "core/run/gradient_source.h"
#include "core/run/simulate.h"

namespace ravine {

struct StepArithmetic {
  std::int64_t t = 0;                  // the step from θ_t to θ_{t+1}
  Vector2 theta = Vector2::Zero();     // θ_t
  Vector2 gradient = Vector2::Zero();  // of the loss at θ_t
  Vector2 seen = Vector2::Zero();      // what the optimizer was given: that of its batch, with noise
  Vector2 noise = Vector2::Zero();     // in it
  std::vector<std::size_t> rows = {};  // of its batch; none: all there is
  double lr = 0;
  std::vector<Term> terms;
  Vector2 next = Vector2::Zero();  // θ_{t+1}
  double lossBefore = 0;
  double seenLoss = 0;  // of the batch, before
  double lossAfter = 0;
};

// Gives the steps of a trajectory that simulate(run) gave, in any order. An optimizer has to be led through all steps
// before the one asked for; it is remembered every kStepsBetweenMarks steps, so that no step costs more than that once
// the way there has been gone. Holds what it was made of by value or reference: `trajectory` and `function` outlive it.
class StepReplay {
 public:
  static constexpr std::int64_t kStepsBetweenMarks = 256;

  StepReplay(const Run& run, const Trajectory& trajectory, const LossFunction& function);

  // The step t; nothing if the trajectory has no such step.
  std::optional<StepArithmetic> at(std::int64_t t);

 private:
  // All that has a memory, before step t.
  struct Stand {
    std::int64_t t;
    std::unique_ptr<Optimizer> optimizer;
    std::unique_ptr<GradientSource> source;

    Stand copy() const { return {t, optimizer->clone(), source->clone()}; }
  };

  SeenLoss see(Stand& stand) const;
  StepInput inputOf(const Stand& stand, const SeenLoss& seen) const;
  void goTo(std::int64_t t);

  const Trajectory* m_trajectory;
  std::vector<Stand> m_marks;  // at 0, kStepsBetweenMarks, …
  Stand m_here;
};

// The step t alone.
std::optional<StepArithmetic> stepArithmetic(const Run& run, const Trajectory& trajectory, const LossFunction& function,
                                             std::int64_t t);

struct DirectionFactor {
  double curvature;  // λ
  ModeFactor mode;
  bool plain;  // the factor is 1 − ηλ
};

// For both principal directions, the flatter first; once where they are alike, and none where there is no exact theory.
std::vector<DirectionFactor> directionFactors(const Run& run, const Landscape& landscape, double lr);

}  // namespace ravine
