// What happened on the way and what would come next, as facts with their steps and numbers; the sentences are
// explanation's. An event is there only if the recorded data, or an exact theory, bear it out.
#pragma once

#include <optional>

#include "core/diagnosis/look_ahead.h"
#include "core/loss/landscape.h"

namespace ravine {

struct Diagnosis;

// From `step` on η never exceeded the limit of the minimum at which the run then settled; the step before it did.
struct StabilityRegained {
  std::int64_t step;
  double lr;     // at that step
  double limit;  // of the minimum
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
  bool jumped;  // the step was long against the way from one to the other; otherwise it drifted over the ridge
};

// Noise in the gradient keeps a run moving that would otherwise be at rest.
struct NoiseFloor {
  double meanLoss;                     // over the second half; above the lowest known loss, if one is known
  bool fallsNoFurther;                 // over that half the loss shows no trend
  std::optional<double> expectedLoss;  // what the theory gives for memoryless rules on a quadratic with constant η
};

// The two principal directions of a minimum, with what one step does to each (rules with exact theory only).
struct Anisotropy {
  double steepCurvature;
  double flatCurvature;
  Vector2 steepDirection;  // unit
  Vector2 flatDirection;
  double steepFactor;  // 1 − ηλ for plain descent
  double flatFactor;
};

// How the ground falls away at the saddle or maximum where a run ended: in the direction of the most negative
// curvature.
struct WayOut {
  double curvature;              // there; negative
  Vector2 direction;             // unit
  double distance;               // of the run from the critical point along it
  bool drawn = false;            // the method comes nearer to it all the same, by an exact theory
  std::optional<double> factor;  // of that distance per step, where an exact theory tells
  double stepsLeft = 0;          // until the distance is a hundredth of a view, if it grows
};

// On a quadratic: how a run that had not arrived comes nearer, once only one principal direction is left.
struct Approach {
  double curvature;        // there
  Vector2 direction;       // unit; of the distance that is left
  bool steep;              // that of the larger curvature
  double factor;           // of the distance, per step over the window; below 1
  std::int64_t stepsLeft;  // until the distance is a hundredth of a view, counted by going on
};

// Elsewhere: when the gap to the lowest loss known would have closed.
struct GapClosing {
  // Until a hundredth of the gap is left, counted by going on; nothing if so many steps do not get there.
  std::optional<std::int64_t> stepsLeft;
  std::int64_t lookedAhead;
};

struct Events {
  std::optional<StabilityRegained> stabilityRegained;
  std::optional<Thrown> thrown;
  std::optional<Escape> escape;
  std::optional<NoiseFloor> noiseFloor;
  std::optional<Anisotropy> anisotropy;
  std::optional<WayOut> wayOut;
  std::optional<Approach> approach;
  std::optional<GapClosing> gapClosing;
  // On a quadratic: it had not arrived as each step, η being just below the limit, lands nearly as far beyond the
  // minimum as it came from, in the only direction in which there is anything left.
  bool isSlowedByTheLimit = false;
};

// The minimum to which descent with steps that cannot jump over anything leads from `start`; nothing if none is known
// there, or if cancelled. `fineness` shortens the steps.
std::optional<CriticalPoint> basinOf(const Landscape& landscape, const Vector2& start,
                                     const CancelPredicate& cancelled = {}, double fineness = 1);

// How much of the rise of the loss beside `minimum`, along a unit direction, is that of a parabola of this curvature: 1
// on a quadratic, 0 where the curvature vanishes; NaN where rounding hides it.
double partOfParabola(const Landscape& landscape, const CriticalPoint& minimum, const Vector2& direction,
                      double curvature);
// It is nearly all: the theory of quadratics holds.
bool isParabolic(const Landscape& landscape, const CriticalPoint& minimum, const Vector2& direction, double curvature);

// Whether curvature leads away from a critical point, by more than what is nothing in the picture.
bool fallsAway(const Landscape& landscape, const CriticalPoint& point);

// Whether the loss changes around a critical point by more than flat ground may: so that one sees it.
bool isSignificant(const Landscape& landscape, const CriticalPoint& point);

// `judged` is what the run's diagnosis says so far: everything but its events.
Events findEvents(const Run& run, const Trajectory& trajectory, const Landscape& landscape, const Diagnosis& judged,
                  LookAhead& ahead, const CancelPredicate& cancelled = {});

}  // namespace ravine
