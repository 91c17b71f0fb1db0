#include "ui/look/style_sheet.h"

#include <gtest/gtest.h>

#include <QRegularExpression>

namespace ravine {
namespace {

TEST(StyleSheet, LeavesNoPlaceholderAndGivesColoursToColoursOnly) {
  for (const Theme* theme : {&Theme::light(), &Theme::darkTheme()}) {
    const QString sheet = styleSheetFor(*theme);
    EXPECT_FALSE(sheet.contains(QRegularExpression(QStringLiteral("\\{[a-zA-Z]+\\}")))) << sheet.toStdString();
    const QRegularExpression colour(QStringLiteral("color: ([^;]+);"));
    for (auto match = colour.globalMatch(sheet); match.hasNext();)
      EXPECT_TRUE(match.next().captured(1).startsWith('#'));
  }
}

}  // namespace
}  // namespace ravine
