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

Json toJson(const LossChoice& choice) {
  Json json = choice.formula.empty() ? Json{{"id", choice.id}} : Json{{"formula", choice.formula}};
  if (!choice.parameters.empty()) json["parameters"] = toJson(choice.parameters);
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

Json toJson(const Run& run) {
  Json json{{"id", toJson(run.id)},
            {"name", run.name},
            {"colour", run.colour},
            {"loss", toJson(run.lossFunction)},
            {"start", {run.start.x(), run.start.y()}},
            {"optimizer", toJson(run.optimizer)},
            {"lr", run.lr},
            {"schedule", toJson(run.schedule)}};
  if (run.warmUp > 0) json["warm_up"] = run.warmUp;
  if (!run.noise.empty()) json["noise"] = toJson(run.noise);
  json["steps"] = run.steps;
  if (run.look) json["look"] = file_words::nameOf(*run.look, file_words::kLooks);
  if (run.profileLine) json["profile_line"] = file_words::nameOf(*run.profileLine, file_words::kProfileLines);
  addUnknown(json, run.unknown);
  return json;
}

Json toJson(const ChartSettings& charts) {
  return {{"log_loss", charts.logarithmicLoss},
          {"log_rate", charts.logarithmicRate},
          {"quantity", file_words::nameOf(charts.quantity, file_words::kQuantities)}};
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
  json["runs"] = Json::array();
  for (const Run& run : experiment.runs) json["runs"].push_back(toJson(run));
  if (file.view != ExperimentView{}) json["view"] = toJson(file.view);
  if (file.autosaveOf) json["autosave_of"] = *file.autosaveOf;
  if (!file.autosaveHash.empty()) json["autosave_hash"] = file.autosaveHash;
  addUnknown(json, experiment.unknown);
  const auto written = [&](int indent) { return json.dump(indent, ' ', false, Json::error_handler_t::replace) + "\n"; };
  const std::string text = written(2);
  return text.size() <= kLargestExperimentFile ? text : written(-1);  // what is not known may be large
}

}  // namespace ravine
