#include "core/loss/relief.h"

#include <Eigen/Geometry>
#include <algorithm>
#include <array>
#include <cmath>
#include <limits>
#include <numbers>

namespace ravine {
namespace {

constexpr double kEyeDistance = 5.5;  // from the middle of the model
constexpr double kSoftPart = 0.01;    // of the median height, below which a logarithmic scale is even

// Above the middle of the floor.
const Vector3 kMiddle(0, 0, 0.5 * (ReliefSurface::kHeight + ReliefSurface::kFloor));

struct Corner {
  Vector3 point;
  double value;
};

Corner cut(const Corner& a, const Corner& b, double level) {
  const double part = (level - a.value) / (b.value - a.value);
  return {a.point + part * (b.point - a.point), level};
}

// The part of a polygon where the value is on this side of the level (Sutherland & Hodgman 1974).
std::vector<Corner> clipped(const std::vector<Corner>& polygon, double level, bool above) {
  std::vector<Corner> kept;
  for (std::size_t i = 0; i < polygon.size(); ++i) {
    const Corner& here = polygon[i];
    const Corner& next = polygon[(i + 1) % polygon.size()];
    const bool inside = above ? here.value >= level : here.value <= level;
    const bool nextInside = above ? next.value >= level : next.value <= level;
    if (inside) kept.push_back(here);
    if (inside != nextInside) kept.push_back(cut(here, next, level));
  }
  return kept;
}

double medianOf(std::vector<double> values) {
  const auto middle = values.begin() + static_cast<std::ptrdiff_t>(values.size() / 2);
  std::nth_element(values.begin(), middle, values.end());
  return *middle;
}

std::vector<double> finiteOf(const std::vector<double>& values) {
  std::vector<double> finite;
  std::copy_if(values.begin(), values.end(), std::back_inserter(finite), [](double v) { return std::isfinite(v); });
  return finite;
}

}  // namespace

ReliefProjection::ReliefProjection(const ReliefCamera& camera) {
  const double turn = camera.turn * std::numbers::pi / 180;
  const double tilt = camera.tilt * std::numbers::pi / 180;
  m_right = {std::cos(turn), std::sin(turn), 0};
  m_away = {-std::sin(turn) * std::cos(tilt), std::cos(turn) * std::cos(tilt), -std::sin(tilt)};
  m_up = m_right.cross(m_away);
  m_eye = kMiddle - kEyeDistance * m_away;
}

Vector2 ReliefProjection::operator()(const Vector3& point) const {
  const Vector3 offset = point - kMiddle;
  const double nearness = kEyeDistance / std::max(kEyeDistance + offset.dot(m_away), 0.05);
  return nearness * Vector2(offset.dot(m_right), offset.dot(m_up));
}

ReliefSurface::ReliefSurface(const LossFunction& function, const Box& box, int cells, std::vector<double> levels,
                             HeightScale heights)
    : m_cells(cells), m_box(box), m_levels(std::move(levels)), m_scale(heights) {
  constexpr double narrowest = 0.25;  // else there would be nothing to see
  m_halfSides = Vector2(box.x.length(), box.y.length()) / std::max(box.x.length(), box.y.length());
  m_halfSides = m_halfSides.cwiseMax(narrowest);
  const std::size_t nodes = static_cast<std::size_t>(cells) + 1;
  std::vector<double> values(nodes * nodes);
  for (std::size_t row = 0; row < nodes; ++row)
    function.sampleRow(box.x.lower, box.x.length() / cells,
                       box.y.lower + box.y.length() * static_cast<double>(row) / cells,
                       std::span(values).subspan(row * nodes, nodes));
  const std::vector<double> finite = finiteOf(values);
  if (!finite.empty()) {
    const auto [lowest, highest] = std::minmax_element(finite.begin(), finite.end());
    m_values = {*lowest, *highest};
    m_softness = kSoftPart * (medianOf(finite) - *lowest);
  }
  if (!(m_softness > 0)) m_softness = std::max(kSoftPart * m_values.length(), std::numeric_limits<double>::min());
  m_heights.resize(values.size());
  std::transform(values.begin(), values.end(), m_heights.begin(), [this](double value) {
    return std::isfinite(value) ? toModel(m_box.centre(), value).z() : -std::numeric_limits<double>::infinity();
  });
  m_index.reserve(static_cast<std::size_t>(cells) * static_cast<std::size_t>(cells) + 1);
  for (int row = 0; row < cells; ++row)
    for (int column = 0; column < cells; ++column) addCell(column, row, values);
  m_index.push_back({static_cast<std::uint32_t>(m_facets.size()), static_cast<std::uint32_t>(m_lines.size()), 0});
}

void ReliefSurface::addCell(int column, int row, const std::vector<double>& values) {
  Cell cell{static_cast<std::uint32_t>(m_facets.size()), static_cast<std::uint32_t>(m_lines.size()), 0};
  std::vector<Corner> quad;
  for (const auto& [right, up] : {std::pair(0, 0), std::pair(1, 0), std::pair(1, 1), std::pair(0, 1)}) {
    const std::size_t node = nodeOf(column + right, row + up);
    const Vector2 share(static_cast<double>(column + right) / m_cells, static_cast<double>(row + up) / m_cells);
    const Vector2 ground = (2 * share - Vector2::Ones()).cwiseProduct(m_halfSides);
    quad.push_back({{ground.x(), ground.y(), m_heights[node]}, values[node]});
  }
  const auto [lowest, highest] =
      std::minmax_element(quad.begin(), quad.end(), [](const Corner& a, const Corner& b) { return a.value < b.value; });
  const bool whole = std::all_of(quad.begin(), quad.end(), [](const Corner& c) { return std::isfinite(c.value); });
  if (whole) {
    const Vector3 normal = (quad[2].point - quad[0].point).cross(quad[3].point - quad[1].point).normalized();
    static const Vector3 light = Vector3(-0.45, -0.35, 0.82).normalized();
    cell.shade = static_cast<float>(std::max(0.0, normal.dot(light)));
  }
  m_index.push_back(cell);
  if (!whole) return;
  const auto bandOf = [this](double value) {
    return static_cast<std::size_t>(std::upper_bound(m_levels.begin(), m_levels.end(), value) - m_levels.begin());
  };
  const std::size_t from = bandOf(lowest->value);
  const std::size_t to = bandOf(highest->value);
  for (std::size_t band = from; band <= to; ++band) {
    std::vector<Corner> facet = band > from ? clipped(quad, m_levels[band - 1], true) : quad;
    if (band < to) facet = clipped(facet, m_levels[band], false);
    if (facet.size() < 3) continue;
    m_facets.push_back({static_cast<std::uint32_t>(m_corners.size()), static_cast<std::uint8_t>(facet.size()),
                        static_cast<std::uint16_t>(band)});
    for (const Corner& corner : facet) m_corners.push_back(corner.point);
    if (band == from) continue;
    std::vector<Vector3> ends;  // of its contour line at the lower edge, in the order of the outline
    for (const Corner& corner : facet)
      if (corner.value == m_levels[band - 1]) ends.push_back(corner.point);
    for (std::size_t i = 0; i + 1 < ends.size(); i += 2) m_lines.insert(m_lines.end(), {ends[i], ends[i + 1]});
  }
}

std::span<const ReliefSurface::Facet> ReliefSurface::facets(int column, int row) const {
  const std::size_t cell = indexOf(column, row);
  return std::span(m_facets).subspan(m_index[cell].facets, m_index[cell + 1].facets - m_index[cell].facets);
}

std::span<const Vector3> ReliefSurface::lines(int column, int row) const {
  const std::size_t cell = indexOf(column, row);
  return std::span(m_lines).subspan(m_index[cell].lines, m_index[cell + 1].lines - m_index[cell].lines);
}

Vector3 ReliefSurface::toModel(const Vector2& theta, double loss) const {
  const double above = loss - m_values.lower;
  double part = 0;
  if (m_values.length() > 0)
    part = m_scale == HeightScale::linear ? above / m_values.length()
                                          : std::copysign(std::log1p(std::abs(above) / m_softness), above) /
                                                std::log1p(m_values.length() / m_softness);
  const Vector2 share((theta.x() - m_box.x.centre()) / m_box.x.length(),
                      (theta.y() - m_box.y.centre()) / m_box.y.length());
  return {2 * share.x() * m_halfSides.x(), 2 * share.y() * m_halfSides.y(), kHeight * part};
}

std::vector<int> ReliefSurface::farToNear(double eye, double halfSide) const {
  const auto distance = [&](int i) { return std::abs(halfSide * (2 * (i + 0.5) / m_cells - 1) - eye); };
  std::vector<int> order;
  int first = 0;
  int last = m_cells - 1;
  while (first <= last) order.push_back(distance(first) > distance(last) ? first++ : last--);
  return order;
}

// Of the surface at a place of the model, between the corners of its cell; below everything outside.
double ReliefSurface::heightAt(double x, double y) const {
  const double column = 0.5 * m_cells * (x / m_halfSides.x() + 1);
  const double row = 0.5 * m_cells * (y / m_halfSides.y() + 1);
  if (!(column >= 0 && column <= m_cells && row >= 0 && row <= m_cells))
    return -std::numeric_limits<double>::infinity();
  const int c = std::min(static_cast<int>(column), m_cells - 1);
  const int r = std::min(static_cast<int>(row), m_cells - 1);
  const double u = column - c;
  const double v = row - r;
  const double low = (1 - u) * m_heights[nodeOf(c, r)] + u * m_heights[nodeOf(c + 1, r)];
  const double high = (1 - u) * m_heights[nodeOf(c, r + 1)] + u * m_heights[nodeOf(c + 1, r + 1)];
  const double height = (1 - v) * low + v * high;
  return std::isnan(height) ? -std::numeric_limits<double>::infinity() : height;
}

bool ReliefSurface::isSeen(const Vector3& point, const Vector3& eye) const {
  constexpr double tolerance = 0.008;  // cells are not flat: what lies on one may be a little below it
  constexpr double stepsPerCell = 1.5;
  const Vector3 way = eye - point;
  const double ground = way.head<2>().norm();
  const double top = 1.001 * kHeight;
  // As far as the way is over the model and below its top.
  const double reach = std::min(2 * m_halfSides.norm(), ground);
  double end = ground > 0 ? reach / ground : 0;
  if (way.z() > 0) end = std::min(end, std::max(0.0, (top - point.z()) / way.z()));
  const int steps = static_cast<int>(std::ceil(stepsPerCell * m_cells * 0.5 * end * ground));
  for (int i = 1; i <= steps; ++i) {
    const Vector3 at = point + (end * i / steps) * way;
    if (at.z() < heightAt(at.x(), at.y()) - tolerance) return false;
  }
  return true;
}

ReliefCamera suitableCamera(const ReliefSurface& surface, const LossFunction& function, const Vector2& place) {
  constexpr double quarter = 90;
  const Vector3 point = surface.toModel(place, function.value(place)) + Vector3(0, 0, 0.02);
  ReliefCamera camera;
  if (!point.allFinite()) return camera;
  for (int quarters = 0; quarters < 4; ++quarters) {
    ReliefCamera turned = camera;
    turned.turn += quarters * quarter;
    if (surface.isSeen(point, ReliefProjection(turned).eye())) return turned;
  }
  return camera;
}

HeightScale suitableHeights(const Field& field) {
  constexpr double low = 0.1;  // half of the ground would lie lower than this part of the height
  const std::vector<double> finite = finiteOf(field.values);
  if (finite.empty()) return HeightScale::linear;
  const auto [lowest, highest] = std::minmax_element(finite.begin(), finite.end());
  const bool flat = medianOf(finite) - *lowest < low * (*highest - *lowest);
  return flat ? HeightScale::logarithmic : HeightScale::linear;
}

}  // namespace ravine
