#include "core/base/parameters.h"

#include <gtest/gtest.h>

#include <bit>
#include <cmath>
#include <random>

namespace ravine {
namespace {

struct Rule {
  double rate = 0.5;
  std::int64_t count = 3;
  bool on = false;
  enum class Mode { slow, fast } mode = Mode::slow;
  std::vector<double> marks{30, 80};
};

const std::vector<Setting<Rule>> kSettings{
    setting("rate", &Rule::rate, fromToBelow(0, 1), Message::verbatim("A rate")),
    setting("count", &Rule::count, atLeast(1), Message::verbatim("A count")),
    setting("on", &Rule::on, Message::verbatim("A switch")),
    choiceSetting("mode", &Rule::mode, {"slow", "fast"}, Message::verbatim("A choice")),
    setting("marks", &Rule::marks, atLeast(0), Message::verbatim("A list")),
};

const ParameterInfo& info(const std::string& id) {
  static const auto infos = describe(kSettings);
  return *findParameter(infos, id);
}

std::optional<ParameterValue> parse(const std::string& id, const std::string& text) {
  Problem problem;
  return parseParameter(info(id), text, problem);
}

TEST(Parameters, FillASettingsStruct) {
  const Rule rule = settingsFrom(
      kSettings, {{"rate", 0.9}, {"on", true}, {"mode", std::string("fast")}, {"marks", std::vector<double>{1, 2}}});
  EXPECT_EQ(rule.rate, 0.9);
  EXPECT_EQ(rule.count, 3);
  EXPECT_TRUE(rule.on);
  EXPECT_EQ(rule.mode, Rule::Mode::fast);
  EXPECT_EQ(rule.marks, (std::vector<double>{1, 2}));
}

TEST(Parameters, ReadTheTextOfEveryKind) {
  EXPECT_EQ(parse("rate", " 3e-4 "), ParameterValue(3e-4));
  EXPECT_EQ(parse("count", "1e2"), ParameterValue(std::int64_t{100}));
  EXPECT_EQ(parse("on", "true"), ParameterValue(true));
  EXPECT_EQ(parse("mode", "fast"), ParameterValue(std::string("fast")));
  EXPECT_EQ(parse("marks", "30, 80,5"), ParameterValue(std::vector<double>{30, 80, 5}));
}

TEST(Parameters, RefuseWhatTheyCannotTake) {
  for (const auto& [id, text] : std::vector<std::pair<std::string, std::string>>{{"rate", "abc"},
                                                                                 {"rate", "1"},
                                                                                 {"rate", "-0.1"},
                                                                                 {"rate", "nan"},
                                                                                 {"rate", "inf"},
                                                                                 {"rate", "0.5x"},
                                                                                 {"rate", ""},
                                                                                 {"rate", "1,000"},
                                                                                 {"count", "1.5"},
                                                                                 {"count", "0"},
                                                                                 {"on", "yes"},
                                                                                 {"mode", "Fast"},
                                                                                 {"marks", "1,,2"},
                                                                                 {"marks", "1,-2"},
                                                                                 {"marks", ","}})
    EXPECT_FALSE(parse(id, text)) << id << " = " << text;
}

TEST(Parameters, TakeADecimalCommaWhereItCanOnlyBeOne) {
  EXPECT_EQ(parseNumber("0,3"), 0.3);
  EXPECT_EQ(parseNumber("-12,5e-3"), -12.5e-3);
  EXPECT_EQ(parseNumber("0,300"), 0.3);
  for (const char* text : {"1,000", "12,345", "1,2,3", ",5", "5,", "0,3.1"}) EXPECT_FALSE(parseNumber(text)) << text;
  EXPECT_EQ(parseNumbers("0,3"), (std::vector<double>{0, 3}));  // a list
}

TEST(Parameters, SayHowToMendAnUnknownName) {
  const Problems problems = check(describe(kSettings), {{"rat", 0.5}}, "rule");
  ASSERT_EQ(problems.size(), 1u);
  EXPECT_EQ(english(problems[0].mend), "did you mean 'rate'?");
}

std::string problemWith(const std::string& id, const std::string& text) {
  Problem problem;
  EXPECT_FALSE(parseParameter(info(id), text, problem)) << id << " = " << text;
  return english(problem);
}

TEST(Parameters, SayWhatTheyWouldTake) {
  EXPECT_EQ(problemWith("rate", "1"), "rate: 1 is not allowed; give a value from 0 to below 1.");
  EXPECT_EQ(problemWith("rate", "abc"), "rate: 'abc' cannot be read; write a number such as 0.5.");
  EXPECT_EQ(problemWith("count", "0"), "count: 0 is not allowed; write a whole number of at least 1.");
  EXPECT_EQ(problemWith("count", "2.5"), "count: '2.5' cannot be read; write a whole number of at least 1.");
  EXPECT_EQ(problemWith("on", "yes"), "on: 'yes' cannot be read; write true or false.");
  EXPECT_EQ(problemWith("mode", "Fast"), "mode: 'Fast' is not one of its choices; choose one of slow, fast.");
  EXPECT_EQ(problemWith("marks", "1,,2"),
            "marks: '1,,2' cannot be read; write numbers with commas between them, such as 30,80.");
  EXPECT_EQ(problemWith("marks", "1,-2"), "marks: -2 is not allowed; give a value of at least 0.");
}

TEST(Parameters, QuoteNoMoreThanAnExcerpt) {
  EXPECT_LT(problemWith("rate", std::string(100'000, 'x')).size(), 150u);
  EXPECT_NE(problemWith("mode", "\x1b[2J").find("\\x1b[2J"), std::string::npos);
}

TEST(Parameters, ReadAndShowLargeWholeNumbersAsWholeNumbers) {
  const ParameterInfo seed{"seed", std::int64_t{1}, between(0, 9e15), {}, {}};
  Problem problem;
  EXPECT_EQ(parseParameter(seed, "1e15", problem), ParameterValue(std::int64_t{1'000'000'000'000'000}));
  EXPECT_FALSE(parseParameter(seed, "-1", problem));
  EXPECT_EQ(english(problem), "seed: -1 is not allowed; write a whole number from 0 to 9000000000000000.");
  EXPECT_FALSE(parseParameter(seed, "1e300", problem));
  EXPECT_EQ(english(problem), "seed: 1e300 is not allowed; write a whole number from 0 to 9000000000000000.");
}

TEST(Ranges, HaveATextForEveryShape) {
  const auto text = [](const Range& range) {
    return english(range.description()) + "; " + english(range.askForValue());
  };
  EXPECT_EQ(text(between(0, 1)), "from 0 to 1; give a value from 0 to 1");
  EXPECT_EQ(text(fromToBelow(0, 1)), "from 0 to below 1; give a value from 0 to below 1");
  EXPECT_EQ(text({0, 1, true, false}), "above 0 to 1; give a value above 0 and up to 1");
  EXPECT_EQ(text({0, 1, true, true}), "above 0 to below 1; give a value above 0 and below 1");
  EXPECT_EQ(text(atLeast(0.5)), "at least 0.5; give a value of at least 0.5");
  EXPECT_EQ(text(moreThan(0)), "greater than 0; give a value greater than 0");
  EXPECT_EQ(text({.maximum = 3}), "at most 3; give a value of at most 3");
  EXPECT_EQ(text({.maximum = 3, .maximumOpen = true}), "less than 3; give a value less than 3");
  EXPECT_EQ(text({}), "a finite number; give a finite number");
  EXPECT_EQ(english(Range{.maximum = 3}.askForWhole()), "write a whole number of at most 3");
  EXPECT_EQ(english(Range{}.askForWhole()), "write a whole number");
}

TEST(Parameters, RefuseAValueOfTheWrongKind) {
  EXPECT_EQ(check(describe(kSettings), {{"rate", std::string("x")}}, "rule").size(), 1u);
}

TEST(Numbers, AreWrittenAsShortAsTheyReadBack) {
  EXPECT_EQ(shortestText(0.0005), "0.0005");
  EXPECT_EQ(shortestText(-1.2), "-1.2");
  EXPECT_EQ(shortestText(0), "0");
  EXPECT_EQ(shortestText(3e-7), "3e-07");
  std::mt19937_64 engine(1);
  for (int i = 0; i < 10'000; ++i) {
    const double value = std::bit_cast<double>(engine());
    if (!std::isfinite(value)) continue;
    EXPECT_EQ(parseNumber(shortestText(value)), value);
  }
}

TEST(ParseWhole, TakesWholeNumbersHoweverWrittenAndNothingElse) {
  EXPECT_EQ(parseWhole("-3"), -3);
  EXPECT_EQ(parseWhole("1e15"), 1'000'000'000'000'000);
  EXPECT_EQ(parseWhole("9007199254740992"), 9007199254740992);
  EXPECT_EQ(parseWhole("-1e300"), -9007199254740992);
  for (const char* text : {"", "2.5", "1 2", "inf", "0x10"}) EXPECT_FALSE(parseWhole(text)) << text;
}

TEST(ParseNumbers, WantsANumberOnBothSidesOfEachComma) {
  EXPECT_EQ(parseNumbers("[1, -2e3]"), (std::vector<double>{1, -2000}));
  EXPECT_EQ(parseNumbers(""), std::vector<double>{});
  for (const char* text : {",", "1,", ",1", "1,,2", "1 2", "[1,2", "1,x"}) EXPECT_FALSE(parseNumbers(text)) << text;
}

TEST(NearestId, ForgivesASlipButNotEverything) {
  EXPECT_EQ(nearestId("rosenbrok", {"ravine", "rosenbrock"}), "rosenbrock");
  EXPECT_EQ(nearestId("cosine", {"constant", "cosine_annealing"}), "cosine_annealing");
  EXPECT_FALSE(nearestId("xyzzy", {"ravine", "rosenbrock"}));
}

}  // namespace
}  // namespace ravine
