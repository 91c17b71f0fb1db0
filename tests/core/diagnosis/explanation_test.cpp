// The sentences about a run: right for every outcome, and silent where the facts do not bear them out.
#include "core/diagnosis/explanation.h"

#include <gtest/gtest.h>

#include "core/diagnosis/reason.h"

namespace ravine {
namespace {

ravine::Run runOn(const LossChoice& function, const Vector2& start, double lr, std::int64_t steps = 200) {
  ravine::Run run;
  run.lossFunction = function;
  run.start = start;
  run.lr = lr;
  run.steps = steps;
  return run;
}

std::string told(const ravine::Run& run) {
  EXPECT_TRUE(validate(run).empty());
  return english(explain(*computeRun(run)), " ");
}

std::string told(const std::string& function, const Vector2& start, double lr, std::int64_t steps = 200) {
  return told(runOn({function, {}}, start, lr, steps));
}

void expectSays(const std::string& text, std::initializer_list<const char*> parts) {
  for (const char* part : parts)
    EXPECT_NE(text.find(part), std::string::npos) << "“" << part << "” is not in: " << text;
}
void expectSilentOn(const std::string& text, std::initializer_list<const char*> parts) {
  for (const char* part : parts) EXPECT_EQ(text.find(part), std::string::npos) << "“" << part << "” is in: " << text;
}

TEST(Explanation, OfDivergenceOnAQuadraticPutsEtaBesideTheLimitAndNamesTheFactor) {
  expectSays(told("ravine", {-4, 2}, 0.105),
             {"Along y the curvature is λ = 20, so steps are stable only for η < 2/λ = 0.1.", "Here η = 0.105",
              "jumps across the valley and lands 1.1 times farther away"});
}

TEST(Explanation, OfConvergenceSaysHowStepsShrinkAlongBothAxes) {
  const std::string text = told("ravine", {-4, 2}, 0.04);
  expectSays(text, {"settled at the lowest minimum in view, (0, 0)", "η < 2/λ = 0.1", "leaves 0.2 of the distance",
                    "Along x, where λ is only 1, it is slower: 56 steps for each further digit"});
  expectSilentOn(text, {"overshot", "jumps across"});
  expectSays(told("ravine", {-4, 2}, 0.09), {"jumps across the valley and lands at 0.8 of the distance", "overshot"});
}

TEST(Explanation, OfTheExactLimitSaysForEver) {
  expectSays(told("ravine", {-4, 2}, 0.1), {"exactly the limit 2/λ", "just as far away on the other side, for ever"});
}

TEST(Explanation, OfARunThatIsSlowBesideTheLimitNamesTheLimit) {
  expectSays(told("parabola", {3, 0}, 0.999),
             {"so steps are stable only for η < 2/λ = 1.",
              "Here η = 0.999: each step jumps across the valley and lands at 0.998 of the distance."});
  expectSays(told("bowl", {3, 2}, 1.998), {"η < 2/λ = 2.", "Here η = 1.998", "lands at 0.998 of the distance."});
  expectSays(english(reason(*computeRun(runOn({"parabola", {}}, {3, 0}, 0.999))), " "), {"η·λ = 1.998 < 2"});
  // Slow as η is small.
  expectSilentOn(told("parabola", {3, 0}, 0.001), {"stable only for"});
  expectSilentOn(told("ravine", {-4, 2}, 0.005), {"stable only for"});
}

TEST(Explanation, OfMomentumUsesItsOwnLimit) {
  ravine::Run run = runOn({"ravine", {}}, {-4, 2}, 0.15);
  run.optimizer.parameters = {{"momentum", 0.9}};
  expectSays(told(run), {"η < 2(1 + μ)/λ = 0.19", "in the long run each step leaves 0.949 of the distance"});
  run.lr = 0.2;
  expectSays(told(run), {"η < 2(1 + μ)/λ = 0.19", "in the long run the distance grows by the factor"});
}

TEST(Explanation, OfATrapNamesBothMinima) {
  const std::string text = told("double_well", {1.6, 0.8}, 0.05);
  expectSays(text, {"settled at the minimum (0.96, 0)", "the lowest known, (−1.04, 0), is 0.6 lower", "2/λ = 0.2832"});
  expectSilentOn(text, {"jumped out"});
}

TEST(Explanation, OfAnEscapeNamesItsStep) {
  expectSays(told("double_well", {1.6, 0.8}, 0.2), {"At step 1 it jumped out of the basin of the minimum (0.96, 0)"});
}

TEST(Explanation, OfABounceSaysThatTheMinimumCannotHoldIt) {
  expectSays(told("double_well", {1.6, 0.8}, 0.25),
             {"repeats itself every 2 steps", "(−1.04, 0), has curvature λ = 8.87",
              "is above its limit 2/λ = 0.226: it cannot hold the run"});
}

TEST(Explanation, OfAThrowSaysHowHighAndHowFlat) {
  expectSays(told("catapult", {3.2, 0.05}, 0.22),
             {"thrown uphill: the loss rose from 0.353 to 0.951 at step 3", "λ = 6.86 instead of 10.3"});
  expectSilentOn(told("catapult", {3.2, 0.05}, 0.1), {"thrown"});
}

TEST(Explanation, OfASaddleTellsOnFromBeside) {
  expectSays(told("escape_saddle", {1, 0}, 0.1, 600), {"came to the saddle (0, 0)", "stands exactly on it"});
  expectSays(told("escape_saddle", {1, 1e-4}, 0.01),
             {"each step makes that 1.02 times as much", "About 106 more steps would show it."});
  expectSays(told("himmelblau", {-0.27, -0.92}, 0.0001), {"began beside the maximum"});
}

TEST(Explanation, OfCrawlingGivesThePaceAndTheRoomLeft) {
  const std::string text = told("ravine", {-4, 2}, 0.005);
  expectSays(text,
             {"still falling",
              "What is left lies along x, where λ is only 1: each step takes off 0.5 % of the distance, and 467 more",
              "η = 0.005 is only 5 % of it"});
  // 467 more steps do bring it within a hundredth of the picture, and 10 fewer do not.
  const auto distance = [](std::int64_t steps) {
    return simulate(runOn({"ravine", {}}, {-4, 2}, 0.005, steps)).points.back().norm();
  };
  EXPECT_LE(distance(667), 0.01 * std::hypot(10, 10));
  EXPECT_GT(distance(657), 0.01 * std::hypot(10, 10));
}

TEST(Explanation, OfAPlateauSaysThatThereIsNothingToFollow) {
  expectSays(told(runOn({"", {}, "sigmoid(x^2 + y^2 - 4)"}, {4, 3}, 0.1)), {"The ground is flat"});
}

TEST(Explanation, OfABottomlessSlopeDoesNotCallItDivergence) {
  const std::string text = told("quadratic_saddle", {2, 0.01}, 0.1);
  expectSays(text, {"falls for ever this way", "no minimum is known"});
  expectSilentOn(text, {"stable only"});
}

TEST(Explanation, OfANoiseFloorComparesItWithTheTheory) {
  ravine::Run run = runOn({"bowl", {}}, {-4, 3}, 0.3, 400);
  run.noise = {{"sigma", 1.0}};
  expectSays(told(run), {"The noise (σ = 1) keeps the run moving", "the theory expects 0.176", "lowers this floor"});
}

TEST(Explanation, OfAScheduleSaysWhenItCrossedTheLimit) {
  ravine::Run run = runOn({"ravine", {}}, {-4, 2}, 0.105);
  run.schedule = {"step", {{"step_size", std::int64_t{20}}, {"gamma", 0.5}}};
  expectSays(told(run),
             {"From step 20 on the schedule keeps η below the stability limit of this minimum (0.0525 < 0.1)",
              "It left the domain at step", "was back at step"});
}

TEST(Explanation, OfAnAdaptiveMethodMarksItsRuleOfThumb) {
  ravine::Run run = runOn({"rosenbrock", {}}, {-1.2, 1}, 0.05);
  run.optimizer.id = "radam";
  expectSays(told(run), {"by the rule of thumb ≈ 2(1 + β₁)/((1 − β₁)λ̃)"});
}

TEST(Explanation, OfAStepOutOfTheFunctionsDomainDoesNotSayThatAnythingGrew) {
  const std::string text = told(runOn({"", {}, "log(x)"}, {0.1, 0}, 0.5, 50));
  expectSays(text, {"Step 1, from x = 0.1, leads to x = −4.9, where the loss is no finite number"});
  expectSilentOn(text, {"grew", "rose", "overflow"});
}

TEST(Explanation, OfAFunctionOfXAloneTellsOfItsEscapes) {
  for (const double y : {0.0, 1.0})
    expectSays(told("double_well_curve", {1.6, y}, 0.2),
               {"it jumped out of the basin of the minimum x = 0.96 into that of x = −1.04"});
}

TEST(Explanation, OfAFunctionOfXAloneNamesNoPlaceAlongY) {
  const std::string trapped = told("double_well_curve", {1.6, 0.7}, 0.03);
  expectSays(trapped, {"settled at the minimum x = 0.96 from step", "the lowest known, x = −1.04, is 0.6 lower"});
  expectSilentOn(trapped, {"("});
  const std::string atRest = told(runOn({"", {}, "(x^2 - 1)^2"}, {0.5, 2}, 0.05));
  expectSays(atRest, {"settled at x = 1, one of the 2 equally low minima in view"});
  expectSilentOn(told("flat_bottom", {0.5, 0.5}, 0.3, 3000), {"curve of equally low minima"});
}

TEST(Explanation, OfThePeersMistakesIsRight) {
  expectSays(told("himmelblau", {-0.27, -0.92}, 0.01), {"settled at (3.58, −1.85), one of the 4 equally low minima"});
  const std::string text = told(runOn({"", {}, "x^2 + 5y^2"}, {2, 1}, 0.5));
  expectSays(text, {"2/λ = 0.2", "lands 4 times farther away"});
}

TEST(Explanation, OfOvershootsCountsThoseThatRaisedTheLoss) {
  expectSays(told("ravine", {-4, 2}, 0.09), {"It overshot in ", "none of them raised the loss."});
  expectSays(told("catapult", {3.2, 0.05}, 0.22), {"of them raised the loss."});
  expectSilentOn(told("ravine", {-4, 2}, 0.04), {"overshot"});
}

TEST(Explanation, OfTheLowestMinimumSaysWhenOthersAreAsLow) {
  expectSays(told("six_hump_camel", {0, 1}, 0.02), {"one of the 2 equally low minima in view"});
  expectSays(told("double_well", {-1.5, 0.5}, 0.05), {"the lowest minimum in view, (−1.04, 0)"});
  expectSays(told("catapult", {1, 0.5}, 0.1), {"on a curve of equally low minima"});  // its points are no rivals
}

TEST(Explanation, OfEqualCurvaturesNamesNoDirection) {
  const std::string text = told("bowl", {3, 2}, 0.4);
  expectSays(text, {"The curvature is λ = 1 in every direction, so steps are stable only for η < 2/λ = 2."});
  expectSilentOn(text, {"Along"});
  expectSays(told("bowl", {3, 2}, 2), {"in every direction, and η = 2 is exactly the limit 2/λ"});
}

TEST(Explanation, OfMethodsThatCannotRestSaysWhatKeepsThemMoving) {
  ravine::Run run = runOn({"bowl", {}}, {3, 2}, 0.013);
  run.steps = 600;
  run.optimizer = {"lion", {}};
  expectSays(told(run),
             {"It hops about the minimum (0, 0)", "moves every coordinate by η, however small the gradient"});
  run.lossFunction = {"ravine", {}};
  run.optimizer = {"sam", {}};
  run.lr = 0.09;
  expectSays(told(run), {"follows the gradient ρ = 0.05 uphill"});
  run.optimizer = {"sam", {{"rho", 0.0}}};
  expectSilentOn(told(run), {"uphill of where"});
}

TEST(Explanation, OfAFallWithoutEndSaysWhenTheNumbersOverflow) {
  ravine::Run run = runOn({"quadratic_saddle", {}}, {0.1, 1}, 1.5);
  run.steps = 3000;
  expectSays(told(run), {"The loss falls for ever this way", "the numbers overflow."});
  run.steps = 30;
  expectSilentOn(told(run), {"overflow"});
}

TEST(Explanation, OfADiagonalDirectionGivesItsComponents) {
  expectSays(told("booth", {-4, 3}, 0.05), {"Along (0.71, 0.71) the curvature is λ = 18"});
}

TEST(Explanation, OfAModelNamesItsOwnParameters) {
  ravine::Run run = runOn({"line", {{"standardize", true}}}, {1.5, 3}, 1.1);
  run.lossFunction.data = {"unequal_scales", {}};
  const std::string text = told(run);
  expectSays(text, {"curvature is λ ="});
  expectSilentOn(text, {"Along x ", "Along y "});
}

TEST(Explanation, OfBatchesSaysWhoseCurvatureItIs) {
  const char* whose = "λ is the curvature of the loss on all rows; that of each batch is another.";
  ravine::Run run = runOn({"line", {}}, {-1, 1}, 1.2);
  run.steps = 40;
  expectSilentOn(told(run), {whose});  // each step sees all rows
  run.batches["batch_size"] = std::int64_t{8};
  expectSays(told(run), {"2/λ", whose});
  run.lr = 0.05;
  expectSilentOn(told(run), {"λ"});  // nothing was said of it
}

TEST(Explanation, IsOneMessageForEachSentence) {
  const auto sentences = explain(*computeRun(runOn({"ravine", {}}, {-4, 2}, 0.105)));
  ASSERT_GE(sentences.size(), 3u);
  EXPECT_EQ(english(sentences[0]), "Along y the curvature is λ = 20, so steps are stable only for η < 2/λ = 0.1.");
  EXPECT_EQ(english(sentences[1]),
            "Here η = 0.105: each step jumps across the valley and lands 1.1 times farther away.");
}

}  // namespace
}  // namespace ravine
