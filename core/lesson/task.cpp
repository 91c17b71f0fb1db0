#include "core/lesson/task.h"

#include <algorithm>
#include <array>
#include <cassert>

#include "core/file/experiment_node.h"
#include "core/lesson/built_in_texts.h"

namespace ravine {
namespace {

constexpr file_words::Table<Freedom, 8> kFreedoms{{{Freedom::lr, "lr"},
                                                   {Freedom::schedule, "schedule"},
                                                   {Freedom::optimizer, "optimizer"},
                                                   {Freedom::start, "start"},
                                                   {Freedom::steps, "steps"},
                                                   {Freedom::noise, "noise"},
                                                   {Freedom::batches, "batches"},
                                                   {Freedom::standardize, "standardize"}}};

// Whether a model standardizes its inputs, and nothing else of its loss.
void takeStandardize(const LossChoice& other, LossChoice& choice) {
  constexpr std::string_view id = "standardize";
  choice.parameters.erase(std::string(id));
  if (const auto found = other.parameters.find(id); found != other.parameters.end()) choice.parameters.insert(*found);
}

// Makes `run` as `other` is in this.
void take(Freedom freedom, const Run& other, Run& run) {
  switch (freedom) {
    case Freedom::lr:
      return setNominalRate(run, nominalRate(other));
    case Freedom::schedule:
      run.schedule = other.schedule;
      run.scheduleUnit = other.scheduleUnit;
      run.warmUp = other.warmUp;
      run.lr = other.lr;
      return;
    case Freedom::optimizer:
      run.optimizer = other.optimizer;
      return;
    case Freedom::start:
      run.start = other.start;
      return;
    case Freedom::steps:
      run.steps = other.steps;
      return;
    case Freedom::noise:
      run.noise = other.noise;
      return;
    case Freedom::batches:
      run.batches = other.batches;
      return;
    case Freedom::standardize:
      takeStandardize(other.lossFunction, run.lossFunction);
      return;
  }
}

// A schedule may have rates of its own: whoever may choose one may choose η.
bool allows(const Task& task, Freedom freedom) {
  const auto has = [&](Freedom each) {
    return std::find(task.mayChange.begin(), task.mayChange.end(), each) != task.mayChange.end();
  };
  return has(freedom) || (freedom == Freedom::lr && has(Freedom::schedule));
}

bool differs(Freedom freedom, const Run& run, const Run& task) {
  Run taken = task;
  take(freedom, run, taken);
  return withoutLooks(taken) != withoutLooks(task);
}

void readFreedoms(ObjectReader& reader, Task& task) {
  const JsonNode* node = reader.require("may_change");
  for (const std::string& word : readTexts(reader, "may_change")) {
    if (const auto freedom = file_words::valueOf(word, kFreedoms))
      task.mayChange.push_back(*freedom);
    else
      reader.reportWord(
          "may_change", *node,
          CORE_TEXT("Problem", "write some of lr, schedule, optimizer, start, steps, noise, batches, standardize"));
  }
}

// The task's run with the members of "solution" in the place of its own.
Run solutionOf(const JsonNode& root, const JsonNode& solution, Told& told) {
  nlohmann::ordered_json whole = root.toJson();
  whole["runs"] = nlohmann::ordered_json::array({whole["runs"].front()});
  whole["runs"].front().update(solution.toJson());
  Problems problems;
  const auto file = readExperiment(whole.dump(), problems);
  for (Problem& problem : problems) {
    problem.at = solution.at;
    told.problems.add(std::move(problem));
  }
  return file ? file->experiment.runs.front() : Run();
}

}  // namespace

Message freedomName(Freedom freedom) {
  static const std::array names{CORE_TEXT("Freedom", "learning rate"), CORE_TEXT("Freedom", "schedule"),
                                CORE_TEXT("Freedom", "optimizer"),     CORE_TEXT("Freedom", "start"),
                                CORE_TEXT("Freedom", "steps"),         CORE_TEXT("Freedom", "noise"),
                                CORE_TEXT("Freedom", "batches"),       CORE_TEXT("Freedom", "standardizing")};
  return names.at(static_cast<std::size_t>(freedom));
}

const std::vector<Task>& tasks() {
  static const std::vector<Task> all = [] {
    std::vector<Task> read;
    for (const BuiltInText& text : taskTexts()) {
      Problems problems;
      auto task = readTask(text.json, problems);
      assert(task);
      task->id = text.id;
      read.push_back(std::move(*task));
    }
    return read;
  }();
  return all;
}

const Task* findTask(std::string_view id) {
  const auto found = std::find_if(tasks().begin(), tasks().end(), [&](const Task& each) { return each.id == id; });
  return found == tasks().end() ? nullptr : &*found;
}

std::optional<Task> readTask(std::string_view text, Problems& problems) {
  auto file = readExperiment(text, problems);
  if (!file) return std::nullopt;
  problems.insert(problems.end(), file->remarks.begin(), file->remarks.end());
  Task task{.experiment = std::move(file->experiment)};
  task.experiment.unknown.clear();
  Problems ignored;  // it has been read before
  const auto root = parseJson(text, kLargestExperimentFile, ignored);
  Told told;
  ObjectReader reader(*root, 0, "", told);
  task.hints = readTexts(reader, "hints");
  readFreedoms(reader, task);
  if (const JsonNode* goal = reader.require("goal"))
    task.goal = readClaims(*goal, task.experiment, told, task.experiment.runs.front().id);
  if (const JsonNode* solution = reader.require("solution")) task.solution = solutionOf(*root, *solution, told);
  task.translated = readTranslations(reader.find("translations"), told, [&](const JsonNode& node) {
    ObjectReader words(node, 0, "translations", told);
    return Task::Words{withWords(task.experiment, node, words), readTexts(words, "hints")};
  });
  const Problems found = std::move(told.problems).sorted();
  problems.insert(problems.end(), found.begin(), found.end());
  return problems.empty() ? std::optional(std::move(task)) : std::nullopt;
}

const Experiment& experimentOf(const Task& task, const std::string& language) {
  const auto found = task.translated.find(language);
  return found == task.translated.end() ? task.experiment : found->second.experiment;
}

const std::vector<std::string>& hintsOf(const Task& task, const std::string& language) {
  const auto found = task.translated.find(language);
  return found == task.translated.end() ? task.hints : found->second.hints;
}

TaskState judge(const Task& task, const Run& run, ResultsById results) {
  const Run& given = task.experiment.runs.front();
  TaskState state;
  // What may be changed is taken back; what is different then may not be.
  Run rest = run;
  for (const auto& [freedom, word] : kFreedoms)
    if (allows(task, freedom)) take(freedom, given, rest);
  for (const auto& [freedom, word] : kFreedoms)
    if (!allows(task, freedom) && differs(freedom, rest, given)) state.mayNotBeChanged.push_back(freedom);
  const auto own = results.find(run.id);
  if (own == results.end() || rest.lossFunction != given.lossFunction ||
      withoutLooks(own->second->run) != withoutLooks(run))
    return state;
  results[given.id] = own->second;  // it stands for the task's
  // Runs to compare with count only as they were given.
  for (const Run& other : task.experiment.runs)
    if (const auto result = results.find(other.id);
        other.id != given.id && result != results.end() && withoutLooks(result->second->run) != withoutLooks(other))
      results.erase(result);
  for (const Claim& claim : task.goal) state.findings.push_back(check(claim, results));
  state.isDone = state.mayNotBeChanged.empty() &&
                 std::all_of(state.findings.begin(), state.findings.end(), [](const Finding& f) { return f.holds; });
  return state;
}

}  // namespace ravine
