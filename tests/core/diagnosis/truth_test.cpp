// Every claim, held against the trajectory alone: what a sentence says is read back from its text and computed anew, by
// other means than those that led to it.
#include <gtest/gtest.h>

#include <algorithm>
#include <functional>
#include <map>
#include <numbers>

#include "core/base/number_text.h"
#include "core/diagnosis/explanation.h"
#include "core/diagnosis/reason.h"
#include "tests/core/diagnosis/random_runs.h"

namespace ravine {
namespace {

const std::vector<std::string> kSuperscripts{"⁰", "¹", "²", "³", "⁴", "⁵", "⁶", "⁷", "⁸", "⁹"};

// Reads back what numberText() wrote.
double numberFrom(std::string text) {
  const auto replaceAll = [&](const std::string& what, const std::string& by) {
    for (auto at = text.find(what); at != text.npos; at = text.find(what)) text.replace(at, what.size(), by);
  };
  if (text.starts_with("−")) return -numberFrom(text.substr(std::string("−").size()));
  if (text == "∞") return HUGE_VAL;
  const bool power = text.find("⁻") != text.npos || text.find("×") != text.npos ||
                     std::any_of(kSuperscripts.begin(), kSuperscripts.end(),
                                 [&](const std::string& digit) { return text.find(digit) != text.npos; });
  for (std::size_t i = 0; i < kSuperscripts.size(); ++i) replaceAll(kSuperscripts[i], std::to_string(i));
  replaceAll("⁻", "-");
  replaceAll(" × 10", "e");
  if (power && text.starts_with("10") && text.find('e') == text.npos) text = "1e" + text.substr(2);
  return std::strtod(text.c_str(), nullptr);  // unlike stod, also of what is smaller than a normal number
}

// Within what rounding to three digits may do.
bool isShownAs(double value, double shown) {
  return std::abs(value - shown) <= 0.006 * std::abs(value) + 1e-300;
}

class Witness {
 public:
  explicit Witness(const RunResult& result)
      : m_result(result),
        m_run(result.run),
        m_points(result.trajectory.points),
        m_losses(result.trajectory.losses),
        m_last(static_cast<std::int64_t>(m_losses.size()) - 1),
        m_view(result.landscape->domain.diagonal()) {}

