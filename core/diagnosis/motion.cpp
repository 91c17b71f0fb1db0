#include "core/diagnosis/motion.h"

#include <algorithm>
#include <cmath>
#include <numbers>
#include <span>

namespace ravine {
namespace {

constexpr std::size_t kRow = 3;        // steps in the same direction that are no chance
constexpr std::size_t kShortest = 30;  // steps of a run whose ups and downs can be told from its way

struct Part {
  double mean = 0;
  double lowest = 0;
  double highest = 0;

  explicit Part(std::span<const double> values) {
    const auto [low, high] = std::minmax_element(values.begin(), values.end());
    lowest = *low;
    highest = *high;
    for (const double value : values) mean += value / static_cast<double>(values.size());
  }
};

// How many of the last steps did not go against `direction`.
std::size_t lastRow(const std::vector<double>& losses, double direction) {
  std::size_t t = losses.size() - 1;
  while (t > 0 && direction * (losses[t] - losses[t - 1]) >= 0) --t;
  return losses.size() - 1 - t;
}

}  // namespace

EndMotion endMotion(const std::vector<double>& losses, std::size_t window, double nothing) {
  const std::size_t last = losses.size() - 1;
  std::size_t still = last;
  while (still > 0 && std::abs(losses[still - 1] - losses[last]) <= nothing) --still;
  if (still <= window) return {LossMotion::still, static_cast<std::int64_t>(still)};
  for (const auto& [motion, direction] : {std::pair(LossMotion::falling, -1.0), std::pair(LossMotion::rising, 1.0)}) {
    const std::size_t row = lastRow(losses, direction);
    const std::size_t since = last - row;
    if (row < std::min(kRow, last) || !(direction * (losses[last] - losses[since]) > nothing)) continue;
    // Everybody expects a loss to fall: only how it does lately is news.
    const bool lately = motion == LossMotion::falling && losses[window] - losses[last] > nothing;
    return {motion, static_cast<std::int64_t>(lately ? std::max(since, window) : since)};
  }
  if (last < kShortest) return {LossMotion::wandering, static_cast<std::int64_t>(window)};
  const std::span all(losses);
  const std::size_t middle = window + (last - window) / 2;
  const Part before(all.subspan(window, middle - window));
  const Part after(all.subspan(middle));
  const auto since = static_cast<std::int64_t>(window);
  // A trend that is lost in the ups and downs is none.
  const double ups = 0.25 * (before.highest - before.lowest + after.highest - after.lowest);
  if (after.mean < before.mean - std::max(nothing, ups) && after.lowest < before.lowest &&
      after.highest < before.highest && losses[last] < losses[window] - nothing)
    return {LossMotion::falling, since};
  if (after.mean > before.mean + std::max(nothing, ups) && after.lowest > before.lowest &&
      after.highest > before.highest && losses[last] > losses[window] + nothing)
    return {LossMotion::rising, since};
  return {LossMotion::wandering, since};
}

bool Turning::goesRound() const {
  constexpr double reversing = 0.25;  // displacement over path: below it steps keep reversing
  constexpr double rounds = 3;
  if (steps < 3) return false;
  const double mostOfAll = 0.6 * std::numbers::pi * static_cast<double>(steps - 1);  // in a short stretch
  return displacement < reversing * path && angle >= std::min(rounds * 2 * std::numbers::pi, mostOfAll);
}

Turning turning(const std::vector<Vector2>& points, std::size_t from, std::size_t to) {
  Turning all;
  all.steps = to - from;
  all.displacement = (points[to] - points[from]).norm();
  Vector2 last = Vector2::Zero();
  for (std::size_t t = from; t < to; ++t) {
    const Vector2 step = points[t + 1] - points[t];
    all.path += step.norm();
    const double across = last.x() * step.y() - last.y() * step.x();
    if (!last.isZero(0) && !step.isZero(0)) all.angle += std::abs(std::atan2(across, last.dot(step)));
    if (!step.isZero(0)) last = step;
  }
  return all;
}

bool subsides(const std::vector<Vector2>& points, std::size_t from, std::size_t to, double part) {
  const std::size_t middle = from + (to - from) / 2;
  return turning(points, middle, to).meanStep() < part * turning(points, from, middle).meanStep();
}

}  // namespace ravine
