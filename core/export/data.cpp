#include "core/export/data.h"

#include <algorithm>
#include <nlohmann/json.hpp>

#include "core/diagnosis/reason.h"
#include "core/export/code.h"

namespace ravine {
namespace {

using Json = nlohmann::ordered_json;

struct Column {
  std::string name;
  std::string meaning;
  Json (*value)(const RunResult& result, std::size_t step);
  bool ofStochastic = false;  // only where some run has noise or batches
};

Json numberAt(const std::vector<double>& numbers, std::size_t t) {
  return t < numbers.size() && !std::isnan(numbers[t]) ? Json(numbers[t]) : Json();
}

Json componentAt(const std::vector<Vector2>& vectors, std::size_t t, int i) {
  return t < vectors.size() ? Json(vectors[t][i]) : Json();
}

const std::vector<Column>& allStepColumns() {
  static const std::vector<Column> columns{
      {"step", "state t = 0, 1, …; 0 is the start", [](const RunResult&, std::size_t t) { return Json(t); }},
      {"x", "first parameter of theta_t, in the units of the formula",
       [](const RunResult& r, std::size_t t) { return Json(r.trajectory.points[t].x()); }},
      {"y", "second parameter of theta_t",
       [](const RunResult& r, std::size_t t) { return Json(r.trajectory.points[t].y()); }},
      {"loss", "f(theta_t)", [](const RunResult& r, std::size_t t) { return numberAt(r.trajectory.losses, t); }},
      {"gradient_x", "df/dx at theta_t, without noise and weight decay",
       [](const RunResult& r, std::size_t t) { return Json(r.trajectory.gradients[t].x()); }},
      {"gradient_y", "df/dy at theta_t",
       [](const RunResult& r, std::size_t t) { return Json(r.trajectory.gradients[t].y()); }},
      {"lr", "learning rate of the step from theta_t to theta_(t+1); none after the last state",
       [](const RunResult& r, std::size_t t) { return numberAt(r.trajectory.lrs, t); }},
      {"sharpness", "largest eigenvalue of the Hessian at theta_t",
       [](const RunResult& r, std::size_t t) { return numberAt(r.trajectory.sharpness, t); }},
      {"stability_limit", "largest learning rate with which steps die away at theta_t; none where it is not known",
       [](const RunResult& r, std::size_t t) { return numberAt(r.trajectory.stabilityLimits, t); }},
      {"seen_loss", "the loss that the step saw at theta_t: that of its batch",
       [](const RunResult& r, std::size_t t) { return numberAt(r.trajectory.seenLosses, t); }, true},
      {"seen_gradient_x", "first component of the gradient that the step saw, of its batch and with noise",
       [](const RunResult& r, std::size_t t) { return componentAt(r.trajectory.seenGradients, t, 0); }, true},
      {"seen_gradient_y", "second component of it",
       [](const RunResult& r, std::size_t t) { return componentAt(r.trajectory.seenGradients, t, 1); }, true},
  };
  return columns;
}

const std::vector<Column>& allRunColumns() {
  static const std::vector<Column> columns{
      {"outcome", "converged, trapped, saddle, plateau, oscillating, crawling, diverged or unbounded",
       [](const RunResult& r, std::size_t) { return Json(outcomeId(r.diagnosis.outcome)); }},
      {"reason", "why, in this run's numbers",
       [](const RunResult& r, std::size_t) { return Json(english(reason(r), kBetweenItems)); }},
      {"nominal_lr", "the learning rate that the schedule starts from or rises to",
       [](const RunResult& r, std::size_t) { return Json(nominalRate(r.run)); }},
      {"steps", "steps that were made", [](const RunResult& r, std::size_t) { return Json(r.trajectory.steps()); }},
      {"final_loss", "f at the end", [](const RunResult& r, std::size_t) { return Json(r.summary.finalLoss); }},
      {"best_loss", "the lowest f of all steps",
       [](const RunResult& r, std::size_t) { return Json(r.summary.bestLoss); }},
      {"best_at", "the first step with it", [](const RunResult& r, std::size_t) { return Json(r.summary.bestAt); }},
      {"within_1_percent", "the first step by which 99 % of the fall to the best loss is made",
       [](const RunResult& r, std::size_t) { return Json(r.summary.nearBest); }},
      {"overshoots", "steps along which the slope changes its sign",
       [](const RunResult& r, std::size_t) { return Json(r.diagnosis.overshoots.size()); }},
      {"path_length", "sum of the lengths of all steps",
       [](const RunResult& r, std::size_t) { return Json(r.summary.pathLength); }},
      {"gradient_noise", "root mean square distance between the gradients that steps saw and those of the loss",
       [](const RunResult& r, std::size_t) { return Json(r.summary.gradientNoise); }, true},
  };
  return columns;
}

std::vector<Column> columnsFor(const std::vector<Column>& all, const std::vector<RunResultPtr>& results) {
  const bool stochastic =
      std::any_of(results.begin(), results.end(), [](const RunResultPtr& r) { return isStochastic(r->run); });
  std::vector<Column> columns = all;
  std::erase_if(columns, [&](const Column& column) { return column.ofStochastic && !stochastic; });
  return columns;
}

std::string field(const Json& value) {
  if (value.is_null()) return {};
  if (value.is_number_float()) return shortestText(value.get<double>());
  if (!value.is_string()) return value.dump();
  const auto text = value.get<std::string>();
  if (text.find_first_of(",\"\r\n") == text.npos) return text;
  std::string quoted = "\"";
  for (const char c : text) quoted += c == '"' ? std::string("\"\"") : std::string(1, c);
  return quoted + '"';
}

// A line of a comment, whatever somebody has called their run.
std::string inOneLine(std::string text) {
  for (char& c : text)
    if (static_cast<unsigned char>(c) < ' ') c = ' ';
  return text;
}

std::string minified(const ExperimentFile& file) {
  return Json::parse(toJson(file)).dump(-1, ' ', false, Json::error_handler_t::replace);
}

Json meanings(const std::vector<Column>& columns) {
  Json json = Json::object();
  for (const Column& column : columns) json[column.name] = column.meaning;
  return json;
}

}  // namespace

std::string asCsv(Table table, const ExperimentFile& file, const std::vector<RunResultPtr>& results) {
  const bool isOfSteps = table == Table::trajectories;
  const std::vector<Column> columns = columnsFor(isOfSteps ? allStepColumns() : allRunColumns(), results);
  const std::string& title = file.experiment.title;
  std::string csv = std::string("# Ravine: ") + (isOfSteps ? "every step of every run" : "the runs compared") +
                    (title.empty() ? "" : " of " + inOneLine(title)) + "\n";
  csv += "# run: its place in the experiment, 1, 2, …\n# name: of the run\n";
  for (const Column& column : columns) csv += "# " + column.name + ": " + column.meaning + '\n';
  for (std::size_t i = 0; i < results.size(); ++i)
    csv += "# run " + std::to_string(i + 1) + ": " + commandInOneLine(commandLine(results[i]->run)) + '\n';
  csv += "# experiment: " + minified(file) + '\n';
  csv += "run,name";
  for (const Column& column : columns) csv += ',' + column.name;
  csv += '\n';
  for (std::size_t i = 0; i < results.size(); ++i) {
    const RunResult& result = *results[i];
    const std::string head = std::to_string(i + 1) + ',' + field(Json(file.experiment.runs[i].name));
    const std::size_t rows = isOfSteps ? result.trajectory.points.size() : 1;
    for (std::size_t t = 0; t < rows; ++t) {
      csv += head;
      for (const Column& column : columns) csv += ',' + field(column.value(result, t));
      csv += '\n';
    }
  }
  return csv;
}

std::string asJson(const ExperimentFile& file, const std::vector<RunResultPtr>& results) {
  const std::vector<Column> runColumns = columnsFor(allRunColumns(), results);
  const std::vector<Column> stepColumns = columnsFor(allStepColumns(), results);
  Json json{{"format", "ravine-data"},
            {"experiment", Json::parse(toJson(file))},
            {"columns", {{"runs", meanings(runColumns)}, {"steps", meanings(stepColumns)}}}};
  for (std::size_t i = 0; i < results.size(); ++i) {
    const RunResult& result = *results[i];
    Json run{{"name", file.experiment.runs[i].name}, {"command", commandLine(result.run)}};
    for (const Column& column : runColumns) run[column.name] = column.value(result, 0);
    for (const Column& column : stepColumns) {
      Json values = Json::array();
      for (std::size_t t = 0; t < result.trajectory.points.size(); ++t) values.push_back(column.value(result, t));
      run["trajectory"][column.name] = std::move(values);
    }
    json["runs"].push_back(std::move(run));
  }
  return json.dump(1, ' ', false, Json::error_handler_t::replace) + '\n';
}

}  // namespace ravine