  // Whether the sentence is true; nothing if it claims nothing that can be checked here.
  std::optional<bool> isTrue(const Message& sentence) const {
    const auto& a = sentence.arguments;
    const std::string& key = sentence.key;
    const auto has = [&](const char* part) { return key.find(part) != key.npos; };
    if (has("on a curve of equally low minima"))
      return settles(pointFrom(a[0]), a.size() > 1 ? std::stoll(a[1]) : 0) && isLowest(pointFrom(a[0]));
    if (has("lowest minimum in view") || has("no lower one is known"))
      return settles(pointFrom(a[0]), a.size() > 1 ? std::stoll(a[1]) : 0) && isLowest(pointFrom(a[0]));
    if (has("equally low minima"))
      return settles(pointFrom(a[0]), a.size() > 2 ? std::stoll(a[2]) : 0) && isLowest(pointFrom(a[0])) &&
             countLowest() >= std::stoll(a[1]);
    if (has("it had been at a loss"))
      return settles(pointFrom(a[0]), std::stoll(a[1])) && lossAt(a[2]) < m_losses.back();
    if (has("settled at the minimum"))
      return settles(pointFrom(a[0]), std::stoll(a[1])) && isLowerBy(pointFrom(a[2]), numberFrom(a[3]));
    if (has("Weight decay holds")) return isPulled(a);
    if (has("the weights would grow for ever")) return settles(pointFrom(a[2]), std::stoll(a[1]));
    if (has("They grow for ever"))
      return numberFrom(a[0]) < numberFrom(a[2]) && m_points.back().norm() > m_points[m_last / 2].norm();
    if (has("still falling: from"))
      return isSpan(a) && m_losses.back() < lossAt(a[1]) && m_losses.back() <= highestOfLast(10);
    if (has("carrying the run uphill")) return isSpan(a) && m_losses.back() > lossAt(a[1]) && wentUphill(a[1]);
    if (has("the loss was rising")) return isSpan(a) && m_losses.back() > lossAt(a[1]);
    if (has("would not stay there")) return isFlat(pointFrom(a[0])) && leavesAfter(std::stoll(a[1]));
    if (has("hardly changed since")) return staysNear(std::stoll(a[0]), numberFrom(a[1]));
    if (has("stands still: the schedule")) return staysNear(std::stoll(a[2]), numberFrom(a[1])) && rateDied();
    if (has("still swinging")) return turns() >= 3;
    if (has("above the lowest known, and the nearest") || has("above the lowest known; the nearest"))
      return isGap(numberFrom(a[0]));
    if (has("it had been far lower"))
      return isShownAs(lossAt(a[0]), numberFrom(a[1])) && lossAt(a[0]) < m_losses.back();
    if (has("Going on like this it would be gone")) return overflowsAfter(std::stoll(a[0]));
    if (has("here against the slope"))
      return m_points.back().dot(m_result.trajectory.gradients.back()) < 0 && numberOfDecay() > 0;
    if (has("By then the schedule")) return rateDied();
    if (has("repeats itself every")) return repeats(std::stoll(a[0]));
    if (has("The steps keep turning back.")) return turns() >= 3;
    if (has("do not get shorter")) return turns() >= 3 && !getsShorter();
    if (has("the loss lies between")) return staysBetween(numberFrom(a[0]), numberFrom(a[1]), std::stoll(a[2]));
    if (has("the saddle %1 and")) return isFlat(pointFrom(a[0])) && isSaddle(pointFrom(a[0]));
    if (has("the maximum %1 and")) return isFlat(pointFrom(a[0]));
    if (has("drawn to such a point")) return (a.size() < 3 || numberFrom(a[2]) < 1) && isDrawn();
    if (has("times as much")) return numberFrom(a[3]) > 1;
    if (has("It hops about")) return staysWithin(pointFrom(a[0]), numberFrom(a[1]), std::stoll(a[2]));
    if (has("takes off") && has("of the distance")) return takesOffDistance(a);
    if (has("even ten times as many")) return reachesHundredth(9 * m_last, false);
    if (has("not even %1 more")) return reachesHundredth(std::stoll(a[0]), false);
    if (has("more steps would leave a hundredth")) return reachesHundredth(std::stoll(a[0]), true);
    if (has("jumped out of the basin") || has("drifted over the ridge"))
      return basinIs(std::stoll(a[0]) - 1, pointFrom(a[1])) && basinIs(std::stoll(a[0]), pointFrom(a[2]));
    if (has("outside the domain, which")) return leaves(std::stoll(a[0]), m_last + 1);
    if (has("left the domain at step")) return leaves(std::stoll(a[0]), std::stoll(a[1]));
    if (has("the last time at step")) return leaves(std::stoll(a[1]), m_last + 1);
    if (has("left the domain %1 times")) return leaves(std::stoll(a[1]), std::stoll(a[2]));
    if (has("the last time it was outside"))
      return cameIn(std::stoll(a[0])) && leaves(std::stoll(a[1]), std::stoll(a[2]));
    if (has("since step %2 it is outside")) return cameIn(std::stoll(a[0])) && leaves(std::stoll(a[1]), m_last + 1);
    if (has("began outside the domain and came in")) return leaves(0, std::stoll(a[0]));
    if (has("is outside still")) return leaves(0, m_last + 1);
    if (has("farther from the domain")) return isFarFrom(std::stoll(a[0]));
    if (has("on its way out")) return goesOn(HUGE_VAL);
    if (has("falls for ever")) return isShownAs(m_losses.back(), numberFrom(a[0])) && goesOn(-HUGE_VAL);
    if (has("overshot in %1 steps")) return overshoots() == std::stoll(a[0]);
    if (has("One step overshot")) return overshoots() == 1;
    if (has("keeps η below the stability limit")) return regains(std::stoll(a[0]), numberFrom(a[2]));
    if (has("on average %2")) return isMean(numberFrom(a[1]));
    if (has("so steps are stable only for")) return isMeasuredLimit();
    if (has("lands at %2 of the distance") || has("leaves %2 of the distance")) return numberFrom(a[1]) < 1;
    if (has("%2 times farther away") || has("grows by the factor %2")) return numberFrom(a[1]) > 1;
    return std::nullopt;
  }

