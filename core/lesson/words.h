// The words of an experiment in another language: { "title", "text", "question", "answer", "names": [ … ] }.
#pragma once

#include <map>

#include "core/file/object_reader.h"
#include "core/run/experiment.h"

namespace ravine {

// By the language's code: "ko".
template <class Words>
using Translations = std::map<std::string, Words>;

// The experiment with the words of the members that `reader` has; "names" has one for each run, or is not there.
Experiment withWords(Experiment experiment, const JsonNode& node, ObjectReader& reader);

// Words that are those of one of `versions`, which differ in their words alone, become those of `target`; what somebody
// has written otherwise stays.
Experiment withWordsOf(Experiment experiment, const std::vector<Experiment>& versions, const Experiment& target);

// "translations": { "ko": { … } } of a file: `read(node)` gives the words of one language.
template <class Read>
auto readTranslations(const JsonNode* node, Told& told, Read read) {
  Translations<decltype(read(*node))> translations;
  if (!node) return translations;
  if (!node->isObject()) ObjectReader(*node, 0, "translations", told);  // which says so
  for (const JsonMember& member : node->members) translations.emplace(member.name, read(member.node));
  return translations;
}

// In the first language where this is not there.
template <class Words>
const Words& inLanguage(const Words& words, const Translations<Words>& translations, const std::string& language) {
  const auto found = translations.find(language);
  return found == translations.end() ? words : found->second;
}

// A list of texts. What is none is a problem.
std::vector<std::string> readTexts(ObjectReader& reader, const char* key);
// A text, or a list of its lines, since JSON knows no line breaks within a text.
std::string readLines(ObjectReader& reader, const char* key);

}  // namespace ravine
