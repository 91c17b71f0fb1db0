#include "core/loss/landscape.h"

#include <algorithm>
#include <cmath>
#include <limits>
#include <numbers>

#include "core/loss/models.h"

namespace ravine {
namespace {

double spreadOf(const LossFunction& function, const Box& domain) {
  constexpr std::size_t manyTerms = 50;
  const std::size_t n = function.terms() > manyTerms ? 33 : 65;
  std::vector<double> values(n * n);
  const double dx = domain.x.length() / static_cast<double>(n - 1);
  const double dy = domain.y.length() / static_cast<double>(n - 1);
  for (std::size_t j = 0; j < n; ++j)
    function.sampleRow(domain.x.lower, dx, domain.y.lower + dy * static_cast<double>(j),
                       std::span(values).subspan(j * n, n));
  std::erase_if(values, [](double value) { return !std::isfinite(value); });
  if (values.empty()) return 1;
  std::sort(values.begin(), values.end());
  const double median = values[values.size() / 2] - values.front();
  const double whole = values.back() - values.front();
  return median > 0 ? median : whole > 0 ? whole : 1;
}

// The lowest value on a circle, sought among many directions and then between the neighbours of the best.
double lowestOnCircle(const LossFunction& function, const Vector2& centre, double radius) {
  constexpr int directions = 128;
  constexpr int refinements = 30;
  double width = 2 * std::numbers::pi / directions;
  const auto valueAt = [&](double angle) {
    const double value = function.value(centre + radius * Vector2(std::cos(angle), std::sin(angle)));
    return std::isnan(value) ? std::numeric_limits<double>::infinity() : value;
  };
  double best = 0;
  for (int i = 1; i < directions; ++i)
    if (valueAt(i * width) < valueAt(best)) best = i * width;
  for (int i = 0; i < refinements; ++i, width /= 2)
    for (const double angle : {best - width / 2, best + width / 2})
      if (valueAt(angle) < valueAt(best)) best = angle;
  return valueAt(best);
}

bool isBottomless(const Landscape& landscape) {
  const auto lowest = landscape.lowestMinimum();
  double before = lowest ? lowest->value : landscape.function->value(landscape.domain.centre());
  for (const double views : {10.0, 100.0, 1000.0}) {
    const double value =
        lowestOnCircle(*landscape.function, landscape.domain.centre(), views * landscape.domain.diagonal());
    if (!(value < before - landscape.spread)) return false;
    before = value;
  }
  return true;
}

// Newton's method may go round in a circle where the loss is made of parabolas and straight lines, as Huber's.
void addLowest(const DataLoss& loss, Landscape& landscape) {
  constexpr double near = 1e-3;  // of the view
  const auto minimum = refineCriticalPoint(loss, lowestOf(loss), near * landscape.domain.diagonal());
  if (!minimum || minimum->kind != CriticalKind::minimum || !landscape.domain.contains(minimum->point)) return;
  landscape.criticalPoints.insert(landscape.criticalPoints.begin(), *minimum);
}

// The losses of models on data are smooth and have few critical points, but each value is a sum over all rows.
CriticalPointOptions searchOf(const LossFunction& function, const CancelPredicate& cancelled) {
  CriticalPointOptions options{.cancelled = cancelled};
  if (function.terms() == 1) return options;
  options.coarsestGrid = 6;
  options.finestGrid = 24;
  constexpr std::int64_t fewest = 10'000;
  options.evaluations = std::max(fewest, options.evaluations / static_cast<std::int64_t>(function.terms()));
  return options;
}

// One for each x, at this y: what lies along y is the same.
std::vector<CriticalPoint> oneForEachX(const std::vector<CriticalPoint>& points, double y, double diagonal) {
  constexpr double sameX = 1e-6;  // of the diagonal
  std::vector<CriticalPoint> each;
  for (CriticalPoint c : points) {
    const auto isThere = [&](const CriticalPoint& other) {
      return std::abs(other.point.x() - c.point.x()) <= sameX * diagonal;
    };
    if (std::ranges::any_of(each, isThere)) continue;
    c.point.y() = y;
    c.isolated = c.kind != CriticalKind::levelGround;
    each.push_back(c);
  }
  return each;
}

}  // namespace

std::optional<CriticalPoint> Landscape::lowestMinimum() const {
  for (const CriticalPoint& c : criticalPoints)
    if (c.kind == CriticalKind::minimum || c.kind == CriticalKind::levelGround) return c;
  return std::nullopt;
}

double Landscape::roomAround(const CriticalPoint& point) const {
  constexpr double samePoint = 1e-5;  // of the diagonal
  constexpr double sameValue = 1e-9;  // of the spread
  const double diagonal = domain.diagonal();
  double room = diagonal;
  for (const CriticalPoint& other : criticalPoints) {
    const double away = distance(other.point, point.point);
    if (away < room && away > samePoint * diagonal && std::abs(other.value - point.value) > sameValue * spread)
      room = away;
  }
  return room;
}

std::optional<CriticalPoint> Landscape::nearestMinimum(const Vector2& point) const {
  const CriticalPoint* nearest = nullptr;
  double least = std::numeric_limits<double>::infinity();
  for (const CriticalPoint& c : criticalPoints) {
    const double away = distance(c.point, point);
    if (c.kind != CriticalKind::minimum || (nearest && !(away < least))) continue;
    nearest = &c;
    least = away;
  }
  return nearest ? std::optional(*nearest) : std::nullopt;
}

Landscape surveyLandscape(const LossChoice& lossFunction, const CancelPredicate& cancelled) {
  const LossFunctionInfo info = lossFunctionInfo(lossFunction);
  Landscape landscape;
  landscape.function = makeLossFunction(info, lossFunction.parameters);
  landscape.domain = info.domain;
  landscape.criticalPoints = criticalPoints(*landscape.function, info.domain, searchOf(*landscape.function, cancelled));
  landscape.ofXAlone = info.ofXAlone;
  if (info.ofXAlone)
    landscape.criticalPoints = oneForEachX(landscape.criticalPoints, info.start.y(), info.domain.diagonal());
  if (const DataLoss* loss = asDataLoss(*landscape.function); loss && !landscape.lowestMinimum())
    addLowest(*loss, landscape);
  landscape.spread = spreadOf(*landscape.function, info.domain);
  landscape.measured = info.group == LossGroup::measured;
  landscape.quadratic = isQuadratic(*landscape.function, info.domain);
  landscape.bottomless = isBottomless(landscape);
  if (const DataLoss* loss = asDataLoss(*landscape.function)) landscape.fallsForEver = loss->fallsForEver();
  return landscape;
}

}  // namespace ravine
