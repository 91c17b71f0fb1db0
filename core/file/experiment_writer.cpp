#include <algorithm>
#include <array>
#include <nlohmann/json.hpp>

#include "core/file/experiment_file.h"
#include "core/file/file_words.h"

namespace ravine {
namespace {

using Json = nlohmann::ordered_json;

Json toJson(const ParameterValue& value) {
  return std::visit([](const auto& v) { return Json(v); }, value);
}

Json toJson(const ParameterSet& parameters) {
  Json json = Json::object();
  for (const auto& [id, value] : parameters) json[id] = toJson(value);
  return json;
}

Json toJson(const Box& box) {
  return {box.x.lower, box.x.upper, box.y.lower, box.y.upper};
}

Json toJson(RunId id) {
  return static_cast<std::int64_t>(id);
}

Json toJson(const Choice& choice) {
  Json json{{"id", choice.id}};
  if (!choice.parameters.empty()) json["parameters"] = toJson(choice.parameters);
  return json;
}

// Rows of data and grids, which several runs may share: each is in the file once, and the runs name it by its number.
class Tables {
 public:
  std::size_t numberOf(const Shared<DataTable>& rows) {
    const auto known = std::find(m_tables.begin(), m_tables.end(), rows);
    if (known != m_tables.end()) return static_cast<std::size_t>(known - m_tables.begin()) + 1;
    m_tables.push_back(rows);
    return m_tables.size();
  }

  Json toJson() const {
    Json json = Json::array();
    for (const Shared<DataTable>& table : m_tables) {
      Json columns = Json::object();
      const auto& names = file_words::columnsOf(table->inputs);
      for (const Datum& row : table->rows) {
        std::size_t column = 0;
        columns[names[column++]].push_back(row.x);
        if (table->inputs == 2) columns[names[column++]].push_back(row.x2);
        columns[names[column]].push_back(row.y);
      }
      json.push_back(std::move(columns));
    }
    return json;
  }
  bool empty() const { return m_tables.empty(); }

  std::size_t numberOf(const Shared<Grid>& grid) {
    const auto known = std::find(m_grids.begin(), m_grids.end(), grid);
    if (known != m_grids.end()) return static_cast<std::size_t>(known - m_grids.begin()) + 1;
    m_grids.push_back(grid);
    return m_grids.size();
  }
  Json gridsToJson() const {
    Json json = Json::array();
    for (const Shared<Grid>& grid : m_grids) json.push_back({{"x", grid->x}, {"y", grid->y}, {"loss", grid->values}});
    return json;
  }
  bool hasGrids() const { return !m_grids.empty(); }

