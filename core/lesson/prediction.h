// What somebody expects a run to do before it is played, and how that is held against what it did.
#pragma once

#include <array>
#include <optional>
#include <vector>

#include "core/diagnosis/run_result.h"

namespace ravine {

// How a run can be expected to end: coarser than an outcome.
enum class Guess { converges, bounces, trapped, saddle, diverges, tooSlow };
inline constexpr std::array kGuesses{Guess::converges, Guess::bounces,  Guess::trapped,
                                     Guess::saddle,    Guess::diverges, Guess::tooSlow};
Message guessName(Guess guess);  // "converges"
Guess guessThatFits(Outcome outcome);

struct Prediction {
  std::optional<Guess> guess = {};
  std::optional<Vector2> end = {};  // where it will be after its last step
  std::vector<Vector2> curve = {};  // its loss as it was drawn: steps, ascending, and values above `curveBase`
  double curveBase = 0;             // on a scale that begins at `curveFloor`
  double curveFloor = 0;
  std::array<int, kGuesses.size()> hands = {};  // of a class that voted, for each guess

  bool empty() const { return *this == Prediction(); }
  bool operator==(const Prediction&) const = default;
};

// Each part of a prediction that was made, held against the run.
struct Judgement {
  Guess happened = Guess::converges;
  std::optional<bool> guessIsRight = {};
  std::optional<double> missedBy = {};       // how far the end was off, in views
  std::optional<bool> endIsRight = {};       // within kNearEnd
  std::optional<double> curveMissedBy = {};  // the mean distance of the drawn curve, in decades of the loss
  std::optional<bool> curveIsRight = {};     // within kNearCurve
  int handsRight = 0;
  int hands = 0;

  int right() const { return (guessIsRight == true) + (endIsRight == true) + (curveIsRight == true); }
  int asked() const { return guessIsRight.has_value() + endIsRight.has_value() + curveIsRight.has_value(); }
};

inline constexpr double kNearEnd = 0.05;   // views
inline constexpr double kNearCurve = 0.5;  // decades: a factor of about three

// An end outside the domain is where a run is expected to leave to, wherever it is then. A drawn loss is compared on a
// logarithmic scale.
Judgement judge(const Prediction& prediction, const RunResult& result);

}  // namespace ravine
