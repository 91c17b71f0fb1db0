#include "app/run_words.h"

#include <algorithm>
#include <cmath>
#include <filesystem>

#include "core/base/parameters.h"
#include "core/data/read_data.h"
#include "core/data/read_grid.h"
#include "core/loss/formula.h"
#include "core/loss/models.h"
#include "core/run/run_parameters.h"

namespace ravine {
namespace {

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

void readLossFunction(const RunWords& words, Run& run, Problems& problems) {
  if (words.surface)
    readSurface(*words.surface, run, problems);
  else if (!words.model.empty())
    run.lossFunction.id = words.model;
  else if (isFormula(words.loss))
    run.lossFunction = {"", {}, words.loss};
  else
    run.lossFunction.id = words.loss;
  if (!words.domain) return;
  if (const auto box = readNumbers(*words.domain, 4))
    run.lossFunction.domain = Box{{(*box)[0], (*box)[1]}, {(*box)[2], (*box)[3]}};
  else
    problems.push_back({"--domain",
                        CORE_TEXT("Problem", "'%1' is not a box of finite numbers").with(excerpt(*words.domain)),
                        CORE_TEXT("Problem", "write x0,x1,y0,y1 such as -5,5,-5,5")});
}

// A set by its id, rows in a file, or, with lines of their own, the rows themselves.
void readData(const RunWords& words, Run& run, Problems& problems) {
  const ModelInfo* model = findModel(run.lossFunction.id);
  DataChoice& data = run.lossFunction.data;
  if (!words.data) {
    if (model) data = model->data;  // so that its parameters can be set
    return;
  }
  const std::string& text = *words.data;
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

void readStart(const RunWords& words, Run& run, Problems& problems) {
  Problems ignored;
  const auto info = resolve(run.lossFunction, ignored);
  if (info) run.start = info->start;
  if (!words.start) return;
  if (const auto x = readNumbers(*words.start, 1); x && info && info->ofXAlone) {
    run.start.x() = x->front();
  } else if (const auto start = readNumbers(*words.start, 2)) {
    run.start = {(*start)[0], (*start)[1]};
  } else {
    problems.push_back({"--start",
                        CORE_TEXT("Problem", "'%1' is not a pair of finite numbers").with(excerpt(*words.start)),
                        CORE_TEXT("Problem", "write two numbers with a comma between them, such as -4,2")});
  }
}

// Epochs may be parts of one: 2.5.
void readSteps(const RunWords& words, Run& run, Problems& problems) {
  if (!words.epochs) return readWhole(words.steps, "--steps", run.steps, problems);
  if (rowsOf(run) == 0)
    return problems.push_back({"--epochs", CORE_TEXT("Problem", "counts how often all rows of data are seen"),
                               CORE_TEXT("Problem", "choose a model with --model, or give --steps")});
  const auto epochs = parseNumber(*words.epochs);
  const double each = static_cast<double>(stepsPerEpoch(run));
  if (epochs && *epochs * each > static_cast<double>(Run::kMostSteps))
    problems.push_back({"--epochs", CORE_TEXT("Problem", "are more than %1 steps").with(Run::kMostSteps),
                        CORE_TEXT("Problem", "give at most %1")
                            .with(shortestText(std::floor(static_cast<double>(Run::kMostSteps) / each)))});
  else if (!epochs || *epochs <= 0)
    problems.push_back({"--epochs", CORE_TEXT("Problem", "'%1' is not a number of epochs").with(excerpt(*words.epochs)),
                        CORE_TEXT("Problem", "write a number such as %1").with("5")});
  else
    run.steps = std::max<std::int64_t>(1, std::llround(*epochs * each));
}

// The rate that the schedule goes by, which is of some a parameter of theirs.
void readRate(const RunWords& words, const Message& instead, Run& run, Problems& problems) {
  const ScheduleInfo* schedule = findSchedule(run.schedule.id);  // validate() names one that is unknown
  const std::string parameter = schedule ? schedule->rateParameter : std::string();
  const bool isSet = !parameter.empty() && run.schedule.parameters.contains(parameter);
  if (words.lr.empty()) {
    if (!isSet) problems.push_back({"--lr", CORE_TEXT("Problem", "is missing"), instead});
    return;
  }
  const auto lr = parseNumber(words.lr);
  if (isSet)
    problems.push_back({"--lr", CORE_TEXT("Problem", "does not go with %1").with("--set schedule." + parameter),
                        CORE_TEXT("Problem", "give one of the two")});
  else if (!lr)
    problems.push_back({"--lr", CORE_TEXT("Problem", "'%1' is not a finite number").with(excerpt(words.lr)),
                        CORE_TEXT("Problem", "write a number such as %1 or %2").with("0.05", "3e-4")});
  else if (parameter.empty())
    run.lr = *lr;
  else
    run.schedule.parameters[parameter] = *lr;
}

// What does not go together, and a loss, without which nothing more can be said.
void checkTogether(const RunWords& words, const Message& instead, Problems& problems) {
  if (!words.model.empty() && !words.loss.empty())
    problems.push_back(
        {"--model", CORE_TEXT("Problem", "does not go with --loss"), CORE_TEXT("Problem", "give one of the two")});
  if (words.surface && !(words.loss.empty() && words.model.empty()))
    problems.push_back({"--surface", CORE_TEXT("Problem", "does not go with --loss or --model"),
                        CORE_TEXT("Problem", "give one of them")});
  const std::string& loss = words.surface ? *words.surface : words.model.empty() ? words.loss : words.model;
  if (loss.empty()) problems.push_back({"--loss", CORE_TEXT("Problem", "is missing"), instead});
  if (words.epochs && words.steps != RunWords().steps)
    problems.push_back(
        {"--epochs", CORE_TEXT("Problem", "does not go with --steps"), CORE_TEXT("Problem", "give one of the two")});
}

}  // namespace

void readWhole(const std::string& text, const std::string& option, std::int64_t& to, Problems& problems,
               std::int64_t most) {
  if (const auto number = parseWhole(text))
    to = *number;
  else
    problems.push_back({option, CORE_TEXT("Problem", "'%1' is not a whole number").with(excerpt(text)),
                        CORE_TEXT("Problem", "write one up to %1").with(most)});
}

std::optional<Run> readRun(const RunWords& words, const Message& instead, Problems& problems) {
  checkTogether(words, instead, problems);
  if (!problems.empty()) return std::nullopt;
  Run run;
  readLossFunction(words, run, problems);
  run.optimizer.id = words.optimizer;
  run.schedule.id = words.schedule;
  if (!problems.empty()) return std::nullopt;  // of a grid that could not be read nothing more can be said
  const std::size_t sound = problems.size();
  readData(words, run, problems);
  if (problems.size() > sound) return std::nullopt;  // of rows that could not be read nothing more can be said
  const std::vector<OwnedParameters> all = parametersOf(run);
  for (const std::string& setting : words.settings) applySetting(setting, all, problems);
  if (run.lossFunction.data.rows && !run.lossFunction.data.parameters.empty())
    problems.push_back({"--set data", CORE_TEXT("Problem", "belongs to a set that is made, and the rows are given"),
                        CORE_TEXT("Problem", "leave it out, or name a set with --data")});
  readStart(words, run, problems);
  readRate(words, instead, run, problems);
  if (words.batchSize) {
    std::int64_t size = 0;
    readWhole(*words.batchSize, "--batch-size", size, problems);
    run.batches["batch_size"] = size;
  }
  if (words.scheduleUnit == "epochs")
    run.scheduleUnit = TimeUnit::epochs;
  else if (words.scheduleUnit != "steps")
    problems.push_back({"--schedule-unit", CORE_TEXT("Problem", "there is no '%1'").with(excerpt(words.scheduleUnit)),
                        CORE_TEXT("Problem", "write steps or epochs")});
  readSteps(words, run, problems);
  readWhole(words.warmUp, "--warm-up", run.warmUp, problems);

  Problems more = validate(run);
  if (words.startIsSwept) std::erase_if(more, [](const Problem& problem) { return problem.where == "start"; });
  problems.insert(problems.end(), more.begin(), more.end());
  return problems.empty() ? std::optional(run) : std::nullopt;
}

}  // namespace ravine