 private:
  std::vector<Shared<DataTable>> m_tables;
  std::vector<Shared<Grid>> m_grids;
};

Json toJson(const DataChoice& data, Tables& tables) {
  if (data.rows) return Json{{"table", tables.numberOf(data.rows)}};
  Json json{{"id", data.id}};
  if (!data.parameters.empty()) json["parameters"] = toJson(data.parameters);
  return json;
}

Json toJson(const LossChoice& choice, Tables& tables) {
  Json json = choice.grid              ? Json{{"grid", tables.numberOf(choice.grid)}}
              : choice.formula.empty() ? Json{{"id", choice.id}}
                                       : Json{{"formula", choice.formula}};
  if (!choice.parameters.empty()) json["parameters"] = toJson(choice.parameters);
  if (!choice.data.empty()) json["data"] = toJson(choice.data, tables);
  if (choice.domain) json["domain"] = toJson(*choice.domain);
  return json;
}

// Puts back what was read and not understood; what is known by now has the last word.
void addUnknown(Json& json, const Json& unknown) {
  for (const auto& [key, value] : unknown.items()) {
    if (!json.contains(key))
      json[key] = value;
    else if (json[key].is_object() && value.is_object())
      addUnknown(json[key], value);
  }
}

void addUnknown(Json& json, const std::string& unknown) {
  if (!unknown.empty()) addUnknown(json, Json::parse(unknown));
}

Json toJson(const Run& run, Tables& tables) {
  Json json{{"id", toJson(run.id)},
            {"name", run.name},
            {"colour", run.colour},
            {"loss", toJson(run.lossFunction, tables)},
            {"start", {run.start.x(), run.start.y()}},
            {"optimizer", toJson(run.optimizer)},
            {"lr", run.lr},
            {"schedule", toJson(run.schedule)}};
  if (run.scheduleUnit != TimeUnit::steps)
    json["schedule_unit"] = file_words::nameOf(run.scheduleUnit, file_words::kTimeUnits);
  if (run.warmUp > 0) json["warm_up"] = run.warmUp;
  if (!run.noise.empty()) json["noise"] = toJson(run.noise);
  if (!run.batches.empty()) json["batches"] = toJson(run.batches);
  json["steps"] = run.steps;
  if (run.look) json["look"] = file_words::nameOf(*run.look, file_words::kLooks);
  if (run.profileLine) json["profile_line"] = file_words::nameOf(*run.profileLine, file_words::kProfileLines);
  addUnknown(json, run.unknown);
  return json;
}

Json toJson(const ChartSettings& charts) {
  Json json{{"log_loss", charts.logarithmicLoss},
            {"log_rate", charts.logarithmicRate},
            {"quantity", file_words::nameOf(charts.quantity, file_words::kQuantities)}};
  if (charts.everyRate) json["every_rate"] = true;
  return json;
}

Json toJson(const SeenRelief& relief) {
  Json json{{"run", toJson(relief.run)}};
  if (relief.camera)
    json.update(Json{{"turn", relief.camera->turn}, {"tilt", relief.camera->tilt}, {"zoom", relief.camera->zoom}});
  if (relief.heights) json["heights"] = file_words::nameOf(*relief.heights, file_words::kHeights);
  return json;
}

Json toJson(const ExperimentView& view) {
  const ExperimentView usual;
  Json json = Json::object();
  if (view.playhead != usual.playhead) json["playhead"] = view.playhead;
  if (view.speed != usual.speed) json["speed"] = view.speed;
  if (view.loops) json["loop"] = true;
  if (view.shows != usual.shows) {
    json["shows"] = Json::array();
    for (const auto& [shown, name] : file_words::kShows)
      if (view.shows.*shown) json["shows"].push_back(name);
  }
  for (const RunId run : view.selection) json["selection"].push_back(toJson(run));
  if (view.enlarged != RunId::none) json["enlarged"] = toJson(view.enlarged);
  for (const MapZoom& zoom : view.zooms) {
    Json each{{"run", toJson(zoom.run)}, {"box", toJson(zoom.box)}};
    if (zoom.look != Look::map) each["look"] = file_words::nameOf(zoom.look, file_words::kLooks);
    json["zooms"].push_back(std::move(each));
  }
  for (const SeenRelief& relief : view.reliefs) json["reliefs"].push_back(toJson(relief));
  if (view.lossZoom) json["loss_zoom"] = toJson(*view.lossZoom);
  if (view.rateZoom) json["rate_zoom"] = toJson(*view.rateZoom);
  if (view.everyRateZoom) json["every_rate_zoom"] = {view.everyRateZoom->lower, view.everyRateZoom->upper};
  if (view.scheduleNames) json["schedule_names"] = true;
  if (view.presenting) json["present"] = true;
  if (view.textScale != usual.textScale) json["text_scale"] = view.textScale;
  return json;
}

}  // namespace

std::string toJson(const ExperimentFile& file) {
  const Experiment& experiment = file.experiment;
  Json json{{"format", file_words::kFormat}, {"version", kExperimentFileVersion}};
  if (!experiment.title.empty()) json["title"] = experiment.title;
  if (!experiment.text.empty()) json["text"] = experiment.text;
  if (!experiment.question.empty()) json["question"] = experiment.question;
  if (!experiment.answer.empty()) json["answer"] = experiment.answer;
  json["layout"] = file_words::nameOf(experiment.layout, file_words::kLayouts);
  if (experiment.charts != ChartSettings{}) json["charts"] = toJson(experiment.charts);
  Tables tables;
  Json runs = Json::array();
  for (const Run& run : experiment.runs) runs.push_back(toJson(run, tables));
  json["runs"] = std::move(runs);
  if (!tables.empty()) json["data"] = tables.toJson();
  if (tables.hasGrids()) json["grids"] = tables.gridsToJson();
  if (file.view != ExperimentView{}) json["view"] = toJson(file.view);
  if (file.autosaveOf) json["autosave_of"] = *file.autosaveOf;
  if (!file.autosaveHash.empty()) json["autosave_hash"] = file.autosaveHash;
  addUnknown(json, experiment.unknown);
  const auto written = [&](int indent) { return json.dump(indent, ' ', false, Json::error_handler_t::replace) + "\n"; };
  const std::string text = written(2);
  return text.size() <= kLargestExperimentFile ? text : written(-1);  // what is not known may be large
}

}  // namespace ravine
