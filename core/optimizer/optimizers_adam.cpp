// Adam and its relatives: an average of the gradient divided by a measure of its size. All operations are per
// coordinate.
#include "core/optimizer/adaptive.h"

namespace ravine {
namespace {

using rules::biasCorrection;
using rules::WeightDecayKind;

template <WeightDecayKind kind>
struct Adam : rules::Adam<kind> {
  using Settings = rules::Adam<kind>;
  using State = typename Settings::template State<double>;
  using Settings::amsgrad, Settings::beta1, Settings::weightDecay;

  std::vector<Term> terms(const State& state, const StepInput& in) const {
    std::vector<Term> terms = firstTerms(in, kind == WeightDecayKind::decoupled ? 0 : weightDecay);
    terms.push_back(momentumTerm("m", state.first));
    terms.push_back({"v", CORE_TEXT("Term", "average of squared gradients"), state.second});
    terms.push_back(
        {"m̂ = m/(1 − β₁^t)", CORE_TEXT("Term", "bias corrected"), state.first / biasCorrection(beta1, in.t + 1)});
    if (amsgrad) terms.push_back({"max v", CORE_TEXT("Term", "the largest v so far"), state.largest});
    terms.push_back(divisorTerm("√v̂ + ε", state.divisor));
    if (kind == WeightDecayKind::decoupled)
      terms.push_back({"(1 − η w) θ", CORE_TEXT("Term", "shrunk parameters"), (1 - in.lr * weightDecay) * in.theta});
    return terms;
  }

  Vector2 preconditioner(const State& state) const { return state.divisor; }
  static constexpr Stability stability = Stability::ruleOfThumb;
  // Decoupled decay takes off η w of θ besides, which bounds η as a curvature without average does.
  double stabilityLimit(double sharpness) const {
    const double decay = kind == WeightDecayKind::decoupled ? weightDecay : 0;
    return 2 * (1 + beta1) / ((1 - beta1) * sharpness + (1 + beta1) * decay);
  }
  double curvatureOfDecay() const { return kind == WeightDecayKind::decoupled ? 0 : weightDecay; }
  std::string stabilityFormula() const {
    const bool decays = kind == WeightDecayKind::decoupled && weightDecay != 0;
    return decays ? "2(1 + β₁)/((1 − β₁)λ̃ + (1 + β₁)w)" : "2(1 + β₁)/((1 − β₁)λ̃)";
  }
};
using AdamL2 = Adam<WeightDecayKind::inGradient>;
using AdamW = Adam<WeightDecayKind::decoupled>;

struct Adamax : rules::Adamax {
  using Settings = rules::Adamax;

  std::vector<Term> terms(const State<double>& state, const StepInput& in) const {
    std::vector<Term> terms = firstTerms(in, weightDecay);
    terms.push_back(momentumTerm("m", state.first));
    terms.push_back(
        {"m̂ = m/(1 − β₁^t)", CORE_TEXT("Term", "bias corrected"), state.first / biasCorrection(beta1, in.t + 1)});
    terms.push_back(divisorTerm("u", state.norm));
    return terms;
  }

  Vector2 preconditioner(const State<double>& state) const { return state.norm; }
  static constexpr Stability stability = Stability::ruleOfThumb;
  double stabilityLimit(double sharpness) const { return limitWithAverage(beta1, sharpness); }
  std::string stabilityFormula() const { return "2(1 + β₁)/((1 − β₁)λ̃)"; }
};

struct NAdam : rules::NAdam {
  using Settings = rules::NAdam;

  std::vector<Term> terms(const State<double>& state, const StepInput& in) const {
    std::vector<Term> terms = firstTerms(in, weightDecay);
    terms.push_back(momentumTerm("m", state.first));
    terms.push_back({"v", CORE_TEXT("Term", "average of squared gradients"), state.second});
    terms.push_back({"μ_t, μ_{t+1}", CORE_TEXT("Term", "momentum coefficients of this step and the next"),
                     Vector2(momentumAt(in.t + 1), momentumAt(in.t + 2))});
    terms.push_back({"P_t", CORE_TEXT("Term", "product of the coefficients"), Vector2::Constant(state.product)});
    terms.push_back(divisorTerm("√v̂ + ε", state.divisor));
    return terms;
  }

