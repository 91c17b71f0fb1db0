// The experiments that ship with Ravine, read from the texts that are built into it, with their words in each language.
#pragma once

#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "core/run/experiment_view.h"

namespace ravine {

struct Scenario {
  std::string id;
  Experiment experiment;                         // in English
  std::map<std::string, Experiment> translated;  // by the language's code: only the words differ
  ExperimentView view;                           // how it is looked at, where that is not as usual
};

// In the order of the menu; the first is what a first start shows.
const std::vector<Scenario>& scenarios();
const Scenario* findScenario(std::string_view id);
// In English where the language is not there.
const Experiment& inLanguage(const Scenario& scenario, const std::string& language);

// An experiment that is called as a scenario is, in whatever language: title, text and names that are that scenario's
// in this language; all else stays.
Experiment withScenarioWords(Experiment experiment, const std::string& language);

}  // namespace ravine
