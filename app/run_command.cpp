#include "app/run_command.h"

#include <cmath>
#include <filesystem>
#include <nlohmann/json.hpp>
#include <sstream>

#include "app/named_experiment.h"
#include "app/parameter_json.h"
#include "app/report.h"
#include "core/base/write_file.h"
#include "core/data/read_data.h"
#include "core/data/read_grid.h"
#include "core/diagnosis/explanation.h"
#include "core/diagnosis/reason.h"
#include "core/diagnosis/run_result.h"
#include "core/loss/formula.h"
#include "core/loss/models.h"
#include "core/run/run_parameters.h"

namespace ravine {
namespace {

using Json = nlohmann::ordered_json;

// What is neither an id nor nearly one is meant as a formula.
bool isFormula(const std::string& text) {
  const bool isWord =
      std::all_of(text.begin(), text.end(), [](unsigned char c) { return std::isalnum(c) || c == '_'; });
  std::vector<std::string> ids;
  for (const LossFunctionInfo& info : lossFunctions()) ids.push_back(info.id);
  FormulaProblem ignored;
  if (findLossFunction(text) || text.empty()) return false;
  return !isWord || Formula::parse(text, ignored) || !nearestId(text, ids);
}

// "optimizer.momentum=0.9"
void applySetting(const std::string& setting, const std::vector<OwnedParameters>& all, Problems& problems) {
  const auto dot = setting.find('.');
  const auto equals = setting.find('=');
  const auto found = std::find_if(all.begin(), all.end(),
                                  [&](const OwnedParameters& each) { return each.owner == setting.substr(0, dot); });
  if (dot == std::string::npos || equals == std::string::npos || equals < dot || found == all.end()) {
    problems.push_back(
        {"--set " + excerpt(setting), CORE_TEXT("Problem", "cannot be read"),
         CORE_TEXT("Problem",
                   "write OWNER.NAME=VALUE, the owner being loss, data, optimizer, schedule, noise or batches")});
    return;
  }
  if (!found->known) return;
  const std::string id = setting.substr(dot + 1, equals - dot - 1);
  const ParameterInfo* info = findParameter(found->infos, id);
  if (!info) {
    found->values[id] = 0.0;  // validate() names the unknown parameter
    return;
  }
  Problem problem;
  if (const auto value = parseParameter(*info, setting.substr(equals + 1), problem))
    found->values[id] = *value;
  else
    problems.push_back({"--set " + found->owner + "." + id, problem.what, problem.mend});
}

std::optional<std::vector<double>> readNumbers(std::string_view text, std::size_t count) {
  auto numbers = parseNumbers(text);
  return numbers && numbers->size() == count ? numbers : std::nullopt;
}

void readSurface(const std::string& path, Run& run, Problems& problems) {
  if (const auto grid = readGrid(path, problems))
    run.lossFunction = {.id = {}, .parameters = {}, .grid = Shared(*grid)};
}

void readLossFunction(const RunOptions& options, Run& run, Problems& problems) {
  if (options.surface)
    readSurface(*options.surface, run, problems);
  else if (!options.model.empty())
    run.lossFunction.id = options.model;
  else if (isFormula(options.loss))
    run.lossFunction = {"", {}, options.loss};
  else
    run.lossFunction.id = options.loss;
  if (!options.domain) return;
  if (const auto box = readNumbers(*options.domain, 4))
    run.lossFunction.domain = Box{{(*box)[0], (*box)[1]}, {(*box)[2], (*box)[3]}};
  else
    problems.push_back({"--domain",
                        CORE_TEXT("Problem", "'%1' is not a box of finite numbers").with(excerpt(*options.domain)),
                        CORE_TEXT("Problem", "write x0,x1,y0,y1 such as -5,5,-5,5")});
}

// A set by its id, rows in a file, or, with lines of their own, the rows themselves.
void readData(const RunOptions& options, Run& run, Problems& problems) {
  const ModelInfo* model = findModel(run.lossFunction.id);
  DataChoice& data = run.lossFunction.data;
  if (!options.data) {
    if (model) data = model->data;  // so that its parameters can be set
    return;
  }
  const std::string& text = *options.data;
  if (findDataSet(text) || text.empty()) {
    data.id = text;
    if (text.empty())
      problems.push_back({"--data", CORE_TEXT("Problem", "is empty"),
                          CORE_TEXT("Problem", "give a CSV file or the id of a set of data")});
    return;
  }
  const bool isRows = text.find('\n') != std::string::npos;
  std::error_code ignored;
  if (!isRows && !std::filesystem::exists(text, ignored) && text.find_first_of("./\\") == std::string::npos) {
    data.id = text;  // validate() names the unknown set
    return;
  }
  if (const auto table = isRows ? ravine::readData(text, problems) : readDataFile(text, problems))
    data.rows = Shared(*table);
}

void readStart(const RunOptions& options, Run& run, Problems& problems) {
  Problems ignored;
  if (!options.start) {
    if (const auto info = resolve(run.lossFunction, ignored)) run.start = info->start;
  } else if (const auto start = readNumbers(*options.start, 2)) {
    run.start = {(*start)[0], (*start)[1]};
  } else {
    problems.push_back({"--start",
                        CORE_TEXT("Problem", "'%1' is not a pair of finite numbers").with(excerpt(*options.start)),
                        CORE_TEXT("Problem", "write two numbers with a comma between them, such as -4,2")});
  }
}

void readWhole(const std::string& text, const std::string& option, std::int64_t& to, Problems& problems) {
  if (const auto number = parseWhole(text))
    to = *number;
  else
    problems.push_back({option, CORE_TEXT("Problem", "'%1' is not a whole number").with(excerpt(text)),
                        CORE_TEXT("Problem", "write one up to %1").with(Run::kMostSteps)});
}

// Epochs may be parts of one: 2.5.
void readSteps(const RunOptions& options, Run& run, Problems& problems) {
  if (!options.epochs) return readWhole(options.steps, "--steps", run.steps, problems);
  if (rowsOf(run) == 0)
    return problems.push_back({"--epochs", CORE_TEXT("Problem", "counts how often all rows of data are seen"),
                               CORE_TEXT("Problem", "choose a model with --model, or give --steps")});
  const auto epochs = parseNumber(*options.epochs);
  const double each = static_cast<double>(stepsPerEpoch(run));
  if (epochs && *epochs * each > static_cast<double>(Run::kMostSteps))
    problems.push_back({"--epochs", CORE_TEXT("Problem", "are more than %1 steps").with(Run::kMostSteps),
                        CORE_TEXT("Problem", "give at most %1")
                            .with(shortestText(std::floor(static_cast<double>(Run::kMostSteps) / each)))});
  else if (!epochs || *epochs <= 0)
    problems.push_back({"--epochs",
                        CORE_TEXT("Problem", "'%1' is not a number of epochs").with(excerpt(*options.epochs)),
                        CORE_TEXT("Problem", "write a number such as %1").with("5")});
  else
    run.steps = std::max<std::int64_t>(1, std::llround(*epochs * each));
}

// What a run cannot do without, and what does not go with an experiment that has its runs already.
void checkTogether(const RunOptions& options, Problems& problems) {
  const RunOptions usual;
  const bool described = !options.loss.empty() || !options.model.empty() || options.data || options.surface ||
                         options.batchSize || options.epochs || options.scheduleUnit != usual.scheduleUnit ||
                         !options.lr.empty() || options.domain || options.start ||
                         options.optimizer != usual.optimizer || options.schedule != usual.schedule ||
                         options.warmUp != usual.warmUp || options.steps != usual.steps || !options.settings.empty();
  if (options.experiment && described)
    problems.push_back({"--experiment", CORE_TEXT("Problem", "does not go with options that describe a run"),
                        CORE_TEXT("Problem", "change the file, or leave --experiment out")});
  if (options.experiment) return;
  if (!options.model.empty() && !options.loss.empty())
    problems.push_back(
        {"--model", CORE_TEXT("Problem", "does not go with --loss"), CORE_TEXT("Problem", "give one of the two")});
  if (options.surface && !(options.loss.empty() && options.model.empty()))
    problems.push_back({"--surface", CORE_TEXT("Problem", "does not go with --loss or --model"),
                        CORE_TEXT("Problem", "give one of them")});
  const std::string& loss = options.surface ? *options.surface : options.model.empty() ? options.loss : options.model;
  for (const auto& [option, value] : {std::pair("--loss", &loss), std::pair("--lr", &options.lr)})
    if (value->empty())
      problems.push_back({option, CORE_TEXT("Problem", "is missing"),
                          CORE_TEXT("Problem", "give it, or an experiment with --experiment")});
  if (options.epochs && options.steps != usual.steps)
    problems.push_back(
        {"--epochs", CORE_TEXT("Problem", "does not go with --steps"), CORE_TEXT("Problem", "give one of the two")});
  if (options.run)
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

std::optional<Run> readRun(const RunOptions& options, Problems& problems) {
  Run run;
  readLossFunction(options, run, problems);
  run.optimizer.id = options.optimizer;
  run.schedule.id = options.schedule;
  if (!problems.empty()) return std::nullopt;  // of a grid that could not be read nothing more can be said
  const std::size_t sound = problems.size();
  readData(options, run, problems);
  if (problems.size() > sound) return std::nullopt;  // of rows that could not be read nothing more can be said
  const std::vector<OwnedParameters> all = parametersOf(run);
  for (const std::string& setting : options.settings) applySetting(setting, all, problems);
  if (run.lossFunction.data.rows && !run.lossFunction.data.parameters.empty())
    problems.push_back({"--set data", CORE_TEXT("Problem", "belongs to a set that is made, and the rows are given"),
                        CORE_TEXT("Problem", "leave it out, or name a set with --data")});
  readStart(options, run, problems);
  const auto lr = parseNumber(options.lr);
  if (!lr)
    problems.push_back({"--lr", CORE_TEXT("Problem", "'%1' is not a finite number").with(excerpt(options.lr)),
                        CORE_TEXT("Problem", "write a number such as %1 or %2").with("0.05", "3e-4")});
  else
    run.lr = *lr;

  if (options.batchSize) {
    std::int64_t size = 0;
    readWhole(*options.batchSize, "--batch-size", size, problems);
    run.batches["batch_size"] = size;
  }
  if (options.scheduleUnit == "epochs")
    run.scheduleUnit = TimeUnit::epochs;
  else if (options.scheduleUnit != "steps")
    problems.push_back({"--schedule-unit", CORE_TEXT("Problem", "there is no '%1'").with(excerpt(options.scheduleUnit)),
                        CORE_TEXT("Problem", "write steps or epochs")});
  readSteps(options, run, problems);
  readWhole(options.warmUp, "--warm-up", run.warmUp, problems);

  const Problems more = validate(run);
  problems.insert(problems.end(), more.begin(), more.end());
  return problems.empty() ? std::optional(run) : std::nullopt;
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
        {"lr", run.lr},
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
  const Message end = CORE_TEXT("CommandLine", "after %1 steps: theta = %2,%3  loss = %4  overshoots = %5")
                          .with(t.steps(), shortestText(t.points.back().x()), shortestText(t.points.back().y()),
                                shortestText(t.losses.back()), result.diagnosis.overshoots.size());
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
  if (!problems.empty()) return {};
  if (options.experiment) return namedRuns(options, problems);
  const auto run = readRun(options, problems);
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
