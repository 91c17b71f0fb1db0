#include "core/diagnosis/end_steps.h"

#include <algorithm>
#include <cmath>

#include "core/base/trend.h"
#include "core/diagnosis/motion.h"
#include "core/diagnosis/settling.h"

namespace ravine {

EndSteps::EndSteps(const Run& run, const Trajectory& trajectory, std::size_t window, double view,
                   const Thresholds& thresholds, LookAhead& ahead)
    : m_run(run),
      m_trajectory(trajectory),
      m_limits(thresholds),
      m_ahead(ahead),
      m_view(view),
      m_window(window),
      m_last(trajectory.points.size() - 1) {
  for (std::size_t t = window; t < m_last; ++t) m_lengths.push_back((points()[t + 1] - points()[t]).norm());
}

bool EndSteps::grow() const {
  const Trend trend = logTrend(m_lengths);
  return trend.change > std::log(m_limits.growing) && trend.significance > m_limits.significant;
}

double EndSteps::growth() const {
  // Lengths overflow a little before positions do.
  const auto last =
      std::find_if(m_lengths.rbegin(), m_lengths.rend(), [](double length) { return std::isfinite(length); });
  if (m_lengths.rend() - last < 2 || m_lengths.front() == 0 || *last == 0) return 1;
  return std::exp((std::log(*last) - std::log(m_lengths.front())) / static_cast<double>(m_lengths.rend() - last - 1));
}

bool EndSteps::keepLength() const {
  constexpr std::size_t most = 25;
  constexpr double asLong = 0.8;
  const auto keepsOver = [this](std::size_t part) {
    return m_last >= 2 * part && turning(points(), m_last - part, m_last).meanStep() >=
                                     asLong * turning(points(), m_last - 2 * part, m_last - part).meanStep();
  };
  return keepsOver(std::clamp<std::size_t>(m_last / 4, 1, most)) && keepsOver(std::max<std::size_t>(1, m_last / 4));
}

bool EndSteps::goRound() const {
  return turning(points(), m_window, m_last).goesRound();
}

bool EndSteps::bounce(bool neutral) {
  const bool aboveRounding = !m_lengths.empty() && *std::max_element(m_lengths.begin(), m_lengths.end()) >
                                                       m_limits.rounding * (m_view + points().back().norm());
  if (!aboveRounding || stepsShrink(m_lengths, m_limits)) return false;
  for (const std::size_t from : {m_window, m_last / 2})
    if (turning(points(), from, m_last).goesRound() && (neutral || !shrinkLater(from))) return true;
  return false;
}

// Over what begins at step `from`, or if the run went on: as a trend, not by chance as those of a run that bounces
// wildly do, or for good. Noise makes its own ups and downs.
bool EndSteps::shrinkLater(std::size_t from) {
  if (isStochastic(m_run)) return false;
  if (subsides(points(), from, m_last, m_limits.muchShorter)) return true;
  if (!m_ahead.isKnown()) return false;
  const auto& ahead = m_ahead.trajectory().points;
  const std::size_t part = m_lengths.size();
  std::vector<double> means;
  for (std::size_t t = m_last; t + part < ahead.size(); t += part)
    means.push_back(turning(ahead, t, t + part).meanStep());
  if (means.size() < 4) return false;
  const double last = *std::max_element(means.end() - std::ssize(means) / 4, means.end());
  const std::size_t middle = from + (m_last - from) / 2;
  if (last < m_limits.muchShorter * turning(points(), middle, m_last).meanStep()) return true;
  const Trend trend = logTrend(means);
  return trend.change < std::log(m_limits.shrinking) && trend.significance < -m_limits.significant;
}

std::optional<int> EndSteps::period() const {
  // Under a falling rate an orbit shrinks from round to round.
  const double tolerance = m_trajectory.hasConstantRate() ? m_limits.samePhase : m_limits.samePhaseOfSchedule;
  double size = 0;
  for (std::size_t t = m_window; t < m_last; ++t) size = std::max(size, (points()[t] - points()[m_last]).norm());
  if (size == 0 || !std::isfinite(size)) return std::nullopt;  // so far apart that nothing can be compared
  for (int p = 2; p <= m_limits.longestPeriod; ++p) {
    const auto lag = static_cast<std::size_t>(p);
    if (m_last < m_window + 3 * lag) break;
    bool closes = true;
    for (std::size_t t = m_window; t + lag <= m_last && closes; ++t)
      closes = (points()[t + lag] - points()[t]).norm() <= tolerance * size;
    if (closes) return p;
  }
  return std::nullopt;
}

}  // namespace ravine
