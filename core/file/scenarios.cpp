#include "core/file/scenarios.h"

#include <algorithm>

#include "core/file/experiment_file.h"
#include "core/file/scenario_texts.h"

namespace ravine {

const std::vector<Scenario>& scenarios() {
  static const std::vector<Scenario> all = [] {
    std::vector<Scenario> read;
    for (const ScenarioText& text : scenarioTexts()) {
      Problems problems;
      read.push_back({std::string(text.id), readExperiment(text.json, problems).value().experiment});
    }
    return read;
  }();
  return all;
}

const Scenario* findScenario(std::string_view id) {
  const auto found =
      std::find_if(scenarios().begin(), scenarios().end(), [&](const auto& each) { return each.id == id; });
  return found == scenarios().end() ? nullptr : &*found;
}

}  // namespace ravine
