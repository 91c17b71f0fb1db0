// Optimizers that go by the sign of the gradient, search along it, look elsewhere, or use the curvature.
#include <array>

#include "core/base/number_text.h"
#include "core/optimizer/optimizer_row.h"

namespace ravine {
namespace {

struct Rprop : rules::Rprop {
  using Settings = rules::Rprop;

  std::vector<Term> terms(const State<double>& state, const StepInput&) const {
    return {{"p", CORE_TEXT("Term", "gradient whose sign is followed; 0 after a change of sign"), state.lastGradient},
            {"s", CORE_TEXT("Term", "step length of each coordinate"), state.length}};
  }

  static constexpr Stability stability = Stability::none;
  Problems check() const {
    if (stepMin <= stepMax) return {};
    return {{"step_max", CORE_TEXT("Problem", "is less than step_min"),
             CORE_TEXT("Problem", "give at least %1").with(shortestText(stepMin))}};
  }
};

struct Lion : rules::Lion {
  using Settings = rules::Lion;

  std::vector<Term> terms(const State<double>& state, const StepInput&) const {
    return {{"c", CORE_TEXT("Term", "mix of memory and gradient, whose signs are followed"), state.mixed,
             Term::Role::momentum},
            {"m", CORE_TEXT("Term", "memory, for the next step"), state.momentum}};
  }

  double curvatureOfDecay() const { return 0; }  // decoupled
  static constexpr Stability stability = Stability::none;
  Message ruleInForce() const {
    return Message::verbatim(weightDecay == 0
                                 ? "c = β₁ m + (1 − β₁) g,  θ ← θ − η sign(c),  m ← β₂ m + (1 − β₂) g"
                                 : "c = β₁ m + (1 − β₁) g,  θ ← θ − η (sign(c) + w θ),  m ← β₂ m + (1 − β₂) g");
  }
  std::optional<Message> restlessness() const {
    return CORE_TEXT("Explanation",
                     "Each step of this method moves every coordinate by η, however small the gradient: as long as η "
                     "stays, it cannot come to rest.");
  }
};

// Gradient descent with backtracking (Armijo 1966): α = η, then α ← τ α until f(θ − α g) ≤ f(θ) − c α ‖g‖².
struct Armijo {
  double c = 1e-4;
  double shrink = 0.5;

  struct State {
    double length = 0;  // α of the last step
  };
  static constexpr int kMostTrials = 100'000;  // of a τ so near to 1 that nobody would wait for it

  Vector2 step(State& state, const StepInput& in) const {
    const double slope = in.gradient.squaredNorm();
    state.length = in.lr;
    for (int trial = 0; trial < kMostTrials; ++trial, state.length *= shrink) {
      const Vector2 next = in.theta - state.length * in.gradient;
      if (next == in.theta) break;  // below rounding
      if (in.function.value(next) <= in.loss - c * state.length * slope) return next;
    }
    state.length = 0;
    return in.theta;
  }

  std::vector<Term> terms(const State& state, const StepInput&) const {
    return {{"α", CORE_TEXT("Term", "the length that was accepted"), Vector2::Constant(state.length)}};
  }

  static constexpr Stability stability = Stability::none;
};

// Damped Newton: θ ← θ − η (H + δ I)⁻¹ g. Directions without curvature are left out (pseudo-inverse), and nothing turns
// the step downhill: where H is negative it climbs to saddles and maxima.
struct DampedNewton {
  double damping = 0;

  struct State {};

  Vector2 direction(const StepInput& in) const {
    const Matrix2 curvature = in.function.derivatives(in.theta).hessian + damping * Matrix2::Identity();
    const auto [values, upper] = principalCurvatures(curvature);
    const Vector2 lower(-upper.y(), upper.x());
    const double flat = 1e-14 * std::max(std::abs(values.upper), std::abs(values.lower));
    Vector2 direction = Vector2::Zero();
    if (std::abs(values.upper) > flat) direction += in.gradient.dot(upper) / values.upper * upper;
    if (std::abs(values.lower) > flat) direction += in.gradient.dot(lower) / values.lower * lower;
    return direction;
  }

  Vector2 step(State&, const StepInput& in) const { return in.theta - in.lr * direction(in); }

  std::vector<Term> terms(const State&, const StepInput& in) const {
    const Eigenvalues curvature = eigenvalues(in.function.derivatives(in.theta).hessian);
    return {{"λ", CORE_TEXT("Term", "the two curvatures"), Vector2(curvature.lower, curvature.upper)},
            {"(H + δ I)⁻¹ g", CORE_TEXT("Term", "gradient over the curvature"), direction(in)}};
  }

  Matrix2 transition(double lr, double curvature) const {
    return Matrix2{{1 - lr * curvature / (curvature + damping), 0}, {0, 0}};
  }
  static constexpr Stability stability = Stability::exact;
  double stabilityLimit(double sharpness) const { return 2 * (sharpness + damping) / sharpness; }
  std::string stabilityFormula() const { return damping == 0 ? "2" : "2(λ + δ)/λ"; }
};

// Sharpness-aware minimization (Foret et al. 2021): θ ← θ − η ∇f(θ + ρ g/‖g‖)
struct Sam {
  double rho = 0.05;

  struct State {};

