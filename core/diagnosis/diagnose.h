// Says how a run ended and on what evidence. Facts only: the sentences are explanation's. The thresholds
// of its rules are in Thresholds, but for what a single line needs. A view is the diagonal of the loss function's
// domain; the window is the last part of the run, by which its end is judged.
#pragma once

#include <optional>
#include <vector>

#include "core/diagnosis/events.h"
#include "core/diagnosis/motion.h"
#include "core/diagnosis/outcome.h"
#include "core/loss/landscape.h"
#include "core/run/simulate.h"

namespace ravine {

struct Thresholds {
  std::int64_t shortestWindow = 10;  // steps
  std::int64_t longestWindow = 50;
  std::int64_t windowPart = 5;  // the window is steps / windowPart within these limits

  double farAway = 100;               // views from the domain: a run that ends beyond has left for good
  double settled = 0.01;              // views: a window that stays so near to its end has settled,
  double settledInWell = 0.1;         // if also within this part of the way from the minimum to the next critical point
  double settledLoss = 0.01;          // of the fall of the loss: no more than this is left of it
  double vanishing = 0.05;            // of the rise beside a minimum: a parabola that explains less counts for nothing
  double visible = 1e-3;              // views: a bounce that reaches farther is seen
  double noMotion = 1e-6;             // views: a run that stays so near to a minimum stands on it
  double negativeCurvature = 1e-6;    // of the largest curvature
  double flatAlong = 1e-6;            // of the other: a curvature along a curve of minima
  double sameCurvature = 0.98;        // of the largest: all directions are alike
  double sameValue = 1e-9;            // of the landscape's spread: minima that near in value are equally low
  double flatGradient = 1e-6;         // of spread per view: below it a slope has vanished
  double flatCurvature = 1e-4;        // of spread per view²: below it a curvature has vanished
  double shoulder = 3e-3;             // views: how far beside a minimum the ground must not be lower
  double pole = 1e6;                  // of the spread: a critical point higher or lower is where rounding ends
  double steadyRate = 0.95;           // the lowest against the highest η of the last tenth: above it η stands still
  double growing = 1.001;             // the end of a trend against its beginning: above it steps or losses grow
  double shrinking = 0.95;            // the same ratio: below it steps shrink
  double muchShorter = 0.5;           // the same for good
  double noRise = 1e-15;              // of the spread: a loss that rises less has not risen
  double significant = 4;             // standard errors: a trend that is no chance
  double fallingInNoise = 6;          // the same for the fall of a loss with noise
  double still = 1e-4;                // of the gap to the lowest loss known: a loss that changes less stands still
  std::size_t batches = 8;            // into which the second half of the run is cut to see a fall in noise
  double samePhase = 0.005;           // of the orbit's size: how exactly an orbit must close to have a period
  double samePhaseOfSchedule = 1e-6;  // the same where η changes
  int longestPeriod = 8;              // steps
  double rounding = 1e-14;            // of a view and of |θ|: shorter steps are rounding noise
  double neutral = 1e-12;             // relative distance of η from the stability limit that counts as none
};

// What the theory of quadratics says of a run with a constant rate and an optimizer with a known stability limit.
enum class QuadraticTheory { stable, neutral, unstable };

// The run was outside the domain from step `left` on, until step `back`.
struct Excursion {
  std::int64_t left;
  std::optional<std::int64_t> back;  // nothing if it ended outside
};

// Weight decay keeps a run that has come to rest away from the minimum.
struct Pull {
  Vector2 restsAt;
  double distance;   // from the minimum; infinite where there is none, and the loss alone falls for ever
  double lossAbove;  // the loss at the minimum
};

// The run stands at a minimum, but would leave it if it went on: its method or its η does not hold it there.
struct Leaving {
  CriticalPoint minimum;
  std::int64_t after;  // so many more steps
};

struct Diagnosis {
  Outcome outcome = Outcome::crawling;

