// Runs of every kind: all functions on their own, a wider and a narrower domain, formulas with poles, kinks and flat
// minima, all optimizers with random settings, all schedules, noise.
#pragma once

#include <cmath>
#include <map>
#include <memory>
#include <random>
#include <string>

#include "core/diagnosis/run_result.h"

namespace ravine {

class RandomRuns {
 public:
  explicit RandomRuns(unsigned seed) : m_engine(seed) {}

  // A sound one.
  RunResultPtr next() {
    for (;;) {
      const ravine::Run run = any();
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
    return "--loss '" + (run.lossFunction.id.empty() ? run.lossFunction.formula : run.lossFunction.id) +
           "' --domain=" + toText(std::vector{box.x.lower, box.x.upper, box.y.lower, box.y.upper}) +
           " --start=" + toText(std::vector{run.start.x(), run.start.y()}) + " --lr " + shortestText(run.lr) +
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
    return choice.id + choice.formula + toText(std::vector{box.x.lower, box.x.upper, box.y.lower, box.y.upper});
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

  ravine::Run any() {
    ravine::Run run;
    run.lossFunction = lossFunction();
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
  std::map<std::string, std::shared_ptr<const Landscape>> m_landscapes;
};

}  // namespace ravine
