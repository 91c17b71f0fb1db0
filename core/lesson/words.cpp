#include "core/lesson/words.h"

#include "core/base/utf8.h"

namespace ravine {
namespace {

std::vector<std::string> wordsOf(const Experiment& experiment) {
  std::vector<std::string> words{experiment.title, experiment.text, experiment.question, experiment.answer};
  for (const Run& run : experiment.runs) words.push_back(run.name);
  return words;
}

}  // namespace

Experiment withWordsOf(Experiment experiment, const std::vector<Experiment>& versions, const Experiment& target) {
  std::map<std::string, std::string> dictionary;
  const std::vector<std::string> to = wordsOf(target);
  for (const Experiment& version : versions) {
    const std::vector<std::string> from = wordsOf(version);
    for (std::size_t i = 0; i < std::min(from.size(), to.size()); ++i) dictionary.emplace(from[i], to[i]);
  }
  const auto translate = [&](std::string& word) {
    if (const auto found = dictionary.find(word); found != dictionary.end()) word = found->second;
  };
  translate(experiment.title);
  translate(experiment.text);
  translate(experiment.question);
  translate(experiment.answer);
  for (Run& run : experiment.runs) translate(run.name);
  return experiment;
}

std::vector<std::string> readTexts(ObjectReader& reader, const char* key) {
  std::vector<std::string> texts;
  const JsonNode* node = reader.find(key);
  if (!node) return texts;
  if (!node->isArray())
    reader.report(key, *node, CORE_TEXT("Problem", "is not a list"), CORE_TEXT("Problem", "write [ … ] here"));
  for (const JsonMember& member : node->members) {
    if (member.node.value.is_string())
      texts.push_back(member.node.value.get<std::string>());
    else
      reader.report(key, member.node, CORE_TEXT("Problem", "is not a text"),
                    CORE_TEXT("Problem", "put it in quotation marks"));
  }
  return texts;
}

std::string readLines(ObjectReader& reader, const char* key) {
  const JsonNode* node = reader.find(key);
  if (!node) return {};
  std::string text;
  if (!node->isArray()) {
    reader.readIfThere(key, text);
    return text;
  }
  for (const std::string& line : readTexts(reader, key)) text += (text.empty() ? "" : "\n") + line;
  return text;
}

Experiment withWords(Experiment experiment, const JsonNode& node, ObjectReader& reader) {
  reader.readIfThere("title", experiment.title);
  experiment.title = inOneLine(experiment.title);
  reader.readIfThere("text", experiment.text);
  reader.readIfThere("question", experiment.question);
  reader.readIfThere("answer", experiment.answer);
  const std::vector<std::string> names = readTexts(reader, "names");
  const JsonNode* list = node.find("names");
  if (list && names.size() != experiment.runs.size())
    reader.report("names", *list, CORE_TEXT("Problem", "has another length than the list of runs"),
                  CORE_TEXT("Problem", "give one name for each of the %1 runs").with(experiment.runs.size()));
  else
    for (std::size_t i = 0; i < names.size(); ++i) experiment.runs[i].name = inOneLine(names[i]);
  return experiment;
}

}  // namespace ravine
