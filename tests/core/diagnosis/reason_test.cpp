#include "core/diagnosis/reason.h"

#include <gtest/gtest.h>

namespace ravine {
namespace {

RunResultPtr onRavine(double lr) {
  ravine::Run run;
  run.lr = lr;
  return computeRun(run);
}

std::string reasonFor(const RunResult& result) {
  return english(reason(result), kBetweenItems);
}

TEST(Reason, PutsEtaLambdaBesideTwo) {
  EXPECT_TRUE(reasonFor(*onRavine(0.09)).starts_with("η·λ = 1.8 < 2 · settled at step "));
  EXPECT_TRUE(reasonFor(*onRavine(0.1)).starts_with("η·λ = 2 exactly · repeats itself every 2 steps · loss "));
  EXPECT_TRUE(reasonFor(*onRavine(0.105)).starts_with("η·λ = 2.1 > 2 · "));
}

TEST(Reason, DoesNotRoundARateOntoTheLimit) {
  EXPECT_TRUE(reasonFor(*onRavine(0.1001)).starts_with("η·λ = 2.002 > 2"));
}

TEST(Reason, NamesTheFormulaOfAnotherLimit) {
  ravine::Run run;
  run.lr = 0.15;
  run.optimizer.parameters = {{"momentum", 0.9}};
  EXPECT_TRUE(reasonFor(*computeRun(run)).starts_with("η = 0.15 < 0.19 = 2(1 + μ)/λ · "));
}

TEST(Reason, SaysAtWhichStepARunOnAnythingButAQuadraticWentBeyondTheLimit) {
  ravine::Run run;
  run.lossFunction.id = "double_well";
  run.start = {1.6, 0.8};
  run.lr = 0.35;
  const RunResultPtr result = computeRun(run);
  ASSERT_EQ(result->diagnosis.outcome, Outcome::diverged);
  EXPECT_NE(reasonFor(*result).find(" > 2 at step 0 · far away from step 4 on"), std::string::npos)
      << reasonFor(*result);
}

TEST(EndMark, IsOnlyOnRunsThatEndedBadly) {
  EXPECT_FALSE(endMark(*onRavine(0.09)));
  EXPECT_FALSE(endMark(*onRavine(0.1)));
  const RunResultPtr diverged = onRavine(0.105);
  EXPECT_EQ(english(endMark(*diverged).value()),
            "diverged at step " + std::to_string(diverged->diagnosis.divergedAt.value()));
}

}  // namespace
}  // namespace ravine
