#include <algorithm>
#include <cmath>
#include <concepts>
#include <limits>
#include <tuple>
#include <utility>

#include "core/base/parameters.h"
#include "core/base/read_file.h"
#include "core/file/experiment_file.h"
#include "core/file/file_words.h"
#include "core/file/json_node.h"

namespace ravine {
namespace {

using Json = nlohmann::ordered_json;

constexpr double kLargestWhole = 1e9;

// What there is to say of one part of a file. More than anybody reads is not kept, whatever the file is like.
class Notes {
 public:
  void add(Problem note) {
    if (!isFull()) m_notes.push_back(std::move(note));
  }
  void add(const Notes& more) {
    for (const Problem& note : more.m_notes) add(note);
  }
  bool empty() const { return m_notes.empty(); }
  bool isFull() const { return m_notes.size() >= kMost; }
  // In the order of the file.
  Problems sorted() && {
    std::stable_sort(m_notes.begin(), m_notes.end(), [](const Problem& a, const Problem& b) {
      return std::tie(a.at.line, a.at.column) < std::tie(b.at.line, b.at.column);
    });
    return std::move(m_notes);
  }

 private:
  static constexpr std::size_t kMost = 40;
  Problems m_notes;
};

struct Told {
  Notes problems;
  Notes remarks;
};

bool isNumbers(const JsonNode& node) {
  return node.isArray() && std::all_of(node.members.begin(), node.members.end(),
                                       [](const JsonMember& m) { return m.node.value.is_number(); });
}

std::vector<double> numbersOf(const JsonNode& node) {
  std::vector<double> numbers;
  for (const JsonMember& member : node.members) numbers.push_back(member.node.value.get<double>());
  return numbers;
}

std::optional<Box> boxOf(const JsonNode& node) {
  if (!isNumbers(node) || node.members.size() != 4) return std::nullopt;
  const std::vector<double> n = numbersOf(node);
  return Box{{n[0], n[1]}, {n[2], n[3]}};
}

bool isWhole(const JsonNode& node) {
  return node.value.is_number_integer() && node.value >= 0 && node.value <= kLargestWhole;
}

// Reads members of one object and remembers which were asked for, so that those that are not known can be kept.
class Reader {
 public:
  // `run` and `where` say which object it is, as in a Problem.
  Reader(const JsonNode& node, int run, std::string where, Told& told)
      : m_node(node), m_run(run), m_where(std::move(where)), m_told(told) {
    if (!node.isObject()) reportNoObject("", node);
  }

  // Null if it is not there.
  const JsonNode* find(const char* key) {
    m_known.emplace_back(key);
    return m_node.find(key);
  }

  const JsonNode* require(const char* key) {
    const JsonNode* node = find(key);
    if (!node && m_node.isObject()) reportMissing(key);
    return node;
  }

  template <class Value>
  void read(const char* key, Value& to) {
    if (const JsonNode* node = require(key)) take(key, *node, to);
  }
  template <class Value>
  void readIfThere(const char* key, Value& to) {
    if (const JsonNode* node = find(key)) take(key, *node, to);
  }

  // One of the words in a table.
  template <class Value, std::size_t size>
  void readIfThere(const char* key, const file_words::Table<Value, size>& table, Value& to, const Message& mend) {
    const JsonNode* node = find(key);
    if (!node) return;
    const auto value =
        node->value.is_string() ? file_words::valueOf(node->value.get<std::string>(), table) : std::nullopt;
    if (value)
      to = *value;
    else
      report(key, *node, CORE_TEXT("Problem", "cannot be %1").with(excerpt(node->toJson().dump())), mend);
  }

  // What nobody asked for.
  Json unknown() {
    Json rest = Json::object();
    if (!m_node.isObject()) return rest;
    for (const JsonMember& member : m_node.members) {
      if (isKnown(member.name)) continue;
      rest[member.name] = member.node.toJson();
      if (m_told.remarks.isFull()) continue;
      m_told.remarks.add(
          {placeOf(excerpt(member.name)), CORE_TEXT("Problem", "is not known; it is kept, without effect"),
           didYouMean(member.name, m_known, CORE_TEXT("Problem", "look at how it is spelt")), m_run, member.at});
    }
    return rest;
  }

  void report(const std::string& key, const JsonNode& node, const Message& what, const Message& mend) {
    m_told.problems.add({placeOf(key), what, mend, m_run, node.at});
  }
  void reportNoObject(const std::string& key, const JsonNode& node) {
    report(key, node, CORE_TEXT("Problem", "is not an object"), CORE_TEXT("Problem", "write { … } here"));
  }

 private:
  bool isKnown(const std::string& name) const {
    return std::find(m_known.begin(), m_known.end(), name) != m_known.end();
  }
  std::string placeOf(const std::string& key) const {
    return m_where + (m_where.empty() || key.empty() ? "" : ", ") + key;
  }

  void reportMissing(const char* key) {
    std::vector<std::string> strangers;
    for (const JsonMember& member : m_node.members)
      if (!isKnown(member.name)) strangers.push_back(member.name);
    const auto near = nearestId(key, strangers);
    report(
        key, m_node, CORE_TEXT("Problem", "is missing"),
        near ? CORE_TEXT("Problem", "write it instead of '%1'").with(excerpt(*near)) : CORE_TEXT("Problem", "add it"));
  }

