#include "core/data/batches.h"

#include <gtest/gtest.h>

#include <algorithm>

namespace ravine {
namespace {

std::vector<std::size_t> rowsAt(Batches& batches, std::int64_t t) {
  const auto rows = batches.at(t);
  return {rows.begin(), rows.end()};
}

TEST(Batches, AnEpochSeesEachRowOnce) {
  Batches batches({.batchSize = 4}, 10);
  EXPECT_EQ(stepsPerEpoch({.batchSize = 4}, 10), 3);
  for (std::int64_t epoch = 0; epoch < 3; ++epoch) {
    std::vector<std::size_t> seen;
    for (std::int64_t t = 3 * epoch; t < 3 * (epoch + 1); ++t)
      for (const std::size_t row : rowsAt(batches, t)) seen.push_back(row);
    std::sort(seen.begin(), seen.end());
    EXPECT_EQ(seen, (std::vector<std::size_t>{0, 1, 2, 3, 4, 5, 6, 7, 8, 9}));
  }
}

TEST(Batches, TheShortLastOneIsKeptOrDropped) {
  Batches kept({.batchSize = 4}, 10);
  EXPECT_EQ(rowsAt(kept, 2).size(), 2U);
  Batches dropped({.batchSize = 4, .dropLast = true}, 10);
  EXPECT_EQ(stepsPerEpoch({.batchSize = 4, .dropLast = true}, 10), 2);
  for (std::int64_t t = 0; t < 10; ++t) EXPECT_EQ(rowsAt(dropped, t).size(), 4U);
}

TEST(Batches, WithoutShufflingTheOrderStays) {
  Batches batches({.batchSize = 2, .shuffle = false}, 4);
  EXPECT_EQ(rowsAt(batches, 0), (std::vector<std::size_t>{0, 1}));
  EXPECT_EQ(rowsAt(batches, 3), (std::vector<std::size_t>{2, 3}));
}

TEST(Batches, CanBeAskedInAnyOrder) {
  Batches inOrder({.batchSize = 3, .seed = 7}, 11);
  std::vector<std::vector<std::size_t>> all;
  for (std::int64_t t = 0; t < 20; ++t) all.push_back(rowsAt(inOrder, t));
  Batches anyhow({.batchSize = 3, .seed = 7}, 11);
  for (const std::int64_t t : {17, 2, 2, 9, 0, 19, 4}) EXPECT_EQ(rowsAt(anyhow, t), all[static_cast<std::size_t>(t)]);
}

TEST(Batches, OfAllRowsAreOne) {
  for (const std::int64_t size : {0, 10, 11}) {
    EXPECT_EQ(stepsPerEpoch({.batchSize = size}, 10), 1);
    Batches batches({.batchSize = size}, 10);
    EXPECT_EQ(rowsAt(batches, 5).size(), 10U);
  }
}

}  // namespace
}  // namespace ravine
