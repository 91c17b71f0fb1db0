// What is written can be read: every pair of text and ground in every theme has a contrast of at least 4.5:1
// (WCAG 2.1).
#include <gtest/gtest.h>

#include <cmath>

#include "core/diagnosis/outcome.h"
#include "core/run/experiment.h"
#include "ui/look/run_look.h"
#include "ui/look/theme.h"
#include "ui/words/wording.h"

namespace ravine {
namespace {

double luminance(const QColor& colour) {
  const auto linear = [](double part) {
    return part <= 0.04045 ? part / 12.92 : std::pow((part + 0.055) / 1.055, 2.4);
  };
  return 0.2126 * linear(colour.redF()) + 0.7152 * linear(colour.greenF()) + 0.0722 * linear(colour.blueF());
}

double contrast(const QColor& a, const QColor& b) {
  const double lighter = std::max(luminance(a), luminance(b));
  const double darker = std::min(luminance(a), luminance(b));
  return (lighter + 0.05) / (darker + 0.05);
}

QColor over(const QColor& ground, QColor colour, int alpha) {
  const double part = alpha / 255.0;
  const auto mix = [part](int below, int above) {
    return static_cast<int>(std::lround(below + part * (above - below)));
  };
  return QColor(mix(ground.red(), colour.red()), mix(ground.green(), colour.green()),
                mix(ground.blue(), colour.blue()));
}

struct Named {
  const char* name;
  Theme theme;
};
void PrintTo(const Named& theme, std::ostream* out) {
  *out << theme.name;
}

class Contrast : public testing::TestWithParam<Named> {
 protected:
  const Theme& theme = GetParam().theme;
  static constexpr double kReadable = 4.5;
};

TEST_P(Contrast, OfTextOnWhatItStandsOn) {
  for (const QColor& ground : {theme.ground, theme.card, theme.control, theme.controlHover}) {
    EXPECT_GE(contrast(theme.text, ground), kReadable) << ground.name().toStdString();
    EXPECT_GE(contrast(theme.quietText, ground), kReadable) << ground.name().toStdString();
  }
  EXPECT_GE(contrast(theme.onAccent, theme.accent), kReadable);
  EXPECT_GE(contrast(theme.danger, theme.card), kReadable);
  EXPECT_GE(contrast(theme.accent, theme.card), kReadable);  // the scale in force
}

TEST_P(Contrast, OfOutcomesOnTheirBadges) {
  for (const Outcome outcome :
       {Outcome::converged, Outcome::trapped, Outcome::saddle, Outcome::plateau, Outcome::oscillating,
        Outcome::crawling, Outcome::diverged, Outcome::unbounded, Outcome::offGrid}) {
    const QColor colour = wording::outcomeColour(outcome, theme);
    EXPECT_GE(contrast(colour, over(theme.card, colour, wording::badgeAlpha(theme))), kReadable)
        << english(outcomeName(outcome));
    EXPECT_GE(contrast(colour, theme.card), kReadable) << english(outcomeName(outcome));
  }
}

TEST_P(Contrast, OfTheRunsColoursAsTextAndAsLines) {
  for (int colour = 0; colour < Run::kColourCount; ++colour) {
    EXPECT_GE(contrast(runTextColour(colour, theme), theme.card), kReadable) << colour;
    EXPECT_GE(contrast(runLineColour(colour, theme), theme.card), 3) << colour;
  }
}

INSTANTIATE_TEST_SUITE_P(Themes, Contrast,
                         testing::Values(Named{"light", Theme::light()}, Named{"dark", Theme::darkTheme()},
                                         Named{"projector", Theme::projector()}));

}  // namespace
}  // namespace ravine
