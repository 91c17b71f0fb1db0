#include "app/run_command.h"

#include <cmath>
#include <nlohmann/json.hpp>
#include <sstream>

#include "app/named_experiment.h"
#include "app/parameter_json.h"
#include "app/report.h"
#include "core/base/write_file.h"
#include "core/diagnosis/explanation.h"
#include "core/diagnosis/reason.h"
#include "core/diagnosis/run_result.h"
#include "core/loss/models.h"

namespace ravine {
namespace {

using Json = nlohmann::ordered_json;

// What does not go with an experiment that has its runs already.
void checkTogether(const RunOptions& options, Problems& problems) {
  if (options.experiment && options.words.areGiven)
    problems.push_back({"--experiment", CORE_TEXT("Problem", "does not go with options that describe a run"),
                        CORE_TEXT("Problem", "change the file, or leave --experiment out")});
  if (!options.experiment && options.run)
    problems.push_back({"--run", CORE_TEXT("Problem", "chooses from the runs of an experiment"),
                        CORE_TEXT("Problem", "name one with --experiment")});
}

// The runs of the experiment that is named, or the one of them.
std::vector<Run> namedRuns(const RunOptions& options, Problems& problems) {
  const auto file = experimentNamed(*options.experiment, problems);
  if (!file) return {};
  if (!options.run) return file->experiment.runs;
  const Run* run = runNamed(file->experiment, *options.run, problems);
  return run ? std::vector{*run} : std::vector<Run>();
}

Json pairs(const std::vector<Vector2>& points) {
  Json json = Json::array();
  for (const Vector2& p : points) json.push_back({p.x(), p.y()});
  return json;
}

std::string asJson(const RunResult& result) {
  const Run& run = result.run;
  const Trajectory& t = result.trajectory;
  const auto parameters = [](const std::vector<ParameterInfo>& infos, const ParameterSet& set) {
    Json json = Json::object();
    for (const ParameterInfo& info : infos) json[info.id] = toJson(valueOf(info, set));
    return json;
  };
  const LossFunctionInfo function = lossFunctionInfo(run);
  const OptimizerInfo& optimizer = optimizerInfo(run);
  const ScheduleInfo& schedule = scheduleInfo(run);
  const Json json{
      {"function",
       {{"name", function.id.empty() ? "formula" : function.id},
        {"formula", function.formula},
        {"params", parameters(function.parameters, run.lossFunction.parameters)}}},
      {"optimizer",
       {{"name", optimizer.id},
        {"lr", nominalRate(run)},
        {"hyperparameters", parameters(optimizer.parameters, run.optimizer.parameters)}}},
      {"schedule", {{"kind", schedule.id}, {"params", parameters(schedule.parameters, run.schedule.parameters)}}},
      {"warm_up", run.warmUp},
      {"noise", parameters(noiseParameters(), run.noise)},
      {"batches", parameters(batchParameters(), run.batches)},
      {"steps_per_epoch", stepsPerEpoch(run)},
      {"start", {run.start.x(), run.start.y()}},
      {"steps", run.steps},
      {"outcome", outcomeId(result.diagnosis.outcome)},
      {"reason", english(reason(result), kBetweenItems)},
      {"explanation", english(explain(result), " ")},
      {"overshoots", result.diagnosis.overshoots},
      {"points", pairs(t.points)},
      {"losses", t.losses},
      {"gradients", pairs(t.gradients)},
      {"lrs", t.lrs},
      {"seen_losses", t.seenLosses},
      {"seen_gradients", pairs(t.seenGradients)},
      {"sharpness", t.sharpness}};
  return json.dump(1) + '\n';
}

// What a step saw of its batch or with noise, where runs have either.
std::string asCsv(const RunResult& result) {
  const Trajectory& t = result.trajectory;
  const bool stochastic = !t.seenLosses.empty();
  std::string csv = "step,x,y,loss,gradient_x,gradient_y,lr,sharpness";
  csv += stochastic ? ",seen_loss,seen_gradient_x,seen_gradient_y\n" : "\n";
  for (std::size_t i = 0; i < t.points.size(); ++i) {
    csv += std::to_string(i);
    for (const double number : {t.points[i].x(), t.points[i].y(), t.losses[i], t.gradients[i].x(), t.gradients[i].y()})
      csv += ',' + shortestText(number);
    csv += ',' + (i < t.lrs.size() ? shortestText(t.lrs[i]) : std::string());
    csv += ',' + shortestText(t.sharpness[i]);
    const bool steps = i < t.seenLosses.size();
    if (stochastic && !steps) csv += ",,,";
    if (stochastic && steps)
      for (const double number : {t.seenLosses[i], t.seenGradients[i].x(), t.seenGradients[i].y()})
        csv += ',' + shortestText(number);
    csv += '\n';
  }
  return csv;
}

std::string batchText(const Run& run) {
  const BatchSettings batches = batchSettings(run.batches);
  const Message text =
      batches.shuffle ? CORE_TEXT("CommandLine", "batches: %1 of %2 rows, %3 steps per epoch, seed = %4")
                            .with(batches.batchSize, rowsOf(run), stepsPerEpoch(run), batches.seed)
                      : CORE_TEXT("CommandLine", "batches: %1 of %2 rows, %3 steps per epoch, in the order of the rows")
                            .with(batches.batchSize, rowsOf(run), stepsPerEpoch(run));
  return said(text) + '\n';
}

std::string noiseText(const Run& run) {
  const NoiseSettings noise = noiseSettings(run.noise);
  return said(CORE_TEXT("CommandLine", "noise: sigma = %1, seed = %2").with(shortestText(noise.sigma), noise.seed)) +
         '\n';
}

std::string asText(const RunResult& result) {
  const Trajectory& t = result.trajectory;
  const Vector2& last = t.points.back();
  const std::string theta =
      shortestText(last.x()) + (result.landscape->ofXAlone ? std::string() : ',' + shortestText(last.y()));
  const Message end = CORE_TEXT("CommandLine", "after %1 steps: theta = %2  loss = %3  overshoots = %4")
                          .with(t.steps(), theta, shortestText(t.losses.back()), result.diagnosis.overshoots.size());
  const std::string outcome = said(outcomeName(result.diagnosis.outcome));
  return outcome + ": " + said(reason(result), kBetweenItems) + '\n' + said(explain(result), " ") + '\n' +
         (hasNoise(result.run) ? noiseText(result.run) : std::string()) +
         (hasBatches(result.run) ? batchText(result.run) : std::string()) + said(end) + '\n';
}

std::vector<Run> readRuns(const RunOptions& options, Problems& problems) {
  checkTogether(options, problems);
  if (options.output && options.output->empty())
    problems.push_back({"--output", CORE_TEXT("Problem", "'%1' is not the name of a file").with(""),
                        CORE_TEXT("Problem", "give one such as %1").with("run.json")});
  if (options.experiment && !problems.empty()) return {};
  if (options.experiment) return namedRuns(options, problems);
  const auto run =
      readRun(options.words, CORE_TEXT("Problem", "give it, or an experiment with --experiment"), problems);
  return run ? std::vector{*run} : std::vector<Run>();
}

}  // namespace

int run(const RunOptions& options) {
  Problems problems;
  const std::vector<Run> runs = readRuns(options, problems);
  if (problems.empty() && runs.size() > 1 && (options.json || options.csv))
    problems.push_back({"--run", CORE_TEXT("Problem", "which of the %1 runs is meant is not said").with(runs.size()),
                        CORE_TEXT("Problem", "give its name, or a number from 1 to %1").with(runs.size())});
  if (!problems.empty()) return fail(problems);
  std::string text;
  for (const Run& each : runs) {
    const RunResultPtr result = computeRun(each);
    if (runs.size() > 1) text += (text.empty() ? "" : "\n") + each.name + '\n';
    text += options.json ? asJson(*result) : options.csv ? asCsv(*result) : asText(*result);
  }
  if (!options.output) return print(text);
  const auto problem = writeFile(*options.output, text);
  return problem ? fail({*problem}) : 0;
}

}  // namespace ravine
