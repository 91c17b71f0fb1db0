// A curve that is being drawn freehand over an older one: where the pen has been, back and forth, the old curve gives
// way to it; elsewhere it stays.
#pragma once

#include <optional>

#include "core/schedule/breakpoints.h"

namespace ravine {

class DrawnCurve {
 public:
  // Preconditions: steps ascend, and there is a sample.
  explicit DrawnCurve(std::vector<Breakpoint> samples) : m_samples(std::move(samples)) {}

  // The pen goes there in a straight line from where it was; the first time it is set down.
  void drawTo(const Breakpoint& place);
  const std::vector<Breakpoint>& samples() const { return m_samples; }

 private:
  std::vector<Breakpoint> m_samples;
  std::optional<Breakpoint> m_pen;
};

}  // namespace ravine
