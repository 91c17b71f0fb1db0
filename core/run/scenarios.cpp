#include "core/run/scenarios.h"

#include <algorithm>

#include "core/run/experiment_file.h"
#include "core/run/scenario_texts.h"

namespace ravine {

const std::vector<Scenario>& scenarios() {
  static const std::vector<Scenario> all = [] {
    std::vector<Scenario> read;
    for (const ScenarioText& text : scenarioTexts()) {
      Problems problems;
      read.push_back({std::string(text.id), experimentFromJson(text.json, problems).value()});
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
