#include "core/diagnosis/saddle_passage.h"

#include <gtest/gtest.h>

#include "core/diagnosis/run_result.h"

namespace ravine {
namespace {

std::optional<SaddlePassage> passageOf(const char* function, const Vector2& start, double lr,
                                       std::int64_t steps = 600) {
  Run run;
  run.lossFunction = {function, {}};
  run.start = start;
  run.lr = lr;
  run.steps = steps;
  const auto result = computeRun(run);
  return saddlePassage(result->trajectory, *result->landscape);
}

TEST(SaddlePassages, EndTheSoonerTheLargerTheRate) {
  const auto slow = passageOf("escape_saddle", {1, 1e-4}, 0.01);
  const auto faster = passageOf("escape_saddle", {1, 1e-4}, 0.1);
  const auto fastest = passageOf("escape_saddle", {1, 1e-4}, 0.3);
  ASSERT_TRUE(slow && slow->leftAt && faster && faster->leftAt && fastest && fastest->leftAt);
  EXPECT_GT(*slow->leftAt, *faster->leftAt);
  EXPECT_GT(*faster->leftAt, *fastest->leftAt);
  // Beside the saddle y grows by 1 + 2η a step: from 10⁻⁴ to a given distance takes ln(…) / ln(1 + 2η) steps.
  const double ratio = static_cast<double>(*slow->leftAt) / static_cast<double>(*faster->leftAt);
  EXPECT_NEAR(ratio, std::log(1.2) / std::log(1.02), 0.3);
}

TEST(SaddlePassages, OnTheRidgeHaveNoEnd) {
  const auto passage = passageOf("escape_saddle", {1, 0}, 0.1);
  ASSERT_TRUE(passage);
  EXPECT_FALSE(passage->leftAt);
}

TEST(SaddlePassages, AreNoneWhereThereIsNoSaddleOrARunOnlyFliesBy) {
  EXPECT_FALSE(passageOf("bowl", {-4, 3}, 0.1));
  EXPECT_FALSE(passageOf("double_well", {1.6, 0.8}, 0.05)) << "it never comes near the saddle between the wells";
}

}  // namespace
}  // namespace ravine
