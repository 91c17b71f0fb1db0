#include "core/sweep/quantity.h"

#include <cassert>
#include <cmath>

#include "core/run/run_parameters.h"

namespace ravine {
namespace {

std::string nameOf(const OwnedParameters& owner, const ParameterInfo& info) {
  return owner.owner + '.' + info.id;
}

// Numbers that a rule computes with; what merely chooses among random courses is none.
bool isSweepable(const OwnedParameters& owner, const ParameterInfo& info, const Run& run) {
  const bool isNumber = info.kind() == ParameterKind::number || info.kind() == ParameterKind::integer;
  if (!isNumber || !owner.known || info.id == "seed") return false;
  if (owner.owner == "schedule") return info.id != scheduleInfo(run).rateParameter;  // which is "lr"
  return owner.owner == "optimizer" || owner.owner == "noise";
}

struct Parameter {
  ParameterInfo info;
  ParameterSet& values;
};
std::optional<Parameter> parameterOf(Run& run, std::string_view quantity) {
  if (quantity::ownerOf(quantity).empty()) return std::nullopt;
  for (const OwnedParameters& owner : parametersOf(run))
    for (const ParameterInfo& info : owner.infos)
      if (nameOf(owner, info) == quantity) return Parameter{info, owner.values};
  assert(false);
  return std::nullopt;
}

}  // namespace

namespace quantity {

bool isStart(std::string_view name) {
  return name == startX || name == startY;
}

std::string_view ownerOf(std::string_view name) {
  return name == rate || isStart(name) ? std::string_view() : name.substr(0, name.find('.'));
}

std::string_view idOf(std::string_view name) {
  return ownerOf(name).empty() ? std::string_view() : name.substr(name.find('.') + 1);
}

}  // namespace quantity

std::vector<std::string> sweepableQuantities(const Run& run) {
  std::vector<std::string> all{quantity::rate, quantity::startX};
  if (!lossFunctionInfo(run).ofXAlone) all.push_back(quantity::startY);
  Run copy = run;
  for (const OwnedParameters& owner : parametersOf(copy))
    for (const ParameterInfo& info : owner.infos)
      if (isSweepable(owner, info, run)) all.push_back(nameOf(owner, info));
  return all;
}

Message sweepableInstead(const Run& run, const std::string& name) {
  const auto meaning = [](std::string_view quantity) {
    return CORE_TEXT("Problem", "did you mean '%1'?").with(std::string(quantity));
  };
  const std::string& ownRate = scheduleInfo(run).rateParameter;
  if (!ownRate.empty() && (name == ownRate || name == "schedule." + ownRate)) return meaning(quantity::rate);
  const std::vector<std::string> known = sweepableQuantities(run);
  std::string all;
  for (const std::string& each : known) {
    if (name == quantity::idOf(each)) return meaning(each);
    all += (all.empty() ? "" : ", ") + each;
  }
  return didYouMean(name, known, CORE_TEXT("Problem", "choose one of %1").with(all));
}

double quantityOf(const Run& run, std::string_view quantity) {
  if (quantity == quantity::rate) return nominalRate(run);
  if (quantity == quantity::startX) return run.start.x();
  if (quantity == quantity::startY) return run.start.y();
  Run copy = run;
  const auto parameter = parameterOf(copy, quantity);
  const ParameterValue& value = valueOf(parameter->info, parameter->values);
  const auto* whole = std::get_if<std::int64_t>(&value);
  return whole ? static_cast<double>(*whole) : std::get<double>(value);
}

void setQuantity(Run& run, std::string_view quantity, double value) {
  if (quantity == quantity::rate) return setNominalRate(run, value);
  if (quantity == quantity::startX) return void(run.start.x() = value);
  if (quantity == quantity::startY) return void(run.start.y() = value);
  const auto parameter = parameterOf(run, quantity);
  ParameterValue& to = parameter->values[parameter->info.id];
  if (parameter->info.kind() == ParameterKind::integer)
    to = std::int64_t{std::llround(value)};
  else
    to = value;
}

std::optional<ParameterInfo> infoOf(const Run& run, std::string_view quantity) {
  Run copy = run;
  const auto parameter = parameterOf(copy, quantity);
  return parameter ? std::optional(parameter->info) : std::nullopt;
}

bool isWhole(const Run& run, std::string_view quantity) {
  const auto info = infoOf(run, quantity);
  return info && info->kind() == ParameterKind::integer;
}

}  // namespace ravine
