#include "core/loss/critical_points.h"

#include <algorithm>
#include <array>
#include <cstdint>
#include <limits>
#include <map>
#include <numbers>
#include <utility>

#include "core/loss/kinks.h"

namespace ravine {
namespace {

constexpr int kNewtonSteps = 80;
constexpr double kFlatCurvature = 1e-7;      // of the larger curvature: below it a direction counts as flat
constexpr double kSamePoint = 1e-6;          // of the box's diagonal: nearer points are one
constexpr double kCurveSpacing = 1.0 / 120;  // of the diagonal, between the points that stand for a curve
constexpr double kLevelSpacing = 0.1;        // of the diagonal, between the points that stand for level ground
constexpr double kArrived = 1e-9;            // of the diagonal: a Newton step so short ends the search
constexpr double kSlack = 1e-9;              // of the diagonal: a point on the border is inside

double largest(const Eigenvalues& e) {
  return std::max(std::abs(e.lower), std::abs(e.upper));
}

// Where a direction is flat the pseudo-inverse leaves it out, so that Newton reaches curves of minima too.
Vector2 pseudoNewtonStep(const Derivatives& at) {
  const PrincipalCurvatures s = principalCurvatures(at.hessian);
  const double flat = 1e-10 * largest(s.values);
  const Vector2 lowerDirection = s.lowerDirection();
  Vector2 step = Vector2::Zero();
  if (std::abs(s.values.upper) > flat) step -= at.gradient.dot(s.upperDirection) / s.values.upper * s.upperDirection;
  if (std::abs(s.values.lower) > flat) step -= at.gradient.dot(lowerDirection) / s.values.lower * lowerDirection;
  return step;
}

// Counts what a search may still spend.
struct Budget {
  std::int64_t evaluations;