  Vector2 preconditioner(const State<double>& state) const { return state.divisor; }
  // As for quasi-hyperbolic momentum with ν = μ_t, which approaches β₁ slowly.
  static constexpr Stability stability = Stability::ruleOfThumb;
  double stabilityLimit(double sharpness) const {
    return 2 * (1 + beta1) / ((1 - beta1) * (1 + 2 * beta1)) / sharpness;
  }
  double stabilityLimit(const State<double>& state, double sharpness) const {
    return 2 / (state.ofGradient + state.ofFirst * (1 - beta1) / (1 + beta1)) / sharpness;
  }
  std::string stabilityFormula() const { return "2(1 + β₁)/((1 + β₁ − 2μ_t β₁)λ̃)"; }
};

struct RAdam : rules::RAdam {
  using Settings = rules::RAdam;

  std::vector<Term> terms(const State<double>& state, const StepInput& in) const {
    std::vector<Term> terms = firstTerms(in, weightDecay);
    terms.push_back(momentumTerm("m", state.first));
    terms.push_back({"v", CORE_TEXT("Term", "average of squared gradients"), state.second});
    terms.push_back(
        {"m̂ = m/(1 − β₁^t)", CORE_TEXT("Term", "bias corrected"), state.first / biasCorrection(beta1, in.t + 1)});
    terms.push_back(
        divisorTerm(state.divisor == Pair<double>::both(1) ? "1" : "(√v + ε)/(r_t √(1 − β₂^t))", state.divisor));
    return terms;
  }

  Vector2 preconditioner(const State<double>& state) const { return state.divisor; }
  static constexpr Stability stability = Stability::ruleOfThumb;
  double stabilityLimit(double sharpness) const { return limitWithAverage(beta1, sharpness); }
  std::string stabilityFormula() const { return "2(1 + β₁)/((1 − β₁)λ̃)"; }
};

struct QhAdam : rules::QhAdam {
  using Settings = rules::QhAdam;

  std::vector<Term> terms(const State<double>& state, const StepInput& in) const {
    std::vector<Term> terms = firstTerms(in, weightDecay);
    terms.push_back(momentumTerm("m", state.first));
    terms.push_back({"v", CORE_TEXT("Term", "average of squared gradients"), state.second});
    terms.push_back(
        {"m̂ = m/(1 − β₁^t)", CORE_TEXT("Term", "bias corrected"), state.first / biasCorrection(beta1, in.t + 1)});
    terms.push_back(
        {"(1 − ν₁) g + ν₁ m̂", CORE_TEXT("Term", "mean of both"),
         (1 - nu1) * decayedGradient(in, weightDecay) + nu1 * state.first / biasCorrection(beta1, in.t + 1)});
    terms.push_back(divisorTerm("√((1 − ν₂) g² + ν₂ v̂) + ε", state.divisor));
    return terms;
  }