  void take(const char* key, const JsonNode& node, std::string& to) {
    if (node.value.is_string())
      to = node.value.get<std::string>();
    else
      report(key, node, CORE_TEXT("Problem", "is not a text"), CORE_TEXT("Problem", "put it in quotation marks"));
  }
  void take(const char* key, const JsonNode& node, bool& to) {
    if (node.value.is_boolean())
      to = node.value.get<bool>();
    else
      report(key, node, CORE_TEXT("Problem", "is neither true nor false"), CORE_TEXT("Problem", "write true or false"));
  }
  void take(const char* key, const JsonNode& node, double& to) {
    if (node.value.is_number())
      to = node.value.get<double>();
    else
      report(key, node, CORE_TEXT("Problem", "is not a number"),
             CORE_TEXT("Problem", "write a number such as %1").with("0.05"));
  }
  // One that is too large is left to validate(), which says what is possible.
  template <std::integral Integer>
  void take(const char* key, const JsonNode& node, Integer& to) {
    constexpr double most = 0.5 * static_cast<double>(std::numeric_limits<Integer>::max());
    if (node.value.is_number_integer())
      to = static_cast<Integer>(std::clamp(node.value.get<double>(), -most, most));
    else
      report(key, node, CORE_TEXT("Problem", "is not a whole number"),
             CORE_TEXT("Problem", "write a whole number such as %1").with(200));
  }
  void take(const char* key, const JsonNode& node, RunId& to) {
    std::int64_t number = 0;
    take(key, node, number);
    to = RunId{number};
  }
  void take(const char* key, const JsonNode& node, Vector2& to) {
    if (isNumbers(node) && node.members.size() == 2) {
      const std::vector<double> pair = numbersOf(node);
      to = {pair[0], pair[1]};
    } else {
      report(key, node, CORE_TEXT("Problem", "is not a pair of numbers"), CORE_TEXT("Problem", "write it as [x, y]"));
    }
  }
  void take(const char* key, const JsonNode& node, Box& to) {
    if (const auto box = boxOf(node))
      to = *box;
    else
      report(key, node, CORE_TEXT("Problem", "is not a box"), CORE_TEXT("Problem", "write it as [x0, x1, y0, y1]"));
  }

