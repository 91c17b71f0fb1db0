#include "ui/sweep/sweep_stream.h"

#include <algorithm>
#include <cmath>
#include <limits>
#include <utility>

namespace ravine {
namespace {

// For each value of `to` the nearest of `from`; −1 beyond its ends.
std::vector<int> nearest(const SweepAxis& from, const SweepAxis& to) {
  constexpr double half = 0.5;
  std::vector<int> places;
  for (int i = 0; i < to.count; ++i) {
    const double place = from.count > 1 ? from.part(to.at(i)) * (from.count - 1) : 0;
    const bool isThere = place >= -half && place < from.count - half;
    places.push_back(isThere ? std::clamp(static_cast<int>(std::lround(place)), 0, from.count - 1) : -1);
  }
  return places;
}

}  // namespace

SweepStream::SweepStream(const Sweep& sweep) : m_isKnown(sweep.cells()), m_isOfBefore(sweep.cells()) {
  m_result.sweep = sweep;
  m_result.cells.resize(sweep.cells());
  if (!sweep.y) m_result.lastLosses.assign(sweep.cells() * kLastLosses, std::numeric_limits<double>::quiet_NaN());
}

void SweepStream::beginWith(const SweepResult& before) {
  const std::lock_guard lock(m_mutex);
  m_result.landscape = before.landscape;
  m_result.borders = before.borders;
  const Sweep& sweep = m_result.sweep;
  const std::vector<int> columns = nearest(before.sweep.x, sweep.x);
  const std::vector<int> rows = sweep.y ? nearest(*before.sweep.y, *sweep.y) : std::vector<int>{0};
  const std::size_t each = m_result.lastLosses.size() / m_result.cells.size();
  for (int row = 0; row < sweep.rows(); ++row)
    for (int column = 0; column < sweep.columns(); ++column) {
      const int fromRow = rows[static_cast<std::size_t>(row)];
      const int fromColumn = columns[static_cast<std::size_t>(column)];
      if (fromRow < 0 || fromColumn < 0) continue;
      const std::size_t at = sweep.index(column, row);
      const std::size_t from = before.sweep.index(fromColumn, fromRow);
      m_result.cells[at] = before.cells[from];
      std::ranges::copy(before.lastLossesOf(from),
                        m_result.lastLosses.begin() + static_cast<std::ptrdiff_t>(at * each));
      m_isOfBefore[at] = true;
    }
}

void SweepStream::take(const Stripe& stripe, std::span<const Cell> cells, std::span<const double> lastLosses) {
  const std::lock_guard lock(m_mutex);
  put(stripe, cells, lastLosses, m_result);
  for (int i = 0; i < stripe.count; ++i) m_isKnown[m_result.sweep.index(stripe.column(i), stripe.row(i))] = true;
  m_known += cells.size();
  m_hasNews = true;
}

void SweepStream::end(const std::vector<SweepBorder>& borders) {
  const std::lock_guard lock(m_mutex);
  m_result.borders = borders;
  m_hasNews = true;
  m_hasEnded = true;
}

bool SweepStream::hasEnded() const {
  const std::lock_guard lock(m_mutex);
  return m_hasEnded;
}

bool SweepStream::hasNews() const {
  const std::lock_guard lock(m_mutex);
  return m_hasNews;
}

double SweepStream::known() const {
  const std::lock_guard lock(m_mutex);
  return static_cast<double>(m_known) / static_cast<double>(m_isKnown.size());
}

SweepPicture SweepStream::picture() {
  const std::lock_guard lock(m_mutex);
  m_hasNews = false;
  auto shown = std::make_shared<SweepResult>(m_result);
  if (m_known == m_isKnown.size()) return {shown, {}};
  std::vector<Standing> standings(m_isKnown.size(), Standing::known);
  const auto columns = static_cast<std::size_t>(m_result.sweep.columns());
  const bool upright = hasUprightStripes(m_result.sweep);
  const bool isMap = m_result.sweep.y.has_value();
  for (std::size_t i = 0; i < m_isKnown.size(); ++i) {
    if (m_isKnown[i]) continue;
    const bool hasNeighbour = isMap && (upright ? i % columns > 0 : i >= columns);
    const std::size_t neighbour = hasNeighbour ? i - (upright ? 1 : columns) : i;
    const bool isCopied = !m_isOfBefore[i] && hasNeighbour && standings[neighbour] != Standing::missing;
    standings[i] = m_isOfBefore[i] || isCopied ? Standing::preview : Standing::missing;
    if (isCopied) shown->cells[i] = shown->cells[neighbour];
  }
  return {shown, std::move(standings)};
}

}  // namespace ravine