  Vector2 step(State&, const StepInput& in) const {
    const double norm = in.gradient.norm();
    if (norm == 0) return in.theta;
    const Vector2 uphill = in.theta + rho / norm * in.gradient;
    return in.theta - in.lr * in.function.gradient(uphill).gradient;
  }

  std::vector<Term> terms(const State&, const StepInput& in) const {
    const double norm = in.gradient.norm();
    if (norm == 0) return {};
    const Vector2 uphill = in.theta + rho / norm * in.gradient;
    return {{"θ + ρ g/‖g‖", CORE_TEXT("Term", "the place uphill"), uphill},
            {"g′", CORE_TEXT("Term", "the gradient that is followed"), in.function.gradient(uphill).gradient}};
  }

  static constexpr Stability stability = Stability::ruleOfThumb;
  double stabilityLimit(double sharpness) const { return 2 / sharpness; }
  std::string stabilityFormula() const { return "2/λ"; }
  std::optional<Message> restlessness() const {
    if (rho == 0) return std::nullopt;
    return CORE_TEXT("Explanation",
                     "This method follows the gradient ρ = %1 uphill of where it stands, which does not vanish at a "
                     "minimum: as long as η stays, it hops across it.")
        .with(numberText(rho));
  }
};

}  // namespace

std::vector<OptimizerInfo> otherOptimizers() {
  return {
      optimizer<Rprop>(
          {.id = "rprop",
           .name = Message::verbatim("Rprop"),
           .updateRule = CORE_TEXT("Optimizer", "s ← s η₊ or s η₋,  θ ← θ − s sign(g);  s₀ = η"),
           .description = CORE_TEXT("Optimizer",
                                    "Goes by the signs of the gradient alone; a schedule has no effect after step 0."),
           .source = "Riedmiller & Braun 1993"},
          {setting("eta_minus", &Rprop::etaMinus, Range{0, 1, true, true},
                   CORE_TEXT("Parameter", "Factor when the sign changes (η₋)")),
           setting("eta_plus", &Rprop::etaPlus, moreThan(1),
                   CORE_TEXT("Parameter", "Factor while the sign stays (η₊)")),
           setting("step_min", &Rprop::stepMin, atLeast(0), CORE_TEXT("Parameter", "The shortest step")),
           setting("step_max", &Rprop::stepMax, moreThan(0), CORE_TEXT("Parameter", "The longest step"))}),
      optimizer<Lion>(
          {.id = "lion",
           .name = Message::verbatim("Lion"),
           .updateRule = Message::verbatim("θ ← θ − η (sign(β₁ m + (1 − β₁) g) + w θ),  m ← β₂ m + (1 − β₂) g"),
           .description =
               CORE_TEXT("Optimizer", "Every coordinate moves by η, whatever the gradient: it bounces until η decays."),
           .source = "Chen et al. 2023"},
          {setting("beta1", &Lion::beta1, fromToBelow(0, 1),
                   CORE_TEXT("Parameter", "Part of the memory in the sign (β₁)")),
           setting("beta2", &Lion::beta2, fromToBelow(0, 1),
                   CORE_TEXT("Parameter", "How long gradients are remembered (β₂)")),
           setting("weight_decay", &Lion::weightDecay, atLeast(0),
                   CORE_TEXT("Parameter", "Shrinks θ by the factor 1 − η w (w)"))}),
      optimizer<Armijo>(
          {.id = "armijo",
           .name = CORE_TEXT("Optimizer", "Armijo backtracking"),
           .updateRule = CORE_TEXT("Optimizer", "α = η, α ← τ α until f(θ − α g) ≤ f(θ) − c α ‖g‖²,  θ ← θ − α g"),
           .description = CORE_TEXT("Optimizer",
                                    "Tries η first and shortens the step until the loss falls enough: never diverges."),
           .source = "Armijo 1966"},
          {setting("c", &Armijo::c, Range{0, 1, true, true},
                   CORE_TEXT("Parameter", "Part of the promised fall that must be kept (c)")),
           setting("shrink", &Armijo::shrink, Range{0, 1, true, true},
                   CORE_TEXT("Parameter", "Factor at each trial (τ)"))}),
      optimizer<DampedNewton>(
          {.id = "damped_newton",
           .name = CORE_TEXT("Optimizer", "Damped Newton"),
           .updateRule = Message::verbatim("θ ← θ − η (H + δ I)⁻¹ g"),
           .description =
               CORE_TEXT("Optimizer", "Divides by the curvature itself: with η = 1 a quadratic is solved in one step."),
           .source = "Levenberg 1944"},
          {setting("damping", &DampedNewton::damping, atLeast(0),
                   CORE_TEXT("Parameter", "Added to every curvature (δ)"))}),
      optimizer<Sam>({.id = "sam",
                      .name = Message::verbatim("SAM"),
                      .updateRule = Message::verbatim("θ ← θ − η ∇f(θ + ρ g/‖g‖)"),
                      .description = CORE_TEXT("Optimizer",
                                               "Takes the gradient from a little uphill, and so prefers flat minima."),
                      .source = "Foret et al. 2021"},
                     {setting("rho", &Sam::rho, atLeast(0), CORE_TEXT("Parameter", "How far uphill it looks (ρ)"))}),
  };
}

}  // namespace ravine
