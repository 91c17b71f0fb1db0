#include "app/list_command.h"

#include <algorithm>
#include <array>
#include <nlohmann/json.hpp>

#include "app/parameter_json.h"
#include "app/report.h"
#include "core/lesson/lesson.h"
#include "core/lesson/scenarios.h"
#include "core/lesson/task.h"
#include "core/loss/models.h"
#include "core/optimizer/optimizer.h"
#include "core/schedule/schedule.h"
#include "ui/words/language.h"

namespace ravine {
namespace {

using Json = nlohmann::ordered_json;
// In which language: JSON is always English.
using Say = std::string (*)(const Message&);

Json describe(const std::vector<ParameterInfo>& parameters, Say say) {
  static const char* const kinds[] = {"boolean", "integer", "number", "choice", "numbers"};
  Json json = Json::array();
  for (const ParameterInfo& info : parameters) {
    Json row{{"id", info.id},
             {"kind", kinds[static_cast<int>(info.kind())]},
             {"default", toJson(info.defaultValue)},
             {"description", say(info.description)}};
    if (!info.choices.empty()) row["choices"] = info.choices;
    if (info.kind() == ParameterKind::number || info.kind() == ParameterKind::integer)
      row["allowed"] = say(info.range.description());
    json.push_back(row);
  }
  return json;
}

Json describe(const LossFunctionInfo& info, Say say) {
  return {{"id", info.id},
          {"name", say(info.name)},
          {"formula", info.formula},
          {"parameters", describe(info.parameters, say)},
          {"domain", {{info.domain.x.lower, info.domain.x.upper}, {info.domain.y.lower, info.domain.y.upper}}},
          {"start", {info.start.x(), info.start.y()}},
          {"teaches", say(info.teaches)},
          {"source", info.source}};
}

Json describe(const ModelInfo& info, Say say) {
  return {{"id", info.id},
          {"name", say(info.name)},
          {"formula", info.prediction},
          {"loss", info.lossText},
          {"theta", info.theta},
          {"inputs", info.inputs},
          {"classes", info.labels},
          {"data", info.data.id},
          {"parameters", describe(info.parameters, say)},
          {"teaches", say(info.teaches)},
          {"source", info.source}};
}

Json describe(const DataSetInfo& info, Say say) {
  return {{"id", info.id},
          {"name", say(info.name)},
          {"inputs", info.inputs},
          {"classes", info.labels},
          {"parameters", describe(info.parameters, say)},
          {"teaches", say(info.teaches)}};
}

Json describe(const OptimizerInfo& info, Say say) {
  return {{"id", info.id},
          {"name", say(info.name)},
          {"formula", say(info.updateRule)},
          {"parameters", describe(info.parameters, say)},
          {"description", say(info.description)},
          {"source", info.source}};
}

Json describe(const ScheduleInfo& info, Say say) {
  return {{"id", info.id},
          {"name", say(info.name)},
          {"formula", say(info.formula)},
          {"parameters", describe(info.parameters, say)},
          {"description", say(info.description)},
          {"source", info.source}};
}

std::string spoken(Say say) {
  return say == Say(english) ? std::string() : language::current().toStdString();
}

Json describe(const Scenario& scenario, Say say) {
  const Experiment& shown = inLanguage(scenario, spoken(say));
  return {{"id", scenario.id},
          {"name", shown.title},
          {"group", scenario.group},
          {"text", shown.text},
          {"question", shown.question},
          {"answer", shown.answer},
          {"runs", scenario.experiment.runs.size()}};
}

Json describe(const BuiltInLesson& row, Say say) {
  Json pages = Json::array();
  for (const LessonPage& page : row.lesson.pages) pages.push_back(wordsOf(page, spoken(say)).title);
  const LessonWords& words = wordsOf(row.lesson, spoken(say));
  return {{"id", row.id}, {"name", words.title}, {"text", words.text}, {"pages", pages}};
}

Json describe(const Task& task, Say say) {
  const Experiment& shown = experimentOf(task, spoken(say));
  return {{"id", task.id}, {"name", shown.title}, {"text", shown.text}};
}

template <class Rows>
Json describeAll(const Rows& rows, Say say) {
  Json json = Json::array();
  for (const auto& row : rows) json.push_back(describe(row, say));
  return json;
}

// What can be listed. The names are also in the help of the command line.
struct Catalogue {
  const char* name;
  Json (*rows)(Say);
};
constexpr std::array kCatalogues{Catalogue{"loss-functions", [](Say say) { return describeAll(lossFunctions(), say); }},
                                 Catalogue{"models", [](Say say) { return describeAll(models(), say); }},
                                 Catalogue{"data-sets", [](Say say) { return describeAll(dataSets(), say); }},
                                 Catalogue{"optimizers", [](Say say) { return describeAll(optimizers(), say); }},
                                 Catalogue{"schedules", [](Say say) { return describeAll(schedules(), say); }},
                                 Catalogue{"scenarios", [](Say say) { return describeAll(scenarios(), say); }},
                                 Catalogue{"lessons", [](Say say) { return describeAll(lessons(), say); }},
                                 Catalogue{"tasks", [](Say say) { return describeAll(tasks(), say); }}};

Problem unknownCatalogue(const std::string& what) {
  std::vector<std::string> names;
  names.reserve(kCatalogues.size());
  for (const Catalogue& each : kCatalogues) names.emplace_back(each.name);
  return {
      "list", CORE_TEXT("Problem", "there are no '%1'").with(excerpt(what)),
      didYouMean(
          what, names,
          CORE_TEXT("Problem",
                    "write loss-functions, models, data-sets, optimizers, schedules, scenarios, lessons or tasks"))};
}

std::string unquoted(const Json& value) {
  return value.is_string() ? value.get<std::string>() : value.dump();
}

// "nesterov = false", "mode = triangular  (triangular, triangular2, exp_range)"
std::string parameterText(const Json& parameter) {
  std::string text = unquoted(parameter["id"]) + " = " + unquoted(parameter["default"]);
  if (!parameter.contains("choices")) return text;
  std::string choices;
  for (const Json& choice : parameter["choices"]) choices += (choices.empty() ? "" : ", ") + unquoted(choice);
  return text + "  (" + choices + ')';
}

std::string asText(const Json& rows) {
  std::size_t width = 0;
  for (const Json& row : rows) width = std::max(width, unquoted(row["id"]).size());
  std::string text;
  for (const Json& row : rows) {
    std::string id = unquoted(row["id"]);
    id.resize(width + 2, ' ');
    text += id + unquoted(row.contains("formula") ? row["formula"] : row["name"]) + '\n';
    if (!row.contains("parameters")) continue;
    for (const Json& parameter : row["parameters"])
      text += std::string(width + 4, ' ') + parameterText(parameter) + '\n';
  }
  return text;
}

}  // namespace

int list(const ListOptions& options) {
  const auto catalogue = std::find_if(kCatalogues.begin(), kCatalogues.end(),
                                      [&](const Catalogue& each) { return each.name == options.what; });
  if (catalogue == kCatalogues.end()) return fail({unknownCatalogue(options.what)});
  const Json rows = catalogue->rows(options.json ? Say(english) : Say(said));
  return print(options.json ? rows.dump(2) + '\n' : asText(rows));
}

}  // namespace ravine
