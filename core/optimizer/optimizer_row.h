// How an optimizer becomes a row of the catalogue. A rule is one of update_rules.h, its base `Settings`, or, where it
// asks the loss elsewhere too, a struct of settings with
//   struct State                                          what it remembers from step to step,
//   Vector2 step(State&, const StepInput&) const          θ_{t+1}.
// Either has, State being that of numbers,
//   std::vector<Term> terms(const State&, const StepInput&) const   the quantities of the step that State is left by,
//   static constexpr Stability stability
//   double stabilityLimit(double sharpness) const         unless stability is none; sharpness > 0,
//   std::string stabilityFormula() const                  unless stability is none,
//   double stabilityLimit(const State&, double) const     if it changes from step to step,
//   double curvatureOfDecay() const                       if that is not weightDecay: what it adds to every curvature,
//   Vector2 preconditioner(const State&) const            if it divides each coordinate's step by something,
//   Matrix2 transition(double lr, double curvature) const if stability is exact: what a step does to (θ, memory) along
//   a
//                                                         principal direction of a quadratic,
//   Problems check() const                                if not all combinations of settings make sense.
// Included only by the files that define optimizers.
#pragma once

#include <cmath>
#include <limits>

#include "core/loss/tape_registers.h"
#include "core/optimizer/optimizer.h"
#include "core/optimizer/step_kernels.h"
#include "core/optimizer/stride_kernels.h"
#include "core/optimizer/update_rules.h"

namespace ravine {

// The groups of which the catalogue consists.
std::vector<OptimizerInfo> momentumOptimizers();
std::vector<OptimizerInfo> adaptiveOptimizers();
std::vector<OptimizerInfo> adamOptimizers();
std::vector<OptimizerInfo> otherOptimizers();

// What a row says beyond its settings struct.
struct OptimizerRow {
  std::string id;
  Message name;
  Message updateRule;
  Message description;
  std::string source;
};

// Terms that several rules have.
inline Term decayedTerm(const Vector2& value) {
  return {"g + w θ", CORE_TEXT("Term", "gradient with weight decay"), value};
}
inline Term momentumTerm(std::string symbol, const Vector2& value) {
  return {std::move(symbol), CORE_TEXT("Term", "momentum: remembered gradients"), value, Term::Role::momentum};
}
inline Term divisorTerm(std::string symbol, const Vector2& value) {
  return {std::move(symbol), CORE_TEXT("Term", "divisor of each coordinate"), value, Term::Role::divisor};
}

inline StepOf<double> stepOf(const StepInput& in) {
  return {in.t, {in.theta.x(), in.theta.y()}, {in.gradient.x(), in.gradient.y()}, in.lr};
}

inline Pair<double> decayedGradient(const StepInput& in, double weightDecay) {
  return rules::decayedGradient(stepOf(in), weightDecay);
}

// A rule of update_rules.h.
template <class Rule>
concept OfLanes = requires(const Rule& rule) {
  rule.at(std::int64_t{});
};

template <class Rule>
struct SettingsOf {
  using Type = Rule;
  using State = typename Rule::State;
};
template <OfLanes Rule>
struct SettingsOf<Rule> {
  using Type = typename Rule::Settings;
  using State = typename Type::template State<double>;
};

template <class Rule>
double limitFor(const Rule& rule, double sharpness) {
  if constexpr (Rule::stability == Stability::none)
    return std::numeric_limits<double>::quiet_NaN();
  else
    return sharpness > 0 ? rule.stabilityLimit(sharpness) : std::numeric_limits<double>::infinity();
}

// Weight decay in the gradient adds itself to every curvature.
template <class Rule>
double curvatureOfDecay(const Rule& rule) {
  if constexpr (requires { rule.curvatureOfDecay(); })
    return rule.curvatureOfDecay();
  else if constexpr (requires { rule.weightDecay; })
    return rule.weightDecay;
  else
    return 0;
}

template <class Rule>
class RunningOptimizer final : public Optimizer {
 public:
  explicit RunningOptimizer(const Rule& rule) : m_rule(rule) {}

  Vector2 step(const StepInput& input) override {
    if constexpr (OfLanes<Rule>)
      return m_rule.step(m_state, stepOf(input), m_rule.at(input.t));
    else
      return m_rule.step(m_state, input);
  }

  std::unique_ptr<Optimizer> clone() const override { return std::make_unique<RunningOptimizer>(*this); }

  std::vector<Term> terms(const StepInput& input) const override { return m_rule.terms(m_state, input); }

  double stabilityLimit(const Matrix2& hessian) const override {
    if constexpr (requires { m_rule.preconditioner(m_state); }) {
      const Vector2 root = m_rule.preconditioner(m_state).cwiseSqrt();
      Matrix2 rescaled = hessian + curvatureOfDecay(m_rule) * Matrix2::Identity();
      for (int i = 0; i < 2; ++i)
        for (int j = 0; j < 2; ++j) rescaled(i, j) /= root[i] * root[j];
      const double sharpness = eigenvalues(rescaled).upper;
      if constexpr (requires { m_rule.stabilityLimit(m_state, sharpness); })
        return sharpness > 0 ? m_rule.stabilityLimit(m_state, sharpness) : std::numeric_limits<double>::infinity();
      else
        return limitFor(m_rule, sharpness);
    } else {
      return limitFor(m_rule, eigenvalues(hessian).upper);
    }
  }

 private:
  Rule m_rule;
  typename SettingsOf<Rule>::State m_state;
};

// The same rule on many lanes.
template <class Settings>
class RunningLanes final : public LaneOptimizer {
  static constexpr std::size_t kNumbers = sizeof(rules::Memory<Settings, double>) / sizeof(double);

