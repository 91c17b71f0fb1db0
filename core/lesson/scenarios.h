// The experiments that ship with Ravine, read from the texts that are built into it: grouped by what they show, with
// their words in each language and what must be true of them.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "core/lesson/claim.h"
#include "core/lesson/words.h"
#include "core/run/experiment_view.h"

namespace ravine {

// What a group of scenarios shows, in the order of the gallery.
struct Phenomenon {
  std::string id;  // "overshoot", as files name it
  Message name;
};
const std::vector<Phenomenon>& phenomena();

struct Scenario {
  std::string id = {};
  std::string group = {};                    // the id of a phenomenon
  Experiment experiment = {};                // in English
  Translations<Experiment> translated = {};  // only the words differ
  ExperimentView view = {};                  // how it is looked at, where that is not as usual
  std::vector<Claim> claims = {};
};

// In the order of the gallery within their groups.
const std::vector<Scenario>& scenarios();
// What a first start shows, without reading the others.
const Scenario& firstScenario();
const Scenario* findScenario(std::string_view id);
const Experiment& inLanguage(const Scenario& scenario, const std::string& language);

// An experiment's file with a group, claims and translations. Remarks are problems here.
std::optional<Scenario> readScenario(std::string_view text, Problems& problems);

// An experiment that is called as a scenario is, in whatever language: title, text and names that are that scenario's
// in this language; all else stays.
Experiment withScenarioWords(Experiment experiment, const std::string& language);

}  // namespace ravine
