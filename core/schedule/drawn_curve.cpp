#include "core/schedule/drawn_curve.h"

#include <algorithm>
#include <cmath>

namespace ravine {

void DrawnCurve::drawTo(const Breakpoint& place) {
  if (!m_pen) {  // a dot draws the nearest
    const auto nearest = std::min_element(m_samples.begin(), m_samples.end(), [&](const auto& a, const auto& b) {
      return std::abs(a.step - place.step) < std::abs(b.step - place.step);
    });
    nearest->factor = place.factor;
  }
  const Breakpoint from = m_pen.value_or(place);
  m_pen = place;
  const auto& [left, right] = std::minmax(from, place, [](const auto& a, const auto& b) { return a.step < b.step; });
  const double length = right.step - left.step;
  for (Breakpoint& sample : m_samples)
    if (sample.step >= left.step && sample.step <= right.step)
      sample.factor =
          length > 0 ? left.factor + (right.factor - left.factor) * (sample.step - left.step) / length : place.factor;
}

}  // namespace ravine
