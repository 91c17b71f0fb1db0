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
    setting("rate", &Rule::rate, fromToBelow(0, 1), "A rate"),
    setting("count", &Rule::count, atLeast(1), "A count"),
    setting("on", &Rule::on, "A switch"),
    choiceSetting("mode", &Rule::mode, {"slow", "fast"}, "A choice"),
    setting("marks", &Rule::marks, atLeast(0), "A list"),
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
                                                                                 {"rate", "0,5"},
                                                                                 {"count", "1.5"},
                                                                                 {"count", "0"},
                                                                                 {"on", "yes"},
                                                                                 {"mode", "Fast"},
                                                                                 {"marks", "1,,2"},
                                                                                 {"marks", "1,-2"},
                                                                                 {"marks", ","}})
    EXPECT_FALSE(parse(id, text)) << id << " = " << text;
}

TEST(Parameters, SayHowToMendAnUnknownName) {
  const Problems problems = check(describe(kSettings), {{"rat", 0.5}}, "rule");
  ASSERT_EQ(problems.size(), 1u);
  EXPECT_EQ(problems[0].mend, "did you mean 'rate'?");
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

TEST(NearestId, ForgivesASlipButNotEverything) {
  EXPECT_EQ(nearestId("rosenbrok", {"ravine", "rosenbrock"}), "rosenbrock");
  EXPECT_EQ(nearestId("cosine", {"constant", "cosine_annealing"}), "cosine_annealing");
  EXPECT_FALSE(nearestId("xyzzy", {"ravine", "rosenbrock"}));
}

}  // namespace
}  // namespace ravine