 public:
  explicit RunningLanes(const Settings& rule) : m_rule(rule), m_kernels(stepKernels<Settings>(instructionSet())) {}

  void begin(std::size_t lanes) override {
    m_states.resize(kNumbers * lanes);
    m_nextStates.resize(kNumbers * lanes);
    m_kernels.begin(m_states.data(), lanes);
  }

  void step(const LaneStep& step) override {
    m_kernels.step(m_rule, *atSteps(step.t, 1), rules::remembers(m_rule), m_states.data(), step);
  }

  bool canStride(const KernelFormula& formula) const override {
    if (const auto* call = std::get_if<FormulaCall>(&formula))
      return strideKernel<Settings>(instructionSet(), call->formula) != nullptr;
    return tapeStrideKernel<Settings>(instructionSet()) != nullptr;
  }

  bool stride(const KernelFormula& formula, const LaneStride& stride) override {
    const StridingRule<Settings> rule{m_rule, atSteps(stride.t, stride.steps), rules::remembers(m_rule),
                                      m_states.data(), m_nextStates.data()};
    if (!isMade(rule, formula, stride)) return false;
    if (rule.remembers) std::swap(m_states, m_nextStates);
    return true;
  }

  void move(std::size_t from, std::size_t to) override {
    for (std::size_t number = 0; number < kNumbers; ++number)
      m_states[placeOf(number, to)] = m_states[placeOf(number, from)];
  }

 private:
  bool isMade(const StridingRule<Settings>& rule, const KernelFormula& formula, const LaneStride& stride) {
    if (const auto* call = std::get_if<FormulaCall>(&formula))
      return strideKernel<Settings>(instructionSet(), call->formula)(rule, call->parameters, stride);
    const Tape& tape = std::get<Tape>(formula);
    return tapeStrideKernel<Settings>(instructionSet())(rule, tape, m_registers.of(tape), stride);
  }

  // What is the same for all lanes is worked out once for all blocks of them.
  const typename Settings::AtStep* atSteps(std::int64_t t, std::int64_t steps) {
    while (std::ssize(m_atSteps) < t + steps) m_atSteps.push_back(m_rule.at(std::ssize(m_atSteps)));
    return m_atSteps.data() + t;
  }

  static std::size_t placeOf(std::size_t number, std::size_t lane) {
    return (lane / kLanesAtOnce * kNumbers + number) * kLanesAtOnce + lane % kLanesAtOnce;
  }

  Settings m_rule;
  StepKernels<Settings> m_kernels;
  std::vector<double> m_states;
  std::vector<double> m_nextStates;
  TapeRegisters m_registers;
  std::vector<typename Settings::AtStep> m_atSteps;
};

// The dominant eigenvalue.
inline ModeFactor modeFactor(const Matrix2& transition) {
  const double half = 0.5 * transition.trace();
  const double determinant = transition(0, 0) * transition(1, 1) - transition(0, 1) * transition(1, 0);
  const double discriminant = half * half - determinant;
  const bool memoryless = transition(1, 0) == 0 && transition(1, 1) == 0;
  if (discriminant < 0) return {std::sqrt(determinant), false, discriminant};
  return {half + std::copysign(std::sqrt(discriminant), half), memoryless, discriminant};
}

template <class Rule>
OptimizerInfo optimizer(OptimizerRow row, std::vector<Setting<typename SettingsOf<Rule>::Type>> settings) {
  OptimizerInfo info{row.id,
                     row.name,
                     row.updateRule,
                     describe(settings),
                     row.description,
                     row.source,
                     {},
                     {},
                     {},
                     Rule::stability,
                     {},
                     {},
                     {},
                     {},
                     {},
                     {}};
  const auto ruleOf = [settings](const ParameterSet& parameters) { return Rule{settingsFrom(settings, parameters)}; };
  info.curvatureOfDecay = [ruleOf](const ParameterSet& parameters) { return curvatureOfDecay(ruleOf(parameters)); };
  info.check = [ruleOf](const ParameterSet& parameters) -> Problems {
    if constexpr (requires(const Rule& rule) { rule.check(); })
      return ruleOf(parameters).check();
    else
      return {};
  };
  info.make = [ruleOf](const ParameterSet& parameters) -> std::unique_ptr<Optimizer> {
    return std::make_unique<RunningOptimizer<Rule>>(ruleOf(parameters));
  };
  if constexpr (OfLanes<Rule>)
    info.makeLanes = [ruleOf](const ParameterSet& parameters) -> std::unique_ptr<LaneOptimizer> {
      return std::make_unique<RunningLanes<typename SettingsOf<Rule>::Type>>(ruleOf(parameters));
    };
  info.stabilityLimit = [ruleOf](const ParameterSet& parameters, double sharpness) {
    return limitFor(ruleOf(parameters), sharpness);
  };
  info.stabilityFormula = [ruleOf](const ParameterSet& parameters) -> std::string {
    if constexpr (Rule::stability == Stability::none)
      return {};
    else
      return ruleOf(parameters).stabilityFormula();
  };
  info.ruleInForce = [ruleOf, rule = row.updateRule](const ParameterSet& parameters) -> Message {
    if constexpr (requires(const Rule& r) { r.ruleInForce(); })
      return ruleOf(parameters).ruleInForce();
    else
      return rule;
  };
  info.restlessness = [ruleOf](const ParameterSet& parameters) -> std::optional<Message> {
    if constexpr (requires(const Rule& rule) { rule.restlessness(); })
      return ruleOf(parameters).restlessness();
    else
      return std::nullopt;
  };
  if constexpr (Rule::stability == Stability::exact)
    info.modeFactor = [ruleOf](const ParameterSet& parameters, double lr, double curvature) {
      return modeFactor(ruleOf(parameters).transition(lr, curvature));
    };
  return info;
}

}  // namespace ravine
