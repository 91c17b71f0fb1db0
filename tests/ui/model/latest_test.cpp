#include "ui/model/latest.h"

#include <gtest/gtest.h>

#include <QEventLoop>
#include <QSemaphore>
#include <QThreadPool>
#include <vector>

namespace ravine {
namespace {

class LatestWork : public testing::Test {
 protected:
  LatestWork() { pool.setMaxThreadCount(2); }
  ~LatestWork() override { release.release(100); }

  // Does not look at anything until it is released.
  Latest<int>::Work deaf(int value) {
    return [this, value](const CancelPredicate&) {
      release.acquire();
      return value;
    };
  }

  QSemaphore release;
  JobPool pool;
  std::vector<int> delivered;
};

TEST_F(LatestWork, OfWaitingRequestsOnlyTheNewestIsDone) {
  Latest<int> latest(pool, [&](int value) { delivered.push_back(value); });
  for (int i = 0; i < 10; ++i) latest.start([i](const CancelPredicate&) { return i; });
  latest.finish();
  EXPECT_EQ(delivered, (std::vector<int>{0, 9}));
}

TEST_F(LatestWork, ARequestDoesNotWaitForOldWorkEvenIfThatNeverLooksUpAndNoOtherFollows) {
  QEventLoop untilDelivered;
  Latest<int> latest(pool, [&](int value) {
    delivered.push_back(value);
    untilDelivered.quit();
  });
  latest.start(deaf(1));
  latest.start([](const CancelPredicate&) { return 2; });
  untilDelivered.exec();  // ends only if the second is done while the first still sits there
  EXPECT_EQ(delivered, (std::vector<int>{2}));
}

TEST_F(LatestWork, WhatWasAbandonedIsToldToStopAndNeverDelivered) {
  QSemaphore noticed;
  Latest<int> latest(pool, [&](int value) { delivered.push_back(value); });
  latest.start([&](const CancelPredicate& cancelled) {
    while (!cancelled()) {
    }
    noticed.release();
    return 1;
  });
  latest.abandon();
  EXPECT_FALSE(latest.busy());
  noticed.acquire();
  latest.start([](const CancelPredicate&) { return 2; });
  latest.finish();
  EXPECT_EQ(delivered, (std::vector<int>{2}));
}

TEST_F(LatestWork, AbandonsItsWorkWhenDestroyed) {
  QSemaphore noticed;
  {
    Latest<int> latest(pool, [](int) { FAIL(); });
    latest.start([&](const CancelPredicate& cancelled) {
      while (!cancelled()) {
      }
      noticed.release();
      return 1;
    });
  }
  noticed.acquire();
}

}  // namespace
}  // namespace ravine
