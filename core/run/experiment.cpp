#include "core/run/experiment.h"

#include <algorithm>
#include <array>
#include <cassert>
#include <cmath>
#include <set>
#include <utility>

#include "core/base/number_text.h"
#include "core/optimizer/stability.h"

namespace ravine {
namespace {

template <class Info>
const Info* findRow(const std::vector<Info>& catalogue, const Choice& choice, const std::string& kind,
                    Problems& problems) {
  std::vector<std::string> ids;
  for (const Info& info : catalogue) {
    if (info.id == choice.id) return &info;
    ids.push_back(info.id);
  }
  problems.push_back({kind, CORE_TEXT("Problem", "there is no '%1'").with(excerpt(choice.id)),
                      didYouMean(choice.id, ids, CORE_TEXT("Problem", "see the list of ids with 'ravine list'"))});
  return nullptr;
}

template <class Info>
void checkChoice(const std::vector<Info>& catalogue, const Choice& choice, const std::string& kind,
                 Problems& problems) {
  const Info* info = findRow(catalogue, choice, kind, problems);
  if (!info) return;
  Problems found = check(info->parameters, choice.parameters, kind);
  if (found.empty()) {
    found = info->check(choice.parameters);
    for (Problem& problem : found) problem.where = kind + "." + problem.where;
  }
  problems.insert(problems.end(), found.begin(), found.end());
}

void checkWhole(const std::string& where, std::int64_t value, std::int64_t least, std::int64_t most,
                Problems& problems) {
  if (value < least || value > most)
    problems.push_back({where, CORE_TEXT("Problem", "%1 is not possible").with(value),
                        CORE_TEXT("Problem", "write a whole number from %1 to %2").with(least, most)});
}

void checkBatches(const Run& run, Problems& problems) {
  const Problems found = check(batchParameters(), run.batches, "batches");
  problems.insert(problems.end(), found.begin(), found.end());
  if (found.empty() && batchSettings(run.batches).batchSize > 0 && dataOf(run.lossFunction).empty())
    problems.push_back({"batches", CORE_TEXT("Problem", "this loss function has no data to take batches from"),
                        CORE_TEXT("Problem", "choose a model, or leave the batches out")});
}

}  // namespace

Problems validate(const Run& run) {
  Problems problems;
  std::optional<LossFunctionInfo> function = resolve(run.lossFunction, problems);
  if (function) {
    const Problems inParameters = check(function->parameters, run.lossFunction.parameters, "loss");
    problems.insert(problems.end(), inParameters.begin(), inParameters.end());
    if (!inParameters.empty()) function.reset();
  }
  checkChoice(optimizers(), run.optimizer, "optimizer", problems);
  checkChoice(schedules(), run.schedule, "schedule", problems);
  const Problems inNoise = check(noiseParameters(), run.noise, "noise");
  problems.insert(problems.end(), inNoise.begin(), inNoise.end());
  checkBatches(run, problems);
  if (!std::isfinite(run.lr) || run.lr <= 0)
    problems.push_back({"lr", CORE_TEXT("Problem", "the learning rate must be a finite number greater than 0"),
                        CORE_TEXT("Problem", "give a rate such as %1").with("0.05")});
  checkWhole("steps", run.steps, 1, Run::kMostSteps, problems);
  checkWhole("warm-up", run.warmUp, 0, Run::kMostSteps, problems);
  checkWhole("colour", run.colour, 0, Run::kColourCount - 1, problems);
  if (!isFinite(run.start)) {
    problems.push_back({"start", CORE_TEXT("Problem", "the start is not a pair of finite numbers"),
                        CORE_TEXT("Problem", "give two numbers such as %1").with("-4,2")});
  } else if (function) {
    const ValueAndGradient f = makeLossFunction(*function, run.lossFunction.parameters)->gradient(run.start);
    if (!std::isfinite(f.value))
      problems.push_back({"start", CORE_TEXT("Problem", "the loss is not a finite number there"),
                          CORE_TEXT("Problem", "choose a start where it is")});
    else if (!isFinite(f.gradient))
      problems.push_back({"start", CORE_TEXT("Problem", "the loss has no finite gradient there"),
                          CORE_TEXT("Problem", "move the start a little")});
  }
  return problems;
}

Problems validate(const Experiment& experiment) {
  return validateChange(experiment, {});
}

Problems validateChange(const Experiment& experiment, const Experiment& known) {
  Problems problems;
  if (experiment.runs.empty() || experiment.runs.size() > Experiment::kMostRuns)
    problems.push_back({"runs", CORE_TEXT("Problem", "the experiment has %1 runs").with(experiment.runs.size()),
                        CORE_TEXT("Problem", "give from 1 to %1").with(Experiment::kMostRuns)});
  std::set<RunId> ids;
  for (std::size_t i = 0; i < experiment.runs.size(); ++i) {
    const Run& run = experiment.runs[i];
    const int number = static_cast<int>(i) + 1;
    if (run.id < RunId::none)
      problems.push_back(
          {"id", CORE_TEXT("Problem", "is negative"), CORE_TEXT("Problem", "number the runs 1, 2, 3 …"), number});
    if (run.id != RunId::none && !ids.insert(run.id).second)
      problems.push_back({"id", CORE_TEXT("Problem", "another run has it too"),
                          CORE_TEXT("Problem", "give each run a number of its own"), number});
    if (const Run* before = known.find(run.id); before && *before == run) continue;
    for (Problem problem : validate(run)) {
      problem.run = number;
      problems.push_back(std::move(problem));
    }
  }
  return problems;
}

const Run* Experiment::find(RunId id) const {
  const auto found = std::find_if(runs.begin(), runs.end(), [id](const Run& run) { return run.id == id; });
  return found == runs.end() ? nullptr : &*found;
}

Run* Experiment::find(RunId id) {
  return const_cast<Run*>(std::as_const(*this).find(id));
}

Run withoutLooks(Run run) {
  run.id = RunId::none;
  run.name.clear();
  run.colour = 0;
  run.look.reset();
  run.profileLine.reset();
  run.unknown.clear();
  return run;
}

void moveStartToFiniteLoss(Run& run) {
  Problems problems;
  const auto info = resolve(run.lossFunction, problems);
  if (!info) return;
  const ValueAndGradient f = makeLossFunction(*info, run.lossFunction.parameters)->gradient(run.start);
  if (!std::isfinite(f.value) || !isFinite(f.gradient)) run.start = info->start;
}

LossFunctionInfo lossFunctionInfo(const Run& run) {
  return lossFunctionInfo(run.lossFunction);
}

const OptimizerInfo& optimizerInfo(const Run& run) {
  const OptimizerInfo* info = findOptimizer(run.optimizer.id);
  assert(info);
  return *info;
}

const ScheduleInfo& scheduleInfo(const Run& run) {
  const ScheduleInfo* info = findSchedule(run.schedule.id);
  assert(info);
  return *info;
}

LearningRate learningRate(const Run& run) {
  LearningRate rate = scheduleInfo(run).make(run.schedule.parameters, run.lr);
  if (run.scheduleUnit == TimeUnit::epochs) rate = heldFor(stepsPerEpoch(run), std::move(rate));
  return withWarmUp(std::move(rate), run.warmUp);
}

bool hasMomentum(const Run& run) {
  const auto& parameters = optimizerInfo(run).parameters;
  return std::any_of(parameters.begin(), parameters.end(), [&](const ParameterInfo& info) {
    const bool average = info.id == "momentum" || info.id == "beta" || info.id == "beta1";
    return average && numberOf(info, run.optimizer.parameters) > 0;
  });
}

double weightDecay(const Run& run) {
  const ParameterInfo* decay = findParameter(optimizerInfo(run).parameters, "weight_decay");
  return decay ? numberOf(*decay, run.optimizer.parameters) : 0;
}

bool hasNoise(const Run& run) {
  return noiseSettings(run.noise).sigma > 0;
}

bool hasBatches(const Run& run) {
  const std::int64_t size = batchSettings(run.batches).batchSize;
  return size > 0 && static_cast<std::size_t>(size) < rowsOf(run);
}

bool isStochastic(const Run& run) {
  return hasNoise(run) || hasBatches(run);
}

std::size_t rowsOf(const Run& run) {
  const DataChoice data = dataOf(run.lossFunction);
  if (data.empty()) return 0;
  Problems ignored;
  const auto table = tableOf(data, ignored);
  return table ? table->rows.size() : 0;
}

std::int64_t stepsPerEpoch(const Run& run) {
  const std::size_t rows = rowsOf(run);
  return rows == 0 ? 1 : stepsPerEpoch(batchSettings(run.batches), rows);
}

double nominalRate(const Run& run) {
  const ScheduleInfo& schedule = scheduleInfo(run);
  if (schedule.rateParameter.empty()) return run.lr;
  return numberOf(*findParameter(schedule.parameters, schedule.rateParameter), run.schedule.parameters);
}

void setNominalRate(Run& run, double rate) {
  if (run.name == rateName(nominalRate(run))) run.name = rateName(rate);
  const std::string& parameter = scheduleInfo(run).rateParameter;
  if (parameter.empty())
    run.lr = rate;
  else
    run.schedule.parameters[parameter] = rate;
}

std::string rateName(double rate) {
  return "η = " + numberText(rate, 4);
}

std::int64_t stepsPerUnit(const Run& run) {
  return run.scheduleUnit == TimeUnit::epochs ? stepsPerEpoch(run) : 1;
}

std::int64_t scheduleSpan(const Run& run) {
  const std::int64_t unit = stepsPerUnit(run);
  return std::max<std::int64_t>(1, (run.steps + unit - 1) / unit);
}

void changeSpan(Run& run, const std::function<void(Run&)>& change) {
  const ScheduleInfo& schedule = scheduleInfo(run);
  const ParameterSet before = schedule.suggest(run.lr, scheduleSpan(run));
  change(run);
  if (!check(batchParameters(), run.batches, "batches").empty()) return;
  for (const auto& [id, after] : schedule.suggest(run.lr, scheduleSpan(run))) {
    const auto old = before.find(id);
    const ParameterInfo* info = findParameter(schedule.parameters, id);
    if (old != before.end() && old->second != after && valueOf(*info, run.schedule.parameters) == old->second)
      run.schedule.parameters[id] = after;
  }
}

void setSteps(Run& run, std::int64_t steps) {
  changeSpan(run, [steps](Run& r) { r.steps = steps; });
}

std::optional<double> fittingRate(const Run& run, const LossFunctionInfo& info) {
  const OptimizerInfo& optimizer = optimizerInfo(run);
  const ParameterSet& parameters = run.optimizer.parameters;
  if (!followsTheGradient(optimizer, parameters)) return std::nullopt;
  // The same part of the limit for momentum and its kin.
  constexpr double plainLimit = 2;  // at λ = 1
  const double limit = optimizer.stabilityLimit(parameters, 1);
  return limit > 0 ? std::optional(info.lr * std::min(1.0, limit / plainLimit)) : std::nullopt;
}

void setLossFunction(Run& run, const LossChoice& choice, double part) {
  const LossFunctionInfo info = lossFunctionInfo(choice);
  changeSpan(run, [&](Run& r) {
    r.lossFunction = choice;
    if (dataOf(choice).empty()) {
      r.batches.clear();
      r.scheduleUnit = TimeUnit::steps;
    }
    r.steps = info.steps;
  });
  run.start = info.start;
  if (const auto rate = fittingRate(run, info)) {
    constexpr int digits = 3;
    setNominalRate(run, roundedTo(*rate * part, digits));
  }
}

void setLossFunction(Run& run, const LossFunctionInfo& info, double part) {
  setLossFunction(run, LossChoice{info.id, {}}, part);
}

void setData(Experiment& experiment, RunId run, const DataTable& table) {
  const Run* of = experiment.find(run);
  assert(of);
  const DataChoice before = dataOf(of->lossFunction);
  const Shared<DataTable> rows{table};
  for (Run& each : experiment.runs) {
    if (dataOf(each.lossFunction) != before) continue;
    Problems problems;
    const auto row = resolve(each.lossFunction, problems);
    if (row) each.lossFunction.domain = row->domain;
    each.lossFunction.data = {.rows = rows};
  }
}

void makeSeries(Experiment& experiment, RunId run, const std::vector<double>& rates) {
  auto at = std::find_if(experiment.runs.begin(), experiment.runs.end(), [run](const Run& r) { return r.id == run; });
  assert(at != experiment.runs.end() && !rates.empty());
  for (std::size_t i = 0; i < rates.size(); ++i) {
    Run next = *at;
    if (i > 0) {
      next.id = RunId::none;
      next.colour = freeColour(experiment);
      at = experiment.runs.insert(at + 1, next);
    }
    setNominalRate(*at, rates[i]);
    at->name = rateName(rates[i]);
  }
}

int freeColour(const Experiment& experiment) {
  std::array<int, Run::kColourCount> uses{};
  for (const Run& run : experiment.runs) ++uses.at(static_cast<std::size_t>(run.colour));
  return static_cast<int>(std::min_element(uses.begin(), uses.end()) - uses.begin());
}

}  // namespace ravine