  const JsonNode& m_node;
  int m_run;
  std::string m_where;
  Told& m_told;
  std::vector<std::string> m_known;
};

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

ParameterSet readParameters(const JsonNode& node, const std::vector<ParameterInfo>& infos, Reader& reader) {
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

// Keeps what `reader` did not understand as a part of the run.
void keepUnknown(Reader& reader, const char* part, Json& unknown) {
  if (Json rest = reader.unknown(); !rest.empty()) unknown[part] = std::move(rest);
}

// What cannot be read stays as in `choice`.
template <class Info>
Choice readChoice(const JsonNode& node, const std::vector<Info>& catalogue, Choice choice, int run, const char* part,
                  Json& unknown, Told& told) {
  Reader reader(node, run, part, told);
  reader.read("id", choice.id);
  const JsonNode* parameters = reader.find("parameters");
  keepUnknown(reader, part, unknown);
  const auto info = std::find_if(catalogue.begin(), catalogue.end(), [&](const Info& i) { return i.id == choice.id; });
  if (parameters && info != catalogue.end())  // validate() names an unknown id
    choice.parameters = readParameters(*parameters, info->parameters, reader);
  return choice;
}

// { "id": … } or { "formula": … }, with parameters and a domain [x0, x1, y0, y1].
LossChoice readLossChoice(const JsonNode& node, int run, Json& unknown, Told& told) {
  LossChoice choice;
  Reader reader(node, run, "loss", told);
  reader.readIfThere("id", choice.id);
  reader.readIfThere("formula", choice.formula);
  const JsonNode* parameters = reader.find("parameters");
  if (Box domain; reader.find("domain")) {
    reader.readIfThere("domain", domain);
    choice.domain = domain;
  }
  keepUnknown(reader, "loss", unknown);
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
  const JsonNode* node = name == "domain" && loss ? loss->find(name) : run.find(name);
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
Run readRun(const JsonNode& node, int version, int number, Told& told) {
  Run run;
  Json unknown = Json::object();
  Reader reader(node, number, "", told);
  std::int64_t id = number;
  if (version > 1) reader.read("id", id);
  if (id == 0)
    reader.report("id", *node.find("id"), CORE_TEXT("Problem", "is 0"),
                  CORE_TEXT("Problem", "number the runs 1, 2, 3 …"));
  run.id = RunId{id};
  reader.readIfThere("name", run.name);
  reader.read("colour", run.colour);
  if (const JsonNode* choice = reader.require("loss"))
    run.lossFunction = readLossChoice(*choice, number, unknown, told);
  reader.read("start", run.start);
  if (const JsonNode* choice = reader.require("optimizer"))
    run.optimizer = readChoice(*choice, optimizers(), run.optimizer, number, "optimizer", unknown, told);
  reader.read("lr", run.lr);
  if (const JsonNode* choice = reader.require("schedule"))
    run.schedule = readChoice(*choice, schedules(), run.schedule, number, "schedule", unknown, told);
  reader.readIfThere("warm_up", run.warmUp);
  if (const JsonNode* noise = reader.find("noise")) {
    Reader noiseReader(*noise, number, "noise", told);
    run.noise = readParameters(*noise, noiseParameters(), noiseReader);
  }
  reader.read("steps", run.steps);
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

void readRuns(const JsonNode& runs, int version, Experiment& experiment, Told& told) {
  const bool newer = version > kExperimentFileVersion;
  int number = 0;
  for (const JsonMember& member : runs.members) {
    if (++number > static_cast<int>(Experiment::kMostRuns)) break;  // which is said below
    Told inRun;
    Run run = readRun(member.node, version, number, inRun);
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
  Reader reader(node, 0, "charts", told);
  reader.readIfThere("log_loss", charts.logarithmicLoss);
  reader.readIfThere("log_rate", charts.logarithmicRate);
  reader.readIfThere("quantity", file_words::kQuantities, charts.quantity,
                     CORE_TEXT("Problem", "write \"loss\", \"gradient norm\" or \"distance\""));
  keepUnknown(reader, "charts", unknown);
  return charts;
}

MapShows readShows(const JsonNode& node, Reader& reader) {
  MapShows shows;
  for (const JsonMember& member : node.members) {
    const Json& word = member.node.value;
    if (const auto shown = word.is_string() ? file_words::valueOf(word.get<std::string>(), file_words::kShows)
                                            : std::optional<bool MapShows::*>())
      shows.** shown = true;
    else
      reader.report("shows", member.node,
                    CORE_TEXT("Problem", "cannot be %1").with(excerpt(member.node.toJson().dump())),
                    CORE_TEXT("Problem", "write \"bouncing\", \"curvature\" or \"arrows\""));
  }
  return shows;
}

bool hasRoom(const Box& box) {
  const auto isSound = [](const Interval& i) { return std::isfinite(i.length()) && i.length() > 0; };
  return isSound(box.x) && isSound(box.y);
}

void readZoom(Reader& reader, const char* key, std::optional<Box>& zoom) {
  Box box;
  reader.readIfThere(key, box);
  if (hasRoom(box)) zoom = box;
}

ExperimentView readView(const JsonNode& node, Json& unknown, Told& told) {
  ExperimentView view;
  Reader reader(node, 0, "view", told);
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
    Reader zoomReader(member.node, 0, "view, zooms", told);
    MapZoom zoom;
    zoomReader.read("run", zoom.run);
    zoomReader.read("box", zoom.box);
    if (hasRoom(zoom.box) && view.zooms.size() < Experiment::kMostRuns) view.zooms.push_back(zoom);
  }
  readZoom(reader, "loss_zoom", view.lossZoom);
  readZoom(reader, "rate_zoom", view.rateZoom);
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
  Reader reader(root, 0, "", told);
  reader.find("format");
  if (file.isNewer())
    told.remarks.add({"version", CORE_TEXT("Problem", "is newer than this Ravine"),
                      CORE_TEXT("Problem", "open the file with a newer Ravine to see all of it"), 0,
                      reader.find("version")->at});
  reader.find("version");
  reader.readIfThere("title", experiment.title);
  reader.readIfThere("text", experiment.text);
  if (const JsonNode* node = reader.find("charts")) experiment.charts = readCharts(*node, unknown, told);
  reader.readIfThere("layout", file_words::kLayouts, experiment.layout,
                     CORE_TEXT("Problem", "write \"side by side\" or \"overlaid\""));
  const JsonNode* runs = reader.require("runs");
  if (runs && runs->isArray())
    readRuns(*runs, version, experiment, told);
  else if (runs)
    reader.report("runs", *runs, CORE_TEXT("Problem", "is not a list"), CORE_TEXT("Problem", "write [ … ] here"));
  if (const JsonNode* node = reader.find("view")) file.view = readView(*node, unknown, told);
  if (std::string of; reader.find("autosave_of")) {
    reader.readIfThere("autosave_of", of);
    file.autosaveOf = of;
  }
  reader.readIfThere("autosave_hash", file.autosaveHash);
  // Of a scenario, for which it is there, as of any other file it is kept.
  if (const JsonNode* words = reader.find("translations")) unknown["translations"] = words->toJson();
  unknown.update(reader.unknown());
  if (!unknown.empty()) experiment.unknown = unknown.dump();
  return file;
}

}  // namespace

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

std::optional<ExperimentFile> readExperimentFile(const std::string& path, Problems& problems) {
  const auto text = readFile(path, kLargestExperimentFile, problems);
  if (!text) return std::nullopt;
  Problems inFile;
  auto file = readExperiment(*text, inFile);
  for (Problem& problem : inFile) problem.file = path;
  problems.insert(problems.end(), inFile.begin(), inFile.end());
  if (file)
    for (Problem& remark : file->remarks) remark.file = path;
  return file;
}

}  // namespace ravine
