#include "core/file/experiment_file.h"
#include "core/lesson/lesson.h"
#include "core/lesson/page_words.h"

namespace ravine {
namespace {

using Json = nlohmann::ordered_json;

// Several lines as a list of them.
Json linesOf(const std::string& text) {
  if (text.find('\n') == std::string::npos) return text;
  Json lines = Json::array();
  for (std::size_t from = 0; from <= text.size();) {
    const std::size_t to = std::min(text.find('\n', from), text.size());
    lines.push_back(text.substr(from, to - from));
    from = to + 1;
  }
  return lines;
}

void addUnknown(Json& json, const std::string& unknown) {
  if (!unknown.empty()) json.update(Json::parse(unknown));
}

// What is as in `base` is left out.
void addWords(Json& json, const PageWords& words, const PageWords& base) {
  if (words.title != base.title) json["title"] = words.title;
  if (words.formula != base.formula) json["formula"] = words.formula;
  if (words.text != base.text) json["text"] = linesOf(words.text);
  if (words.question != base.question) json["question"] = words.question;
  if (words.answer != base.answer) json["answer"] = words.answer;
  if (words.names != base.names) json["names"] = words.names;
}

Json toJson(const LessonPage& page) {
  Json json = Json::object();
  addWords(json, page.words, {});
  if (page.words.title.empty()) json["title"] = "";
  for (const PagePart part : page.hides) json["hide"].push_back(file_words::nameOf(part, file_words::kPageParts));
  if (page.predictFirst) json["predict_first"] = true;
  for (const auto& [language, words] : page.translated) addWords(json["translations"][language], words, page.words);
  if (!page.scenario.empty())
    json["scenario"] = page.scenario;
  else
    json["experiment"] = Json::parse(toJson(ExperimentFile{.experiment = page.experiment, .view = page.view}));
  for (const Claim& claim : page.claims) json["claims"].push_back(toJson(claim));
  addUnknown(json, page.unknown);
  return json;
}

}  // namespace

std::string toJson(const Lesson& lesson) {
  Json json{{"format", file_words::kLessonFormat}, {"version", kLessonFileVersion}, {"title", lesson.words.title}};
  if (!lesson.words.text.empty()) json["text"] = linesOf(lesson.words.text);
  for (const auto& [language, words] : lesson.translated) {
    json["translations"][language]["title"] = words.title;
    if (!words.text.empty()) json["translations"][language]["text"] = linesOf(words.text);
  }
  json["pages"] = Json::array();
  for (const LessonPage& page : lesson.pages) json["pages"].push_back(toJson(page));
  addUnknown(json, lesson.unknown);
  return json.dump(2, ' ', false, Json::error_handler_t::replace) + "\n";
}

}  // namespace ravine
