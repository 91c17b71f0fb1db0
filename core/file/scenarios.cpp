#include "core/file/scenarios.h"

#include <algorithm>
#include <nlohmann/json.hpp>

#include "core/file/experiment_file.h"
#include "core/file/scenario_texts.h"

namespace ravine {
namespace {

// "translations": { "ko": { "title": …, "text": …, "names": [ … ] } }, which an experiment file does not know.
Scenario readScenario(const ScenarioText& text) {
  Problems problems;
  ExperimentFile file = readExperiment(text.json, problems).value();
  Scenario scenario{std::string(text.id), std::move(file.experiment), {}, std::move(file.view)};
  const auto unknown = nlohmann::json::parse(std::exchange(scenario.experiment.unknown, {}));
  for (const auto& [language, words] : unknown.at("translations").items()) {
    Experiment translated = scenario.experiment;
    translated.title = words.at("title");
    translated.text = words.at("text");
    for (std::size_t i = 0; i < translated.runs.size(); ++i) translated.runs[i].name = words.at("names").at(i);
    scenario.translated.emplace(language, std::move(translated));
  }
  return scenario;
}

std::vector<std::string> wordsOf(const Experiment& experiment) {
  std::vector<std::string> words{experiment.title, experiment.text};
  for (const Run& run : experiment.runs) words.push_back(run.name);
  return words;
}

// The scenario's words in all its languages, with what each is in this one.
std::map<std::string, std::string> dictionary(const Scenario& scenario, const std::string& language) {
  std::map<std::string, std::string> dictionary;
  const std::vector<std::string> to = wordsOf(inLanguage(scenario, language));
  const auto add = [&](const Experiment& experiment) {
    const std::vector<std::string> from = wordsOf(experiment);
    for (std::size_t i = 0; i < from.size(); ++i) dictionary.emplace(from[i], to[i]);
  };
  add(scenario.experiment);
  for (const auto& [code, experiment] : scenario.translated) add(experiment);
  return dictionary;
}

bool isCalled(const Scenario& scenario, const std::string& title) {
  const auto& translated = scenario.translated;
  return scenario.experiment.title == title ||
         std::any_of(translated.begin(), translated.end(), [&](const auto& t) { return t.second.title == title; });
}

}  // namespace

const std::vector<Scenario>& scenarios() {
  static const std::vector<Scenario> all = [] {
    std::vector<Scenario> read;
    for (const ScenarioText& text : scenarioTexts()) read.push_back(readScenario(text));
    return read;
  }();
  return all;
}

const Scenario* findScenario(std::string_view id) {
  const auto found =
      std::find_if(scenarios().begin(), scenarios().end(), [&](const auto& each) { return each.id == id; });
  return found == scenarios().end() ? nullptr : &*found;
}

const Experiment& inLanguage(const Scenario& scenario, const std::string& language) {
  const auto found = scenario.translated.find(language);
  return found == scenario.translated.end() ? scenario.experiment : found->second;
}

Experiment withScenarioWords(Experiment experiment, const std::string& language) {
  const auto scenario = std::find_if(scenarios().begin(), scenarios().end(),
                                     [&](const Scenario& each) { return isCalled(each, experiment.title); });
  if (scenario == scenarios().end()) return experiment;
  const auto words = dictionary(*scenario, language);
  const auto translate = [&](std::string& word) {
    if (const auto found = words.find(word); found != words.end()) word = found->second;
  };
  translate(experiment.title);
  translate(experiment.text);
  for (Run& run : experiment.runs) translate(run.name);
  return experiment;
}

}  // namespace ravine
