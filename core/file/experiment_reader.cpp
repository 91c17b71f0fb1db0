#include <algorithm>
#include <cmath>
#include <limits>
#include <utility>

#include "core/base/parameters.h"
#include "core/base/read_file.h"
#include "core/base/utf8.h"
#include "core/file/embedded_experiment.h"
#include "core/file/experiment_file.h"
#include "core/file/experiment_node.h"
#include "core/file/file_words.h"
#include "core/file/json_node.h"
#include "core/file/kept_data.h"
#include "core/file/object_reader.h"

namespace ravine {
namespace {

using Json = nlohmann::ordered_json;

// Numbers are read as the kind the catalogue gives the parameter, so that 1 and 1.0 mean the same.
std::optional<ParameterValue> readParameter(const JsonNode& node, const ParameterInfo& info) {
  const Json& value = node.value;
  switch (info.kind()) {
    case ParameterKind::boolean:
      if (value.is_boolean()) return value.get<bool>();
      break;
    case ParameterKind::integer:
      if (value.is_number_integer() && !(value > std::numeric_limits<std::int64_t>::max()))
        return value.get<std::int64_t>();
      break;
    case ParameterKind::number:
      if (value.is_number()) return value.get<double>();
      break;
    case ParameterKind::choice:
      if (value.is_string()) return value.get<std::string>();
      break;
    case ParameterKind::numbers:
      if (isNumbers(node)) return numbersOf(node);
      break;
  }
  return std::nullopt;
}

ParameterSet readParameters(const JsonNode& node, const std::vector<ParameterInfo>& infos, ObjectReader& reader) {
  ParameterSet parameters;
  if (!node.isObject()) {
    reader.reportNoObject("parameters", node);
    return parameters;
  }
  for (const auto& [id, value, at] : node.members) {
    const ParameterInfo* parameter = findParameter(infos, id);
    if (const auto read = parameter ? readParameter(value, *parameter) : std::nullopt)
      parameters[id] = *read;
    else if (parameter)
      reader.report(id, value, CORE_TEXT("Problem", "has a value of the wrong kind"),
                    CORE_TEXT("Problem", "give a value like %1").with(toText(parameter->defaultValue)));
    else
      parameters[id] = 0.0;  // validate() names the unknown parameter
  }
  return parameters;
}

const Message kLookMend = CORE_TEXT("Problem", "write \"map\", \"profile\", \"relief\", \"data\" or \"map with data\"");

// What may be left out, and then is nothing.
template <class Value, std::size_t size>
void readWord(ObjectReader& reader, const char* key, const file_words::Table<Value, size>& words,
              std::optional<Value>& value, const Message& mend) {
  if (!reader.find(key)) return;
  Value read = words.front().first;
  reader.readIfThere(key, words, read, mend);
  value = read;
}

// Keeps what `reader` did not understand as a part of the run.
void keepUnknown(ObjectReader& reader, const char* part, Json& unknown) {
  if (Json rest = reader.unknown(); !rest.empty()) unknown[part] = std::move(rest);
}

// What cannot be read stays as in `choice`.
template <class Info>
Choice readChoice(const JsonNode& node, const std::vector<Info>& catalogue, Choice choice, int run, const char* part,
                  Json& unknown, Told& told) {
  ObjectReader reader(node, run, part, told);
  reader.read("id", choice.id);
  const JsonNode* parameters = reader.find("parameters");
  keepUnknown(reader, part, unknown);
  const auto info = std::find_if(catalogue.begin(), catalogue.end(), [&](const Info& i) { return i.id == choice.id; });
  if (parameters && info != catalogue.end())  // validate() names an unknown id
    choice.parameters = readParameters(*parameters, info->parameters, reader);
  return choice;
}

// { "id": … } with parameters, or { "table": … }, the number of one of the file's tables.
DataChoice readDataChoice(const JsonNode& node, const KeptData& kept, int run, Json& unknown, Told& told) {
  DataChoice choice;
  ObjectReader reader(node, run, "data", told);
  reader.readIfThere("id", choice.id);
  const JsonNode* parameters = reader.find("parameters");
  if (const JsonNode* table = reader.find("table")) choice.rows = numbered(kept.tables, "table", *table, reader);
  keepUnknown(reader, "data", unknown);
  if (choice.rows && !choice.id.empty())
    reader.report("id", node, CORE_TEXT("Problem", "does not go with a table"),
                  CORE_TEXT("Problem", "give either an id or a table"));
  const DataSetInfo* set = findDataSet(choice.id);
  if (parameters && set) choice.parameters = readParameters(*parameters, set->parameters, reader);
  return choice;
}

// { "id": … } or { "formula": … }, with parameters, data and a domain [x0, x1, y0, y1].
LossChoice readLossChoice(const JsonNode& node, const KeptData& kept, int run, Json& unknown, Told& told) {
  LossChoice choice;
  ObjectReader reader(node, run, "loss", told);
  reader.readIfThere("id", choice.id);
  reader.readIfThere("formula", choice.formula);
  const JsonNode* parameters = reader.find("parameters");
  if (Box domain; reader.find("domain")) {
    reader.readIfThere("domain", domain);
    choice.domain = domain;
  }
  if (const JsonNode* data = reader.find("data")) choice.data = readDataChoice(*data, kept, run, unknown, told);
  const JsonNode* grid = reader.find("grid");
  if (grid) choice.grid = numbered(kept.grids, "grid", *grid, reader);
  keepUnknown(reader, "loss", unknown);
  if (grid) {
    if (!choice.grid) return Run().lossFunction;  // what is wrong with it has been said
    return choice;
  }
  if (choice.id.empty() == choice.formula.empty()) {
    if (node.isObject())
      reader.report("id", node, CORE_TEXT("Problem", "does not stand alone"),
                    CORE_TEXT("Problem", "give either an id or a formula"));
    return Run().lossFunction;
  }
  Problems ignored;  // validate() names what does not resolve
  const auto info = resolve(choice, ignored);
  if (parameters && info) choice.parameters = readParameters(*parameters, info->parameters, reader);
  return choice;
}

// Where a problem that validate() found stands: "optimizer.momentum" in the run's optimizer, in its parameters.
TextPlace placeIn(const JsonNode& run, const std::string& where) {
  std::string name = where.substr(0, where.find_first_of(".,"));
  if (name == "warm-up") name = "warm_up";
  if (name == "formula") name = "loss";
  const JsonNode* loss = run.find("loss");
  const JsonNode* node = (name == "domain" || name == "data") && loss ? loss->find(name) : run.find(name);
  if (!node) return run.at;
  if (name == "loss" && node->find("formula")) return node->find("formula")->at;
  const auto dot = where.find('.');
  if (dot == std::string::npos) return node->find("id") ? node->find("id")->at : node->at;
  const JsonNode* parameters = node->find("parameters");
  const JsonNode* member = (parameters ? parameters : node)->find(where.substr(dot + 1));
  return member ? member->at : node->at;
}

// What could be read is held against the rules of validate() too, so that all that is wrong is said at once. `number`
// counts the runs from 1.
Run readRun(const JsonNode& node, const KeptData& kept, int version, int number, Told& told) {
  Run run;
  Json unknown = Json::object();
  ObjectReader reader(node, number, "", told);
  std::int64_t id = number;
  if (version > 1) reader.read("id", id);
  if (id == 0)
    reader.report("id", *node.find("id"), CORE_TEXT("Problem", "is 0"),
                  CORE_TEXT("Problem", "number the runs 1, 2, 3 …"));
  run.id = RunId{id};
  reader.readIfThere("name", run.name);
  run.name = inOneLine(run.name);
  reader.read("colour", run.colour);
  if (const JsonNode* choice = reader.require("loss"))
    run.lossFunction = readLossChoice(*choice, kept, number, unknown, told);
  reader.read("start", run.start);
  if (const JsonNode* choice = reader.require("optimizer"))
    run.optimizer = readChoice(*choice, optimizers(), run.optimizer, number, "optimizer", unknown, told);
  reader.read("lr", run.lr);
  if (const JsonNode* choice = reader.require("schedule"))
    run.schedule = readChoice(*choice, schedules(), run.schedule, number, "schedule", unknown, told);
  reader.readIfThere("schedule_unit", file_words::kTimeUnits, run.scheduleUnit,
                     CORE_TEXT("Problem", "write \"steps\" or \"epochs\""));
  reader.readIfThere("warm_up", run.warmUp);
  if (const JsonNode* noise = reader.find("noise")) {
    ObjectReader noiseReader(*noise, number, "noise", told);
    run.noise = readParameters(*noise, noiseParameters(), noiseReader);
  }
  if (const JsonNode* batches = reader.find("batches")) {
    ObjectReader batchReader(*batches, number, "batches", told);
    run.batches = readParameters(*batches, batchParameters(), batchReader);
  }
  reader.read("steps", run.steps);
  readWord(reader, "look", file_words::kLooks, run.look, kLookMend);
  readWord(reader, "profile_line", file_words::kProfileLines, run.profileLine,
           CORE_TEXT("Problem", "write \"along x\", \"along y\", \"to the lowest minimum\" or \"along the step\""));
  unknown.update(reader.unknown());
  if (!unknown.empty()) run.unknown = unknown.dump();
  for (Problem problem : validate(run)) {
    problem.run = number;
    problem.at = placeIn(node, problem.where);
    told.problems.add(std::move(problem));
  }
  return run;
}

// Of a file that a newer Ravine has written, a run that this one does not understand is left out and remarked on.
bool isToBeLeftOut(const JsonNode& run, int number, bool newer, const Told& inRun, Told& told) {
  if (newer && !inRun.problems.empty()) {
    told.remarks.add({"", CORE_TEXT("Problem", "was left out, for this Ravine does not understand it"),
                      CORE_TEXT("Problem", "open the file with a newer Ravine"), number, run.at});
    return true;
  }
  told.problems.add(inRun.problems);
  told.remarks.add(inRun.remarks);
  return false;
}

void readRuns(const JsonNode& runs, const KeptData& kept, int version, Experiment& experiment, Told& told) {
  const bool newer = version > kExperimentFileVersion;
  int number = 0;
  for (const JsonMember& member : runs.members) {
    if (++number > static_cast<int>(Experiment::kMostRuns)) break;  // which is said below
    Told inRun;
    Run run = readRun(member.node, kept, version, number, inRun);
    if (!isToBeLeftOut(member.node, number, newer, inRun, told)) experiment.runs.push_back(std::move(run));
  }
  if (runs.members.size() > Experiment::kMostRuns)
    told.problems.add({"runs", CORE_TEXT("Problem", "the experiment has %1 runs").with(runs.members.size()),
                       CORE_TEXT("Problem", "give from 1 to %1").with(Experiment::kMostRuns), 0, runs.at});
  for (Problem problem : validateChange(experiment, experiment)) {  // each run has been looked at
    if (problem.run > 0) {
      const JsonNode& run = runs.members[static_cast<std::size_t>(problem.run - 1)].node;
      problem.at = placeIn(run, problem.where);
    } else {
      problem.at = runs.at;
    }
    told.problems.add(std::move(problem));
  }
}

ChartSettings readCharts(const JsonNode& node, Json& unknown, Told& told) {
  ChartSettings charts;
  ObjectReader reader(node, 0, "charts", told);
  reader.readIfThere("log_loss", charts.logarithmicLoss);
  reader.readIfThere("log_rate", charts.logarithmicRate);
  reader.readIfThere("every_rate", charts.everyRate);
  reader.readIfThere("quantity", file_words::kQuantities, charts.quantity,
                     CORE_TEXT("Problem", "write \"loss\", \"gradient norm\", \"gradient noise\" or \"distance\""));
  keepUnknown(reader, "charts", unknown);
  return charts;
}

MapShows readShows(const JsonNode& node, ObjectReader& reader) {
  MapShows shows;
  for (const JsonMember& member : node.members) {
    const Json& word = member.node.value;
    if (const auto shown = word.is_string() ? file_words::valueOf(word.get<std::string>(), file_words::kShows)
                                            : std::optional<bool MapShows::*>())
      shows.** shown = true;
    else
      reader.reportWord("shows", member.node,
                        CORE_TEXT("Problem", "write \"bouncing\", \"curvature\", \"arrows\", \"batch\" or \"basins\""));
  }
  return shows;
}

bool hasRoom(const Box& box) {
  const auto isSound = [](const Interval& i) { return std::isfinite(i.length()) && i.length() > 0; };
  return isSound(box.x) && isSound(box.y);
}

void readZoom(ObjectReader& reader, const char* key, std::optional<Box>& zoom) {
  Box box;
  reader.readIfThere(key, box);
  if (hasRoom(box)) zoom = box;
}

SeenRelief readRelief(const JsonNode& node, Told& told) {
  ObjectReader reader(node, 0, "view, reliefs", told);
  SeenRelief relief;
  reader.read("run", relief.run);
  ReliefCamera camera;
  reader.readIfThere("turn", camera.turn);
  reader.readIfThere("tilt", camera.tilt);
  reader.readIfThere("zoom", camera.zoom);
  if (reader.find("turn") || reader.find("tilt") || reader.find("zoom")) relief.camera = camera;
  readWord(reader, "heights", file_words::kHeights, relief.heights,
           CORE_TEXT("Problem", "write \"linear\" or \"logarithmic\""));
  return relief;
}

ExperimentView readView(const JsonNode& node, Json& unknown, Told& told) {
  ExperimentView view;
  ObjectReader reader(node, 0, "view", told);
  reader.readIfThere("playhead", view.playhead);
  reader.readIfThere("speed", view.speed);
  reader.readIfThere("loop", view.loops);
  if (const JsonNode* shows = reader.find("shows")) view.shows = readShows(*shows, reader);
  const JsonNode* selection = reader.find("selection");
  for (const JsonMember& member : selection ? selection->members : std::vector<JsonMember>())
    if (isWhole(member.node) && view.selection.size() < Experiment::kMostRuns)
      view.selection.push_back(RunId{member.node.value.get<std::int64_t>()});
  reader.readIfThere("enlarged", view.enlarged);
  const JsonNode* zooms = reader.find("zooms");
  for (const JsonMember& member : zooms ? zooms->members : std::vector<JsonMember>()) {
    ObjectReader zoomReader(member.node, 0, "view, zooms", told);
    MapZoom zoom;
    zoomReader.read("run", zoom.run);
    zoomReader.read("box", zoom.box);
    zoomReader.readIfThere("look", file_words::kLooks, zoom.look, kLookMend);
    if (hasRoom(zoom.box) && view.zooms.size() < 2 * Experiment::kMostRuns) view.zooms.push_back(zoom);
  }
  const JsonNode* reliefs = reader.find("reliefs");
  for (const JsonMember& member : reliefs ? reliefs->members : std::vector<JsonMember>())
    if (view.reliefs.size() < Experiment::kMostRuns) view.reliefs.push_back(readRelief(member.node, told));
  readZoom(reader, "loss_zoom", view.lossZoom);
  readZoom(reader, "rate_zoom", view.rateZoom);
  Vector2 rates(0, 0);
  reader.readIfThere("every_rate_zoom", rates);
  if (rates.x() > 0 && rates.x() < rates.y() && std::isfinite(rates.y() / rates.x()))
    view.everyRateZoom = Interval{rates.x(), rates.y()};
  reader.readIfThere("schedule_names", view.scheduleNames);
  reader.readIfThere("present", view.presenting);
  reader.readIfThere("text_scale", view.textScale);
  keepUnknown(reader, "view", unknown);
  return view;
}

// Zero, and a problem, if it is none that can be read.
int readVersion(const JsonNode& root, Told& told) {
  const JsonNode* version = root.find("version");
  if (version && isWhole(*version) && version->value >= 1) return version->value.get<int>();
  told.problems.add({"version", CORE_TEXT("Problem", "is not one that this Ravine can read"),
                     CORE_TEXT("Problem", "choose a file that Ravine has saved"), 0, version ? version->at : root.at});
  return 0;
}

ExperimentFile readFile(const JsonNode& root, int version, Told& told) {
  ExperimentFile file;
  file.version = version;
  Experiment& experiment = file.experiment;
  Json unknown = Json::object();
  ObjectReader reader(root, 0, "", told);
  reader.find("format");
  if (file.isNewer())
    told.remarks.add({"version", CORE_TEXT("Problem", "is newer than this Ravine"),
                      CORE_TEXT("Problem", "open the file with a newer Ravine to see all of it"), 0,
                      reader.find("version")->at});
  reader.find("version");
  reader.readIfThere("title", experiment.title);
  experiment.title = inOneLine(experiment.title);
  reader.readIfThere("text", experiment.text);
  reader.readIfThere("question", experiment.question);
  reader.readIfThere("answer", experiment.answer);
  if (const JsonNode* node = reader.find("charts")) experiment.charts = readCharts(*node, unknown, told);
  reader.readIfThere("layout", file_words::kLayouts, experiment.layout,
                     CORE_TEXT("Problem", "write \"side by side\" or \"overlaid\""));
  const KeptData data = readKeptData(reader, told);
  const JsonNode* runs = reader.require("runs");
  if (runs && runs->isArray())
    readRuns(*runs, data, version, experiment, told);
  else if (runs)
    reader.report("runs", *runs, CORE_TEXT("Problem", "is not a list"), CORE_TEXT("Problem", "write [ … ] here"));
  if (const JsonNode* node = reader.find("view")) file.view = readView(*node, unknown, told);
  if (std::string of; reader.find("autosave_of")) {
    reader.readIfThere("autosave_of", of);
    file.autosaveOf = of;
  }
  reader.readIfThere("autosave_hash", file.autosaveHash);
  // What core/lesson reads is kept here, like all that is not known, but without a remark.
  for (const char* member : file_words::kOfLessons)
    if (const JsonNode* kept = reader.find(member)) unknown[member] = kept->toJson();
  unknown.update(reader.unknown());
  if (!unknown.empty()) experiment.unknown = unknown.dump();
  return file;
}

}  // namespace

ExperimentFile readExperimentNode(const JsonNode& node, Told& told) {
  const int version = node.find("version") ? readVersion(node, told) : kExperimentFileVersion;
  return version == 0 ? ExperimentFile() : readFile(node, version, told);
}

std::optional<ExperimentFile> readExperiment(std::string_view text, Problems& problems) {
  const auto root = parseJson(text, kLargestExperimentFile, problems);
  if (!root) return std::nullopt;
  const JsonNode* format = root->find("format");
  if (!format || format->value != file_words::kFormat) {
    problems.push_back({"file", CORE_TEXT("Problem", "is not a Ravine experiment"),
                        CORE_TEXT("Problem", "choose a file that Ravine has saved"), 0, root->at});
    return std::nullopt;
  }
  Told told;
  std::optional<ExperimentFile> file;
  if (const int version = readVersion(*root, told)) file = readFile(*root, version, told);
  // Of a newer version, what was not understood beside the runs is as if it had not been there.
  if (file && file->isNewer() && validate(file->experiment).empty()) told.remarks.add(std::exchange(told.problems, {}));
  const bool sound = told.problems.empty();
  const Problems found = std::move(told.problems).sorted();
  problems.insert(problems.end(), found.begin(), found.end());
  if (!sound) return std::nullopt;
  file->remarks = std::move(told.remarks).sorted();
  return file;
}

std::optional<ExperimentFile> readExperimentIn(std::string_view bytes, bool& isOwn, Problems& problems) {
  isOwn = !mayCarryExperiment(bytes);
  if (isOwn) return readExperiment(bytes, problems);
  const auto text = embeddedExperiment(bytes, problems);
  if (!text) return std::nullopt;
  auto file = readExperiment(*text, problems);
  for (Problem& problem : problems) problem.at = {};  // places in it are none of the picture
  return file;
}

std::optional<ExperimentFile> readExperimentFile(const std::string& path, Problems& problems) {
  const auto bytes = readFile(path, kLargestCarrier, problems);
  if (!bytes) return std::nullopt;
  Problems inFile;
  bool isOwn = true;
  auto file = readExperimentIn(*bytes, isOwn, inFile);
  for (Problem& problem : inFile) problem.file = path;
  problems.insert(problems.end(), inFile.begin(), inFile.end());
  if (file)
    for (Problem& remark : file->remarks) remark.file = path;
  return file;
}

}  // namespace ravine
