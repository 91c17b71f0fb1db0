#include <limits>

#include "core/optimizer.h"

namespace ravine {
namespace {

// SGD as in PyTorch (heavy ball: Polyak 1964; Nesterov: Sutskever et al. 2013 in PyTorch's form):
// g ← ∇f + w θ, b ← μ b + (1 − d) g (first step: b ← g), θ ← θ − η b, or θ ← θ − η (g + μ b) with nesterov.
struct Sgd {
  double momentum = 0;
  double dampening = 0;
  double weightDecay = 0;
  bool nesterov = false;

  struct State {
    Vector2 buffer = Vector2::Zero();
  };

  Vector2 step(State& state, const StepInput& in) const {
    Vector2 g = in.gradient;
    if (weightDecay != 0) g += weightDecay * in.theta;
    if (momentum == 0) return in.theta - in.lr * g;
    state.buffer = in.t == 0 ? g : Vector2(momentum * state.buffer + (1 - dampening) * g);
    const Vector2 direction = nesterov ? Vector2(g + momentum * state.buffer) : state.buffer;
    return in.theta - in.lr * direction;
  }

  // On a quadratic the fastest mode reverses sign for ever where η λ = 2 (1 + μ) / (1 − d); with Nesterov's look-ahead
  // where η λ = 2 / (1 + μ (1 − d) / (1 + μ)). Weight decay adds w to every curvature.
  double stabilityLimit(double sharpness) const {
    const double curvature = sharpness + weightDecay;
    if (!(curvature > 0)) return std::numeric_limits<double>::infinity();
    if (momentum == 0) return 2 / curvature;
    if (nesterov) return 2 / (1 + momentum * (1 - dampening) / (1 + momentum)) / curvature;
    return 2 * (1 + momentum) / (1 - dampening) / curvature;
  }

  std::string stabilityFormula() const {
    const std::string curvature = weightDecay == 0 ? "λ" : "(λ + w)";
    if (momentum == 0) return "2/" + curvature;
    if (nesterov) return dampening == 0 ? "2(1 + μ)/(1 + 2μ)" + curvature : "limit for " + curvature;
    return (dampening == 0 ? "2(1 + μ)/" : "2(1 + μ)/(1 − d)") + curvature;
  }
};

template <class Rule>
class RunningOptimizer final : public Optimizer {
 public:
  explicit RunningOptimizer(const Rule& rule) : m_rule(rule) {}
  Vector2 step(const StepInput& input) override { return m_rule.step(m_state, input); }

 private:
  Rule m_rule;
  typename Rule::State m_state;
};

// What a row says beyond its settings struct.
struct Row {
  std::string id;
  std::string name;
  std::string updateRule;
  std::string description;
};

template <class Rule>
OptimizerInfo optimizer(Row row, std::vector<Setting<Rule>> settings) {
  OptimizerInfo info{row.id, row.name, row.updateRule, describe(settings), row.description, {}, {}, {}};
  info.make = [settings](const ParameterSet& parameters) -> std::unique_ptr<Optimizer> {
    return std::make_unique<RunningOptimizer<Rule>>(settingsFrom(settings, parameters));
  };
  info.stabilityLimit = [settings](const ParameterSet& parameters, double sharpness) {
    return settingsFrom(settings, parameters).stabilityLimit(sharpness);
  };
  info.stabilityFormula = [settings](const ParameterSet& parameters) {
    return settingsFrom(settings, parameters).stabilityFormula();
  };
  return info;
}

std::vector<OptimizerInfo> makeCatalogue() {
  return {
      optimizer<Sgd>(
          {.id = "sgd",
           .name = "SGD",
           .updateRule = "b ← μ b + (1 − d)(g + w θ),  θ ← θ − η b",
           .description = CORE_TEXT("Plain gradient descent; with momentum, a heavy ball that keeps rolling.")},
          {setting("momentum", &Sgd::momentum, fromToBelow(0, 1), CORE_TEXT("How much of the last step is kept (μ)")),
           setting("dampening", &Sgd::dampening, fromToBelow(0, 1),
                   CORE_TEXT("Takes from the gradient added to the momentum buffer (d)")),
           setting("weight_decay", &Sgd::weightDecay, atLeast(0),
                   CORE_TEXT("Pull towards the origin, w·θ, added to the gradient (w)")),
           setting("nesterov", &Sgd::nesterov, CORE_TEXT("Look ahead along the momentum before stepping"))}),
  };
}

}  // namespace

const std::vector<OptimizerInfo>& optimizers() {
  static const std::vector<OptimizerInfo> catalogue = makeCatalogue();
  return catalogue;
}

const OptimizerInfo* findOptimizer(std::string_view id) {
  for (const OptimizerInfo& info : optimizers())
    if (info.id == id) return &info;
  return nullptr;
}

}  // namespace ravine
