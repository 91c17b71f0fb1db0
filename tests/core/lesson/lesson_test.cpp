#include "core/lesson/lesson.h"

#include <gtest/gtest.h>

#include "core/lesson/scenarios.h"
#include "core/lesson/task.h"

namespace ravine {
namespace {

Lesson smallLesson() {
  Lesson lesson;
  lesson.words = {"Small", "A lesson of two pages."};
  lesson.translated["ko"] = {"작은 수업", "두 쪽짜리 수업이다."};
  LessonPage own;
  own.words = {"One", "θₜ₊₁ = θₜ − η∇J", "First line\n\nSecond *line*, see [here](page:2)."};
  own.translated["ko"] = {"하나", "", "첫 줄", "", "", {"실행"}};
  own.experiment.runs = {Run()};
  own.experiment.runs[0].id = RunId{1};
  own.experiment.runs[0].name = "Run";
  own.view.speed = 25;
  own.hides = {PagePart::inspector, PagePart::rateChart};
  own.predictFirst = true;
  LessonPage other;
  other.words = {"Two", "", "The catapult"};
  other.scenario = "catapult";
  lesson.pages = {own, other};
  return lesson;
}

Lesson reread(const Lesson& lesson) {
  Problems problems;
  Problems remarks;
  const auto again = readLesson(toJson(lesson), problems, remarks);
  for (const Problem& problem : problems) ADD_FAILURE() << english(problem);
  EXPECT_TRUE(remarks.empty());
  return again.value_or(Lesson());
}

std::string problemWith(std::string text, const std::string& from, const std::string& to) {
  const auto at = text.find(from);
  EXPECT_NE(at, std::string::npos) << from;
  text.replace(at, from.size(), to);
  Problems problems;
  Problems remarks;
  readLesson(text, problems, remarks);
  problems.insert(problems.end(), remarks.begin(), remarks.end());
  if (problems.empty()) return "";
  problems.front().file = "a.json";
  return english(problems.front());
}

TEST(Lessons, AreTheSameAfterWritingAndReading) {
  EXPECT_EQ(reread(smallLesson()), smallLesson());
}

TEST(Lessons, KeepWhatTheyDoNotKnowWithARemark) {
  std::string text = toJson(smallLesson());
  text.insert(1, "\n  \"teacher\": \"somebody\",");
  Problems problems;
  Problems remarks;
  const auto lesson = readLesson(text, problems, remarks);
  ASSERT_TRUE(lesson);
  ASSERT_EQ(remarks.size(), 1U);
  EXPECT_EQ(remarks.front().where, "teacher");
  EXPECT_NE(toJson(*lesson).find("somebody"), std::string::npos);
}

TEST(Lessons, ShowAScenarioInTheLanguageOfThePage) {
  const Lesson lesson = smallLesson();
  const Experiment korean = experimentOf(lesson.pages[1], "ko");
  EXPECT_EQ(korean.runs[0].name, findScenario("catapult")->translated.at("ko").runs[0].name);
  EXPECT_EQ(korean.title, "Two") << "a page that is not translated keeps its title";
  EXPECT_EQ(experimentOf(lesson.pages[0], "ko").runs[0].name, "실행");
  EXPECT_EQ(experimentOf(lesson.pages[0], "en").runs[0].name, "Run");
}

TEST(Lessons, SayWhatIsWrongWithLineColumnAndPage) {
  const std::string text = toJson(smallLesson());
  EXPECT_EQ(problemWith(text, "\"catapult\"", "\"catapulte\""),
            "a.json:70:19: page 2, scenario: is unknown: 'catapulte'; did you mean 'catapult'?");
  EXPECT_EQ(
      problemWith(text, "page:2", "page:3"),
      "a.json:19:9: page 1, text: has a link that leads nowhere: 'page:3'; give the number of a page from 1 to 2.");
  EXPECT_EQ(problemWith(text, "\"lr\": 0.05", "\"lr\": -1").substr(0, 28), "a.json:55:19: page 1, run 1,");
  EXPECT_EQ(
      problemWith(text, "\"inspector\"", "\"inspecter\""),
      "a.json:21:15: page 1, hide: cannot be [\"inspecter\",\"rate\"]; write \"inspector\", \"loss\", \"rate\" or "
      "\"transport\".");
  EXPECT_EQ(problemWith(text, "\"title\": \"Two\"", "\"titel\": \"Two\""),
            "a.json:67:5: page 2, title: is missing; write it instead of 'titel'.");
  EXPECT_EQ(problemWith(text, "ravine-lesson", "ravine-lecture"),
            "a.json:1:1: file: is not a Ravine lesson; choose a file that has \"format\": \"ravine-lesson\".");
  EXPECT_EQ(problemWith(text, "\"version\": 1", "\"version\": 0"),
            "a.json:3:14: version: is not one that this Ravine can read; write 1.");
}

TEST(Lessons, OfNoPagesAreNone) {
  Problems problems;
  Problems remarks;
  EXPECT_FALSE(
      readLesson(R"({"format": "ravine-lesson", "version": 1, "title": "x", "pages": []})", problems, remarks));
  ASSERT_EQ(problems.size(), 1U);
  EXPECT_EQ(english(problems.front()), "pages: is no list of pages; write a list of 1 to 200 pages.");
}

TEST(Lessons, NeedEitherAScenarioOrAnExperiment) {
  Problems problems;
  Problems remarks;
  EXPECT_FALSE(readLesson(R"({"format": "ravine-lesson", "version": 1, "title": "x", "pages": [{"title": "y"}]})",
                          problems, remarks));
  ASSERT_FALSE(problems.empty());
  EXPECT_EQ(english(problems.front()), "page 1, experiment: is missing; add it.");
}

TEST(Lessons, LinksLeadToWhatThereIs) {
  EXPECT_EQ(pageLink("scenario:catapult")->target, "catapult");
  EXPECT_EQ(pageLink("page:3")->to, PageLink::To::page);
  EXPECT_FALSE(pageLink("https://example.org"));
  EXPECT_FALSE(pageLink("catapult"));
}

class EveryLesson : public testing::TestWithParam<std::size_t> {
 protected:
  const Lesson& lesson() const { return lessons()[GetParam()].lesson; }
};

TEST_P(EveryLesson, SpeaksEveryLanguageOnEveryPage) {
  ASSERT_TRUE(lesson().translated.contains("ko"));
  for (const LessonPage& page : lesson().pages) {
    ASSERT_TRUE(page.translated.contains("ko")) << page.words.title;
    EXPECT_NE(wordsOf(page, "ko").title, page.words.title);
    EXPECT_NE(wordsOf(page, "ko").text, page.words.text) << page.words.title;
    EXPECT_FALSE(page.words.text.empty()) << page.words.title;
    for (const ravine::Run& run : page.experiment.runs) EXPECT_FALSE(run.name.empty()) << page.words.title;
  }
}

TEST_P(EveryLesson, IsTrueToItsClaims) {
  for (const LessonPage& page : lesson().pages)
    for (const Problem& broken : checkClaims(experimentOf(page, {}), page.claims))
      ADD_FAILURE() << page.words.title << ", line " << broken.at.line << ": " << english(broken);
}

TEST_P(EveryLesson, IsTheSameAfterWritingAndReading) {
  EXPECT_EQ(reread(lesson()), lesson());
}

INSTANTIATE_TEST_SUITE_P(All, EveryLesson, testing::Range<std::size_t>(0, lessons().size()),
                         [](const auto& each) { return lessons()[each.param].id; });

}  // namespace
}  // namespace ravine
