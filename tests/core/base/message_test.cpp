#include "core/base/message.h"

#include <gtest/gtest.h>

#include "core/base/problem.h"

namespace ravine {
namespace {

TEST(Message, FillsInItsArgumentsInAnyOrder) {
  const Message message = CORE_TEXT("Test", "%2 of %1, then %2 again");
  EXPECT_EQ(english(message.with("runs", 3)), "3 of runs, then 3 again");
}

TEST(Message, LeavesWhatLooksLikeAPlaceholderInAnArgument) {
  EXPECT_EQ(english(CORE_TEXT("Test", "'%1' and '%2'").with("%2", "%1")), "'%2' and '%1'");
}

TEST(Message, KeepsPercentSignsAndPlaceholdersThatHaveNoArgument) {
  EXPECT_EQ(english(CORE_TEXT("Test", "%1 % of %3, 100%").with(5)), "5 % of %3, 100%");
}

TEST(Message, ShowsVerbatimTextAsItIs) {
  EXPECT_EQ(english(Message::verbatim("x^2 %1 %")), "x^2 %1 %");
}

TEST(Message, EqualsAnotherOnlyInContextKeyAndArguments) {
  const Message message = CORE_TEXT("Test", "step %1").with(3);
  EXPECT_EQ(message, CORE_TEXT("Test", "step %1").with("3"));
  EXPECT_NE(message, CORE_TEXT("Test", "step %1").with(4));
  EXPECT_NE(message, CORE_TEXT("Other", "step %1").with(3));
}

TEST(Message, StandsBesideOthersWithSomethingBetween) {
  EXPECT_EQ(english({Message::verbatim("a"), Message::verbatim("b")}, " · "), "a · b");
  EXPECT_EQ(english(std::vector<Message>{}, " · "), "");
}

TEST(Excerpt, LeavesShortTextsAlone) {
  for (const char* text : {"", "rosenbrok", "λ + π", "경사 하강", "🏔"}) EXPECT_EQ(excerpt(text), text);
  EXPECT_EQ(excerpt(std::string(60, 'a')), std::string(60, 'a'));
}

TEST(Excerpt, CutsAfterSixtyCharactersNotBytes) {
  std::string long_;
  std::string cut;
  for (int i = 0; i < 61; ++i) long_ += "λ";
  for (int i = 0; i < 59; ++i) cut += "λ";
  EXPECT_EQ(excerpt(long_), cut + "…");
  EXPECT_EQ(excerpt(std::string(100'000, 'x')), std::string(59, 'x') + "…");
}

TEST(Excerpt, ShowsWhatCouldSteerATerminal) {
  EXPECT_EQ(excerpt("\x1b[31mred\n"), "\\x1b[31mred\\x0a");
  EXPECT_EQ(excerpt("a\x7f"), "a\\x7f");
  EXPECT_EQ(excerpt("\xc2\x9b"
                    "31m"),
            "\\xc2\\x9b31m");
  EXPECT_EQ(excerpt(std::string_view("\0", 1)), "\\x00");
}

TEST(Excerpt, ShowsBytesThatAreNotUtf8) {
  EXPECT_EQ(excerpt("a\xff\xc3"), "a\\xff\\xc3");
  EXPECT_EQ(excerpt("\xc0\x80"), "\\xc0\\x80");                    // overlong
  EXPECT_EQ(excerpt("\xed\xa0\x80"), "\\xed\\xa0\\x80");           // a surrogate
  EXPECT_EQ(excerpt("\xf4\x90\x80\x80"), "\\xf4\\x90\\x80\\x80");  // beyond Unicode
}

TEST(Excerpt, NeverCutsAnEscapeInTwo) {
  EXPECT_EQ(excerpt(std::string(58, 'x') + "\x1b"
                                           "yz"),
            std::string(58, 'x') + "…");
}

TEST(Problem, SaysWhereWhatAndHowToMendItInOneSentence) {
  Problem problem{"lr", CORE_TEXT("Test", "is not a number"),
                  CORE_TEXT("Test", "write a number such as %1").with("0.05")};
  EXPECT_EQ(english(problem), "lr: is not a number; write a number such as 0.05.");
  problem.run = 2;
  EXPECT_EQ(english(problem), "run 2, lr: is not a number; write a number such as 0.05.");
  problem.mend = CORE_TEXT("Test", "did you mean '%1'?").with("lr");
  EXPECT_EQ(english(problem), "run 2, lr: is not a number; did you mean 'lr'?");
}

}  // namespace
}  // namespace ravine