  // The same for an item of the line of reasons.
  std::optional<bool> isTrueReason(const Message& item) const {
    const auto& a = item.arguments;
    const auto has = [&](const char* part) { return item.key.find(part) != item.key.npos; };
    if (has("settled at step"))
      return settles(
          m_result.trajectory.end == TrajectoryEnd::finished ? m_points.back() : m_result.trajectory.nonFinitePoint,
          std::stoll(a[0]));
    if (has("started by the minimum")) return settles(m_points.back(), 0);
    if (has("local minimum %1")) return settles(pointFrom(a[0]), m_last);
    if (has("above the lowest known")) return numberFrom(a[0]) > 0;
    if (has("from a minimum")) return isGap(numberFrom(a[0]));
    if (has("on average %1 above")) return numberFrom(a[0]) >= 0;
    if (has("carried uphill")) return wentUphill(std::to_string(m_result.diagnosis.motion.since));
    if (has("was rising")) return m_losses.back() > lossAt(std::to_string(m_result.diagnosis.motion.since));
    if (has("stands still: η has died")) return rateDied();
    if (has("was still falling")) return hasNoise(m_run) || m_losses.back() <= highestOfLast(10);
    if (has("repeats itself every")) return repeats(std::stoll(a[0]));
    if (has("loss %1 to %2"))
      return numberFrom(a[0]) < numberFrom(a[1]) && staysBetween(numberFrom(a[0]), numberFrom(a[1]), 10);
    if (has("far away from step")) return isFarFrom(std::stoll(a[0]));
    if (has("times longer")) return numberFrom(a[0]) > 1;
    if (has("on its way out")) return goesOn(HUGE_VAL);
    if (has("beside the saddle %1")) return isFlat(pointFrom(a[0])) && isSaddle(pointFrom(a[0]));
    if (has("no minimum this way")) return isShownAs(m_losses.back(), numberFrom(a[0])) && goesOn(-HUGE_VAL);
    return std::nullopt;
  }

 private:
  // Of a function of x alone the run's own y, which nobody speaks of.
  Vector2 pointFrom(const std::string& text) const {
    const std::string ofX = "x = ";
    if (text.starts_with(ofX)) return {numberFrom(text.substr(ofX.size())), m_points.back().y()};
    const auto comma = text.find(", ");
    return {numberFrom(text.substr(1, comma - 1)), numberFrom(text.substr(comma + 2, text.size() - comma - 3))};
  }

  double lossAt(const std::string& step) const { return m_losses[static_cast<std::size_t>(std::stoll(step))]; }
  double value(const Vector2& at) const { return m_result.landscape->function->value(at); }
  double lowestSeen() const { return *std::min_element(m_losses.begin(), m_losses.end()); }
  // What a point's rounding to three digits may hide.
  double blur(const Vector2& p) const { return 0.006 * p.norm() + 1e-9 * m_view; }

