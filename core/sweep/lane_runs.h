// Many runs at once that differ in their starts and rates alone, as the cells of a map do: how each ends, and as many
// of its last states as somebody wants to judge it by. All of it is, bit for bit, what simulate() gives of the run that
// a lane stands for.
#pragma once

#include <functional>
#include <limits>
#include <memory>
#include <span>

#include "core/optimizer/lane_optimizer.h"
#include "core/run/simulate.h"

namespace ravine {

struct Lane {
  Vector2 start;
  double lr;  // the nominal rate
};

struct LaneEnd {
  Vector2 point{0, 0};  // the last finite state, as a trajectory has it
  double loss = 0;
  double firstLoss = 0;   // at the start
  double lowestLoss = 0;  // on the whole way
  double lastLr = 0;      // of the last step, if all were made
  std::int64_t steps = 0;
  TrajectoryEnd end = TrajectoryEnd::finished;  // never cancelled
  bool began = true;                            // false: loss or gradient are not finite at the start
  bool hasLeft = false;                         // where it was to stay, and was given up there
  // Of the step that could not be recorded; finite where only the gradient is not.
  double nonFiniteLoss = std::numeric_limits<double>::quiet_NaN();
};

// The last states of a run, as far as they are kept. Refers to them.
struct LaneTrail {
  const double* x;  // of the first place in a ring
  const double* y;
  const double* losses;
  std::ptrdiff_t apart;        // from one place to the next: coordinates,
  std::ptrdiff_t lossesApart;  // and losses
  std::int64_t ring;           // how many places there are
  std::int64_t turn;           // the state at the first place when the oldest was put down
  std::int64_t first;          // the oldest that is kept; beyond the last if there is none
  std::int64_t last;

  Vector2 point(std::int64_t t) const { return {x[place(t) * apart], y[place(t) * apart]}; }
  double loss(std::int64_t t) const { return losses[place(t) * lossesApart]; }

  std::int64_t place(std::int64_t t) const { return t - turn < ring ? t - turn : t - turn - ring; }
};
// Refers to the trajectory.
LaneTrail trailOf(const Trajectory& trajectory);

// The run that a lane stands for.
Run runOfLane(Run run, const Lane& lane);

// Where a lane is to stay.
struct Leash {
  Vector2 centre;
  double length;
};

struct LaneOptions {
  std::int64_t kept = 0;  // states: those of the last steps, if all steps are made, and of the start if there is room
  CancelPredicate cancelled = {};
  std::span<const Leash> leashes = {};  // of each lane, or none
  std::int64_t leashedFrom = 0;         // the state of this step on
};
using LaneVisitor = std::function<void(std::size_t lane, const LaneEnd& end, const LaneTrail& trail)>;

// Lanes of one run, as many at a time as somebody likes; what all of them have in common is worked out once.
class LaneRuns {
 public:
  explicit LaneRuns(const Run& run);
  ~LaneRuns();

  const Run& run() const { return m_run; }
  // Visits each lane once, as it ends; in what order is not said. False if cancelled, when some have not been visited.
  // Precondition: validate(runOfLane(run, lane)) finds nothing but a start where loss or gradient are not finite.
  bool visit(std::span<const Lane> lanes, const LaneVisitor& visit, const LaneOptions& options = {});

 private:
  Run m_run;
  std::shared_ptr<const LossFunction> m_function;
  std::unique_ptr<LaneOptimizer> m_optimizer;  // none for a rule that asks the loss elsewhere too
};
bool runLanes(const Run& run, std::span<const Lane> lanes, const LaneVisitor& visit, const LaneOptions& options = {});

}  // namespace ravine
