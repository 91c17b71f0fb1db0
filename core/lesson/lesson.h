// A lesson: pages to be shown to a class one after the other, each a text beside a live experiment. A plain value, read
// from one JSON file (resources/lessons/README.md says what stands in it) and written back.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "core/lesson/claim.h"
#include "core/lesson/words.h"
#include "core/run/experiment_view.h"

namespace ravine {

// What a page may do without.
enum class PagePart { inspector, lossChart, rateChart, transport };

struct PageWords {
  std::string title;
  std::string formula;        // one line that stands beside the title, in Unicode
  std::string text;           // Markdown without HTML; links go to "scenario:ID", "task:ID", "lesson:ID", "page:NUMBER"
  std::string question = {};  // of the experiment, as the next two
  std::string answer = {};
  std::vector<std::string> names = {};  // of the runs; empty: as they are called

  bool operator==(const PageWords&) const = default;
};

struct LessonPage {
  PageWords words;
  std::string scenario = {};   // the id of the scenario whose experiment it shows, or
  Experiment experiment = {};  // its own
  ExperimentView view = {};
  std::vector<PagePart> hides = {};
  bool predictFirst = false;  // the outcome is locked until somebody has predicted it
  Translations<PageWords> translated = {};
  std::vector<Claim> claims = {};  // what its words say of the runs
  std::string unknown = {};        // members that this Ravine does not know: a JSON object, or empty

  bool operator==(const LessonPage&) const = default;
};

struct LessonWords {
  std::string title;
  std::string text;  // what it is about, in a sentence or two

  bool operator==(const LessonWords&) const = default;
};

struct Lesson {
  static constexpr std::size_t kMostPages = 200;

  LessonWords words;
  std::vector<LessonPage> pages;  // at least one
  Translations<LessonWords> translated = {};
  std::string unknown = {};  // as of a page

  bool operator==(const Lesson&) const = default;
};

inline constexpr int kLessonFileVersion = 1;
inline constexpr std::size_t kLargestLessonFile = 8 << 20;  // bytes

const PageWords& wordsOf(const LessonPage& page, const std::string& language);
const LessonWords& wordsOf(const Lesson& lesson, const std::string& language);
// What a page shows, with its words: title, names, question and answer.
Experiment experimentOf(const LessonPage& page, const std::string& language);
ExperimentView viewOf(const LessonPage& page);

// Whether a text is one of a lesson, by its "format".
bool isLesson(std::string_view text);
// Nothing where there is a problem; `remarks` are what was not understood and is kept.
std::optional<Lesson> readLesson(std::string_view text, Problems& problems, Problems& remarks);
std::string toJson(const Lesson& lesson);
// From a file; problems and remarks name it.
std::optional<Lesson> readLessonFile(const std::string& path, Problems& problems, Problems& remarks);

// Where a link in a page's text leads. Nothing for one that is none of ours.
struct PageLink {
  enum class To { scenario, task, lesson, page };
  To to;
  std::string target;  // an id, or the number of a page from 1
};
std::optional<PageLink> pageLink(std::string_view url);

// Those that ship with Ravine.
struct BuiltInLesson {
  std::string id;
  Lesson lesson;
};
const std::vector<BuiltInLesson>& lessons();
const Lesson* findLesson(std::string_view id);

}  // namespace ravine
