// Optimizers that divide each coordinate's step by a measure of its past gradients. All operations are per coordinate.
#include "core/optimizer/adaptive.h"

namespace ravine {
namespace {

struct Adagrad : rules::Adagrad {
  using Settings = rules::Adagrad;

  std::vector<Term> terms(const State<double>& state, const StepInput& in) const {
    std::vector<Term> terms = firstTerms(in, weightDecay);
    terms.push_back({"s", CORE_TEXT("Term", "sum of squared gradients"), state.sum});
    if (lrDecay != 0)
      terms.push_back({"1 + (t − 1) lr_decay", CORE_TEXT("Term", "slowing"), Vector2::Constant(state.slowing)});
    terms.push_back(divisorTerm(lrDecay == 0 ? "√s + ε" : "(1 + (t − 1) lr_decay)(√s + ε)", preconditioner(state)));
    return terms;
  }

  Vector2 preconditioner(const State<double>& state) const { return state.slowing * (sqrt(state.sum) + eps); }
  static constexpr Stability stability = Stability::ruleOfThumb;
  double stabilityLimit(double sharpness) const { return 2 / sharpness; }
  std::string stabilityFormula() const { return "2/λ̃"; }
};

struct Adadelta : rules::Adadelta {
  using Settings = rules::Adadelta;

  std::vector<Term> terms(const State<double>& state, const StepInput& in) const {
    std::vector<Term> terms = firstTerms(in, weightDecay);
    const Pair<double> g = decayedGradient(in, weightDecay);
    terms.push_back({"v", CORE_TEXT("Term", "average of squared gradients"), state.squares});
    terms.push_back(divisorTerm("√(v + ε)/√(u + ε)", state.divisor));
    terms.push_back({"d", CORE_TEXT("Term", "gradient over the divisor"), g / state.divisor});
    terms.push_back({"u", CORE_TEXT("Term", "average of squared steps, for the next step"), state.steps});
    return terms;
  }

  Vector2 preconditioner(const State<double>& state) const { return state.divisor; }
  static constexpr Stability stability = Stability::ruleOfThumb;
  double stabilityLimit(double sharpness) const { return 2 / sharpness; }
  std::string stabilityFormula() const { return "2/λ̃"; }
};

struct RmsProp : rules::RmsProp {
  using Settings = rules::RmsProp;

  std::vector<Term> terms(const State<double>& state, const StepInput& in) const {
    std::vector<Term> terms = firstTerms(in, weightDecay);
    terms.push_back({"v", CORE_TEXT("Term", "average of squared gradients"), state.squares});
    if (centered) terms.push_back({"a", CORE_TEXT("Term", "average of gradients"), state.average});
    terms.push_back(divisorTerm(centered ? "√(v − a²) + ε" : "√v + ε", state.divisor));
    if (momentum != 0) terms.push_back(momentumTerm("b", state.buffer));
    return terms;
  }

  Vector2 preconditioner(const State<double>& state) const { return state.divisor; }
  static constexpr Stability stability = Stability::ruleOfThumb;
  double stabilityLimit(double sharpness) const { return momentum < 1 ? 2 * (1 + momentum) / sharpness : 0; }
  std::string stabilityFormula() const { return momentum == 0 ? "2/λ̃" : "2(1 + μ)/λ̃"; }

  Message ruleInForce() const {
    std::string rule = weightDecay == 0 ? "" : "g ← ∇f + w θ,  ";
    rule += "v ← α v + (1 − α) g²,  ";
    if (centered) rule += "a ← α a + (1 − α) g,  ";
    const std::string step = centered ? "g / (√(v − a²) + ε)" : "g / (√v + ε)";
    return Message::verbatim(rule + (momentum == 0 ? "θ ← θ − η " + step : "b ← μ b + " + step + ",  θ ← θ − η b"));
  }
};

}  // namespace

std::vector<OptimizerInfo> adaptiveOptimizers() {
  return {
      optimizer<Adagrad>(
          {.id = "adagrad",
           .name = Message::verbatim("Adagrad"),
           .updateRule = Message::verbatim("s ← s + g²,  θ ← θ − η g / (√s + ε)"),
           .description =
               CORE_TEXT("Optimizer", "Divides by the root of all squared gradients so far: steps only get shorter."),
           .source = "Duchi et al. 2011"},
          {setting("lr_decay", &Adagrad::lrDecay, atLeast(0),
                   CORE_TEXT("Parameter", "Divides η by 1 + (t − 1) lr_decay as well")),
           decaySetting<Adagrad>(),
           setting("initial_accumulator_value", &Adagrad::initialAccumulatorValue, atLeast(0),
                   CORE_TEXT("Parameter", "What the sum of squares begins with")),
           epsSetting<Adagrad>()}),
      optimizer<Adadelta>(
          {.id = "adadelta",
           .name = Message::verbatim("Adadelta"),
           .updateRule =
               Message::verbatim("v ← ρ v + (1 − ρ) g²,  d = √(u + ε)/√(v + ε) g,  u ← ρ u + (1 − ρ) d²,  θ ← θ − η d"),
           .description =
               CORE_TEXT("Optimizer", "Finds its own step length from the steps it has made; η is usually 1."),
           .source = "Zeiler 2012"},
          {setting("rho", &Adadelta::rho, between(0, 1), CORE_TEXT("Parameter", "How long squares are remembered (ρ)")),
           setting("eps", &Adadelta::eps, atLeast(0),
                   CORE_TEXT("Parameter", "Starts the first steps and keeps divisors above 0 (ε)")),
           decaySetting<Adadelta>()}),
      optimizer<RmsProp>(
          {.id = "rmsprop",
           .name = Message::verbatim("RMSprop"),
           .updateRule = Message::verbatim("v ← α v + (1 − α) g²,  θ ← θ − η g / (√v + ε)"),
           .description = CORE_TEXT(
               "Optimizer", "Divides by the recent size of the gradient, so steep and flat directions step alike."),
           .source = "Tieleman & Hinton 2012"},
          {setting("alpha", &RmsProp::alpha, between(0, 1),
                   CORE_TEXT("Parameter", "How long squares are remembered (α)")),
           epsSetting<RmsProp>(), decaySetting<RmsProp>(),
           setting("momentum", &RmsProp::momentum, atLeast(0),
                   CORE_TEXT("Parameter", "How much of the last step is kept (μ)")),
           setting("centered", &RmsProp::centered,
                   CORE_TEXT("Parameter", "Divide by the deviation from the mean gradient"))}),
  };
}

}  // namespace ravine
