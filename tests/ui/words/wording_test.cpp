#include "ui/words/wording.h"
#include "core/lesson/scenarios.h"

#include <gtest/gtest.h>

#include <QCoreApplication>
#include <QRegularExpression>
#include <QTranslator>

#include "tests/ui/some_scenarios.h"
#include "ui/look/run_look.h"

namespace ravine {
namespace {

TEST(Wording, GivesAReasonWithNumbersForEveryRunOfEveryScenario) {
  for (const Scenario& scenario : someScenarios())
    for (const ravine::Run& run : scenario.experiment.runs) {
      const QString reason = wording::reason(*computeRun(run));
      EXPECT_TRUE(reason.contains(QRegularExpression(QStringLiteral("[0-9]")))) << run.name << reason.toStdString();
      EXPECT_FALSE(reason.contains(QStringLiteral("%"))) << reason.toStdString();
      EXPECT_LT(reason.size(), 100) << reason.toStdString();
    }
}

// Stands in for a language: a few keys, in another order of words.
class Translator : public QTranslator {
 public:
  QString translate(const char* context, const char* key, const char*, int) const override {
    if (QByteArray(context) == "Problem" && QByteArray(key) == "write a whole number from %1 to %2")
      return QStringLiteral("%2 bis %1");
    return {};
  }
  bool isEmpty() const override { return false; }
};

TEST(Wording, FillsInAfterTranslating) {
  const Message message = CORE_TEXT("Problem", "write a whole number from %1 to %2").with("%2", 9);
  EXPECT_EQ(wording::coreText(message), QStringLiteral("write a whole number from %2 to 9"));
  Translator translator;
  QCoreApplication::installTranslator(&translator);
  EXPECT_EQ(wording::coreText(message), QStringLiteral("9 bis %2"));
  EXPECT_EQ(wording::coreText(Message::verbatim("x^2")), QStringLiteral("x^2"));
  QCoreApplication::removeTranslator(&translator);
}

TEST(Wording, SaysAProblemAsTheCommandLineDoes) {
  Problem problem{"lr", CORE_TEXT("Problem", "is not a number"), CORE_TEXT("Problem", "did you mean '%1'?").with("3")};
  EXPECT_EQ(wording::problem(problem).toStdString(), english(problem));
  problem.run = 2;
  problem.mend = CORE_TEXT("Problem", "add it");
  EXPECT_EQ(wording::problem(problem).toStdString(), english(problem));
}

TEST(Wording, MarksOnlyBadEnds) {
  for (const Scenario& scenario : someScenarios())
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
