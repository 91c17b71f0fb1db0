#include "core/lesson/claim.h"

#include <algorithm>
#include <array>
#include <cmath>

#include "core/base/number_text.h"

namespace ravine {
namespace {

constexpr file_words::Table<Relation, 4> kRelations{{{Relation::below, "below"},
                                                     {Relation::above, "above"},
                                                     {Relation::atMost, "at_most"},
                                                     {Relation::atLeast, "at_least"}}};

constexpr std::array kOutcomes{Outcome::converged, Outcome::trapped,     Outcome::saddle,
                               Outcome::plateau,   Outcome::oscillating, Outcome::crawling,
                               Outcome::diverged,  Outcome::unbounded,   Outcome::offGrid};

std::vector<std::string> outcomeIds() {
  std::vector<std::string> ids;
  for (const Outcome outcome : kOutcomes) ids.emplace_back(outcomeId(outcome));
  return ids;
}

std::optional<Outcome> outcomeNamed(std::string_view id) {
  const auto found =
      std::find_if(kOutcomes.begin(), kOutcomes.end(), [id](Outcome outcome) { return outcomeId(outcome) == id; });
  return found == kOutcomes.end() ? std::nullopt : std::optional(*found);
}

std::string listOf(const std::vector<std::string>& ids) {
  std::string list;
  for (const std::string& id : ids) list += (list.empty() ? "" : ", ") + id;
  return list;
}

// Reads claims of one experiment.
class ClaimReader {
 public:
  ClaimReader(const Experiment& experiment, RunId usual, Told& told)
      : m_experiment(experiment), m_usual(usual), m_told(told) {}

  std::optional<Claim> read(const JsonNode& node) {
    ObjectReader reader(node, 0, "claims", m_told);
    Claim claim;
    claim.at = node.at;
    claim.reading.run = m_usual;
    const bool sound = readReading(reader, claim.reading);
    const bool ofOutcome = readOutcome(reader, claim);
    for (const auto& [relation, key] : kRelations)
      if (const JsonNode* bound = reader.find(key)) readBound(*bound, key, relation, claim);
    const auto unknown = reader.unknown();
    for (const auto& [name, member] : unknown.items())
      reader.report(name, *node.find(name), CORE_TEXT("Problem", "is not known"),
                    didYouMean(name, {"run", "measure", "step", "outcome", "below", "above", "at_most", "at_least"},
                               CORE_TEXT("Problem", "look at how it is spelt")));
    if (!sound || !node.isObject()) return std::nullopt;
    if (ofOutcome == !claim.reading.measure.empty())
      reader.report("", node, CORE_TEXT("Problem", "says nothing that can be checked"),
                    CORE_TEXT("Problem", "give either an outcome or a measure"));
    else if (ofOutcome != claim.bounds.empty())
      reader.report("", node, CORE_TEXT("Problem", "has no bound of its own"),
                    CORE_TEXT("Problem", "give a measure with below, above, at_most or at_least"));
    return claim;
  }

 private:
  // Whether it names a run that is there. What is left out stays as it is.
  bool readReading(ObjectReader& reader, Reading& reading) {
    reader.readIfThere("run", reading.run);
    if (const JsonNode* node = reader.find("measure")) {
      reader.readIfThere("measure", reading.measure);
      if (!findMeasure(reading.measure))
        reader.report("measure", *node, CORE_TEXT("Problem", "is unknown: '%1'").with(excerpt(reading.measure)),
                      didYouMean(reading.measure, measureIds(),
                                 CORE_TEXT("Problem", "choose one of %1").with(listOf(measureIds()))));
    }
    const Run* run = m_experiment.find(reading.run);
    if (!run) {
      if (const JsonNode* node = reader.find("run"))
        reader.report("run", *node, CORE_TEXT("Problem", "names no run of the experiment"),
                      CORE_TEXT("Problem", "give the id of one of its runs"));
      else
        reader.require("run");
      return false;
    }
    const MeasureInfo* measure = findMeasure(reading.measure);
    if (measure && measure->atStep) {
      reader.readIfThere("step", reading.step);
      const JsonNode* node = reader.find("step");
      if (node && (reading.step < 0 || reading.step > run->steps))
        reader.report("step", *node, CORE_TEXT("Problem", "is none of the run's"),
                      CORE_TEXT("Problem", "write a whole number from %1 to %2").with(0, run->steps));
    } else if (const JsonNode* node = reader.find("step")) {
      reader.report("step", *node, CORE_TEXT("Problem", "means nothing to this measure"),
                    CORE_TEXT("Problem", "leave it out"));
    }
    return true;
  }