  Derivatives derivatives(const LossFunction& function, const Vector2& theta) {
    --evaluations;
    return function.derivatives(theta);
  }
};

// Newton's method with halving where a full step does not shrink the gradient.
std::optional<Vector2> solve(const LossFunction& function, Vector2 theta, double longestStep, const Box& within,
                             Budget& budget) {
  Derivatives at = budget.derivatives(function, theta);
  const double diagonal = within.diagonal();
  const double resolution = 1e-15 * diagonal;
  // A short step alone proves nothing: the pseudo-inverse leaves out flat directions along which there may be a slope.
  const auto ifArrived = [&](double tolerance) {
    return newtonDistance(at, diagonal) < tolerance * diagonal ? std::optional(theta) : std::nullopt;
  };
  for (int i = 0; i < kNewtonSteps; ++i) {
    const double norm = at.gradient.norm();
    if (!std::isfinite(norm) || !at.hessian.allFinite()) return std::nullopt;
    if (norm == 0) return theta;
    Vector2 step = pseudoNewtonStep(at);
    if (step.norm() <= resolution + 4 * std::numeric_limits<double>::epsilon() * theta.norm())
      return ifArrived(kArrived);
    if (step.norm() > longestStep) step *= longestStep / step.norm();
    Derivatives next = budget.derivatives(function, theta + step);
    for (int halvings = 0; !(next.gradient.norm() < norm) && halvings < 6; ++halvings) {
      step *= 0.5;
      next = budget.derivatives(function, theta + step);
    }
    // Rounding keeps the gradient from shrinking further: as near as it gets, or stuck at a bump of |∇f|.
    if (!(next.gradient.norm() < norm)) return ifArrived(kArrived);
    theta += step;
    at = next;
    if (!within.contains(theta)) return std::nullopt;
  }
  return ifArrived(1e3 * kArrived);  // only a degenerate point is still on its way after so many steps
}

// Along a direction in which the curvature vanishes as well, as on x⁴ + y², a short step of the pseudo-inverse leaves a
// slope. Newton's own steps there take off a part of the distance each; on a curve of minima they find nothing to do.
Vector2 polished(const LossFunction& function, Vector2 theta, double diagonal) {
  constexpr double longest = 1e-4;  // of the diagonal, of a step
  constexpr int steps = 200;        // x⁶ leaves four fifths of the distance each time
  Derivatives at = function.derivatives(theta);
  for (int i = 0; i < steps; ++i) {
    const PrincipalCurvatures s = principalCurvatures(at.hessian);
    const bool lowerIsFlat = std::abs(s.values.lower) < std::abs(s.values.upper);
    const Vector2 direction = lowerIsFlat ? s.lowerDirection() : s.upperDirection;
    const double slope = at.gradient.dot(direction);
    const double step = -slope / direction.dot(at.hessian * direction);  // the eigenvalue itself may be all rounding
    if (!std::isfinite(step) || std::abs(step) > longest * diagonal) break;
    const Derivatives next = function.derivatives(theta + step * direction);
    if (!(std::abs(next.gradient.dot(direction)) < std::abs(slope))) break;
    theta += step * direction;
    at = next;
  }
  return theta;
}

// Whether the loss on a small circle is higher, lower or both. Needed only where curvature says nothing.
CriticalKind classifyByCircle(const LossFunction& function, const Vector2& point, double radius) {
  constexpr int samples = 72;
  constexpr double same = 1e-6;  // of the range on the circle: lower by less is the same, as beside the axes of x²y²
  const double centre = function.value(point);
  std::array<double, samples> values;
  for (int i = 0; i < samples; ++i) {
    const double angle = 2 * std::numbers::pi * (i + 0.25) / samples;
    values[static_cast<std::size_t>(i)] = function.value(point + radius * Vector2(std::cos(angle), std::sin(angle)));
  }
  const auto [lowest, highest] = std::minmax_element(values.begin(), values.end());
  const double nothing = same * (*highest - *lowest);
  if (std::count(values.begin(), values.end(), centre) > samples / 2)
    return CriticalKind::levelGround;  // the rest of the circle may be over an edge
  if (*lowest >= centre - nothing) return CriticalKind::minimum;
  if (*highest <= centre + nothing) return CriticalKind::maximum;
  return CriticalKind::degenerateSaddle;
}

CriticalPoint describe(const LossFunction& function, Vector2 point, double diagonal) {
  Derivatives at = function.derivatives(point);
  if (const Eigenvalues e = eigenvalues(at.hessian);
      std::min(std::abs(e.lower), std::abs(e.upper)) <= kFlatCurvature * largest(e)) {
    point = polished(function, point, diagonal);
    at = function.derivatives(point);
  }
  const Eigenvalues curvature = eigenvalues(at.hessian);
  const double flat = kFlatCurvature * largest(curvature);
  CriticalPoint found{point, at.value, CriticalKind::saddle, curvature};
  // A curvature that vanishes against the other, or both of them against what the function does a little way off.
  const bool upperFlat = std::abs(curvature.upper) <= flat;
  const bool lowerFlat = std::abs(curvature.lower) <= flat;
  const double radius = 1e-3 * diagonal;
  double change = 0;
  for (const Vector2& aside : {Vector2(1, 0), Vector2(0, 1), Vector2(0.7, 0.7), Vector2(0.7, -0.7)})
    change += std::abs(function.value(point + radius * aside) - at.value);
  const bool allFlat = largest(curvature) * radius * radius < 1e-3 * change;
  if (allFlat || (upperFlat && lowerFlat))
    found.kind = classifyByCircle(function, point, radius);
  else if (lowerFlat && curvature.upper > 0)
    found.kind = CriticalKind::minimum;  // a valley floor: its isolation is judged by the neighbours
  else if (upperFlat && curvature.lower < 0)
    found.kind = CriticalKind::maximum;
  else if (curvature.lower > 0)
    found.kind = CriticalKind::minimum;
  else if (curvature.upper < 0)
    found.kind = CriticalKind::maximum;
  return found;
}

bool isFlat(const CriticalPoint& c) {
  if (c.kind == CriticalKind::levelGround) return true;
  const double flat = kFlatCurvature * largest(c.curvature);
  return std::abs(c.curvature.lower) <= flat || std::abs(c.curvature.upper) <= flat;
}

// The points found so far, at most one in each neighbourhood.
class Collection {
 public:
  explicit Collection(double diagonal) : m_diagonal(diagonal) {}

  std::size_t size() const { return m_points.size(); }

  // Whether `c` is new.
  bool add(const CriticalPoint& c) {
    const bool flat = isFlat(c) && c.differentiable;
    bool isNew = true;
    visitNear(c.point, spacing(c), [&](const CriticalPoint& other, double distance) {
      isNew &= flat != isFlat(other) && distance >= kSamePoint * m_diagonal;
    });
    if (!isNew) return false;
    m_cells[cellOf(c.point)].push_back(m_points.size());
    m_points.push_back(c);
    return true;
  }

  bool hasLevelGround(double value) const {
    return std::any_of(m_points.begin(), m_points.end(),
                       [&](const CriticalPoint& c) { return c.kind == CriticalKind::levelGround && c.value == value; });
  }

  bool hasNear(const Vector2& point, double distance) const {
    bool found = false;
    visitNear(point, distance, [&](const CriticalPoint&, double) { found = true; });
    return found;
  }

