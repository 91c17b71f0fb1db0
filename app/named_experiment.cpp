#include "app/named_experiment.h"

#include <algorithm>
#include <filesystem>

#include "app/report.h"
#include "core/base/parameters.h"
#include "core/lesson/scenarios.h"
#include "ui/words/language.h"

namespace ravine {

std::optional<ExperimentFile> experimentNamed(const std::string& name, Problems& problems, const std::string& where) {
  if (const Scenario* scenario = findScenario(name))
    return ExperimentFile{.experiment = inLanguage(*scenario, language::current().toStdString()),
                          .view = scenario->view};
  std::error_code ignored;
  if (!std::filesystem::exists(name, ignored)) {
    std::vector<std::string> ids;
    for (const Scenario& each : scenarios()) ids.push_back(each.id);
    problems.push_back({where, CORE_TEXT("Problem", "there is neither a file nor a scenario '%1'").with(excerpt(name)),
                        didYouMean(name, ids, CORE_TEXT("Problem", "see 'ravine list scenarios'"))});
    return std::nullopt;
  }
  auto file = readExperimentFile(name, problems);
  if (file) warn(file->remarks);
  return file;
}

const Run* runNamed(const Experiment& experiment, const std::string& name, Problems& problems) {
  // A scenario's runs by their names in any language: a script works everywhere.
  const auto isCalled = [&](const std::vector<Run>& runs) {
    return std::find_if(runs.begin(), runs.end(), [&](const Run& run) { return run.name == name; }) - runs.begin();
  };
  const auto place = [&](const std::vector<Run>& runs) -> const Run* {
    const auto found = isCalled(runs);
    return found == std::ssize(runs) ? nullptr : &experiment.runs[static_cast<std::size_t>(found)];
  };
  if (const Run* run = place(experiment.runs)) return run;
  for (const QString& code : language::all())
    if (const Run* run = place(withScenarioWords(experiment, code.toStdString()).runs)) return run;
  const auto number = parseWhole(name);
  const auto count = static_cast<std::int64_t>(experiment.runs.size());
  if (number && *number >= 1 && *number <= count) return &experiment.runs[static_cast<std::size_t>(*number - 1)];
  std::vector<std::string> names;
  for (const Run& run : experiment.runs) names.push_back(run.name);
  problems.push_back(
      {"--run", CORE_TEXT("Problem", "there is no run '%1'").with(excerpt(name)),
       didYouMean(name, names, CORE_TEXT("Problem", "give its name, or a number from 1 to %1").with(count))});
  return nullptr;
}

}  // namespace ravine
