// Gradient descent, with and without momentum.
#include "core/optimizer/optimizer_row.h"

namespace ravine {
namespace {

struct Sgd : rules::Sgd {
  using Settings = rules::Sgd;

  std::vector<Term> terms(const State<double>& state, const StepInput& in) const {
    std::vector<Term> terms;
    const Pair<double> g = decayedGradient(in, weightDecay);
    if (weightDecay != 0) terms.push_back(decayedTerm(g));
    if (momentum == 0) return terms;
    terms.push_back(momentumTerm("b", state.buffer));
    if (nesterov) terms.push_back({"g + μ b", CORE_TEXT("Term", "look-ahead"), g + momentum * state.buffer});
    return terms;
  }

  Matrix2 transition(double lr, double curvature) const {
    const double slope = curvature + weightDecay;
    if (momentum == 0) return Matrix2{{1 - lr * slope, 0}, {0, 0}};
    const double entering = (1 - dampening) * slope;  // of the buffer: b ← μ b + entering · θ
    if (!nesterov) return Matrix2{{1 - lr * entering, -lr * momentum}, {entering, momentum}};
    return Matrix2{{1 - lr * (slope + momentum * entering), -lr * momentum * momentum}, {entering, momentum}};
  }

  // On a quadratic the fastest mode reverses sign for ever where η λ = 2 (1 + μ) / (1 − d); with Nesterov's look-ahead
  // where η λ = 2 / (1 + μ (1 − d) / (1 + μ)). Weight decay adds w to every curvature.
  static constexpr Stability stability = Stability::exact;
  double stabilityLimit(double sharpness) const {
    const double curvature = sharpness + weightDecay;
    if (momentum == 0) return 2 / curvature;
    if (momentum >= 1) return 0;  // the ball never loses its speed
    if (nesterov) return 2 / (1 + momentum * (1 - dampening) / (1 + momentum)) / curvature;
    return 2 * (1 + momentum) / (1 - dampening) / curvature;
  }

  std::string stabilityFormula() const {
    const std::string curvature = weightDecay == 0 ? "λ" : "(λ + w)";
    if (momentum == 0) return "2/" + curvature;
    if (nesterov) return std::string("2(1 + μ)/((1 + 2μ") + (dampening == 0 ? ")" : " − dμ)") + curvature + ")";
    return dampening == 0 ? "2(1 + μ)/" + curvature : "2(1 + μ)/((1 − d)" + curvature + ")";
  }

  Message ruleInForce() const {
    const std::string g = weightDecay == 0 ? "∇f" : "(∇f + w θ)";
    if (momentum == 0) return Message::verbatim("θ ← θ − η " + g);
    const std::string buffer = "b ← μ b + " + std::string(dampening == 0 ? "" : "(1 − d) ") + g;
    return Message::verbatim(buffer + ",  θ ← θ − η " + (nesterov ? "(" + g + " + μ b)" : "b"));
  }
};

struct Qhm : rules::Qhm {
  using Settings = rules::Qhm;

  std::vector<Term> terms(const State<double>& state, const StepInput& in) const {
    std::vector<Term> terms;
    const Pair<double> g = decayedGradient(in, weightDecay);
    if (weightDecay != 0) terms.push_back(decayedTerm(g));
    terms.push_back(momentumTerm("m", state.momentum));
    terms.push_back({"(1 − ν) g + ν m", CORE_TEXT("Term", "mean of both"), (1 - nu) * g + nu * state.momentum});
    return terms;
  }

  Matrix2 transition(double lr, double curvature) const {
    const double slope = curvature + weightDecay;
    const double entering = (1 - beta) * slope;
    return Matrix2{{1 - lr * ((1 - nu) * slope + nu * entering), -lr * nu * beta}, {entering, beta}};
  }

  // A mode that reverses sign at every step has m = g (1 − β)/(1 + β).
  static constexpr Stability stability = Stability::exact;
  double stabilityLimit(double sharpness) const {
    return 2 / ((1 - nu) + nu * (1 - beta) / (1 + beta)) / (sharpness + weightDecay);
  }
  std::string stabilityFormula() const {
    return std::string("2(1 + β)/((1 + β − 2νβ)") + (weightDecay == 0 ? "λ)" : "(λ + w))");
  }
};

}  // namespace

std::vector<OptimizerInfo> momentumOptimizers() {
  const Message decay = CORE_TEXT("Parameter", "Pull towards the origin, w·θ, added to the gradient (w)");
  return {
      optimizer<Sgd>(
          {.id = "sgd",
           .name = Message::verbatim("SGD"),
           .updateRule = Message::verbatim("b ← μ b + (1 − d)(g + w θ),  θ ← θ − η b"),
           .description =
               CORE_TEXT("Optimizer", "Plain gradient descent; with momentum, a heavy ball that keeps rolling."),
           .source = "Robbins & Monro 1951; Polyak 1964; Sutskever et al. 2013"},
          {setting("momentum", &Sgd::momentum, atLeast(0),
                   CORE_TEXT("Parameter", "How much of the last step is kept (μ)")),
           setting("dampening", &Sgd::dampening, between(0, 1),
                   CORE_TEXT("Parameter", "Takes from the gradient added to the momentum buffer (d)")),
           setting("weight_decay", &Sgd::weightDecay, atLeast(0), decay),
           setting("nesterov", &Sgd::nesterov,
                   CORE_TEXT("Parameter",
                             "Look ahead along the momentum before stepping; does nothing without momentum"))}),
      optimizer<Qhm>(
          {.id = "qhm",
           .name = Message::verbatim("QHM"),
           .updateRule = Message::verbatim("m ← β m + (1 − β) g,  θ ← θ − η ((1 − ν) g + ν m)"),
           .description =
               CORE_TEXT("Optimizer", "A mean of plain descent and momentum, so that a very long memory stays usable."),
           .source = "Ma & Yarats 2019"},
          {setting("nu", &Qhm::nu, between(0, 1),
                   CORE_TEXT("Parameter", "Part of the momentum in the step (ν); 0 is plain descent")),
           setting("beta", &Qhm::beta, fromToBelow(0, 1),
                   CORE_TEXT("Parameter", "How long gradients are remembered (β)")),
           setting("weight_decay", &Qhm::weightDecay, atLeast(0), decay)}),
  };
}

}  // namespace ravine
