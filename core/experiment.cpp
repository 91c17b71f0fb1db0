#include "core/experiment.h"

#include <array>
#include <cassert>

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
  const auto near = nearestId(choice.id, ids);
  problems.push_back({kind, "there is no '" + choice.id + "'",
                      near ? "did you mean '" + *near + "'?" : "see the list of ids with 'ravine list'"});
  return nullptr;
}

template <class Info>
const Info* checkChoice(const std::vector<Info>& catalogue, const Choice& choice, const std::string& kind,
                        Problems& problems) {
  const Info* info = findRow(catalogue, choice, kind, problems);
  if (!info) return nullptr;
  const Problems inParameters = check(info->parameters, choice.parameters, kind);
  problems.insert(problems.end(), inParameters.begin(), inParameters.end());
  return inParameters.empty() ? info : nullptr;
}

}  // namespace

Problems validate(const Run& run) {
  Problems problems;
  const LossFunctionInfo* function = checkChoice(lossFunctions(), run.lossFunction, "loss", problems);
  checkChoice(optimizers(), run.optimizer, "optimizer", problems);
  checkChoice(schedules(), run.schedule, "schedule", problems);
  if (!std::isfinite(run.lr) || run.lr <= 0)
    problems.push_back({"lr", "the learning rate must be a finite number greater than 0", "give a rate such as 0.05"});
  if (run.steps < 1 || run.steps > Run::kMostSteps)
    problems.push_back({"steps", std::to_string(run.steps) + " steps are not possible",
                        "give a whole number from 1 to " + std::to_string(Run::kMostSteps)});
  if (run.colour < 0 || run.colour >= Run::kColourCount)
    problems.push_back({"colour", "there is no colour " + std::to_string(run.colour),
                        "give a number from 0 to " + std::to_string(Run::kColourCount - 1)});
  if (!isFinite(run.start)) {
    problems.push_back({"start", "the start is not a pair of finite numbers", "give two numbers such as -4,2"});
  } else if (function) {
    const ValueAndGradient f = makeLossFunction(*function, run.lossFunction.parameters)->gradient(run.start);
    if (!std::isfinite(f.value))
      problems.push_back({"start", "the loss is not a finite number there", "choose a start nearer to the domain"});
  }
  return problems;
}

Problems validate(const Experiment& experiment) {
  Problems problems;
  if (experiment.runs.empty() || experiment.runs.size() > Experiment::kMostRuns)
    problems.push_back({"runs", "an experiment has " + std::to_string(experiment.runs.size()) + " runs",
                        "give 1 to " + std::to_string(Experiment::kMostRuns)});
  for (std::size_t i = 0; i < experiment.runs.size(); ++i)
    for (Problem problem : validate(experiment.runs[i])) {
      problem.where = "run " + std::to_string(i + 1) + ", " + problem.where;
      problems.push_back(std::move(problem));
    }
  return problems;
}

Run withoutLooks(Run run) {
  run.name.clear();
  run.colour = 0;
  return run;
}

const LossFunctionInfo& lossFunctionInfo(const Run& run) {
  const LossFunctionInfo* info = findLossFunction(run.lossFunction.id);
  assert(info);
  return *info;
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
  return scheduleInfo(run).make(run.schedule.parameters, run.lr);
}

double nominalRate(const Run& run) {
  const ScheduleInfo& schedule = scheduleInfo(run);
  if (schedule.rateParameter.empty()) return run.lr;
  return numberOf(*findParameter(schedule.parameters, schedule.rateParameter), run.schedule.parameters);
}

void setNominalRate(Run& run, double rate) {
  const std::string& parameter = scheduleInfo(run).rateParameter;
  if (parameter.empty())
    run.lr = rate;
  else
    run.schedule.parameters[parameter] = rate;
}

int freeColour(const Experiment& experiment) {
  std::array<int, Run::kColourCount> uses{};
  for (const Run& run : experiment.runs) ++uses.at(static_cast<std::size_t>(run.colour));
  return static_cast<int>(std::min_element(uses.begin(), uses.end()) - uses.begin());
}

}  // namespace ravine
