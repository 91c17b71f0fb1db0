#include "core/base/read_file.h"
#include "core/base/utf8.h"
#include "core/file/experiment_node.h"
#include "core/lesson/built_in_texts.h"
#include "core/lesson/lesson.h"
#include "core/lesson/page_words.h"
#include "core/lesson/scenarios.h"

namespace ravine {
namespace {

using Json = nlohmann::ordered_json;

template <class Texts>
std::vector<std::string> idsOf(const Texts& texts) {
  std::vector<std::string> ids;
  for (const BuiltInText& text : texts) ids.emplace_back(text.id);
  return ids;
}

std::vector<std::string> idsOf(PageLink::To to) {
  switch (to) {
    case PageLink::To::scenario:
      return idsOf(scenarioTexts());
    case PageLink::To::task:
      return idsOf(taskTexts());
    case PageLink::To::lesson:
      return idsOf(lessonTexts());
    case PageLink::To::page:
      return {};
  }
  return {};
}

class LessonReader {
 public:
  explicit LessonReader(Told& told) : m_told(told) {}

  Lesson read(const JsonNode& root) {
    Lesson lesson;
    ObjectReader reader(root, 0, "", m_told);
    reader.find("format");
    readVersion(reader);
    reader.read("title", lesson.words.title);
    lesson.words.title = inOneLine(lesson.words.title);
    lesson.words.text = readLines(reader, "text");
    lesson.translated = readTranslations(reader.find("translations"), m_told, [&](const JsonNode& node) {
      ObjectReader words(node, 0, "translations", m_told);
      LessonWords read = lesson.words;
      words.readIfThere("title", read.title);
      if (words.find("text")) read.text = readLines(words, "text");
      reportUnknown(node, words);
      return read;
    });
    readPages(reader, lesson);
    if (Json rest = reader.unknown(); !rest.empty()) lesson.unknown = rest.dump();
    return lesson;
  }

 private:
  void readVersion(ObjectReader& reader) {
    std::int64_t version = 0;
    reader.read("version", version);
    const JsonNode* node = reader.find("version");
    if (node && version > kLessonFileVersion)
      m_told.remarks.add({"version", CORE_TEXT("Problem", "is newer than this Ravine"),
                          CORE_TEXT("Problem", "open the file with a newer Ravine to see all of it"), 0, node->at});
    else if (node && version < 1)
      reader.report("version", *node, CORE_TEXT("Problem", "is not one that this Ravine can read"),
                    CORE_TEXT("Problem", "write %1").with(kLessonFileVersion));
  }

  void readPages(ObjectReader& reader, Lesson& lesson) {
    const JsonNode* pages = reader.require("pages");
    if (!pages) return;
    m_pageCount = pages->members.size();
    if (!pages->isArray() || m_pageCount == 0 || m_pageCount > Lesson::kMostPages)
      return reader.report("pages", *pages, CORE_TEXT("Problem", "is no list of pages"),
                           CORE_TEXT("Problem", "write a list of 1 to %1 pages").with(Lesson::kMostPages));
    for (const JsonMember& member : pages->members) {
      Told ofPage;
      lesson.pages.push_back(readPage(member.node, ofPage));
      add(std::move(ofPage), static_cast<int>(lesson.pages.size()));
    }
  }

  // What is told of a page, with its number.
  void add(Told told, int page) {
    const auto addTo = [page](Notes& all, Notes notes) {
      for (Problem note : std::move(notes).sorted()) {
        note.page = page;
        all.add(std::move(note));
      }
    };
    addTo(m_told.problems, std::move(told.problems));
    addTo(m_told.remarks, std::move(told.remarks));
  }

  LessonPage readPage(const JsonNode& node, Told& told) {
    LessonPage page;
    ObjectReader reader(node, 0, "", told);
    page.words = readWords(node, reader, {});
    reader.require("title");
    readHides(reader, page);
    reader.readIfThere("predict_first", page.predictFirst);
    readExperiment(reader, page, told);
    const Experiment experiment = experimentOf(page, {});
    const std::size_t runs = experiment.runs.size();
    if (const JsonNode* claims = reader.find("claims")) page.claims = readClaims(*claims, experiment, told);
    checkNames(page.words, runs, node, reader);
    page.translated = readTranslations(reader.find("translations"), told, [&](const JsonNode& words) {
      ObjectReader wordsReader(words, 0, "translations", told);
      PageWords read = readWords(words, wordsReader, page.words);
      checkNames(read, runs, words, wordsReader);
      return read;
    });
    if (Json rest = reader.unknown(); !rest.empty()) page.unknown = rest.dump();
    return page;
  }

  // What is not there stays as in `words`.
  PageWords readWords(const JsonNode& node, ObjectReader& reader, PageWords words) {
    reader.readIfThere("title", words.title);
    words.title = inOneLine(words.title);
    reader.readIfThere("formula", words.formula);
    words.formula = inOneLine(words.formula);
    if (const JsonNode* text = reader.find("text")) {
      words.text = readLines(reader, "text");
      checkLinks(*text, reader);
    }
    reader.readIfThere("question", words.question);
    reader.readIfThere("answer", words.answer);
    if (node.find("names")) words.names = readTexts(reader, "names");
    reader.find("names");
    return words;
  }

  static void checkNames(const PageWords& words, std::size_t runs, const JsonNode& node, ObjectReader& reader) {
    const JsonNode* names = node.find("names");
    if (names && words.names.size() != runs)
      reader.report("names", *names, CORE_TEXT("Problem", "has another length than the list of runs"),
                    CORE_TEXT("Problem", "give one name for each of the %1 runs").with(runs));
  }

