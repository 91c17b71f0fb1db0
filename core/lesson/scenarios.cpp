#include "core/lesson/scenarios.h"

#include <algorithm>
#include <cassert>

#include "core/file/experiment_node.h"
#include "core/lesson/built_in_texts.h"

namespace ravine {
namespace {

std::vector<std::string> phenomenonIds() {
  std::vector<std::string> ids;
  for (const Phenomenon& phenomenon : phenomena()) ids.push_back(phenomenon.id);
  return ids;
}

void readGroup(ObjectReader& reader, std::string& group) {
  reader.readIfThere("group", group);
  const JsonNode* node = reader.find("group");
  const std::vector<std::string> ids = phenomenonIds();
  if (node && std::find(ids.begin(), ids.end(), group) == ids.end())
    reader.report(
        "group", *node, CORE_TEXT("Problem", "is unknown: '%1'").with(excerpt(group)),
        didYouMean(group, ids, CORE_TEXT("Problem", "choose one of the gallery's, such as '%1'").with(ids[0])));
}

Scenario builtIn(const BuiltInText& text) {
  Problems problems;
  auto scenario = readScenario(text.json, problems);
  assert(scenario);
  scenario->id = text.id;
  return std::move(*scenario);
}

bool isCalled(const Scenario& scenario, const std::string& title) {
  const auto& translated = scenario.translated;
  return scenario.experiment.title == title ||
         std::any_of(translated.begin(), translated.end(), [&](const auto& t) { return t.second.title == title; });
}

}  // namespace

const std::vector<Phenomenon>& phenomena() {
  static const std::vector<Phenomenon> all{
      {"overshoot", CORE_TEXT("Phenomenon", "Overshoot and oscillation")},
      {"divergence", CORE_TEXT("Phenomenon", "Divergence")},
      {"crawling", CORE_TEXT("Phenomenon", "Crawling")},
      {"trapping", CORE_TEXT("Phenomenon", "Trapping")},
      {"saddle", CORE_TEXT("Phenomenon", "Saddles and plateaus")},
      {"decay", CORE_TEXT("Phenomenon", "Decay schedules")},
      {"cyclical", CORE_TEXT("Phenomenon", "Cyclical rates")},
      {"momentum", CORE_TEXT("Phenomenon", "Momentum")},
      {"adaptive", CORE_TEXT("Phenomenon", "Adaptive methods")},
      {"noise", CORE_TEXT("Phenomenon", "Noise")},
      {"data", CORE_TEXT("Phenomenon", "Learning from data")},
      {"edge", CORE_TEXT("Phenomenon", "Edge of stability")},
  };
  return all;
}

const std::vector<Scenario>& scenarios() {
  static const std::vector<Scenario> all = [] {
    std::vector<Scenario> read;
    for (const BuiltInText& text : scenarioTexts()) read.push_back(builtIn(text));
    return read;
  }();
  return all;
}

const Scenario& firstScenario() {
  static const Scenario first = builtIn(scenarioTexts().front());
  return first;
}

const Scenario* findScenario(std::string_view id) {
  const auto found =
      std::find_if(scenarios().begin(), scenarios().end(), [&](const auto& each) { return each.id == id; });
  return found == scenarios().end() ? nullptr : &*found;
}

const Experiment& inLanguage(const Scenario& scenario, const std::string& language) {
  return inLanguage(scenario.experiment, scenario.translated, language);
}

std::optional<Scenario> readScenario(std::string_view text, Problems& problems) {
  auto file = readExperiment(text, problems);
  if (!file) return std::nullopt;
  problems.insert(problems.end(), file->remarks.begin(), file->remarks.end());
  Scenario scenario{.experiment = std::move(file->experiment), .view = std::move(file->view)};
  scenario.experiment.unknown.clear();
  Problems ignored;  // it has been read before
  const auto root = parseJson(text, kLargestExperimentFile, ignored);
  Told told;
  ObjectReader reader(*root, 0, "", told);
  readGroup(reader, scenario.group);
  if (const JsonNode* claims = reader.find("claims")) scenario.claims = readClaims(*claims, scenario.experiment, told);
  scenario.translated = readTranslations(reader.find("translations"), told, [&](const JsonNode& node) {
    ObjectReader words(node, 0, "translations", told);
    return withWords(scenario.experiment, node, words);
  });
  const Problems found = std::move(told.problems).sorted();
  problems.insert(problems.end(), found.begin(), found.end());
  return problems.empty() ? std::optional(std::move(scenario)) : std::nullopt;
}

Experiment withScenarioWords(Experiment experiment, const std::string& language) {
  const auto scenario = std::find_if(scenarios().begin(), scenarios().end(),
                                     [&](const Scenario& each) { return isCalled(each, experiment.title); });
  if (scenario == scenarios().end()) return experiment;
  std::vector<Experiment> versions{scenario->experiment};
  for (const auto& [code, words] : scenario->translated) versions.push_back(words);
  return withWordsOf(std::move(experiment), versions, inLanguage(*scenario, language));
}

}  // namespace ravine