  std::vector<std::int64_t> overshoots;  // steps t with g_t · g_{t+1} < 0
  std::int64_t uphillOvershoots = 0;     // those of them that raised the loss

  std::vector<Excursion> excursions;            // out of the domain
  std::optional<std::int64_t> divergedAt;       // diverged: when it was beyond all bounds, or at the end still growing
  std::optional<std::int64_t> firstUnstableAt;  // first step with η_t above the stability limit of λmax there

  std::optional<std::int64_t> settledSince;  // the run stays near its end from here on
  std::optional<CriticalPoint> endsAt;       // the critical point it settled at, or bounces around
  std::optional<Leaving> leaving;            // why it did not settle where it stands
  std::optional<Pull> pull;                  // why it settled beside that
  // The lowest minimum known, of the landscape or below the lowest point of the run; nothing if the run was lower than
  // any minimum that was found.
  std::optional<CriticalPoint> lowest;
  bool onCurve = false;        // the minimum at which the run is at rest is one of a curve of them
  bool lowestIsInView = true;  // the landscape's
  std::size_t equallyLow = 0;  // isolated minima in view that are as low as that; counted where the run is at a minimum
  std::optional<std::int64_t> lowerOnTheWay;  // the step with a loss lower than any minimum that was found
  double lossAboveLowest = 0;  // of the end, or of the critical point it settled at; never negative; 0 if none is known
  double distanceToMinimum = 0;   // from the end to the nearest known minimum; 0 if none is known
  double nearestAboveLowest = 0;  // the loss of that minimum, above the lowest known

  std::optional<int> period;     // of an oscillation, 2 … 8
  bool stepsKeepLength = false;  // the last of them against those before
  double bounceReach = 0;        // how far it goes from endsAt, over the window
  std::int64_t window = 0;       // steps
  double lowestInWindow = 0;     // losses over it
  double highestInWindow = 0;
  double stepGrowth = 1;  // mean factor from the length of a step to the next, over the window

  EndMotion motion;           // of the loss
  bool stillFalling = false;  // it falls; in noise: it shows a downward trend over the second half of the run
  bool goesUphill = false;    // it rises because the last steps went against the gradient's descent: by momentum
  bool rateIsSteady = false;  // η has not changed lately, so that one can speak of going on with it
  std::optional<std::int64_t> goneAfter;   // crawling: so many steps farther on the numbers would overflow
  std::optional<std::int64_t> farLowerAt;  // crawling: the step at which most of what is left now was gone
  bool rateHasDied = false;                // the schedule has let η fall to next to nothing
  bool stoppedByRate = false;              // and that is why the loss stands still
  bool keepsTurning = false;               // the steps go round or back and forth to the end

  double finalLoss = 0;
  double finalGradientNorm = 0;
  Eigenvalues finalCurvature{0, 0};
  // At the step that tells most: the first beyond the limit of a run that left, where one settled, else the last.
  double judgedLr = 0;
  double judgedSharpness = 0;
  Vector2 judgedDirection{1, 0};           // unit; in which the curvature there is judgedSharpness
  bool sameInEveryDirection = false;       // the curvature there
  double stabilityLimit = 0;               // the largest stable η there; may be infinite, or NaN where none is known
  Stability stability = Stability::exact;  // what that limit is worth
  bool quadratic = false;
  bool vanishing = false;  // the curvature there is nothing against the rise of the loss
  bool parabolic = false;  // around the minimum where it arrived, along judgedDirection
  std::optional<QuadraticTheory> theory;
  Events events;
};

// Precondition: `trajectory` is what simulate(run) gave and was not cancelled; `landscape` surveys the run's function.
// Worthless if it was cancelled meanwhile.
Diagnosis diagnose(const Run& run, const Trajectory& trajectory, const Landscape& landscape,
                   const Thresholds& thresholds = {}, const CancelPredicate& cancelled = {});

}  // namespace ravine
