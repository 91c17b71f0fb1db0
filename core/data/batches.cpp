#include "core/data/batches.h"

#include <algorithm>
#include <cassert>
#include <numeric>

namespace ravine {
namespace {

const std::vector<Setting<BatchSettings>>& settings() {
  static const std::vector<Setting<BatchSettings>> all{
      setting("batch_size", &BatchSettings::batchSize, between(0, 1e6),
              CORE_TEXT("Parameter", "How many rows each step sees; 0 is all of them")),
      setting("shuffle", &BatchSettings::shuffle, CORE_TEXT("Parameter", "Another order of the rows in each epoch")),
      setting("seed", &BatchSettings::seed, between(0, 9e15),
              CORE_TEXT("Parameter", "The same seed gives the same order")),
      setting("drop_last", &BatchSettings::dropLast,
              CORE_TEXT("Parameter", "Leaves out the last batch of an epoch where it is short"))};
  return all;
}

}  // namespace

const std::vector<ParameterInfo>& batchParameters() {
  static const std::vector<ParameterInfo> infos = describe(settings());
  return infos;
}

BatchSettings batchSettings(const ParameterSet& set) {
  return settingsFrom(settings(), set);
}

std::int64_t stepsPerEpoch(const BatchSettings& settings, std::size_t rows) {
  const auto n = static_cast<std::int64_t>(rows);
  if (settings.batchSize <= 0 || settings.batchSize >= n) return 1;
  return (settings.dropLast ? n : n + settings.batchSize - 1) / settings.batchSize;
}

Batches::Batches(const BatchSettings& settings, std::size_t rows)
    : m_settings(settings),
      m_stepsPerEpoch(stepsPerEpoch(settings, rows)),
      m_size(settings.batchSize <= 0 ? rows : std::min(rows, static_cast<std::size_t>(settings.batchSize))),
      m_order(rows) {
  assert(rows > 0);
  begin();
}

void Batches::begin() {
  m_engine.seed(static_cast<std::uint32_t>(m_settings.seed));
  m_epoch = -1;
}

std::span<const std::size_t> Batches::at(std::int64_t t) {
  const std::int64_t epoch = t / m_stepsPerEpoch;
  if (epoch < m_epoch) begin();
  for (; m_epoch < epoch; ++m_epoch) shuffle();
  const std::size_t first = static_cast<std::size_t>(t % m_stepsPerEpoch) * m_size;
  return std::span(m_order).subspan(first, std::min(m_size, m_order.size() - first));
}

// Fisher & Yates as in torch.randperm: from the front, with the remainder of 32 random bits.
void Batches::shuffle() {
  std::iota(m_order.begin(), m_order.end(), std::size_t{0});
  if (!m_settings.shuffle) return;
  for (std::size_t i = 0; i + 1 < m_order.size(); ++i) {
    const std::size_t other = i + static_cast<std::size_t>(m_engine()) % (m_order.size() - i);
    std::swap(m_order[i], m_order[other]);
  }
}

}  // namespace ravine
