// Runs of every kind: all functions on their own, a wider and a narrower domain, formulas with poles, kinks and flat
// minima, all optimizers with random settings, all schedules, noise.
#pragma once

#include <array>
#include <cmath>
#include <map>
#include <memory>
#include <random>
#include <string>

#include "core/diagnosis/run_result.h"
#include "core/loss/models.h"

namespace ravine {

class RandomRuns {
 public:
  enum class Kind { functions, learning };
  explicit RandomRuns(unsigned seed, Kind kind = Kind::functions) : m_engine(seed), m_kind(kind) {}

  // A sound one.
  RunResultPtr next() {
    for (;;) {
      const ravine::Run run = m_kind == Kind::learning ? learning() : any();
      if (!validate(run).empty()) continue;
      auto& landscape = m_landscapes[key(run.lossFunction)];
      if (!landscape) landscape = std::make_shared<const Landscape>(surveyLandscape(run.lossFunction));
      return computeRun(run, landscape);
    }
  }

  // How to do it again.
  static std::string describe(const ravine::Run& run) {
    const auto settings = [](const char* prefix, const ParameterSet& set) {
      std::string text;
      for (const auto& [id, value] : set) text += std::string(" --set ") + prefix + id + '=' + toText(value);
      return text;
    };
    const Box box = lossFunctionInfo(run).domain;
    const DataChoice data = dataOf(run.lossFunction);
    return "--loss '" + (run.lossFunction.id.empty() ? run.lossFunction.formula : run.lossFunction.id) + "'" +
           (data.empty() ? "" : " --data " + data.id) + settings("data.", data.parameters) +
           settings("loss.", run.lossFunction.parameters) + settings("batches.", run.batches) +
           (run.scheduleUnit == TimeUnit::epochs ? " --schedule-unit epochs" : "") +
           " --domain=" + toText(std::vector{box.x.lower, box.x.upper, box.y.lower, box.y.upper}) +
           " --start=" + toText(std::vector{run.start.x(), run.start.y()}) +
           (run.schedule.parameters.contains(scheduleInfo(run).rateParameter) ? "" : " --lr " + shortestText(run.lr)) +
           " --steps " + std::to_string(run.steps) + " --optimizer " + run.optimizer.id + " --schedule " +
           run.schedule.id + settings("optimizer.", run.optimizer.parameters) +
           settings("schedule.", run.schedule.parameters) + settings("noise.", run.noise);
  }

 private:
  double part() { return std::uniform_real_distribution<double>(0, 1)(m_engine); }
  bool oneIn(unsigned n) { return m_engine() % n == 0; }
  double between(const Interval& interval) { return interval.lower + part() * interval.length(); }
  template <class Row>
  const Row& anyOf(const std::vector<Row>& rows) {
    return rows[m_engine() % rows.size()];
  }

  static std::string key(const LossChoice& choice) {
    const Box box = lossFunctionInfo(choice).domain;
    std::string settings;
    for (const ParameterSet& set : {choice.parameters, choice.data.parameters})
      for (const auto& [id, value] : set) settings += id + '=' + toText(value);
    return choice.id + choice.formula + choice.data.id + settings +
           toText(std::vector{box.x.lower, box.x.upper, box.y.lower, box.y.upper});
  }

  LossChoice lossFunction() {
    static const std::vector<std::string> formulas{
        "x^4+y^4",         "x^4+y^2",         "1/(x-1)+x^2+y^2",  "tan(x)+y^2", "sqrt(x^2+y^2)",      "abs(x)+3*abs(y)",
        "log(x)+y^2",      "sin(3x)*sin(3y)", "x^3+y^2",          "x^2*y^2",    "max(x,y)^2+0.1*y^2", "exp(x)+y^2",
        "x^2+y^2+sin(5x)", "x^6+0.1y^2",      "sqrt(abs(x))+y^2", "x*y"};
    LossChoice choice;
    if (oneIn(5))
      choice.formula = anyOf(formulas);
    else
      choice.id = anyOf(lossFunctions()).id;
    const double scale = std::vector{1.0, 1.0, 0.4, 2.5}[m_engine() % 4];
    const Box box = lossFunctionInfo(choice).domain;
    const auto scaled = [&](const Interval& i) {
      return Interval{i.centre() - 0.5 * scale * i.length(), i.centre() + 0.5 * scale * i.length()};
    };
    if (scale != 1) choice.domain = Box{scaled(box.x), scaled(box.y)};
    return choice;
  }

