#include "core/schedule/breakpoint_fit.h"

#include <algorithm>
#include <cassert>
#include <cmath>
#include <functional>
#include <tuple>

namespace ravine {
namespace {

constexpr double kUnseen = 0.003;  // a mean distance of this part of the highest factor is not worth another point

// Sums over the samples up to each, from which the error of any straight line over them follows at once.
class ChordErrors {
 public:
  explicit ChordErrors(const std::vector<Breakpoint>& samples) : m_origin(samples.front().step) {
    m_span = std::max(1.0, samples.back().step - m_origin);
    m_height = highestFactor(samples);
    if (!(m_height > 0)) m_height = 1;
    m_sums.push_back({});
    for (const Breakpoint& sample : samples) {
      const double x = (sample.step - m_origin) / m_span;
      const double y = sample.factor / m_height;
      const Sums& before = m_sums.back();
      m_points.push_back({x, y});
      m_sums.push_back({before.x + x, before.y + y, before.xx + x * x, before.xy + x * y, before.yy + y * y});
    }
  }

  // Σ (y − a − b x)² over the samples strictly between `first` and `last`, on the line through these two, in units of
  // the squared height.
  double between(std::size_t first, std::size_t last) const {
    if (last <= first + 1) return 0;
    const auto [x0, y0] = m_points[first];
    const auto [x1, y1] = m_points[last];
    const double b = (y1 - y0) / (x1 - x0);
    const double a = y0 - b * x0;
    const Sums& low = m_sums[first + 1];
    const Sums& high = m_sums[last];
    const auto count = static_cast<double>(last - first - 1);
    const double x = high.x - low.x;
    const double y = high.y - low.y;
    return std::max(0.0, (high.yy - low.yy) - 2 * b * (high.xy - low.xy) + b * b * (high.xx - low.xx) -
                             2 * a * (y - b * x) + count * a * a);
  }

 private:
  struct Sums {
    double x = 0, y = 0, xx = 0, xy = 0, yy = 0;
  };
  struct Point {
    double x, y;
  };

  double m_origin;
  double m_span = 1;
  double m_height = 1;
  std::vector<Point> m_points;
  std::vector<Sums> m_sums;  // of the samples before each, and of all
};

// E_k(j) = min over i < j of E_{k−1}(i) + error of the line from i to j: the best way to j by k lines (Perez & Vidal
// 1994, Optimum polygonal approximation of digitized curves). Gives which samples the best way goes through.
std::vector<std::size_t> bestWay(const std::vector<Breakpoint>& samples, std::size_t mostLines) {
  const std::size_t count = samples.size();
  const ChordErrors errors(samples);
  const double enough = kUnseen * kUnseen * static_cast<double>(count);
  std::vector<double> error(count);
  for (std::size_t j = 0; j < count; ++j) error[j] = errors.between(0, j);
  // from[k][j]: where the last of k + 2 lines to j begins; j itself where so many are no better than one less.
  std::vector<std::vector<std::size_t>> from;
  while (error.back() > enough && from.size() + 1 < mostLines) {
    std::vector<double> better = error;
    std::vector<std::size_t> begin(count);
    for (std::size_t j = 0; j < count; ++j) {
      begin[j] = j;
      for (std::size_t i = 0; i < j; ++i)
        if (error[i] < better[j])  // the line adds to it
          if (const double sum = error[i] + errors.between(i, j); sum < better[j]) {
            better[j] = sum;
            begin[j] = i;
          }
    }
    error = std::move(better);
    from.push_back(std::move(begin));
  }
  std::vector<std::size_t> way{count - 1};
  for (auto lines = from.rbegin(); lines != from.rend(); ++lines)
    if (const std::size_t begin = (*lines)[way.back()]; begin != way.back()) way.push_back(begin);
  if (way.back() > 0) way.push_back(0);
  std::reverse(way.begin(), way.end());
  return way;
}

// The same samples and one in the middle of each gap in which the curve bends by more than can be left unseen.
std::vector<Breakpoint> refined(const std::vector<Breakpoint>& samples,
                                const std::function<Breakpoint(std::int64_t)>& sampleAt) {
  const double unseen = kUnseen * highestFactor(samples);
  std::vector<Breakpoint> finer{samples.front()};
  for (std::size_t i = 1; i < samples.size(); ++i) {
    const auto& [before, after] = std::tie(samples[i - 1], samples[i]);
    if (after.step - before.step > 1) {
      const Breakpoint middle = sampleAt(static_cast<std::int64_t>((before.step + after.step) / 2));
      const double part = (middle.step - before.step) / (after.step - before.step);
      const double straight = before.factor + (after.factor - before.factor) * part;
      if (std::abs(middle.factor - straight) > unseen) finer.push_back(middle);
    }
    finer.push_back(after);
  }
  return finer;
}

}  // namespace

Breakpoints fitBreakpoints(const std::vector<Breakpoint>& samples, std::size_t most) {
  assert(most >= kFewestBreakpoints);
  std::vector<Breakpoint> sound;
  for (const Breakpoint& sample : samples)
    if (std::isfinite(sample.factor)) sound.push_back({sample.step, std::max(0.0, sample.factor)});
  assert(!sound.empty());
  if (sound.size() == 1) sound.push_back({sound.front().step + 1, sound.front().factor});
  const double highest = highestFactor(sound);
  Breakpoints points;
  for (const std::size_t i : bestWay(sound, most - 1))
    points.push_back({sound[i].step, tidyFactor(sound[i].factor, highest)});
  return points;
}

std::vector<Breakpoint> sampleSchedule(const LearningRate& schedule, double nominal, std::int64_t steps) {
  const auto sampleAt = [&](std::int64_t t) -> Breakpoint {
    return {static_cast<double>(t), schedule(t, 0) / nominal};
  };
  const std::int64_t count = std::min(steps, kCurveSamples);
  std::vector<Breakpoint> samples;
  for (std::int64_t i = 0; i < count; ++i)
    samples.push_back(sampleAt(i * (steps - 1) / std::max<std::int64_t>(1, count - 1)));
  // Towards each jump and bend; schedules that cycle faster than can be drawn would have no end of them.
  constexpr std::size_t most = 2 * static_cast<std::size_t>(kCurveSamples);
  for (std::size_t before = 0; before < samples.size() && samples.size() < most;) {
    before = samples.size();
    samples = refined(samples, sampleAt);
  }
  return samples;
}

}  // namespace ravine