  static void readHides(ObjectReader& reader, LessonPage& page) {
    const JsonNode* hides = reader.find("hide");
    for (const std::string& word : readTexts(reader, "hide")) {
      if (const auto part = file_words::valueOf(word, file_words::kPageParts))
        page.hides.push_back(*part);
      else
        reader.reportWord("hide", *hides,
                          CORE_TEXT("Problem", "write \"inspector\", \"loss\", \"rate\" or \"transport\""));
    }
  }

  static void readExperiment(ObjectReader& reader, LessonPage& page, Told& told) {
    reader.readIfThere("scenario", page.scenario);
    const JsonNode* scenario = reader.find("scenario");
    if (scenario && !findScenario(page.scenario))
      reader.report(
          "scenario", *scenario, CORE_TEXT("Problem", "is unknown: '%1'").with(excerpt(page.scenario)),
          didYouMean(page.scenario, idsOf(scenarioTexts()), CORE_TEXT("Problem", "see 'ravine list scenarios'")));
    const JsonNode* experiment = scenario ? reader.find("experiment") : reader.require("experiment");
    if (scenario && experiment)
      reader.report("experiment", *experiment, CORE_TEXT("Problem", "does not stand alone"),
                    CORE_TEXT("Problem", "give either a scenario or an experiment"));
    if (scenario || !experiment) return;
    ExperimentFile file = readExperimentNode(*experiment, told);
    page.experiment = std::move(file.experiment);
    page.view = std::move(file.view);
  }

  // Those of the form "[words](scheme:target)" that lead nowhere, each at the line where the link stands.
  void checkLinks(const JsonNode& text, ObjectReader& reader) {
    if (!text.isArray()) return checkLinksIn(text, reader);
    for (const JsonMember& line : text.members) checkLinksIn(line.node, reader);
  }
  void checkLinksIn(const JsonNode& line, ObjectReader& reader) {
    if (!line.value.is_string()) return;
    const auto& text = line.value.get_ref<const std::string&>();
    for (auto from = text.find("]("); from != std::string::npos; from = text.find("](", from + 2)) {
      const std::string url = text.substr(from + 2, text.find(')', from) - from - 2);
      if (const auto link = pageLink(url)) checkLink(*link, url, line, reader);
    }
  }
  void checkLink(const PageLink& link, const std::string& url, const JsonNode& line, ObjectReader& reader) {
    if (link.to == PageLink::To::page) {
      const auto number = parseWhole(link.target);
      if (!number || *number < 1 || *number > static_cast<std::int64_t>(m_pageCount))
        reader.report("text", line, CORE_TEXT("Problem", "has a link that leads nowhere: '%1'").with(excerpt(url)),
                      CORE_TEXT("Problem", "give the number of a page from 1 to %1").with(m_pageCount));
      return;
    }
    const std::vector<std::string> ids = idsOf(link.to);
    if (std::find(ids.begin(), ids.end(), link.target) == ids.end())
      reader.report("text", line, CORE_TEXT("Problem", "has a link that leads nowhere: '%1'").with(excerpt(url)),
                    didYouMean(link.target, ids, CORE_TEXT("Problem", "see 'ravine list'")));
  }

  static void reportUnknown(const JsonNode& node, ObjectReader& reader) {
    const Json unknown = reader.unknown();
    for (const auto& [name, value] : unknown.items())
      reader.report(name, *node.find(name), CORE_TEXT("Problem", "is not known"),
                    CORE_TEXT("Problem", "look at how it is spelt"));
  }

  Told& m_told;
  std::size_t m_pageCount = 0;
};

}  // namespace

bool isLesson(std::string_view text) {
  Problems ignored;
  const auto root = parseJson(text, kLargestLessonFile, ignored);
  const JsonNode* format = root ? root->find("format") : nullptr;
  return format && format->value == file_words::kLessonFormat;
}

std::optional<Lesson> readLesson(std::string_view text, Problems& problems, Problems& remarks) {
  const auto root = parseJson(text, kLargestLessonFile, problems);
  if (!root) return std::nullopt;
  const JsonNode* format = root->find("format");
  if (!format || format->value != file_words::kLessonFormat) {
    problems.push_back({"file", CORE_TEXT("Problem", "is not a Ravine lesson"),
                        CORE_TEXT("Problem", "choose a file that has \"format\": \"ravine-lesson\""), 0, root->at});
    return std::nullopt;
  }
  Told told;
  Lesson lesson = LessonReader(told).read(*root);
  const bool sound = told.problems.empty();
  const Problems found = std::move(told.problems).sorted();
  problems.insert(problems.end(), found.begin(), found.end());
  if (!sound) return std::nullopt;
  const Problems remarked = std::move(told.remarks).sorted();
  remarks.insert(remarks.end(), remarked.begin(), remarked.end());
  return lesson;
}

std::optional<Lesson> readLessonFile(const std::string& path, Problems& problems, Problems& remarks) {
  const auto text = readFile(path, kLargestLessonFile, problems);
  if (!text) return std::nullopt;
  Problems inFile;
  Problems remarked;
  auto lesson = readLesson(*text, inFile, remarked);
  const auto add = [&path](Problems& all, Problems& some) {
    for (Problem& problem : some) {
      problem.file = path;
      all.push_back(std::move(problem));
    }
  };
  add(problems, inFile);
  add(remarks, remarked);
  return lesson;
}

}  // namespace ravine
