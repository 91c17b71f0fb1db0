// What happened on the way, as facts with their steps and numbers: the sentences are made in ui/wording. An event is
// there only if the recorded data bear it out.
#pragma once

#include <optional>

#include "core/loss/landscape.h"
#include "core/run/simulate.h"

namespace ravine {

struct Diagnosis;

// From `step` on η never exceeded the stability limit again, and before it did; the schedule had lowered η.
struct StabilityRegained {
  std::int64_t step;
  double lr;     // at that step
  double limit;  // there
};

// The loss rose far above where it began, and on a curve of minima the run came to rest where it is flatter than
// before.
struct Thrown {
  std::int64_t peak;  // the step with the highest loss
  double lossBefore;  // the lowest before the peak
  double lossAtPeak;
  double sharpnessBefore;  // where the loss was lowest before the peak
  double sharpnessAfter;   // at the end
};

// The step took the run from the basin of one minimum into that of another: descent with tiny steps from θ_{step − 1}
// leads to `from`, from θ_step to `to`.
struct Escape {
  std::int64_t step;
  CriticalPoint from;
  CriticalPoint to;
};

// With noise in the gradient the loss stopped falling: its mean over the second half of the run shows no trend.
struct NoiseFloor {
  double meanLoss;                     // above the lowest known loss, if one is known
  std::optional<double> expectedLoss;  // what the theory gives for memoryless rules on a quadratic with constant η
};

// The two principal directions of a minimum, with what one step does to each (rules with exact theory only).
struct Anisotropy {
  double steepCurvature;
  double flatCurvature;
  Vector2 steepDirection;  // unit
  double steepFactor;      // 1 − ηλ for plain descent
  double flatFactor;
};

struct Events {
  std::optional<StabilityRegained> stabilityRegained;
  std::optional<Thrown> thrown;
  std::optional<Escape> escape;
  std::optional<NoiseFloor> noiseFloor;
  std::optional<Anisotropy> anisotropy;
};

// The minimum to which descent with steps that cannot jump over anything leads from `start`; nothing if none is known
// there.
std::optional<CriticalPoint> basinOf(const Landscape& landscape, const Vector2& start);

// `judged` is what the run's diagnosis says so far: everything but its events.
Events findEvents(const Run& run, const Trajectory& trajectory, const Landscape& landscape, const Diagnosis& judged);

}  // namespace ravine