  Vector2 preconditioner(const State<double>& state) const { return state.divisor; }
  static constexpr Stability stability = Stability::ruleOfThumb;
  double stabilityLimit(double sharpness) const {
    return 2 / ((1 - nu1) + nu1 * (1 - beta1) / (1 + beta1)) / sharpness;
  }
  std::string stabilityFormula() const { return "2(1 + β₁)/((1 + β₁ − 2ν₁β₁)λ̃)"; }
};

template <class Rule>
auto beta1Setting() {
  return setting("beta1", &Rule::beta1, fromToBelow(0, 1),
                 CORE_TEXT("Parameter", "How long gradients are remembered (β₁)"));
}
template <class Rule>
auto beta2Setting() {
  return setting("beta2", &Rule::beta2, fromToBelow(0, 1),
                 CORE_TEXT("Parameter", "How long their squares are remembered (β₂)"));
}

}  // namespace

std::vector<OptimizerInfo> adamOptimizers() {
  return {
      optimizer<AdamL2>(
          {.id = "adam",
           .name = Message::verbatim("Adam"),
           .updateRule = Message::verbatim("m ← β₁ m + (1 − β₁) g,  v ← β₂ v + (1 − β₂) g²,  θ ← θ − η m̂ / (√v̂ + ε)"),
           .description =
               CORE_TEXT("Optimizer", "Momentum divided by the recent size of the gradient: steps of about η each."),
           .source = "Kingma & Ba 2015; amsgrad: Reddi et al. 2018"},
          {beta1Setting<AdamL2>(), beta2Setting<AdamL2>(), epsSetting<AdamL2>(), decaySetting<AdamL2>(),
           setting("amsgrad", &AdamL2::amsgrad,
                   CORE_TEXT("Parameter", "Divide by the largest v so far, which cannot shrink"))}),
      optimizer<AdamW>({.id = "adamw",
                        .name = Message::verbatim("AdamW"),
                        .updateRule = Message::verbatim("θ ← (1 − η w) θ − η m̂ / (√v̂ + ε)"),
                        .description = CORE_TEXT(
                            "Optimizer", "Adam with weight decay that is not divided by the size of the gradient."),
                        .source = "Loshchilov & Hutter 2019"},
                       {beta1Setting<AdamW>(), beta2Setting<AdamW>(), epsSetting<AdamW>(),
                        setting("weight_decay", &AdamW::weightDecay, atLeast(0),
                                CORE_TEXT("Parameter", "Shrinks θ by the factor 1 − η w before each step (w)")),
                        setting("amsgrad", &AdamW::amsgrad,
                                CORE_TEXT("Parameter", "Divide by the largest v so far, which cannot shrink"))}),
      optimizer<Adamax>(
          {.id = "adamax",
           .name = Message::verbatim("Adamax"),
           .updateRule = Message::verbatim("u ← max(β₂ u, |g| + ε),  θ ← θ − η / (1 − β₁^t) m / u"),
           .description = CORE_TEXT("Optimizer", "Adam that divides by the largest recent gradient instead of a mean."),
           .source = "Kingma & Ba 2015"},
          {beta1Setting<Adamax>(), beta2Setting<Adamax>(), epsSetting<Adamax>(), decaySetting<Adamax>()}),
      optimizer<NAdam>(
          {.id = "nadam",
           .name = Message::verbatim("NAdam"),
           .updateRule = Message::verbatim("θ ← θ − η ((1 − μ_t) g/(1 − P_t) + μ_{t+1} m/(1 − P_{t+1})) / (√v̂ + ε)"),
           .description = CORE_TEXT("Optimizer", "Adam with Nesterov's look-ahead."),
           .source = "Dozat 2016"},
          {beta1Setting<NAdam>(), beta2Setting<NAdam>(), epsSetting<NAdam>(), decaySetting<NAdam>(),
           setting("momentum_decay", &NAdam::momentumDecay, atLeast(0),
                   CORE_TEXT("Parameter", "How fast μ_t approaches β₁ (ψ)")),
           choiceSetting("variant", &NAdam::variant, {"documented", "torch_1.13_single_tensor"},
                         CORE_TEXT("Parameter", "As published and in PyTorch 2, or with the slip of PyTorch 1.13"))}),
      optimizer<RAdam>(
          {.id = "radam",
           .name = Message::verbatim("RAdam"),
           .updateRule = CORE_TEXT("Optimizer", "θ ← θ − η r_t m̂ / (√v̂ + ε) once ρ_t > 5, before that θ ← θ − η m̂"),
           .description =
               CORE_TEXT("Optimizer", "Adam that waits with its divisor until it has seen enough gradients."),
           .source = "Liu et al. 2020"},
          {beta1Setting<RAdam>(), beta2Setting<RAdam>(), epsSetting<RAdam>(), decaySetting<RAdam>()}),
      optimizer<QhAdam>(
          {.id = "qhadam",
           .name = Message::verbatim("QHAdam"),
           .updateRule = Message::verbatim("θ ← θ − η ((1 − ν₁) g + ν₁ m̂) / (√((1 − ν₂) g² + ν₂ v̂) + ε)"),
           .description = CORE_TEXT("Optimizer", "Adam whose step is a mean of the gradient and its average."),
           .source = "Ma & Yarats 2019"},
          {setting("nu1", &QhAdam::nu1, between(0, 1), CORE_TEXT("Parameter", "Part of the average in the step (ν₁)")),
           setting("nu2", &QhAdam::nu2, between(0, 1),
                   CORE_TEXT("Parameter", "Part of the average in the divisor (ν₂)")),
           beta1Setting<QhAdam>(), beta2Setting<QhAdam>(), epsSetting<QhAdam>(), decaySetting<QhAdam>()}),
  };
}

}  // namespace ravine
