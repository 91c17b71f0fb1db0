#include "core/run/experiment_file.h"

#include <algorithm>
#include <array>
#include <nlohmann/json.hpp>

namespace ravine {
namespace {

using Json = nlohmann::ordered_json;

constexpr const char* kFormat = "ravine-experiment";

Json toJson(const ParameterValue& value) {
  return std::visit([](const auto& v) { return Json(v); }, value);
}

Json toJson(const ParameterSet& parameters) {
  Json json = Json::object();
  for (const auto& [id, value] : parameters) json[id] = toJson(value);
  return json;
}

Json toJson(const Choice& choice) {
  Json json{{"id", choice.id}};
  if (!choice.parameters.empty()) json["parameters"] = toJson(choice.parameters);
  return json;
}

Json toJson(const LossChoice& choice) {
  Json json = choice.formula.empty() ? Json{{"id", choice.id}} : Json{{"formula", choice.formula}};
  if (!choice.parameters.empty()) json["parameters"] = toJson(choice.parameters);
  if (const auto& box = choice.domain) json["domain"] = {box->x.lower, box->x.upper, box->y.lower, box->y.upper};
  return json;
}

Json toJson(const Run& run) {
  Json json{{"id", static_cast<std::int64_t>(run.id)},
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
  return json;
}

// Reads members of one JSON object and remembers which were asked for, so that unknown ones can be reported.
class Reader {
 public:
  // `run` and `where` say which object it is, as in a Problem.
  Reader(const Json& json, int run, std::string where, Problems& problems)
      : m_json(json), m_run(run), m_where(std::move(where)), m_problems(problems) {
    if (!json.is_object()) reportNoObject("");
  }

  const Json* find(const char* key) {
    m_known.emplace_back(key);
    if (!m_json.is_object()) return nullptr;
    const auto found = m_json.find(key);
    return found == m_json.end() ? nullptr : &*found;
  }

  const Json* require(const char* key) {
    const Json* value = find(key);
    if (!value && m_json.is_object()) report(key, CORE_TEXT("Problem", "is missing"), CORE_TEXT("Problem", "add it"));
    return value;
  }

  void read(const char* key, std::string& to) {
    if (const Json* value = find(key)) {
      if (value->is_string())
        to = value->get<std::string>();
      else
        report(key, CORE_TEXT("Problem", "is not a text"), CORE_TEXT("Problem", "put it in quotation marks"));
    }
  }

  void read(const char* key, bool& to) {
    if (const Json* value = find(key)) {
      if (value->is_boolean())
        to = value->get<bool>();
      else
        report(key, CORE_TEXT("Problem", "is neither true nor false"), CORE_TEXT("Problem", "write true or false"));
    }
  }

  void read(const char* key, double& to) {
    if (const Json* value = require(key)) {
      if (value->is_number())
        to = value->get<double>();
      else
        report(key, CORE_TEXT("Problem", "is not a number"),
               CORE_TEXT("Problem", "write a number such as %1").with("0.05"));
    }
  }

  template <std::integral Integer>
  requires(!std::same_as<Integer, bool>) void read(const char* key, Integer& to) {
    if (const Json* value = require(key)) {
      if (value->is_number_integer() && *value >= 0 && *value <= 1'000'000'000)
        to = value->get<Integer>();
      else
        report(key, CORE_TEXT("Problem", "is not a whole number"),
               CORE_TEXT("Problem", "write a whole number such as %1").with(200));
    }
  }

  void read(const char* key, Vector2& to) {
    if (const Json* value = require(key)) {
      if (value->is_array() && value->size() == 2 && (*value)[0].is_number() && (*value)[1].is_number())
        to = {(*value)[0].get<double>(), (*value)[1].get<double>()};
      else
        report(key, CORE_TEXT("Problem", "is not a pair of numbers"), CORE_TEXT("Problem", "write it as [x, y]"));
    }
  }

  void reportUnknown() {
    if (!m_json.is_object()) return;
    for (const auto& [key, value] : m_json.items())
      if (std::find(m_known.begin(), m_known.end(), key) == m_known.end())
        report(excerpt(key), CORE_TEXT("Problem", "is not known"),
               didYouMean(key, m_known, CORE_TEXT("Problem", "leave it out")));
  }

  void report(const std::string& key, const Message& what, const Message& mend) {
    const std::string separator = m_where.empty() || key.empty() ? "" : ", ";
    m_problems.push_back({m_where + separator + key, what, mend, m_run});
  }
  void reportNoObject(const std::string& key) {
    report(key, CORE_TEXT("Problem", "is not an object"), CORE_TEXT("Problem", "write { … } here"));
  }

 private:
  const Json& m_json;
  int m_run;
  std::string m_where;
  Problems& m_problems;
  std::vector<std::string> m_known;
};

// Numbers are read as the kind the catalogue gives the parameter, so that 1 and 1.0 mean the same.
std::optional<ParameterValue> readParameter(const Json& json, const ParameterInfo& info) {
  switch (info.kind()) {
    case ParameterKind::boolean:
      if (json.is_boolean()) return json.get<bool>();
      break;
    case ParameterKind::integer:
      if (json.is_number_integer()) return json.get<std::int64_t>();
      break;
    case ParameterKind::number:
      if (json.is_number()) return json.get<double>();
      break;
    case ParameterKind::choice:
      if (json.is_string()) return json.get<std::string>();
      break;
    case ParameterKind::numbers:
      if (json.is_array() && std::all_of(json.begin(), json.end(), [](const Json& j) { return j.is_number(); }))
        return json.get<std::vector<double>>();
      break;
  }
  return std::nullopt;
}

ParameterSet readParameters(const Json& json, const std::vector<ParameterInfo>& infos, Reader& reader) {
  ParameterSet parameters;
  if (!json.is_object()) {
    reader.reportNoObject("parameters");
    return parameters;
  }
  for (const auto& [id, value] : json.items()) {
    const ParameterInfo* parameter = findParameter(infos, id);
    if (const auto read = parameter ? readParameter(value, *parameter) : std::nullopt)
      parameters[id] = *read;
    else if (parameter)
      reader.report(id, CORE_TEXT("Problem", "has a value of the wrong kind"),
                    CORE_TEXT("Problem", "give a value like %1").with(toText(parameter->defaultValue)));
    else
      parameters[id] = 0.0;  // validate() names the unknown parameter
  }
  return parameters;
}

// What cannot be read stays as in `choice`.
template <class Info>
Choice readChoice(const Json& json, const std::vector<Info>& catalogue, Choice choice, int run,
                  const std::string& where, Problems& problems) {
  Reader reader(json, run, where, problems);
  if (reader.require("id")) reader.read("id", choice.id);
  const Json* parameters = reader.find("parameters");
  reader.reportUnknown();
  const auto info = std::find_if(catalogue.begin(), catalogue.end(), [&](const Info& i) { return i.id == choice.id; });
  if (parameters && info != catalogue.end())  // validate() names an unknown id
    choice.parameters = readParameters(*parameters, info->parameters, reader);
  return choice;
}

// { "id": … } or { "formula": … }, with parameters and a domain [x0, x1, y0, y1].
LossChoice readLossChoice(const Json& json, int run, Problems& problems) {
  LossChoice choice;
  Reader reader(json, run, "loss", problems);
  reader.read("id", choice.id);
  reader.read("formula", choice.formula);
  const Json* parameters = reader.find("parameters");
  const Json* domain = reader.find("domain");
  reader.reportUnknown();
  if (choice.id.empty() == choice.formula.empty()) {
    if (json.is_object())
      reader.report("id", CORE_TEXT("Problem", "does not stand alone"),
                    CORE_TEXT("Problem", "give either an id or a formula"));
    return Run().lossFunction;
  }
  if (domain) {
    const bool isBox = domain->is_array() && domain->size() == 4 &&
                       std::all_of(domain->begin(), domain->end(), [](const Json& j) { return j.is_number(); });
    if (isBox)
      choice.domain = Box{{(*domain)[0], (*domain)[1]}, {(*domain)[2], (*domain)[3]}};
    else
      reader.report("domain", CORE_TEXT("Problem", "is not a box"),
                    CORE_TEXT("Problem", "write it as [x0, x1, y0, y1]"));
  }
  Problems ignored;  // validate() names what does not resolve
  const auto info = resolve(choice, ignored);
  if (parameters && info) choice.parameters = readParameters(*parameters, info->parameters, reader);
  return choice;
}

// Sorts the problems of one run as its members stand in the file.
void sortAsInFile(Problems::iterator from, Problems::iterator to, const Json& run) {
  const auto place = [&](const Problem& problem) {
    std::string member = problem.where.substr(0, problem.where.find_first_of(".,"));
    if (member == "domain") member = "loss";
    if (member == "warm-up") member = "warm_up";
    return run.is_object() ? std::distance(run.begin(), run.find(member)) : 0;
  };
  std::stable_sort(from, to, [&](const Problem& a, const Problem& b) { return place(a) < place(b); });
}

// What could be read is held against the rules of validate() too, so that all that is wrong is said at once. `number`
// counts the runs from 1.
Run readRun(const Json& json, int version, int number, Problems& problems) {
  const auto problemsBefore = static_cast<std::ptrdiff_t>(problems.size());
  Run run;
  Reader reader(json, number, "", problems);
  std::int64_t id = number;
  if (version > 1) reader.read("id", id);
  if (id == 0) reader.report("id", CORE_TEXT("Problem", "is 0"), CORE_TEXT("Problem", "number the runs 1, 2, 3 …"));
  run.id = RunId{id};
  reader.read("name", run.name);
  reader.read("colour", run.colour);
  if (const Json* choice = reader.require("loss")) run.lossFunction = readLossChoice(*choice, number, problems);
  reader.read("start", run.start);
  if (const Json* choice = reader.require("optimizer"))
    run.optimizer = readChoice(*choice, optimizers(), run.optimizer, number, "optimizer", problems);
  reader.read("lr", run.lr);
  if (const Json* choice = reader.require("schedule"))
    run.schedule = readChoice(*choice, schedules(), run.schedule, number, "schedule", problems);
  if (reader.find("warm_up")) reader.read("warm_up", run.warmUp);
  if (const Json* noise = reader.find("noise")) {
    Reader noiseReader(*noise, number, "noise", problems);
    run.noise = readParameters(*noise, noiseParameters(), noiseReader);
  }
  reader.read("steps", run.steps);
  reader.reportUnknown();
  for (Problem problem : validate(run)) {
    problem.run = number;
    problems.push_back(std::move(problem));
  }
  sortAsInFile(problems.begin() + problemsBefore, problems.end(), json);
  return run;
}

constexpr std::array<std::pair<Quantity, const char*>, 3> kQuantities{
    {{Quantity::loss, "loss"}, {Quantity::gradientNorm, "gradient norm"}, {Quantity::distance, "distance"}}};

Json toJson(const ChartSettings& charts) {
  Json json{{"log_loss", charts.logarithmicLoss}, {"log_rate", charts.logarithmicRate}};
  for (const auto& [quantity, name] : kQuantities)
    if (quantity == charts.quantity) json["quantity"] = name;
  return json;
}

ChartSettings readCharts(const Json& json, Problems& problems) {
  ChartSettings charts;
  Reader reader(json, 0, "charts", problems);
  if (!json.is_object()) {
    reader.reportNoObject("");
    return charts;
  }
  reader.read("log_loss", charts.logarithmicLoss);
  reader.read("log_rate", charts.logarithmicRate);
  std::string name = "loss";
  reader.read("quantity", name);
  const auto isNamed = [&](const auto& row) { return name == row.second; };
  const auto found = std::find_if(kQuantities.begin(), kQuantities.end(), isNamed);
  if (found != kQuantities.end())
    charts.quantity = found->first;
  else
    reader.report("quantity", CORE_TEXT("Problem", "'%1' is nothing that a chart can show").with(excerpt(name)),
                  CORE_TEXT("Problem", "write \"loss\", \"gradient norm\" or \"distance\""));
  reader.reportUnknown();
  return charts;
}

}  // namespace

std::string toJson(const Experiment& experiment) {
  Json json{{"format", kFormat}, {"version", kExperimentFileVersion}};
  if (!experiment.title.empty()) json["title"] = experiment.title;
  if (!experiment.text.empty()) json["text"] = experiment.text;
  json["layout"] = experiment.layout == Layout::overlaid ? "overlaid" : "side by side";
  if (experiment.charts != ChartSettings{}) json["charts"] = toJson(experiment.charts);
  json["runs"] = Json::array();
  for (const Run& run : experiment.runs) json["runs"].push_back(toJson(run));
  return json.dump(2, ' ', false, Json::error_handler_t::replace) + "\n";
}

std::optional<Experiment> experimentFromJson(std::string_view text, Problems& problems) {
  const Json json = Json::parse(text, nullptr, false);
  if (json.is_discarded()) {
    problems.push_back({"file", CORE_TEXT("Problem", "is not valid JSON"),
                        CORE_TEXT("Problem", "choose a file that Ravine has saved")});
    return std::nullopt;
  }
  if (!json.is_object() || json.value("format", Json()) != kFormat) {
    problems.push_back({"file", CORE_TEXT("Problem", "is not a Ravine experiment"),
                        CORE_TEXT("Problem", "choose a file that Ravine has saved")});
    return std::nullopt;
  }
  const std::size_t problemsBefore = problems.size();
  Reader reader(json, 0, "", problems);
  reader.find("format");
  const Json* version = reader.find("version");
  if (!version || !version->is_number_integer() || *version < 1 || *version > kExperimentFileVersion) {
    problems.push_back({"version", CORE_TEXT("Problem", "is not one that this Ravine can read"),
                        CORE_TEXT("Problem", "open the file with a newer Ravine")});
    return std::nullopt;
  }
  Experiment experiment;
  reader.read("title", experiment.title);
  reader.read("text", experiment.text);
  if (const Json* charts = reader.find("charts")) experiment.charts = readCharts(*charts, problems);
  std::string layout = "side by side";
  reader.read("layout", layout);
  if (layout == "overlaid")
    experiment.layout = Layout::overlaid;
  else if (layout != "side by side")
    reader.report("layout", CORE_TEXT("Problem", "'%1' is not a layout").with(excerpt(layout)),
                  CORE_TEXT("Problem", "write \"side by side\" or \"overlaid\""));
  const Json* runs = reader.require("runs");
  if (runs && !runs->is_array())
    reader.report("runs", CORE_TEXT("Problem", "is not a list"), CORE_TEXT("Problem", "write [ … ] here"));
  if (runs && runs->is_array()) {
    for (const Json& run : *runs)
      experiment.runs.push_back(
          readRun(run, version->get<int>(), static_cast<int>(experiment.runs.size()) + 1, problems));
    const Problems ofTheWhole = validateChange(experiment, experiment);  // each run has been looked at
    problems.insert(problems.end(), ofTheWhole.begin(), ofTheWhole.end());
  }
  reader.reportUnknown();
  return problems.size() == problemsBefore ? std::optional(std::move(experiment)) : std::nullopt;
}

}  // namespace ravine
