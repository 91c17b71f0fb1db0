// How the run of a cell ended, told from its end and its last states alone: fast enough for each of a million cells.
// Says less than diagnose(), nothing where it cannot be sure, and never anything else.
#pragma once

#include <cstdint>
#include <optional>
#include <string_view>
#include <vector>

#include "core/diagnosis/run_result.h"
#include "core/sweep/lane_runs.h"

namespace ravine {

enum class CellOutcome : std::uint8_t {
  converged,  // at a minimum, of which none in the domain is lower
  trapped,    // at another
  unsettled,  // it crawls, bounces, or stands at a saddle or on a plateau
  diverged,
  gone,       // down a slope without a bottom, or off a grid
  undefined,  // loss or gradient are not finite where it would start
};
CellOutcome cellOutcome(Outcome outcome);
inline constexpr int kCellOutcomes = 6;
std::string_view cellOutcomeId(CellOutcome outcome);  // "converged", …
Message cellOutcomeName(CellOutcome outcome);

struct Cell {
  CellOutcome outcome = CellOutcome::undefined;
  int minimum = -1;  // at which it settled, in the order of the landscape's critical points; −1 if it is not there
  std::int64_t steps = -1;  // since when it has settled or been gone for good; −1 if it has not, or is not known
  double finalLoss = 0;     // the last that is finite
  double lowestLoss = 0;    // on the whole way

  bool operator==(const Cell&) const = default;
};
// There is no loss at its end to speak of: it diverged, is gone, or has not begun.
bool isGone(const Cell& cell);
// What diagnose() says.
Cell cellOf(const RunResult& result);

// A minimum of which a lane can be said to have come to rest there.
struct Well {
  CriticalPoint minimum;
  int index;  // among the landscape's critical points
  double reach;
  double rise;  // of the ground at that distance, where it is least
  bool lowest;  // none is lower
};
// Those of a landscape, with what holds for all runs on it.
std::vector<Well> wellsOf(const Landscape& landscape);

class LaneJudge {
 public:
  // Both outlive this; `wells` are those of the landscape. Of the run only starts and rates are other ones in a lane.
  LaneJudge(const Run& run, const Landscape& landscape, const std::vector<Well>& wells);

  // So many of its last states tell how a run ended.
  std::int64_t window() const { return m_run.steps - m_windowStart + 1; }
  struct Verdict {
    Cell cell;
    // What came to rest may leave again, by a method whose limit is not known or as momentum carries it on: the cell is
    // this if the run stays.
    bool ifItStays = false;
  };
  // Nothing where it takes diagnose() to tell. Since when is known if all states were kept.
  std::optional<Verdict> judge(const LaneEnd& end, const LaneTrail& trail) const;
  // The run that shows it, and where it is to stay from the end of this one on.
  Run longerRun() const;
  Leash leashOf(const Cell& cell) const;
  static bool hasStayed(const LaneEnd& end) { return end.end == TrajectoryEnd::finished && !end.hasLeft; }

 private:
  std::optional<Cell> judgeOverflow(const LaneEnd& end, const LaneTrail& trail) const;
  std::optional<Cell> judgeFlight(const LaneEnd& end, const LaneTrail& trail) const;
  // How much of what diagnose() allows is used, and whether it is still to be shown that the run would stay.
  struct Claim {
    double sure;
    bool mayLeave;
  };
  std::optional<Cell> judgeRest(const LaneEnd& end, const LaneTrail& trail, const Claim& claim) const;
  bool mayFallForEver(const LaneEnd& end) const;
  bool isUnsettled(const LaneEnd& end, const LaneTrail& trail) const;
  bool mayFlyOff(const LaneTrail& trail) const;
  bool isStillHigh(const LaneEnd& end, const LaneTrail& trail) const;
  bool isBesideAKink(const Vector2& point) const;
  bool maySettle(const LaneEnd& end) const;
  bool movesFar(const LaneTrail& trail) const;
  const Well* wellAt(const Vector2& point, double sure) const;
  bool staysIn(const Well& well, const LaneEnd& end, const LaneTrail& trail, const Claim& claim) const;
  bool diesAway(const LaneTrail& trail) const;
  bool isFoundFrom(const Vector2& point, const Well& well, double sure) const;
  Cell cell(CellOutcome outcome, const LaneEnd& end) const;
  Cell diverged(const LaneEnd& end, const LaneTrail& trail) const;

  const Run& m_run;
  const Landscape& m_landscape;
  const std::vector<Well>& m_wells;
  Thresholds m_limits;
  double m_view;
  std::int64_t m_windowStart;
  bool m_isStochastic;
  bool m_recurs;  // its schedule
  bool m_hasDecay;
  bool m_isLimitKnown;  // the largest stable η of the method
  bool m_goesOnAlike;   // with the rate it has
  bool m_isMemoryless;
  std::optional<double> m_lowest;  // the loss of the lowest minimum known
  double m_sameValue = 0;          // what minima of equal loss may differ by
  double m_quadraticLimit;         // of η, where theory has one on this landscape; infinite elsewhere
};

}  // namespace ravine