  // A flat point with a flat neighbour of the same value belongs to a curve of such points; level ground is never
  // isolated.
  std::vector<CriticalPoint> finished() {
    for (CriticalPoint& c : m_points) {
      if (!isFlat(c)) continue;
      c.isolated = c.kind != CriticalKind::levelGround;
      visitNear(c.point, 4 * kCurveSpacing * m_diagonal, [&](const CriticalPoint& other, double) {
        const bool sameValue = std::abs(other.value - c.value) <= 1e-9 * std::max(1.0, std::abs(c.value));
        if (&other != &c && isFlat(other) && sameValue) c.isolated = false;
      });
    }
    std::sort(m_points.begin(), m_points.end(), [](const CriticalPoint& a, const CriticalPoint& b) {
      return std::tuple(a.value, a.point.x(), a.point.y()) < std::tuple(b.value, b.point.x(), b.point.y());
    });
    return std::move(m_points);
  }

 private:
  using Cell = std::pair<std::int64_t, std::int64_t>;

  double spacing(const CriticalPoint& c) const {
    if (c.kind == CriticalKind::levelGround) return kLevelSpacing * m_diagonal;
    return (isFlat(c) && c.differentiable ? kCurveSpacing : kSamePoint) * m_diagonal;
  }

  Cell cellOf(const Vector2& point) const {
    const Vector2 cell = (point / (kCurveSpacing * m_diagonal)).array().floor();
    return {static_cast<std::int64_t>(cell.x()), static_cast<std::int64_t>(cell.y())};
  }

  // Calls visit(other, distance) for each point nearer than `distance`.
  template <class Visit>
  void visitNear(const Vector2& point, double distance, Visit visit) const {
    const Cell from = cellOf(point - Vector2(distance, distance));
    const Cell to = cellOf(point + Vector2(distance, distance));
    for (std::int64_t i = from.first; i <= to.first; ++i)
      for (std::int64_t j = from.second; j <= to.second; ++j) {
        const auto cell = m_cells.find({i, j});
        if (cell == m_cells.end()) continue;
        for (const std::size_t index : cell->second) {
          const double apart = (m_points[index].point - point).norm();
          if (apart < distance) visit(m_points[index], apart);
        }
      }
  }

