#include "core/run/scenarios.h"
#include "ui/words/wording.h"

#include <gtest/gtest.h>

#include <QRegularExpression>

#include "ui/model/results.h"

namespace ravine {
namespace {

TEST(Wording, WritesNumbersAsOnAPage) {
  using wording::number;
  EXPECT_EQ(number(0.095), QStringLiteral("0.095"));
  EXPECT_EQ(number(-1.5), QStringLiteral("−1.5"));
  EXPECT_EQ(number(0.0005), QStringLiteral("0.0005"));
  EXPECT_EQ(number(1013, 3), QStringLiteral("1013").left(4));
  EXPECT_EQ(number(1.44e18), QStringLiteral("1.44 × 10¹⁸"));
  EXPECT_EQ(number(1e-6), QStringLiteral("10⁻⁶"));
  EXPECT_EQ(number(0), QStringLiteral("0"));
  EXPECT_EQ(number(INFINITY), QStringLiteral("∞"));
  EXPECT_EQ(number(20), QStringLiteral("20"));
  EXPECT_EQ(number(100), QStringLiteral("100"));
  EXPECT_EQ(number(99.96), QStringLiteral("100"));
}

TEST(Wording, GivesAReasonWithNumbersForEveryRunOfEveryScenario) {
  for (const Scenario& scenario : scenarios())
    for (const ravine::Run& run : scenario.experiment.runs) {
      const QString reason = wording::reason(run, *computeRun(run));
      EXPECT_TRUE(reason.contains(QRegularExpression(QStringLiteral("[0-9]")))) << run.name << reason.toStdString();
      EXPECT_FALSE(reason.contains(QStringLiteral("%"))) << reason.toStdString();
      EXPECT_LT(reason.size(), 100) << reason.toStdString();
    }
}

QString reasonOnRavine(double lr) {
  ravine::Run run;
  run.lr = lr;
  return wording::reason(run, *computeRun(run));
}

TEST(Wording, PutsEtaLambdaBesideTwo) {
  EXPECT_TRUE(reasonOnRavine(0.09).startsWith(QStringLiteral("η·λ = 1.8 < 2")));
  EXPECT_TRUE(reasonOnRavine(0.1).startsWith(QStringLiteral("η·λ = 2 exactly")));
  EXPECT_TRUE(reasonOnRavine(0.105).startsWith(QStringLiteral("η·λ = 2.1 > 2")));
}

TEST(Wording, DoesNotRoundARateOntoTheLimit) {
  EXPECT_TRUE(reasonOnRavine(0.1001).startsWith(QStringLiteral("η·λ = 2.002 > 2")));
}

TEST(Wording, MarksOnlyBadEnds) {
  for (const Scenario& scenario : scenarios())
    for (const ravine::Run& run : scenario.experiment.runs) {
      const auto result = computeRun(run);
      const bool bad = result->diagnosis.outcome == Outcome::diverged;
      EXPECT_EQ(!wording::endMark(*result).isEmpty(), bad) << run.name;
    }
}

TEST(Themes, KeepTextReadable) {
  const auto luminance = [](const QColor& c) {
    const auto linear = [](double v) { return v <= 0.04045 ? v / 12.92 : std::pow((v + 0.055) / 1.055, 2.4); };
    return 0.2126 * linear(c.redF()) + 0.7152 * linear(c.greenF()) + 0.0722 * linear(c.blueF());
  };
  const auto contrast = [&](const QColor& a, const QColor& b) {
    const auto [low, high] = std::minmax({luminance(a), luminance(b)});
    return (high + 0.05) / (low + 0.05);
  };
  for (const Theme* theme : {&Theme::light(), &Theme::darkTheme()}) {
    EXPECT_GT(contrast(theme->text, theme->card), 7);
    EXPECT_GT(contrast(theme->quietText, theme->card), 4.5);
    EXPECT_GT(contrast(theme->onAccent, theme->accent), 4.5);
    for (int colour = 0; colour < ravine::Run::kColourCount; ++colour)
      EXPECT_GT(contrast(runTextColour(colour, *theme), theme->card), 4.4) << colour;
    for (int outcome = 0; outcome < 8; ++outcome)
      EXPECT_GT(contrast(wording::outcomeColour(static_cast<Outcome>(outcome), *theme), theme->card), 4.5) << outcome;
  }
}

}  // namespace
}  // namespace ravine