  bool readOutcome(ObjectReader& reader, Claim& claim) {
    const JsonNode* node = reader.find("outcome");
    if (!node) return false;
    const bool isText = node->value.is_string();
    const std::string id = isText ? node->value.get<std::string>() : std::string();
    claim.outcome = outcomeNamed(id);
    if (!claim.outcome)
      reader.report("outcome", *node, CORE_TEXT("Problem", "is unknown: '%1'").with(excerpt(id)),
                    didYouMean(id, outcomeIds(), CORE_TEXT("Problem", "choose one of %1").with(listOf(outcomeIds()))));
    return true;
  }

  void readBound(const JsonNode& node, const char* key, Relation relation, Claim& claim) {
    if (node.value.is_number()) {
      claim.bounds.push_back({.relation = relation, .number = node.value.get<double>()});
      return;
    }
    ObjectReader reader(node, 0, std::string("claims, ") + key, m_told);
    Reading to = claim.reading;
    if (!node.isObject() || !readReading(reader, to)) return;
    reader.readIfThere("times", to.times);
    if (to == claim.reading)
      reader.report("", node, CORE_TEXT("Problem", "compares a thing with itself"),
                    CORE_TEXT("Problem", "name another run, measure or step"));
    claim.bounds.push_back({.relation = relation, .reading = to});
  }

  const Experiment& m_experiment;
  RunId m_usual;
  Told& m_told;
};

std::optional<double> valueOf(const Reading& reading, const ResultsById& results) {
  const auto result = results.find(reading.run);
  if (result == results.end()) return std::nullopt;
  const auto value = findMeasure(reading.measure)->of(*result->second, reading.step);
  return value ? std::optional(*value * reading.times) : std::nullopt;
}

bool holds(double value, Relation relation, double bound) {
  switch (relation) {
    case Relation::below:
      return value < bound;
    case Relation::above:
      return value > bound;
    case Relation::atMost:
      return value <= bound;
    case Relation::atLeast:
      return value >= bound;
  }
  return false;
}

Finding checkOutcome(const Claim& claim, const ResultsById& results) {
  const auto result = results.find(claim.reading.run);
  if (result == results.end()) return {};
  const Outcome outcome = result->second->diagnosis.outcome;
  return {outcome == *claim.outcome, outcomeName(outcome)};
}

}  // namespace

std::vector<Claim> readClaims(const JsonNode& node, const Experiment& experiment, Told& told, RunId usual) {
  std::vector<Claim> claims;
  if (!node.isArray()) {
    told.problems.add(
        {"claims", CORE_TEXT("Problem", "is not a list"), CORE_TEXT("Problem", "write [ … ] here"), 0, node.at});
    return claims;
  }
  ClaimReader reader(experiment, usual, told);
  for (const JsonMember& member : node.members)
    if (auto claim = reader.read(member.node)) claims.push_back(std::move(*claim));
  return claims;
}

nlohmann::ordered_json toJson(const Claim& claim) {
  const auto add = [](nlohmann::ordered_json& json, const Reading& reading) {
    json["run"] = static_cast<std::int64_t>(reading.run);
    if (reading.measure.empty()) return;
    json["measure"] = reading.measure;
    if (findMeasure(reading.measure)->atStep) json["step"] = reading.step;
    if (reading.times != 1) json["times"] = reading.times;
  };
  nlohmann::ordered_json json = nlohmann::ordered_json::object();
  add(json, claim.reading);
  if (claim.outcome) json["outcome"] = outcomeId(*claim.outcome);
  for (const Bound& bound : claim.bounds) {
    auto& to = json[file_words::nameOf(bound.relation, kRelations)];
    if (bound.reading)
      add(to, *bound.reading);
    else
      to = bound.number;
  }
  return json;
}

Finding check(const Claim& claim, const ResultsById& results) {
  if (claim.outcome) return checkOutcome(claim, results);
  const MeasureInfo& measure = *findMeasure(claim.reading.measure);
  const auto value = valueOf(claim.reading, results);
  if (!value) return {false, measure.hasNot};
  Finding finding{true, measure.has.with(numberText(*value, 4))};
  for (const Bound& bound : claim.bounds) {
    const auto to = bound.reading ? valueOf(*bound.reading, results) : std::optional(bound.number);
    finding.holds = finding.holds && to && holds(*value, bound.relation, *to);
  }
  return finding;
}

Problems checkClaims(const Experiment& experiment, const std::vector<Claim>& claims) {
  ResultsById results;
  for (const Run& run : experiment.runs) results[run.id] = computeRun(run);
  Problems problems;
  for (const Claim& claim : claims) {
    const Finding finding = check(claim, results);
    if (finding.holds) continue;
    problems.push_back({"claims", finding.isSo,
                        CORE_TEXT("Problem", "mend the claim, which says otherwise, or the run"),
                        static_cast<int>(claim.reading.run), claim.at});
  }
  return problems;
}

}  // namespace ravine
