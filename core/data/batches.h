// Mini-batches as PyTorch makes them: an epoch goes through all rows once, in an order that is shuffled anew for each,
// cut into batches of one size. The order of the epochs is that of
//   g = torch.Generator().manual_seed(seed);  for each epoch: torch.randperm(n, generator=g)
// the same on every platform.
#pragma once

#include <cstdint>
#include <random>
#include <span>
#include <vector>

#include "core/base/parameters.h"

namespace ravine {

struct BatchSettings {
  std::int64_t batchSize = 0;  // rows; 0, or as many as there are, is all of them in each step
  bool shuffle = true;
  std::int64_t seed = 1;
  bool dropLast = false;  // the last batch of an epoch, if it is short
};

const std::vector<ParameterInfo>& batchParameters();
// Precondition: check(batchParameters(), set) finds no problem.
BatchSettings batchSettings(const ParameterSet& set);

// At least 1.
std::int64_t stepsPerEpoch(const BatchSettings& settings, std::size_t rows);

class Batches {
 public:
  // Precondition: there are rows.
  Batches(const BatchSettings& settings, std::size_t rows);

  // The rows of step t, counted from 0. Valid until the next question; quickest in order.
  std::span<const std::size_t> at(std::int64_t t);

 private:
  void begin();
  void shuffle();

  BatchSettings m_settings;
  std::int64_t m_stepsPerEpoch;
  std::size_t m_size;
  std::mt19937 m_engine;
  std::vector<std::size_t> m_order;
  std::int64_t m_epoch = -1;  // that m_order is of
};

}  // namespace ravine