  double m_diagonal;
  std::vector<CriticalPoint> m_points;
  std::map<Cell, std::vector<std::size_t>> m_cells;  // squares with sides of kCurveSpacing
};

// Follows a curve of minima from one of its points in both directions, at even distances.
void traceCurve(const LossFunction& function, const CriticalPoint& start, const Box& box, const Box& around,
                Budget& budget, Collection& collection) {
  const double diagonal = box.diagonal();
  const double spacing = 1.01 * kCurveSpacing * diagonal;
  const auto flatDirection = [&](const Vector2& p) -> Vector2 {
    const Vector2 steep = principalCurvatures(function.derivatives(p).hessian).upperDirection;
    return {-steep.y(), steep.x()};
  };
  for (const double sign : {1.0, -1.0}) {
    Vector2 here = start.point;
    Vector2 direction = sign * flatDirection(here);
    while (budget.evaluations > 0) {
      const auto next = solve(function, here + spacing * direction, spacing, around, budget);
      if (!next || !box.contains(*next)) break;
      const CriticalPoint found = describe(function, *next, diagonal);
      if (!isFlat(found) || !collection.add(found)) break;
      const Vector2 onward = flatDirection(*next);
      direction = onward.dot(*next - here) < 0 ? Vector2(-onward) : onward;
      here = *next;
    }
  }
}

// Minima at which the gradient does not exist: grid cells lower than their neighbours that lead to no known point.
void addKinks(const LossFunction& function, const Box& box, const CancelPredicate& cancelled, Collection& collection) {
  constexpr std::size_t n = 97;
  const double dx = box.x.length() / double{n - 1};
  const double dy = box.y.length() / double{n - 1};
  std::vector<double> values(n * n);
  for (std::size_t j = 0; j < n; ++j)
    function.sampleRow(box.x.lower, dx, box.y.lower + dy * static_cast<double>(j), std::span(values).subspan(j * n, n));
  const double diagonal = box.diagonal();
  for (std::size_t j = 1; j + 1 < n && !isCancelled(cancelled); ++j)
    for (std::size_t i = 1; i + 1 < n; ++i) {
      const double centre = values[j * n + i];
      bool lowest = std::isfinite(centre) && !collection.hasLevelGround(centre);
      for (std::size_t k = 0; k < 9 && lowest; ++k)
        if (k != 4) lowest = centre <= values[(j + k / 3 - 1) * n + (i + k % 3 - 1)];
      if (!lowest) continue;
      const Vector2 node{box.x.lower + dx * static_cast<double>(i), box.y.lower + dy * static_cast<double>(j)};
      const Vector2 found = compassSearch(function, node, std::max(dx, dy), 1e-15 * diagonal);
      if (!box.contains(found) || collection.hasNear(found, 1e-4 * diagonal)) continue;
      if (const auto kink = kinkAt(function, found, diagonal)) collection.add(*kink);
    }
}

// Whether the function goes on falling from a point of hardly any slope, ever farther out: no minimum but a tail that
// flattens below rounding, as that of exp.
bool fallsOnFrom(const LossFunction& function, const Vector2& point, double scale) {
  const ValueAndGradient at = function.gradient(point);
  if (at.gradient.isZero(0)) return false;
  const Vector2 downhill = -at.gradient.normalized();
  double last = at.value;
  for (double part = 1.0 / 256; part <= 1; part *= 2) {
    const double value = function.value(point + part * scale * downhill);
    if (!(value < last)) return false;
    last = value;
  }
  return true;
}

}  // namespace

std::vector<CriticalPoint> criticalPoints(const LossFunction& function, const Box& box,
                                          const CriticalPointOptions& options) {
  const double diagonal = box.diagonal();
  const Box inside = box.grown(kSlack);
  const Box around = box.grown(0.1);
  Collection collection(diagonal);
  Budget budget{options.evaluations};
  const auto isEnough = [&] {
    return budget.evaluations <= 0 || collection.size() >= options.mostPoints || isCancelled(options.cancelled);
  };
  bool foundNew = true;
  for (int n = options.coarsestGrid; n <= options.finestGrid && foundNew; n *= 2) {
    const double dx = box.x.length() / n;
    const double dy = box.y.length() / n;
    foundNew = false;
    for (int j = 0; j < n && !isEnough(); ++j)
      for (int i = 0; i < n; ++i) {
        // Off the centres of the cells, lest symmetric functions send every start the same way.
        const Vector2 start{box.x.lower + dx * (i + 0.473), box.y.lower + dy * (j + 0.541)};
        const auto point = solve(function, start, 2 * std::hypot(dx, dy), around, budget);
        if (!point || !inside.contains(*point)) continue;
        const CriticalPoint found = describe(function, *point, diagonal);
        if (!collection.add(found)) continue;
        foundNew = true;
        if (isFlat(found) && found.kind != CriticalKind::levelGround)
          traceCurve(function, found, inside, around, budget, collection);
      }
    if (isEnough()) break;
  }
  addKinks(function, box, options.cancelled, collection);
  return collection.finished();
}

std::optional<CriticalPoint> refineCriticalPoint(const LossFunction& function, const Vector2& start, double reach) {
  const Box around{{start.x() - reach, start.x() + reach}, {start.y() - reach, start.y() + reach}};
  Budget unlimited{std::numeric_limits<std::int64_t>::max()};
  const auto point = solve(function, start, 0.5 * reach, around, unlimited);
  if (!point || (*point - start).norm() > reach) return std::nullopt;
  return describe(function, *point, around.diagonal());
}

std::optional<CriticalPoint> minimumBelow(const LossFunction& function, const Vector2& start, double scale) {
  constexpr double firstStep = 0.01;
  constexpr double farthest = 10;
  const Vector2 low = compassSearch(function, start, firstStep * scale, 1e-12 * scale);
  const double value = function.value(low);
  if (!std::isfinite(value) || !((low - start).norm() < farthest * scale)) return std::nullopt;
  if (const auto kink = kinkAt(function, low, scale)) return kink;
  const auto smooth = refineCriticalPoint(function, low, 1e-3 * scale);
  if (!smooth || smooth->value > value + 1e-9 * std::abs(value) || fallsOnFrom(function, smooth->point, scale))
    return std::nullopt;
  return smooth->kind == CriticalKind::minimum || smooth->kind == CriticalKind::levelGround ? smooth : std::nullopt;
}

double newtonDistance(const Derivatives& at, double scale) {
  const PrincipalCurvatures s = principalCurvatures(at.hessian);
  const double flat = 1e-9 * largest(s.values);
  const double noSlope = 1e-8 * largest(s.values) * scale;
  const Vector2 lowerDirection = s.lowerDirection();
  const auto distanceAlong = [&](double curvature, const Vector2& direction) {
    const double slope = std::abs(at.gradient.dot(direction));
    if (std::abs(curvature) > flat) return slope / std::abs(curvature);
    return slope <= noSlope ? 0.0 : std::numeric_limits<double>::infinity();
  };
  return std::hypot(distanceAlong(s.values.upper, s.upperDirection), distanceAlong(s.values.lower, lowerDirection));
}

}  // namespace ravine
