#include "core/lesson/prediction.h"

#include <algorithm>
#include <cmath>

namespace ravine {
namespace {

double farOutside(const Box& domain, const Vector2& point) {
  return domain.contains(point) ? 0 : domain.distanceTo(point);
}

// How far the end is off, in views; where both are outside the domain, not at all.
double distanceOfEnd(const Vector2& expected, const RunResult& result) {
  const Box& domain = result.landscape->domain;
  const Vector2 end = result.trajectory.end == TrajectoryEnd::nonFinite && isFinite(result.trajectory.nonFinitePoint)
                          ? result.trajectory.nonFinitePoint
                          : result.trajectory.points.back();
  if (farOutside(domain, expected) > 0 &&
      (result.diagnosis.outcome == Outcome::diverged || result.diagnosis.outcome == Outcome::unbounded ||
       farOutside(domain, end) > 0))
    return 0;
  return (end - expected).stableNorm() / domain.diagonal();
}

// The drawn value at a step, straight between two that were drawn.
double valueAt(const std::vector<Vector2>& curve, double step) {
  const auto after =
      std::lower_bound(curve.begin(), curve.end(), step, [](const Vector2& p, double s) { return p.x() < s; });
  if (after == curve.begin()) return curve.front().y();
  if (after == curve.end()) return curve.back().y();
  const Vector2& b = *after;
  const Vector2& a = *(after - 1);
  return a.y() + (b.y() - a.y()) * (step - a.x()) / (b.x() - a.x());
}

// Over the steps that were drawn; after its last the run stands where it ended.
double distanceOfCurve(const Prediction& prediction, const RunResult& result) {
  const std::vector<Vector2>& curve = prediction.curve;
  const double floor = std::max(prediction.curveFloor, std::numeric_limits<double>::min());
  const std::vector<double>& losses = result.trajectory.losses;
  constexpr double mostDecades = 4;  // what flies off is not to count for more than being wrong
  double sum = 0;
  int count = 0;
  constexpr int samples = 200;
  for (int i = 0; i <= samples; ++i) {
    const double step = curve.front().x() + (curve.back().x() - curve.front().x()) * i / samples;
    const auto t = std::min(static_cast<std::size_t>(std::max(0.0, std::round(step))), losses.size() - 1);
    const double is = std::log10(std::max(losses[t] - prediction.curveBase, floor));
    const double drawn = std::log10(std::max(valueAt(curve, step), floor));
    sum += std::min(std::abs(is - drawn), mostDecades);
    ++count;
  }
  return sum / count;
}

}  // namespace

Message guessName(Guess guess) {
  static const std::array names{CORE_TEXT("Guess", "converges"), CORE_TEXT("Guess", "bounces"),
                                CORE_TEXT("Guess", "trapped"),   CORE_TEXT("Guess", "saddle"),
                                CORE_TEXT("Guess", "diverges"),  CORE_TEXT("Guess", "too slow")};
  return names.at(static_cast<std::size_t>(guess));
}

Guess guessThatFits(Outcome outcome) {
  switch (outcome) {
    case Outcome::converged:
      return Guess::converges;
    case Outcome::trapped:
      return Guess::trapped;
    case Outcome::saddle:
      return Guess::saddle;
    case Outcome::oscillating:
      return Guess::bounces;
    case Outcome::diverged:
    case Outcome::unbounded:
    case Outcome::offGrid:
      return Guess::diverges;
    case Outcome::crawling:
    case Outcome::plateau:
      return Guess::tooSlow;
  }
  return Guess::tooSlow;
}

Judgement judge(const Prediction& prediction, const RunResult& result) {
  Judgement judgement;
  judgement.happened = guessThatFits(result.diagnosis.outcome);
  if (prediction.guess) judgement.guessIsRight = *prediction.guess == judgement.happened;
  if (prediction.end) {
    judgement.missedBy = distanceOfEnd(*prediction.end, result);
    judgement.endIsRight = *judgement.missedBy <= kNearEnd;
  }
  if (prediction.curve.size() > 1) {
    judgement.curveMissedBy = distanceOfCurve(prediction, result);
    judgement.curveIsRight = *judgement.curveMissedBy <= kNearCurve;
  }
  for (std::size_t i = 0; i < kGuesses.size(); ++i) judgement.hands += prediction.hands[i];
  judgement.handsRight = prediction.hands.at(static_cast<std::size_t>(judgement.happened));
  return judgement;
}

}  // namespace ravine