  ParameterSet settings(const std::vector<ParameterInfo>& infos) {
    ParameterSet set;
    for (const ParameterInfo& info : infos) {
      if (!oneIn(2)) continue;
      if (const auto* byDefault = std::get_if<double>(&info.defaultValue)) {
        const double spread = std::pow(10, 2 * part() - 1);
        double value = *byDefault == 0 ? (oneIn(2) ? 0.95 * part() : 0.0) : *byDefault * spread;
        if (info.id == "eps") value = *byDefault;
        if (*byDefault > 0.5 && *byDefault < 1) value = 1 - (1 - *byDefault) * spread;
        if (info.range.allows(value)) set[info.id] = value;
      } else if (std::holds_alternative<bool>(info.defaultValue)) {
        set[info.id] = true;
      }
    }
    return set;
  }

  // A model on some of the data that fit it.
  LossChoice model() {
    const ModelInfo& model = anyOf(models());
    std::vector<std::string> sets;
    for (const DataSetInfo& set : dataSets())
      if (set.inputs == model.inputs && (set.labels || !model.labels)) sets.push_back(set.id);
    // Of what is nearly a straight line the network makes weights that grow without end.
    if (model.id == "tanh_network") sets = {"s_curve", "step"};
    LossChoice choice{.id = model.id, .parameters = {}, .data = {.id = anyOf(sets), .parameters = {}}};
    choice.data.parameters["n"] = std::vector<std::int64_t>{8, 20, 40}[m_engine() % 3];
    choice.data.parameters["seed"] = static_cast<std::int64_t>(m_engine() % 4);
    if (oneIn(3)) choice.parameters["standardize"] = true;
    return choice;
  }

  ravine::Run learning() {
    ravine::Run run = on(model());
    constexpr std::array<std::int64_t, 4> sizes{1, 2, 5, 16};
    if (oneIn(2))
      run.batches = {{"batch_size", sizes[m_engine() % sizes.size()]},
                     {"shuffle", !oneIn(4)},
                     {"drop_last", oneIn(3)},
                     {"seed", static_cast<std::int64_t>(m_engine() % 100)}};
    if (oneIn(3)) run.scheduleUnit = TimeUnit::epochs;
    return run;
  }

  ravine::Run any() { return on(lossFunction()); }

  ravine::Run on(const LossChoice& choice) {
    ravine::Run run;
    run.lossFunction = choice;
    const LossFunctionInfo info = lossFunctionInfo(run);
    run.start = oneIn(4) ? info.start : Vector2(between(info.domain.x), between(info.domain.y));
    const OptimizerInfo& optimizer = oneIn(2) ? *findOptimizer("sgd") : anyOf(optimizers());
    run.optimizer = {optimizer.id, settings(optimizer.parameters)};
    run.lr = std::pow(10, -4 + 4.3 * part());
    run.steps = static_cast<std::int64_t>(std::pow(10, std::log10(20.0) + 2 * part()));
    const ScheduleInfo& schedule = anyOf(schedules());
    if (oneIn(3)) run.schedule = {schedule.id, schedule.suggest(run.lr, run.steps)};
    if (oneIn(7)) run.noise = {{"sigma", part()}, {"seed", static_cast<std::int64_t>(m_engine() % 1000)}};
    return run;
  }

  std::mt19937 m_engine;
  Kind m_kind;
  std::map<std::string, std::shared_ptr<const Landscape>> m_landscapes;
};

}  // namespace ravine