  bool settles(const Vector2& place, std::int64_t since) const {
    for (auto t = static_cast<std::size_t>(since); t < m_points.size(); ++t)
      if (away(m_points[t], place) > 0.021 * m_view + blur(place)) return false;
    return true;
  }
  bool isLowest(const Vector2& place) const {
    const double wall = 0.011 * m_view + blur(place);
    double around = value(m_points.back());
    for (int i = 0; i < 16; ++i)
      around = std::max(around, value(place + wall * Vector2(std::cos(i * 0.39), std::sin(i * 0.39))));
    const double end = std::min(value(place), m_losses.back());
    const double chance = hasNoise(m_run) ? 1e-3 * m_result.landscape->spread : 0;
    return end <= lowestSeen() + chance + 0.02 * std::abs(m_losses.front() - end) + 1e-6 * m_result.landscape->spread +
                      std::max(0.0, value(place) - m_losses.back()) &&
           around >= end;
  }
  // Separate places found by going down from a grid, all as low as the lowest of them.
  std::int64_t countLowest() const {
    const Box& box = m_result.landscape->domain;
    std::vector<CriticalPoint> found;
    constexpr int side = 40;
    for (int i = 0; i < side * side; ++i) {
      const Vector2 start(box.x.lower + (i % side + 0.5) / side * box.x.length(),
                          box.y.lower + (i / side + 0.5) / side * box.y.length());
      const auto minimum = minimumBelow(*m_result.landscape->function, start, m_view);
      if (!minimum || !box.grown(1e-6).contains(minimum->point)) continue;
      const auto same = [&](const CriticalPoint& c) { return (c.point - minimum->point).norm() < 1e-4 * m_view; };
      if (std::none_of(found.begin(), found.end(), same)) found.push_back(*minimum);
    }
    double lowest = HUGE_VAL;
    for (const CriticalPoint& c : found) lowest = std::min(lowest, c.value);
    return std::count_if(found.begin(), found.end(),
                         [&](const CriticalPoint& c) { return c.value <= lowest + 1e-6 * m_result.landscape->spread; });
  }
  bool isLowerBy(const Vector2& lower, double by) const {
    return by > 0 && value(lower) < m_losses.back() + 0.006 * std::abs(by) +
                                        std::abs(value(lower + Vector2(blur(lower), 0)) - value(lower));
  }
  bool isPulled(const std::vector<std::string>& a) const {
    const Vector2 rest = pointFrom(a[1]);
    return settles(rest, std::stoll(a[2])) && std::abs((rest - pointFrom(a[0])).norm() - numberFrom(a[3])) <=
                                                  0.006 * numberFrom(a[3]) + blur(rest) + blur(pointFrom(a[0]));
  }
  bool isSpan(const std::vector<std::string>& a) const {
    return isShownAs(lossAt(a[1]), numberFrom(a[0])) && isShownAs(m_losses.back(), numberFrom(a[2]));
  }
  double highestOfLast(std::size_t n) const {
    return *std::max_element(m_losses.end() - static_cast<std::ptrdiff_t>(std::min(n, m_losses.size())),
                             m_losses.end());
  }
  bool wentUphill(const std::string& since) const {
    int up = 0;
    int down = 0;
    for (auto t = static_cast<std::size_t>(std::stoll(since)); t + 1 < m_points.size(); ++t)
      ++((m_points[t + 1] - m_points[t]).dot(m_result.trajectory.gradients[t]) > 0 ? up : down);
    return up > down;
  }
  bool staysNear(std::int64_t since, double loss) const {
    for (auto t = static_cast<std::size_t>(since); t < m_losses.size(); ++t)
      if (std::abs(m_losses[t] - loss) > 0.01 * std::abs(loss) + 1e-3 * std::abs(m_losses.front() - lowestSeen()) +
                                             1e-3 * m_result.diagnosis.lossAboveLowest)
        return false;
    return true;
  }
  bool rateDied() const {
    const auto& lrs = m_result.trajectory.lrs;
    return lrs.back() < 0.011 * *std::max_element(lrs.begin(), lrs.end());
  }
  std::size_t window() const { return m_points.size() - 1 - std::min<std::size_t>(m_points.size() - 1, 100); }
  // Half turns, in the last part of the run that could be meant.
  int turns() const {
    double angle = 0;
    Vector2 before = Vector2::Zero();
    const std::size_t lately = m_points.size() - std::min<std::size_t>(m_points.size(), 51);
    for (std::size_t t = std::min(m_points.size() / 2, lately); t + 1 < m_points.size(); ++t) {
      const Vector2 step = m_points[t + 1] - m_points[t];
      if (step.norm() == 0) continue;
      if (before.norm() > 0) angle += std::acos(std::clamp(step.dot(before) / step.norm() / before.norm(), -1.0, 1.0));
      before = step;
    }
    return static_cast<int>(angle / std::numbers::pi);
  }
  // The last steps are much shorter than those before.
  bool getsShorter() const {
    const std::size_t last = m_points.size() - 1;
    const std::size_t part = std::max<std::size_t>(1, std::min<std::size_t>(last / 4, 25));
    const auto mean = [&](std::size_t from, std::size_t to) {
      double sum = 0;
      for (std::size_t i = from; i < to; ++i) sum += (m_points[i + 1] - m_points[i]).norm();
      return sum / static_cast<double>(to - from);
    };
    return mean(last - part, last) < 0.5 * mean(last - 2 * part, last - part);
  }
  bool isGap(double gap) const {
    return gap >= 0 && m_losses.back() - gap <= lowestSeen() + 0.006 * std::abs(gap) + 1e-9 * std::abs(m_losses.back());
  }
  bool repeats(std::int64_t period) const {
    double size = 0;
    const std::size_t last = m_points.size() - 1;
    const auto p = static_cast<std::size_t>(period);
    for (std::size_t t = last - std::min<std::size_t>(last, 3 * p); t < last; ++t)
      size = std::max(size, (m_points[t] - m_points[last]).norm());
    for (std::size_t t = last - 2 * p; t + p <= last; ++t)
      if ((m_points[t + p] - m_points[t]).norm() > 0.02 * size) return false;
    return size > 0;
  }
  bool staysBetween(double low, double high, std::int64_t steps) const {
    for (auto t = static_cast<std::size_t>(m_last - steps); t < m_losses.size(); ++t)
      if (m_losses[t] < low - 0.006 * std::abs(low) || m_losses[t] > high + 0.006 * std::abs(high)) return false;
    return low <= high;
  }
  bool isFlat(const Vector2& place) const { return (m_points.back() - place).norm() <= 0.021 * m_view + blur(place); }
  bool leavesAfter(std::int64_t steps) const {
    const Trajectory t = simulate(m_run, {.recordCurvature = false, .stepsBeyond = steps});
    return t.end == TrajectoryEnd::nonFinite || (t.points.back() - m_points.back()).norm() > 1e-5 * m_view;
  }
  bool isSaddle(const Vector2& place) const {
    // Somewhere around it is lower ground.
    const double r = 0.02 * m_view + blur(place);
    for (int i = 0; i < 64; ++i)
      if (value(place + r * Vector2(std::cos(i * 0.0982), std::sin(i * 0.0982))) < m_losses.back()) return true;
    return false;
  }
  bool takesOffDistance(const std::vector<std::string>& a) const {
    ravine::Run longer = m_run;
    longer.steps += std::stoll(a[3]);
    const Trajectory t = simulate(longer, {.recordCurvature = false});
    const double part = numberFrom(a[2]) / 100;
    const auto minimum = m_result.landscape->lowestMinimum();
    const auto distance = [&](const Vector2& p) { return (p - minimum->point).norm(); };
    const std::size_t last = m_points.size() - 1;
    const double measured = 1 - distance(m_points[last]) / distance(m_points[last - 1]);
    return distance(t.points.back()) <= 0.0101 * m_view && std::abs(measured - part) < 0.3 * part + 0.02;
  }
  bool reachesHundredth(std::int64_t steps, bool does) const {
    if (!m_result.diagnosis.lowest) return false;
    const Trajectory t = simulate(m_run, {.recordCurvature = false, .stepsBeyond = steps});
    const double lowest = m_result.diagnosis.lowest->value;
    const double small = 0.01 * (m_losses.back() - lowest);
    bool reached = false;
    for (std::size_t i = m_losses.size() - 1; i < t.losses.size(); ++i) reached |= t.losses[i] - lowest <= small;
    return reached == does;
  }
  // By descent with steps of a twentieth of what would be stable.
  bool basinIs(std::int64_t step, const Vector2& minimum) const {
    Vector2 theta = m_points[static_cast<std::size_t>(step)];
    for (int i = 0; i < 60'000; ++i) {
      const Derivatives d = m_result.landscape->function->derivatives(theta);
      const double slope = d.gradient.norm();
      if (slope == 0 || !std::isfinite(slope)) break;
      const Eigenvalues e = eigenvalues(d.hessian);
      const double length =
          std::min(0.0005 * m_view, 0.1 * slope / std::max({std::abs(e.upper), std::abs(e.lower), 1e-12}));
      theta -= length / slope * d.gradient;
    }
    return away(theta, minimum) <= 0.02 * m_view + blur(minimum);
  }
  bool inside(std::int64_t t) const {
    return m_result.landscape->domain.contains(m_points[static_cast<std::size_t>(t)]);
  }
  bool leaves(std::int64_t left, std::int64_t back) const {
    if (left > 0 && !inside(left - 1)) return false;
    for (std::int64_t t = left; t < std::min(back, m_last + 1); ++t)
      if (inside(t)) return false;
    for (std::int64_t t = back; t <= m_last; ++t)
      if (!inside(t)) return false;
    return true;
  }
  bool cameIn(std::int64_t step) const {
    for (std::int64_t t = 0; t < step; ++t)
      if (inside(t)) return false;
    return inside(step);
  }
  bool overflowsAfter(std::int64_t steps) const {
    const Trajectory t = simulate(m_run, {.recordCurvature = false, .stepsBeyond = steps});
    return t.end == TrajectoryEnd::nonFinite && t.nonFiniteStep == m_last + steps;
  }
  bool isFarFrom(std::int64_t since) const {
    for (std::int64_t t = since; t <= m_last; ++t)
      if (m_result.landscape->domain.distanceTo(m_points[static_cast<std::size_t>(t)]) < 99 * m_view) return false;
    return true;
  }
  // Far beyond where it is, or out of the numbers, with the loss going this way.
  bool goesOn(double towards) const {
    const Trajectory t =
        simulate(m_run, {.recordCurvature = false, .stepsBeyond = std::min<std::int64_t>(20 * m_last, 40'000)});
    if (t.end == TrajectoryEnd::nonFinite) return true;
    const Box& domain = m_result.landscape->domain;
    return towards > 0 ? domain.distanceTo(t.points.back()) > domain.distanceTo(m_points.back())
                       : t.losses.back() <= m_losses.back();
  }
  std::int64_t overshoots() const {
    std::int64_t n = 0;
    for (std::size_t t = 0; t + 1 < m_points.size(); ++t)
      n += m_result.trajectory.gradients[t].dot(m_result.trajectory.gradients[t + 1]) < 0 &&
           (m_points[t + 1] - m_points[t]).norm() > 1e-14 * (m_view + m_points[t].norm());
    return n;
  }
  bool regains(std::int64_t step, double limit) const {
    const auto& lrs = m_result.trajectory.lrs;
    for (auto i = static_cast<std::size_t>(step); i < lrs.size(); ++i)
      if (lrs[i] > 1.006 * limit) return false;
    return lrs[static_cast<std::size_t>(step) - 1] > 0.994 * limit && m_result.diagnosis.settledSince >= step;
  }
  // Whatever side of the saddle it starts from.
  bool isDrawn() const {
    ravine::Run beside = m_run;
    beside.noise.clear();
    beside.schedule = {"constant", {}};
    beside.lr = m_result.trajectory.lrs.back();
    const Vector2 saddle = m_result.diagnosis.endsAt->point;
    for (const Vector2& aside : {Vector2(1, 0), Vector2(-0.6, 0.8), Vector2(-0.6, -0.8)}) {
      beside.start = saddle + 1e-4 * m_view * aside;
      beside.steps = 5;
      if (!((simulate(beside).points.back() - saddle).norm() < 1e-4 * m_view)) return false;
    }
    return true;
  }
  bool staysWithin(const Vector2& place, double reach, std::int64_t steps) const {
    for (auto t = static_cast<std::size_t>(m_last - steps); t < m_points.size(); ++t) {
      if (away(m_points[t], place) > 1.006 * reach + blur(place)) return false;
    }
    return true;
  }
  double away(const Vector2& a, const Vector2& b) const {
    return m_result.landscape->ofXAlone ? std::abs(a.x() - b.x()) : (a - b).norm();
  }
  // From a hair beside the minimum, along the steepest direction, steps die away a little below the limit and grow a
  // little above it.
  bool isMeasuredLimit() const {
    const Diagnosis& d = m_result.diagnosis;
    const bool arrived = d.outcome == Outcome::converged || d.outcome == Outcome::trapped;
    const Vector2 floor = arrived ? d.endsAt->point : d.lowest ? d.lowest->point : Vector2::Zero();
    if (numberOfDecay() != 0) return true;  // the floor is elsewhere then
    const double hair = (floor.norm() > 0 ? 1e-6 : 1e-9) * m_view;
    const auto grows = [&](double lr) {
      ravine::Run beside = m_run;
      beside.start = floor + hair * d.judgedDirection;
      beside.steps = 3000;
      beside.schedule = {"constant", {}};
      beside.lr = lr;
      if (!validate(beside).empty()) return lr > d.stabilityLimit;
      const Trajectory t = simulate(beside, {.recordCurvature = false});
      if (t.end != TrajectoryEnd::finished) return true;
      // In the end: where a momentum is dampened the first step is not, and throws far.
      return (t.points.back() - floor).norm() > 100 * hair;
    };
    return !grows(0.97 * d.stabilityLimit) && grows(1.03 * d.stabilityLimit);
  }
  double numberOfDecay() const {
    const ParameterInfo* decay = findParameter(optimizerInfo(m_run).parameters, "weight_decay");
    return decay ? std::get<double>(valueOf(*decay, m_run.optimizer.parameters)) : 0;
  }
  bool isMean(double mean) const { return mean >= 0 || !m_result.diagnosis.lowest; }

  const RunResult& m_result;
  const ravine::Run& m_run;
  const std::vector<Vector2>& m_points;
  const std::vector<double>& m_losses;
  std::int64_t m_last;
  double m_view;
};

int runs() {
  const char* wanted = std::getenv("RAVINE_TRUTH_RUNS");
  return wanted ? std::atoi(wanted) : 5000;
}
unsigned seed() {
  const char* wanted = std::getenv("RAVINE_TRUTH_SEED");
  return wanted ? static_cast<unsigned>(std::atoi(wanted)) : 9;
}

void expectTrueSentences(RandomRuns random, int howMany) {
  std::map<std::string, std::pair<int, int>> told;  // wrong ones, all
  for (int i = 0; i < howMany; ++i) {
    const RunResultPtr result = random.next();
    const Witness witness(*result);
    const auto look = [&](const Message& said, std::optional<bool> verdict) {
      if (!verdict) return;
      auto& [wrong, all] = told[said.key];
      ++all;
      if (*verdict) return;
      ++wrong;
      ADD_FAILURE() << english(said) << "\n  " << RandomRuns::describe(result->run);
    };
    for (const Message& sentence : explain(*result)) look(sentence, witness.isTrue(sentence));
    for (const Message& item : reason(*result)) look(item, witness.isTrueReason(item));
  }
  int sentences = 0;
  for (const auto& [key, count] : told) sentences += count.second;
  std::cout << "seed " << seed() << ": " << sentences << " claims of " << told.size() << " kinds\n";
  for (const auto& [key, count] : told)
    if (count.first) std::cout << count.first << " of " << count.second << ": " << key << '\n';
  EXPECT_GT(told.size(), 20u);
}

TEST(Truth, EverySentenceHoldsAgainstTheTrajectory) {
  expectTrueSentences(RandomRuns(seed()), runs());
}

TEST(Truth, EverySentenceOfWhatLearnsFromDataHoldsToo) {
  expectTrueSentences(RandomRuns(seed(), RandomRuns::Kind::learning), runs() / 4);
}

// What is said to be the end of it is still so after ten times as many steps with the same rate.
TEST(Truth, VerdictsLast) {
  RandomRuns random(seed() + 1000);
  int judged = 0;
  int lost = 0;
  for (int i = 0; i < runs(); ++i) {
    const RunResultPtr result = random.next();
    const Outcome outcome = result->diagnosis.outcome;
    const bool final = outcome == Outcome::converged || outcome == Outcome::trapped || outcome == Outcome::diverged;
    if (!final || isStochastic(result->run)) continue;
    ++judged;
    const Trajectory later =
        simulate(result->run, {.recordCurvature = false, .stepsBeyond = 9 * result->trajectory.steps()});
    bool lasts = false;
    if (outcome == Outcome::diverged) {
      lasts = later.end == TrajectoryEnd::nonFinite || !result->landscape->domain.contains(later.points.back());
    } else if (result->trajectory.end == TrajectoryEnd::nonFinite) {
      lasts = true;  // it stands where no gradient is
    } else {
      const Vector2 rest = result->diagnosis.pull ? result->diagnosis.pull->restsAt : result->diagnosis.endsAt->point;
      lasts = later.end == TrajectoryEnd::finished &&
              result->landscape->distance(later.points.back(), rest) < 0.021 * result->landscape->domain.diagonal();
    }
    if (lasts) continue;
    ++lost;
    std::cout << outcomeId(outcome) << " did not last: " << RandomRuns::describe(result->run) << '\n';
  }
  std::cout << "seed " << seed() << ": " << lost << " of " << judged << " verdicts did not last\n";
  EXPECT_LE(lost, judged / 500);
}

}  // namespace
}  // namespace ravine
