#include "core/base/random_numbers.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <cmath>
#include <vector>

namespace ravine {
namespace {

TEST(RandomNumbers, HasTheMomentsAndTailsOfAStandardNormal) {
  RandomNumbers random(3);
  const int n = 200'000;
  double sum = 0;
  double squares = 0;
  double fourth = 0;
  int beyondTwo = 0;
  int beyondThree = 0;
  for (int i = 0; i < n; ++i) {
    const double z = random.normal();
    sum += z;
    squares += z * z;
    fourth += z * z * z * z;
    beyondTwo += std::abs(z) > 2;
    beyondThree += std::abs(z) > 3;
  }
  // Five standard errors of each estimate.
  EXPECT_NEAR(sum / n, 0, 5 / std::sqrt(n));
  EXPECT_NEAR(squares / n, 1, 5 * std::sqrt(2.0 / n));
  EXPECT_NEAR(fourth / n, 3, 5 * std::sqrt(96.0 / n));
  EXPECT_NEAR(static_cast<double>(beyondTwo) / n, 0.0455, 5 * std::sqrt(0.0455 / n));
  EXPECT_NEAR(static_cast<double>(beyondThree) / n, 0.0027, 5 * std::sqrt(0.0027 / n));
}

TEST(RandomNumbers, FollowsTheNormalDistributionThroughout) {
  RandomNumbers random(8);
  std::vector<double> sample(50'000);
  for (double& z : sample) z = random.normal();
  std::sort(sample.begin(), sample.end());
  double largest = 0;  // Kolmogorov–Smirnov
  for (std::size_t i = 0; i < sample.size(); ++i) {
    const double expected = 0.5 * std::erfc(-sample[i] / std::sqrt(2.0));
    largest = std::max(largest, std::abs(expected - (static_cast<double>(i) + 0.5) / 50'000));
  }
  EXPECT_LT(largest, 1.95 / std::sqrt(50'000));  // exceeded once in a thousand seeds
}

// These numbers come from comparisons of whole bits alone, so they are the same everywhere and for ever.
TEST(RandomNumbers, IsTheSameSequenceOnEveryPlatform) {
  RandomNumbers random(1);
  const std::vector<double> expected{0x1.9b41ca8d55ee1p-1, 0x1.d51e9a33f741p-2,  -0x1.1b1c7962db13p-4,
                                     0x1.3ebe5b3314p-11,   0x1.c5465293053f9p+1, -0x1.a4168a51b3cc4p-2};
  for (const double z : expected) EXPECT_EQ(random.normal(), z);
}

}  // namespace
}  // namespace ravine
