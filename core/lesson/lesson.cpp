#include "core/lesson/lesson.h"

#include <algorithm>
#include <cassert>

#include "core/lesson/built_in_texts.h"
#include "core/lesson/scenarios.h"

namespace ravine {

const PageWords& wordsOf(const LessonPage& page, const std::string& language) {
  return inLanguage(page.words, page.translated, language);
}

const LessonWords& wordsOf(const Lesson& lesson, const std::string& language) {
  return inLanguage(lesson.words, lesson.translated, language);
}

Experiment experimentOf(const LessonPage& page, const std::string& language) {
  const Scenario* scenario = findScenario(page.scenario);
  Experiment experiment = scenario ? inLanguage(*scenario, language) : page.experiment;
  const PageWords& words = wordsOf(page, language);
  experiment.title = words.title;
  experiment.text.clear();  // the page's stands beside it
  if (!words.question.empty()) experiment.question = words.question;
  if (!words.answer.empty()) experiment.answer = words.answer;
  for (std::size_t i = 0; i < std::min(words.names.size(), experiment.runs.size()); ++i)
    experiment.runs[i].name = words.names[i];
  return experiment;
}

ExperimentView viewOf(const LessonPage& page) {
  const Scenario* scenario = findScenario(page.scenario);
  return scenario ? scenario->view : page.view;
}

std::optional<PageLink> pageLink(std::string_view url) {
  static constexpr file_words::Table<PageLink::To, 4> schemes{{{PageLink::To::scenario, "scenario"},
                                                               {PageLink::To::task, "task"},
                                                               {PageLink::To::lesson, "lesson"},
                                                               {PageLink::To::page, "page"}}};
  const auto colon = url.find(':');
  if (colon == std::string_view::npos) return std::nullopt;
  const auto to = file_words::valueOf(url.substr(0, colon), schemes);
  return to ? std::optional(PageLink{*to, std::string(url.substr(colon + 1))}) : std::nullopt;
}

const std::vector<BuiltInLesson>& lessons() {
  static const std::vector<BuiltInLesson> all = [] {
    std::vector<BuiltInLesson> read;
    for (const BuiltInText& text : lessonTexts()) {
      Problems problems;
      auto lesson = readLesson(text.json, problems, problems);
      assert(lesson);
      read.push_back({std::string(text.id), std::move(*lesson)});
    }
    return read;
  }();
  return all;
}

const Lesson* findLesson(std::string_view id) {
  const auto found = std::find_if(lessons().begin(), lessons().end(), [&](const auto& each) { return each.id == id; });
  return found == lessons().end() ? nullptr : &found->lesson;
}

}  // namespace ravine
